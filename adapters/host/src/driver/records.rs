// SPDX-License-Identifier: Apache-2.0

//! The ring of log records, card to host.

use super::error::DriverError;
use super::open::Driver;
use crate::transport::Transport;
use engine::shell::{C2H_HEAD, LogKind, LogRecord, RECORD_BYTES};
use engine::verdict::Verdict;

impl<T: Transport> Driver<T> {
    /// Returns the next log record with its kind and verdict, or `None` if the card has not written
    /// it yet.
    ///
    /// # Errors
    /// [`DriverError::Record`] if the record has a wrong checksum or number.
    pub fn next_record(&mut self) -> Result<Option<(LogRecord, LogKind, Verdict)>, DriverError> {
        let record = self.slot_of_next_record();
        if self.is_old(&record) {
            return Ok(None);
        }
        let expected = self.records + 1;
        let read = record.read().filter(|_| record.number == expected);
        let (kind, verdict) = read.ok_or(DriverError::Record { number: expected })?;
        self.records = expected;
        Ok(Some((record, kind, verdict)))
    }

    /// Returns whether there is a log record that was not read, valid or not.
    pub fn has_record(&mut self) -> bool {
        let record = self.slot_of_next_record();
        !self.is_old(&record)
    }

    /// Tells the card that the slots of all records read so far are free.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn give_room(&mut self) -> Result<(), DriverError> {
        if self.records_told != self.records {
            self.set(C2H_HEAD, self.records as u32)?;
            self.records_told = self.records;
        }
        Ok(())
    }

    /// Log records read so far.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Log records that were read and whose slots the card does not know to be free.
    pub fn records_untold(&self) -> u64 {
        self.records - self.records_told
    }

    fn slot_of_next_record(&mut self) -> LogRecord {
        let address = self.config.record(self.records);
        bytemuck::pod_read_unaligned(&self.transport.memory()[address..address + RECORD_BYTES])
    }

    /// Whether the slot of the next record still holds its content of one round before: zeros, or
    /// the record that is as many numbers older as the ring has slots.
    fn is_old(&self, record: &LogRecord) -> bool {
        let expected = self.records + 1;
        let slots = u64::from(self.config.c2h_slots);
        let before = expected.saturating_sub(slots);
        record.number == before || (record.number == 0 && expected <= slots)
    }
}
