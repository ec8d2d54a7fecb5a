// SPDX-License-Identifier: Apache-2.0

//! Types of arithmetic, comparison and logic.

use super::constants::arith;
use super::digits::{DIGITS_MAX, decimal, digits, whole_digits};
use super::literals::{boolean, constant, is_integer_literal, is_null, negated};
use super::quoted::quoted;
use super::rescale::convert;
use super::zone::FileZone;
use super::{lengths, time_literals, times};
use crate::ast::{BinaryOp, Truth};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::hir::{ArithOp, CompareOp, Expr, ExprKind};
use crate::span::Span;
use engine::schema::Type;

/// The digits after the point of a quotient, if its operands have fewer.
const QUOTIENT_SCALE: u8 = 16;
/// The least number of digits after the point of a quotient or an average.
pub(super) const QUOTIENT_SCALE_MIN: u8 = 6;

/// A binary operator by its meaning.
pub(super) enum Operator {
    /// Arithmetic; never [`ArithOp::DivRound`].
    Arithmetic(ArithOp),
    /// A comparison.
    Comparison(CompareOp),
    /// A logical operator, with the function that combines its operands.
    Logic(fn(Vec<Expr>) -> Option<Expr>),
}

/// The meaning of a binary operator.
pub(super) fn classify(op: BinaryOp) -> Operator {
    match op {
        BinaryOp::Add => Operator::Arithmetic(ArithOp::Add),
        BinaryOp::Sub => Operator::Arithmetic(ArithOp::Sub),
        BinaryOp::Mul => Operator::Arithmetic(ArithOp::Mul),
        BinaryOp::Div => Operator::Arithmetic(ArithOp::Div),
        BinaryOp::Rem => Operator::Arithmetic(ArithOp::Rem),
        BinaryOp::Eq => Operator::Comparison(CompareOp::Eq),
        BinaryOp::Ne => Operator::Comparison(CompareOp::Ne),
        BinaryOp::Lt => Operator::Comparison(CompareOp::Lt),
        BinaryOp::Le => Operator::Comparison(CompareOp::Le),
        BinaryOp::Gt => Operator::Comparison(CompareOp::Gt),
        BinaryOp::Ge => Operator::Comparison(CompareOp::Ge),
        BinaryOp::And => Operator::Logic(all),
        BinaryOp::Or => Operator::Logic(any),
    }
}

/// The negation of a condition.
pub(super) fn not(expr: Expr, span: Span) -> Expr {
    let nullable = expr.nullable;
    boolean(ExprKind::Not(Box::new(expr)), nullable, span)
}

/// `expr is true`, `is false` or `is unknown`, which is never NULL.
pub(super) fn is_truth(expr: Expr, truth: Truth, span: Span) -> Expr {
    let fallback = |kind: ExprKind| {
        let list = vec![boolean(kind, expr.nullable, span), false_at(span)];
        boolean(ExprKind::Coalesce(list), false, span)
    };
    match truth {
        Truth::Unknown => boolean(ExprKind::IsNull(Box::new(expr)), false, span),
        Truth::True => fallback(expr.kind.clone()),
        Truth::False => fallback(ExprKind::Not(Box::new(expr.clone()))),
    }
}

fn false_at(span: Span) -> Expr {
    constant(ExprKind::Number(0), Type::Boolean, span)
}

/// `left is distinct from right`, which is never NULL. `written` is the construct in the text.
pub(super) fn distinct(
    written: &str,
    left: Expr,
    right: Expr,
    span: Span,
    zone: &FileZone,
) -> Result<Expr, Refusal> {
    let (left, right) = comparable(CompareOp::Eq, written, left, right, zone)?;
    Ok(boolean(ExprKind::Distinct(Box::new(left), Box::new(right)), false, span))
}

/// The conjunction of conditions; `None` if there are none.
pub(super) fn all(conditions: Vec<Expr>) -> Option<Expr> {
    combine(conditions, ExprKind::And, |kind| match kind {
        ExprKind::And(list) => Ok(list),
        other => Err(other),
    })
}

/// The disjunction of conditions; `None` if there are none.
pub(super) fn any(conditions: Vec<Expr>) -> Option<Expr> {
    combine(conditions, ExprKind::Or, |kind| match kind {
        ExprKind::Or(list) => Ok(list),
        other => Err(other),
    })
}

