// SPDX-License-Identifier: Apache-2.0

//! The digits of numbers, which are static.

use crate::hir::{Expr, ExprKind};
use engine::schema::Type;

/// The most digits of a number; a DECIMAL column holds fewer, see [`Type::PRECISION_MAX`].
pub(super) const DIGITS_MAX: u8 = 38;

/// The digits of a number, which are static: those of its type, or those that an integer literal
/// has.
pub(super) fn digits(expr: &Expr) -> u8 {
    match expr.kind {
        ExprKind::Number(value) if expr.ty.is_integer() => {
            value.unsigned_abs().checked_ilog10().map_or(1, |log| log as u8 + 1)
        }
        _ => digits_of_type(expr.ty),
    }
}

fn digits_of_type(ty: Type) -> u8 {
    match ty {
        Type::Boolean => 1,
        Type::Int2 => 5,
        Type::Int4 => 10,
        Type::Date => 10,
        Type::Time => 14,
        Type::Int8 | Type::Timestamp | Type::Char(_) => 19,
        Type::Decimal { precision, .. } => precision,
    }
}

/// The digits before the point.
pub(super) fn whole_digits(expr: &Expr) -> u8 {
    digits(expr) - expr.ty.scale()
}

/// The DECIMAL type with these digits before and after the point, or with the most digits there
/// are.
pub(super) fn decimal(whole: u8, scale: u8) -> Type {
    let precision = whole.saturating_add(scale).clamp(1, DIGITS_MAX);
    Type::Decimal { precision, scale }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn a_literal_has_the_digits_that_it_is_written_with() {
        let digits_at =
            |kind, ty| digits(&Expr { kind, ty, nullable: false, span: Span::default() });
        let literal = |value, ty| digits_at(ExprKind::Number(value), ty);
        for (value, count) in [(0, 1), (1, 1), (-9, 1), (10, 2), (i64::MIN.into(), 19)] {
            assert_eq!(literal(value, Type::Int8), count);
        }
        assert_eq!(literal(100, Type::Decimal { precision: 5, scale: 2 }), 5);
        assert_eq!(digits_at(ExprKind::Null, Type::Int4), 10);
    }
}
