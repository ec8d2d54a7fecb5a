// SPDX-License-Identifier: Apache-2.0

//! Instructions behind the verdict: rows come, change and leave, and the aggregates follow. None of
//! them can fail.

use super::registers::Registers;
use super::table::Table;
use crate::isa::{Instruction, Opcode, Operand};
use crate::value::{Tag, Truth, Value};

/// Executes an instruction of a commit port.
pub(super) fn execute(
    instruction: &Instruction,
    registers: &mut Registers<'_>,
    tables: &mut [Table],
) {
    let table = &mut tables[usize::from(instruction.unit)];
    let [dst, a, b, c, d, e] = instruction.operands;
    let value = |operand: Operand| registers.value(instruction, operand);
    // One without a predicate always happens.
    let wanted = registers.truth(e) == Truth::True;
    match instruction.opcode {
        Opcode::Insert if wanted => table.insert(value(dst), &registers.key(instruction)),
        Opcode::Write if wanted && value(c).tag <= Tag::Null => {
            table.write(value(a), b.index.into(), value(c));
        }
        Opcode::Delete if wanted => table.delete(value(a)),
        Opcode::Insert | Opcode::Write | Opcode::Delete => {}
        Opcode::Find | Opcode::Open => {
            let key = registers.key(instruction);
            let group = match instruction.opcode {
                _ if !wanted => None,
                Opcode::Find => table.find(&key),
                _ => table.open(&key),
            };
            registers.set_value(instruction, group.map_or(Value::NULL, Value::new));
        }
        Opcode::Fold => {
            if let Some(folded) = value(c).get() {
                table.fold(value(a), b.index.into(), folded, d.index == 1);
            }
        }
        Opcode::Close => table.close(value(a)),
        _ => unreachable!("a validated program has no other instructions behind the verdict"),
    }
}
