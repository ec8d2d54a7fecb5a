// SPDX-License-Identifier: Apache-2.0

//! Tables and messages, with their columns and options.

use super::expr::expression;
use super::table_options::{Options, options};
use super::tokens::{
    Expected, Fault, Parsed, Tokens, is_word, keyword, list, name, peek, peek_at, span,
    span_between, symbol, word,
};
use super::types::type_name;
use crate::ast::{Column, Expr, Message, Name, Stamp, Table};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt, value};
use nom::error::context;
use nom::sequence::{delimited, preceded, terminated};

/// An element between the parentheses of a table.
enum Part {
    Column(Column, bool),
    Key(Vec<Name>),
}

/// `name (columns) [with (options)]`, after `create table`.
pub(super) fn table(i: Tokens) -> Parsed<Table> {
    let (i, name) = name("a table name")(i)?;
    let (i, parts) = columns(i, |i| {
        alt((
            map(primary_key, Part::Key),
            map(column_of_table, |(column, is_key)| Part::Column(column, is_key)),
        ))
        .parse(i)
    })?;
    let (i, options) = opt(preceded(keyword(Keyword::With), cut(options))).parse(i)?;
    let Options { rows, lists } = options.unwrap_or_default();
    let (mut columns, mut key): (_, Vec<Name>) = (Vec::new(), Vec::new());
    for part in parts {
        let more = match part {
            Part::Column(column, is_key) => {
                let key_of_one = is_key.then(|| column.name.clone());
                columns.push(column);
                key_of_one.into_iter().collect()
            }
            Part::Key(names) => names,
        };
        if let (Some(first), Some(second)) = (key.first(), more.first()) {
            let diagnostic = Diagnostic::error(
                "second-key",
                "a table has one primary key",
                second.span,
                "the second",
            )
            .related(first.span, "the first")
            .help("a key of several columns is written as `primary key (a, b)` after the columns");
            return Err(Fault::diagnosed(i, diagnostic));
        }
        key.extend(more);
    }
    Ok((i, Table { name, columns, key, rows, lists }))
}

/// `name (fields)`, after `create message`.
pub(super) fn message(i: Tokens) -> Parsed<Message> {
    let (i, name) = name("a message name")(i)?;
    let (i, fields) = columns(i, |start| {
        let (i, (column, is_key)) = column(start)?;
        if is_key {
            let at = start.iter().position(|token| token.kind == PRIMARY).unwrap_or(0);
            let at = &start[at..];
            let diagnostic = Diagnostic::error("not-served", "a message has no key", span(at), "");
            let help = "keys belong to tables; remove `primary key`";
            return Err(Fault::diagnosed(at, diagnostic.help(help)));
        }
        if let Some(value) = column.default {
            let message = "a field of a message has no default";
            let diagnostic = Diagnostic::error("field-default", message, value.span, "");
            let help = "clients send a value or NULL for each field; write `coalesce(m.f, 0)` \
                        where the field is used, or leave `default` to the column that stores it";
            return Err(Fault::diagnosed(start, diagnostic.help(help)));
        }
        Ok((i, column))
    })?;
    Ok((i, Message { name, fields }))
}

const PRIMARY: TokenKind = TokenKind::Keyword(Keyword::Primary);

/// `( element {, element} [,] )`. The samples of the paper end their lists with a comma.
fn columns<'t, T>(
    i: Tokens<'t>,
    element: impl Fn(Tokens<'t>) -> Parsed<'t, T>,
) -> Parsed<'t, Vec<T>> {
    let (mut i, _) = cut(symbol(Symbol::Open)).parse(i)?;
    let mut elements = Vec::new();
    loop {
        let (rest, next) = cut(&element).parse(i)?;
        elements.push(next);
        i = rest;
        let comma = peek(i) == TokenKind::Symbol(Symbol::Comma);
        if comma && peek_at(i, 1) != TokenKind::Symbol(Symbol::Close) {
            i = &i[1..];
            continue;
        }
        let close = context("`,` or `)`", symbol(Symbol::Close));
        let (i, _) = cut(close).parse(if comma { &i[1..] } else { i })?;
        return Ok((i, elements));
    }
}

/// `primary key (name {, name})`.
fn primary_key(i: Tokens) -> Parsed<Vec<Name>> {
    let names = delimited(
        symbol(Symbol::Open),
        list(name("a column name")),
        context("`,` or `)`", symbol(Symbol::Close)),
    );
    preceded((keyword(Keyword::Primary), cut(word("key", "`key`"))), cut(names)).parse(i)
}

/// `name type`, followed by `[not] null`, `default value`, `primary key` and `stamped (…)` in any
/// order. Also returns whether the column is declared as the key.
fn column(i: Tokens) -> Parsed<(Column, bool)> {
    let (i, name) = name("a column name")(i)?;
    let (mut i, ty) = cut(type_name).parse(i)?;
    let (mut is_key, mut nullable, mut default, mut stamp) = (false, None, None, None);
    loop {
        let before = i;
        if !is_key {
            (i, is_key) = key_mark(i)?;
        }
        if nullable.is_none() {
            (i, nullable) = opt(null_mark).parse(i)?;
        }
        if default.is_none() {
            (i, default) = opt(default_mark).parse(i)?;
        }
        if stamp.is_none() {
            (i, stamp) = stamp_mark(i)?;
        }
        if i.len() == before.len() {
            return Ok((i, (Column { name, ty, nullable, default, stamp }, is_key)));
        }
    }
}

/// `null` or `not null`.
fn null_mark(i: Tokens) -> Parsed<bool> {
    alt((
        value(true, keyword(Keyword::Null)),
        value(false, (keyword(Keyword::Not), cut(keyword(Keyword::Null)))),
    ))
    .parse(i)
}

/// `default value`.
fn default_mark(i: Tokens) -> Parsed<Expr> {
    preceded(word("default", "`default`"), cut(expression)).parse(i)
}

/// `stamped (received | session | peer | identity)`.
fn stamp_mark(start: Tokens) -> Parsed<Option<(Stamp, Span)>> {
    if !start.first().is_some_and(|token| is_word(token, "stamped")) {
        return Ok((start, None));
    }
    let (i, _) = cut(symbol(Symbol::Open)).parse(&start[1..])?;
    let is_stamp = |stamp: &&Stamp| i.first().is_some_and(|token| is_word(token, stamp.text()));
    let Some(&stamp) = Stamp::ALL.iter().find(is_stamp) else {
        let expected = Expected::Text("`received`, `session`, `peer` or `identity`");
        return Err(nom::Err::Failure(Fault::expected(i, expected)));
    };
    let (i, _) = cut(symbol(Symbol::Close)).parse(&i[1..])?;
    Ok((i, Some((stamp, span_between(start, i)))))
}

fn key_mark(i: Tokens) -> Parsed<bool> {
    let mark = terminated(keyword(Keyword::Primary), cut(word("key", "`key`")));
    map(opt(mark), |mark| mark.is_some()).parse(i)
}

/// A column of a table, which is never stamped.
fn column_of_table(start: Tokens) -> Parsed<(Column, bool)> {
    let (i, (column, is_key)) = column(start)?;
    if let Some((_, span)) = column.stamp {
        let message = "a column of a table is not stamped";
        let diagnostic = Diagnostic::error("stamped-column", message, span, "");
        let help = "stamp a field of the message that writes the column";
        return Err(Fault::diagnosed(start, diagnostic.help(help)));
    }
    Ok((i, (column, is_key)))
}
