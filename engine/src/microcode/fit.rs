// SPDX-License-Identifier: Apache-2.0

//! How the parts of a word are made from each other.

use crate::layout::Part;

/// The lowest bits of a word.
pub(super) const fn first(bits: usize) -> Part {
    Part { at: 0, bits }
}

/// The lower bits of a part.
pub(super) const fn low(part: Part, bits: usize) -> Part {
    assert!(bits <= part.bits);
    Part { at: part.at, bits }
}

/// One part that covers `from`, `to`, and everything between them.
pub(super) const fn span(from: Part, to: Part) -> Part {
    Part { at: from.at, bits: to.end() - from.at }
}

/// Equal parts next to each other, the first directly above `before`.
pub(super) const fn row<const N: usize>(before: Part, bits: usize) -> [Part; N] {
    let mut parts = [Part::after(before, bits); N];
    let mut i = 1;
    while i < N {
        parts[i] = Part::after(parts[i - 1], bits);
        i += 1;
    }
    parts
}

/// Whether the parts cover a word from bit 0 on without a gap or an overlap, and fit in
/// 64 bits.
pub(super) const fn cover(parts: &[Part], bits: usize) -> bool {
    let mut end = 0;
    let mut i = 0;
    while i < parts.len() {
        if parts[i].at != end {
            return false;
        }
        end = parts[i].end();
        i += 1;
    }
    end == bits && bits <= 64
}
