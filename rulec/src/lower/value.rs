// SPDX-License-Identifier: Apache-2.0

//! Values of 64 bits: expressions become arithmetic on lanes, lookups and column fetches.

use super::context::{Calls, Lowering, Row};
use crate::flow::{Arg, NodeId, Op};
use crate::hir::{Aggregate, AggregateFn, Expr, ExprKind, Function, Path, RowMatch, RowVar};
use crate::interval::Interval;
use engine::isa::Opcode;
use engine::schema::{ColumnId, ColumnKind, TableId, Type};
use engine::value::Value;

impl Lowering<'_> {
    /// The value of an expression, in 64 bits.
    pub(super) fn value(&mut self, expr: &Expr) -> NodeId {
        if let Some(captured) = self.captured(expr, false) {
            return captured;
        }
        if !self.fits(expr) {
            let wide = self.wide(expr);
            return self.narrowed(wide, Interval::WORD);
        }
        match &expr.kind {
            // A literal that fits has 64 bits.
            ExprKind::Number(number) => self.flow.constant(Value::new(*number as i64)),
            ExprKind::Text(text) => {
                let code = self.strings.code(text);
                self.flow.constant(Value::new(code))
            }
            ExprKind::Null => self.null(),
            ExprKind::Field(field) => self.field(field.0.into()),
            ExprKind::Column(var, column) => self.column(*var, *column),
            ExprKind::Arith(op, l, r) => self.arith(*op, l, r, expr.ty),
            ExprKind::Function(function, values) => self.function(*function, values),
            ExprKind::Calendar(function, values) => self.calendar(*function, values),
            ExprKind::Case { arms, otherwise } => self.case(arms, otherwise.as_deref()),
            ExprKind::Coalesce(list) => {
                let values: Vec<NodeId> = list.iter().map(|e| self.value(e)).collect();
                let first = values.first().copied();
                let first = first.unwrap_or_else(|| self.null());
                values
                    .iter()
                    .skip(1)
                    .fold(first, |so_far, next| self.op(Opcode::Coalesce, &[so_far, *next]))
            }
            ExprKind::Convert(operand) => self.convert(operand, expr.ty),
            ExprKind::Round(rounding, operand) => self.round(*rounding, operand, expr.ty.scale()),
            ExprKind::Lookup { table, row, value }
                if expr.ty != Type::Boolean || is_strict(value, row.var) =>
            {
                let handle = self.row_of(*table, row);
                let result = self.value(value);
                self.rows.remove(&row.var);
                if is_strict(value, row.var) {
                    return result;
                }
                let found = self.op(Opcode::NotNull, &[handle]);
                let null = self.null();
                self.select(found, result, null)
            }
            ExprKind::Aggregate(aggregate) => {
                let outer = self.enter_aggregate(aggregate);
                let value = self.value(&aggregate.value);
                self.calls = outer;
                value
            }
            ExprKind::Call(index) => self.call(*index),
            ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::Compare(..)
            | ExprKind::Distinct(..)
            | ExprKind::Like(..)
            | ExprKind::IsNull(_)
            | ExprKind::Exists { .. }
            | ExprKind::Lookup { .. } => {
                let truth = self.predicate(expr);
                self.op(Opcode::Truth, &[truth])
            }
        }
    }

    fn case(&mut self, arms: &[(Expr, Expr)], otherwise: Option<&Expr>) -> NodeId {
        let mut result = match otherwise {
            Some(expr) => self.value(expr),
            None => self.null(),
        };
        for (condition, value) in arms.iter().rev() {
            let condition = self.predicate(condition);
            let value = self.value(value);
            result = self.select(condition, value, result);
        }
        result
    }

    /// The handle of the row that a match selects, NULL if there is none. Binds the row variable to
    /// it.
    pub(super) fn row_of(&mut self, table: TableId, row: &RowMatch) -> NodeId {
        let keys: Vec<NodeId> = row.key.iter().map(|e| self.value(e)).collect();
        let by_key = self.look_up(table, &keys);
        self.note_row(row.var);
        self.rows.insert(row.var, Row::Stored(table, by_key));
        let Some(residual) = &row.residual else { return by_key };
        let row_found = self.narrowed_row(by_key, residual);
        self.rows.insert(row.var, Row::Stored(table, row_found));
        row_found
    }

    /// The handle of a row, NULL unless it meets a condition. If there is no row, the condition is
    /// ignored. If the row is an error, so is the result.
    pub(super) fn narrowed_row(&mut self, row: NodeId, condition: &Expr) -> NodeId {
        let found = self.op(Opcode::NotNull, &[row]);
        let condition = self.truth(condition);
        let holds = self.required(condition, found);
        let null = self.null();
        self.select(holds, row, null)
    }

    pub(super) fn column(&mut self, var: RowVar, column: ColumnId) -> NodeId {
        match self.rows.get(&var) {
            Some(Row::Stored(table, row)) => {
                let (table, row) = (*table, *row);
                self.read(table, row, column)
            }
            Some(Row::Values(values)) => values[usize::from(column.0)],
            Some(Row::Copied(table, columns)) => {
                let (table, columns) = (*table, columns.clone());
                self.copied(table, &columns, column)
            }
            // The resolver binds every variable before its uses.
            None => self.null(),
        }
    }

    /// Brings the results of the calls of an aggregate into scope, and returns those that were.
    pub(super) fn enter_aggregate(&mut self, aggregate: &Aggregate) -> Calls {
        let (rules, plan) = (self.rules, self.plan);
        let hidden = plan.hidden_of(rules, aggregate);
        if aggregate.path != Path::Maintained {
            return self.enter_scan(aggregate, hidden);
        }
        let keys: Vec<NodeId> = aggregate.group.iter().map(|(_, e)| self.value(e)).collect();
        let condition = aggregate.condition.as_ref().map(|c| self.enable(c));
        let group = self.group(hidden.id, &keys, condition);
        let columns = aggregate.calls.iter().map(|call| plan.column_of(rules, hidden, call));
        let columns = columns.zip(aggregate.calls.iter().map(|call| call.function)).collect();
        let calls = Calls { table: hidden.id, group: Some(group), columns, scan: None };
        std::mem::replace(&mut self.calls, calls)
    }

    /// The result of a call in 64 bits.
    fn call(&mut self, index: usize) -> NodeId {
        if let Some(result) = self.scanned_call(Opcode::Result, index) {
            return result;
        }
        let Calls { table, group: Some(group), .. } = self.calls else { return self.null() };
        let Some((column, function)) = self.calls.columns.get(index).copied() else {
            return self.null();
        };
        let value = self.fetch(table, group, column, kind_of(function));
        match function {
            AggregateFn::Count | AggregateFn::Distinct => {}
            AggregateFn::Sum
            | AggregateFn::Min
            | AggregateFn::Max
            | AggregateFn::Any
            | AggregateFn::Nth { .. } => return value,
        }
        let zero = self.flow.constant(Value::new(0));
        self.op(Opcode::Coalesce, &[value, zero])
    }

    /// The group of a hidden table with a key, in the state before the message.
    pub(super) fn group(
        &mut self,
        hidden: TableId,
        keys: &[NodeId],
        enable: Option<NodeId>,
    ) -> NodeId {
        let args = self.key(keys);
        self.flow.op(Op::on(Opcode::Lookup, hidden, &args).when(enable))
    }

    fn fetch(&mut self, table: TableId, row: NodeId, column: ColumnId, kind: ColumnKind) -> NodeId {
        let op = Op::on(Opcode::Fetch, table, &[Arg::Node(row), Arg::Immediate(column.0)]);
        let nullable = !matches!(kind, ColumnKind::Rows | ColumnKind::Count | ColumnKind::Distinct);
        self.flow.fetch(op, nullable, kind == ColumnKind::Sum)
    }
}

