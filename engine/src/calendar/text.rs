// SPDX-License-Identifier: Apache-2.0

//! Dates and times as text, in the forms of ISO 8601 that PostgreSQL writes.
//!
//! ```text
//!  DATE       2024-01-31                    years of four to seven digits, ` BC` after the day
//!  TIME       09:30    09:30:00.123456789   to 24:00:00
//!  TIMESTAMP  2024-01-31 09:30:00+08:00     a blank or `T`; without a time midnight, without
//!                                           an offset in the zone of the file
//! ```

use super::{Civil, DAY, HOUR, MINUTE, SECOND, Zone};
use std::fmt::Write as _;

/// The most digits of a fraction of a second.
const FRACTION_DIGITS_MAX: usize = 9;

/// The reason why a text is no date or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// It is not of the form.
    Form,
    /// There is no such date or time, or it is out of range.
    Range,
    /// A fraction of a second has more than nine digits, without the zeros at its end.
    Fraction,
}

/// The DATE that a text states, in days.
///
/// # Errors
/// [`TextError`].
pub fn date_of(text: &str) -> Result<i32, TextError> {
    let mut rest = Rest(text.as_bytes());
    let date = rest.date()?;
    let era = if rest.0.eq_ignore_ascii_case(b" bc") { -1 } else { 1 };
    if era == 1 {
        rest.end()?;
    }
    days(date, era)
}

/// The TIME that a text states, in nanoseconds.
///
/// # Errors
/// [`TextError`].
pub fn time_of(text: &str) -> Result<i64, TextError> {
    let mut rest = Rest(text.as_bytes());
    let time = rest.time()?;
    rest.end()?;
    Ok(time)
}

/// The TIMESTAMP that a text states, in nanoseconds. `zone` is that of a text without an offset.
///
/// # Errors
/// [`TextError`].
pub fn timestamp_of(text: &str, zone: Zone) -> Result<i64, TextError> {
    let mut rest = Rest(text.as_bytes());
    let date = rest.date()?;
    let (mut time, mut offset) = (0, zone.offset());
    if rest.take_any(b" Tt") {
        time = rest.time()?;
        if let Some(stated) = rest.offset()? {
            offset = stated;
        }
    }
    rest.end()?;
    let local = i128::from(days(date, 1)?) * i128::from(DAY) + i128::from(time);
    i64::try_from(local - i128::from(offset)).map_err(|_| TextError::Range)
}

/// Appends a DATE.
pub fn push_date(out: &mut String, days: i32) {
    let Civil { year, month, day } = Civil::of(days);
    let (year, era) = if year > 0 { (year, "") } else { (1 - year, " BC") };
    // Writing to a string cannot fail.
    let _ = write!(out, "{year:04}-{month:02}-{day:02}{era}");
}

/// Appends a TIME.
pub fn push_time(out: &mut String, time: i64) {
    let (hour, minute, second) = (time / HOUR, time % HOUR / MINUTE, time % MINUTE / SECOND);
    let _ = write!(out, "{hour:02}:{minute:02}:{second:02}");
    let fraction = time % SECOND;
    if fraction != 0 {
        let digits = format!("{fraction:09}");
        let _ = write!(out, ".{}", digits.trim_end_matches('0'));
    }
}

fn days((year, month, day): (i32, u8, u8), era: i32) -> Result<i32, TextError> {
    let year = match (year, era) {
        // There is no year 0: the year before 1 is 1 BC.
        (0, _) => return Err(TextError::Range),
        (year, 1) => year,
        (year, _) => 1 - year,
    };
    Civil { year, month, day }.days().ok_or(TextError::Range)
}

/// The part of a text that is not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn end(&self) -> Result<(), TextError> {
        if self.0.is_empty() { Ok(()) } else { Err(TextError::Form) }
    }

    fn take_any(&mut self, one_of: &[u8]) -> bool {
        match self.0.split_first() {
            Some((first, rest)) if one_of.contains(first) => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), TextError> {
        if self.take_any(&[byte]) { Ok(()) } else { Err(TextError::Form) }
    }

    /// A number of so many digits.
    fn number(&mut self, fewest: usize, most: usize) -> Result<i32, TextError> {
        let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if !(fewest..=most).contains(&digits) {
            return Err(TextError::Form);
        }
        let (number, rest) = self.0.split_at(digits);
        self.0 = rest;
        Ok(number.iter().fold(0, |so_far, digit| so_far * 10 + i32::from(digit - b'0')))
    }

    /// A number of one or two digits.
    fn pair(&mut self) -> Result<u8, TextError> {
        self.number(1, 2).map(|number| number as u8)
    }

    fn date(&mut self) -> Result<(i32, u8, u8), TextError> {
        let year = self.number(4, 7)?;
        self.expect(b'-')?;
        let month = self.pair()?;
        self.expect(b'-')?;
        Ok((year, month, self.pair()?))
    }

    fn time(&mut self) -> Result<i64, TextError> {
        let hour = self.pair()?;
        self.expect(b':')?;
        let minute = self.number(2, 2)?;
        let (mut second, mut fraction) = (0, 0);
        if self.take_any(b":") {
            second = self.number(2, 2)?;
            if self.take_any(b".") {
                fraction = self.fraction()?;
            }
        }
        if minute > 59 || second > 59 {
            return Err(TextError::Range);
        }
        let whole = i64::from(hour) * HOUR + i64::from(minute) * MINUTE;
        let time = whole + i64::from(second) * SECOND + fraction;
        if time <= DAY { Ok(time) } else { Err(TextError::Range) }
    }

    fn fraction(&mut self) -> Result<i64, TextError> {
        let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (fraction, rest) = self.0.split_at(digits);
        let zeros = fraction.iter().rev().take_while(|digit| **digit == b'0').count();
        if digits == 0 {
            return Err(TextError::Form);
        }
        // Zeros at the end state nothing more.
        if digits - zeros > FRACTION_DIGITS_MAX {
            return Err(TextError::Fraction);
        }
        self.0 = rest;
        let padded = fraction.iter().copied().chain(std::iter::repeat(b'0'));
        let places = padded.take(FRACTION_DIGITS_MAX);
        Ok(places.fold(0, |so_far, digit| so_far * 10 + i64::from(digit - b'0')))
    }

    /// The nanoseconds east of UTC, if they are stated: `Z`, `+08`, `+0800` or `+08:00`.
    fn offset(&mut self) -> Result<Option<i64>, TextError> {
        if self.take_any(b"Zz") {
            return Ok(Some(0));
        }
        let sign = match self.0.first() {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => return Ok(None),
        };
        self.0 = &self.0[1..];
        let hours = self.number(2, 4)?;
        let (hours, minutes) = match hours {
            0..100 if self.take_any(b":") => (hours, self.number(2, 2)?),
            0..100 => (hours, 0),
            _ => (hours / 100, hours % 100),
        };
        if hours > Zone::HOURS_MAX.into() || minutes > 59 {
            return Err(TextError::Range);
        }
        Ok(Some(sign * (i64::from(hours) * HOUR + i64::from(minutes) * MINUTE)))
    }
}

