// SPDX-License-Identifier: Apache-2.0

//! Subqueries: `(select value from table [alias] [where condition])`.

use super::expr::operand;
use super::tokens::{Fault, Parsed, Tokens, keyword, name, peek, span, span_between, symbol};
use super::tree::deeper;
use crate::ast::{Name, Select};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, opt};
use nom::error::context;
use nom::sequence::{delimited, preceded};

/// `(select …)` with the height of its tree.
pub(super) fn parenthesised(i: Tokens, depth: u32) -> Parsed<(Select, u32)> {
    let depth = deeper(i, depth)?;
    delimited(symbol(Symbol::Open), cut(|i| select(i, depth)), cut(symbol(Symbol::Close))).parse(i)
}

fn select(start: Tokens, depth: u32) -> Parsed<(Select, u32)> {
    let (i, _) = keyword(Keyword::Select)(start)?;
    if peek(i) == TokenKind::Symbol(Symbol::Star) {
        let diagnostic = Diagnostic::error(
            "not-served",
            "a subquery selects one expression",
            span(i),
            "not served",
        );
        return Err(Fault::diagnosed(
            i,
            diagnostic
                .help("write the column you need, `count(*)`, or `1` in `exists (select 1 …)`"),
        ));
    }
    let (i, value) = cut(operand(depth)).parse(i)?;
    let (i, _) = cut(context("an operator or `from`", keyword(Keyword::From))).parse(i)?;
    let (i, (table, alias)) = cut(table).parse(i)?;
    let (i, condition) = opt(preceded(keyword(Keyword::Where), cut(operand(depth)))).parse(i)?;
    end(i, alias.is_some(), condition.is_some())?;
    let height = value.height.max(condition.as_ref().map_or(0, |condition| condition.height));
    let condition = condition.map(|condition| condition.expr);
    let span = span_between(start, i);
    Ok((i, (Select { value: value.expr, table, alias, condition, span }, height)))
}

/// `table [[as] alias]`.
pub(super) fn table(i: Tokens) -> Parsed<(Name, Option<Name>)> {
    (name("a table name"), alias).parse(i)
}

fn alias(i: Tokens) -> Parsed<Option<Name>> {
    opt(alt((preceded(keyword(Keyword::As), cut(name("an alias"))), name("an alias")))).parse(i)
}

/// Checks for the `)` without consuming it, so that the error names the alternatives.
fn end(i: Tokens, has_alias: bool, has_condition: bool) -> Result<(), nom::Err<Fault>> {
    let expected = match (has_alias, has_condition) {
        (_, true) => "an operator or `)`",
        (true, false) => "`where` or `)`",
        (false, false) => "an alias, `where` or `)`",
    };
    cut(context(expected, symbol(Symbol::Close))).parse(i).map(|_| ())
}
