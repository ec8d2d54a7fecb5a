// SPDX-License-Identifier: Apache-2.0

//! Diagnostics: errors, warnings and notes about a rule file, with a place, a reason and a help.

pub(crate) mod arrange;
mod excerpt;

use crate::span::{Lines, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use excerpt::Excerpt;
use std::iter;

/// The greatest number of errors reported for one file. A note then says that there are more.
pub const ERRORS_MAX: usize = 50;

/// The severity of a diagnostic. An error means that there is no program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file is rejected.
    Error,
    /// The file compiles, but probably not as intended.
    Warning,
    /// The compiler made a choice that the file leaves open.
    Note,
}

/// A diagnostic.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The severity.
    pub severity: Severity,
    /// A stable code, such as `unknown-name`.
    pub code: &'static str,
    /// The message: one sentence without a full stop.
    pub message: String,
    /// The main place, and its label.
    pub primary: (Span, String),
    /// Further places with labels, such as an earlier definition.
    pub related: Vec<(Span, String)>,
    /// The remedy.
    pub help: Option<String>,
}

/// A diagnostic in place of a result. It is boxed because results are small and refusals are rare.
pub(crate) type Refusal = Box<Diagnostic>;

impl Diagnostic {
    /// An error at `span`. `label` is shown at the caret and can be empty.
    pub fn error(
        code: &'static str,
        message: impl Into<String>,
        span: Span,
        label: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            primary: (span, label.into()),
            related: Vec::new(),
            help: None,
        }
    }

    /// A warning; see [`Diagnostic::error`] for the parameters.
    pub fn warning(
        code: &'static str,
        message: impl Into<String>,
        span: Span,
        label: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message, span, label) }
    }

    /// A note; see [`Diagnostic::error`] for the parameters.
    pub fn note(
        code: &'static str,
        message: impl Into<String>,
        span: Span,
        label: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic { severity: Severity::Note, ..Diagnostic::error(code, message, span, label) }
    }

    /// Adds a further place.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.related.push((span, label.into()));
        self
    }

    /// Adds a remedy.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Its places, the main one first.
    pub(crate) fn places(&self) -> impl Iterator<Item = &(Span, String)> {
        iter::once(&self.primary).chain(&self.related)
    }

    /// Moves its places, in a text that follows `bytes` other bytes.
    pub(crate) fn shift(&mut self, bytes: u32) {
        self.primary.0 = self.primary.0.after(bytes);
        self.related.iter_mut().for_each(|(span, _)| *span = span.after(bytes));
    }

    /// The diagnostic as text for a terminal, with the place, a caret, the reason and the help.
    /// `text` is the text of the file, and `path` its name. The length of the result depends on the
    /// number of places and not on the text: of a long line, only the parts around the places are
    /// shown. [`crate::source::SourceSet::render`] does the same for several files.
    pub fn render(&self, path: &str, text: &str, colour: bool) -> String {
        let places = self.places().enumerate();
        let places = places.map(|(i, (span, label))| (*span, label.as_str(), i == 0)).collect();
        self.render_parts(&[Part { path, text, lines: &Lines::of(text), places }], colour)
    }

    /// The diagnostic as text, with an excerpt of each file.
    pub(crate) fn render_parts(&self, parts: &[Part<'_>], colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let excerpts: Vec<Excerpt> = parts.iter().map(Part::excerpt).collect();
        let mut group = Group::with_title(level.primary_title(&self.message).id(self.code));
        for (part, excerpt) in parts.iter().zip(&excerpts) {
            let annotations = part.places.iter().zip(&excerpt.places);
            let mut snippet = Snippet::source(&excerpt.text)
                .line_start(excerpt.line)
                .fold(true)
                .annotations(annotations.map(|((_, label, is_primary), place)| {
                    let kind = match is_primary {
                        true => AnnotationKind::Primary,
                        false => AnnotationKind::Context,
                    };
                    kind.span(place.clone()).label(*label)
                }));
            match excerpt.position {
                // The renderer would count columns in the shortened line.
                Some((line, column)) => {
                    group = group.element(Origin::path(part.path).line(line).char_column(column));
                }
                None => snippet = snippet.path(part.path),
            }
            group = group.element(snippet);
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help));
        }
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }
}

/// The places of a diagnostic in one file.
pub(crate) struct Part<'a> {
    /// The name of the file.
    pub(crate) path: &'a str,
    /// Its text.
    pub(crate) text: &'a str,
    /// The lines of the text.
    pub(crate) lines: &'a Lines,
    /// The places in its text, each with its label and whether it is the main one.
    pub(crate) places: Vec<(Span, &'a str, bool)>,
}

impl Part<'_> {
    fn excerpt(&self) -> Excerpt {
        let places: Vec<Span> = self.places.iter().map(|(span, _, _)| *span).collect();
        Excerpt::of(self.text, self.lines, &places)
    }
}

/// Whether one of the diagnostics is an error.
pub(crate) fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// The text, cut to 40 characters for quotation in a message.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
