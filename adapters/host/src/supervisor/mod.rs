// SPDX-License-Identifier: Apache-2.0

//! One card answers, a second card and the software twin repeat every answer, and a log keeps them.
//!
//! The order of the active card's log records is the order of all events. For each record the
//! supervisor has the twin answer the same message, posts it to the standby, which answers a little
//! later, and appends it to the [`Log`]. When the log has flushed the record, the verdict is
//! *acknowledged*: trader and exchange are notified then, and not before. So an acknowledged
//! verdict is in the log and in two other states, whatever fails next.
//!
//! ```text
//!                     ┌─ twin: the same verdict? ─┐ equal
//!  active ──record───▶┤                           ├──────▶ log ──flush──▶ trader, exchange
//!                     └─ standby: compared later ─┘
//! ```
//!
//! A card is *retired*
//!
//! * if its link is down, or it does not answer a register read in time;
//! * if its engine answers nothing although frames wait;
//! * if a log record is damaged, missing, or about a frame that was not the next one;
//! * if it is outvoted: its verdict, or in an audit one of its tables, differs from the twin's, and
//!   the standby agrees with the twin or there is no standby.
//!
//! Then the standby takes over after the last record that was read, and without a standby the twin
//! does, as the engine of a card in software. The trader is notified of the next frame of each
//! session and sends again from there.
//!
//! The files build on each other in this order: `log`, `jobs`, `successor` (a change that is
//! requested), `messages` (notices, requests, errors, counters), `changing` (how far a change is),
//! `state`, `acknowledge`, `standby`, `takeover`, `swap` (changes of program in a family), `change`
//! (changes beyond one), `step` (steps of jobs), `records` (one record of the active card), `rest`
//! (an idle TOE, reopened sessions), `audit` (comparing tables), `serve` (the main loop).

mod acknowledge;
mod audit;
mod change;
mod changing;
mod jobs;
mod log;
mod messages;
mod records;
mod rest;
mod serve;
mod standby;
mod state;
mod step;
mod successor;
mod swap;
mod takeover;

pub use audit::Digests;
pub use jobs::{JobEnd, Jobs};
pub use log::{Log, NoLog};
pub use messages::{Control, Notice, Retired, Role, Summary, SupervisorError};
pub use state::{Crew, Lines, Patience, SoftCard, Supervisor};
pub use successor::Successor;
