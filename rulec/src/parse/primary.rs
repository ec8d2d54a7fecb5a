// SPDX-License-Identifier: Apache-2.0

//! Expressions without an operator in front of them: literals, names, calls, parentheses, and the
//! casts after them.

use super::case::case;
use super::expr::operand;
use super::select::{self, Place};
use super::starts::starts_statement;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, fail, fold, is_word, keyword, list, name, peek, peek_at,
    span_between, symbol, unquoted, word,
};
use super::tree::{Operand, deeper, node, split};
use super::types::type_name;
use crate::ast::{CallArgs, ExprKind, Name};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, Token, TokenKind};
use crate::span::Span;
use nom::Parser;
use nom::combinator::{cut, map, opt};
use nom::error::context;
use nom::sequence::{delimited, preceded};

/// Types whose literals are written with the type in front: `date '2026-11-29'`.
const TYPED: &[&str] = &["date", "time", "timestamp", "interval"];
/// Words of PostgreSQL that make no call of `word(…)`: an error with a remedy.
const NO_CALLS: &[&str] = &["any", "all", "some", "row"];

/// Whether `word(…)` is not a call of the function `word`, unless the word is quoted.
pub(crate) fn is_special_function(word: &str) -> bool {
    matches!(word, "cast" | "extract") || NO_CALLS.contains(&word)
}

/// A primary expression and the casts after it: `x::t::u`.
pub(super) fn primary_with_casts(start: Tokens, depth: u32) -> Parsed<Operand> {
    let (mut i, mut operand) = primary(start, depth)?;
    while peek(i) == TokenKind::Symbol(Symbol::Cast) {
        let (rest, ty) = cut(type_name).parse(&i[1..])?;
        let height = operand.height;
        let kind = ExprKind::Cast { operand: operand.boxed(), ty };
        (i, operand) = node(start, rest, kind, height)?;
    }
    Ok((i, operand))
}

fn primary(i: Tokens, depth: u32) -> Parsed<Operand> {
    let expected = || nom::Err::Error(Fault::expected(i, Expected::Text("an expression")));
    let (token, rest) = i.split_first().ok_or_else(expected)?;
    let kind = match token.kind {
        TokenKind::Integer => ExprKind::Integer(token.text.to_owned()),
        TokenKind::Decimal => ExprKind::Decimal(token.text.to_ascii_lowercase()),
        TokenKind::String => ExprKind::String(unquoted(token)),
        TokenKind::Keyword(Keyword::True) => ExprKind::Boolean(true),
        TokenKind::Keyword(Keyword::False) => ExprKind::Boolean(false),
        TokenKind::Keyword(Keyword::Null) => ExprKind::Null,
        TokenKind::Name | TokenKind::QuotedName => return named(i, depth, token),
        TokenKind::Keyword(Keyword::Case) => return case(i, depth),
        TokenKind::Keyword(Keyword::Exists) => {
            let (rest, (select, height)) =
                select::parenthesised(rest, depth, Place::Rows).map_err(fail)?;
            return node(i, rest, ExprKind::Exists(Box::new(select)), height);
        }
        TokenKind::Symbol(Symbol::Open) if peek(rest) == TokenKind::Keyword(Keyword::Select) => {
            let (rest, (select, height)) = select::parenthesised(i, depth, Place::Value)?;
            return node(i, rest, ExprKind::Subquery(Box::new(select)), height);
        }
        TokenKind::Symbol(Symbol::Open) => return parentheses(i, depth),
        TokenKind::Keyword(_)
        | TokenKind::Symbol(_)
        | TokenKind::Dollar
        | TokenKind::Error
        | TokenKind::End => {
            return Err(expected());
        }
    };
    Ok((rest, Operand::leaf(kind, token.span)))
}

/// `( e )`: adds no node, but the span of the parent includes the parentheses.
fn parentheses(start: Tokens, depth: u32) -> Parsed<Operand> {
    let depth = deeper(start, depth)?;
    let (i, inner) = operand(depth)(&start[1..]).map_err(fail)?;
    if peek(i) == TokenKind::Symbol(Symbol::Comma) {
        return Err(Fault::diagnosed(i, row_value(span_between(start, i))));
    }
    let (i, _) = cut(context("an operator or `)`", symbol(Symbol::Close))).parse(i)?;
    Ok((i, Operand { outer: span_between(start, i), ..inner }))
}

/// The code of the error for a row value.
pub(super) const NO_ROW_VALUES: &str = "no-row-values";

/// The error for `(a, b)`.
fn row_value(span: Span) -> Diagnostic {
    Diagnostic::error(NO_ROW_VALUES, "a row value is not served", span, "not served")
        .help("compare column by column: `a = 1 and b = 2` for `(a, b) = (1, 2)`")
}

