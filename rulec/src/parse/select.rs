// SPDX-License-Identifier: Apache-2.0

//! Subqueries: `(select … from … [where …] [order by …] [limit n])`.

use super::expr::operand;
use super::from::{End, From, from_items};
use super::tokens::{
    Expected, Fault, Parsed, Tokens, fail, integer, is_name, keyword, name, peek, peek_at, span,
    span_between, symbol, word,
};
use super::tree::{Operand, deeper};
use crate::ast::{Name, Order, Select, SelectItem, SelectValue};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, opt, value};
use nom::error::context;
use nom::sequence::{delimited, preceded};

/// The place of a query, which determines the number of its columns and its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A value, or the operand of `in`: one expression.
    Value,
    /// In `exists` and `from`: any columns, or `*`.
    Rows,
    /// The body of a function: one expression, possibly without `from`; ends before `;` or `$$`.
    Function,
}

/// `(select …)` with the height of its tree.
pub(super) fn parenthesised(i: Tokens, depth: u32, place: Place) -> Parsed<(Select, u32)> {
    let depth = deeper(i, depth)?;
    let select = cut(|i| select(i, depth, place));
    delimited(symbol(Symbol::Open), select, cut(symbol(Symbol::Close))).parse(i)
}

/// Parses a query up to its end, which is not consumed.
pub(super) fn select(start: Tokens, depth: u32, place: Place) -> Parsed<(Select, u32)> {
    let (i, _) = keyword(Keyword::Select)(start)?;
    let (i, (items, mut height)) = items(i, depth, place)?;
    let (i, from) = from(i, depth, place)?;
    height = height.max(from.height);
    let (i, condition) = opt(preceded(keyword(Keyword::Where), cut(operand(depth)))).parse(i)?;
    height = height.max(condition.as_ref().map_or(0, |condition| condition.height));
    let (i, (order, below)) = order_by(i, depth)?;
    height = height.max(below);
    let (i, limit) = opt(preceded(keyword(Keyword::Limit), cut(limit))).parse(i)?;
    let next = match (&limit, order.last(), &condition, from.end) {
        (Some(_), ..) => "`)`",
        (None, Some(_), ..) => "an operator, `,`, `asc`, `desc`, `limit` or `)`",
        (None, None, Some(_), _) => "an operator or `)`",
        (None, None, None, End::Table) => "an alias, `join`, `where` or `)`",
        (None, None, None, End::Alias) => "`join`, `where` or `)`",
        (None, None, None, End::Condition) => "an operator, `join`, `where` or `)`",
    };
    check_end(i, place, next)?;
    let condition = condition.map(|condition| condition.expr);
    let span = span_between(start, i);
    Ok((i, (Select { items, from: from.items, condition, order, limit, span }, height)))
}

/// Checks for the end of a query without consuming it, so that the error names the alternatives.
fn check_end(i: Tokens, place: Place, next: &'static str) -> Result<(), nom::Err<Fault>> {
    let (ends, next) = match (place, peek(i)) {
        (Place::Function, TokenKind::Dollar | TokenKind::Symbol(Symbol::Semicolon)) => (true, next),
        (Place::Function, _) => (false, "an operator, another clause or `$$`"),
        (Place::Value | Place::Rows, kind) => (kind == TokenKind::Symbol(Symbol::Close), next),
    };
    if ends { Ok(()) } else { Err(fail(nom::Err::Error(Fault::expected(i, Expected::Text(next))))) }
}

/// `from` and its tables, or nothing in a function that reads none.
fn from(i: Tokens, depth: u32, place: Place) -> Parsed<From> {
    if place == Place::Function && peek(i) != TokenKind::Keyword(Keyword::From) {
        return Ok((i, From { items: Vec::new(), height: 0, end: End::Condition }));
    }
    let from = context("an operator, an alias or `from`", keyword(Keyword::From));
    cut(preceded(from, |i| from_items(i, depth))).parse(i)
}

