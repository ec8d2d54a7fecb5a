// SPDX-License-Identifier: Apache-2.0

//! Instructions after the verdict, which change rows and aggregates. None of them can fail.

use super::lists::Lists;
use super::registers::Registers;
use super::scan;
use super::table::Table;
use crate::isa::{Instruction, Opcode, Operand, Space};
use crate::value::{Tag, Truth, Value};
use crate::wide::WideValue;

/// Executes an instruction of a commit port or of a column writer.
pub(super) fn execute(
    instruction: &Instruction,
    registers: &mut Registers<'_>,
    tables: &mut [Table],
) {
    let [dst, a, b, c, d, e] = instruction.operands;
    let value = |operand: Operand| registers.value(instruction, operand);
    // An absent predicate counts as true.
    let wanted = registers.truth(e) == Truth::True;
    match instruction.opcode {
        Opcode::Enter | Opcode::Leave | Opcode::Apply if !wanted => return,
        Opcode::Apply => return scan::apply(instruction, registers, tables),
        _ => {}
    }
    let table = &mut tables[usize::from(instruction.unit)];
    if matches!(instruction.opcode, Opcode::Enter | Opcode::Leave | Opcode::Patch) {
        return change_list(instruction, registers, table.lists_mut());
    }
    match instruction.opcode {
        Opcode::Insert if wanted => table.insert(value(dst), &registers.key(instruction)),
        Opcode::Write if wanted && value(c).tag <= Tag::Null => {
            table.write(value(a), b.index.into(), value(c));
        }
        Opcode::Delete if wanted => table.delete(value(a)),
        Opcode::Insert | Opcode::Write | Opcode::Delete => {}
        Opcode::Find | Opcode::Open => group(instruction, wanted, registers, table),
        Opcode::Fold => {
            let folded = folded(instruction, registers);
            if let Some(folded) = folded.folded() {
                table.fold(value(a), b.index.into(), folded, d.index == 1);
            }
        }
        Opcode::Close => table.close(value(a)),
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
        | Opcode::Lookup
        | Opcode::Fetch
        | Opcode::WideFetch
        | Opcode::Reserve
        | Opcode::Level
        | Opcode::Verdict
        | crate::scan_opcodes!() => {
            unreachable!("a commit port or a column writer has no such instruction")
        }
    }
}

/// Lets a row enter or leave a list, or writes a copy of it.
fn change_list(instruction: &Instruction, registers: &Registers<'_>, lists: &mut Lists) {
    let [_, a, b, c, ..] = instruction.operands;
    let value = |operand: Operand| registers.value(instruction, operand);
    match instruction.opcode {
        Opcode::Enter => {
            if let (Some(group), Some(row)) = (value(a).get(), value(b).get()) {
                lists.enter(group, row);
            }
        }
        Opcode::Leave => lists.leave(value(a)),
        _ => lists.patch(value(a), b.index.into(), value(c)),
    }
}

/// Finds or opens a group.
fn group(
    instruction: &Instruction,
    wanted: bool,
    registers: &mut Registers<'_>,
    table: &mut Table,
) {
    let key = registers.key(instruction);
    let group = match wanted {
        false => None,
        true if instruction.opcode == Opcode::Find => table.find(&key),
        true => table.open(&key),
    };
    registers.set_value(instruction, group.map_or(Value::NULL, Value::new));
}

/// The value that a fold adds or removes.
fn folded(instruction: &Instruction, registers: &Registers<'_>) -> WideValue {
    let operand = instruction.operands[3];
    match operand.space {
        Space::Wide => registers.wide(operand),
        Space::Slot | Space::Constant => registers.value(instruction, operand).into(),
        Space::None | Space::Local | Space::Predicate | Space::Entry | Space::Immediate => {
            unreachable!("a validated operand of a fold is a value")
        }
    }
}
