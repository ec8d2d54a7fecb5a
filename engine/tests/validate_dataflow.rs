// SPDX-License-Identifier: Apache-2.0

//! A test for each rule about data flow: a sound program, one change, and the problem that the
//! validator reports.

mod reference_support;

use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::schema::TableId;
use engine::validate::{Kind, Place, Problem, validate};
use reference_support::{
    CANCEL_TRANSACTION as CANCEL, LOAD_ACCOUNT_TRANSACTION as LOAD_ACCOUNT,
    ORDER_TRANSACTION as ORDER, changed, find, operand, program, refusal,
};

#[test]
fn instructions_are_listed_by_ascending_cycle() {
    let (place, problem) = refusal(|p| p.transactions[ORDER].instructions.swap(3, 4));
    let place_of = |index, field| Place::Instruction { transaction: ORDER, index, field };
    assert_eq!((place, problem), (place_of(4, "cycle"), Problem::Unsorted));
}

#[test]
fn nothing_is_read_before_it_is_ready() {
    let never = Operand::slot(500);
    let unwritten = changed(ORDER, (Opcode::Mul, 0), |i| i.operands[1] = never);
    assert_eq!(unwritten, ("a", Problem::Unwritten(never)));
    let predicate = operand(Space::Predicate, 31);
    let unwritten = changed(ORDER, (Opcode::Chain, 0), |i| i.operands[1] = predicate);
    assert_eq!(unwritten, ("a", Problem::Unwritten(predicate)));
    // A local is private to its lane.
    let local = operand(Space::Local, 0);
    let unwritten = changed(ORDER, (Opcode::Mul, 0), |i| i.operands[1] = local);
    assert_eq!(unwritten, ("a", Problem::Unwritten(local)));
    let Instruction { cycle, operands: [row, ..], .. } =
        *find(&mut program(64), CANCEL, Opcode::Lookup, 0);
    let (field, problem) = changed(CANCEL, (Opcode::Lookup, 0), |i| i.cycle += 1);
    let there = cycle + 1 + Opcode::Lookup.signature().latency;
    assert_eq!(field, "a");
    assert!(
        matches!(problem, Problem::NotReady { operand, ready, .. }
            if (operand, ready) == (row, there)),
        "{problem}"
    );
    // No instruction can issue before the first word of the program is available.
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
    // The row of another table, and a row instead of data.
    let mut sample = program(64);
    let account = find(&mut sample, ORDER, Opcode::Lookup, 0).operands[0];
    let (_, problem) = changed(ORDER, (Opcode::Fetch, 1), |i| i.operands[1] = account);
    assert_eq!(problem, wrong(account, row_of(0), row_of(2)));
    let (_, problem) = changed(ORDER, (Opcode::Mul, 0), |i| i.operands[1] = account);
    assert_eq!(problem, wrong(account, row_of(0), Kind::Data));
    let (_, problem) = changed(ORDER, (Opcode::Coalesce, 0), |i| i.operands[2] = account);
    assert_eq!(problem, wrong(account, row_of(0), Kind::Data));
    // The constant NULL is of either kind: here the result is a row, but is read as a value.
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
fn an_insert_takes_a_row_reserved_for_it() {
    let mut sample = program(64);
    let known = find(&mut sample, LOAD_ACCOUNT, Opcode::Lookup, 0).operands[0];
    let found = changed(LOAD_ACCOUNT, (Opcode::Insert, 0), |i| i.operands[0] = known);
    assert_eq!(found, ("dst", Problem::NotReserved(known)));
    // A second insert of the same row, instead of the write.
    let (_, problem) = refusal(|p| {
        let insert = *find(p, LOAD_ACCOUNT, Opcode::Insert, 0);
        let write = find(p, LOAD_ACCOUNT, Opcode::Write, 0);
        *write = Instruction { cycle: write.cycle, ..insert };
    });
    assert!(matches!(problem, Problem::NotReserved(_)));
    // The row that an `open` takes is unknown when the `reserve` executes.
    let group = find(&mut sample, ORDER, Opcode::Reserve, 1).operands[0];
    let found = changed(ORDER, (Opcode::Fold, 0), |i| i.operands[1] = group);
    assert_eq!(found, ("a", Problem::ReservedGroup(group)));
}
