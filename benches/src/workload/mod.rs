// SPDX-License-Identifier: Apache-2.0

//! The paper's test case, generated from a seed: accounts that buy and sell options of many
//! instruments.
//!
//! A workload is a set of tables and a sequence of events. The generator knows for every event
//! whether it must be accepted or which rule must reject it, by its own model of the market
//! ([`market`]). The same configuration gives the same workload on every machine.

mod capture;
pub mod config;
pub mod events;
pub mod market;
mod modifies;
mod opening;
mod refusals;
mod sequence;

pub use config::{ConfigError, Operation, Refusal, WorkloadConfig};
pub use events::{Event, Events};
pub use market::Tables;

use crate::broker::{BrokerFrames, EventsFile, Record, RecordKind, write_table};
use engine::executor::Executor;
use engine::frame::FrameError;
use engine::machine::FRAME_BYTES_MAX;
use engine::verdict::Reason;
use files::output::{OutputError, OutputFile, create_folder, finish_all};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::path::Path;

/// A set of tables and a sequence of events.
#[derive(Clone, Debug)]
pub struct Workload {
    /// The configuration.
    pub config: WorkloadConfig,
    /// The tables at the start.
    pub tables: Tables,
    /// The events.
    pub events: Events,
}

impl Workload {
    /// Creates the tables. Events are generated when they are taken.
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

    /// Writes `data/TABLE.csv`, `events.csv` and `expected.csv` (the rule that must reject each
    /// event) into `folder`. `progress` is called with the number of events written.
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
        let mut files = self.tables.write_files(&data)?;
        let path = folder.join("events.csv");
        let mut events = match self.config.is_capture {
            true => EventsFile::create_numbered(&path)?,
            false => EventsFile::create(&path)?,
        };
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
        files.extend([events.into_file(), expected]);
        finish_all(files)
    }
}

/// Why an executor did not take the tables of a workload.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// A value does not fit its column.
    #[error("row {row} of `{table}` does not fit: {error}")]
    Frame {
        /// The table.
        table: &'static str,
        /// The number of the row, from 1.
        row: u32,
        /// The error of the frame.
        error: FrameError,
    },
    /// The executor rejected the row.
    #[error("row {row} of `{table}` was refused: {reason}")]
    Refused {
        /// The table.
        table: &'static str,
        /// The number of the row, from 1.
        row: u32,
        /// The reason.
        reason: Reason,
    },
    /// `progress` ended the loading.
    #[error("loading was stopped after {rows} rows")]
    Stopped {
        /// The number of rows loaded.
        rows: u64,
    },
}

/// The header of the file of `execution`.
const EXECUTION_COLUMNS: &str =
    "exec_id,order_id,account_id,ticket_id,direction,price,quantity,cost,state\n";

/// Rows between two calls of `progress`. The number is small because simulated hardware takes a
/// second for some thousand rows.
const ROWS_BETWEEN_LOOKS: u64 = 256;

impl Tables {
    /// The number of rows of all tables.
    pub fn rows(&self) -> u64 {
        let rows = self.accounts.len() + self.instruments.len() + self.holdings.len();
        (rows + self.order_log.len()) as u64
    }

    /// Loads the rows into an executor of `broker.rules`. `progress` is called with the number of
    /// rows loaded and returns whether loading continues.
    ///
    /// # Errors
    /// [`LoadError`] at the first row that the executor rejects, or when `progress` ends the
    /// loading. The executor must be dropped then.
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

    /// Writes the tables into an existing folder. The caller completes the files.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn write_files(&self, folder: &Path) -> Result<Vec<OutputFile>, OutputError> {
        // There are no executions yet.
        let mut executions = OutputFile::create(&folder.join("execution.csv"))?;
        executions.put(EXECUTION_COLUMNS.as_bytes())?;
        Ok(vec![
            write_table(folder, RecordKind::AccountInfo, &self.accounts)?,
            write_table(folder, RecordKind::TicketInfo, &self.instruments)?,
            write_table(folder, RecordKind::AccountTicketInfo, &self.holdings)?,
            write_table(folder, RecordKind::OrderLog, &self.order_log)?,
            executions,
        ])
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
