// SPDX-License-Identifier: Apache-2.0

//! Numbers: which of them are computed in 64 bits, and how.
//!
//! Numbers are exact to 38 digits. What certainly fits 64 bits, by the intervals of its operands,
//! is computed there; everything else takes the wide unit (`wide`). Between the two are comparisons
//! with a side that is well within 64 bits, and values that are stored in such a column: there it
//! suffices that the other side is clamped to 64 bits, which a saturating instruction does.

use super::context::Lowering;
use crate::flow::{Arg, NodeId, Op};
use crate::hir::{ArithOp, CompareOp, Expr, ExprKind, Function};
use crate::interval::Interval;
use engine::isa::Opcode;
use engine::schema::Type;
use engine::value::{Value, Width};
use engine::wide::Rounding;

/// The most digits of a power of ten that fits 64 bits.
const POWER_DIGITS_MAX: u8 = 18;

impl Lowering<'_> {
    /// Whether an expression is computed in 64 bits. Only a DECIMAL can be wider.
    pub(super) fn fits(&self, expr: &Expr) -> bool {
        if !matches!(expr.ty, Type::Decimal { .. }) {
            return true;
        }
        if let Some(known) = self.fitting.borrow().get(&std::ptr::from_ref(expr)) {
            return *known;
        }
        let fits = Interval::WORD.includes(self.interval(expr)) && self.operands_fit(expr);
        self.fitting.borrow_mut().insert(expr, fits);
        fits
    }

    fn operands_fit(&self, expr: &Expr) -> bool {
        let scale = expr.ty.scale();
        match &expr.kind {
            ExprKind::Arith(ArithOp::Add | ArithOp::Sub | ArithOp::Rem, l, r) => {
                self.fits_at(l, scale) && self.fits_at(r, scale)
            }
            ExprKind::Arith(ArithOp::Mul | ArithOp::Div, l, r) => self.fits(l) && self.fits(r),
            ExprKind::Arith(ArithOp::DivRound { shift }, l, r) => {
                *shift <= POWER_DIGITS_MAX && self.fits(l) && self.fits(r)
            }
            ExprKind::Convert(operand) => {
                let old = operand.ty.scale();
                let is_exact = self.fits(operand) && old.abs_diff(scale) <= POWER_DIGITS_MAX;
                // What was clamped is outside the range of the type.
                let is_clamped = || is_inside(Interval::of_type(expr.ty));
                is_exact || (old <= scale && self.saturates(operand, scale) && is_clamped())
            }
            ExprKind::Round(_, operand) => {
                self.fits(operand) && operand.ty.scale().abs_diff(scale) <= POWER_DIGITS_MAX
            }
            ExprKind::Case { arms, otherwise } => arms
                .iter()
                .map(|(_, value)| value)
                .chain(otherwise.as_deref())
                .all(|e| self.fits(e)),
            ExprKind::Coalesce(list)
            | ExprKind::Function(_, list)
            | ExprKind::Calendar(_, list) => list.iter().all(|e| self.fits(e)),
            ExprKind::Lookup { value, .. } => self.fits(value),
            ExprKind::Aggregate(aggregate) => {
                self.intervals.note_calls(aggregate);
                self.fits(&aggregate.value)
            }
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Compare(..)
            | ExprKind::Distinct(..)
            | ExprKind::Like(..)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::IsNull(_)
            | ExprKind::Exists { .. }
            | ExprKind::Call(_) => true,
        }
    }

    /// Whether an expression is computed in 64 bits, and fits them at this scale as well.
    fn fits_at(&self, expr: &Expr, scale: u8) -> bool {
        scale - expr.ty.scale() <= POWER_DIGITS_MAX
            && self.fits(expr)
            && Interval::WORD.includes(self.interval_at(expr, scale))
    }

    /// The numbers that an expression can be.
    pub(super) fn interval(&self, expr: &Expr) -> Interval {
        self.intervals.of(expr)
    }

    fn interval_at(&self, expr: &Expr, scale: u8) -> Interval {
        self.interval(expr).scaled(scale - expr.ty.scale())
    }

    /// The value of a number at a larger scale, at which it fits 64 bits.
    fn value_at(&mut self, expr: &Expr, scale: u8) -> NodeId {
        let value = self.value(expr);
        self.scaled_up(value, scale - expr.ty.scale(), Width::W64)
    }

    fn scaled_up(&mut self, value: NodeId, digits: u8, width: Width) -> NodeId {
        if digits == 0 {
            return value;
        }
        let factor = self.power_of_ten(digits);
        self.sized(Opcode::Mul, value, factor, width)
    }

    /// Arithmetic in 64 bits, with a result of a type.
    pub(super) fn arith(&mut self, op: ArithOp, l: &Expr, r: &Expr, ty: Type) -> NodeId {
        let scale = l.ty.scale().max(r.ty.scale());
        let (opcode, scales) = match op {
            ArithOp::Add => (Opcode::Add, [scale; 2]),
            ArithOp::Sub => (Opcode::Sub, [scale; 2]),
            ArithOp::Rem => (Opcode::Rem, [scale; 2]),
            ArithOp::Mul => (Opcode::Mul, [l.ty.scale(), r.ty.scale()]),
            ArithOp::Div => (Opcode::Div, [l.ty.scale(), r.ty.scale()]),
            ArithOp::DivRound { shift } => {
                let (l, r) = (self.value(l), self.value(r));
                let power = self.power_of_ten(shift);
                return self.op(Opcode::MulDiv, &[l, r, power]);
            }
        };
        let (l, r) = (self.value_at(l, scales[0]), self.value_at(r, scales[1]));
        if opcode == Opcode::Rem {
            return self.op(opcode, &[l, r]);
        }
        let width = if ty == Type::Date { Width::W32 } else { Width::W64 };
        self.sized(opcode, l, r, width)
    }

    /// A function of numbers in 64 bits.
    pub(super) fn function(&mut self, function: Function, values: &[Expr]) -> NodeId {
        if let (Function::Sign, Some(operand)) = (function, values.first())
            && !self.fits(operand)
        {
            return self.wide_sign(operand);
        }
        let nodes: Vec<NodeId> = values.iter().map(|value| self.value(value)).collect();
        let Some((first, others)) = nodes.split_first() else { return self.null() };
        let zero = self.flow.constant(Value::new(0));
        match function {
            Function::Abs => {
                let negative = self.op(Opcode::Lt, &[*first, zero]);
                let negated = self.sized(Opcode::Sub, zero, *first, Width::W64);
                self.select(negative, negated, *first)
            }
            Function::Sign => {
                let negative = self.op(Opcode::Lt, &[*first, zero]);
                let positive = self.op(Opcode::Lt, &[zero, *first]);
                self.sign(negative, positive, *first)
            }
            Function::Greatest | Function::Least => others.iter().fold(*first, |best, next| {
                let ordered = match function {
                    Function::Least => [best, *next],
                    Function::Greatest | Function::Abs | Function::Sign => [*next, best],
                };
                let stays = self.op(Opcode::Le, &ordered);
                let missing = self.op(Opcode::IsNull, &[*next]);
                let stays = self.either(missing, stays);
                self.select(stays, best, *next)
            }),
        }
    }

    /// The sign of a number: NULL if the number is NULL.
    pub(super) fn sign(&mut self, negative: NodeId, positive: NodeId, number: NodeId) -> NodeId {
        let [minus, zero, one] = [-1, 0, 1].map(|sign| self.flow.constant(Value::new(sign)));
        let not_negative = self.select(positive, one, zero);
        let sign = self.select(negative, minus, not_negative);
        if !self.flow.facts(number).null {
            return sign;
        }
        let missing = self.op(Opcode::IsNull, &[number]);
        let null = self.null();
        self.select(missing, null, sign)
    }

    /// A number that is computed in 64 bits, at a smaller scale.
    pub(super) fn round(&mut self, rounding: Rounding, operand: &Expr, scale: u8) -> NodeId {
        let value = self.value(operand);
        let digits = operand.ty.scale() - scale;
        self.rounded(rounding, value, digits)
    }

    fn rounded(&mut self, rounding: Rounding, value: NodeId, digits: u8) -> NodeId {
        let (divisor, one) = (self.power_of_ten(digits), self.power_of_ten(0));
        if rounding == Rounding::HalfAway {
            return self.op(Opcode::MulDiv, &[value, divisor, one]);
        }
        let truncated = self.sized(Opcode::Div, value, divisor, Width::W64);
        let multiple = self.sized(Opcode::Mul, truncated, divisor, Width::W64);
        let (opcode, ordered) = match rounding {
            Rounding::Floor => (Opcode::Sub, [value, multiple]),
            Rounding::Ceiling => (Opcode::Add, [multiple, value]),
            Rounding::HalfAway | Rounding::TowardZero => return truncated,
        };
        let inexact = self.op(Opcode::Lt, &ordered);
        let next = self.sized(opcode, truncated, one, Width::W64);
        self.select(inexact, next, truncated)
    }

    /// A number converted to a type whose values fit 64 bits: scaled, then checked against the
    /// range of the type.
    pub(super) fn convert(&mut self, operand: &Expr, to: Type) -> NodeId {
        if let Some(value) = self.narrow_arith(operand, to) {
            return value;
        }
        let (old, new) = (operand.ty.scale(), to.scale());
        let bounds = Interval::of_type(to);
        if new < old {
            if !self.fits(operand) || old - new > POWER_DIGITS_MAX {
                let wide = self.wide_at(operand, new, Rounding::HalfAway);
                return self.narrowed(wide, bounds);
            }
            let value = self.round(Rounding::HalfAway, operand, new);
            return self.in_range(value, bounds.includes(self.interval(operand)), bounds);
        }
        // Between integers the types decide, so that the cycles of a message do not depend on the
        // values of its literals.
        let certain = match operand.ty.is_integer() && to.is_integer() {
            true => bounds.includes(Interval::of_type(operand.ty)),
            false => bounds.includes(self.interval_at(operand, new)),
        };
        if self.fits_at(operand, new) {
            let value = self.value_at(operand, new);
            return self.in_range(value, certain, bounds);
        }
        match self.saturated(operand, new) {
            Some(value) if is_inside(bounds) => self.in_range(value, false, bounds),
            _ => {
                let wide = self.wide_at(operand, new, Rounding::HalfAway);
                self.narrowed(wide, bounds)
            }
        }
    }

    fn in_range(&mut self, value: NodeId, certain: bool, bounds: Interval) -> NodeId {
        if certain || bounds.includes(Interval::WORD) {
            return value;
        }
        let [low, high] =
            [bounds.low, bounds.high].map(|end| self.flow.constant(Value::new(end as i64)));
        self.op(Opcode::Range, &[value, low, high])
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

    /// Whether one instruction that clamps gives a number at a scale.
    fn saturates(&self, expr: &Expr, scale: u8) -> bool {
        if scale - expr.ty.scale() > POWER_DIGITS_MAX {
            return false;
        }
        if self.fits(expr) {
            return true;
        }
        let ExprKind::Arith(op, l, r) = &expr.kind else { return false };
        match op {
            ArithOp::Add | ArithOp::Sub => {
                self.fits_at(l, expr.ty.scale()) && self.fits_at(r, expr.ty.scale())
            }
            ArithOp::Mul => self.fits(l) && self.fits(r),
            ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. } => false,
        }
    }

    /// A number at a scale: exact if it is within 64 bits, else the largest or the smallest number
    /// of 64 bits. `None` if that takes more than one instruction that clamps.
    fn saturated(&mut self, expr: &Expr, scale: u8) -> Option<NodeId> {
        if !self.saturates(expr, scale) {
            return None;
        }
        let value = if self.fits(expr) {
            self.value(expr)
        } else {
            let ExprKind::Arith(op, l, r) = &expr.kind else { return None };
            let of = expr.ty.scale();
            let (opcode, scales) = match op {
                ArithOp::Add => (Opcode::Add, [of; 2]),
                ArithOp::Sub => (Opcode::Sub, [of; 2]),
                ArithOp::Mul => (Opcode::Mul, [l.ty.scale(), r.ty.scale()]),
                ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. } => return None,
            };
            let (l, r) = (self.value_at(l, scales[0]), self.value_at(r, scales[1]));
            self.sized(opcode, l, r, Width::S64)
        };
        Some(self.scaled_up(value, scale - expr.ty.scale(), Width::S64))
    }

    /// Two values that can be compared, at one scale, if both fit 64 bits there.
    pub(super) fn values_at_one_scale(&mut self, l: &Expr, r: &Expr) -> Option<(NodeId, NodeId)> {
        let scale = l.ty.scale().max(r.ty.scale());
        let fit = self.fits_at(l, scale) && self.fits_at(r, scale);
        fit.then(|| (self.value_at(l, scale), self.value_at(r, scale)))
    }

    /// The predicate of a comparison.
    pub(super) fn comparison_of(&mut self, op: CompareOp, l: &Expr, r: &Expr) -> NodeId {
        if let Some((l, r)) = self.values_at_one_scale(l, r) {
            return self.compare(op, l, r);
        }
        let scale = l.ty.scale().max(r.ty.scale());
        let inside = |lowering: &Self, e| {
            lowering.fits_at(e, scale) && is_inside(lowering.interval_at(e, scale))
        };
        if inside(self, l)
            && let Some(clamped) = self.saturated(r, scale)
        {
            let l = self.value_at(l, scale);
            return self.compare(op, l, clamped);
        }
        if inside(self, r)
            && let Some(clamped) = self.saturated(l, scale)
        {
            let r = self.value_at(r, scale);
            return self.compare(op, clamped, r);
        }
        self.wide_comparison(op, l, r)
    }

    pub(super) fn sized(&mut self, opcode: Opcode, l: NodeId, r: NodeId, width: Width) -> NodeId {
        let mut op = Op::new(opcode, &[Arg::Node(l), Arg::Node(r)]);
        op.args[5] = Arg::Immediate(width as u16);
        self.flow.op(op)
    }

    fn power_of_ten(&mut self, exponent: u8) -> NodeId {
        self.flow.constant(Value::new(10_i64.pow(exponent.into())))
    }
}

/// Whether an interval is within 64 bits and reaches neither end, so that a number that was clamped
/// is outside it.
fn is_inside(interval: Interval) -> bool {
    Interval::WORD.low < interval.low && interval.high < Interval::WORD.high
}

/// The width of a type of integers that has fewer than 64 bits.
fn narrow_width(ty: Type) -> Option<Width> {
    match ty {
        Type::Int2 => Some(Width::W16),
        Type::Int4 => Some(Width::W32),
        Type::Boolean
        | Type::Int8
        | Type::Decimal { .. }
        | Type::Char(_)
        | Type::Date
        | Type::Time
        | Type::Timestamp => None,
    }
}
