// SPDX-License-Identifier: Apache-2.0

//! A test for each rule about the verdict: a sound program, one change, and the problem that the
//! validator reports.

mod reference_support;

use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::program::Entry;
use engine::schema::{ColumnDef, ColumnKind, RuleId, Type};
use engine::validate::{Place, Problem};
use reference_support::{
    CANCEL_TRANSACTION as CANCEL, LOAD_ACCOUNT_TRANSACTION as LOAD_ACCOUNT,
    ORDER_TRANSACTION as ORDER, changed, find, operand, position, program, refusal,
};

const NONE: Operand = Operand::NONE;

#[test]
fn the_rules_come_first_and_in_order() {
    for change in [
        |entries: &mut Vec<Entry>| entries.swap(0, 1),
        |entries: &mut Vec<Entry>| entries.swap(2, 3),
        |entries: &mut Vec<Entry>| entries[1] = Entry::Rule(RuleId(1)),
        |entries: &mut Vec<Entry>| entries[1] = entries[0],
        |entries: &mut Vec<Entry>| entries[3] = entries[2],
        |entries: &mut Vec<Entry>| entries.truncate(2),
    ] {
        let (place, problem) = refusal(|p| change(&mut p.transactions[ORDER].entries));
        assert_eq!((place, problem), (Place::Transaction(ORDER), Problem::RuleOrder));
    }
    let (place, problem) = refusal(|p| {
        p.transactions[LOAD_ACCOUNT].entries[0] = Entry::Rule(RuleId(0));
    });
    assert_eq!((place, problem), (Place::Transaction(LOAD_ACCOUNT), Problem::RuleOrder));
}

#[test]
fn every_entry_is_ready_when_the_verdict_issues() {
    let (place, problem) = refusal(|p| {
        let index = position(p, ORDER, Opcode::Clean, 0);
        p.transactions[ORDER].instructions.remove(index);
    });
    let entry = operand(Space::Entry, 3);
    assert_eq!((place, problem), (Place::Entry(ORDER, 3), Problem::Unwritten(entry)));
    let (place, problem) = refusal(|p| find(p, ORDER, Opcode::Verdict, 0).cycle -= 1);
    assert!(matches!(place, Place::Entry(ORDER, _)));
    assert!(matches!(problem, Problem::NotReady { .. }));
}

#[test]
fn there_is_one_verdict_over_the_whole_frame() {
    let (place, problem) = refusal(|p| {
        let index = position(p, LOAD_ACCOUNT, Opcode::Verdict, 0);
        p.transactions[LOAD_ACCOUNT].instructions.remove(index);
    });
    assert_eq!((place, problem), (Place::Transaction(LOAD_ACCOUNT), Problem::Verdicts(0)));
    let (_, problem) = refusal(|p| {
        let verdict = *find(p, LOAD_ACCOUNT, Opcode::Verdict, 0);
        *find(p, LOAD_ACCOUNT, Opcode::Insert, 0) = verdict;
        find(p, LOAD_ACCOUNT, Opcode::Write, 0).operands[1] =
            find(p, LOAD_ACCOUNT, Opcode::Lookup, 0).operands[0];
    });
    assert_eq!(problem, Problem::Verdicts(2));
    // A transaction that reads no field could answer before the frame has been checked.
    let (_, problem) = refusal(|p| {
        p.rules.retain(|rule| rule.name != "known_order");
        let cancel = &mut p.transactions[CANCEL];
        cancel.instructions.retain(|i| i.opcode == Opcode::Verdict);
        cancel.entries.clear();
        cancel.instructions[0].operands[1] = Operand::immediate(0);
        cancel.instructions[0].cycle = 2;
        let text = ColumnDef {
            name: "note".into(),
            ty: Type::Char(4),
            nullable: false,
            kind: ColumnKind::Data,
        };
        p.messages[CANCEL].fields.push(text);
        let order = &mut p.transactions[ORDER].entries;
        (order[1], order[2]) = (Entry::Rule(RuleId(1)), Entry::Rule(RuleId(2)));
    });
    assert_eq!(problem, Problem::VerdictEarly { cycle: 2, parsed: 5 });
}

#[test]
fn checks_issue_before_the_verdict_and_changes_after_it() {
    // A fetch one cycle after the verdict, instead of the first change.
    let (_, problem) = refusal(|p| {
        let fetch = *find(p, CANCEL, Opcode::Fetch, 0);
        let verdict = *find(p, CANCEL, Opcode::Verdict, 0);
        let write = find(p, CANCEL, Opcode::Write, 0);
        *write = Instruction { cycle: verdict.cycle + 1, ..fetch };
        write.operands[0] = Operand::slot(400);
    });
    assert!(matches!(problem, Problem::CheckLate { .. }));
    let (field, problem) = changed(CANCEL, (Opcode::Write, 0), |i| i.cycle -= 1);
    assert_eq!(field, "cycle");
    assert!(matches!(problem, Problem::CommitEarly { .. }));
}

#[test]
fn the_stated_cycles_match_the_schedule() {
    let mut sample = program(64);
    let verdict = find(&mut sample, ORDER, Opcode::Verdict, 0).cycle + 4;
    assert_eq!(sample.transactions[ORDER].verdict_cycles, verdict);
    for wrong in [verdict - 1, verdict + 1] {
        let (place, problem) = refusal(|p| p.transactions[ORDER].verdict_cycles = wrong);
        let found = wrong.into();
        let what = "`verdict_cycles`";
        let expected = Problem::Count { what, found, expected: verdict.into() };
        assert_eq!((place, problem), (Place::Transaction(ORDER), expected));
    }
    let (_, problem) = refusal(|p| p.transactions[ORDER].commit_cycles += 1);
    assert!(matches!(problem, Problem::Count { what: "`commit_cycles`", .. }));
}

#[test]
fn nothing_is_in_flight_at_the_end() {
    let (_, problem) = refusal(|p| {
        let verdict = position(p, LOAD_ACCOUNT, Opcode::Verdict, 0);
        let cycle = p.transactions[LOAD_ACCOUNT].instructions[verdict].cycle;
        let [a, b] = [0, 1].map(Operand::slot);
        let operands = [Operand::slot(400), a, b, a, NONE, NONE];
        let late = Instruction::new(Opcode::MulDiv, 0, cycle, operands);
        p.transactions[LOAD_ACCOUNT].instructions.insert(verdict, late);
    });
    assert!(matches!(problem, Problem::InFlight { .. }));
}
