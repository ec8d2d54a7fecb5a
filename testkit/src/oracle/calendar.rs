// SPDX-License-Identifier: Apache-2.0

//! Functions of dates and times, by counting: a date is found year by year and month by month.

use super::value::{Val, not_a_value};
use engine::calendar::Zone;
use rulec::calendar::Calendar;

/// Nanoseconds of a day.
const DAY: i128 = 86_400_000_000_000;

/// Returns the value of a function of dates and times.
pub fn calendar(function: Calendar, arguments: &[Val]) -> Val {
    if let Some(other) = not_a_value(arguments) {
        return other;
    }
    let number = |index: usize| match arguments.get(index) {
        Some(Val::Number(held)) => *held,
        _ => 0,
    };
    let first = number(0);
    Val::Number(match function {
        Calendar::Date(zone) => (first + east(zone)).div_euclid(DAY),
        Calendar::TimeOfDay(zone) => (first + east(zone)).rem_euclid(DAY),
        Calendar::Instant(zone) => return stored(first * DAY + number(1) - east(zone)),
        Calendar::Year => {
            let year = date(first).0;
            if year > 0 { year } else { year - 1 }
        }
        Calendar::Month => date(first).1,
        Calendar::DayOfMonth => date(first).2,
        Calendar::DayOfYear => {
            let (year, month, day) = date(first);
            (1..month).map(|month| days_of_month(year, month)).sum::<i128>() + day
        }
        // The first day of 1970 was a Thursday.
        Calendar::SinceSunday => (first + 4).rem_euclid(7),
        Calendar::SinceMonday => (first + 3).rem_euclid(7),
        Calendar::Floor(unit) => return stored(first.div_euclid(unit.into()) * i128::from(unit)),
        Calendar::Later => (first + number(1)).rem_euclid(DAY),
        Calendar::Earlier => (first - number(1)).rem_euclid(DAY),
        Calendar::InUnit => first,
    })
}

fn stored(exact: i128) -> Val {
    if i64::try_from(exact).is_ok() { Val::Number(exact) } else { Val::OVERFLOW }
}

fn east(zone: Zone) -> i128 {
    i128::from(zone.hours()) * 3_600_000_000_000
}

fn is_leap(year: i128) -> bool {
    year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
}

fn days_of_year(year: i128) -> i128 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_of_month(year: i128, month: i128) -> i128 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Returns year, month and day. The year before 1 is 0 here.
fn date(days: i128) -> (i128, i128, i128) {
    // 400 years have 146,097 days, whichever they are; the others are counted.
    let (mut year, mut rest) = (1970 + 400 * days.div_euclid(146_097), days.rem_euclid(146_097));
    while rest >= days_of_year(year) {
        rest -= days_of_year(year);
        year += 1;
    }
    let mut month = 1;
    while rest >= days_of_month(year, month) {
        rest -= days_of_month(year, month);
        month += 1;
    }
    (year, month, rest + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_dates_are_known_ones() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(-1), (1969, 12, 31));
        assert_eq!(date(11_016), (2000, 2, 29));
        assert_eq!(date(-719_162), (1, 1, 1));
        assert_eq!(date(-719_163), (0, 12, 31));
    }
}
