// SPDX-License-Identifier: Apache-2.0

//! A test for each rule about transactions: a sound program, one change, and what the validator
//! says of it.

mod reference_support;

use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::machine::{CYCLES_MAX, ENTRIES_MAX, INSTRUCTIONS_MAX};
use engine::ports::Port;
use engine::program::{Entry, Program};
use engine::schema::{ColumnDef, ColumnKind, RuleId, TableId, Type};
use engine::validate::{Kind, Place, Problem, validate};
use engine::value::Value;
use engine::verdict::Reason;
use reference_support::program;

const NONE: Operand = Operand::NONE;

/// Transactions of the sample program.
const ORDER: usize = 0;
const CANCEL: usize = 1;
const LOAD_ACCOUNT: usize = 2;

fn refusal(change: impl FnOnce(&mut Program)) -> (Place, Problem) {
    let mut program = program(64);
    assert_eq!(validate(&program), Ok(()));
    change(&mut program);
    let error = validate(&program).expect_err("the change breaks a rule");
    (error.place, error.problem)
}

/// Where the nth instruction with an opcode stands.
fn position(program: &Program, transaction: usize, opcode: Opcode, nth: usize) -> usize {
    let instructions = program.transactions[transaction].instructions.iter();
    let mut found = instructions.enumerate().filter(|(_, i)| i.opcode == opcode);
    found.nth(nth).expect("there is one").0
}

fn find(program: &mut Program, transaction: usize, opcode: Opcode, nth: usize) -> &mut Instruction {
    let index = position(program, transaction, opcode, nth);
    &mut program.transactions[transaction].instructions[index]
}

/// The field and the problem after a change of the nth instruction with an opcode.
fn changed(
    transaction: usize,
    (opcode, nth): (Opcode, usize),
    change: impl FnOnce(&mut Instruction),
) -> (&'static str, Problem) {
    let (place, problem) = refusal(|p| change(find(p, transaction, opcode, nth)));
    match place {
        Place::Instruction { field, .. } => (field, problem),
        other => panic!("{other}: {problem}"),
    }
}

fn operand(space: Space, index: u16) -> Operand {
    Operand::new(space, index)
}

#[test]
fn counts_keep_within_the_machine() {
    let (place, problem) = refusal(|p| {
        let last = *p.transactions[CANCEL].instructions.last().expect("there is one");
        p.transactions[CANCEL].instructions.resize(INSTRUCTIONS_MAX + 1, last);
    });
    assert_eq!(place, Place::Transaction(CANCEL));
    assert!(matches!(problem, Problem::TooMany { what: "instructions", .. }));
    let (place, problem) = refusal(|p| {
        let check = Entry::Check(Reason::TableFull);
        p.transactions[CANCEL].entries.resize(ENTRIES_MAX + 1, check);
    });
    assert_eq!(place, Place::Transaction(CANCEL));
    assert!(matches!(problem, Problem::TooMany { what: "verdict entries", .. }));
    let late = changed(CANCEL, (Opcode::Close, 0), |i| i.cycle = CYCLES_MAX as u16);
    assert!(matches!(late, ("cycle", Problem::TooMany { what: "cycles", .. })));
    // The last change may issue in time and still be done too late.
    let (place, problem) = refusal(|p| {
        find(p, CANCEL, Opcode::Close, 0).cycle = CYCLES_MAX as u16 - 1;
        p.transactions[CANCEL].commit_cycles = CYCLES_MAX as u16 + 2;
    });
    assert_eq!(place, Place::Transaction(CANCEL));
    assert!(matches!(problem, Problem::TooMany { what: "cycles", .. }));
}

