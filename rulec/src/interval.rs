// SPDX-License-Identifier: Apache-2.0

//! The least and the largest value that a number can have: by its type, or as the result of an
//! expression whose operands are anywhere within theirs.
//!
//! Lowering computes in 64 bits what certainly fits, and in 128 bits what might not.

use crate::calendar::{Calendar, year_of};
use crate::form::same;
use crate::hir::{Aggregate, AggregateFn, ArithOp, Call, Expr, ExprKind, Function, Table};
use engine::calendar::{DAY, split};
use engine::machine::ROWS_MAX;
use engine::schema::Type;
use engine::wide::Rounding;
use std::cell::RefCell;
use std::collections::HashMap;

/// An interval of stored numbers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least number.
    pub low: i128,
    /// The largest number.
    pub high: i128,
}

/// The largest number of 38 digits.
const NINES: i128 = 10_i128.pow(38) - 1;

impl Interval {
    /// All numbers of at most 38 digits.
    pub const DIGITS: Interval = Interval { low: -NINES, high: NINES };
    /// All numbers of 64 bits.
    pub const WORD: Interval = Interval { low: i64::MIN as i128, high: i64::MAX as i128 };

    /// The single number `value`.
    pub fn point(value: i128) -> Interval {
        Interval { low: value, high: value }
    }

    /// The numbers that a value of this type can have, at its scale.
    pub fn of_type(ty: Type) -> Interval {
        match ty {
            Type::Decimal { precision, .. } => Interval::of_digits(precision),
            Type::Boolean
            | Type::Int2
            | Type::Int4
            | Type::Int8
            | Type::Char(_)
            | Type::Date
            | Type::Time
            | Type::Timestamp => {
                let (low, high) = ty.bounds();
                Interval { low: low.into(), high: high.into() }
            }
        }
    }

    /// All numbers of at most this many digits.
    pub fn of_digits(digits: u8) -> Interval {
        let high = 10_i128.checked_pow(digits.into()).map_or(NINES, |power| power - 1);
        Interval { low: -high, high }.within(Interval::DIGITS)
    }

    /// Whether a number is within the interval.
    pub fn contains(self, value: i128) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Whether another interval is within this one.
    pub fn includes(self, other: Interval) -> bool {
        self.low <= other.low && other.high <= self.high
    }

    /// The numbers `10^digits` times as large, to 38 digits.
    pub fn scaled(self, digits: u8) -> Interval {
        let factor = 10_i128.checked_pow(digits.into()).unwrap_or(NINES);
        Interval { low: self.low.saturating_mul(factor), high: self.high.saturating_mul(factor) }
            .within(Interval::DIGITS)
    }

    /// The part of the interval that is within another one. A number outside is an error there,
    /// and so no number.
    pub fn within(self, other: Interval) -> Interval {
        let clamp = |value: i128| value.clamp(other.low, other.high);
        Interval { low: clamp(self.low), high: clamp(self.high) }
    }

    /// The numbers that are in both intervals; the nearest end of this one if there are none.
    pub fn meet(self, other: Interval) -> Interval {
        other.within(self)
    }

    /// The smallest interval that has all numbers of both.
    pub fn union(self, other: Interval) -> Interval {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    fn negated(self) -> Interval {
        Interval { low: self.high.saturating_neg(), high: self.low.saturating_neg() }
    }

    fn plus(self, other: Interval) -> Interval {
        Interval {
            low: self.low.saturating_add(other.low),
            high: self.high.saturating_add(other.high),
        }
    }

    /// The results of a function that is largest and smallest at ends of the two intervals.
    fn at_ends(self, other: Interval, f: impl Fn(i128, i128) -> i128) -> Interval {
        let ends = [(self.low, other.low), (self.low, other.high), (self.high, other.low)];
        let last = Interval::point(f(self.high, other.high));
        ends.iter().fold(last, |all, (l, r)| all.union(Interval::point(f(*l, *r))))
    }

    /// The largest absolute value.
    pub fn magnitude(self) -> i128 {
        self.low.saturating_abs().max(self.high.saturating_abs())
    }

    fn absolute(self) -> Interval {
        let least = if self.contains(0) {
            0
        } else {
            self.low.saturating_abs().min(self.high.saturating_abs())
        };
        Interval { low: least, high: self.magnitude() }
    }
}

/// The intervals of the expressions of a rule set. Each expression is looked at once.
pub struct Intervals<'a> {
    tables: &'a [Table],
    bounds: Vec<Bound<'a>>,
    known: RefCell<HashMap<*const Expr, Interval>>,
}

/// What is known of the value of an expression where it is computed.
pub type Bound<'a> = (&'a Expr, Interval);

/// The aggregate whose value is being looked at, for its calls.
pub(crate) type Within<'a> = Option<&'a Aggregate>;

impl<'a> Intervals<'a> {
    /// The intervals of expressions over these tables, which must live as long.
    pub fn new(tables: &'a [Table]) -> Intervals<'a> {
        Intervals::bounded(tables, Vec::new())
    }

    /// The intervals of expressions, where expressions of these forms are within these bounds.
    pub fn bounded(tables: &'a [Table], bounds: Vec<Bound<'a>>) -> Intervals<'a> {
        Intervals { tables, bounds, known: RefCell::default() }
    }

