// SPDX-License-Identifier: Apache-2.0

//! Severities and modes of rules, on the reference interpreter and the twin.

mod twin_support;

use engine::executor::{Executor, digest};
use engine::frame::{FieldValue, ModeChange};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::rule::{Mode, ModeError, RuleDef, Severity};
use engine::schema::{MessageId, RuleId};
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use std::sync::Arc;
use twin_support::{ACCOUNT, FUNDS, Frames, KNOWN, NEAR, ORDER_LOG, Order, POSITION, desk};

/// The two executors with account 1, which has a balance of 100.
struct Pair {
    executors: [Box<dyn Executor>; 2],
    frames: Frames,
}

impl Pair {
    fn new(program: Program) -> Pair {
        let frames = Frames::new(&program);
        let mut pair = Pair {
            executors: [
                Box::new(Reference::new(program.clone()).expect("the desk is valid")),
                Box::new(Twin::new(program).expect("the desk is valid")),
            ],
            frames,
        };
        let mut buffer = [0; FRAME_BYTES_MAX];
        let values = [FieldValue::Number(1), FieldValue::Number(100)];
        let row = pair.frames.frame(2, &values, &mut buffer).to_vec();
        assert_eq!(pair.both(|executor| executor.load(&row)), Verdict::ACCEPT);
        pair
    }

    /// The answer of both executors, whose tables are equal afterwards.
    fn both(&mut self, mut answer: impl FnMut(&mut dyn Executor) -> Verdict) -> Verdict {
        let [reference, twin] = self.executors.each_mut().map(|executor| answer(&mut **executor));
        assert_eq!(reference, twin);
        for table in [ACCOUNT, ORDER_LOG] {
            let [reference, twin] = self.executors.each_ref().map(|e| digest(&**e, table));
            assert_eq!(reference, twin);
        }
        reference
    }

    fn order(&mut self, id: i64, price: Option<i64>, quantity: i64) -> Verdict {
        let mut buffer = [0; FRAME_BYTES_MAX];
        let order = Order { id, account: 1, ticket: "AMZN", price, quantity };
        let frame = self.frames.order_as(0, &order, &mut buffer).to_vec();
        self.both(|executor| executor.execute(&frame))
    }

    fn change(&mut self, rule: RuleId, mode: Mode) -> Verdict {
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = ModeChange { rule, mode }.write(9, &mut buffer).to_vec();
        assert_eq!(self.both(|executor| executor.load(&frame)), refused(Reason::Malformed));
        self.both(|executor| executor.execute(&frame))
    }

    fn modes(&self) -> [Option<Mode>; 4] {
        let [reference, twin] = self
            .executors
            .each_ref()
            .map(|executor| [FUNDS, POSITION, NEAR, KNOWN].map(|rule| executor.mode(rule)));
        assert_eq!(reference, twin);
        reference
    }
}

fn refused(reason: Reason) -> Verdict {
    Verdict::refused(reason)
}

fn warned(warnings: u128) -> Verdict {
    Verdict { warnings, ..Verdict::ACCEPT }
}

#[test]
fn a_rule_that_warns_never_rejects() {
    let mut program = desk(8);
    program.rules[usize::from(FUNDS.0)].severity = Severity::Warn;
    program.rules[usize::from(NEAR.0)].severity = Severity::Warn;
    let mut pair = Pair::new(program);
    assert_eq!(pair.order(1, Some(10), 10), Verdict::ACCEPT);
    // Without a price, cost and distance are NULL; what is left of the balance is NULL too.
    assert_eq!(pair.order(2, Some(21), 20), warned(0b101), "FALSE and FALSE");
    assert_eq!(pair.order(3, None, 1), warned(0b101), "NULL and NULL");
    // A check still rejects, and the maps have their bits in rejects too.
    let overflow = pair.order(4, Some(i64::MAX), 2);
    assert_eq!(overflow, Verdict { warnings: 0b101, ..refused(Reason::Overflow) });
    let blocked =
        Verdict { rule: Some(POSITION), failing: 0b010, warnings: 0b101, ..refused(Reason::False) };
    assert_eq!(pair.order(5, Some(21), 99), blocked);
}

#[test]
fn modes_change_between_two_messages() {
    let mut pair = Pair::new(desk(8));
    let expensive = Verdict { rule: Some(FUNDS), failing: 0b001, ..refused(Reason::False) };
    assert_eq!(pair.order(1, Some(10), 11), expensive);
    assert_eq!(pair.change(FUNDS, Mode::Warn), Verdict::ACCEPT);
    assert_eq!(pair.order(1, Some(10), 11), warned(0b001));
    assert_eq!(pair.change(FUNDS, Mode::Off), Verdict::ACCEPT);
    assert_eq!(pair.order(2, Some(10), 11), Verdict::ACCEPT);
    // Of two failing rules the first that blocks is named.
    assert_eq!(pair.change(FUNDS, Mode::Warn), Verdict::ACCEPT);
    let far =
        Verdict { rule: Some(NEAR), failing: 0b100, warnings: 0b001, ..refused(Reason::False) };
    assert_eq!(pair.order(3, Some(30), 5), far);
    assert_eq!(pair.modes(), [Mode::Warn, Mode::Block, Mode::Block, Mode::Block].map(Some));
    assert_eq!(pair.change(RuleId(4), Mode::Warn), refused(Reason::Malformed));
    for executor in &mut pair.executors {
        assert_eq!(executor.set_mode(RuleId(4), Mode::Off), Err(ModeError::Rule(RuleId(4))));
        assert_eq!(executor.set_mode(KNOWN, Mode::Off), Ok(()));
        assert_eq!(executor.mode(RuleId(4)), None);
    }
    assert_eq!(pair.modes(), [Mode::Warn, Mode::Block, Mode::Block, Mode::Off].map(Some));
}

#[test]
fn changed_modes_survive_another_program() {
    let first = desk(8);
    let mut second = first.clone();
    // The rules of the message change their places, and one of them its severity.
    second.rules[usize::from(POSITION.0)].severity = Severity::Warn;
    second.rules[usize::from(NEAR.0)] = RuleDef::new("nearby", MessageId(0));
    let mut pair = Pair::new(first.clone());
    pair.change(FUNDS, Mode::Off);
    pair.change(NEAR, Mode::Off);
    let (first, second) = (Arc::new(first), Arc::new(second));
    for (program, modes) in [
        (&second, [Mode::Off, Mode::Warn, Mode::Block, Mode::Block]),
        // A rule that the previous program did not have has its declared severity.
        (&first, [Mode::Off, Mode::Block, Mode::Block, Mode::Block]),
    ] {
        for executor in &mut pair.executors {
            executor.swap(Arc::clone(program)).expect("they are one family");
        }
        assert_eq!(pair.modes(), modes.map(Some));
    }
}
