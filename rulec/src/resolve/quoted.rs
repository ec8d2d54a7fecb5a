// SPDX-License-Identifier: Apache-2.0

//! Quoted literals at the type that their place asks for.

use super::digits::{DIGITS_MAX, decimal as decimal_type};
use super::literals::constant;
use super::rescale::convert;
use super::time_literals;
use super::zone::FileZone;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Expr, ExprKind};
use crate::interval::Interval;
use crate::lex::DecimalParts;
use crate::span::Span;
use engine::schema::Type;

/// A quoted literal at the type that its place asks for, which is not CHAR.
///
/// # Errors
/// A diagnostic if the text is no value of the type.
pub(super) fn quoted(text: &str, ty: Type, span: Span, zone: &FileZone) -> Result<Expr, Refusal> {
    let trimmed = text.trim();
    let value = match ty {
        Type::Boolean => boolean_of(trimmed).map(|value| (i128::from(value), 0)),
        Type::Date | Type::Time | Type::Timestamp => {
            return time_literals::literal(text, ty, span, zone);
        }
        Type::Int2 | Type::Int4 | Type::Int8 => {
            trimmed.parse::<i64>().ok().map(|value| (i128::from(value), 0))
        }
        Type::Decimal { .. } => number_of(trimmed),
        Type::Char(_) => None,
    };
    let no_value = || {
        let message = format!("`{}` is not a valid {ty}", text.escape_debug());
        Box::new(Diagnostic::error("quoted-literal", message, span, format!("{ty} is needed here")))
    };
    let (value, scale) = value.ok_or_else(no_value)?;
    let literal = match ty {
        Type::Decimal { .. } => {
            let digits = value.unsigned_abs().to_string().len() as u8;
            let whole = digits.saturating_sub(scale);
            constant(ExprKind::Number(value), decimal_type(whole, scale), span)
        }
        _ => return in_range(constant(ExprKind::Number(value), ty, span)),
    };
    let converted = convert(literal, ty);
    match converted.kind {
        ExprKind::Number(_) => Ok(converted),
        _ => Err(no_value()),
    }
}

/// The literal, if its type can hold it.
fn in_range(literal: Expr) -> Result<Expr, Refusal> {
    match literal.kind {
        ExprKind::Number(value) if !Interval::of_type(literal.ty).contains(value) => {
            let message = format!("this number does not fit {}", literal.ty);
            Err(Box::new(Diagnostic::error("literal-range", message, literal.span, "")))
        }
        _ => Ok(literal),
    }
}

/// The boolean that a text means in PostgreSQL.
fn boolean_of(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "t" | "true" | "y" | "yes" | "on" | "1" => Some(true),
        "f" | "false" | "n" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// The digits of a number with a sign, and its scale.
fn number_of(text: &str) -> Option<(i128, u8)> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let parts = DecimalParts::of(digits)?;
    let value = format!("0{}", parts.digits).parse::<i128>().ok()?;
    let scale = u8::try_from(parts.scale).ok().filter(|scale| *scale <= DIGITS_MAX)?;
    (parts.digits.len() <= usize::from(DIGITS_MAX))
        .then_some((if negative { -value } else { value }, scale))
}
