// SPDX-License-Identifier: Apache-2.0

//! Values, rows of them, NULL, errors and the arithmetic on them. Numbers are exact: in 64 bits
//! among integers, otherwise to 38 digits.

use engine::schema::Type;
use engine::wide::Rounding;
use rulec::hir::{ArithOp, CompareOp, Function};
use std::cmp::Ordering;
use std::rc::Rc;

/// The result of an expression.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Val {
    /// NULL.
    Null,
    /// A number at the scale of its type (a decimal times its power of ten), a timestamp, or 0 and
    /// 1 for a boolean.
    Number(i128),
    /// A text without trailing blanks, ordered by its bytes.
    Text(Rc<str>),
    /// No value, because of an error.
    Error(Error),
}

/// The reason why there is no value. Of two different errors the later one of this list wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Error {
    /// A result did not fit.
    Overflow,
    /// A divisor was zero.
    DivisionByZero,
}

/// A row: one value for each column.
pub type Row = Vec<Val>;

/// The rows of each table, in no particular order.
pub type State = Vec<Vec<Row>>;

impl Val {
    /// The error of a result that does not fit.
    pub const OVERFLOW: Val = Val::Error(Error::Overflow);

    /// Returns a boolean.
    pub fn truth(holds: bool) -> Val {
        Val::Number(i128::from(holds))
    }

    /// Returns whether it is TRUE.
    pub fn is_true(&self) -> bool {
        *self == Val::Number(1)
    }

    /// Returns whether it is FALSE.
    pub fn is_false(&self) -> bool {
        *self == Val::Number(0)
    }

    /// Returns the error, if it is one.
    pub fn error(&self) -> Option<Error> {
        match self {
            Val::Error(error) => Some(*error),
            _ => None,
        }
    }
}

/// The texts among values.
pub fn texts<'v>(values: impl IntoIterator<Item = &'v Val>) -> impl Iterator<Item = Val> {
    let values = values.into_iter().filter(|value| matches!(value, Val::Text(_)));
    values.cloned()
}

/// Returns the result that does not depend on the values of the operands: the winning error if any
/// operand is an error, else NULL if any is NULL.
pub fn not_a_value<'a>(operands: impl IntoIterator<Item = &'a Val>) -> Option<Val> {
    let mut found = None;
    for operand in operands {
        match (operand, &found) {
            (Val::Error(error), Some(Val::Error(other))) => {
                found = Some(Val::Error(*error.max(other)))
            }
            (Val::Error(_), _) => found = Some(operand.clone()),
            (Val::Null, None) => found = Some(Val::Null),
            _ => {}
        }
    }
    found
}

/// The largest number of 38 digits.
const NINES: i128 = 10_i128.pow(38) - 1;

/// Returns the value if it has at most 38 digits, else `overflow`.
fn digits(exact: Option<i128>) -> Val {
    match exact {
        Some(value) if (-NINES..=NINES).contains(&value) => Val::Number(value),
        _ => Val::OVERFLOW,
    }
}

/// Returns a result of arithmetic at type `ty`: a DECIMAL has 38 digits, a DATE 32 bits, anything
/// else 64 bits.
fn result(exact: Option<i128>, ty: Type) -> Val {
    match (ty, exact) {
        (Type::Decimal { .. }, exact) => digits(exact),
        // A DATE has 32 bits.
        (Type::Date, Some(value)) if i32::try_from(value).is_err() => Val::OVERFLOW,
        (_, Some(value)) if i64::try_from(value).is_ok() => Val::Number(value),
        _ => Val::OVERFLOW,
    }
}

/// Returns `value * 10^exponent`, if that fits 128 bits.
fn times_ten(value: i128, exponent: u8) -> Option<i128> {
    (0..exponent).try_fold(value, |so_far, _| so_far.checked_mul(10))
}

/// An operand of arithmetic: its value, and the scale of its type.
pub struct Operand<'a>(pub &'a Val, pub u8);

