// SPDX-License-Identifier: Apache-2.0

//! Properties of the reference interpreter that no scenario in `scenarios/` shows: hidden tables,
//! the map of failing rules, capacities of the machine and malformed frames.

mod reference_support;

use engine::executor::{Executor, digest};
use engine::frame::FieldValue::{self, Null, Number, Text};
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::TableId;
use reference_support::{ACCOUNT, CANCEL, GROUPS, ORDER, ORDER_LOG, dump, frame, program, text};
use testkit::rng::Rng;

struct Broker {
    program: Program,
    machine: Reference,
}

impl Broker {
    fn new(rows: u32) -> Broker {
        let program = program(rows);
        let machine = Reference::new(program.clone()).expect("the program is sound");
        Broker { program, machine }
    }

    fn load(&mut self, table: TableId, values: &[FieldValue<'_>]) -> String {
        let frame = frame(&self.program, FrameKind::Row(table), values);
        text(self.machine.load(&frame))
    }

    fn order(&mut self, id: i64, account: i64, ticket: &str, price: Option<i64>, n: i64) -> String {
        let price = price.map_or(Null, Number);
        let ticket = Text(ticket.as_bytes());
        let values = [Number(id), Number(account), ticket, price, Number(n)];
        let frame = frame(&self.program, FrameKind::Message(ORDER), &values);
        text(self.machine.execute(&frame))
    }

    fn cancel(&mut self, id: i64) -> String {
        let frame = frame(&self.program, FrameKind::Message(CANCEL), &[Number(id)]);
        text(self.machine.execute(&frame))
    }
}

#[test]
fn a_group_has_the_aggregates_of_its_rows() {
    let mut b = Broker::new(8);
    b.load(ACCOUNT, &[Number(2), Number(1000)]);
    assert_eq!(b.order(10, 2, "ZM", Some(3), 100), "accept");
    assert_eq!(b.order(11, 2, "ZM", Some(5), 2), "accept");
    assert_eq!(b.order(9, 2, "AMZN", Some(5), 1), "accept");
    assert_eq!(b.order(8, 2, "ZM", None, 1), "accept");
    // Rows, count, sum, min, max. A NULL counts only as a row. Texts are ordered by their bytes,
    // not by their codes.
    assert_eq!(
        dump(&b.machine, GROUPS),
        ["2 'AMZN' 1 1 5/1 [5x1] [5x1]", "2 'ZM' 3 2 8/2 [3x1,5x1] [3x1,5x1]"]
    );
    assert_eq!(b.cancel(11), "accept");
    assert_eq!(b.cancel(9), "accept");
    assert_eq!(dump(&b.machine, GROUPS), ["2 'ZM' 2 1 3/1 [3x1] [3x1]"]);
}

#[test]
fn all_failing_rules_are_in_the_map() {
    let mut b = Broker::new(8);
    b.load(ACCOUNT, &[Number(2), Number(1000)]);
    assert_eq!(b.order(1, 2, "A", Some(9), 1), "accept");
    let before = [ACCOUNT, ORDER_LOG, GROUPS].map(|t| digest(&b.machine, t));
    assert_eq!(b.order(2, 2, "A", Some(0), 1), "rule 0 false 101");
    assert_eq!(b.order(2, 2, "A", Some(8), 1), "rule 3 false 100");
    assert_eq!(b.order(2, 2, "A", Some(8), 1000), "rule 2 false 110");
    // A check is not in the map.
    assert_eq!(b.order(1, 2, "A", Some(9), 1), "duplicate_key 0");
    assert_eq!(before, [ACCOUNT, ORDER_LOG, GROUPS].map(|t| digest(&b.machine, t)));
}

#[test]
fn the_levels_of_a_group_are_limited() {
    let mut b = Broker::new(2000);
    for price in 1..=1024 {
        let values = [Number(price), Number(1), Text(b"A"), Number(price), Number(1)];
        assert_eq!(b.load(ORDER_LOG, &values), "accept");
    }
    let mut row =
        |id, price| b.load(ORDER_LOG, &[Number(id), Number(1), Text(b"A"), price, Number(1)]);
    assert_eq!(row(2001, Number(0)), "levels_full 0");
    assert_eq!(row(2002, Number(500)), "accept");
    assert_eq!(row(2003, Null), "accept");
    // One level is removed, so that one can be added.
    assert_eq!(b.cancel(1), "accept");
    assert_eq!(
        b.load(ORDER_LOG, &[Number(2004), Number(1), Text(b"A"), Number(0), Number(1)]),
        "accept"
    );
}

#[test]
fn a_rejected_message_adds_no_string() {
    let mut b = Broker::new(4);
    b.load(ACCOUNT, &[Number(1), Number(100)]);
    for id in 0..70_000 {
        let ticket = format!("T{id}");
        let verdict = b.order(id, 1, &ticket, Some(0), 1);
        assert_eq!(verdict, "rule 0 false 1");
    }
    assert_eq!(b.order(1, 1, "T1", Some(1), 1), "accept");
    assert_eq!(dump(&b.machine, ORDER_LOG), ["1 1 'T1' 1 1"]);
}

#[test]
fn a_full_dictionary_rejects_new_strings() {
    let mut program = program(4);
    program.strings = (0..65_535).map(|i| format!("S{i}")).collect();
    let machine = Reference::new(program.clone()).expect("the program is sound");
    let mut b = Broker { program, machine };
    b.load(ACCOUNT, &[Number(1), Number(100)]);
    assert_eq!(b.order(1, 1, "NEW", Some(1), 1), "accept");
    assert_eq!(b.order(2, 1, "NEWER", Some(1), 1), "dictionary_full 0");
    assert_eq!(b.order(3, 1, "NEW", Some(1), 1), "accept");
    assert_eq!(b.order(4, 1, "S7", Some(1), 1), "accept");
    assert_eq!(dump(&b.machine, ORDER_LOG), ["1 1 'NEW' 1 1", "3 1 'NEW' 1 1", "4 1 'S7' 1 1"]);
}

#[test]
fn bytes_that_are_not_a_frame_are_malformed() {
    let mut b = Broker::new(4);
    let good = frame(&b.program, FrameKind::Message(CANCEL), &[Number(1)]);
    let row = frame(&b.program, FrameKind::Row(ACCOUNT), &[Number(1), Null]);
    assert_eq!(text(b.machine.execute(&good)), "rule 1 false 1");
    // `execute` takes only messages, `load` only rows.
    assert_eq!(text(b.machine.load(&good)), "malformed 0");
    assert_eq!(text(b.machine.execute(&row)), "malformed 0");
    for length in 0..good.len() {
        assert_eq!(text(b.machine.execute(&good[..length])), "malformed 0");
    }
    for (byte, value) in [(0, 99), (2, 1 ^ 255), (3, 1), (8, 1), (9, 1)] {
        let mut bad = good.clone();
        bad[byte] ^= value;
        assert_eq!(text(b.machine.execute(&bad)), "malformed 0", "byte {byte}");
    }
    assert_eq!(text(b.machine.load(&row)), "accept");
}

/// The hidden table always equals the result of a scan of the order log.
#[test]
fn aggregates_are_those_of_the_rows() {
    let seed = 20_240_601;
    let mut random = Rng::seeded(seed);
    let mut b = Broker::new(40);
    for account in 0..3 {
        b.load(ACCOUNT, &[Number(account), Number(1 << 40)]);
    }
    let mut accepted = 0;
    for step in 0..4000 {
        let id = random.below(60) as i64;
        let verdict = if random.below(3) == 0 {
            b.cancel(id)
        } else {
            let price = (random.below(8) > 0).then(|| 1 + random.below(12) as i64);
            let ticket = ["A", "B", "AMZN"][random.below(3)];
            b.order(id, random.below(3) as i64, ticket, price, 3)
        };
        accepted += u32::from(verdict == "accept");
        assert_eq!(dump(&b.machine, GROUPS), groups_of(&b), "seed {seed}, step {step}");
    }
    assert!(accepted > 1000, "{accepted} of 4000");
}

fn groups_of(b: &Broker) -> Vec<String> {
    use std::collections::BTreeMap;
    let mut groups: BTreeMap<(i64, String), (u32, Vec<i64>)> = BTreeMap::new();
    for row in dump(&b.machine, ORDER_LOG) {
        let cells: Vec<&str> = row.split(' ').collect();
        let key = (cells[1].parse().expect("a number"), cells[2].to_string());
        let (rows, prices) = groups.entry(key).or_default();
        *rows += 1;
        prices.extend(cells[3].parse::<i64>());
    }
    let lines = groups.into_iter().map(|((account, ticket), (rows, prices))| {
        let mut levels: BTreeMap<i64, u32> = BTreeMap::new();
        for price in &prices {
            *levels.entry(*price).or_default() += 1;
        }
        let each: Vec<String> = levels.iter().map(|(v, n)| format!("{v}x{n}")).collect();
        let (levels, count) = (each.join(","), prices.len());
        let sum: i64 = prices.iter().sum();
        format!("{account} {ticket} {rows} {count} {sum}/{count} [{levels}] [{levels}]")
    });
    lines.collect()
}
