// SPDX-License-Identifier: Apache-2.0

//! The instruction set: opcodes, operands, units, latencies and encoding.
//!
//! An instruction is one 128-bit word of eight little-endian 16-bit fields. It states the cycle in
//! which it issues: a transaction is a straight-line program with a static schedule.
//!
//! ```text
//!  127    112 111     96 95      80 79      64 63      48 47      32 31      16 15    8 7      0
//! +----------+----------+----------+----------+----------+----------+----------+-------+--------+
//! |    e     |    d     |    c     |    b     |    a     |   dst    |  cycle   | unit  | opcode |
//! +----------+----------+----------+----------+----------+----------+----------+-------+--------+
//!
//!  operand:  15   13 12                     0
//!           +-------+------------------------+
//!           | space |         index          |
//!           +-------+------------------------+
//! ```
//!
//! Bit 15 of the field of the cycle is the [`Gate`].
//!
//! The operands `a` to `d` of an instruction with a key hold its columns. A key of more columns
//! holds two of them as the result of a `pair` in one operand.
//!
//! A transaction writes each slot, local, predicate and entry at most once, so that one pass over
//! a program can check it (see [`crate::validate`]).

mod chain;
mod gate;
mod instruction;
mod operand;
mod role;
mod set;

pub use chain::{Chain, ChainOp};
pub use gate::Gate;
pub use instruction::{Instruction, KEY_OPERANDS, Word};
pub use operand::{Operand, Space};
pub use role::{Role, Use};
pub use set::{INSTRUCTION_SET, Opcode, Phase, Signature, UnitClass};
