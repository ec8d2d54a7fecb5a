// SPDX-License-Identifier: Apache-2.0

//! The result of reading one piece of text.

use super::token::TokenKind;
use crate::diagnostic::Diagnostic;
use nom::IResult;

/// One piece of text, classified.
pub(super) enum Lexeme<'s> {
    /// White space or a comment.
    Blank,
    /// A token and its text.
    Token(TokenKind, &'s str),
    /// An error, and the token to continue with, if any. The spans of the error are relative to the
    /// start of the lexeme.
    Fault(Box<Diagnostic>, Option<(TokenKind, &'s str)>),
}

/// The outcome of a scanner: the rest of the text and a lexeme.
pub(super) type Scan<'s> = IResult<&'s str, Lexeme<'s>, ()>;
