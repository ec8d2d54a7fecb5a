// SPDX-License-Identifier: Apache-2.0

//! Defaults of columns: the values of columns that an `insert` leaves out, and of `default` in an
//! `insert` or a `set`. A default is a constant, so that a loader or a change of the tables can
//! write it without the compiler.

use super::catalog::{Catalog, Column, ColumnDefault, Table};
use super::scope::{Item, Owner, Unseen};
use super::{conversions, lengths, literals};
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{Expr, ExprKind};
use crate::span::Span;
use engine::schema::ColumnId;

/// Resolves the defaults of all columns.
pub(super) fn declare(
    file: &ast::File,
    catalog: &mut Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for item in &file.items {
        let ast::Item::Table(table) = item else { continue };
        for column in &table.columns {
            let Some(value) = &column.default else { continue };
            // Of two tables or columns with one name, which is an error, the first is declared.
            let id = catalog.table(&table.name.text);
            let id = id.filter(|id| catalog.table_of(*id).name.span == table.name.span);
            let at = id.and_then(|id| catalog.table_of(id).column(&column.name.text));
            let (Some(id), Some(at)) = (id, at) else { continue };
            let declared = catalog.table_of(id).column_of(at);
            if declared.name.span != column.name.span {
                continue;
            }
            let owner = Owner::Nothing(Unseen::Default);
            let mut item = Item::new(catalog, owner, vars, diagnostics);
            if let Some(default) = item.default_value(declared, value) {
                catalog.set_default(id, at, default);
            }
        }
    }
}

impl Item<'_> {
    fn default_value(&mut self, column: &Column, value: &ast::Expr) -> Option<ColumnDefault> {
        let name = &column.name;
        let value = self.expr(value)?;
        if literals::is_null(&value) {
            if column.nullable {
                return Some(ColumnDefault::None);
            }
            let message = format!("column `{}` is not null, and its default is NULL", name.text);
            let error = Diagnostic::error("null-violation", message, value.span, "NULL");
            let error = error.related(name.span, "declared here");
            return self.refuse(error.help("write another default, or leave it out"));
        }
        let (value, ty) = (lengths::plain(&value).clone(), column.ty?);
        let zone = &self.catalog.zone;
        let is_constant =
            |value: &Expr| matches!(value.kind, ExprKind::Number(_) | ExprKind::Text(_));
        if is_constant(&value) {
            let value = self.check(conversions::assign(value, ty, &name.text, zone))?;
            if is_constant(&value) {
                return Some(ColumnDefault::Value(value));
            }
            let message = format!("this value does not fit column `{}`", name.text);
            let label = format!("`{}` is {ty}", name.text);
            return self.refuse(Diagnostic::error("literal-range", message, value.span, label));
        }
        let message = format!("the default of column `{}` is not a constant", name.text);
        let error = Diagnostic::error("default-value", message, value.span, "this is computed");
        self.refuse(error.help(Unseen::Default.instead()))
    }

    /// Whether the default of a column names a parameter, which is reported.
    pub(super) fn is_parameter_of_default(&mut self, name: &ast::Name) -> bool {
        let is_default = matches!(self.owner, Owner::Nothing(Unseen::Default));
        let is_it = is_default && self.catalog.parameter(&name.text).is_some();
        if is_it {
            let message = format!("the default of a column cannot be parameter `{}`", name.text);
            let error = Diagnostic::error("default-value", message, name.span, "a parameter");
            self.diagnostics.push(error.help(Unseen::Default.instead()));
        }
        is_it
    }

    /// The default of a column that a statement writes, or NULL. `missing` is the error for a
    /// column that has neither.
    pub(super) fn default_of(
        &mut self,
        table: &Table,
        id: ColumnId,
        place: Span,
        missing: impl FnOnce(&Column) -> Diagnostic,
    ) -> Option<Expr> {
        let column = table.column_of(id);
        match &column.default {
            ColumnDefault::Value(value) => Some(Expr { span: place, ..value.clone() }),
            ColumnDefault::None if column.nullable => {
                Some(Expr { ty: column.ty?, ..literals::null(place) })
            }
            ColumnDefault::None => self.refuse(missing(column)),
            ColumnDefault::Broken => None,
        }
    }

    /// The value of `default` in place of a value that is written to a column.
    pub(super) fn written_default(
        &mut self,
        table: &Table,
        id: ColumnId,
        place: Span,
    ) -> Option<Expr> {
        self.default_of(table, id, place, |column| {
            let name = &column.name.text;
            let message = format!("column `{name}` is not null and has no default");
            Diagnostic::error("null-violation", message, place, "it would be NULL")
                .related(column.name.span, "declared here")
                .help("write the value itself, or declare a `default`")
        })
    }

    /// The error for `default` elsewhere, which no text has.
    pub(super) fn misplaced_default(&mut self, span: Span) -> Option<Expr> {
        let message = "`default` is a whole value of an `insert` or a `set`";
        self.refuse(Diagnostic::error("default-value", message, span, ""))
    }
}
