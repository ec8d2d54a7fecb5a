// SPDX-License-Identifier: Apache-2.0

//! The memories of the machine, and which of them an instruction reads and changes.

use engine::isa::{Instruction, Opcode};
use engine::program::Program;

/// A memory that outlives a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Memory {
    /// The key index of a table.
    Index(u8),
    /// The free rows of a table.
    Free(u8),
    /// A column of a table, or with [`Memory::COPIES`] the copy of a column that a list has.
    Column(u8, u16),
    /// The places of the rows in the groups of a list.
    List(u8),
}

impl Memory {
    /// The number of the first copy of a list.
    pub const COPIES: u16 = 1_000;
}

/// The memories that an instruction of the check phase reads when it issues.
pub fn looks_at(instruction: &Instruction) -> Vec<Memory> {
    let unit = instruction.unit;
    let [_, _, b, c, ..] = instruction.operands;
    match instruction.opcode {
        Opcode::Lookup => vec![Memory::Index(unit)],
        Opcode::Fetch | Opcode::WideFetch => vec![Memory::Column(unit, b.index)],
        Opcode::Reserve => vec![Memory::Free(unit)],
        Opcode::Level => vec![Memory::Column(unit, c.index)],
        Opcode::Room => vec![Memory::Index(unit), Memory::List(unit)],
        _ => Vec::new(),
    }
}

/// The memories that an instruction of the commit phase changes. It reads them first, except for a
/// write and a patch.
pub fn changes(program: &Program, instruction: &Instruction) -> Vec<Memory> {
    let unit = instruction.unit;
    let column = instruction.operands[2].index;
    match instruction.opcode {
        Opcode::Insert | Opcode::Delete | Opcode::Open | Opcode::Close => {
            vec![Memory::Index(unit), Memory::Free(unit)]
        }
        Opcode::Write | Opcode::Fold => vec![Memory::Column(unit, column)],
        Opcode::Patch => vec![Memory::Column(unit, column + Memory::COPIES)],
        Opcode::Enter | Opcode::Leave => vec![Memory::List(unit)],
        Opcode::Apply => applied(program, unit),
        _ => Vec::new(),
    }
}

/// What a change of the rows that a scan selected changes: the table of the list, and the list.
fn applied(program: &Program, list: u8) -> Vec<Memory> {
    let hidden = program.tables[usize::from(list)].hidden.as_ref();
    let base = hidden.map_or(list, |hidden| hidden.base.0 as u8);
    let columns = program.tables[usize::from(base)].columns.len() as u16;
    let columns = (0..columns).map(|column| Memory::Column(base, column));
    let of_list = [Memory::Index(list), Memory::Free(list), Memory::List(list)];
    [Memory::Index(base), Memory::Free(base)].into_iter().chain(of_list).chain(columns).collect()
}

/// The memories that an instruction of the commit phase reads, and needs as earlier ones of its
/// message left them.
pub fn follows(program: &Program, instruction: &Instruction) -> Vec<Memory> {
    match instruction.opcode {
        Opcode::Write => Vec::new(),
        // The row must be in its place.
        Opcode::Patch => vec![Memory::List(instruction.unit)],
        Opcode::Find => vec![Memory::Index(instruction.unit)],
        _ => changes(program, instruction),
    }
}
