// SPDX-License-Identifier: Apache-2.0

//! A batch as statements of SQLite.
//!
//! SQLite has no decimals, no blank-padded text and no error for an overflow or a division by zero,
//! so only cases without decimals are compared, and only where the rule language has no error.

use super::batch::{Batch, Body, Message};
use super::construct::Construct;
use super::schema::{Column, Table};
use super::tree::{Expr, Statement};
use super::types::{Kind, Ty};
use super::write::Dialect;

/// What SQLite does not have, or has with another meaning.
const ABSENT: &[Construct] = &[
    Construct::Greatest,
    Construct::Cast,
    Construct::Rounding,
    Construct::Sign,
    Construct::Mod,
    Construct::Function,
    Construct::IsTruth,
    Construct::Like,
    Construct::DeleteUsing,
    Construct::Default,
];

impl Batch {
    /// Whether SQLite gives the message the same meaning.
    pub fn is_for_sqlite(&self, message: &Message) -> bool {
        let is_plain = |expr: &Expr| !expr.any(&|part| matches!(part.kind(), Kind::Dec(_)));
        let fits = match &message.body {
            Body::Value(value, column) => is_plain(value) && !is_decimal(column),
            Body::Rule(condition, guard) => is_plain(condition) && guard.iter().all(is_plain),
            Body::Statements(guard, statements) => {
                guard.iter().all(is_plain)
                    && statements.iter().all(|statement| {
                        statement.parts().into_iter().all(is_plain)
                            && !self.assigns_decimal(statement)
                    })
            }
        };
        fits && !message.used.has_any(ABSENT)
    }

    fn assigns_decimal(&self, statement: &Statement) -> bool {
        let (table, names): (_, Vec<&String>) = match statement {
            Statement::Insert { table, values, conflict } => {
                let set = conflict.iter().flat_map(|conflict| &conflict.set);
                (table, values.iter().chain(set).map(|(name, _)| name).collect())
            }
            Statement::Update { table, set, .. } => {
                (&table.table, set.iter().map(|(name, _)| name).collect())
            }
            Statement::Delete { .. } => return false,
        };
        let declared = self.tables.iter().find(|declared| declared.name == *table);
        declared.is_some_and(|declared| {
            declared.columns.iter().any(|c| is_decimal(c) && names.contains(&&c.name))
        })
    }
}

fn is_decimal(column: &Column) -> bool {
    matches!(column.ty, Ty::Dec { .. })
}

impl Table {
    /// Its definition in SQLite. Ranges of integers are constraints; decimals are kept as text.
    pub fn sqlite(&self) -> String {
        let columns = self.columns.iter().map(|column| {
            let name = &column.name;
            let not = if column.nullable { "" } else { " not null" };
            let (ty, check) = match column.ty {
                Ty::Int2 => ("integer", format!(" check ({name} between -32768 and 32767)")),
                Ty::Int4 => {
                    ("integer", format!(" check ({name} between -2147483648 and 2147483647)"))
                }
                Ty::Int8 | Ty::Time | Ty::Bool => ("integer", String::new()),
                Ty::Dec { .. } => ("blob", String::new()),
                Ty::Char(_) => ("text", String::new()),
            };
            format!("{name} {ty}{not}{check}, ")
        });
        let columns: String = columns.collect();
        let key = self.key_names().join(", ");
        format!("create table {} ({columns}primary key ({key})) without rowid", self.name)
    }
}

/// A message in SQLite: queries and statements whose parameters are the fields.
pub struct Steps {
    /// A query for the guard.
    pub guard: Option<String>,
    /// A query for the condition of a rule.
    pub condition: Option<String>,
    /// A query for a value, and the type that it is written to.
    pub value: Option<(String, Ty)>,
    /// The statements.
    pub statements: Vec<String>,
}

impl Message {
    /// The message in SQLite.
    pub fn sqlite(&self) -> Steps {
        let write = Dialect::Sqlite;
        let query = |expr: &Expr| format!("select {}", write.expr(expr));
        let mut steps = Steps { guard: None, condition: None, value: None, statements: Vec::new() };
        match &self.body {
            Body::Value(value, column) => steps.value = Some((query(value), column.ty)),
            Body::Rule(condition, guard) => {
                steps.condition = Some(query(condition));
                steps.guard = guard.as_ref().map(query);
            }
            Body::Statements(guard, statements) => {
                steps.guard = guard.as_ref().map(query);
                steps.statements = statements.iter().map(|s| write.statement(s)).collect();
            }
        }
        steps
    }
}
