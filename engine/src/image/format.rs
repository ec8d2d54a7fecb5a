// SPDX-License-Identifier: Apache-2.0

//! The header and the sections of an image.

use crate::isa::INSTRUCTION_SET;
use crate::machine::FIGURES;
use bytemuck::{Pod, Zeroable};

/// The first bytes of every image.
pub const MAGIC: [u8; 8] = *b"RISKDOE\0";
/// The version of the format, which changes with the layout of the image. The fingerprint changes
/// with the machine.
pub const VERSION: u32 = 3;
/// The length of the longest image that is read. The largest sound program takes less than half of
/// it.
pub const IMAGE_BYTES_MAX: usize = 32 << 20;
/// Bytes of the header.
pub const HEADER_BYTES: usize = size_of::<Header>();

/// Returns whether bytes start like an image. They may still be invalid, or a truncated image.
pub fn is_image(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC) || (!bytes.is_empty() && MAGIC.starts_with(bytes))
}

/// The header of an image, in the byte order of the file.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Header {
    pub magic: [u8; 8],
    pub version: u32,
    pub fingerprint: u32,
    pub bytes: u64,
    pub checksum: u32,
    pub zero: u32,
}

const _: () = assert!(HEADER_BYTES == 32, "the header has no padding");

impl Header {
    /// Converts between little-endian and the byte order of the processor.
    pub(super) fn swapped(self) -> Header {
        Header {
            magic: self.magic,
            version: self.version.to_le(),
            fingerprint: self.fingerprint.to_le(),
            bytes: self.bytes.to_le(),
            checksum: self.checksum.to_le(),
            zero: self.zero.to_le(),
        }
    }
}

/// The tags of the sections, in order.
pub(super) const SECTION_TAGS: [[u8; 4]; 9] =
    [*b"STRS", *b"CNST", *b"TABL", *b"MESG", *b"RULE", *b"TRAN", *b"ZONE", *b"DICT", *b"JOBS"];

/// The fingerprint of the machine: a CRC over its instruction set and its figures.
pub fn fingerprint() -> u32 {
    let mut crc = crc32fast::Hasher::new();
    for signature in INSTRUCTION_SET {
        crc.update(signature.mnemonic.as_bytes());
        crc.update(&[0, signature.opcode as u8, signature.unit as u8, signature.phase as u8]);
        crc.update(&signature.latency.to_le_bytes());
        crc.update(&signature.roles.map(|role| role as u8));
    }
    for (name, figure, _) in FIGURES {
        crc.update(name.as_bytes());
        crc.update(&[0]);
        crc.update(&figure.to_le_bytes());
    }
    crc.finalize()
}

/// The CRC-32 that the header of an image must state: that of all bytes after the header.
pub fn checksum(image: &[u8]) -> u32 {
    crc32fast::hash(image.get(HEADER_BYTES..).unwrap_or_default())
}

/// The length that the header of an image states; none if there is no whole header.
pub fn stated_bytes(image: &[u8]) -> Option<usize> {
    let header: Header = bytemuck::pod_read_unaligned(image.get(..HEADER_BYTES)?);
    header.swapped().bytes.try_into().ok()
}

/// An image with this body and a valid header. Tests use it for bodies that `encode` does not
/// write.
pub fn with_header(body: &[u8]) -> Vec<u8> {
    let header = Header {
        magic: MAGIC,
        version: VERSION,
        fingerprint: fingerprint(),
        bytes: (HEADER_BYTES + body.len()) as u64,
        checksum: crc32fast::hash(body),
        zero: 0,
    };
    let mut image = bytemuck::bytes_of(&header.swapped()).to_vec();
    image.extend_from_slice(body);
    image
}
