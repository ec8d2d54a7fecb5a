// SPDX-License-Identifier: Apache-2.0

//! The names that an expression can use at a place, and the limits of its size.

use super::construct::{Construct, Constructs};
use super::function::Function;
use super::schema::{Column, Table};
use super::tree::Expr;
use super::types::{Kind, Ty};
use crate::rng::Rng;

/// What expressions are made from.
pub struct Maker<'a> {
    /// The random source.
    pub rng: &'a mut Rng,
    /// The tables of the batch.
    pub tables: &'a [Table],
    /// The name of the message and its fields; none in the body of a function.
    pub message: Option<(&'a str, &'a [Column])>,
    /// The parameters in scope.
    pub parameters: Vec<(String, Kind)>,
    /// The parameters of the batch: names and literals.
    pub constants: &'a [(String, String, Kind)],
    /// The functions of the batch.
    pub functions: &'a [Function],
    /// The rows in scope, the innermost last.
    pub rows: Vec<Row>,
    /// Whether only the innermost row may be read, and no error be made: in the filter and argument
    /// of an aggregate, where an error rejects the write of the row and not the reader.
    pub row_alone: bool,
    /// The subqueries that may still be made.
    pub queries: usize,
    /// The constructs that may be made.
    pub served: Constructs,
    /// The constructs made so far.
    pub used: Constructs,
}

/// A row in scope.
#[derive(Clone, Debug)]
pub struct Row {
    /// The table's name or alias.
    pub qualifier: String,
    /// The table.
    pub table: usize,
    /// The nesting depth; tables of one `from` have the same.
    pub depth: usize,
}

impl Maker<'_> {
    /// Returns whether a construct is served and chosen, with that chance in 100, and notes it.
    pub fn choose(&mut self, construct: Construct, chance: usize) -> bool {
        let chosen = self.served.has(construct) && self.rng.percent(chance);
        if chosen {
            self.used.add(construct);
        }
        chosen
    }

    /// Notes a construct.
    pub fn note(&mut self, construct: Construct) {
        self.used.add(construct);
    }

    /// Returns an alternative by weight. One whose construct is not served is never returned.
    pub fn alternative(&mut self, alternatives: &[(usize, Construct)]) -> Construct {
        let weights: Vec<usize> = alternatives
            .iter()
            .map(|(weight, construct)| if self.served.has(*construct) { *weight } else { 0 })
            .collect();
        let (_, construct) = alternatives[self.rng.weighted(&weights)];
        self.used.add(construct);
        construct
    }

    /// A field, column or parameter whose kind is as `test` says.
    pub fn name(&mut self, test: &dyn Fn(Ty) -> bool) -> Option<Expr> {
        let mut found = Vec::new();
        if let Some((message, fields)) = self.message
            && !self.row_alone
        {
            let fits = fields.iter().filter(|field| test(field.ty));
            found.extend(fits.map(|f| Expr::Field(message.to_owned(), f.name.clone(), f.ty)));
        }
        let first = if self.row_alone { self.rows.len() - 1 } else { 0 };
        let mut columns = Vec::new();
        for row in first..self.rows.len() {
            let table = &self.tables[self.rows[row].table];
            let fits = table.columns.iter().filter(|column| test(column.ty));
            columns.extend(fits.map(|column| (row, column.clone())));
        }
        for (row, column) in columns {
            let name = self.written(row, &column.name);
            found.push(Expr::Column(name, column.ty));
        }
        if found.is_empty() { None } else { Some(self.rng.pick(&found).clone()) }
    }

    /// A parameter of a kind.
    pub fn parameter(&mut self, test: &dyn Fn(Kind) -> bool) -> Option<Expr> {
        let fits: Vec<Expr> = self
            .parameters
            .iter()
            .filter(|(_, kind)| !self.row_alone && test(*kind))
            .map(|(name, kind)| Expr::Parameter(name.clone(), *kind))
            .collect();
        if fits.is_empty() { None } else { Some(self.rng.pick(&fits).clone()) }
    }

    /// A parameter of the batch, sometimes.
    pub fn constant(&mut self, kind: Kind) -> Option<Expr> {
        // Not where only the row may be read.
        if self.row_alone || !self.choose(Construct::Parameter, 8) {
            return None;
        }
        let (name, text, kind) = self.constants.iter().find(|(_, _, of)| *of == kind)?;
        Some(Expr::Constant(name.clone(), text.clone(), *kind))
    }

    /// The name of a column as an expression writes it: plain or qualified at random, and qualified
    /// where a plain name would denote another column or none.
    pub fn written(&mut self, row: usize, column: &str) -> String {
        let own = &self.rows[row];
        let others = self.rows.iter().enumerate().filter(|(other, scope)| {
            *other != row && self.tables[scope.table].columns.iter().any(|c| c.name == column)
        });
        // Until the innermost scope wins, a name that two scopes have is ambiguous.
        let hides =
            |depth: usize| !self.served.has(Construct::InnermostScope) || depth >= own.depth;
        let mut is_hidden = false;
        let mut hides_other = false;
        for (_, scope) in others {
            is_hidden |= hides(scope.depth);
            hides_other = true;
        }
        if is_hidden || self.rng.percent(40) {
            return format!("{}.{column}", own.qualifier);
        }
        if hides_other {
            self.used.add(Construct::InnermostScope);
        }
        column.to_owned()
    }

    /// The nesting depth of the next subquery.
    pub fn next_depth(&self) -> usize {
        self.rows.last().map_or(0, |row| row.depth + 1)
    }
}
