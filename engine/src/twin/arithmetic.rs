// SPDX-License-Identifier: Apache-2.0

//! The arithmetic of [`crate::value`] on 64-bit registers.
//!
//! The definitions compute in 128 bits and then check whether the result fits. Here the overflow
//! flag of the processor checks 64 bits, and two shifts check narrower widths. A test compares
//! every operation with its definition.

use crate::value::{Tag, Value, Width};

/// The unused bits of a width, of 64. A number fits if shifting it left and right by this number
/// does not change it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unused(u8);

impl Unused {
    /// The unused bits of a width that results are checked against; none of a saturating width.
    pub fn of(width: Width) -> Option<Unused> {
        match width {
            Width::W16 => Some(Unused(48)),
            Width::W32 => Some(Unused(32)),
            Width::W64 => Some(Unused(0)),
            Width::S64 => None,
        }
    }

    /// Whether every bit of a register is used.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    #[inline(always)]
    fn fit(self, result: Option<i64>) -> Value {
        let unused = u32::from(self.0);
        let fits = |x: &i64| x.wrapping_shl(unused).wrapping_shr(unused) == *x;
        result.filter(fits).map_or(Value::OVERFLOW, Value::new)
    }
}

#[inline(always)]
fn combine(a: Value, b: Value, f: impl FnOnce(i64, i64) -> Value) -> Value {
    match a.tag.max(b.tag) {
        Tag::Value => f(a.bits, b.bits),
        tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => Value::tagged(tag),
    }
}

/// [`Value::add`].
#[inline(always)]
pub fn add(a: Value, b: Value, unused: Unused) -> Value {
    combine(a, b, |a, b| unused.fit(a.checked_add(b)))
}

/// [`Value::sub`].
#[inline(always)]
pub fn sub(a: Value, b: Value, unused: Unused) -> Value {
    combine(a, b, |a, b| unused.fit(a.checked_sub(b)))
}

/// [`Value::mul`].
#[inline(always)]
pub fn mul(a: Value, b: Value, unused: Unused) -> Value {
    combine(a, b, |a, b| unused.fit(a.checked_mul(b)))
}

/// [`Value::add`] with [`Width::S64`].
#[inline(always)]
pub fn add_saturating(a: Value, b: Value) -> Value {
    combine(a, b, |a, b| Value::new(a.saturating_add(b)))
}

/// [`Value::sub`] with [`Width::S64`].
#[inline(always)]
pub fn sub_saturating(a: Value, b: Value) -> Value {
    combine(a, b, |a, b| Value::new(a.saturating_sub(b)))
}

/// [`Value::mul`] with [`Width::S64`].
#[inline(always)]
pub fn mul_saturating(a: Value, b: Value) -> Value {
    combine(a, b, |a, b| Value::new(a.saturating_mul(b)))
}

/// [`Value::div`].
#[inline]
pub fn div(a: Value, b: Value, unused: Unused) -> Value {
    combine(a, b, |a, b| match b {
        0 => Value::DIVISION_BY_ZERO,
        _ => unused.fit(a.checked_div(b)),
    })
}

/// [`Value::mul_div_round`], with a 128-bit division only for products that do not fit 64 bits.
#[inline]
pub fn mul_div_round(a: Value, scale: Value, b: Value) -> Value {
    let small = a.tag.max(scale.tag).max(b.tag) == Tag::Value && b.bits != 0;
    match a.bits.checked_mul(scale.bits) {
        Some(product) if small => {
            let divisor = b.bits.unsigned_abs();
            // At most 2^63 + 2^62.
            let magnitude = (product.unsigned_abs() + divisor / 2) / divisor;
            let negative = (product < 0) != (b.bits < 0);
            if negative && magnitude <= 1 << 63 {
                Value::new((magnitude as i64).wrapping_neg())
            } else {
                i64::try_from(magnitude).map_or(Value::OVERFLOW, Value::new)
            }
        }
        _ => a.mul_div_round(scale, b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        static EDGES: [i64; 8] = [0, 1, -1, i64::MIN, i64::MAX, 1 << 31, -(1 << 31), 1 << 15];
        let near = (prop::sample::select(&EDGES[..]), -2..=2_i64)
            .prop_map(|(edge, delta)| Value::new(edge.wrapping_add(delta)));
        prop_oneof![
            4 => any::<i64>().prop_map(Value::new),
            4 => near,
            2 => (-1000..1000_i64).prop_map(Value::new),
            1 => prop::sample::select(&[Value::NULL, Value::OVERFLOW, Value::DIVISION_BY_ZERO][..]),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn every_operation_is_as_defined(a in value(), b in value(), c in value()) {
            for width in Width::CHECKED {
                let unused = Unused::of(width).expect("it is checked");
                prop_assert_eq!(add(a, b, unused), a.add(b, width));
                prop_assert_eq!(sub(a, b, unused), a.sub(b, width));
                prop_assert_eq!(mul(a, b, unused), a.mul(b, width));
                prop_assert_eq!(div(a, b, unused), a.div(b, width));
            }
            prop_assert_eq!(add_saturating(a, b), a.add(b, Width::S64));
            prop_assert_eq!(sub_saturating(a, b), a.sub(b, Width::S64));
            prop_assert_eq!(mul_saturating(a, b), a.mul(b, Width::S64));
            prop_assert_eq!(mul_div_round(a, b, c), a.mul_div_round(b, c));
        }
    }
}
