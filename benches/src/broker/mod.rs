// SPDX-License-Identifier: Apache-2.0

//! Rows and messages of `rules/broker.rules`, for those who make data for it: as CSV and as frames.
//!
//! Values are bound to tables and messages by column name, so that a rule file may order its
//! columns as it likes and add nullable ones.

mod files;
mod frames;
mod records;

pub use files::{EventsFile, write_table};
pub use frames::{BrokerFrames, MismatchError};
pub use records::{
    AccountRow, HoldingRow, InstrumentRow, Message, OrderRow, Record, RecordKind, Side, Status,
    TicketId,
};

/// The text of `rules/broker.rules`, so that the main job needs no file.
pub const RULES: &str = include_str!("../../../rules/broker.rules");
