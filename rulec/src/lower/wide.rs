// SPDX-License-Identifier: Apache-2.0

//! Numbers that might not fit 64 bits: arithmetic on the wide unit, exact to 38 digits.

use super::context::Lowering;
use super::value::is_strict;
use crate::flow::{Arg, NodeId, Op};
use crate::hir::{AggregateFn, ArithOp, CompareOp, Expr, ExprKind, Function};
use crate::interval::Interval;
use engine::isa::Opcode;
use engine::requirements::Feature;
use engine::schema::Type;
use engine::value::Value;
use engine::wide::Rounding;

/// The digits that a literal is taken apart by, so that each part fits 64 bits.
const LITERAL_DIGITS: u8 = 18;

/// The most digits of a wide number.
const DIGITS_MAX: u8 = 38;

impl Lowering<'_> {
    /// The number that an expression is, at the scale of its type.
    pub(super) fn wide(&mut self, expr: &Expr) -> NodeId {
        if let Some(captured) = self.captured(expr, true) {
            return captured;
        }
        if self.fits(expr) {
            let value = self.value(expr);
            return self.widened(value, 0);
        }
        self.needs(Feature::Wide, expr.span);
        match &expr.kind {
            ExprKind::Number(number) => self.wide_literal(*number),
            ExprKind::Arith(op, l, r) => self.wide_arith(*op, l, r),
            ExprKind::Function(function, values) => self.wide_function(*function, values),
            ExprKind::Case { arms, otherwise } => self.wide_case(arms, otherwise.as_deref()),
            ExprKind::Coalesce(list) => {
                let values: Vec<NodeId> = list.iter().map(|e| self.wide(e)).collect();
                let coalesced =
                    values.into_iter().reduce(|a, b| self.op(Opcode::WideCoalesce, &[a, b]));
                coalesced.unwrap_or_else(|| self.wide_null())
            }
            ExprKind::Convert(operand) => self.wide_converted(operand, expr),
            ExprKind::Round(rounding, operand) => self.wide_at(operand, expr.ty.scale(), *rounding),
            ExprKind::Lookup { table, row, value } => {
                let handle = self.row_of(*table, row);
                let result = self.wide(value);
                self.rows.remove(&row.var);
                if is_strict(value, row.var) {
                    return result;
                }
                let found = self.op(Opcode::NotNull, &[handle]);
                let null = self.wide_null();
                self.op(Opcode::WideSelect, &[found, result, null])
            }
            ExprKind::Aggregate(aggregate) => {
                let outer = self.enter_aggregate(aggregate);
                let value = self.wide(&aggregate.value);
                self.calls = outer;
                value
            }
            ExprKind::Call(index) => self.wide_call(*index),
            // Everything else has 64 bits.
            ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Compare(..)
            | ExprKind::Distinct(..)
            | ExprKind::Like(..)
            | ExprKind::Calendar(..)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::IsNull(_)
            | ExprKind::Exists { .. } => {
                let value = self.value(expr);
                self.widened(value, 0)
            }
        }
    }

    /// A number at another scale; `rounding` is of the digits that are lost.
    pub(super) fn wide_at(&mut self, expr: &Expr, scale: u8, rounding: Rounding) -> NodeId {
        self.wide_with(expr, scale, rounding, DIGITS_MAX)
    }

    /// A number at another scale, `overflow` beyond this many digits.
    fn wide_with(&mut self, expr: &Expr, scale: u8, rounding: Rounding, digits: u8) -> NodeId {
        self.needs(Feature::Wide, expr.span);
        let old = expr.ty.scale();
        let within = Interval::of_digits(digits);
        if scale >= old
            && self.fits(expr)
            && within.includes(self.interval(expr).scaled(scale - old))
        {
            let value = self.value(expr);
            return self.widened(value, scale - old);
        }
        let wide = self.wide(expr);
        if scale == old && within.includes(self.interval(expr)) {
            return wide;
        }
        let power = Arg::Immediate(old.abs_diff(scale).into());
        let digits = Arg::Immediate(digits.into());
        self.flow.op(if scale >= old {
            Op::new(Opcode::WideScale, &[Arg::Node(wide), power, digits])
        } else {
            let rounding = Arg::Immediate(rounding as u16);
            Op::new(Opcode::WideRound, &[Arg::Node(wide), power, rounding, digits])
        })
    }

    /// A wide number in 64 bits, `overflow` outside the interval.
    pub(super) fn narrowed(&mut self, wide: NodeId, bounds: Interval) -> NodeId {
        let within = bounds.within(Interval::WORD);
        let [low, high] =
            [within.low, within.high].map(|end| self.flow.constant(Value::new(end as i64)));
        self.op(Opcode::Narrow, &[wide, low, high])
    }

    /// Whether two numbers differ, and the numbers.
    pub(super) fn wide_difference(&mut self, l: &Expr, r: &Expr) -> (NodeId, NodeId, NodeId) {
        self.needs_for_both(l, r);
        let scale = l.ty.scale().max(r.ty.scale());
        let (left, right) = (self.wide(l), self.wide(r));
        let side = |node, e: &Expr| (node, u16::from(scale - e.ty.scale()));
        let differ = wide_compare(Opcode::WideNe, side(left, l), side(right, r));
        (self.flow.op(differ), left, right)
    }

    /// A comparison of numbers at any scales, which never overflows.
    pub(super) fn wide_comparison(&mut self, op: CompareOp, l: &Expr, r: &Expr) -> NodeId {
        self.needs_for_both(l, r);
        let scale = l.ty.scale().max(r.ty.scale());
        let side =
            |lowering: &mut Self, e: &Expr| (lowering.wide(e), u16::from(scale - e.ty.scale()));
        let (l, r) = (side(self, l), side(self, r));
        let (opcode, l, r) = match op {
            CompareOp::Eq => (Opcode::WideEq, l, r),
            CompareOp::Ne => (Opcode::WideNe, l, r),
            CompareOp::Lt => (Opcode::WideLt, l, r),
            CompareOp::Le => (Opcode::WideLe, l, r),
            CompareOp::Gt => (Opcode::WideLt, r, l),
            CompareOp::Ge => (Opcode::WideLe, r, l),
        };
        self.flow.op(wide_compare(opcode, l, r))
    }

    /// The argument of an aggregate function, as it is folded. Only a sum takes a wide number; a
    /// count depends only on whether there is one.
    pub(super) fn folded(&mut self, function: AggregateFn, expr: &Expr) -> NodeId {
        if self.fits(expr) {
            return self.value(expr);
        }
        match function {
            AggregateFn::Sum => self.wide(expr),
            AggregateFn::Count => {
                let wide = self.wide(expr);
                let missing = self.op(Opcode::WideIsNull, &[wide]);
                let (null, one) = (self.null(), self.flow.constant(Value::new(1)));
                self.select(missing, null, one)
            }
            AggregateFn::Min
            | AggregateFn::Max
            | AggregateFn::Distinct
            | AggregateFn::Any
            | AggregateFn::Nth { .. } => self.value(expr),
        }
    }

    /// Notes the side that makes a comparison a wide one. Where it is the scales of both, it is the
    /// left one.
    fn needs_for_both(&mut self, l: &Expr, r: &Expr) {
        let wide = if self.fits(l) && !self.fits(r) { r } else { l };
        self.needs(Feature::Wide, wide.span);
    }

    fn widened(&mut self, value: NodeId, digits: u8) -> NodeId {
        let power = Arg::Immediate(digits.into());
        self.flow.op(Op::new(Opcode::Widen, &[Arg::Node(value), power]))
    }

    fn wide_null(&mut self) -> NodeId {
        let null = self.null();
        self.widened(null, 0)
    }

    fn wide_literal(&mut self, number: i128) -> NodeId {
        let base = 10_i128.pow(LITERAL_DIGITS.into());
        let part = self.flow.constant(Value::new((number % base) as i64));
        let low = self.widened(part, 0);
        let rest = number / base;
        if rest == 0 {
            return low;
        }
        // Two parts have 36 digits, so a literal has at most three.
        let high = if rest.abs() < base {
            let rest = self.flow.constant(Value::new(rest as i64));
            self.widened(rest, LITERAL_DIGITS)
        } else {
            let rest = self.wide_literal(rest);
            let power = Arg::Immediate(LITERAL_DIGITS.into());
            let digits = Arg::Immediate(DIGITS_MAX.into());
            self.flow.op(Op::new(Opcode::WideScale, &[Arg::Node(rest), power, digits]))
        };
        self.op(Opcode::WideAdd, &[high, low])
    }

    fn wide_arith(&mut self, op: ArithOp, l: &Expr, r: &Expr) -> NodeId {
        let scale = l.ty.scale().max(r.ty.scale());
        let opcode = match op {
            ArithOp::Add => Opcode::WideAdd,
            ArithOp::Sub => Opcode::WideSub,
            ArithOp::Rem => Opcode::WideRem,
            ArithOp::Mul => {
                let (l, r) = (self.wide(l), self.wide(r));
                return self.op(Opcode::WideMul, &[l, r]);
            }
            // Integers are divided in 64 bits.
            ArithOp::Div | ArithOp::DivRound { .. } => {
                let shift = match op {
                    ArithOp::DivRound { shift } => shift,
                    ArithOp::Add | ArithOp::Sub | ArithOp::Mul | ArithOp::Div | ArithOp::Rem => 0,
                };
                let (l, r) = (self.wide(l), self.wide(r));
                let args = [Arg::Node(l), Arg::Node(r), Arg::Immediate(shift.into())];
                return self.flow.op(Op::new(Opcode::WideDiv, &args));
            }
        };
        let scaled = [l, r].map(|side| self.wide_at(side, scale, Rounding::HalfAway));
        let result = self.op(opcode, &scaled);
        let fits = |side: &Expr| {
            let power = 10_i128.pow((scale - side.ty.scale()).into());
            let Interval { low, high } = self.interval(side);
            let ends = [low, high].map(|end| end.checked_mul(power));
            ends.iter().all(|end| end.is_some_and(|end| Interval::DIGITS.contains(end)))
        };
        if fits(l) && fits(r) {
            return result;
        }
        // A side that overflows at the scale of both does not matter beside NULL, nor beside a
        // divisor of zero. Without scales, the result is the same in these cases.
        let plain = [l, r].map(|side| self.wide(side));
        let plain = self.op(opcode, &plain);
        if !self.flow.facts(plain).null && op != ArithOp::Rem {
            return result;
        }
        let missing = self.op(Opcode::WideIsNull, &[plain]);
        self.op(Opcode::WideSelect, &[missing, plain, result])
    }

    fn wide_function(&mut self, function: Function, values: &[Expr]) -> NodeId {
        let nodes: Vec<NodeId> = values.iter().map(|value| self.wide(value)).collect();
        let Some((first, others)) = nodes.split_first() else { return self.wide_null() };
        match function {
            // The sign has 64 bits; lowering a wide one starts from its operand.
            Function::Abs | Function::Sign => {
                let zero = self.wide_literal(0);
                let negative = self.flow.op(wide_compare(Opcode::WideLt, (*first, 0), (zero, 0)));
                let negated = self.op(Opcode::WideSub, &[zero, *first]);
                self.op(Opcode::WideSelect, &[negative, negated, *first])
            }
            Function::Greatest | Function::Least => others.iter().fold(*first, |best, next| {
                let (l, r) = match function {
                    Function::Least => (best, *next),
                    Function::Greatest | Function::Abs | Function::Sign => (*next, best),
                };
                let stays = self.flow.op(wide_compare(Opcode::WideLe, (l, 0), (r, 0)));
                let missing = self.op(Opcode::WideIsNull, &[*next]);
                let stays = self.either(missing, stays);
                self.op(Opcode::WideSelect, &[stays, best, *next])
            }),
        }
    }

    /// The sign of a number that does not fit 64 bits.
    pub(super) fn wide_sign(&mut self, expr: &Expr) -> NodeId {
        let number = self.wide(expr);
        let zero = self.wide_literal(0);
        let negative = self.flow.op(wide_compare(Opcode::WideLt, (number, 0), (zero, 0)));
        let positive = self.flow.op(wide_compare(Opcode::WideLt, (zero, 0), (number, 0)));
        let missing = self.op(Opcode::WideIsNull, &[number]);
        let [minus, zero, one] = [-1, 0, 1].map(|sign| self.flow.constant(Value::new(sign)));
        let not_negative = self.select(positive, one, zero);
        let sign = self.select(negative, minus, not_negative);
        let null = self.null();
        self.select(missing, null, sign)
    }

    fn wide_case(&mut self, arms: &[(Expr, Expr)], otherwise: Option<&Expr>) -> NodeId {
        let mut result = match otherwise {
            Some(expr) => self.wide(expr),
            None => self.wide_null(),
        };
        for (condition, value) in arms.iter().rev() {
            let condition = self.predicate(condition);
            let value = self.wide(value);
            result = self.op(Opcode::WideSelect, &[condition, value, result]);
        }
        result
    }

    /// A conversion to a DECIMAL that does not fit 64 bits, or whose operand does not.
    fn wide_converted(&mut self, operand: &Expr, to: &Expr) -> NodeId {
        let (scale, digits) = match to.ty {
            Type::Decimal { precision, scale } => (scale, precision),
            _ => (0, DIGITS_MAX),
        };
        self.wide_with(operand, scale, Rounding::HalfAway, digits)
    }

    fn wide_call(&mut self, index: usize) -> NodeId {
        if let Some(result) = self.scanned_call(Opcode::WideResult, index) {
            return result;
        }
        let call = self.calls.columns.get(index).copied();
        match (self.calls.group, call) {
            (Some(group), Some((column, AggregateFn::Sum))) => {
                let args = [Arg::Node(group), Arg::Immediate(column.0)];
                self.flow.op(Op::on(Opcode::WideFetch, self.calls.table, &args))
            }
            _ => self.wide_null(),
        }
    }
}

/// A comparison of two numbers, each with the digits that it lacks to the scale of both.
fn wide_compare(opcode: Opcode, l: (NodeId, u16), r: (NodeId, u16)) -> Op {
    let mut op = Op::new(opcode, &[Arg::Node(l.0), Arg::Node(r.0)]);
    op.args[4] = Arg::Immediate(l.1);
    op.args[5] = Arg::Immediate(r.1);
    op
}
