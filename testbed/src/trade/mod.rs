// SPDX-License-Identifier: Apache-2.0

//! Events through the whole testbed: segments of sessions, a card behind PCIe, a standby card,
//! the twin, and a journal.
//!
//! The journal holds one record for each event, in the order of the file. A run that was killed
//! continues after the last record: the events that the journal covers are replayed from it and are
//! not sent a second time.

mod course;
mod error;
mod judges;
mod log;
mod messages;
mod rows;
mod rtl_doe;

pub use course::{Course, Progress};
pub use error::TradeError;
pub use judges::{Judged, Judges};
pub use log::{JournalLog, records};
pub use messages::{Messages, SESSIONS, Sessions, message_of, next_frames};
pub use rows::Recorder;
pub use rtl_doe::RtlDoe;
