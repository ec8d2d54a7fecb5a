// SPDX-License-Identifier: Apache-2.0

//! The codes that the commit of a message stores, for the check that the dictionary has room.

use super::registers::Registers;
use super::scan;
use super::table::Table;
use crate::isa::{Gate, Instruction, Opcode, Phase};
use crate::value::{Truth, Value};
use std::collections::BTreeSet;

/// The codes that inserts and writes among `rest` store. These are the instructions after the
/// decision of the side with this gate. `check` executes an instruction that is a check.
///
/// The last reads and the arithmetic of the commit execute here, and again with the commit. The
/// results are the same.
pub(super) fn codes(
    rest: &[Instruction],
    gate: Gate,
    registers: &mut Registers<'_>,
    tables: &[Table],
    check: fn(&Instruction, &mut Registers<'_>, &[Table]),
) -> BTreeSet<i64> {
    let mut stored = BTreeSet::new();
    for instruction in rest {
        match instruction.opcode.signature().phase {
            Phase::Check if instruction.gate == Gate::Accept || gate == Gate::Reject => {
                check(instruction, registers, tables);
            }
            Phase::Commit if instruction.gate == gate => {
                stored.extend(of(instruction, registers, tables));
            }
            Phase::Check | Phase::Verdict | Phase::Settle | Phase::Commit => {}
        }
    }
    stored
}

/// The codes that an instruction stores.
fn of(instruction: &Instruction, registers: &Registers<'_>, tables: &[Table]) -> Vec<i64> {
    let [dst, row, column, written, _, when] = instruction.operands;
    let table = &tables[usize::from(instruction.unit)];
    let is_row = |operand| registers.value(instruction, operand).get().is_some();
    let wanted = registers.truth(when) == Truth::True;
    let cells: Vec<(usize, Value)> = match instruction.opcode {
        Opcode::Insert if wanted && is_row(dst) => {
            let key = registers.key(instruction);
            // Without a whole key there is no row.
            let is_whole = key.iter().all(|value| value.get().is_some());
            table.key().iter().copied().zip(key).filter(|_| is_whole).collect()
        }
        Opcode::Write if wanted && is_row(row) => {
            vec![(column.index.into(), registers.value(instruction, written))]
        }
        Opcode::Apply if wanted => scan::written(instruction, registers),
        _ => Vec::new(),
    };
    // Rows of lists are rows of their base tables.
    let table =
        if instruction.opcode == Opcode::Apply { &tables[table.lists().base()] } else { table };
    let texts = cells.into_iter().filter(|(column, _)| table.keeps_text(*column));
    texts.filter_map(|(_, value)| value.get()).collect()
}
