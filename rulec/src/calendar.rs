// SPDX-License-Identifier: Apache-2.0

//! Functions of dates and times: their meaning on constants, and their names.

use engine::calendar::{Civil, DAY, Zone, instant, split};

/// A function of dates and times. A zone is that of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// The DATE of a TIMESTAMP.
    Date(Zone),
    /// The TIME of a TIMESTAMP.
    TimeOfDay(Zone),
    /// The TIMESTAMP of a DATE, at midnight or at a TIME that is given as well; `overflow` if it
    /// does not fit 64 bits.
    Instant(Zone),
    /// The year of a DATE. The year before 1 is -1.
    Year,
    /// The month of a DATE, 1 to 12.
    Month,
    /// The day of a DATE in its month, from 1.
    DayOfMonth,
    /// The day of a DATE in its year, from 1.
    DayOfYear,
    /// The days from the last Sunday to a DATE, 0 to 6.
    SinceSunday,
    /// The days from the last Monday to a DATE, 0 to 6.
    SinceMonday,
    /// The latest TIMESTAMP that is a multiple of so many nanoseconds and not after a TIMESTAMP;
    /// `overflow` if it does not fit 64 bits.
    Floor(i64),
    /// A TIME so many nanoseconds later; after midnight it begins again.
    Later,
    /// A TIME so many nanoseconds earlier; before midnight it begins again from the end.
    Earlier,
    /// A number of nanoseconds in a larger unit: the same stored number as a DECIMAL.
    InUnit,
}

/// The weekday of 1970-01-01, a Thursday, in days since Sunday.
pub const EPOCH_SINCE_SUNDAY: i64 = 4;
/// The same in days since Monday.
pub const EPOCH_SINCE_MONDAY: i64 = 3;

impl Calendar {
    /// The value for arguments that are constants; `None` is `overflow`.
    pub fn apply(self, arguments: &[i128]) -> Option<i128> {
        let argument = |index: usize| arguments.get(index).copied().unwrap_or(0);
        let first = argument(0);
        // The arguments are of the types that the functions take.
        let (date, timestamp) = (first as i32, first as i64);
        let value = match self {
            Calendar::Date(zone) => split(timestamp, zone).0.into(),
            Calendar::TimeOfDay(zone) => split(timestamp, zone).1.into(),
            Calendar::Instant(zone) => instant(date, argument(1) as i64, zone)?.into(),
            Calendar::Year => year_of(date).into(),
            Calendar::Month => Civil::of(date).month.into(),
            Calendar::DayOfMonth => Civil::of(date).day.into(),
            Calendar::DayOfYear => day_of_year(date),
            Calendar::SinceSunday => (first + i128::from(EPOCH_SINCE_SUNDAY)).rem_euclid(7),
            Calendar::SinceMonday => (first + i128::from(EPOCH_SINCE_MONDAY)).rem_euclid(7),
            Calendar::Floor(unit) => {
                let floor = first - first.rem_euclid(unit.into());
                i64::try_from(floor).ok()?.into()
            }
            Calendar::Later => (first + argument(1)).rem_euclid(DAY.into()),
            Calendar::Earlier => (first - argument(1)).rem_euclid(DAY.into()),
            Calendar::InUnit => first,
        };
        Some(value)
    }

    /// A text that differs between functions that differ.
    pub fn name(self) -> String {
        let name = match self {
            Calendar::Date(zone) => return format!("date[{}]", zone.hours()),
            Calendar::TimeOfDay(zone) => return format!("time[{}]", zone.hours()),
            Calendar::Instant(zone) => return format!("timestamp[{}]", zone.hours()),
            Calendar::Floor(unit) => return format!("floor[{unit}]"),
            Calendar::Year => "year",
            Calendar::Month => "month",
            Calendar::DayOfMonth => "day",
            Calendar::DayOfYear => "doy",
            Calendar::SinceSunday => "dow",
            Calendar::SinceMonday => "isodow",
            Calendar::Later => "later",
            Calendar::Earlier => "earlier",
            Calendar::InUnit => "unit",
        };
        name.to_owned()
    }
}

/// The year of a date, where the year before 1 is -1.
pub fn year_of(date: i32) -> i32 {
    let year = Civil::of(date).year;
    if year > 0 { year } else { year - 1 }
}

fn day_of_year(date: i32) -> i128 {
    /// The days of a year before each month, without a leap day.
    const BEFORE: [i128; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let Civil { year, month, day } = Civil::of(date);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let leap_day = i128::from(leap && month > 2);
    BEFORE[usize::from(month) - 1] + leap_day + i128::from(day)
}
