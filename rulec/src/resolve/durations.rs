// SPDX-License-Identifier: Apache-2.0

//! Units of time, and INTERVAL literals: from their text to nanoseconds.
//!
//! The forms are those of PostgreSQL: `5 minutes`, `1 day 02:00`, `-1.5h`, `90`, which are seconds.

use engine::calendar::{DAY, HOUR, MINUTE, SECOND};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Microsecond,
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// The names of the units in PostgreSQL.
const UNITS: [(Unit, &[&str]); 13] = [
    (
        Unit::Microsecond,
        &["microsecond", "microseconds", "us", "usec", "usecs", "usecond", "useconds"],
    ),
    (
        Unit::Millisecond,
        &["millisecond", "milliseconds", "ms", "msec", "msecs", "msecond", "mseconds"],
    ),
    (Unit::Second, &["second", "seconds", "s", "sec", "secs"]),
    (Unit::Minute, &["minute", "minutes", "m", "min", "mins"]),
    (Unit::Hour, &["hour", "hours", "h", "hr", "hrs"]),
    (Unit::Day, &["day", "days", "d"]),
    (Unit::Week, &["week", "weeks", "w"]),
    (Unit::Month, &["month", "months", "mon", "mons"]),
    (Unit::Quarter, &["quarter", "qtr"]),
    (Unit::Year, &["year", "years", "y", "yr", "yrs"]),
    (Unit::Decade, &["decade", "decades", "dec", "decs"]),
    (Unit::Century, &["century", "centuries", "c", "cent"]),
    (Unit::Millennium, &["millennium", "millennia", "mil", "mils"]),
];

impl Unit {
    /// The unit with this name, in lower case.
    pub fn of(name: &str) -> Option<Unit> {
        UNITS.iter().find(|(_, names)| names.contains(&name)).map(|(unit, _)| *unit)
    }

    /// Its nanoseconds; `None` for a unit without a fixed length.
    pub fn nanoseconds(self) -> Option<i64> {
        match self {
            Unit::Microsecond => Some(1_000),
            Unit::Millisecond => Some(1_000_000),
            Unit::Second => Some(SECOND),
            Unit::Minute => Some(MINUTE),
            Unit::Hour => Some(HOUR),
            Unit::Day => Some(DAY),
            Unit::Week => Some(7 * DAY),
            Unit::Month
            | Unit::Quarter
            | Unit::Year
            | Unit::Decade
            | Unit::Century
            | Unit::Millennium => None,
        }
    }
}

/// The reason why a text is no INTERVAL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DurationError {
    /// It is not of the form.
    Form,
    /// A word is no unit.
    Unit(String),
    /// A unit has no fixed length.
    NoLength(String),
    /// It does not fit 64 bits.
    Range,
    /// It is no whole number of nanoseconds.
    Fraction,
}

/// The nanoseconds of an INTERVAL literal.
pub(super) fn nanoseconds_of(text: &str) -> Result<i64, DurationError> {
    let text = text.trim().to_ascii_lowercase();
    let mut rest = text.strip_prefix('@').unwrap_or(&text).trim_start();
    let ago = rest.strip_suffix("ago").filter(|before| before.ends_with(char::is_whitespace));
    if let Some(before) = ago {
        rest = before.trim_end();
    }
    if rest.is_empty() {
        return Err(DurationError::Form);
    }
    let mut sum = 0_i128;
    while !rest.is_empty() {
        let (part, after) = part(rest)?;
        sum = sum.checked_add(part).ok_or(DurationError::Range)?;
        rest = after.trim_start();
    }
    let sum = if ago.is_some() { -sum } else { sum };
    i64::try_from(sum).map_err(|_| DurationError::Range)
}

/// The first part of a text, and what follows it.
fn part(text: &str) -> Result<(i128, &str), DurationError> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => (-1, unsigned),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (number, scale, after) = number(unsigned)?;
    if after.starts_with(':') && scale == 0 {
        let (clock, after) = clock(number, &after[1..])?;
        return Ok((sign * clock, after));
    }
    let word_start = after.trim_start();
    let end = word_start.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word_start.len());
    let (word, after) = word_start.split_at(end);
    let unit = match word {
        // Days before a time of day; otherwise seconds, which come last.
        "" if is_clock(word_start) => DAY,
        "" if word_start.is_empty() => SECOND,
        "" => return Err(DurationError::Form),
        word => Unit::of(word)
            .ok_or_else(|| DurationError::Unit(word.to_owned()))?
            .nanoseconds()
            .ok_or_else(|| DurationError::NoLength(word.to_owned()))?,
    };
    Ok((sign * scaled(number, scale, unit)?, after))
}

