// SPDX-License-Identifier: Apache-2.0

//! The whole testbed as threads: trader, exchange, supervisor and cards.
//!
//! [`run`] sets everything up, sends all messages of a [`Job`] and returns the [`Outcome`].
//! [`card_ends`] and [`run_card`] make a single card, for callers that have a driver.
//!
//! The files build on each other in this order: `config`, `error`, `card_thread`, `job`, `setup`,
//! `run`.

mod card_thread;
mod config;
mod error;
mod job;
mod run;
mod setup;

pub use card_thread::{CardEnd, CardEnds, Over, card_ends, run_card};
pub use config::BenchConfig;
pub use error::BenchError;
pub use job::{Heard, Job, Outcome, RecordSource};
pub use run::run;
