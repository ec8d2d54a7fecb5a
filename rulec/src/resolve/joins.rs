// SPDX-License-Identifier: Apache-2.0

//! Joins of rows that are found by key, and queries in a `from`.
//!
//! The rows of a join are put into an order in which each is found by its whole key from the
//! message, from enclosing rows, and from the rows before it. One of them is the *root*: the
//! subquery or statement is about it. A column of any other row is replaced by a lookup of that
//! row, and the condition of the root says that all of them exist.

use super::calls;
use super::catalog::{Key, Table};
use super::conjuncts::{Conjunct, row_match_of};
use super::limits::SUBQUERY_DEPTH_MAX;
use super::scope::{Item, Place, Row, VISITED};
use super::subquery::Asked;
use super::suggest;
use super::{literals, operators};
use crate::ast::{self, FromItem, Join, Name, Select, SelectValue, Source};
use crate::diagnostic::Diagnostic;
use crate::hir::{Expr, ExprKind, RowMatch, RowVar};
use crate::span::Span;
use engine::schema::TableId;

/// The most rows of a join. A column of a joined row is a lookup, whose key can have several
/// columns of other joined rows; this bounds how often they multiply.
const JOINED_ROWS_MAX: usize = 6;

/// A row of a join.
#[derive(Clone, Copy)]
struct Joined {
    table: TableId,
    var: RowVar,
    span: Span,
}

/// The rows of a `from` and the conditions of its joins.
#[derive(Default)]
pub(super) struct From {
    rows: Vec<Joined>,
    conjuncts: Vec<Conjunct>,
}

/// The rows of a join in order: each with the way to it.
struct Found(Vec<(Joined, RowMatch)>);

