// SPDX-License-Identifier: Apache-2.0

//! Inferred keys of tables that declare none: they follow from the lookups.
//!
//! The paper's samples declare no primary keys. Its Figure 7 looks up the row of one account and
//! one ticket, so these two columns must be the key of that table. The same rule applies to every
//! table: the first use in the file that selects a row by equalities determines the key. This pass
//! uses only the syntax, because no expression can be typed before the key columns, which are never
//! NULL, are known.

use super::catalog::{Catalog, Key, Table};
use super::plain_select::plain_rows;
use super::{calls, queries, suggest};
use crate::ast::{self, BinaryOp, ExprKind};
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use engine::machine::KEY_COLUMNS_MAX;
use engine::schema::ColumnId;
use std::collections::BTreeMap;

/// The names of the columns of each table.
type Columns = BTreeMap<String, Vec<String>>;

/// A use of a table.
struct Use<'a> {
    table: &'a str,
    span: Span,
    /// For a use that selects one row: the name of the row in its condition, and the condition.
    row: Option<(&'a str, Option<&'a ast::Expr>)>,
}

/// Infers a key for every table that has none, and adds a note, or an error if no key can be
/// inferred.
pub(super) fn infer(file: &ast::File, catalog: &mut Catalog, diagnostics: &mut Vec<Diagnostic>) {
    if catalog.tables.iter().all(|table| !matches!(table.key, Key::Undeclared)) {
        return;
    }
    let uses = uses_in(file);
    let names = |table: &Table| table.column_names().map(str::to_owned).collect();
    let columns: Columns =
        catalog.tables.iter().map(|table| (table.name.text.clone(), names(table))).collect();
    for table in &mut catalog.tables {
        if !matches!(table.key, Key::Undeclared) {
            continue;
        }
        // The lookup that decides may be among what is missing.
        if file.lost.is_some() {
            table.key = Key::Broken;
        } else {
            infer_table(table, &uses, &columns, diagnostics);
        }
    }
}

