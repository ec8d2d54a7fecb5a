// SPDX-License-Identifier: Apache-2.0

//! Values and truths, and every operation on them: the arithmetic of the machine.
//!
//! A value is 64 bits and a two-bit tag. The tag of a result is the *largest* tag of its operands:
//! an error takes precedence over NULL, and `division_by_zero` over `overflow`. In hardware this is
//! a two-bit maximum in parallel to the datapath. It does not depend on the order of evaluation.
//!
//! ```text
//!   65 64 63                                                              0
//!  +-----+----------------------------------------------------------------+
//!  | tag |                       two's complement                         |
//!  +-----+----------------------------------------------------------------+
//!  tag: 0 value, 1 NULL, 2 overflow, 3 division_by_zero; bits are 0 unless the tag is 0
//! ```

/// The tag of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tag {
    /// A value.
    Value = 0,
    /// Unknown.
    Null = 1,
    /// An error: a result did not fit.
    Overflow = 2,
    /// An error: a divisor was zero.
    DivisionByZero = 3,
}

/// A value with its tag. The bits are zero unless the tag is [`Tag::Value`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Value {
    /// Two's complement.
    pub bits: i64,
    /// Its tag.
    pub tag: Tag,
}

/// A width that integer results are checked against, or clamped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Width {
    /// 16 bits.
    W16 = 0,
    /// 32 bits.
    W32 = 1,
    /// 64 bits.
    W64 = 2,
    /// 64 bits, saturating: a result that does not fit becomes the nearest value that does. A
    /// division has no such width.
    S64 = 3,
}

impl Width {
    /// Every width, in encoding order.
    pub const ALL: [Width; 4] = [Width::W16, Width::W32, Width::W64, Width::S64];
    /// The widths that report `overflow`.
    pub const CHECKED: [Width; 3] = [Width::W16, Width::W32, Width::W64];

    /// Returns whether `x` fits.
    pub fn holds(self, x: i128) -> bool {
        match self {
            Width::W16 => i16::try_from(x).is_ok(),
            Width::W32 => i32::try_from(x).is_ok(),
            Width::W64 | Width::S64 => i64::try_from(x).is_ok(),
        }
    }

    /// The width that an immediate encodes.
    pub fn decode(bits: u16) -> Option<Width> {
        Width::ALL.get(usize::from(bits)).copied()
    }
}

impl Value {
    /// NULL.
    pub const NULL: Value = Value { bits: 0, tag: Tag::Null };
    /// The error of a result that does not fit.
    pub const OVERFLOW: Value = Value { bits: 0, tag: Tag::Overflow };
    /// The error of a zero divisor.
    pub const DIVISION_BY_ZERO: Value = Value { bits: 0, tag: Tag::DivisionByZero };

    /// The value of `bits`.
    pub const fn new(bits: i64) -> Value {
        Value { bits, tag: Tag::Value }
    }

    /// The value with a tag and zero bits; for [`Tag::Value`] this is the number zero.
    pub const fn tagged(tag: Tag) -> Value {
        Value { bits: 0, tag }
    }

    /// The bits, unless it is NULL or an error.
    pub fn get(self) -> Option<i64> {
        (self.tag == Tag::Value).then_some(self.bits)
    }

    fn fit(width: Width, exact: i128) -> Value {
        match width {
            Width::S64 => Value::new(exact.clamp(i64::MIN.into(), i64::MAX.into()) as i64),
            Width::W16 | Width::W32 | Width::W64 if width.holds(exact) => Value::new(exact as i64),
            Width::W16 | Width::W32 | Width::W64 => Value::OVERFLOW,
        }
    }

    fn combine(self, other: Value, f: impl FnOnce(i64, i64) -> Value) -> Value {
        match self.tag.max(other.tag) {
            Tag::Value => f(self.bits, other.bits),
            tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => Value::tagged(tag),
        }
    }

    /// `self + other`; `overflow` when it does not fit `width`, unless that saturates.
    pub fn add(self, other: Value, width: Width) -> Value {
        self.combine(other, |a, b| Value::fit(width, i128::from(a) + i128::from(b)))
    }

    /// `self - other`; `overflow` when it does not fit `width`, unless that saturates.
    pub fn sub(self, other: Value, width: Width) -> Value {
        self.combine(other, |a, b| Value::fit(width, i128::from(a) - i128::from(b)))
    }

    /// `self * other`; `overflow` when it does not fit `width`, unless that saturates.
    pub fn mul(self, other: Value, width: Width) -> Value {
        self.combine(other, |a, b| Value::fit(width, i128::from(a) * i128::from(b)))
    }

