// SPDX-License-Identifier: Apache-2.0

//! The value of an expression on a state of the tables.

use super::calendar;
use super::value::{self, Operand, Val, not_a_value};
use engine::schema::{ColumnId, TableId, Type};
use rulec::hir::{Aggregate, AggregateFn, Call, Expr, ExprKind, RowMatch, RowVar, RuleSet};
use std::collections::BTreeSet;

/// A row: one value for each column.
pub type Row = Vec<Val>;

/// The rows of each table, in no particular order.
pub type State = Vec<Vec<Row>>;

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
        let rows = &self.state[usize::from(aggregate.table.0)];
        let counts = |row: &&Row| {
            condition.is_true()
                && aggregate.group.iter().zip(&wanted).all(|((column, _), value)| {
                    *value != Val::Null && row[usize::from(column.0)] == *value
                })
                && self.passes(aggregate, row).is_true()
        };
        let members: Vec<&Row> = rows.iter().filter(counts).collect();
        let calls: Vec<Val> =
            aggregate.calls.iter().map(|call| self.call(aggregate, call, &members)).collect();
        Env { calls: &calls, ..self }.evaluate(&aggregate.value)
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
        }
    }
}

fn operand<'a>(value: &'a Val, expr: &Expr) -> Operand<'a> {
    Operand(value, expr.ty.scale())
}