fn combine(
    conditions: Vec<Expr>,
    join: fn(Vec<Expr>) -> ExprKind,
    parts: fn(ExprKind) -> Result<Vec<Expr>, ExprKind>,
) -> Option<Expr> {
    let span = conditions.iter().map(|condition| condition.span).reduce(Span::to)?;
    let nullable = conditions.iter().any(|condition| condition.nullable);
    let mut flat = Vec::with_capacity(conditions.len());
    for Expr { kind, ty, nullable, span } in conditions {
        match parts(kind) {
            Ok(inner) => flat.extend(inner),
            Err(kind) => flat.push(Expr { kind, ty, nullable, span }),
        }
    }
    match flat.len() {
        1 => flat.pop(),
        _ => Some(boolean(join(flat), nullable, span)),
    }
}

/// `left op right` for a comparison. `written` is the construct in the text, which can also be
/// `between`, `in` or `case`.
pub(super) fn compare(
    op: CompareOp,
    written: &str,
    left: Expr,
    right: Expr,
    span: Span,
    zone: &FileZone,
) -> Result<Expr, Refusal> {
    let nullable = left.nullable || right.nullable;
    let (left, right) = comparable(op, written, left, right, zone)?;
    Ok(boolean(ExprKind::Compare(op, Box::new(left), Box::new(right)), nullable, span))
}

fn comparable(
    op: CompareOp,
    written: &str,
    mut left: Expr,
    mut right: Expr,
    zone: &FileZone,
) -> Result<(Expr, Expr), Refusal> {
    adopt_types(&mut left, &mut right, zone)?;
    match (left.ty, right.ty) {
        (l, r) if l.is_number() && r.is_number() => Ok((left, right)),
        (l, r) if l == r && l.is_time() => Ok((left, right)),
        (Type::Timestamp, _) if is_integer_literal(&right) => {
            Ok((left, convert(right, Type::Timestamp)))
        }
        (_, Type::Timestamp) if is_integer_literal(&left) => {
            Ok((convert(left, Type::Timestamp), right))
        }
        (Type::Char(_), Type::Char(_)) | (Type::Boolean, Type::Boolean) => match op {
            CompareOp::Eq | CompareOp::Ne => Ok((left, right)),
            CompareOp::Lt | CompareOp::Le | CompareOp::Gt | CompareOp::Ge => {
                Err(unordered(written, &left, &right))
            }
        },
        _ => Err(mismatch("compare", written, &left, &right)),
    }
}

/// Gives a literal whose type is open, `null` or a quoted one, the type of the other operand.
fn adopt_types(left: &mut Expr, right: &mut Expr, zone: &FileZone) -> Result<(), Refusal> {
    match (is_null(left), is_null(right)) {
        (true, false) => left.ty = right.ty,
        (false, true) => right.ty = left.ty,
        _ => {
            adopt_quoted(left, right, zone)?;
            adopt_quoted(right, left, zone)?;
        }
    }
    Ok(())
}

/// Gives a quoted literal the type of the other operand, unless that is CHAR.
fn adopt_quoted(literal: &mut Expr, other: &Expr, zone: &FileZone) -> Result<(), Refusal> {
    if let (ExprKind::Text(text), false) = (&literal.kind, matches!(other.ty, Type::Char(_))) {
        *literal = match lengths::is_length(other) {
            true => time_literals::interval(text, literal.span)?,
            false => quoted(text, other.ty, literal.span, zone)?,
        };
    }
    Ok(())
}

