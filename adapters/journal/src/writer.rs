// SPDX-License-Identifier: Apache-2.0

//! Writing a journal: created, opened and repaired, appended to.

use crate::chain::{Chain, PAYLOAD_BYTES_MAX, whole_items};
use crate::error::JournalError;
use crate::header::{self, HEADER_BYTES};
use crate::lock::Lock;
use crate::scan::{Scan, Step};
use crate::storage::{Storage, read_exact, write_all};
#[cfg(unix)]
use std::fs;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Room for records between two flushes without an allocation.
const BUFFER_BYTES: usize = 1 << 20;
/// Bytes that are written again at once when a journal is opened.
const REWRITE_BYTES: usize = 128 << 10;

/// What was there when a journal was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Records in it; all of them are on the disk.
    pub records: u64,
    /// Bytes behind them that a crash had left and that were cut off.
    pub torn_bytes: u64,
}

/// A journal that is appended to. It is the only writer of its file.
///
/// [`append`](Journal::append) buffers, [`flush`](Journal::flush) gives the buffer to the operating
/// system, [`sync`](Journal::sync) returns when it is on the disk; how many records share a sync is
/// the caller's choice.
///
/// After a failed flush or sync the journal takes no more. Its file then holds what it held before
/// and those of the new records that were written completely. They were not acknowledged, but
/// opening the journal again finds them, as it may after a crash.
///
/// A journal that is dropped is synced, as far as that goes; only `sync` tells of errors.
pub struct Journal<S: Storage = File> {
    storage: S,
    path: PathBuf,
    chain: Chain,
    /// Items that are not flushed.
    buffer: Vec<u8>,
    /// Where they will begin.
    end: u64,
    /// The last record that a seal covers.
    sealed: u64,
    has_failed: bool,
    /// Held as long as the journal writes; storages other than files have none.
    lock: Option<Lock>,
}

impl Journal {
    /// Creates a journal, which is there completely or not at all. The identity says whose it is,
    /// for instance by the checksum of a program image.
    ///
    /// # Errors
    /// If there is such a file already, or none can be made.
    pub fn create(path: &Path, identity: u64) -> Result<Journal, JournalError> {
        let create = JournalError::io(path, "create");
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let (file, place) = temporary_file(folder).map_err(&create)?.into_parts();
        let lock = Lock::take(&file, path)?;
        let mut journal = Journal::create_on(file, path, identity)?;
        journal.lock = Some(lock);
        place.persist_noclobber(path).map_err(|refused| match refused.error.kind() {
            ErrorKind::AlreadyExists => JournalError::Exists { path: path.to_owned() },
            _ => create(refused.error),
        })?;
        sync_folder(folder).map_err(&create)?;
        Ok(journal)
    }

    /// Opens a journal and repairs it as [the crate](crate) says.
    ///
    /// # Errors
    /// If it is damaged, of another identity, open elsewhere, or cannot be read or written.
    pub fn open(path: &Path, identity: u64) -> Result<(Journal, Opened), JournalError> {
        let file = File::options()
            .read(true)
            .write(true)
            .open(path)
            .map_err(JournalError::io(path, "open"))?;
        let lock = Lock::take(&file, path)?;
        let (mut journal, opened) = Journal::open_on(file, path, identity)?;
        journal.lock = Some(lock);
        Ok((journal, opened))
    }
}

impl<S: Storage> Journal<S> {
    /// Creates a journal on an empty storage; the path is what errors call it.
    ///
    /// # Errors
    /// If the header cannot be written or synced.
    pub fn create_on(storage: S, path: &Path, identity: u64) -> Result<Journal<S>, JournalError> {
        let (header, origin) = header::encode(identity);
        let mut journal = Journal::at(storage, path, Chain::new(origin), HEADER_BYTES as u64);
        journal.overwrite(0, &header)?;
        journal.sync_storage()?;
        Ok(journal)
    }

    /// Opens a journal on a storage and repairs it; the path is what errors call it.
    ///
    /// # Errors
    /// If it is damaged, of another identity, or cannot be read or written.
    pub fn open_on(
        mut storage: S,
        path: &Path,
        identity: u64,
    ) -> Result<(Journal<S>, Opened), JournalError> {
        let read = JournalError::io(path, "read");
        let origin = header::read(&mut storage, path)?;
        if origin.identity != identity {
            return Err(JournalError::Identity {
                path: path.to_owned(),
                found: origin.identity,
                expected: identity,
            });
        }
        let mut scan = Scan::new(origin);
        let mut sealed = (scan.chain().sequence, scan.offset());
        let is_torn = loop {
            match scan.step(&mut storage).map_err(&read)? {
                Step::Record => {}
                Step::Seal => sealed = (scan.chain().sequence, scan.offset()),
                Step::End => break false,
                Step::Bad => break true,
            }
        };
        let (end, records) = (scan.offset(), scan.chain().sequence);
        if is_torn && scan.is_next_sealed(&mut storage).map_err(&read)? {
            return Err(JournalError::Damaged {
                path: path.to_owned(),
                offset: end,
                record: records + 1,
            });
        }
        let mut opened = Opened { records, torn_bytes: 0 };
        if is_torn {
            opened.torn_bytes = storage.size().map_err(&read)?.saturating_sub(end);
            storage.truncate(end).map_err(JournalError::io(path, "cut the torn tail off"))?;
        }
        let mut journal = Journal::at(storage, path, scan.chain(), end);
        journal.sealed = sealed.0;
        journal.rewrite(sealed.1)?;
        if is_torn {
            journal.sync_storage()?;
        }
        journal.sync()?;
        Ok((journal, opened))
    }