#[test]
fn units_exist() {
    for (opcode, unit, limit) in [
        (Opcode::Mul, 32, 32),
        (Opcode::Chain, 8, 8),
        (Opcode::Verdict, 1, 1),
        (Opcode::Lookup, 3, 3),
        (Opcode::Fetch, 3, 3),
        (Opcode::Reserve, 3, 3),
        (Opcode::Insert, 3, 3),
        (Opcode::Write, 3, 3),
    ] {
        let found = changed(ORDER, (opcode, 0), |i| i.unit = unit);
        assert_eq!(found, ("unit", Problem::Unit { found: unit, limit }), "{opcode:?}");
    }
    let (field, problem) = changed(ORDER, (Opcode::Mul, 0), |i| {
        i.opcode = Opcode::Rem;
        i.operands[5] = NONE;
    });
    assert_eq!((field, problem), ("unit", Problem::Unit { found: 3, limit: 1 }));
}

#[test]
fn rows_and_groups_have_instructions_of_their_own() {
    for (transaction, opcode) in [
        (ORDER, Opcode::Level),
        (ORDER, Opcode::Open),
        (ORDER, Opcode::Fold),
        (CANCEL, Opcode::Find),
        (CANCEL, Opcode::Close),
    ] {
        let found = changed(transaction, (opcode, 0), |i| i.unit = 1);
        assert_eq!(found, ("unit", Problem::TableClass("declared")), "{opcode:?}");
    }
    for (transaction, opcode) in
        [(ORDER, Opcode::Insert), (ORDER, Opcode::Write), (CANCEL, Opcode::Delete)]
    {
        let found = changed(transaction, (opcode, 0), |i| i.unit = 2);
        assert_eq!(found, ("unit", Problem::TableClass("hidden")), "{opcode:?}");
    }
}

#[test]
fn operands_stand_where_their_roles_allow() {
    let predicate = operand(Space::Predicate, 0);
    let local = operand(Space::Local, 0);
    let constant = operand(Space::Constant, 0);
    let entry = operand(Space::Entry, 0);
    let slot = Operand::slot(0);
    let not_none = Operand { space: Space::None, index: 1 };
    for (opcode, field, wrong) in [
        (Opcode::Mul, 1, predicate),
        (Opcode::Mul, 1, NONE),
        (Opcode::Mul, 3, slot),
        (Opcode::Mul, 3, not_none),
        (Opcode::Mul, 0, entry),
        (Opcode::Mul, 0, constant),
        (Opcode::Mul, 5, slot),
        (Opcode::IsNull, 2, slot),
        (Opcode::IsNull, 2, not_none),
        (Opcode::Chain, 1, NONE),
        (Opcode::Chain, 0, slot),
        (Opcode::Lookup, 1, local),
        (Opcode::Lookup, 0, local),
        (Opcode::Lookup, 2, not_none),
        (Opcode::Fetch, 1, constant),
        (Opcode::Fetch, 2, slot),
        (Opcode::Reserve, 2, predicate),
        (Opcode::Level, 0, predicate),
        (Opcode::Insert, 0, constant),
        (Opcode::Write, 3, local),
        (Opcode::Write, 5, slot),
        (Opcode::Fold, 4, slot),
        (Opcode::Verdict, 1, slot),
    ] {
        let (_, problem) = changed(ORDER, (opcode, 0), |i| i.operands[field] = wrong);
        assert_eq!(problem, Problem::Space(wrong), "{opcode:?} {field}");
    }
    let bound = changed(ORDER, (Opcode::Coalesce, 0), |i| {
        i.opcode = Opcode::Range;
        i.operands[3] = Operand::slot(0);
    });
    assert_eq!(bound, ("c", Problem::Space(slot)));
}

#[test]
fn operands_are_in_range() {
    for (opcode, field, space, limit) in [
        (Opcode::Mul, 1, Space::Slot, engine::machine::SLOTS as u16),
        (Opcode::Mul, 1, Space::Constant, 3),
        (Opcode::Mul, 0, Space::Local, 64),
        (Opcode::Chain, 1, Space::Predicate, 1536),
        (Opcode::Reserve, 2, Space::Entry, 9),
    ] {
        let wrong = operand(space, limit);
        let (_, problem) = changed(ORDER, (opcode, 0), |i| i.operands[field] = wrong);
        let limit = limit.into();
        assert_eq!(problem, Problem::Index { operand: wrong, limit }, "{opcode:?}");
    }
}

