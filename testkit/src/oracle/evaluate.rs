// SPDX-License-Identifier: Apache-2.0

//! The value of an expression on a state of the tables.

use super::calendar;
use super::lists::Histories;
use super::tree::parts_of;
use super::value::{self, Error, Operand, Row, State, Val, not_a_value};
use engine::machine::SCAN_DISTINCT_MAX;
use engine::schema::{ColumnId, TableId, Type};
use engine::verdict::Reason;
use rulec::hir::{
    Aggregate, AggregateFn, Call, Expr, ExprKind, List, Path, Purpose, RowMatch, RowVar, RuleSet,
};
use rulec::resolve::lower_bound;
use std::collections::BTreeSet;

/// Everything that an expression can read.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// The rule file, for the keys of its tables.
    pub rules: &'a RuleSet,
    /// The tables.
    pub state: &'a State,
    /// The fields of the message.
    pub fields: &'a [Val],
    /// The rows in scope, innermost first.
    pub rows: Option<&'a Bound<'a>>,
    /// The row that a job visits, which is outside of all others, as it was before the step.
    pub visited: Option<(RowVar, &'a [Val])>,
    /// The results of the calls, within the value of an aggregate.
    pub calls: &'a [Val],
    /// What the windows of the rule set hold.
    pub histories: &'a Histories,
}

/// A row in scope.
pub struct Bound<'a> {
    var: RowVar,
    row: &'a [Val],
    outer: Option<&'a Bound<'a>>,
}

