// SPDX-License-Identifier: Apache-2.0

//! The places of an item that a mutant can change.

use crate::ast::{Expr, ExprKind, Item, Join, Name, Part, Select, SelectItem, SelectValue, Source};
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

/// What a rule is called.
pub(super) const RULE: &str = "rule";

type Visit<'v> = &'v mut dyn FnMut(Place<'_>);

/// Visits the places of an item that can be mutated: of the condition and the guard of a rule, the
/// value of a parameter, or the body of a function, in the order of the text. An operator is
/// visited before its operands, in the state before the visit; what a visit writes is not visited.
/// Returns what the item is and its name, or none if it is another one.
pub(super) fn each_place<'i>(
    item: &'i mut Item,
    visit: Visit<'_>,
) -> Option<(&'static str, &'i Name)> {
    match item {
        Item::Rule(rule) => {
            each_place_of(&mut rule.condition, visit);
            rule.guard.iter_mut().for_each(|guard| each_place_of(guard, visit));
            Some((RULE, &rule.name))
        }
        Item::Parameter(parameter) => {
            each_place_of(&mut parameter.value, visit);
            Some(("parameter", &parameter.name))
        }
        Item::Function(function) => {
            select(&mut function.body, visit);
            Some(("function", &function.name))
        }
        Item::Table(_)
        | Item::Message(_)
        | Item::On(_)
        | Item::OnReject(_)
        | Item::Job(_)
        | Item::Include(_)
        | Item::TimeZone(_)
        | Item::Test(_) => None,
    }
}

/// Visits the places of an expression.
pub(super) fn each_place_of(expr: &mut Expr, visit: Visit<'_>) {
    let before = expr.kind.clone();
    visit(Place::Expr(expr));
    if expr.kind == before {
        expr.kind.each_part(&mut |part| match part {
            Part::Operand(operand) => each_place_of(operand, visit),
            Part::Query(query) => select(query, visit),
            Part::Rows(query) => rows(query, visit),
            Part::Name(_) | Part::Type(_) | Part::Span(_) => {}
        });
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
