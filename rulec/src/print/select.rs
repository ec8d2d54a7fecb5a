// SPDX-License-Identifier: Apache-2.0

//! Subqueries, and the tables of a `from`.

use super::expr::{clause, doc, separated};
use super::layout::{Doc, Piece};
use super::quoting::{alias_text, name_text, names};
use crate::ast::{FromItem, Join, Name, Order, Select, SelectItem, SelectValue, Source};

/// `(select …)`.
pub(super) fn subquery(select: &Select) -> Doc {
    subquery_with(select, "")
}

/// `(select …)` and text that stays on the line of the closing parenthesis.
fn subquery_with(select: &Select, suffix: &str) -> Doc {
    let inside = Doc::new().then(Piece::Soft).join(query(select));
    Doc::text("(").join(inside.nest()).then(Piece::Soft).append(format!("){suffix}")).group()
}

/// `select …`, with possible line breaks between its clauses.
pub(super) fn query(select: &Select) -> Doc {
    let items = separated(select.items.iter().map(item).collect());
    let mut inside = Doc::text("select ").join(items.nest()).group();
    if !select.from.is_empty() {
        inside = inside.then(Piece::Line).join(from("from", &select.from));
    }
    if let Some(condition) = &select.condition {
        inside = inside.then(Piece::Line).join(clause("where", condition));
    }
    if !select.order.is_empty() {
        let order = separated(select.order.iter().map(order).collect());
        inside = inside.then(Piece::Line).join(Doc::text("order by ").join(order.nest()).group());
    }
    if let Some((limit, _)) = select.limit {
        inside = inside.then(Piece::Line).append(format!("limit {limit}"));
    }
    inside
}

fn item(item: &SelectItem) -> Doc {
    let value = match &item.value {
        SelectValue::Star(_) => Doc::text("*"),
        SelectValue::Expr(expr) => doc(expr),
    };
    match &item.alias {
        Some(alias) => value.append(format!(" as {}", name_text(alias))),
        None => value,
    }
}

fn order(order: &Order) -> Doc {
    let direction = if order.descending { " desc" } else { "" };
    let nulls = match order.nulls_first {
        Some(true) => " nulls first",
        Some(false) => " nulls last",
        None => "",
    };
    doc(&order.value).append(format!("{direction}{nulls}"))
}

/// `from` or `using`, and its tables.
pub(super) fn from(keyword: &str, items: &[FromItem]) -> Doc {
    let mut head = Doc::text(format!("{keyword} "));
    let mut others = Doc::new();
    for (index, item) in items.iter().enumerate() {
        let source = source(item);
        others = match &item.join {
            Join::List if index == 0 => {
                head = head.join(source);
                others
            }
            Join::List => others.append(",").then(Piece::Line).join(source),
            Join::Cross => others.then(Piece::Line).append("cross join ").join(source),
            Join::On(condition) => {
                let on = source.append(" ").join(clause("on", condition));
                others.then(Piece::Line).append("join ").join(on)
            }
            Join::Using(columns) => {
                let source = source.append(format!(" using ({})", names(columns)));
                others.then(Piece::Line).append("join ").join(source)
            }
        };
    }
    head.join(others.nest()).group()
}

fn source(item: &FromItem) -> Doc {
    match &item.source {
        Source::Table(table) => table_and_alias(table, &item.alias),
        Source::Query(select) => {
            let alias = item.alias.as_ref().map(|alias| format!(" as {}", name_text(alias)));
            subquery_with(select, &alias.unwrap_or_default())
        }
    }
}

/// `table` or `table alias`.
pub(super) fn table_and_alias(table: &Name, alias: &Option<Name>) -> Doc {
    match alias {
        Some(alias) => Doc::text(format!("{} {}", name_text(table), alias_text(alias))),
        None => Doc::text(name_text(table)),
    }
}
