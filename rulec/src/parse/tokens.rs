// SPDX-License-Identifier: Apache-2.0

//! What the parser is built of: nom parsers over a slice of tokens, and their error.
//!
//! The input is the plain slice `&[Token]`. Its last token is always the end of the file, which no
//! parser consumes, so a place in the file is the number of tokens that remain. As in every nom
//! grammar an `Err::Error` lets an alternative be tried and an `Err::Failure` (made by `cut`) does
//! not; the grammar decides by the next token alone and never backtracks over more than that, which
//! keeps it linear.

use crate::ast::Name;
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, Token, TokenKind};
use crate::span::Span;
use nom::error::{ContextError, ErrorKind, ParseError};
use nom::{IResult, Parser};

/// The tokens that remain.
pub(super) type Tokens<'t> = &'t [Token<'t>];
/// The outcome of a parser.
pub(super) type Parsed<'t, T> = IResult<Tokens<'t>, T, Fault>;

/// Why a parser stopped. Cheap to make, since trying an alternative makes one; see
/// [`super::report`] for how it becomes a diagnostic.
#[derive(Debug)]
pub(super) struct Fault {
    /// How many tokens remained where it stopped.
    pub(super) remaining: usize,
    /// Why.
    pub(super) reason: Reason,
}

/// Why a parser stopped.
#[derive(Debug)]
pub(super) enum Reason {
    /// It expected something else, such as "`)`" or "an expression".
    Expected(Expected),
    /// It knew more about it than what it expected.
    Said(Box<Diagnostic>),
    /// Everything has been said; only the caller has to go on elsewhere.
    Reported,
}

/// What was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A keyword.
    Keyword(Keyword),
    /// A symbol.
    Symbol(Symbol),
    /// A name; the text says of what, as in "a table name".
    Name(&'static str),
    /// Something with a description of its own.
    Text(&'static str),
}

impl Fault {
    /// At the first of `i`, something else was expected.
    pub(super) fn expected(i: Tokens, expected: Expected) -> Fault {
        Fault { remaining: i.len(), reason: Reason::Expected(expected) }
    }

    /// At the first of `i`, and this is what to say. A failure: nothing else is tried.
    pub(super) fn said(i: Tokens, diagnostic: Diagnostic) -> nom::Err<Fault> {
        nom::Err::Failure(Fault { remaining: i.len(), reason: Reason::Said(Box::new(diagnostic)) })
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
    /// Replaces what was expected at the very place: "a statement" instead of the last alternative
    /// tried.
    fn add_context(i: Tokens<'t>, context: &'static str, mut fault: Fault) -> Fault {
        if fault.remaining == i.len() && matches!(fault.reason, Reason::Expected(_)) {
            fault.reason = Reason::Expected(Expected::Text(context));
        }
        fault
    }
}

/// The next token's kind.
pub(super) fn peek(i: Tokens) -> TokenKind {
    peek_at(i, 0)
}

/// The kind of the token `ahead` behind the next.
pub(super) fn peek_at(i: Tokens, ahead: usize) -> TokenKind {
    i.get(ahead).map_or(TokenKind::End, |token| token.kind)
}

/// Where the next token stands.
pub(super) fn span(i: Tokens) -> Span {
    i.first().map_or(Span::default(), |token| token.span)
}

/// From the first token of `start` to the last one before `rest`.
pub(super) fn span_between(start: Tokens, rest: Tokens) -> Span {
    let consumed = start.len().saturating_sub(rest.len());
    match start.get(consumed.saturating_sub(1)) {
        Some(last) => span(start).to(last.span),
        None => span(start),
    }
}

/// A token of `kind`, which is never the end.
fn token<'t>(
    kind: TokenKind,
    expected: Expected,
) -> impl Fn(Tokens<'t>) -> Parsed<'t, &'t Token<'t>> {
    move |i| match i.split_first() {
        Some((token, rest)) if token.kind == kind => Ok((rest, token)),
        _ => Err(nom::Err::Error(Fault::expected(i, expected))),
    }
}

/// The keyword.
pub(super) fn keyword<'t>(keyword: Keyword) -> impl Fn(Tokens<'t>) -> Parsed<'t, &'t Token<'t>> {
    token(TokenKind::Keyword(keyword), Expected::Keyword(keyword))
}

/// The symbol.
pub(super) fn symbol<'t>(symbol: Symbol) -> impl Fn(Tokens<'t>) -> Parsed<'t, &'t Token<'t>> {
    token(TokenKind::Symbol(symbol), Expected::Symbol(symbol))
}

/// A name; `what` says of what, for the message.
pub(super) fn name<'t>(what: &'static str) -> impl Fn(Tokens<'t>) -> Parsed<'t, Name> {
    let token = token(TokenKind::Name, Expected::Name(what));
    move |i| token(i).map(|(rest, token)| (rest, fold(token)))
}

/// The name that a token is, folded to lower case.
pub(super) fn fold(token: &Token) -> Name {
    Name { text: token.text.to_ascii_lowercase(), span: token.span }
}

/// A word that is not reserved but has a meaning here, such as `key`; `expected` is how a message
/// calls it.
pub(super) fn word<'t>(
    word: &'static str,
    expected: &'static str,
) -> impl Fn(Tokens<'t>) -> Parsed<'t, Span> {
    move |i| match i.split_first() {
        Some((token, rest)) if is_word(token, word) => Ok((rest, token.span)),
        _ => Err(nom::Err::Error(Fault::expected(i, Expected::Text(expected)))),
    }
}

/// Whether the token is the unreserved word.
pub(super) fn is_word(token: &Token, word: &str) -> bool {
    token.kind == TokenKind::Name && token.text.eq_ignore_ascii_case(word)
}

/// An integer literal of at most 64 bits, outside expressions: a length, a number of rows.
pub(super) fn integer<'t>(what: &'static str) -> impl Fn(Tokens<'t>) -> Parsed<'t, (i64, Span)> {
    let token = token(TokenKind::Integer, Expected::Text(what));
    move |i| {
        let (rest, token) = token(i)?;
        let value = token.text.parse().map_err(|_| {
            let message = format!("{what} must fit 64 bits");
            let label = format!("larger than {}", i64::MAX);
            Fault::said(i, Diagnostic::error("number-too-large", message, token.span, label))
        })?;
        Ok((rest, (value, token.span)))
    }
}

/// One or more elements between commas. After a comma an element must follow. (nom's own list
/// parsers want to look into their input, and a slice of tokens is not text.)
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

/// What `cut` does, for an error at hand.
pub(super) fn fail(error: nom::Err<Fault>) -> nom::Err<Fault> {
    match error {
        nom::Err::Error(fault) => nom::Err::Failure(fault),
        other => other,
    }
}
