//! Walks over both trees, with a stack of their own so that no tree can exhaust the machine's.

use crate::ast;
use crate::hir::{Expr, ExprKind, RowMatch, RowVar};

/// An iterator over an expression and all that it contains, subqueries included, outermost first.
pub(super) struct Nodes<'a>(Vec<&'a Expr>);

/// All expressions within `expr`, itself first.
pub(super) fn nodes(expr: &Expr) -> Nodes<'_> {
    Nodes(vec![expr])
}

impl<'a> Iterator for Nodes<'a> {
    type Item = &'a Expr;

    fn next(&mut self) -> Option<&'a Expr> {
        let expr = self.0.pop()?;
        push_children(expr, &mut self.0);
        Some(expr)
    }
}

fn push_children<'a>(expr: &'a Expr, out: &mut Vec<&'a Expr>) {
    match &expr.kind {
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Call(_) => {}
        ExprKind::Arith(_, left, right) | ExprKind::Compare(_, left, right) => out.extend([&**left, &**right]),
        ExprKind::And(list) | ExprKind::Or(list) | ExprKind::Coalesce(list) => out.extend(list),
        ExprKind::Not(inner) | ExprKind::IsNull(inner) | ExprKind::Convert(inner) => out.push(inner),
        ExprKind::Case { arms, otherwise } => {
            out.extend(arms.iter().flat_map(|(when, then)| [when, then]));
            out.extend(otherwise.as_deref());
        }
        ExprKind::Lookup { row, value, .. } => {
            out.push(value);
            out.extend(row_parts(row));
        }
        ExprKind::Exists { row, .. } => out.extend(row_parts(row)),
        ExprKind::Aggregate(aggregate) => {
            out.extend(aggregate.group.iter().map(|(_, value)| value));
            out.extend(&aggregate.filter);
            out.extend(&aggregate.condition);
            out.extend(aggregate.calls.iter().filter_map(|call| call.argument.as_ref()));
            out.push(&aggregate.value);
        }
    }
}

/// The expressions that say which row is meant.
pub(super) fn row_parts(row: &RowMatch) -> impl Iterator<Item = &Expr> {
    row.key.iter().chain(&row.residual)
}

/// Whether the expression depends on the row that `var` stands for.
pub(super) fn mentions(expr: &Expr, var: RowVar) -> bool {
    nodes(expr).any(|node| matches!(node.kind, ExprKind::Column(v, _) if v == var))
}

/// Whether the expression contains a subquery.
pub(super) fn has_subquery(expr: &Expr) -> bool {
    nodes(expr).any(|node| is_subquery(&node.kind))
}

/// Whether this is a subquery of one kind or another.
pub(super) fn is_subquery(kind: &ExprKind) -> bool {
    matches!(kind, ExprKind::Lookup { .. } | ExprKind::Exists { .. } | ExprKind::Aggregate(_))
}

/// Whether the expression is made of literals only.
pub(super) fn is_constant(expr: &Expr) -> bool {
    nodes(expr).all(|node| !is_subquery(&node.kind) && !matches!(node.kind, ExprKind::Field(_) | ExprKind::Column(..)))
}

/// The operands of a chain of one operator, in file order: `a and (b and c)` gives a, b, c.
pub(super) fn operands(op: ast::BinaryOp, expr: &ast::Expr) -> Vec<&ast::Expr> {
    let mut found = Vec::new();
    let mut stack = vec![expr];
    while let Some(expr) = stack.pop() {
        match &expr.kind {
            ast::ExprKind::Binary(o, left, right) if *o == op => stack.extend([&**right, &**left]),
            _ => found.push(expr),
        }
    }
    found
}

/// An iterator over a parsed expression and all that it contains.
pub(super) struct Parsed<'a> {
    stack: Vec<&'a ast::Expr>,
    into_subqueries: bool,
}

/// All parsed expressions within `expr`, itself included; those of subqueries only if asked for.
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
            K::Integer(_) | K::Decimal(_) | K::String(_) | K::Boolean(_) | K::Null | K::Name(_) | K::Qualified(..) => {}
            K::Negate(inner) | K::Not(inner) => out.push(inner),
            K::Binary(_, left, right) => out.extend([&**left, &**right]),
            K::IsNull { operand, .. } => out.push(operand),
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
            K::Call { args: ast::CallArgs::List(args), .. } => out.extend(args),
            K::Call { args: ast::CallArgs::Star, .. } => {}
            K::Subquery(select) | K::Exists(select) => {
                if self.into_subqueries {
                    out.push(&select.value);
                    out.extend(&select.condition);
                }
            }
        }
        Some(expr)
    }
}
