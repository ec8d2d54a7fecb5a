// SPDX-License-Identifier: Apache-2.0

//! The instructions that a message executes before its verdict, and a row program for a row.

use super::registers::Registers;
use super::table::Table;
use super::{access, compute};
use crate::isa::{Instruction, UnitClass};

/// Executes an instruction that is a check other than a scan.
pub(super) fn execute(instruction: &Instruction, registers: &mut Registers<'_>, tables: &[Table]) {
    match instruction.opcode.signature().unit {
        UnitClass::Lane
        | UnitClass::Logic
        | UnitClass::Divider
        | UnitClass::Wide
        | UnitClass::Text => {
            compute::execute(instruction, registers);
        }
        UnitClass::Index | UnitClass::Column | UnitClass::Allocator => {
            access::execute(instruction, registers, tables);
        }
        UnitClass::Scan | UnitClass::Verdict | UnitClass::Commit | UnitClass::Writer => {
            unreachable!("instructions of these units are neither checks nor steps")
        }
    }
}
