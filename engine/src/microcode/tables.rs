// SPDX-License-Identifier: Apache-2.0

//! The words of table units: key operations, reserves, fetches, writes and folds.

use super::{Memory, MicrocodeError, RESERVES_MAX, Write, predicate_address};
use crate::build::{self, UNITS};
use crate::isa::{Instruction, Opcode, Operand, Space};
use crate::machine::WRITE_PORTS;
use crate::program::{Program, Transaction};
use crate::schema::ColumnKind;
use crate::value::Value;
use std::collections::BTreeSet;

const _: () =
    assert!(UNITS == 8 && WRITE_PORTS == 8, "memory numbers are given out for eight of each");

/// What a key port does.
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

/// What a write port does.
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

/// The word, 0 or 1, and the bit in it at which a column's part of a fetch begins: that it is
/// fetched, and its slot.
pub fn fetch_part(place: usize) -> (usize, usize) {
    const PART_BITS: usize = 11;
    match place.checked_sub(4) {
        None => (0, PART_BITS + PART_BITS * place),
        Some(place) => (1, PART_BITS * place),
    }
}

/// The configuration of every unit that has a table, and of the others: no rows.
pub(super) fn configurations(program: &Program, units: &[u8]) -> Vec<Write> {
    let mut words = [0_u64; UNITS];
    for (table, unit) in program.tables.iter().zip(units) {
        let counts =
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Count);
        let counts = counts.fold(0, |word, (column, _)| word | 1 << (32 + build::bank(column)));
        let maxima =
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Max);
        let maxima =
            maxima.fold(0, |word, (column, _)| word | 1 << (36 + build::level_store(column)));
        words[usize::from(*unit)] = u64::from(table.rows_max) | counts | maxima;
    }
    let write =
        |(unit, data): (usize, u64)| Write { memory: Memory::Unit(unit as u8), address: 0, data };
    words.into_iter().enumerate().map(write).collect()
}

