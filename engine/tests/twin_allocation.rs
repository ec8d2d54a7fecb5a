// SPDX-License-Identifier: Apache-2.0

//! The order path allocates nothing: messages under an allocator that counts.

mod twin_support;

use engine::change::{Change, Filling, Plan};
use engine::executor::Executor;
use engine::frame::{FieldValue, JobStart, Layout};
use engine::job::{JobId, JobRun};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::FrameKind;
use engine::schema::TableId;
use engine::twin::Twin;
use std::collections::BTreeMap;
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

/// Scans of groups, of windows, of distinct values, of the first rows and of joins; statements over
/// several rows; texts that come and go with the rows; jobs that write texts and delete rows.
const LISTS: &str = "
    create table account (account_id int primary key, risk int not null) with (rows = 32);
    create table orders (
        order_id int8 primary key, account_id int not null, ticket char(8) not null, note char(8),
        price int not null, remaining int not null, ts int8 not null
    ) with (rows = 100, group (account_id) = 24);
    create table trade (
        trade_id int8 primary key, account_id int not null, ticket char(8) not null,
        amount int not null, ts int8 not null
    ) with (rows = 300, window (account_id by ts) = 6);
    create message place (
        order_id int8 not null, account_id int not null, ticket char(8) not null,
        price int not null, quantity int not null, ts int8 not null
    );
    create message fill (order_id int8 not null, quantity int not null, ts int8 not null);
    create message mark (account_id int not null, note char(8), above int not null);
    create message clear (account_id int not null, below int not null);

    rule few_dearer (
        (select count(*) filter (where remaining > place.quantity) from orders
            where account_id = place.account_id and price > place.price) < 10
    );
    rule turnover (
        coalesce((select sum(amount) from trade
            where account_id = place.account_id and ts > place.ts - 200 and ts <= place.ts), 0)
            + place.quantity <= 60
    );
    rule few_tickets (
        (select count(distinct ticket) from orders
            where account_id = place.account_id and price <> place.price) < 9
    );
    rule near_last (
        coalesce((select abs(price - place.price) <= 90 from orders
            where account_id = place.account_id order by ts desc limit 1), true)
    );
    rule risk (
        coalesce((select max(1000 / (price - place.price) * risk)
            from orders join account using (account_id)
            where orders.account_id = place.account_id and ts > place.ts - 9), 0) < 1500
    );
    rule known on fill (exists (select 1 from orders where order_id = fill.order_id));
    rule any_mark on mark (true);
    rule any_clear on clear (true);

    on place (
        insert into orders values (place.order_id, place.account_id, place.ticket, 'new',
            place.price, place.quantity, place.ts)
    );
    on fill (
        insert into trade values (
            fill.ts, (select account_id from orders where order_id = fill.order_id),
            (select ticket from orders where order_id = fill.order_id), fill.quantity, fill.ts
        );
        update orders set remaining = remaining - fill.quantity where order_id = fill.order_id
    );
    on mark (
        update orders set note = mark.note where account_id = mark.account_id and price > mark.above
    );
    on clear (
        delete from orders where account_id = clear.account_id and price < clear.below
    );
    create job purge for each row of orders o where o.remaining <= 0 (
        delete from orders where order_id = o.order_id
    );
    create job settle for each row of trade t where t.amount >= 0 (
        update account set risk = risk % 5 + 1 where account_id = t.account_id;
        delete from trade where trade_id = t.trade_id
    );
    create job rename for each row of orders o where o.note is null (
        update orders set note = 'old' where order_id = o.order_id
    );
";
/// The texts that the dictionary has room for, fewer than the rows can hold.
const TEXTS: u32 = 56;
const MESSAGES: i64 = 60_000;

/// Message `ts` of the program of [`LISTS`]. Most texts are new, and some are known.
fn write_message<'b>(
    frames: &Frames,
    rng: &mut Rng,
    ts: i64,
    buffer: &'b mut [u8; FRAME_BYTES_MAX],
) -> &'b [u8] {
    let text = rng.below(2_000) * rng.below(2);
    let text = format!("T{text}");
    let mut below = |end: usize| FieldValue::Number(rng.below(end) as i64);
    let (ticket, ts_value) = (FieldValue::Text(text.as_bytes()), FieldValue::Number(ts));
    let earlier = |back: FieldValue<'_>| match back {
        FieldValue::Number(back) => FieldValue::Number(ts - back),
        FieldValue::Null | FieldValue::Text(_) => FieldValue::Null,
    };
    match ts % 16 {
        0..8 => {
            let values = [ts_value, below(5), ticket, below(100), below(20), ts_value];
            frames.frame(0, &values, buffer)
        }
        8..13 => frames.frame(1, &[earlier(below(40)), below(20), ts_value], buffer),
        13 => {
            let note = if text.len() % 2 == 0 { ticket } else { FieldValue::Null };
            frames.frame(2, &[below(5), note, below(100)], buffer)
        }
        _ => frames.frame(3, &[below(5), below(100)], buffer),
    }
}

