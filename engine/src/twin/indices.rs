// SPDX-License-Identifier: Apache-2.0

//! Indices of the registers of a message.

use crate::machine::{ENTRIES_MAX, WIDES};

/// Index of a value in the registers.
pub type ValueIndex = u16;
/// Index of a truth in the registers.
pub type TruthIndex = u16;

/// Index of a wide value in the registers.
pub type WideIndex = u8;
const _: () = assert!(WIDES <= 1 << WideIndex::BITS, "an index names every wide value");

/// Values that the registers have room for. It is a power of two, so that a masked index needs no
/// bounds check.
pub const VALUES: usize = 8192;
/// Truths that the registers have room for, a power of two.
pub const TRUTHS: usize = 2048;

/// The index of wide value 0 among the operands of a key, where it is two columns; those of the
/// others follow.
pub const PAIRS: ValueIndex = VALUES as ValueIndex;

/// The value that is always NULL.
pub const NULL: ValueIndex = 0;
/// The index of constant 0; the other constants follow.
pub const CONSTANTS: ValueIndex = 1;
/// The truth that is always true.
pub const TRUE: TruthIndex = 0;
/// The index of verdict entry 0; the other entries follow.
pub const ENTRIES: TruthIndex = 1;
/// The index of the first truth that is no verdict entry: of a predicate, or of what a row program
/// writes.
pub const FIRST_TRUTH: TruthIndex = ENTRIES + ENTRIES_MAX as TruthIndex;
