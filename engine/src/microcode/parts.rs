// SPDX-License-Identifier: Apache-2.0

//! The words of the program memories, part by part.
//!
//! This is the only definition of the words: the packer writes through these parts, and the kernels
//! of `hdl` read through the same ones. Each word is a module; its parts are listed from bit 0
//! upwards, and each begins where the one before it ends. A part named `UNUSED` is zero.
//!
//! Common parts are a *slot* ([`SLOT_BITS`] bits), the address of a predicate in the predicate
//! files ([`PREDICATE_BITS`] bits), and *guarded*, which says that the operation has a predicate at
//! all. An operand that may be a constant has one bit that says so, and two bits for the tag of the
//! constant; the constant itself is in a separate memory. An operation on tables has the
//! [`Gate`](crate::isa::Gate) of its instruction as one bit, which is set for the side of a reject.

use super::fit::{cover, first, low, row, span};
use crate::build::{COLUMNS, KEY_BITS, LEVELS, SUMS, UNITS};
use crate::isa::Opcode;
use crate::layout::Part;
use crate::machine::{
    ENTRIES_MAX, LANES, LOGIC_UNITS, PREDICATES_PER_LANE, PREDICATES_PER_LOGIC_UNIT,
    PROGRAM_CYCLES, ROWS_MAX, RULES_PER_MESSAGE_MAX,
};

/// Bits of a word of any program memory.
pub const WORD_BITS: usize = 64;
/// Bits of the number of a slot.
pub const SLOT_BITS: usize = 10;
/// Bits of the address of a predicate in the predicate files.
pub const PREDICATE_BITS: usize = 11;
/// Bits of the number of an entry.
pub const ENTRY_BITS: usize = 8;
/// Bits of the tag of a value.
pub const TAG_BITS: usize = 2;
/// Bits of a number of cycles, and of an address within a program bank.
pub const CYCLE_BITS: usize = 10;
/// Key columns of an index.
pub const KEYS: usize = 4;

/// An operation of a lane.
pub mod lane {
    use super::*;

    /// The [`Opcode`].
    pub const OPCODE: Part = first(4);
    /// The lane issues an operation in this cycle.
    pub const ISSUES: Part = Part::after(OPCODE, 1);
    /// The [`Width`](crate::value::Width) that the result is checked against.
    pub const WIDTH: Part = Part::after(ISSUES, 2);
    /// Where the result goes: [`TO_SLOT`], [`TO_LOCAL`], [`TO_PREDICATE`] or [`TO_ENTRY`].
    pub const TARGET_SPACE: Part = Part::after(WIDTH, 2);
    /// The slot, register, predicate address or entry of the result.
    pub const TARGET_INDEX: Part = Part::after(TARGET_SPACE, PREDICATE_BITS);
    /// The slot or register of operand x.
    pub const X: Part = Part::after(TARGET_INDEX, 11);
    /// Where operand x comes from: [`FROM_SLOT`], [`FROM_LOCAL`] or [`FROM_CONSTANT`].
    pub const X_SPACE: Part = Part::after(X, 2);
    /// The slot or register of operand y.
    pub const Y: Part = Part::after(X_SPACE, 11);
    /// Where operand y comes from, as [`X_SPACE`].
    pub const Y_SPACE: Part = Part::after(Y, 2);
    /// The address of the predicate.
    pub const PREDICATE: Part = Part::after(Y_SPACE, PREDICATE_BITS);
    /// The operation is guarded by the predicate.
    pub const GUARDED: Part = Part::after(PREDICATE, 1);
    /// The tag of the constant for operand x.
    pub const X_TAG: Part = Part::after(GUARDED, TAG_BITS);
    /// The tag of the constant for operand y.
    pub const Y_TAG: Part = Part::after(X_TAG, TAG_BITS);

    /// The whole target: space and index.
    pub const TARGET: Part = span(TARGET_SPACE, TARGET_INDEX);
    /// Operand x as a slot.
    pub const X_SLOT: Part = low(X, SLOT_BITS);
    /// Operand x as a register of the lane.
    pub const X_LOCAL: Part = low(X, 6);
    /// Operand y as a slot.
    pub const Y_SLOT: Part = low(Y, SLOT_BITS);
    /// Operand y as a register of the lane.
    pub const Y_LOCAL: Part = low(Y, 6);

