// SPDX-License-Identifier: Apache-2.0

//! From the fault of a parser to a diagnostic.

use super::remedy;
use super::starts::starts_item;
use super::tokens::{Fault, Reason, Tokens, peek};
use crate::diagnostic::{Diagnostic, ERRORS_MAX};
use crate::lex::{Symbol, TokenKind};
use crate::span::Span;

/// The syntax errors of a file so far.
pub(super) struct Reports<'t> {
    tokens: Tokens<'t>,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Reports<'t> {
    /// No errors. `tokens` are those of the whole file.
    pub(super) fn new(tokens: Tokens<'t>) -> Reports<'t> {
        Reports { tokens, diagnostics: Vec::new() }
    }

    /// Whether there are more errors than will be shown, so that the parser can stop.
    pub(super) fn is_full(&self) -> bool {
        self.diagnostics.len() > ERRORS_MAX
    }

    /// The errors, in the order in which they were found.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Adds an error.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports why the parser that started at `start` stopped, and returns where. Reports nothing
    /// if the lexer has already reported an error there.
    pub(super) fn error(&mut self, start: Tokens<'t>, error: nom::Err<Fault>) -> Tokens<'t> {
        let fault = match error {
            nom::Err::Error(fault) | nom::Err::Failure(fault) => fault,
            nom::Err::Incomplete(_) => Fault { remaining: start.len(), reason: Reason::Reported },
        };
        let at = &self.tokens[self.tokens.len().saturating_sub(fault.remaining)..];
        match fault.reason {
            Reason::Diagnosed(diagnostic) => self.diagnostics.push(*diagnostic),
            Reason::Expected(expected) if peek(at) != TokenKind::Error => {
                let before = &self.tokens[..self.tokens.len() - at.len()];
                let diagnostic = remedy::explain(expected, before, at);
                self.diagnostics.push(match unclosed(start, at) {
                    Some(open) if peek(at) == TokenKind::End || starts_item(at) => {
                        diagnostic.related(open, "this parenthesis is open")
                    }
                    _ => diagnostic,
                });
            }
            Reason::Expected(_) | Reason::Reported => {}
        }
        at
    }
}

/// The innermost parenthesis open between `start` and `at`.
fn unclosed(start: Tokens, at: Tokens) -> Option<Span> {
    let mut open = Vec::new();
    for token in &start[..start.len().saturating_sub(at.len())] {
        match token.kind {
            TokenKind::Symbol(Symbol::Open) => open.push(token.span),
            TokenKind::Symbol(Symbol::Close) => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}
