// SPDX-License-Identifier: Apache-2.0

//! Conversions of values to the type that their context needs.
//!
//! Literals are converted at compile time. Other values get an [`ExprKind::Convert`] where their
//! stored bits or their range can change.

use super::digits::{DIGITS_MAX, decimal, whole_digits};
use super::literals::{boolean, constant, is_integer_literal, is_null};
use super::quoted::quoted;
use super::rescale::{convert, rescaled};
use super::zone::FileZone;
use super::{lengths, times};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{CompareOp, Expr, ExprKind};
use crate::interval::Interval;
use engine::schema::Type;

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
pub(super) fn unify(
    values: Vec<Expr>,
    what: &str,
    zone: &FileZone,
) -> Result<(Vec<Expr>, Type), Refusal> {
    let values = with_quoted(values, zone)?;
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
    let typed = values.iter().filter(|value| !is_null(value));
    let ty = with_digits_of(common.unwrap_or(Type::Int4), typed);
    let at_type = |value: Expr| match ty {
        _ if is_null(&value) => Ok(Expr { ty, ..value }),
        Type::Char(_) => Ok(value),
        _ if value.ty == ty => Ok(value),
        Type::Timestamp if value.ty == Type::Date => times::at_midnight(value, zone),
        _ => Ok(convert(value, ty)),
    };
    let values = values.into_iter().map(at_type).collect::<Result<Vec<Expr>, Refusal>>()?;
    Ok((values, ty))
}

/// The values, where a quoted literal has the type of the values that are none.
fn with_quoted(values: Vec<Expr>, zone: &FileZone) -> Result<Vec<Expr>, Refusal> {
    let is_typed = |value: &&Expr| !is_null(value) && !matches!(value.kind, ExprKind::Text(_));
    let typed = values.iter().filter(is_typed);
    let types = typed.clone().map(|value| value.ty);
    let Some(ty) = types.reduce(|a, b| common_type(a, b).unwrap_or(a)) else {
        return Ok(values);
    };
    let ty = with_digits_of(ty, typed);
    let at_type = |value: Expr| match &value.kind {
        ExprKind::Text(text) if !matches!(ty, Type::Char(_)) => quoted(text, ty, value.span, zone),
        _ => Ok(value),
    };
    values.into_iter().map(at_type).collect()
}

/// A type, which as a DECIMAL has as many digits before the point as the values have.
fn with_digits_of<'a>(ty: Type, values: impl Iterator<Item = &'a Expr>) -> Type {
    match ty {
        Type::Decimal { scale, .. } => decimal(values.map(whole_digits).max().unwrap_or(1), scale),
        other => other,
    }
}

/// The type that both values can have; see [`with_digits_of`].
fn common_type(left: Type, right: Type) -> Option<Type> {
    match (left, right) {
        _ if left == right => Some(left),
        (Type::Char(a), Type::Char(b)) => Some(Type::Char(a.max(b))),
        (Type::Date, Type::Timestamp) | (Type::Timestamp, Type::Date) => Some(Type::Timestamp),
        _ if left.is_integer() && right.is_integer() => Some(wider(left, right)),
        _ if left.is_number() && right.is_number() => {
            Some(decimal(DIGITS_MAX, left.scale().max(right.scale())))
        }
        _ => None,
    }
}

/// The value converted to the type `ty` of a column that it is assigned to; `column` names the
/// column in messages.
pub(super) fn assign(
    value: Expr,
    ty: Type,
    column: &str,
    zone: &FileZone,
) -> Result<Expr, Refusal> {
    let mismatch = |value: &Expr| {
        let message = format!("column `{column}` is {ty}, its value {}", value.ty);
        Diagnostic::error("type-mismatch", message, value.span, format!("this is {}", value.ty))
    };
    if let (ExprKind::Text(text), false) = (&value.kind, matches!(ty, Type::Char(_))) {
        return quoted(text, ty, value.span, zone);
    }
    let value = if ty.is_number() { lengths::plain(&value).clone() } else { value };
    match (value.ty, ty) {
        _ if is_null(&value) => Ok(Expr { ty, ..value }),
        (Type::Boolean, Type::Boolean) => Ok(value),
        (from, to) if from == to && to.is_time() => Ok(value),
        (from, to) if from.is_time() && to.is_time() => {
            let refusal = mismatch(&value);
            times::as_time(value, ty, zone).unwrap_or_else(|| Err(Box::new(refusal)))
        }
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
        let fits = rescaled(held, value.ty.scale(), ty.scale())
            .is_some_and(|held| Interval::of_type(ty).contains(held));
        if !fits {
            let message = format!("this number does not fit column `{column}`");
            let label = format!("`{column}` is {ty}");
            return Err(Box::new(Diagnostic::error("literal-range", message, value.span, label)));
        }
    }
    Ok(if value.ty == ty { value } else { convert(value, ty) })
}

/// The value for a lookup in a key or group column of type `ty`, or `None` if it can have digits
/// that the column cannot hold, so that no lookup is exact. `compare` must have accepted the two as
/// comparable.
pub(super) fn key_value(value: Expr, ty: Type) -> Option<Expr> {
    match ty {
        _ if is_null(&value) => Some(Expr { ty, ..value }),
        Type::Boolean | Type::Char(_) => Some(value),
        Type::Date | Type::Time => (value.ty == ty).then_some(value),
        Type::Timestamp if is_integer_literal(&value) => Some(convert(value, ty)),
        Type::Timestamp => Some(value),
        _ if value.ty.scale() > ty.scale() => None,
        _ if value.ty.scale() == ty.scale() && is_stored(value.ty) => Some(value),
        _ => Some(within_column(value, ty)),
    }
}

/// Whether every value of this type fits 64 bits.
fn is_stored(ty: Type) -> bool {
    !matches!(ty, Type::Decimal { precision, .. } if precision > Type::PRECISION_MAX)
}

/// The number at the type of a column; NULL if the column cannot hold it, since no row has it then.
fn within_column(value: Expr, ty: Type) -> Expr {
    let span = value.span;
    let converted = convert(value.clone(), ty);
    if matches!(converted.kind, ExprKind::Number(_)) {
        return converted;
    }
    let Interval { low, high } = Interval::of_type(ty);
    let bound = |held| Box::new(constant(ExprKind::Number(held), ty, span));
    let nullable = value.nullable;
    let compare = |op, held| {
        boolean(ExprKind::Compare(op, Box::new(value.clone()), bound(held)), nullable, span)
    };
    let fits = vec![compare(CompareOp::Ge, low), compare(CompareOp::Le, high)];
    let fits = boolean(ExprKind::And(fits), nullable, span);
    let kind = ExprKind::Case { arms: vec![(fits, converted)], otherwise: None };
    Expr { kind, ty, nullable: true, span }
}
