// SPDX-License-Identifier: Apache-2.0

//! The journal: every message and the engine's verdict on it, in a file that only grows. After a
//! crash, state is what replaying it gives.
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
//! Records are numbered from 1 without a gap. A record's checksum is the CRC-32 of the file so far,
//! checksums and seals left out: it continues that of the record before it, and the first one that
//! of the header. A record that was lost, doubled or moved therefore fits nowhere.
//!
//! A seal is an item without kind and payload. It says that every record up to its sequence is on
//! the disk, and it is written once the disk has said so. Its checksum continues only that of the
//! header, so that it can be believed whatever happened to the records before it.
//!
//! # What is repaired, and what is not
//!
//! A file may end in a *torn tail*: a crash cut a write short, left zeros where a block was to be,
//! or let the blocks of one write reach the disk in another order, so that good records follow a
//! bad one. All of that happens to records that no seal covers; the caller has not been told that
//! they are on the disk. *Damage* is what happens to the others. One rule tells them apart:
//!
//! > From the first bad item on, the file is a torn tail, and is cut off, unless a seal further on
//! covers the record that should be > there. Then the journal is damaged and is not touched.
//!
//! Seals are looked for at every byte and not where lengths lead, so a wrong length hides none.
//! What is lost without a word is thus at most what was never synced, or a record that was hit
//! together with every seal behind it. Payload bytes that look like a seal can, when a crash tears
//! their record, make a torn tail pass for damage, never the other way round.
//!
//! What is opened is on the disk: what no seal covers is written again, because after a failed sync
//! the system may take for clean what never reached the disk, then synced and sealed. That a torn
//! tail is cut off is synced before anything is appended, lest its records come back behind new
//! ones.
//!
//! The disk is taken to write a sector completely or not at all, so that appending to a half-filled
//! one keeps its first half.
//!
//! # Example
//!
//! ```
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("journal");
//! let mut journal = journal::Journal::create(&path, 0x5eed)?;
//! journal.append(1, b"an order, accepted")?;
//! journal.append(2, b"a fill")?;
//! journal.sync()?; // From here on both may be answered.
//! drop(journal);
//!
//! let (journal, opened) = journal::Journal::open(&path, 0x5eed)?;
//! assert_eq!((journal.sequence(), opened.records, opened.torn_bytes), (2, 2, 0));
//! let mut reader = journal::Reader::open(&path)?;
//! while let Some(record) = reader.next()? {
//!     println!("{} {} {:?}", record.sequence, record.kind, record.payload);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod chain;
mod error;
mod header;
mod lock;
mod reader;
mod scan;
mod storage;
mod writer;

pub use chain::{PAYLOAD_BYTES_MAX, Record};
pub use error::JournalError;
pub use header::{HEADER_BYTES, MAGIC, VERSION};
pub use reader::Reader;
pub use storage::Storage;
pub use writer::{Journal, Opened};
