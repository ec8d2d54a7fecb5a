// SPDX-License-Identifier: Apache-2.0

//! Values: expressions become arithmetic on lanes, lookups and column fetches.

use super::context::{Lowering, Row};
use crate::flow::{Arg, NodeId, Op};
use crate::hir::{Aggregate, AggregateFn, ArithOp, Expr, ExprKind, RowMatch, RowVar};
use engine::isa::{Opcode, UnitClass};
use engine::schema::{ColumnId, ColumnKind, TableId, Type};
use engine::value::{Value, Width};

impl Lowering<'_> {
    /// The value of an expression.
    pub(super) fn value(&mut self, expr: &Expr) -> NodeId {
        match &expr.kind {
            ExprKind::Number(number) => self.flow.constant(Value::new(*number)),
            ExprKind::Text(text) => {
                let code = self.strings.code(text);
                self.flow.constant(Value::new(code))
            }
            ExprKind::Null => self.null(),
            ExprKind::Field(field) => self.field(field.0.into()),
            ExprKind::Column(var, column) => self.column(*var, *column),
            ExprKind::Arith(op, l, r) => {
                let (l, r) = (self.value(l), self.value(r));
                self.arith(*op, l, r)
            }
            ExprKind::Case { arms, otherwise } => {
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
            ExprKind::Coalesce(list) => {
                let values: Vec<NodeId> = list.iter().map(|e| self.value(e)).collect();
                let first = values.first().copied();
                let first = first.unwrap_or_else(|| self.null());
                values
                    .iter()
                    .skip(1)
                    .fold(first, |so_far, next| self.op(Opcode::Coalesce, &[so_far, *next]))
            }
            ExprKind::Convert(operand) => match self.narrow_arith(operand, expr.ty) {
                Some(value) => value,
                None => {
                    let value = self.value(operand);
                    self.convert(value, operand.ty, expr.ty)
                }
            },
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
            ExprKind::Aggregate(aggregate) => self.aggregate(aggregate),
            ExprKind::Call(index) => {
                self.calls.get(*index).copied().unwrap_or_else(|| self.flow.constant(Value::NULL))
            }
            ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::Compare(..)
            | ExprKind::IsNull(_)
            | ExprKind::Exists { .. }
            | ExprKind::Lookup { .. } => {
                let truth = self.predicate(expr);
                self.op(Opcode::Truth, &[truth])
            }
        }
    }

    /// The handle of the row that a match selects, NULL if there is none. Binds the row variable to
    /// it.
    pub(super) fn row_of(&mut self, table: TableId, row: &RowMatch) -> NodeId {
        let keys: Vec<NodeId> = row.key.iter().map(|e| self.value(e)).collect();
        let by_key = self.look_up(table, &keys);
        self.rows.insert(row.var, Row::Stored(table, by_key));
        let Some(residual) = &row.residual else { return by_key };
        // If there is no row, the residual is ignored. If the row is an error, so is the result.
        let found = self.op(Opcode::NotNull, &[by_key]);
        let residual = self.truth(residual);
        let holds = self.required(residual, found);
        let null = self.null();
        let row_found = self.select(holds, by_key, null);
        self.rows.insert(row.var, Row::Stored(table, row_found));
        row_found
    }

    fn column(&mut self, var: RowVar, column: ColumnId) -> NodeId {
        match self.rows.get(&var) {
            Some(Row::Stored(table, row)) => {
                let (table, row) = (*table, *row);
                self.read(table, row, column)
            }
            Some(Row::Values(values)) => values[usize::from(column.0)],
            // The resolver binds every variable before its uses.
            None => self.null(),
        }
    }

    fn arith(&mut self, op: ArithOp, l: NodeId, r: NodeId) -> NodeId {
        match op {
            ArithOp::Add => self.wide(Opcode::Add, l, r),
            ArithOp::Sub => self.wide(Opcode::Sub, l, r),
            ArithOp::Mul => self.wide(Opcode::Mul, l, r),
            ArithOp::Div => self.wide(Opcode::Div, l, r),
            ArithOp::Rem => self.op(Opcode::Rem, &[l, r]),
            ArithOp::DivRound { shift } => {
                let scale = self.power_of_ten(shift);
                self.op(Opcode::MulDiv, &[l, r, scale])
            }
        }
    }

    /// Arithmetic among integers whose result is stored in fewer than 64 bits. One instruction
    /// checks both ranges: a result that does not fit 64 bits does not fit fewer either.
    fn narrow_arith(&mut self, expr: &Expr, to: Type) -> Option<NodeId> {
        let ExprKind::Arith(op, l, r) = &expr.kind else { return None };
        let width = narrow_width(to).filter(|_| expr.ty.is_integer())?;
        let opcode = match op {
            ArithOp::Add => Opcode::Add,
            ArithOp::Sub => Opcode::Sub,
            ArithOp::Mul => Opcode::Mul,
            ArithOp::Div => Opcode::Div,
            ArithOp::Rem | ArithOp::DivRound { .. } => return None,
        };
        let (l, r) = (self.value(l), self.value(r));
        Some(self.sized(opcode, l, r, width))
    }

    /// A number converted between types: scaled, then checked against the range of the new type.
    fn convert(&mut self, value: NodeId, from: Type, to: Type) -> NodeId {
        let (old, new) = (from.scale(), to.scale());
        let (mut low, mut high) = from.bounds();
        let scaled = if new > old {
            let factor = self.power_of_ten(new - old);
            let factor_value = 10_i64.pow(u32::from(new - old));
            (low, high) = (low.saturating_mul(factor_value), high.saturating_mul(factor_value));
            self.wide(Opcode::Mul, value, factor)
        } else if new < old {
            let divisor = self.power_of_ten(old - new);
            let one = self.power_of_ten(0);
            self.op(Opcode::MulDiv, &[value, divisor, one])
        } else {
            value
        };
        let (to_low, to_high) = to.bounds();
        // A result of arithmetic on decimals can have more digits than its type states; only
        // integers stay within their bounds.
        let fits = from.is_integer() && to_low <= low && high <= to_high;
        if fits || (to_low, to_high) == (i64::MIN, i64::MAX) {
            return scaled;
        }
        let (to_low, to_high) =
            (self.flow.constant(Value::new(to_low)), self.flow.constant(Value::new(to_high)));
        self.op(Opcode::Range, &[scaled, to_low, to_high])
    }

    fn aggregate(&mut self, aggregate: &Aggregate) -> NodeId {
        let (rules, plan) = (self.rules, self.plan);
        let hidden = plan.hidden_of(rules, aggregate);
        let keys: Vec<NodeId> = aggregate.group.iter().map(|(_, e)| self.value(e)).collect();
        let condition = aggregate.condition.as_ref().map(|c| self.enable(c));
        let group = self.group(hidden.id, &keys, condition);
        let mut calls = Vec::with_capacity(aggregate.calls.len());
        for call in &aggregate.calls {
            let column = plan.column_of(rules, hidden, call);
            let value = self.fetch(hidden.id, group, column, kind_of(call.function));
            calls.push(if call.function == AggregateFn::Count {
                let zero = self.flow.constant(Value::new(0));
                self.op(Opcode::Coalesce, &[value, zero])
            } else {
                value
            });
        }
        let outer = std::mem::replace(&mut self.calls, calls);
        let value = self.value(&aggregate.value);
        self.calls = outer;
        value
    }

    /// The group of a hidden table with a key, in the state before the message.
    pub(super) fn group(
        &mut self,
        hidden: TableId,
        keys: &[NodeId],
        enable: Option<NodeId>,
    ) -> NodeId {
        let args: Vec<Arg> = keys.iter().map(|k| Arg::Node(*k)).collect();
        self.flow.op(Op::on(Opcode::Lookup, hidden, &args).when(enable))
    }

    fn fetch(&mut self, table: TableId, row: NodeId, column: ColumnId, kind: ColumnKind) -> NodeId {
        let op = Op::on(Opcode::Fetch, table, &[Arg::Node(row), Arg::Immediate(column.0)]);
        let nullable = !matches!(kind, ColumnKind::Rows | ColumnKind::Count);
        self.flow.fetch(op, nullable, kind == ColumnKind::Sum)
    }

    fn sized(&mut self, opcode: Opcode, l: NodeId, r: NodeId, width: Width) -> NodeId {
        let mut op = Op::new(opcode, &[Arg::Node(l), Arg::Node(r)]);
        op.args[5] = Arg::Immediate(width as u16);
        debug_assert!(matches!(op.opcode.signature().unit, UnitClass::Lane | UnitClass::Divider));
        self.flow.op(op)
    }

    fn wide(&mut self, opcode: Opcode, l: NodeId, r: NodeId) -> NodeId {
        self.sized(opcode, l, r, Width::W64)
    }

    fn power_of_ten(&mut self, exponent: u8) -> NodeId {
        self.flow.constant(Value::new(10_i64.pow(exponent.into())))
    }
}