    /// The numbers that an expression can be, at the scale of its type. A call of an aggregate must
    /// be within one that was noted.
    pub fn of(&self, expr: &Expr) -> Interval {
        self.of_within(expr, None)
    }

    /// Looks at the calls in the value of an aggregate, so that their intervals are known.
    pub fn note_calls(&self, aggregate: &Aggregate) {
        self.of_within(&aggregate.value, Some(aggregate));
    }

    /// As [`Intervals::of`], for a part of the value of an aggregate.
    pub(crate) fn of_within(&self, expr: &Expr, within: Within<'_>) -> Interval {
        if let Some(known) = self.known.borrow().get(&std::ptr::from_ref(expr)) {
            return *known;
        }
        let of_type = Interval::of_type(expr.ty);
        // A result outside its type is an error, and so no number; only intermediate DECIMALs are
        // wider than their type says.
        let range = match expr.ty {
            Type::Decimal { .. } => Interval::DIGITS,
            _ => of_type,
        };
        let interval = self.exact(expr, within).unwrap_or(of_type).within(range);
        let interval = self.bound_of(expr).map_or(interval, |bound| interval.meet(bound));
        self.known.borrow_mut().insert(expr, interval);
        interval
    }

    /// The results of an operation on operands within their intervals, also those that are an
    /// overflow; `None` if only the type is known.
    pub(crate) fn exact(&self, expr: &Expr, within: Within<'_>) -> Option<Interval> {
        Some(match &expr.kind {
            ExprKind::Number(value) => Interval::point(*value),
            // NULL is no number.
            ExprKind::Null => Interval::point(0),
            ExprKind::Arith(op, left, right) => self.arithmetic(*op, left, right, within),
            ExprKind::Case { arms, otherwise } => {
                let values = arms.iter().map(|(_, value)| value).chain(otherwise.as_deref());
                self.union(values, within)
            }
            ExprKind::Coalesce(list)
            | ExprKind::Function(Function::Greatest | Function::Least, list) => {
                self.union(list, within)
            }
            ExprKind::Calendar(function, list) => {
                let argument = self.of_within(list.first()?, within);
                of_calendar(*function, argument)
            }
            ExprKind::Function(Function::Abs, list) => self.union(list, within).absolute(),
            ExprKind::Function(Function::Sign, _) => Interval { low: -1, high: 1 },
            ExprKind::Convert(operand) => {
                let operand = (self.of_within(operand, within), operand.ty.scale());
                let converted = rescaled(operand.0, operand.1, expr.ty.scale(), Rounding::HalfAway);
                converted.within(Interval::of_type(expr.ty))
            }
            ExprKind::Round(rounding, operand) => {
                let (of, scale) = (self.of_within(operand, within), operand.ty.scale());
                rescaled(of, scale, expr.ty.scale(), *rounding)
            }
            ExprKind::Lookup { value, .. } => self.of_within(value, within),
            ExprKind::Aggregate(aggregate) => self.of_within(&aggregate.value, Some(aggregate)),
            ExprKind::Call(index) => {
                let aggregate = within?;
                self.of_call(aggregate, aggregate.calls.get(*index)?)
            }
            ExprKind::Text(_)
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Compare(..)
            | ExprKind::Distinct(..)
            | ExprKind::Like(..)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::IsNull(_)
            | ExprKind::Exists { .. } => return None,
        })
    }

    /// What is known of the value of an expression of this form, besides its operands.
    pub(crate) fn bound_of(&self, expr: &Expr) -> Option<Interval> {
        let known = self.bounds.iter().filter(|(form, _)| same(form, expr));
        known.map(|(_, bound)| *bound).reduce(Interval::meet)
    }

