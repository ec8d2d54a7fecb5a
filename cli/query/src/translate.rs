// SPDX-License-Identifier: Apache-2.0

//! A query of the user as one of SQLite, with the types of its columns.

use crate::compare::common;
use crate::error::QueryError;
use crate::scope::{Scopes, folded};
use crate::ty::{Column, Ty, quoted_name};
use engine::calendar::Zone;
use sqlparser::ast::{
    Expr, LimitClause, OrderBy, OrderByExpr, OrderByKind, OrderByOptions, OrderBySort, Query,
    SetExpr, SetOperator, SetQuantifier, Spanned, TableAlias, Value, With,
};

/// The result of a part of a translation.
pub type Result<T> = std::result::Result<T, QueryError>;

/// The tables of a database by name.
pub type Catalog = Vec<(String, Vec<Column>)>;

/// A query of SQLite.
#[derive(Clone, Debug)]
pub struct Output {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its text.
    pub sql: String,
}

/// The state of a translation.
pub struct Translator<'c> {
    /// The tables.
    pub catalog: &'c Catalog,
    /// The queries of `with` that are in scope, innermost last.
    pub named: Vec<(String, Vec<Column>)>,
    /// The columns in scope.
    pub scopes: Scopes,
    /// The time zone of texts.
    pub zone: Zone,
    /// The expressions and queries that the current one is in.
    depth: usize,
}

/// Expressions and queries within each other.
const DEPTH_MAX: usize = 500;

impl<'c> Translator<'c> {
    /// A translation for some tables.
    pub fn new(catalog: &'c Catalog, zone: Zone) -> Translator<'c> {
        Translator { catalog, named: Vec::new(), scopes: Scopes::default(), zone, depth: 0 }
    }

    /// Translates a part `at` of the query, which may contain other parts.
    pub fn within<T>(
        &mut self,
        at: &impl Spanned,
        translate: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        if self.depth == DEPTH_MAX {
            let message = format!("this is within more than {DEPTH_MAX} others");
            return Err(QueryError::at(at.span(), message));
        }
        self.depth += 1;
        let found = translate(self);
        self.depth -= 1;
        found
    }

    /// A query; its columns have the types in `targets` if there are some.
    pub fn query(&mut self, query: &Query, targets: Option<&[Ty]>) -> Result<Output> {
        let is_plain = query.fetch.is_none()
            && query.locks.is_empty()
            && query.for_clause.is_none()
            && query.settings.is_none()
            && query.format_clause.is_none()
            && query.pipe_operators.is_empty();
        if !is_plain {
            return Err(self.unserved(query, "such an end of a query"));
        }
        let outside = self.named.len();
        let found = self.query_with(query, targets);
        self.named.truncate(outside);
        found
    }

    fn query_with(&mut self, query: &Query, targets: Option<&[Ty]>) -> Result<Output> {
        let with = query.with.as_ref().map_or(Ok(String::new()), |with| self.with(with))?;
        let order = match &query.order_by {
            None => &[][..],
            Some(OrderBy { kind: OrderByKind::Expressions(order), interpolate: None }) => order,
            Some(order) => return Err(self.unserved(order, "such an `order by`")),
        };
        let mut output = match &*query.body {
            SetExpr::Select(select) => self.select(select, targets, order)?,
            body => {
                let mut output = self.body(body, targets)?;
                output.sql += &self.order_of_columns(&output.columns, order)?;
                output
            }
        };
        if let Some(limit) = &query.limit_clause {
            output.sql += &self.limit(limit)?;
        }
        output.sql = with + &output.sql;
        Ok(output)
    }

    fn with(&mut self, with: &With) -> Result<String> {
        if with.recursive {
            return Err(self.unserved(with, "`with recursive`"));
        }
        let mut parts = Vec::with_capacity(with.cte_tables.len());
        for cte in &with.cte_tables {
            let output = self.query(&cte.query, None)?;
            let (name, columns) = self.renamed(&cte.alias, output.columns)?;
            let names: Vec<String> =
                columns.iter().map(|column| quoted_name(&column.name)).collect();
            parts.push(format!("{}({}) AS ({})", quoted_name(&name), names.join(", "), output.sql));
            self.named.push((name, columns));
        }
        Ok(format!("WITH {} ", parts.join(", ")))
    }

    /// The name of an alias, and columns with the names that it gives them.
    pub fn renamed(
        &self,
        alias: &TableAlias,
        mut columns: Vec<Column>,
    ) -> Result<(String, Vec<Column>)> {
        if alias.columns.len() > columns.len() {
            let message = format!("there are only {} columns to name", columns.len());
            return Err(QueryError::at(alias.name.span, message));
        }
        for (column, name) in columns.iter_mut().zip(&alias.columns) {
            column.name = folded(&name.name);
        }
        Ok((folded(&alias.name), columns))
    }

    /// A query without `order by` and `limit`, as an operand of `union` and the like.
    fn body(&mut self, body: &SetExpr, targets: Option<&[Ty]>) -> Result<Output> {
        self.within(body, |inner| inner.operand(body, targets))
    }

    fn operand(&mut self, body: &SetExpr, targets: Option<&[Ty]>) -> Result<Output> {
        match body {
            SetExpr::Select(select) => self.select(select, targets, &[]),
            SetExpr::Query(query) => {
                let output = self.query(query, targets)?;
                Ok(Output { sql: format!("SELECT * FROM ({})", output.sql), ..output })
            }
            SetExpr::SetOperation { left, op, set_quantifier, right } => {
                let word = match (op, set_quantifier) {
                    (SetOperator::Union, SetQuantifier::All) => "UNION ALL",
                    (SetOperator::Union, SetQuantifier::None | SetQuantifier::Distinct) => "UNION",
                    (SetOperator::Except, SetQuantifier::None | SetQuantifier::Distinct) => {
                        "EXCEPT"
                    }
                    (SetOperator::Intersect, SetQuantifier::None | SetQuantifier::Distinct) => {
                        "INTERSECT"
                    }
                    _ => return Err(self.unserved(body, &format!("`{op} {set_quantifier}`"))),
                };
                let types = match targets {
                    Some(targets) => targets.to_vec(),
                    None => self.common_types(left, right)?,
                };
                let left = self.body(left, Some(&types))?;
                let right = self.body(right, Some(&types))?;
                let sql =
                    format!("SELECT * FROM ({}) {word} SELECT * FROM ({})", left.sql, right.sql);
                Ok(Output { columns: left.columns, sql })
            }
            _ => Err(self.unserved(body, "such a query")),
        }
    }

    fn common_types(&mut self, left: &SetExpr, right: &SetExpr) -> Result<Vec<Ty>> {
        let (a, b) = (self.body(left, None)?, self.body(right, None)?);
        if a.columns.len() != b.columns.len() {
            let message =
                format!("the queries have {} and {} columns", a.columns.len(), b.columns.len());
            return Err(QueryError::at(right.span(), message));
        }
        let pairs = a.columns.iter().zip(&b.columns);
        pairs.map(|(a, b)| common(&[a.ty, b.ty], right.span())).collect()
    }

    /// `order by` of names and numbers of columns.
    fn order_of_columns(&self, columns: &[Column], order: &[OrderByExpr]) -> Result<String> {
        let mut terms = Vec::with_capacity(order.len());
        for term in order {
            let place = ordinal(&term.expr, columns)?.ok_or_else(|| {
                QueryError::at(term.expr.span(), "this is no column of the result")
                    .help("order the result of `union` and the like by its columns")
            })?;
            terms.push(format!("{place}{}", self.direction(&term.options)?));
        }
        Ok(ordered(&terms))
    }

    /// The direction of an `order by`: NULL is the greatest, as in PostgreSQL.
    pub fn direction(&self, options: &OrderByOptions) -> Result<&'static str> {
        let descending = match &options.sort {
            None | Some(OrderBySort::Asc) => false,
            Some(OrderBySort::Desc) => true,
            Some(OrderBySort::Using(name)) => return Err(self.unserved(name, "`order by using`")),
        };
        Ok(match (descending, options.nulls_first.unwrap_or(descending)) {
            (false, false) => " ASC NULLS LAST",
            (false, true) => " ASC NULLS FIRST",
            (true, false) => " DESC NULLS LAST",
            (true, true) => " DESC NULLS FIRST",
        })
    }

