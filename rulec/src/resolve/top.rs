// SPDX-License-Identifier: Apache-2.0

//! `order by … limit n`: the first row, and aggregates over the first rows.
//!
//! A scan keeps the first rows in an order. The value of the first one is that of a subquery with
//! `limit 1`. An aggregate over a query with `limit n` is computed from the values of the n rows:
//!
//! ```text
//!  select sum(x) from (select x from t … order by y limit 3) q
//!      = x of row 0 + x of row 1 + x of row 2, without those that are NULL
//! ```

use super::calls;
use super::literals::{boolean, constant};
use super::operators;
use super::scope::{Item, Place, Row};
use super::subquery::Asked;
use crate::ast::{self, Select, SelectValue, Source};
use crate::diagnostic::Diagnostic;
use crate::hir::{AggregateFn, ArithOp, Call, CompareOp, Expr, ExprKind, Function, RowVar};
use crate::span::Span;
use engine::machine::SCAN_TOP_MAX;
use engine::schema::{TableId, Type};

/// The order of the rows of a query, and how many of them it gives.
struct Top {
    order: Expr,
    descending: bool,
    rows: u8,
}

impl Item<'_> {
    /// Whether a query gives its rows in an order, or only some of them.
    pub(super) fn is_ordered(select: &Select) -> bool {
        !select.order.is_empty() || select.limit.is_some()
    }

    /// The query in the `from` of a subquery that has nothing else, if it gives its first rows.
    pub(super) fn first_rows(select: &Select) -> Option<&Select> {
        match select.from.as_slice() {
            [ast::FromItem { source: Source::Query(inner), .. }] if Self::is_ordered(inner) => {
                Some(inner)
            }
            _ => None,
        }
    }

    /// `(select value from t … order by … limit 1)`.
    pub(super) fn first_value(&mut self, select: &Select, span: Span) -> Option<Expr> {
        let [item] = select.items.as_slice() else {
            return self.not_served("a subquery of several columns", select.span);
        };
        let SelectValue::Expr(selected) = &item.value else {
            return self.not_served("`select *`", span);
        };
        if calls::has_aggregate(selected) {
            return self.not_served("`order by` or `limit` of an aggregate", span);
        }
        let (table, var) = self.enter_rows(select, span)?;
        let value = self.expr(selected);
        let top = self.top(select, span);
        let conjuncts = self.conjuncts(select.condition.as_ref(), var);
        self.leave_rows();
        let (value, top, conjuncts) = (value?, top?, conjuncts?);
        if top.rows != 1 {
            return self.not_served("a subquery with a `limit` of several rows as one value", span);
        }
        let ty = value.ty;
        let result = Expr { kind: ExprKind::Call(0), ty, nullable: true, span };
        let calls = vec![top.call(0, Some(value))];
        let refusals = vec![needs_scan(select)];
        self.aggregate((table, var), conjuncts, Asked { calls, refusals }, result, span)
    }

    /// `(select aggregate from (select … order by … limit n) q)`.
    pub(super) fn value_of_first_rows(
        &mut self,
        select: &Select,
        inner: &Select,
        span: Span,
    ) -> Option<Expr> {
        let [item] = select.items.as_slice() else {
            return self.not_served("a subquery of several columns", select.span);
        };
        let (SelectValue::Expr(selected), None) = (&item.value, &select.condition) else {
            return self.not_served("a condition on the first rows of a query", span);
        };
        if !calls::has_aggregate(selected) {
            return self.not_served("a value of the first rows without an aggregate", span);
        }
        let (table, var) = self.enter_rows(inner, inner.span)?;
        let mut columns = Vec::new();
        for column in &inner.items {
            let SelectValue::Expr(value) = &column.value else {
                self.leave_rows();
                return self.not_served("`select *` in a `from`", inner.span);
            };
            let name = column.alias.as_ref().or(super::joins::name_of(value));
            let name = name.map(|name| name.text.clone()).unwrap_or_default();
            columns.push(self.expr(value).map(|value| (name, value)));
        }
        let top = self.top(inner, inner.span);
        let conjuncts = self.conjuncts(inner.condition.as_ref(), var);
        self.leave_rows();
        let columns: Option<Vec<(String, Expr)>> = columns.into_iter().collect();
        let (columns, top, conjuncts) = (columns?, top?, conjuncts?);
        let (value, asked) = self.over_first_rows(select, selected, (table, var), columns)?;
        let (value, calls) = self.of_places(value, asked.calls, &top, span)?;
        let refusals = vec![needs_scan(inner)];
        self.aggregate((table, var), conjuncts, Asked { calls, refusals }, value, span)
    }

    /// The selected value over the columns of a query, and its calls.
    fn over_first_rows(
        &mut self,
        select: &Select,
        selected: &ast::Expr,
        (table, var): (TableId, RowVar),
        columns: Vec<(String, Expr)>,
    ) -> Option<(Expr, Asked)> {
        let alias = select.from.first().and_then(|item| item.alias.as_ref());
        self.subqueries += 1;
        self.rows.push(Row {
            name: alias.map(|alias| alias.text.clone()).unwrap_or_default(),
            table,
            var,
            from: self.subqueries,
            derived: Some(columns),
            place: Place::Group,
            calls: Vec::new(),
            refusals: Vec::new(),
            using: Vec::new(),
        });
        let value = self.expr(selected);
        let asked = self.leave_subquery();
        Some((value?, asked))
    }

    /// Brings the row of a query over one table into scope.
    fn enter_rows(&mut self, select: &Select, span: Span) -> Option<(TableId, RowVar)> {
        let [from] = select.from.as_slice() else {
            return self.not_served("`order by` or `limit` of a join", span);
        };
        let Source::Table(name) = &from.source else {
            return self.not_served("`order by` or `limit` of a query in a `from`", span);
        };
        let table = self.enter_subquery(name, span)?;
        let var = self.push_row(table, from.alias.as_ref().unwrap_or(name), Place::Single);
        Some((table, var))
    }

    fn leave_rows(&mut self) {
        self.leave_subquery();
    }

    /// The order and the limit of a query, whose row is in scope.
    fn top(&mut self, select: &Select, span: Span) -> Option<Top> {
        let Some((limit, at)) = select.limit else {
            return self.not_served("`order by` without `limit`", span);
        };
        let rows = u8::try_from(limit).ok().filter(|n| (1..=SCAN_TOP_MAX as u8).contains(n));
        let Some(rows) = rows else {
            let message = format!("a query keeps 1 to {SCAN_TOP_MAX} rows in an order");
            return self.refuse(Diagnostic::error("limit-range", message, at, ""));
        };
        let (order, descending) = match select.order.as_slice() {
            // Any row: the first by key.
            [] => (constant(ExprKind::Number(0), Type::Int4, span), false),
            [order] => {
                let default = order.descending;
                if order.nulls_first.is_some_and(|first| first != default) {
                    let what = "an order of NULL other than that of the direction";
                    return self.not_served(what, order.value.span);
                }
                (self.expr(ordered_by(select, &order.value))?, order.descending)
            }
            [_, second, ..] => {
                return self.not_served("`order by` of several values", second.value.span);
            }
        };
        if !order.ty.is_ordered() {
            let message = format!("rows have no order by a {}", order.ty);
            return self.refuse(Diagnostic::error("no-order", message, order.span, ""));
        }
        self.check_stored(&order, "order by")?;
        Some(Top { order, descending, rows })
    }

    /// A value over calls as one over the values of the first rows.
    fn of_places(
        &mut self,
        mut value: Expr,
        calls: Vec<Call>,
        top: &Top,
        span: Span,
    ) -> Option<(Expr, Vec<Call>)> {
        let mut places = Vec::new();
        let mut results = Vec::with_capacity(calls.len());
        for Call { function, argument, .. } in calls {
            results.push(self.of_rows(function, argument, top, &mut places, span)?);
        }
        replace_calls(&mut value, &results);
        Some((value, places))
    }

    /// The result of a call over the first rows; the calls that it needs are added.
    fn of_rows(
        &mut self,
        function: AggregateFn,
        argument: Option<Expr>,
        top: &Top,
        calls: &mut Vec<Call>,
        span: Span,
    ) -> Option<Expr> {
        let Some(argument) = argument else {
            let count = push(calls, Call::new(AggregateFn::Count, None), Type::Int8, false, span);
            let most = constant(ExprKind::Number(top.rows.into()), Type::Int8, span);
            let kind = ExprKind::Function(Function::Least, vec![count, most]);
            return Some(Expr { kind, ty: Type::Int8, nullable: false, span });
        };
        let ty = argument.ty;
        let values: Vec<Expr> = (0..top.rows)
            .map(|place| push(calls, top.call(place, Some(argument.clone())), ty, true, span))
            .collect();
        let zero = |ty| constant(ExprKind::Number(0), ty, span);
        match function {
            AggregateFn::Min | AggregateFn::Max => {
                let is_max = function == AggregateFn::Max;
                let function = if is_max { Function::Greatest } else { Function::Least };
                let kind = ExprKind::Function(function, values);
                Some(Expr { kind, ty, nullable: true, span })
            }
            AggregateFn::Count => {
                let one = |value: Expr| {
                    let missing = ExprKind::IsNull(Box::new(value));
                    let arms = vec![(boolean(missing, false, span), zero(Type::Int8))];
                    let otherwise = Some(Box::new(constant(ExprKind::Number(1), Type::Int8, span)));
                    let kind = ExprKind::Case { arms, otherwise };
                    Expr { kind, ty: Type::Int8, nullable: false, span }
                };
                values.into_iter().map(one).reduce(|a, b| sum_of(a, b, Type::Int8, span))
            }
            AggregateFn::Sum => {
                let count = self.of_rows(AggregateFn::Count, Some(argument), top, calls, span)?;
                let exact = calls::exact_sum(ty);
                let present = |value: Expr| {
                    let kind = ExprKind::Coalesce(vec![value, zero(ty)]);
                    converted(Expr { kind, ty, nullable: false, span }, exact)
                };
                let present = values.into_iter().map(present);
                let total = present.reduce(|a, b| sum_of(a, b, exact, span))?;
                let zone = &self.catalog.zone;
                let some =
                    operators::compare(CompareOp::Gt, ">", count, zero(Type::Int8), span, zone);
                let some = self.check(some)?;
                let kind = ExprKind::Case { arms: vec![(some, total)], otherwise: None };
                Some(Expr { kind, ty: exact, nullable: true, span })
            }
            AggregateFn::Distinct | AggregateFn::Any | AggregateFn::Nth { .. } => {
                self.not_served("`count(distinct …)` over the first rows of a query", span)
            }
        }
    }
}

