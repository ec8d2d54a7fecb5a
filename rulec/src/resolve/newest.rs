// SPDX-License-Identifier: Apache-2.0

//! The tables of windows, and the statements that keep them: beside every insert into the table
//! whose rows are counted, one that moves the time of the row into its place among the newest.

use super::catalog::Catalog;
use super::defined::Window;
use super::literals;
use super::literals::boolean;
use super::operators;
use crate::diagnostic::{Diagnostic, ERRORS_MAX};
use crate::hir::{
    Block, Column, CompareOp, ConflictUpdate, Expr, ExprKind, Function, RowMatch, RowVar,
    Statement, StatementKind, Table,
};
use crate::span::Span;
use engine::schema::{ColumnId, FieldId, MessageId, TableId, Type};
use std::collections::BTreeSet;

/// The tables of the windows of a file, the statements for rows that are loaded, and the statements
/// in the blocks.
pub(super) fn keep(
    catalog: &Catalog,
    blocks: &mut [Block],
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Table>, Vec<(TableId, Statement)>) {
    let windows = catalog.windows.borrow();
    let (mut tables, mut loads) = (Vec::new(), Vec::new());
    for (index, window) in windows.iter().enumerate() {
        let id = catalog.window_table(index);
        tables.push(table_of(catalog, window, index));
        check_inserted_only(catalog, window, blocks, diagnostics);
        for block in blocks.iter_mut() {
            for statement in std::mem::take(&mut block.statements) {
                block.statements.extend(beside(catalog, window, id, &statement, vars));
                block.statements.push(statement);
            }
        }
        let fields = fields_of(catalog, window, window.span);
        let kind = entered(catalog, window, id, &fields, None, window.span, vars);
        loads.push((window.base, Statement { kind, span: window.span, with_next: false }));
    }
    (tables, loads)
}

fn table_of(catalog: &Catalog, window: &Window, index: usize) -> Table {
    let base = catalog.table_of(window.base);
    let column = |id: ColumnId, name: String, nullable| {
        let ty = base.column_of(id).ty.unwrap_or(Type::Int8);
        Column { name, ty, nullable }
    };
    let mut columns: Vec<Column> = window
        .group
        .iter()
        .map(|id| column(*id, base.column_of(*id).name.text.clone(), false))
        .collect();
    columns.extend((1..=window.count).map(|n| column(window.time, format!("newest{n}"), true)));
    Table {
        name: format!("{}$newest{}", base.name.text, index + 1),
        columns,
        key: (0..window.group.len()).map(|i| ColumnId(i as u16)).collect(),
        rows_max: base.rows_max,
        span: base.name.span,
    }
}

/// Reports every statement after which the newest times would not be known.
fn check_inserted_only(
    catalog: &Catalog,
    window: &Window,
    blocks: &[Block],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let base = catalog.table_of(window.base);
    let reads = |column: &ColumnId| {
        window.group.contains(column)
            || *column == window.time
            || window.filter.as_ref().is_some_and(|filter| {
                filter.nodes().any(|e| matches!(e.kind, ExprKind::Column(_, c) if c == *column))
            })
    };
    let mut refused = 0;
    let mut refuse = |span: Span, what: &str| {
        // All of them are reported at the window, and no more than so many are shown.
        refused += 1;
        if refused > ERRORS_MAX + 1 {
            return;
        }
        let message =
            format!("a window over `{}` needs rows that are only inserted", base.name.text);
        diagnostics.push(
            Diagnostic::error("window", message, window.span, "counted here")
                .related(span, what.to_owned()),
        );
    };
    let mut inserts: BTreeSet<(MessageId, bool)> = BTreeSet::new();
    for block in blocks {
        for statement in block.statements.iter().filter(|s| s.kind.table() == window.base) {
            let changes = |set: &[(ColumnId, Expr)]| set.iter().any(|(column, _)| reads(column));
            match &statement.kind {
                StatementKind::Delete { .. } => refuse(statement.span, "a row is deleted here"),
                StatementKind::Rows { .. } => refuse(statement.span, "rows change here"),
                StatementKind::Update { set, .. } if changes(set) => {
                    refuse(statement.span, "a row that is counted changes here");
                }
                StatementKind::Update { .. } => {}
                StatementKind::Upsert { update: Some(update), .. } if changes(&update.set) => {
                    refuse(statement.span, "a row that is counted changes here");
                }
                StatementKind::Insert { .. } | StatementKind::Upsert { .. } => {
                    if !inserts.insert((block.message, block.side.is_reject())) {
                        refuse(statement.span, "the message inserts a second row here");
                    }
                }
            }
        }
    }
}

