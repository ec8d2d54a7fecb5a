// SPDX-License-Identifier: Apache-2.0

//! The words of table units: key operations, reserves, fetches, writes and folds.

use super::error::{MicrocodeError, RESERVES_MAX};
use super::memory::{Memory, Write};
use super::operand::{constant, guard, slot_or_constant};
use super::parts::{column, fetch, key, operands, reserve, unit};
use crate::build::{self, UNITS};
use crate::isa::{Gate, Instruction, Opcode, Operand};
use crate::layout::Part;
use crate::machine::WRITE_PORTS;
use crate::program::{Program, Transaction};
use crate::schema::{ColumnKind, TableDef};
use std::collections::BTreeSet;

/// An operation of a key port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum KeyOperation {
    /// [`Opcode::Lookup`].
    Lookup = 1,
    /// [`Opcode::Insert`].
    Insert = 2,
    /// [`Opcode::Find`].
    Find = 3,
    /// [`Opcode::Open`].
    Open = 4,
    /// [`Opcode::Delete`].
    Delete = 5,
    /// [`Opcode::Close`].
    Close = 6,
}

/// An operation of a column port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ColumnOperation {
    /// [`Opcode::Write`].
    Write = 1,
    /// [`Opcode::Fold`] that adds.
    FoldIn = 2,
    /// [`Opcode::Fold`] that removes.
    FoldOut = 3,
}

/// The place of a column's part in the words of a fetch: the word, 0 or 1, and the lowest bit of
/// the part. The part begins with the bit *fetched* and continues with the slot.
pub fn fetch_part(place: usize) -> (usize, usize) {
    let (word, part) = column_part(place);
    (word, part.at)
}

fn column_part(place: usize) -> (usize, Part) {
    match place.checked_sub(fetch::COLUMNS_FIRST) {
        None => (0, fetch::FIRST[place]),
        Some(place) => (1, fetch::SECOND[place]),
    }
}

/// The configuration of every unit; a unit without a table gets no rows.
pub(super) fn configurations(program: &Program, units: &[u8]) -> Vec<Write> {
    let mut words = [0_u64; UNITS];
    for (table, number) in program.tables.iter().zip(units) {
        let rows = unit::ROWS.put(table.rows_max as usize);
        let settings = table.columns.iter().enumerate().map(|(column, def)| match def.kind {
            ColumnKind::Count => unit::COUNTS[build::bank(column)].put(1),
            ColumnKind::Max => unit::MAXIMA[build::level_store(column)].put(1),
            ColumnKind::Data
            | ColumnKind::Rows
            | ColumnKind::Sum
            | ColumnKind::Min
            | ColumnKind::Distinct => 0,
        });
        words[usize::from(*number)] = settings.fold(rows, |word, setting| word | setting);
    }
    let write =
        |(unit, data): (usize, u64)| Write { memory: Memory::Unit(unit as u8), address: 0, data };
    words.into_iter().enumerate().map(write).collect()
}

/// Checks what the units require beyond what makes a program sound.
pub(super) fn check(program: &Program, transaction: &Transaction) -> Result<(), MicrocodeError> {
    for (index, table) in program.tables.iter().enumerate() {
        let of_table =
            || transaction.instructions.iter().filter(move |i| usize::from(i.unit) == index);
        // Each side of the verdict reserves from the first free row on.
        for gate in [Gate::Accept, Gate::Reject] {
            let reserves = of_table().filter(|i| i.opcode == Opcode::Reserve && i.gate == gate);
            let found = reserves.count();
            if found > RESERVES_MAX {
                return Err(MicrocodeError::Reserves { table: table.name.clone(), found });
            }
        }
        for insert in of_table().filter(|i| i.opcode == Opcode::Insert) {
            let row = insert.operands[0];
            let writes = of_table().filter(|i| i.opcode == Opcode::Write && i.operands[1] == row);
            let written: BTreeSet<u16> = writes.map(|i| i.operands[2].index).collect();
            if written.len() < table.columns.len() {
                return Err(MicrocodeError::Unwritten(table.name.clone()));
            }
        }
    }
    Ok(())
}

