// SPDX-License-Identifier: Apache-2.0

//! What a program states about its cycles, stated again after a test has changed it.

use engine::isa::{Instruction, Opcode, Operand};
use engine::program::Program;
use engine::validate::validate;

/// States the latency of each scan again, and the end of each commit. Returns whether the program
/// is valid; it is not if its schedule would have to change.
pub fn restated(program: &mut Program) -> bool {
    let tables = program.tables.clone();
    for transaction in &mut program.transactions {
        for instruction in &mut transaction.instructions {
            if instruction.opcode != Opcode::Scan {
                continue;
            }
            let list = tables[usize::from(instruction.unit)].hidden.as_ref();
            let bound = list.and_then(|hidden| hidden.list.as_ref()).map_or(0, |list| list.bound);
            let scan = &transaction.scans[usize::from(instruction.operands[2].index)];
            instruction.operands[3] = Operand::immediate(scan.latency(bound) as u16);
        }
        let ends = transaction.instructions.iter().map(Instruction::ready);
        transaction.commit_cycles =
            transaction.commit_cycles.min(ends.max().unwrap_or(0).max(transaction.verdict_cycles));
    }
    validate(program).is_ok()
}
