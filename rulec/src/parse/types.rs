// SPDX-License-Identifier: Apache-2.0

//! Types, in declarations and casts.

use super::starts::starts_statement;
use super::tokens::{Parsed, Tokens, integer, list, name, peek, symbol};
use crate::ast::TypeName;
use crate::lex::{Symbol, TokenKind};
use nom::Parser;
use nom::combinator::cut;
use nom::error::context;
use nom::sequence::delimited;

/// The name of a type and its numbers in parentheses. The resolver checks whether the type exists.
pub(super) fn type_name(i: Tokens) -> Parsed<TypeName> {
    let (i, name) = name("a type")(i)?;
    // In `on m where x = y::int ( update …` the parenthesis starts the block.
    if peek(i) != TokenKind::Symbol(Symbol::Open) || starts_statement(&i[1..]) {
        return Ok((i, TypeName { name, args: Vec::new() }));
    }
    let number = integer("a length or precision");
    let close = context("`,` or `)`", symbol(Symbol::Close));
    let (i, args) = delimited(symbol(Symbol::Open), cut(list(number)), cut(close)).parse(i)?;
    Ok((i, TypeName { name, args }))
}
