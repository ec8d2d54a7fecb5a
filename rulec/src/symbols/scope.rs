// SPDX-License-Identifier: Apache-2.0

//! Names in expressions and queries: the rows in scope, and what a name denotes there.
//!
//! A plain name is a column of the innermost row that has it, then an argument of the function,
//! then a parameter. `row.name` is a column of the innermost row with that name, then one of the
//! row that a job visits, an argument of the function, or a field of a message.

use super::table::{SymbolId, SymbolKind, Symbols, Written};
use crate::ast::{Expr, ExprKind, FromItem, Join, Name, Part, Select, SelectValue, Source};
use crate::resolve::{function_names, name_of};

/// The walk over one item.
pub(super) struct Walk<'s> {
    pub(super) symbols: &'s mut Symbols,
    /// The item.
    pub(super) item: usize,
    /// The rows in scope, innermost last.
    pub(super) rows: Vec<Row>,
    /// The function whose body this is.
    pub(super) function: Option<SymbolId>,
    /// The job whose row is the outermost one.
    pub(super) job: Option<SymbolId>,
}

/// A row in scope.
pub(super) struct Row {
    /// Its name in expressions; none if it has none.
    pub(super) name: Option<String>,
    /// What the name denotes: an alias or a table.
    pub(super) symbol: Option<SymbolId>,
    pub(super) columns: Columns,
    /// The columns that a plain name takes from an earlier row, by `using`.
    pub(super) using: Vec<String>,
}

/// The columns of a row.
pub(super) enum Columns {
    /// Those of a table; of none if it is not known.
    Table(Option<SymbolId>),
    /// Those of a query, by name. A column without a symbol is a call of a built-in function.
    Query(Vec<(String, Option<SymbolId>)>),
}

/// What was found by a name; a column of a query can have no symbol.
type Found = Option<Option<SymbolId>>;

