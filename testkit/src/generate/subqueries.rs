// SPDX-License-Identifier: Apache-2.0

//! Random lookups by key, aggregates and `exists`.

use super::domains::{self, integer_literal};
use super::numbers::scale_of;
use super::scope::{Maker, Number};
use engine::schema::Type;
use std::collections::BTreeSet;

impl Maker<'_> {
    /// A scalar subquery by key. `value` makes the selected expression, with the row in scope.
    pub fn lookup(&mut self, depth: usize, value: impl FnOnce(&mut Self) -> String) -> String {
        let table = self.rng.below(self.schema.asked());
        let from = self.push_row(table);
        let mut conjuncts = self.key_conjuncts(depth);
        self.show_row();
        let value = value(self);
        self.add_residual(depth, &mut conjuncts);
        self.rows.pop();
        format!("(select {value} from {from} where {})", conjuncts.join(" and "))
    }

    /// `exists` or `not exists`, by key or not.
    pub fn exists(&mut self, depth: usize) -> String {
        if !self.may_ask() {
            return self.number_test();
        }
        let not = if self.rng.percent(35) { "not " } else { "" };
        let by_key = self.rng.percent(65) || *self.aggregates_left == 0;
        let readable = self.readable_tables();
        if by_key || readable.is_empty() {
            let table = self.rng.below(self.schema.asked());
            let from = self.push_row(table);
            let mut conjuncts = self.key_conjuncts(depth);
            self.show_row();
            self.add_residual(depth, &mut conjuncts);
            let value = if self.rng.percent(50) {
                "1".to_owned()
            } else {
                self.column_text(self.rows.len() - 1, 0)
            };
            self.rows.pop();
            return format!(
                "({not}exists (select {value} from {from} where {}))",
                conjuncts.join(" and ")
            );
        }
        *self.aggregates_left -= 1;
        let table = *self.rng.pick(&readable);
        let from = self.push_group(table);
        self.begin_scan();
        let conditions = self.group_conditions(depth);
        self.end_scan();
        self.rows.pop();
        format!("({not}exists (select 1 from {from}{conditions}))")
    }

    /// Starts an aggregate over the innermost row that is scanned, sometimes: its conditions and
    /// arguments can read anything.
    fn begin_scan(&mut self) {
        let may = self.within_scan.is_none() && self.changed.is_empty();
        if may && self.rng.percent(self.scans_percent) {
            self.within_scan = Some(self.rows.len());
        }
    }

    fn end_scan(&mut self) {
        if self.within_scan == Some(self.rows.len()) {
            self.within_scan = None;
        }
    }

    /// Whether the innermost row is that of a scan.
    fn is_scanned(&self) -> bool {
        self.within_scan == Some(self.rows.len())
    }

    fn number_test(&mut self) -> String {
        format!("({} is not null)", self.number_leaf().text)
    }

    /// One equality for each key column of the innermost row, which is not visible.
    fn key_conjuncts(&mut self, depth: usize) -> Vec<String> {
        let row = self.rows.len() - 1;
        let table = &self.schema.tables[self.rows[row].table];
        let mut conjuncts = Vec::new();
        for key in &table.key {
            let value = self.key_value(table.columns[*key].ty, depth);
            let column = self.column_text(row, *key);
            conjuncts.push(if self.rng.percent(85) {
                format!("{column} = {value}")
            } else {
                format!("{value} = {column}")
            });
        }
        conjuncts
    }

    /// A value by which a key column of the type can be looked up.
    pub fn key_value(&mut self, ty: Type, depth: usize) -> String {
        let depth = if self.rng.percent(70) { 0 } else { depth };
        match ty {
            Type::Boolean => match self.name(|ty| ty == Type::Boolean) {
                Some(named) if self.rng.percent(60) => named.text,
                _ if depth > 0 => self.condition(depth),
                _ => self.rng.pick(&["true", "false"]).to_string(),
            },
            Type::Char(_) => self.text(16, depth),
            Type::Date | Type::Time | Type::Timestamp => self.time_of_or_literal(ty, depth),
            _ => {
                // Most keys are looked up by a value of a suitable type.
                let alike = |other: Type| other == ty || other.is_integer();
                match self.name(alike) {
                    Some(named) if depth == 0 && self.rng.percent(75) => named.text,
                    _ => self.number_of_scale(ty.scale(), depth).text,
                }
            }
        }
    }

    fn add_residual(&mut self, depth: usize, conjuncts: &mut Vec<String>) {
        for _ in 0..self.rng.weighted(&[70, 22, 8]) {
            let residual = self.condition(depth.min(2));
            conjuncts.push(residual);
        }
        self.rng.shuffle(conjuncts);
    }

    /// The tables whose aggregates can be read here: those in which no earlier statement of the
    /// message inserted or deleted a row.
    fn readable_tables(&self) -> Vec<usize> {
        let readable =
            (0..self.schema.asked()).filter(|table| !self.changed.contains(&(*table, None)));
        // Those with lists are chosen more often.
        let times = |table: usize| 1 + 3 * self.schema.tables[table].lists.len();
        readable.flat_map(|table| std::iter::repeat_n(table, times(table))).collect()
    }

    /// The columns of a table that earlier statements updated. No aggregate can read them.
    fn updated_columns(&self, table: usize) -> BTreeSet<usize> {
        self.changed
            .iter()
            .filter(|(changed, _)| *changed == table)
            .filter_map(|(_, column)| *column)
            .collect()
    }

    /// Brings the row of an aggregate into scope, and returns the text after `from`.
    fn push_group(&mut self, table: usize) -> String {
        let from = self.push_row(table);
        let barred = self.updated_columns(table);
        if let Some(row) = self.rows.last_mut() {
            row.barred = barred;
        }
        from
    }

    /// A number computed from aggregates of one group, or `None` where no aggregate is allowed.
    pub fn aggregate(&mut self, depth: usize) -> Option<Number> {
        let readable = self.readable_tables();
        if !self.may_ask() || *self.aggregates_left == 0 || readable.is_empty() {
            return None;
        }
        *self.aggregates_left -= 1;
        let table = *self.rng.pick(&readable);
        let from = self.push_group(table);
        self.begin_scan();
        let conditions = self.group_conditions(depth);
        self.own_row_only = !self.is_scanned();
        let mut number = self.call();
        if self.rng.percent(30) {
            let other = if self.rng.percent(50) { self.call() } else { self.literal_one() };
            let op = *self.rng.pick(&["+", "-", "/"]);
            let scale = match (number.scale, other.scale, op) {
                (None, None, _) => None,
                (l, r, "/") => Some(l.unwrap_or(0).max(r.unwrap_or(0)).max(16)),
                (l, r, _) => l.max(r),
            };
            number = Number {
                text: format!("{} {op} {}", number.text, other.text),
                scale,
                literal: false,
            };
        } else if self.rng.percent(30) {
            number.text = format!("coalesce({}, 0)", number.text);
        }
        self.own_row_only = false;
        self.end_scan();
        self.rows.pop();
        Some(Number { text: format!("(select {} from {from}{conditions})", number.text), ..number })
    }

    fn literal_one(&mut self) -> Number {
        Number { text: integer_literal(self.rng.between(0, 2) as i64), scale: None, literal: true }
    }

    /// `min` or `max` of values of a type of time over one group, or `None` where no such
    /// aggregate is allowed.
    pub fn time_aggregate(&mut self, ty: Type, depth: usize) -> Option<String> {
        let readable = self.readable_tables();
        let is_time = |other: Type| other == ty;
        let candidates: Vec<(usize, usize)> = readable
            .into_iter()
            .flat_map(|table| {
                (0..self.schema.tables[table].columns.len()).map(move |column| (table, column))
            })
            .filter(|(table, column)| is_time(self.schema.tables[*table].columns[*column].ty))
            .filter(|(table, column)| !self.changed.contains(&(*table, Some(*column))))
            .collect();
        if candidates.is_empty() || !self.may_ask() || *self.aggregates_left == 0 {
            return None;
        }
        *self.aggregates_left -= 1;
        let (table, column) = *self.rng.pick(&candidates);
        let from = self.push_group(table);
        let conditions = self.group_conditions(depth);
        let column = self.column_text(self.rows.len() - 1, column);
        self.rows.pop();
        let function = *self.rng.pick(&["min", "max"]);
        Some(format!("(select {function}({column}) from {from}{conditions})"))
    }

    /// ` where …` of an aggregate over the innermost row: groups, filter and condition. The row
    /// is visible afterwards.
    fn group_conditions(&mut self, depth: usize) -> String {
        let row = self.rows.len() - 1;
        let columns = &self.schema.tables[self.rows[row].table].columns;
        let mut order: Vec<usize> =
            (0..columns.len()).filter(|c| !self.rows[row].barred.contains(c)).collect();
        self.rng.shuffle(&mut order);
        order.truncate(self.rng.weighted(&[20, 43, 23, 6, 2, 3, 3]));
        let mut conjuncts = Vec::new();
        for column in order {
            let value = self.key_value(columns[column].ty, depth.min(1));
            conjuncts.push(format!("{} = {value}", self.column_text(row, column)));
        }
        if self.rng.percent(15) {
            let condition = self.condition(depth.min(2));
            let field = self.name(Type::is_number).map_or("1".to_owned(), |named| named.text);
            conjuncts.push(format!("({condition} or {field} <> 0)"));
        }
        let needs_list = self.is_scanned() && self.schema.tables[self.rows[row].table].is_large();
        if needs_list {
            self.add_list_conjuncts(depth, &mut conjuncts);
        }
        self.show_row();
        self.own_row_only = !self.is_scanned();
        if self.is_scanned() || self.rng.percent(45) {
            let filter = self.filter(depth);
            conjuncts.push(filter);
        }
        self.own_row_only = false;
        if self.is_scanned() && !needs_list && self.rng.percent(85) {
            self.add_list_conjuncts(depth, &mut conjuncts);
        }
        self.rng.shuffle(&mut conjuncts);
        if conjuncts.is_empty() {
            String::new()
        } else {
            format!(" where {}", conjuncts.join(" and "))
        }
    }

    /// The conjuncts without which a list of the table of the innermost row does not serve.
    fn add_list_conjuncts(&mut self, depth: usize, conjuncts: &mut Vec<String>) {
        let row = self.rows.len() - 1;
        let schema = self.schema;
        let table = &schema.tables[self.rows[row].table];
        if table.lists.is_empty() {
            return;
        }
        let list = self.rng.pick(&table.lists);
        let name = |column: usize| table.columns[column].name.as_str();
        let is_free = |c: &usize| !conjuncts.iter().any(|text| text.contains(name(*c)));
        for column in
            list.group.iter().filter(|column| is_free(column)).copied().collect::<Vec<_>>()
        {
            let value = self.key_value(table.columns[column].ty, 0);
            conjuncts.push(format!("{} = {value}", self.column_text(row, column)));
        }
        conjuncts.extend(list.condition.clone());
        let Some(time) = list.time else { return };
        let ty = table.columns[time].ty;
        let bound = match ty {
            Type::Timestamp => self.time(depth.min(1)),
            _ => self.name(Type::is_integer).map(|named| format!("({} - 1)", named.text)),
        };
        let Some(bound) = bound.or_else(|| table.is_large().then(|| self.literal(ty))) else {
            return;
        };
        let time = self.column_text(row, time);
        conjuncts.push(match self.rng.below(4) {
            0 => format!("{bound} < {time}"),
            1 => format!("{time} >= {bound}"),
            2 => format!("{time} between {bound} and {}", self.literal(ty)),
            _ => format!("{time} > {bound}"),
        });
    }

    /// A condition on at least one column of the row. A condition on literals only would be an
    /// error for all rows or for none.
    fn filter(&mut self, depth: usize) -> String {
        let before = self.names_made;
        for _ in 0..4 {
            let filter = self.condition(depth.min(2));
            if self.names_made > before {
                return filter;
            }
        }
        // The key is never updated.
        let row = self.rows.len() - 1;
        let column = self.column_text(row, self.schema.tables[self.rows[row].table].key[0]);
        format!("({column} is not null)")
    }

    /// The comparison of the count of a window with a literal, or a test of numbers if no table
    /// has windows.
    pub fn window(&mut self, depth: usize) -> String {
        let tables: Vec<(usize, usize, usize)> = (0..self.schema.asked())
            .filter(|table| self.schema.tables[*table].insert_only)
            .filter(|table| !self.changed.contains(&(*table, None)))
            .filter_map(|table| {
                let columns = &self.schema.tables[table].columns;
                let is_time = |ty: Type| ty.is_integer() || ty == Type::Timestamp;
                let time = columns.iter().position(|column| is_time(column.ty))?;
                let mut group = columns.iter().enumerate();
                let group = group.position(|(c, column)| c != time && !column.nullable)?;
                Some((table, time, group))
            })
            .collect();
        if tables.is_empty() || !self.may_ask() {
            return self.number_test();
        }
        let (table, time, group) = *self.rng.pick(&tables);
        let columns = &self.schema.tables[table].columns;
        let from = self.push_row(table);
        let key = self.key_value(columns[group].ty, 0);
        let bound = match columns[time].ty {
            Type::Timestamp => self.time(depth.min(1)),
            _ => self.name(Type::is_integer).map(|named| format!("({} - 1)", named.text)),
        };
        let row = self.rows.len() - 1;
        let (group, time) = (self.column_text(row, group), self.column_text(row, time));
        self.rows.pop();
        // The bound must depend on something, else it is a filter.
        let Some(bound) = bound else { return self.number_test() };
        let (above, compare) =
            (*self.rng.pick(&[">", ">="]), *self.rng.pick(&["<", "<=", ">", ">="]));
        let count = self.rng.between(1, 3);
        format!(
            "((select count(*) from {from} where {group} = {key} and {time} {above} {bound}) \
             {compare} {count})"
        )
    }

    /// An aggregate call over the innermost row.
    fn call(&mut self) -> Number {
        if self.rng.percent(20) {
            let text = format!("count(*){}", self.call_filter());
            return Number { text, scale: None, literal: false };
        }
        let function = *self.rng.pick(&["sum", "count", "avg", "min", "max"]);
        if function == "count" {
            let argument = self.anything(1);
            let distinct = if self.rng.percent(35) { "distinct " } else { "" };
            let text = format!("count({distinct}{argument}){}", self.call_filter());
            return Number { text, scale: None, literal: false };
        }
        let argument = match self.name(Type::is_number) {
            Some(named) if self.rng.percent(65) => {
                Number { text: named.text, scale: scale_of(named.ty), literal: false }
            }
            _ => self.number(1),
        };
        let scale = match function {
            "avg" => Some(argument.scale.unwrap_or(0).max(6)),
            _ => argument.scale,
        };
        let text = format!("{function}({}){}", argument.text, self.call_filter());
        Number { text, scale, literal: false }
    }

    /// ` filter (where …)` of an aggregate call, or nothing.
    fn call_filter(&mut self) -> String {
        if self.rng.percent(85) {
            return String::new();
        }
        format!(" filter (where {})", self.condition(1))
    }

    /// `x in (select …)`, over the columns of one table.
    pub fn in_select(&mut self, depth: usize) -> String {
        if !self.may_ask() {
            return self.number_test();
        }
        let not = if self.rng.percent(40) { "not " } else { "" };
        let operand = self.number_leaf().text;
        let table = self.rng.below(self.schema.asked());
        let from = self.push_row(table);
        let conjuncts = self.key_conjuncts(depth);
        self.show_row();
        self.own_row_only = true;
        let value = self.number_leaf().text;
        self.own_row_only = false;
        self.rows.pop();
        format!(
            "({operand} {not}in (select {value} from {from} where {}))",
            conjuncts.join(" and ")
        )
    }

    /// A literal of the type, for a place that allows only a literal.
    pub fn literal(&mut self, ty: Type) -> String {
        match ty {
            Type::Boolean => self.rng.pick(&["true", "false"]).to_string(),
            Type::Char(n) => domains::text_literal(domains::text(n.into(), self.rng)),
            Type::Decimal { scale, .. } => {
                domains::decimal_literal(domains::number(ty, domains::SPREAD, self.rng), scale)
            }
            Type::Date | Type::Time => {
                let held = domains::number(ty, domains::SPREAD, self.rng);
                domains::time_literal(held, ty)
            }
            _ => integer_literal(domains::number(ty, domains::SPREAD, self.rng)),
        }
    }
}
