// SPDX-License-Identifier: Apache-2.0

//! Random subqueries: lookups by key, joins, `exists`, `in (select …)` and aggregates; and calls of
//! the file's functions.

use super::construct::Construct;
use super::schema::Column;
use super::scope::{Maker, Row};
use super::tree::{Aggregate, AggregateFn, Expr, Junction, Select, Source};
use super::types::{Kind, Ty};

impl Maker<'_> {
    /// Whether another subquery may be made here.
    fn may_ask(&mut self) -> bool {
        let may = !self.row_alone && self.queries > 0;
        self.queries = self.queries.saturating_sub(usize::from(may));
        may
    }

    /// Puts a row of a table into scope.
    pub fn enter(&mut self, table: usize, depth: usize, may_alias: bool) -> Source {
        let name = self.tables[table].name.clone();
        let is_taken = self.rows.iter().any(|row| row.qualifier == name);
        let alias = ["x", "y", "z", "u", "v", "w"][self.rows.len().min(5)];
        let has_alias = is_taken || (may_alias && self.rng.percent(35));
        let alias = has_alias.then(|| alias.to_owned());
        let qualifier = alias.clone().unwrap_or_else(|| name.clone());
        self.rows.push(Row { qualifier, table, depth });
        Source { table: name, alias }
    }

    /// The conjuncts that equate the key of a row in scope with expressions over what is in scope
    /// outside of it. `outer` is the number of rows in scope there.
    pub fn key_match(&mut self, row: usize, outer: usize) -> Vec<Expr> {
        let key = self.tables[self.rows[row].table].key;
        let columns = self.tables[self.rows[row].table].columns[..key].to_vec();
        let mut conjuncts = Vec::new();
        for column in columns {
            let name = self.written(row, &column.name);
            let inner = self.rows.split_off(outer);
            let value = self.key_value(column.ty);
            // A plain name of the value must not denote a column of the rows that are put back.
            let is_hidden = self.is_hidden(&value, &inner);
            self.rows.extend(inner);
            let value = if is_hidden { self.key_literal(column.ty) } else { value };
            let (left, right) = (Expr::Column(name, column.ty), value);
            let (left, right) = if self.rng.percent(20) { (right, left) } else { (left, right) };
            conjuncts.push(Expr::Compare("=", Box::new(left), Box::new(right)));
        }
        conjuncts
    }

    /// Whether a plain column name in an expression is also a column of one of the rows.
    fn is_hidden(&self, value: &Expr, rows: &[Row]) -> bool {
        value.any(&|part| match part {
            Expr::Column(name, _) => rows.iter().any(|row| {
                self.tables[row.table].columns.iter().any(|column| column.name == *name)
            }),
            _ => false,
        })
    }

    fn key_literal(&mut self, ty: Ty) -> Expr {
        match ty.kind() {
            Kind::Char => Expr::Literal("'A'".to_owned(), Kind::Char),
            _ => Expr::Literal(self.rng.below(5).to_string(), Kind::Int),
        }
    }

    fn key_value(&mut self, ty: Ty) -> Expr {
        match ty.kind() {
            Kind::Char => self.text(0),
            _ if self.rng.percent(12) => self.integer(1),
            _ => self.integer(0),
        }
    }

    /// Table, join and filter of a subquery by key. Its rows stay in scope; the caller removes
    /// them.
    fn by_key(&mut self, depth: usize) -> (Source, Option<(Source, Expr)>, Vec<Expr>) {
        let outer = self.rows.len();
        let level = self.next_depth();
        let table = self.rng.below(self.tables.len());
        let from = self.enter(table, level, true);
        let has_join = self.choose(Construct::Join, 30);
        // Both tables are in scope before a name is written, because a plain name may be in both.
        let joined = has_join.then(|| {
            let table = self.rng.below(self.tables.len());
            self.enter(table, level, true)
        });
        let mut filter = self.key_match(outer, outer);
        let join = joined.map(|source| (source, self.join_condition(outer)));
        if self.rng.percent(25) {
            let residual = self.condition(depth.min(1));
            let names_row = |part: &Expr| matches!(part, Expr::Column(..));
            if residual.any(&names_row) {
                filter.push(residual);
            }
        }
        (from, join, filter)
    }

    /// The condition that joins the innermost row by its key to the row `row`.
    fn join_condition(&mut self, row: usize) -> Expr {
        let mut on = self.joined_by_key(self.rows.len() - 1, row);
        if on.len() == 1 { on.remove(0) } else { Expr::Logic(Junction::And, on) }
    }

    /// The conjuncts that equate the key of the row `joined` with columns of the row `row` where
    /// one has the right type, else with other values.
    pub fn joined_by_key(&mut self, joined: usize, row: usize) -> Vec<Expr> {
        let table = &self.tables[self.rows[joined].table];
        let key = table.columns[..table.key].to_vec();
        let others = self.tables[self.rows[row].table].columns.clone();
        let mut conjuncts = Vec::new();
        for column in key {
            let kind = column.ty.kind();
            let fits: Vec<_> = others.iter().filter(|other| other.ty.kind() == kind).collect();
            let value = if fits.is_empty() {
                self.key_literal(column.ty)
            } else {
                let other = (*self.rng.pick(&fits)).clone();
                Expr::Column(self.written(row, &other.name), other.ty)
            };
            let name = self.written(joined, &column.name);
            let name = Expr::Column(name, column.ty);
            conjuncts.push(Expr::Compare("=", Box::new(name), Box::new(value)));
        }
        conjuncts
    }

    /// A scalar subquery by key of that kind.
    pub fn lookup(&mut self, kind: Kind, depth: usize) -> Option<Expr> {
        if !self.may_ask() {
            return None;
        }
        let outer = self.rows.len();
        let (from, join, filter) = self.by_key(depth);
        let inner_depth = if self.rng.percent(60) { 0 } else { depth.min(1) };
        let first = outer + usize::from(join.is_some() && self.rng.percent(60));
        let value = match self.column_of(first, kind) {
            Some(column) if inner_depth == 0 => column,
            _ => self.of_kind(kind, inner_depth),
        };
        self.rows.truncate(outer);
        Some(Expr::Select(Box::new(Select { value, from, join, filter })))
    }

    fn column_of(&mut self, row: usize, kind: Kind) -> Option<Expr> {
        let is_same = |ty: Ty| match kind {
            Kind::Dec(_) => matches!(ty, Ty::Dec { .. }),
            _ => ty.kind() == kind,
        };
        let columns = self.tables[self.rows[row].table].columns.clone();
        let fits: Vec<_> = columns.iter().filter(|column| is_same(column.ty)).collect();
        if fits.is_empty() {
            return None;
        }
        let column = (*self.rng.pick(&fits)).clone();
        Some(Expr::Column(self.written(row, &column.name), column.ty))
    }

    /// `exists` by key or over a group.
    pub fn exists(&mut self, depth: usize) -> Option<Expr> {
        if !self.may_ask() {
            return None;
        }
        let outer = self.rows.len();
        let negated = self.rng.percent(30);
        let value = Expr::Literal("1".to_owned(), Kind::Int);
        let (from, join, filter) = if self.rng.percent(60) {
            self.by_key(depth)
        } else {
            let table = self.rng.below(self.tables.len());
            let level = self.next_depth();
            let from = self.enter(table, level, true);
            (from, None, self.group(outer))
        };
        self.rows.truncate(outer);
        Some(Expr::Exists(negated, Box::new(Select { value, from, join, filter })))
    }

    /// `x in (select … )` by key.
    pub fn in_select(&mut self, depth: usize) -> Option<Expr> {
        if !self.may_ask() {
            return None;
        }
        let tested = self.integer(0);
        let outer = self.rows.len();
        let (from, join, filter) = self.by_key(depth);
        let value = self.column_of(outer, Kind::Int)?;
        self.rows.truncate(outer);
        let select = Select { value, from, join, filter };
        Some(Expr::InSelect(self.rng.percent(35), Box::new(tested), Box::new(select)))
    }

    /// The conjuncts of an aggregate: a group or a window, and sometimes a comparison with what is
    /// outside of the row, and a filter on the row alone.
    fn group(&mut self, row: usize) -> Vec<Expr> {
        let table = self.rows[row].table;
        let columns = self.tables[table].columns.clone();
        let window = self.tables[table].window.filter(|_| self.rng.percent(70));
        let mut conjuncts = window.map_or(Vec::new(), |window| self.window(row, window));
        if conjuncts.is_empty() {
            conjuncts.extend(self.group_column(row, &columns));
        }
        if self.rng.percent(66) {
            conjuncts.extend(self.compared(row, &columns));
        }
        if self.rng.percent(35) {
            let filter = self.alone(|maker| maker.condition(1));
            if filter.any(&|part| matches!(part, Expr::Column(..))) {
                conjuncts.push(filter);
            }
        }
        conjuncts
    }

    /// The conjunct that selects a group, mostly.
    fn group_column(&mut self, row: usize, columns: &[Column]) -> Option<Expr> {
        let fits = |column: &&Column| matches!(column.ty.kind(), Kind::Int | Kind::Char);
        let groups: Vec<&Column> = columns.iter().filter(fits).collect();
        if self.rng.percent(20) {
            return None;
        }
        let column = *self.rng.pick(&groups);
        let name = Expr::Column(self.written(row, &column.name), column.ty);
        let value = self.outside(row, column.ty)?;
        Some(Expr::Compare("=", Box::new(name), Box::new(value)))
    }

    /// The conjuncts that select the rows of a window after a time; none if nothing outside of the
    /// row has its type.
    fn window(&mut self, row: usize, (group, time): (usize, usize)) -> Vec<Expr> {
        let columns = &self.tables[self.rows[row].table].columns;
        let (group, time) = (columns[group].clone(), columns[time].clone());
        if !self.served.has(Construct::Window) {
            return Vec::new();
        }
        let values = (self.outside(row, group.ty), self.outside(row, time.ty));
        let (Some(value), Some(bound)) = values else { return Vec::new() };
        self.note(Construct::Window);
        let group = Expr::Column(self.written(row, &group.name), group.ty);
        let time = Expr::Column(self.written(row, &time.name), time.ty);
        let bound = match self.rng.below(4) {
            0 => Expr::Compare(">=", Box::new(time), Box::new(bound)),
            1 => Expr::Compare("<", Box::new(bound), Box::new(time)),
            2 => Expr::Compare("<=", Box::new(bound), Box::new(time)),
            _ => Expr::Compare(">", Box::new(time), Box::new(bound)),
        };
        vec![Expr::Compare("=", Box::new(group), Box::new(value)), bound]
    }

    /// A comparison of a column with something outside of the row. Neither can be an error.
    fn compared(&mut self, row: usize, columns: &[Column]) -> Option<Expr> {
        let fits = |column: &&Column| {
            matches!(column.ty.kind(), Kind::Int | Kind::Dec(_) | Kind::Time | Kind::Char)
        };
        let columns: Vec<&Column> = columns.iter().filter(fits).collect();
        let column = *self.rng.pick(&columns);
        let name = Expr::Column(self.written(row, &column.name), column.ty);
        if !self.served.has(Construct::Scan) {
            return None;
        }
        let value = self.outside(row, column.ty)?;
        self.note(Construct::Scan);
        let orders: &[&str] = match column.ty.kind() {
            Kind::Char => &["<>"],
            _ => &["<", "<=", ">", ">=", "<>"],
        };
        let order = *self.rng.pick(orders);
        let (left, right) = if self.rng.percent(25) { (value, name) } else { (name, value) };
        Some(Expr::Compare(order, Box::new(left), Box::new(right)))
    }

    /// A name outside of a row and of those within it that has a type of the same kind.
    fn outside(&mut self, row: usize, ty: Ty) -> Option<Expr> {
        let inner = self.rows.split_off(row);
        let is_same = |other: Ty| match ty {
            Ty::Dec { .. } => matches!(other, Ty::Dec { .. }),
            _ => other.kind() == ty.kind(),
        };
        let value = self.name(&is_same);
        let value = value.filter(|value| !self.is_hidden(value, &inner));
        self.rows.extend(inner);
        value
    }

    /// Makes an expression that reads the innermost row alone.
    fn alone(&mut self, make: impl FnOnce(&mut Self) -> Expr) -> Expr {
        let was = std::mem::replace(&mut self.row_alone, true);
        let made = make(self);
        self.row_alone = was;
        made
    }

    /// An aggregate of that kind.
    pub fn aggregate(&mut self, kind: Kind, construct: Construct) -> Option<Expr> {
        if !self.may_ask() {
            return None;
        }
        let outer = self.rows.len();
        let table = self.rng.below(self.tables.len());
        let level = self.next_depth();
        let from = self.enter(table, level, true);
        let filter = self.group(outer);
        let value = self.aggregate_call(outer, kind, construct);
        self.rows.truncate(outer);
        let value = value?;
        Some(Expr::Select(Box::new(Select { value, from, join: None, filter })))
    }

    fn aggregate_call(&mut self, row: usize, kind: Kind, construct: Construct) -> Option<Expr> {
        let functions: &[AggregateFn] = match (construct, kind) {
            (Construct::Average, _) => &[AggregateFn::Avg],
            (Construct::CountDistinct, _) => &[AggregateFn::Count],
            (_, Kind::Int) => {
                &[AggregateFn::Count, AggregateFn::Sum, AggregateFn::Min, AggregateFn::Max]
            }
            _ => &[AggregateFn::Sum, AggregateFn::Min, AggregateFn::Max],
        };
        let function = *self.rng.pick(functions);
        let distinct = construct == Construct::CountDistinct;
        let argument = match function {
            AggregateFn::Count if !distinct && self.rng.percent(60) => None,
            AggregateFn::Count => {
                let any = *self.rng.pick(&[Kind::Int, Kind::Char, Kind::Dec(0)]);
                Some(self.column_of(row, any)?)
            }
            AggregateFn::Avg => {
                let any = *self.rng.pick(&[Kind::Int, Kind::Dec(0)]);
                Some(self.column_of(row, any)?)
            }
            _ => Some(self.column_of(row, kind)?),
        };
        let has_filter = self.choose(Construct::Filter, 20);
        let filter = has_filter.then(|| self.alone(|maker| maker.condition(1)));
        Some(Expr::Aggregate(Box::new(Aggregate { function, distinct, argument, filter })))
    }

    /// A call of one of the file's functions that returns that kind.
    pub fn function(&mut self, kind: Kind, depth: usize) -> Option<Expr> {
        let is_same = |of: Kind| match kind {
            Kind::Dec(_) => matches!(of, Kind::Dec(_)),
            _ => of == kind,
        };
        let fits: Vec<_> =
            self.functions.iter().filter(|function| is_same(function.kind())).collect();
        if fits.is_empty() || self.row_alone {
            return None;
        }
        let function = (*self.rng.pick(&fits)).clone();
        let mut args = Vec::new();
        for (_, kind) in &function.parameters {
            let arg = self.of_kind(*kind, depth.min(1));
            // The result's scale is that of the body, so the argument must have the scale stated.
            args.push(match kind {
                Kind::Dec(scale) if arg.kind() != *kind => {
                    self.name(&|ty| ty.kind() == *kind).unwrap_or_else(|| {
                        let text = super::types::decimal_text(125, *scale);
                        Expr::Literal(text, *kind)
                    })
                }
                _ => arg,
            });
        }
        Some(Expr::Function(function.name.clone(), args, function.kind()))
    }
}
