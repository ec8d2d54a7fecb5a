// SPDX-License-Identifier: Apache-2.0

//! Literals: from their text to the stored value and its type.

use super::conversions::{DIGITS_MAX, decimal as decimal_type};
use super::time_literals;
use super::zone::FileZone;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Block, Expr, ExprKind, Rule};
use crate::interval::Interval;
use crate::lex::{DECIMAL_DIGITS_MAX, DecimalParts};
use crate::span::Span;
use engine::schema::Type;

/// The most bytes of a quoted literal whose type is open.
const OPEN_LITERAL_BYTES_MAX: u8 = 64;

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
        // A literal of a time is longer than a string; `check_lengths` sees what became of it.
        Ok(len) if len <= OPEN_LITERAL_BYTES_MAX => {
            Ok(constant(ExprKind::Text(text.to_owned()), Type::Char(len.max(1)), span))
        }
        _ => Err(Box::new(too_long(text, span))),
    }
}

/// The error for a string that no CHAR can hold.
fn too_long(text: &str, span: Span) -> Diagnostic {
    let message = format!("this string has {} bytes", text.len());
    let label = format!("no string is longer than {}", Type::CHAR_LEN_MAX);
    Diagnostic::error("string-literal", message, span, label)
}

/// Refuses strings that are too long and did not become values of another type.
pub(super) fn check_lengths(rules: &[Rule], blocks: &[Block], diagnostics: &mut Vec<Diagnostic>) {
    let of_rules = rules.iter().flat_map(|rule| [Some(&rule.condition), rule.guard.as_ref()]);
    let guards = blocks.iter().map(|block| block.guard.as_ref());
    let statements = blocks.iter().flat_map(|block| &block.statements);
    let written = statements.flat_map(|statement| statement.kind.expressions()).map(Some);
    for expr in of_rules.chain(guards).chain(written).flatten() {
        let too_long_texts = expr.nodes().filter_map(|node| match &node.kind {
            ExprKind::Text(text) if text.len() > Type::CHAR_LEN_MAX.into() => {
                Some(too_long(text, node.span))
            }
            _ => None,
        });
        for refusal in too_long_texts {
            // A copied operand is found more than once.
            let same = |found: &Diagnostic| {
                found.code == refusal.code && found.primary.0 == refusal.primary.0
            };
            if !diagnostics.iter().any(same) {
                diagnostics.push(refusal);
            }
        }
    }
}

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
        let message = format!("`{}` is no {ty}", text.escape_debug());
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
    let converted = super::conversions::convert(literal, ty);
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

/// The negative of a literal number, which is itself a literal; `None` if the expression is not a
/// literal number.
pub(super) fn negated(expr: &Expr, span: Span) -> Option<Expr> {
    let ExprKind::Number(value) = expr.kind else {
        return None;
    };
    match expr.ty {
        Type::Int2 | Type::Int4 | Type::Int8 => Some(integer_of(-value, span)),
        Type::Decimal { .. } => Some(constant(ExprKind::Number(-value), expr.ty, span)),
        Type::Boolean | Type::Char(_) | Type::Date | Type::Time | Type::Timestamp => None,
    }
}

/// Whether a number at one scale cannot be written at another without rounding.
pub(super) fn loses_digits(number: i128, from: u8, to: u8) -> bool {
    let lost = 10_i128.checked_pow(u32::from(from.saturating_sub(to)));
    lost.is_none_or(|lost| number % lost != 0)
}

/// Whether this is an integer literal.
pub(super) fn is_integer_literal(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Number(_)) && expr.ty.is_integer()
}

/// Whether this is the literal `null`, whose type is open.
pub(super) fn is_null(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Null)
}
