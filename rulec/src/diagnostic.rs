//! What the compiler says about a file: errors, warnings and notes with a place, a reason and a hint.

use crate::span::Span;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

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

impl Diagnostic {
    /// An error at `span`; `label` stands at the caret and may be empty.
    pub fn error(code: &'static str, message: impl Into<String>, span: Span, label: impl Into<String>) -> Diagnostic {
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
    pub fn warning(code: &'static str, message: impl Into<String>, span: Span, label: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message, span, label) }
    }

    /// The same with severity `note`.
    pub fn note(code: &'static str, message: impl Into<String>, span: Span, label: impl Into<String>) -> Diagnostic {
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

    /// The diagnostic as text for a terminal: span, caret, reason and hint.
    pub fn render(&self, path: &str, text: &str, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let clamp = |span: Span| {
            let end = (span.end as usize).min(text.len());
            (span.start as usize).min(end)..end
        };
        let mut snippet = Snippet::source(text).path(path).fold(true);
        snippet = snippet.annotation(AnnotationKind::Primary.span(clamp(self.primary.0)).label(&self.primary.1));
        for (span, label) in &self.related {
            snippet = snippet.annotation(AnnotationKind::Context.span(clamp(*span)).label(label));
        }
        let mut report = vec![Group::with_title(level.primary_title(&self.message).id(self.code)).element(snippet)];
        if let Some(help) = &self.help {
            report[0] = report.remove(0).element(Level::HELP.message(help));
        }
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&report)
    }
}
