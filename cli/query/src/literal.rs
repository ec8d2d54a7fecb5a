// SPDX-License-Identifier: Apache-2.0

//! Literals: numbers, and quoted texts, which take the type that their place asks for.

use crate::error::QueryError;
use crate::ty::{Ty, Typed, quoted_text};
use engine::calendar::Zone;
use engine::frame::FieldValue;
use files::cell;
use files::csv_input::RawCell;
use files::error::{Problem, shown};
use sqlparser::tokenizer::Span;

/// A number as written.
pub fn number(text: &str, span: Span) -> Result<Typed, QueryError> {
    let (value, scale) = decimal(text)
        .ok_or_else(|| QueryError::at(span, format!("`{}` is not a number", shown(text))))?;
    let ty = if text.contains('.') { Ty::Decimal(scale) } else { Ty::Int };
    constant(value, ty).ok_or_else(|| {
        QueryError::at(span, format!("`{}` has too many digits", shown(text)))
            .help("a number has at most 18 digits, with those after the point")
    })
}

/// A number that is known, if it fits 64 bits.
pub fn constant(value: i128, ty: Ty) -> Option<Typed> {
    let fitting = i64::try_from(value).ok()?;
    // Parentheses keep the sign from forming a comment, and a number from being an ordinal.
    Some(Typed { sql: format!("({fitting})"), ty, constant: Some(value) })
}

/// A number in units of its last digit, and its digits after the point.
fn decimal(text: &str) -> Option<(i128, u8)> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || all.len() > 37 || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((sign * all.parse::<i128>().ok()?, fraction.len() as u8))
}

/// An expression where a type is known: a quoted literal takes the type, any other expression
/// stays.
pub fn adapted(typed: Typed, ty: Ty, span: Span, zone: Zone) -> Result<Typed, QueryError> {
    if typed.ty != Ty::Quoted {
        return Ok(typed);
    }
    let text = typed.sql.as_str();
    let machine = match ty {
        Ty::Char(_) => {
            return Ok(Typed::new(quoted_text(text.trim_end_matches(' ')), ty));
        }
        Ty::Text | Ty::Quoted | Ty::Null => return Ok(Typed::new(quoted_text(text), Ty::Text)),
        Ty::Decimal(_) => {
            let number =
                decimal(text).and_then(|(value, scale)| constant(value, Ty::Decimal(scale)));
            return number.ok_or_else(|| bad(text, ty, span));
        }
        Ty::Boolean | Ty::Int | Ty::Date | Ty::Time | Ty::Timestamp => ty.written(),
    };
    match cell::parse(RawCell { text, quoted: true }, machine, zone) {
        Ok(FieldValue::Number(number)) => {
            constant(number.into(), ty).ok_or_else(|| bad(text, ty, span))
        }
        Ok(_) => Err(bad(text, ty, span)),
        Err(problem @ (Problem::OutOfRange { .. } | Problem::TooManyDecimals { .. })) => {
            Err(QueryError::at(span, problem.to_string()))
        }
        Err(_) => Err(bad(text, ty, span)),
    }
}

fn bad(text: &str, ty: Ty, span: Span) -> QueryError {
    let help = match ty {
        Ty::Boolean => "write true or false",
        Ty::Date => "write a date such as '2024-01-31'",
        Ty::Time => "write a time of day such as '09:30:00'",
        Ty::Timestamp => "write a time such as '2024-01-31 09:30:00', or nanoseconds",
        _ => "write a number",
    };
    let kind = if let Ty::Decimal(_) = ty { "DECIMAL".to_owned() } else { ty.to_string() };
    QueryError::at(span, format!("`{}` is not of type {kind}", shown(text))).help(help)
}
