// SPDX-License-Identifier: Apache-2.0

//! The rows and messages of `rules/broker.rules` as records, as CSV and as frames.
//!
//! Values are bound to tables and messages by the names of their columns. A rule file may therefore
//! order its columns differently and add nullable ones.

mod files;
mod frames;
mod records;

pub use files::{EventsFile, write_table};
pub use frames::{BrokerFrames, MismatchError};
pub use records::{
    AccountRow, HoldingRow, InstrumentRow, Message, OrderRow, Record, RecordKind, Side, Status,
    TicketId,
};

/// The text of `rules/broker.rules`, built in so that the main job needs no file.
pub const RULES: &str = include_str!("../../../rules/broker.rules");
