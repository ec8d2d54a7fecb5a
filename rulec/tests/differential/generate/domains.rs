// SPDX-License-Identifier: Apache-2.0

//! Values of a type: mostly from a handful, so that they meet again, and now and then the ends of
//! the type.

use crate::rng::Rng;
use engine::schema::Type;

const TEXTS: [&str; 8] = ["a", "b", "", "ab", "abcd", "A b", "b'", "abcdefghijklmnop"];

/// How many different small numbers there are, unless something else is said.
pub const SPREAD: usize = 6;

/// A number of the type as it is held, mostly one of `spread` small ones. Booleans and timestamps
/// are numbers here.
pub fn number(ty: Type, spread: usize, rng: &mut Rng) -> i64 {
    let (low, high) = ty.bounds();
    let small = rng.below(spread) as i64 - 1;
    let held = match (ty, rng.below(100)) {
        (Type::Boolean, _) => rng.below(2) as i64,
        (_, 0..6) => return *rng.pick(&[low, high, low + 1, high - 1, high / 2]),
        (_, 6..10) => rng.bits() as i64 >> rng.below(60),
        (Type::Timestamp, 10..40) => small * 1_000_000_000,
        (Type::Decimal { scale, .. }, 10..60) => small.saturating_mul(10_i64.pow(scale.into())),
        (Type::Decimal { .. }, 60..80) => *rng.pick(&[5, 15, 25, 50, 150, -50, -15]),
        _ => small,
    };
    held.clamp(low, high)
}

/// A text of at most `len` bytes, without trailing blanks.
pub fn text(len: usize, rng: &mut Rng) -> &'static str {
    let fitting = |texts: &[&'static str]| -> Vec<&'static str> {
        texts.iter().copied().filter(|text| text.len() <= len).collect()
    };
    let common = if rng.percent(80) { &TEXTS[..2] } else { &TEXTS[..] };
    let fitting = fitting(common);
    fitting[rng.below(fitting.len())]
}

/// An integer literal; negative ones in parentheses, since `- -1` must not become a comment.
pub fn integer_literal(value: i64) -> String {
    if value < 0 { format!("({value})") } else { value.to_string() }
}

/// A literal for a number held at a scale.
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

/// A string literal.
pub fn text_literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
