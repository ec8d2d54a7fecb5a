// SPDX-License-Identifier: Apache-2.0

//! The order of aggregates and changes within a transaction: no statement may read an aggregate
//! over a table that an earlier statement changed.
//!
//! A hidden table changes with the commit of the whole message. Until then it would show the old
//! rows.

use super::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::hir::{
    Aggregate, Block, Expr, ExprKind, Path, Purpose, RowVar, Statement, StatementKind,
};
use crate::span::Span;
use engine::schema::{ColumnId, MessageId, TableId};
use std::collections::BTreeMap;

/// The changes of a table by the statements so far: of each kind the first, with its number.
#[derive(Default)]
struct Writes {
    /// A row was inserted or deleted.
    row: Option<(usize, Span)>,
    /// Rows were changed that a scan selects.
    rows: Option<(usize, Span)>,
    /// A column was assigned.
    columns: BTreeMap<ColumnId, (usize, Span)>,
}

/// The changes of each table.
type WritesByTable = BTreeMap<TableId, Writes>;

/// Rejects every aggregate that an earlier statement of the same message has changed.
pub(super) fn check(blocks: &[Block], catalog: &Catalog, diagnostics: &mut Vec<Diagnostic>) {
    let mut by_side: BTreeMap<(MessageId, bool), Vec<&Block>> = BTreeMap::new();
    for block in blocks {
        by_side.entry((block.message, block.side.is_reject())).or_default().push(block);
    }
    for blocks in by_side.into_values() {
        let mut writes = WritesByTable::new();
        let mut number = 0;
        for block in blocks {
            if let Some(guard) = &block.guard {
                check_expr(guard, &[], &writes, catalog, diagnostics);
            }
            for statement in &block.statements {
                for expr in statement.kind.expressions() {
                    let set = statement.kind.set_of_scan(expr);
                    check_expr(expr, set, &writes, catalog, diagnostics);
                }
                let target = writes.get(&statement.kind.table()).and_then(|writes| writes.rows);
                if let Some((_, write)) = target {
                    let table = statement.kind.table();
                    diagnostics.push(after_rows(catalog, table, statement.span, write));
                }
                note(statement, number, &mut writes);
                number += 1;
            }
        }
    }
}

fn note(statement: &Statement, number: usize, writes: &mut WritesByTable) {
    let change = (number, statement.span);
    let writes = writes.entry(statement.kind.table()).or_default();
    match &statement.kind {
        StatementKind::Insert { .. }
        | StatementKind::Upsert { .. }
        | StatementKind::Delete { .. } => {
            writes.row.get_or_insert(change);
        }
        StatementKind::Rows { .. } => {
            // Which rows it changes is known only when the message is done.
            writes.rows.get_or_insert(change);
            writes.row.get_or_insert(change);
        }
        StatementKind::Update { set, .. } => {
            for (column, _) in set {
                writes.columns.entry(*column).or_insert(change);
            }
        }
    }
}

fn check_expr(
    expr: &Expr,
    set: &[(ColumnId, Expr)],
    writes: &WritesByTable,
    catalog: &Catalog,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for node in expr.nodes() {
        if let ExprKind::Lookup { table, .. } | ExprKind::Exists { table, .. } = &node.kind
            && let Some((_, write)) = writes.get(table).and_then(|writes| writes.rows)
        {
            diagnostics.push(after_rows(catalog, *table, node.span, write));
        }
        let ExprKind::Aggregate(aggregate) = &node.kind else {
            continue;
        };
        let set = if std::ptr::eq(node, expr) { set } else { &[] };
        let of_rows: Vec<&Expr> =
            aggregate.of_rows().chain(set.iter().map(|(_, value)| value)).collect();
        let of_table = writes.get(&aggregate.table).and_then(|w| first(w, aggregate, &of_rows));
        let of_table = of_table.map(|change| (change, aggregate.table));
        let found = || found_by_scan(writes, aggregate, &of_rows, catalog);
        let Some(((_, write), changed)) = of_table.or_else(found) else {
            continue;
        };
        diagnostics.push(after_write(catalog, aggregate, node.span, (changed, write)));
    }
}

/// The error for an aggregate that is read after a change of what it reads.
fn after_write(
    catalog: &Catalog,
    aggregate: &Aggregate,
    at: Span,
    (changed, write): (TableId, Span),
) -> Diagnostic {
    let is_same = changed == aggregate.table;
    let [table, changed] =
        [aggregate.table, changed].map(|table| &catalog.table_of(table).name.text);
    let (message, help) = match aggregate.path {
        Path::Scanned { purpose: Purpose::Change, .. } => (
            format!("this statement finds rows of `{table}` after `{changed}` was changed"),
            match is_same {
                true => "change these rows by one statement, with `case`, or by two messages",
                false => {
                    "which rows these are is known when the whole message is done: write it \
                          before the change"
                }
            },
        ),
        _ => (
            format!("this aggregate over `{table}` is read after `{changed}` was changed"),
            "aggregates move when the whole message is done: read it in a statement before the \
             change",
        ),
    };
    Diagnostic::error("aggregate-after-write", message, at, "read here")
        .related(write, "changed here, by the same message")
        .help(help)
}

/// The error for a use of a table of which a scan has changed rows.
fn after_rows(catalog: &Catalog, table: TableId, at: Span, write: Span) -> Diagnostic {
    let table = &catalog.table_of(table).name.text;
    let message = format!("`{table}` is used after some of its rows were changed");
    Diagnostic::error("use-after-rows", message, at, "used here")
        .related(write, "changed here, by the same message")
        .help("which rows these are is known when the whole message is done: use it before")
}

/// The first of the changes that changes an aggregate, or what else is computed for its rows, with
/// its number.
fn first(writes: &Writes, aggregate: &Aggregate, of_rows: &[&Expr]) -> Option<(usize, Span)> {
    let is_over = |column: ColumnId| is_over(aggregate, of_rows, column);
    let assigned = writes.columns.iter().filter(|(column, _)| is_over(**column));
    assigned.map(|(_, change)| *change).chain(writes.row).min()
}

/// The first of the changes of a table in which a scan finds a row for each of its rows, and the
/// table.
fn found_by_scan(
    writes: &WritesByTable,
    aggregate: &Aggregate,
    of_rows: &[&Expr],
    catalog: &Catalog,
) -> Option<((usize, Span), TableId)> {
    if aggregate.path == Path::Maintained {
        return None;
    }
    let tables = of_rows.iter().flat_map(|expr| expr.nodes()).filter_map(|node| match &node.kind {
        ExprKind::Lookup { table, .. } | ExprKind::Exists { table, .. } => {
            Some(catalog.counted_table(*table))
        }
        ExprKind::Aggregate(inner) => Some(inner.table),
        _ => None,
    });
    let changes = tables.flat_map(|table| {
        let writes = writes.get(&table).into_iter();
        let changes = writes.flat_map(|writes| writes.columns.values().copied().chain(writes.row));
        changes.map(move |change| (change, table))
    });
    changes.min()
}

/// Whether the rows of the aggregate, or what is computed for them, depend on the column.
fn is_over(aggregate: &Aggregate, of_rows: &[&Expr], column: ColumnId) -> bool {
    let mut nodes = of_rows.iter().flat_map(|expr| expr.nodes());
    aggregate.group.iter().any(|(grouped, _)| *grouped == column)
        || nodes.any(|node| reads(node, aggregate.var, column))
}

fn reads(expr: &Expr, row: RowVar, column: ColumnId) -> bool {
    matches!(expr.kind, ExprKind::Column(var, read) if var == row && read == column)
}