    /// The quotient truncated toward zero; `division_by_zero` for a zero divisor, `overflow` when
    /// it does not fit `width`.
    pub fn div(self, other: Value, width: Width) -> Value {
        self.combine(other, |a, b| match b {
            0 => Value::DIVISION_BY_ZERO,
            _ => Value::fit(width, i128::from(a) / i128::from(b)),
        })
    }

    /// The remainder, with the sign of the dividend.
    #[allow(clippy::should_implement_trait, reason = "with its tags it is not the operator `%`")]
    pub fn rem(self, other: Value) -> Value {
        self.combine(other, |a, b| match b {
            0 => Value::DIVISION_BY_ZERO,
            _ => Value::new(a.wrapping_rem(b)),
        })
    }

    /// `self * scale / other` rounded half away from zero; the product is exact in 128 bits.
    pub fn mul_div_round(self, scale: Value, other: Value) -> Value {
        let tag = self.tag.max(scale.tag).max(other.tag);
        if tag != Tag::Value {
            return Value::tagged(tag);
        }
        if other.bits == 0 {
            return Value::DIVISION_BY_ZERO;
        }
        // |product| <= 2^126, so that adding half of |divisor| cannot leave 128 bits.
        let product = i128::from(self.bits) * i128::from(scale.bits);
        let divisor = i128::from(other.bits);
        let magnitude =
            (product.unsigned_abs() + divisor.unsigned_abs() / 2) / divisor.unsigned_abs();
        // Half of an odd divisor is truncated, which cannot create a tie; with an even divisor a
        // tie rounds up.
        let negative = (product < 0) != (divisor < 0);
        let exact = if negative { -(magnitude as i128) } else { magnitude as i128 };
        Value::fit(Width::W64, exact)
    }

    /// The value itself if it is in `low..=high`, else `overflow`. NULL and errors are returned
    /// unchanged.
    pub fn range(self, low: i64, high: i64) -> Value {
        match self.tag {
            Tag::Value if self.bits < low || self.bits > high => Value::OVERFLOW,
            Tag::Value | Tag::Null | Tag::Overflow | Tag::DivisionByZero => self,
        }
    }

    /// The first value unless it is NULL, else the second. An error is not NULL.
    pub fn coalesce(self, other: Value) -> Value {
        if self.tag == Tag::Null { other } else { self }
    }

    /// `yes` if the condition is true, else `no`, as in a `case`: NULL is not true, and an error is
    /// the result.
    pub fn select(condition: Truth, yes: Value, no: Value) -> Value {
        match condition {
            Truth::True => yes,
            Truth::False | Truth::Null => no,
            Truth::Overflow => Value::OVERFLOW,
            Truth::DivisionByZero => Value::DIVISION_BY_ZERO,
        }
    }

    /// Compares two values; the result is NULL or an error if one of them is.
    pub fn compare(self, other: Value, holds: impl FnOnce(i64, i64) -> bool) -> Truth {
        match self.tag.max(other.tag) {
            Tag::Value => Truth::from(holds(self.bits, other.bits)),
            tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => Truth::unknown(tag),
        }
    }

    /// Whether the value is NULL; an error is the result.
    pub fn is_null(self) -> Truth {
        match self.tag {
            Tag::Value => Truth::False,
            Tag::Null => Truth::True,
            tag @ (Tag::Overflow | Tag::DivisionByZero) => Truth::unknown(tag),
        }
    }

    /// True for a value and for NULL; an error is the result.
    pub fn is_clean(self) -> Truth {
        match self.tag {
            Tag::Value | Tag::Null => Truth::True,
            tag @ (Tag::Overflow | Tag::DivisionByZero) => Truth::unknown(tag),
        }
    }
}

/// The result of a predicate: three-valued logic with errors. The encoding is three bits wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Truth {
    /// False.
    False = 0,
    /// True.
    True = 1,
    /// Unknown.
    Null = 2,
    /// An error: an operand did not fit.
    Overflow = 3,
    /// An error: a divisor was zero.
    DivisionByZero = 4,
}

impl From<bool> for Truth {
    fn from(b: bool) -> Truth {
        if b { Truth::True } else { Truth::False }
    }
}

impl Truth {
    /// Every truth, in encoding order.
    pub const ALL: [Truth; 5] =
        [Truth::False, Truth::True, Truth::Null, Truth::Overflow, Truth::DivisionByZero];

    /// The truth of a comparison whose operands have this largest tag.
    pub(crate) fn unknown(tag: Tag) -> Truth {
        match tag {
            Tag::Value => Truth::True,
            Tag::Null => Truth::Null,
            Tag::Overflow => Truth::Overflow,
            Tag::DivisionByZero => Truth::DivisionByZero,
        }
    }

