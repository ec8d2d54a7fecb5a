// SPDX-License-Identifier: Apache-2.0

//! Expressions, by precedence climbing over the levels of [`Level`].
//!
//! One call of [`climb`] parses a chain of operators in a loop, so a chain needs no stack. Nesting
//! does, and is limited. The height of the tree is also limited: a chain makes a tree as tall as it
//! is long, and every later pass, as well as dropping the tree, recurses over it.

use super::infix::{after, infix};
use super::primary::primary_with_casts;
use super::tokens::{Fault, Parsed, Tokens, fail, peek, span, span_between};
use super::tree::{Operand, deeper, node, taller};
use crate::ast::{Expr, ExprKind};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::precedence::Level;
use crate::span::Span;
use nom::Parser;
use nom::combinator::map;

/// A complete expression: a condition or a value.
pub(super) fn expression(i: Tokens) -> Parsed<Expr> {
    map(operand(0), |operand| operand.expr).parse(i)
}

/// An expression inside `depth` levels of nesting.
pub(super) fn operand<'t>(depth: u32) -> impl Fn(Tokens<'t>) -> Parsed<'t, Operand> {
    move |i| climb(i, depth, Level::Or)
}

/// An expression of operators no looser than `min`.
pub(super) fn climb(start: Tokens, depth: u32, min: Level) -> Parsed<Operand> {
    let (mut i, mut left) = prefix(start, depth, min)?;
    // The loosest operator so far: `a is null` cannot be the operand of a tighter operator.
    let mut ceiling = level_of_operand(start, &left);
    while let Some((infix, rest)) = infix(i) {
        let level = infix.level();
        if level < min {
            break;
        }
        if level > ceiling || (level == ceiling && !level.chains()) {
            return Err(Fault::diagnosed(i, refuse_chain(i, left.outer, level, ceiling)));
        }
        let (rest, (kind, height)) = after(&infix, rest, depth, left)?;
        let outer = span_between(start, rest);
        left = Operand { expr: Expr { kind, span: outer }, height: taller(i, height)?, outer };
        ceiling = level;
        i = rest;
    }
    Ok((i, left))
}

/// The level of an operand that [`prefix`] has parsed: that of its operator, unless it is in
/// parentheses.
fn level_of_operand(start: Tokens, operand: &Operand) -> Level {
    match peek(start) {
        TokenKind::Keyword(Keyword::Not) | TokenKind::Symbol(Symbol::Minus) => {
            Level::of_expr(&operand.expr.kind)
        }
        _ => Level::Primary,
    }
}

/// `not e`, `- e`, or a primary expression.
fn prefix(i: Tokens, depth: u32, min: Level) -> Parsed<Operand> {
    match peek(i) {
        TokenKind::Keyword(Keyword::Not) if min > Level::Not => {
            let message = "`not` binds looser than the operator in front of it";
            let diagnostic = Diagnostic::error("needs-parentheses", message, span(i), "");
            Err(Fault::diagnosed(i, diagnostic.help("write parentheses around it: `(not …)`")))
        }
        TokenKind::Keyword(Keyword::Not) => unary(i, depth, Level::Not, ExprKind::Not),
        TokenKind::Symbol(Symbol::Minus) => unary(i, depth, Level::Unary, ExprKind::Negate),
        _ => primary_with_casts(i, depth),
    }
}

fn unary(
    start: Tokens,
    depth: u32,
    level: Level,
    kind: fn(Box<Expr>) -> ExprKind,
) -> Parsed<Operand> {
    let depth = deeper(start, depth)?;
    let (i, inner) = climb(&start[1..], depth, level).map_err(fail)?;
    node(start, i, kind(Box::new(inner.expr)), inner.height)
}

/// The error for two operators that cannot follow one another without parentheses.
fn refuse_chain(i: Tokens, left: Span, level: Level, ceiling: Level) -> Diagnostic {
    if level == ceiling && level == Level::Comparison {
        let message = "comparisons do not chain";
        return Diagnostic::error("chained-comparison", message, span(i), "a second comparison")
            .related(left, "this is a truth value")
            .help("write `a < b and b < c` for `a < b < c`");
    }
    let message = match level == ceiling {
        true if level == Level::Distinct => "`is distinct from` does not chain",
        true => "`between`, `in` and `like` do not chain",
        false => "this operator binds tighter than the one in front of it",
    };
    Diagnostic::error("needs-parentheses", message, span(i), "")
        .related(left, "its left operand would be this")
        .help("write parentheses around the left operand, or around what was meant")
}
