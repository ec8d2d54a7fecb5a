// SPDX-License-Identifier: Apache-2.0

//! Byte ranges of the text of a rule file. The bytes of the files that it includes follow its own,
//! see [`crate::source`].

use std::ops::Range;

/// A half-open byte range `start..end` of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The offset of the first byte.
    pub start: u32,
    /// The offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `start..end`.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span in a text that follows `bytes` other bytes.
    pub(crate) fn after(self, bytes: u32) -> Span {
        Span { start: self.start.saturating_add(bytes), end: self.end.saturating_add(bytes) }
    }

    /// The span as a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Whether a line of the text begins at an offset: LF, CRLF, or a CR alone ends the line before.
pub(crate) fn begins_line(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match at.checked_sub(1).map(|before| bytes[before]) {
        None | Some(b'\n') => true,
        Some(b'\r') => bytes.get(at) != Some(&b'\n'),
        Some(_) => false,
    }
}

/// The offset at which the line of an offset begins.
pub(crate) fn line_start(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|at| begins_line(text, *at)).unwrap_or(0)
}

/// The number of lines that end in a part of the text.
pub(crate) fn lines_ended(text: &str, part: Range<usize>) -> usize {
    (part.start + 1..=part.end).filter(|at| begins_line(text, *at)).count()
}

/// The line and the column of a byte offset, both counted from 1; columns are characters. An offset
/// inside a character or after the end counts as the nearest boundary before it.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let offset =
        (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = line_start(text, offset);
    (1 + lines_ended(text, 0..start), 1 + text[start..offset].chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let text = "a\n账户 b";
        assert_eq!(line_and_column(text, 0), (1, 1));
        assert_eq!(line_and_column(text, 2), (2, 1));
        assert_eq!(line_and_column(text, 3), (2, 1));
        assert_eq!(line_and_column(text, 9), (2, 4));
        assert_eq!(line_and_column(text, 100), (2, 5));
    }

    #[test]
    fn any_line_break_ends_a_line() {
        let text = "a\rb\r\nc\n\rd";
        let places: Vec<_> = (0..=text.len()).map(|at| line_and_column(text, at)).collect();
        // The LF of a CRLF is on the line that it ends.
        let lines =
            [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (4, 1), (5, 1), (5, 2)];
        assert_eq!(places, lines);
    }
}
