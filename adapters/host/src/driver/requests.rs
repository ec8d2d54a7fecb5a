// SPDX-License-Identifier: Apache-2.0

//! Programs, changes, rows and digests.

use super::error::DriverError;
use super::open::Driver;
use crate::transport::Transport;
use engine::frame;
use engine::machine::FRAME_BYTES_MAX;
use engine::schema::TableId;
use engine::shell::{CHANGE, ChangeState, DESCRIPTOR_BYTES_MAX, Request};

/// Bytes of rows after which a request takes no further row.
const BATCH_BYTES: usize = 32 * 1024;
const _: () = assert!(BATCH_BYTES + FRAME_BYTES_MAX <= DESCRIPTOR_BYTES_MAX as usize);

impl<T: Transport> Driver<T> {
    /// Loads a program image into the program bank that is not in use.
    ///
    /// # Errors
    /// [`DriverError::Refused`] if the card cannot run the program in place of the current one, or
    /// another [`DriverError`].
    pub fn load_program(&mut self, image: &[u8]) -> Result<(), DriverError> {
        self.request(Request::Program, 0, image).map(|_| ())
    }

    /// Swaps the program banks: the program that was loaded last runs from the next message on. The
    /// swap leaves a log record.
    ///
    /// # Errors
    /// [`DriverError::Refused`] if no program was loaded, or another [`DriverError`].
    pub fn swap(&mut self) -> Result<(), DriverError> {
        self.request(Request::Swap, 0, &[]).map(|_| ())
    }

    /// Loads a change to a program with other definitions, as [`engine::change::Change::encode`]
    /// writes it. The card takes its memory while it answers messages, see
    /// [`Driver::change_state`]. Then each [`Request::Fill`] makes a step of it, and
    /// [`Request::Swap`] makes the change.
    ///
    /// # Errors
    /// [`DriverError::Refused`] if the card makes no such changes, or another [`DriverError`].
    pub fn load_change(&mut self, change: &[u8]) -> Result<(), DriverError> {
        self.request(Request::Change, 0, change).map(|_| ())
    }

    /// The state of the change that was loaded.
    ///
    /// # Errors
    /// [`DriverError::Transport`], or [`DriverError::Change`] if the state is none.
    pub fn change_state(&mut self) -> Result<ChangeState, DriverError> {
        let found = self.get(CHANGE)?;
        ChangeState::from_code(found).ok_or(DriverError::Change(found))
    }

    /// Loads row frames, concatenated in `frames`. `progress` is called after each batch with the
    /// bytes loaded so far; it stops the loading by returning false.
    ///
    /// # Errors
    /// [`DriverError::Row`] with the number of a row that the engine rejects, or another
    /// [`DriverError`].
    pub fn load_rows(
        &mut self,
        frames: &[u8],
        progress: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(), DriverError> {
        let (mut rows, mut start) = (0, 0);
        while start < frames.len() {
            let batch = first_batch(&frames[start..]);
            let loaded = self.request(Request::Rows, 0, batch).map_err(|error| match error {
                DriverError::Row { row, reason } => DriverError::Row { row: rows + row, reason },
                other => other,
            });
            rows += loaded?;
            start += batch.len();
            if !progress(start as u64) {
                break;
            }
        }
        Ok(())
    }

    /// Returns the digest of a table, as [`engine::executor::digest`] computes it.
    ///
    /// # Errors
    /// [`DriverError::Refused`] if the running program has no such table, or another
    /// [`DriverError`].
    pub fn digest(&mut self, table: TableId) -> Result<u64, DriverError> {
        self.request(Request::Digest, table.0, &[])
    }
}

/// The first frames of `frames`, up to the one that reaches [`BATCH_BYTES`].
fn first_batch(frames: &[u8]) -> &[u8] {
    let mut end = 0;
    while end < frames.len() && end < BATCH_BYTES {
        // Bytes that are no frame are passed on: the card refuses them and names the row.
        let length = frame::stated_length(&frames[end..]).unwrap_or(0);
        end = (end + length.max(1)).min(frames.len());
    }
    &frames[..end]
}
