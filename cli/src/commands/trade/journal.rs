// SPDX-License-Identifier: Apache-2.0

//! The journal of a run, with the records of earlier runs.

use super::super::Failure;
use super::super::terminal::complain;
use engine::program::Program;
use engine::shell::LogRecord;
use host::supervisor::{Log, NoLog};
use std::path::Path;
use testbed::trade::{JournalLog, TradeError, records};

/// An open journal.
pub struct Journal {
    /// The log that records are appended to.
    pub log: Box<dyn Log + Send>,
    /// The records of earlier runs.
    pub history: Vec<LogRecord>,
}

impl Journal {
    /// Opens the journal of a program, or a log that keeps nothing if there is no path.
    pub fn open(path: Option<&Path>, program: &Program) -> Result<Journal, Failure> {
        let Some(path) = path else {
            return Ok(Journal { log: Box::new(NoLog), history: Vec::new() });
        };
        let (log, opened) = JournalLog::open(path, program).map_err(Failure::of)?;
        if opened.torn_bytes > 0 {
            complain!(
                "{}: cut off {} bytes of a record that was never acknowledged",
                path.display(),
                opened.torn_bytes
            );
        }
        let history = match opened.records {
            0 => Vec::new(),
            count => read(path, program, count as usize).map_err(Failure::of)?,
        };
        Ok(Journal { log: Box::new(log), history })
    }
}

fn read(path: &Path, program: &Program, count: usize) -> Result<Vec<LogRecord>, TradeError> {
    records(path, program)?.take(count).collect()
}