impl<'a> Env<'a> {
    /// Runs `f` with one more row in scope.
    pub fn with_row<T>(self, var: RowVar, row: &'a [Val], f: impl FnOnce(Env<'_>) -> T) -> T {
        f(Env { rows: Some(&Bound { var, row, outer: self.rows }), ..self })
    }

    fn column(self, var: RowVar, column: ColumnId) -> Val {
        let mut bound = self.rows;
        while let Some(Bound { var: found, row, outer }) = bound {
            if *found == var {
                return row[usize::from(column.0)].clone();
            }
            bound = *outer;
        }
        if let Some((visited, row)) = self.visited
            && visited == var
        {
            return row[usize::from(column.0)].clone();
        }
        panic!("{var:?} is not in scope");
    }

    fn all(self, exprs: &[Expr]) -> Vec<Val> {
        exprs.iter().map(|expr| self.evaluate(expr)).collect()
    }

    /// Returns the value of an expression.
    pub fn evaluate(self, expr: &Expr) -> Val {
        match &expr.kind {
            ExprKind::Number(held) => Val::Number(*held),
            ExprKind::Text(text) => Val::Text(text.as_str().into()),
            ExprKind::Null => Val::Null,
            ExprKind::Field(field) => self.fields[usize::from(field.0)].clone(),
            ExprKind::Column(var, column) => self.column(*var, *column),
            ExprKind::Arith(op, left, right) => {
                let (l, r) = (self.evaluate(left), self.evaluate(right));
                value::arithmetic(*op, operand(&l, left), operand(&r, right), expr.ty)
            }
            ExprKind::Compare(op, left, right) => {
                let (l, r) = (self.evaluate(left), self.evaluate(right));
                value::compare(*op, operand(&l, left), operand(&r, right))
            }
            ExprKind::Distinct(left, right) => {
                let (l, r) = (self.evaluate(left), self.evaluate(right));
                value::distinct(operand(&l, left), operand(&r, right))
            }
            ExprKind::Like(operand, prefix) => value::begins_with(self.evaluate(operand), prefix),
            ExprKind::Function(function, values) => {
                value::function(*function, &self.all(values), expr.ty)
            }
            ExprKind::Calendar(function, values) => {
                calendar::calendar(*function, &self.all(values))
            }
            ExprKind::Round(rounding, inner) => {
                let (from, to) = (inner.ty.scale(), expr.ty.scale());
                value::round(&self.evaluate(inner), from, to, *rounding)
            }
            ExprKind::And(operands) => value::logic(&self.all(operands), false),
            ExprKind::Or(operands) => value::logic(&self.all(operands), true),
            ExprKind::Not(operand) => value::not(self.evaluate(operand)),
            ExprKind::IsNull(operand) => match self.evaluate(operand) {
                Val::Null => Val::truth(true),
                Val::Error(error) => Val::Error(error),
                _ => Val::truth(false),
            },
            ExprKind::Case { arms, otherwise } => self.case(arms, otherwise.as_deref()),
            ExprKind::Coalesce(values) => values
                .iter()
                .map(|value| self.evaluate(value))
                .find(|value| *value != Val::Null)
                .unwrap_or(Val::Null),
            ExprKind::Convert(operand) => {
                value::convert(&self.evaluate(operand), operand.ty.scale(), expr.ty)
            }
            ExprKind::Lookup { table, row, value } => match self.find(*table, row) {
                Ok(Some(found)) => {
                    self.with_row(row.var, &self.state[usize::from(table.0)][found], |env| {
                        env.evaluate(value)
                    })
                }
                Ok(None) => Val::Null,
                Err(error) => error,
            },
            ExprKind::Exists { table, row } => match self.find(*table, row) {
                Ok(found) => Val::truth(found.is_some()),
                Err(error) => error,
            },
            ExprKind::Aggregate(aggregate) => self.aggregate(aggregate),
            ExprKind::Call(index) => match &self.calls[*index] {
                // A sum of type INT8 has 64 bits, any other is exact.
                Val::Number(held) if expr.ty == Type::Int8 && i64::try_from(*held).is_err() => {
                    Val::OVERFLOW
                }
                result => result.clone(),
            },
        }
    }

    fn case(self, arms: &[(Expr, Expr)], otherwise: Option<&Expr>) -> Val {
        for (condition, value) in arms {
            match self.evaluate(condition) {
                Val::Error(error) => return Val::Error(error),
                condition if condition.is_true() => return self.evaluate(value),
                _ => {}
            }
        }
        otherwise.map_or(Val::Null, |value| self.evaluate(value))
    }

    /// Returns the index of the row that a key and a residual condition find, or their error.
    pub fn find(self, table: TableId, row: &RowMatch) -> Result<Option<usize>, Val> {
        let key = self.all(&row.key);
        match not_a_value(&key) {
            Some(Val::Null) => return Ok(None),
            Some(error) => return Err(error),
            None => {}
        }
        let columns = &self.rules.tables[usize::from(table.0)].key;
        let rows = &self.state[usize::from(table.0)];
        let matches = |row: &Row| {
            columns.iter().zip(&key).all(|(column, value)| row[usize::from(column.0)] == *value)
        };
        let Some(found) = rows.iter().position(matches) else {
            return Ok(None);
        };
        let Some(residual) = &row.residual else {
            return Ok(Some(found));
        };
        match self.with_row(row.var, &rows[found], |env| env.evaluate(residual)) {
            Val::Error(error) => Err(Val::Error(error)),
            residual => Ok(residual.is_true().then_some(found)),
        }
    }

    fn aggregate(self, aggregate: &Aggregate) -> Val {
        let wanted: Vec<Val> =
            aggregate.group.iter().map(|(_, value)| self.evaluate(value)).collect();
        let condition = aggregate.condition.as_ref().map_or(Val::truth(true), |c| self.evaluate(c));
        // An error of a group expression or of the condition is the result.
        if let Some(error @ Val::Error(_)) = not_a_value(wanted.iter().chain([&condition])) {
            return error;
        }
        let rows = self.rows_asked(aggregate, &wanted, &condition);
        let passes: Vec<Val> = rows.iter().map(|row| self.passes(aggregate, row)).collect();
        let members: Vec<&Row> = rows
            .into_iter()
            .zip(&passes)
            .filter(|(_, passes)| passes.is_true())
            .map(|(r, _)| r)
            .collect();
        // What a hidden table keeps has no errors: they reject the row.
        let worst = passes.iter().filter_map(Val::error).max();
        let calls: Vec<Val> = aggregate
            .calls
            .iter()
            .map(|call| self.call_or_error(aggregate, call, &members, worst))
            .collect();
        Env { calls: &calls, ..self }.evaluate(&aggregate.value)
    }

    /// The rows that an aggregate is over, and the worst error of what selects them.
    pub fn selected(self, aggregate: &Aggregate) -> (Vec<&'a Row>, Option<Error>) {
        let wanted: Vec<Val> =
            aggregate.group.iter().map(|(_, value)| self.evaluate(value)).collect();
        let condition = aggregate.condition.as_ref().map_or(Val::truth(true), |c| self.evaluate(c));
        if let Some(Val::Error(error)) = not_a_value(wanted.iter().chain([&condition])) {
            return (Vec::new(), Some(error));
        }
        let rows = self.rows_asked(aggregate, &wanted, &condition);
        let passes: Vec<Val> = rows.iter().map(|row| self.passes(aggregate, row)).collect();
        let worst = passes.iter().filter_map(Val::error).max();
        let selected = rows.into_iter().zip(&passes).filter(|(_, passes)| passes.is_true());
        (selected.map(|(row, _)| row).collect(), worst)
    }

    /// The rows of the group of an aggregate that its filter is asked about.
    fn rows_asked(&self, aggregate: &Aggregate, wanted: &[Val], condition: &Val) -> Vec<&'a Row> {
        let is_asked = |row: &&Row| {
            let held = match aggregate.path {
                Path::Maintained => true,
                // The rows of a group that is no window are those of the table.
                Path::Scanned { list, .. } => self.holds(list, row),
            };
            condition.is_true()
                && held
                && aggregate.group.iter().zip(wanted).all(|((column, _), value)| {
                    *value != Val::Null && row[usize::from(column.0)] == *value
                })
        };
        self.state[usize::from(aggregate.table.0)].iter().filter(is_asked).collect()
    }

    /// Whether a list holds a row of its table.
    fn holds(self, place: usize, row: &Row) -> bool {
        let group = self.group_of(&self.rules.lists[place], row);
        group.is_some_and(|group| self.histories.holds(self.rules, place, &group, row))
    }

    /// The group of a list that a row is in, if it is in one.
    pub fn group_of(self, list: &List, row: &Row) -> Option<Vec<Val>> {
        let group: Vec<Val> =
            list.group.iter().map(|column| row[usize::from(column.0)].clone()).collect();
        if group.contains(&Val::Null) {
            return None;
        }
        let passes = match &list.filter {
            Some(filter) => self.with_row(list.var, row, |env| env.evaluate(filter)).is_true(),
            None => true,
        };
        passes.then_some(group)
    }

    /// The result of a call, or the worst error of the filter and of the arguments.
    fn call_or_error(
        self,
        aggregate: &Aggregate,
        call: &Call,
        members: &[&Row],
        worst: Option<Error>,
    ) -> Val {
        if call.function == AggregateFn::Any && !members.is_empty() {
            return Val::truth(true);
        }
        let of_row = |row: &&Row| {
            let parts = call
                .parts()
                .map(|part| self.with_row(aggregate.var, row, |env| env.evaluate(part)));
            parts.filter_map(|value| value.error()).max()
        };
        match members.iter().filter_map(of_row).chain(worst).max() {
            Some(error) => Val::Error(error),
            None => self.call(aggregate, call, members),
        }
    }

    /// Adds what the scans in an expression could not answer. All of them run, whether or not their
    /// results matter.
    pub fn note_unanswered(self, expr: &Expr, reasons: &mut Vec<Reason>) {
        match &expr.kind {
            ExprKind::Lookup { table, row, value } => {
                self.note_row(*table, row, reasons);
                let found = self.row_or_none(*table, row);
                self.with_row(row.var, &found, |env| env.note_unanswered(value, reasons));
            }
            ExprKind::Exists { table, row } => {
                self.note_row(*table, row, reasons);
            }
            ExprKind::Aggregate(aggregate) => {
                let outside = aggregate.group.iter().map(|(_, value)| value);
                for part in outside.chain(&aggregate.condition) {
                    self.note_unanswered(part, reasons);
                }
                let of_rows = aggregate.filter.iter();
                for part in of_rows.chain(aggregate.calls.iter().flat_map(Call::parts)) {
                    self.note_outside(part, &mut vec![aggregate.var], reasons);
                }
                reasons.extend(self.unanswered(aggregate));
            }
            _ => parts_of(expr).into_iter().for_each(|part| self.note_unanswered(part, reasons)),
        }
    }

    /// As `note_unanswered`, for the way to a row.
    pub fn note_row(self, table: TableId, row: &RowMatch, reasons: &mut Vec<Reason>) {
        row.key.iter().for_each(|key| self.note_unanswered(key, reasons));
        let by_key = self.row_or_none(table, &RowMatch { residual: None, ..row.clone() });
        if let Some(residual) = &row.residual {
            self.with_row(row.var, &by_key, |env| env.note_unanswered(residual, reasons));
        }
    }

    /// As `note_unanswered`, for those parts of an expression that read none of these rows.
    fn note_outside(self, expr: &Expr, rows: &mut Vec<RowVar>, reasons: &mut Vec<Reason>) {
        if let ExprKind::Lookup { row, .. } | ExprKind::Exists { row, .. } = &expr.kind {
            rows.push(row.var);
        }
        let is_inside =
            |node: &Expr| matches!(node.kind, ExprKind::Column(row, _) if rows.contains(&row));
        if expr.nodes().any(is_inside) {
            parts_of(expr).into_iter().for_each(|part| self.note_outside(part, rows, reasons));
        } else {
            self.note_unanswered(expr, reasons);
        }
    }

    /// The row that is found; a row of NULLs if there is none, and of errors for an error.
    pub fn row_or_none(self, table: TableId, row: &RowMatch) -> Row {
        let columns = self.rules.tables[usize::from(table.0)].columns.len();
        match self.find(table, row) {
            Ok(Some(found)) => self.state[usize::from(table.0)][found].clone(),
            Ok(None) => vec![Val::Null; columns],
            Err(error) => vec![error; columns],
        }
    }

    /// What a scan could not answer: the reasons that follow its rule or its statement.
    pub fn unanswered(self, aggregate: &Aggregate) -> Vec<Reason> {
        let Path::Scanned { list, purpose } = aggregate.path else { return Vec::new() };
        let wanted: Vec<Val> =
            aggregate.group.iter().map(|(_, value)| self.evaluate(value)).collect();
        let condition = aggregate.condition.as_ref().map_or(Val::truth(true), |c| self.evaluate(c));
        if not_a_value(wanted.iter().chain([&condition])).is_some() || !condition.is_true() {
            return Vec::new();
        }
        let mut reasons = Vec::new();
        let of_list = &self.rules.lists[list];
        if let Some(time) = of_list.time {
            let bound = lower_bound(aggregate.conjuncts(), aggregate.var, time);
            let (bound, inclusive) = bound.expect("a window is asked from a time on");
            let bound = self.evaluate(bound);
            let is_grouped = |column: &&(ColumnId, Expr)| of_list.group.contains(&column.0);
            let group: Vec<Val> = aggregate
                .group
                .iter()
                .zip(&wanted)
                .filter(|(column, _)| is_grouped(column))
                .map(|(_, value)| value.clone())
                .collect();
            let pushed = self.histories.pushed_out(self.rules, list, &group);
            let is_asked = |pushed: &Val| match (&bound, pushed) {
                (Val::Number(bound), Val::Number(pushed)) => {
                    pushed > bound || inclusive && pushed == bound
                }
                _ => false,
            };
            if pushed.as_ref().is_some_and(is_asked) {
                reasons.push(Reason::WindowFull);
            }
        }
        let rows = self.rows_asked(aggregate, &wanted, &condition);
        let members: Vec<&Row> =
            rows.into_iter().filter(|row| self.passes(aggregate, row).is_true()).collect();
        if purpose == Purpose::OneRow && members.len() > 1 {
            reasons.push(Reason::ManyRows);
        }
        for call in aggregate.calls.iter().filter(|call| call.function == AggregateFn::Distinct) {
            let values = members.iter().filter_map(|row| self.argument(aggregate, call, row));
            let values = values.filter(|value| *value != Val::Null && value.error().is_none());
            if values.collect::<BTreeSet<Val>>().len() > SCAN_DISTINCT_MAX {
                reasons.push(Reason::LevelsFull);
            }
        }
        reasons
    }

    /// Returns the value of the filter of an aggregate for a row.
    pub fn passes(self, aggregate: &Aggregate, row: &Row) -> Val {
        match &aggregate.filter {
            Some(filter) => self.with_row(aggregate.var, row, |env| env.evaluate(filter)),
            None => Val::truth(true),
        }
    }

    /// Returns the argument of a call for a row, and `None` for `count(*)`.
    pub fn argument(self, aggregate: &Aggregate, call: &Call, row: &Row) -> Option<Val> {
        call.argument
            .as_ref()
            .map(|argument| self.with_row(aggregate.var, row, |env| env.evaluate(argument)))
    }

    fn call(self, aggregate: &Aggregate, call: &Call, members: &[&Row]) -> Val {
        match call.function {
            AggregateFn::Any => return Val::truth(!members.is_empty()),
            AggregateFn::Nth { place, descending } => {
                return self.nth(aggregate, call, members, (place, descending));
            }
            _ => {}
        }
        if call.argument.is_none() {
            return Val::Number(members.len() as i128);
        }
        let values: Vec<Val> = members
            .iter()
            .filter_map(|row| self.argument(aggregate, call, row))
            .filter(|value| *value != Val::Null)
            .collect();
        match call.function {
            AggregateFn::Count => Val::Number(values.len() as i128),
            AggregateFn::Sum if values.is_empty() => Val::Null,
            AggregateFn::Sum => {
                let numbers = values.iter().map(|value| match value {
                    Val::Number(held) => *held,
                    other => panic!("{other:?} is stored and cannot be summed"),
                });
                Val::Number(numbers.sum())
            }
            AggregateFn::Distinct => {
                Val::Number(values.into_iter().collect::<BTreeSet<Val>>().len() as i128)
            }
            AggregateFn::Min => values.into_iter().min().unwrap_or(Val::Null),
            AggregateFn::Max => values.into_iter().max().unwrap_or(Val::Null),
            AggregateFn::Any | AggregateFn::Nth { .. } => unreachable!("they are not over values"),
        }
    }

    /// The argument of the row in a place, in the order of a call and then of the key. NULL is the
    /// largest value.
    fn nth(
        self,
        aggregate: &Aggregate,
        call: &Call,
        members: &[&Row],
        (place, descending): (u8, bool),
    ) -> Val {
        let order = call.order.as_ref().expect("rows are in an order");
        let key = &self.rules.tables[usize::from(aggregate.table.0)].key;
        let mut rows: Vec<(bool, Val, Vec<Val>, &Row)> = members
            .iter()
            .map(|row| {
                let by = self.with_row(aggregate.var, row, |env| env.evaluate(order));
                let key = key.iter().map(|column| row[usize::from(column.0)].clone()).collect();
                (by == Val::Null, by, key, *row)
            })
            .collect();
        rows.sort_by(|a, b| {
            let by_order = (a.0, &a.1).cmp(&(b.0, &b.1));
            let by_order = if descending { by_order.reverse() } else { by_order };
            by_order.then_with(|| a.2.cmp(&b.2))
        });
        let row = rows.get(usize::from(place));
        row.and_then(|(.., row)| self.argument(aggregate, call, row)).unwrap_or(Val::Null)
    }
}

fn operand<'a>(value: &'a Val, expr: &Expr) -> Operand<'a> {
    Operand(value, expr.ty.scale())
}
