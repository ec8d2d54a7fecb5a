// SPDX-License-Identifier: Apache-2.0

//! How far a change to a program with other definitions is.

use super::successor::Successor;
use crate::preparation::Preparation;
use std::sync::Arc;
use std::time::Instant;

/// A change that was requested and has not been made.
pub(super) struct Changing {
    pub(super) successor: Arc<Successor>,
    pub(super) phase: Phase,
    /// The thread that takes the memory for the twin.
    pub(super) preparation: Option<Preparation>,
    /// Steps that the active card was asked for and of which no record has come.
    pub(super) posted: u32,
    /// Whether the log has the begin of the change.
    pub(super) has_begun: bool,
    /// Steps that the log does not have yet.
    pub(super) unlogged: u32,
    /// Why the twin has refused it.
    pub(super) refusal: Option<String>,
    pub(super) last_look: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// The members take the memory. The cards that were asked to, counted from the active one.
    Preparing { loaded: u8 },
    /// Rows are copied.
    Filling,
    /// No row is left to copy.
    Filled,
    /// The active card was asked to make the change.
    Swapping,
}

impl Changing {
    /// A change that is to be prepared.
    pub(super) fn new(successor: Arc<Successor>, preparation: Option<Preparation>) -> Changing {
        Changing {
            successor,
            phase: Phase::Preparing { loaded: 0 },
            preparation,
            posted: 0,
            has_begun: false,
            unlogged: 0,
            refusal: None,
            last_look: Instant::now(),
        }
    }

    /// Whether the active card was asked for something of which no record has come.
    pub(super) fn is_posted(&self) -> bool {
        self.posted > 0 || self.is_swapping()
    }

    pub(super) fn has_posted_step(&self) -> bool {
        self.posted > 0
    }

    pub(super) fn is_swapping(&self) -> bool {
        self.phase == Phase::Swapping
    }

    pub(super) fn is_preparing(&self) -> bool {
        matches!(self.phase, Phase::Preparing { .. })
    }
}