    fn union<'e>(
        &self,
        values: impl IntoIterator<Item = &'e Expr>,
        within: Within<'_>,
    ) -> Interval {
        let intervals = values.into_iter().map(|value| self.of_within(value, within));
        intervals.reduce(Interval::union).unwrap_or(Interval::point(0))
    }

    fn arithmetic(&self, op: ArithOp, left: &Expr, right: &Expr, within: Within<'_>) -> Interval {
        let (l, r) = (self.of_within(left, within), self.of_within(right, within));
        let scale = left.ty.scale().max(right.ty.scale());
        let aligned = || (l.scaled(scale - left.ty.scale()), r.scaled(scale - right.ty.scale()));
        match op {
            ArithOp::Add => {
                let (l, r) = aligned();
                l.plus(r)
            }
            ArithOp::Sub => {
                let (l, r) = aligned();
                l.plus(r.negated())
            }
            ArithOp::Mul => l.at_ends(r, i128::saturating_mul),
            ArithOp::Div => {
                let high = l.magnitude() / r.absolute().low.max(1);
                Interval { low: if l.low < 0 || r.low < 0 { -high } else { 0 }, high }
            }
            ArithOp::Rem => {
                let (l, r) = aligned();
                let high = l.magnitude().min(r.magnitude().saturating_sub(1).max(0));
                Interval { low: if l.low < 0 { -high } else { 0 }, high }
            }
            ArithOp::DivRound { shift } => {
                if let Some(argument) = average_of(left, right, within) {
                    // The average of some numbers is among them.
                    return self.of(argument).scaled(shift);
                }
                let least = r.absolute().low.max(1);
                let high = l.scaled(shift).magnitude() / least + 1;
                Interval { low: -high, high }
            }
        }
    }

    fn of_call(&self, aggregate: &Aggregate, call: &Call) -> Interval {
        let table = self.tables.get(usize::from(aggregate.table.0));
        let rows = i128::from(table.map_or(ROWS_MAX, |table| table.rows_max));
        let argument = call.argument.as_ref().map(|argument| self.of(argument));
        match (call.function, argument) {
            (AggregateFn::Any, _) => Interval { low: 0, high: 1 },
            (AggregateFn::Count | AggregateFn::Distinct, _) | (_, None) => {
                Interval { low: 0, high: rows }
            }
            (AggregateFn::Sum, Some(argument)) => Interval {
                low: argument.low.saturating_mul(rows),
                high: argument.high.saturating_mul(rows),
            }
            .union(argument),
            (AggregateFn::Min | AggregateFn::Max | AggregateFn::Nth { .. }, Some(argument)) => {
                argument
            }
        }
    }
}

/// The values of a function of dates and times for a first argument within an interval.
fn of_calendar(function: Calendar, argument: Interval) -> Interval {
    let between = |low: i64, high: i64| Interval { low: low.into(), high: high.into() };
    let date = |value: i128| value.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
    let day = |value: i128, zone| {
        let timestamp = value.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
        i64::from(split(timestamp, zone).0)
    };
    match function {
        Calendar::Date(zone) => between(day(argument.low, zone), day(argument.high, zone)),
        Calendar::TimeOfDay(_) | Calendar::Later | Calendar::Earlier => between(0, DAY - 1),
        Calendar::Instant(_) | Calendar::Floor(_) => Interval::of_type(Type::Timestamp),
        Calendar::Year => {
            between(year_of(date(argument.low)).into(), year_of(date(argument.high)).into())
        }
        Calendar::Month => between(1, 12),
        Calendar::DayOfMonth => between(1, 31),
        Calendar::DayOfYear => between(1, 366),
        Calendar::SinceSunday | Calendar::SinceMonday => between(0, 6),
        Calendar::InUnit => argument,
    }
}

/// The argument of an `avg`, if this quotient is one: a sum by the count of the same argument.
fn average_of<'a>(left: &Expr, right: &Expr, within: Option<&'a Aggregate>) -> Option<&'a Expr> {
    let (ExprKind::Call(sum), ExprKind::Call(count)) = (&left.kind, &right.kind) else {
        return None;
    };
    let calls = &within?.calls;
    let (sum, count) = (calls.get(*sum)?, calls.get(*count)?);
    let is_average = sum.function == AggregateFn::Sum
        && count.function == AggregateFn::Count
        && count.argument.is_some();
    sum.argument.as_ref().filter(|_| is_average)
}

/// A number at another scale, rounded half away from zero.
pub(crate) fn rescaled_half_away(interval: Interval, from: u8, to: u8) -> Interval {
    rescaled(interval, from, to, Rounding::HalfAway)
}

fn rescaled(interval: Interval, from: u8, to: u8, rounding: Rounding) -> Interval {
    if to >= from {
        return interval.scaled(to - from);
    }
    let Some(power) = 10_i128.checked_pow(u32::from(from - to)) else {
        return Interval { low: -1, high: 1 };
    };
    let (below, above) = match rounding {
        Rounding::HalfAway => (1, 1),
        Rounding::TowardZero => (0, 0),
        Rounding::Floor => (1, 0),
        Rounding::Ceiling => (0, 1),
    };
    Interval { low: interval.low / power - below, high: interval.high / power + above }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_of_arithmetic_include_every_result() {
        let all = |low, high| Interval { low, high };
        for (l, r) in [(all(-3, 4), all(-2, 5)), (all(1, 3), all(-7, -2)), (all(0, 0), all(2, 9))] {
            let products = l.at_ends(r, i128::saturating_mul);
            let sums = l.plus(r);
            for x in l.low..=l.high {
                assert!(l.absolute().contains(x.abs()));
                for y in r.low..=r.high {
                    assert!(products.contains(x * y) && sums.contains(x + y));
                    assert!(l.plus(r.negated()).contains(x - y));
                }
            }
        }
    }

    #[test]
    fn rounding_widens_an_interval_by_one() {
        let interval = Interval { low: -15, high: 15 };
        let rounded = rescaled(interval, 1, 0, Rounding::HalfAway);
        assert!(rounded.contains(-2) && rounded.contains(2));
        assert_eq!(rescaled(interval, 0, 1, Rounding::HalfAway), Interval { low: -150, high: 150 });
    }
}
