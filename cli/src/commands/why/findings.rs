// SPDX-License-Identifier: Apache-2.0

//! The rules that fail for a message, and in each the conditions that are the cause.

use super::nearest::{Number, difference, nearest};
use super::probe::{Prober, Value};
use engine::program::Program;
use engine::rule::Mode;
use engine::schema::Type;
use engine::verdict::Reason;
use files::cell::push_text;
use files::number::push_number;
use rulec::ast::{BinaryOp, Expr, ExprKind, Item, Rule};
use rulec::source::Parsed;

/// A rule that fails.
pub struct Finding {
    /// Its name.
    pub rule: String,
    /// Its identifier outside of the file.
    pub id: Option<String>,
    /// What it demands, for people.
    pub text: Option<String>,
    /// Its file and line.
    pub place: (String, usize),
    /// Whether it rejects; otherwise it warns.
    pub rejects: bool,
    /// The reason.
    pub reason: Reason,
    /// The conditions in it that are the cause, in the order of the text.
    pub causes: Vec<Cause>,
}

/// A condition within a rule that is not what the rule needs.
pub struct Cause {
    /// The condition as written.
    pub condition: String,
    /// Whether the rule needs it to be TRUE; otherwise FALSE.
    pub wanted: bool,
    /// What it is: `true`, `false`, `null` or an error.
    pub found: &'static str,
    /// The sides of a comparison.
    pub sides: Vec<Side>,
    /// The difference of the sides, if they are numbers.
    pub by: Option<String>,
}

/// A side of a comparison.
pub struct Side {
    /// The expression as written.
    pub expression: String,
    /// Its value.
    pub value: String,
    /// The nearest value for which the comparison is as wanted, the other side held.
    pub passes_with: Option<String>,
    /// Whether it is a literal, so that its value is what is written.
    pub is_literal: bool,
}

/// The rules of a message that fail, in file order.
pub fn findings(
    prober: &Prober<'_>,
    program: &Program,
    mode_of: &dyn Fn(usize) -> Option<Mode>,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, rule) in program.rules.iter().enumerate() {
        let message = &program.messages[usize::from(rule.message.0)].name;
        let mode = mode_of(index).unwrap_or(Mode::Off);
        let written = written(prober.parsed, &rule.name).filter(|_| message == prober.message);
        let Some(written) = written.filter(|_| mode != Mode::Off) else { continue };
        let Some(reason) = prober.reason(&written.condition, written.guard.as_ref()) else {
            continue;
        };
        let (file, line, _) = prober.parsed.sources.position(written.span);
        let mut causes = Vec::new();
        add_causes(prober, &written.condition, true, &mut causes);
        found.push(Finding {
            rule: rule.name.clone(),
            id: rule.attributes.id.clone(),
            text: rule.attributes.text_en.clone().or_else(|| rule.attributes.text.clone()),
            place: (file.to_owned(), line),
            rejects: mode == Mode::Block,
            reason,
            causes,
        });
    }
    found
}

fn written<'p>(parsed: &'p Parsed, name: &str) -> Option<&'p Rule> {
    parsed.file.items.iter().find_map(|item| match item {
        Item::Rule(rule) if rule.name.text == name => Some(rule),
        _ => None,
    })
}

/// Adds the parts of a condition that are not as wanted.
fn add_causes(prober: &Prober<'_>, expr: &Expr, wanted: bool, causes: &mut Vec<Cause>) {
    match &expr.kind {
        ExprKind::Binary(BinaryOp::And | BinaryOp::Or, left, right) => {
            add_causes(prober, left, wanted, causes);
            add_causes(prober, right, wanted, causes);
        }
        ExprKind::Not(inner) => add_causes(prober, inner, !wanted, causes),
        ExprKind::Between { operand, low, high, negated: false } if wanted => {
            for (op, end) in [(BinaryOp::Ge, low), (BinaryOp::Le, high)] {
                let kind = ExprKind::Binary(op, operand.clone(), end.clone());
                causes.extend(cause(prober, &Expr { kind, span: expr.span }, wanted));
            }
        }
        _ => causes.extend(cause(prober, expr, wanted)),
    }
}