/// Whether a text begins with hours and minutes.
fn is_clock(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['+', '-']);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && unsigned[digits..].starts_with(':')
}

/// A number, the digits after its point, and what follows it.
fn number(text: &str) -> Result<(i128, u32, &str), DurationError> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let (whole, mut after) = text.split_at(whole);
    let mut fraction = "";
    if let Some(point) = after.strip_prefix('.') {
        (fraction, after) = point.split_at(digits(point));
    }
    if whole.is_empty() && fraction.is_empty() {
        return Err(DurationError::Form);
    }
    let scale = fraction.len() as u32;
    let number = format!("{whole}{fraction}").parse().map_err(|_| DurationError::Range)?;
    Ok((number, scale, after))
}

/// `minutes[:seconds]` after `hours:`, and what follows it.
fn clock(hours: i128, text: &str) -> Result<(i128, &str), DurationError> {
    let (minutes, scale, mut after) = number(text)?;
    if scale > 0 || minutes > 59 {
        return Err(DurationError::Form);
    }
    let mut seconds = 0;
    if let Some(text) = after.strip_prefix(':') {
        let (number, scale, rest) = number(text)?;
        seconds = scaled(number, scale, SECOND)?;
        if seconds >= MINUTE.into() {
            return Err(DurationError::Form);
        }
        after = rest;
    }
    let hours = hours.checked_mul(HOUR.into()).ok_or(DurationError::Range)?;
    let whole = hours.checked_add(minutes * i128::from(MINUTE) + seconds);
    Ok((whole.ok_or(DurationError::Range)?, after))
}

/// A number of units in nanoseconds.
fn scaled(number: i128, scale: u32, unit: i64) -> Result<i128, DurationError> {
    let power = 10_i128.checked_pow(scale).ok_or(DurationError::Range)?;
    let product = number.checked_mul(unit.into()).ok_or(DurationError::Range)?;
    if product % power == 0 { Ok(product / power) } else { Err(DurationError::Fraction) }
}

#[cfg(test)]
mod tests {
    use super::DurationError::{Form, Fraction, NoLength, Range, Unit as NoUnit};
    use super::*;

    #[test]
    fn literals_are_those_of_postgres() {
        for (text, expected) in [
            ("5 minutes", Ok(5 * MINUTE)),
            ("1 day", Ok(DAY)),
            ("02:30:00", Ok(2 * HOUR + 30 * MINUTE)),
            ("2:30", Ok(2 * HOUR + 30 * MINUTE)),
            ("1 day 02:00", Ok(DAY + 2 * HOUR)),
            ("1 02:00:00.5", Ok(DAY + 2 * HOUR + SECOND / 2)),
            ("1 day -02:00", Ok(DAY - 2 * HOUR)),
            ("-1 days +02:03:04", Ok(-DAY + 2 * HOUR + 3 * MINUTE + 4 * SECOND)),
            ("90", Ok(90 * SECOND)),
            ("1.5h", Ok(90 * MINUTE)),
            ("1h30min", Ok(90 * MINUTE)),
            ("@ 1 week 2 days ago", Ok(-9 * DAY)),
            (" 3 MS ", Ok(3_000_000)),
            ("7us", Ok(7_000)),
            (".5 s", Ok(SECOND / 2)),
            ("100:00", Ok(100 * HOUR)),
            ("1 month", Err(NoLength("month".into()))),
            ("2 years", Err(NoLength("years".into()))),
            ("1 fortnight", Err(NoUnit("fortnight".into()))),
            ("", Err(Form)),
            ("day", Err(Form)),
            ("02:60", Err(Form)),
            ("1 02", Err(Form)),
            ("0.0000000001 s", Err(Fraction)),
            ("106752 days", Err(Range)),
            ("99999999999999999999999999999999999999999 s", Err(Range)),
        ] {
            assert_eq!(nanoseconds_of(text), expected, "{text}");
        }
    }
}
