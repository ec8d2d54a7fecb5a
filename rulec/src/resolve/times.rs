// SPDX-License-Identifier: Apache-2.0

//! Dates, times and lengths of time in expressions: casts, arithmetic and comparisons.
//!
//! A length of time is an INT8 of nanoseconds, so its type does not tell it from a number of days.
//! Where the two would be confused, its form does: an INTERVAL literal, or a difference of times.

use super::constants::arith;
use super::lengths::is_length;
use super::literals::{boolean, constant, is_null};
use super::rescale::convert;
use super::scope::Item;
use super::time_literals;
use super::zone::FileZone;
use crate::calendar::Calendar;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{ArithOp, CompareOp, Expr, ExprKind, Function};
use crate::span::Span;
use engine::schema::Type;

/// A function of dates and times. That of literals is computed here.
pub(super) fn apply(
    function: Calendar,
    arguments: Vec<Expr>,
    ty: Type,
    span: Span,
) -> Result<Expr, Refusal> {
    let held = |argument: &Expr| match argument.kind {
        ExprKind::Number(held) => Some(held),
        _ => None,
    };
    if let Some(constants) = arguments.iter().map(held).collect::<Option<Vec<i128>>>() {
        return match function.apply(&constants) {
            Some(value) => Ok(constant(ExprKind::Number(value), ty, span)),
            None => {
                let message = "the value of this constant is not a TIMESTAMP";
                Err(Box::new(
                    Diagnostic::error("constant-overflow", message, span, "always `overflow`")
                        .help("a TIMESTAMP is from 1677-09-21 to 2262-04-11"),
                ))
            }
        };
    }
    let nullable = arguments.iter().any(|argument| argument.nullable);
    Ok(Expr { kind: ExprKind::Calendar(function, arguments), ty, nullable, span })
}

/// The TIMESTAMP of a DATE at midnight.
pub(super) fn at_midnight(date: Expr, zone: &FileZone) -> Result<Expr, Refusal> {
    let span = date.span;
    apply(Calendar::Instant(zone.at(span)), vec![date], Type::Timestamp, span)
}

/// A value as another type of date or time; `None` if no cast does that.
pub(super) fn as_time(value: Expr, ty: Type, zone: &FileZone) -> Option<Result<Expr, Refusal>> {
    let span = value.span;
    match (value.ty, ty) {
        (Type::Date, Type::Timestamp) => Some(at_midnight(value, zone)),
        (Type::Timestamp, Type::Date) => {
            Some(apply(Calendar::Date(zone.at(span)), vec![value], ty, span))
        }
        (Type::Timestamp, Type::Time) => {
            Some(apply(Calendar::TimeOfDay(zone.at(span)), vec![value], ty, span))
        }
        _ => None,
    }
}

/// Whether an expression is a number of days by its form.
fn is_days(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Arith(ArithOp::Sub, l, r) => (l.ty, r.ty) == (Type::Date, Type::Date),
        ExprKind::Function(Function::Abs, list) => list.iter().all(is_days),
        _ => false,
    }
}

/// `left op right`, where one side is a date or a time; `written` is the operator.
pub(super) fn arithmetic(
    op: ArithOp,
    written: &str,
    left: Expr,
    right: Expr,
    span: Span,
    zone: &FileZone,
) -> Result<Expr, Refusal> {
    use Type::{Date, Time, Timestamp};
    let left = match left.kind {
        // What something is subtracted from is of its type.
        ExprKind::Null if op == ArithOp::Sub => Expr { ty: right.ty, ..left },
        _ => opened(op, left, right.ty, zone)?,
    };
    let right = opened(op, right, left.ty, zone)?;
    let (l, r) = (left.ty, right.ty);
    let adds = matches!(op, ArithOp::Add | ArithOp::Sub);
    match (l, op, r) {
        (Date | Timestamp, _, r) if adds && r.is_integer() => arith(op, left, right, l, span),
        (l, ArithOp::Add, Date | Timestamp) if l.is_integer() => arith(op, right, left, r, span),
        (Time, _, r) if adds && r.is_integer() => {
            let function = if op == ArithOp::Add { Calendar::Later } else { Calendar::Earlier };
            apply(function, vec![left, right], Time, span)
        }
        (l, ArithOp::Add, Time) if l.is_integer() => {
            apply(Calendar::Later, vec![right, left], Time, span)
        }
        (Date, ArithOp::Add, Time) => {
            apply(Calendar::Instant(zone.at(span)), vec![left, right], Timestamp, span)
        }
        (Time, ArithOp::Add, Date) => {
            apply(Calendar::Instant(zone.at(span)), vec![right, left], Timestamp, span)
        }
        (Timestamp, _, Time) if adds => {
            arith(op, left, convert(right, Type::Int8), Timestamp, span)
        }
        (Time, ArithOp::Add, Timestamp) => {
            arith(op, right, convert(left, Type::Int8), Timestamp, span)
        }
        (Date, ArithOp::Sub, Time) => {
            let midnight = at_midnight(left, zone)?;
            arith(op, midnight, convert(right, Type::Int8), Timestamp, span)
        }
        (l, ArithOp::Sub, r) if l == r => arith(op, left, right, Type::Int8, span),
        (Timestamp, ArithOp::Sub, Date) => {
            arith(op, left, at_midnight(right, zone)?, Type::Int8, span)
        }
        (Date, ArithOp::Sub, Timestamp) => {
            arith(op, at_midnight(left, zone)?, right, Type::Int8, span)
        }
        _ => Err(no_arithmetic(written, &left, &right)),
    }
}

