// SPDX-License-Identifier: Apache-2.0

//! The nearest value of one side of a comparison that makes it TRUE, and by how much it fails.

use engine::schema::Type;
use files::number::decimal_text;
use rulec::ast::BinaryOp;

/// A number of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value in units of its last digit.
    pub value: i64,
    /// Its type.
    pub ty: Type,
}

impl Number {
    fn scaled(self, scale: u8) -> i128 {
        let digits = scale.saturating_sub(self.ty.scale());
        i128::from(self.value) * 10_i128.pow(digits.into())
    }
}

/// The nearest value of a side of type `ty` for which `side op other` holds. None if the type has
/// no such value.
pub fn nearest(op: BinaryOp, side: Number, other: Number) -> Option<Number> {
    let scale = side.ty.scale().max(other.ty.scale());
    let unit = 10_i128.pow((scale - side.ty.scale()).into());
    let bound = other.scaled(scale);
    let (below, above) = (bound.div_euclid(unit), -(-bound).div_euclid(unit));
    let is_exact = below == above;
    let value = match op {
        BinaryOp::Le => below,
        BinaryOp::Ge => above,
        BinaryOp::Lt => above - 1,
        BinaryOp::Gt => below + 1,
        BinaryOp::Eq if is_exact => below,
        // They are equal where this fails.
        BinaryOp::Ne => below + 1,
        _ => return None,
    };
    let (low, high) = side.ty.bounds();
    let value = i64::try_from(value).ok().filter(|value| (low..=high).contains(value))?;
    Some(Number { value, ty: side.ty })
}

/// The difference of two numbers, without its sign.
pub fn difference(left: Number, right: Number) -> String {
    let scale = left.ty.scale().max(right.ty.scale());
    decimal_text((left.scaled(scale) - right.scaled(scale)).abs(), scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_value_is_in_units_of_its_type() {
        let decimal = |value| Number { value, ty: Type::Decimal { precision: 10, scale: 2 } };
        let int = |value| Number { value, ty: Type::Int4 };
        for (op, side, other, expected) in [
            (BinaryOp::Le, decimal(501), decimal(500), Some(500)),
            (BinaryOp::Lt, decimal(500), decimal(500), Some(499)),
            (BinaryOp::Ge, decimal(1), int(2), Some(200)),
            (BinaryOp::Le, int(3), decimal(250), Some(2)),
            (BinaryOp::Lt, int(3), decimal(250), Some(2)),
            (BinaryOp::Lt, int(3), decimal(300), Some(2)),
            (BinaryOp::Ge, int(2), decimal(250), Some(3)),
            (BinaryOp::Gt, int(2), decimal(250), Some(3)),
            (BinaryOp::Gt, int(-3), decimal(-250), Some(-2)),
            (BinaryOp::Le, int(0), decimal(-250), Some(-3)),
            (BinaryOp::Eq, int(2), decimal(250), None),
            (BinaryOp::Eq, decimal(1), decimal(250), Some(250)),
            (BinaryOp::Ne, int(7), int(7), Some(8)),
            (BinaryOp::Gt, int(0), int(i32::MAX.into()), None),
        ] {
            let found = nearest(op, side, other).map(|number| number.value);
            assert_eq!(found, expected, "{side:?} {op:?} {other:?}");
        }
        assert_eq!(difference(int(3), decimal(250)), "0.50");
        assert_eq!(difference(decimal(-1), decimal(1)), "0.02");
    }
}
