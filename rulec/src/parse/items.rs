// SPDX-License-Identifier: Apache-2.0

//! Items: `create table`, `create message`, `rule`, `on`.

use super::expr::expression;
use super::report::Reports;
use super::statements::statements;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, integer, keyword, list, name, peek, peek_at, span,
    span_between, symbol, word,
};
use super::types::type_name;
use crate::ast::{Column, Expr, Item, Message, Name, On, Rule, Table};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt, value};
use nom::error::context;
use nom::sequence::{delimited, preceded, terminated};

/// Parses an item without the `;` after it. Errors inside the statements of an `on` block are added
/// to `reports`, and parsing of the block continues.
pub(super) fn item<'t>(i: Tokens<'t>, reports: &mut Reports<'t>) -> Parsed<'t, Item> {
    match peek(i) {
        TokenKind::Keyword(Keyword::Create) => create(i),
        TokenKind::Keyword(Keyword::Rule) => map(rule, Item::Rule).parse(i),
        TokenKind::Keyword(Keyword::On) => map(|i| on(i, reports), Item::On).parse(i),
        _ => Err(nom::Err::Error(Fault::expected(i, Expected::Text("`create`, `rule` or `on`")))),
    }
}

fn create(i: Tokens) -> Parsed<Item> {
    let kind = alt((
        map(preceded(keyword(Keyword::Table), cut(table)), Item::Table),
        map(preceded(word("message", "`message`"), cut(message)), Item::Message),
    ));
    preceded(keyword(Keyword::Create), cut(context("`table` or `message`", kind))).parse(i)
}

/// An element between the parentheses of a table.
enum Part {
    Column(Column, bool),
    Key(Vec<Name>),
}

fn table(i: Tokens) -> Parsed<Table> {
    let (i, name) = name("a table name")(i)?;
    let (i, parts) = columns(i, |i| {
        alt((
            map(primary_key, Part::Key),
            map(column, |(column, is_key)| Part::Column(column, is_key)),
        ))
        .parse(i)
    })?;
    let (i, rows) = opt(preceded(keyword(Keyword::With), cut(rows))).parse(i)?;
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
            .help("a key of several columns is written as `primary key (a, b)` behind the columns");
            return Err(Fault::diagnosed(i, diagnostic));
        }
        key.extend(more);
    }
    Ok((i, Table { name, columns, key, rows }))
}

fn message(i: Tokens) -> Parsed<Message> {
    let (i, name) = name("a message name")(i)?;
    let (i, fields) = columns(i, |start| {
        let (i, (column, is_key)) = column(start)?;
        if is_key {
            let help = "keys belong to tables; remove `primary key`";
            let at = &start[start.len() - i.len() - 2..];
            let diagnostic = Diagnostic::error("not-served", "a message has no key", span(at), "");
            return Err(Fault::diagnosed(at, diagnostic.help(help)));
        }
        Ok((i, column))
    })?;
    Ok((i, Message { name, fields }))
}

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

/// `name type [[not] null] [primary key]`, the last two in either order. Also returns whether the
/// column is declared as the key.
fn column(i: Tokens) -> Parsed<(Column, bool)> {
    let (i, name) = name("a column name")(i)?;
    let (i, ty) = cut(type_name).parse(i)?;
    let (i, early_key) = key_mark(i)?;
    let (i, nullable) = opt(alt((
        value(true, keyword(Keyword::Null)),
        value(false, (keyword(Keyword::Not), cut(keyword(Keyword::Null)))),
    )))
    .parse(i)?;
    let (i, late_key) = if early_key { (i, false) } else { key_mark(i)? };
    Ok((i, (Column { name, ty, nullable }, early_key || late_key)))
}

fn key_mark(i: Tokens) -> Parsed<bool> {
    let mark = terminated(keyword(Keyword::Primary), cut(word("key", "`key`")));
    map(opt(mark), |mark| mark.is_some()).parse(i)
}

/// `(rows = n)`, after `with`.
fn rows(i: Tokens) -> Parsed<(i64, Span)> {
    let assignment =
        preceded((word("rows", "`rows`"), symbol(Symbol::Equal)), integer("a number of rows"));
    delimited(symbol(Symbol::Open), assignment, symbol(Symbol::Close)).parse(i)
}

/// `rule name (condition [where guard])`.
fn rule(start: Tokens) -> Parsed<Rule> {
    let (i, _) = keyword(Keyword::Rule)(start)?;
    let (i, name) = cut(name("a rule name")).parse(i)?;
    let (i, _) = cut(symbol(Symbol::Open)).parse(i)?;
    let (i, condition) = cut(expression).parse(i)?;
    let (i, guard) = guard(i)?;
    let expected =
        if guard.is_some() { "an operator or `)`" } else { "an operator, `where` or `)`" };
    let (i, _) = cut(context(expected, symbol(Symbol::Close))).parse(i)?;
    Ok((i, Rule { name, condition, guard, span: span_between(start, i) }))
}

fn guard(i: Tokens) -> Parsed<Option<Expr>> {
    opt(preceded(keyword(Keyword::Where), cut(expression))).parse(i)
}

/// `on message [where guard] (statements)`.
fn on<'t>(i: Tokens<'t>, reports: &mut Reports<'t>) -> Parsed<'t, On> {
    let (i, _) = keyword(Keyword::On)(i)?;
    let (i, message) = cut(name("a message name")).parse(i)?;
    let (i, guard) = guard(i)?;
    let expected = if guard.is_some() { "an operator or `(`" } else { "`where` or `(`" };
    let (i, _) = cut(context(expected, symbol(Symbol::Open))).parse(i)?;
    let (i, statements) = statements(i, reports)?;
    let (i, _) = cut(symbol(Symbol::Close)).parse(i)?;
    Ok((i, On { message, guard, statements }))
}