/// An operand whose type is open, `null` or a quoted literal, beside one of type `other`: what is
/// added to a time is a length of time, what is subtracted from one is a time. `null` is a number.
/// A quoted literal that is added to a DATE could be several things, in PostgreSQL too.
fn opened(op: ArithOp, operand: Expr, other: Type, zone: &FileZone) -> Result<Expr, Refusal> {
    match &operand.kind {
        ExprKind::Null if other.is_time() => Ok(Expr { ty: Type::Int8, ..operand }),
        ExprKind::Text(text) if other.is_time() => match op {
            ArithOp::Sub => subtracted(text, other, operand.span, zone),
            _ if other == Type::Date => {
                let message = "what is added to a DATE must have a type";
                Err(Box::new(
                    Diagnostic::error("type-mismatch", message, operand.span, "its type is open")
                        .help("write a number of days, `interval '…'` or `time '…'`"),
                ))
            }
            _ => time_literals::interval(text, operand.span),
        },
        _ => Ok(operand),
    }
}

/// A quoted literal that is subtracted from a time, or a time from it.
fn subtracted(text: &str, ty: Type, span: Span, zone: &FileZone) -> Result<Expr, Refusal> {
    time_literals::literal(text, ty, span, zone).map_err(|mut refusal| {
        if time_literals::interval(text, span).is_ok() {
            refusal.help = Some(format!("an interval is written `interval '{}'`", text.trim()));
        }
        refusal
    })
}

fn no_arithmetic(written: &str, left: &Expr, right: &Expr) -> Refusal {
    let message = format!("`{written}` cannot combine {} with {}", left.ty, right.ty);
    let label = format!("this is {}", right.ty);
    let has = |ty| left.ty == ty || right.ty == ty;
    let help = if has(Type::Timestamp) {
        "a TIMESTAMP plus or minus an integer of nanoseconds, or an interval, is a TIMESTAMP; \
         TIMESTAMP minus TIMESTAMP is nanoseconds"
    } else if has(Type::Date) {
        "a DATE plus or minus an integer of days is a DATE; DATE minus DATE is days; DATE plus \
         TIME is a TIMESTAMP"
    } else {
        "a TIME plus or minus an integer of nanoseconds, or an interval, is a TIME; TIME minus \
         TIME is nanoseconds"
    };
    Box::new(
        Diagnostic::error("type-mismatch", message, right.span, label)
            .related(left.span, format!("this is {}", left.ty))
            .help(help),
    )
}

