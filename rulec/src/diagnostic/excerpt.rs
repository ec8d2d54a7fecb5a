// SPDX-License-Identifier: Apache-2.0

//! The part of the text that a diagnostic shows.
//!
//! Only the lines from the first place to the last are handed to the renderer, and of a line that
//! is too long only what surrounds the places, with `…` for the rest: a file may be one line of a
//! megabyte, its diagnostics may not.

use crate::span::Span;
use std::ops::Range;

/// A line of at most so many bytes is shown whole.
const LINE_BYTES_MAX: usize = 240;
/// Bytes shown on either side of a place on a longer line.
const AROUND_BYTES: usize = 60;

/// Some lines of a text, long ones shortened.
pub(super) struct Excerpt {
    /// The lines.
    pub(super) text: String,
    /// The number, from 1, of the first of them.
    pub(super) line: usize,
    /// Line and column, in characters from 1, of the first place given, if they cannot be counted
    /// here because a line was shortened.
    pub(super) position: Option<(usize, usize)>,
    /// Where the places are in `text`.
    pub(super) places: Vec<Range<usize>>,
    is_shortened: bool,
    /// Pieces that were kept, in order: their range in the whole text and their start here.
    kept: Vec<(Range<usize>, usize)>,
}

impl Excerpt {
    /// The lines of `text` from the first of `places` to the last, in whatever order they are
    /// given.
    pub(super) fn of(text: &str, places: &[Span]) -> Excerpt {
        let places: Vec<Range<usize>> = places.iter().map(|span| clamp(text, *span)).collect();
        let first = places.iter().map(|place| place.start).min().unwrap_or(0);
        let last = places.iter().map(|place| place.end).max().unwrap_or(0);
        let begin = text[..first].rfind('\n').map_or(0, |at| at + 1);
        let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
        let line = 1 + lines_in(&text[..begin]);
        let mut excerpt = Excerpt {
            text: String::new(),
            line,
            position: None,
            places: Vec::new(),
            is_shortened: false,
            kept: Vec::new(),
        };
        let mut at = begin;
        for content in text[begin..end].split('\n') {
            if at > begin {
                excerpt.text.push('\n');
            }
            excerpt.line(
                text,
                at..at + content.strip_suffix('\r').unwrap_or(content).len(),
                &places,
            );
            at += content.len() + 1;
        }
        if let Some(place) = places.first().filter(|_| excerpt.is_shortened) {
            let before = &text[begin..place.start];
            let column = before.chars().rev().take_while(|&c| c != '\n').count();
            excerpt.position = Some((line + lines_in(before), 1 + column));
        }
        excerpt.places = places
            .iter()
            .map(|place| excerpt.offset(place.start)..excerpt.offset(place.end))
            .collect();
        excerpt
    }

    /// Adds one line, or what surrounds the places on it.
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
            let to = boundary_behind(text, (mark + AROUND_BYTES).min(line.end));
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

    /// Adds a piece of a line of which everything up to `shown` is shown already.
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

    /// Where an offset of the whole text is in the excerpt; what was left out is behind what was
    /// kept.
    fn offset(&self, offset: usize) -> usize {
        let index = self.kept.partition_point(|(range, _)| range.start <= offset);
        let Some((range, start)) = index.checked_sub(1).and_then(|index| self.kept.get(index))
        else {
            return 0;
        };
        start + offset.min(range.end) - range.start
    }
}

fn lines_in(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

/// `span` inside `text` and on character boundaries, whatever it was.
fn clamp(text: &str, span: Span) -> Range<usize> {
    let end = boundary_behind(text, (span.end as usize).min(text.len()));
    boundary_before(text, (span.start as usize).min(end))..end
}

/// The last character boundary at or before an offset.
fn boundary_before(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The first character boundary at or behind an offset.
fn boundary_behind(text: &str, offset: usize) -> usize {
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
        expect![[r#"
            error[code]: message
             --> file.rules:2:300001
              |
             ::: 
            1 | one
              | --- and there
            2 | 前 前 前 前 前 前 前 前 前 前 前 前 前 前 前 …前 前 前 前 前 前 前 前 前 前 前 前 前 前 前 oops b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b… b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b资
              |                                                                                            ^^^^ here                                                                                                                    -- there"#]].assert_eq(&diagnostic.render("file.rules", &text, false));
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
