// SPDX-License-Identifier: Apache-2.0

//! Random statements of an `on` block.

use super::construct::Construct;
use super::schema::Column;
use super::scope::{Maker, Row};
use super::tree::{Conflict, Expr, Source, Statement};
use super::types::{Kind, Ty};
use super::write::DEFAULT;

impl Maker<'_> {
    /// One to three statements.
    pub fn statements(&mut self) -> Vec<Statement> {
        let count = 1 + self.rng.weighted(&[45, 40, 15]);
        if count > 1 {
            self.note(Construct::Statements);
        }
        (0..count).map(|_| self.statement()).collect()
    }

    fn statement(&mut self) -> Statement {
        let alternatives = [
            (18, Construct::Insert),
            (30, Construct::Update),
            (10, Construct::Delete),
            (34, Construct::Upsert),
            (10, Construct::UpdateFrom),
            (6, Construct::DeleteUsing),
        ];
        let table = self.rng.below(self.tables.len());
        match self.alternative(&alternatives) {
            Construct::Insert => self.insert(table, None),
            Construct::Upsert => self.upsert(table),
            Construct::Update => self.update(table, false),
            Construct::UpdateFrom => self.update(table, true),
            Construct::Delete => self.delete(table, false),
            Construct::DeleteUsing => self.delete(table, true),
            other => unreachable!("{other:?} is no statement"),
        }
    }

    fn insert(&mut self, table: usize, conflict: Option<Conflict>) -> Statement {
        let declared = &self.tables[table];
        let (name, key) = (declared.name.clone(), declared.key);
        let columns = declared.columns.clone();
        let mut values = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            if column.default.is_some() && self.rng.percent(40) {
                self.note(Construct::Default);
                if self.rng.percent(50) {
                    values.push((column.name.clone(), default_of(column)));
                }
                continue;
            }
            let may_be_null = column.nullable && column.default.is_none();
            if index >= key && may_be_null && self.rng.percent(30) {
                continue;
            }
            values.push((column.name.clone(), self.assigned(column)));
        }
        Statement::Insert { table: name, values, conflict }
    }

    fn upsert(&mut self, table: usize) -> Statement {
        let key = self.tables[table].key_names();
        if self.rng.percent(25) {
            let conflict = Conflict { key, set: Vec::new(), filter: None };
            return self.insert(table, Some(conflict));
        }
        let name = self.tables[table].name.clone();
        for qualifier in [name, "excluded".to_owned()] {
            self.rows.push(Row { qualifier, table, depth: 0 });
        }
        let set = self.assignments(table);
        let filter = self.rng.percent(25).then(|| self.condition(1));
        self.rows.clear();
        self.insert(table, Some(Conflict { key, set, filter }))
    }

    fn update(&mut self, table: usize, has_from: bool) -> Statement {
        let (source, other, filter) = self.matched(table, has_from);
        let set = self.assignments(table);
        self.rows.clear();
        Statement::Update { table: source, set, from: other, filter }
    }

    fn delete(&mut self, table: usize, has_using: bool) -> Statement {
        let (source, using, filter) = self.matched(table, has_using);
        self.rows.clear();
        Statement::Delete { table: source, using, filter }
    }

    /// A row of a table by its key, and sometimes a row of another table by its key. Both stay in
    /// scope.
    fn matched(&mut self, table: usize, is_joined: bool) -> (Source, Option<Source>, Vec<Expr>) {
        let source = self.enter(table, 0, true);
        let other = is_joined.then(|| {
            let other = self.rng.below(self.tables.len());
            self.enter(other, 0, true)
        });
        let mut filter = self.key_match(0, 0);
        if is_joined {
            filter.extend(self.joined_by_key(1, 0));
        }
        if self.rng.percent(20) {
            let residual = self.condition(1);
            if residual.any(&|part| matches!(part, Expr::Column(..))) {
                filter.push(residual);
            }
        }
        (source, other, filter)
    }

    /// Values for one or two columns outside of the key.
    fn assignments(&mut self, table: usize) -> Vec<(String, Expr)> {
        let declared = &self.tables[table];
        let mut columns = declared.columns[declared.key..].to_vec();
        self.rng.shuffle(&mut columns);
        columns.truncate(self.rng.between(1, 2));
        let mut set = Vec::new();
        for column in &columns {
            let is_default = column.default.is_some() && self.rng.percent(15);
            let value = match is_default {
                true => default_of(column),
                false => self.assigned(column),
            };
            if is_default {
                self.note(Construct::Default);
            }
            set.push((column.name.clone(), value));
        }
        set
    }

    /// A value for a column: one that can be NULL only if the column can be, with few exceptions.
    fn assigned(&mut self, column: &Column) -> Expr {
        let kind = column.ty.kind();
        let depth = self.rng.weighted(&[45, 35, 20]);
        let value = match column.ty {
            Ty::Char(length) => self.short_text(length),
            Ty::Bool => self.condition(depth.min(1)),
            Ty::Time => match self.name(&|ty| ty == Ty::Time) {
                Some(_) => self.time(depth),
                None => Expr::Literal("7".to_owned(), Kind::Int),
            },
            _ => self.of_kind(kind, depth),
        };
        let needs_value = !column.nullable && self.rng.percent(70);
        let is_number = matches!(kind, Kind::Int | Kind::Dec(_));
        if needs_value && is_number && !matches!(value, Expr::Literal(..)) {
            let zero = Expr::Literal("0".to_owned(), Kind::Int);
            return Expr::Call(super::tree::Builtin::Coalesce, vec![value, zero]);
        }
        value
    }

    /// Text that fits a column: a column or field that is no longer, or a literal.
    fn short_text(&mut self, length: u8) -> Expr {
        let fits = |ty: Ty| matches!(ty, Ty::Char(other) if other <= length);
        match self.name(&fits) {
            Some(name) if self.rng.percent(75) => name,
            _ => Expr::Literal("'B'".to_owned(), Kind::Char),
        }
    }
}

/// The word `default` in place of a value.
fn default_of(column: &Column) -> Expr {
    Expr::Literal(DEFAULT.to_owned(), column.ty.kind())
}
