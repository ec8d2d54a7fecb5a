// SPDX-License-Identifier: Apache-2.0

//! Aggregates: the group whose rows they are over.
//!
//! An aggregate is read from a hidden table that is kept as rows change, if every conjunct of its
//! `where` does one of three things: it selects the group, it selects rows of the group by a
//! condition on the row alone, or it states a condition that does not depend on the rows. Any other
//! aggregate is a scan over the rows of a list, if these are few enough.

use super::catalog::{Key, Table};
use super::conjuncts::{Conjunct, Equated};
use super::limits::GROUP_COLUMNS_MAX;
use super::lists::bound_to_state;
use super::literals::constant;
use super::scope::Item;
use super::subquery::Asked;
use super::unfound_row::inexact_value;
use super::{operators, queries, suggest};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Aggregate, AggregateFn, Call, CompareOp, Expr, ExprKind, Path, Purpose, RowVar};
use crate::print::plain_or_quoted;
use crate::span::Span;
use engine::machine::{SCAN_ROWS_MAX, SET_ROWS_MAX};
use engine::schema::{ColumnId, TableId, Type};

/// The conjuncts of an aggregate's `where`, classified.
#[derive(Default)]
struct Parts {
    /// Columns, the values that they equal, and the conjuncts that state this.
    group: Vec<(ColumnId, Expr, Span)>,
    filter: Vec<Expr>,
    condition: Vec<Expr>,
    /// Columns that equal literals, and the values; the conjuncts are in the filter.
    constants: Vec<(ColumnId, Expr, Span)>,
}

impl Parts {
    /// The classified conjuncts of a `where`, and why a hidden table cannot keep an aggregate with
    /// them. What no hidden table can evaluate becomes a part of the filter.
    fn of(
        table: &Table,
        var: RowVar,
        conjuncts: Vec<Conjunct>,
        question: Question,
    ) -> (Parts, Vec<Diagnostic>) {
        let (mut parts, mut refusals) = (Parts::default(), Vec::new());
        for conjunct in conjuncts {
            let condition = conjunct.condition.clone();
            if let Err(refusal) = classify(table, var, conjunct, question, &mut parts) {
                // The two comparisons of a `between` have one place.
                let is_same = |other: &Diagnostic| {
                    (other.code, other.primary.0) == (refusal.code, refusal.primary.0)
                };
                if !refusals.iter().any(is_same) {
                    refusals.push(*refusal);
                }
                parts.filter.push(condition);
            }
        }
        if let Some((_, _, at)) = parts.group.get(GROUP_COLUMNS_MAX) {
            let message = format!("this aggregate groups by {} columns", parts.group.len());
            let label = format!("at most {GROUP_COLUMNS_MAX} fit the key index");
            refusals.push(Diagnostic::error("group-too-wide", message, *at, label));
        }
        parts.group.sort_by_key(|(column, ..)| *column);
        (parts, refusals)
    }

    fn group(&self) -> Vec<(ColumnId, Expr)> {
        self.group.iter().map(|(column, value, _)| (*column, value.clone())).collect()
    }

    /// Columns that equal something that does not depend on the row, literals included.
    fn equated(&self) -> Vec<ColumnId> {
        self.group.iter().chain(&self.constants).map(|(column, ..)| *column).collect()
    }

    /// Lets the columns of a list select its group also where they equal literals.
    fn group_by(&mut self, columns: &[ColumnId]) {
        for (column, value, span) in std::mem::take(&mut self.constants) {
            let is_known = self.group.iter().any(|(other, ..)| *other == column);
            if columns.contains(&column) && !is_known {
                // The conditions of two calls of one function have one place.
                let is_column =
                    |node: &Expr| matches!(node.kind, ExprKind::Column(_, c) if c == column);
                let is_it =
                    |condition: &Expr| condition.span == span && condition.nodes().any(is_column);
                self.filter.retain(|condition| !is_it(condition));
                self.group.push((column, value, span));
            }
        }
        self.group.sort_by_key(|(column, ..)| *column);
    }

    fn aggregate(
        self,
        (table, var): (TableId, RowVar),
        calls: Vec<Call>,
        value: Expr,
        path: Path,
    ) -> Aggregate {
        Aggregate {
            table,
            var,
            group: self.group(),
            filter: operators::all(self.filter),
            condition: operators::all(self.condition),
            calls,
            value,
            path,
        }
    }
}

