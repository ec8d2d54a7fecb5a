// SPDX-License-Identifier: Apache-2.0

//! Numbers: their text in a rule file, and the digits and the scale that a decimal denotes.

use super::faults;
use super::lexeme::{Lexeme, Scan};
use super::token::TokenKind;
use nom::branch::alt;
use nom::bytes::complete::take_while;
use nom::character::complete::{char, digit0, digit1, one_of};
use nom::combinator::{opt, recognize};
use nom::{IResult, Parser};

/// The most digits of a decimal literal, before or after its point, leading zeros not counted.
pub const DECIMAL_DIGITS_MAX: usize = 80;

/// A number as PostgreSQL reads it: `12`, `1.25`, `.5`, `5.`, `1e9`, `1.5e-3`.
pub(super) fn number(i: &str) -> Scan<'_> {
    let whole = recognize((digit1, opt((char('.'), digit0))));
    let fraction = recognize((char('.'), digit1));
    let (rest, written) = recognize((alt((whole, fraction)), opt(exponent))).parse(i)?;
    let (rest, tail) =
        take_while(|c: char| c.is_alphanumeric() || c == '_' || c == '.').parse(rest)?;
    let is_integer = written.bytes().all(|byte| byte.is_ascii_digit());
    let kind = if is_integer { TokenKind::Integer } else { TokenKind::Decimal };
    if tail.is_empty() {
        return Ok((rest, Lexeme::Token(kind, written)));
    }
    Ok((rest, faults::malformed_number(written, tail, kind)))
}

/// `e`, a sign and digits.
fn exponent(i: &str) -> IResult<&str, &str, ()> {
    recognize((one_of("eE"), opt(one_of("+-")), digit1)).parse(i)
}

/// The value of a decimal literal: its digits as an integer, divided by a power of ten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecimalParts {
    /// The digits without leading zeros; empty for zero.
    pub digits: String,
    /// The power of ten, which is the number of digits after the point.
    pub scale: usize,
}

impl DecimalParts {
    /// The value of a decimal literal as written, with the scale that PostgreSQL gives it: `1e9`
    /// has scale 0, `1.50` scale 2 and `1.5e-3` scale 4. Returns `None` if the number has more than
    /// [`DECIMAL_DIGITS_MAX`] digits before or after its point, or if the text is no number.
    pub fn of(text: &str) -> Option<DecimalParts> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits = format!("{whole}{fraction}");
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        // A longer exponent moves every digit past the limits, except those of zero.
        let max = 1_000_000_i64;
        let exponent = match exponent.parse::<i64>() {
            Ok(exponent) => exponent.clamp(-max, max),
            Err(_) if exponent.starts_with('-') => -max,
            Err(_) => max,
        };
        let scale = i64::try_from(fraction.len()).ok()? - exponent;
        let is_zero = digits.bytes().all(|byte| byte == b'0');
        if scale < 0 && !is_zero {
            let zeros =
                usize::try_from(-scale).ok().filter(|zeros| *zeros <= DECIMAL_DIGITS_MAX)?;
            digits.extend(std::iter::repeat_n('0', zeros));
        }
        let scale = usize::try_from(scale.max(0)).ok()?;
        let digits = digits.trim_start_matches('0').to_owned();
        let whole_digits = digits.len().saturating_sub(scale);
        (scale <= DECIMAL_DIGITS_MAX && whole_digits <= DECIMAL_DIGITS_MAX)
            .then_some(DecimalParts { digits, scale })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_have_the_scale_of_postgresql() {
        let cases = [
            ("1.25", "125", 2),
            ("1.50", "150", 2),
            (".5", "5", 1),
            ("5.", "5", 0),
            ("1e9", "1000000000", 0),
            ("1.5E-3", "15", 4),
            ("1.25e1", "125", 1),
            ("1.25e+2", "125", 0),
            ("0.0", "", 1),
            ("0e999999999999999999999", "", 0),
        ];
        for (text, digits, scale) in cases {
            let expected = DecimalParts { digits: digits.to_owned(), scale };
            assert_eq!(DecimalParts::of(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_number_is_bounded_before_its_digits_are_written_out() {
        for text in ["1e81", "1e-81", "1e999999999999999999999", "1e-999999999999999999999"] {
            assert_eq!(DecimalParts::of(text), None, "{text}");
        }
        assert!(DecimalParts::of("1e79").is_some());
        assert_eq!(DecimalParts::of("x"), None);
        assert_eq!(DecimalParts::of("."), None);
    }
}
