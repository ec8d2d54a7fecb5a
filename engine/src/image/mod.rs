// SPDX-License-Identifier: Apache-2.0

//! The program image: a program as bytes, for files, for DMA and for the machine that it was
//! compiled for.
//!
//! All numbers are little-endian.
//!
//! ```text
//!  byte 0        8         12            16          24       28        32
//!      +--------+---------+-------------+-----------+--------+---------+------+------+----
//!      | magic  | version | fingerprint |   bytes   |  CRC   |  zero   | body ...
//!      +--------+---------+-------------+-----------+--------+---------+------+------+----
//!
//!  body: six sections in this order, each        tag (4 bytes)   bytes (4 bytes)   contents
//!      STRS   strings         count, then each: text
//!      CNST   constants       count, then each: tag (1 byte), bits (8 bytes)
//!      TABL   tables          count, then each: name, rows, columns, key, and whether hidden, then base and definition
//!      MESG   messages        count, then each: name, fields
//!      RULE   rules           count, then each: name, message
//!      TRAN   transactions    count, then each: verdict cycles, commit cycles, entries, instruction words
//! ```
//! Counts and lengths are 32 bits wide, text is its length and its bytes, a column is its name,
//! type, nullability and kind. An instruction is its 16-byte [`crate::isa::Word`].
//!
//! `bytes` counts the whole image, `CRC` is the CRC-32 of the body. The fingerprint is that of the
//! instruction set and the machine's sizes: an image for another machine is refused rather than run
//! at other latencies.
//!
//! Images are hostile until proven otherwise. Nothing is allocated for a count before it has been
//! held against the machine's limit and the bytes that are left, bytes that mean nothing are
//! refused wherever they stand, and what was read is [`crate::validate`]d before anyone gets it.

mod decode;
mod encode;
mod error;
mod reader;

pub use decode::decode;
pub use encode::encode;
pub use error::ImageError;

use crate::isa::INSTRUCTION_SET;
use crate::machine::FIGURES;
use bytemuck::{Pod, Zeroable};

/// The first bytes of every image.
pub const MAGIC: [u8; 8] = *b"RISKDOE\0";
/// The version of the format. It changes with the layout of the image, the fingerprint with the
/// machine.
pub const VERSION: u32 = 1;
/// The longest image that is read. The largest program that validates takes less than half of it.
pub const IMAGE_BYTES_MAX: usize = 16 << 20;
/// Bytes of the header.
pub const HEADER_BYTES: usize = size_of::<Header>();

/// Whether bytes begin as an image does; they may still be none, or the beginning of one that was
/// cut off.
pub fn is_image(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC) || (!bytes.is_empty() && MAGIC.starts_with(bytes))
}

/// What an image begins with, in the byte order of the file.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
struct Header {
    magic: [u8; 8],
    version: u32,
    fingerprint: u32,
    bytes: u64,
    checksum: u32,
    zero: u32,
}

const _: () = assert!(HEADER_BYTES == 32, "the header has no padding");

impl Header {
    /// Little-endian from the machine's order, and back.
    fn swapped(self) -> Header {
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

const SECTION_TAGS: [[u8; 4]; 6] = [*b"STRS", *b"CNST", *b"TABL", *b"MESG", *b"RULE", *b"TRAN"];

/// What identifies the machine: a CRC over its instruction set and its figures.
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

/// The CRC-32 that the header of an image should state: that of everything behind the header.
pub fn checksum(image: &[u8]) -> u32 {
    crc32fast::hash(image.get(HEADER_BYTES..).unwrap_or_default())
}

/// An image with this body and the header that belongs to it; also for tests of what lies behind
/// the checksum.
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
