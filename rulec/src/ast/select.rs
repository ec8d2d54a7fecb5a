// SPDX-License-Identifier: Apache-2.0

//! Subqueries.

use super::{Expr, Name};
use crate::span::Span;

/// `select items from … [where condition] [order by …] [limit n]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    /// The selected columns, at least one. A subquery that is a value, or an operand of `in`, has
    /// exactly one, which is an expression.
    pub items: Vec<SelectItem>,
    /// The tables in order, at least one, except in the body of a function.
    pub from: Vec<FromItem>,
    /// The condition.
    pub condition: Option<Expr>,
    /// The order, most significant first; empty without `order by`.
    pub order: Vec<Order>,
    /// The greatest number of rows and its span.
    pub limit: Option<(i64, Span)>,
    /// The span from `select` to the end.
    pub span: Span,
}

impl Select {
    /// All expressions of the subquery, including those of the queries in its `from`.
    pub fn expressions(&self) -> Vec<&Expr> {
        let mut found = Vec::new();
        let mut queries = vec![self];
        while let Some(select) = queries.pop() {
            found.extend(select.items.iter().filter_map(|item| item.value.expr()));
            for item in &select.from {
                if let Join::On(condition) = &item.join {
                    found.push(condition);
                }
                if let Source::Query(inner) = &item.source {
                    queries.push(inner);
                }
            }
            found.extend(&select.condition);
            found.extend(select.order.iter().map(|order| &order.value));
        }
        found
    }
}

/// A selected column.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectItem {
    /// The value.
    pub value: SelectValue,
    /// Its name, from `as`.
    pub alias: Option<Name>,
}

/// The value of a selected column.
#[derive(Clone, Debug, PartialEq)]
pub enum SelectValue {
    /// `*`, and its span.
    Star(Span),
    /// An expression.
    Expr(Expr),
}

impl SelectValue {
    /// The expression, if it is one.
    pub fn expr(&self) -> Option<&Expr> {
        match self {
            SelectValue::Star(_) => None,
            SelectValue::Expr(expr) => Some(expr),
        }
    }
}

/// A table or query in a `from`, and how it is joined with those before it.
#[derive(Clone, Debug, PartialEq)]
pub struct FromItem {
    /// The rows.
    pub source: Source,
    /// The alias, which a query always has.
    pub alias: Option<Name>,
    /// The join. [`Join::List`] for the first item.
    pub join: Join,
    /// The span of source and alias.
    pub span: Span,
}

/// The rows of an item of a `from`.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A table.
    Table(Name),
    /// `(select …)`.
    Query(Box<Select>),
}

/// How an item of a `from` is joined with those before it. Joins associate to the left, and a comma
/// binds looser: in `a, b join c on …` the condition cannot name `a`.
#[derive(Clone, Debug, PartialEq)]
pub enum Join {
    /// `, item`, and the first item.
    List,
    /// `cross join item`.
    Cross,
    /// `[inner] join item on condition`.
    On(Expr),
    /// `[inner] join item using (columns)`.
    Using(Vec<Name>),
}

/// An expression of an `order by`.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The expression. As in PostgreSQL, an integer literal is the number of a selected column.
    pub value: Expr,
    /// `desc`.
    pub descending: bool,
    /// `Some(true)` for `nulls first`, `Some(false)` for `nulls last`, and `None` where neither is
    /// written, which means last, or first with `desc`.
    pub nulls_first: Option<bool>,
}
