// SPDX-License-Identifier: Apache-2.0

//! The excerpt of the text that a diagnostic shows.
//!
//! The renderer gets only the lines from the first place to the last. A line that is too long is
//! replaced by the parts around the places, with `…` for the rest. A file can consist of one line
//! of a megabyte, but its diagnostics must stay short.

use crate::span::{Lines, Span};
use std::ops::Range;

/// The greatest length of a line that is shown whole, in bytes.
const LINE_BYTES_MAX: usize = 240;
/// The number of bytes shown on either side of a place on a longer line.
const AROUND_BYTES: usize = 60;

/// Some lines of a text, with long lines shortened.
pub(super) struct Excerpt {
    /// The lines.
    pub(super) text: String,
    /// The number of the first line, counted from 1.
    pub(super) line: usize,
    /// The line and column of the first place, counted from 1 in characters, if a line was
    /// shortened so that the renderer cannot count them.
    pub(super) position: Option<(usize, usize)>,
    /// The places as ranges of `text`.
    pub(super) places: Vec<Range<usize>>,
    is_shortened: bool,
    /// The pieces that were kept, in order: the range in the whole text, and the start in the
    /// excerpt.
    kept: Vec<(Range<usize>, usize)>,
}

impl Excerpt {
    /// The lines of `text` from the first of `places` to the last. The places can be in any order.
    pub(super) fn of(text: &str, lines: &Lines, places: &[Span]) -> Excerpt {
        let places: Vec<Range<usize>> = places.iter().map(|span| clamp(text, *span)).collect();
        let first = places.iter().map(|place| place.start).min().unwrap_or(0);
        let last = places.iter().map(|place| place.end).max().unwrap_or(0);
        let (first, last) = (lines.line(first), lines.line(last));
        let mut excerpt = Excerpt {
            text: String::new(),
            line: 1 + first,
            position: None,
            places: Vec::new(),
            is_shortened: false,
            kept: Vec::new(),
        };
        for line in first..=last {
            if line > first {
                excerpt.text.push('\n');
            }
            let mut range = lines.range(line);
            if text[range.clone()].ends_with('\r') {
                range.end -= 1;
            }
            excerpt.line(text, range, &places);
        }
        if let Some(place) = places.first().filter(|_| excerpt.is_shortened) {
            let column = lines.column(text, place.start);
            excerpt.position = Some((1 + lines.line(place.start), 1 + column));
        }
        excerpt.places = places
            .iter()
            .map(|place| excerpt.offset(place.start)..excerpt.offset(place.end))
            .collect();
        excerpt
    }

    /// Adds one line, or the parts around the places on it.
    fn line(&mut self, text: &str, line: Range<usize>, places: &[Range<usize>]) {
        if line.len() <= LINE_BYTES_MAX {
            return self.keep(text, line);
        }
        self.is_shortened = true;
        let mut marks: Vec<usize> = places
            .iter()
            .flat_map(|p| [p.start, p.end])
            .filter(|mark| (line.start..=line.end).contains(mark))
            .collect();
        marks.push(line.start);
        marks.sort_unstable();
        let mut shown = line.start;
        let mut next: Option<Range<usize>> = None;
        for mark in marks {
            let from = boundary_before(text, mark.saturating_sub(AROUND_BYTES).max(line.start));
            let to = boundary_after(text, (mark + AROUND_BYTES).min(line.end));
            match &mut next {
                Some(piece) if from <= piece.end => piece.end = piece.end.max(to),
                _ => {
                    if let Some(piece) = next.replace(from..to) {
                        shown = self.piece(text, shown, piece);
                    }
                }
            }
        }
        if let Some(piece) = next {
            shown = self.piece(text, shown, piece);
        }
        if shown < line.end {
            self.text.push('…');
        }
    }

    /// Adds a piece of a line that is already shown up to `shown`. Returns the end of the piece.
    fn piece(&mut self, text: &str, shown: usize, piece: Range<usize>) -> usize {
        if shown < piece.start {
            self.text.push('…');
        }
        let end = piece.end;
        self.keep(text, piece);
        end
    }

    fn keep(&mut self, text: &str, range: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(&text[range.clone()]);
        self.kept.push((range, start));
    }

    /// The offset in the excerpt for an offset of the whole text. An omitted offset maps to the end
    /// of the piece before it.
    fn offset(&self, offset: usize) -> usize {
        let index = self.kept.partition_point(|(range, _)| range.start <= offset);
        let Some((range, start)) = index.checked_sub(1).and_then(|index| self.kept.get(index))
        else {
            return 0;
        };
        start + offset.min(range.end) - range.start
    }
}

/// The span limited to `text` and extended to character boundaries.
fn clamp(text: &str, span: Span) -> Range<usize> {
    let end = boundary_after(text, (span.end as usize).min(text.len()));
    boundary_before(text, (span.start as usize).min(end))..end
}

