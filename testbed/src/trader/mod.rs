// SPDX-License-Identifier: Apache-2.0

//! A trader: sessions whose messages are cut into segments in any way that TCP allows, and sent
//! again from the first unacknowledged one when another card takes over.
//!
//! Messages have one order across all sessions, and segments are sent so that the card *completes*
//! the messages in this order. So a run can be compared with another run of the same events.
//! Everything else is random: the first bytes of a later message are sent early, pieces of one
//! message change places, segments are sent twice, a segment carries the end of one message and the
//! start of the next.
//!
//! The files build on each other in this order: `outgoing`, `source` (where messages come from),
//! `error`, `state`, `cut` (messages into segments), `notices` (what the supervisor says), `run`
//! (the loop).

mod cut;
mod error;
mod notices;
mod outgoing;
mod run;
mod source;
mod state;

pub use error::TraderError;
pub use outgoing::{Defect, Outgoing, Segmentation};
pub use source::{Next, Source};
pub use state::{Trader, TraderLines};
