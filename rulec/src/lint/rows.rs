// SPDX-License-Identifier: Apache-2.0

//! The tables of the rows that expressions read, for the names of columns in messages.

use crate::hir::{Expr, ExprKind, RowVar, RuleSet, StatementKind};
use engine::schema::{MessageId, TableId};
use std::collections::BTreeMap;

/// The table of each row variable of a rule set.
pub(super) struct Rows<'a> {
    /// The rule set.
    pub(super) set: &'a RuleSet,
    tables: BTreeMap<RowVar, TableId>,
}

impl<'a> Rows<'a> {
    /// The row variables of a rule set.
    pub(super) fn of(set: &'a RuleSet) -> Rows<'a> {
        let mut tables = BTreeMap::new();
        for rule in &set.rules {
            rule.guard.iter().chain([&rule.condition]).for_each(|part| note(part, &mut tables));
        }
        for block in &set.blocks {
            tables.extend(block.row.map(|row| (row.var, row.table)));
            block.guard.iter().for_each(|guard| note(guard, &mut tables));
            for statement in &block.statements {
                statement.kind.expressions().into_iter().for_each(|part| note(part, &mut tables));
                let table = statement.kind.table();
                match &statement.kind {
                    // The row of a scan is that of its aggregate.
                    StatementKind::Insert { .. } | StatementKind::Rows { .. } => {}
                    StatementKind::Upsert { update, .. } => {
                        let both = update.iter().flat_map(|update| [update.row, update.excluded]);
                        tables.extend(both.map(|row| (row, table)));
                    }
                    StatementKind::Update { row, .. } | StatementKind::Delete { row, .. } => {
                        tables.insert(row.var, table);
                    }
                }
            }
        }
        Rows { set, tables }
    }

    /// How a field or column is written in a message, in backquotes; `None` for other expressions.
    pub(super) fn name(&self, message: MessageId, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Field(id) => {
                let owner = &self.set.messages[usize::from(message.0)].name;
                Some(format!("`{owner}.{}`", self.set.field_name(message, *id)))
            }
            ExprKind::Column(row, id) => {
                let table = self.tables.get(row)?;
                Some(format!("`{}`", self.set.column_name(*table, *id)))
            }
            ExprKind::Convert(inner) => self.name(message, inner),
            ExprKind::Lookup { value, .. } => self.name(message, value),
            _ => None,
        }
    }
}

fn note(expr: &Expr, tables: &mut BTreeMap<RowVar, TableId>) {
    for node in expr.nodes() {
        match &node.kind {
            ExprKind::Lookup { table, row, .. } | ExprKind::Exists { table, row } => {
                tables.insert(row.var, *table);
            }
            ExprKind::Aggregate(aggregate) => {
                tables.insert(aggregate.var, aggregate.table);
            }
            _ => {}
        }
    }
}