fn infer_table(
    table: &mut Table,
    uses: &[Use<'_>],
    columns: &Columns,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mine: Vec<&Use<'_>> = uses.iter().filter(|found| found.table == table.name.text).collect();
    let asked = mine.iter().find_map(|found| {
        let (visible, condition) = found.row?;
        let columns = equated(table, visible, condition?, columns);
        (!columns.is_empty()).then_some((columns, found.span))
    });
    let name = table.name.text.clone();
    match (asked, mine.first()) {
        (Some((columns, place)), _) => {
            if columns.len() > KEY_COLUMNS_MAX {
                let message = format!(
                    "table `{name}` has no primary key, and its first lookup asks for too wide \
                     a one"
                );
                let label = format!(
                    "equates {} columns, at most {KEY_COLUMNS_MAX} fit the key index",
                    columns.len()
                );
                diagnostics.push(
                    Diagnostic::error("key-too-wide", message, place, label)
                        .related(table.name.span, "declared here")
                        .help(format!("write `primary key (…)` into the declaration of `{name}`")),
                );
                table.key = Key::Broken;
                return;
            }
            diagnostics
                .push(note(table, &columns).related(place, "because this looks a row up by it"));
            table.set_key(columns);
        }
        (None, None) => {
            if table.columns.is_empty() {
                table.key = Key::Broken;
                return;
            }
            let first = vec![ColumnId(0)];
            diagnostics.push(
                note(table, &first)
                    .help("nothing uses this table yet, so its first column is taken"),
            );
            table.set_key(first);
        }
        (None, Some(found)) => {
            let message = format!("table `{name}` needs a primary key");
            diagnostics.push(
                Diagnostic::error(
                    "no-key",
                    message,
                    table.name.span,
                    "no lookup in the file shows what it is",
                )
                .related(found.span, "used here")
                .help("write `primary key (…)` after its columns"),
            );
            table.key = Key::Broken;
        }
    }
}

/// The note about an inferred key. It must be created before the columns become `not null`.
fn note(table: &Table, key: &[ColumnId]) -> Diagnostic {
    let names = || key.iter().map(|id| table.column_of(*id).name.text.as_str());
    let message = format!(
        "the primary key of table `{}` is taken to be {}",
        table.name.text,
        suggest::list(names())
    );
    let label =
        format!("as if `primary key ({})` were written", names().collect::<Vec<_>>().join(", "));
    let mut diagnostic = Diagnostic::note("inferred-key", message, table.name.span, label);
    for column in key.iter().map(|id| table.column_of(*id)).filter(|column| column.null_written) {
        diagnostic =
            diagnostic.related(column.name.span, "declared `null`, but in a key it is `not null`");
    }
    diagnostic
}

/// The columns, in column order, that the condition equates with an expression that does not depend
/// on the row.
fn equated(table: &Table, visible: &str, condition: &ast::Expr, names: &Columns) -> Vec<ColumnId> {
    let mut columns = Vec::new();
    for conjunct in queries::operands(BinaryOp::And, condition) {
        let ExprKind::Binary(BinaryOp::Eq, left, right) = &conjunct.kind else {
            continue;
        };
        let found = match (column_in(table, visible, left), column_in(table, visible, right)) {
            (Some(column), None) if is_independent(table, visible, right, names) => column,
            (None, Some(column)) if is_independent(table, visible, left, names) => column,
            _ => continue,
        };
        columns.push(found);
    }
    columns.sort_unstable();
    columns.dedup();
    columns
}

fn column_in(table: &Table, visible: &str, expr: &ast::Expr) -> Option<ColumnId> {
    match &expr.kind {
        ExprKind::Name(name) => table.column(&name.text),
        ExprKind::Qualified(row, name) if row.text == visible => table.column(&name.text),
        _ => None,
    }
}

/// Whether the expression names no column of the row. In a nested subquery, a name that the tables
/// there have is theirs.
fn is_independent(table: &Table, visible: &str, expr: &ast::Expr, columns: &Columns) -> bool {
    queries::parsed(expr, false).all(|node| {
        if column_in(table, visible, node).is_some() {
            return false;
        }
        let select = match &node.kind {
            ExprKind::Subquery(select) | ExprKind::Exists(select) => select,
            ExprKind::InSelect { select, .. } => select,
            _ => return true,
        };
        let inner: Vec<&str> = select.from.iter().filter_map(table_of).collect();
        let is_inner = |e: &ast::Expr| match &e.kind {
            ExprKind::Name(name) => inner
                .iter()
                .any(|table| columns.get(*table).is_some_and(|own| own.contains(&name.text))),
            _ => false,
        };
        select.expressions().into_iter().all(|e| {
            is_inner(e) || {
                queries::parsed(e, true)
                    .all(|part| is_inner(part) || column_in(table, visible, part).is_none())
            }
        })
    })
}

/// Whether a condition says that a column of the table is above something that depends on something
/// else than the row and literals.
pub(super) fn bounds_column(table: &Table, visible: &str, condition: &ast::Expr) -> bool {
    let ExprKind::Binary(op, left, right) = &condition.kind else { return false };
    let (column, bound) = match op {
        BinaryOp::Gt | BinaryOp::Ge => (left, right),
        BinaryOp::Lt | BinaryOp::Le => (right, left),
        _ => return false,
    };
    let names = queries::parsed(bound, true)
        .any(|node| matches!(node.kind, ExprKind::Name(_) | ExprKind::Qualified(..)));
    column_in(table, visible, column).is_some()
        && names
        && is_independent(table, visible, bound, &Columns::new())
}

fn table_of(item: &ast::FromItem) -> Option<&str> {
    match &item.source {
        ast::Source::Table(name) => Some(&name.text),
        ast::Source::Query(_) => None,
    }
}

/// The uses in file order: an included file is where its `include` is, although its spans follow
/// those of the file that includes it.
fn uses_in(file: &ast::File) -> Vec<Use<'_>> {
    let mut uses = Vec::new();
    for item in &file.items {
        let before = uses.len();
        match item {
            ast::Item::Table(_)
            | ast::Item::Message(_)
            | ast::Item::Parameter(_)
            | ast::Item::Include(_)
            | ast::Item::TimeZone(_)
            | ast::Item::Test(_) => {}
            ast::Item::Rule(rule) => {
                uses_in_expr(&rule.condition, &mut uses);
                rule.guard.iter().for_each(|guard| uses_in_expr(guard, &mut uses));
            }
            ast::Item::Function(function) => {
                uses_of(&function.body, false, &mut uses);
                function.body.expressions().into_iter().for_each(|e| uses_in_expr(e, &mut uses));
            }
            ast::Item::Job(job) => {
                uses.push(Use { table: &job.table.text, span: job.table.span, row: None });
                job.condition.iter().for_each(|condition| uses_in_expr(condition, &mut uses));
                let statements = job.statements.iter();
                statements.for_each(|statement| uses_in_statement(statement, &mut uses));
            }
            ast::Item::OnReject(on) => {
                on.guard.iter().for_each(|guard| uses_in_expr(guard, &mut uses));
                on.statements.iter().for_each(|statement| uses_in_statement(statement, &mut uses));
            }
            ast::Item::On(on) => {
                on.guard.iter().for_each(|guard| uses_in_expr(guard, &mut uses));
                on.statements.iter().for_each(|statement| uses_in_statement(statement, &mut uses));
            }
        }
        uses[before..].sort_by_key(|found| found.span);
    }
    uses
}

