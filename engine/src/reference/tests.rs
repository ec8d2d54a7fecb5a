// SPDX-License-Identifier: Apache-2.0

//! Tests of single instructions, on the edge cases of their definitions.

use super::dictionary::{Arrivals, Dictionary, Texts};
use super::registers::Registers;
use super::table::Table;
use super::{access, commit, compute};
use crate::calendar::Zone;
use crate::dictionary::DictionaryDef;
use crate::isa::{Chain, ChainOp, Instruction, Opcode, Operand, Space};
use crate::machine::{LEVELS_PER_GROUP_MAX, ROWS_MAX};
use crate::program::{Entry, Program, Transaction};
use crate::schema::{ColumnDef, ColumnId, ColumnKind, HiddenDef, TableDef, TableId, Type};
use crate::value::Truth::{DivisionByZero, False, Null, Overflow, True};
use crate::value::{Truth, Value};
use crate::verdict::Reason;
use crate::wide::WideValue;

const NONE: Operand = Operand::NONE;
const DST: Operand = Operand::slot(9);
const ENTRY: Operand = Operand::new(Space::Entry, 0);

/// One declared and one hidden table, and registers that a test sets.
struct Bench {
    tables: Vec<Table>,
    program: Program,
    transaction: Transaction,
    dictionary: Dictionary,
    arrivals: Arrivals,
}

fn bench(rows_max: u32) -> Bench {
    let column = |name: &str, kind, nullable| ColumnDef {
        name: name.into(),
        ty: Type::Int8,
        nullable,
        kind,
    };
    let table = |name: &str, columns, hidden| TableDef {
        name: name.into(),
        columns,
        key: vec![ColumnId(0)],
        rows_max,
        defaults: Vec::new(),
        hidden,
    };
    let definition = HiddenDef { base: TableId(0), definition: String::new(), list: None };
    let rows = vec![column("id", ColumnKind::Data, false), column("x", ColumnKind::Data, true)];
    let groups = vec![
        column("id", ColumnKind::Data, false),
        column("$rows", ColumnKind::Rows, false),
        column("$count", ColumnKind::Count, false),
        column("$sum", ColumnKind::Sum, true),
        column("$min", ColumnKind::Min, true),
        column("$max", ColumnKind::Max, true),
        column("$distinct", ColumnKind::Distinct, false),
    ];
    let program = Program {
        tables: vec![table("t", rows, None), table("t$1", groups, Some(definition))],
        messages: Vec::new(),
        rules: Vec::new(),
        strings: Vec::new(),
        dictionary: DictionaryDef::OF_HARDWARE,
        constants: Vec::new(),
        transactions: Vec::new(),
        zone: Zone::UTC,
        jobs: Vec::new(),
    };
    let dictionary = Dictionary::new(
        DictionaryDef::OF_HARDWARE,
        &["60".into(), "600".into(), "60 A".into(), String::new()],
    );
    let mut arrivals = Arrivals::default();
    dictionary.code_or_provisional(b"601234", &mut arrivals);
    Bench {
        dictionary,
        arrivals,
        tables: program.tables.iter().map(Table::new).collect(),
        program,
        transaction: Transaction {
            instructions: Vec::new(),
            entries: vec![Entry::Check(Reason::TableFull)],
            effects: Vec::new(),
            scans: Vec::new(),
            verdict_cycles: 0,
            commit_cycles: 0,
        },
    }
}

fn predicate(truth: Truth) -> Operand {
    Operand::new(Space::Predicate, truth as u16)
}

