// SPDX-License-Identifier: Apache-2.0

//! The order path allocates nothing: messages under an allocator that counts.

mod twin_support;

use engine::change::{Change, Filling, Plan};
use engine::executor::Executor;
use engine::frame::{FieldValue, JobStart, Layout};
use engine::job::{JobId, JobRun};
use engine::machine::FRAME_BYTES_MAX;
use engine::schema::TableId;
use engine::twin::Twin;
use testkit::allocations::{self, Counting};
use testkit::machine::{random_frame, random_program};
use testkit::rng::Rng;
use twin_support::{Frames, Order, desk};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn a_hundred_thousand_messages_without_an_allocation() {
    let program = desk(4096);
    let frames = Frames::new(&program);
    let mut twin = Twin::new(program).expect("the desk is valid");
    let mut buffer = [0; FRAME_BYTES_MAX];
    let mut name = [b'A'; 8];
    let (mut accepted, mut rejected) = (0, 0);

    let before = allocations::calls();
    for account in 0..64 {
        let values = [FieldValue::Number(account), FieldValue::Number(1 << 40)];
        assert!(twin.load(frames.frame(2, &values, &mut buffer)).is_accept());
    }
    for i in 0..100_000_i64 {
        // New strings at first, then known strings; orders, cancels of earlier orders, and
        // truncated frames.
        let number = (i * 7919 % 20_000) as u16;
        name[..2].copy_from_slice(&[b'A' + (number % 26) as u8, b'A' + (number / 26 % 26) as u8]);
        let frame = match i % 8 {
            0..4 => {
                let order = Order {
                    id: i,
                    account: i * 31 % 66,
                    ticket: str::from_utf8(&name).unwrap_or(""),
                    price: (i % 97 != 0).then_some(30 + i * 13 % 14),
                    quantity: i % 9,
                };
                frames.order_as(0, &order, &mut buffer)
            }
            4..7 => frames.frame(1, &[FieldValue::Number(i - 804)], &mut buffer),
            _ => {
                let frame = frames.frame(1, &[FieldValue::Number(i)], &mut buffer);
                &frame[..frame.len() - 1]
            }
        };
        if twin.execute(frame).is_accept() {
            accepted += 1;
        } else {
            rejected += 1;
        }
    }
    let after = allocations::calls();

    assert_eq!(after - before, 0, "calls of the allocator");
    assert!(accepted > 10_000 && rejected > 10_000, "{accepted} accepted, {rejected} rejected");
    assert!(twin.string_count() > 500);
}

#[test]
fn the_start_of_a_job_and_its_steps_allocate_nothing_in_the_twin() {
    let rules = "
        create table deal (id int primary key, note char(8)) with (rows = 1000);
        create message open (id int not null);
        rule any_deal on open (true);
        on open (insert into deal values (open.id, 'new'));
        create job purge for each row of deal where note is not null (
            delete from deal where id = deal.id
        );
    ";
    let mut twin = Twin::new(rulec::compile(rules).0.expect("it compiles")).expect("it is sound");
    let layout = Layout::new(0, &twin.program().messages[0].fields);
    let mut buffer = [0; FRAME_BYTES_MAX];
    for id in 0..500 {
        let frame = layout.write(1, &[FieldValue::Number(id)], &mut buffer).expect("it fits");
        assert!(twin.execute(frame).is_accept());
    }
    let run = JobRun::start(&mut twin, JobId(0), 1).expect("there is a job");
    let mut steps = run.clone();
    let start = JobStart { job: JobId(0) }.write(1, &mut buffer).to_vec();
    let before = allocations::calls();
    assert!(twin.execute(&start).is_accept());
    while let Some(step) = steps.next_step() {
        assert!(twin.step(step).is_accept());
        steps.advance();
    }
    assert_eq!(allocations::calls() - before, 0, "calls of the allocator");
    assert_eq!((run.steps(), twin.row_count(TableId(0))), (500, 0));
}

#[test]
fn random_programs_run_without_an_allocation() {
    let mut answers = 0;
    for seed in 1..60 {
        let mut rng = Rng::seeded(seed);
        let program = random_program(&mut rng);
        let frames: Vec<Vec<u8>> = (0..60).map(|_| random_frame(&mut rng, &program)).collect();
        let mut twin = Twin::new(program).expect("the program is valid");
        let before = allocations::calls();
        for frame in &frames {
            answers += u64::from(twin.execute(frame).reason.is_some());
            answers += u64::from(twin.load(frame).reason.is_some());
        }
        assert_eq!(allocations::calls() - before, 0, "calls of the allocator, seed {seed}");
    }
    assert!(answers > 1_000);
}

/// Orders with ids of 16 characters, of which at most a thousand are live.
const ORDERS: &str = "
    create table orders (id char(16) primary key, price int8 not null) with (rows = 1024);
    create message place (id char(16) not null, price int8 not null);
    create message done (id char(16) not null);
    rule known (exists (select price from orders where id = done.id));
    on place (insert into orders values (place.id, place.price));
    on done (delete from orders where id = done.id);
