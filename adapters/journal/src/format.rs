// SPDX-License-Identifier: Apache-2.0

//! Constants of the file format.

/// The first bytes of every journal.
pub const MAGIC: [u8; 8] = *b"RISKLOG\0";
/// Version of the format.
pub const VERSION: u32 = 1;
/// Bytes of the header, before the first item.
pub const HEADER_BYTES: usize = 24;
/// Most bytes of a payload.
pub const PAYLOAD_BYTES_MAX: usize = 64 << 10;