impl Bench {
    fn registers(&self, slots: &[Value]) -> Registers<'_> {
        let texts = Texts { known: &self.dictionary, new: &self.arrivals };
        let mut registers = Registers::new(&self.program, &self.transaction, texts, slots.to_vec());
        for truth in Truth::ALL {
            registers.set_truth(predicate(truth), truth);
        }
        registers
    }

    /// Executes one instruction of a table with the given slots; returns the values of `DST` and of
    /// the entry.
    fn step(
        &mut self,
        opcode: Opcode,
        unit: u8,
        slots: &[Value],
        operands: [Operand; 6],
    ) -> (Value, Truth) {
        let instruction = Instruction::new(opcode, unit, 0, operands);
        let mut tables = std::mem::take(&mut self.tables);
        let mut registers = self.registers(slots);
        if opcode.signature().phase == crate::isa::Phase::Commit {
            commit::execute(&instruction, &mut registers, &mut tables);
        } else {
            access::execute(&instruction, &mut registers, &tables);
        }
        let results = (registers.value(&instruction, DST), registers.entries[0]);
        self.tables = tables;
        results
    }

    fn lookup(&mut self, key: Value, when: Operand) -> Value {
        let operands = [DST, Operand::slot(0), NONE, NONE, NONE, when];
        self.step(Opcode::Lookup, 0, &[key], operands).0
    }

    fn group(&mut self, opcode: Opcode, key: Value, when: Operand) -> Value {
        let operands = [DST, Operand::slot(0), NONE, NONE, NONE, when];
        self.step(opcode, 1, &[key], operands).0
    }

    fn fold(&mut self, column: u16, group: Value, value: Value, back: bool) {
        let sign = Operand::immediate(back.into());
        let column = Operand::immediate(column);
        let operands = [NONE, Operand::slot(0), column, Operand::slot(1), sign, NONE];
        self.step(Opcode::Fold, 1, &[group, value], operands);
    }

    fn fetch(&mut self, column: u16, group: Value) -> Value {
        let operands = [DST, Operand::slot(0), Operand::immediate(column), NONE, NONE, NONE];
        self.step(Opcode::Fetch, 1, &[group], operands).0
    }

    fn level(&mut self, when: Truth, group: Value, value: Value) -> Truth {
        let column = Operand::immediate(4);
        let operands = [ENTRY, predicate(when), Operand::slot(0), column, Operand::slot(1), NONE];
        self.step(Opcode::Level, 1, &[group, value], operands).1
    }
}

#[test]
fn a_lookup_returns_the_largest_tag_of_key_and_predicate() {
    let mut b = bench(4);
    let row = Value::new(b.tables[0].free_row(0).expect("there is room"));
    b.tables[0].insert(row, &[Value::new(5)]);
    assert_eq!(b.lookup(Value::new(5), NONE), row);
    assert_eq!(b.lookup(Value::new(5), predicate(True)), row);
    assert_eq!(b.lookup(Value::new(6), predicate(True)), Value::NULL);
    assert_eq!(b.lookup(Value::new(5), predicate(False)), Value::NULL);
    assert_eq!(b.lookup(Value::new(5), predicate(Null)), Value::NULL);
    assert_eq!(b.lookup(Value::NULL, predicate(True)), Value::NULL);
    assert_eq!(b.lookup(Value::NULL, predicate(Overflow)), Value::OVERFLOW);
    assert_eq!(b.lookup(Value::OVERFLOW, predicate(False)), Value::OVERFLOW);
    let worst = b.lookup(Value::OVERFLOW, predicate(DivisionByZero));
    assert_eq!(worst, Value::DIVISION_BY_ZERO);
}

#[test]
fn a_reserve_needs_room_only_if_its_predicate_is_true() {
    let mut b = bench(1);
    let mut reserve = |when: Truth| {
        let operands = [DST, predicate(when), ENTRY, NONE, NONE, NONE];
        b.step(Opcode::Reserve, 0, &[], operands)
    };
    assert!(matches!(reserve(True), (row, True) if row.get().is_some()));
    assert_eq!(reserve(False), (Value::NULL, True));
    assert_eq!(reserve(Null), (Value::NULL, True));
    assert_eq!(reserve(Overflow), (Value::OVERFLOW, Overflow));
    b.tables[0].insert(Value::new(0), &[Value::new(5)]);
    let operands = [DST, NONE, ENTRY, NONE, NONE, NONE];
    assert_eq!(b.step(Opcode::Reserve, 0, &[], operands), (Value::NULL, False));
}

#[test]
fn a_row_enters_once_and_under_one_key() {
    let mut b = bench(4);
    let table = &mut b.tables[0];
    let rows = [0, 1].map(|reserved| Value::new(table.free_row(reserved).expect("there is room")));
    assert_ne!(rows[0], rows[1]);
    table.insert(rows[0], &[Value::NULL]);
    table.insert(rows[0], &[Value::OVERFLOW]);
    table.insert(Value::NULL, &[Value::new(5)]);
    assert_eq!(table.row_count(), 0);
    table.insert(rows[0], &[Value::new(5)]);
    table.insert(rows[1], &[Value::new(5)]);
    table.insert(rows[0], &[Value::new(6)]);
    assert_eq!((table.row_count(), table.find(&[Value::new(5)])), (1, rows[0].get()));
    // The handle of a deleted row finds no row.
    table.delete(rows[0]);
    table.delete(rows[0]);
    table.write(rows[0], 1, Value::new(1));
    assert_eq!((table.row_count(), table.fetch(rows[0], 1)), (0, Value::NULL));
}

