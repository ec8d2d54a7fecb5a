// SPDX-License-Identifier: Apache-2.0

//! What can be wrong with a journal, and what to do about it.

use crate::header::HEADER_BYTES;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a journal cannot be made, opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The operating system refuses.
    #[error("{}: cannot {action} the journal: {error}", path.display())]
    Io {
        /// The journal.
        path: PathBuf,
        /// What was to be done with it.
        action: &'static str,
        /// What the operating system says.
        #[source]
        error: io::Error,
    },
    /// A new journal was to be made where there is a file.
    #[error("{}: there is a file already; open it, or give the new journal another name", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Another writer has the journal.
    #[error("{}: another writer has the journal open; end that one first, or only read", path.display())]
    Locked {
        /// The journal.
        path: PathBuf,
    },
    /// The file does not begin as a journal does.
    #[error("{}: this is no journal; give the name of one, or create one under another name", path.display())]
    Magic {
        /// The file.
        path: PathBuf,
    },
    /// The journal has another format.
    #[error(
        "{}: the journal has format {found}, this is format {expected}; use the version of the program that wrote it",
        path.display()
    )]
    Version {
        /// The journal.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The format that is understood.
        expected: u32,
    },
    /// The header is too short or its checksum is wrong.
    #[error(
        "{}: the header of the journal, its first {HEADER_BYTES} bytes, is damaged; restore the file from a copy",
        path.display()
    )]
    Header {
        /// The journal.
        path: PathBuf,
    },
    /// The journal is that of something else.
    #[error(
        "{}: the journal belongs to {found:016x}, not to {expected:016x}; give the program that it was written for, or create another journal",
        path.display()
    )]
    Identity {
        /// The journal.
        path: PathBuf,
        /// Whose it is.
        found: u64,
        /// Whose it should be.
        expected: u64,
    },
    /// A record that was on the disk is wrong or missing.
    #[error(
        "{}: damaged at byte {offset}, record {record}: it was synced, and is not there as it was written; restore the file \
         from a copy, or keep one and cut the file to {offset} bytes to go on without this record and all that follow",
        path.display()
    )]
    Damaged {
        /// The journal.
        path: PathBuf,
        /// Where the first bad item begins.
        offset: u64,
        /// The sequence of the record that is bad, or the next to come where a seal is.
        record: u64,
    },
    /// Records could not be written. Those that were written completely stay; the journal takes no
    /// more.
    #[error("{}: cannot write {bytes} more bytes: {error}; {}", path.display(), write_remedy(error))]
    Write {
        /// The journal.
        path: PathBuf,
        /// Bytes that there must be room for, those of all records that are not written.
        bytes: u64,
        /// What the operating system says.
        #[source]
        error: io::Error,
    },
    /// It is not certain that what was written is on the disk. The journal takes no more.
    #[error(
        "{}: cannot sync: {error}; what was appended since the last sync may be lost: check the disk, then open the journal \
         again, which says how many records are left",
        path.display()
    )]
    Sync {
        /// The journal.
        path: PathBuf,
        /// What the operating system says.
        #[source]
        error: io::Error,
    },
    /// A write or sync failed before.
    #[error("{}: takes no more records since a write or sync failed; see to that error, then open the journal again", path.display())]
    Failed {
        /// The journal.
        path: PathBuf,
    },
    /// A payload is longer than a record holds.
    #[error("{}: a record of {bytes} bytes is too long; split it, at most {limit} fit", path.display())]
    TooLong {
        /// The journal.
        path: PathBuf,
        /// Bytes of the payload.
        bytes: usize,
        /// The most that a payload may have.
        limit: usize,
    },
}

impl JournalError {
    /// The error for a path and an action, for use with `map_err`.
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