impl Item<'_> {
    /// The aggregate of calls over the rows of a table that the conjuncts select.
    pub fn aggregate(
        &mut self,
        (table, var): (TableId, RowVar),
        conjuncts: Vec<Conjunct>,
        Asked { calls, refusals }: Asked,
        value: Expr,
        span: Span,
    ) -> Option<Expr> {
        let catalog = self.catalog;
        let declared = catalog.table_of(table);
        if matches!(declared.key, Key::Broken) {
            return None;
        }
        // Another form is known only where one conjunct needs it.
        let question = match conjuncts.iter().filter(|conjunct| is_mixed(conjunct, var)).count() {
            1 => asked(&calls, &value),
            _ => Question::Other,
        };
        let (mut parts, of_parts) = Parts::of(declared, var, conjuncts, question);
        let refusals: Vec<Diagnostic> = refusals.into_iter().chain(of_parts).collect();
        let path = match refusals.is_empty() && !catalog.scans_all {
            true => None,
            false => self.list_for((table, var), &parts.equated(), &parts.filter, SCAN_ROWS_MAX),
        };
        let path = match path {
            None if refusals.is_empty() => Path::Maintained,
            Some(list) => {
                parts.group_by(&catalog.lists.borrow()[list].group);
                Path::Scanned { list, purpose: Purpose::Aggregate }
            }
            None => {
                let with_bound = self.bound_missing((table, var), &parts);
                self.diagnostics.extend(refusals.into_iter().map(with_bound));
                return None;
            }
        };
        self.checked_scan(parts.aggregate((table, var), calls, value, path), &[], span)
    }

    /// What adds to a refusal how the rows of an aggregate can be scanned: with a bound of the time
    /// of a window, or with one that the table states.
    fn bound_missing(
        &self,
        (table, var): (TableId, RowVar),
        parts: &Parts,
    ) -> impl Fn(Diagnostic) -> Diagnostic + use<> {
        let declared = self.catalog.table_of(table);
        let window = self.window_without_bound((table, var), &parts.equated(), &parts.filter);
        let (span, other, help) = match window {
            Some((time, window)) => {
                let time = plain_or_quoted(&declared.column_of(time).name.text);
                let help = format!(
                    "add `and {time} > …`: a window serves only with a lower bound of its time"
                );
                (window, format!("or add `and {time} > …`, so that this window serves"), help)
            }
            None => {
                let bound = bound_to_state(declared, &parts.group());
                let help = format!("state {bound}, after the columns of the table");
                (declared.name.span, format!("or state {bound}"), help)
            }
        };
        move |refusal| match (&refusal.help, window) {
            (Some(_), _) => refusal.related(span, other.clone()),
            (None, Some(_)) => refusal.related(span, "the window").help(help.clone()),
            (None, None) => refusal.help(help.clone()),
        }
    }

    /// The list of groups of at most so many rows that holds every row that the conjuncts select.
    pub(super) fn list_of(
        &self,
        (table, var): (TableId, RowVar),
        conjuncts: &[Conjunct],
        most: u32,
    ) -> Option<usize> {
        let declared = self.catalog.table_of(table);
        let copies = conjuncts.iter().map(Conjunct::clone).collect();
        let (parts, _) = Parts::of(declared, var, copies, Question::Other);
        self.list_for((table, var), &parts.equated(), &parts.filter, most)
    }

    /// The value of the only row that the conjuncts select. A second one is an error.
    pub(super) fn only_row(
        &mut self,
        (table, var): (TableId, RowVar),
        conjuncts: Vec<Conjunct>,
        value: Expr,
        span: Span,
    ) -> Option<Expr> {
        let list = self.list_of((table, var), &conjuncts, SCAN_ROWS_MAX)?;
        let declared = self.catalog.table_of(table);
        let (mut parts, _) = Parts::of(declared, var, conjuncts, Question::Other);
        parts.group_by(&self.catalog.lists.borrow()[list].group);
        let result = Expr { kind: ExprKind::Call(0), ty: value.ty, nullable: true, span };
        // Of several rows, which only the check after the rule refuses, it is the first by key.
        let order = Some(constant(ExprKind::Number(0), Type::Int4, span));
        let function = AggregateFn::Nth { place: 0, descending: false };
        let calls = vec![Call { function, argument: Some(value), order }];
        let path = Path::Scanned { list, purpose: Purpose::OneRow };
        self.checked_scan(parts.aggregate((table, var), calls, result, path), &[], span)
    }

    /// The rows that a statement changes, as an aggregate without calls, and what it assigns to
    /// them; none if there may be too many.
    pub(super) fn changed_rows(
        &mut self,
        (table, var): (TableId, RowVar),
        conjuncts: Vec<Conjunct>,
        set: &[(ColumnId, Expr)],
        span: Span,
    ) -> Option<Expr> {
        let list = self.list_of((table, var), &conjuncts, SET_ROWS_MAX)?;
        let declared = self.catalog.table_of(table);
        let (mut parts, _) = Parts::of(declared, var, conjuncts, Question::Other);
        parts.group_by(&self.catalog.lists.borrow()[list].group);
        let value = constant(ExprKind::Number(1), Type::Boolean, span);
        let path = Path::Scanned { list, purpose: Purpose::Change };
        self.checked_scan(parts.aggregate((table, var), Vec::new(), value, path), set, span)
    }

    /// An aggregate, unless a scan in it, or in what is assigned to its rows, goes over rows again
    /// for each of them.
    fn checked_scan(
        &mut self,
        aggregate: Aggregate,
        set: &[(ColumnId, Expr)],
        span: Span,
    ) -> Option<Expr> {
        let of_rows = || aggregate.of_rows().chain(set.iter().map(|(_, value)| value));
        // The scanned row, and the rows that are found for it.
        let mut rows = vec![aggregate.var];
        rows.extend(of_rows().flat_map(Expr::nodes).filter_map(|node| match &node.kind {
            ExprKind::Lookup { row, .. } | ExprKind::Exists { row, .. } => Some(row.var),
            _ => None,
        }));
        let inner = of_rows().flat_map(Expr::nodes).find(|node| match &node.kind {
            ExprKind::Aggregate(inner) => {
                inner.path != Path::Maintained && reads_outside(node, &rows)
            }
            _ => false,
        });
        if let Some(inner) = inner {
            let message = "a scan cannot be within a scan";
            let label = "this would go over its rows once for each row outside";
            return self.refuse(
                Diagnostic::error("scan-in-scan", message, inner.span, label).help(
                    "store what the inner subquery reads in a column of the outer table, or join \
                     the two by a key",
                ),
            );
        }
        let is_beside =
            |node: &&Expr| matches!(node.kind, ExprKind::Column(row, _) if row == aggregate.var);
        if let Some(beside) = aggregate.value.nodes().find(is_beside) {
            let message = "a column is read beside an aggregate";
            let label = "of which of the many rows?";
            return self.refuse(
                Diagnostic::error("aggregate-mixed", message, beside.span, label).help(
                    "put it into a call, such as `max(…)`, or read it in a separate subquery",
                ),
            );
        }
        let (ty, nullable) = (aggregate.value.ty, aggregate.value.nullable);
        Some(Expr { kind: ExprKind::Aggregate(Box::new(aggregate)), ty, nullable, span })
    }
}

