// SPDX-License-Identifier: Apache-2.0

//! Nodes of expressions, and the limits on their nesting and height.

use super::limits::{HEIGHT_MAX, NESTING_MAX};
use super::tokens::{Fault, Parsed, Tokens, span, span_between};
use crate::ast::{Expr, ExprKind};
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// A parsed expression with the data that its parent needs.
pub(super) struct Operand {
    pub(super) expr: Expr,
    /// The height of its tree, subqueries included.
    pub(super) height: u32,
    /// The span including parentheses around the expression. They belong to the span of the parent
    /// and not to that of the expression.
    pub(super) outer: Span,
}

impl Operand {
    /// An expression without parts.
    pub(super) fn leaf(kind: ExprKind, span: Span) -> Operand {
        Operand { expr: Expr { kind, span }, height: 1, outer: span }
    }

    /// The expression as a part of another one.
    pub(super) fn boxed(self) -> Box<Expr> {
        Box::new(self.expr)
    }
}

/// A node from `start` to `rest` over children of the given height.
pub(super) fn node<'t>(
    start: Tokens<'t>,
    rest: Tokens<'t>,
    kind: ExprKind,
    height: u32,
) -> Parsed<'t, Operand> {
    let span = span_between(start, rest);
    Ok((rest, Operand { expr: Expr { kind, span }, height: taller(start, height)?, outer: span }))
}

/// The expressions of a list and the largest of their heights.
pub(super) fn split(operands: Vec<Operand>) -> (Vec<Expr>, u32) {
    let height = operands.iter().map(|operand| operand.height).max().unwrap_or(0);
    (operands.into_iter().map(|operand| operand.expr).collect(), height)
}

/// The level below `depth`, or an error if that is too deep.
pub(super) fn deeper(i: Tokens, depth: u32) -> Result<u32, nom::Err<Fault>> {
    if depth < NESTING_MAX {
        return Ok(depth + 1);
    }
    let message = format!("expressions nest at most {NESTING_MAX} deep");
    let diagnostic = Diagnostic::error("nesting-too-deep", message, span(i), "one level too many");
    Err(Fault::diagnosed(
        i,
        diagnostic.help(
            "parentheses, `not`, `-`, `case`, calls, lists and subqueries count; split the rule",
        ),
    ))
}

/// The height of a node over children of `height`, or an error if that is too tall; `i` is its
/// operator.
pub(super) fn taller(i: Tokens, height: u32) -> Result<u32, nom::Err<Fault>> {
    if height < HEIGHT_MAX {
        return Ok(height + 1);
    }
    let message = format!("an expression has at most {HEIGHT_MAX} operators in a chain");
    let diagnostic =
        Diagnostic::error("expression-too-long", message, span(i), "one operator too many");
    Err(Fault::diagnosed(
        i,
        diagnostic.help("split the rule in several, or write `x in (…)` for `x = … or x = … or …`"),
    ))
}