/// Returns `left op right`, of type `ty`.
pub fn arithmetic(op: ArithOp, left: Operand<'_>, right: Operand<'_>, ty: Type) -> Val {
    if let Some(other) = not_a_value([left.0, right.0]) {
        return other;
    }
    let (Val::Number(l), Val::Number(r)) = (left.0, right.0) else {
        panic!("arithmetic on text");
    };
    let divides = matches!(op, ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. });
    if divides && *r == 0 {
        return Val::Error(Error::DivisionByZero);
    }
    let scale = left.1.max(right.1);
    // The operands at one scale, at which each has at most 38 digits.
    let aligned = |value, more| {
        times_ten(value, more).filter(|value| more == 0 || (-NINES..=NINES).contains(value))
    };
    let pair = aligned(*l, scale - left.1).zip(aligned(*r, scale - right.1));
    match op {
        ArithOp::Add => result(pair.and_then(|(l, r)| l.checked_add(r)), ty),
        ArithOp::Sub => result(pair.and_then(|(l, r)| l.checked_sub(r)), ty),
        ArithOp::Rem => result(pair.map(|(l, r)| l % r), ty),
        ArithOp::Mul => result(l.checked_mul(*r), ty),
        ArithOp::Div => result(Some(l / r), ty),
        ArithOp::DivRound { shift } => rounded_quotient(*l, *r, shift),
    }
}

/// Returns `left * 10^shift / right` rounded half away from zero, by long division.
fn rounded_quotient(left: i128, right: i128, shift: u8) -> Val {
    let negative = (left < 0) != (right < 0);
    let (dividend, divisor) = (left.unsigned_abs(), right.unsigned_abs());
    let mut quotient = dividend / divisor;
    let mut rest = dividend % divisor;
    for _ in 0..shift {
        // Ten times the rest can exceed 128 bits, so that it is added ten times.
        let (mut digit, mut sum) = (0, 0);
        for _ in 0..10 {
            sum += rest;
            if sum >= divisor {
                sum -= divisor;
                digit += 1;
            }
        }
        rest = sum;
        // Further digits only make the quotient larger.
        if quotient > NINES as u128 / 10 {
            return Val::OVERFLOW;
        }
        quotient = quotient * 10 + digit;
    }
    if rest * 2 >= divisor {
        quotient += 1;
    }
    let exact = i128::try_from(quotient).ok();
    digits(if negative { exact.map(|exact| -exact) } else { exact })
}

/// Converts a number at scale `from` to type `to`: rescales it, rounds half away from zero, and
/// checks the range of the type.
pub fn convert(value: &Val, from: u8, to: Type) -> Val {
    let Val::Number(held) = value else {
        return value.clone();
    };
    let exact = if to.scale() >= from {
        times_ten(*held, to.scale() - from)
    } else {
        Some(at_smaller_scale(*held, from - to.scale(), Rounding::HalfAway))
    };
    let (low, high) = match to {
        Type::Decimal { precision, .. } => {
            let high = 10_i128.pow(precision.into()) - 1;
            (-high, high)
        }
        _ => (to.bounds().0.into(), to.bounds().1.into()),
    };
    match exact {
        Some(exact) if (low..=high).contains(&exact) => Val::Number(exact),
        _ => Val::OVERFLOW,
    }
}

/// Returns a number at scale `from` at the smaller scale `to`.
pub fn round(value: &Val, from: u8, to: u8, rounding: Rounding) -> Val {
    match value {
        Val::Number(held) => Val::Number(at_smaller_scale(*held, from - to, rounding)),
        other => other.clone(),
    }
}

