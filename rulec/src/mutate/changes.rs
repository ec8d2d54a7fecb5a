// SPDX-License-Identifier: Apache-2.0

//! What can be written at a place instead.

use super::change::Change;
use super::places::Place;
use crate::ast::{BinaryOp, Expr, ExprKind, Name};
use crate::lex::DecimalParts;

/// Something else for a place.
pub(super) struct Alternative {
    pub change: Change,
    /// The change for a person.
    pub text: String,
    value: Value,
}

enum Value {
    Kind(ExprKind),
    Limit(i64),
}

impl Alternative {
    /// Writes it to a place, which is of the kind that it was made for.
    pub fn write(&self, place: Place<'_>) {
        match (place, &self.value) {
            (Place::Expr(expr), Value::Kind(kind)) => expr.kind = kind.clone(),
            (Place::Limit((limit, _)), Value::Limit(value)) => *limit = *value,
            (Place::Expr(_), Value::Limit(_)) | (Place::Limit(_), Value::Kind(_)) => {}
        }
    }
}

/// The alternatives at a place; none where it is no bound and no comparison.
pub(super) fn alternatives(place: &Place<'_>) -> Vec<Alternative> {
    match place {
        Place::Expr(expr) => of_expr(expr),
        Place::Limit((limit, _)) => [limit + 1, limit - 1]
            .into_iter()
            .map(|value| Alternative {
                change: Change::Bound,
                text: format!("limit {limit} becomes {value}"),
                value: Value::Limit(value),
            })
            .collect(),
    }
}

fn of_expr(expr: &Expr) -> Vec<Alternative> {
    match &expr.kind {
        ExprKind::Integer(digits) => {
            let Ok(value) = digits.parse::<i128>() else { return Vec::new() };
            near(digits, value, &|value| ExprKind::Integer(value.to_string()))
        }
        ExprKind::Decimal(text) => {
            let Some((value, scale)) = unscaled(text) else { return Vec::new() };
            near(text, value, &|value| ExprKind::Decimal(scaled(value, scale)))
        }
        ExprKind::Typed { ty: Name { text: ty, .. }, text, .. } => {
            let one = || Expr { kind: ExprKind::Integer("1".to_owned()), span: expr.span };
            let change = |op| {
                let (left, right) = (Box::new(expr.clone()), Box::new(one()));
                bound(
                    format!("{ty} '{text}' {} 1", BinaryOp::text(op)),
                    ExprKind::Binary(op, left, right),
                )
            };
            vec![change(BinaryOp::Add), change(BinaryOp::Sub)]
        }
        ExprKind::Binary(op, left, right) => {
            let Some(other) = other_strictness(*op) else { return Vec::new() };
            let kind = ExprKind::Binary(other, left.clone(), right.clone());
            vec![strictness(format!("`{}` becomes `{}`", op.text(), other.text()), kind)]
        }
        ExprKind::Between { operand, low, high, negated } => {
            let found = [(BinaryOp::Gt, BinaryOp::Le, low), (BinaryOp::Ge, BinaryOp::Lt, high)];
            let ends = ["without its lower end", "without its upper end"];
            let changed = found.into_iter().zip(ends).filter_map(|((lower, upper, end), text)| {
                let is_literal = matches!(end.kind, ExprKind::Integer(_) | ExprKind::Decimal(_));
                let kind = both(operand, (lower, low), (upper, high), *negated);
                (!is_literal).then(|| strictness(format!("`between` {text}"), kind))
            });
            changed.collect()
        }
        ExprKind::String(_)
        | ExprKind::Boolean(_)
        | ExprKind::Null
        | ExprKind::Default
        | ExprKind::Name(_)
        | ExprKind::Qualified(..)
        | ExprKind::Negate(_)
        | ExprKind::Not(_)
        | ExprKind::IsNull { .. }
        | ExprKind::IsTruth { .. }
        | ExprKind::IsDistinct { .. }
        | ExprKind::In { .. }
        | ExprKind::InSelect { .. }
        | ExprKind::Like { .. }
        | ExprKind::Cast { .. }
        | ExprKind::Extract { .. }
        | ExprKind::Case { .. }
        | ExprKind::Call { .. }
        | ExprKind::Subquery(_)
        | ExprKind::Exists(_) => Vec::new(),
    }
}

fn bound(text: String, kind: ExprKind) -> Alternative {
    Alternative { change: Change::Bound, text, value: Value::Kind(kind) }
}

fn strictness(text: String, kind: ExprKind) -> Alternative {
    Alternative { change: Change::Strictness, text, value: Value::Kind(kind) }
}

/// One more and one less.
fn near(written: &str, value: i128, literal: &dyn Fn(u128) -> ExprKind) -> Vec<Alternative> {
    let values = [value.checked_add(1), value.checked_sub(1)];
    let change = |value: i128| {
        let kind = literal(value.unsigned_abs());
        let text = match &kind {
            ExprKind::Integer(text) | ExprKind::Decimal(text) => text.clone(),
            _ => String::new(),
        };
        match value < 0 {
            true => {
                let positive = Box::new(Expr { kind, span: crate::span::Span::default() });
                bound(format!("{written} becomes -{text}"), ExprKind::Negate(positive))
            }
            false => bound(format!("{written} becomes {text}"), kind),
        }
    };
    values.into_iter().flatten().map(change).collect()
}

/// A decimal literal in units of its last digit, and the digits after its point.
fn unscaled(text: &str) -> Option<(i128, usize)> {
    let DecimalParts { digits, scale } = DecimalParts::of(text)?;
    match digits.is_empty() {
        true => Some((0, scale)),
        false => Some((digits.parse().ok()?, scale)),
    }
}

fn scaled(value: u128, scale: usize) -> String {
    let digits = format!("{value:0>width$}", width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    format!("{whole}.{fraction}")
}

/// The comparison in the same direction that differs where both sides are equal.
fn other_strictness(op: BinaryOp) -> Option<BinaryOp> {
    match op {
        BinaryOp::Lt => Some(BinaryOp::Le),
        BinaryOp::Le => Some(BinaryOp::Lt),
        BinaryOp::Gt => Some(BinaryOp::Ge),
        BinaryOp::Ge => Some(BinaryOp::Gt),
        BinaryOp::Add
        | BinaryOp::Sub
        | BinaryOp::Mul
        | BinaryOp::Div
        | BinaryOp::Rem
        | BinaryOp::Eq
        | BinaryOp::Ne
        | BinaryOp::And
        | BinaryOp::Or => None,
    }
}

/// `operand lower low and operand upper high`, or its negation.
fn both(
    operand: &Expr,
    (lower, low): (BinaryOp, &Expr),
    (upper, high): (BinaryOp, &Expr),
    negated: bool,
) -> ExprKind {
    let expr = |kind| Box::new(Expr { kind, span: operand.span });
    let compare = |op, end: &Expr| {
        let (left, right) = (Box::new(operand.clone()), Box::new(end.clone()));
        expr(ExprKind::Binary(op, left, right))
    };
    let kind = ExprKind::Binary(BinaryOp::And, compare(lower, low), compare(upper, high));
    match negated {
        true => ExprKind::Not(expr(kind)),
        false => kind,
    }
}
