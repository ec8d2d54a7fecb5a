// SPDX-License-Identifier: Apache-2.0

//! Instructions that read tables before the verdict: lookup, fetch, and the checks for room.

use super::registers::Registers;
use super::table::Table;
use crate::isa::{Instruction, Opcode};
use crate::machine::{LEVELS_MAX, LEVELS_PER_GROUP_MAX};
use crate::value::{Tag, Truth, Value};

/// Executes an instruction of an index, a column or an allocator.
pub(super) fn execute(instruction: &Instruction, registers: &mut Registers<'_>, tables: &[Table]) {
    let table = &tables[usize::from(instruction.unit)];
    match instruction.opcode {
        Opcode::Lookup => {
            let handle = lookup(instruction, registers, table);
            registers.set_value(instruction, handle);
        }
        Opcode::Fetch => {
            let [_, row, column, ..] = instruction.operands;
            let row = registers.value(instruction, row);
            registers.set_value(instruction, table.fetch(row, column.index.into()));
        }
        Opcode::WideFetch => {
            let [dst, row, column, ..] = instruction.operands;
            let row = registers.value(instruction, row);
            registers.set_wide(dst, table.fetch_sum(row, column.index.into()));
        }
        Opcode::Reserve => reserve(instruction, registers, table),
        Opcode::Level => {
            let truth = level(instruction, registers, table);
            registers.set_truth(instruction.operands[0], truth);
        }
        Opcode::Room => {
            let truth = room(instruction, registers, table);
            registers.set_truth(instruction.operands[0], truth);
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
        | Opcode::Verdict
        | Opcode::Insert
        | Opcode::Write
        | Opcode::Delete
        | Opcode::Find
        | Opcode::Open
        | Opcode::Fold
        | Opcode::Close
        | Opcode::Scan
        | Opcode::Result
        | Opcode::WideResult
        | Opcode::Sound
        | Opcode::Within
        | Opcode::Enter
        | Opcode::Leave
        | Opcode::Patch
        | Opcode::Apply => {
            unreachable!("an index, a column or an allocator has no such instruction")
        }
    }
}

/// The row with a key. An error in key or predicate is the result; otherwise a predicate that is
/// not true, or a NULL in the key, gives NULL.
fn lookup(instruction: &Instruction, registers: &Registers<'_>, table: &Table) -> Value {
    let key = registers.key(instruction);
    let predicate = registers.truth(instruction.operands[5]);
    let tags = key.iter().map(|value| value.tag);
    let worst = tags.fold(predicate.to_value().tag, Tag::max);
    if worst > Tag::Null {
        return Value::tagged(worst);
    }
    if predicate != Truth::True {
        return Value::NULL;
    }
    table.find(&key).map_or(Value::NULL, Value::new)
}

fn reserve(instruction: &Instruction, registers: &mut Registers<'_>, table: &Table) {
    let [_, wanted, entry, ..] = instruction.operands;
    let reserved = registers.reserved[usize::from(instruction.unit)];
    let (handle, outcome) = match registers.truth(wanted) {
        Truth::True => match table.free_row(reserved) {
            Some(handle) => {
                registers.reserved[usize::from(instruction.unit)] += 1;
                (Value::new(handle), Truth::True)
            }
            None => (Value::NULL, Truth::False),
        },
        Truth::False | Truth::Null => (Value::NULL, Truth::True),
        error @ (Truth::Overflow | Truth::DivisionByZero) => (error.to_value(), error),
    };
    registers.set_value(instruction, handle);
    registers.set_truth(entry, outcome);
}

/// Whether a value is a level of a group or can become one. Every level that the message adds
/// counts against every group.
fn level(instruction: &Instruction, registers: &mut Registers<'_>, table: &Table) -> Truth {
    let [_, wanted, group, column, value, _] = instruction.operands;
    let wanted = registers.truth(wanted);
    let group = registers.value(instruction, group);
    let value = registers.value(instruction, value);
    // The predicate is a guard: nothing is required if it is false or NULL, and its error is the
    // result.
    match wanted {
        Truth::True => {}
        Truth::False | Truth::Null => return Truth::True,
        error @ (Truth::Overflow | Truth::DivisionByZero) => return error,
    }
    let worst = group.tag.max(value.tag);
    if worst > Tag::Null {
        return Value::tagged(worst).is_clean();
    }
    let Some(value) = value.get() else {
        return Truth::True;
    };
    let levels = table.levels(group, column.index.into());
    if levels.is_some_and(|levels| levels.contains_key(&value)) {
        return Truth::True;
    }
    let of_group = levels.map_or(0, |levels| levels.len() as u32);
    let of_column = table.level_count(column.index.into());
    let added = registers.levels_added.entry((instruction.unit, column.index)).or_default();
    if of_group + *added < LEVELS_PER_GROUP_MAX && of_column + *added < LEVELS_MAX {
        *added += 1;
        Truth::True
    } else {
        Truth::False
    }
}

/// Whether the list of a group has room for a row beyond those that the message adds to it before.
fn room(instruction: &Instruction, registers: &mut Registers<'_>, table: &Table) -> Truth {
    match registers.truth(instruction.operands[5]) {
        Truth::True => {}
        Truth::False | Truth::Null => return Truth::True,
        error @ (Truth::Overflow | Truth::DivisionByZero) => return error,
    }
    let key = registers.key(instruction);
    let tags = key.iter().map(|value| value.tag);
    let worst = tags.fold(Tag::Value, Tag::max);
    if worst > Tag::Value {
        return Value::tagged(worst).is_clean();
    }
    let held = table.find(&key).map_or(0, |group| table.lists().len_of(group));
    let bits = key.iter().map(|value| value.bits).collect();
    let added = registers.members_added.entry((instruction.unit, bits)).or_default();
    if held + *added < table.lists().bound() {
        *added += 1;
        Truth::True
    } else {
        Truth::False
    }
}
