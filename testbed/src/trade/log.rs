// SPDX-License-Identifier: Apache-2.0

//! The journal as the log of a supervisor, and the records in it.

use super::error::TradeError;
use engine::program::Program;
use engine::shell::LogRecord;
use host::supervisor::Log;
use journal::{Journal, Reader};
use std::path::Path;

/// Identity of the journal of a program: the checksum of its image.
fn journal_identity(program: &Program) -> u64 {
    engine::image::checksum(&engine::image::encode(program)).into()
}

/// A journal as the log of a supervisor. A record is acknowledged when it is on the disk.
pub struct JournalLog {
    journal: Journal,
}

impl JournalLog {
    /// Opens the journal of a program, or creates it if there is no such file.
    ///
    /// # Errors
    /// [`TradeError::Journal`].
    pub fn open(
        path: &Path,
        program: &Program,
    ) -> Result<(JournalLog, journal::Opened), TradeError> {
        let identity = journal_identity(program);
        if path.exists() {
            let (journal, opened) = Journal::open(path, identity)?;
            return Ok((JournalLog { journal }, opened));
        }
        Ok((
            JournalLog { journal: Journal::create(path, identity)? },
            journal::Opened { records: 0, torn_bytes: 0 },
        ))
    }
}

impl Log for JournalLog {
    fn append(&mut self, record: &LogRecord) -> Result<(), String> {
        self.journal
            .append(record.kind, bytemuck::bytes_of(record))
            .map(|_| ())
            .map_err(|error| error.to_string())
    }

    fn flush(&mut self) -> Result<(), String> {
        self.journal.sync().map_err(|error| error.to_string())
    }
}

/// Reads the records of a program's journal from the first one on, also while it is written.
///
/// # Errors
/// [`TradeError::Journal`] if the journal cannot be opened or belongs to another program. Each
/// record may be an error, too.
pub fn records(path: &Path, program: &Program) -> Result<Records, TradeError> {
    let reader = Reader::open(path)?;
    let (expected, found) = (journal_identity(program), reader.identity());
    if found != expected {
        return Err(
            journal::JournalError::Identity { path: path.to_owned(), found, expected }.into()
        );
    }
    Ok(Records { reader })
}

/// The records of a journal, see [`records`].
pub struct Records {
    reader: Reader,
}

impl Iterator for Records {
    type Item = Result<LogRecord, TradeError>;

    fn next(&mut self) -> Option<Result<LogRecord, TradeError>> {
        match self.reader.next() {
            Ok(record) => {
                let record = record?;
                let read = bytemuck::try_pod_read_unaligned::<LogRecord>(record.payload).ok();
                let read =
                    read.filter(|read| read.read().is_some() && read.number == record.sequence);
                Some(read.ok_or(TradeError::Record(record.sequence)))
            }
            Err(error) => Some(Err(error.into())),
        }
    }
}