impl Item<'_> {
    /// Whether a subquery is more than one table with a condition.
    pub(super) fn is_join(select: &Select) -> bool {
        select.from.len() > 1
            || matches!(select.from.first().map(|item| &item.source), Some(Source::Query(_)))
    }

    /// A scalar subquery over a join.
    pub(super) fn joined_value(&mut self, select: &Select, span: Span) -> Option<Expr> {
        self.refuse_order(select)?;
        let [item] = select.items.as_slice() else {
            return self.not_served("a subquery of several columns", select.span);
        };
        let SelectValue::Expr(selected) = &item.value else {
            return self.not_served("`select *`", span);
        };
        let aggregated = calls::has_aggregate(selected);
        let depth = self.enter(span)?;
        let from = self.join_items(&select.from);
        if aggregated {
            self.set_place(self.subqueries, Place::Group);
        }
        let value = self.expr(selected);
        self.set_place(self.subqueries, Place::Single);
        let conjuncts = self.join_conjuncts(select.condition.as_ref());
        let asked = self.leave(depth);
        let (mut from, value) = (from?, value?);
        from.conjuncts.extend(conjuncts?);
        let Some(root) = from.rows.first().copied() else {
            // Only queries with aggregates: there is one row, whatever the tables hold.
            return self.value_of_one_row(from, value, span);
        };
        if !aggregated && self.has_way(&from.rows, &from.conjuncts, None) {
            let (found, row) = self.way_to(root, from, span)?;
            let value = found.replaced(value, root.var);
            let ty = value.ty;
            let table = root.table;
            let kind = ExprKind::Lookup { table, row: Box::new(row), value: Box::new(value) };
            return Some(Expr { kind, ty, nullable: true, span });
        }
        let (root, found, conjuncts) = self.rows_of(from, span)?;
        let row = (root.table, root.var);
        if !aggregated {
            let value = found.replaced(value, root.var);
            return self.value_of_row(row, conjuncts, value, (select.span, span));
        }
        let Asked { mut calls, refusals } = asked;
        for call in &mut calls {
            let parts = call.argument.iter_mut().chain(&mut call.order);
            parts.for_each(|part| found.replace(part, root.var));
        }
        self.aggregate(row, conjuncts, Asked { calls, refusals }, value, span)
    }

    /// The row of a join that is scanned, the ways from it to the others, and its conjuncts: it is
    /// the first from which every other row is found by its key.
    fn rows_of(&mut self, from: From, span: Span) -> Option<(Joined, Found, Vec<Conjunct>)> {
        let has_way = |root: &&Joined| self.has_way(&from.rows, &from.conjuncts, Some(root.var));
        let Some(root) = from.rows.iter().find(has_way).copied() else {
            let refused = self.no_way(&from.rows, span);
            return self.refuse(refused);
        };
        let From { rows, mut conjuncts } = from;
        let mut found = Found(Vec::new());
        let others = rows.into_iter().filter(|row| row.var != root.var).collect();
        self.find_rows(others, &mut conjuncts, &mut found, root, span)?;
        let mut conditions: Vec<Expr> = conjuncts
            .into_iter()
            .map(|conjunct| found.replaced(conjunct.condition, root.var))
            .collect();
        for (row, matched) in &found.0 {
            let kind = ExprKind::Exists { table: row.table, row: Box::new(matched.clone()) };
            conditions.push(literals::boolean(kind, false, row.span));
        }
        let conjuncts = conditions.into_iter().map(|condition| self.typed(condition, root.var));
        let conjuncts: Vec<Option<Conjunct>> = conjuncts.collect();
        Some((root, found, conjuncts.into_iter().collect::<Option<_>>()?))
    }

    /// Whether each row of a join is found by its key, after `root` if there is one.
    fn has_way(&self, rows: &[Joined], conjuncts: &[Conjunct], root: Option<RowVar>) -> bool {
        let mut pending: Vec<Joined> =
            rows.iter().filter(|row| Some(row.var) != root).copied().collect();
        while let Some(next) = self.next_row(&pending, conjuncts) {
            pending.remove(next);
        }
        pending.is_empty()
    }

    /// The first of some rows that is found by its key without the others.
    fn next_row(&self, pending: &[Joined], conjuncts: &[Conjunct]) -> Option<usize> {
        pending.iter().position(|row| {
            let others: Vec<RowVar> =
                pending.iter().filter(|p| p.var != row.var).map(|p| p.var).collect();
            let table = self.catalog.table_of(row.table);
            row_match_of(table, row.var, conjuncts, &others).is_some()
        })
    }

    fn value_of_one_row(&mut self, from: From, value: Expr, span: Span) -> Option<Expr> {
        let conditions = from.conjuncts.into_iter().map(|conjunct| conjunct.condition).collect();
        let Some(condition) = operators::all(conditions) else {
            return Some(Expr { span, ..value });
        };
        let ty = value.ty;
        let kind = ExprKind::Case { arms: vec![(condition, value)], otherwise: None };
        Some(Expr { kind, ty, nullable: true, span })
    }

    /// Whether a join has a row.
    pub(super) fn joined_exists(&mut self, select: &Select, span: Span) -> Option<Expr> {
        self.refuse_order(select)?;
        let depth = self.enter(span)?;
        let from = self.join_items(&select.from);
        let mut sound = true;
        for selected in select.items.iter().filter_map(|item| item.value.expr()) {
            sound &= self.expr(selected).is_some();
        }
        let conjuncts = self.join_conjuncts(select.condition.as_ref());
        self.leave(depth);
        let mut from = from?;
        from.conjuncts.extend(conjuncts?);
        if !sound {
            return None;
        }
        let Some(root) = from.rows.first().copied() else {
            return self.not_served("`exists` over an aggregate", span);
        };
        if !self.has_way(&from.rows, &from.conjuncts, None) {
            let (root, _, conjuncts) = self.rows_of(from, span)?;
            return self.row_exists(root.table, root.var, conjuncts, span);
        }
        let (_, row) = self.way_to(root, from, span)?;
        let kind = ExprKind::Exists { table: root.table, row: Box::new(row) };
        Some(literals::boolean(kind, false, span))
    }

    /// The row of `table` that a statement with joined tables changes, and its assignments. The row
    /// is in scope, and `condition` selects it with the joined rows.
    pub(super) fn joined_row(
        &mut self,
        (table, var): (TableId, RowVar),
        items: &[FromItem],
        condition: Option<&ast::Expr>,
        span: Span,
        values: impl FnOnce(&mut Self) -> Option<Vec<Expr>>,
    ) -> Option<(RowMatch, Vec<Expr>)> {
        let rows = self.rows.len();
        let from = self.join_items(items);
        let values = values(self);
        let conjuncts = self.join_conjuncts(condition);
        self.rows.truncate(rows);
        let (mut from, values) = (from?, values?);
        from.conjuncts.extend(conjuncts?);
        let root = Joined { table, var, span };
        from.rows.insert(0, root);
        let (found, row) = self.way_to(root, from, span)?;
        let values = values.into_iter().map(|value| found.replaced(value, var)).collect();
        Some((row, values))
    }

    /// Brings the rows of a `from` into scope.
    fn join_items(&mut self, items: &[FromItem]) -> Option<From> {
        let mut from = From::default();
        let mut sound = true;
        let first = self.rows.len();
        for item in items {
            sound &= self.join_item(item, &mut from).is_some();
        }
        for index in first..self.rows.len() {
            let twice = self.rows[first..index].iter().any(|row| row.name == self.rows[index].name);
            if twice {
                let message = format!("`{}` is in this `from` twice", self.rows[index].name);
                return self.refuse(
                    Diagnostic::error("duplicate-name", message, items[0].span, "")
                        .help("give one of the two an alias"),
                );
            }
        }
        // A column of a table that is not known is no further error.
        self.has_unknown_row |= !sound;
        if let Some(row) = from.rows.get(JOINED_ROWS_MAX) {
            let message = format!("a join has at most {JOINED_ROWS_MAX} rows");
            return self.refuse(Diagnostic::error("too-large", message, row.span, "one too many"));
        }
        sound.then_some(from)
    }

    fn join_item(&mut self, item: &FromItem, from: &mut From) -> Option<()> {
        match &item.source {
            Source::Table(name) => {
                let table = self.table(name)?;
                let var = self.push_row(table, item.alias.as_ref().unwrap_or(name), Place::Single);
                from.rows.push(Joined { table, var, span: item.span });
            }
            Source::Query(select) => {
                let columns = self.derived(select, from)?;
                let name = item.alias.as_ref().map_or(String::new(), |alias| alias.text.clone());
                let var = self.fresh_var();
                self.rows.push(Row {
                    name,
                    table: TableId(0),
                    var,
                    from: self.subqueries,
                    derived: Some(columns),
                    place: Place::Single,
                    calls: Vec::new(),
                    refusals: Vec::new(),
                    using: Vec::new(),
                });
            }
        }
        match &item.join {
            Join::List | Join::Cross => {}
            Join::On(condition) => {
                let conjuncts = self.join_conjuncts(Some(condition))?;
                from.conjuncts.extend(conjuncts);
            }
            Join::Using(columns) => {
                for column in columns {
                    let condition = self.using(column)?;
                    from.conjuncts.extend(self.join_conjuncts(Some(&condition))?);
                    if let Some(last) = self.rows.last_mut() {
                        last.using.push(column.text.clone());
                    }
                }
            }
        }
        Some(())
    }

    /// The condition of `using (column)`: the last row and an earlier one of the `from` have the
    /// same value.
    fn using(&mut self, column: &Name) -> Option<ast::Expr> {
        let rows = self.rows.iter().rev().filter(|row| row.from == self.subqueries);
        let mut has_it = rows.filter(|row| match &row.derived {
            Some(columns) => columns.iter().any(|(name, _)| *name == column.text),
            None => self.catalog.table_of(row.table).column(&column.text).is_some(),
        });
        let (Some(last), Some(earlier)) = (has_it.next(), has_it.last()) else {
            let message = format!("two rows of this `from` need a column `{}`", column.text);
            return self.refuse(Diagnostic::error("unknown-name", message, column.span, ""));
        };
        let side = |row: &Row| {
            let row = Name { text: row.name.clone(), span: column.span };
            let kind = ast::ExprKind::Qualified(row, column.clone());
            Box::new(ast::Expr { kind, span: column.span })
        };
        let kind = ast::ExprKind::Binary(ast::BinaryOp::Eq, side(earlier), side(last));
        Some(ast::Expr { kind, span: column.span })
    }

    /// The columns of a query in a `from`. Its rows become rows of the join, and its condition one
    /// of the join; they cannot be named outside of it.
    fn derived(&mut self, select: &Select, from: &mut From) -> Option<Vec<(String, Expr)>> {
        self.refuse_order(select)?;
        let is_outside = |row: &Row| row.from == VISITED || row.from < self.subqueries;
        let outside = self.rows.iter().rposition(is_outside);
        let outside = outside.map_or(0, |last| last + 1);
        // The query does not see the other rows of the `from`.
        let beside = self.rows.split_off(outside);
        let columns = self.derived_columns(select, from);
        self.rows.truncate(outside);
        self.rows.extend(beside);
        columns
    }

    fn derived_columns(&mut self, select: &Select, from: &mut From) -> Option<Vec<(String, Expr)>> {
        let aggregated =
            select.items.iter().filter_map(|item| item.value.expr()).any(calls::has_aggregate);
        let depth = self.enter(select.span)?;
        let inner = if aggregated { Some(From::default()) } else { self.join_items(&select.from) };
        let mut columns = Vec::new();
        let mut sound = inner.is_some();
        for item in &select.items {
            let SelectValue::Expr(selected) = &item.value else {
                self.leave(depth);
                return self.not_served("`select *` in a `from`", select.span);
            };
            let value = if aggregated {
                // An aggregate is one row, so that each column is a separate subquery.
                let alone = Select { items: vec![item.clone()], ..select.clone() };
                self.subquery(&alone, selected.span)
            } else {
                self.expr(selected)
            };
            let name = item.alias.as_ref().or(name_of(selected)).map(|name| name.text.clone());
            match value {
                Some(value) => columns.push((name.unwrap_or_default(), value)),
                None => sound = false,
            }
        }
        let conjuncts = match aggregated {
            true => Some(Vec::new()),
            false => self.join_conjuncts(select.condition.as_ref()),
        };
        self.leave(depth);
        let inner = inner?;
        from.rows.extend(inner.rows);
        from.conjuncts.extend(inner.conjuncts);
        from.conjuncts.extend(conjuncts?);
        sound.then_some(columns)
    }

    fn enter(&mut self, span: Span) -> Option<usize> {
        if self.subqueries >= SUBQUERY_DEPTH_MAX {
            let message = format!("subqueries nest at most {SUBQUERY_DEPTH_MAX} deep");
            return self.refuse(Diagnostic::error("subquery-depth", message, span, "one too many"));
        }
        self.subqueries += 1;
        Some(self.rows.len())
    }

    fn leave(&mut self, rows: usize) -> Asked {
        self.subqueries -= 1;
        let last = self.rows.drain(rows..).next_back();
        last.map(|Row { calls, refusals, .. }| Asked { calls, refusals }).unwrap_or_default()
    }

    fn refuse_order(&mut self, select: &Select) -> Option<()> {
        if let Some(order) = select.order.first() {
            return self.not_served("`order by`", order.value.span);
        }
        match select.limit {
            Some((_, span)) => self.not_served("`limit`", span),
            None => Some(()),
        }
    }

    /// The conjuncts of a condition on the rows of a join.
    fn join_conjuncts(&mut self, condition: Option<&ast::Expr>) -> Option<Vec<Conjunct>> {
        // Which row a conjunct gives a key of is decided when all are known.
        self.conjuncts(condition, RowVar(u32::MAX))
    }

    /// The way to the root of a join, and those to the other rows.
    fn way_to(&mut self, root: Joined, from: From, span: Span) -> Option<(Found, RowMatch)> {
        let From { rows, mut conjuncts } = from;
        let mut found = Found(Vec::new());
        self.find_rows(rows, &mut conjuncts, &mut found, root, span)?;
        let mut conditions: Vec<Expr> = conjuncts
            .into_iter()
            .map(|conjunct| found.replaced(conjunct.condition, root.var))
            .collect();
        let mut way = None;
        for (row, matched) in &found.0 {
            if row.var == root.var {
                way = Some(matched.clone());
                continue;
            }
            let kind = ExprKind::Exists { table: row.table, row: Box::new(matched.clone()) };
            conditions.push(literals::boolean(kind, false, row.span));
        }
        let way = RowMatch { residual: operators::all(conditions), ..way? };
        Some((found, way))
    }

    /// Finds the ways to some rows of a join, and removes the conjuncts that give their keys.
    fn find_rows(
        &mut self,
        mut pending: Vec<Joined>,
        conjuncts: &mut Vec<Conjunct>,
        found: &mut Found,
        root: Joined,
        span: Span,
    ) -> Option<()> {
        while !pending.is_empty() {
            let Some(next) = self.next_row(&pending, conjuncts) else {
                let refused = self.no_way(&pending, span);
                return self.refuse(refused);
            };
            let row = pending.remove(next);
            let others: Vec<RowVar> = pending.iter().map(|p| p.var).collect();
            let table = self.catalog.table_of(row.table);
            let (matched, used) = row_match_of(table, row.var, conjuncts, &others)?;
            let mut index = 0;
            conjuncts.retain(|_| {
                index += 1;
                !used.contains(&(index - 1))
            });
            let key = matched.into_iter().map(|key| found.replaced(key, root.var)).collect();
            found.0.push((row, RowMatch { var: row.var, key, residual: None }));
        }
        Some(())
    }

    fn no_way(&self, pending: &[Joined], span: Span) -> Diagnostic {
        let Some(row) = pending.first() else {
            return Diagnostic::error("no-index", "this join has no rows", span, "");
        };
        let table: &Table = self.catalog.table_of(row.table);
        let key: Vec<&str> = match &table.key {
            Key::Columns(columns) => {
                columns.iter().map(|id| table.column_of(*id).name.text.as_str()).collect()
            }
            Key::Undeclared | Key::Broken => Vec::new(),
        };
        let message = format!("no index can find the row of `{}` in this join", table.name.text);
        Diagnostic::error("no-index", message, row.span, "its whole key is not given")
            .related(table.name.span, format!("its primary key is {}", suggest::list(key)))
            .help("every joined table must be found by its primary key")
    }
}

impl Found {
    /// An expression in which the columns of all rows but the root are looked up.
    fn replaced(&self, mut expr: Expr, root: RowVar) -> Expr {
        self.replace(&mut expr, root);
        expr
    }

    fn replace(&self, expr: &mut Expr, root: RowVar) {
        if let ExprKind::Column(var, _) = expr.kind {
            let row = self.0.iter().find(|(row, _)| row.var == var && var != root);
            if let Some((joined, matched)) = row {
                let column = expr.clone();
                expr.nullable = true;
                expr.kind = ExprKind::Lookup {
                    table: joined.table,
                    row: Box::new(matched.clone()),
                    value: Box::new(column),
                };
            }
            return;
        }
        for part in expr.parts_mut() {
            self.replace(part, root);
        }
    }
}

/// The name that PostgreSQL gives a selected column without an alias.
pub(crate) fn name_of(expr: &ast::Expr) -> Option<&Name> {
    match &expr.kind {
        ast::ExprKind::Name(name) | ast::ExprKind::Qualified(_, name) => Some(name),
        ast::ExprKind::Call { function, .. } => Some(function),
        _ => None,
    }
}
