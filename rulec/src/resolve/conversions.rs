// SPDX-License-Identifier: Apache-2.0

//! Conversions of values to the type that their context needs.
//!
//! Literals are converted at compile time. Other values get an [`ExprKind::Convert`] where their
//! stored bits or their range can change.

use super::literals::{constant, is_integer_literal, is_null};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{Expr, ExprKind};
use engine::schema::Type;

/// The DECIMAL type of results of arithmetic.
pub(super) fn decimal(scale: u8) -> Type {
    Type::Decimal { precision: Type::PRECISION_MAX, scale }
}

/// The number converted to type `ty`.
pub(super) fn convert(expr: Expr, ty: Type) -> Expr {
    let (nullable, span) = (expr.nullable, expr.span);
    if is_null(&expr) {
        return Expr { ty, ..expr };
    }
    if let ExprKind::Number(value) = expr.kind
        && let Some(value) = rescaled(value, expr.ty.scale(), ty.scale())
        && within(value, ty)
    {
        return constant(ExprKind::Number(value), ty, span);
    }
    Expr { kind: ExprKind::Convert(Box::new(expr)), ty, nullable, span }
}

fn within(value: i64, ty: Type) -> bool {
    let (low, high) = ty.bounds();
    (low..=high).contains(&value)
}

/// The stored value at another scale, rounded half away from zero; `None` if it does not fit 64
/// bits.
fn rescaled(value: i64, from: u8, to: u8) -> Option<i64> {
    let power = 10_i128.checked_pow(u32::from(from.abs_diff(to)))?;
    let value = i128::from(value);
    let exact = if to >= from {
        value.checked_mul(power)?
    } else {
        let half = if value < 0 { -(power / 2) } else { power / 2 };
        (value + half) / power
    };
    i64::try_from(exact).ok()
}

/// The number at this scale; unchanged if it has it already.
pub(super) fn at_scale(expr: Expr, scale: u8) -> Expr {
    if expr.ty.scale() == scale { expr } else { convert(expr, decimal(scale)) }
}

/// The wider of two integer types.
pub(super) fn wider(left: Type, right: Type) -> Type {
    match (left, right) {
        (Type::Int8, _) | (_, Type::Int8) => Type::Int8,
        (Type::Int4, _) | (_, Type::Int4) => Type::Int4,
        _ => Type::Int2,
    }
}

/// The values converted to their common type, and that type. `what` names the construct, as in "the
/// branches of this `case`".
pub(super) fn unify(values: Vec<Expr>, what: &str) -> Result<(Vec<Expr>, Type), Refusal> {
    let mut common: Option<Type> = None;
    // If one value is a timestamp, integer literals anywhere in the list become timestamps.
    let has_timestamp = values.iter().any(|value| !is_null(value) && value.ty == Type::Timestamp);
    let mut first = None;
    for value in values.iter().filter(|value| !is_null(value)) {
        let ty =
            if has_timestamp && is_integer_literal(value) { Type::Timestamp } else { value.ty };
        first.get_or_insert(value);
        common = match common {
            None => Some(ty),
            Some(so_far) => match common_type(so_far, ty) {
                Some(both) => Some(both),
                None => {
                    let mut diagnostic = Diagnostic::error(
                        "type-mismatch",
                        format!("{what} are of different types"),
                        value.span,
                        format!("this is {}", value.ty),
                    );
                    if let Some(first) = first {
                        diagnostic =
                            diagnostic.related(first.span, format!("this is {}", first.ty));
                    }
                    return Err(Box::new(diagnostic));
                }
            },
        };
    }
    let ty = common.unwrap_or(Type::Int4);
    let at_type = |value: Expr| match ty {
        _ if is_null(&value) => Expr { ty, ..value },
        Type::Char(_) => value,
        _ if value.ty == ty => value,
        _ => convert(value, ty),
    };
    Ok((values.into_iter().map(at_type).collect(), ty))
}

fn common_type(left: Type, right: Type) -> Option<Type> {
    match (left, right) {
        _ if left == right => Some(left),
        (Type::Char(a), Type::Char(b)) => Some(Type::Char(a.max(b))),
        _ if left.is_integer() && right.is_integer() => Some(wider(left, right)),
        _ if left.is_number() && right.is_number() => {
            Some(decimal(left.scale().max(right.scale())))
        }
        _ => None,
    }
}

/// The value converted to the type `ty` of a column that it is assigned to; `column` names the
/// column in messages.
pub(super) fn assign(value: Expr, ty: Type, column: &str) -> Result<Expr, Refusal> {
    let mismatch = |value: &Expr| {
        let message = format!("column `{column}` is {ty}, its value {}", value.ty);
        Diagnostic::error("type-mismatch", message, value.span, format!("this is {}", value.ty))
    };
    match (value.ty, ty) {
        _ if is_null(&value) => Ok(Expr { ty, ..value }),
        (Type::Boolean, Type::Boolean) | (Type::Timestamp, Type::Timestamp) => Ok(value),
        (Type::Char(n), Type::Char(m)) if n <= m => Ok(value),
        (Type::Char(n), Type::Char(m)) => Err(Box::new(match value.kind {
            ExprKind::Text(_) => {
                let message = format!("this string of {n} bytes does not fit column `{column}`");
                Diagnostic::error(
                    "type-mismatch",
                    message,
                    value.span,
                    format!("`{column}` holds {m} bytes"),
                )
            }
            _ => mismatch(&value)
                .help(format!("a longer string is never cut: declare `{column}` as `char({n})`")),
        })),
        (from, Type::Timestamp) if from.is_integer() && is_integer_literal(&value) => {
            Ok(convert(value, ty))
        }
        (from, Type::Timestamp) if from.is_integer() => Err(Box::new(mismatch(&value).help(
            "declare both as `timestamp` or both as `int8`; only a literal is taken for either",
        ))),
        (from, to) if from.is_number() && to.is_number() => assign_number(value, ty, column),
        _ => Err(Box::new(mismatch(&value))),
    }
}

fn assign_number(value: Expr, ty: Type, column: &str) -> Result<Expr, Refusal> {
    if let ExprKind::Number(held) = value.kind {
        let fits =
            rescaled(held, value.ty.scale(), ty.scale()).is_some_and(|held| within(held, ty));
        if !fits {
            let message = format!("this number does not fit column `{column}`");
            let label = format!("`{column}` is {ty}");
            return Err(Box::new(Diagnostic::error("literal-range", message, value.span, label)));
        }
    }
    // Arithmetic on decimals is checked only against 64 bits, which hold more than 18 digits. The
    // range of the column must still be checked, even if the types are equal.
    let is_in_range = value.ty.is_integer()
        || matches!(
            value.kind,
            ExprKind::Number(_) | ExprKind::Field(_) | ExprKind::Column(..) | ExprKind::Convert(_)
        );
    if value.ty == ty && is_in_range { Ok(value) } else { Ok(convert(value, ty)) }
}

/// The value for a lookup in a key or group column of type `ty`, or `None` if it can have digits
/// that the column cannot hold, so that no lookup is exact. `compare` must have accepted the two as
/// comparable.
pub(super) fn key_value(value: Expr, ty: Type) -> Option<Expr> {
    match ty {
        _ if is_null(&value) => Some(Expr { ty, ..value }),
        Type::Boolean | Type::Char(_) => Some(value),
        Type::Timestamp if is_integer_literal(&value) => Some(convert(value, ty)),
        Type::Timestamp => Some(value),
        _ if value.ty.scale() > ty.scale() => None,
        _ => Some(at_scale(value, ty.scale())),
    }
}