fn uses_in_statement<'a>(statement: &'a ast::Statement, uses: &mut Vec<Use<'a>>) {
    match statement {
        ast::Statement::Insert { table, values, conflict, span, .. } => {
            uses.push(Use { table: &table.text, span: *span, row: None });
            values.iter().for_each(|value| uses_in_expr(value, uses));
            if let Some(ast::ConflictAction::Update { set, condition }) =
                conflict.as_ref().map(|conflict| &conflict.action)
            {
                set.iter().for_each(|(_, value)| uses_in_expr(value, uses));
                condition.iter().for_each(|condition| uses_in_expr(condition, uses));
            }
        }
        ast::Statement::Update { table, alias, set, condition, span, .. } => {
            set.iter().for_each(|(_, value)| uses_in_expr(value, uses));
            uses_row(table, alias.as_ref(), condition.as_ref(), *span, uses);
        }
        ast::Statement::Delete { table, alias, condition, span, .. } => {
            uses_row(table, alias.as_ref(), condition.as_ref(), *span, uses);
        }
    }
}

fn uses_row<'a>(
    table: &'a ast::Name,
    alias: Option<&'a ast::Name>,
    condition: Option<&'a ast::Expr>,
    span: Span,
    uses: &mut Vec<Use<'a>>,
) {
    let visible = alias.unwrap_or(table).text.as_str();
    uses.push(Use { table: &table.text, span, row: Some((visible, condition)) });
    condition.into_iter().for_each(|condition| uses_in_expr(condition, uses));
}

fn uses_in_expr<'a>(expr: &'a ast::Expr, uses: &mut Vec<Use<'a>>) {
    for node in queries::parsed(expr, true) {
        let (select, by_row) = match &node.kind {
            ExprKind::Subquery(select) => (select, false),
            ExprKind::Exists(select) => (select, true),
            _ => continue,
        };
        uses_of(select, by_row, uses);
    }
}

/// The use of the table of a subquery over one table. `by_row`: even if it has an aggregate.
fn uses_of<'a>(select: &'a ast::Select, by_row: bool, uses: &mut Vec<Use<'a>>) {
    let Ok(plain) = plain_rows(select) else { return };
    let by_row = by_row || !plain.value.is_some_and(calls::has_aggregate);
    let visible = plain.alias.unwrap_or(plain.table).text.as_str();
    let row = by_row.then_some((visible, plain.condition));
    uses.push(Use { table: &plain.table.text, span: select.span, row });
}
