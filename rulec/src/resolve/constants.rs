// SPDX-License-Identifier: Apache-2.0

//! Arithmetic on literals, done at compile time. A constant that is always an error is found here,
//! before any message arrives.

use super::lengths;
use super::literals::constant;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{ArithOp, Expr, ExprKind};
use crate::interval::Interval;
use crate::span::Span;
use engine::schema::Type;

/// Arithmetic of a type that is known. That of two literals is done here.
pub(super) fn arith(
    op: ArithOp,
    left: Expr,
    right: Expr,
    ty: Type,
    span: Span,
) -> Result<Expr, Refusal> {
    let (l, r) = (lengths::plain(&left), lengths::plain(&right));
    if let Some(value) = arithmetic(op, l, r, ty, span)? {
        return Ok(match ty == Type::Int8 && lengths::yields_length(op, &left, &right) {
            true => lengths::length(value, span),
            false => constant(ExprKind::Number(value), ty, span),
        });
    }
    let nullable = left.nullable || right.nullable;
    Ok(Expr { kind: ExprKind::Arith(op, Box::new(left), Box::new(right)), ty, nullable, span })
}

/// The value of `left op right` of type `ty`, if both are literals.
///
/// # Errors
/// A diagnostic if the result is out of range, or if the divisor is zero.
fn arithmetic(
    op: ArithOp,
    left: &Expr,
    right: &Expr,
    ty: Type,
    span: Span,
) -> Result<Option<i128>, Refusal> {
    let (ExprKind::Number(l), ExprKind::Number(r)) = (&left.kind, &right.kind) else {
        return Ok(None);
    };
    let divides = match op {
        ArithOp::Add | ArithOp::Sub | ArithOp::Mul => false,
        ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. } => true,
    };
    if divides && *r == 0 {
        return Err(division_by_zero(span));
    }
    let range = match ty {
        Type::Decimal { .. } => Interval::DIGITS,
        Type::Date => Interval::of_type(ty),
        _ => Interval::WORD,
    };
    match value(op, (*l, left.ty.scale()), (*r, right.ty.scale())) {
        Some(value) if range.contains(value) => Ok(Some(value)),
        _ => Err(overflow(ty, span)),
    }
}

/// The exact result on stored numbers and their scales; `None` beyond 128 bits.
fn value(op: ArithOp, (l, l_scale): (i128, u8), (r, r_scale): (i128, u8)) -> Option<i128> {
    let scale = l_scale.max(r_scale);
    let aligned = || Some((scaled(l, scale - l_scale)?, scaled(r, scale - r_scale)?));
    match op {
        ArithOp::Add => aligned().and_then(|(l, r)| l.checked_add(r)),
        ArithOp::Sub => aligned().and_then(|(l, r)| l.checked_sub(r)),
        ArithOp::Mul => l.checked_mul(r),
        ArithOp::Div => l.checked_div(r),
        ArithOp::Rem => aligned().and_then(|(l, r)| l.checked_rem(r)),
        ArithOp::DivRound { shift } => {
            let (dividend, divisor) = (scaled(l, shift)?.unsigned_abs(), r.unsigned_abs());
            let magnitude = i128::try_from(dividend.checked_add(divisor / 2)? / divisor).ok()?;
            Some(if (l < 0) != (r < 0) { -magnitude } else { magnitude })
        }
    }
}

fn scaled(value: i128, digits: u8) -> Option<i128> {
    value.checked_mul(10_i128.checked_pow(digits.into())?)
}

fn overflow(ty: Type, span: Span) -> Refusal {
    let (message, help) = match ty {
        Type::Decimal { .. } => ("the value of this constant has more than 38 digits", None),
        Type::Date => {
            ("the value of this constant is not a DATE: its days do not fit 32 bits", None)
        }
        _ => (
            "the value of this constant does not fit 64 bits",
            Some(format!("the largest integer is {}, the smallest {}", i64::MAX, i64::MIN)),
        ),
    };
    let mut diagnostic = Diagnostic::error("constant-overflow", message, span, "always `overflow`");
    diagnostic.help = help;
    Box::new(diagnostic)
}

fn division_by_zero(span: Span) -> Refusal {
    let message = "this constant divides by zero";
    Box::new(Diagnostic::error("constant-overflow", message, span, "always `division_by_zero`"))
}
