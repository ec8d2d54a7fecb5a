// SPDX-License-Identifier: Apache-2.0

//! One `select`: its tables, conditions, groups and columns.

use crate::error::QueryError;
use crate::scope::{Scope, Source, folded, unknown};
use crate::translate::{Output, Result, Translator, ordered, ordinal};
use crate::ty::{Column, Ty, Typed, quoted_name};
use sqlparser::ast::{
    Distinct, Expr, GroupByExpr, Ident, Join, JoinConstraint, JoinOperator, ObjectName,
    ObjectNamePart, OrderByExpr, Select, SelectFlavor, SelectItem, SelectItemQualifiedWildcardKind,
    Spanned, TableFactor, WildcardAdditionalOptions,
};

impl Translator<'_> {
    /// A `select` with its `order by`.
    pub fn select(
        &mut self,
        select: &Select,
        targets: Option<&[Ty]>,
        order: &[OrderByExpr],
    ) -> Result<Output> {
        self.scopes.0.push(Scope::default());
        let found = self.select_here(select, targets, order);
        self.scopes.0.pop();
        found
    }

    fn select_here(
        &mut self,
        select: &Select,
        targets: Option<&[Ty]>,
        order: &[OrderByExpr],
    ) -> Result<Output> {
        self.check_served(select)?;
        let from = self.from(select)?;
        let condition = match &select.selection {
            Some(condition) => format!(" WHERE {}", self.condition(condition)?),
            None => String::new(),
        };
        self.scopes.here().may_aggregate = true;
        // The first reading shows whether there are aggregates; in a query with groups, the second
        // refuses columns of single rows.
        let mut items = self.items(select, targets)?;
        let columns = |items: &[(String, Typed)]| -> Vec<Column> {
            items.iter().map(|(name, typed)| Column::new(name, typed.ty)).collect()
        };
        let groups = self.groups(select, &items)?;
        let having = select.having.as_ref().map(|having| self.condition(having)).transpose()?;
        let mut terms = self.order(order, &columns(&items))?;
        let is_grouped = !groups.is_empty() || having.is_some() || self.scopes.here().has_aggregate;
        let mut rest = condition;
        if is_grouped {
            self.scopes.here().groups = Some(groups.clone());
            items = self.items(select, targets)?;
            terms = self.order(order, &columns(&items))?;
            if !groups.is_empty() {
                rest += &format!(" GROUP BY {}", groups.join(", "));
            }
            if let Some(having) = &select.having {
                rest += &format!(" HAVING {}", self.condition(having)?);
            }
        }
        let distinct = match &select.distinct {
            Some(Distinct::Distinct) => "DISTINCT ",
            Some(Distinct::All) | None => "",
            Some(Distinct::On(_)) => return Err(self.unserved(select, "`distinct on`")),
        };
        let list =
            items.iter().map(|(name, typed)| format!("{} AS {}", typed.sql, quoted_name(name)));
        let list: Vec<String> = list.collect();
        let sql = format!("SELECT {distinct}{}{from}{rest}{}", list.join(", "), ordered(&terms));
        Ok(Output { columns: columns(&items), sql })
    }

    fn check_served(&self, select: &Select) -> Result<()> {
        let is_served = select.select_modifiers.is_none()
            && select.top.is_none()
            && select.exclude.is_none()
            && select.into.is_none()
            && select.lateral_views.is_empty()
            && select.prewhere.is_none()
            && select.connect_by.is_empty()
            && select.cluster_by.is_empty()
            && select.distribute_by.is_empty()
            && select.sort_by.is_empty()
            && select.named_window.is_empty()
            && select.qualify.is_none()
            && select.value_table_mode.is_none()
            && select.flavor == SelectFlavor::Standard;
        if is_served { Ok(()) } else { Err(self.unserved(select, "such a `select`")) }
    }

    /// The columns with their names.
    fn items(&mut self, select: &Select, targets: Option<&[Ty]>) -> Result<Vec<(String, Typed)>> {
        let mut items = Vec::new();
        for item in &select.projection {
            match item {
                SelectItem::UnnamedExpr(expr) => {
                    let typed = self.expr(expr)?;
                    let typed =
                        self.as_targets(typed, targets.and_then(|all| all.get(items.len())), expr)?;
                    items.push((name_of(expr), typed));
                }
                SelectItem::ExprWithAlias { expr, alias } => {
                    let typed = self.expr(expr)?;
                    let typed =
                        self.as_targets(typed, targets.and_then(|all| all.get(items.len())), expr)?;
                    items.push((folded(alias), typed));
                }
                SelectItem::Wildcard(options) => {
                    self.check_wildcard(options, item)?;
                    let sources = &self.scopes.here().sources;
                    let all: Vec<_> = sources.iter().flat_map(|source| source.all(false)).collect();
                    if all.is_empty() {
                        return Err(QueryError::at(item.span(), "there is no table for `*`"));
                    }
                    self.add_all(all, targets, item, &mut items)?;
                }
                SelectItem::QualifiedWildcard(
                    SelectItemQualifiedWildcardKind::ObjectName(name),
                    options,
                ) => {
                    self.check_wildcard(options, item)?;
                    let table = self.one_name(name)?;
                    let alias = folded(table);
                    let sources = &self.scopes.here().sources;
                    let source = sources.iter().find(|source| source.alias == alias);
                    let known = sources.iter().map(|source| source.alias.as_str());
                    let all = source.map(|source| source.all(true));
                    let all = all.ok_or_else(|| unknown("table in this query", table, known))?;
                    self.add_all(all, targets, item, &mut items)?;
                }
                _ => return Err(self.unserved(item, "such a column")),
            }
        }
        Ok(items)
    }

    fn add_all(
        &self,
        all: Vec<(String, Typed)>,
        targets: Option<&[Ty]>,
        at: &SelectItem,
        items: &mut Vec<(String, Typed)>,
    ) -> Result<()> {
        if self.scopes.0.last().is_some_and(|scope| scope.groups.is_some()) {
            return Err(QueryError::at(
                at.span(),
                "`*` has a value for each row, and the query a \
                                                  line for each group",
            ));
        }
        for (name, typed) in all {
            let typed = self.as_targets(typed, targets.and_then(|all| all.get(items.len())), at)?;
            items.push((name, typed));
        }
        Ok(())
    }

    fn check_wildcard(&self, options: &WildcardAdditionalOptions, at: &SelectItem) -> Result<()> {
        let is_plain = options.opt_ilike.is_none()
            && options.opt_exclude.is_none()
            && options.opt_except.is_none()
            && options.opt_replace.is_none()
            && options.opt_rename.is_none()
            && options.opt_alias.is_none();
        if is_plain { Ok(()) } else { Err(self.unserved(at, "such a `*`")) }
    }

    /// The expressions of `group by`.
    fn groups(&mut self, select: &Select, items: &[(String, Typed)]) -> Result<Vec<String>> {
        let GroupByExpr::Expressions(exprs, modifiers) = &select.group_by else {
            return Err(self.unserved(select, "`group by all`"));
        };
        if !modifiers.is_empty() {
            return Err(self.unserved(select, "such a `group by`"));
        }
        let columns: Vec<Column> =
            items.iter().map(|(name, typed)| Column::new(name, typed.ty)).collect();
        let mut groups = Vec::with_capacity(exprs.len());
        self.scopes.here().may_aggregate = false;
        for expr in exprs {
            // A column of a table comes before one of the result.
            let of_table = match expr {
                Expr::Value(_) => None,
                _ => Some(self.expr(expr)),
            };
            groups.push(match (of_table, ordinal(expr, &columns)?) {
                (Some(Ok(typed)), _) => typed.sql,
                (_, Some(place)) => items[place - 1].1.sql.clone(),
                (Some(Err(error)), None) => return Err(error),
                (None, None) => return Err(self.unserved(expr, "such a group")),
            });
        }
        self.scopes.here().may_aggregate = true;
        Ok(groups)
    }

    fn order(&mut self, order: &[OrderByExpr], columns: &[Column]) -> Result<Vec<String>> {
        let mut terms = Vec::with_capacity(order.len());
        for term in order {
            if term.with_fill.is_some() {
                return Err(self.unserved(&term.expr, "`with fill`"));
            }
            let value = match ordinal(&term.expr, columns)? {
                Some(place) => place.to_string(),
                None => self.expr(&term.expr)?.sql,
            };
            terms.push(format!("{value}{}", self.direction(&term.options)?));
        }
        Ok(terms)
    }

    /// The `from` with the word before it, and its tables in the scope.
    fn from(&mut self, select: &Select) -> Result<String> {
        let mut text = String::new();
        for table in &select.from {
            // A comma binds looser than a join, and a condition sees the tables of its joins only.
            let first = self.scopes.here().sources.len();
            text += if text.is_empty() { " FROM " } else { " CROSS JOIN " };
            let mut joined = self.factor(&table.relation)?;
            for join in &table.joins {
                joined = self.join(joined, join, first)?;
            }
            text += &match table.joins.is_empty() {
                true => joined,
                false => format!("({joined})"),
            };
        }
        Ok(text)
    }

    fn factor(&mut self, factor: &TableFactor) -> Result<String> {
        let (source, sql) = match factor {
            TableFactor::Table { name, alias, args: None, .. } => {
                let ident = self.one_name(name)?;
                let table = folded(ident);
                let named = self.named.iter().rev().find(|(name, _)| *name == table);
                let found = named.or_else(|| self.catalog.iter().find(|(name, _)| *name == table));
                let columns = found.map(|(_, columns)| columns.clone()).ok_or_else(|| {
                    let tables = self.named.iter().chain(self.catalog);
                    unknown("table", ident, tables.map(|(name, _)| name.as_str()))
                })?;
                if alias.as_ref().is_some_and(|alias| !alias.columns.is_empty()) {
                    return Err(self.unserved(name, "a table with other names of columns"));
                }
                let here = alias.as_ref().map_or(table.clone(), |alias| folded(&alias.name));
                (Source { alias: here, columns, merged: Vec::new() }, quoted_name(&table))
            }
            TableFactor::Derived { lateral: false, subquery, alias: Some(alias), .. } => {
                // It sees no table beside it.
                let beside = std::mem::take(&mut self.scopes.here().sources);
                let output = self.query(subquery, None);
                self.scopes.here().sources = beside;
                let output = output?;
                let names: Vec<String> =
                    output.columns.iter().map(|column| quoted_name(&column.name)).collect();
                let (here, columns) = self.renamed(alias, output.columns)?;
                let sql = match alias.columns.is_empty() {
                    true => format!("({})", output.sql),
                    false => {
                        let pairs = names.iter().zip(&columns);
                        let list: Vec<String> = pairs
                            .map(|(name, column)| {
                                format!("{name} AS {}", quoted_name(&column.name))
                            })
                            .collect();
                        format!("(SELECT {} FROM ({}))", list.join(", "), output.sql)
                    }
                };
                (Source { alias: here, columns, merged: Vec::new() }, sql)
            }
            TableFactor::Derived { lateral: false, subquery, alias: None, .. } => {
                return Err(QueryError::at(subquery.span(), "a query in `from` needs a name")
                    .help("write a name after its parenthesis, such as `q`"));
            }
            TableFactor::NestedJoin { table_with_joins, alias: None } => {
                let first = self.scopes.here().sources.len();
                let mut joined = self.factor(&table_with_joins.relation)?;
                for join in &table_with_joins.joins {
                    joined = self.join(joined, join, first)?;
                }
                return Ok(format!("({joined})"));
            }
            other => return Err(self.unserved(other, "such a table")),
        };
        let alias = quoted_name(&source.alias);
        if self.scopes.here().sources.iter().any(|other| other.alias == source.alias) {
            let message = format!("there are two tables `{}` in one `from`", source.alias);
            return Err(
                QueryError::at(factor.span(), message).help("give one another name with `as`")
            );
        }
        self.scopes.here().sources.push(source);
        Ok(format!("{sql} AS {alias}"))
    }

    fn join(&mut self, left: String, join: &Join, first: usize) -> Result<String> {
        let (word, constraint, is_outer) = match &join.join_operator {
            JoinOperator::Join(on) | JoinOperator::Inner(on) => ("JOIN", on, false),
            JoinOperator::Left(on) | JoinOperator::LeftOuter(on) => ("LEFT JOIN", on, false),
            JoinOperator::Right(on) | JoinOperator::RightOuter(on) => ("RIGHT JOIN", on, true),
            JoinOperator::FullOuter(on) => ("FULL JOIN", on, true),
            JoinOperator::CrossJoin(on) => ("CROSS JOIN", on, false),
            _ => return Err(self.unserved(&join.relation, "such a join")),
        };
        let middle = self.scopes.here().sources.len();
        let right = self.factor(&join.relation)?;
        let on = match constraint {
            JoinConstraint::None if word == "CROSS JOIN" => String::new(),
            JoinConstraint::On(condition) => {
                // The condition does not see the tables before a comma.
                let before: Vec<Source> = self.scopes.here().sources.drain(..first).collect();
                let condition = self.condition(condition);
                self.scopes.here().sources.splice(..0, before);
                format!(" ON {}", condition?)
            }
            JoinConstraint::Using(names) if !is_outer => {
                let names = names.iter().map(|name| self.one_name(name).cloned());
                let names = names.collect::<Result<Vec<Ident>>>()?;
                self.using(&names, first, middle)?
            }
            _ => return Err(self.unserved(&join.relation, "such a join")),
        };
        Ok(format!("{left} {word} {right}{on}"))
    }

    /// The condition of `using`, whose columns the tables from `middle` on do not show.
    fn using(&mut self, names: &[Ident], first: usize, middle: usize) -> Result<String> {
        let mut equal = Vec::with_capacity(names.len());
        for name in names {
            let text = folded(name);
            let mut side = |from: usize, to: usize| -> Result<Typed> {
                let all: Vec<_> = self.scopes.here().sources[from..to]
                    .iter()
                    .flat_map(|source| source.all(false))
                    .collect();
                let found: Vec<_> = all.iter().filter(|(name, _)| *name == text).collect();
                match &found[..] {
                    [(_, column)] => Ok(column.clone()),
                    [] => Err(unknown("column", name, all.iter().map(|(name, _)| name.as_str()))),
                    [..] => {
                        let message = format!("`{text}` is a column of several tables here");
                        Err(QueryError::at(name.span, message))
                    }
                }
            };
            let (left, right) = (side(first, middle)?, side(middle, middle + 1)?);
            let (left, right) = ((left, name.span), (right, name.span));
            equal.push(crate::compare::comparison("=", left, right, self.zone)?.sql);
        }
        let merged: Vec<String> = names.iter().map(folded).collect();
        self.scopes.here().sources[middle].merged = merged;
        Ok(format!(" ON {}", equal.join(" AND ")))
    }

    fn one_name<'n>(&self, name: &'n ObjectName) -> Result<&'n Ident> {
        match &name.0[..] {
            [ObjectNamePart::Identifier(ident)] => Ok(ident),
            _ => Err(self.unserved(name, "a name of several parts")),
        }
    }
}

/// The name of a column that is given none.
fn name_of(expr: &Expr) -> String {
    match expr {
        Expr::Identifier(name) => folded(name),
        Expr::CompoundIdentifier(parts) => parts.last().map_or(String::new(), folded),
        Expr::Function(call) => call.name.to_string().to_ascii_lowercase(),
        Expr::Nested(inner) => name_of(inner),
        Expr::Cast { expr, .. } => name_of(expr),
        Expr::Case { .. } => "case".to_owned(),
        Expr::Exists { .. } => "exists".to_owned(),
        _ => "?column?".to_owned(),
    }
}
