// SPDX-License-Identifier: Apache-2.0

//! `on` blocks and their statements.

use super::catalog::{Catalog, Table};
use super::literals;
use super::name_index::NameIndex;
use super::scope::{Item, Owner};
use super::unfound_row::Seeker;
use super::{conversions, suggest};
use crate::ast::{self, Name};
use crate::diagnostic::Diagnostic;
use crate::hir::{Block, Expr, RowMatch, RowVar, Rule, Side, Statement, StatementKind};
use crate::span::Span;
use engine::machine::SET_ROWS_MAX;
use engine::schema::{ColumnId, RuleId, TableId};
use std::collections::BTreeSet;

/// Resolves the blocks of a file; those with errors are left out.
pub(super) fn resolve(
    file: &ast::File,
    catalog: &Catalog,
    rules: &[Rule],
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    let known = KnownRules::of(file, rules);
    let mut blocks = Vec::new();
    for item in &file.items {
        let (message, by, guard, statements) = match item {
            ast::Item::On(on) => (&on.message, None, on.guard.as_ref(), &on.statements),
            ast::Item::OnReject(on) => {
                (&on.message, Some(&on.rules), on.guard.as_ref(), &on.statements)
            }
            ast::Item::Table(_)
            | ast::Item::Message(_)
            | ast::Item::Parameter(_)
            | ast::Item::Function(_)
            | ast::Item::Job(_)
            | ast::Item::Rule(_)
            | ast::Item::Include(_)
            | ast::Item::TimeZone(_)
            | ast::Item::Test(_) => continue,
        };
        let owner = match catalog.message(&message.text) {
            Some(id) => Owner::Block(id, message.span),
            None => {
                diagnostics.push(unknown_message(catalog, message));
                Owner::Unknown
            }
        };
        let mut item = Item::new(catalog, owner, vars, diagnostics);
        let side = match by {
            None => Some(Side::Accept),
            Some(names) => item.reject_of(&known, names),
        };
        blocks.extend(resolve_block(side, guard, statements, item));
    }
    blocks
}

pub(super) fn unknown_message(catalog: &Catalog, name: &Name) -> Diagnostic {
    let message = format!("there is no message `{}`", name.text);
    let diagnostic = Diagnostic::error("unknown-name", message, name.span, "unknown message");
    match catalog.table(&name.text) {
        Some(_) => diagnostic
            .help(format!("`{}` is a table; a block runs when a message arrives", name.text)),
        None => catalog.suggestions.propose(diagnostic, name, catalog.message_names()),
    }
}

/// The rules of a file by name, for the blocks that run when one of them rejects.
struct KnownRules<'a> {
    /// Those without an error.
    rules: &'a [Rule],
    places: NameIndex,
    /// The names of all.
    written: BTreeSet<&'a str>,
}

impl<'a> KnownRules<'a> {
    fn of(file: &'a ast::File, rules: &'a [Rule]) -> KnownRules<'a> {
        let written = file.items.iter().filter_map(|item| match item {
            ast::Item::Rule(rule) => Some(rule.name.text.as_str()),
            _ => None,
        });
        let places = NameIndex::of(rules.iter().map(|rule| rule.name.as_str()));
        KnownRules { rules, places, written: written.collect() }
    }
}

fn resolve_block(
    side: Option<Side>,
    guard: Option<&ast::Expr>,
    statements: &[ast::Statement],
    mut item: Item<'_>,
) -> Option<Block> {
    let guard = guard.map(|guard| item.condition(guard, "the guard of a block"));
    let statements: Vec<Option<Statement>> =
        statements.iter().map(|statement| item.statement(statement)).collect();
    let guard = match guard {
        Some(guard) => Some(guard?),
        None => None,
    };
    let statements = statements.into_iter().collect::<Option<Vec<Statement>>>()?;
    let Owner::Block(message, _) = item.owner else {
        return None;
    };
    Some(Block { message, side: side?, guard, statements, row: None })
}

