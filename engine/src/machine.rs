// SPDX-License-Identifier: Apache-2.0

//! The machine: sizes, capacities and latencies.
//!
//! Compiler, executors, RTL and documentation read these figures; no other place states them. A
//! program that exceeds a capacity is a compile error; data that exceeds one is a reject with a
//! reason.

macro_rules! figures {
    ($($(#[doc = $doc:literal])+ $name:ident: $ty:ty = $value:expr;)*) => {
        $($(#[doc = $doc])+ pub const $name: $ty = $value;)*

        /// Every figure with its value and meaning, for the documentation.
        pub const FIGURES: &[(&str, u64, &str)] =
            &[$((stringify!($name), $name as u64, concat!($($doc),+))),*];
    };
}

figures! {
    /// The clock frequency at which nanoseconds are stated.
    CLOCK_HZ: u64 = 250_000_000;

    /// Rule lanes.
    LANES: usize = 32;
    /// Values that are private to a lane.
    LOCALS_PER_LANE: usize = 64;
    /// Predicates that a lane can write in one transaction.
    PREDICATES_PER_LANE: usize = 32;
    /// Logic units, each of which combines up to four predicates a cycle.
    LOGIC_UNITS: usize = 8;
    /// Predicates that a logic unit can write in one transaction.
    PREDICATES_PER_LOGIC_UNIT: usize = 64;
    /// Result buses, each of which carries one value a cycle to the slots of its memory bank.
    BUSES: usize = 32;
    /// Slots of a memory bank, all written by one bus.
    SLOTS_PER_BUS: usize = 32;
    /// Values that every unit sees: message fields, lookup results, fetched columns, published
    /// results.
    SLOTS: usize = BUSES * SLOTS_PER_BUS;
    /// Wide values of one transaction.
    WIDES: usize = 256;
    /// Digits of a wide value.
    WIDE_DIGITS: u32 = 38;
    /// Digits of a wide value that a sum takes; so the sum over a table of [`ROWS_MAX`] rows has at
    /// most [`WIDE_DIGITS`].
    SUM_DIGITS: u32 = 30;
    /// The largest power of ten by which a wide dividend is multiplied.
    WIDE_POWER_MAX: u32 = 76;
    /// Predicates that the wide unit can write in one transaction.
    PREDICATES_OF_WIDE_UNIT: usize = 128;
    /// Predicates that the text unit can write in one transaction.
    PREDICATES_OF_TEXT_UNIT: usize = 64;
    /// Constants of a program.
    CONSTANTS_MAX: usize = 1024;
    /// Key operations of all tables together that can read their operands in one cycle; a table
    /// has port *table mod ports*.
    KEY_PORTS: usize = 8;
    /// Writes, folds and level checks that can read their operands in one cycle; a column has port
    /// *column mod ports*.
    WRITE_PORTS: usize = 8;
    /// Entries of the verdict tree: rules and checks of one message.
    ENTRIES_MAX: usize = 256;
    /// Rules of a program.
    RULES_MAX: usize = 2048;
    /// Rules of a message; a verdict has two maps of them.
    RULES_PER_MESSAGE_MAX: usize = 128;
    /// Instructions of one transaction.
    INSTRUCTIONS_MAX: usize = 2048;
    /// Cycles of one transaction without scans.
    CYCLES_MAX: usize = 512;

    /// Rows of a group that a scan can take.
    SCAN_ROWS_MAX: u32 = 4096;
    /// Rows that a scan takes at once, unless a step needs a unit of which there is one.
    SCAN_ROWS_AT_ONCE: u32 = 8;
    /// Stages of the pipeline of a row program.
    SCAN_STAGES: u32 = 8;
    /// Steps of a row program.
    SCAN_STEPS_MAX: usize = 32;
    /// Values of the message that a row program reads.
    SCAN_CAPTURES_MAX: usize = 8;
    /// Accumulators of a scan.
    SCAN_ACCUMULATORS_MAX: usize = 4;
    /// Distinct values that a scan counts.
    SCAN_DISTINCT_MAX: usize = 64;
    /// Rows that a scan keeps in an order.
    SCAN_TOP_MAX: usize = 8;
    /// Cycles of one transaction with scans.
    SCAN_CYCLES_MAX: usize = 16_384;
    /// Rows that one statement changes.
    SET_ROWS_MAX: u32 = 64;

    /// Words of a program bank of the program memories: cycles of all transactions of a program
    /// together.
    PROGRAM_CYCLES: usize = 1024;
    /// Message kinds of a program.
    MESSAGES_MAX: usize = 32;
    /// Tables of a program, hidden ones included.
    TABLES_MAX: usize = 48;
    /// Columns of a table.
    COLUMNS_MAX: usize = 32;
    /// Columns of a key.
    KEY_COLUMNS_MAX: usize = 6;
    /// Rows of a table that states no `rows`.
    ROWS_DEFAULT: u32 = 65_536;
    /// The most rows that a table may state.
    ROWS_MAX: u32 = 16_777_216;
    /// Rows of all declared tables together.
    ROWS_TOTAL_MAX: u32 = 33_554_432;
    /// Groups of a hidden table, unless its base table has fewer rows.
    GROUPS_MAX: u32 = 65_536;
    /// Distinct values that one group holds under one `min` or `max`.
    LEVELS_PER_GROUP_MAX: u32 = 1024;
    /// Distinct values of all groups together under one `min` or `max`.
    LEVELS_MAX: u32 = 131_072;
    /// Strings of a program, and texts in the dictionary of a hardware build.
    STRINGS_MAX: u32 = 65_536;
    /// Texts in the dictionary of a program that reuses codes.
    CODES_MAX: u32 = 16_777_216;

    /// Bytes of an AXI-Stream beat.
    BEAT_BYTES: usize = 64;
    /// Bytes of the longest frame.
    FRAME_BYTES_MAX: usize = 256;
    /// Fields of a message.
    FIELDS_MAX: usize = 32;

    /// The first cycle in which an instruction can issue: the kind of the frame selects the
    /// program, then its first word is read.
    ISSUE_CYCLES: u16 = 2;
    /// From the beat that carries a field until it is in its slot, in cycles.
    PARSE_CYCLES: u16 = 2;
    /// The additional latency of a CHAR field, for the lookup in the dictionary, in cycles.
    DICTIONARY_CYCLES: u16 = 3;
    /// The time that the dictionary takes after the verdict for each new text of an accepted
    /// message, in cycles.
    DICTIONARY_STORE_CYCLES: u16 = 3;
    /// From the verdict to the first beat out, in cycles.
    TRANSMIT_CYCLES: u16 = 1;
    /// The additional latency of a lane result to a slot rather than to a local, in cycles.
    PUBLISH_CYCLES: u16 = 1;
}

/// Predicates of the units of which there are several: the predicate banks of the lanes, then those
/// of the logic units.
pub const PREDICATES: usize = LANES * PREDICATES_PER_LANE + LOGIC_UNITS * PREDICATES_PER_LOGIC_UNIT;
/// Predicates of the whole machine: [`PREDICATES`], then the predicate banks of the wide unit and
/// of the text unit.
pub const PREDICATES_ALL: usize = PREDICATES + PREDICATES_OF_WIDE_UNIT + PREDICATES_OF_TEXT_UNIT;

/// The predicates that a unit may write: its predicate bank.
///
/// Each unit writes its own predicate bank, so that a bank needs one write port. All units read all
/// banks.
pub fn predicate_bank(unit: PredicateWriter) -> std::ops::Range<usize> {
    match unit {
        PredicateWriter::Lane(lane) => {
            let first = usize::from(lane) * PREDICATES_PER_LANE;
            first..first + PREDICATES_PER_LANE
        }
        PredicateWriter::Logic(unit) => {
            let first = LANES * PREDICATES_PER_LANE + usize::from(unit) * PREDICATES_PER_LOGIC_UNIT;
            first..first + PREDICATES_PER_LOGIC_UNIT
        }
        PredicateWriter::Wide => PREDICATES..PREDICATES + PREDICATES_OF_WIDE_UNIT,
        PredicateWriter::Text => PREDICATES_ALL - PREDICATES_OF_TEXT_UNIT..PREDICATES_ALL,
    }
}

/// A unit that writes predicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PredicateWriter {
    /// A rule lane.
    Lane(u8),
    /// A logic unit.
    Logic(u8),
    /// The wide unit.
    Wide,
    /// The text unit.
    Text,
}

/// The most cycles of a transaction.
pub fn cycles_max(has_scan: bool) -> usize {
    if has_scan { SCAN_CYCLES_MAX } else { CYCLES_MAX }
}

/// Nanoseconds of a number of cycles at [`CLOCK_HZ`].
pub fn nanoseconds(cycles: u16) -> f64 {
    f64::from(cycles) * 1e9 / CLOCK_HZ as f64
}

const _: () = assert!(
    FIELDS_MAX <= BUSES && FIELDS_MAX <= 32,
    "each field has its own bus, and a frame has 32 NULL bits"
);
const _: () = assert!(LANES <= BUSES && BUSES.is_power_of_two(), "each lane has its own bus");
const _: () =
    assert!(MESSAGES_MAX + TABLES_MAX <= 256, "a transaction is named by the kind byte of a frame");
const _: () = assert!(
    SLOTS <= 1 << 13 && CONSTANTS_MAX <= 1 << 13 && PREDICATES_ALL <= 1 << 13,
    "an operand has 13 index bits"
);
const _: () = assert!(
    10_u128.pow(WIDE_DIGITS) < 1 << 127 && WIDE_POWER_MAX <= 2 * WIDE_DIGITS,
    "a wide value has 128 bits, and a dividend is multiplied by at most two powers"
);
const _: () = assert!(
    10_u128.pow(SUM_DIGITS) * (ROWS_MAX as u128) < 10_u128.pow(WIDE_DIGITS),
    "no sum overflows"
);
const _: () = assert!(
    RULES_PER_MESSAGE_MAX <= 128 && RULES_PER_MESSAGE_MAX <= ENTRIES_MAX,
    "the failing rules of a message are a 128-bit map"
);
const _: () = assert!(
    10_u128.pow(SUM_DIGITS) * (SCAN_ROWS_MAX as u128) < 10_u128.pow(WIDE_DIGITS),
    "no sum of a scan overflows"
);
const _: () = assert!(SCAN_CYCLES_MAX <= 1 << 15, "a cycle has 15 bits");
const _: () = assert!(FRAME_BYTES_MAX.is_multiple_of(BEAT_BYTES));
const _: () = assert!(TABLES_MAX <= 256 && COLUMNS_MAX <= 1 << 13);
