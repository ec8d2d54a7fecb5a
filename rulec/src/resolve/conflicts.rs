// SPDX-License-Identifier: Apache-2.0

//! `insert … on conflict`: what happens if there is a row with the key of the proposed one.

use super::catalog::{Key, Table};
use super::scope::{Item, Place};
use super::suggest;
use crate::ast::{self, ConflictAction, Name};
use crate::diagnostic::Diagnostic;
use crate::hir::{ConflictUpdate, Expr, StatementKind};
use engine::schema::{ColumnId, TableId};

impl Item<'_> {
    /// The statement that inserts a row. `name` is that of the row that is there.
    pub(super) fn on_conflict(
        &mut self,
        row: Option<(TableId, Vec<Expr>)>,
        name: &Name,
        conflict: Option<&ast::Conflict>,
    ) -> Option<StatementKind> {
        let (table, values) = row?;
        let Some(conflict) = conflict else {
            return Some(StatementKind::Insert { table, values });
        };
        let declared = self.catalog.table_of(table);
        self.check_conflict_columns(declared, conflict)?;
        let update = match &conflict.action {
            ConflictAction::Nothing => None,
            ConflictAction::Update { set, condition } => {
                let excluded = Name { text: "excluded".to_owned(), span: name.span };
                // The two rows are one scope: a plain name that both have is ambiguous.
                let row = self.push_row(table, name, Place::Single);
                let excluded = self.push_row(table, &excluded, Place::Single);
                let set = self.assignments(declared, set);
                let condition =
                    condition.as_ref().map(|condition| self.condition(condition, "a `where`"));
                self.rows.truncate(self.rows.len() - 2);
                let condition = match condition {
                    Some(condition) => Some(condition?),
                    None => None,
                };
                Some(ConflictUpdate { row, excluded, set: set?, condition })
            }
        };
        Some(StatementKind::Upsert { table, values, update, when: None })
    }

    /// Checks that the columns are those of the primary key, by which rows can conflict.
    fn check_conflict_columns(&mut self, table: &Table, conflict: &ast::Conflict) -> Option<()> {
        if conflict.columns.is_empty() || matches!(table.key, Key::Broken) {
            return Some(());
        }
        let columns: Vec<Option<ColumnId>> =
            conflict.columns.iter().map(|name| self.target(table, name)).collect();
        let mut columns = columns.into_iter().collect::<Option<Vec<ColumnId>>>()?;
        columns.sort_unstable();
        columns.dedup();
        if columns == table.key_columns() {
            return Some(());
        }
        let names = || table.key_columns().iter().map(|id| table.column_of(*id).name.text.as_str());
        let message = format!("rows of `{}` conflict by their primary key only", table.name.text);
        let span = conflict.columns.iter().map(|name| name.span).reduce(|a, b| a.to(b));
        let key: Vec<&str> = names().collect();
        self.refuse(
            Diagnostic::error("conflict-columns", message, span.unwrap_or(conflict.span), "")
                .related(table.name.span, format!("its primary key is {}", suggest::list(names())))
                .help(format!("write `on conflict ({})`", key.join(", "))),
        )
    }
}
