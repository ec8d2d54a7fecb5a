// SPDX-License-Identifier: Apache-2.0

//! Values, NULL and errors, and the arithmetic on them, in 128 bits so that nothing wraps on the
//! way.

use engine::schema::Type;
use rulec::hir::{ArithOp, CompareOp};
use std::rc::Rc;

/// What an expression can be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Val {
    /// Unknown.
    Null,
    /// A number as it is held (a decimal times its power of ten), a timestamp, or 0 and 1 for a
    /// boolean.
    Number(i64),
    /// Text without trailing blanks; ordered by its bytes.
    Text(Rc<str>),
    /// No value at all.
    Error(Error),
}

/// Why there is no value. The later of two different errors wins.
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

    /// A boolean.
    pub fn truth(holds: bool) -> Val {
        Val::Number(i64::from(holds))
    }

    /// Whether it is TRUE.
    pub fn is_true(&self) -> bool {
        *self == Val::Number(1)
    }

    /// Whether it is FALSE.
    pub fn is_false(&self) -> bool {
        *self == Val::Number(0)
    }

    /// The error, if it is one.
    pub fn error(&self) -> Option<Error> {
        match self {
            Val::Error(error) => Some(*error),
            _ => None,
        }
    }
}

/// What an operation on these operands gives before it looks at their values: the winning error, or
/// else NULL.
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

/// The value if it lies within `low..=high`, else `overflow`.
fn within(exact: i128, low: i64, high: i64) -> Val {
    match i64::try_from(exact) {
        Ok(value) if (low..=high).contains(&value) => Val::Number(value),
        _ => Val::OVERFLOW,
    }
}

/// A result of arithmetic at type `ty`: integers keep their width, decimals and timestamps have 64
/// bits.
fn result(exact: i128, ty: Type) -> Val {
    let (low, high) = if ty.is_integer() { ty.bounds() } else { (i64::MIN, i64::MAX) };
    within(exact, low, high)
}

/// `left op right`, the result being of type `ty`.
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

/// `left * 10^shift / right` rounded half away from zero, by long division: the power of ten may be
/// as large as 10^36, so the product is never formed.
fn rounded_quotient(left: i128, right: i128, shift: u8) -> Val {
    let negative = (left < 0) != (right < 0);
    let (dividend, divisor) = (left.unsigned_abs(), right.unsigned_abs());
    let mut quotient = dividend / divisor;
    let mut rest = dividend % divisor;
    for _ in 0..shift {
        rest *= 10;
        quotient = quotient * 10 + rest / divisor;
        rest %= divisor;
        // More digits only make it larger.
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

/// A number at scale `from` converted to type `to`: rescaled, rounded half away from zero, and
/// checked against the type's range.
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

/// `left op right` for a comparison; text is compared without trailing blanks, which is
/// blank-padded.
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

/// `and` (with `deciding` FALSE) and `or` (with `deciding` TRUE) of all the operands.
pub fn logic(operands: &[Val], deciding: bool) -> Val {
    let deciding = Val::truth(deciding);
    if operands.contains(&deciding) {
        return deciding;
    }
    not_a_value(operands).unwrap_or_else(|| Val::truth(deciding.is_false()))
}

/// `not operand`.
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
