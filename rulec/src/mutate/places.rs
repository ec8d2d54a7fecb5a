// SPDX-License-Identifier: Apache-2.0

//! The places of an item that a mutant can change.

use crate::ast::{CallArgs, Expr, ExprKind, Item, Join, Select, SelectItem, SelectValue, Source};
use crate::span::Span;

/// A place.
pub(super) enum Place<'a> {
    /// An expression.
    Expr(&'a mut Expr),
    /// The number after `limit`.
    Limit(&'a mut (i64, Span)),
}

impl Place<'_> {
    /// The place in the text.
    pub fn span(&self) -> Span {
        match self {
            Place::Expr(expr) => expr.span,
            Place::Limit((_, span)) => *span,
        }
    }
}

type Visit<'v> = &'v mut dyn FnMut(Place<'_>);

/// Visits the places of the condition and the guard of a rule, the value of a parameter, or the
/// body of a function, in the order of the text. An operator is visited before its operands, in the
/// state before the visit; what a visit writes is not visited.
pub(super) fn each_place(item: &mut Item, visit: Visit<'_>) {
    match item {
        Item::Rule(rule) => {
            each_place_of(&mut rule.condition, visit);
            rule.guard.iter_mut().for_each(|guard| each_place_of(guard, visit));
        }
        Item::Parameter(parameter) => each_place_of(&mut parameter.value, visit),
        Item::Function(function) => select(&mut function.body, visit),
        Item::Table(_)
        | Item::Message(_)
        | Item::On(_)
        | Item::OnReject(_)
        | Item::Job(_)
        | Item::Include(_)
        | Item::TimeZone(_)
        | Item::Test(_) => {}
    }
}

/// Visits the places of an expression.
pub(super) fn each_place_of(expr: &mut Expr, visit: Visit<'_>) {
    let before = expr.kind.clone();
    visit(Place::Expr(expr));
    if expr.kind == before {
        operands(&mut expr.kind, visit);
    }
}

fn operands(kind: &mut ExprKind, visit: Visit<'_>) {
    match kind {
        ExprKind::Integer(_)
        | ExprKind::Decimal(_)
        | ExprKind::String(_)
        | ExprKind::Boolean(_)
        | ExprKind::Null
        | ExprKind::Default
        | ExprKind::Name(_)
        | ExprKind::Qualified(..)
        | ExprKind::Typed { .. } => {}
        ExprKind::Negate(operand)
        | ExprKind::Not(operand)
        | ExprKind::IsNull { operand, .. }
        | ExprKind::IsTruth { operand, .. }
        | ExprKind::Like { operand, .. }
        | ExprKind::Cast { operand, .. }
        | ExprKind::Extract { source: operand, .. } => each_place_of(operand, visit),
        ExprKind::Binary(_, left, right) | ExprKind::IsDistinct { left, right, .. } => {
            each_place_of(left, visit);
            each_place_of(right, visit);
        }
        ExprKind::Between { operand, low, high, .. } => {
            each_place_of(operand, visit);
            each_place_of(low, visit);
            each_place_of(high, visit);
        }
        ExprKind::In { operand, list, .. } => {
            each_place_of(operand, visit);
            list.iter_mut().for_each(|value| each_place_of(value, visit));
        }
        ExprKind::InSelect { operand, select: inner, .. } => {
            each_place_of(operand, visit);
            select(inner, visit);
        }
        ExprKind::Case { operand, arms, otherwise } => {
            operand.iter_mut().for_each(|operand| each_place_of(operand, visit));
            for (when, then) in arms {
                each_place_of(when, visit);
                each_place_of(then, visit);
            }
            otherwise.iter_mut().for_each(|otherwise| each_place_of(otherwise, visit));
        }
        ExprKind::Call { args, filter, .. } => {
            if let CallArgs::List(args) = args {
                args.iter_mut().for_each(|arg| each_place_of(arg, visit));
            }
            filter.iter_mut().for_each(|filter| each_place_of(filter, visit));
        }
        ExprKind::Subquery(inner) => select(inner, visit),
        ExprKind::Exists(inner) => rows(inner, visit),
    }
}

fn select(select: &mut Select, visit: Visit<'_>) {
    for SelectItem { value, .. } in &mut select.items {
        if let SelectValue::Expr(value) = value {
            each_place_of(value, visit);
        }
    }
    rows(select, visit);
}

/// The places that decide which rows a query finds; what `exists` selects has no meaning.
fn rows(query: &mut Select, visit: Visit<'_>) {
    for item in &mut query.from {
        if let Source::Query(inner) = &mut item.source {
            select(inner, visit);
        }
        if let Join::On(condition) = &mut item.join {
            each_place_of(condition, visit);
        }
    }
    query.condition.iter_mut().for_each(|condition| each_place_of(condition, visit));
    for order in &mut query.order {
        // An integer is the number of a column.
        if !matches!(order.value.kind, ExprKind::Integer(_)) {
            each_place_of(&mut order.value, visit);
        }
    }
    if let Some(limit) = &mut query.limit {
        visit(Place::Limit(limit));
    }
}