/// The rows that a statement changes.
enum Changed {
    /// The row that its key finds.
    One(RowMatch),
    /// Those that a scan selects.
    Rows(Expr),
}

impl Item<'_> {
    /// The side of a block that runs when one of these rules, or any, rejects.
    fn reject_of(&mut self, known: &KnownRules<'_>, names: &[Name]) -> Option<Side> {
        if names.is_empty() {
            return Some(Side::Reject { by: None });
        }
        let Owner::Block(message, header) = self.owner else { return None };
        let mut by = Vec::with_capacity(names.len());
        for name in names {
            let Some(index) = known.places.place(&name.text) else {
                return self.refuse_rule(known, name);
            };
            let of_rule = known.rules[index].message;
            if of_rule != message {
                let owner = &self.catalog.message_of(of_rule).name.text;
                let text = format!("rule `{}` is about message `{owner}`", name.text);
                return self.refuse(
                    Diagnostic::error("two-messages", text, name.span, "a rule of another message")
                        .related(header, "the message that is rejected"),
                );
            }
            by.push(RuleId(index as u16));
        }
        by.sort_unstable();
        by.dedup();
        Some(Side::Reject { by: Some(by) })
    }

    fn refuse_rule<T>(&mut self, known: &KnownRules<'_>, name: &Name) -> Option<T> {
        if known.written.contains(name.text.as_str()) {
            // The rule is there, and its error is reported.
            return None;
        }
        let message = format!("there is no rule `{}`", name.text);
        let diagnostic = Diagnostic::error("unknown-name", message, name.span, "unknown rule");
        let rules = known.rules.iter().map(|rule| rule.name.as_str());
        self.refuse(self.catalog.suggestions.propose(diagnostic, name, rules))
    }

    pub(super) fn statement(&mut self, statement: &ast::Statement) -> Option<Statement> {
        let (kind, span) = match statement {
            ast::Statement::Insert { table, alias, columns, values, conflict, span } => {
                let row = self.insert(table, columns.as_deref(), values, *span);
                (self.on_conflict(row, alias.as_ref().unwrap_or(table), conflict.as_ref()), span)
            }
            ast::Statement::Update { table, alias, set, from, condition, span } => {
                let target = (table, alias.as_ref());
                (self.update(target, set, from, condition.as_ref(), *span), span)
            }
            ast::Statement::Delete { table, alias, using, condition, span } => {
                let target = (table, alias.as_ref());
                (self.delete(target, using, condition.as_ref(), *span), span)
            }
        };
        Some(Statement { kind: kind?, span: *span, with_next: false })
    }

    fn insert(
        &mut self,
        name: &Name,
        columns: Option<&[Name]>,
        values: &[ast::Expr],
        span: Span,
    ) -> Option<(TableId, Vec<Expr>)> {
        let resolved: Vec<Option<Expr>> = values.iter().map(|value| self.expr(value)).collect();
        let table = self.table(name)?;
        let declared = self.catalog.table_of(table);
        let targets = match columns {
            Some(columns) => self.insert_columns(declared, columns),
            None => (0..declared.columns.len()).map(|index| Some(ColumnId(index as u16))).collect(),
        };
        if values.len() != targets.len() {
            let message = format!("{} values for {} columns", values.len(), targets.len());
            let missing = || targets.iter().skip(values.len()).flatten();
            let (at, label) = match values.get(targets.len()) {
                Some(extra) => (extra.span, "no column is left for this one".to_owned()),
                None => {
                    let names = missing().map(|id| declared.column_of(*id).name.text.as_str());
                    (span, format!("nothing for {}", suggest::list(names)))
                }
            };
            return self.refuse(Diagnostic::error("value-count", message, at, label).related(
                name.span,
                format!("`{}` has {}", name.text, suggest::list(declared.column_names())),
            ));
        }
        let mut row: Vec<Option<Expr>> = declared.columns.iter().map(|_| None).collect();
        let mut sound = true;
        for (target, value) in targets.iter().zip(resolved) {
            let value = target.zip(value).and_then(|(id, value)| self.written(declared, id, value));
            match (target, value) {
                (Some(id), Some(value)) => row[usize::from(id.0)] = Some(value),
                _ => sound = false,
            }
        }
        if !sound {
            return None;
        }
        let place = columns.and_then(|columns| columns.last()).map_or(span, |last| last.span);
        let values: Vec<Option<Expr>> = row
            .into_iter()
            .enumerate()
            .map(|(index, value)| {
                value.or_else(|| self.unwritten(declared, ColumnId(index as u16), place))
            })
            .collect();
        Some((table, values.into_iter().collect::<Option<Vec<Expr>>>()?))
    }

    /// The columns of a column list; `None` in place of each that has an error.
    fn insert_columns(&mut self, table: &Table, columns: &[Name]) -> Vec<Option<ColumnId>> {
        let mut seen: Vec<(ColumnId, Span)> = Vec::new();
        columns
            .iter()
            .map(|name| {
                let id = self.target(table, name)?;
                self.first_time(&mut seen, id, name)?;
                Some(id)
            })
            .collect()
    }

    /// The value of a column that an insert leaves out.
    fn unwritten(&mut self, table: &Table, id: ColumnId, place: Span) -> Option<Expr> {
        let column = table.column_of(id);
        if !column.nullable {
            let message =
                format!("column `{}` is not null, and the insert leaves it out", column.name.text);
            return self.refuse(
                Diagnostic::error(
                    "missing-column",
                    message,
                    place,
                    format!("`{}` is missing", column.name.text),
                )
                .related(column.name.span, "declared here"),
            );
        }
        Some(Expr { ty: column.ty?, ..literals::null(place) })
    }

    fn update(
        &mut self,
        (name, alias): (&Name, Option<&Name>),
        set: &[(Name, ast::Expr)],
        from: &[ast::FromItem],
        condition: Option<&ast::Expr>,
        span: Span,
    ) -> Option<StatementKind> {
        let table = self.table(name)?;
        let declared = self.catalog.table_of(table);
        let var = self.push_changed(table, name, alias);
        if !from.is_empty() {
            let mut columns = Vec::new();
            let joined = self.joined_row((table, var), from, condition, span, |item| {
                let set = item.assignments(declared, set)?;
                columns.extend(set.iter().map(|(column, _)| *column));
                Some(set.into_iter().map(|(_, value)| value).collect())
            });
            self.rows.pop();
            let (row, values) = joined?;
            let set = columns.into_iter().zip(values).collect();
            return Some(StatementKind::Update { table, row, set });
        }
        let set = self.assignments(declared, set);
        let to_write = set.as_deref().unwrap_or_default();
        let changed = self.changed((table, var), condition, to_write, Seeker::Update, span);
        self.rows.pop();
        let (changed, set) = (changed?, set?);
        Some(match changed {
            Changed::One(row) => StatementKind::Update { table, row, set },
            Changed::Rows(rows) => StatementKind::Rows { table, rows, set: Some(set) },
        })
    }

    /// Columns and the values assigned to them, in column order.
    pub(super) fn assignments(
        &mut self,
        table: &Table,
        set: &[(Name, ast::Expr)],
    ) -> Option<Vec<(ColumnId, Expr)>> {
        let mut seen: Vec<(ColumnId, Span)> = Vec::new();
        let mut assignments = Vec::with_capacity(set.len());
        for (name, value) in set {
            let target = self.target(table, name);
            let target = target.filter(|id| self.may_be_set(table, *id, name, &mut seen));
            let value = self.expr(value);
            let value = target
                .zip(value)
                .and_then(|(id, value)| Some((id, self.written(table, id, value)?)));
            assignments.push(value);
        }
        let mut set = assignments.into_iter().collect::<Option<Vec<(ColumnId, Expr)>>>()?;
        set.sort_by_key(|(column, _)| *column);
        Some(set)
    }

    /// Whether an update may assign the column. Reports the reason if not.
    fn may_be_set(
        &mut self,
        table: &Table,
        id: ColumnId,
        name: &Name,
        seen: &mut Vec<(ColumnId, Span)>,
    ) -> bool {
        if table.key_columns().contains(&id) {
            let message = format!("`{}` is in the primary key of `{}`", name.text, table.name.text);
            self.diagnostics.push(
                Diagnostic::error("key-update", message, name.span, "a key does not change")
                    .related(table.column_of(id).name.span, "declared here")
                    .help("delete the row and insert one with the new key"),
            );
            return false;
        }
        self.first_time(seen, id, name).is_some()
    }

    fn delete(
        &mut self,
        (name, alias): (&Name, Option<&Name>),
        using: &[ast::FromItem],
        condition: Option<&ast::Expr>,
        span: Span,
    ) -> Option<StatementKind> {
        let table = self.table(name)?;
        let var = self.push_changed(table, name, alias);
        if !using.is_empty() {
            let joined =
                self.joined_row((table, var), using, condition, span, |_| Some(Vec::new()));
            self.rows.pop();
            return Some(StatementKind::Delete { table, row: joined?.0 });
        }
        let changed = self.changed((table, var), condition, &[], Seeker::Delete, span);
        self.rows.pop();
        Some(match changed? {
            Changed::One(row) => StatementKind::Delete { table, row },
            Changed::Rows(rows) => StatementKind::Rows { table, rows, set: None },
        })
    }

    /// The rows that a statement updates or deletes: one by its key, or a few by a scan.
    fn changed(
        &mut self,
        (table, var): (TableId, RowVar),
        condition: Option<&ast::Expr>,
        set: &[(ColumnId, Expr)],
        seeker: Seeker,
        span: Span,
    ) -> Option<Changed> {
        let conjuncts = self.conjuncts(condition, var)?;
        match self.row_match(table, var, conjuncts) {
            Ok(row) => Some(Changed::One(row)),
            Err(conjuncts) if self.list_of((table, var), &conjuncts, SET_ROWS_MAX).is_some() => {
                self.changed_rows((table, var), conjuncts, set, span).map(Changed::Rows)
            }
            Err(conjuncts) => {
                let before = self.diagnostics.len();
                let refused = self.refuse_row(table, var, &conjuncts, seeker, span);
                self.name_visited(table, before);
                refused
            }
        }
    }

    /// The column with this name.
    pub(super) fn target(&mut self, table: &Table, name: &Name) -> Option<ColumnId> {
        if let Some(id) = table.column(&name.text) {
            return Some(id);
        }
        let message = format!("table `{}` has no column `{}`", table.name.text, name.text);
        let error = Diagnostic::error("unknown-name", message, name.span, "unknown column");
        let columns = table.column_names();
        self.refuse(self.catalog.suggestions.propose_or_all(error, name, &table.name.text, columns))
    }

    /// Rejects a second assignment to a column.
    fn first_time(
        &mut self,
        seen: &mut Vec<(ColumnId, Span)>,
        id: ColumnId,
        name: &Name,
    ) -> Option<()> {
        if let Some((_, earlier)) = seen.iter().find(|(other, _)| *other == id) {
            let message = format!("column `{}` is written twice", name.text);
            return self.refuse(
                Diagnostic::error("duplicate-name", message, name.span, "and again here")
                    .related(*earlier, "written here"),
            );
        }
        seen.push((id, name.span));
        Some(())
    }

    /// The value converted to the type of the column that it is assigned to.
    fn written(&mut self, table: &Table, id: ColumnId, value: Expr) -> Option<Expr> {
        let column = table.column_of(id);
        if literals::is_null(&value) && !column.nullable {
            let message =
                format!("column `{}` of `{}` cannot be NULL", column.name.text, table.name.text);
            let declared = match table.key_columns().contains(&id) {
                true => "in the primary key, and so `not null`",
                false => "declared `not null`",
            };
            return self.refuse(
                Diagnostic::error("null-violation", message, value.span, "NULL is written here")
                    .related(column.name.span, declared),
            );
        }
        let zone = &self.catalog.zone;
        self.check(conversions::assign(value, column.ty?, &column.name.text, zone))
    }
}
