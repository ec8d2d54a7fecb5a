// SPDX-License-Identifier: Apache-2.0

//! Functions of dates and times as arithmetic on lanes and the divider.
//!
//! The divider truncates toward zero, and times before 1970 are negative; so each quotient is
//! corrected where the remainder is negative. Years are counted from March, so that a leap day is
//! the last of its year; 400 years are an *era*, after which the calendar repeats. Equal parts of
//! two functions of one time are computed once, since equal nodes of the flow are one node.

use super::context::Lowering;
use crate::calendar::{Calendar, EPOCH_SINCE_MONDAY, EPOCH_SINCE_SUNDAY};
use crate::flow::NodeId;
use crate::hir::Expr;
use engine::calendar::{DAY, DAYS_TO_1970, ERA_DAYS, Zone};
use engine::isa::Opcode;
use engine::value::{Value, Width};

/// Days from March to the end of December, in a year that begins in March.
const DAYS_TO_JANUARY: i64 = 306;
/// Months from March to the end of December.
const MONTHS_TO_JANUARY: i64 = 10;

/// A date in a year that begins in March.
struct MarchDate {
    /// The first year of its era, divided by 400.
    era: NodeId,
    /// The year in its era, 0 to 399.
    year: NodeId,
    /// `year / 4` and `year / 100`.
    leaps: [NodeId; 2],
    /// The day in the year, from 0.
    day: NodeId,
}