#[test]
fn a_unit_writes_its_own_predicates() {
    let lane = operand(Space::Predicate, 32 + 31);
    let found = changed(ORDER, (Opcode::Lt, 0), |i| i.operands[0] = lane);
    assert_eq!(found, ("dst", Problem::Bank(lane)));
    let logic = operand(Space::Predicate, 32 * 32 + 64);
    let found = changed(ORDER, (Opcode::Chain, 0), |i| i.operands[0] = logic);
    assert_eq!(found, ("dst", Problem::Bank(logic)));
}

#[test]
fn immediates_mean_something() {
    let number = Operand::immediate;
    let set =
        |field: usize, value: u16| move |i: &mut Instruction| i.operands[field] = number(value);
    let width = changed(ORDER, (Opcode::Mul, 0), set(5, 3));
    assert_eq!(width, ("e", Problem::Immediate(3)));
    let chain = changed(ORDER, (Opcode::Chain, 0), set(5, 1 << 11));
    assert_eq!(chain, ("e", Problem::Immediate(1 << 11)));
    let sign = changed(ORDER, (Opcode::Fold, 0), set(4, 2));
    assert_eq!(sign, ("d", Problem::Immediate(2)));
    let (field, problem) = changed(ORDER, (Opcode::Verdict, 0), set(1, 3));
    let what = "number of entries";
    assert_eq!((field, problem), ("a", Problem::Count { what, found: 3, expected: 9 }));
    let column = changed(ORDER, (Opcode::Fetch, 0), set(2, 2));
    let wrong = Problem::Index { operand: number(2), limit: 2 };
    assert_eq!(column, ("b", wrong));
}

#[test]
fn bounds_are_values() {
    let range = |constant: u16| {
        move |i: &mut Instruction| {
            i.opcode = Opcode::Range;
            i.operands[3] = operand(Space::Constant, 2);
            i.operands[2] = operand(Space::Constant, constant);
        }
    };
    let null = changed(ORDER, (Opcode::Coalesce, 0), range(1));
    assert_eq!(null, ("b", Problem::Bound(operand(Space::Constant, 1))));
    let mut program = program(64);
    range(0)(find(&mut program, ORDER, Opcode::Coalesce, 0));
    assert_eq!(validate(&program), Ok(()));
}

#[test]
fn chains_join_the_operands_they_have() {
    for (field, operand) in [(2, NONE), (4, operand(Space::Predicate, 0))] {
        let found = changed(ORDER, (Opcode::Chain, 0), |i| i.operands[field] = operand);
        assert_eq!(found, ("e", Problem::ChainOperators));
    }
}

#[test]
fn columns_are_of_the_kind_that_an_instruction_is_for() {
    let column = |field: usize, number| {
        move |i: &mut Instruction| i.operands[field] = Operand::immediate(number)
    };
    // Levels are under min and max, folds are of aggregates, writes of what is neither key nor
    // aggregate.
    for (opcode, field, number) in
        [(Opcode::Level, 3, 4), (Opcode::Fold, 2, 0), (Opcode::Fold, 2, 2), (Opcode::Write, 2, 0)]
    {
        let (_, problem) = changed(ORDER, (opcode, 0), column(field, number));
        assert_eq!(problem, Problem::ColumnUnfit(number), "{opcode:?}");
    }
}

