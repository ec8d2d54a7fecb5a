// SPDX-License-Identifier: Apache-2.0

//! The lock that permits one writer for each file.

use crate::error::JournalError;
use std::fs::{File, TryLockError};
use std::path::Path;

/// A lock on a file, held until it is dropped. Its holder is the only writer.
pub struct Lock(File);

impl Lock {
    /// Locks a file. Errors contain the path.
    pub fn take(file: &File, path: &Path) -> Result<Lock, JournalError> {
        let lock = file.try_clone().map_err(JournalError::io(path, "lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Lock(lock)),
            Err(TryLockError::WouldBlock) => Err(JournalError::Locked { path: path.to_owned() }),
            Err(TryLockError::Error(error)) => Err(JournalError::io(path, "lock")(error)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file is not enough: a process that is being started right now holds a copy of
        // the open file until it runs its program.
        let _ = self.0.unlock();
    }
}