#[test]
fn errors_are_not_written_and_null_is() {
    let mut b = bench(4);
    let row = Value::new(0);
    b.tables[0].insert(row, &[Value::new(5)]);
    let mut written = |value: Value, when: Truth| {
        let column = Operand::immediate(1);
        let operands = [NONE, Operand::slot(0), column, Operand::slot(1), NONE, predicate(when)];
        b.step(Opcode::Write, 0, &[row, value], operands);
        b.tables[0].fetch(row, 1)
    };
    assert_eq!(written(Value::new(7), True), Value::new(7));
    assert_eq!(written(Value::new(8), False), Value::new(7));
    assert_eq!(written(Value::new(8), Null), Value::new(7));
    assert_eq!(written(Value::new(8), Overflow), Value::new(7));
    assert_eq!(written(Value::OVERFLOW, True), Value::new(7));
    assert_eq!(written(Value::NULL, True), Value::NULL);
}

#[test]
fn a_group_exists_while_it_has_rows() {
    let mut b = bench(1);
    let key = Value::new(5);
    assert_eq!(b.group(Opcode::Find, key, NONE), Value::NULL);
    for key in [Value::NULL, Value::OVERFLOW] {
        assert_eq!(b.group(Opcode::Open, key, NONE), Value::NULL);
    }
    for when in [False, Null, DivisionByZero] {
        assert_eq!(b.group(Opcode::Open, key, predicate(when)), Value::NULL);
    }
    let group = b.group(Opcode::Open, key, NONE);
    assert_eq!(b.group(Opcode::Open, key, predicate(True)), group);
    assert_eq!(b.group(Opcode::Find, key, NONE), group);
    assert_eq!(b.fetch(1, group), Value::new(2));
    // There is no room for a second group.
    assert_eq!(b.group(Opcode::Open, Value::new(6), NONE), Value::NULL);
    b.fold(4, group, Value::new(1), false);
    for _ in 0..2 {
        let operands = [NONE, Operand::slot(0), NONE, NONE, NONE, NONE];
        b.step(Opcode::Close, 1, &[group], operands);
    }
    assert_eq!(b.group(Opcode::Find, key, NONE), Value::NULL);
    assert_eq!(b.tables[1].level_count(4), 0, "its levels are deleted with it");
    assert_ne!(b.group(Opcode::Open, Value::new(6), NONE), Value::NULL);
    b.fold(3, group, Value::new(1), false);
    assert_eq!(b.fetch(3, group), Value::NULL, "the handle of a deleted group");
}

#[test]
fn aggregates_read_as_defined() {
    let mut b = bench(1);
    let group = b.group(Opcode::Open, Value::new(5), NONE);
    let [max, one] = [i64::MAX, 1].map(Value::new);
    let read = |b: &mut Bench| [2, 3, 4, 5].map(|column| b.fetch(column, group));
    let fold = |b: &mut Bench, value, back| {
        (2..6).for_each(|column| b.fold(column, group, value, back));
    };
    let empty = [Value::new(0), Value::NULL, Value::NULL, Value::NULL];
    assert_eq!(read(&mut b), empty);
    fold(&mut b, Value::NULL, false);
    fold(&mut b, Value::OVERFLOW, false);
    fold(&mut b, one, true);
    assert_eq!(
        read(&mut b),
        empty,
        "NULL and errors are not folded, and there is nothing to remove"
    );
    fold(&mut b, max, false);
    fold(&mut b, one, false);
    fold(&mut b, one, false);
    let three = Value::new(3);
    assert_eq!(read(&mut b), [three, Value::OVERFLOW, one, max]);
    fold(&mut b, max, true);
    fold(&mut b, one, true);
    assert_eq!(read(&mut b), [one; 4]);
    assert_eq!(b.fetch(3, Value::OVERFLOW), Value::OVERFLOW);
    assert_eq!(b.fetch(3, Value::NULL), Value::NULL);
}