/// The last character boundary at or before an offset.
fn boundary_before(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The first character boundary at or after an offset.
fn boundary_after(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostic;
    use crate::span::Span;
    use expect_test::{Expect, expect};

    fn check(text: &str, needle: &str, expected: Expect) {
        let start = text.find(needle).expect("the needle is in the text");
        let diagnostic =
            Diagnostic::error("code", "message", Span::new(start, start + needle.len()), "label");
        expected.assert_eq(&diagnostic.render("file.rules", text, false));
    }

    #[test]
    fn wide_characters_keep_the_caret_below_its_place() {
        check(
            "/* 账户 */ oops -- 资金\n",
            "oops",
            expect![[r#"
            error[code]: message
             --> file.rules:1:10
              |
            1 | /* 账户 */ oops -- 资金
              |            ^^^^ label"#]],
        );
    }

    #[test]
    fn tabs_and_carriage_returns() {
        check(
            "one\r\n\ttwo\toops\r\nthree\r\n",
            "oops",
            expect![[r#"
            error[code]: message
             --> file.rules:2:6
              |
            2 |     two    oops
              |            ^^^^ label"#]],
        );
    }

    #[test]
    fn a_place_across_lines() {
        check(
            "one two\nthree\nfour\nfive\nsix seven eight\n",
            "two\nthree\nfour\nfive\nsix seven",
            expect![[r#"
            error[code]: message
             --> file.rules:1:5
              |
            1 |   one two
              |  _____^
            2 | | three
            3 | | four
            4 | | five
            5 | | six seven eight
              | |_________^ label"#]],
        );
    }

    #[test]
    fn the_end_of_the_file() {
        check(
            "one",
            "",
            expect![[r#"
            error[code]: message
             --> file.rules:1:1
              |
            1 | one
              | ^ label"#]],
        );
        let end = |text: &str| {
            Diagnostic::error("code", "message", Span::new(99, 99), "label").render(
                "file.rules",
                text,
                false,
            )
        };
        expect![[r#"
            error[code]: message
             --> file.rules:1:8
              |
            1 | one two
              |        ^ label"#]]
        .assert_eq(&end("one two"));
        expect![[r#"
            error[code]: message
             --> file.rules:2:1
              |
            2 |
              | ^ label"#]]
        .assert_eq(&end("one two\n"));
        expect![[r#"
            error[code]: message
             --> file.rules:1:1
              |
            1 |
              | ^ label"#]]
        .assert_eq(&end(""));
    }

    #[test]
    fn a_line_of_a_megabyte_is_shown_around_its_places() {
        let text = format!("one\n{}oops{}资\nlast", "前 ".repeat(150_000), " b".repeat(300_000));
        let start = text.find("oops").expect("it is in the text");
        let end = text.find('资').expect("it is in the text");
        let diagnostic = Diagnostic::error("code", "message", Span::new(start, start + 4), "here")
            .related(Span::new(end, end + 3), "there")
            .related(Span::new(0, 3), "and there");
        let shown = diagnostic.render("file.rules", &text, false);
        let (head, long) = shown.split_once("\n2 | ").expect("the long line is shown");
        expect![[r#"
            error[code]: message
             --> file.rules:2:300001
              |
             ::: 
            1 | one
              | --- and there"#]]
        .assert_eq(head);
        // 60 bytes on either side of a place; `前` is two columns wide.
        let (before, after) = ("前 ".repeat(15), " b".repeat(30));
        let carets = format!("{}^^^^ here{}-- there", " ".repeat(91), " ".repeat(116));
        assert_eq!(long, format!("{before}…{before}oops{after}…{after}资\n  | {carets}"));
    }

    #[test]
    fn a_place_over_the_whole_of_a_large_file_is_shown_by_its_ends() {
        let text = "some line of the file\n".repeat(10_000);
        let diagnostic =
            Diagnostic::error("code", "message", Span::new(5, text.len() - 6), "label");
        expect![[r#"
            error[code]: message
                 --> file.rules:1:6
                  |
                1 |   some line of the file
                  |  ______^
                2 | | some line of the file
                3 | | some line of the file
                4 | | some line of the file
            ...     |
             9999 | | some line of the file
            10000 | | some line of the file
                  | |________________^ label"#]]
        .assert_eq(&diagnostic.render("file.rules", &text, false));
    }

    #[test]
    fn spans_that_do_not_fit_the_text_do_not_panic() {
        let text = "前后\r\n左右";
        for start in 0..20 {
            for end in 0..20 {
                let span = Span { start, end };
                assert!(
                    !Diagnostic::error("code", "message", span, "")
                        .render("file.rules", text, false)
                        .is_empty()
                );
            }
        }
    }
}