/// The width of a type of integers that has fewer than 64 bits.
fn narrow_width(ty: Type) -> Option<Width> {
    match ty {
        Type::Int2 => Some(Width::W16),
        Type::Int4 => Some(Width::W32),
        Type::Boolean | Type::Int8 | Type::Decimal { .. } | Type::Char(_) | Type::Timestamp => None,
    }
}

fn kind_of(function: AggregateFn) -> ColumnKind {
    match function {
        AggregateFn::Count => ColumnKind::Count,
        AggregateFn::Sum => ColumnKind::Sum,
        AggregateFn::Min => ColumnKind::Min,
        AggregateFn::Max => ColumnKind::Max,
    }
}

/// Whether an expression is NULL whenever its row does not exist: every operation in it has an
/// operand from that row, and none can be an error instead.
fn is_strict(expr: &Expr, row: RowVar) -> bool {
    let literal = |e: &Expr| matches!(e.kind, ExprKind::Number(_));
    let strict = |e: &Expr| is_strict(e, row);
    match &expr.kind {
        ExprKind::Column(var, _) => *var == row,
        ExprKind::Convert(e) => strict(e),
        ExprKind::Arith(_, l, r) => {
            (strict(l) && (strict(r) || literal(r))) || (literal(l) && strict(r))
        }
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Compare(..)
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
