// SPDX-License-Identifier: Apache-2.0

//! Literals of dates, times and lengths of time: `date '…'`, `interval '…'`, and quoted literals in
//! a place of such a type.

use super::durations::{DurationError, nanoseconds_of};
use super::lengths;
use super::literals::constant;
use super::scope::Item;
use super::zone::FileZone;
use crate::ast;
use crate::diagnostic::{Diagnostic, Refusal, shortened};
use crate::hir::{Expr, ExprKind};
use crate::span::Span;
use engine::calendar::{TextError, date_of, time_of, timestamp_of};
use engine::schema::Type;

/// What is written where a text is no value of the type.
fn form_help(ty: Type) -> &'static str {
    match ty {
        Type::Date => "a DATE is written `'2024-01-31'`",
        Type::Time => "a TIME is written `'09:30:00'`, with up to nine digits after the seconds",
        _ => {
            "a TIMESTAMP is written `'2024-01-31 09:30:00'`, in the time zone of the file or \
             with an offset such as `+08:00`"
        }
    }
}

/// A quoted literal as a DATE, TIME or TIMESTAMP.
pub(super) fn literal(text: &str, ty: Type, span: Span, zone: &FileZone) -> Result<Expr, Refusal> {
    let trimmed = text.trim();
    let value = match ty {
        Type::Date => date_of(trimmed).map(i64::from),
        Type::Time => time_of(trimmed),
        _ => timestamp_of(trimmed, zone.at(span)),
    };
    let error = match value {
        Ok(value) => return Ok(constant(ExprKind::Number(value.into()), ty, span)),
        Err(error) => error,
    };
    let shown = shortened(text).escape_debug().to_string();
    let refusal = match error {
        TextError::Form => {
            let message = format!("`{shown}` is not a valid {ty}");
            Diagnostic::error("quoted-literal", message, span, format!("{ty} is needed here"))
                .help(remedy(trimmed, ty, zone.at(span)))
        }
        TextError::Range => {
            let message = format!("there is no {ty} `{shown}`");
            Diagnostic::error("literal-range", message, span, "").help(range_help(trimmed, ty))
        }
        TextError::Fraction => {
            let message = format!("`{shown}` has more than nine digits after its seconds");
            Diagnostic::error("literal-range", message, span, "shorter than a nanosecond")
        }
    };
    Err(Box::new(refusal))
}

/// The remedy for a text that has another form.
fn remedy(text: &str, ty: Type, zone: engine::calendar::Zone) -> String {
    const OF_THE_CLOCK: [&str; 6] = ["now", "today", "tomorrow", "yesterday", "allballs", "epoch"];
    if OF_THE_CLOCK.contains(&text.to_ascii_lowercase().as_str()) {
        return "rules have no clock: compare with a time that the message carries".to_owned();
    }
    if ty == Type::Date && timestamp_of(text, zone).is_ok() {
        return "a DATE has no time of day: leave it out, or write `timestamp '…'::date`"
            .to_owned();
    }
    if ty == Type::Timestamp && time_of(text).is_ok() {
        return "write `x::time` for the time of day of a TIMESTAMP".to_owned();
    }
    if ty == Type::Timestamp && text.parse::<i64>().is_ok() {
        return "a number of nanoseconds is written without quotes".to_owned();
    }
    form_help(ty).to_owned()
}

fn range_help(text: &str, ty: Type) -> String {
    let is_date = text.get(..10).is_some_and(|date| date_of(date).is_ok());
    match ty {
        Type::Timestamp if is_date => {
            "a TIMESTAMP is from 1677-09-21 to 2262-04-11, hours to 24, minutes and seconds to 59"
        }
        Type::Time => "hours are to 24:00:00, minutes and seconds to 59",
        _ => "the calendar has no such day",
    }
    .to_owned()
}

/// An INTERVAL literal, in nanoseconds.
pub(super) fn interval(text: &str, span: Span) -> Result<Expr, Refusal> {
    let error = match nanoseconds_of(text) {
        Ok(value) => return Ok(lengths::length(value.into(), span)),
        Err(error) => error,
    };
    let shown = shortened(text).escape_debug().to_string();
    const FORM: &str = "an interval is written `'5 minutes'`, `'02:30:00'` or `'1 day 02:00'`";
    let refusal = match error {
        DurationError::NoLength(unit) => {
            let message = format!("an interval in `{unit}` has no fixed length");
            Diagnostic::error("interval", message, span, "")
                .help("state weeks, days or less, such as `interval '30 days'`")
        }
        DurationError::Unit(unit) => {
            let message = format!("there is no unit of time `{unit}`");
            Diagnostic::error("interval", message, span, "").help(FORM)
        }
        DurationError::Form => {
            let message = format!("`{shown}` is not an interval");
            Diagnostic::error("interval", message, span, "").help(FORM)
        }
        DurationError::Range => {
            let message = format!("the interval `{shown}` does not fit 64 bits of nanoseconds");
            Diagnostic::error("literal-range", message, span, "the longest is 106751 days")
        }
        DurationError::Fraction => {
            let message = format!("`{shown}` is not a whole number of nanoseconds");
            Diagnostic::error("literal-range", message, span, "")
        }
    };
    Err(Box::new(refusal))
}

impl Item<'_> {
    /// Resolves `type 'text'`.
    pub(super) fn typed_literal(&mut self, ty: &ast::Name, text: &str, span: Span) -> Option<Expr> {
        let catalog = self.catalog;
        let ty = match ty.text.as_str() {
            "date" => Type::Date,
            "time" => Type::Time,
            "timestamp" => Type::Timestamp,
            _ => return self.check(interval(text, span)),
        };
        self.check(literal(text, ty, span, &catalog.zone))
    }
}
