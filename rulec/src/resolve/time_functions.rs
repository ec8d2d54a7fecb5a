// SPDX-License-Identifier: Apache-2.0

//! `extract(field from time)` and `date_trunc('unit', time)`.
//!
//! As in PostgreSQL the result of `extract` is a DECIMAL: without digits after the point for a
//! field that is whole, and with those of nanoseconds for one that is not.

use super::constants::arith;
use super::digits::decimal;
use super::durations::Unit;
use super::literals::{constant, is_null};
use super::rescale::convert;
use super::scope::Item;
use super::suggest;
use super::times::{apply, as_time, at_midnight};
use crate::ast;
use crate::calendar::Calendar;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{ArithOp, Expr, ExprKind};
use crate::span::Span;
use engine::calendar::{HOUR, MINUTE, SECOND};
use engine::schema::Type;

/// Digits after the point of seconds.
const SECOND_DIGITS: u8 = 9;
/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;

/// A field of a date.
#[derive(Clone, Copy)]
enum DateField {
    Year,
    Quarter,
    Month,
    Week,
    IsoYear,
    Day,
    DayOfYear,
    DayOfWeek,
    IsoDayOfWeek,
}

/// A field of a time of day.
#[derive(Clone, Copy)]
enum TimeField {
    Hour,
    Minute,
    /// The seconds of a minute in a unit, and the digits after the point that nanoseconds have.
    Seconds(u8),
}

/// What `extract` extracts.
#[derive(Clone, Copy)]
enum Field {
    Date(DateField),
    Time(TimeField),
    Epoch,
}

/// The fields by the names that are not units.
const NAMED: [(&str, Field); 6] = [
    ("dow", Field::Date(DateField::DayOfWeek)),
    ("isodow", Field::Date(DateField::IsoDayOfWeek)),
    ("doy", Field::Date(DateField::DayOfYear)),
    ("isoyear", Field::Date(DateField::IsoYear)),
    ("week", Field::Date(DateField::Week)),
    ("epoch", Field::Epoch),
];

const FIELDS: [&str; 15] = [
    "year",
    "quarter",
    "month",
    "week",
    "isoyear",
    "day",
    "doy",
    "dow",
    "isodow",
    "hour",
    "minute",
    "second",
    "milliseconds",
    "microseconds",
    "epoch",
];

impl Field {
    fn of(name: &str) -> Option<Field> {
        if let Some((_, field)) = NAMED.iter().find(|(text, _)| *text == name) {
            return Some(*field);
        }
        Some(match Unit::of(name)? {
            Unit::Microsecond => Field::Time(TimeField::Seconds(SECOND_DIGITS - 6)),
            Unit::Millisecond => Field::Time(TimeField::Seconds(SECOND_DIGITS - 3)),
            Unit::Second => Field::Time(TimeField::Seconds(SECOND_DIGITS)),
            Unit::Minute => Field::Time(TimeField::Minute),
            Unit::Hour => Field::Time(TimeField::Hour),
            Unit::Day => Field::Date(DateField::Day),
            Unit::Week => Field::Date(DateField::Week),
            Unit::Month => Field::Date(DateField::Month),
            Unit::Quarter => Field::Date(DateField::Quarter),
            Unit::Year => Field::Date(DateField::Year),
            Unit::Decade | Unit::Century | Unit::Millennium => return None,
        })
    }
}

/// What to write instead of a function of PostgreSQL that is left out.
pub(super) fn instead_of(function: &str) -> Option<&'static str> {
    let help = match function {
        "now"
        | "clock_timestamp"
        | "statement_timestamp"
        | "transaction_timestamp"
        | "getdate"
        | "sysdate" => NO_CLOCK,
        "date_part" => "write `extract(field from time)`, such as `extract(hour from time)`",
        "age" => "a difference of times is a number of nanoseconds: `later - earlier`",
        "to_timestamp" => {
            "`timestamp '1970-01-01 00:00Z' + n * interval '1 second'` is n seconds after 1970"
        }
        _ => return None,
    };
    Some(help)
}

/// The help for the current time.
pub(super) const NO_CLOCK: &str =
    "rules have no clock: compare with a time that the message carries";

fn number(value: i64, span: Span) -> Expr {
    constant(ExprKind::Number(value.into()), Type::Int8, span)
}

/// `left op value`, of type `ty`.
fn with_number(op: ArithOp, left: Expr, value: i64, ty: Type) -> Result<Expr, Refusal> {
    let span = left.span;
    arith(op, left, number(value, span), ty, span)
}

