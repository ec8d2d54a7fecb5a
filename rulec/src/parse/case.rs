// SPDX-License-Identifier: Apache-2.0

//! `case` expressions.

use super::expr::operand;
use super::tokens::{Parsed, Tokens, fail, keyword, peek};
use super::tree::{Operand, deeper, node};
use crate::ast::ExprKind;
use crate::lex::{Keyword, TokenKind};
use nom::Parser;
use nom::combinator::{cut, opt};
use nom::error::context;
use nom::sequence::preceded;

/// `case [operand] when … then … [else …] end`.
pub(super) fn case(start: Tokens, depth: u32) -> Parsed<Operand> {
    let depth = deeper(start, depth)?;
    let mut i = &start[1..];
    let mut subject = None;
    if peek(i) != TokenKind::Keyword(Keyword::When) {
        let (rest, operand) = operand(depth)(i).map_err(fail)?;
        (i, subject) = (rest, Some(operand));
    }
    let mut height = subject.as_ref().map_or(0, |operand| operand.height);
    let mut arms = Vec::new();
    loop {
        let expected =
            if arms.is_empty() { "`when`" } else { "an operator, `when`, `else` or `end`" };
        if !arms.is_empty() && !matches!(peek(i), TokenKind::Keyword(Keyword::When)) {
            break;
        }
        let when = preceded(context(expected, keyword(Keyword::When)), operand(depth));
        let then =
            preceded(context("an operator or `then`", keyword(Keyword::Then)), operand(depth));
        let (rest, (when, then)) = cut((when, then)).parse(i)?;
        height = height.max(when.height).max(then.height);
        arms.push((when.expr, then.expr));
        i = rest;
    }
    let (i, otherwise) = opt(preceded(keyword(Keyword::Else), cut(operand(depth)))).parse(i)?;
    let expected = if otherwise.is_some() {
        "an operator or `end`"
    } else {
        "an operator, `when`, `else` or `end`"
    };
    let (i, _) = cut(context(expected, keyword(Keyword::End))).parse(i)?;
    height = height.max(otherwise.as_ref().map_or(0, |operand| operand.height));
    let kind = ExprKind::Case {
        operand: subject.map(Operand::boxed),
        arms,
        otherwise: otherwise.map(Operand::boxed),
    };
    node(start, i, kind, height)
}
