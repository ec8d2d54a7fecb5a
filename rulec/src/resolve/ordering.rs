// SPDX-License-Identifier: Apache-2.0

//! The order of aggregates and changes within a transaction: no statement may read an aggregate
//! over a table that an earlier statement changed.
//!
//! A hidden table changes with the commit of the whole message. Until then it would show the old
//! rows.

use super::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::hir::{Aggregate, Block, Call, Expr, ExprKind, Path, RowVar, Statement, StatementKind};
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
                check_expr(guard, &writes, catalog, diagnostics);
            }
            for statement in &block.statements {
                for expr in statement.kind.expressions() {
                    check_expr(expr, &writes, catalog, diagnostics);
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
        let of_rows = writes.get(&aggregate.table).and_then(|w| first(w, aggregate));
        let of_rows = of_rows.map(|change| (change, aggregate.table));
        let Some(((_, write), changed)) =
            of_rows.or_else(|| found_by_scan(writes, aggregate, catalog))
        else {
            continue;
        };
        let [table, changed] =
            [aggregate.table, changed].map(|table| &catalog.table_of(table).name.text);
        let message =
            format!("this aggregate over `{table}` is read after `{changed}` was changed");
        diagnostics.push(
            Diagnostic::error("aggregate-after-write", message, node.span, "read here")
                .related(write, "changed here, by the same message")
                .help(
                    "aggregates move when the whole message is done: read it in a statement \
                 before the change",
                ),
        );
    }
}

/// The error for a use of a table of which a scan has changed rows.
fn after_rows(catalog: &Catalog, table: TableId, at: Span, write: Span) -> Diagnostic {
    let table = &catalog.table_of(table).name.text;
    let message = format!("`{table}` is used after some of its rows were changed");
    Diagnostic::error("use-after-rows", message, at, "used here")
        .related(write, "changed here, by the same message")
        .help("which rows these are is known when the whole message is done: use it before")
}

/// The first of the changes that changes an aggregate, with its number.
fn first(writes: &Writes, aggregate: &Aggregate) -> Option<(usize, Span)> {
    let assigned = writes.columns.iter().filter(|(column, _)| is_over(aggregate, **column));
    assigned.map(|(_, change)| *change).chain(writes.row).min()
}

/// The first of the changes of a table in which a scan finds a row for each of its rows, and the
/// table.
fn found_by_scan(
    writes: &WritesByTable,
    aggregate: &Aggregate,
    catalog: &Catalog,
) -> Option<((usize, Span), TableId)> {
    if aggregate.path == Path::Maintained {
        return None;
    }
    let of_rows = aggregate.filter.iter().chain(aggregate.calls.iter().flat_map(Call::parts));
    let tables = of_rows.flat_map(Expr::nodes).filter_map(|node| match &node.kind {
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

/// Whether the rows of the aggregate, or its arguments, depend on the column.
fn is_over(aggregate: &Aggregate, column: ColumnId) -> bool {
    let arguments = aggregate.calls.iter().flat_map(Call::parts);
    aggregate.group.iter().any(|(grouped, _)| *grouped == column)
        || arguments
            .chain(&aggregate.filter)
            .flat_map(|expr| expr.nodes())
            .any(|node| reads(node, aggregate.var, column))
}

fn reads(expr: &Expr, row: RowVar, column: ColumnId) -> bool {
    matches!(expr.kind, ExprKind::Column(var, read) if var == row && read == column)
}
