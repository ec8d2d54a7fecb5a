// SPDX-License-Identifier: Apache-2.0

//! The software twin on a hand-assembled desk: its answers, its tables, and a comparison with the
//! reference interpreter.

mod twin_support;

use engine::executor::{Cell, Executor, digest};
use engine::frame::{self, FieldValue};
use engine::machine::FRAME_BYTES_MAX;
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use proptest::prelude::*;
use twin_support::{ACCOUNT, FUNDS, Frames, GROUPS, KNOWN, NEAR, ORDER_LOG, Order, POSITION, desk};

struct Desk {
    twin: Twin,
    frames: Frames,
    buffer: [u8; FRAME_BYTES_MAX],
}

impl Desk {
    /// A desk with account 1 and its balance.
    fn new(rows_max: u32, balance: i64) -> Desk {
        let program = desk(rows_max);
        let mut desk = Desk {
            frames: Frames::new(&program),
            twin: Twin::new(program).expect("the desk is valid"),
            buffer: [0; FRAME_BYTES_MAX],
        };
        assert_eq!(desk.account(1, balance), Verdict::ACCEPT);
        desk
    }

    fn account(&mut self, account: i64, balance: i64) -> Verdict {
        let values = [FieldValue::Number(account), FieldValue::Number(balance)];
        let frame = self.frames.frame(2, &values, &mut self.buffer);
        self.twin.load(frame)
    }

    fn order(&mut self, id: i64, ticket: &str, price: Option<i64>, quantity: i64) -> Verdict {
        let order = Order { id, account: 1, ticket, price, quantity };
        let frame = self.frames.order_as(0, &order, &mut self.buffer);
        self.twin.execute(frame)
    }

    fn cancel(&mut self, id: i64) -> Verdict {
        let frame = self.frames.frame(1, &[FieldValue::Number(id)], &mut self.buffer);
        self.twin.execute(frame)
    }

    fn rows(&self, table: TableId) -> Vec<String> {
        rows(&self.twin, table)
    }

    /// The state that a rejected message must not change.
    fn state(&self) -> (Vec<u64>, u32) {
        let tables = [ACCOUNT, ORDER_LOG, GROUPS].map(|table| digest(&self.twin, table));
        (tables.to_vec(), self.twin.string_count())
    }
}

fn rows(executor: &dyn Executor, table: TableId) -> Vec<String> {
    let mut rows = Vec::new();
    executor.visit_rows(table, &mut |cells| {
        let cells = cells.iter().map(|cell| match cell {
            Cell::Null => "null".to_owned(),
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => text.to_string(),
            Cell::Sum(count, sum) => format!("{sum}/{count}"),
            Cell::Levels(levels) => format!("{levels:?}"),
            Cell::Texts(texts) => format!("{texts:?}"),
        });
        rows.push(cells.collect::<Vec<_>>().join(" "));
    });
    rows
}

fn rejected(verdict: Verdict) -> (Option<Reason>, Option<u16>, u128) {
    (verdict.reason, verdict.rule.map(|rule| rule.0), verdict.failing)
}

#[test]
fn an_accepted_order_moves_money_log_and_aggregates() {
    let mut desk = Desk::new(8, 10_000);
    assert_eq!(desk.order(7, "TSLA", Some(20), 10), Verdict::ACCEPT);
    assert_eq!(desk.order(5, "AMZN", Some(30), 20), Verdict::ACCEPT);
    assert_eq!(desk.order(6, "TSLA", Some(25), 30), Verdict::ACCEPT);
    assert_eq!(desk.order(4, "TSLA", Some(20), 1), Verdict::ACCEPT);
    assert_eq!(desk.rows(ACCOUNT), ["1 8430"]);
    assert_eq!(
        desk.rows(ORDER_LOG),
        ["4 1 TSLA 20 1", "5 1 AMZN 30 20", "6 1 TSLA 25 30", "7 1 TSLA 20 10"]
    );
    assert_eq!(
        desk.rows(GROUPS),
        [
            "1 AMZN 1 1 20/1 [(30, 1)] [(30, 1)]",
            "1 TSLA 3 3 41/3 [(20, 2), (25, 1)] [(20, 2), (25, 1)]"
        ]
    );
    assert_eq!(desk.cancel(7), Verdict::ACCEPT);
    assert_eq!(desk.cancel(5), Verdict::ACCEPT);
    assert_eq!(desk.cancel(4), Verdict::ACCEPT);
    assert_eq!(desk.rows(GROUPS), ["1 TSLA 1 1 30/1 [(25, 1)] [(25, 1)]"]);
    assert_eq!(desk.rows(ACCOUNT), ["1 9250"]);
    assert_eq!(desk.twin.row_count(ORDER_LOG), 1);
}