/// An expression that begins with a name.
fn named<'t>(start: Tokens<'t>, depth: u32, first: &Token) -> Parsed<'t, Operand> {
    let i = &start[1..];
    let is_any = |words: &[&str]| words.iter().any(|word| is_word(first, word));
    match peek(i) {
        TokenKind::Symbol(Symbol::Dot) => {
            let (i, second) = cut(name("a column or field name")).parse(&i[1..])?;
            let span = first.span.to(second.span);
            Ok((i, Operand::leaf(ExprKind::Qualified(fold(first), second), span)))
        }
        // In `on m where a = b ( update …` the parenthesis starts the block.
        TokenKind::Symbol(Symbol::Open) if !starts_statement(&i[1..]) => {
            if is_word(first, "cast") {
                cast(start, depth)
            } else if is_word(first, "extract") {
                extract(start, depth)
            } else if is_any(NO_CALLS) {
                Err(fail(nom::Err::Error(Fault::expected(start, Expected::Text("an expression")))))
            } else {
                call(start, depth, fold(first))
            }
        }
        TokenKind::String if is_any(TYPED) => {
            let kind =
                ExprKind::Typed { ty: fold(first), text: unquoted(&i[0]), text_span: i[0].span };
            let span = first.span.to(i[0].span);
            Ok((&i[1..], Operand::leaf(kind, span)))
        }
        _ => Ok((i, Operand::leaf(ExprKind::Name(fold(first)), first.span))),
    }
}

/// `cast(e as type)`.
fn cast(start: Tokens, depth: u32) -> Parsed<Operand> {
    let depth = deeper(&start[1..], depth)?;
    let parts =
        (operand(depth), preceded(context("an operator or `as`", keyword(Keyword::As)), type_name));
    let (i, (inner, ty)) =
        cut(delimited(symbol(Symbol::Open), parts, symbol(Symbol::Close))).parse(&start[1..])?;
    let height = inner.height;
    node(start, i, ExprKind::Cast { operand: inner.boxed(), ty }, height)
}

/// `extract(field from e)`. PostgreSQL also reads the field as a string.
fn extract(start: Tokens, depth: u32) -> Parsed<Operand> {
    let depth = deeper(&start[1..], depth)?;
    let field = |i| match peek(i) {
        TokenKind::String => {
            let text = unquoted(&i[0]).to_ascii_lowercase();
            Ok((&i[1..], Name { text, span: i[0].span }))
        }
        _ => name("a field, such as `hour`")(i),
    };
    let parts = (field, preceded(keyword(Keyword::From), operand(depth)));
    let close = context("an operator or `)`", symbol(Symbol::Close));
    let (i, (field, source)) =
        cut(delimited(symbol(Symbol::Open), parts, close)).parse(&start[1..])?;
    let height = source.height;
    node(start, i, ExprKind::Extract { field, source: source.boxed() }, height)
}

/// `name([distinct] args) [filter (where condition)]`.
fn call(start: Tokens, depth: u32, function: Name) -> Parsed<Operand> {
    let depth = deeper(&start[1..], depth)?;
    let i = &start[2..];
    let (i, distinct) = opt(keyword(Keyword::Distinct)).parse(i)?;
    let distinct = distinct.is_some();
    let (i, (args, height)) = match peek(i) {
        TokenKind::Symbol(Symbol::Star) if !distinct => {
            let (i, _) = cut(symbol(Symbol::Close)).parse(&i[1..])?;
            (i, (CallArgs::Star, 0))
        }
        TokenKind::Symbol(Symbol::Close) if !distinct => (&i[1..], (CallArgs::List(Vec::new()), 0)),
        _ => {
            let close = context("an operator, `,` or `)`", symbol(Symbol::Close));
            let (i, (args, _)) = cut((map(list(operand(depth)), split), close)).parse(i)?;
            (i, (CallArgs::List(args.0), args.1))
        }
    };
    let (i, filter) = filter(i, depth)?;
    let height = height.max(filter.as_ref().map_or(0, |filter| filter.height));
    let filter = filter.map(Operand::boxed);
    node(start, i, ExprKind::Call { function, args, distinct, filter }, height)
}

/// `filter (where condition)`, after a call.
fn filter(i: Tokens, depth: u32) -> Parsed<Option<Operand>> {
    let where_follows = peek_at(i, 2) == TokenKind::Keyword(Keyword::Where);
    if !where_follows || peek_at(i, 1) != TokenKind::Symbol(Symbol::Open) {
        return Ok((i, None));
    }
    let close = context("an operator or `)`", symbol(Symbol::Close));
    let condition =
        delimited((symbol(Symbol::Open), keyword(Keyword::Where)), cut(operand(depth)), cut(close));
    opt(preceded(word("filter", "`filter`"), condition)).parse(i)
}