    fn limit(&mut self, limit: &LimitClause) -> Result<String> {
        let LimitClause::LimitOffset { limit, offset, limit_by } = limit else {
            return Err(QueryError::new("write `limit n offset m`"));
        };
        if !limit_by.is_empty() {
            return Err(QueryError::new("`limit … by` is not served"));
        }
        let count = |expr: &Expr| match expr {
            Expr::Value(value) => match &value.value {
                Value::Number(text, false) => text.parse::<u32>().ok(),
                _ => None,
            },
            _ => None,
        };
        let number = |expr: &Expr| {
            count(expr).ok_or_else(|| QueryError::at(expr.span(), "write a number of rows here"))
        };
        let most = limit.as_ref().map(number).transpose()?.map_or(-1, i64::from);
        let skipped = offset.as_ref().map(|offset| number(&offset.value)).transpose()?.unwrap_or(0);
        Ok(format!(" LIMIT {most} OFFSET {skipped}"))
    }
}

/// The number of the column of the result that a term of `order by` or `group by` names, from 1.
pub fn ordinal(expr: &Expr, columns: &[Column]) -> Result<Option<usize>> {
    match expr {
        Expr::Value(value) => {
            let Value::Number(text, false) = &value.value else { return Ok(None) };
            let place = text.parse().ok().filter(|place| (1..=columns.len()).contains(place));
            let message = format!("the result has {} columns", columns.len());
            place.map(Some).ok_or_else(|| QueryError::at(expr.span(), message))
        }
        Expr::Identifier(name) => {
            let name = folded(name);
            Ok(columns.iter().position(|column| column.name == name).map(|place| place + 1))
        }
        _ => Ok(None),
    }
}

/// An `order by` of some terms.
pub fn ordered(terms: &[String]) -> String {
    if terms.is_empty() { String::new() } else { format!(" ORDER BY {}", terms.join(", ")) }
}
