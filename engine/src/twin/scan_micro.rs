// SPDX-License-Identifier: Apache-2.0

//! The micro-operations on lists: scans with their results, and what keeps the lists.

use super::indices::{TruthIndex, ValueIndex};

/// The operands of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scan {
    /// The result, which is the number.
    pub dst: ValueIndex,
    /// The list.
    pub table: u8,
    /// The group.
    pub group: ValueIndex,
    /// The number of the scan in the program.
    pub number: u16,
    /// The guard.
    pub when: TruthIndex,
}

/// A micro-operation on a list. The fields are the operands of the instruction with the same name,
/// see [`crate::isa::Opcode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the operands of the opcodes, documented there")]
#[rustfmt::skip]
pub enum OnList {
    Scan(Scan),
    Result { dst: ValueIndex, scan: ValueIndex, accumulator: u8, place: u8 },
    Sound { entry: TruthIndex, scan: ValueIndex, guard: TruthIndex },
    Within { entry: TruthIndex, scan: ValueIndex, accumulator: u8, most: u8, guard: TruthIndex },
    Enter { table: u8, group: ValueIndex, row: ValueIndex, guard: TruthIndex },
    Leave { table: u8, row: ValueIndex, guard: TruthIndex },
    Apply { table: u8, scan: ValueIndex, guard: TruthIndex },
    Patch { table: u8, row: ValueIndex, column: u8, value: ValueIndex },
}
