// SPDX-License-Identifier: Apache-2.0

//! Aggregates: the group whose rows they are over.
//!
//! The order path does not scan history: it reads an aggregate from a hidden table that is
//! maintained as rows change. Every conjunct of the `where` of an aggregate must therefore do one
//! of three things: select the group, select rows of the group by a condition on the row alone, or
//! state a condition that does not depend on the rows.

use super::declarations::{Key, Table};
use super::limits::GROUP_COLUMNS_MAX;
use super::scope::Item;
use super::subquery::{Conjunct, Equated, inexact_value};
use super::{operators, queries, suggest};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Aggregate, AggregateFn, Call, CompareOp, Expr, ExprKind, RowVar};
use crate::span::Span;
use engine::schema::{ColumnId, TableId};

/// The conjuncts of an aggregate's `where`, classified.
#[derive(Default)]
struct Parts {
    /// Columns, the values that they equal, and the conjuncts that state this.
    group: Vec<(ColumnId, Expr, Span)>,
    filter: Vec<Expr>,
    condition: Vec<Expr>,
}

impl Item<'_> {
    /// The aggregate of `calls` over the rows of `table` that the conjuncts select.
    pub fn aggregate(
        &mut self,
        table: TableId,
        var: RowVar,
        conjuncts: Vec<Conjunct>,
        calls: Vec<Call>,
        value: Expr,
        span: Span,
    ) -> Option<Expr> {
        let catalog = self.catalog;
        let declared = catalog.table_of(table);
        if matches!(declared.key, Key::Broken) {
            return None;
        }
        // Another form is known only where one conjunct needs it.
        let asked = match conjuncts.iter().filter(|conjunct| is_mixed(conjunct, var)).count() {
            1 => asked(&calls, &value),
            _ => Asked::Other,
        };
        let mut parts = Parts::default();
        let mut sound = true;
        for conjunct in conjuncts {
            let classified = classify(declared, var, conjunct, asked, &mut parts);
            sound &= self.check(classified).is_some();
        }
        if let Some((_, _, at)) = parts.group.get(GROUP_COLUMNS_MAX) {
            let message = format!("this aggregate groups by {} columns", parts.group.len());
            let label = format!("at most {GROUP_COLUMNS_MAX} fit the key index");
            return self.refuse(Diagnostic::error("group-too-wide", message, *at, label));
        }
        if !sound {
            return None;
        }
        let mut group: Vec<(ColumnId, Expr)> =
            parts.group.into_iter().map(|(column, value, _)| (column, value)).collect();
        group.sort_by_key(|(column, _)| *column);
        let (ty, nullable) = (value.ty, value.nullable);
        let aggregate = Aggregate {
            table,
            var,
            group,
            filter: operators::all(parts.filter),
            condition: operators::all(parts.condition),
            calls,
            value,
        };
        Some(Expr { kind: ExprKind::Aggregate(Box::new(aggregate)), ty, nullable, span })
    }
}

/// What an aggregate asks about its rows.
#[derive(Clone, Copy)]
enum Asked {
    /// Whether there is one.
    Exists,
    /// The largest value.
    Max,
    /// The smallest value.
    Min,
    Other,
}

fn asked(calls: &[Call], value: &Expr) -> Asked {
    match (calls, &value.kind) {
        ([Call { function: AggregateFn::Count, argument: None }], ExprKind::Compare(..)) => {
            Asked::Exists
        }
        ([Call { function: AggregateFn::Max, .. }], ExprKind::Call(_)) => Asked::Max,
        ([Call { function: AggregateFn::Min, .. }], ExprKind::Call(_)) => Asked::Min,
        _ => Asked::Other,
    }
}

/// Whether a conjunct depends on the row and on something outside it, other than by an equality.
fn is_mixed(conjunct: &Conjunct, var: RowVar) -> bool {
    let condition = &conjunct.condition;
    let equates = conjunct.equates.as_ref().is_some_and(|equated| !equated.constant);
    !equates
        && queries::mentions(condition, var)
        && (queries::has_subquery(condition) || queries::foreign(condition, var).is_some())
}

