// SPDX-License-Identifier: Apache-2.0

//! Comparisons, and the common type of several expressions.

use crate::error::QueryError;
use crate::literal::{adapted, constant};
use crate::ty::{Ty, Typed};
use engine::calendar::Zone;
use sqlparser::tokenizer::Span;

/// Nanoseconds of a day.
pub const DAY: i64 = 86_400_000_000_000;

/// A number with more digits after the point; one that is known is computed here.
pub fn scaled(typed: Typed, digits: u8) -> Typed {
    let ty = Ty::Decimal(typed.ty.scale().unwrap_or(0) + digits);
    if digits == 0 {
        return Typed { ty, ..typed };
    }
    let known =
        typed.constant.and_then(|value| value.checked_mul(10_i128.checked_pow(digits.into())?));
    match known.and_then(|value| constant(value, ty)) {
        Some(known) => known,
        None => Typed::new(format!("q_scale({}, {digits})", typed.sql), ty),
    }
}

/// A literal with fewer digits after the point, if it is exact.
fn shortened(typed: &Typed, to: u8) -> Option<Typed> {
    let digits = typed.ty.scale()?.checked_sub(to)?;
    let (value, power) = (typed.constant?, 10_i128.checked_pow(digits.into())?);
    (value % power == 0).then(|| constant(value / power, Ty::Decimal(to)))?
}

/// The start of a DATE in the zone of the rules.
pub fn midnight(typed: &Typed, zone: Zone) -> Typed {
    let sql = format!("q_sub(q_mul({}, {DAY}), {})", typed.sql, zone.offset());
    Typed::new(sql, Ty::Timestamp)
}

/// The type that several expressions have in common.
pub fn common(types: &[Ty], span: Span) -> Result<Ty, QueryError> {
    let mut found = Ty::Null;
    for &ty in types {
        found = match (found, ty) {
            (Ty::Null, ty) => ty,
            (found, Ty::Null) => found,
            (Ty::Quoted, ty) => ty,
            (found, Ty::Quoted) => found,
            (a, b) if a == b => a,
            (Ty::Char(a), Ty::Char(b)) => Ty::Char(a.max(b)),
            (a, b) if a.is_text() && b.is_text() => Ty::Text,
            (Ty::Date, Ty::Timestamp) | (Ty::Timestamp, Ty::Date) => Ty::Timestamp,
            (a, b) => match (a.scale(), b.scale()) {
                (Some(a), Some(b)) => Ty::Decimal(a.max(b)),
                _ => return Err(mismatch(a, b, span)),
            },
        };
    }
    Ok(found)
}

fn mismatch(a: Ty, b: Ty, span: Span) -> QueryError {
    QueryError::at(span, format!("{a} and {b} do not go together"))
        .help("compare values of one type; a quoted literal takes the type of the other side")
}

/// An expression as one of a type that [`common`] found for it.
pub fn coerced(typed: Typed, ty: Ty, span: Span, zone: Zone) -> Result<Typed, QueryError> {
    // Quoted literals alone are texts.
    let ty = if ty == Ty::Quoted { Ty::Text } else { ty };
    let typed = adapted(typed, ty, span, zone)?;
    match (typed.ty.scale(), ty.scale()) {
        (Some(from), Some(to)) if from <= to => {
            return Ok(Typed { ty, ..scaled(typed, to - from) });
        }
        (Some(_), Some(to)) => {
            return shortened(&typed, to).map(|short| Typed { ty, ..short }).ok_or_else(|| {
                QueryError::at(span, "the literal has more digits after the point than its column")
            });
        }
        _ => {}
    }
    match (typed.ty, ty) {
        (Ty::Null, _) => Ok(Typed { ty, ..typed }),
        (Ty::Date, Ty::Timestamp) => Ok(midnight(&typed, zone)),
        (a, b) if a == b || (a.is_text() && b.is_text()) => Ok(Typed { ty, ..typed }),
        (a, b) => Err(mismatch(a, b, span)),
    }
}

/// `left op right`, a truth value.
pub fn comparison(
    op: &str,
    (left, left_span): (Typed, Span),
    (right, right_span): (Typed, Span),
    zone: Zone,
) -> Result<Typed, QueryError> {
    let left = adapted(left, right.ty, left_span, zone)?;
    let right = adapted(right, left.ty, right_span, zone)?;
    let (left, right) = match (left.ty.scale(), right.ty.scale()) {
        (Some(a), Some(b)) if a != b => match (shortened(&left, b), shortened(&right, a)) {
            (Some(left), _) => (left, right),
            (None, Some(right)) => (left, right),
            (None, None) => {
                let (left, right) = (&left.sql, &right.sql);
                let sql = format!("(q_compare({left}, {a}, {right}, {b}) {op} 0)");
                return Ok(Typed::new(sql, Ty::Boolean));
            }
        },
        _ => match (left.ty, right.ty) {
            (Ty::Date, Ty::Timestamp) => return Ok(with_midnight(&left, op, "", &right, zone)),
            (Ty::Timestamp, Ty::Date) => return Ok(with_midnight(&right, op, "-", &left, zone)),
            _ => (left, right),
        },
    };
    let is_time = |a, b| a == Ty::Timestamp && b == Ty::Int;
    let (a, b) = (left.ty, right.ty);
    let fits = a == b
        || a == Ty::Null
        || b == Ty::Null
        || (a.is_text() && b.is_text())
        || (a.scale().is_some() && b.scale().is_some())
        || is_time(a, b)
        || is_time(b, a);
    if !fits {
        return Err(mismatch(a, b, right_span));
    }
    Ok(Typed::new(format!("({} {op} {})", left.sql, right.sql), Ty::Boolean))
}

/// A DATE compared with a TIMESTAMP, which need not reach its midnight; with `sign`, the other way
/// round.
fn with_midnight(day: &Typed, op: &str, sign: &str, ts: &Typed, zone: Zone) -> Typed {
    let (day, ts, offset) = (&day.sql, &ts.sql, zone.offset());
    let order = format!("q_compare_midnight({day}, {offset}, {ts})");
    Typed::new(format!("({sign}{order} {op} 0)"), Ty::Boolean)
}
