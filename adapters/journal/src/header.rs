// SPDX-License-Identifier: Apache-2.0

//! The header of a journal; [the crate](crate) shows the layout.

use crate::error::JournalError;
use crate::format::{HEADER_BYTES, MAGIC, VERSION};
use crate::storage::{Storage, read_full};
use bytemuck::{Pod, Zeroable};
use std::path::Path;

/// The header, in the byte order of the file.
#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Header {
    magic: [u8; 8],
    version: u32,
    checksum: u32,
    identity: u64,
}

const _: () = assert!(size_of::<Header>() == HEADER_BYTES, "the header has no padding");

impl Header {
    /// The CRC-32 of the header with a checksum of zero.
    fn computed_checksum(self) -> u32 {
        crc32fast::hash(bytemuck::bytes_of(&Header { checksum: 0, ..self }))
    }
}

/// The part of the header on which the items depend.
#[derive(Clone, Copy)]
pub struct Origin {
    /// Identity of the journal; the caller defines the meaning.
    pub identity: u64,
    /// The checksum that the first record and every seal continue.
    pub checksum: u32,
}

/// The header of a new journal.
pub fn encode(identity: u64) -> ([u8; HEADER_BYTES], Origin) {
    let blank =
        Header { magic: MAGIC, version: VERSION.to_le(), checksum: 0, identity: identity.to_le() };
    let checksum = blank.computed_checksum();
    let header = Header { checksum: checksum.to_le(), ..blank };
    (bytemuck::cast(header), Origin { identity, checksum })
}

/// Reads and checks the header of an existing journal.
pub fn read(storage: &mut impl Storage, path: &Path) -> Result<Origin, JournalError> {
    let mut bytes = [0; HEADER_BYTES];
    let count = read_full(storage, 0, &mut bytes).map_err(JournalError::io(path, "read"))?;
    let header: Header = bytemuck::cast(bytes);
    let path = path.to_owned();
    if !bytes[..count].starts_with(&MAGIC) {
        return Err(JournalError::Magic { path });
    }
    let found = u32::from_le(header.version);
    if count >= 12 && found != VERSION {
        return Err(JournalError::Version { path, found, expected: VERSION });
    }
    let checksum = u32::from_le(header.checksum);
    if count < HEADER_BYTES || checksum != header.computed_checksum() {
        return Err(JournalError::Header { path });
    }
    Ok(Origin { identity: u64::from_le(header.identity), checksum })
}