";
const LIVE: u64 = 1_000;

/// The id of an order: digits in an order in which neighbours differ in many places.
fn id(order: u64) -> [u8; 16] {
    let mut digits = order.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    std::array::from_fn(|_| {
        let digit = b"0123456789ABCDEF"[digits as usize % 16];
        digits /= 16;
        digit
    })
}

/// `RISKGATE_ORDERS` is the number of orders, 200,000 if it is not set.
#[test]
fn ids_of_orders_that_are_done_leave_room_for_others() {
    let orders = std::env::var("RISKGATE_ORDERS").ok();
    let orders: u64 = orders.map_or(200_000, |text| text.parse().expect("a number"));
    let mut program = rulec::compile(ORDERS).0.expect("the rules compile");
    program.dictionary.texts_max = 4_096;
    let frames = Frames::new(&program);
    let mut twin = Twin::new(program).expect("the program is valid");
    let mut buffer = [0; FRAME_BYTES_MAX];
    let mut texts_most = 0;

    let before = allocations::calls();
    for order in 0..orders {
        let values = [FieldValue::Text(&id(order)), FieldValue::Number(1)];
        let verdict = twin.execute(frames.frame(0, &values, &mut buffer));
        assert!(verdict.is_accept(), "order {order}: {verdict:?}");
        texts_most = texts_most.max(twin.string_count());
        if let Some(done) = order.checked_sub(LIVE - 1) {
            let verdict =
                twin.execute(frames.frame(1, &[FieldValue::Text(&id(done))], &mut buffer));
            assert!(verdict.is_accept(), "order {done} is done: {verdict:?}");
        }
    }
    assert_eq!(allocations::calls() - before, 0, "calls of the allocator");
    assert_eq!(texts_most, LIVE as u32);
    assert_eq!(twin.string_count(), LIVE as u32 - 1);
}

/// Rows are copied while messages insert, write and delete rows, with windows and aggregates.
#[test]
fn a_change_is_filled_without_an_allocation() {
    let rules = |lists: &str, rule: &str| {
        format!(
            "create table deal (id int primary key, account int not null, at int8 not null,
                                note char(8)) with (rows = 5000{lists});
             create table mark (id int primary key) with (rows = 5000);
             create message open (id int not null, account int not null, at int8 not null,
                                  note char(8) not null);
             create message renew (id int not null, at int8 not null);
             create message close (id int not null);
             {rule}
             on open (insert into deal values (open.id, open.account, open.at, open.note);
                      insert into mark values (open.id));
             on renew (update deal set at = renew.at where id = renew.id);
             on close (delete from deal where id = close.id);"
        )
    };
    let mut twin =
        Twin::new(rulec::compile(&rules("", "")).0.expect("it compiles")).expect("it is sound");
    let next = rules(
        ", window (account by at) = 16",
        "rule few on open ((select count(distinct note) from deal
                            where account = open.account and at > open.at - 100) < 9);
         rule some on open ((select max(at) from deal where account = open.account) < 1000000);",
    );
    let compiled = rulec::compile_change(&next).0.expect("it compiles");
    let filler = compiled.filler.expect("it was asked for");
    let change = Change::new(compiled.programs[0].clone(), filler).expect("it is its filler");
    let layouts: Vec<Layout> =
        (0..3).map(|kind| Layout::new(kind as u8, &twin.program().messages[kind].fields)).collect();
    let send = |twin: &mut Twin, event: i64| {
        let mut buffer = [0; FRAME_BYTES_MAX];
        let note = [b'A' + (event % 26) as u8, b'A' + (event / 26 % 26) as u8];
        let (id, number) = (event * 7 % 4001, FieldValue::Number);
        let (kind, values) = match event % 5 {
            0..3 => (0, &[number(id), number(id % 50), number(event), FieldValue::Text(&note)][..]),
            3 => (1, &[number(id), number(event)][..]),
            _ => (2, &[number(id)][..]),
        };
        twin.execute(layouts[kind].write(1, values, &mut buffer).expect("it fits")).is_accept()
    };
    for event in 0..4000 {
        send(&mut twin, event);
    }
    let plan = Plan::new(twin.program(), change.program()).expect("nothing is lost");
    let mut filling = Filling::new(plan, &change).expect("it is sound");
    filling.begin(&mut twin);

    let before = allocations::calls();
    let mut accepted = 0;
    for event in 4000..14_000 {
        accepted += u32::from(send(&mut twin, event));
        filling.follow(&mut twin);
        filling.step(&twin);
    }
    let after = allocations::calls();

    assert_eq!(after - before, 0, "calls of the allocator");
    assert!(filling.is_done() && filling.rows() > 5000, "{} rows", filling.rows());
    assert!(accepted > 4500, "{accepted} accepted");
    filling.finish(&mut twin).expect("every row fits");
    assert_eq!(twin.program().rules.len(), 2);
}
