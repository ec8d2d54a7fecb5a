// SPDX-License-Identifier: Apache-2.0

//! Dates, times of day and points in time: how they are counted, and how they are written.
//!
//! | type | counts | from |
//! | --- | --- | --- |
//! | DATE | days | 1970-01-01 |
//! | TIME | nanoseconds | midnight, to 24:00:00 inclusive |
//! | TIMESTAMP | nanoseconds | 1970-01-01 00:00:00 UTC |
//!
//! Dates are of the Gregorian calendar, also before it was introduced. A rule file has one time
//! [`Zone`], in which its points in time are read as dates and times of day.

mod text;

pub use text::{TextError, date_of, push_date, push_time, time_of, timestamp_of};

/// Nanoseconds of a second.
pub const SECOND: i64 = 1_000_000_000;
/// Nanoseconds of a minute.
pub const MINUTE: i64 = 60 * SECOND;
/// Nanoseconds of an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Nanoseconds of a day.
pub const DAY: i64 = 24 * HOUR;

/// Days from 0000-03-01 to 1970-01-01. A year that begins in March ends with the leap day.
pub const DAYS_TO_1970: i64 = 719_468;
/// Days of 400 years, after which the calendar repeats.
pub const ERA_DAYS: i64 = 146_097;

/// A time zone: whole hours east of UTC, all year round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Zone(i8);

impl Zone {
    /// The most hours east or west.
    pub const HOURS_MAX: i8 = 15;
    /// No offset.
    pub const UTC: Zone = Zone(0);

    /// The zone so many hours east; `None` beyond [`Zone::HOURS_MAX`].
    pub fn new(hours: i64) -> Option<Zone> {
        let hours = i8::try_from(hours).ok()?;
        (hours.unsigned_abs() <= Zone::HOURS_MAX.unsigned_abs()).then_some(Zone(hours))
    }

    /// The hours east of UTC.
    pub fn hours(self) -> i8 {
        self.0
    }

    /// The nanoseconds east of UTC.
    pub fn offset(self) -> i64 {
        i64::from(self.0) * HOUR
    }
}

/// A date as year, month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// The year. 0 is the year 1 BC, which has no year 0 after it.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Civil {
    /// The date so many days after 1970-01-01.
    pub fn of(days: i32) -> Civil {
        let days = i64::from(days) + DAYS_TO_1970;
        let (era, day) = (days.div_euclid(ERA_DAYS), days.rem_euclid(ERA_DAYS));
        // Without the leap days, every year of the era has 365 days.
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        // From March, 153 days are five months.
        let month = (5 * day + 2) / 153;
        let next = i64::from(month >= 10);
        Civil {
            year: (400 * era + year + next) as i32,
            month: (month + 3 - 12 * next) as u8,
            day: (day - (153 * month + 2) / 5 + 1) as u8,
        }
    }

    /// The days from 1970-01-01 to this date; `None` if there is no such date, or if the days do
    /// not fit 32 bits.
    pub fn days(self) -> Option<i32> {
        if !(1..=12).contains(&self.month) || self.day == 0 {
            return None;
        }
        let before_march = self.month < 3;
        let years = i64::from(self.year) - i64::from(before_march);
        let month = i64::from(self.month) + if before_march { 9 } else { -3 };
        let (era, year) = (years.div_euclid(400), years.rem_euclid(400));
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day = 365 * year + year / 4 - year / 100 + of_year;
        let days = i32::try_from(ERA_DAYS * era + day - DAYS_TO_1970).ok()?;
        // A day that the month does not have is one of the next month.
        (Civil::of(days) == self).then_some(days)
    }
}

/// The date of a TIMESTAMP in a zone, and its time of day there.
pub fn split(timestamp: i64, zone: Zone) -> (i32, i64) {
    let local = i128::from(timestamp) + i128::from(zone.offset());
    let (days, time) = (local.div_euclid(DAY.into()), local.rem_euclid(DAY.into()));
    (days as i32, time as i64)
}

/// The TIMESTAMP at a time of day in a zone; `None` if it does not fit 64 bits.
pub fn instant(date: i32, time: i64, zone: Zone) -> Option<i64> {
    let local = i128::from(date) * i128::from(DAY) + i128::from(time);
    i64::try_from(local - i128::from(zone.offset())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(year: i32, month: u8, day: u8) -> Option<i32> {
        Civil { year, month, day }.days()
    }

    #[test]
    fn dates_are_counted_one_by_one() {
        let mut expected = Civil { year: 1599, month: 12, day: 31 };
        let first = expected.days().expect("it is a date");
        for count in first..first + 900 * 366 {
            assert_eq!(Civil::of(count), expected);
            assert_eq!(expected.days(), Some(count));
            let Civil { year, month, day } = expected;
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let last = match month {
                2 => 28 + u8::from(leap),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            expected = match (month, day) {
                (12, 31) => Civil { year: year + 1, month: 1, day: 1 },
                _ if day == last => Civil { year, month: month + 1, day: 1 },
                _ => Civil { year, month, day: day + 1 },
            };
        }
    }

    #[test]
    fn known_dates_have_known_days() {
        assert_eq!(days(1970, 1, 1), Some(0));
        assert_eq!(days(1969, 12, 31), Some(-1));
        assert_eq!(days(1, 1, 1), Some(-719_162));
        assert_eq!(days(0, 12, 31), Some(-719_163));
        assert_eq!(days(2000, 2, 29), Some(11_016));
        assert_eq!(days(1900, 2, 29), None);
        assert_eq!(days(2024, 4, 31), None);
        assert_eq!(days(2024, 13, 1), None);
        for end in [i32::MIN, i32::MAX] {
            assert_eq!(Civil::of(end).days(), Some(end));
        }
        assert_eq!(Civil::of(i32::MIN), Civil { year: -5_877_641, month: 6, day: 23 });
        assert_eq!(Civil::of(i32::MAX), Civil { year: 5_881_580, month: 7, day: 11 });
    }

    #[test]
    fn points_in_time_have_a_date_and_a_time() {
        let east = Zone::new(8).expect("8 is a zone");
        let west = Zone::new(-15).expect("-15 is a zone");
        assert_eq!(Zone::new(16), None);
        assert_eq!(split(-1, Zone::UTC), (-1, DAY - 1));
        assert_eq!(split(16 * HOUR, east), (1, 0));
        assert_eq!(split(-1, west), (-1, 9 * HOUR - 1));
        for zone in [Zone::UTC, east, west] {
            for timestamp in [i64::MIN, -1, 0, 1, i64::MAX] {
                let (date, time) = split(timestamp, zone);
                assert_eq!(instant(date, time, zone), Some(timestamp));
            }
        }
        // 1677-09-21 00:12:43.145224192 is the first point in time.
        assert_eq!(instant(-106_752, 0, Zone::UTC), None);
        assert_eq!(instant(-106_752, HOUR, Zone::UTC), Some(-106_751 * DAY - 23 * HOUR));
        assert_eq!(instant(106_752, 0, Zone::UTC), None);
    }
}
