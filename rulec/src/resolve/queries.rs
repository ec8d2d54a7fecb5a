// SPDX-License-Identifier: Apache-2.0

//! Queries on expressions of both trees.

use crate::ast;
use crate::hir::{Expr, ExprKind, RowVar};

/// Whether the expression depends on the row that `var` denotes.
pub(super) fn mentions(expr: &Expr, var: RowVar) -> bool {
    expr.nodes().any(|node| matches!(node.kind, ExprKind::Column(v, _) if v == var))
}

/// Whether an expression reads one of these rows.
pub(super) fn reads_any(expr: &Expr, rows: &[RowVar]) -> bool {
    rows.iter().any(|row| mentions(expr, *row))
}

/// The first part of the expression that depends on something other than the row that `var`
/// denotes: a field of the message, or another row.
pub(super) fn foreign(expr: &Expr, var: RowVar) -> Option<&Expr> {
    expr.nodes().find(|node| match node.kind {
        ExprKind::Field(_) => true,
        ExprKind::Column(v, _) => v != var,
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Arith(..)
        | ExprKind::Compare(..)
        | ExprKind::Distinct(..)
        | ExprKind::Like(..)
        | ExprKind::Function(..)
        | ExprKind::Calendar(..)
        | ExprKind::Round(..)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Not(_)
        | ExprKind::IsNull(_)
        | ExprKind::Case { .. }
        | ExprKind::Coalesce(_)
        | ExprKind::Convert(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => false,
    })
}

/// Whether the expression contains a subquery.
pub(super) fn has_subquery(expr: &Expr) -> bool {
    expr.nodes().any(|node| is_subquery(&node.kind))
}

/// Whether this is a subquery of any kind.
pub(super) fn is_subquery(kind: &ExprKind) -> bool {
    matches!(kind, ExprKind::Lookup { .. } | ExprKind::Exists { .. } | ExprKind::Aggregate(_))
}

/// Whether the expression consists of literals only.
pub(super) fn is_constant(expr: &Expr) -> bool {
    expr.nodes().all(|node| {
        !is_subquery(&node.kind) && !matches!(node.kind, ExprKind::Field(_) | ExprKind::Column(..))
    })
}

/// The operands of a chain of one operator, in file order: those of `a and (b and c)` are a, b and
/// c.
pub(super) fn operands(op: ast::BinaryOp, expr: &ast::Expr) -> Vec<&ast::Expr> {
    let mut found = Vec::new();
    let mut stack = vec![expr];
    while let Some(expr) = stack.pop() {
        if let ast::ExprKind::Binary(other, left, right) = &expr.kind
            && *other == op
        {
            stack.extend([&**right, &**left]);
        } else {
            found.push(expr);
        }
    }
    found
}

/// An iterator over a parsed expression and all its parts.
pub(super) struct Parsed<'a> {
    stack: Vec<&'a ast::Expr>,
    into_subqueries: bool,
}

/// The parsed expression and all its parts. Parts of subqueries are included only if
/// `into_subqueries`.
pub(super) fn parsed(expr: &ast::Expr, into_subqueries: bool) -> Parsed<'_> {
    Parsed { stack: vec![expr], into_subqueries }
}

impl<'a> Iterator for Parsed<'a> {
    type Item = &'a ast::Expr;

    fn next(&mut self) -> Option<&'a ast::Expr> {
        use ast::ExprKind as K;
        let expr = self.stack.pop()?;
        let out = &mut self.stack;
        match &expr.kind {
            K::Integer(_)
            | K::Decimal(_)
            | K::String(_)
            | K::Boolean(_)
            | K::Null
            | K::Default
            | K::Typed { .. }
            | K::Name(_)
            | K::Qualified(..) => {}
            K::Negate(inner) | K::Not(inner) => out.push(inner),
            K::Binary(_, left, right) => out.extend([&**left, &**right]),
            K::IsNull { operand, .. } | K::IsTruth { operand, .. } | K::Cast { operand, .. } => {
                out.push(operand);
            }
            K::IsDistinct { left, right, .. } => out.extend([&**left, &**right]),
            K::Like { operand, pattern, .. } => out.extend([&**operand, &**pattern]),
            K::Extract { source, .. } => out.push(source),
            K::InSelect { operand, select, .. } => {
                out.push(operand);
                if self.into_subqueries {
                    out.extend(select.expressions());
                }
            }
            K::Between { operand, low, high, .. } => out.extend([&**operand, &**low, &**high]),
            K::In { operand, list, .. } => {
                out.push(operand);
                out.extend(list);
            }
            K::Case { operand, arms, otherwise } => {
                out.extend(operand.as_deref());
                out.extend(arms.iter().flat_map(|(when, then)| [when, then]));
                out.extend(otherwise.as_deref());
            }
            K::Call { args, filter, .. } => {
                if let ast::CallArgs::List(args) = args {
                    out.extend(args);
                }
                out.extend(filter.as_deref());
            }
            K::Subquery(select) | K::Exists(select) => {
                if self.into_subqueries {
                    out.extend(select.expressions());
                }
            }
        }
        Some(expr)
    }
}
