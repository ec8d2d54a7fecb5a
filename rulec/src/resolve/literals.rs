// SPDX-License-Identifier: Apache-2.0

//! Literals: from their text to the stored value and its type.

use super::digits::{DIGITS_MAX, decimal as decimal_type};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Block, Expr, ExprKind, Rule};
use crate::lex::{DECIMAL_DIGITS_MAX, DecimalParts};
use crate::span::Span;
use engine::schema::Type;

/// The most bytes of a quoted literal whose type is open.
const OPEN_LITERAL_BYTES_MAX: u8 = 64;

/// A constant that is not NULL.
pub(super) fn constant(kind: ExprKind, ty: Type, span: Span) -> Expr {
    Expr { kind, ty, nullable: false, span }
}

/// A BOOLEAN expression.
pub(super) fn boolean(kind: ExprKind, nullable: bool, span: Span) -> Expr {
    Expr { kind, ty: Type::Boolean, nullable, span }
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
