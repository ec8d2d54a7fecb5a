// SPDX-License-Identifier: Apache-2.0

//! What a bench runs, and how the run ended.

use super::card_thread::CardEnd;
use crate::trader::{Outgoing, Source};
use crossbeam::channel::Sender;
use engine::program::Program;
use engine::shell::LogRecord;
use engine::twin::Twin;
use host::supervisor::{Control, Digests, Log, Notice, Successor, Summary};
use std::sync::Arc;

/// The input of a run.
pub struct Job<'a> {
    /// A twin with the first program and the initial rows.
    pub twin: Twin,
    /// The frames of those rows, concatenated.
    pub rows: &'a [u8],
    /// Returns the records that the log already holds. Every card and the twin repeat them before
    /// anything else, so this is called once for each.
    pub history: &'a dyn Fn() -> RecordSource<'a>,
    /// Returns the program whose image has a checksum, among those of the first one's family that
    /// the log may change to.
    pub programs: &'a dyn Fn(u32) -> Option<Arc<Program>>,
    /// Returns the change to the program whose image has a checksum, if the log may change to it
    /// from a program with other definitions.
    pub changes: &'a dyn Fn(u32) -> Option<Arc<Successor>>,
    /// The messages.
    pub messages: &'a mut (dyn Source + Send),
    /// Number of the first frame of each session.
    pub next: Vec<u32>,
    /// The log.
    pub log: &'a mut (dyn Log + Send),
    /// Makes the engine of the card with this index and calls [`run_card`](super::run_card); called
    /// in the card's thread.
    pub engine: &'a (dyn Fn(usize, CardEnd) + Sync),
    /// Called with every notice.
    pub heard: &'a mut Heard<'a>,
    /// Returns whether to stop early.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// A callback for notices, called in the trader's thread with the notice, the message that it
/// acknowledges, and a sender of requests. When it returns false, no more messages are sent.
pub type Heard<'a> = dyn FnMut(&Notice, Option<&Outgoing>, &Sender<Control>) -> bool + Send + 'a;

/// Returns the records of a log one by one, and `None` after the last.
pub type RecordSource<'a> = Box<dyn FnMut() -> Option<LogRecord> + 'a>;

/// How a run ended.
pub struct Outcome {
    /// The supervisor's counters.
    pub summary: Summary,
    /// Messages that the trader sent, each counted once.
    pub sent: u64,
    /// Messages that the exchange received.
    pub exchanged: u64,
    /// Digests of all tables at the end, of the members that are left.
    pub digests: Digests,
    /// The twin, unless it was outvoted or answers as a card.
    pub twin: Option<Twin>,
}
