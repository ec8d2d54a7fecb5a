// SPDX-License-Identifier: Apache-2.0

//! Arithmetic on literals, done at compile time.

use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::ArithOp;
use crate::span::Span;

/// `left op right` of two integers in 64 bits.
///
/// # Errors
/// A diagnostic if the result does not fit 64 bits, or if the divisor is zero.
pub(super) fn arithmetic(op: ArithOp, left: i64, right: i64, span: Span) -> Result<i64, Refusal> {
    let value = match op {
        ArithOp::Add => left.checked_add(right),
        ArithOp::Sub => left.checked_sub(right),
        ArithOp::Mul => left.checked_mul(right),
        ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. } if right == 0 => {
            return Err(division_by_zero(span));
        }
        ArithOp::Div | ArithOp::DivRound { .. } => left.checked_div(right),
        // The remainder of the smallest integer and -1 is 0, although their quotient overflows.
        ArithOp::Rem => Some(left.wrapping_rem(right)),
    };
    value.ok_or_else(|| {
        let message = "the value of this constant does not fit 64 bits";
        Box::new(
            Diagnostic::error("constant-overflow", message, span, "always `overflow`").help(
                format!("the largest integer is {}, the smallest {}", i64::MAX, i64::MIN),
            ),
        )
    })
}

/// The error for a constant that divides by zero.
pub(super) fn division_by_zero(span: Span) -> Refusal {
    let message = "this constant divides by zero";
    Box::new(Diagnostic::error("constant-overflow", message, span, "always `division_by_zero`"))
}
