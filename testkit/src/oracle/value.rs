// SPDX-License-Identifier: Apache-2.0

//! Values, NULL, errors and the arithmetic on them. It uses 128 bits, so that no intermediate
//! result wraps.

use engine::schema::Type;
use rulec::hir::{ArithOp, CompareOp};
use std::rc::Rc;

/// The result of an expression.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Val {
    /// NULL.
    Null,
    /// A number as a table stores it (a decimal times its power of ten), a timestamp, or 0 and 1
    /// for a boolean.
    Number(i64),
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

impl Val {
    /// The error of a result that does not fit.
    pub const OVERFLOW: Val = Val::Error(Error::Overflow);

    /// Returns a boolean.
    pub fn truth(holds: bool) -> Val {
        Val::Number(i64::from(holds))
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

/// Returns the value if it lies within `low..=high`, else `overflow`.
fn within(exact: i128, low: i64, high: i64) -> Val {
    match i64::try_from(exact) {
        Ok(value) if (low..=high).contains(&value) => Val::Number(value),
        _ => Val::OVERFLOW,
    }
}

/// Returns a result of arithmetic at type `ty`: integers keep their width, decimals and timestamps
/// have 64 bits.
fn result(exact: i128, ty: Type) -> Val {
    let (low, high) = if ty.is_integer() { ty.bounds() } else { (i64::MIN, i64::MAX) };
    within(exact, low, high)
}

/// Returns `left op right`, of type `ty`.
pub fn arithmetic(op: ArithOp, left: &Val, right: &Val, ty: Type) -> Val {
    if let Some(other) = not_a_value([left, right]) {
        return other;
    }
    let (Val::Number(left), Val::Number(right)) = (left, right) else {
        panic!("arithmetic on text");
    };
    let (left, right) = (i128::from(*left), i128::from(*right));
    let divides = matches!(op, ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. });
    if divides && right == 0 {
        return Val::Error(Error::DivisionByZero);
    }
    match op {
        ArithOp::Add => result(left + right, ty),
        ArithOp::Sub => result(left - right, ty),
        ArithOp::Mul => result(left * right, ty),
        ArithOp::Div => result(left / right, ty),
        ArithOp::Rem => result(left % right, ty),
        ArithOp::DivRound { shift } => rounded_quotient(left, right, shift),
    }
}

/// Returns `left * 10^shift / right` rounded half away from zero. It uses long division, because
/// the product can be as large as 10^36 times `left`.
fn rounded_quotient(left: i128, right: i128, shift: u8) -> Val {
    let negative = (left < 0) != (right < 0);
    let (dividend, divisor) = (left.unsigned_abs(), right.unsigned_abs());
    let mut quotient = dividend / divisor;
    let mut rest = dividend % divisor;
    for _ in 0..shift {
        rest *= 10;
        quotient = quotient * 10 + rest / divisor;
        rest %= divisor;
        // Further digits only make the quotient larger.
        if quotient > 1 << 70 {
            return Val::OVERFLOW;
        }
    }
    if rest * 2 >= divisor {
        quotient += 1;
    }
    let exact = quotient as i128;
    within(if negative { -exact } else { exact }, i64::MIN, i64::MAX)
}

/// Converts a number at scale `from` to type `to`: rescales it, rounds half away from zero, and
/// checks the range of the type.
pub fn convert(value: &Val, from: u8, to: Type) -> Val {
    let Val::Number(held) = value else {
        return value.clone();
    };
    let held = i128::from(*held);
    let (low, high) = to.bounds();
    let exact = match (from, to.scale()) {
        (from, to) if to >= from => held * 10_i128.pow(u32::from(to - from)),
        (from, to) => {
            let power = 10_i128.pow(u32::from(from - to));
            let (whole, rest) = (held / power, held % power);
            whole + if rest.abs() * 2 >= power { held.signum() } else { 0 }
        }
    };
    within(exact, low, high)
}

/// Returns `left op right` for a comparison. Texts have no trailing blanks, so the comparison is
/// that of blank-padded texts.
pub fn compare(op: CompareOp, left: &Val, right: &Val) -> Val {
    if let Some(other) = not_a_value([left, right]) {
        return other;
    }
    Val::truth(match op {
        CompareOp::Eq => left == right,
        CompareOp::Ne => left != right,
        CompareOp::Lt => left < right,
        CompareOp::Le => left <= right,
        CompareOp::Gt => left > right,
        CompareOp::Ge => left >= right,
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

    const N: fn(i64) -> Val = Val::Number;
    const CENTS: Type = Type::Decimal { precision: 4, scale: 2 };

    #[test]
    fn errors_win_over_null_and_division_by_zero_over_overflow() {
        let zero = Val::Error(Error::DivisionByZero);
        assert_eq!(not_a_value([&Val::Null, &Val::OVERFLOW]), Some(Val::OVERFLOW));
        assert_eq!(not_a_value([&zero, &Val::OVERFLOW, &Val::Null]), Some(zero.clone()));
        assert_eq!(not_a_value([&N(0), &N(1)]), None);
        assert_eq!(arithmetic(ArithOp::Div, &Val::Null, &N(0), Type::Int4), Val::Null);
        assert_eq!(logic(&[zero.clone(), N(0)], false), N(0));
        assert_eq!(logic(&[zero.clone(), N(1)], false), zero);
    }

    #[test]
    fn integers_keep_their_width() {
        assert_eq!(arithmetic(ArithOp::Add, &N(32_767), &N(1), Type::Int2), Val::OVERFLOW);
        assert_eq!(arithmetic(ArithOp::Div, &N(i64::MIN), &N(-1), Type::Int8), Val::OVERFLOW);
        assert_eq!(arithmetic(ArithOp::Rem, &N(i64::MIN), &N(-1), Type::Int8), N(0));
        assert_eq!(arithmetic(ArithOp::Rem, &N(-7), &N(2), Type::Int4), N(-1));
        assert_eq!(arithmetic(ArithOp::Div, &N(-7), &N(2), Type::Int4), N(-3));
    }

    #[test]
    fn quotients_round_half_away_from_zero() {
        let quotient = |l, r, shift| arithmetic(ArithOp::DivRound { shift }, &N(l), &N(r), CENTS);
        assert_eq!(quotient(1, 3, 6), N(333_333));
        assert_eq!(quotient(2, -3, 6), N(-666_667));
        assert_eq!(quotient(5, 10, 0), N(1));
        assert_eq!(quotient(-5, 10, 0), N(-1));
        assert_eq!(quotient(1, i64::MAX, 36), N(108_420_217_248_550_443));
        assert_eq!(quotient(i64::MAX, 1, 36), Val::OVERFLOW);
    }

    #[test]
    fn conversions_round_and_check_the_range() {
        assert_eq!(convert(&N(12_345), 3, CENTS), N(1_235));
        assert_eq!(convert(&N(-12_345), 3, CENTS), N(-1_235));
        assert_eq!(convert(&N(99), 0, CENTS), N(9_900));
        assert_eq!(convert(&N(100), 0, CENTS), Val::OVERFLOW);
        assert_eq!(convert(&Val::Null, 0, CENTS), Val::Null);
    }
}