/// What the units rely on beyond what makes a program sound.
pub(super) fn check(program: &Program, transaction: &Transaction) -> Result<(), MicrocodeError> {
    for (index, table) in program.tables.iter().enumerate() {
        let of_table =
            || transaction.instructions.iter().filter(move |i| usize::from(i.unit) == index);
        let reserves = of_table().filter(|i| i.opcode == Opcode::Reserve).count();
        if reserves > RESERVES_MAX {
            return Err(MicrocodeError::Reserves { table: table.name.clone(), found: reserves });
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
pub(super) fn operation(
    program: &Program,
    instruction: &Instruction,
    unit: u8,
    address: u16,
    writes: &mut Vec<Write>,
) {
    let [dst, a, b, c, d, e] = instruction.operands;
    let table = &program.tables[usize::from(instruction.unit)];
    let constant = |operand: Operand| match operand.space {
        Space::Constant => program.constants[usize::from(operand.index)],
        _ => Value::new(0),
    };
    let guard = |predicate: Operand| (predicate_address(predicate), u64::from(predicate.is_some()));
    let mut write = |memory, data| writes.push(Write { memory, address, data });
    let key = |operation: KeyOperation, dst: Operand, row: Operand, keys: [Operand; 4]| {
        let (predicate, guarded) = guard(e);
        let widths = build::key_columns(table)
            .zip(keys)
            .enumerate()
            .filter(|(_, (_, operand))| operand.is_some());
        let mut word = operation as u64
            | u64::from(dst.index) << 8
            | predicate << 18
            | guarded << 29
            | u64::from(row.index) << 38;
        let mut operands = 0;
        for (i, (column, operand)) in widths {
            let is_constant = operand.space != Space::Slot;
            let index = if is_constant { 0 } else { u64::from(operand.index) };
            let code = match column.bits {
                16 => 1,
                32 => 2,
                _ => 3_u64,
            };
            word |= code << (48 + 2 * i);
            operands |= (index | u64::from(is_constant) << 10) << (11 * i)
                | (constant(operand).tag as u64) << (44 + 2 * i)
                | u64::from(column.offset / 16) << (52 + 3 * i);
        }
        let constants = keys.map(|operand| constant(operand).bits as u64);
        let words = [word, operands, constants[0], constants[1], constants[2], constants[3]];
        words
            .into_iter()
            .enumerate()
            .map(|(part, word)| (Memory::Table(unit, part as u8), word))
            .collect::<Vec<_>>()
    };
    let column = |operation: ColumnOperation, place: usize, value: Operand, predicate: Operand| {
        let port = (usize::from(b.index) % WRITE_PORTS) as u8;
        let (predicate, guarded) = guard(predicate);
        let is_constant = value.space != Space::Slot;
        let index = if is_constant { 0 } else { u64::from(value.index) };
        let word = operation as u64
            | u64::from(unit) << 2
            | (place as u64) << 5
            | u64::from(a.index) << 9
            | index << 19
            | u64::from(is_constant) << 29
            | (constant(value).tag as u64) << 30
            | predicate << 32
            | guarded << 43;
        [(Memory::Writer(port, 0), word), (Memory::Writer(port, 1), constant(value).bits as u64)]
    };
    let none = Operand::NONE;
    match instruction.opcode {
        Opcode::Lookup => key(KeyOperation::Lookup, dst, none, [a, b, c, d])
            .into_iter()
            .for_each(|(m, w)| write(m, w)),
        Opcode::Insert => key(KeyOperation::Insert, none, dst, [a, b, c, d])
            .into_iter()
            .for_each(|(m, w)| write(m, w)),
        Opcode::Find => key(KeyOperation::Find, dst, none, [a, b, c, d])
            .into_iter()
            .for_each(|(m, w)| write(m, w)),
        Opcode::Open => key(KeyOperation::Open, dst, none, [a, b, c, d])
            .into_iter()
            .for_each(|(m, w)| write(m, w)),
        Opcode::Delete => {
            key(KeyOperation::Delete, none, a, [none; 4]).into_iter().for_each(|(m, w)| write(m, w))
        }
        Opcode::Close => {
            key(KeyOperation::Close, none, a, [none; 4]).into_iter().for_each(|(m, w)| write(m, w))
        }
        Opcode::Reserve => {
            let (predicate, guarded) = guard(a);
            let word = 1
                | u64::from(dst.index) << 1
                | predicate << 11
                | guarded << 22
                | u64::from(b.index) << 23;
            write(Memory::Table(unit, 6), word);
        }
        Opcode::Fetch => {
            let place = build::fetched_place(table, usize::from(b.index));
            let part = 1 | u64::from(dst.index) << 1;
            let row = 1 | u64::from(a.index) << 1;
            // Fetches of one row and cycle share their words, which are put together by the
            // address.
            match fetch_part(place) {
                (0, at) => write(Memory::Table(unit, 7), row | part << at),
                (_, at) => {
                    write(Memory::Table(unit, 7), row);
                    write(Memory::TableSecond(unit), part << at);
                }
            }
        }
        Opcode::Write => {
            column(ColumnOperation::Write, b.index.into(), c, e)
                .into_iter()
                .for_each(|(m, w)| write(m, w));
        }
        Opcode::Fold => {
            let operation =
                if d.index == 1 { ColumnOperation::FoldOut } else { ColumnOperation::FoldIn };
            let place = build::fetched_place(table, usize::from(b.index));
            column(operation, place, c, none).into_iter().for_each(|(m, w)| write(m, w));
        }
        Opcode::Level => {
            let place = build::fetched_place(table, usize::from(c.index));
            let port = (usize::from(c.index) % WRITE_PORTS) as u8;
            let (predicate, guarded) = guard(a);
            let is_constant = d.space != Space::Slot;
            let index = if is_constant { 0 } else { u64::from(d.index) };
            let word = u64::from(unit) << 2
                | (place as u64) << 5
                | u64::from(b.index) << 9
                | index << 19
                | u64::from(is_constant) << 29
                | (constant(d).tag as u64) << 30
                | predicate << 32
                | guarded << 43
                | 1 << 44
                | u64::from(dst.index) << 45;
            write(Memory::Writer(port, 0), word);
            write(Memory::Writer(port, 1), constant(d).bits as u64);
        }
        _ => unreachable!("other instructions have no table unit"),
    }
}