#[test]
fn keys_are_as_long_as_the_tables() {
    let wrong = |found, expected| ("a", Problem::KeyArity { found, expected });
    let longer = changed(ORDER, (Opcode::Lookup, 0), |i| i.operands[2] = i.operands[1]);
    assert_eq!(longer, wrong(2, 1));
    let shorter = changed(ORDER, (Opcode::Open, 0), |i| i.operands[2] = NONE);
    assert_eq!(shorter, wrong(1, 2));
    let gap = changed(ORDER, (Opcode::Open, 0), |i| i.operands.swap(2, 3));
    assert_eq!(gap, wrong(2, 2));
    let insert = changed(ORDER, (Opcode::Insert, 0), |i| i.operands[1] = NONE);
    assert_eq!(insert, wrong(0, 1));
    let find = changed(CANCEL, (Opcode::Find, 0), |i| i.operands[4] = i.operands[1]);
    assert_eq!(find, wrong(3, 2));
}

#[test]
fn instructions_rise_by_cycle() {
    let (place, problem) = refusal(|p| p.transactions[ORDER].instructions.swap(3, 4));
    let place_of = |index, field| Place::Instruction { transaction: ORDER, index, field };
    assert_eq!((place, problem), (place_of(4, "cycle"), Problem::Unsorted));
}

#[test]
fn nothing_is_read_before_it_is_there() {
    let never = Operand::slot(500);
    let unwritten = changed(ORDER, (Opcode::Mul, 0), |i| i.operands[1] = never);
    assert_eq!(unwritten, ("a", Problem::Unwritten(never)));
    let predicate = operand(Space::Predicate, 31);
    let unwritten = changed(ORDER, (Opcode::Chain, 0), |i| i.operands[1] = predicate);
    assert_eq!(unwritten, ("a", Problem::Unwritten(predicate)));
    // A local is its lane's own.
    let local = operand(Space::Local, 0);
    let unwritten = changed(ORDER, (Opcode::Mul, 0), |i| i.operands[1] = local);
    assert_eq!(unwritten, ("a", Problem::Unwritten(local)));
    let Instruction { cycle, operands: [row, ..], .. } =
        *find(&mut program(64), CANCEL, Opcode::Lookup, 0);
    let (field, problem) = changed(CANCEL, (Opcode::Lookup, 0), |i| i.cycle += 1);
    let there = cycle + 1 + Opcode::Lookup.signature().latency;
    assert_eq!(field, "a");
    assert!(
        matches!(problem, Problem::NotReady { operand, ready, .. } if (operand, ready) == (row, there)),
        "{problem}"
    );
    // Before the program's first word is there, nothing can read at all.
    let (field, problem) = changed(ORDER, (Opcode::Lt, 0), |i| i.cycle = 1);
    assert_eq!((field, problem), ("cycle", Problem::IssueEarly { cycle: 1 }));
}

#[test]
fn everything_is_written_once() {
    let field = Operand::slot(0);
    let slot = changed(ORDER, (Opcode::Mul, 0), |i| i.operands[0] = field);
    assert_eq!(slot, ("dst", Problem::WrittenTwice(field)));
    let (place, problem) = refusal(|p| {
        let first = find(p, ORDER, Opcode::Lt, 0).operands[0];
        let second = find(p, ORDER, Opcode::IsNull, 0);
        second.unit = 0;
        second.operands[0] = first;
    });
    assert!(matches!(place, Place::Instruction { field: "dst", .. }));
    assert!(matches!(problem, Problem::WrittenTwice(_)));
    let entry = operand(Space::Entry, 0);
    let twice = changed(ORDER, (Opcode::Reserve, 0), |i| i.operands[2] = entry);
    assert_eq!(twice, ("b", Problem::WrittenTwice(entry)));
}