fn kind_of(function: AggregateFn) -> ColumnKind {
    match function {
        AggregateFn::Count => ColumnKind::Count,
        AggregateFn::Sum => ColumnKind::Sum,
        AggregateFn::Min => ColumnKind::Min,
        // No hidden table keeps the last two.
        AggregateFn::Max | AggregateFn::Any | AggregateFn::Nth { .. } => ColumnKind::Max,
        AggregateFn::Distinct => ColumnKind::Distinct,
    }
}

/// Whether an expression is NULL whenever its row does not exist: every operation in it has an
/// operand from that row, and none can be an error instead.
pub(super) fn is_strict(expr: &Expr, row: RowVar) -> bool {
    let literal = |e: &Expr| matches!(e.kind, ExprKind::Number(_));
    let strict = |e: &Expr| is_strict(e, row);
    match &expr.kind {
        ExprKind::Column(var, _) => *var == row,
        ExprKind::Convert(e) | ExprKind::Round(_, e) => strict(e),
        ExprKind::Function(Function::Abs, list) | ExprKind::Calendar(_, list) => {
            list.iter().all(strict)
        }
        ExprKind::Arith(_, l, r) => {
            (strict(l) && (strict(r) || literal(r))) || (literal(l) && strict(r))
        }
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Compare(..)
        | ExprKind::Distinct(..)
        | ExprKind::Like(..)
        | ExprKind::Function(Function::Sign | Function::Greatest | Function::Least, _)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Not(_)
        | ExprKind::IsNull(_)
        | ExprKind::Case { .. }
        | ExprKind::Coalesce(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => false,
    }
}
