// SPDX-License-Identifier: Apache-2.0

//! The wording of syntax errors: what was expected and what was found.

use super::tokens::{Expected, Tokens, span};
use crate::diagnostic::{Diagnostic, shortened};
use crate::lex::{Token, TokenKind};

/// The text for an expectation in a message.
pub(super) fn expected_text(expected: Expected) -> String {
    match expected {
        Expected::Keyword(keyword) => format!("`{}`", keyword.text()),
        Expected::Symbol(symbol) => format!("`{}`", symbol.text()),
        Expected::Name(text) | Expected::Text(text) => text.to_owned(),
    }
}

/// The text for a found token in a message.
pub(super) fn found_text(token: &Token) -> String {
    let text = shortened(token.text);
    match token.kind {
        TokenKind::Keyword(keyword) => format!("the keyword `{}`", keyword.text()),
        TokenKind::Name => format!("the name `{text}`"),
        TokenKind::QuotedName => format!("the name `\"{text}\"`"),
        TokenKind::Integer | TokenKind::Decimal => format!("the number `{text}`"),
        TokenKind::String => format!("the string `'{text}'`"),
        TokenKind::Symbol(_) | TokenKind::Dollar | TokenKind::Error => format!("`{text}`"),
        TokenKind::End => "the end of the file".to_owned(),
    }
}

/// The basic diagnostic, without a remedy.
pub(super) fn unexpected(expected: Expected, at: Tokens) -> Diagnostic {
    let (code, found) = match at.first() {
        Some(token) if token.kind != TokenKind::End => ("unexpected-token", found_text(token)),
        _ => ("unexpected-end", "the end of the file".to_owned()),
    };
    let expected = expected_text(expected);
    Diagnostic::error(
        code,
        format!("expected {expected}, found {found}"),
        span(at),
        format!("expected {expected}"),
    )
}