#[test]
fn rows_and_data_are_not_mixed() {
    let data = Operand::slot(0);
    let row_of = |table| Kind::Row(TableId(table));
    let (_, problem) = changed(ORDER, (Opcode::Fetch, 0), |i| i.operands[1] = data);
    let wrong = |operand, found, expected| Problem::Kind { operand, found, expected };
    assert_eq!(problem, wrong(data, Kind::Data, row_of(0)));
    // The row of another table, a row among data, and the other way round.
    let mut sample = program(64);
    let account = find(&mut sample, ORDER, Opcode::Lookup, 0).operands[0];
    let (_, problem) = changed(ORDER, (Opcode::Fetch, 1), |i| i.operands[1] = account);
    assert_eq!(problem, wrong(account, row_of(0), row_of(2)));
    let (_, problem) = changed(ORDER, (Opcode::Mul, 0), |i| i.operands[1] = account);
    assert_eq!(problem, wrong(account, row_of(0), Kind::Data));
    let (_, problem) = changed(ORDER, (Opcode::Coalesce, 0), |i| i.operands[2] = account);
    assert_eq!(problem, wrong(account, row_of(0), Kind::Data));
    // The constant NULL is of either kind: this makes the result a row, where a value is read next.
    let null = operand(Space::Constant, 1);
    let money = find(&mut sample, ORDER, Opcode::Coalesce, 0).operands[0];
    let (_, problem) = changed(ORDER, (Opcode::Coalesce, 0), |i| {
        i.operands[1] = null;
        i.operands[2] = account;
    });
    assert_eq!(problem, wrong(money, row_of(0), Kind::Data));
    let mut all_null = program(64);
    let coalesce = find(&mut all_null, ORDER, Opcode::Coalesce, 0);
    (coalesce.operands[1], coalesce.operands[2]) = (null, null);
    assert_eq!(validate(&all_null), Ok(()));
}

#[test]
fn what_is_inserted_was_reserved_for_it() {
    let mut sample = program(64);
    let known = find(&mut sample, LOAD_ACCOUNT, Opcode::Lookup, 0).operands[0];
    let found = changed(LOAD_ACCOUNT, (Opcode::Insert, 0), |i| i.operands[0] = known);
    assert_eq!(found, ("dst", Problem::NotReserved(known)));
    // A second insert of the same row, in place of the write.
    let (_, problem) = refusal(|p| {
        let insert = *find(p, LOAD_ACCOUNT, Opcode::Insert, 0);
        let write = find(p, LOAD_ACCOUNT, Opcode::Write, 0);
        *write = Instruction { cycle: write.cycle, ..insert };
    });
    assert!(matches!(problem, Problem::NotReserved(_)));
    // Which row an open takes is not known when the reserve asks for one.
    let group = find(&mut sample, ORDER, Opcode::Reserve, 1).operands[0];
    let found = changed(ORDER, (Opcode::Fold, 0), |i| i.operands[1] = group);
    assert_eq!(found, ("a", Problem::ReservedGroup(group)));
}

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
fn every_entry_is_there_when_the_verdict_issues() {
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
    // A transaction that looks at nothing could answer before it has seen that the frame is
    // well-formed.
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
fn checks_come_before_the_verdict_and_changes_behind_it() {
    // The verdict, then a fetch a cycle later, where the first change stood.
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
fn the_stated_cycles_are_those_of_the_schedule() {
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
        let late = Instruction { opcode: Opcode::MulDiv, unit: 0, cycle, operands };
        p.transactions[LOAD_ACCOUNT].instructions.insert(verdict, late);
    });
    assert!(matches!(problem, Problem::InFlight { .. }));
}

#[test]
fn a_unit_issues_once_a_cycle() {
    // What follows at once on the same unit is moved into the cycle before.
    for (transaction, opcode, nth) in
        [(ORDER, Opcode::Write, 1), (CANCEL, Opcode::Fetch, 0), (ORDER, Opcode::Level, 1)]
    {
        let (_, problem) = refusal(|p| {
            let index = position(p, transaction, opcode, nth);
            let instructions = &mut p.transactions[transaction].instructions;
            let first = instructions[index];
            let mut second = first;
            if opcode == Opcode::Fetch {
                second.operands[0] = Operand::slot(400);
            }
            match opcode {
                Opcode::Level => instructions[index - 1].cycle = first.cycle,
                _ => instructions.insert(index + 1, second),
            }
        });
        assert!(matches!(problem, Problem::Port { .. }), "{opcode:?}: {problem}");
    }
    // Two columns of a table are two memories.
    let mut sample = program(64);
    let cycle = find(&mut sample, CANCEL, Opcode::Fetch, 0).cycle;
    for nth in 1..4 {
        find(&mut sample, CANCEL, Opcode::Fetch, nth).cycle = cycle;
    }
    assert_eq!(validate(&sample), Ok(()));
}

