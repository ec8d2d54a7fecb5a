// SPDX-License-Identifier: Apache-2.0

//! What the compiler says about a file: errors, warnings and notes with a place, a reason and a
//! hint.

pub(crate) mod arrange;
mod excerpt;

use crate::span::Span;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use excerpt::Excerpt;
use std::iter;

/// Errors reported for one file; a note then says that there are more.
pub const ERRORS_MAX: usize = 50;

/// How serious a diagnostic is. An error means that there is no program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// The file compiles, but probably not to what was meant.
    Warning,
    /// Something was chosen on the author's behalf.
    Note,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How serious it is.
    pub severity: Severity,
    /// A stable code, such as `unknown-name`.
    pub code: &'static str,
    /// One sentence without a full stop.
    pub message: String,
    /// Where, and what to say at the caret.
    pub primary: (Span, String),
    /// Further places, such as an earlier definition.
    pub related: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

/// A diagnostic in place of a result. It is boxed because results are small and refusals are rare.
pub(crate) type Refusal = Box<Diagnostic>;

impl Diagnostic {
    /// An error at `span`; `label` stands at the caret and may be empty.
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

    /// The same with severity `warning`.
    pub fn warning(
        code: &'static str,
        message: impl Into<String>,
        span: Span,
        label: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message, span, label) }
    }

    /// The same with severity `note`.
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

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The diagnostic as text for a terminal: span, caret, reason and hint. Its length is bounded
    /// by the number of its places, not by the text: lines that are too long are shown around the
    /// places only.
    pub fn render(&self, path: &str, text: &str, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let labelled: Vec<&(Span, String)> =
            iter::once(&self.primary).chain(&self.related).collect();
        let excerpt =
            Excerpt::of(text, &labelled.iter().map(|(span, _)| *span).collect::<Vec<_>>());
        let kinds =
            iter::once(AnnotationKind::Primary).chain(iter::repeat(AnnotationKind::Context));
        let annotations = labelled.iter().zip(kinds).zip(&excerpt.places);
        let mut snippet =
            Snippet::source(&excerpt.text).line_start(excerpt.line).fold(true).annotations(
                annotations
                    .map(|(((_, label), kind), place)| kind.span(place.clone()).label(label)),
            );
        let mut group = Group::with_title(level.primary_title(&self.message).id(self.code));
        match excerpt.position {
            // The renderer would count columns in the shortened line.
            Some((line, column)) => {
                group = group.element(Origin::path(path).line(line).char_column(column))
            }
            None => snippet = snippet.path(path),
        }
        group = group.element(snippet);
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help));
        }
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }
}

/// Whether one of the diagnostics is an error.
pub(crate) fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// `text` cut to 40 characters, for quoting it in a message.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