fn at_smaller_scale(held: i128, fewer: u8, rounding: Rounding) -> i128 {
    let Some(power) = 10_i128.checked_pow(fewer.into()) else { panic!("{fewer} digits fewer") };
    let (whole, rest) = (held.div_euclid(power), held.rem_euclid(power));
    let up = match rounding {
        Rounding::Floor => false,
        Rounding::Ceiling => rest > 0,
        Rounding::TowardZero => rest > 0 && held < 0,
        // The rest is counted upward, so that a negative tie stays down.
        Rounding::HalfAway => rest * 2 > power || (rest * 2 == power && held > 0),
    };
    whole + i128::from(up)
}

/// Returns the result of a function, of type `ty`.
pub fn function(function: Function, values: &[Val], ty: Type) -> Val {
    let some: Vec<&Val> = values.iter().filter(|value| **value != Val::Null).collect();
    match (function, not_a_value(some.iter().copied())) {
        (_, Some(error)) => error,
        (Function::Greatest, None) => some.into_iter().max().cloned().unwrap_or(Val::Null),
        (Function::Least, None) => some.into_iter().min().cloned().unwrap_or(Val::Null),
        (Function::Abs, None) => match some.first() {
            Some(Val::Number(held)) => result(Some(held.abs()), ty),
            _ => Val::Null,
        },
        (Function::Sign, None) => match some.first() {
            Some(Val::Number(held)) => Val::Number(held.signum()),
            _ => Val::Null,
        },
    }
}

/// Returns whether a text with as many blanks after it as needed begins with `prefix`.
pub fn begins_with(text: Val, prefix: &str) -> Val {
    match text {
        Val::Text(text) => Val::truth(format!("{text:<16}").starts_with(prefix)),
        other => other,
    }
}

/// Returns whether two values are distinct, where NULL is a value like others.
pub fn distinct(left: Operand<'_>, right: Operand<'_>) -> Val {
    if let Some(error @ Val::Error(_)) = not_a_value([left.0, right.0]) {
        return error;
    }
    Val::truth(order(&left, &right) != Ordering::Equal)
}

/// Returns the order of two values. Texts have no trailing blanks, so that it is that of
/// blank-padded texts.
fn order(left: &Operand<'_>, right: &Operand<'_>) -> Ordering {
    let (Val::Number(l), Val::Number(r)) = (left.0, right.0) else {
        return left.0.cmp(right.0);
    };
    let scale = left.1.max(right.1);
    match (times_ten(*l, scale - left.1), times_ten(*r, scale - right.1)) {
        (Some(l), Some(r)) => l.cmp(&r),
        // What does not fit 128 bits is beyond the other, which then does.
        (None, _) => l.cmp(&0),
        (_, None) => 0.cmp(r),
    }
}

/// Returns `left op right` for a comparison.
pub fn compare(op: CompareOp, left: Operand<'_>, right: Operand<'_>) -> Val {
    if let Some(other) = not_a_value([left.0, right.0]) {
        return other;
    }
    let order = order(&left, &right);
    Val::truth(match op {
        CompareOp::Eq => order == Ordering::Equal,
        CompareOp::Ne => order != Ordering::Equal,
        CompareOp::Lt => order == Ordering::Less,
        CompareOp::Le => order != Ordering::Greater,
        CompareOp::Gt => order == Ordering::Greater,
        CompareOp::Ge => order != Ordering::Less,
    })
}

/// Returns the `and` (with `deciding` FALSE) or the `or` (with `deciding` TRUE) of all operands.
pub fn logic(operands: &[Val], deciding: bool) -> Val {
    let deciding = Val::truth(deciding);
    if operands.contains(&deciding) {
        return deciding;
    }
    not_a_value(operands).unwrap_or_else(|| Val::truth(deciding.is_false()))
}

