// SPDX-License-Identifier: Apache-2.0

//! Numbers as text.

use engine::calendar::{push_date, push_time};
use engine::schema::Type;
use std::fmt::Write as _;

/// `value / 10^scale` as text with exactly `scale` digits after the decimal point.
pub fn decimal_text(value: i128, scale: u8) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0>1$}", value.unsigned_abs(), usize::from(scale) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(scale));
    match scale {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    }
}

/// Appends a number of a type: a BOOLEAN as `true` or `false`, a DECIMAL with its decimal point, a
/// DATE and a TIME as in ISO 8601.
pub fn push_number(out: &mut String, number: i64, ty: Type) {
    match ty {
        Type::Boolean => out.push_str(if number == 0 { "false" } else { "true" }),
        Type::Decimal { scale, .. } => out.push_str(&decimal_text(number.into(), scale)),
        // A DATE has 32 bits.
        Type::Date => push_date(out, number as i32),
        Type::Time => push_time(out, number),
        Type::Int2 | Type::Int4 | Type::Int8 | Type::Char(_) | Type::Timestamp => {
            // Writing to a string cannot fail.
            let _ = write!(out, "{number}");
        }
    }
}