#[test]
fn distinct_values_are_counted_once_and_removed_exactly() {
    let mut b = bench(ROWS_MAX);
    let group = b.group(Opcode::Open, Value::new(5), NONE);
    let [zero, one, two] = [0, 1, 2].map(Value::new);
    assert_eq!(b.fetch(6, group), zero);
    b.fold(6, group, Value::NULL, false);
    b.fold(6, group, one, true);
    assert_eq!(b.fetch(6, group), zero, "NULL is not counted, and there is nothing to remove");
    for value in [one, two, one] {
        b.fold(6, group, value, false);
    }
    assert_eq!(b.fetch(6, group), two);
    b.fold(6, group, one, true);
    assert_eq!(b.fetch(6, group), two);
    b.fold(6, group, one, true);
    assert_eq!(b.fetch(6, group), one);
    assert_eq!(b.fetch(6, Value::NULL), Value::NULL);
}

#[test]
fn a_wide_sum_is_exact_and_reversible() {
    let mut b = bench(ROWS_MAX);
    let group = b.group(Opcode::Open, Value::new(5), NONE);
    let wide = |index| Operand::new(Space::Wide, index);
    let step = |b: &mut Bench, row: Value, folded: Option<(WideValue, bool)>| {
        let column = Operand::immediate(3);
        let operands = match folded {
            Some((_, back)) => {
                let sign = Operand::immediate(back.into());
                [NONE, Operand::slot(0), column, wide(1), sign, NONE]
            }
            None => [wide(0), Operand::slot(0), column, NONE, NONE, NONE],
        };
        let opcode = if folded.is_some() { Opcode::Fold } else { Opcode::WideFetch };
        let instruction = Instruction::new(opcode, 1, 0, operands);
        let mut tables = std::mem::take(&mut b.tables);
        let mut registers = b.registers(&[row]);
        match folded {
            Some((value, _)) => {
                registers.set_wide(wide(1), value);
                commit::execute(&instruction, &mut registers, &mut tables);
            }
            None => access::execute(&instruction, &mut registers, &tables),
        }
        let sum = registers.wide(wide(0));
        b.tables = tables;
        sum
    };
    let max = WideValue::new(10_i128.pow(30) - 1);
    assert_eq!(step(&mut b, group, None), WideValue::NULL);
    assert_eq!(step(&mut b, Value::OVERFLOW, None), WideValue::OVERFLOW);
    assert_eq!(step(&mut b, Value::NULL, None), WideValue::NULL);
    step(&mut b, group, Some((WideValue::NULL, false)));
    assert_eq!(step(&mut b, group, None), WideValue::NULL);
    step(&mut b, group, Some((max, false)));
    assert_eq!(step(&mut b, group, None), max);
    assert_eq!(b.fetch(3, group), Value::OVERFLOW, "it does not fit 64 bits");
    step(&mut b, group, Some((WideValue::new(10_i128.pow(30)), false)));
    step(&mut b, group, Some((max, false)));
    step(&mut b, group, Some((max, true)));
    assert_eq!(step(&mut b, group, None), max, "a value of 31 digits is not folded");
    step(&mut b, group, Some((max, true)));
    assert_eq!(step(&mut b, group, None), WideValue::NULL);
}

#[test]
fn a_level_exists_or_has_room() {
    let mut b = bench(1);
    let group = b.group(Opcode::Open, Value::new(5), NONE);
    for level in 0..i64::from(LEVELS_PER_GROUP_MAX) {
        assert_eq!(b.level(True, group, Value::new(level)), True);
        b.fold(4, group, Value::new(level), false);
    }
    let new = Value::new(-1);
    assert_eq!(b.level(True, group, new), False);
    assert_eq!(b.level(True, group, Value::new(0)), True);
    assert_eq!(b.level(True, Value::NULL, new), True);
    assert_eq!(b.level(False, group, new), True);
    assert_eq!(b.level(Null, Value::OVERFLOW, new), True);
    assert_eq!(b.level(Overflow, Value::DIVISION_BY_ZERO, new), Overflow);
    assert_eq!(b.level(True, Value::OVERFLOW, Value::NULL), Overflow);
    assert_eq!(b.level(True, Value::OVERFLOW, Value::DIVISION_BY_ZERO), DivisionByZero);
    assert_eq!(b.level(True, group, Value::NULL), True);
    b.fold(4, group, new, false);
    assert_eq!(b.fetch(4, group), Value::new(0), "without room no level is added");
}

