// SPDX-License-Identifier: Apache-2.0

//! Errors of a journal. Each text names the file and a remedy.

use crate::format::HEADER_BYTES;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a journal cannot be made, opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The operating system reports an error.
    #[error("{}: cannot {action} the journal: {error}", path.display())]
    Io {
        /// The journal.
        path: PathBuf,
        /// The action that failed.
        action: &'static str,
        /// The error of the operating system.
        #[source]
        error: io::Error,
    },
    /// A file with the name of the new journal exists.
    #[error(
        "{}: there is a file already; open it, or give the new journal another name",
        path.display()
    )]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Another writer has the journal open.
    #[error(
        "{}: another writer has the journal open; end that one first, or only read",
        path.display()
    )]
    Locked {
        /// The journal.
        path: PathBuf,
    },
    /// The file does not start like a journal.
    #[error(
        "{}: this is no journal; give the name of one, or create one under another name",
        path.display()
    )]
    Magic {
        /// The file.
        path: PathBuf,
    },
    /// The journal has another format.
    #[error(
        "{}: the journal has format {found}, this is format {expected}; use the version of the \
         program that wrote it",
        path.display()
    )]
    Version {
        /// The journal.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The format that this version reads and writes.
        expected: u32,
    },
    /// The header is too short or its checksum is wrong.
    #[error(
        "{}: the header of the journal, its first {HEADER_BYTES} bytes, is damaged; restore the \
         file from a copy",
        path.display()
    )]
    Header {
        /// The journal.
        path: PathBuf,
    },
    /// The journal has another identity.
    #[error(
        "{}: the journal belongs to {found:016x}, not to {expected:016x}; give the program that \
         it was written for, or create another journal",
        path.display()
    )]
    Identity {
        /// The journal.
        path: PathBuf,
        /// Its identity.
        found: u64,
        /// The identity that it should have.
        expected: u64,
    },
    /// A record that was on the disk is wrong or missing.
    #[error(
        "{}: damaged at byte {offset}, record {record}: it was synced, and is not there as it was \
         written; restore the file from a copy, or keep one and cut the file to {offset} bytes to \
         go on without this record and all that follow",
        path.display()
    )]
    Damaged {
        /// The journal.
        path: PathBuf,
        /// Offset of the first bad item.
        offset: u64,
        /// Sequence of the bad record, or of the next one if the bad item is a seal.
        record: u64,
    },
    /// Records could not be written. Those that were written completely stay; the journal takes no
    /// more records.
    #[error(
        "{}: cannot write {bytes} more bytes: {error}; {}",
        path.display(),
        write_remedy(error)
    )]
    Write {
        /// The journal.
        path: PathBuf,
        /// Bytes of all records that were not written, for which there must be room.
        bytes: u64,
        /// The error of the operating system.
        #[source]
        error: io::Error,
    },
    /// It is uncertain whether the written records are on the disk. The journal takes no more
    /// records.
    #[error(
        "{}: cannot sync: {error}; what was appended since the last sync may be lost: check the \
         disk, then open the journal again, which says how many records are left",
        path.display()
    )]
    Sync {
        /// The journal.
        path: PathBuf,
        /// The error of the operating system.
        #[source]
        error: io::Error,
    },
    /// A write or sync failed before.
    #[error(
        "{}: takes no more records since a write or sync failed; see to that error, then open the \
         journal again",
        path.display()
    )]
    Failed {
        /// The journal.
        path: PathBuf,
    },
    /// A payload is longer than a record holds.
    #[error(
        "{}: a record of {bytes} bytes is too long; split it, at most {limit} fit",
        path.display()
    )]
    TooLong {
        /// The journal.
        path: PathBuf,
        /// Bytes of the payload.
        bytes: usize,
        /// Most bytes of a payload.
        limit: usize,
    },
}

impl JournalError {
    /// Makes the error for a path and an action, for use with `map_err`.
    pub(crate) fn io(path: &Path, action: &'static str) -> impl Fn(io::Error) -> JournalError {
        move |error| JournalError::Io { path: path.to_owned(), action, error }
    }
}

fn write_remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "make room on the disk, then open the journal again"
        }
        ErrorKind::FileTooLarge => "raise the limit on file sizes, then open the journal again",
        _ => "check the disk, then open the journal again",
    }
}