/// Whether a subquery reads one of these rows that is not bound within it.
fn reads_outside(subquery: &Expr, rows: &[RowVar]) -> bool {
    let bound: Vec<RowVar> = subquery
        .nodes()
        .filter_map(|node| match &node.kind {
            ExprKind::Lookup { row, .. } | ExprKind::Exists { row, .. } => Some(row.var),
            _ => None,
        })
        .collect();
    let outside: Vec<RowVar> = rows.iter().filter(|row| !bound.contains(row)).copied().collect();
    queries::reads_any(subquery, &outside)
}

/// What an aggregate asks about its rows.
#[derive(Clone, Copy)]
enum Question {
    /// Whether there is one.
    Exists,
    /// The largest value.
    Max,
    /// The smallest value.
    Min,
    Other,
}

fn asked(calls: &[Call], value: &Expr) -> Question {
    match (calls, &value.kind) {
        ([Call { function: AggregateFn::Count, argument: None, .. }], ExprKind::Compare(..)) => {
            Question::Exists
        }
        ([Call { function: AggregateFn::Max, .. }], ExprKind::Call(_)) => Question::Max,
        ([Call { function: AggregateFn::Min, .. }], ExprKind::Call(_)) => Question::Min,
        _ => Question::Other,
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
    question: Question,
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
        Some(Equated { column, value: Some(value), constant: true }) => {
            parts.constants.push((column, value, span));
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
        return Err(Box::new(mixed(table, var, &condition, foreign, question)));
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
fn mixed(
    table: &Table,
    var: RowVar,
    condition: &Expr,
    foreign: &Expr,
    question: Question,
) -> Diagnostic {
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
    let instead = match (&condition.kind, question) {
        (ExprKind::Or(_), Question::Exists) => {
            Some("write `exists (…) or exists (…)`, one for each alternative".to_owned())
        }
        (ExprKind::Or(_), Question::Max) => {
            Some("write `greatest((select …), (select …))`, one for each alternative".to_owned())
        }
        (ExprKind::Or(_), Question::Min) => {
            Some("write `least((select …), (select …))`, one for each alternative".to_owned())
        }
        (_, Question::Exists) => extreme(table, var, condition),
        (_, Question::Max | Question::Min | Question::Other) => None,
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