impl Top {
    fn call(&self, place: u8, argument: Option<Expr>) -> Call {
        let function = AggregateFn::Nth { place, descending: self.descending };
        Call { function, argument, order: Some(self.order.clone()) }
    }
}

fn converted(value: Expr, ty: Type) -> Expr {
    if value.ty == ty {
        return value;
    }
    let (nullable, span) = (value.nullable, value.span);
    Expr { kind: ExprKind::Convert(Box::new(value)), ty, nullable, span }
}

fn sum_of(a: Expr, b: Expr, ty: Type, span: Span) -> Expr {
    let kind = ExprKind::Arith(ArithOp::Add, Box::new(a), Box::new(b));
    Expr { kind, ty, nullable: false, span }
}

/// What an `order by` is by: an integer literal is the number of a selected column.
fn ordered_by<'s>(select: &'s Select, by: &'s ast::Expr) -> &'s ast::Expr {
    let ast::ExprKind::Integer(digits) = &by.kind else { return by };
    let number = digits.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let item = number.and_then(|number| select.items.get(number));
    item.and_then(|item| item.value.expr()).unwrap_or(by)
}

/// Adds a call, and returns the expression for its result.
fn push(calls: &mut Vec<Call>, call: Call, ty: Type, nullable: bool, span: Span) -> Expr {
    calls.push(call);
    Expr { kind: ExprKind::Call(calls.len() - 1), ty, nullable, span }
}

/// Replaces the results of calls by expressions. Subqueries have separate calls.
fn replace_calls(value: &mut Expr, results: &[Expr]) {
    if let ExprKind::Call(index) = value.kind {
        let (span, ty) = (value.span, value.ty);
        *value = Expr { span, ..converted(results[index].clone(), ty) };
        return;
    }
    if matches!(value.kind, ExprKind::Aggregate(_)) {
        return;
    }
    value.parts_mut().into_iter().for_each(|part| replace_calls(part, results));
}

/// The reason why no hidden table keeps the first rows.
fn needs_scan(select: &Select) -> Diagnostic {
    let at = select.order.first().map_or(select.span, |order| order.value.span);
    Diagnostic::error("no-index", "no index keeps rows in this order", at, "this needs a scan")
}
