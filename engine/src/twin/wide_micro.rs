// SPDX-License-Identifier: Apache-2.0

//! The micro-operations on wide values.

use super::indices::{TruthIndex, ValueIndex, WideIndex};
use crate::wide::Rounding;

/// The operands of a wide comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The result.
    pub dst: TruthIndex,
    /// The left operand.
    pub a: WideIndex,
    /// The right operand.
    pub b: WideIndex,
    /// The guard.
    pub guard: TruthIndex,
    /// The power of ten of the left operand.
    pub power: u8,
    /// The power of ten of the right operand.
    pub other_power: u8,
}

/// The operands of a test of one wide value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    /// The result.
    pub dst: TruthIndex,
    /// The operand.
    pub a: WideIndex,
    /// The guard.
    pub guard: TruthIndex,
}

/// A micro-operation with a wide operand or result. The fields are the operands of the instruction
/// with the same name, see [`crate::isa::Opcode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the operands of the opcodes, documented there")]
#[rustfmt::skip]
pub enum Wide {
    Widen { dst: WideIndex, a: ValueIndex, power: u8 },
    Add { dst: WideIndex, a: WideIndex, b: WideIndex },
    Sub { dst: WideIndex, a: WideIndex, b: WideIndex },
    Mul { dst: WideIndex, a: WideIndex, b: WideIndex },
    Div { dst: WideIndex, a: WideIndex, b: WideIndex, power: u8 },
    Rem { dst: WideIndex, a: WideIndex, b: WideIndex },
    Scale { dst: WideIndex, a: WideIndex, power: u8, digits: u8 },
    Round { dst: WideIndex, a: WideIndex, power: u8, rounding: Rounding, digits: u8 },
    Select { dst: WideIndex, condition: TruthIndex, yes: WideIndex, no: WideIndex },
    Coalesce { dst: WideIndex, a: WideIndex, b: WideIndex },
    Eq(Compare),
    Ne(Compare),
    Lt(Compare),
    Le(Compare),
    IsNull(Test),
    NotNull(Test),
    Clean(Test),
    Narrow { dst: ValueIndex, a: WideIndex, low: ValueIndex, high: ValueIndex },
    Pair { dst: WideIndex, a: ValueIndex, b: ValueIndex },
    Result { dst: WideIndex, scan: ValueIndex, accumulator: u8, place: u8 },
    FetchSum { dst: WideIndex, table: u8, row: ValueIndex, word: u8 },
    FoldSum { table: u8, row: ValueIndex, word: u8, value: WideIndex, remove: bool },
}
