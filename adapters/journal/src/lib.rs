// SPDX-License-Identifier: Apache-2.0

//! The journal: every message and the engine's verdict on it, in a file that only grows. After a
//! crash, replaying the journal restores the state.
//!
//! ```text
//!  append ──▶ buffer ──flush──▶ operating system ──sync──▶ disk, then a seal
//!                                      │                        │
//!                                      ▼                        ▼
//!                                readers see it          it may be acknowledged
//! ```
//!
//! # The file
//!
//! All numbers are little-endian.
//!
//! ```text
//!  byte 0        8         12         16         24
//!      +--------+---------+----------+----------+------+------+----
//!      | magic  | version | checksum | identity | item | item | ...
//!      +--------+---------+----------+----------+------+------+----
//!
//!  an item is a record (form 1) or a seal (form 2):
//!
//!  byte 0        4      5      6      8          16        16 + length
//!      +--------+------+------+------+----------+---------+----------+
//!      | length | kind | form | zero | sequence | payload | checksum |
//!      +--------+------+------+------+----------+---------+----------+
//! ```
//!
//! Records are numbered from 1 without a gap. The checksum of a record is the CRC-32 of the file up
//! to there without checksums and seals: it continues the checksum of the record before it, and the
//! first record continues that of the header. So a record that was lost, doubled or moved is
//! detected.
//!
//! A seal is an item without kind and payload. It states that all records up to its sequence are on
//! the disk, and it is written after the disk has confirmed that. Its checksum continues only that
//! of the header, so it is valid whatever happened to the records before it.
//!
//! # Repairs
//!
//! A file may end in a *torn tail*: a crash cut a write short, left zeros in place of a block, or
//! let the blocks of one write reach the disk in another order, so that good records follow a bad
//! one. This happens only to records that no seal covers, and no caller was told that they are on
//! the disk. Everything else is *damage*. One rule tells them apart:
//!
//! > The file is a torn tail from the first bad item on, and is cut off there. If a later seal
//! > covers the record that should be there, the journal is damaged instead, and is not changed.
//!
//! Seals are searched for at every byte, so a wrong length cannot hide one. A record can therefore
//! be lost without an error only if it was never synced, or if it was destroyed together with all
//! seals after it. If a payload contains bytes that look like a seal, and a crash tears that
//! record, a torn tail may be taken for damage, but never the other way round.
//!
//! After a journal was opened, all its records are on the disk. Records that no seal covers are
//! written again, because after a failed sync the operating system may regard pages as clean that
//! never reached the disk; then they are synced and sealed. The removal of a torn tail is synced
//! before anything is appended, or its records could reappear after new ones.
//!
//! The journal assumes that the disk writes a sector completely or not at all. So an append to a
//! half-filled sector keeps the first half.
//!
//! # Example
//!
//! Append, reopen, read:
//!
//! ```
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("journal");
//! use journal::{Journal, Reader};
//!
//! let mut journal = Journal::create(&path, 0x5eed)?;
//! journal.append(1, b"an order, accepted")?;
//! journal.append(2, b"a fill")?;
//! journal.sync()?; // From here on both may be acknowledged.
//! drop(journal);
//!
//! let (mut journal, opened) = Journal::open(&path, 0x5eed)?;
//! assert_eq!((opened.records, opened.torn_bytes), (2, 0));
//! assert_eq!(journal.append(1, b"another order")?, 3);
//! journal.flush()?; // A reader sees it now; a power failure could still lose it.
//!
//! let mut reader = Reader::open(&path)?;
//! let mut payloads = Vec::new();
//! while let Some(record) = reader.next()? {
//!     payloads.push((record.sequence, record.kind, record.payload.to_vec()));
//! }
//! assert_eq!(payloads[0], (1, 1, b"an order, accepted".to_vec()));
//! assert_eq!(payloads.len(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod chain;
mod error;
mod format;
mod header;
mod lock;
mod reader;
mod scan;
mod storage;
mod writer;

pub use chain::Record;
pub use error::JournalError;
pub use format::{HEADER_BYTES, MAGIC, PAYLOAD_BYTES_MAX, VERSION};
pub use reader::Reader;
pub use storage::Storage;
pub use writer::{Journal, Opened};