    fn at(storage: S, path: &Path, chain: Chain, end: u64) -> Journal<S> {
        let buffer = Vec::with_capacity(BUFFER_BYTES);
        Journal {
            storage,
            path: path.to_owned(),
            chain,
            buffer,
            end,
            sealed: 0,
            has_failed: false,
            lock: None,
        }
    }

    /// Adds a record and returns its sequence. Nothing is written before [`Journal::flush`].
    ///
    /// # Errors
    /// If the payload is longer than [`PAYLOAD_BYTES_MAX`], or a flush or sync failed before. The
    /// record is not added.
    pub fn append(&mut self, kind: u8, payload: &[u8]) -> Result<u64, JournalError> {
        self.check()?;
        if payload.len() > PAYLOAD_BYTES_MAX {
            let (path, bytes) = (self.path.clone(), payload.len());
            return Err(JournalError::TooLong { path, bytes, limit: PAYLOAD_BYTES_MAX });
        }
        self.chain.put_record(kind, payload, &mut self.buffer);
        Ok(self.chain.sequence)
    }

    /// Gives all records to the operating system: they outlive this process, and readers see them.
    ///
    /// # Errors
    /// [`JournalError::Write`] if they cannot be written, or [`JournalError::Failed`] if that was
    /// so before.
    pub fn flush(&mut self) -> Result<(), JournalError> {
        self.check()?;
        if let Err((written, error)) = write_all(&mut self.storage, self.end, &self.buffer) {
            self.has_failed = true;
            let whole = whole_items(&self.buffer[..written]);
            // Where this fails too, the part of a record is a torn tail, which the next opening
            // cuts off.
            let _ = self.storage.truncate(self.end + whole as u64);
            let bytes = (self.buffer.len() - whole) as u64;
            return Err(JournalError::Write { path: self.path.clone(), bytes, error });
        }
        self.end += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }

    /// Returns when all records are on the disk: they outlive a power failure.
    ///
    /// # Errors
    /// As [`Journal::flush`], and [`JournalError::Sync`] if it is not certain that they are.
    pub fn sync(&mut self) -> Result<(), JournalError> {
        self.flush()?;
        if self.sealed == self.chain.sequence {
            return Ok(());
        }
        self.sync_storage()?;
        self.chain.put_seal(&mut self.buffer);
        self.flush()?;
        self.sealed = self.chain.sequence;
        Ok(())
    }

    /// The sequence of the last record, zero without one.
    pub fn sequence(&self) -> u64 {
        self.chain.sequence
    }

    /// Writes once more what is there from `start` on, for the sync that follows to find something
    /// to do.
    fn rewrite(&mut self, mut start: u64) -> Result<(), JournalError> {
        let mut chunk = vec![0; REWRITE_BYTES];
        while start < self.end {
            let bytes = (self.end - start).min(REWRITE_BYTES as u64) as usize;
            if let Err(error) = read_exact(&mut self.storage, start, &mut chunk[..bytes]) {
                self.has_failed = true;
                return Err(JournalError::Io { path: self.path.clone(), action: "read", error });
            }
            self.overwrite(start, &chunk[..bytes])?;
            start += bytes as u64;
        }
        Ok(())
    }

    /// Writes bytes that are no new items; should that fail, there is nothing to cut off.
    fn overwrite(&mut self, offset: u64, bytes: &[u8]) -> Result<(), JournalError> {
        write_all(&mut self.storage, offset, bytes).map_err(|(written, error)| {
            self.has_failed = true;
            JournalError::Write {
                path: self.path.clone(),
                bytes: (bytes.len() - written) as u64,
                error,
            }
        })
    }

    fn sync_storage(&mut self) -> Result<(), JournalError> {
        self.storage.sync().map_err(|error| {
            self.has_failed = true;
            JournalError::Sync { path: self.path.clone(), error }
        })
    }

    fn check(&self) -> Result<(), JournalError> {
        if self.has_failed { Err(JournalError::Failed { path: self.path.clone() }) } else { Ok(()) }
    }
}

impl<S: Storage> Drop for Journal<S> {
    fn drop(&mut self) {
        // Nobody is left to be told; after a failure this does nothing.
        let _ = self.sync();
    }
}

/// A file that vanishes unless it is given a name, with the permissions of an ordinary one.
fn temporary_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".journal-");
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666))
    };
    builder.tempfile_in(folder)
}

/// Puts the names in a folder on the disk, where a folder can be opened for that.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