#[test]
fn a_lane_writes_one_value_a_cycle() {
    // A multiplication that takes three cycles longer than the addition issued three cycles later.
    let (_, problem) = refusal(|p| {
        let verdict = position(p, LOAD_ACCOUNT, Opcode::Verdict, 0);
        let cycle = p.transactions[LOAD_ACCOUNT].instructions[verdict].cycle;
        let field = Operand::slot(0);
        let width = Operand::immediate(2);
        let lane = |opcode, cycle, local| Instruction {
            opcode,
            unit: 9,
            cycle,
            operands: [operand(Space::Local, local), field, field, NONE, NONE, width],
        };
        let (mul, add) = (lane(Opcode::Mul, cycle - 3, 0), lane(Opcode::Add, cycle, 1));
        let instructions = &mut p.transactions[LOAD_ACCOUNT].instructions;
        instructions.extend([mul, add]);
        instructions.sort_by_key(|i| i.cycle);
    });
    assert!(matches!(problem, Problem::Port { port: Port::Value(..), .. }), "{problem}");
}

#[test]
fn a_result_goes_by_its_units_bus() {
    let publish = |p: &mut Program, unit: u8, slot: u16, ahead: u16| {
        let verdict = position(p, LOAD_ACCOUNT, Opcode::Verdict, 0);
        let cycle = p.transactions[LOAD_ACCOUNT].instructions[verdict].cycle - ahead;
        let operands = [Operand::slot(slot), Operand::slot(0), NONE, NONE, NONE, NONE];
        p.transactions[LOAD_ACCOUNT].instructions.push(Instruction {
            opcode: Opcode::Move,
            unit,
            cycle,
            operands,
        });
        p.transactions[LOAD_ACCOUNT].instructions.sort_by_key(|i| i.cycle);
    };
    // Every lane has a bus of its own, so that all publish at once.
    let mut sample = program(64);
    (10..30).for_each(|lane| publish(&mut sample, lane, 320 + u16::from(lane), 0));
    assert_eq!(validate(&sample), Ok(()));
    let (_, problem) = refusal(|p| publish(p, 10, 331, 0));
    assert!(matches!(problem, Problem::Bus { found: 11, expected: 10, .. }), "{problem}");
    // The look-up of the row's key leaves by the bus of a lane; the two arrive in one cycle.
    let (_, problem) = refusal(|p| {
        let lookup = *find(p, LOAD_ACCOUNT, Opcode::Lookup, 0);
        let lane = lookup.bus();
        let verdict = find(p, LOAD_ACCOUNT, Opcode::Verdict, 0).cycle;
        let issue = lookup.ready() - 3;
        publish(p, lane, 320 + u16::from(lane), verdict - issue);
    });
    assert!(matches!(problem, Problem::Port { port: Port::Bus(_), .. }), "{problem}");
}

#[test]
fn errors_read_as_sentences() {
    let mut program = program(64);
    program.constants[0] = Value::NULL;
    find(&mut program, ORDER, Opcode::Mul, 0).operands[1] = Operand::slot(99);
    let index = position(&program, ORDER, Opcode::Mul, 0);
    let error = validate(&program).expect_err("slot 99 is never written");
    assert_eq!(
        error.to_string(),
        format!("transaction 0, instruction {index}, `a`: s99 is read and nothing has written it")
    );
}
