// SPDX-License-Identifier: Apache-2.0

//! Places in a text as the protocol has them: lines, and columns in units of an encoding.

use lsp_types::{Position, PositionEncodingKind, Range};
use std::ops;

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of 16 bits, which every client knows.
    #[default]
    Utf16,
}

impl Encoding {
    /// The encoding for a client that offers some; bytes if it can, since the compiler counts them.
    pub fn of_offered(offered: &[PositionEncodingKind]) -> Encoding {
        match offered.contains(&PositionEncodingKind::UTF8) {
            true => Encoding::Utf8,
            false => Encoding::Utf16,
        }
    }

    /// The name of the encoding in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn units(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
        }
    }
}

/// The lines of a text. LF, CRLF, or a CR alone ends a line.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of a text.
    pub fn of(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter_map(|(at, byte)| match byte {
            b'\n' => Some(at + 1),
            b'\r' if bytes.get(at + 1) != Some(&b'\n') => Some(at + 1),
            _ => None,
        });
        Lines { starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The position of a byte of the text. An offset inside a character, or after the end, counts
    /// as the nearest one before.
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let before = &text[self.starts[line]..offset];
        let column = before.chars().map(|c| encoding.units(c)).sum::<usize>();
        Position { line: line as u32, character: column as u32 }
    }

    /// The range of a part of the text.
    pub fn range(&self, text: &str, part: ops::Range<usize>, encoding: Encoding) -> Range {
        let place = |offset| self.position(text, offset, encoding);
        Range { start: place(part.start), end: place(part.end) }
    }

    /// The byte at a position. A column after the end of its line counts as that end, a line after
    /// the last one as the end of the text, and a column inside a character as its start.
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let Some(start) = self.starts.get(position.line as usize).copied() else {
            return text.len();
        };
        let end = self.starts.get(position.line as usize + 1).copied().unwrap_or(text.len());
        let line = text[start..end].trim_end_matches(['\r', '\n']);
        let mut left = position.character as usize;
        for (at, c) in line.char_indices() {
            let units = encoding.units(c);
            if left < units {
                return start + at;
            }
            left -= units;
        }
        start + line.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_a_position_and_is_found_by_it() {
        let text = "a账😀\r\nb\rc\n\n😀";
        let lines = Lines::of(text);
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            for (at, c) in text.char_indices().filter(|(_, c)| !matches!(c, '\r' | '\n')) {
                let position = lines.position(text, at, encoding);
                assert_eq!(lines.offset(text, position, encoding), at, "{c} {position:?}");
            }
        }
        let at = |offset, encoding| {
            let Position { line, character } = lines.position(text, offset, encoding);
            (line, character)
        };
        assert_eq!(at(4, Encoding::Utf16), (0, 2));
        assert_eq!(at(8, Encoding::Utf16), (0, 4));
        assert_eq!(at(8, Encoding::Utf8), (0, 8));
        assert_eq!(at(10, Encoding::Utf8), (1, 0));
        assert_eq!(at(12, Encoding::Utf8), (2, 0));
        assert_eq!(at(text.len(), Encoding::Utf16), (4, 2));
    }

    #[test]
    fn positions_that_are_not_there_are_moved_to_one_that_is() {
        let text = "a😀\nb";
        let lines = Lines::of(text);
        let offset =
            |line, character| lines.offset(text, Position { line, character }, Encoding::Utf16);
        assert_eq!(offset(0, 2), 1, "inside of a character");
        assert_eq!(offset(0, 99), 5, "the end of the line");
        assert_eq!(offset(7, 0), text.len(), "after the last line");
    }
}
