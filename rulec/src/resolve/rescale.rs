// SPDX-License-Identifier: Apache-2.0

//! The conversion of a number to another type; that of a literal is done here.

use super::literals::{constant, is_null};
use crate::hir::{Expr, ExprKind};
use crate::interval::Interval;
use engine::schema::Type;

/// The number converted to type `ty`.
pub(super) fn convert(expr: Expr, ty: Type) -> Expr {
    let (nullable, span) = (expr.nullable, expr.span);
    if is_null(&expr) {
        return Expr { ty, ..expr };
    }
    if let ExprKind::Number(value) = expr.kind
        && let Some(value) = rescaled(value, expr.ty.scale(), ty.scale())
        && Interval::of_type(ty).contains(value)
    {
        return constant(ExprKind::Number(value), ty, span);
    }
    Expr { kind: ExprKind::Convert(Box::new(expr)), ty, nullable, span }
}

/// The stored value at another scale, rounded half away from zero; `None` if it has more than 38
/// digits.
pub(super) fn rescaled(value: i128, from: u8, to: u8) -> Option<i128> {
    let power = 10_i128.checked_pow(u32::from(from.abs_diff(to)))?;
    let exact = if to >= from {
        value.checked_mul(power)?
    } else {
        let half = if value < 0 { -(power / 2) } else { power / 2 };
        value.checked_add(half)? / power
    };
    Interval::DIGITS.contains(exact).then_some(exact)
}