impl Walk<'_> {
    /// Walks over an expression; returns what it denotes if it is a name.
    pub(super) fn expr(&mut self, expr: &mut Expr) -> Option<SymbolId> {
        match &mut expr.kind {
            ExprKind::Name(name) => {
                let symbol = self.plain_name(name)?;
                self.symbols.note(name.span, symbol, Written::Name);
                Some(symbol)
            }
            ExprKind::Qualified(qualifier, name) => self.qualified_name(qualifier, name),
            kind => {
                let symbol = match &*kind {
                    ExprKind::Call { function, .. } => self.called(function),
                    _ => None,
                };
                kind.each_part(&mut |part| match part {
                    Part::Operand(operand) => {
                        self.expr(operand);
                    }
                    Part::Query(select) | Part::Rows(select) => {
                        self.select(select);
                    }
                    Part::Name(_) | Part::Type(_) | Part::Span(_) => {}
                });
                symbol
            }
        }
    }

    fn called(&mut self, function: &Name) -> Option<SymbolId> {
        if function_names().any(|name| name == function.text) {
            return None;
        }
        self.named(SymbolKind::Function, function)
    }

    /// Notes the name of a declared item.
    pub(super) fn named(&mut self, kind: SymbolKind, name: &Name) -> Option<SymbolId> {
        let symbol = self.symbols.declared(kind, &name.text)?;
        self.symbols.note(name.span, symbol, Written::Name);
        Some(symbol)
    }

    /// Notes the name of a member of a table or message.
    pub(super) fn member(&mut self, owner: Option<SymbolId>, name: &Name) -> Option<SymbolId> {
        let symbol = self.symbols.member(owner?, &name.text)?;
        self.symbols.note(name.span, symbol, Written::Name);
        Some(symbol)
    }

    fn plain_name(&self, name: &Name) -> Option<SymbolId> {
        let text = name.text.as_str();
        let mut rows = self.rows.iter().rev().filter(|row| !row.using.contains(&name.text));
        if let Some(found) = rows.find_map(|row| self.column(row, text)) {
            return found;
        }
        let argument = self.function.and_then(|function| self.symbols.member(function, text));
        argument.or_else(|| self.symbols.declared(SymbolKind::Parameter, text))
    }

    /// The column of a row with this name.
    fn column(&self, row: &Row, name: &str) -> Found {
        match &row.columns {
            Columns::Table(table) => self.symbols.member((*table)?, name).map(Some),
            Columns::Query(columns) => {
                columns.iter().find(|(column, _)| column == name).map(|(_, symbol)| *symbol)
            }
        }
    }

    fn qualified_name(&mut self, qualifier: &Name, name: &Name) -> Option<SymbolId> {
        let (owner, found) = self.qualified(qualifier, name);
        if let Some(owner) = owner {
            self.symbols.note(qualifier.span, owner, Written::Name);
        }
        let symbol = found??;
        self.symbols.note(name.span, symbol, Written::Name);
        Some(symbol)
    }

    /// What a qualifier and a name with it denote.
    fn qualified(&self, qualifier: &Name, name: &Name) -> (Option<SymbolId>, Found) {
        let is_it = |row: &&Row| row.name.as_deref() == Some(qualifier.text.as_str());
        if let Some(row) = self.rows.iter().rev().find(is_it) {
            return (row.symbol, self.column(row, &name.text));
        }
        let is_named = |id: &SymbolId| self.symbols.get(*id).name == qualifier.text;
        if let Some(job) = self.job.filter(is_named) {
            return (Some(job), self.rows.first().and_then(|row| self.column(row, &name.text)));
        }
        if let Some(function) = self.function.filter(is_named)
            && let Some(argument) = self.symbols.member(function, &name.text)
        {
            return (Some(function), Some(Some(argument)));
        }
        let message = self.symbols.declared(SymbolKind::Message, &qualifier.text);
        (message, message.map(|message| self.symbols.member(message, &name.text)))
    }

    /// Walks over a query; returns its columns by name.
    pub(super) fn select(&mut self, select: &mut Select) -> Vec<(String, Option<SymbolId>)> {
        let outside = self.rows.len();
        self.from(&mut select.from, outside);
        let mut columns = Vec::with_capacity(select.items.len());
        for item in &mut select.items {
            let SelectValue::Expr(value) = &mut item.value else { continue };
            let symbol = self.expr(value);
            columns.push(match (&item.alias, name_of(value)) {
                (Some(alias), _) => {
                    let value = self.symbols.add(SymbolKind::Value, alias, None, self.item);
                    (alias.text.clone(), Some(value))
                }
                (None, Some(name)) => (name.text.clone(), symbol),
                (None, None) => (String::new(), None),
            });
        }
        let order = select.order.iter_mut().map(|order| &mut order.value);
        for value in select.condition.iter_mut().chain(order) {
            self.expr(value);
        }
        self.rows.truncate(outside);
        columns
    }

    /// Brings the rows of a `from` into scope. Those after the first `outside` are of the same
    /// `from`, and a query in it does not see them.
    pub(super) fn from(&mut self, items: &mut [FromItem], outside: usize) {
        for item in items {
            match &mut item.source {
                Source::Table(name) => {
                    let table = self.named(SymbolKind::Table, name);
                    self.push_row(table, name, item.alias.as_ref());
                }
                Source::Query(select) => {
                    let beside = self.rows.split_off(outside);
                    let columns = self.select(select);
                    self.rows.extend(beside);
                    let alias = item.alias.as_ref();
                    let symbol = alias
                        .map(|name| self.symbols.add(SymbolKind::Alias, name, None, self.item));
                    self.rows.push(Row {
                        name: alias.map(|alias| alias.text.clone()),
                        symbol,
                        columns: Columns::Query(columns),
                        using: Vec::new(),
                    });
                }
            }
            match &mut item.join {
                Join::List | Join::Cross => {}
                Join::On(condition) => {
                    self.expr(condition);
                }
                Join::Using(columns) => {
                    columns.iter().for_each(|column| self.using(column, outside));
                }
            }
        }
    }

    /// A column of `using`: one of the last row, and one of an earlier row of the `from`.
    fn using(&mut self, name: &Name, outside: usize) {
        let rows = self.rows[outside..].iter().rev();
        let mut has_it = rows.filter_map(|row| self.column(row, &name.text));
        let found: Vec<SymbolId> =
            [has_it.next(), has_it.next_back()].into_iter().flatten().flatten().collect();
        for symbol in found {
            self.symbols.note(name.span, symbol, Written::Name);
        }
        if let Some(last) = self.rows.last_mut() {
            last.using.push(name.text.clone());
        }
    }

    /// Brings a row of a table into scope, under its alias or the name of the table.
    pub(super) fn push_row(&mut self, table: Option<SymbolId>, name: &Name, alias: Option<&Name>) {
        let symbol = match alias {
            Some(alias) => Some(self.symbols.add(SymbolKind::Alias, alias, table, self.item)),
            None => table,
        };
        let name = Some(alias.unwrap_or(name).text.clone());
        self.rows.push(Row { name, symbol, columns: Columns::Table(table), using: Vec::new() });
    }
}
