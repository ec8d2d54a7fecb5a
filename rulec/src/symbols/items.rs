// SPDX-License-Identifier: Apache-2.0

//! The walk over items, statements and tests.

use super::scope::{Columns, Row, Walk};
use super::table::{SymbolId, SymbolKind, Symbols, Written};
use crate::ast::{
    self, Assignment, ConflictAction, Expected, Expr, ExprKind, Item, Name, Statement, Step,
};

/// The messages that a test sends without a declaration. Each has a field with the name of an item.
const SETTINGS: [(&str, SymbolKind); 3] =
    [("mode", SymbolKind::Rule), ("parameter", SymbolKind::Parameter), ("job", SymbolKind::Job)];

/// Notes the names in a file whose declarations are known.
pub(super) fn walk(file: &ast::File, symbols: &mut Symbols) {
    for (index, item) in file.items.iter().enumerate() {
        let mut walk = Walk { symbols, item: index, rows: Vec::new(), function: None, job: None };
        // The one walk over expressions changes them, or not.
        walk.item(&mut item.clone());
    }
}

impl Walk<'_> {
    fn item(&mut self, item: &mut Item) {
        match item {
            Item::Table(table) => self.table(table),
            Item::Parameter(parameter) => {
                self.expr(&mut parameter.value);
            }
            Item::Function(function) => {
                self.function = self.symbols.declared(SymbolKind::Function, &function.name.text);
                self.select(&mut function.body);
            }
            Item::Rule(rule) => {
                self.all_named(SymbolKind::Message, rule.message.as_slice());
                self.expr(&mut rule.condition);
                self.optional(&mut rule.guard);
            }
            Item::On(on) => {
                self.named(SymbolKind::Message, &on.message);
                self.optional(&mut on.guard);
                self.statements(&mut on.statements);
            }
            Item::OnReject(on) => {
                self.named(SymbolKind::Message, &on.message);
                self.all_named(SymbolKind::Rule, &on.rules);
                self.optional(&mut on.guard);
                self.statements(&mut on.statements);
            }
            Item::Job(job) => {
                let table = self.named(SymbolKind::Table, &job.table);
                self.push_row(table, &job.table, job.alias.as_ref());
                self.job = self.symbols.declared(SymbolKind::Job, &job.name.text);
                self.optional(&mut job.condition);
                self.statements(&mut job.statements);
            }
            Item::Test(test) => test.steps.iter_mut().for_each(|step| self.step(step)),
            Item::Message(_) | Item::Include(_) | Item::TimeZone(_) => {}
        }
    }

    fn optional(&mut self, expr: &mut Option<Expr>) {
        if let Some(expr) = expr {
            self.expr(expr);
        }
    }

    fn all_named(&mut self, kind: SymbolKind, names: &[Name]) {
        for name in names {
            self.named(kind, name);
        }
    }

    fn members(&mut self, owner: Option<SymbolId>, names: &[Name]) {
        for name in names {
            self.member(owner, name);
        }
    }

    fn table(&mut self, table: &mut ast::Table) {
        let id = self.symbols.declared(SymbolKind::Table, &table.name.text);
        self.members(id, &table.key);
        for column in &mut table.columns {
            self.optional(&mut column.default);
        }
        for list in &mut table.lists {
            self.members(id, &list.group);
            self.members(id, list.time.as_slice());
            self.push_row(id, &table.name, None);
            self.optional(&mut list.condition);
            self.rows.clear();
        }
    }

    fn statements(&mut self, statements: &mut [Statement]) {
        statements.iter_mut().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &mut Statement) {
        let outside = self.rows.len();
        match statement {
            Statement::Insert { table, alias, columns, values, conflict, .. } => {
                for value in values {
                    self.expr(value);
                }
                let id = self.named(SymbolKind::Table, table);
                self.members(id, columns.as_deref().unwrap_or_default());
                let conflict = conflict.as_mut();
                if let Some(conflict) = &conflict {
                    self.members(id, &conflict.columns);
                }
                self.push_row(id, table, alias.as_ref());
                if let Some(ConflictAction::Update { set, condition }) =
                    conflict.map(|conflict| &mut conflict.action)
                {
                    self.rows.push(Row {
                        name: Some("excluded".to_owned()),
                        symbol: None,
                        columns: Columns::Table(id),
                        using: Vec::new(),
                    });
                    self.assignments(id, set);
                    self.optional(condition);
                }
            }
            Statement::Update { table, alias, set, from, condition, .. } => {
                let id = self.changed(table, alias.as_ref());
                self.from(from, outside);
                self.assignments(id, set);
                self.optional(condition);
            }
            Statement::Delete { table, alias, using, condition, .. } => {
                self.changed(table, alias.as_ref());
                self.from(using, outside);
                self.optional(condition);
            }
        }
        self.rows.truncate(outside);
    }

    /// Brings the row that a statement changes into scope. If the row that the job visits has the
    /// same name, the name denotes that one.
    fn changed(&mut self, table: &Name, alias: Option<&Name>) -> Option<SymbolId> {
        let id = self.named(SymbolKind::Table, table);
        let visited = self.job.and(self.rows.first());
        let is_visited = visited.is_some_and(|row| {
            let is_its = matches!(row.columns, Columns::Table(visited) if visited == id);
            is_its && alias.is_none() && row.name.as_deref() == Some(table.text.as_str())
        });
        self.push_row(id, table, alias);
        if let Some(row) = self.rows.last_mut().filter(|_| is_visited) {
            row.name = None;
        }
        id
    }

    fn assignments(&mut self, owner: Option<SymbolId>, set: &mut [Assignment]) {
        for (name, value) in set {
            self.member(owner, name);
            self.expr(value);
        }
    }

    fn step(&mut self, step: &mut Step) {
        match step {
            Step::Given { table, row, .. } | Step::ExpectRow { table, row, .. } => {
                let id = self.named(SymbolKind::Table, table);
                self.assignments(id, row);
            }
            Step::ExpectEmpty { table, .. } => {
                self.named(SymbolKind::Table, table);
            }
            Step::When { message, fields, expected, .. } => {
                match SETTINGS.iter().find(|(name, _)| *name == message.text) {
                    Some((_, kind)) => self.setting(*kind, fields),
                    None => {
                        let id = self.named(SymbolKind::Message, message);
                        self.assignments(id, fields);
                    }
                }
                match expected {
                    Expected::Reject { rule: Some(rule), .. } | Expected::Warn(rule) => {
                        self.named(SymbolKind::Rule, rule);
                    }
                    Expected::Accept | Expected::Reject { rule: None, .. } => {}
                }
            }
        }
    }

    /// The fields of a setting, one of which names an item in quotes.
    fn setting(&mut self, kind: SymbolKind, fields: &[Assignment]) {
        let field = kind.text();
        for (_, value) in fields.iter().filter(|(name, _)| name.text == field) {
            let ExprKind::String(text) = &value.kind else { continue };
            if let Some(symbol) = self.symbols.declared(kind, text) {
                self.symbols.note(value.span, symbol, Written::String);
            }
        }
    }
}
