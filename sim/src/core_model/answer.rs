// SPDX-License-Identifier: Apache-2.0

//! The answers of the core, with the cycles in which they came.

use crate::stages::Stages;
use engine::verdict::Verdict;

/// The answer to a message that ran alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// The session that sent the frame.
    pub session: u16,
    /// The sequence number of the frame.
    pub sequence: u32,
    /// Cycles from the first beat in to the first beat out.
    pub verdict_cycles: u64,
    /// Cycles from the first beat in to the cycle in which the core can take the next frame.
    pub release_cycles: u64,
    /// Cycles from the first beat in to the end of the commit.
    pub commit_cycles: u64,
    /// The cycles up to the verdict, divided into stages.
    pub stages: Stages,
}

/// The answer to a message in a stream of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streamed {
    /// The verdict.
    pub verdict: Verdict,
    /// The session that sent the frame.
    pub session: u16,
    /// The sequence number of the frame.
    pub sequence: u32,
    /// The cycle of the first beat in.
    pub start: u64,
    /// Cycles from `start` to the first beat out.
    pub verdict_cycles: u64,
    /// Cycles from `start` to the cycle in which the core can take the next frame.
    pub release_cycles: u64,
}