/// A function of a DATE whose result is a number.
fn of_date(function: Calendar, date: Expr) -> Result<Expr, Refusal> {
    let span = date.span;
    apply(function, vec![date], Type::Int8, span)
}

impl Item<'_> {
    /// Resolves `extract(field from source)`.
    pub(super) fn extract(
        &mut self,
        field: &ast::Name,
        source: &ast::Expr,
        span: Span,
    ) -> Option<Expr> {
        let source = self.expr(source);
        let Some(found) = Field::of(&field.text) else {
            let message = format!("`extract` has no field `{}`", field.text);
            let error = Diagnostic::error("unknown-field", message, field.span, "unknown field");
            let error = suggest::propose(error, field, FIELDS);
            return self.refuse(match error.help {
                Some(_) => error,
                None => error.help(format!("there are {}", suggest::list(FIELDS))),
            });
        };
        let source = Expr { span, ..source? };
        if let (Field::Epoch, true) = (found, source.ty.is_integer()) {
            // A length of time.
            let ty = decimal(10, SECOND_DIGITS);
            let length = convert(source, Type::Int8);
            return self.check(apply(Calendar::InUnit, vec![length], ty, span));
        }
        let source = self.time_operand(source, "`extract`")?;
        if is_null(&source) {
            return Some(Expr { ty: decimal(1, 0), ..source });
        }
        match (found, source.ty) {
            (Field::Epoch, _) => self.check(epoch(source)),
            (Field::Date(_), Type::Time) | (Field::Time(_), Type::Date) => {
                let message = format!("a {} has no `{}`", source.ty, field.text);
                self.refuse(Diagnostic::error("type-mismatch", message, field.span, ""))
            }
            (Field::Date(field), _) => {
                let date = self.part(source, Type::Date)?;
                self.date_field(field, date)
            }
            (Field::Time(field), _) => {
                let time = self.part(source, Type::Time)?;
                self.time_field(field, convert(time, Type::Int8))
            }
        }
    }

    /// The date or the time of day of a TIMESTAMP, or a value that is one.
    fn part(&mut self, value: Expr, ty: Type) -> Option<Expr> {
        if value.ty == ty {
            return Some(value);
        }
        let zone = &self.catalog.zone;
        let part = as_time(value, ty, zone)?;
        self.check(part)
    }

    fn date_field(&mut self, field: DateField, date: Expr) -> Option<Expr> {
        let span = date.span;
        let (function, digits) = match field {
            DateField::Year => (Calendar::Year, 7),
            DateField::Month => (Calendar::Month, 2),
            DateField::Day => (Calendar::DayOfMonth, 2),
            DateField::DayOfYear => (Calendar::DayOfYear, 3),
            DateField::DayOfWeek => (Calendar::SinceSunday, 1),
            DateField::IsoDayOfWeek => {
                let days = self.check(of_date(Calendar::SinceMonday, date))?;
                return self.check(with_number(ArithOp::Add, days, 1, decimal(1, 0)));
            }
            DateField::Quarter => {
                let month = self.check(of_date(Calendar::Month, date))?;
                let month = self.check(with_number(ArithOp::Add, month, 2, Type::Int8))?;
                return self.check(with_number(ArithOp::Div, month, 3, decimal(1, 0)));
            }
            DateField::Week => {
                let thursday = self.thursday(date)?;
                let day = self.check(of_date(Calendar::DayOfYear, thursday))?;
                let day = self.check(with_number(ArithOp::Add, day, 6, Type::Int8))?;
                return self.check(with_number(ArithOp::Div, day, 7, decimal(2, 0)));
            }
            DateField::IsoYear => {
                let thursday = self.thursday(date)?;
                return self.check(apply(Calendar::Year, vec![thursday], decimal(7, 0), span));
            }
        };
        self.check(apply(function, vec![date], decimal(digits, 0), span))
    }

    /// The Thursday of the week of a date, whose year is the year of the week.
    fn thursday(&mut self, date: Expr) -> Option<Expr> {
        let monday = self.first_day(date, Calendar::SinceMonday, 0)?;
        self.check(with_number(ArithOp::Add, monday, 3, Type::Date))
    }

    /// The date earlier by a function of it, which counts from `first`.
    fn first_day(&mut self, date: Expr, function: Calendar, first: i64) -> Option<Expr> {
        let span = date.span;
        let copy = self.copy(&date)?;
        let mut days = self.check(of_date(function, copy))?;
        if first != 0 {
            days = self.check(with_number(ArithOp::Sub, days, first, Type::Int8))?;
        }
        self.check(arith(ArithOp::Sub, date, days, Type::Date, span))
    }

    /// A field of some nanoseconds since midnight.
    fn time_field(&mut self, field: TimeField, time: Expr) -> Option<Expr> {
        let span = time.span;
        match field {
            TimeField::Hour => self.check(with_number(ArithOp::Div, time, HOUR, decimal(2, 0))),
            TimeField::Minute => {
                let minutes = self.check(with_number(ArithOp::Div, time, MINUTE, Type::Int8))?;
                self.check(with_number(ArithOp::Rem, minutes, 60, decimal(2, 0)))
            }
            TimeField::Seconds(scale) => {
                let seconds = self.check(with_number(ArithOp::Rem, time, MINUTE, Type::Int8))?;
                let ty = decimal(2 + SECOND_DIGITS - scale, scale);
                self.check(apply(Calendar::InUnit, vec![seconds], ty, span))
            }
        }
    }

    /// Resolves `date_trunc('unit', time)`; the values are its arguments.
    pub(super) fn date_trunc(&mut self, unit: &Expr, time: Expr, span: Span) -> Option<Expr> {
        let ExprKind::Text(name) = &unit.kind else {
            let message = "the unit of `date_trunc` must be a literal";
            return self.refuse(
                Diagnostic::error("arguments", message, unit.span, "")
                    .help("write for example `date_trunc('day', time)`"),
            );
        };
        let found = Unit::of(&name.trim().to_ascii_lowercase());
        let time = Expr { span, ..self.time_operand(time, "`date_trunc`")? };
        if time.ty == Type::Time {
            let message = "`date_trunc` is not defined on TIME";
            return self.refuse(
                Diagnostic::error("type-mismatch", message, time.span, "this is TIME")
                    .help("`extract(hour from time)` is the hour as a number"),
            );
        }
        if is_null(&time) {
            return Some(Expr { ty: Type::Timestamp, ..time });
        }
        match found {
            Some(
                unit @ (Unit::Microsecond
                | Unit::Millisecond
                | Unit::Second
                | Unit::Minute
                | Unit::Hour),
            ) => self.floor(time, unit.nanoseconds()?),
            Some(Unit::Day) => self.first_of(time, None),
            Some(Unit::Week) => self.first_of(time, Some((Calendar::SinceMonday, 0))),
            Some(Unit::Month) => self.first_of(time, Some((Calendar::DayOfMonth, 1))),
            Some(Unit::Year) => self.first_of(time, Some((Calendar::DayOfYear, 1))),
            Some(Unit::Quarter | Unit::Decade | Unit::Century | Unit::Millennium) | None => {
                const UNITS: [&str; 9] = [
                    "year",
                    "month",
                    "week",
                    "day",
                    "hour",
                    "minute",
                    "second",
                    "milliseconds",
                    "microseconds",
                ];
                let message = format!("`date_trunc` has no unit `{}`", name.escape_debug());
                let help = suggest::did_you_mean(name, UNITS)
                    .unwrap_or_else(|| format!("there are {}", suggest::list(UNITS)));
                self.refuse(
                    Diagnostic::error("unknown-field", message, unit.span, "unknown unit")
                        .help(help),
                )
            }
        }
    }

    /// The midnight of the first day of a period, which a function of the date finds.
    fn first_of(&mut self, time: Expr, period: Option<(Calendar, i64)>) -> Option<Expr> {
        let mut date = self.part(time, Type::Date)?;
        if let Some((function, first)) = period {
            date = self.first_day(date, function, first)?;
        }
        let zone = &self.catalog.zone;
        self.check(at_midnight(date, zone))
    }

    /// A time at the last multiple of a unit. A zone is a whole number of hours, and so of units.
    fn floor(&mut self, time: Expr, unit: i64) -> Option<Expr> {
        let span = time.span;
        if time.ty == Type::Date {
            let zone = &self.catalog.zone;
            return self.check(at_midnight(time, zone));
        }
        self.check(apply(Calendar::Floor(unit), vec![time], Type::Timestamp, span))
    }
}

/// The seconds since 1970, since midnight, or to a date.
fn epoch(time: Expr) -> Result<Expr, Refusal> {
    let span = time.span;
    let (is_date, whole) = match time.ty {
        Type::Date => (true, 15),
        Type::Time => (false, 5),
        _ => (false, 10),
    };
    let count = convert(time, Type::Int8);
    if is_date {
        return with_number(ArithOp::Mul, count, DAY_SECONDS, decimal(whole, 0));
    }
    apply(Calendar::InUnit, vec![count], decimal(whole, SECOND_DIGITS), span)
}

const _: () = assert!(SECOND == 10_i64.pow(SECOND_DIGITS as u32));
