// SPDX-License-Identifier: Apache-2.0

//! The basic parsers: nom parsers over a slice of tokens, and their error.
//!
//! The input is a slice `&[Token]`. Its last token is always the end of the file, which no parser
//! consumes, so the number of remaining tokens identifies a place in the file. As in every nom
//! grammar, after an `Err::Error` the next alternative is tried, and after an `Err::Failure` (made
//! by `cut`) it is not. The grammar decides by the next token alone and never backtracks further,
//! so it is linear.

use crate::ast::Name;
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, Token, TokenKind};
use crate::span::Span;
use nom::error::{ContextError, ErrorKind, ParseError};
use nom::{IResult, Parser};

/// The tokens that remain.
pub(crate) type Tokens<'t> = &'t [Token<'t>];
/// The outcome of a parser.
pub(super) type Parsed<'t, T> = IResult<Tokens<'t>, T, Fault>;

/// The reason and the place where a parser stopped. It is cheap, because each failed alternative
/// creates one. `report` turns it into a diagnostic.
#[derive(Debug)]
pub(super) struct Fault {
    /// The number of tokens that remained.
    pub(super) remaining: usize,
    /// The reason.
    pub(super) reason: Reason,
}

/// The reason why a parser stopped.
#[derive(Debug)]
pub(super) enum Reason {
    /// A different token was expected, such as "`)`" or "an expression".
    Expected(Expected),
    /// A more specific diagnostic.
    Diagnosed(Box<Diagnostic>),
    /// The error is already reported; the caller only has to recover.
    Reported,
}

/// The expected token or construct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A keyword.
    Keyword(Keyword),
    /// A symbol.
    Symbol(Symbol),
    /// A name; the text is its kind, as in "a table name".
    Name(&'static str),
    /// Another construct, by its description.
    Text(&'static str),
}

impl Fault {
    /// The fault for an unexpected token at the front of `i`.
    pub(super) fn expected(i: Tokens, expected: Expected) -> Fault {
        Fault { remaining: i.len(), reason: Reason::Expected(expected) }
    }

    /// The failure with a specific diagnostic at the front of `i`. No alternative is tried.
    pub(super) fn diagnosed(i: Tokens, diagnostic: Diagnostic) -> nom::Err<Fault> {
        nom::Err::Failure(Fault {
            remaining: i.len(),
            reason: Reason::Diagnosed(Box::new(diagnostic)),
        })
    }
}

impl<'t> ParseError<Tokens<'t>> for Fault {
    fn from_error_kind(i: Tokens<'t>, _: ErrorKind) -> Fault {
        Fault::expected(i, Expected::Text("something else"))
    }

    fn append(_: Tokens<'t>, _: ErrorKind, other: Fault) -> Fault {
        other
    }
}

impl<'t> ContextError<Tokens<'t>> for Fault {
    /// Replaces the expectation at this place: "a statement" instead of the last alternative.
    fn add_context(i: Tokens<'t>, context: &'static str, mut fault: Fault) -> Fault {
        if fault.remaining == i.len() && matches!(fault.reason, Reason::Expected(_)) {
            fault.reason = Reason::Expected(Expected::Text(context));
        }
        fault
    }
}

/// The kind of the next token.
pub(super) fn peek(i: Tokens) -> TokenKind {
    peek_at(i, 0)
}

/// The kind of the token `ahead` places after the next one.
pub(super) fn peek_at(i: Tokens, ahead: usize) -> TokenKind {
    i.get(ahead).map_or(TokenKind::End, |token| token.kind)
}

/// The span of the next token.
pub(super) fn span(i: Tokens) -> Span {
    i.first().map_or(Span::default(), |token| token.span)
}

/// The span from the first token of `start` to the last one before `rest`.
pub(super) fn span_between(start: Tokens, rest: Tokens) -> Span {
    let consumed = start.len().saturating_sub(rest.len());
    match start.get(consumed.saturating_sub(1)) {
        Some(last) => span(start).to(last.span),
        None => span(start),
    }
}

/// Parses a token of `kind`, which must not be the end.
fn token<'t>(
    kind: TokenKind,
    expected: Expected,
) -> impl Fn(Tokens<'t>) -> Parsed<'t, &'t Token<'t>> {
    move |i| match i.split_first() {
        Some((token, rest)) if token.kind == kind => Ok((rest, token)),
        _ => Err(nom::Err::Error(Fault::expected(i, expected))),
    }
}

/// Parses this keyword.
pub(super) fn keyword<'t>(keyword: Keyword) -> impl Fn(Tokens<'t>) -> Parsed<'t, &'t Token<'t>> {
    token(TokenKind::Keyword(keyword), Expected::Keyword(keyword))
}

