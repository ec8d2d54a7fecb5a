// SPDX-License-Identifier: Apache-2.0

//! Traversal of the resolved tree.

use rulec::hir::{Expr, ExprKind, RowMatch, RuleSet};

/// Returns every outermost expression of a rule file: rules first, then blocks, in file order.
pub fn exprs_of(rules: &RuleSet) -> Vec<&Expr> {
    let mut found = Vec::new();
    for rule in &rules.rules {
        found.push(&rule.condition);
        found.extend(&rule.guard);
    }
    for block in &rules.blocks {
        found.extend(&block.guard);
        for statement in &block.statements {
            found.extend(statement.kind.expressions());
        }
    }
    found
}

fn parts_of_row(row: &RowMatch) -> impl Iterator<Item = &Expr> {
    row.key.iter().chain(&row.residual)
}

/// Returns the direct parts of an expression.
pub fn parts_of(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Call(_) => Vec::new(),
        ExprKind::Arith(_, left, right)
        | ExprKind::Compare(_, left, right)
        | ExprKind::Distinct(left, right) => vec![left, right],
        ExprKind::And(list)
        | ExprKind::Or(list)
        | ExprKind::Coalesce(list)
        | ExprKind::Function(_, list)
        | ExprKind::Calendar(_, list) => list.iter().collect(),
        ExprKind::Not(inner)
        | ExprKind::Like(inner, _)
        | ExprKind::IsNull(inner)
        | ExprKind::Convert(inner)
        | ExprKind::Round(_, inner) => vec![inner],
        ExprKind::Case { arms, otherwise } => {
            arms.iter().flat_map(|(when, then)| [when, then]).chain(otherwise.as_deref()).collect()
        }
        ExprKind::Lookup { row, value, .. } => parts_of_row(row).chain([&**value]).collect(),
        ExprKind::Exists { row, .. } => parts_of_row(row).collect(),
        ExprKind::Aggregate(aggregate) => aggregate
            .group
            .iter()
            .map(|(_, value)| value)
            .chain(&aggregate.filter)
            .chain(&aggregate.condition)
            .chain(aggregate.calls.iter().flat_map(|call| call.parts()))
            .chain([&aggregate.value])
            .collect(),
    }
}