#[test]
fn levels_that_a_message_adds_count_against_every_group() {
    let mut b = bench(1);
    let group = b.group(Opcode::Open, Value::new(5), NONE);
    for level in 1..i64::from(LEVELS_PER_GROUP_MAX) {
        b.fold(4, group, Value::new(level), false);
    }
    let column = Operand::immediate(4);
    let operands = [ENTRY, NONE, Operand::slot(0), column, Operand::slot(1), NONE];
    let instruction = Instruction::new(Opcode::Level, 1, 0, operands);
    let tables = b.tables.clone();
    let mut registers = b.registers(&[group, Value::new(-1)]);
    let mut outcomes = [Null; 2];
    for outcome in &mut outcomes {
        access::execute(&instruction, &mut registers, &tables);
        *outcome = registers.entries[0];
    }
    // The same level counts a second time: the check does not remember which levels it has counted.
    assert_eq!(outcomes, [True, False]);
}

#[test]
fn a_text_begins_with_a_padded_prefix() {
    let b = bench(ROWS_MAX);
    let dst = Operand::new(Space::Predicate, 20);
    let like = |code: Value, prefix: i64, bytes: u16, guard: Operand| {
        let operands =
            [dst, Operand::slot(0), Operand::slot(1), Operand::immediate(bytes), guard, NONE];
        let instruction = Instruction::new(Opcode::Like, 0, 0, operands);
        let mut registers = b.registers(&[code, Value::new(prefix)]);
        compute::execute(&instruction, &mut registers);
        registers.truth(dst)
    };
    // Codes 0 to 3 are "60", "600", "60 A" and "", and 4 is the new text "601234".
    let [short, long, blank, empty, new] = [0, 1, 2, 3, 4].map(Value::new);
    for (text, prefix, bytes, expected) in [
        (short, 0, 2, True),
        (short, 0, 3, True),
        (long, 0, 2, True),
        (long, 0, 3, False),
        (blank, 0, 3, True),
        (blank, 0, 4, False),
        (new, 0, 2, True),
        (new, 1, 3, False),
        (new, 3, 0, True),
        (empty, 3, 16, True),
        (empty, 0, 2, False),
        (Value::new(99), 3, 16, True),
        (Value::NULL, 0, 2, Null),
        (Value::OVERFLOW, 0, 2, Overflow),
    ] {
        assert_eq!(like(text, prefix, bytes, NONE), expected, "{text:?} {prefix} {bytes}");
    }
    assert_eq!(like(empty, 0, 2, predicate(False)), True);
    assert_eq!(like(short, 0, 2, predicate(Null)), Null);
}

#[test]
fn chains_fold_left_to_right() {
    let b = bench(ROWS_MAX);
    let chain = |operands: [Operand; 4], how: Chain| {
        let [first, second, third, fourth] = operands;
        let dst = Operand::new(Space::Predicate, 20);
        let e = Operand::immediate(how.encode());
        let operands = [dst, first, second, third, fourth, e];
        let instruction = Instruction::new(Opcode::Chain, 0, 0, operands);
        let mut registers = b.registers(&[]);
        compute::execute(&instruction, &mut registers);
        registers.truth(dst)
    };
    let ops = |ops| Chain { ops, ..Chain::default() };
    let (and, or, when) = (Some(ChainOp::And), Some(ChainOp::Or), Some(ChainOp::When));
    let [f, t, n, o] = [False, True, Null, Overflow].map(predicate);
    assert_eq!(chain([f, f, t, NONE], ops([and, or, None])), True);
    assert_eq!(chain([t, t, f, NONE], ops([or, and, None])), False);
    assert_eq!(chain([f, f, NONE, NONE], ops([when, None, None])), True);
    assert_eq!(chain([t, n, NONE, NONE], ops([when, None, None])), Null);
    assert_eq!(chain([t, n, o, f], ops([and, and, and])), False);
    // Negations are applied first, `or_false` last.
    let negated = Chain { negate: [true, false, false, false], ..ops([and, None, None]) };
    assert_eq!(chain([f, t, NONE, NONE], negated), True);
    let where_like = Chain { or_false: true, ..ops([and, None, None]) };
    assert_eq!(chain([n, t, NONE, NONE], where_like), False);
    assert_eq!(chain([o, t, NONE, NONE], where_like), Overflow);
    assert_eq!(chain([n, NONE, NONE, NONE], Chain { negate: [true; 4], ..ops([None; 3]) }), Null);
}
