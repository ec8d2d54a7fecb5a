// SPDX-License-Identifier: Apache-2.0

//! What an expression may name where it stands, and how large it may grow.

use super::schema::{Column, Schema};
use crate::rng::Rng;
use engine::schema::Type;
use std::collections::BTreeSet;

/// A number: its text, and how many digits it has behind the point.
pub struct Number {
    pub text: String,
    /// `None` for an integer.
    pub scale: Option<u8>,
    /// Whether it is a literal by itself, which the compiler checks against the place it goes to.
    pub literal: bool,
}

/// The state of making one rule or block.
pub struct Maker<'a> {
    pub schema: &'a Schema,
    pub rng: &'a mut Rng,
    /// The message whose fields can be named.
    pub message: usize,
    /// The rows in scope, innermost last.
    pub rows: Vec<Row>,
    /// Whether only literals and the innermost row may be named, as in what an aggregate is over.
    pub own_row_only: bool,
    /// Table and, if only some columns changed, column: what earlier statements of the message
    /// changed.
    pub changed: BTreeSet<(usize, Option<usize>)>,
    /// How many more operators and subqueries this rule or block may have.
    pub budget: usize,
    /// How many more aggregates the file may have: each may need a hidden table.
    pub aggregates_left: &'a mut usize,
    /// How many names of something outside the expression were made, to tell what is constant.
    pub names_made: usize,
    aliases: usize,
}

/// A row in scope.
pub struct Row {
    pub table: usize,
    name: String,
    /// Whether its columns can be named; a key must not depend on the row that it finds.
    pub visible: bool,
    /// Columns that cannot be named even so: an aggregate is not over what the message has changed.
    pub barred: BTreeSet<usize>,
}

/// A column that can be named, as it is written.
pub struct Named {
    pub text: String,
    pub ty: Type,
}

impl<'a> Maker<'a> {
    /// Nothing in scope but the message.
    pub fn new(
        schema: &'a Schema,
        message: usize,
        budget: usize,
        aggregates_left: &'a mut usize,
        rng: &'a mut Rng,
    ) -> Maker<'a> {
        Maker {
            schema,
            rng,
            message,
            rows: Vec::new(),
            own_row_only: false,
            changed: BTreeSet::new(),
            budget,
            aggregates_left,
            names_made: 0,
            aliases: 0,
        }
    }

    /// Brings a row into scope, hidden at first, and returns the table with its alias as it follows
    /// `from`.
    ///
    /// A table that is in scope already gets an alias, because a second row of one name would hide
    /// the first.
    pub fn push_row(&mut self, table: usize) -> String {
        let again = self.rows.iter().any(|row| row.table == table);
        let declared = &self.schema.tables[table].name;
        let (name, text) = if again || self.rng.percent(30) {
            self.aliases += 1;
            let alias = format!("r{}", self.aliases);
            let separator = if self.rng.percent(50) { " as " } else { " " };
            (alias.clone(), format!("{declared}{separator}{alias}"))
        } else {
            (declared.clone(), declared.clone())
        };
        self.rows.push(Row { table, name, visible: false, barred: BTreeSet::new() });
        text
    }

    /// Lets the innermost row be named.
    pub fn show_row(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.visible = true;
        }
    }

    /// A column of a row in scope as it may be written here.
    pub fn column_text(&mut self, row: usize, column: usize) -> String {
        let Row { table, name, .. } = &self.rows[row];
        let column = &self.schema.tables[*table].columns[column].name;
        let alone = self.rows.iter().filter(|other| other.table == *table).count() == 1;
        if alone && self.rng.percent(60) { column.clone() } else { format!("{name}.{column}") }
    }

    /// Every column and field that can be named here and is of one of the types.
    pub fn named(&mut self, fits: impl Fn(Type) -> bool) -> Vec<Named> {
        let schema = self.schema;
        let mut found = Vec::new();
        let innermost = self.rows.len().saturating_sub(1);
        for row in 0..self.rows.len() {
            if !self.rows[row].visible || self.own_row_only && row != innermost {
                continue;
            }
            let columns = &schema.tables[self.rows[row].table].columns;
            for (index, Column { ty, .. }) in columns.iter().enumerate().filter(|(_, c)| fits(c.ty))
            {
                if self.rows[row].barred.contains(&index) {
                    continue;
                }
                // The row that a subquery is about is more to the point than the message.
                for _ in 0..if row == innermost { 2 } else { 1 } {
                    found.push(Named { text: self.column_text(row, index), ty: *ty });
                }
            }
        }
        if !self.own_row_only {
            let message = &schema.messages[self.message];
            for Column { name, ty, .. } in message.fields.iter().filter(|field| fits(field.ty)) {
                found.push(Named { text: format!("{}.{name}", message.name), ty: *ty });
            }
        }
        found
    }

    /// One of them, if there is any.
    pub fn name(&mut self, fits: impl Fn(Type) -> bool) -> Option<Named> {
        let mut found = self.named(fits);
        if found.is_empty() {
            return None;
        }
        self.names_made += 1;
        let index = self.rng.below(found.len());
        Some(found.swap_remove(index))
    }

    /// Whether the expression may go one level deeper; if so it is paid for.
    pub fn spend(&mut self, depth: usize) -> bool {
        if depth == 0 || self.budget == 0 {
            return false;
        }
        self.budget -= 1;
        true
    }

    /// Whether subqueries may stand here.
    pub fn may_ask(&self) -> bool {
        !self.own_row_only && self.rows.len() < 4
    }
}
