// SPDX-License-Identifier: Apache-2.0

//! Literals: from their text to the stored value and its type.

use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Expr, ExprKind};
use crate::lex::{DECIMAL_DIGITS_MAX, DecimalParts};
use crate::span::Span;
use engine::schema::Type;

/// A constant that is not NULL.
pub(super) fn constant(kind: ExprKind, ty: Type, span: Span) -> Expr {
    Expr { kind, ty, nullable: false, span }
}

/// NULL. The type is provisional until the context determines it.
pub(super) fn null(span: Span) -> Expr {
    Expr { kind: ExprKind::Null, ty: Type::Int4, nullable: true, span }
}

/// An integer literal with its sign: INT if it fits, otherwise INT8.
pub(super) fn integer(digits: &str, negative: bool, span: Span) -> Result<Expr, Refusal> {
    let magnitude = digits.parse::<i128>().ok();
    let value = magnitude.map(|value| if negative { -value } else { value });
    match value.and_then(|value| i64::try_from(value).ok()) {
        Some(value) => Ok(integer_of(value, span)),
        None => Err(Box::new(
            Diagnostic::error("literal-range", "this number does not fit 64 bits", span, "")
                .help(format!("the largest integer is {}, the smallest {}", i64::MAX, i64::MIN)),
        )),
    }
}

fn integer_of(value: i64, span: Span) -> Expr {
    let ty = if i32::try_from(value).is_ok() { Type::Int4 } else { Type::Int8 };
    constant(ExprKind::Number(value), ty, span)
}

/// A decimal literal: `1.25` is DECIMAL(3,2).
pub(super) fn decimal(digits: &str, span: Span) -> Result<Expr, Refusal> {
    let parts = DecimalParts::of(digits)
        .unwrap_or_else(|| DecimalParts { digits: "9".repeat(DECIMAL_DIGITS_MAX), scale: 0 });
    let precision = parts.digits.len().max(parts.scale).max(1);
    let held = format!("0{}", parts.digits);
    match (u8::try_from(precision), u8::try_from(parts.scale), held.parse::<i64>()) {
        (Ok(precision), Ok(scale), Ok(value)) if precision <= Type::PRECISION_MAX => {
            Ok(constant(ExprKind::Number(value), Type::Decimal { precision, scale }, span))
        }
        _ => Err(Box::new(
            Diagnostic::error(
                "literal-range",
                format!("this number has {precision} digits"),
                span,
                format!("a DECIMAL has at most {}", Type::PRECISION_MAX),
            )
            .help("leave digits behind the point out"),
        )),
    }
}

/// A string literal: a CHAR of its length without trailing blanks, which have no meaning in a CHAR.
pub(super) fn string(text: &str, span: Span) -> Result<Expr, Refusal> {
    if let Some(bad) = text.chars().find(|c| !matches!(c, ' '..='~')) {
        let message = format!("a string cannot contain `{}`", bad.escape_debug());
        return Err(Box::new(
            Diagnostic::error("string-literal", message, span, "")
                .help("strings are printable ASCII"),
        ));
    }
    let text = text.trim_end_matches(' ');
    match u8::try_from(text.len()) {
        Ok(len) if len <= Type::CHAR_LEN_MAX => {
            Ok(constant(ExprKind::Text(text.to_owned()), Type::Char(len.max(1)), span))
        }
        _ => {
            let message = format!("this string has {} bytes", text.len());
            let label = format!("no string is longer than {}", Type::CHAR_LEN_MAX);
            Err(Box::new(Diagnostic::error("string-literal", message, span, label)))
        }
    }
}

/// The negative of a literal number, which is itself a literal; `None` if the expression is not a
/// literal number.
pub(super) fn negated(expr: &Expr, span: Span) -> Option<Result<Expr, Refusal>> {
    let ExprKind::Number(value) = expr.kind else {
        return None;
    };
    if !expr.ty.is_number() {
        return None;
    }
    if expr.ty.is_integer() {
        return Some(integer(&value.unsigned_abs().to_string(), value > 0, span));
    }
    // A decimal literal has at most 18 digits, so its negative fits.
    Some(Ok(constant(ExprKind::Number(-value), expr.ty, span)))
}

/// Whether this is an integer literal.
pub(super) fn is_integer_literal(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Number(_)) && expr.ty.is_integer()
}

/// Whether this is the literal `null`, whose type is open.
pub(super) fn is_null(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Null)
}
