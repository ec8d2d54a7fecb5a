// SPDX-License-Identifier: Apache-2.0

//! The reason why a transaction does not fit the machine.

use engine::schema::TableId;

/// A capacity of the machine that a transaction exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exhausted {
    /// The frame takes this many bytes, more than [`engine::machine::FRAME_BYTES_MAX`].
    FrameBytes(usize),
    /// The program needs more units, registers or cycles than there are.
    Program {
        /// The capacity, in words.
        what: &'static str,
        /// How much of it the machine has.
        limit: usize,
        /// What to do about it.
        remedy: &'static str,
    },
    /// A scan takes too many cycles.
    Scan {
        /// Its list.
        list: TableId,
        /// The cycles that it takes, and the first number that is too large.
        cycles: (u32, u32),
        /// The most rows of a group with which it would take few enough.
        rows_max: u32,
    },
}

/// What to do about a program with too much of anything.
const SHORTER: &str =
    "use fewer or shorter rules and statements for this message, or send it as two messages";

impl Exhausted {
    /// The error for a program that needs more than `limit` of `what`.
    pub(super) fn of(what: &'static str, limit: usize) -> Exhausted {
        Exhausted::with(what, limit, SHORTER)
    }

    /// The error for a program that needs more than `limit` of `what`, and what to do about it.
    pub(super) fn with(what: &'static str, limit: usize, remedy: &'static str) -> Exhausted {
        Exhausted::Program { what, limit, remedy }
    }
}
