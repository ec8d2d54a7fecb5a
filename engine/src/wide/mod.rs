// SPDX-License-Identifier: Apache-2.0

//! Wide values: exact decimal arithmetic to 38 digits, with the tags of [`crate::value`].
//!
//! A wide value is an integer below 10^38 in magnitude and a tag. Its scale is known to the
//! compiler only. The tag of a result is the largest tag of its operands, as for [`Value`]. No
//! operation wraps: a result of more than 38 digits is `overflow`.
//!
//! Products and dividends have up to 256 bits ([`Product`]), so that a quotient is rounded once and
//! a comparison of two scales never overflows.

mod product;

use crate::machine::{SUM_DIGITS, WIDE_DIGITS as DIGITS};
use crate::value::{Tag, Truth, Value};
pub use product::Product;
use std::cmp::Ordering;

/// A wide value with its tag. The bits are zero unless the tag is [`Tag::Value`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WideValue {
    /// The integer, below 10^38 in magnitude; or the columns of a [`WideValue::pair`].
    pub bits: i128,
    /// Its tag.
    pub tag: Tag,
}

/// How digits that do not fit a scale are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Rounding {
    /// To the nearest, ties away from zero: `round`.
    HalfAway = 0,
    /// Toward zero: `trunc`.
    TowardZero = 1,
    /// Toward negative infinity: `floor`.
    Floor = 2,
    /// Toward positive infinity: `ceil`.
    Ceiling = 3,
}

impl Rounding {
    /// Every rounding, in encoding order.
    pub const ALL: [Rounding; 4] =
        [Rounding::HalfAway, Rounding::TowardZero, Rounding::Floor, Rounding::Ceiling];

    /// The rounding that an immediate encodes.
    pub fn decode(bits: u16) -> Option<Rounding> {
        Rounding::ALL.get(usize::from(bits)).copied()
    }

    /// The magnitude of a quotient that is exactly `quotient + rest / divisor`.
    fn apply(self, negative: bool, quotient: u128, rest: u128, divisor: u128) -> u128 {
        let up = match self {
            // 2 * rest does not fit 128 bits for every divisor.
            Rounding::HalfAway => rest >= divisor - rest,
            Rounding::TowardZero => false,
            Rounding::Floor => negative && rest != 0,
            Rounding::Ceiling => !negative && rest != 0,
        };
        quotient + u128::from(up)
    }
}

/// 10^power.
///
/// # Panics
/// If the power is above [`WIDE_DIGITS`](crate::machine::WIDE_DIGITS).
pub const fn power_of_ten(power: u32) -> u128 {
    assert!(power <= DIGITS, "10^39 does not fit 128 bits");
    10_u128.pow(power)
}

impl From<Value> for WideValue {
    fn from(value: Value) -> WideValue {
        WideValue { bits: value.bits.into(), tag: value.tag }
    }
}

impl WideValue {
    /// NULL.
    pub const NULL: WideValue = WideValue { bits: 0, tag: Tag::Null };
    /// The error of a result that does not fit.
    pub const OVERFLOW: WideValue = WideValue { bits: 0, tag: Tag::Overflow };
    /// The error of a zero divisor.
    pub const DIVISION_BY_ZERO: WideValue = WideValue { bits: 0, tag: Tag::DivisionByZero };

    /// The value of an integer; `overflow` if it has more than 38 digits.
    pub const fn new(exact: i128) -> WideValue {
        WideValue::within(exact, DIGITS)
    }

    /// The bits, unless it is NULL or an error.
    pub fn get(self) -> Option<i128> {
        (self.tag == Tag::Value).then_some(self.bits)
    }

    /// The bits that a fold adds to a sum or removes from it; none for NULL, for an error, and for
    /// a value of more than [`SUM_DIGITS`] digits, which the compiler excludes.
    pub fn folded(self) -> Option<i128> {
        self.get().filter(|bits| bits.unsigned_abs() < power_of_ten(SUM_DIGITS))
    }

