// SPDX-License-Identifier: Apache-2.0

//! The reason why a transaction does not fit the machine.

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
    },
}

impl Exhausted {
    /// The error for a program that needs more than `limit` of `what`.
    pub(super) fn of(what: &'static str, limit: usize) -> Exhausted {
        Exhausted::Program { what, limit }
    }
}
