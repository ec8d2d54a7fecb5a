// SPDX-License-Identifier: Apache-2.0

//! Random values of a type: mostly one of a few, so that equal values occur, and sometimes one of
//! the ends of the type.

use crate::rng::Rng;
use engine::calendar::{DAY, Zone, push_date, push_time, split};
use engine::schema::{DefaultValue, Type};

const TEXTS: [&str; 8] = ["a", "b", "", "ab", "abcd", "A b", "b'", "abcdefghijklmnop"];

/// The usual number of different small numbers.
pub const SPREAD: usize = 6;

/// Returns a number of the type as a table stores it, mostly one of `spread` small ones. Booleans,
/// dates and times are numbers here.
pub fn number(ty: Type, spread: usize, rng: &mut Rng) -> i64 {
    let (low, high) = ty.bounds();
    let small = rng.below(spread) as i64 - 1;
    let held = match (ty, rng.below(100)) {
        (Type::Boolean, _) => rng.below(2) as i64,
        (_, 0..6) => return *rng.pick(&[low, high, low + 1, high - 1, high / 2]),
        (_, 6..10) => rng.bits() as i64 >> rng.below(60),
        (Type::Timestamp, 10..40) => small * 1_000_000_000,
        // Beside the midnights of any zone.
        (Type::Timestamp, 40..70) => small * (DAY / 2) + rng.below(3) as i64 - 1,
        (Type::Time, 10..70) => small * (DAY / 4) + rng.below(3) as i64 - 1,
        (Type::Date, 10..30) => *rng.pick(&[-1, 59, 365, 11_016, 19_782, -25_509, -719_163]),
        (Type::Decimal { scale, .. }, 10..60) => small.saturating_mul(10_i64.pow(scale.into())),
        (Type::Decimal { .. }, 60..80) => *rng.pick(&[5, 15, 25, 50, 150, -50, -15]),
        _ => small,
    };
    held.clamp(low, high)
}

/// Returns a text of at most `len` bytes, without trailing blanks.
pub fn text(len: usize, rng: &mut Rng) -> &'static str {
    let fitting = |texts: &[&'static str]| -> Vec<&'static str> {
        texts.iter().copied().filter(|text| text.len() <= len).collect()
    };
    let common = if rng.percent(80) { &TEXTS[..2] } else { &TEXTS[..] };
    let fitting = fitting(common);
    fitting[rng.below(fitting.len())]
}

/// Returns an integer literal. A negative one is in parentheses, because `--1` starts a comment.
pub fn integer_literal(value: i64) -> String {
    if value < 0 { format!("({value})") } else { value.to_string() }
}

/// Returns a literal for a number that is stored at a scale.
pub fn decimal_literal(held: i64, scale: u8) -> String {
    if scale == 0 {
        return integer_literal(held);
    }
    let power = 10_u64.pow(scale.into());
    let magnitude = held.unsigned_abs();
    let digits =
        format!("{}.{:0width$}", magnitude / power, magnitude % power, width = usize::from(scale));
    if held < 0 { format!("(-{digits})") } else { digits }
}

/// Returns a quoted literal of a DATE, TIME or TIMESTAMP.
pub fn time_literal(held: i64, ty: Type) -> String {
    let mut text = String::new();
    match ty {
        Type::Date => push_date(&mut text, held as i32),
        Type::Time => push_time(&mut text, held),
        _ => {
            let (date, time) = split(held, Zone::UTC);
            push_date(&mut text, date);
            text.push(' ');
            push_time(&mut text, time);
            text.push('Z');
        }
    }
    text_literal(&text)
}

/// Returns a literal for the default of a column.
pub fn literal(value: &DefaultValue, ty: Type) -> String {
    match (value, ty) {
        (DefaultValue::Text(text), _) => text_literal(text),
        (DefaultValue::Number(number), Type::Boolean) => (*number != 0).to_string(),
        (DefaultValue::Number(number), Type::Date | Type::Time | Type::Timestamp) => {
            time_literal(*number, ty)
        }
        (DefaultValue::Number(number), ty) => decimal_literal(*number, ty.scale()),
    }
}

/// Returns a string literal.
pub fn text_literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