fn cause(prober: &Prober<'_>, expr: &Expr, wanted: bool) -> Option<Cause> {
    let found = match prober.reason(expr, None) {
        None => "true",
        Some(Reason::False) => "false",
        Some(reason) => reason.text(),
    };
    if found == if wanted { "true" } else { "false" } {
        return None;
    }
    let condition = text_of(prober, expr);
    let mut cause = Cause { condition, wanted, found, sides: Vec::new(), by: None };
    if let ExprKind::Binary(op, left, right) = &expr.kind
        && let Some((left_type, right_type)) = prober.types(expr)
    {
        let needed = if wanted { Some(*op) } else { op.negated() };
        add_sides(prober, needed, (left, left_type), (right, right_type), &mut cause);
    }
    Some(cause)
}

fn add_sides(
    prober: &Prober<'_>,
    needed: Option<BinaryOp>,
    (left, left_type): (&Expr, Type),
    (right, right_type): (&Expr, Type),
    cause: &mut Cause,
) {
    let (a, b) = (prober.value(left, left_type), prober.value(right, right_type));
    let number = |value: &Value, ty: Type| match value {
        Value::Number(value) if !matches!(ty, Type::Char(_)) => Some(Number { value: *value, ty }),
        _ => None,
    };
    let numbers = number(&a, left_type).zip(number(&b, right_type));
    let is_truth = matches!(left_type, Type::Boolean);
    if let Some((a, b)) = numbers.filter(|(a, b)| !is_truth && a != b) {
        cause.by = Some(difference(a, b));
    }
    let passing =
        |op: Option<BinaryOp>, expr: &Expr, side: &Value, ty: Type, other: &Value, of: Type| {
            if is_literal(expr) {
                return None;
            }
            match (number(other, of), side, other) {
                (Some(other), _, _) => {
                    // A side that is NULL or an error has the type only.
                    let side = number(side, ty).unwrap_or(Number { value: 0, ty });
                    nearest(op?, side, other).map(|found| number_text(found.value, ty))
                }
                (None, _, Value::Text(_)) if op == Some(BinaryOp::Eq) => {
                    Some(value_text(other, of))
                }
                _ => None,
            }
        };
    let mirror = needed.and_then(BinaryOp::mirrored);
    let sides = [
        (left, passing(needed, left, &a, left_type, &b, right_type), value_text(&a, left_type)),
        (right, passing(mirror, right, &b, right_type, &a, left_type), value_text(&b, right_type)),
    ];
    cause.sides = sides
        .into_iter()
        .map(|(expr, passes_with, value)| Side {
            expression: text_of(prober, expr),
            value,
            passes_with,
            is_literal: is_literal(expr),
        })
        .collect();
}

fn is_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Integer(_)
        | ExprKind::Decimal(_)
        | ExprKind::String(_)
        | ExprKind::Boolean(_)
        | ExprKind::Null
        | ExprKind::Typed { .. } => true,
        ExprKind::Negate(inner) => is_literal(inner),
        _ => false,
    }
}

/// The text of an expression, on one line.
fn text_of(prober: &Prober<'_>, expr: &Expr) -> String {
    let (source, span) = prober.parsed.sources.locate(expr.span);
    let text = source.text.get(span.range()).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn value_text(value: &Value, ty: Type) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Number(number) => number_text(*number, ty),
        Value::Text(text) => {
            let mut shown = String::new();
            push_text(&mut shown, text);
            shown
        }
        Value::Error(reason) => reason.text().to_owned(),
        Value::Unknown => "unknown".to_owned(),
    }
}

fn number_text(number: i64, ty: Type) -> String {
    let mut text = String::new();
    push_number(&mut text, number, ty);
    text
}