impl Lowering<'_> {
    /// A function of dates and times.
    pub(super) fn calendar(&mut self, function: Calendar, arguments: &[Expr]) -> NodeId {
        let nodes: Vec<NodeId> = arguments.iter().map(|argument| self.value(argument)).collect();
        let (Some(expr), Some(first)) = (arguments.first(), nodes.first().copied()) else {
            return self.null();
        };
        // Most dates are after the year 1, which saves the correction of a negative era.
        let least = self.interval(expr).low;
        let is_late = least >= -i128::from(DAYS_TO_1970);
        match function {
            Calendar::Date(zone) => self.split(first, zone).0,
            Calendar::TimeOfDay(zone) => self.split(first, zone).1,
            Calendar::Instant(zone) => self.instant(first, nodes.get(1).copied(), zone),
            Calendar::Year => {
                let year = self.year(first, is_late);
                if least >= -719_162 { year } else { self.without_year_0(year) }
            }
            Calendar::Month => {
                let date = self.march_date(first, is_late);
                let month = self.march_month(date.day);
                let (next, this) = (self.minus(month, 9), self.plus(month, 3));
                self.if_less(month, MONTHS_TO_JANUARY, this, next)
            }
            Calendar::DayOfMonth => {
                let date = self.march_date(first, is_late);
                let month = self.march_month(date.day);
                let days = self.times(month, 153);
                let days = self.plus(days, 2);
                let before = self.over(days, 5);
                let before = self.minus(before, 1);
                self.difference(date.day, before)
            }
            Calendar::DayOfYear => self.day_of_year(first, is_late),
            Calendar::SinceSunday => self.weekday(first, EPOCH_SINCE_SUNDAY),
            Calendar::SinceMonday => self.weekday(first, EPOCH_SINCE_MONDAY),
            Calendar::Floor(unit) => {
                let rest = self.floor_rest(first, unit);
                self.difference(first, rest)
            }
            Calendar::Later => self.shifted(first, nodes.get(1).copied(), Opcode::Add),
            Calendar::Earlier => self.shifted(first, nodes.get(1).copied(), Opcode::Sub),
            Calendar::InUnit => first,
        }
    }

    /// The date of a point in time in a zone, and its time of day there.
    fn split(&mut self, timestamp: NodeId, zone: Zone) -> (NodeId, NodeId) {
        let day = self.over(timestamp, DAY);
        let whole = self.times(day, DAY);
        let time = self.difference(timestamp, whole);
        // The remainder has the sign of the time, and the zone moves it by less than a day.
        let time = self.plus(time, zone.offset());
        let (earlier, before) = (self.minus(day, 1), self.plus(time, DAY));
        let (mut local_day, mut local_time) = (day, time);
        if zone.offset() > 0 {
            let (later, after) = (self.plus(day, 1), self.minus(time, DAY));
            local_day = self.if_less(time, DAY, day, later);
            local_time = self.if_less(time, DAY, time, after);
        }
        local_day = self.if_less(time, 0, earlier, local_day);
        local_time = self.if_less(time, 0, before, local_time);
        if zone.offset() < 0 {
            let (earlier, before) = (self.minus(day, 2), self.plus(time, 2 * DAY));
            local_day = self.if_less(time, -DAY, earlier, local_day);
            local_time = self.if_less(time, -DAY, before, local_time);
        }
        (local_day, local_time)
    }

    /// The point in time at a date and a time of day in a zone, midnight if there is none.
    ///
    /// The days are moved toward 0 and the rest takes what that changes, so that the product
    /// overflows only where the result does.
    fn instant(&mut self, mut date: NodeId, time: Option<NodeId>, zone: Zone) -> NodeId {
        let zero = self.flow.constant(Value::new(0));
        let time = time.unwrap_or(zero);
        if self.flow.facts(time).null {
            // Without a time of day there is no product that could overflow, but a date that is an
            // error stays one.
            let (known, null) = (self.op(Opcode::NotNull, &[time]), self.null());
            let without = self.sized(Opcode::Add, date, null, Width::W64);
            date = self.select(known, date, without);
        }
        let (later, earlier) = (self.plus(date, 2), self.minus(date, 1));
        let days = self.if_less(date, 0, later, earlier);
        let negative = self.minus(time, zone.offset() + 2 * DAY);
        let positive = self.minus(time, zone.offset() - DAY);
        let rest = self.if_less(date, 0, negative, positive);
        let days = self.times(days, DAY);
        self.sized(Opcode::Add, days, rest, Width::W64)
    }

    fn march_date(&mut self, date: NodeId, is_late: bool) -> MarchDate {
        let days = self.plus(date, DAYS_TO_1970);
        let dividend = if is_late {
            days
        } else {
            let below = self.minus(days, ERA_DAYS - 1);
            self.if_less(days, 0, below, days)
        };
        let era = self.over(dividend, ERA_DAYS);
        let before = self.times(era, ERA_DAYS);
        let day = self.difference(days, before);
        // Without the leap days, every year of the era has 365 days.
        let (fourth, hundredth) = (self.over(day, 1_460), self.over(day, 36_524));
        let without = self.difference(day, fourth);
        let without = self.sized(Opcode::Add, without, hundredth, Width::W64);
        let without_last = self.minus(without, 1);
        let without = self.if_less(day, ERA_DAYS - 1, without, without_last);
        let year = self.over(without, 365);
        let leaps = [self.over(year, 4), self.over(year, 100)];
        let whole = self.times(year, 365);
        let day = self.difference(day, whole);
        let day = self.difference(day, leaps[0]);
        let day = self.sized(Opcode::Add, day, leaps[1], Width::W64);
        MarchDate { era, year, leaps, day }
    }

    /// The month from March, from 0: five months have 153 days.
    fn march_month(&mut self, day: NodeId) -> NodeId {
        let days = self.times(day, 5);
        let days = self.plus(days, 2);
        self.over(days, 153)
    }

    fn year(&mut self, date: NodeId, is_late: bool) -> NodeId {
        let date = self.march_date(date, is_late);
        let before = self.times(date.era, 400);
        let year = self.sized(Opcode::Add, before, date.year, Width::W64);
        let next = self.plus(year, 1);
        self.if_less(date.day, DAYS_TO_JANUARY, year, next)
    }

    /// A year, where the year before 1 is -1.
    fn without_year_0(&mut self, year: NodeId) -> NodeId {
        let before = self.minus(year, 1);
        self.if_less(year, 1, before, year)
    }

    fn day_of_year(&mut self, date: NodeId, is_late: bool) -> NodeId {
        let date = self.march_date(date, is_late);
        let [zero, one] = [0, 1].map(|number| self.flow.constant(Value::new(number)));
        // A multiple of 100 has no leap day, unless it is the first year of its era.
        let by_100 = self.times(date.leaps[1], 100);
        let by_100 = self.op(Opcode::Eq, &[by_100, date.year]);
        let of_century = self.select(by_100, zero, one);
        let is_first = self.op(Opcode::Eq, &[date.year, zero]);
        let of_century = self.select(is_first, one, of_century);
        let by_4 = self.times(date.leaps[0], 4);
        let by_4 = self.op(Opcode::Eq, &[by_4, date.year]);
        let leap = self.select(by_4, of_century, zero);
        let from_march = self.plus(date.day, 60);
        let from_march = self.sized(Opcode::Add, from_march, leap, Width::W64);
        let to_march = self.minus(date.day, DAYS_TO_JANUARY - 1);
        self.if_less(date.day, DAYS_TO_JANUARY, from_march, to_march)
    }

    fn weekday(&mut self, date: NodeId, of_1970: i64) -> NodeId {
        let days = self.plus(date, of_1970);
        self.floor_rest(days, 7)
    }

    /// The remainder of a division that rounds down: 0 or more, and less than the divisor.
    fn floor_rest(&mut self, dividend: NodeId, divisor: i64) -> NodeId {
        let divisor_node = self.flow.constant(Value::new(divisor));
        let rest = self.op(Opcode::Rem, &[dividend, divisor_node]);
        let next = self.plus(rest, divisor);
        self.if_less(rest, 0, next, rest)
    }

    /// A time of day so many nanoseconds later or earlier.
    fn shifted(&mut self, time: NodeId, nanoseconds: Option<NodeId>, opcode: Opcode) -> NodeId {
        let Some(nanoseconds) = nanoseconds else { return time };
        let day = self.flow.constant(Value::new(DAY));
        let rest = self.op(Opcode::Rem, &[nanoseconds, day]);
        let time = self.sized(opcode, time, rest, Width::W64);
        let (before, after) = (self.plus(time, DAY), self.minus(time, DAY));
        let begun = self.if_less(time, DAY, time, after);
        self.if_less(time, 0, before, begun)
    }

    /// `yes` if a number is less than a bound, else `no`, which is NULL or an error if the number
    /// is.
    fn if_less(&mut self, number: NodeId, bound: i64, yes: NodeId, no: NodeId) -> NodeId {
        let bound = self.flow.constant(Value::new(bound));
        let is_less = self.op(Opcode::Lt, &[number, bound]);
        self.select(is_less, yes, no)
    }

    fn plus(&mut self, number: NodeId, constant: i64) -> NodeId {
        if constant == 0 {
            return number;
        }
        let constant = self.flow.constant(Value::new(constant));
        self.sized(Opcode::Add, number, constant, Width::W64)
    }

    fn minus(&mut self, number: NodeId, constant: i64) -> NodeId {
        self.plus(number, -constant)
    }

    fn times(&mut self, number: NodeId, constant: i64) -> NodeId {
        let constant = self.flow.constant(Value::new(constant));
        self.sized(Opcode::Mul, number, constant, Width::W64)
    }

    fn over(&mut self, number: NodeId, constant: i64) -> NodeId {
        let constant = self.flow.constant(Value::new(constant));
        self.sized(Opcode::Div, number, constant, Width::W64)
    }

    fn difference(&mut self, left: NodeId, right: NodeId) -> NodeId {
        self.sized(Opcode::Sub, left, right, Width::W64)
    }
}