impl Item<'_> {
    /// A cast from or to a date or time.
    pub(super) fn cast_time(&mut self, operand: Expr, ty: Type, span: Span) -> Option<Expr> {
        let zone = &self.catalog.zone;
        let (from, number) = (operand.ty, operand.ty.is_number() || ty.is_number());
        if let Some(cast) = as_time(Expr { span, ..operand }, ty, zone) {
            return self.check(cast);
        }
        let message = format!("{from} cannot be cast to {ty}");
        let help = match (from, ty) {
            (Type::Date, Type::Time) => "a DATE has no time of day",
            (Type::Time, Type::Date | Type::Timestamp) => {
                "a TIME has no day: `date + time` is a TIMESTAMP"
            }
            (_, Type::Timestamp) if number => {
                "`timestamp '1970-01-01 00:00Z' + n` is n nanoseconds after 1970"
            }
            _ if number => {
                "a difference of times is a number of nanoseconds, one of dates a number of days; \
                 `extract(epoch from …)` is a number of seconds"
            }
            _ => "dates and times are cast to one another only",
        };
        let label = format!("this is {from}");
        self.refuse(Diagnostic::error("cast", message, span, label).help(help))
    }

    /// A cast to INTERVAL, which is an INT8 of nanoseconds.
    pub(super) fn cast_to_interval(&mut self, operand: Expr, span: Span) -> Option<Expr> {
        match &operand.kind {
            ExprKind::Text(text) => self.check(time_literals::interval(text, span)),
            ExprKind::Null => Some(Expr { ty: Type::Int8, span, ..operand }),
            _ if operand.ty == Type::Time || is_length(&operand) => {
                Some(Expr { span, ..convert(operand, Type::Int8) })
            }
            _ => {
                let message = format!("{} cannot be cast to an interval", operand.ty);
                let label = format!("this is {}", operand.ty);
                self.refuse(
                    Diagnostic::error("cast", message, span, label)
                        .help("multiply by a unit: `n * interval '1 second'` is n seconds"),
                )
            }
        }
    }

    /// The operands of an arithmetic operator, where a DATE beside a length of time becomes its
    /// midnight, as in PostgreSQL.
    pub(super) fn with_lengths(&mut self, left: Expr, right: Expr) -> Option<(Expr, Expr)> {
        let zone = &self.catalog.zone;
        if left.ty == Type::Date && is_length(&right) {
            return Some((self.check(at_midnight(left, zone))?, right));
        }
        if right.ty == Type::Date && is_length(&left) {
            return Some((left, self.check(at_midnight(right, zone))?));
        }
        Some((left, right))
    }

    /// Refuses a comparison of a number of days with a length of time.
    pub(super) fn refuse_days_with_length(&mut self, left: &Expr, right: &Expr) -> Option<()> {
        let is_long = |expr: &Expr| {
            // A quoted number is a number of days.
            let quoted = match &expr.kind {
                ExprKind::Text(text) if text.trim().parse::<i64>().is_err() => {
                    time_literals::interval(text, expr.span).is_ok()
                }
                _ => false,
            };
            is_length(expr) || quoted
        };
        let (days, length) = if is_days(left) && is_long(right) {
            (left, right)
        } else if is_days(right) && is_long(left) {
            (right, left)
        } else {
            return Some(());
        };
        let message = "a difference of dates is a number of days, an interval one of nanoseconds";
        self.refuse(
            Diagnostic::error("type-mismatch", message, length.span, "nanoseconds")
                .related(days.span, "days")
                .help("compare with a number of days: `date - date > 30`"),
        )
    }

    /// A comparison of a TIMESTAMP with a DATE, which is its midnight; `None` if the operands are
    /// others. Unlike a TIMESTAMP, a DATE can be any year; so the dates are compared, and that the
    /// time is after midnight makes the one half a day later.
    pub(super) fn compare_with_day(
        &mut self,
        op: CompareOp,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) -> Option<Option<Expr>> {
        let flipped = match (left.ty, right.ty) {
            (Type::Timestamp, Type::Date) => false,
            (Type::Date, Type::Timestamp) => true,
            _ => return None,
        };
        let (timestamp, date) = if flipped { (right, left) } else { (left, right) };
        let nullable = left.nullable || right.nullable;
        let halves = self.halves_of_days(timestamp, date);
        Some(halves.map(|(timestamp, date)| {
            let (left, right) = if flipped { (date, timestamp) } else { (timestamp, date) };
            boolean(ExprKind::Compare(op, Box::new(left), Box::new(right)), nullable, span)
        }))
    }

    fn halves_of_days(&mut self, timestamp: &Expr, date: &Expr) -> Option<(Expr, Expr)> {
        let zone = &self.catalog.zone;
        let span = timestamp.span;
        let number = |expr: Expr| convert(expr, Type::Int8);
        let two = || constant(ExprKind::Number(2), Type::Int8, span);
        let again = self.copy(timestamp)?;
        let (day, time) = (Calendar::Date(zone.at(span)), Calendar::TimeOfDay(zone.at(span)));
        let day = self.check(apply(day, vec![timestamp.clone()], Type::Date, span))?;
        let time = self.check(apply(time, vec![again], Type::Time, span))?;
        let nullable = time.nullable;
        let kind = ExprKind::Function(Function::Sign, vec![number(time)]);
        let is_later = Expr { kind, ty: Type::Int4, nullable, span };
        let halves = |days| arith(ArithOp::Mul, number(days), two(), Type::Int8, span);
        let day = self.check(halves(day))?;
        let instant = self.check(arith(ArithOp::Add, day, is_later, Type::Int8, span))?;
        let midnight = self.check(halves(date.clone()))?;
        Some((instant, midnight))
    }

    /// A value that is open or no DATE, TIME or TIMESTAMP is refused.
    pub(super) fn time_operand(&mut self, value: Expr, what: &str) -> Option<Expr> {
        if value.ty.is_time() || is_null(&value) {
            return Some(value);
        }
        let message = format!("{what} is not defined on {}", value.ty);
        let label = format!("this is {}", value.ty);
        let diagnostic = Diagnostic::error("type-mismatch", message, value.span, label);
        self.refuse(match value.kind {
            ExprKind::Text(_) => {
                diagnostic.help("state the type of the literal, such as `timestamp '…'`")
            }
            _ => diagnostic.help("it takes a DATE, a TIME or a TIMESTAMP"),
        })
    }
}
