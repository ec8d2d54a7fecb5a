// SPDX-License-Identifier: Apache-2.0

//! A test for each rule about single instructions: a sound program, one change, and the problem
//! that the validator reports.

mod reference_support;

use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::machine::{
    CYCLES_MAX, ENTRIES_MAX, INSTRUCTIONS_MAX, PREDICATES, PREDICATES_ALL, WIDES,
};
use engine::program::Entry;
use engine::scan::Changes;
use engine::schema::{ColumnId, ColumnKind};
use engine::validate::{Place, Problem, validate};
use engine::value::{Value, Width};
use engine::verdict::Reason;
use reference_support::{
    CANCEL_TRANSACTION as CANCEL, ORDER_TRANSACTION as ORDER, changed, find, operand, position,
    program, refusal,
};

const NONE: Operand = Operand::NONE;

#[test]
fn counts_are_within_the_limits() {
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
    // The last change may issue in time and still end too late.
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
fn rows_and_groups_have_separate_instructions() {
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
fn roles_restrict_the_spaces_of_operands() {
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
        (Opcode::Chain, 1, Space::Predicate, PREDICATES_ALL as u16),
        (Opcode::Fold, 3, Space::Wide, WIDES as u16),
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
fn immediates_have_a_meaning() {
    let number = Operand::immediate;
    let set =
        |field: usize, value: u16| move |i: &mut Instruction| i.operands[field] = number(value);
    let width = changed(ORDER, (Opcode::Mul, 0), set(5, 4));
    assert_eq!(width, ("e", Problem::Immediate(4)));
    let quotient = changed(ORDER, (Opcode::Mul, 0), |i| {
        (i.opcode, i.unit) = (Opcode::Div, 0);
        i.operands[5] = number(Width::S64 as u16);
    });
    assert_eq!(quotient, ("e", Problem::Immediate(3)), "no quotient saturates");
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
fn wide_immediates_have_a_meaning() {
    let [to, a, b] = [0, 1, 2].map(|index| operand(Space::Wide, index));
    let truth = operand(Space::Predicate, PREDICATES as u16);
    let number = Operand::immediate;
    for (opcode, operands, field, wrong) in [
        (Opcode::WideScale, [to, a, number(39), number(38), NONE, NONE], "b", 39),
        (Opcode::WideScale, [to, a, number(38), number(0), NONE, NONE], "c", 0),
        (Opcode::WideScale, [to, a, number(38), number(39), NONE, NONE], "c", 39),
        (Opcode::WideRound, [to, a, number(1), number(4), number(1), NONE], "c", 4),
        (Opcode::WideDiv, [to, a, b, number(77), NONE, NONE], "c", 77),
        (Opcode::WideLt, [truth, a, b, NONE, number(1), number(39)], "e", 39),
        (Opcode::WideLt, [truth, a, b, NONE, number(2), number(1)], "e", 1),
    ] {
        let found = changed(ORDER, (Opcode::Mul, 0), |i| {
            (i.opcode, i.unit, i.operands) = (opcode, 0, operands);
        });
        assert_eq!(found, (field, Problem::Immediate(wrong)), "{opcode:?}");
    }
    let lane = operand(Space::Predicate, 0);
    let bank = changed(ORDER, (Opcode::Mul, 0), |i| {
        let operands = [lane, a, NONE, NONE, NONE, NONE];
        (i.opcode, i.unit, i.operands) = (Opcode::WideClean, 0, operands);
    });
    assert_eq!(bank, ("dst", Problem::Bank(lane)));
}

#[test]
fn only_a_sum_takes_a_wide_value() {
    let wide = operand(Space::Wide, 0);
    let program = program(64);
    for nth in 0..4 {
        let fold =
            program.transactions[ORDER].instructions[position(&program, ORDER, Opcode::Fold, nth)];
        let table = &program.tables[usize::from(fold.unit)];
        let kind = table.columns[usize::from(fold.operands[2].index)].kind;
        let found = changed(ORDER, (Opcode::Fold, nth), |i| i.operands[3] = wide);
        let sums = kind == ColumnKind::Sum;
        let problem = if sums { Problem::Unwritten(wide) } else { Problem::Space(wide) };
        assert_eq!(found, ("c", problem), "{kind:?}");
    }
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
fn chains_have_operators_exactly_where_they_have_operands() {
    for (field, operand) in [(2, NONE), (4, operand(Space::Predicate, 0))] {
        let found = changed(ORDER, (Opcode::Chain, 0), |i| i.operands[field] = operand);
        assert_eq!(found, ("e", Problem::ChainOperators));
    }
}

#[test]
fn columns_are_of_a_kind_that_the_instruction_accepts() {
    let column = |field: usize, number| {
        move |i: &mut Instruction| i.operands[field] = Operand::immediate(number)
    };
    // Levels are of min and max, folds of aggregates, writes of columns that are neither key nor
    // aggregate.
    for (opcode, field, number) in
        [(Opcode::Level, 3, 4), (Opcode::Fold, 2, 0), (Opcode::Fold, 2, 2), (Opcode::Write, 2, 0)]
    {
        let (_, problem) = changed(ORDER, (opcode, 0), column(field, number));
        assert_eq!(problem, Problem::ColumnUnfit(number), "{opcode:?}");
    }
}

#[test]
fn several_rows_of_a_window_are_changed_but_for_their_time() {
    let rules = "
        create table deal (id int primary key, account int not null, ts int not null,
                           quantity int not null) with (rows = 200, window (account by ts) = 50);
        create message fill (account int not null, ts int not null);
        on fill (update deal set quantity = 0 where account = fill.account and ts > fill.ts);
    ";
    let mut program = rulec::compile(rules).0.expect("the rules compile");
    assert_eq!(validate(&program), Ok(()));
    let Some(Changes::Write(writes)) = &mut program.transactions[0].scans[0].changes else {
        panic!("the statement writes");
    };
    assert_eq!(writes[0].0, ColumnId(3));
    writes[0].0 = ColumnId(2);
    let error = validate(&program).expect_err("the window is by this column");
    assert_eq!((error.place, error.problem), (Place::Scan(0, 0), Problem::ColumnUnfit(2)));
}

#[test]
fn keys_are_as_long_as_the_key_of_the_table() {
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
