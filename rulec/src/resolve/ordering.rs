// SPDX-License-Identifier: Apache-2.0

//! The order of aggregates and changes within a transaction: no statement may read an aggregate
//! over a table that an earlier statement changed.
//!
//! A hidden table changes with the commit of the whole message. Until then it would show the old
//! rows.

use super::declarations::Catalog;
use crate::diagnostic::Diagnostic;
use crate::hir::{Aggregate, Block, Expr, ExprKind, RowVar, Statement, StatementKind};
use crate::span::Span;
use engine::schema::{ColumnId, MessageId, TableId};

/// The change that a statement makes.
struct Write {
    table: TableId,
    /// The columns assigned; `None` if a whole row is inserted or deleted.
    columns: Option<Vec<ColumnId>>,
    span: Span,
}

/// Rejects every aggregate that an earlier statement of the same message has changed.
pub(super) fn check(blocks: &[Block], catalog: &Catalog, diagnostics: &mut Vec<Diagnostic>) {
    let sides = [false, true];
    let messages = (0..catalog.messages.len()).map(|message| MessageId(message as u16));
    for (message, is_reject) in messages.flat_map(|message| sides.map(|side| (message, side))) {
        let mut writes: Vec<Write> = Vec::new();
        let on_side =
            |block: &&Block| block.message == message && block.side.is_reject() == is_reject;
        for block in blocks.iter().filter(on_side) {
            if let Some(guard) = &block.guard {
                check_expr(guard, &writes, catalog, diagnostics);
            }
            for statement in &block.statements {
                for expr in statement.kind.expressions() {
                    check_expr(expr, &writes, catalog, diagnostics);
                }
                writes.push(write_of(statement));
            }
        }
    }
}

fn write_of(statement: &Statement) -> Write {
    let columns = match &statement.kind {
        StatementKind::Insert { .. }
        | StatementKind::Upsert { .. }
        | StatementKind::Delete { .. } => None,
        StatementKind::Update { set, .. } => Some(set.iter().map(|(column, _)| *column).collect()),
    };
    Write { table: statement.kind.table(), columns, span: statement.span }
}

fn check_expr(expr: &Expr, writes: &[Write], catalog: &Catalog, diagnostics: &mut Vec<Diagnostic>) {
    for node in expr.nodes() {
        let ExprKind::Aggregate(aggregate) = &node.kind else {
            continue;
        };
        let Some(write) = writes.iter().find(|write| changes(write, aggregate)) else {
            continue;
        };
        let table = &catalog.table_of(aggregate.table).name.text;
        let message = format!("this aggregate over `{table}` is read after `{table}` was changed");
        diagnostics.push(
            Diagnostic::error("aggregate-after-write", message, node.span, "read here")
                .related(write.span, "changed here, by the same message")
                .help(
                    "aggregates move when the whole message is done: read it in a statement \
                 before the change",
                ),
        );
    }
}

fn changes(write: &Write, aggregate: &Aggregate) -> bool {
    write.table == aggregate.table
        && write
            .columns
            .as_ref()
            .is_none_or(|columns| columns.iter().any(|column| is_over(aggregate, *column)))
}

/// Whether the rows of the aggregate, or its arguments, depend on the column.
fn is_over(aggregate: &Aggregate, column: ColumnId) -> bool {
    let arguments = aggregate.calls.iter().filter_map(|call| call.argument.as_ref());
    aggregate.group.iter().any(|(grouped, _)| *grouped == column)
        || arguments
            .chain(&aggregate.filter)
            .flat_map(|expr| expr.nodes())
            .any(|node| reads(node, aggregate.var, column))
}

fn reads(expr: &Expr, row: RowVar, column: ColumnId) -> bool {
    matches!(expr.kind, ExprKind::Column(var, read) if var == row && read == column)
}