    /// The value of an integer; `overflow` if it has more than `digits` digits.
    const fn within(exact: i128, digits: u32) -> WideValue {
        if exact.unsigned_abs() < power_of_ten(digits) {
            WideValue { bits: exact, tag: Tag::Value }
        } else {
            WideValue::OVERFLOW
        }
    }

    /// The value with a tag and zero bits; for [`Tag::Value`] this is the number zero.
    pub const fn tagged(tag: Tag) -> WideValue {
        WideValue { bits: 0, tag }
    }

    /// Two columns of a key, as 128 bits. No operation but [`WideValue::columns`] has a use for
    /// them.
    pub fn pair(first: Value, second: Value) -> WideValue {
        match first.tag.max(second.tag) {
            Tag::Value => {
                let bits = u128::from(first.bits as u64) | u128::from(second.bits as u64) << 64;
                WideValue { bits: bits as i128, tag: Tag::Value }
            }
            tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => WideValue::tagged(tag),
        }
    }

    /// The columns of a [`WideValue::pair`], both with its tag.
    pub fn columns(self) -> [Value; 2] {
        let bits = [self.bits as u64, (self.bits as u128 >> 64) as u64];
        bits.map(|bits| Value { bits: bits as i64, tag: self.tag })
    }

    fn of_magnitude(negative: bool, magnitude: u128, digits: u32) -> WideValue {
        match i128::try_from(magnitude) {
            Ok(bits) => WideValue::within(if negative { -bits } else { bits }, digits),
            Err(_) => WideValue::OVERFLOW,
        }
    }

    fn map(self, f: impl FnOnce(i128) -> WideValue) -> WideValue {
        match self.tag {
            Tag::Value => f(self.bits),
            Tag::Null | Tag::Overflow | Tag::DivisionByZero => self,
        }
    }

    fn combine(self, other: WideValue, f: impl FnOnce(i128, i128) -> WideValue) -> WideValue {
        match self.tag.max(other.tag) {
            Tag::Value => f(self.bits, other.bits),
            tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => WideValue::tagged(tag),
        }
    }

    /// `self + other`.
    #[allow(clippy::should_implement_trait, reason = "with its tags it is not the operator `+`")]
    pub fn add(self, other: WideValue) -> WideValue {
        // The sum of two numbers below 10^38 fits 128 bits only if it is below 2^127.
        let sum = |a: i128, b| a.checked_add(b).map_or(WideValue::OVERFLOW, WideValue::new);
        self.combine(other, sum)
    }

    /// `self - other`.
    #[allow(clippy::should_implement_trait, reason = "with its tags it is not the operator `-`")]
    pub fn sub(self, other: WideValue) -> WideValue {
        let difference = |a: i128, b| a.checked_sub(b).map_or(WideValue::OVERFLOW, WideValue::new);
        self.combine(other, difference)
    }

    /// `self * other`.
    #[allow(clippy::should_implement_trait, reason = "with its tags it is not the operator `*`")]
    pub fn mul(self, other: WideValue) -> WideValue {
        let product = |a: i128, b| a.checked_mul(b).map_or(WideValue::OVERFLOW, WideValue::new);
        self.combine(other, product)
    }

    /// `self * 10^power / other`, rounded half away from zero; the dividend is exact. The power is
    /// at most [`WIDE_POWER_MAX`](crate::machine::WIDE_POWER_MAX).
    pub fn div(self, power: u32, other: WideValue) -> WideValue {
        self.combine(other, |a, b| {
            if b == 0 {
                return WideValue::DIVISION_BY_ZERO;
            }
            let (negative, divisor) = ((a < 0) != (b < 0), b.unsigned_abs());
            let first = power.min(DIGITS);
            let dividend = Product::of(a.unsigned_abs(), power_of_ten(first))
                .times(power_of_ten(power - first));
            // A dividend of more than 256 bits has a quotient of more than 38 digits.
            let divided = dividend.and_then(|dividend| dividend.divide(divisor));
            divided.map_or(WideValue::OVERFLOW, |(quotient, rest)| {
                let exact = Rounding::HalfAway.apply(negative, quotient, rest, divisor);
                WideValue::of_magnitude(negative, exact, DIGITS)
            })
        })
    }