#[test]
fn the_first_failing_rule_is_named_and_all_are_in_the_map() {
    let mut desk = Desk::new(8, 1_000);
    let rule =
        |reason, rule: engine::schema::RuleId, failing| (Some(reason), Some(rule.0), failing);
    let refused = desk.order(1, "AMZN", Some(11), 101);
    assert_eq!(rejected(refused), rule(Reason::False, FUNDS, 0b011));
    assert_eq!(desk.order(1, "AMZN", Some(5), 60), Verdict::ACCEPT);
    let refused = desk.order(2, "AMZN", Some(5), 41);
    assert_eq!(rejected(refused), rule(Reason::False, POSITION, 0b010));
    let refused = desk.order(2, "AMZN", Some(16), 1);
    assert_eq!(rejected(refused), rule(Reason::False, NEAR, 0b100));
    // Without a price the cost and the distance are NULL.
    let refused = desk.order(2, "AMZN", None, 1);
    assert_eq!(rejected(refused), rule(Reason::Null, FUNDS, 0b101));
    let refused = desk.order(2, "AMZN", Some(i64::MAX), 2);
    assert_eq!(rejected(refused), rule(Reason::Overflow, FUNDS, 0b101));
    assert_eq!(rejected(desk.cancel(9)), rule(Reason::False, KNOWN, 0b1));
}

#[test]
fn checks_reject_without_a_rule() {
    let mut desk = Desk::new(3, 10_000);
    let check = |reason| (Some(reason), None, 0);
    assert_eq!(rejected(desk.account(1, 5)), check(Reason::DuplicateKey));
    for id in 1..=3 {
        let ticket = ["A", "B", "C"][id as usize - 1];
        assert_eq!(desk.order(id, ticket, Some(1), 1), Verdict::ACCEPT);
    }
    assert_eq!(rejected(desk.order(2, "A", Some(1), 1)), check(Reason::DuplicateKey));
    assert_eq!(rejected(desk.order(4, "A", Some(1), 1)), check(Reason::TableFull));
    assert_eq!(rejected(desk.order(4, "D", Some(1), 1)), check(Reason::TableFull));
    assert_eq!(desk.cancel(2), Verdict::ACCEPT);
    assert_eq!(desk.order(4, "D", Some(1), 1), Verdict::ACCEPT);
    assert_eq!(desk.twin.row_count(GROUPS), 3);
}

#[test]
fn a_rejected_message_changes_nothing() {
    let mut desk = Desk::new(2, 100);
    assert_eq!(desk.order(1, "AMZN", Some(10), 2), Verdict::ACCEPT);
    let before = desk.state();
    for (id, ticket, price, quantity) in [
        (1, "NEW1", Some(1), 1),
        (2, "NEW2", Some(99), 1),
        (3, "NEW3", None, 1),
        (4, "NEW4", Some(0), 200),
    ] {
        assert!(!desk.order(id, ticket, price, quantity).is_accept());
        assert_eq!(desk.state(), before);
    }
    assert_eq!(desk.order(2, "NEW5", Some(1), 1), Verdict::ACCEPT);
    assert_eq!(desk.state().1, before.1 + 1);
}

#[test]
fn malformed_frames_are_refused() {
    let mut desk = Desk::new(4, 1_000);
    let before = desk.state();
    let refused = Verdict::refused(Reason::Malformed);
    let order = Order { id: 1, account: 1, ticket: "AMZN", price: Some(1), quantity: 1 };
    let frame = desk.frames.order_as(0, &order, &mut desk.buffer).to_vec();
    for length in 0..frame.len() {
        assert_eq!(desk.twin.execute(&frame[..length]), refused);
    }
    assert_eq!(desk.twin.execute(&[&frame[..], &[0]].concat()), refused);
    assert_eq!(desk.twin.load(&frame), refused, "a message is not a row");
    for (byte, bits) in [(2, 0x80), (2, 2), (3, 1), (8, 1), (8, 8), (9, 1), (26, 0xFF)] {
        let mut bad = frame.clone();
        bad[byte] ^= bits;
        assert_eq!(desk.twin.execute(&bad), refused, "byte {byte} by {bits:#x}");
    }
    assert_eq!(desk.state(), before);
    assert_eq!(desk.twin.execute(&frame), Verdict::ACCEPT);
    assert_eq!(desk.twin.execute(&frame).reason, Some(Reason::DuplicateKey));
}

