// SPDX-License-Identifier: Apache-2.0

//! The micro-operations that a transaction is decoded into.
//!
//! They are what [`crate::isa::Instruction`]s become once everything that can be known before the
//! first message is known: operands are indices into one array of values and one of truths, a
//! column is the word of a row, a width is a shift, a guard that is not there is the truth that is
//! always true. One is 16 bytes.

use super::arithmetic::Unused;
use super::logic::Logic;
use super::table::LevelPlace;
use crate::machine::KEY_COLUMNS_MAX;

/// Index of a value in the registers.
pub type ValueIndex = u16;
/// Index of a truth in the registers.
pub type TruthIndex = u16;

/// The value that is always NULL.
pub const NULL: ValueIndex = 0;
/// Where a constant lies, less its number.
pub const CONSTANTS: ValueIndex = 1;
/// The truth that is always true.
pub const TRUE: TruthIndex = 0;
/// Where an entry of the verdict tree lies, less its number.
pub const ENTRIES: TruthIndex = 1;

/// A key to look up: the table, what is in its columns and the guard. Keys of one column, which
/// most are, have micro-operations of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyIndices {
    /// The table.
    pub table: u8,
    /// How many of the columns count.
    pub len: u8,
    /// The values.
    pub columns: [ValueIndex; KEY_COLUMNS_MAX],
}

/// A micro-operation. `dst` is where the result goes; the rest is as in [`crate::isa::Opcode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the operands of the opcodes, documented there")]
#[rustfmt::skip]
pub enum Micro {
    Add { dst: ValueIndex, a: ValueIndex, b: ValueIndex, unused: Unused },
    Sub { dst: ValueIndex, a: ValueIndex, b: ValueIndex, unused: Unused },
    Mul { dst: ValueIndex, a: ValueIndex, b: ValueIndex, unused: Unused },
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
    /// Reads what a look-up of the key will read, see [`super::prefetch`].
    Touch { key: KeyIndices },
    LookupOne { dst: ValueIndex, table: u8, key: ValueIndex, guard: TruthIndex },
    Lookup { dst: ValueIndex, key: KeyIndices, guard: TruthIndex },
    FetchData { dst: ValueIndex, table: u8, row: ValueIndex, word: u8, column: u8 },
    FetchCount { dst: ValueIndex, table: u8, row: ValueIndex, word: u8 },
    FetchSum { dst: ValueIndex, table: u8, row: ValueIndex, word: u8 },
    FetchBest { dst: ValueIndex, table: u8, row: ValueIndex, word: u8 },
    Reserve { dst: ValueIndex, table: u8, when: TruthIndex, entry: TruthIndex, counter: u16 },
    Level { entry: TruthIndex, table: u8, when: TruthIndex, row: ValueIndex, value: ValueIndex, counter: u16,
            word: u8, pool: u8 },
    InsertOne { row: ValueIndex, table: u8, key: ValueIndex, guard: TruthIndex },
    Insert { row: ValueIndex, key: KeyIndices, guard: TruthIndex },
    Write { table: u8, row: ValueIndex, word: u8, column: u8, value: ValueIndex, guard: TruthIndex },
    Delete { table: u8, row: ValueIndex, guard: TruthIndex },
    Find { dst: ValueIndex, key: KeyIndices, guard: TruthIndex },
    Open { dst: ValueIndex, key: KeyIndices, guard: TruthIndex },
    Close { table: u8, row: ValueIndex },
    FoldCount { table: u8, row: ValueIndex, word: u8, value: ValueIndex, remove: bool },
    FoldSum { table: u8, row: ValueIndex, word: u8, value: ValueIndex, remove: bool },
    FoldLevel { table: u8, row: ValueIndex, place: LevelPlace, value: ValueIndex, remove: bool },
}

const _: () = assert!(size_of::<Micro>() <= 16, "four micro-operations share a cache line");
