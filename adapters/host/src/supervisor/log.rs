// SPDX-License-Identifier: Apache-2.0

//! The log on which acknowledgements rest.

use engine::shell::LogRecord;

/// A store of log records. A record is safe when a `flush` after its `append` has succeeded.
pub trait Log {
    /// Appends a record.
    ///
    /// # Errors
    /// A message for people.
    fn append(&mut self, record: &LogRecord) -> Result<(), String>;

    /// Makes all appended records safe.
    ///
    /// # Errors
    /// A message for people.
    fn flush(&mut self) -> Result<(), String>;
}

/// A log that drops all records.
#[derive(Clone, Copy, Debug)]
pub struct NoLog;

impl Log for NoLog {
    fn append(&mut self, _record: &LogRecord) -> Result<(), String> {
        Ok(())
    }

    fn flush(&mut self) -> Result<(), String> {
        Ok(())
    }
}
