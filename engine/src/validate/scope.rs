// SPDX-License-Identifier: Apache-2.0

//! A transaction with the definitions that its checks need.

use super::error::Place;
use crate::frame::Layout;
use crate::isa::{Instruction, Operand, Role};
use crate::program::{FrameKind, Program, Transaction};

/// A transaction of a program, with the layout of its frames.
pub(super) struct Scope<'p> {
    pub program: &'p Program,
    pub transaction: &'p Transaction,
    pub index: usize,
    pub kind: FrameKind,
    pub layout: Layout,
}

impl<'p> Scope<'p> {
    pub fn new(program: &'p Program, index: usize, kind: FrameKind) -> Scope<'p> {
        Scope {
            program,
            transaction: &program.transactions[index],
            index,
            kind,
            layout: program.layout(kind),
        }
    }

    /// The place of a field of an instruction.
    pub fn place(&self, index: usize, field: &'static str) -> Place {
        Place::Instruction { transaction: self.index, index, field }
    }
}

const FIELDS: [&str; 6] = ["dst", "a", "b", "c", "d", "e"];

/// The operands of an instruction with their roles and names.
pub(super) fn operands(
    instruction: &Instruction,
) -> impl Iterator<Item = (Operand, Role, &'static str)> {
    let roles = instruction.opcode.signature().roles;
    let operands = instruction.operands.into_iter().zip(roles).zip(FIELDS);
    operands.map(|((operand, role), name)| (operand, role, name))
}
