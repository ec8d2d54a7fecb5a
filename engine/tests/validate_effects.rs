// SPDX-License-Identifier: Apache-2.0

//! A test for each rule about the effects of a reject: a sound program, one change, and the problem
//! that the validator reports.

use engine::isa::{Gate, Instruction, Opcode, Operand, Phase};
use engine::program::{Entry, Program};
use engine::schema::RuleId;
use engine::validate::{Place, Problem, validate};
use engine::verdict::Reason;
use testkit::machine::random_program;
use testkit::rng::Rng;

/// The transaction with effects.
const ORDER: usize = 0;

/// A program whose effects write a row.
fn program() -> Program {
    let programs = (1..).map(|seed| random_program(&mut Rng::seeded(seed)));
    let mut with_effects =
        programs.filter(|program| !program.transactions[ORDER].effects.is_empty());
    with_effects.next().expect("most programs have effects")
}

fn refusal(change: impl FnOnce(&mut Program)) -> (Place, Problem) {
    let mut program = program();
    assert_eq!(validate(&program), Ok(()));
    change(&mut program);
    let error = validate(&program).expect_err("the change breaks a rule");
    (error.place, error.problem)
}

/// The problem after a change of the first instruction of an opcode and a gate.
fn changed(opcode: Opcode, gate: Gate, change: impl FnOnce(&mut Instruction, &Program)) -> Problem {
    let (place, problem) = refusal(|p| {
        let before = p.clone();
        change(find(p, opcode, gate), &before);
        p.transactions[ORDER].instructions.sort_by_key(|i| i.cycle);
    });
    assert!(matches!(place, Place::Instruction { transaction: ORDER, .. }), "{place}: {problem}");
    problem
}

fn find(program: &mut Program, opcode: Opcode, gate: Gate) -> &mut Instruction {
    let mut instructions = program.transactions[ORDER].instructions.iter_mut();
    instructions.find(|i| i.opcode == opcode && i.gate == gate).expect("there is one")
}

fn cycle(program: &Program, opcode: Opcode) -> (u16, u16) {
    let instructions = &program.transactions[ORDER].instructions;
    let found = instructions.iter().find(|i| i.opcode == opcode).expect("there is one");
    (found.cycle, found.ready())
}

#[test]
fn effects_are_settled_once() {
    let count = |found, expected| Problem::Count { what: "number of settles", found, expected };
    let is_settle = |i: &Instruction| i.opcode == Opcode::Settle;
    let none = refusal(|p| p.transactions[ORDER].instructions.retain(|i| !is_settle(i)));
    assert_eq!(none, (Place::Transaction(ORDER), count(0, 1)));
    let (place, problem) = refusal(|p| {
        let settle = *find(p, Opcode::Settle, Gate::Reject);
        p.transactions[1].instructions.push(Instruction { cycle: 400, ..settle });
        p.transactions[1].instructions.last_mut().expect("one was pushed").operands = [
            Operand::NONE,
            Operand::immediate(0),
            Operand::NONE,
            Operand::NONE,
            Operand::NONE,
            Operand::NONE,
        ];
    });
    assert_eq!((place, problem), (Place::Transaction(1), count(1, 0)));
}

#[test]
fn the_entries_of_effects_are_checks_and_written() {
    let rule = refusal(|p| p.transactions[ORDER].effects[0] = Entry::Rule(RuleId(0)));
    assert_eq!(rule, (Place::Transaction(ORDER), Problem::EffectRule));
    let (place, problem) = refusal(|p| {
        p.transactions[ORDER].effects.push(Entry::Check(Reason::Overflow));
        let settle = find(p, Opcode::Settle, Gate::Reject);
        settle.operands[1].index += 1;
    });
    assert!(matches!(place, Place::Entry(ORDER, _)), "{place}: {problem}");
    assert!(matches!(problem, Problem::Unwritten(_)));
    let count = changed(Opcode::Settle, Gate::Reject, |i, _| i.operands[1].index += 1);
    assert!(matches!(count, Problem::Count { what: "number of entries", .. }));
}

#[test]
fn gates_are_those_of_the_phases() {
    let named = changed(Opcode::Named, Gate::Reject, |i, _| i.gate = Gate::Accept);
    assert!(matches!(named, Problem::Gate(Gate::Accept) | Problem::Side(_)), "{named}");
    let settle = changed(Opcode::Settle, Gate::Reject, |i, _| i.gate = Gate::Accept);
    assert!(matches!(settle, Problem::Gate(Gate::Accept) | Problem::Side(_)), "{settle}");
    let verdict = changed(Opcode::Verdict, Gate::Accept, |i, _| i.gate = Gate::Reject);
    assert_eq!(verdict, Problem::Gate(Gate::Reject));
}

#[test]
fn effects_follow_the_decisions() {
    let early = changed(Opcode::Named, Gate::Reject, |i, p| i.cycle = cycle(p, Opcode::Verdict).0);
    assert!(matches!(early, Problem::CommitEarly { .. }), "{early}");
    let late = changed(Opcode::Fetch, Gate::Reject, |i, p| i.cycle = cycle(p, Opcode::Settle).1);
    // A result that is used before it arrives is found first.
    assert!(
        matches!(
            late,
            Problem::CheckLate { .. } | Problem::NotReady { .. } | Problem::Unwritten(_)
        ),
        "{late}"
    );
    let write = changed(Opcode::Write, Gate::Reject, |i, p| i.cycle = cycle(p, Opcode::Settle).0);
    assert!(matches!(write, Problem::CommitEarly { .. }), "{write}");
}

#[test]
fn the_sides_do_not_share_what_they_reserve() {
    let (place, reserved) = refusal(|p| {
        let instructions = &mut p.transactions[ORDER].instructions;
        // Their key columns are those of the row that is inserted.
        instructions.retain(|i| i.opcode != Opcode::Write || i.gate != Gate::Reject);
        let insert = *find(p, Opcode::Insert, Gate::Accept);
        let effect = find(p, Opcode::Insert, Gate::Reject);
        (effect.unit, effect.operands) = (insert.unit, insert.operands);
    });
    assert!(matches!(place, Place::Instruction { transaction: ORDER, .. }), "{place}: {reserved}");
    assert!(matches!(reserved, Problem::Side(_)), "{reserved}");
    let entry = changed(Opcode::Reserve, Gate::Reject, |i, _| i.operands[2].index = 0);
    assert!(matches!(entry, Problem::Side(_) | Problem::WrittenTwice(_)), "{entry}");
    let ungated = changed(Opcode::Reserve, Gate::Accept, |i, p| {
        i.operands[2].index = p.transactions[ORDER].entries.len() as u16;
    });
    assert!(matches!(ungated, Problem::Side(_)), "{ungated}");
}

#[test]
fn only_a_rule_is_named() {
    let check = changed(Opcode::Named, Gate::Reject, |i, p| {
        let entries = &p.transactions[ORDER].entries;
        let check = entries.iter().position(|entry| matches!(entry, Entry::Check(_)));
        i.operands[1].index = check.expect("there are checks") as u16;
    });
    assert!(matches!(check, Problem::Immediate(_)), "{check}");
    let commits = program().transactions[ORDER]
        .instructions
        .iter()
        .filter(|i| i.gate == Gate::Reject && i.opcode.signature().phase == Phase::Commit)
        .count();
    assert!(commits > 0);
}
