// SPDX-License-Identifier: Apache-2.0

//! The text of a rule file and of the files that it includes.
//!
//! The texts lie one after the other in one numbering of bytes, the root file first. A
//! [`Span`] therefore names a file too, and every pass can use spans without knowing of files. The
//! compiler does no I/O: a [`Loader`] reads the included files.

mod include;
mod loader;
mod order;
mod path;

pub use include::{Parsed, parse_alone, parse_sources};
pub use loader::{LoadError, Loaded, Loader, NoLoader};

use crate::diagnostic::{Diagnostic, Part};
use crate::span::{Lines, Span};

/// The text of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name of the file, as diagnostics show it.
    pub name: String,
    /// The text.
    pub text: String,
    /// The number of its first byte.
    start: u32,
    lines: Lines,
}

/// The texts of a rule file and of the files that it includes, in the order in which they were
/// read. There is at least one, the root file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSet {
    sources: Vec<Source>,
}

impl Source {
    /// The span, among those of all files, of a span within this text.
    pub fn spanned(&self, within: Span) -> Span {
        within.after(self.start)
    }
}

impl SourceSet {
    /// A single file.
    pub fn single(name: impl Into<String>, text: impl Into<String>) -> SourceSet {
        let mut set = SourceSet { sources: Vec::new() };
        set.push(name.into(), text.into());
        set
    }

    /// The files.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The root file.
    pub fn root(&self) -> &Source {
        &self.sources[0]
    }

    /// The file that a span is in, and the span within the text of that file.
    pub fn locate(&self, span: Span) -> (&Source, Span) {
        let source = &self.sources[self.index_of(span)];
        let within = |offset: u32| offset.saturating_sub(source.start);
        (source, Span { start: within(span.start), end: within(span.end) })
    }

    /// The name of the file, the line and the column of the first byte of a span. Line and column
    /// are counted from 1; columns are characters.
    pub fn position(&self, span: Span) -> (&str, usize, usize) {
        let (source, span) = self.locate(span);
        let (line, column) =
            crate::span::position(&source.text, &source.lines, span.start as usize);
        (&source.name, line, column)
    }

    /// A diagnostic as text for a terminal, with an excerpt of each file that it points at; see
    /// [`Diagnostic::render`].
    pub fn render(&self, diagnostic: &Diagnostic, colour: bool) -> String {
        let mut parts: Vec<(usize, Part<'_>)> = Vec::new();
        for (index, (span, label)) in diagnostic.places().enumerate() {
            let source = self.index_of(*span);
            let place = (self.locate(*span).1, label.as_str(), index == 0);
            match parts.iter_mut().find(|(other, _)| *other == source) {
                Some((_, part)) => part.places.push(place),
                None => {
                    let Source { name, text, lines, .. } = &self.sources[source];
                    parts.push((source, Part { path: name, text, lines, places: vec![place] }));
                }
            }
        }
        let parts: Vec<Part<'_>> = parts.into_iter().map(|(_, part)| part).collect();
        diagnostic.render_parts(&parts, colour)
    }

    /// The bytes of all texts.
    fn bytes(&self) -> usize {
        self.sources.last().map_or(0, |last| last.start as usize + last.text.len())
    }

    /// The number that the first byte of the next file has. A byte between two files belongs to
    /// neither, so that the end of one is not the start of the next.
    fn next_start(&self) -> u32 {
        self.sources.last().map_or(0, |last| last.start + last.text.len() as u32 + 1)
    }

    fn push(&mut self, name: String, text: String) {
        let lines = Lines::of(&text);
        self.sources.push(Source { name, text, start: self.next_start(), lines });
    }

    /// The place, among the files, of the one that a span is in.
    pub fn index_of(&self, span: Span) -> usize {
        self.sources.partition_point(|source| source.start <= span.start).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_name_their_file() {
        let mut sources = SourceSet::single("a.rules", "one\ntwo");
        sources.push("empty.rules".into(), String::new());
        sources.push("b.rules".into(), "three\nfour".into());
        assert_eq!(sources.position(Span::new(4, 7)), ("a.rules", 2, 1));
        assert_eq!(sources.position(Span::new(7, 7)), ("a.rules", 2, 4));
        assert_eq!(sources.position(Span::new(8, 8)), ("empty.rules", 1, 1));
        assert_eq!(sources.position(Span::new(9, 10)), ("b.rules", 1, 1));
        assert_eq!(sources.position(Span::new(16, 18)), ("b.rules", 2, 2));
        assert_eq!(sources.locate(Span::new(16, 18)).1, Span::new(7, 9));
    }

    #[test]
    fn a_diagnostic_shows_every_file_that_it_points_at() {
        let mut sources = SourceSet::single("a.rules", "one\ntwo");
        sources.push("b.rules".into(), "three\nfour".into());
        let diagnostic = Diagnostic::error("code", "message", Span::new(14, 18), "here")
            .related(Span::new(4, 7), "and here")
            .help("a remedy");
        expect_test::expect![[r#"
            error[code]: message
             --> b.rules:2:1
              |
            2 | four
              | ^^^^ here
              |
             ::: a.rules:2:1
              |
            2 | two
              | --- and here
              |
              = help: a remedy"#]]
        .assert_eq(&sources.render(&diagnostic, false));
    }
}
