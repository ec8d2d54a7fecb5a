// SPDX-License-Identifier: Apache-2.0

//! The paper's test case, made from a seed: accounts that buy and sell options in many
//! instruments.
//!
//! A workload is the tables that it begins with and the events that follow. Of every event it is
//! known whether it must be accepted or which rule must refuse it, by a model of the market that is
//! the generator's own ([`market`]). The same configuration makes the same workload, everywhere.

pub mod config;
pub mod events;
pub mod market;
mod opening;
mod refusals;

pub use config::{ConfigError, Operation, Refusal, WorkloadConfig};
pub use events::{Event, Events};
pub use market::Tables;

use crate::broker::{BrokerFrames, EventsFile, Record, RecordKind, write_table};
use engine::executor::Executor;
use engine::frame::FrameError;
use engine::machine::FRAME_BYTES_MAX;
use engine::verdict::Reason;
use files::output::{OutputError, OutputFile, create_folder};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::path::Path;

/// Tables and the events that follow.
#[derive(Clone, Debug)]
pub struct Workload {
    /// What it was made from.
    pub config: WorkloadConfig,
    /// What the tables hold at the start.
    pub tables: Tables,
    /// What happens then.
    pub events: Events,
}

impl Workload {
    /// Makes the tables; the events are made as they are asked for.
    ///
    /// # Errors
    /// [`ConfigError`] if the configuration does not fit the machine.
    pub fn new(config: &WorkloadConfig) -> Result<Workload, ConfigError> {
        config.check()?;
        let mut rng = ChaCha8Rng::seed_from_u64(config.seed);
        let (market, log) = opening::open(config, &mut rng);
        Ok(Workload {
            config: config.clone(),
            tables: market.tables(log),
            events: Events::new(config, market, rng),
        })
    }

    /// Writes `data/TABLE.csv`, `events.csv` and, with the rule that must refuse each event,
    /// `expected.csv` into `folder`; `progress` hears of the events written so far.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn write_files(
        self,
        folder: &Path,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), OutputError> {
        let data = folder.join("data");
        create_folder(&data)?;
        self.tables.write_files(&data)?;
        let mut events = EventsFile::create(&folder.join("events.csv"))?;
        let mut expected = OutputFile::create(&folder.join("expected.csv"))?;
        expected.put(b"seq,message,operation,verdict,rule\n")?;
        for event in self.events {
            events.write(&event.message)?;
            let (verdict, rule) = match event.expected {
                None => ("accept", ""),
                Some(refusal) => ("reject", refusal.rule()),
            };
            let line = format!(
                "{},{},{},{verdict},{rule}\n",
                event.sequence,
                event.message.kind().name(),
                event.operation.name(),
            );
            expected.put(line.as_bytes())?;
            if event.sequence % 4096 == 0 {
                progress(event.sequence.into());
            }
        }
        events.finish()?;
        expected.finish()
    }
}

/// An executor did not take the tables of a workload.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// A value does not fit its column.
    #[error("row {row} of `{table}` does not fit: {error}")]
    Frame {
        /// The table.
        table: &'static str,
        /// The row, counting from 1.
        row: u32,
        /// Why.
        error: FrameError,
    },
    /// The row was refused.
    #[error("row {row} of `{table}` was refused: {reason}")]
    Refused {
        /// The table.
        table: &'static str,
        /// The row, counting from 1.
        row: u32,
        /// Why.
        reason: Reason,
    },
    /// Whoever watched had enough.
    #[error("loading was stopped after {rows} rows")]
    Stopped {
        /// Rows that were loaded.
        rows: u64,
    },
}

/// Rows between two looks at whether loading goes on: few, since the simulated hardware takes a
/// second for some thousands.
const ROWS_BETWEEN_LOOKS: u64 = 256;

impl Tables {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        let rows = self.accounts.len() + self.instruments.len() + self.holdings.len();
        (rows + self.order_log.len()) as u64
    }

    /// Loads the rows into an executor of broker.rules; `progress` hears of the rows loaded so far
    /// and says whether to go on.
    ///
    /// # Errors
    /// [`LoadError`] at the first row that is not taken, or when `progress` ends it; the executor
    /// must be dropped then.
    pub fn load(
        &self,
        frames: &BrokerFrames,
        executor: &mut dyn Executor,
        progress: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(), LoadError> {
        let mut loaded = 0;
        load_rows(&self.accounts, frames, executor, &mut loaded, progress)?;
        load_rows(&self.instruments, frames, executor, &mut loaded, progress)?;
        load_rows(&self.holdings, frames, executor, &mut loaded, progress)?;
        load_rows(&self.order_log, frames, executor, &mut loaded, progress)
    }

    /// Writes the tables into a folder, which must exist.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn write_files(&self, folder: &Path) -> Result<(), OutputError> {
        write_table(folder, RecordKind::AccountInfo, &self.accounts)?;
        write_table(folder, RecordKind::TicketInfo, &self.instruments)?;
        write_table(folder, RecordKind::AccountTicketInfo, &self.holdings)?;
        write_table(folder, RecordKind::OrderLog, &self.order_log)
    }
}

fn load_rows<T: Record>(
    rows: &[T],
    frames: &BrokerFrames,
    executor: &mut dyn Executor,
    loaded: &mut u64,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<(), LoadError> {
    let mut buffer = [0; FRAME_BYTES_MAX];
    for (row, record) in (1..).zip(rows) {
        let table = record.kind().name();
        let frame = frames.write(row, record, &mut buffer).map_err(|error| LoadError::Frame {
            table,
            row,
            error,
        })?;
        if let Some(reason) = executor.load(frame).reason {
            return Err(LoadError::Refused { table, row, reason });
        }
        *loaded += 1;
        if loaded.is_multiple_of(ROWS_BETWEEN_LOOKS) && !progress(*loaded) {
            return Err(LoadError::Stopped { rows: *loaded });
        }
    }
    if progress(*loaded) { Ok(()) } else { Err(LoadError::Stopped { rows: *loaded }) }
}