/// The selected columns with the greatest of their heights.
fn items(start: Tokens, depth: u32, place: Place) -> Parsed<(Vec<SelectItem>, u32)> {
    let (mut items, mut height) = (Vec::new(), 0);
    let mut i = start;
    loop {
        let at = i;
        let (rest, (item, below)) = item(i, depth)?;
        height = height.max(below);
        items.push(item);
        if place != Place::Rows
            && let Some(refused) = several(&items, span(at), place)
        {
            return Err(Fault::diagnosed(at, refused));
        }
        if peek(rest) != TokenKind::Symbol(Symbol::Comma) {
            return Ok((rest, (items, height)));
        }
        i = &rest[1..];
    }
}

/// The error for a second column at `last`, or for `*`, where one expression is expected.
fn several(items: &[SelectItem], last: Span, place: Place) -> Option<Diagnostic> {
    if items.len() > 1 && place == Place::Function {
        let message = "a function returns one value";
        let diagnostic = Diagnostic::error("many-columns", message, last, "a second column");
        return Some(diagnostic.help("write one function for each column"));
    }
    if items.len() > 1 {
        let message = "a subquery that is a value selects one column";
        let diagnostic = Diagnostic::error("many-columns", message, last, "a second column");
        return Some(diagnostic.help("write one subquery for each column; they share one lookup"));
    }
    matches!(items[0].value, SelectValue::Star(_)).then(|| {
        let message = "a subquery that is a value selects one expression";
        Diagnostic::error("many-columns", message, last, "all columns")
            .help("write the column, or `count(*)` for the number of rows")
    })
}

/// `*`, or `expression [[as] alias]`, with its height.
fn item(i: Tokens, depth: u32) -> Parsed<(SelectItem, u32)> {
    if peek(i) == TokenKind::Symbol(Symbol::Star) {
        let item = SelectItem { value: SelectValue::Star(span(i)), alias: None };
        return Ok((&i[1..], (item, 0)));
    }
    let (i, Operand { expr, height, .. }) = operand(depth)(i).map_err(fail)?;
    let (i, alias) = alias(i)?;
    Ok((i, (SelectItem { value: SelectValue::Expr(expr), alias }, height)))
}

/// `[as] alias`. Without `as` it must be followed by the end of the column, so that it is not taken
/// for an operator that is not served.
fn alias(i: Tokens) -> Parsed<Option<Name>> {
    let ends = matches!(
        peek_at(i, 1),
        TokenKind::Symbol(Symbol::Comma) | TokenKind::Keyword(Keyword::From)
    );
    if ends && i.first().is_some_and(is_name) {
        return name("an alias")(i).map(|(i, alias)| (i, Some(alias)));
    }
    opt(preceded(keyword(Keyword::As), cut(name("an alias")))).parse(i)
}

/// `order by e [asc | desc] [nulls first | last] {, …}`, with the greatest height.
fn order_by(i: Tokens, depth: u32) -> Parsed<(Vec<Order>, u32)> {
    if peek(i) != TokenKind::Keyword(Keyword::Order) {
        return Ok((i, (Vec::new(), 0)));
    }
    let (mut i, _) = cut(word("by", "`by`")).parse(&i[1..])?;
    let (mut order, mut height) = (Vec::new(), 0);
    loop {
        let (rest, (by, below)) = order_item(i, depth)?;
        height = height.max(below);
        order.push(by);
        if peek(rest) != TokenKind::Symbol(Symbol::Comma) {
            return Ok((rest, (order, height)));
        }
        i = &rest[1..];
    }
}

fn order_item(start: Tokens, depth: u32) -> Parsed<(Order, u32)> {
    let (i, Operand { expr, height, .. }) = operand(depth)(start).map_err(fail)?;
    let direction = alt((value(false, word("asc", "`asc`")), value(true, word("desc", "`desc`"))));
    let (i, descending) = opt(direction).parse(i)?;
    let first_or_last =
        alt((value(true, word("first", "`first`")), value(false, word("last", "`last`"))));
    let nulls =
        preceded(word("nulls", "`nulls`"), cut(context("`first` or `last`", first_or_last)));
    let (i, nulls_first) = opt(nulls).parse(i)?;
    let descending = descending.unwrap_or(false);
    Ok((i, (Order { value: expr, descending, nulls_first }, height)))
}

/// The number after `limit`.
fn limit(i: Tokens) -> Parsed<(i64, Span)> {
    integer("a number of rows")(i)
}
