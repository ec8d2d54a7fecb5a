// SPDX-License-Identifier: Apache-2.0

//! Frames as beats of an AXI stream.

use engine::machine::BEAT_BYTES;

/// The number of 64-bit words in a beat. An answer is one beat.
pub(super) const ANSWER_WORDS: usize = BEAT_BYTES / 8;

/// A beat on a stream.
#[derive(Clone, Debug)]
pub struct Beat {
    /// The data as words of 64 bits, lowest word first.
    pub words: Vec<u64>,
    /// One bit for each byte of the data that belongs to the frame.
    pub keep: u64,
    /// Whether this is the last beat of its frame.
    pub is_last: bool,
    /// Whether this is a cycle without a beat; the other fields have no meaning then.
    pub is_gap: bool,
}

impl Beat {
    /// A cycle without a beat.
    pub fn gap() -> Beat {
        Beat { words: Vec::new(), keep: 0, is_last: false, is_gap: true }
    }
}

/// Divides a frame into beats.
pub fn beats(frame: &[u8]) -> Vec<Beat> {
    let count = frame.len().div_ceil(BEAT_BYTES).max(1);
    let beat = |(index, bytes): (usize, &[u8])| {
        let mut padded = [0; BEAT_BYTES];
        padded[..bytes.len()].copy_from_slice(bytes);
        let words = padded
            .chunks(8)
            .map(|word| word.iter().rev().fold(0, |w, b| w << 8 | u64::from(*b)))
            .collect();
        let keep = if bytes.len() == BEAT_BYTES { u64::MAX } else { (1 << bytes.len()) - 1 };
        Beat { words, keep, is_last: index + 1 == count, is_gap: false }
    };
    frame.chunks(BEAT_BYTES).enumerate().map(beat).collect()
}
