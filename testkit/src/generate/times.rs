// SPDX-License-Identifier: Apache-2.0

//! Random expressions of the types DATE, TIME and TIMESTAMP, and numbers computed from them.

use super::domains;
use super::scope::{Maker, Number};
use engine::schema::Type;

const ORDERS: [&str; 6] = ["=", "<>", "<", "<=", ">", ">="];

/// Fields of a date, whose numbers have no digits after the point.
const DATE_FIELDS: [&str; 10] =
    ["year", "quarter", "month", "week", "isoyear", "day", "doy", "dow", "isodow", "epoch"];
/// Fields of a time of day, and the digits after the point.
const TIME_FIELDS: [(&str, u8); 6] = [
    ("hour", 0),
    ("minute", 0),
    ("second", 9),
    ("milliseconds", 6),
    ("microseconds", 3),
    ("epoch", 9),
];
const UNITS: [&str; 9] =
    ["year", "month", "week", "day", "hour", "minute", "second", "milliseconds", "microseconds"];

impl Maker<'_> {
    /// A value of one of the three types, if a column or field that it can come from can be named
    /// here. No literal has such a type by itself.
    pub fn time_of(&mut self, ty: Type, depth: usize) -> Option<String> {
        match ty {
            Type::Date => self.date(depth),
            Type::Time => self.time_of_day(depth),
            _ => self.time(depth),
        }
    }

    /// A value of one of the three types, or a literal in a place that requires the type.
    pub fn time_of_or_literal(&mut self, ty: Type, depth: usize) -> String {
        if self.rng.percent(65)
            && let Some(time) = self.time_of(ty, depth)
        {
            return time;
        }
        let held = domains::number(ty, domains::SPREAD, self.rng);
        if ty == Type::Timestamp && self.rng.percent(50) {
            return domains::integer_literal(held);
        }
        let quoted = domains::time_literal(held, ty);
        if self.rng.percent(50) { quoted } else { format!("{ty} {quoted}") }
    }

    /// A date.
    fn date(&mut self, depth: usize) -> Option<String> {
        let leaf = self.name(|ty| ty == Type::Date);
        if !self.spend(depth) || leaf.is_some() && self.rng.percent(40) {
            return leaf.map(|named| named.text);
        }
        let depth = depth - 1;
        if leaf.is_none() || self.rng.percent(35) {
            return self.time(depth).map(|time| format!("({time})::date"));
        }
        let leaf = leaf?.text;
        Some(match self.rng.below(8) {
            0..4 => {
                let op = if self.rng.percent(50) { "+" } else { "-" };
                format!("({leaf} {op} {})", self.integer(depth))
            }
            4 | 5 => {
                format!("coalesce({leaf}, {})", self.time_of_or_literal(Type::Date, depth))
            }
            6 => {
                let other = self.time_of_or_literal(Type::Date, depth);
                let function = *self.rng.pick(&["greatest", "least"]);
                format!("{function}({leaf}, {other})")
            }
            _ => self.time_aggregate(Type::Date, depth).unwrap_or(leaf),
        })
    }

    /// A time of day.
    fn time_of_day(&mut self, depth: usize) -> Option<String> {
        let leaf = self.name(|ty| ty == Type::Time);
        if !self.spend(depth) || leaf.is_some() && self.rng.percent(40) {
            return leaf.map(|named| named.text);
        }
        let depth = depth - 1;
        if leaf.is_none() || self.rng.percent(35) {
            return self.time(depth).map(|time| format!("({time})::time"));
        }
        let leaf = leaf?.text;
        Some(match self.rng.below(8) {
            0..4 => {
                let op = if self.rng.percent(50) { "+" } else { "-" };
                format!("({leaf} {op} {})", self.length(depth))
            }
            4 | 5 => {
                format!("coalesce({leaf}, {})", self.time_of_or_literal(Type::Time, depth))
            }
            6 => {
                let arms = vec![leaf];
                let other = self.time_of_or_literal(Type::Time, depth);
                self.case_text(arms, &format!("else {other}"), depth)
            }
            _ => self.time_aggregate(Type::Time, depth).unwrap_or(leaf),
        })
    }

    /// A length of time.
    pub fn length(&mut self, depth: usize) -> String {
        let literal = *self.rng.pick(&[
            "interval '5 minutes'",
            "interval '1 day'",
            "interval '02:30:00'",
            "interval '-1 day 02:00'",
            "interval '1us'",
            "(2 * interval '7 hours')",
        ]);
        if self.rng.percent(50) { literal.to_owned() } else { self.integer(depth) }
    }

    /// A TIMESTAMP that comes from a date, or whose digits are cut.
    pub fn derived_time(&mut self, leaf: Option<&str>, depth: usize) -> Option<String> {
        match (leaf, self.rng.below(4)) {
            (Some(leaf), 0 | 1) => {
                let unit = *self.rng.pick(&UNITS);
                Some(format!("date_trunc('{unit}', {leaf})"))
            }
            (_, 2) => {
                let (date, time) = (self.date(depth)?, self.time_of_day(depth)?);
                let (left, right) = if self.rng.percent(50) { (date, time) } else { (time, date) };
                Some(format!("({left} + {right})"))
            }
            _ => {
                let date = self.date(depth)?;
                Some(match self.rng.below(3) {
                    0 => format!("({date})::timestamp"),
                    1 => format!("({date} + interval '90 minutes')"),
                    _ => {
                        let unit = *self.rng.pick(&UNITS);
                        format!("date_trunc('{unit}', {date})")
                    }
                })
            }
        }
    }

    /// A number computed from dates and times, if there are any.
    pub fn number_of_times(&mut self, depth: usize) -> Option<Number> {
        let of = |text: String, scale| Some(Number { text, scale, literal: false });
        let ty = *self.rng.pick(&[Type::Date, Type::Time, Type::Timestamp]);
        let time = self.time_of(ty, depth)?;
        if self.rng.percent(30) {
            let other = self.time_of(ty, depth)?;
            return of(format!("({time} - {other})"), None);
        }
        let of_date = ty == Type::Date || ty == Type::Timestamp && self.rng.percent(50);
        let (field, scale) = match of_date {
            true => {
                let field = *self.rng.pick(&DATE_FIELDS);
                let has_seconds = field == "epoch" && ty == Type::Timestamp;
                (field, if has_seconds { 9 } else { 0 })
            }
            false => *self.rng.pick(&TIME_FIELDS),
        };
        of(format!("extract({field} from {time})"), Some(scale))
    }

    /// A comparison of dates or times, if there are any.
    pub fn comparison_of_times(&mut self, depth: usize) -> Option<String> {
        let ty = *self.rng.pick(&[Type::Date, Type::Time, Type::Timestamp, Type::Date]);
        let left = self.time_of(ty, depth)?;
        if ty == Type::Date
            && self.rng.percent(25)
            && let Some(time) = self.time(depth)
        {
            return Some(match self.rng.percent(50) {
                true => format!("({left} {} {time})", self.rng.pick(&ORDERS)),
                false => format!("({time} {} {left})", self.rng.pick(&ORDERS)),
            });
        }
        let right = self.time_of_or_literal(ty, depth);
        Some(match self.rng.below(6) {
            0 => {
                let other = self.time_of_or_literal(ty, depth.min(1));
                format!("({left} between {right} and {other})")
            }
            1 => {
                let other = self.time_of_or_literal(ty, depth.min(1));
                format!("({left} in ({right}, {other}))")
            }
            2 => format!("({left} is distinct from {right})"),
            _ => format!("({left} {} {right})", self.rng.pick(&ORDERS)),
        })
    }
}
