// SPDX-License-Identifier: Apache-2.0

//! The names that an expression can use at its place, and the limit of its size.

use super::schema::{Column, Schema};
use crate::rng::Rng;
use engine::schema::Type;
use std::collections::BTreeSet;

/// An expression of a numeric type.
#[derive(Clone)]
pub struct Number {
    pub text: String,
    /// `None` for an integer.
    pub scale: Option<u8>,
    /// Whether it is only a literal, which the compiler checks against the type of its place.
    pub literal: bool,
}

/// The state of the generator within one rule or block.
pub struct Maker<'a> {
    pub schema: &'a Schema,
    pub rng: &'a mut Rng,
    /// The message whose fields can be named.
    pub message: usize,
    /// Whether no field can be named, as in a job.
    pub no_message: bool,
    /// The rows in scope, innermost last.
    pub rows: Vec<Row>,
    /// Whether only literals and the innermost row can be used, as in the argument of an aggregate.
    pub own_row_only: bool,
    /// The changes by earlier statements of the message: a table, and a column if only columns
    /// changed.
    pub changed: BTreeSet<(usize, Option<usize>)>,
    /// The number of operators and subqueries that this rule or block can still use.
    pub budget: usize,
    /// The number of aggregates that the file can still use. Each can need a hidden table.
    pub aggregates_left: &'a mut usize,
    /// The share of aggregates that are scanned, in percent.
    pub scans_percent: usize,
    /// The number of rows in scope when the scan began that this is within.
    pub within_scan: Option<usize>,
    /// The number of columns and fields that were named so far, to detect constant expressions.
    pub names_made: usize,
    aliases: usize,
}

/// A row in scope.
pub struct Row {
    pub table: usize,
    name: String,
    /// Whether its columns can be named. A key must not depend on the row that it finds.
    pub visible: bool,
    /// Columns that still cannot be named: an aggregate must not read what its message changed.
    pub barred: BTreeSet<usize>,
}

/// A column or field that can be named, and its text.
pub struct Named {
    pub text: String,
    pub ty: Type,
}

impl<'a> Maker<'a> {
    /// Creates a generator with only the message in scope.
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
            no_message: false,
            changed: BTreeSet::new(),
            budget,
            aggregates_left,
            scans_percent: 0,
            within_scan: None,
            names_made: 0,
            aliases: 0,
        }
    }

    /// Brings a row into scope, hidden at first, and returns the text after `from`: the table, with
    /// an alias or not.
    ///
    /// A table that is in scope already gets an alias, because a second row with the same name
    /// would hide the first.
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

    /// Brings a visible row with this name into scope.
    pub fn push_named(&mut self, table: usize, name: &str) {
        let name = name.to_owned();
        self.rows.push(Row { table, name, visible: true, barred: BTreeSet::new() });
    }

    /// Makes the innermost row visible.
    pub fn show_row(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.visible = true;
        }
    }

    /// Returns the text of a column of a row in scope.
    pub fn column_text(&mut self, row: usize, column: usize) -> String {
        let Row { table, name, .. } = &self.rows[row];
        let column = &self.schema.tables[*table].columns[column].name;
        let alone = self.rows.iter().filter(|other| other.table == *table).count() == 1;
        // A statement can bring another row of the table that a job visits into scope later.
        let alone = alone && !(self.no_message && row == 0);
        if alone && self.rng.percent(60) { column.clone() } else { format!("{name}.{column}") }
    }

    /// Returns every column and field that can be named here and has one of the types.
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
                // The row of a subquery is chosen more often than the message.
                for _ in 0..if row == innermost { 2 } else { 1 } {
                    found.push(Named { text: self.column_text(row, index), ty: *ty });
                }
            }
        }
        if !self.own_row_only && !self.no_message {
            let message = &schema.messages[self.message];
            for Column { name, ty, .. } in message.fields.iter().filter(|field| fits(field.ty)) {
                found.push(Named { text: format!("{}.{name}", message.name), ty: *ty });
            }
        }
        found
    }

    /// Returns one of them, if there is any.
    pub fn name(&mut self, fits: impl Fn(Type) -> bool) -> Option<Named> {
        let mut found = self.named(fits);
        if found.is_empty() {
            return None;
        }
        self.names_made += 1;
        let index = self.rng.below(found.len());
        Some(found.swap_remove(index))
    }

    /// Takes one operator from the budget. Returns whether the expression can be one level deeper.
    pub fn spend(&mut self, depth: usize) -> bool {
        if depth == 0 || self.budget == 0 {
            return false;
        }
        self.budget -= 1;
        true
    }

    /// Returns whether a subquery is allowed here.
    pub fn may_ask(&self) -> bool {
        !self.own_row_only && self.rows.len() < 4
    }
}
