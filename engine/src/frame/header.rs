// SPDX-License-Identifier: Apache-2.0

//! The header of a frame, the only place that knows its offsets.

use std::ops::Range;

/// Bytes before the first field.
pub const HEADER_BYTES: usize = 12;

/// First byte of the length, a `u16`: bytes of the whole frame.
pub const LENGTH_AT: usize = 0;
/// Bytes of the length.
pub const LENGTH_BYTES: usize = size_of::<u16>();
/// The kind byte: the index of the transaction.
pub const KIND_AT: usize = 2;
/// The reserved byte, which is zero.
pub const RESERVED_AT: usize = 3;
/// First byte of the sequence number, a `u32`.
pub const SEQUENCE_AT: usize = 4;
/// First byte of the NULL bits, a `u32`: bit i is set where field i is NULL.
pub const NULLS_AT: usize = 8;

const LENGTH: Range<usize> = LENGTH_AT..LENGTH_AT + LENGTH_BYTES;
const SEQUENCE: Range<usize> = SEQUENCE_AT..NULLS_AT;
const NULLS: Range<usize> = NULLS_AT..HEADER_BYTES;

const _: () = assert!(LENGTH.end == KIND_AT);
const _: () = assert!(SEQUENCE.end - SEQUENCE.start == size_of::<u32>());
const _: () = assert!(NULLS.end - NULLS.start == size_of::<u32>());

/// The header of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The length that the frame states, in bytes.
    pub length: u16,
    /// The index of the transaction.
    pub kind: u8,
    /// Zero in a well-formed frame.
    pub reserved: u8,
    /// The sequence number.
    pub sequence: u32,
    /// The NULL bits: bit i is set where field i is NULL.
    pub nulls: u32,
}

impl Header {
    /// Reads the header of a frame; none if the frame is shorter than a header.
    pub fn read(frame: &[u8]) -> Option<Header> {
        let header: &[u8; HEADER_BYTES] = frame.first_chunk()?;
        Some(Header {
            length: u16::from_le_bytes([header[LENGTH_AT], header[LENGTH_AT + 1]]),
            kind: header[KIND_AT],
            reserved: header[RESERVED_AT],
            sequence: word(header, SEQUENCE_AT),
            nulls: word(header, NULLS_AT),
        })
    }

    /// Writes the header to the first bytes of a frame.
    ///
    /// # Panics
    /// If the frame is shorter than a header.
    pub fn write(&self, frame: &mut [u8]) {
        set_stated_length(frame, self.length);
        frame[KIND_AT] = self.kind;
        frame[RESERVED_AT] = self.reserved;
        set_sequence(frame, self.sequence);
        frame[NULLS].copy_from_slice(&self.nulls.to_le_bytes());
    }
}

fn word(header: &[u8; HEADER_BYTES], at: usize) -> u32 {
    u32::from_le_bytes(std::array::from_fn(|byte| header[at + byte]))
}

/// The kind byte of a frame; none if the frame is shorter than a header.
pub fn kind(frame: &[u8]) -> Option<u8> {
    (frame.len() >= HEADER_BYTES).then(|| frame[KIND_AT])
}

/// The length in bytes that a frame states; none before the bytes of the length have arrived.
pub fn stated_length(frame: &[u8]) -> Option<usize> {
    let bytes = frame.get(LENGTH)?.first_chunk()?;
    Some(usize::from(u16::from_le_bytes(*bytes)))
}

/// The sequence number of a frame; none before its bytes have arrived.
pub fn sequence(frame: &[u8]) -> Option<u32> {
    let bytes = frame.get(SEQUENCE)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

/// Writes the length that a frame states.
///
/// # Panics
/// If the frame is shorter than [`LENGTH_BYTES`].
pub fn set_stated_length(frame: &mut [u8], length: u16) {
    frame[LENGTH].copy_from_slice(&length.to_le_bytes());
}

/// Writes the sequence number of a frame.
///
/// # Panics
/// If the frame is shorter than eight bytes.
pub fn set_sequence(frame: &mut [u8], sequence: u32) {
    frame[SEQUENCE].copy_from_slice(&sequence.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_round_trip() {
        let header = Header {
            length: 0x1234,
            kind: 7,
            reserved: 9,
            sequence: 0x89ab_cdef,
            nulls: 0x0102_0304,
        };
        let mut frame = [0; HEADER_BYTES];
        header.write(&mut frame);
        let bytes = [0x34, 0x12, 7, 9, 0xef, 0xcd, 0xab, 0x89, 0x04, 0x03, 0x02, 0x01];
        assert_eq!(frame, bytes);
        assert_eq!(Header::read(&frame), Some(header));
        assert_eq!(Header::read(&frame[..HEADER_BYTES - 1]), None);
        assert_eq!((stated_length(&frame), kind(&frame)), (Some(0x1234), Some(7)));
        assert_eq!(sequence(&frame), Some(0x89ab_cdef));
        assert_eq!((stated_length(&frame[..1]), sequence(&frame[..7])), (None, None));
    }
}
