// SPDX-License-Identifier: Apache-2.0

//! What a scan of 256 rows costs the twin, beside a loop written by hand over the same columns.
//!
//! `cargo bench -p benches --bench scan`. For each kind of scan, three things are timed by the
//! processor time of the thread: messages of a rule file with one scan (M), the same messages of
//! the file without it (N), and the loop (L), which takes the same arguments and gives the same
//! number. A round times all three one after the other, each over the same groups, and gives two
//! ratios:
//!
//! * the scan: (M - N) / L, and
//! * the message: M / (N + L), the whole message by the twin beside one that contains the loop.
//!
//! What is printed is the median over rounds, since the machine can be faster in one round than in
//! another, and the least time of each. The command fails where the scan costs more than
//! [`RATIO_MAX`] times the loop.
//!
//! The loops read columns as the twin has them: 64 bits a cell, and a flag where a column can be
//! NULL. They give what SQL asks for: sums that do not overflow, and an error if a product of a
//! selected row does.

use engine::executor::Executor;
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::FrameKind;
use engine::schema::{MessageId, TableId};
use engine::twin::Twin;
use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;
use testkit::rng::Rng;

/// The most that a scan may take, as a multiple of the loop.
const RATIO_MAX: f64 = 2.0;
const ROUNDS: usize = 1_501;
/// The messages that a round times of each of the three: so few that most rounds are not
/// interrupted.
const MESSAGES: usize = 160;
/// The groups, which the messages ask for in turn.
const GROUPS: usize = 16;
const ROWS: usize = 256;

const TABLES: &str = "
    create table orders (
        order_id int8 primary key, account_id int not null, price int8 not null, quantity int,
        remaining int not null, ts int8 not null
    ) with (rows = 4096, group (account_id) = 256);
    create message ask (account_id int not null, price int8 not null, ts int8 not null);
    rule positive (ask.price > 0);
";

/// A kind of scan, and the same by hand.
struct Kind {
    name: &'static str,
    /// The rule that scans. It is true for every message.
    rule: &'static str,
    by_hand: fn(&Columns, i64, i64) -> i128,
}

const KINDS: &[Kind] = &[
    Kind {
        name: "count, two comparisons",
        rule: "rule scan ((select count(*) from orders where account_id = ask.account_id
            and price > ask.price and ts <= ask.ts) < 1000)",
        by_hand: count,
    },
    Kind {
        name: "exists, one comparison",
        rule: "rule scan (not exists (select 1 from orders where account_id = ask.account_id
            and price <= ask.price - 1000))",
        by_hand: exists,
    },
    Kind {
        name: "sum of a window of time",
        rule: "rule scan (coalesce((select sum(remaining) from orders
            where account_id = ask.account_id and ts > ask.ts - 500 and ts <= ask.ts), 0)
            < 1000000000)",
        by_hand: sum,
    },
    Kind {
        name: "max of a column that can be NULL",
        rule: "rule scan (coalesce((select max(quantity) from orders
            where account_id = ask.account_id and price > ask.price), 0) < 1000000000)",
        by_hand: max,
    },
    Kind {
        name: "sum of products, three conditions",
        rule: "rule scan (coalesce((select sum(price * quantity) from orders
            where account_id = ask.account_id and price > ask.price and remaining > 0
            and ts <= ask.ts), 0) < 1000000000000)",
        by_hand: notional,
    },
];

/// The columns of a group.
#[derive(Default)]
struct Columns {
    price: Vec<i64>,
    quantity: Vec<i64>,
    quantity_is_null: Vec<bool>,
    remaining: Vec<i64>,
    ts: Vec<i64>,
}

#[inline(never)]
fn count(of: &Columns, price: i64, ts: i64) -> i128 {
    let mut count = 0_i64;
    for (own_price, own_ts) in of.price.iter().zip(&of.ts) {
        count += i64::from(*own_price > price && *own_ts <= ts);
    }
    count.into()
}

/// Looks at every row, as a scan does: it takes the same time for every answer.
#[inline(never)]
fn exists(of: &Columns, price: i64, _: i64) -> i128 {
    let mut any = false;
    for own_price in &of.price {
        any |= *own_price <= price - 1_000;
    }
    any.into()
}

#[inline(never)]
fn sum(of: &Columns, _: i64, ts: i64) -> i128 {
    let mut sum = 0_i128;
    for (own_ts, remaining) in of.ts.iter().zip(&of.remaining) {
        if *own_ts > ts - 500 && *own_ts <= ts {
            sum += i128::from(*remaining);
        }
    }
    sum
}

#[inline(never)]
fn max(of: &Columns, price: i64, _: i64) -> i128 {
    let mut max = None;
    for ((own_price, quantity), is_null) in
        of.price.iter().zip(&of.quantity).zip(&of.quantity_is_null)
    {
        if *own_price > price && !is_null {
            max = max.max(Some(*quantity));
        }
    }
    max.unwrap_or(0).into()
}