#[test]
fn the_levels_of_a_group_are_limited() {
    let mut desk = Desk::new(4096, i64::MAX);
    for id in 0..1024 {
        assert_eq!(desk.order(id, "AMZN", Some(2000 - id), 0), Verdict::ACCEPT);
    }
    let full = desk.order(5000, "AMZN", Some(1), 0);
    assert_eq!(rejected(full), (Some(Reason::LevelsFull), None, 0));
    assert_eq!(desk.order(5000, "AMZN", Some(980), 0), Verdict::ACCEPT);
    assert_eq!(desk.cancel(3), Verdict::ACCEPT);
    assert_eq!(desk.order(5001, "AMZN", Some(1), 0), Verdict::ACCEPT);
}

/// A frame of the differential test: a message or a row with small values, or garbled bytes.
#[derive(Clone, Debug)]
enum Step {
    Order(usize, i64, i64, usize, Option<i64>, i64),
    Cancel(i64),
    Account(i64, i64),
    Garbled(usize, u8),
}

const TICKETS: [&str; 6] = ["AMZN", "TSLA", "", "MSFT", "GOOG", "A B"];

fn step() -> impl Strategy<Value = Step> {
    let price =
        prop_oneof![1 => Just(None), 1 => Just(Some(i64::MAX)), 12 => (-3..12_i64).prop_map(Some)];
    let transaction = prop::sample::select(&[0, 0, 0, 3][..]);
    let fields = (0..9_i64, 0..4_i64, 0..TICKETS.len(), price, -2..40_i64);
    let order = (transaction, fields).prop_map(|(transaction, fields)| {
        let (id, account, ticket, price, quantity) = fields;
        Step::Order(transaction, id, account, ticket, price, quantity)
    });
    prop_oneof![
        8 => order,
        4 => (0..9_i64).prop_map(Step::Cancel),
        2 => (0..5_i64, prop::sample::select(&[0, 300, 5_000, i64::MAX, i64::MIN][..]))
            .prop_map(|(account, balance)| Step::Account(account, balance)),
        1 => (0..64_usize, any::<u8>()).prop_map(|(byte, bits)| Step::Garbled(byte, bits)),
    ]
}

fn frame<'b>(frames: &Frames, step: &Step, buffer: &'b mut [u8; FRAME_BYTES_MAX]) -> &'b [u8] {
    let number = FieldValue::Number;
    match *step {
        Step::Order(as_what, id, account, ticket, price, quantity) => {
            let ticket = TICKETS[ticket];
            let order = Order { id, account, ticket, price, quantity };
            frames.order_as(as_what, &order, buffer)
        }
        Step::Cancel(id) => frames.frame(1, &[number(id)], buffer),
        Step::Account(account, balance) => {
            frames.frame(2, &[number(account), number(balance)], buffer)
        }
        // The bytes are those of the previous frame with one changed.
        Step::Garbled(byte, bits) => {
            let length = frame::stated_length(buffer).unwrap_or(0).min(buffer.len());
            buffer[byte] ^= bits;
            &buffer[..length]
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// Compares every verdict and every table.
    #[test]
    fn agrees_with_the_reference(
        steps in prop::collection::vec(step(), 1..120),
        rows_max in 1_u32..7,
    ) {
        let program = desk(rows_max);
        let frames = Frames::new(&program);
        let mut reference = Reference::new(program.clone()).expect("the desk is valid");
        let mut twin = Twin::new(program).expect("the desk is valid");
        let mut buffer = [0; FRAME_BYTES_MAX];
        for step in &steps {
            let frame = frame(&frames, step, &mut buffer);
            prop_assert_eq!(twin.execute(frame), reference.execute(frame), "{:?}", step);
            prop_assert_eq!(twin.load(frame), reference.load(frame), "{:?}", step);
            for table in [ACCOUNT, ORDER_LOG, GROUPS] {
                prop_assert_eq!(rows(&twin, table), rows(&reference, table), "{:?}", step);
                prop_assert_eq!(digest(&twin, table), digest(&reference, table));
            }
        }
    }
}
