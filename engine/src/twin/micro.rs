// SPDX-License-Identifier: Apache-2.0

//! The micro-operations that a transaction is decoded into.
//!
//! A micro-operation is an [`crate::isa::Instruction`] with everything resolved that is known
//! before the first message. Operands are indices into one array of values and one array of truths,
//! a column is the word of a row, a width is a shift, and an absent guard is the truth that is
//! always true. A micro-operation takes 16 bytes.

use super::arithmetic::Unused;
use super::indices::{TruthIndex, ValueIndex};
use super::logic::Logic;
use super::scan_micro::OnList;
use super::shape::LevelPlace;
use super::wide_micro::Wide;
use crate::isa::KEY_OPERANDS;

/// A key to look up: the table and the values of the columns, or pairs of columns from [`PAIRS`]
/// on. Keys of one column, which are the most frequent, have separate micro-operations.
///
/// [`PAIRS`]: super::indices::PAIRS
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyIndices {
    /// The table.
    pub table: u8,
    /// The number of operands.
    pub len: u8,
    /// The operands.
    pub operands: [ValueIndex; KEY_OPERANDS],
}

/// The operands of a fetch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fetch {
    /// The result.
    pub dst: ValueIndex,
    /// The table.
    pub table: u8,
    /// The row.
    pub row: ValueIndex,
    /// The first word of the cell.
    pub word: u8,
    /// The column.
    pub column: u8,
}

/// The operands of a reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reserve {
    /// The row.
    pub dst: ValueIndex,
    /// The table.
    pub table: u8,
    /// The guard.
    pub when: TruthIndex,
    /// The verdict entry.
    pub entry: TruthIndex,
    /// The counter of the table's reserves.
    pub counter: u16,
}

/// The operands of a check for room for a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The verdict entry.
    pub entry: TruthIndex,
    /// The table.
    pub table: u8,
    /// The guard.
    pub when: TruthIndex,
    /// The group.
    pub row: ValueIndex,
    /// The level.
    pub value: ValueIndex,
    /// The counter of the column's new levels.
    pub counter: u16,
    /// The first word of the cell.
    pub word: u8,
    /// The level pool.
    pub pool: u8,
}

/// The operands of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Write {
    /// The table.
    pub table: u8,
    /// The row.
    pub row: ValueIndex,
    /// The word of the cell.
    pub word: u8,
    /// The column.
    pub column: u8,
    /// The value.
    pub value: ValueIndex,
    /// The guard.
    pub guard: TruthIndex,
}

/// The operands of a fold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold<P> {
    /// The table.
    pub table: u8,
    /// The group.
    pub row: ValueIndex,
    /// The place of the cell.
    pub place: P,
    /// The value.
    pub value: ValueIndex,
    /// Whether the value is removed rather than added.
    pub remove: bool,
}

/// A micro-operation. `dst` is the result; the other fields are the operands of the instruction
/// with the same name, see [`crate::isa::Opcode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the operands of the opcodes, documented there")]
#[rustfmt::skip]
pub enum Micro {
    Add { dst: ValueIndex, a: ValueIndex, b: ValueIndex, unused: Unused },
    Sub { dst: ValueIndex, a: ValueIndex, b: ValueIndex, unused: Unused },
    Mul { dst: ValueIndex, a: ValueIndex, b: ValueIndex, unused: Unused },
    AddSaturating { dst: ValueIndex, a: ValueIndex, b: ValueIndex },
    SubSaturating { dst: ValueIndex, a: ValueIndex, b: ValueIndex },
    MulSaturating { dst: ValueIndex, a: ValueIndex, b: ValueIndex },
    Range { dst: ValueIndex, a: ValueIndex, low: ValueIndex, high: ValueIndex },
    Select { dst: ValueIndex, condition: TruthIndex, yes: ValueIndex, no: ValueIndex },
    Coalesce { dst: ValueIndex, a: ValueIndex, b: ValueIndex },
    Truth { dst: ValueIndex, a: TruthIndex },
    Eq { dst: TruthIndex, a: ValueIndex, b: ValueIndex, guard: TruthIndex },
    Ne { dst: TruthIndex, a: ValueIndex, b: ValueIndex, guard: TruthIndex },
    Lt { dst: TruthIndex, a: ValueIndex, b: ValueIndex, guard: TruthIndex },
    Le { dst: TruthIndex, a: ValueIndex, b: ValueIndex, guard: TruthIndex },
    IsNull { dst: TruthIndex, a: ValueIndex, guard: TruthIndex },
    NotNull { dst: TruthIndex, a: ValueIndex, guard: TruthIndex },
    Clean { dst: TruthIndex, a: ValueIndex, guard: TruthIndex },
    Logic { dst: TruthIndex, a: TruthIndex, b: TruthIndex, how: Logic },
    Div { dst: ValueIndex, a: ValueIndex, b: ValueIndex, unused: Unused },
    Rem { dst: ValueIndex, a: ValueIndex, b: ValueIndex },
    MulDiv { dst: ValueIndex, a: ValueIndex, b: ValueIndex, scale: ValueIndex },
    /// Reads the memory that a lookup of the key will read, see [`super::prefetch`].
    Prefetch { key: KeyIndices },
    LookupOne { dst: ValueIndex, table: u8, key: ValueIndex, guard: TruthIndex },
    Lookup { dst: ValueIndex, key: KeyIndices, guard: TruthIndex },
    FetchData(Fetch),
    FetchCount(Fetch),
    FetchSum(Fetch),
    FetchBest(Fetch),
    FetchDistinct(Fetch),
    Reserve(Reserve),
    Level(Level),
    InsertOne { row: ValueIndex, table: u8, key: ValueIndex, guard: TruthIndex },
    Insert { row: ValueIndex, key: KeyIndices, guard: TruthIndex },
    Write(Write),
    Delete { table: u8, row: ValueIndex, guard: TruthIndex },
    /// An insert with a text in the key, for a table that keeps texts.
    InsertTexts { row: ValueIndex, key: KeyIndices, guard: TruthIndex },
    /// A write to a column that keeps texts.
    WriteText(Write),
    /// A delete from a table that keeps texts.
    DeleteTexts { table: u8, row: ValueIndex, guard: TruthIndex },
    Find { dst: ValueIndex, key: KeyIndices, guard: TruthIndex },
    Open { dst: ValueIndex, key: KeyIndices, guard: TruthIndex },
    Close { table: u8, row: ValueIndex },
    FoldCount(Fold<u8>),
    FoldSum(Fold<u8>),
    FoldLevel(Fold<LevelPlace>),
    Like { dst: TruthIndex, a: ValueIndex, prefix: ValueIndex, bytes: u8, guard: TruthIndex },
    Named { dst: TruthIndex, rule: u16 },
    Room { entry: TruthIndex, key: KeyIndices, guard: TruthIndex },
    /// An operation with a wide operand or result.
    Wide(Wide),
    /// An operation on a list.
    OnList(OnList),
}

const _: () = assert!(size_of::<Micro>() <= 16, "four micro-operations share a cache line");