/// Parses this symbol.
pub(super) fn symbol<'t>(symbol: Symbol) -> impl Fn(Tokens<'t>) -> Parsed<'t, &'t Token<'t>> {
    token(TokenKind::Symbol(symbol), Expected::Symbol(symbol))
}

/// Parses a name; `what` is its kind, for the message.
pub(super) fn name<'t>(what: &'static str) -> impl Fn(Tokens<'t>) -> Parsed<'t, Name> {
    move |i| match i.split_first() {
        Some((token, rest)) if is_name(token) => Ok((rest, fold(token))),
        _ => Err(nom::Err::Error(Fault::expected(i, Expected::Name(what)))),
    }
}

/// Whether the token is a name, quoted or not.
pub(crate) fn is_name(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Name | TokenKind::QuotedName)
}

/// The name that a token is: folded to lower case, unless it is quoted.
pub(crate) fn fold(token: &Token) -> Name {
    let text = match token.kind {
        TokenKind::QuotedName => token.text.replace("\"\"", "\""),
        _ => token.text.to_ascii_lowercase(),
    };
    Name { text, span: token.span }
}

/// The text of a string token, with its doubled quotes undone.
pub(super) fn unquoted(token: &Token) -> String {
    token.text.replace("''", "'")
}

/// Parses a word that is not reserved but has a meaning here, such as `key`; `expected` is its name
/// in messages.
pub(super) fn word<'t>(
    word: &'static str,
    expected: &'static str,
) -> impl Fn(Tokens<'t>) -> Parsed<'t, Span> {
    move |i| match i.split_first() {
        Some((token, rest)) if is_word(token, word) => Ok((rest, token.span)),
        _ => Err(nom::Err::Error(Fault::expected(i, Expected::Text(expected)))),
    }
}

/// Whether the token at the front is one of these unreserved words.
pub(super) fn is_any(at: Tokens, words: &[&str]) -> bool {
    at.first().is_some_and(|token| words.iter().any(|word| is_word(token, word)))
}

/// Whether the token is this unreserved word.
pub(crate) fn is_word(token: &Token, word: &str) -> bool {
    token.kind == TokenKind::Name && token.text.eq_ignore_ascii_case(word)
}

/// Parses an integer literal of at most 64 bits outside expressions: a length or a number of rows.
pub(super) fn integer<'t>(what: &'static str) -> impl Fn(Tokens<'t>) -> Parsed<'t, (i64, Span)> {
    let token = token(TokenKind::Integer, Expected::Text(what));
    move |i| {
        let (rest, token) = token(i)?;
        let value = token.text.parse().map_err(|_| {
            let message = format!("{what} must fit 64 bits");
            let label = format!("larger than {}", i64::MAX);
            Fault::diagnosed(i, Diagnostic::error("number-too-large", message, token.span, label))
        })?;
        Ok((rest, (value, token.span)))
    }
}

/// Parses one or more elements separated by commas. An element must follow each comma. (The list
/// parsers of nom need an input type with more traits than a slice of tokens has.)
pub(super) fn list<'t, T>(
    mut element: impl Parser<Tokens<'t>, Output = T, Error = Fault>,
) -> impl FnMut(Tokens<'t>) -> Parsed<'t, Vec<T>> {
    move |i| {
        let (mut rest, first) = element.parse(i)?;
        let mut elements = vec![first];
        while peek(rest) == TokenKind::Symbol(Symbol::Comma) {
            let (after, next) = element.parse(&rest[1..]).map_err(fail)?;
            elements.push(next);
            rest = after;
        }
        Ok((rest, elements))
    }
}

/// Turns an error into a failure, as `cut` does for a parser.
pub(super) fn fail(error: nom::Err<Fault>) -> nom::Err<Fault> {
    match error {
        nom::Err::Error(fault) => nom::Err::Failure(fault),
        other => other,
    }
}