    /// The truth as a BOOLEAN value.
    pub fn to_value(self) -> Value {
        match self {
            Truth::False => Value::new(0),
            Truth::True => Value::new(1),
            Truth::Null => Value::NULL,
            Truth::Overflow => Value::OVERFLOW,
            Truth::DivisionByZero => Value::DIVISION_BY_ZERO,
        }
    }

    /// Negation; NULL and errors are returned unchanged.
    #[must_use]
    #[allow(
        clippy::should_implement_trait,
        reason = "three-valued negation is not the operator `!`"
    )]
    pub const fn not(self) -> Truth {
        match self {
            Truth::False => Truth::True,
            Truth::True => Truth::False,
            Truth::Null | Truth::Overflow | Truth::DivisionByZero => self,
        }
    }

    /// False if one is false; else the error with the larger tag; else NULL if one is NULL; else
    /// true.
    #[must_use]
    pub const fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, x) | (x, Truth::True) => x,
            (x, y) => {
                if (x as u8) > (y as u8) {
                    x
                } else {
                    y
                }
            }
        }
    }

    /// True if one is true; else the error with the larger tag; else NULL if one is NULL; else
    /// false.
    #[must_use]
    pub const fn or(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::True, _) | (_, Truth::True) => Truth::True,
            (Truth::False, x) | (x, Truth::False) => x,
            (x, y) => {
                if (x as u8) > (y as u8) {
                    x
                } else {
                    y
                }
            }
        }
    }

    /// The truth that is required `when` a guard holds: true if the guard is false, this truth if
    /// the guard is true, and the guard itself if it is NULL or an error. This differs from `not
    /// guard or self`: an unknown guard makes even a true predicate unknown.
    #[must_use]
    pub const fn when(self, guard: Truth) -> Truth {
        match guard {
            Truth::False => Truth::True,
            Truth::True => self,
            Truth::Null | Truth::Overflow | Truth::DivisionByZero => guard,
        }
    }

    /// False in place of NULL, as in a `where`.
    #[must_use]
    pub const fn or_false(self) -> Truth {
        if matches!(self, Truth::Null) { Truth::False } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_away_from_zero() {
        for (l, s, r, want) in [
            (7, 1, 2, 4),
            (-7, 1, 2, -4),
            (5, 1, 3, 2),
            (4, 1, 3, 1),
            (1, 10, 4, 3),
            (-1, 10, -4, 3),
            (1, 1, 3, 0),
        ] {
            assert_eq!(
                Value::new(l).mul_div_round(Value::new(s), Value::new(r)),
                Value::new(want),
                "{l}*{s}/{r}"
            );
        }
        let min = Value::new(i64::MIN);
        assert_eq!(min.mul_div_round(Value::new(1), Value::new(-1)), Value::OVERFLOW);
        assert_eq!(min.mul_div_round(min, min), min);
        assert_eq!(min.mul_div_round(min, Value::new(0)), Value::DIVISION_BY_ZERO);
    }

    #[test]
    fn a_saturating_width_clamps() {
        let [min, max] = [i64::MIN, i64::MAX].map(Value::new);
        let two = Value::new(2);
        assert_eq!(max.add(two, Width::S64), max);
        assert_eq!(min.sub(two, Width::S64), min);
        assert_eq!(min.mul(two, Width::S64), min);
        assert_eq!(min.mul(Value::new(-2), Width::S64), max);
        assert_eq!(two.add(two, Width::S64), Value::new(4));
        assert_eq!(max.add(Value::NULL, Width::S64), Value::NULL);
        assert_eq!(max.add(Value::OVERFLOW, Width::S64), Value::OVERFLOW);
    }

    #[test]
    fn integer_edges_are_postgres() {
        let min = Value::new(i32::MIN.into());
        assert_eq!(min.div(Value::new(-1), Width::W32), Value::OVERFLOW);
        assert_eq!(Value::new(i64::MIN).rem(Value::new(-1)), Value::new(0));
        assert_eq!(Value::new(-7).rem(Value::new(2)), Value::new(-1));
        assert_eq!(Value::new(-7).div(Value::new(2), Width::W64), Value::new(-3));
        assert_eq!(Value::NULL.div(Value::new(0), Width::W64), Value::NULL);
        assert_eq!(
            Value::OVERFLOW.add(Value::DIVISION_BY_ZERO, Width::W64),
            Value::DIVISION_BY_ZERO
        );
    }

    #[test]
    fn logic_laws_hold_for_all_five_truths() {
        for a in Truth::ALL {
            for b in Truth::ALL {
                assert_eq!(a.and(b), b.and(a));
                assert_eq!(a.and(b).not(), a.not().or(b.not()), "De Morgan for {a:?}, {b:?}");
                for c in Truth::ALL {
                    assert_eq!(a.and(b).and(c), a.and(b.and(c)));
                }
            }
        }
    }
}