    /// [`TARGET_SPACE`]: a slot, by way of the lane's result bus.
    pub const TO_SLOT: usize = 0;
    /// [`TARGET_SPACE`]: a register of the lane.
    pub const TO_LOCAL: usize = 1;
    /// [`TARGET_SPACE`]: a predicate.
    pub const TO_PREDICATE: usize = 2;
    /// [`TARGET_SPACE`]: an entry of the verdict.
    pub const TO_ENTRY: usize = 3;
    /// [`X_SPACE`]: a slot.
    pub const FROM_SLOT: usize = 0;
    /// [`X_SPACE`]: a register of the lane.
    pub const FROM_LOCAL: usize = 1;
    /// [`X_SPACE`]: a constant.
    pub const FROM_CONSTANT: usize = 2;

    const _: () = assert!(cover(
        &[
            OPCODE,
            ISSUES,
            WIDTH,
            TARGET_SPACE,
            TARGET_INDEX,
            X,
            X_SPACE,
            Y,
            Y_SPACE,
            PREDICATE,
            GUARDED,
            X_TAG,
            Y_TAG
        ],
        62
    ));
    const _: () = assert!((Opcode::Chain as usize) <= 1 << OPCODE.bits, "lane opcodes come first");
}

/// An operation of a logic unit.
pub mod logic {
    use super::*;

    /// The addresses of the four predicates.
    pub const OPERANDS: [Part; 4] = {
        let a = first(PREDICATE_BITS);
        let [b, c, d] = row(a, PREDICATE_BITS);
        [a, b, c, d]
    };
    /// The combination, as [`Chain`](crate::isa::Chain) encodes it.
    pub const MODE: Part = Part::after(OPERANDS[3], 11);
    /// The entry that the result goes to; or, in [`PLACE`], the predicate.
    pub const TARGET: Part = Part::after(MODE, ENTRY_BITS);
    /// The result goes to an entry.
    pub const TO_ENTRY: Part = Part::after(TARGET, 1);

    /// The address at which the first operand is whether the verdict names entry 0; the other
    /// entries follow. No predicate has such an address.
    pub const NAMED: usize = 3 << (PREDICATE_BITS - 2);

    /// The predicate among those of the unit.
    pub const PLACE: Part = low(TARGET, 6);
    /// The result goes to a predicate, unless [`TO_ENTRY`] is set.
    pub const TO_PREDICATE: Part = Part::after(PLACE, 1);

    const _: () = assert!(cover(
        &[OPERANDS[0], OPERANDS[1], OPERANDS[2], OPERANDS[3], MODE, TARGET, TO_ENTRY],
        WORD_BITS
    ));
    const _: () = assert!(PREDICATES_PER_LOGIC_UNIT <= 1 << PLACE.bits);
    const _: () = assert!(
        LANES * PREDICATES_PER_LANE + LOGIC_UNITS * PREDICATES_PER_LOGIC_UNIT <= NAMED
            && NAMED + RULES_PER_MESSAGE_MAX <= 1 << PREDICATE_BITS
    );
    const _: () = assert!(TO_PREDICATE.end() <= TARGET.end());
}

/// An operation of the divider.
pub mod divider {
    use super::*;

    /// 0 quotient, 1 remainder, 2 product divided.
    pub const OPERATION: Part = first(2);
    /// The divider issues an operation in this cycle.
    pub const ISSUES: Part = Part::after(OPERATION, 1);
    /// The [`Width`](crate::value::Width) that the result is checked against.
    pub const WIDTH: Part = Part::after(ISSUES, 2);
    /// The slot of the result.
    pub const TARGET: Part = Part::after(WIDTH, SLOT_BITS);
    const OPERANDS: [Part; 3] = row(TARGET, SLOT_BITS + 1);
    /// The slots of operands a, b and c.
    pub const SLOTS: [Part; 3] =
        [low(OPERANDS[0], SLOT_BITS), low(OPERANDS[1], SLOT_BITS), low(OPERANDS[2], SLOT_BITS)];
    /// The operand is a constant instead.
    pub const CONSTANTS: [Part; 3] =
        [Part::after(SLOTS[0], 1), Part::after(SLOTS[1], 1), Part::after(SLOTS[2], 1)];
    /// The tags of the constants.
    pub const TAGS: [Part; 3] = row(OPERANDS[2], TAG_BITS);