/// The statement that is one change with an insert into the table whose rows are counted.
fn beside(
    catalog: &Catalog,
    window: &Window,
    id: TableId,
    statement: &Statement,
    vars: &mut u32,
) -> Option<Statement> {
    let (values, there) = match &statement.kind {
        StatementKind::Insert { table, values } if *table == window.base => (values, None),
        StatementKind::Upsert { table, values, .. } if *table == window.base => {
            let key = catalog.table_of(*table).key_columns();
            let key = key.iter().map(|c| values[usize::from(c.0)].clone()).collect();
            let row = RowMatch { var: fresh(vars), key, residual: None };
            (values, Some(ExprKind::Exists { table: *table, row: Box::new(row) }))
        }
        StatementKind::Insert { .. }
        | StatementKind::Upsert { .. }
        | StatementKind::Update { .. }
        | StatementKind::Rows { .. }
        | StatementKind::Delete { .. } => return None,
    };
    let span = statement.span;
    let absent = there.map(|there| operators::not(boolean(there, false, span), span));
    let kind = entered(catalog, window, id, values, absent, span, vars);
    Some(Statement { kind, span, with_next: true })
}

/// The fields of the frame that loads a row, as its columns.
fn fields_of(catalog: &Catalog, window: &Window, span: Span) -> Vec<Expr> {
    let columns = catalog.table_of(window.base).columns.iter().enumerate();
    columns
        .map(|(index, column)| Expr {
            kind: ExprKind::Field(FieldId(index as u16)),
            ty: column.ty.unwrap_or(Type::Int8),
            nullable: column.nullable,
            span,
        })
        .collect()
}

/// The statement that enters a row with these values into a window, if `absent` holds.
fn entered(
    catalog: &Catalog,
    window: &Window,
    id: TableId,
    values: &[Expr],
    absent: Option<Expr>,
    span: Span,
    vars: &mut u32,
) -> StatementKind {
    let base = catalog.table_of(window.base);
    let ty = base.column_of(window.time).ty.unwrap_or(Type::Int8);
    let value = |column: ColumnId| values[usize::from(column.0)].clone();
    let time = value(window.time);
    let mut conditions: Vec<Expr> = absent.into_iter().collect();
    if time.nullable {
        let missing = boolean(ExprKind::IsNull(Box::new(time.clone())), false, span);
        conditions.push(operators::not(missing, span));
    }
    conditions.extend(window.filter.clone().map(|filter| with_values(filter, window.var, values)));
    let (row, excluded) = (fresh(vars), fresh(vars));
    let mut proposed: Vec<Expr> = window.group.iter().map(|column| value(*column)).collect();
    proposed.push(time.clone());
    proposed.extend((1..window.count).map(|_| Expr { ty, ..literals::null(span) }));
    // What the time displaces moves on to the next place.
    let mut set = Vec::new();
    let newest = ColumnId(window.group.len() as u16);
    let mut moving = Expr { kind: ExprKind::Column(excluded, newest), ..time };
    for place in 0..window.count {
        let column = ColumnId(window.group.len() as u16 + place);
        let kept = Expr { kind: ExprKind::Column(row, column), ty, nullable: true, span };
        let function = |function, list| Expr {
            kind: ExprKind::Function(function, list),
            ty,
            nullable: true,
            span,
        };
        let pair = vec![kept.clone(), moving.clone()];
        set.push((column, function(Function::Greatest, pair)));
        moving = displaced(kept, moving, ty, span);
    }
    let update = Some(ConflictUpdate { row, excluded, set, condition: None });
    let when = operators::all(conditions);
    StatementKind::Upsert { table: id, values: proposed, update, when }
}

/// The smaller of two times; NULL if one of them is.
fn displaced(kept: Expr, moving: Expr, ty: Type, span: Span) -> Expr {
    let earlier =
        ExprKind::Compare(CompareOp::Lt, Box::new(moving.clone()), Box::new(kept.clone()));
    let earlier = boolean(earlier, true, span);
    let missing = boolean(ExprKind::IsNull(Box::new(kept.clone())), false, span);
    let null = Expr { ty, ..literals::null(span) };
    let arms = vec![(missing, null), (earlier, moving)];
    let kind = ExprKind::Case { arms, otherwise: Some(Box::new(kept)) };
    Expr { kind, ty, nullable: true, span }
}

/// A condition over a row, with the values that the row will have.
fn with_values(mut expr: Expr, var: RowVar, values: &[Expr]) -> Expr {
    if let ExprKind::Column(row, column) = expr.kind
        && row == var
    {
        return values[usize::from(column.0)].clone();
    }
    for part in expr.parts_mut() {
        let taken = part.clone();
        *part = with_values(taken, var, values);
    }
    expr
}

fn fresh(vars: &mut u32) -> RowVar {
    *vars += 1;
    RowVar(*vars - 1)
}
