// SPDX-License-Identifier: Apache-2.0

//! Reading a journal, also while a writer appends to it.

use crate::chain::Record;
use crate::error::JournalError;
use crate::header;
use crate::scan::{Scan, Step};
use crate::storage::Storage;
use std::fs::File;
use std::path::{Path, PathBuf};

/// A reader of all records from the first one on. It takes no lock and writes nothing, so it does
/// not disturb a writer.
pub struct Reader<S: Storage = File> {
    storage: S,
    path: PathBuf,
    scan: Scan,
}

impl Reader {
    /// Opens a journal.
    ///
    /// # Errors
    /// If the file cannot be read or has no header of a journal.
    pub fn open(path: &Path) -> Result<Reader, JournalError> {
        let file = File::open(path).map_err(JournalError::io(path, "open"))?;
        Reader::open_on(file, path)
    }
}

impl<S: Storage> Reader<S> {
    /// Opens a journal on a storage. Errors contain the path.
    ///
    /// # Errors
    /// If the file cannot be read or has no header of a journal.
    pub fn open_on(mut storage: S, path: &Path) -> Result<Reader<S>, JournalError> {
        let origin = header::read(&mut storage, path)?;
        Ok(Reader { storage, path: path.to_owned(), scan: Scan::new(origin) })
    }

    /// The identity that the journal was created with.
    pub fn identity(&self) -> u64 {
        self.scan.chain().identity()
    }

    /// Returns the next record, or `None` if it is not there yet or incomplete; a later call may
    /// find it. The record was written, but is not necessarily on the disk yet.
    ///
    /// # Errors
    /// If the journal cannot be read or is damaged at this place. A later call tries again.
    #[expect(clippy::should_implement_trait, reason = "an iterator cannot lend its buffer")]
    pub fn next(&mut self) -> Result<Option<Record<'_>>, JournalError> {
        let mut is_suspect = false;
        loop {
            match self.scan.step(&mut self.storage).map_err(JournalError::io(&self.path, "read"))? {
                Step::Record => return Ok(Some(self.scan.record())),
                Step::Seal => is_suspect = false,
                Step::End => return Ok(None),
                Step::Bad if is_suspect => {
                    let (offset, record) = (self.scan.offset(), self.scan.chain().sequence + 1);
                    return Err(JournalError::Damaged { path: self.path.clone(), offset, record });
                }
                Step::Bad => {
                    let is_sealed = self.scan.is_next_sealed(&mut self.storage);
                    if !is_sealed.map_err(JournalError::io(&self.path, "read"))? {
                        return Ok(None);
                    }
                    // The writer may have completed and sealed the record since the last look, so
                    // look again before reporting damage.
                    is_suspect = true;
                }
            }
        }
    }
}