    /// The remainder, with the sign of the dividend.
    #[allow(clippy::should_implement_trait, reason = "with its tags it is not the operator `%`")]
    pub fn rem(self, other: WideValue) -> WideValue {
        self.combine(other, |a, b| match b {
            0 => WideValue::DIVISION_BY_ZERO,
            _ => WideValue::new(a.wrapping_rem(b)),
        })
    }

    /// `self * 10^power`, `overflow` if it has more than `digits` digits. Both are at most
    /// [`WIDE_DIGITS`](crate::machine::WIDE_DIGITS).
    pub fn scale(self, power: u32, digits: u32) -> WideValue {
        self.map(|a| {
            let product = a.unsigned_abs().checked_mul(power_of_ten(power));
            product.map_or(WideValue::OVERFLOW, |magnitude| {
                WideValue::of_magnitude(a < 0, magnitude, digits)
            })
        })
    }

    /// `self / 10^power`, rounded, `overflow` if it has more than `digits` digits. Both are at most
    /// [`WIDE_DIGITS`](crate::machine::WIDE_DIGITS).
    pub fn round(self, power: u32, rounding: Rounding, digits: u32) -> WideValue {
        self.map(|a| {
            let (magnitude, divisor) = (a.unsigned_abs(), power_of_ten(power));
            let (quotient, rest) = (magnitude / divisor, magnitude % divisor);
            let exact = rounding.apply(a < 0, quotient, rest, divisor);
            WideValue::of_magnitude(a < 0, exact, digits)
        })
    }

    /// The first value unless it is NULL, else the second. An error is not NULL.
    pub fn coalesce(self, other: WideValue) -> WideValue {
        if self.tag == Tag::Null { other } else { self }
    }

    /// `yes` if the condition is true, else `no`, as in a `case`: NULL is not true, and an error is
    /// the result.
    pub fn select(condition: Truth, yes: WideValue, no: WideValue) -> WideValue {
        match condition {
            Truth::True => yes,
            Truth::False | Truth::Null => no,
            Truth::Overflow => WideValue::OVERFLOW,
            Truth::DivisionByZero => WideValue::DIVISION_BY_ZERO,
        }
    }

    /// Compares `self * 10^power` with `other * 10^other_power`; it never overflows. The result is
    /// NULL or an error if one of them is. Both powers are at most
    /// [`WIDE_DIGITS`](crate::machine::WIDE_DIGITS).
    pub fn compare(
        self,
        power: u32,
        other: WideValue,
        other_power: u32,
        holds: impl FnOnce(Ordering) -> bool,
    ) -> Truth {
        match self.tag.max(other.tag) {
            Tag::Value => {}
            tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => {
                return Truth::unknown(tag);
            }
        }
        let magnitude =
            |value: WideValue, power| Product::of(value.bits.unsigned_abs(), power_of_ten(power));
        let order = match (self.bits.signum(), other.bits.signum()) {
            (1, 1) => magnitude(self, power).cmp(&magnitude(other, other_power)),
            (-1, -1) => magnitude(other, other_power).cmp(&magnitude(self, power)),
            (sign, other_sign) => sign.cmp(&other_sign),
        };
        Truth::from(holds(order))
    }

    /// Whether the value is NULL; an error is the result.
    pub fn is_null(self) -> Truth {
        Value::tagged(self.tag).is_null()
    }

    /// True for a value and for NULL; an error is the result.
    pub fn is_clean(self) -> Truth {
        Value::tagged(self.tag).is_clean()
    }

    /// The value in 64 bits if it is in `low..=high`, else `overflow`. NULL and errors are returned
    /// unchanged.
    pub fn narrow(self, low: i64, high: i64) -> Value {
        match self.tag {
            Tag::Value => match i64::try_from(self.bits) {
                Ok(bits) => Value::new(bits).range(low, high),
                Err(_) => Value::OVERFLOW,
            },
            tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => Value::tagged(tag),
        }
    }
}

#[cfg(test)]
mod tests;