    const _: () = assert!(cover(
        &[
            OPERATION,
            ISSUES,
            WIDTH,
            TARGET,
            SLOTS[0],
            CONSTANTS[0],
            SLOTS[1],
            CONSTANTS[1],
            SLOTS[2],
            CONSTANTS[2],
            TAGS[0],
            TAGS[1],
            TAGS[2]
        ],
        54
    ));
}

/// The transaction of a message kind.
pub mod transaction {
    use super::*;

    /// The kind has a transaction.
    pub const KNOWN: Part = first(1);
    /// The address of its first word within the program bank.
    pub const BASE: Part = Part::after(KNOWN, CYCLE_BITS);
    /// Zero.
    pub const UNUSED: Part = Part::after(BASE, 5);
    /// Cycles from its start to its release.
    pub const RELEASE: Part = Part::after(UNUSED, CYCLE_BITS);
    /// Cycles from its start to the end of its commit.
    pub const COMMIT: Part = Part::after(RELEASE, CYCLE_BITS);
    /// Entries of its verdict. Those of the effects of a reject follow them.
    pub const ENTRIES: Part = Part::after(COMMIT, 9);
    /// Entries of the verdict that are rules, the first ones.
    pub const RULES: Part = Part::after(ENTRIES, 8);
    /// A reject by a rule has effects.
    pub const EFFECTS: Part = Part::after(RULES, 1);

    /// What holds for the whole transaction.
    pub const SHAPE: Part = span(ENTRIES, EFFECTS);

    const _: () =
        assert!(cover(&[KNOWN, BASE, UNUSED, RELEASE, COMMIT, ENTRIES, RULES, EFFECTS], 54));
    const _: () = assert!(ENTRIES_MAX < 1 << ENTRIES.bits && ENTRIES_MAX <= 1 << ENTRY_BITS);
    const _: () = assert!(RULES_PER_MESSAGE_MAX < 1 << RULES.bits);
    const _: () = assert!(PROGRAM_CYCLES <= 1 << CYCLE_BITS);
}

/// A verdict, or the decision about the effects of a reject.
pub mod verdict {
    use super::*;

    /// The verdict falls in this cycle.
    pub const ISSUES: Part = first(1);
    /// The effects of a reject are settled in this cycle.
    pub const SETTLES: Part = Part::after(ISSUES, 1);
    /// The address of the predicate that says whether the effects are wanted.
    pub const PREDICATE: Part = Part::after(SETTLES, PREDICATE_BITS);
    /// There is such a predicate.
    pub const GUARDED: Part = Part::after(PREDICATE, 1);

    const _: () = assert!(cover(&[ISSUES, SETTLES, PREDICATE, GUARDED], 14));
}

/// The modes of 32 entries of a transaction. The entries after its rules have zeros.
pub mod mode {
    use super::*;

    /// Entries that a word has bits for.
    pub const ENTRIES: usize = 32;
    /// Words of a transaction.
    pub const WORDS: usize = RULES_PER_MESSAGE_MAX / ENTRIES;

    /// One bit an entry: it does not block, as in [`Mode::Warn`](crate::rule::Mode::Warn) and
    /// [`Mode::Off`](crate::rule::Mode::Off).
    pub const SILENT: Part = first(ENTRIES);
    /// One bit an entry: it warns, as in [`Mode::Warn`](crate::rule::Mode::Warn).
    pub const WARNS: Part = Part::after(SILENT, ENTRIES);

    /// The address of a word: program bank, kind, and its place among those of the kind.
    pub const fn address(bank: u8, kind: usize, place: usize) -> u16 {
        (bank as u16) << 9 | (kind as u16) << 2 | place as u16
    }

    const _: () = assert!(cover(&[SILENT, WARNS], WORD_BITS));
    const _: () = assert!(WORDS == 4 && RULES_PER_MESSAGE_MAX == WORDS * ENTRIES);
}

/// A key operation of a table unit.
pub mod key {
    use super::*;