/// Runs a job of the twin, and returns its steps and the calls of the allocator in them.
fn run_job(twin: &mut Twin, job: u16) -> (usize, u64) {
    let mut run = JobRun::start(twin, JobId(job), 1).expect("there is a job");
    let before = allocations::calls();
    while let Some(step) = run.next_step() {
        twin.step(step);
        run.advance();
    }
    (run.steps(), allocations::calls() - before)
}

#[test]
fn scans_windows_sets_of_rows_texts_and_jobs_run_without_an_allocation() {
    let mut program = rulec::compile(LISTS).0.expect("the rules compile");
    program.dictionary.texts_max = TEXTS;
    let rules: Vec<String> = program.rules.iter().map(|rule| rule.name.clone()).collect();
    let frames = Frames::new(&program);
    let account_row = program.transaction_index(FrameKind::Row(TableId(0)));
    let mut twin = Twin::new(program).expect("the program is valid");
    let (mut rng, mut buffer) = (Rng::seeded(1), [0; FRAME_BYTES_MAX]);
    let mut outcomes = BTreeMap::new();
    let (mut called, mut steps, mut texts) = (0, [0; 3], Vec::new());

    for account in 0..4 {
        let row = [FieldValue::Number(account), FieldValue::Number(account)];
        let frame = frames.frame(account_row, &row, &mut buffer);
        assert!(twin.load(frame).is_accept());
    }
    for ts in 1..=MESSAGES {
        let frame = write_message(&frames, &mut rng, ts, &mut buffer);
        let before = allocations::calls();
        let verdict = twin.execute(frame);
        called += allocations::calls() - before;
        let rule = verdict.rule.map_or("", |rule| rules[usize::from(rule.0)].as_str());
        *outcomes.entry((ts % 16, rule, verdict.reason.map(|r| r.text()))).or_insert(0) += 1;
        texts.push(twin.string_count());
        if ts % 500 == 0 {
            let job = (ts / 500 % 3) as usize;
            let (of_job, calls) = run_job(&mut twin, job as u16);
            (steps[job], called) = (steps[job] + of_job, called + calls);
        }
    }

    assert_eq!(called, 0, "calls of the allocator");
    assert!(steps.iter().all(|of_job| *of_job > 40), "{steps:?}");
    // Everything that the rules and the statements can answer occurred.
    let of = |rule: &str, reason: Option<&str>| -> u32 {
        let wanted = outcomes.iter().filter(|((_, r, why), _)| *r == rule && *why == reason);
        wanted.map(|(_, count)| count).sum()
    };
    for rule in ["few_dearer", "turnover", "few_tickets", "near_last", "risk", "known"] {
        assert!(of(rule, Some("false")) > 20, "{rule}: {outcomes:?}");
    }
    assert!(of("turnover", Some("window_full")) > 20, "{outcomes:?}");
    assert!(of("risk", Some("division_by_zero")) > 20, "{outcomes:?}");
    for reason in ["group_full", "table_full", "dictionary_full"] {
        assert!(of("", Some(reason)) > 20, "{reason}: {outcomes:?}");
    }
    for kind in [0, 8, 13, 15] {
        assert!(outcomes[&(kind, "", None)] > 100, "message {kind}: {outcomes:?}");
    }
    // Texts came and went.
    let (least, most) = (texts[1_000..].iter().min(), texts.iter().max());
    assert!(most == Some(&TEXTS) && least < Some(&30), "{least:?} to {most:?} texts");
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

    let before = allocations::calls();
    filling.begin(&mut twin);
    let mut accepted = 0;
    for event in 4000..14_000 {
        accepted += u32::from(send(&mut twin, event));
        filling.follow(&mut twin);
        filling.step(&twin);
    }
    let (is_done, rows) = (filling.is_done(), filling.rows());
    let retired = filling.finish(&mut twin).expect("every row fits");
    let after = allocations::calls();

    assert_eq!(after - before, 0, "calls of the allocator");
    assert!(is_done && rows > 5000, "{rows} rows");
    assert!(accepted > 4500, "{accepted} accepted");
    drop(retired);
    assert_eq!(twin.program().rules.len(), 2);
}
