// SPDX-License-Identifier: Apache-2.0

//! What is known not to be NULL where an expression is evaluated: from the other parts of a
//! condition, from a guard, and from rules that have rejected the message otherwise.

use crate::form::{same, same_row};
use crate::hir::{Expr, ExprKind, Function, RowMatch};
use engine::schema::TableId;

/// The greatest number of facts. Further facts are ignored, so that the search is bounded for any
/// input.
const FACTS_MAX: usize = 64;

/// The facts that hold where an expression is evaluated.
#[derive(Clone, Default)]
pub(super) struct Facts<'a> {
    /// Expressions that are not NULL.
    values: Vec<&'a Expr>,
    /// Rows that exist.
    rows: Vec<(TableId, &'a RowMatch)>,
}

/// A fact.
#[derive(Clone, Copy)]
pub(super) enum Fact<'a> {
    /// The expression is not NULL.
    Value(&'a Expr),
    /// The row exists.
    Row(TableId, &'a RowMatch),
}

impl<'a> Facts<'a> {
    /// These facts and others.
    pub(super) fn with(&self, facts: impl IntoIterator<Item = Fact<'a>>) -> Facts<'a> {
        let mut all = self.clone();
        let room = FACTS_MAX.saturating_sub(all.values.len() + all.rows.len());
        for fact in facts.into_iter().filter(|fact| !self.has(fact)).take(room) {
            match fact {
                Fact::Value(value) => all.values.push(value),
                Fact::Row(table, row) => all.rows.push((table, row)),
            }
        }
        all
    }

    /// The facts that depend on no row.
    pub(super) fn of_message(&self) -> Facts<'a> {
        let reads_rows = |value: &Expr| {
            value.nodes().any(|node| {
                matches!(
                    node.kind,
                    ExprKind::Column(..)
                        | ExprKind::Call(_)
                        | ExprKind::Lookup { .. }
                        | ExprKind::Exists { .. }
                        | ExprKind::Aggregate(_)
                )
            })
        };
        let values = self.values.iter().copied().filter(|value| !reads_rows(value));
        Facts { values: values.collect(), rows: Vec::new() }
    }

    /// Whether an expression is known not to be NULL.
    pub(super) fn has_value(&self, expr: &Expr) -> bool {
        self.values.iter().any(|value| same(value, expr))
    }

    /// Whether a row is known to exist.
    pub(super) fn has_row(&self, table: TableId, row: &RowMatch) -> bool {
        self.rows.iter().any(|(other, known)| *other == table && same_row(known, row))
    }

    fn has(&self, fact: &Fact<'_>) -> bool {
        match fact {
            Fact::Value(value) => self.has_value(value),
            Fact::Row(table, row) => self.has_row(*table, row),
        }
    }
}

/// The facts that hold wherever a condition is not the opposite of `truth`. Next to `x is not null`
/// in an `and`, only the case where `x` has a value matters: otherwise the `and` is false whatever
/// its other operands are.
pub(super) fn asserted(condition: &Expr, truth: bool) -> Vec<Fact<'_>> {
    match &condition.kind {
        ExprKind::Not(inner) => asserted(inner, !truth),
        ExprKind::And(list) if truth => list.iter().flat_map(|e| asserted(e, truth)).collect(),
        ExprKind::Or(list) if !truth => list.iter().flat_map(|e| asserted(e, truth)).collect(),
        ExprKind::IsNull(value) if !truth => vec![Fact::Value(value)],
        ExprKind::Exists { table, row } if truth => vec![Fact::Row(*table, row)],
        ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::IsNull(_)
        | ExprKind::Exists { .. }
        | ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Arith(..)
        | ExprKind::Compare(..)
        | ExprKind::Distinct(..)
        | ExprKind::Like(..)
        | ExprKind::Function(..)
        | ExprKind::Calendar(..)
        | ExprKind::Round(..)
        | ExprKind::Case { .. }
        | ExprKind::Coalesce(_)
        | ExprKind::Convert(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => Vec::new(),
    }
}

/// The facts that hold wherever a condition is `truth`, not NULL. A comparison has a value only if
/// both its sides have one.
pub(super) fn implied(condition: &Expr, truth: bool) -> Vec<Fact<'_>> {
    match &condition.kind {
        ExprKind::Not(inner) => implied(inner, !truth),
        ExprKind::And(list) if truth => list.iter().flat_map(|e| implied(e, truth)).collect(),
        ExprKind::Or(list) if !truth => list.iter().flat_map(|e| implied(e, truth)).collect(),
        ExprKind::And(list) | ExprKind::Or(list) => implied_by_each(list, truth),
        ExprKind::Compare(_, left, right) => [present(left), present(right)].concat(),
        ExprKind::Like(inner, _) => present(inner),
        ExprKind::IsNull(value) if !truth => present(value),
        // With such fallbacks the first part decides.
        ExprKind::Coalesce(list) => match list.split_first() {
            Some((first, others)) if others.iter().all(|other| is(other, !truth)) => {
                implied(first, truth)
            }
            _ => Vec::new(),
        },
        ExprKind::Field(_) | ExprKind::Column(..) | ExprKind::Lookup { .. } => present(condition),
        ExprKind::Exists { .. } => asserted(condition, truth),
        ExprKind::IsNull(_)
        | ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Arith(..)
        | ExprKind::Distinct(..)
        | ExprKind::Function(..)
        | ExprKind::Calendar(..)
        | ExprKind::Round(..)
        | ExprKind::Case { .. }
        | ExprKind::Convert(_)
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => Vec::new(),
    }
}

/// The facts that hold whichever of these conditions is `truth`.
fn implied_by_each(list: &[Expr], truth: bool) -> Vec<Fact<'_>> {
    let Some((first, others)) = list.split_first() else { return Vec::new() };
    let mut common = implied(first, truth);
    for other in others {
        let facts = Facts::default().with(implied(other, truth));
        common.retain(|fact| facts.has(fact));
    }
    common
}

fn is(expr: &Expr, truth: bool) -> bool {
    matches!(expr.kind, ExprKind::Number(value) if value == i128::from(truth))
}

/// The facts that hold where an expression is not NULL: no part is that it is computed from.
fn present(expr: &Expr) -> Vec<Fact<'_>> {
    if !expr.nullable {
        return Vec::new();
    }
    let of_parts: Vec<Fact<'_>> = match &expr.kind {
        ExprKind::Arith(_, left, right) | ExprKind::Compare(_, left, right) => {
            [present(left), present(right)].concat()
        }
        ExprKind::Not(inner)
        | ExprKind::Like(inner, _)
        | ExprKind::Convert(inner)
        | ExprKind::Round(_, inner) => present(inner),
        ExprKind::Function(Function::Abs | Function::Sign, list) | ExprKind::Calendar(_, list) => {
            list.iter().flat_map(present).collect()
        }
        ExprKind::Lookup { table, row, .. } => vec![Fact::Row(*table, row)],
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Distinct(..)
        | ExprKind::Function(Function::Greatest | Function::Least, _)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::IsNull(_)
        | ExprKind::Case { .. }
        | ExprKind::Coalesce(_)
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => Vec::new(),
    };
    [vec![Fact::Value(expr)], of_parts].concat()
}