/// Returns `not operand`.
pub fn not(operand: Val) -> Val {
    match operand {
        Val::Number(held) => Val::truth(held == 0),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const N: fn(i128) -> Val = Val::Number;
    const CENTS: Type = Type::Decimal { precision: 4, scale: 2 };
    const EXACT: Type = Type::Decimal { precision: 38, scale: 2 };

    fn integers(op: ArithOp, left: Val, right: Val) -> Val {
        arithmetic(op, Operand(&left, 0), Operand(&right, 0), Type::Int8)
    }

    #[test]
    fn errors_win_over_null_and_division_by_zero_over_overflow() {
        let zero = Val::Error(Error::DivisionByZero);
        assert_eq!(not_a_value([&Val::Null, &Val::OVERFLOW]), Some(Val::OVERFLOW));
        assert_eq!(not_a_value([&zero, &Val::OVERFLOW, &Val::Null]), Some(zero.clone()));
        assert_eq!(not_a_value([&N(0), &N(1)]), None);
        assert_eq!(integers(ArithOp::Div, Val::Null, N(0)), Val::Null);
        assert_eq!(logic(&[zero.clone(), N(0)], false), N(0));
        assert_eq!(logic(&[zero.clone(), N(1)], false), zero);
    }

    #[test]
    fn integers_have_64_bits() {
        let (min, max) = (N(i64::MIN.into()), N(i64::MAX.into()));
        assert_eq!(integers(ArithOp::Add, max, N(1)), Val::OVERFLOW);
        assert_eq!(integers(ArithOp::Div, min.clone(), N(-1)), Val::OVERFLOW);
        assert_eq!(integers(ArithOp::Rem, min, N(-1)), N(0));
        assert_eq!(integers(ArithOp::Rem, N(-7), N(2)), N(-1));
        assert_eq!(integers(ArithOp::Div, N(-7), N(2)), N(-3));
    }

    #[test]
    fn decimals_have_38_digits() {
        let nines = N(NINES);
        let add = |l: &Val, r: &Val| arithmetic(ArithOp::Add, Operand(l, 2), Operand(r, 0), EXACT);
        assert_eq!(add(&N(150), &N(2)), N(350));
        assert_eq!(add(&nines, &N(1)), Val::OVERFLOW);
        assert_eq!(add(&N(1), &nines), Val::OVERFLOW);
        let less = |l: &Val, r: &Val| compare(CompareOp::Lt, Operand(l, 0), Operand(r, 38));
        assert_eq!(less(&N(1), &nines), N(0));
        assert_eq!(less(&N(-1), &nines), N(1));
        assert_eq!(less(&N(0), &nines), N(1));
    }

    #[test]
    fn quotients_round_half_away_from_zero() {
        let quotient = |l, r, shift| {
            arithmetic(ArithOp::DivRound { shift }, Operand(&N(l), 0), Operand(&N(r), 0), EXACT)
        };
        assert_eq!(quotient(1, 3, 6), N(333_333));
        assert_eq!(quotient(2, -3, 6), N(-666_667));
        assert_eq!(quotient(5, 10, 0), N(1));
        assert_eq!(quotient(-5, 10, 0), N(-1));
        assert_eq!(quotient(1, i64::MAX.into(), 36), N(108_420_217_248_550_443));
        assert_eq!(quotient(NINES, NINES, 37), N(10_i128.pow(37)));
        assert_eq!(quotient(i64::MAX.into(), 1, 36), Val::OVERFLOW);
    }

    #[test]
    fn conversions_round_and_check_the_range() {
        assert_eq!(convert(&N(12_345), 3, CENTS), N(1_235));
        assert_eq!(convert(&N(-12_345), 3, CENTS), N(-1_235));
        assert_eq!(convert(&N(99), 0, CENTS), N(9_900));
        assert_eq!(convert(&N(100), 0, CENTS), Val::OVERFLOW);
        assert_eq!(convert(&Val::Null, 0, CENTS), Val::Null);
        let rounded =
            [Rounding::HalfAway, Rounding::TowardZero, Rounding::Floor, Rounding::Ceiling]
                .map(|rounding| round(&N(-25), 1, 0, rounding));
        assert_eq!(rounded, [-3, -2, -3, -2].map(N));
    }
}