    /// The [`KeyOperation`](super::super::KeyOperation), 0 for none.
    pub const OPERATION: Part = first(3);
    /// Zero.
    pub const UNUSED_LOW: Part = Part::after(OPERATION, 5);
    /// The slot of the row that the operation answers.
    pub const TARGET: Part = Part::after(UNUSED_LOW, SLOT_BITS);
    /// The address of the predicate.
    pub const PREDICATE: Part = Part::after(TARGET, PREDICATE_BITS);
    /// The operation is guarded by the predicate.
    pub const GUARDED: Part = Part::after(PREDICATE, 1);
    /// Zero.
    pub const UNUSED_HIGH: Part = Part::after(GUARDED, 8);
    /// The slot of the row that enters or leaves the index.
    pub const ROW: Part = Part::after(UNUSED_HIGH, SLOT_BITS);
    /// The widths of the key's columns: 0 no column, 1 to 3: 16, 32, 64 bits.
    pub const WIDTHS: [Part; KEYS] = row(ROW, 2);
    /// The operation is for the side of a reject.
    pub const GATE: Part = Part::after(WIDTHS[KEYS - 1], 1);

    const _: () = assert!(cover(
        &[
            OPERATION,
            UNUSED_LOW,
            TARGET,
            PREDICATE,
            GUARDED,
            UNUSED_HIGH,
            ROW,
            WIDTHS[0],
            WIDTHS[1],
            WIDTHS[2],
            WIDTHS[3],
            GATE
        ],
        57
    ));
}

/// The operands of a key operation.
pub mod operands {
    use super::*;

    const OPERANDS: [Part; KEYS] = {
        let a = first(SLOT_BITS + 1);
        let [b, c, d] = row(a, SLOT_BITS + 1);
        [a, b, c, d]
    };
    /// The slots of the key's columns.
    pub const SLOTS: [Part; KEYS] = [
        low(OPERANDS[0], SLOT_BITS),
        low(OPERANDS[1], SLOT_BITS),
        low(OPERANDS[2], SLOT_BITS),
        low(OPERANDS[3], SLOT_BITS),
    ];
    /// The column is a constant instead.
    pub const CONSTANTS: [Part; KEYS] = [
        Part::after(SLOTS[0], 1),
        Part::after(SLOTS[1], 1),
        Part::after(SLOTS[2], 1),
        Part::after(SLOTS[3], 1),
    ];
    /// The tags of the constants.
    pub const TAGS: [Part; KEYS] = row(OPERANDS[3], TAG_BITS);
    /// Where the columns begin in the key, in units of [`OFFSET_UNIT`] bits.
    pub const OFFSETS: [Part; KEYS] = row(TAGS[3], 3);
    /// Bits of a key for one step of [`OFFSETS`].
    pub const OFFSET_UNIT: u32 = 16;

    const _: () = assert!(cover(
        &[
            SLOTS[0],
            CONSTANTS[0],
            SLOTS[1],
            CONSTANTS[1],
            SLOTS[2],
            CONSTANTS[2],
            SLOTS[3],
            CONSTANTS[3],
            TAGS[0],
            TAGS[1],
            TAGS[2],
            TAGS[3],
            OFFSETS[0],
            OFFSETS[1],
            OFFSETS[2],
            OFFSETS[3]
        ],
        WORD_BITS
    ));
    const _: () = assert!(KEY_BITS <= OFFSET_UNIT << OFFSETS[0].bits);
}

/// A reserve of a table unit.
pub mod reserve {
    use super::*;

    /// The unit reserves a row in this cycle.
    pub const ISSUES: Part = first(1);
    /// The slot of the row.
    pub const TARGET: Part = Part::after(ISSUES, SLOT_BITS);
    /// The address of the predicate.
    pub const PREDICATE: Part = Part::after(TARGET, PREDICATE_BITS);
    /// The reserve is guarded by the predicate.
    pub const GUARDED: Part = Part::after(PREDICATE, 1);
    /// The entry that says whether there is a row.
    pub const ENTRY: Part = Part::after(GUARDED, ENTRY_BITS);
    /// The reserve is for the side of a reject.
    pub const GATE: Part = Part::after(ENTRY, 1);

    const _: () = assert!(cover(&[ISSUES, TARGET, PREDICATE, GUARDED, ENTRY, GATE], 32));
}

/// A fetch of a table unit: two words with a part for each column of the row.
pub mod fetch {
    use super::*;

    /// Columns that the first word has parts for.
    pub const COLUMNS_FIRST: usize = 4;
    /// Columns that the second word has parts for.
    pub const COLUMNS_SECOND: usize = COLUMNS - COLUMNS_FIRST;

