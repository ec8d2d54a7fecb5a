// SPDX-License-Identifier: Apache-2.0

//! Parameters and functions.

use super::expr::expression;
use super::select::{Place, select};
use super::tokens::{
    Expected, Fault, Parsed, Tokens, keyword, list, name, peek, peek_at, span_between, symbol, word,
};
use super::types::type_name;
use crate::ast::{Argument, Function, Parameter, Select};
use crate::lex::{Keyword, Symbol, TokenKind};
use nom::Parser;
use nom::combinator::{cut, map, opt};
use nom::error::context;
use nom::sequence::{delimited, preceded};

/// `name type = value`, after `create parameter`; `start` is the `create`.
pub(super) fn parameter<'t>(start: Tokens<'t>, i: Tokens<'t>) -> Parsed<'t, Parameter> {
    let (i, name) = name("a parameter name")(i)?;
    let (i, ty) = type_name(i)?;
    let (i, value) = preceded(symbol(Symbol::Equal), expression).parse(i)?;
    Ok((i, Parameter { name, ty, value, span: span_between(start, i) }))
}

/// `name (arguments) returns type as $$ select … $$ language sql`, after `create function`;
/// `start` is the `create`. `language sql` can also be before `as`.
pub(super) fn function<'t>(start: Tokens<'t>, i: Tokens<'t>) -> Parsed<'t, Function> {
    let (i, name) = name("a function name")(i)?;
    let (i, arguments) = arguments(i)?;
    let (i, returns) = preceded(word("returns", "`returns`"), type_name).parse(i)?;
    let (i, early) = opt(language).parse(i)?;
    let expected = if early.is_some() { "`as`" } else { "`as` or `language sql`" };
    let (i, _) = context(expected, keyword(Keyword::As)).parse(i)?;
    let (i, body) = body(i)?;
    let (i, ()) = if early.is_some() { (i, ()) } else { language(i)? };
    Ok((i, Function { name, arguments, returns, body, span: span_between(start, i) }))
}

/// `( [name type {, name type}] )`.
fn arguments(i: Tokens) -> Parsed<Vec<Argument>> {
    if peek_at(i, 1) == TokenKind::Symbol(Symbol::Close) {
        return map((symbol(Symbol::Open), symbol(Symbol::Close)), |_| Vec::new()).parse(i);
    }
    let argument = map((name("an argument"), cut(type_name)), |(name, ty)| Argument { name, ty });
    let close = context("`,` or `)`", symbol(Symbol::Close));
    delimited(symbol(Symbol::Open), list(argument), close).parse(i)
}

/// `language sql`.
fn language(i: Tokens) -> Parsed<()> {
    map((word("language", "`language sql`"), cut(word("sql", "`sql`"))), drop).parse(i)
}

/// `$$ select … [;] $$`.
fn body(i: Tokens) -> Parsed<Select> {
    let (i, ()) = dollar(i)?;
    let (i, (select, _)) = cut(|i| select(i, 1, Place::Function)).parse(i)?;
    let semicolon = peek(i) == TokenKind::Symbol(Symbol::Semicolon);
    let (i, ()) = dollar(&i[usize::from(semicolon)..])?;
    Ok((i, select))
}

fn dollar(i: Tokens) -> Parsed<()> {
    match peek(i) {
        TokenKind::Dollar => Ok((&i[1..], ())),
        _ => Err(nom::Err::Failure(Fault::expected(i, Expected::Text("`$$`")))),
    }
}
