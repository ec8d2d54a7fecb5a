// SPDX-License-Identifier: Apache-2.0

//! Tests of wide arithmetic on its edges.

use super::*;

const MAX: i128 = 10_i128.pow(DIGITS) - 1;

fn wide(exact: i128) -> WideValue {
    let value = WideValue::new(exact);
    assert_eq!(value.tag, Tag::Value);
    value
}

#[test]
fn results_have_at_most_38_digits() {
    let (max, one) = (wide(MAX), wide(1));
    assert_eq!(WideValue::new(MAX + 1), WideValue::OVERFLOW);
    assert_eq!(WideValue::new(i128::MIN), WideValue::OVERFLOW);
    assert_eq!(max.add(one), WideValue::OVERFLOW);
    assert_eq!(max.add(max), WideValue::OVERFLOW);
    assert_eq!(wide(-MAX).sub(max), WideValue::OVERFLOW);
    assert_eq!(max.sub(max), wide(0));
    assert_eq!(wide(10_i128.pow(19)).mul(wide(-(10_i128.pow(18)))), wide(-(10_i128.pow(37))));
    assert_eq!(wide(10_i128.pow(19)).mul(wide(10_i128.pow(19))), WideValue::OVERFLOW);
    assert_eq!(max.mul(max), WideValue::OVERFLOW);
    assert_eq!(max.rem(wide(-10)), wide(9));
    assert_eq!(wide(-7).rem(wide(2)), wide(-1));
    assert_eq!(max.rem(wide(0)), WideValue::DIVISION_BY_ZERO);
}

#[test]
fn tags_are_combined_as_those_of_values() {
    let one = wide(1);
    assert_eq!(WideValue::NULL.add(WideValue::OVERFLOW), WideValue::OVERFLOW);
    assert_eq!(WideValue::NULL.div(0, wide(0)), WideValue::NULL);
    assert_eq!(WideValue::DIVISION_BY_ZERO.mul(WideValue::OVERFLOW), WideValue::DIVISION_BY_ZERO);
    assert_eq!(WideValue::NULL.coalesce(one), one);
    assert_eq!(WideValue::OVERFLOW.coalesce(one), WideValue::OVERFLOW);
    assert_eq!(WideValue::select(Truth::Null, one, WideValue::NULL), WideValue::NULL);
    assert_eq!(WideValue::select(Truth::Overflow, one, one), WideValue::OVERFLOW);
    assert_eq!(WideValue::from(Value::DIVISION_BY_ZERO), WideValue::DIVISION_BY_ZERO);
    assert_eq!(WideValue::OVERFLOW.is_null(), Truth::Overflow);
    assert_eq!(WideValue::NULL.is_null(), Truth::True);
    assert_eq!(WideValue::NULL.is_clean(), Truth::True);
    assert_eq!(WideValue::NULL.scale(38, 1), WideValue::NULL);
}

#[test]
fn quotients_are_rounded_once_and_half_away_from_zero() {
    for (a, power, b, want) in [
        (7, 0, 2, 4),
        (-7, 0, 2, -4),
        (7, 0, -2, -4),
        (5, 0, 3, 2),
        (4, 0, 3, 1),
        (1, 1, 4, 3),
        (1, 38, 10, 10_i128.pow(37)),
        (2, 37, 3, 6_666_666_666_666_666_666_666_666_666_666_666_667),
    ] {
        assert_eq!(wide(a).div(power, wide(b)), wide(want), "{a} * 10^{power} / {b}");
    }
    let max = wide(MAX);
    assert_eq!(max.div(38, max), WideValue::OVERFLOW, "10^38 has 39 digits");
    assert_eq!(max.div(37, max), wide(10_i128.pow(37)));
    assert_eq!(max.div(76, wide(1)), WideValue::OVERFLOW);
    assert_eq!(wide(0).div(76, wide(1)), wide(0));
    assert_eq!(wide(1).div(76, wide(10_i128.pow(37))), WideValue::OVERFLOW);
    assert_eq!(wide(1).div(70, wide(10_i128.pow(37))), wide(10_i128.pow(33)));
    assert_eq!(wide(1).div(38, wide(0)), WideValue::DIVISION_BY_ZERO);
}

#[test]
fn scales_change_with_a_rounding() {
    for (a, power, wants) in [
        (149, 2, [1, 1, 1, 2]),
        (150, 2, [2, 1, 1, 2]),
        (-149, 2, [-1, -1, -2, -1]),
        (-150, 2, [-2, -1, -2, -1]),
        (200, 2, [2, 2, 2, 2]),
        (-200, 2, [-2, -2, -2, -2]),
        (0, 2, [0; 4]),
        (MAX, 38, [1, 0, 0, 1]),
        (MAX, 0, [MAX; 4]),
    ] {
        for (rounding, want) in Rounding::ALL.into_iter().zip(wants) {
            assert_eq!(wide(a).round(power, rounding, DIGITS), wide(want), "{a} {rounding:?}");
        }
    }
    assert_eq!(wide(995).round(1, Rounding::HalfAway, 2), WideValue::OVERFLOW);
    assert_eq!(wide(994).round(1, Rounding::HalfAway, 2), wide(99));
    assert_eq!(wide(-9).scale(37, DIGITS), wide(-9 * 10_i128.pow(37)));
    assert_eq!(wide(1).scale(38, DIGITS), WideValue::OVERFLOW);
    assert_eq!(wide(0).scale(38, DIGITS), wide(0));
    assert_eq!(wide(10).scale(0, 1), WideValue::OVERFLOW);
}

#[test]
fn comparisons_never_overflow() {
    let order = |a, power, b, other_power| {
        let mut seen = None;
        let truth = wide(a).compare(power, wide(b), other_power, |order| {
            seen = Some(order);
            true
        });
        assert_eq!(truth, Truth::True);
        seen
    };
    assert_eq!(order(MAX, 38, MAX, 0), Some(Ordering::Greater));
    assert_eq!(order(-MAX, 38, MAX, 0), Some(Ordering::Less));
    assert_eq!(order(-MAX, 38, -MAX, 0), Some(Ordering::Less));
    assert_eq!(order(0, 38, 0, 0), Some(Ordering::Equal));
    assert_eq!(order(-1, 0, 0, 38), Some(Ordering::Less));
    assert_eq!(order(10, 0, 1, 1), Some(Ordering::Equal));
    assert_eq!(order(11, 0, 1, 1), Some(Ordering::Greater));
    assert_eq!(WideValue::NULL.compare(0, wide(1), 0, |_| true), Truth::Null);
}

#[test]
fn a_narrow_value_is_in_its_range() {
    assert_eq!(wide(5).narrow(0, 5), Value::new(5));
    assert_eq!(wide(6).narrow(0, 5), Value::OVERFLOW);
    assert_eq!(wide(1 << 63).narrow(i64::MIN, i64::MAX), Value::OVERFLOW);
    assert_eq!(wide(-(1 << 63)).narrow(i64::MIN, i64::MAX), Value::new(i64::MIN));
    assert_eq!(WideValue::NULL.narrow(0, 0), Value::NULL);
}
