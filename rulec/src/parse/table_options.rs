// SPDX-License-Identifier: Apache-2.0

//! The options of a table: its rows, and its lists.

use super::expr::expression;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, integer, is_name, is_word, list, name, peek, peek_at,
    span_between, symbol, word,
};
use crate::ast::{Expr, List, Name};
use crate::diagnostic::{Diagnostic, shortened};
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::span::Span;
use nom::Parser;
use nom::combinator::cut;
use nom::error::context;
use nom::sequence::{delimited, preceded};

/// The options of a table.
#[derive(Default)]
pub(super) struct Options {
    pub rows: Option<(i64, Span)>,
    pub lists: Vec<List>,
}

/// `(option = value {, option = value})`, after `with`.
pub(super) fn options(i: Tokens) -> Parsed<Options> {
    let (mut i, _) = symbol(Symbol::Open)(i)?;
    let mut options = Options::default();
    loop {
        let rest = option(i, &mut options)?;
        if peek(rest) != TokenKind::Symbol(Symbol::Comma) {
            let (i, _) = cut(context("`,` or `)`", symbol(Symbol::Close))).parse(rest)?;
            return Ok((i, options));
        }
        i = &rest[1..];
    }
}

fn option<'t>(i: Tokens<'t>, options: &mut Options) -> Result<Tokens<'t>, nom::Err<Fault>> {
    let is_open = peek_at(i, 1) == TokenKind::Symbol(Symbol::Open);
    match i.first() {
        Some(token) if is_word(token, "rows") => {
            if options.rows.is_some() {
                let message = "`rows` is written twice";
                let diagnostic =
                    Diagnostic::error("option-twice", message, token.span, "again here");
                return Err(Fault::diagnosed(i, diagnostic));
            }
            let (rest, rows) = cut(bound("a number of rows")).parse(&i[1..])?;
            options.rows = Some(rows);
            Ok(rest)
        }
        Some(token) if token.kind == TokenKind::Keyword(Keyword::Group) => {
            let (rest, list) = cut(group).parse(i)?;
            options.lists.push(list);
            Ok(rest)
        }
        Some(token) if is_word(token, "window") && is_open => {
            let (rest, list) = cut(window).parse(i)?;
            options.lists.push(list);
            Ok(rest)
        }
        _ => Err(unknown_option(i)),
    }
}

/// `= n`.
fn bound<'t>(what: &'static str) -> impl FnMut(Tokens<'t>) -> Parsed<'t, (i64, Span)> {
    move |i| preceded(symbol(Symbol::Equal), integer(what)).parse(i)
}

/// `group (names) [where (condition)] = n`.
fn group(start: Tokens) -> Parsed<List> {
    let open = symbol(Symbol::Open);
    let close = context("`,` or `)`", symbol(Symbol::Close));
    let (i, group) = delimited(open, list(name("a column name")), close).parse(&start[1..])?;
    let (i, condition) = condition(i)?;
    let (i, bound) = bound("a number of rows")(i)?;
    let span = span_between(start, i);
    Ok((i, List { group, time: None, condition, bound, span }))
}

/// `where (condition)`. Without the parentheses the bound would belong to the condition.
fn condition(i: Tokens) -> Parsed<Option<Expr>> {
    if peek(i) != TokenKind::Keyword(Keyword::Where) {
        return Ok((i, None));
    }
    let open = context("`(`", symbol(Symbol::Open));
    let close = context("`)`", symbol(Symbol::Close));
    let (i, condition) = delimited(open, expression, close).parse(&i[1..])?;
    Ok((i, Some(condition)))
}

/// `window ([names] by name) = n`.
fn window(start: Tokens) -> Parsed<List> {
    let (mut i, _) = symbol(Symbol::Open)(&start[1..])?;
    let mut group: Vec<Name> = Vec::new();
    let is_by = |i: Tokens| i.first().is_some_and(|token| is_word(token, "by"));
    if !is_by(i) {
        (i, group) = list(name("a column name")).parse(i)?;
    }
    let (i, time) = preceded(word("by", "`by`"), name("a column name")).parse(i)?;
    let (i, _) = context("`)`", symbol(Symbol::Close)).parse(i)?;
    let (i, bound) = bound("a number of rows")(i)?;
    let span = span_between(start, i);
    Ok((i, List { group, time: Some(time), condition: None, bound, span }))
}

/// The error for an option of a table that does not exist.
fn unknown_option(i: Tokens) -> nom::Err<Fault> {
    match i.first() {
        Some(token) if is_name(token) && peek_at(i, 1) == TokenKind::Symbol(Symbol::Equal) => {
            let message = format!("a table has no option `{}`", shortened(token.text));
            let diagnostic = Diagnostic::error("unknown-option", message, token.span, "");
            let help = "the options are: `rows = n`, `group (columns) = n` and \
                        `window (columns by time) = n`";
            Fault::diagnosed(i, diagnostic.help(help))
        }
        _ => nom::Err::Failure(Fault::expected(i, Expected::Text("`rows`, `group` or `window`"))),
    }
}
