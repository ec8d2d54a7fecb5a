// SPDX-License-Identifier: Apache-2.0

//! The rule sets of a run in their order, and how far the run is with them.
//!
//! A frame that is on its way when the rules change is answered by the new ones. A message has the
//! same number in both programs. A change of a mode or of a parameter and the start of a job have
//! not: such a *setting* is never on its way at a change. It is not sent between the event after
//! which a change is to be made and the change, and the change is not requested before the settings
//! that were sent are answered.

use engine::frame::{self, CONTROL_KIND};
use engine::parameter::MESSAGE_PREFIX;
use engine::program::Program;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The rule sets of a run.
#[derive(Clone)]
pub struct Course {
    /// The first rule set, and those that follow it.
    pub programs: Vec<Arc<Program>>,
    /// The number of events after which each of the others is to take over.
    pub changes: Vec<u64>,
    /// Whether later events wait for a change. Otherwise only settings do, and messages that only
    /// the next rule set has.
    pub waits: bool,
}

/// How far a run is with its rule sets. Both the events and the requests of changes depend on it.
#[derive(Debug, Default)]
pub struct Progress {
    in_force: AtomicUsize,
    requested: AtomicUsize,
    ended: AtomicUsize,
    settings: AtomicUsize,
}

impl Progress {
    /// A run that starts with this rule set; the changes up to it have ended.
    pub fn starting_with(in_force: usize) -> Progress {
        let [in_force, requested, ended] = [in_force; 3].map(AtomicUsize::new);
        Progress { in_force, requested, ended, settings: AtomicUsize::new(0) }
    }

    /// The place of the rule set in force.
    pub fn in_force(&self) -> usize {
        self.in_force.load(Ordering::Relaxed)
    }

    /// The number of changes that were requested.
    pub fn requested(&self) -> usize {
        self.requested.load(Ordering::Relaxed)
    }

    /// Notes that the next change is requested. Returns its number, from 1.
    pub fn request_change(&self) -> usize {
        self.requested.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// The number of changes that were made or refused.
    pub fn ended(&self) -> usize {
        self.ended.load(Ordering::Relaxed)
    }

    /// Whether settings were sent and not answered.
    pub fn has_settings(&self) -> bool {
        self.settings.load(Ordering::Relaxed) > 0
    }

    /// Notes that the next change was made or refused.
    pub fn end_change(&self, is_made: bool) {
        let ended = self.ended.fetch_add(1, Ordering::Relaxed) + 1;
        if is_made {
            self.in_force.store(ended, Ordering::Relaxed);
        }
    }

    /// Notes that a message is sent.
    pub(super) fn give(&self, is_setting: bool) {
        self.settings.fetch_add(usize::from(is_setting), Ordering::Relaxed);
    }

    /// Notes that a message was answered.
    pub fn answered(&self, program: &Program, frame: &[u8]) {
        self.settings.fetch_sub(usize::from(is_setting(program, frame)), Ordering::Relaxed);
    }
}

/// Whether a frame changes a mode or a parameter or starts a job.
pub(super) fn is_setting(program: &Program, frame: &[u8]) -> bool {
    frame::kind(frame).is_some_and(|kind| {
        let message = program.messages.get(usize::from(kind));
        kind == CONTROL_KIND || message.is_some_and(|of| of.name.starts_with(MESSAGE_PREFIX))
    })
}
