// SPDX-License-Identifier: Apache-2.0

//! Byte ranges of the text of a rule file. The bytes of the files that it includes follow its own,
//! see [`crate::source`].

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
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The starts of the lines of a text, so that the line of an offset is found without a search of
/// the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lines {
    starts: Vec<u32>,
    /// The number of characters before each block of [`BLOCK_BYTES`].
    characters: Vec<u32>,
    bytes: usize,
}

/// The bytes between two places at which characters are counted.
const BLOCK_BYTES: usize = 1024;

impl Lines {
    /// The lines of a text.
    pub(crate) fn of(text: &str) -> Lines {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = [0].into_iter().chain(ends.map(|(at, _)| at as u32 + 1)).collect();
        let mut characters = vec![0];
        for block in text.as_bytes().chunks(BLOCK_BYTES) {
            let before = characters.last().copied().unwrap_or(0);
            characters.push(before + characters_in(block));
        }
        Lines { starts, characters, bytes: text.len() }
    }

    /// The line of an offset, counted from 0.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset).saturating_sub(1)
    }

    /// The bytes of a line, without its line feed.
    pub(crate) fn range(&self, line: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(line).map_or(self.bytes, |start| *start as usize);
        let next = self.starts.get(line + 1).map_or(self.bytes, |next| *next as usize - 1);
        start..next
    }

    /// The column of an offset of the text, in characters from 0.
    pub(crate) fn column(&self, text: &str, offset: usize) -> usize {
        let before = |offset: usize| {
            let block = offset / BLOCK_BYTES;
            let rest = &text.as_bytes()[block * BLOCK_BYTES..offset];
            (self.characters.get(block).copied().unwrap_or(0) + characters_in(rest)) as usize
        };
        before(offset) - before(self.range(self.line(offset)).start)
    }
}

/// The number of characters that begin in these bytes.
fn characters_in(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
}

/// The line and the column of a byte offset, both counted from 1; columns are characters. An offset
/// inside a character or after the end counts as the nearest boundary before it.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let offset =
        (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    position(text, &Lines::of(&text[..offset]), offset)
}

/// The line and the column of an offset in a text with known lines.
pub(crate) fn position(text: &str, lines: &Lines, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    (1 + lines.line(offset), 1 + lines.column(text, offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_without_a_search() {
        let text = "账户\n".repeat(1000) + "\n" + &"资金 ".repeat(1000) + "end";
        let lines = Lines::of(&text);
        for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
            let before = &text[..offset];
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            assert_eq!(lines.line(offset), before.matches('\n').count());
            assert_eq!(lines.column(&text, offset), before[start..].chars().count());
            let range = lines.range(lines.line(offset));
            assert_eq!(range.start, start);
            assert!(!text[range.clone()].contains('\n'));
            assert!(text[range.end..].is_empty() || text[range.end..].starts_with('\n'));
        }
    }

    #[test]
    fn columns_are_characters() {
        let text = "a\n账户 b";
        assert_eq!(line_and_column(text, 0), (1, 1));
        assert_eq!(line_and_column(text, 2), (2, 1));
        assert_eq!(line_and_column(text, 3), (2, 1));
        assert_eq!(line_and_column(text, 9), (2, 4));
        assert_eq!(line_and_column(text, 100), (2, 5));
    }
}