#[cfg(test)]
mod tests {
    use super::TextError::{Form, Fraction, Range};
    use super::*;

    #[test]
    fn dates_are_read_and_written() {
        for (text, expected) in [
            ("1970-01-01", Ok(0)),
            ("1969-12-31", Ok(-1)),
            ("0001-01-01", Ok(-719_162)),
            ("0001-12-31 BC", Ok(-719_163)),
            ("2024-02-29", Ok(19_782)),
            ("5881580-07-11", Ok(i32::MAX)),
            ("5877642-06-23 BC", Ok(i32::MIN)),
            ("5881580-07-12", Err(Range)),
            ("2023-02-29", Err(Range)),
            ("0000-01-01", Err(Range)),
            ("24-01-02", Err(Form)),
            ("2024-01-02 ", Err(Form)),
            ("2024-01-02x", Err(Form)),
            ("20240102", Err(Form)),
            ("2024-001-02", Err(Form)),
            ("", Err(Form)),
        ] {
            assert_eq!(date_of(text), expected, "{text}");
            if let Ok(days) = expected {
                let mut out = String::new();
                push_date(&mut out, days);
                assert_eq!(out, text);
            }
        }
        assert_eq!(date_of("2024-1-2"), date_of("2024-01-02"));
    }

    #[test]
    fn times_are_read_and_written() {
        for (text, expected) in [
            ("00:00:00", Ok(0)),
            ("09:30:00", Ok(9 * HOUR + 30 * MINUTE)),
            ("23:59:59.999999999", Ok(DAY - 1)),
            ("00:00:00.5", Ok(SECOND / 2)),
            ("24:00:00", Ok(DAY)),
            ("24:00:00.000000001", Err(Range)),
            ("09:60:00", Err(Range)),
            ("09:30:60", Err(Range)),
            ("09:30:00.12345678901", Err(Fraction)),
            ("09:30:00.00000000001", Err(Fraction)),
            ("09:30:00.", Err(Form)),
            ("09", Err(Form)),
            ("09:30:00+08", Err(Form)),
        ] {
            assert_eq!(time_of(text), expected, "{text}");
            if let Ok(time) = expected {
                let mut out = String::new();
                push_time(&mut out, time);
                assert_eq!(out, text);
            }
        }
        assert_eq!(time_of("9:30"), Ok(9 * HOUR + 30 * MINUTE));
        for (zeros, exact) in [
            ("09:30:00.1234567890", "09:30:00.123456789"),
            ("09:30:00.500000000000000000000", "09:30:00.5"),
            ("09:30:00.0000000000", "09:30"),
        ] {
            assert_eq!(time_of(zeros), time_of(exact), "{zeros}");
        }
    }

    #[test]
    fn timestamps_are_read_in_a_zone_or_with_an_offset() {
        let zone = Zone::new(8).expect("8 is a zone");
        for (text, expected) in [
            ("1970-01-01 08:00", Ok(0)),
            ("1970-01-01", Ok(-8 * HOUR)),
            ("1970-01-01T00:00:00.000000001Z", Ok(1)),
            ("1970-01-01 00:00:00+05:30", Ok(-5 * HOUR - 30 * MINUTE)),
            ("1970-01-01 00:00:00-0530", Ok(5 * HOUR + 30 * MINUTE)),
            ("1970-01-01 00:00:00-05", Ok(5 * HOUR)),
            ("1970-01-01 24:00:00Z", Ok(DAY)),
            ("2262-04-12 07:47:16.854775807", Ok(i64::MAX)),
            ("2262-04-12 07:47:16.854775808", Err(Range)),
            ("1677-09-21 08:12:43.145224192", Ok(i64::MIN)),
            ("1677-09-21 08:12:43.145224191", Err(Range)),
            ("2024-01-02 ", Err(Form)),
            ("2024-01-02Z", Err(Form)),
            ("2024-01-02 09:30+16", Err(Range)),
            ("2024-01-02 09:30+8", Err(Form)),
            ("1704186000000000000", Err(Form)),
        ] {
            assert_eq!(timestamp_of(text, zone), expected, "{text}");
        }
    }
}
