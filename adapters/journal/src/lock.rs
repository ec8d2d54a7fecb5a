// SPDX-License-Identifier: Apache-2.0

//! One writer a file.

use crate::error::JournalError;
use std::fs::{File, TryLockError};
use std::path::Path;

/// Makes its holder the only writer of a file until it is dropped.
pub struct Lock(File);

impl Lock {
    /// Locks a file, which errors call by its path.
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
        // To close the file is not enough: a process that is being started right now has it, too,
        // until it runs its program.
        let _ = self.0.unlock();
    }
}