#[inline(never)]
fn notional(of: &Columns, price: i64, ts: i64) -> i128 {
    let (mut sum, mut overflows) = (0_i128, false);
    for i in 0..of.price.len().min(of.ts.len()).min(of.remaining.len()) {
        if of.price[i] > price && of.remaining[i] > 0 && of.ts[i] <= ts && !of.quantity_is_null[i] {
            let (product, overflow) = of.price[i].overflowing_mul(of.quantity[i]);
            sum += i128::from(product);
            overflows |= overflow;
        }
    }
    if overflows { i128::MAX } else { sum }
}

/// The rows of the groups: columns for the loops, and cells for the twin.
struct Rows {
    groups: Vec<Columns>,
    cells: Vec<[Option<i64>; 6]>,
}

fn rows() -> Rows {
    let mut rng = Rng::seeded(1);
    let mut rows = Rows { groups: Vec::new(), cells: Vec::new() };
    for group in 0..GROUPS as i64 {
        let mut columns = Columns::default();
        for row in 0..ROWS as i64 {
            let [price, quantity, remaining, ts] =
                [100, 1_000, 100, 1_000].map(|end| rng.below(end) as i64);
            let is_null = rng.below(10) == 0;
            columns.price.push(price);
            columns.quantity.push(quantity);
            columns.quantity_is_null.push(is_null);
            columns.remaining.push(remaining);
            columns.ts.push(ts);
            let quantity = (!is_null).then_some(quantity);
            let id = group * ROWS as i64 + row;
            rows.cells.push([
                Some(id),
                Some(group),
                Some(price),
                quantity,
                Some(remaining),
                Some(ts),
            ]);
        }
        rows.groups.push(columns);
    }
    rows
}

/// A twin with the rows, and the frames of one message for each group.
fn twin(rule: &str, rows: &Rows) -> (Twin, Vec<Vec<u8>>) {
    let program = rulec::compile(&format!("{TABLES}{rule}")).0.expect("the rules compile");
    let row = program.layout(FrameKind::Row(TableId(0)));
    let message = program.layout(FrameKind::Message(MessageId(0)));
    let mut twin = Twin::new(program).expect("the program is valid");
    let mut buffer = [0; FRAME_BYTES_MAX];
    for cells in &rows.cells {
        let values = cells.map(|cell| cell.map_or(FieldValue::Null, FieldValue::Number));
        let frame = row.write(0, &values, &mut buffer).expect("a row fits its frame");
        assert!(twin.load(frame).is_accept());
    }
    let frames = (0..GROUPS)
        .map(|group| {
            let (price, ts) = arguments(group);
            let values = [group as i64, price, ts].map(FieldValue::Number);
            message.write(0, &values, &mut buffer).expect("a message fits its frame").to_vec()
        })
        .collect();
    (twin, frames)
}

/// What the message for a group asks with: price and time.
fn arguments(group: usize) -> (i64, i64) {
    (30 + group as i64, 900 - 20 * group as i64)
}

/// The nanoseconds of one of many calls.
fn time(mut call: impl FnMut(usize)) -> f64 {
    let start = processor_time();
    (0..MESSAGES).for_each(|i| call(i % GROUPS));
    (processor_time() - start).as_secs_f64() * 1e9 / MESSAGES as f64
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

fn messages(twin: &mut Twin, frames: &[Vec<u8>]) -> f64 {
    time(|group| assert!(black_box(twin.execute(black_box(&frames[group]))).is_accept()))
}

/// Prints the times of a kind, and returns what the scan costs as a multiple of the loop.
fn measure(kind: &Kind, rows: &Rows) -> f64 {
    let (mut with, frames) = twin(kind.rule, rows);
    let (mut without, _) = twin("", rows);
    let mut least = [f64::MAX; 3];
    let (mut scans, mut wholes) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let round = [
            messages(&mut with, &frames),
            messages(&mut without, &frames),
            time(|group| {
                let (price, ts) = black_box(arguments(group));
                black_box((kind.by_hand)(black_box(&rows.groups[group]), price, ts));
            }),
        ];
        let [m, n, l] = round;
        least = [0, 1, 2].map(|i: usize| least[i].min(round[i]));
        scans.push((m - n) / l);
        wholes.push(m / (n + l));
    }
    let [m, n, l] = least;
    let (scan, whole) = (median(&scans), median(&wholes));
    println!("{:36} {m:>9.1} {n:>9.1} {l:>9.1} {scan:>7.2} {whole:>9.2}", kind.name);
    scan
}

fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

fn main() -> ExitCode {
    let rows = rows();
    println!(
        "{:36} {:>9} {:>9} {:>9} {:>7} {:>9}",
        "scan of 256 rows", "with, ns", "without", "loop, ns", "scan", "message"
    );
    let ratios: Vec<f64> = KINDS.iter().map(|kind| measure(kind, &rows)).collect();
    let slow = KINDS.iter().zip(ratios).filter(|(_, ratio)| *ratio > RATIO_MAX);
    let slow: Vec<&str> = slow.map(|(kind, _)| kind.name).collect();
    for name in &slow {
        println!("more than {RATIO_MAX} times the loop: {name}");
    }
    if slow.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