fn mismatch(verb: &str, symbol: &str, left: &Expr, right: &Expr) -> Refusal {
    let message = format!("`{symbol}` cannot {verb} {} with {}", left.ty, right.ty);
    let diagnostic =
        Diagnostic::error("type-mismatch", message, right.span, format!("this is {}", right.ty))
            .related(left.span, format!("this is {}", left.ty));
    let has = |kind: fn(Type) -> bool| kind(left.ty) || kind(right.ty);
    let times = left.ty.is_time() && right.ty.is_time();
    let is_either = |a: Type, b: Type| [(a, b), (b, a)].contains(&(left.ty, right.ty));
    Box::new(if times && is_either(Type::Date, Type::Timestamp) {
        diagnostic.help("write `x::timestamp`, which is the midnight of a DATE")
    } else if times && is_either(Type::Time, Type::Timestamp) {
        diagnostic.help("write `x::time` for the time of day of a TIMESTAMP")
    } else if times {
        diagnostic
    } else if has(|ty| matches!(ty, Type::Date | Type::Time)) && has(Type::is_number) {
        diagnostic.help("write a literal in quotes, such as `'2024-01-31'` or `'09:30:00'`")
    } else if has(|ty| ty == Type::Timestamp) && has(Type::is_number) {
        diagnostic.help(
            "a TIMESTAMP is compared with a TIMESTAMP or an integer literal; declare \
         both as `timestamp` or both as `int8`",
        )
    } else if has(|ty| matches!(ty, Type::Char(_))) && has(Type::is_number) {
        diagnostic.help("a number is written without quotes, a string with them")
    } else if has(|ty| ty == Type::Boolean) && has(Type::is_number) {
        diagnostic
            .help("a BOOLEAN is compared with `true` or `false`, or used as a condition as it is")
    } else {
        diagnostic
    })
}

fn unordered(symbol: &str, left: &Expr, right: &Expr) -> Refusal {
    let (message, help) = match left.ty {
        Type::Boolean => (
            format!("`{symbol}` is not defined on BOOLEAN"),
            "use `=` or `<>`, or `and`, `or` and `not`",
        ),
        _ => (
            format!("`{symbol}` is not defined on CHAR"),
            "strings are held as dictionary codes, which have no order: use `=`, `<>` or `in (…)`",
        ),
    };
    Box::new(
        Diagnostic::error(
            "no-order",
            message,
            left.span.to(right.span),
            "these can only be equal or not",
        )
        .help(help),
    )
}

/// `left op right` for an arithmetic operator, whose text is `written`.
pub(super) fn arithmetic(
    op: ArithOp,
    written: &str,
    left: Expr,
    right: Expr,
    span: Span,
    zone: &FileZone,
) -> Result<Expr, Refusal> {
    if left.ty.is_time() || right.ty.is_time() {
        return times::arithmetic(op, written, left, right, span, zone);
    }
    let (mut left, mut right) = (left, right);
    adopt_types(&mut left, &mut right, zone)?;
    match (left.ty, right.ty) {
        // Arithmetic among integers has 64 bits, whatever their types.
        (l, r) if l.is_integer() && r.is_integer() => arith(op, left, right, Type::Int8, span),
        (l, r) if l.is_number() && r.is_number() => decimal_arithmetic(op, left, right, span),
        _ => Err(no_arithmetic(written, &left, &right)),
    }
}

fn decimal_arithmetic(op: ArithOp, left: Expr, right: Expr, span: Span) -> Result<Expr, Refusal> {
    let (s1, s2) = (left.ty.scale(), right.ty.scale());
    let (w1, w2) = (whole_digits(&left), whole_digits(&right));
    let ty = match op {
        ArithOp::Add | ArithOp::Sub => decimal(w1.max(w2) + 1, s1.max(s2)),
        ArithOp::Mul if s1 + s2 > DIGITS_MAX => return Err(scale_of_product(&left, &right)),
        ArithOp::Mul => decimal(w1 + w2, s1 + s2),
        ArithOp::Rem => decimal(w1.min(w2), s1.max(s2)),
        ArithOp::Div | ArithOp::DivRound { .. } => {
            let scale = quotient_scale(&left, &right);
            return quotient(left, right, scale, span);
        }
    };
    arith(op, left, right, ty, span)
}

fn scale_of_product(left: &Expr, right: &Expr) -> Refusal {
    let (s1, s2) = (left.ty.scale(), right.ty.scale());
    let message = format!("this product has {} digits after the point", s1 + s2);
    let label = format!("{s2} digits after the point here");
    Box::new(
        Diagnostic::error("decimal-scale", message, right.span, label)
            .related(left.span, format!("{s1} here"))
            .help(format!("a number has at most {DIGITS_MAX} digits: round an operand first")),
    )
}

/// The scale of `left / right`: 16 or that of an operand, less if the dividend would have more than
/// 38 digits, but never less than 6.
fn quotient_scale(left: &Expr, right: &Expr) -> u8 {
    let (s1, s2) = (left.ty.scale(), right.ty.scale());
    let wanted = QUOTIENT_SCALE.max(s1).max(s2);
    let room = (DIGITS_MAX - digits(left) + s1).saturating_sub(s2);
    wanted.min(room).max(QUOTIENT_SCALE_MIN)
}

