// SPDX-License-Identifier: Apache-2.0

//! The program image: a program as bytes, for files and for DMA, bound to one machine.
//!
//! All numbers are little-endian.
//!
//! ```text
//!  byte 0        8         12            16          24       28        32
//!      +--------+---------+-------------+-----------+--------+---------+------+------+----
//!      | magic  | version | fingerprint |   bytes   |  CRC   |  zero   | body ...
//!      +--------+---------+-------------+-----------+--------+---------+------+------+----
//!
//!  body: eight sections in this order, each with   tag (4 bytes)   bytes (4 bytes)   contents
//!      STRS   strings         count, then each: text
//!      CNST   constants       count, then each: tag (1 byte), bits (8 bytes)
//!      TABL   tables          count, then each: name, rows, columns, key,
//!                             whether hidden, then base and definition
//!      MESG   messages        count, then each: name, fields
//!      RULE   rules           count, then each: name, message, severity,
//!                             attributes, each after whether there is one
//!      TRAN   transactions    count, then each: verdict cycles, commit cycles, entries,
//!                             entries of effects, instruction words
//!      ZONE   time zone       hours east of UTC (1 byte)
//!      DICT   dictionary      most texts, whether codes are reused (1 byte)
//!      JOBS   jobs            count, then each: name, table, message of a step,
//!                             whether there is a selection, and its message
//! ```
//! Counts and lengths are 32 bits wide. A text is its length and its bytes. A column is its name,
//! type, nullability and kind. An instruction is its 16-byte [`crate::isa::Word`].
//!
//! `bytes` counts the whole image, and `CRC` is the CRC-32 of the body. The fingerprint is that of
//! the instruction set and the machine's sizes. An image for another machine is refused, since its
//! latencies would be wrong.
//!
//! Images are untrusted. A count is compared with the machine's limit and with the remaining bytes
//! before memory is allocated for it. Bytes without a meaning are refused everywhere. The program
//! is validated ([`crate::validate`]) before it is returned.

mod decode;
mod encode;
mod error;
mod format;
mod reader;

pub use decode::decode;
pub use encode::encode;
pub use error::ImageError;
pub use format::{
    HEADER_BYTES, IMAGE_BYTES_MAX, MAGIC, VERSION, checksum, fingerprint, is_image, stated_bytes,
    with_header,
};
