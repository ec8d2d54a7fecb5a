// SPDX-License-Identifier: Apache-2.0

//! Writing a journal: creating, opening with repair, appending.

use crate::chain::{Chain, whole_items};
use crate::error::JournalError;
use crate::format::{HEADER_BYTES, PAYLOAD_BYTES_MAX};
use crate::header;
use crate::lock::Lock;
use crate::scan::{Scan, Step};
use crate::storage::{Storage, read_exact, write_all};
#[cfg(unix)]
use std::fs;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Bytes that are buffered between two flushes without an allocation.
const BUFFER_BYTES: usize = 1 << 20;
/// Bytes of a chunk that is written again when a journal is opened.
const REWRITE_BYTES: usize = 128 << 10;

/// The state of a journal when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Number of records; all of them are on the disk.
    pub records: u64,
    /// Bytes of a torn tail that were cut off.
    pub torn_bytes: u64,
}

/// A journal open for appending. It is the only writer of its file.
///
/// [`append`](Journal::append) adds a record to a buffer, [`flush`](Journal::flush) writes the
/// buffer to the operating system, and [`sync`](Journal::sync) returns when it is on the disk. The
/// caller decides how many records share a sync.
///
/// After a failed flush or sync the journal takes no more records. The file then holds the records
/// from before, and those of the new records that were written completely. The latter were not
/// acknowledged, but the next opening finds them, as it may after a crash.
///
/// Dropping a journal syncs it, but ignores errors; call `sync` to see them.
pub struct Journal<S: Storage = File> {
    storage: S,
    path: PathBuf,
    chain: Chain,
    /// Items that were not flushed.
    buffer: Vec<u8>,
    /// Offset at which they will be written.
    end: u64,
    /// Sequence of the last record that a seal covers.
    sealed: u64,
    has_failed: bool,
    /// The lock of the file; other storages have none.
    lock: Option<Lock>,
}

impl Journal {
    /// Creates a journal; its file appears with a complete header or not at all. The identity says
    /// what the journal belongs to, for instance by the checksum of a program image.
    ///
    /// # Errors
    /// If the file exists already or cannot be created.
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

    /// Opens a journal and repairs it as described in [the crate](crate).
    ///
    /// # Errors
    /// If the journal is damaged, has another identity, has another writer, or cannot be read or
    /// written.
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
    /// Creates a journal on an empty storage. Errors contain the path.
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

    /// Opens a journal on a storage and repairs it. Errors contain the path.
    ///
    /// # Errors
    /// If the journal is damaged, has another identity, or cannot be read or written.
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

    /// Appends a record to the buffer and returns its sequence. [`Journal::flush`] writes it.
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

    /// Writes all records to the operating system. They survive the end of this process, and
    /// readers see them.
    ///
    /// # Errors
    /// [`JournalError::Write`] if they cannot be written, or [`JournalError::Failed`] if a flush or
    /// sync failed before.
    pub fn flush(&mut self) -> Result<(), JournalError> {
        self.check()?;
        if let Err((written, error)) = write_all(&mut self.storage, self.end, &self.buffer) {
            self.has_failed = true;
            let whole = whole_items(&self.buffer[..written]);
            // If this fails too, the incomplete record is a torn tail, which the next opening cuts
            // off.
            let _ = self.storage.truncate(self.end + whole as u64);
            let bytes = (self.buffer.len() - whole) as u64;
            return Err(JournalError::Write { path: self.path.clone(), bytes, error });
        }
        self.end += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }

    /// Returns when all records are on the disk, so that they survive a power failure.
    ///
    /// # Errors
    /// Errors of [`Journal::flush`], and [`JournalError::Sync`] if it is uncertain whether the
    /// records are on the disk.
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

    /// Sequence of the last record, 0 if there is none.
    pub fn sequence(&self) -> u64 {
        self.chain.sequence
    }

    /// Writes the bytes from `start` on again, so that the next sync writes them to the disk.
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

    /// Writes bytes that are not new items. If that fails, there is nothing to cut off.
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
        // A drop cannot return an error. After a failure this does nothing.
        let _ = self.sync();
    }
}

/// A temporary file with the permissions of an ordinary one; it is deleted unless it is renamed.
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

/// Syncs the names in a folder, on systems where a folder can be opened for that.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