/// The quotient of two numbers, rounded half away from zero at this scale.
pub(super) fn quotient(left: Expr, right: Expr, scale: u8, span: Span) -> Result<Expr, Refusal> {
    let (s1, s2) = (left.ty.scale(), right.ty.scale());
    // l·10^-s1 / (r·10^-s2) at `scale` is l·10^(scale + s2 - s1) / r. The exponent is not
    // negative: a scale below s1 is one at which the dividend has 38 digits.
    let shift = (scale + s2).saturating_sub(s1);
    let ty = decimal(whole_digits(&left) + s2, scale);
    arith(ArithOp::DivRound { shift }, left, right, ty, span)
}

fn no_arithmetic(written: &str, left: &Expr, right: &Expr) -> Refusal {
    let mut refusal = mismatch("combine", written, left, right);
    refusal.help = Some("arithmetic is defined on numbers, dates and times only".to_owned());
    refusal
}

/// `- operand`.
pub(super) fn negate(operand: Expr, span: Span) -> Result<Expr, Refusal> {
    if let Some(literal) = negated(&operand, span) {
        return Ok(literal);
    }
    if is_null(&operand) {
        return Ok(Expr { span, ..operand });
    }
    if !operand.ty.is_number() {
        let message = format!("`-` is not defined on {}", operand.ty);
        let label = format!("this is {}", operand.ty);
        return Err(Box::new(Diagnostic::error("type-mismatch", message, operand.span, label)));
    }
    let ty = if operand.ty.is_integer() { Type::Int8 } else { operand.ty };
    arith(ArithOp::Sub, constant(ExprKind::Number(0), ty, span), operand, ty, span)
}

/// The warning for a comparison of a column with itself, where a field of the message was probably
/// meant.
pub(super) fn compared_with_itself(left: &Expr, right: &Expr, span: Span) -> Option<Diagnostic> {
    let (ExprKind::Column(row, column), ExprKind::Column(other, again)) = (&left.kind, &right.kind)
    else {
        return None;
    };
    (row == other && column == again).then(|| {
        Diagnostic::warning(
            "compares-itself",
            "this compares a column with itself",
            span,
            "one value on both sides",
        )
        .help("a plain name is a column of the nearest table; write a field as `message.field`")
    })
}

/// The warning for a comparison with the literal `null`, whose result is NULL. `written` is the
/// operator.
pub(super) fn compared_with_null(written: &str, left: &Expr, right: &Expr) -> Option<Diagnostic> {
    let null = [right, left].into_iter().find(|side| is_null(side))?;
    let message = match written {
        "in" => "a comparison with `null` in a list is NULL, and never TRUE".to_owned(),
        "not in" => "`not in` a list with `null` is never TRUE".to_owned(),
        _ => format!("`{written}` with `null` is NULL, and never TRUE"),
    };
    let warning = Diagnostic::warning("null-comparison", message, null.span, "compared with NULL");
    Some(match written {
        "=" => warning.help("write `x is null`"),
        "<>" => warning.help("write `x is not null`"),
        "in" => warning.help(
            "leave `null` out of the list; if NULL is among the values that are meant, write \
             `x is null or x in (…)`",
        ),
        "not in" => warning.help(
            "leave `null` out of the list; if NULL is among the values that are meant, write \
             `x is not null and x not in (…)`",
        ),
        _ => warning,
    })
}

/// The warning for a comparison of a CHAR(n) with a longer string, which is never true.
pub(super) fn never_equal(left: &Expr, right: &Expr) -> Option<Diagnostic> {
    let (other, literal, text) = match (&left.kind, &right.kind) {
        (ExprKind::Text(_), ExprKind::Text(_)) => return None,
        (_, ExprKind::Text(text)) => (left, right, text),
        (ExprKind::Text(text), _) => (right, left, text),
        _ => return None,
    };
    let Type::Char(n) = other.ty else { return None };
    // A string that is longer than any CHAR is an error.
    if text.len() <= usize::from(n) || text.len() > Type::CHAR_LEN_MAX.into() {
        return None;
    }
    Some(
        Diagnostic::warning(
            "never-equal",
            format!("a CHAR({n}) is never equal to a string of {} bytes", text.len()),
            literal.span,
            format!("{} bytes", text.len()),
        )
        .related(other.span, format!("this is CHAR({n})")),
    )
}
