// SPDX-License-Identifier: Apache-2.0

//! Literals: from their text to the stored value and its type.

use super::conversions::{DIGITS_MAX, decimal as decimal_type};
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

/// An integer literal with its sign: INT if it fits, else INT8 if it fits, else a DECIMAL.
pub(super) fn integer(digits: &str, negative: bool, span: Span) -> Result<Expr, Refusal> {
    let magnitude = digits.trim_start_matches('0');
    match format!("0{magnitude}").parse::<i128>() {
        Ok(value) if magnitude.len() <= usize::from(DIGITS_MAX) => {
            Ok(integer_of(if negative { -value } else { value }, span))
        }
        _ => Err(too_many_digits(magnitude.len(), span)),
    }
}

fn integer_of(value: i128, span: Span) -> Expr {
    let ty = if i32::try_from(value).is_ok() {
        Type::Int4
    } else if i64::try_from(value).is_ok() {
        Type::Int8
    } else {
        decimal_type(value.unsigned_abs().to_string().len() as u8, 0)
    };
    constant(ExprKind::Number(value), ty, span)
}

/// A decimal literal: `1.25` is DECIMAL(3,2).
pub(super) fn decimal(digits: &str, span: Span) -> Result<Expr, Refusal> {
    let parts = DecimalParts::of(digits)
        .unwrap_or_else(|| DecimalParts { digits: "9".repeat(DECIMAL_DIGITS_MAX), scale: 0 });
    let precision = parts.digits.len().max(parts.scale).max(1);
    match format!("0{}", parts.digits).parse::<i128>() {
        Ok(value) if precision <= usize::from(DIGITS_MAX) => {
            let scale = parts.scale as u8;
            let ty = decimal_type(precision as u8 - scale, scale);
            Ok(constant(ExprKind::Number(value), ty, span))
        }
        _ => Err(too_many_digits(precision, span)),
    }
}

fn too_many_digits(digits: usize, span: Span) -> Refusal {
    let message = format!("this number has {digits} digits");
    let label = format!("a number has at most {DIGITS_MAX}");
    Box::new(Diagnostic::error("literal-range", message, span, label))
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
pub(super) fn negated(expr: &Expr, span: Span) -> Option<Expr> {
    let ExprKind::Number(value) = expr.kind else {
        return None;
    };
    match expr.ty {
        Type::Int2 | Type::Int4 | Type::Int8 => Some(integer_of(-value, span)),
        Type::Decimal { .. } => Some(constant(ExprKind::Number(-value), expr.ty, span)),
        Type::Boolean | Type::Char(_) | Type::Timestamp => None,
    }
}

/// Whether this is an integer literal.
pub(super) fn is_integer_literal(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Number(_)) && expr.ty.is_integer()
}

/// Whether this is the literal `null`, whose type is open.
pub(super) fn is_null(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Null)
}
