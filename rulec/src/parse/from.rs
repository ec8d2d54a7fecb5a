// SPDX-License-Identifier: Apache-2.0

//! The tables of a `from`, and how they are joined.

use super::expr::operand;
use super::select::{self, Place};
use super::tokens::{
    Expected, Fault, Parsed, Tokens, fail, is_name, is_word, keyword, list, name, peek, peek_at,
    span_between, symbol,
};
use crate::ast::{FromItem, Join, Name, Source};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use nom::Parser;
use nom::combinator::{cut, opt};
use nom::error::context;
use nom::sequence::{delimited, preceded};

/// A parsed `from`.
pub(super) struct From {
    pub(super) items: Vec<FromItem>,
    /// The greatest height of the expressions in it.
    pub(super) height: u32,
    /// What can follow besides a join, for messages.
    pub(super) end: End,
}

/// The end of a `from`.
#[derive(Clone, Copy)]
pub(super) enum End {
    Table,
    Alias,
    Condition,
}

/// `item {, item | [inner] join item on condition | cross join item}`.
pub(super) fn from_items(start: Tokens, depth: u32) -> Parsed<From> {
    let (mut i, (first, mut height)) = item(start, depth)?;
    let mut items = vec![FromItem { join: Join::List, ..first }];
    let mut end = end_of(&items[0]);
    while let Some((rest, link)) = link(i) {
        let (rest, (found, below)) = cut(|i| item(i, depth)).parse(rest)?;
        height = height.max(below);
        end = end_of(&found);
        let (rest, join) = match link {
            Link::List => (rest, Join::List),
            Link::Cross => (rest, Join::Cross),
            Link::Inner => {
                let (rest, (join, below)) = join_condition(rest, depth, end)?;
                height = height.max(below);
                end = End::Condition;
                (rest, join)
            }
        };
        items.push(FromItem { join, ..found });
        i = rest;
    }
    Ok((i, From { items, height, end }))
}

fn end_of(item: &FromItem) -> End {
    if item.alias.is_some() { End::Alias } else { End::Table }
}

/// The words between two items.
enum Link {
    List,
    Cross,
    Inner,
}

fn link(i: Tokens) -> Option<(Tokens, Link)> {
    let join = TokenKind::Keyword(Keyword::Join);
    match peek(i) {
        TokenKind::Symbol(Symbol::Comma) => Some((&i[1..], Link::List)),
        TokenKind::Keyword(Keyword::Join) => Some((&i[1..], Link::Inner)),
        TokenKind::Keyword(Keyword::Inner) if peek_at(i, 1) == join => Some((&i[2..], Link::Inner)),
        TokenKind::Keyword(Keyword::Cross) if peek_at(i, 1) == join => Some((&i[2..], Link::Cross)),
        _ => None,
    }
}

/// `on condition` or `using (columns)`, with its height.
fn join_condition(i: Tokens, depth: u32, end: End) -> Parsed<(Join, u32)> {
    if i.first().is_some_and(|token| is_word(token, "using")) {
        let columns = delimited(
            symbol(Symbol::Open),
            list(name("a column name")),
            context("`,` or `)`", symbol(Symbol::Close)),
        );
        let (i, columns) = cut(columns).parse(&i[1..])?;
        return Ok((i, (Join::Using(columns), 0)));
    }
    let expected = match end {
        End::Table => "an alias or `on`",
        End::Alias | End::Condition => "`on`",
    };
    let condition = preceded(context(expected, keyword(Keyword::On)), operand(depth));
    let (i, condition) = cut(condition).parse(i)?;
    Ok((i, (Join::On(condition.expr), condition.height)))
}

/// `table [[as] alias]` or `(select …) [as] alias`, with the height of its expressions.
fn item(start: Tokens, depth: u32) -> Parsed<(FromItem, u32)> {
    if peek(start) != TokenKind::Symbol(Symbol::Open) {
        let (i, (table, alias)) = table(start)?;
        let span = span_between(start, i);
        let source = Source::Table(table);
        return Ok((i, (FromItem { source, alias, join: Join::List, span }, 0)));
    }
    let (i, (query, height)) = select::parenthesised(start, depth, Place::Rows)?;
    let (i, alias) = alias(i)?;
    if alias.is_none() {
        return Err(fail(nom::Err::Error(Fault::expected(i, Expected::Name("an alias")))));
    }
    if peek(i) == TokenKind::Symbol(Symbol::Open) {
        let message = "a list of column aliases is not served";
        let diagnostic = Diagnostic::error("no-column-aliases", message, i[0].span, "not served");
        let help = "name each column in the query: `(select a as b from …)`";
        return Err(Fault::diagnosed(i, diagnostic.help(help)));
    }
    let span = span_between(start, i);
    let source = Source::Query(Box::new(query));
    Ok((i, (FromItem { source, alias, join: Join::List, span }, height)))
}

/// `table [[as] alias]`.
pub(super) fn table(i: Tokens) -> Parsed<(Name, Option<Name>)> {
    (name("a table name"), alias).parse(i)
}

fn alias(i: Tokens) -> Parsed<Option<Name>> {
    let bare = i.first().is_some_and(|token| is_name(token) && !is_word(token, "using"));
    if bare {
        return name("an alias")(i).map(|(i, alias)| (i, Some(alias)));
    }
    opt(preceded(keyword(Keyword::As), cut(name("an alias")))).parse(i)
}
