// SPDX-License-Identifier: Apache-2.0

//! `(select …)` as a value: of the row that a key finds, of an aggregate, or of a scan.

use super::calls;
use super::conjuncts::Conjunct;
use super::limits::SUBQUERY_DEPTH_MAX;
use super::plain_select::{PlainSelect, plain_select};
use super::scope::{Item, Place, Row};
use super::unfound_row::Seeker;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{Call, Expr, ExprKind, RowVar};
use crate::span::Span;
use engine::machine::SCAN_ROWS_MAX;
use engine::schema::TableId;

/// What a subquery asks of a group of rows.
#[derive(Default)]
pub(super) struct Asked {
    /// The aggregate calls of its value.
    pub calls: Vec<Call>,
    /// Why a hidden table cannot keep them.
    pub refusals: Vec<Diagnostic>,
}

impl Item<'_> {
    /// `(select …)` as a value.
    pub fn subquery(&mut self, select: &ast::Select, span: Span) -> Option<Expr> {
        if let Some(inner) = Self::first_rows(select) {
            return self.value_of_first_rows(select, inner, span);
        }
        if Self::is_ordered(select) {
            return self.first_value(select, span);
        }
        if Self::is_join(select) {
            return self.joined_value(select, span);
        }
        let plain = self.plain_select(select)?;
        let Some(selected) = plain.value else { return self.not_served("`select *`", span) };
        let aggregated = calls::has_aggregate(selected);
        let place = if aggregated { Place::Group } else { Place::Single };
        let table = self.enter_subquery(plain.table, span)?;
        let var = self.push_row(table, plain.visible(), place);
        let value = self.expr(selected);
        if let Some(row) = self.rows.last_mut() {
            row.place = Place::Single;
        }
        let conjuncts = self.conjuncts(plain.condition, var);
        let asked = self.leave_subquery();
        let (value, conjuncts) = (value?, conjuncts?);
        if aggregated {
            return self.aggregate((table, var), conjuncts, asked, value, span);
        }
        self.value_of_row((table, var), conjuncts, value, (select.span, span))
    }

    /// The value of the row that the conjuncts select, found by its key or by a scan.
    pub fn value_of_row(
        &mut self,
        (table, var): (TableId, RowVar),
        conjuncts: Vec<Conjunct>,
        value: Expr,
        (select, span): (Span, Span),
    ) -> Option<Expr> {
        let ty = value.ty;
        match self.row_match(table, var, conjuncts) {
            Ok(row) => {
                let kind = ExprKind::Lookup { table, row: Box::new(row), value: Box::new(value) };
                Some(Expr { kind, ty, nullable: true, span })
            }
            Err(conjuncts) => match self.scan_of((table, var), &conjuncts, SCAN_ROWS_MAX) {
                Some(rows) => self.only_row(rows, value, span),
                None => self.refuse_row(table, var, &conjuncts, Seeker::Subquery, select),
            },
        }
    }

    /// A subquery that selects one value, or all columns, of the rows of one table.
    pub fn plain_select<'s>(&mut self, select: &'s ast::Select) -> Option<PlainSelect<'s>> {
        match plain_select(select) {
            Ok(plain) => Some(plain),
            Err((what, span)) => self.not_served(what, span),
        }
    }

    /// Enters a subquery over a table, unless it is too deep or in the argument of an aggregate.
    pub fn enter_subquery(&mut self, table: &ast::Name, span: Span) -> Option<TableId> {
        if let Some(row) = self.rows.last_mut().filter(|row| row.place == Place::Argument) {
            row.refusals.push(
                Diagnostic::error(
                    "subquery-in-aggregate",
                    "the argument of an aggregate cannot contain a subquery",
                    span,
                    "read in the middle of an aggregate",
                )
                .help(
                    "an aggregate is over the columns of its row: store what this reads in a \
                     column of the table",
                ),
            );
        }
        if self.subqueries >= SUBQUERY_DEPTH_MAX {
            let message =
                format!("subqueries are more than {SUBQUERY_DEPTH_MAX} deep in one another");
            return self
                .refuse(Diagnostic::error("subquery-depth", message, span, "one too many").help(
                    "each waits for the one within it; store a result in a table in between",
                ));
        }
        let table = self.table(table)?;
        self.subqueries += 1;
        Some(table)
    }

    /// Leaves a subquery, with what it asks of its rows.
    pub fn leave_subquery(&mut self) -> Asked {
        self.subqueries -= 1;
        let row = self.rows.pop();
        row.map(|Row { calls, refusals, .. }| Asked { calls, refusals }).unwrap_or_default()
    }
}
