// SPDX-License-Identifier: Apache-2.0

//! The subqueries that are resolved today: one table, and at most one selected expression.

use crate::ast::{Expr, Join, Name, Select, Source};
use crate::span::Span;

/// The parts of a subquery over one table.
pub(super) struct PlainSelect<'a> {
    /// The selected expression; `None` for `*`.
    pub value: Option<&'a Expr>,
    pub table: &'a Name,
    pub alias: Option<&'a Name>,
    pub condition: Option<&'a Expr>,
}

impl PlainSelect<'_> {
    /// The name of the row.
    pub fn visible(&self) -> &Name {
        self.alias.unwrap_or(self.table)
    }
}

/// The parts of a subquery of one column, or the name and the place of what is not served.
pub(super) fn plain_select(select: &Select) -> Result<PlainSelect<'_>, (&'static str, Span)> {
    match select.items.as_slice() {
        [_] => plain_rows(select),
        _ => Err(("a subquery of several columns", select.span)),
    }
}

/// The parts of a subquery of any columns. Of several, the value is the first that is one.
pub(super) fn plain_rows(select: &Select) -> Result<PlainSelect<'_>, (&'static str, Span)> {
    let [from] = select.from.as_slice() else {
        let what = match select.from.last().map(|item| &item.join) {
            Some(Join::List) | None => "`from` with several tables",
            Some(Join::Cross | Join::On(_) | Join::Using(_)) => "`join`",
        };
        return Err((what, select.from.last().map_or(select.span, |item| item.span)));
    };
    let Source::Table(table) = &from.source else {
        return Err(("a query in `from`", from.span));
    };
    if let Some(order) = select.order.first() {
        return Err(("`order by`", order.value.span));
    }
    if let Some((_, span)) = select.limit {
        return Err(("`limit`", span));
    }
    let value = select.items.iter().find_map(|item| item.value.expr());
    let (alias, condition) = (from.alias.as_ref(), select.condition.as_ref());
    Ok(PlainSelect { value, table, alias, condition })
}