    /// First word: the unit fetches a row in this cycle.
    pub const ISSUES: Part = first(1);
    /// First word: the slot of the row.
    pub const ROW: Part = Part::after(ISSUES, SLOT_BITS);
    /// First word: the columns 0 to 3, each that it is fetched, and then its slot.
    pub const FIRST: [Part; COLUMNS_FIRST] = row(ROW, 1 + SLOT_BITS);
    /// First word: the fetch is for the side of a reject.
    pub const GATE: Part = Part::after(FIRST[COLUMNS_FIRST - 1], 1);
    /// Second word: the columns 4 to 8.
    pub const SECOND: [Part; COLUMNS_SECOND] = {
        let a = first(1 + SLOT_BITS);
        let [b, c, d, e] = row(a, 1 + SLOT_BITS);
        [a, b, c, d, e]
    };
    /// In a column's part: it is fetched.
    pub const FETCHED: Part = first(1);
    /// In a column's part: the slot of its value.
    pub const TARGET: Part = Part::after(FETCHED, SLOT_BITS);

    const _: () = assert!(cover(&[ISSUES, ROW, FIRST[0], FIRST[1], FIRST[2], FIRST[3], GATE], 56));
    const _: () = assert!(cover(&[SECOND[0], SECOND[1], SECOND[2], SECOND[3], SECOND[4]], 55));
    const _: () = assert!(cover(&[FETCHED, TARGET], FIRST[0].bits));
}

/// A write, fold or question of a column port.
pub mod column {
    use super::*;

    /// The [`ColumnOperation`](super::super::ColumnOperation), 0 for none.
    pub const OPERATION: Part = first(2);
    /// The table unit.
    pub const UNIT: Part = Part::after(OPERATION, 3);
    /// The column.
    pub const COLUMN: Part = Part::after(UNIT, 4);
    /// The slot of the row.
    pub const ROW: Part = Part::after(COLUMN, SLOT_BITS);
    /// The slot of the value.
    pub const VALUE: Part = Part::after(ROW, SLOT_BITS);
    /// The value is a constant instead.
    pub const CONSTANT: Part = Part::after(VALUE, 1);
    /// The tag of the constant.
    pub const TAG: Part = Part::after(CONSTANT, TAG_BITS);
    /// The address of the predicate.
    pub const PREDICATE: Part = Part::after(TAG, PREDICATE_BITS);
    /// The operation is guarded by the predicate.
    pub const GUARDED: Part = Part::after(PREDICATE, 1);
    /// The operation is a question: is there room for a level?
    pub const ASK: Part = Part::after(GUARDED, 1);
    /// The entry of the answer.
    pub const ENTRY: Part = Part::after(ASK, ENTRY_BITS);
    /// The operation is for the side of a reject.
    pub const GATE: Part = Part::after(ENTRY, 1);

    /// The operation folds a value, in or out.
    pub const FOLDS: Part = Part { at: OPERATION.at + 1, bits: 1 };
    /// The fold is out. Only with [`FOLDS`].
    pub const FOLDS_OUT: Part = low(OPERATION, 1);

    const _: () = assert!(cover(
        &[OPERATION, UNIT, COLUMN, ROW, VALUE, CONSTANT, TAG, PREDICATE, GUARDED, ASK, ENTRY, GATE],
        54
    ));
    const _: () = assert!(UNITS <= 1 << UNIT.bits && COLUMNS <= 1 << COLUMN.bits);
}

/// The configuration of a table unit.
pub mod unit {
    use super::*;

    /// Rows or groups that the table may have, at most 2^24.
    pub const ROWS: Part = first(25);
    /// Zero.
    pub const UNUSED: Part = Part::after(ROWS, 7);
    /// The sum bank counts.
    pub const COUNTS: [Part; SUMS] = row(UNUSED, 1);
    /// The level store holds a maximum, else a minimum.
    pub const MAXIMA: [Part; LEVELS] = row(COUNTS[SUMS - 1], 1);
    /// Bits of the word.
    pub const BITS: usize = MAXIMA[LEVELS - 1].end();

    const _: () = assert!(cover(
        &[ROWS, UNUSED, COUNTS[0], COUNTS[1], COUNTS[2], COUNTS[3], MAXIMA[0], MAXIMA[1]],
        38
    ));
    const _: () = assert!((ROWS_MAX as u64) < 1 << ROWS.bits);
}

const _: () = assert!(
    LANES * PREDICATES_PER_LANE + LOGIC_UNITS * PREDICATES_PER_LOGIC_UNIT <= 1 << PREDICATE_BITS
);