fn classify(
    table: &Table,
    var: RowVar,
    conjunct: Conjunct,
    asked: Asked,
    parts: &mut Parts,
) -> Result<(), Refusal> {
    let Conjunct { condition, equates } = conjunct;
    let span = condition.span;
    match equates {
        Some(Equated { column, value: Some(value), constant: false }) => {
            if let Some((_, _, earlier)) = parts.group.iter().find(|(other, ..)| *other == column) {
                return Err(Box::new(group_twice(table, column, span, *earlier)));
            }
            parts.group.push((column, value, span));
            return Ok(());
        }
        Some(Equated { column, value: None, constant: false }) => {
            return Err(Box::new(inexact_value(table, column, span)));
        }
        _ => {}
    }
    if !queries::mentions(&condition, var) {
        parts.condition.push(condition);
        return Ok(());
    }
    if queries::has_subquery(&condition) {
        return Err(Box::new(
            Diagnostic::error(
                "subquery-in-aggregate",
                "which rows an aggregate is over cannot depend on a subquery",
                span,
                format!("this would be asked again for every row of `{}`", table.name.text),
            )
            .help(
                "only `column = (select …)` is possible, which chooses a group; otherwise \
             store what this reads in a column of the table",
            ),
        ));
    }
    if let Some(foreign) = queries::foreign(&condition, var) {
        return Err(Box::new(mixed(table, var, &condition, foreign, asked)));
    }
    parts.filter.push(condition);
    Ok(())
}

fn group_twice(table: &Table, column: ColumnId, again: Span, earlier: Span) -> Diagnostic {
    let column = &table.column_of(column).name.text;
    Diagnostic::error(
        "group-twice",
        format!("`{column}` must equal two things at once"),
        again,
        "the second",
    )
    .related(earlier, "the first")
    .help(format!(
        "the first already chooses the group: compare the two values with one another \
             instead, without `{column}`"
    ))
}

/// The error for a conjunct that compares the row with something outside it other than by an
/// equality.
fn mixed(table: &Table, var: RowVar, condition: &Expr, foreign: &Expr, asked: Asked) -> Diagnostic {
    let name = &table.name.text;
    let mut columns: Vec<&str> = condition
        .nodes()
        .filter_map(|node| match node.kind {
            ExprKind::Column(v, column) if v == var => {
                Some(table.column_of(column).name.text.as_str())
            }
            _ => None,
        })
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let outside =
        if matches!(foreign.kind, ExprKind::Field(_)) { "the message" } else { "another row" };
    let message = format!("no index can serve this condition on the rows of `{name}`");
    let columns = suggest::list(columns.iter().copied());
    let label = format!("mixes {columns} with {outside}; only `=` can do that");
    let diagnostic = Diagnostic::error("no-index", message, condition.span, label);
    let instead = match (&condition.kind, asked) {
        (ExprKind::Or(_), Asked::Exists) => {
            Some("write `exists (…) or exists (…)`, one for each alternative".to_owned())
        }
        (ExprKind::Or(_), Asked::Max) => {
            Some("write `greatest((select …), (select …))`, one for each alternative".to_owned())
        }
        (ExprKind::Or(_), Asked::Min) => {
            Some("write `least((select …), (select …))`, one for each alternative".to_owned())
        }
        (_, Asked::Exists) => extreme(table, var, condition),
        (_, Asked::Max | Asked::Min | Asked::Other) => None,
    };
    match instead {
        Some(instead) => diagnostic.help(instead),
        None => diagnostic,
    }
}

/// What to write instead of asking whether a row is above or below something: whether the largest
/// or the smallest is.
fn extreme(table: &Table, var: RowVar, condition: &Expr) -> Option<String> {
    let ExprKind::Compare(op, left, right) = &condition.kind else { return None };
    let (column, op) = match (&left.kind, &right.kind) {
        (ExprKind::Column(row, column), _) if *row == var => (*column, *op),
        (_, ExprKind::Column(row, column)) if *row == var => (*column, op.mirrored()),
        _ => return None,
    };
    let (function, sign) = match op {
        CompareOp::Gt => ("max", ">"),
        CompareOp::Ge => ("max", ">="),
        CompareOp::Lt => ("min", "<"),
        CompareOp::Le => ("min", "<="),
        CompareOp::Eq | CompareOp::Ne => return None,
    };
    let name = &table.column_of(column).name.text;
    Some(format!(
        "write `coalesce((select {function}({name}) …) {sign} x, false)` for \
         `exists (… where {name} {sign} x)`"
    ))
}