/// The words of an instruction on a table that has `unit`.
pub(super) fn table_words(
    program: &Program,
    instruction: &Instruction,
    unit: u8,
) -> Vec<(Memory, u64)> {
    let [dst, a, b, c, d, e] = instruction.operands;
    let table = &program.tables[usize::from(instruction.unit)];
    let none = Operand::NONE;
    let key = |operation, target, row, keys| {
        let parts = Key { operation, gate: instruction.gate, target, row, keys, predicate: e };
        key_words(program, table, unit, &parts)
    };
    let place = |column: Operand| build::fetched_place(table, usize::from(column.index));
    let gate = column::GATE.put(instruction.gate as usize);
    match instruction.opcode {
        Opcode::Lookup => key(KeyOperation::Lookup, dst, none, [a, b, c, d]),
        Opcode::Insert => key(KeyOperation::Insert, none, dst, [a, b, c, d]),
        Opcode::Find => key(KeyOperation::Find, dst, none, [a, b, c, d]),
        Opcode::Open => key(KeyOperation::Open, dst, none, [a, b, c, d]),
        Opcode::Delete => key(KeyOperation::Delete, none, a, [none; 4]),
        Opcode::Close => key(KeyOperation::Close, none, a, [none; 4]),
        Opcode::Reserve => vec![(Memory::Table(unit, 6), reserve_word(instruction))],
        Opcode::Fetch => fetch_words(instruction, unit, place(b)),
        Opcode::Write => {
            let when = guard(e, column::PREDICATE, column::GUARDED);
            let operation = column::OPERATION.put(ColumnOperation::Write as usize) | gate | when;
            let access = Access { unit, place: b.index.into(), column: b, row: a, value: c };
            column_words(program, operation, access)
        }
        Opcode::Fold => {
            let is_out = d.index == 1;
            let direction = if is_out { ColumnOperation::FoldOut } else { ColumnOperation::FoldIn };
            let access = Access { unit, place: place(b), column: b, row: a, value: c };
            column_words(program, column::OPERATION.put(direction as usize) | gate, access)
        }
        Opcode::Level => {
            let access = Access { unit, place: place(c), column: c, row: b, value: d };
            column_words(program, level_question(instruction), access)
        }
        Opcode::Move
        | Opcode::Add
        | Opcode::Sub
        | Opcode::Mul
        | Opcode::Range
        | Opcode::Select
        | Opcode::Coalesce
        | Opcode::Truth
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le
        | Opcode::IsNull
        | Opcode::NotNull
        | Opcode::Clean
        | Opcode::Chain
        | Opcode::Div
        | Opcode::Rem
        | Opcode::MulDiv
        | crate::wide_opcodes!()
        | Opcode::Like
        | Opcode::Named
        | Opcode::Settle
        | Opcode::WideFetch
        | Opcode::Verdict
        | crate::scan_opcodes!() => unreachable!("not an instruction of a table unit"),
    }
}

/// The question whether there is room for a level, without the cell that it asks about.
fn level_question(instruction: &Instruction) -> u64 {
    let [entry, wanted, ..] = instruction.operands;
    column::ASK.put(1)
        | column::GATE.put(instruction.gate as usize)
        | column::ENTRY.put(entry.index.into())
        | guard(wanted, column::PREDICATE, column::GUARDED)
}

/// A key operation with its operands.
struct Key {
    operation: KeyOperation,
    gate: Gate,
    target: Operand,
    row: Operand,
    keys: [Operand; 4],
    predicate: Operand,
}

fn key_words(program: &Program, table: &TableDef, unit: u8, of: &Key) -> Vec<(Memory, u64)> {
    let mut word = key::OPERATION.put(of.operation as usize)
        | key::GATE.put(of.gate as usize)
        | key::TARGET.put(of.target.index.into())
        | guard(of.predicate, key::PREDICATE, key::GUARDED)
        | key::ROW.put(of.row.index.into());
    let mut places = 0;
    let columns = build::key_columns(table).zip(of.keys).enumerate();
    for (i, (column, operand)) in columns.filter(|(_, (_, operand))| operand.is_some()) {
        let width = match column.bits {
            16 => 1,
            32 => 2,
            64 => 3,
            bits => unreachable!("no key column has {bits} bits"),
        };
        word |= key::WIDTHS[i].put(width);
        places |= slot_or_constant(operand, operands::SLOTS[i], operands::CONSTANTS[i])
            | operands::TAGS[i].put(constant(program, operand).tag as usize)
            | operands::OFFSETS[i].put((column.offset / operands::OFFSET_UNIT) as usize);
    }
    let constants = of.keys.map(|operand| constant(program, operand).bits as u64);
    let words = [word, places].into_iter().chain(constants).enumerate();
    words.map(|(part, word)| (Memory::Table(unit, part as u8), word)).collect()
}

fn reserve_word(instruction: &Instruction) -> u64 {
    let [dst, predicate, entry, ..] = instruction.operands;
    reserve::ISSUES.put(1)
        | reserve::TARGET.put(dst.index.into())
        | guard(predicate, reserve::PREDICATE, reserve::GUARDED)
        | reserve::ENTRY.put(entry.index.into())
        | reserve::GATE.put(instruction.gate as usize)
}

/// The words of a fetch of one column. Fetches of one row in one cycle share their words: the
/// caller combines what has the same address with `or`.
fn fetch_words(instruction: &Instruction, unit: u8, place: usize) -> Vec<(Memory, u64)> {
    let [dst, row, ..] = instruction.operands;
    let first = fetch::ISSUES.put(1)
        | fetch::ROW.put(row.index.into())
        | fetch::GATE.put(instruction.gate as usize);
    let (word, part) = column_part(place);
    let column = (fetch::FETCHED.put(1) | fetch::TARGET.put(dst.index.into())) << part.at;
    match word {
        0 => vec![(Memory::Table(unit, 7), first | column)],
        _ => vec![(Memory::Table(unit, 7), first), (Memory::TableSecond(unit), column)],
    }
}

/// The cell that a column port accesses, and the value for it.
struct Access {
    unit: u8,
    /// The number of the column in the unit.
    place: usize,
    /// The column of the table, which decides the port.
    column: Operand,
    row: Operand,
    value: Operand,
}

fn column_words(program: &Program, operation: u64, access: Access) -> Vec<(Memory, u64)> {
    let port = (usize::from(access.column.index) % WRITE_PORTS) as u8;
    let constant = constant(program, access.value);
    let word = operation
        | column::UNIT.put(access.unit.into())
        | column::COLUMN.put(access.place)
        | column::ROW.put(access.row.index.into())
        | slot_or_constant(access.value, column::VALUE, column::CONSTANT)
        | column::TAG.put(constant.tag as usize);
    vec![(Memory::Writer(port, 0), word), (Memory::Writer(port, 1), constant.bits as u64)]
}
