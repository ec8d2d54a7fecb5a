// SPDX-License-Identifier: Apache-2.0

//! Subqueries, and the lookup of one row by its whole key.
//!
//! A `where` is split into its conjuncts. Each conjunct that equates a key column with an
//! expression that does not depend on the row gives a part of the key. The others form the
//! residual, which is checked on the row that was found.

use super::catalog::{Key, Table};
use super::limits::SUBQUERY_DEPTH_MAX;
use super::literals::{boolean, constant};
use super::plain_select::{PlainSelect, plain_rows, plain_select};
use super::scope::{Item, Place, Row};
use super::{calls, conversions, operators, queries, suggest};
use crate::ast::{self, BinaryOp};
use crate::diagnostic::Diagnostic;
use crate::hir::{AggregateFn, Call, CompareOp, Expr, ExprKind, Path, RowMatch, RowVar};
use crate::span::Span;
use engine::machine::SCAN_ROWS_MAX;
use engine::schema::{ColumnId, TableId, Type};

/// One conjunct of a `where`.
#[derive(Clone)]
pub(super) struct Conjunct {
    /// The whole conjunct.
    pub condition: Expr,
    /// The column that it equates with an expression independent of the row, if any.
    pub equates: Option<Equated>,
}

/// A column and the value that it must equal.
#[derive(Clone)]
pub(super) struct Equated {
    pub column: ColumnId,
    /// The value at the scale of the column; `None` if it can have digits that the column cannot
    /// hold.
    pub value: Option<Expr>,
    /// Whether the value consists of literals only.
    pub constant: bool,
}

/// What a subquery asks of a group of rows.
#[derive(Default)]
pub(super) struct Asked {
    /// The aggregate calls of its value.
    pub calls: Vec<Call>,
    /// Why a hidden table cannot keep them.
    pub refusals: Vec<Diagnostic>,
}

/// The rows that an `in (select …)` asks for.
enum Member<'a> {
    /// Any row.
    Any,
    /// Rows whose value, as written, equals the operand.
    Equals(&'a Expr, &'a ast::Expr),
    /// Rows whose value, as written, is NULL.
    Missing(&'a ast::Expr),
}

/// The construct that selects a row, for messages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seeker {
    Subquery,
    Update,
    Delete,
}

impl Seeker {
    fn name(self) -> &'static str {
        match self {
            Seeker::Subquery => "this subquery",
            Seeker::Update => "this update",
            Seeker::Delete => "this delete",
        }
    }
}

impl Item<'_> {
    /// `(select …)` as a value.
    pub fn subquery(&mut self, select: &ast::Select, span: Span) -> Option<Expr> {
        if let Some(inner) = Self::first_rows(select) {
            return self.value_of_first_rows(select, inner, span);
        }
        if Self::is_ordered(select) {
            return self.first_value(select, span);
        }
        if Self::is_join(select) {
            return self.joined_value(select, span);
        }
        let plain = self.plain_select(select)?;
        let Some(selected) = plain.value else { return self.not_served("`select *`", span) };
        let aggregated = calls::has_aggregate(selected);
        let place = if aggregated { Place::Group } else { Place::Single };
        let table = self.enter_subquery(plain.table, span)?;
        let var = self.push_row(table, plain.visible(), place);
        let value = self.expr(selected);
        if let Some(row) = self.rows.last_mut() {
            row.place = Place::Single;
        }
        let conjuncts = self.conjuncts(plain.condition, var);
        let asked = self.leave_subquery();
        let (value, conjuncts) = (value?, conjuncts?);
        if aggregated {
            return self.aggregate((table, var), conjuncts, asked, value, span);
        }
        self.value_of_row((table, var), conjuncts, value, (select.span, span))
    }

    /// The value of the row that the conjuncts select, found by its key or by a scan.
    pub fn value_of_row(
        &mut self,
        (table, var): (TableId, RowVar),
        conjuncts: Vec<Conjunct>,
        value: Expr,
        (select, span): (Span, Span),
    ) -> Option<Expr> {
        let ty = value.ty;
        match self.row_match(table, var, conjuncts) {
            Ok(row) => {
                let kind = ExprKind::Lookup { table, row: Box::new(row), value: Box::new(value) };
                Some(Expr { kind, ty, nullable: true, span })
            }
            Err(conjuncts) => match self.list_of((table, var), &conjuncts, SCAN_ROWS_MAX) {
                Some(_) => self.only_row((table, var), conjuncts, value, span),
                None => self.refuse_row(table, var, &conjuncts, Seeker::Subquery, select),
            },
        }
    }

    /// `operand [not] in (select value …)`: whether a row exists whose value equals the operand.
    ///
    /// If none does, the result is NULL where a comparison with a row would be: the operand is NULL
    /// and there is a row, or a row has NULL.
    pub fn in_select(
        &mut self,
        operand: &ast::Expr,
        select: &ast::Select,
        negated: bool,
        span: Span,
    ) -> Option<Expr> {
        let plain = self.plain_select(select)?;
        let Some(value) = plain.value else { return self.not_served("`in (select *)`", span) };
        if calls::has_aggregate(value) {
            let message = "`in` with an aggregate is not served";
            let operator = if negated { "<>" } else { "=" };
            let help = format!("an aggregate is one value: write `x {operator} (select …)`");
            let error = Diagnostic::error("not-served", message, span, "not served");
            return self.refuse(error.help(help));
        }
        // The operand is resolved before the row is in scope, which could hide its names.
        let outside = self.expr(operand)?;
        let inside = self.selected_value(&plain, value)?;
        let found = self.exists_with(&plain, Member::Equals(&outside, value), span)?;
        let mut arms = vec![(found, constant(ExprKind::Number(1), Type::Boolean, span))];
        let null = || boolean(ExprKind::Null, true, span);
        if outside.nullable {
            let missing = ExprKind::IsNull(Box::new(outside.clone()));
            let missing = boolean(missing, false, span);
            let any = self.exists_with(&plain, Member::Any, span)?;
            arms.push((operators::all(vec![missing, any])?, null()));
        }
        if inside.nullable {
            arms.push((self.exists_with(&plain, Member::Missing(value), span)?, null()));
        }
        let nullable = arms.len() > 1;
        let test = if nullable {
            let otherwise = Some(Box::new(constant(ExprKind::Number(0), Type::Boolean, span)));
            boolean(ExprKind::Case { arms, otherwise }, true, span)
        } else {
            arms.pop()?.0
        };
        Some(if negated { operators::not(test, span) } else { test })
    }

    /// The selected value on its own, for its type and whether it can be NULL.
    fn selected_value(&mut self, plain: &PlainSelect<'_>, value: &ast::Expr) -> Option<Expr> {
        let table = self.enter_subquery(plain.table, value.span)?;
        self.push_row(table, plain.visible(), Place::Single);
        let value = self.expr(value);
        self.leave_subquery();
        value
    }

    /// Whether a row meets the condition of the subquery and is a member of this kind.
    fn exists_with(
        &mut self,
        plain: &PlainSelect<'_>,
        member: Member<'_>,
        span: Span,
    ) -> Option<Expr> {
        let table = self.enter_subquery(plain.table, span)?;
        let var = self.push_row(table, plain.visible(), Place::Single);
        let conjuncts = self.conjuncts(plain.condition, var);
        let member = match member {
            Member::Any => Some(None),
            Member::Equals(outside, value) => self
                .expr(value)
                .and_then(|value| self.equated(value, outside.clone(), var, span))
                .map(Some),
            Member::Missing(value) => self.expr(value).map(|value| {
                let missing = ExprKind::IsNull(Box::new(value));
                let condition = boolean(missing, false, span);
                Some(Conjunct { condition, equates: None })
            }),
        };
        self.leave_subquery();
        let mut conjuncts = conjuncts?;
        conjuncts.extend(member?);
        self.row_exists(table, var, conjuncts, span)
    }

    /// `exists (select …)`: by key if the whole key is given, otherwise by counting.
    pub fn exists(&mut self, select: &ast::Select, span: Span) -> Option<Expr> {
        if Self::is_join(select) {
            return self.joined_exists(select, span);
        }
        let plain = match plain_rows(select) {
            Ok(plain) => plain,
            Err((what, span)) => return self.not_served(what, span),
        };
        let selected = || select.items.iter().filter_map(|item| item.value.expr());
        if let Some(value) = selected().find(|value| calls::has_aggregate(value)) {
            return self.refuse(
                Diagnostic::error(
                    "aggregate-misplaced",
                    "an aggregate always gives one row, so `exists` says nothing about it",
                    value.span,
                    "",
                )
                .help("write `exists (select 1 from …)`, or compare the aggregate with something"),
            );
        }
        let table = self.enter_subquery(plain.table, span)?;
        let var = self.push_row(table, plain.visible(), Place::Single);
        // The selected values are not used, but they must be valid.
        let values: Vec<Option<Expr>> = selected().map(|value| self.expr(value)).collect();
        let conjuncts = self.conjuncts(plain.condition, var);
        self.leave_subquery();
        values.into_iter().collect::<Option<Vec<Expr>>>()?;
        self.row_exists(table, var, conjuncts?, span)
    }

    /// Whether a row meets all conjuncts.
    pub fn row_exists(
        &mut self,
        table: TableId,
        var: RowVar,
        conjuncts: Vec<Conjunct>,
        span: Span,
    ) -> Option<Expr> {
        match self.row_match(table, var, conjuncts) {
            Ok(row) => {
                let kind = ExprKind::Exists { table, row: Box::new(row) };
                Some(boolean(kind, false, span))
            }
            Err(conjuncts) => {
                let calls = vec![Call::new(AggregateFn::Count, None)];
                let count = constant(ExprKind::Call(0), Type::Int8, span);
                let zero = constant(ExprKind::Number(0), Type::Int8, span);
                let zone = &self.catalog.zone;
                let some =
                    self.check(operators::compare(CompareOp::Gt, ">", count, zero, span, zone))?;
                let asked = Asked { calls, refusals: Vec::new() };
                let found = self.aggregate((table, var), conjuncts, asked, some, span)?;
                Some(scanned_exists(found))
            }
        }
    }

    fn plain_select<'s>(&mut self, select: &'s ast::Select) -> Option<PlainSelect<'s>> {
        match plain_select(select) {
            Ok(plain) => Some(plain),
            Err((what, span)) => self.not_served(what, span),
        }
    }

    pub fn enter_subquery(&mut self, table: &ast::Name, span: Span) -> Option<TableId> {
        if let Some(row) = self.rows.last_mut().filter(|row| row.place == Place::Argument) {
            row.refusals.push(
                Diagnostic::error(
                    "subquery-in-aggregate",
                    "the argument of an aggregate cannot contain a subquery",
                    span,
                    "read in the middle of an aggregate",
                )
                .help(
                    "an aggregate is over the columns of its row: store what this reads in a \
                     column of the table",
                ),
            );
        }
        if self.subqueries >= SUBQUERY_DEPTH_MAX {
            let message =
                format!("subqueries are more than {SUBQUERY_DEPTH_MAX} deep in one another");
            return self
                .refuse(Diagnostic::error("subquery-depth", message, span, "one too many").help(
                    "each waits for the one within it; store a result in a table in between",
                ));
        }
        let table = self.table(table)?;
        self.subqueries += 1;
        Some(table)
    }

    pub fn leave_subquery(&mut self) -> Asked {
        self.subqueries -= 1;
        let row = self.rows.pop();
        row.map(|Row { calls, refusals, .. }| Asked { calls, refusals }).unwrap_or_default()
    }

    /// The conjuncts of a `where` over the row that `var` denotes, which is the innermost in scope.
    pub fn conjuncts(
        &mut self,
        condition: Option<&ast::Expr>,
        var: RowVar,
    ) -> Option<Vec<Conjunct>> {
        let parts = condition
            .map(|condition| queries::operands(BinaryOp::And, condition))
            .unwrap_or_default();
        let conjuncts: Vec<Option<Conjunct>> =
            parts.into_iter().map(|part| self.conjunct(part, var)).collect();
        conjuncts.into_iter().collect()
    }

    fn conjunct(&mut self, part: &ast::Expr, var: RowVar) -> Option<Conjunct> {
        let ast::ExprKind::Binary(BinaryOp::Eq, left, right) = &part.kind else {
            let condition = self.condition(part, "a `where`")?;
            return Some(Conjunct { condition, equates: None });
        };
        let (left, right) = (self.expr(left), self.expr(right));
        self.equated(left?, right?, var, part.span)
    }

    /// A conjunct that has been resolved.
    pub fn typed(&mut self, condition: Expr, var: RowVar) -> Option<Conjunct> {
        let span = condition.span;
        match condition.kind {
            ExprKind::Compare(CompareOp::Eq, left, right) => self.equated(*left, *right, var, span),
            kind => Some(Conjunct { condition: Expr { kind, ..condition }, equates: None }),
        }
    }

    /// The conjunct `left = right`.
    fn equated(&mut self, left: Expr, right: Expr, var: RowVar, span: Span) -> Option<Conjunct> {
        let column = |side: &Expr, other: &Expr| match side.kind {
            ExprKind::Column(v, column) if v == var && !queries::mentions(other, var) => {
                Some((column, side.ty))
            }
            _ => None,
        };
        let place = if let Some((column, ty)) = column(&left, &right) {
            Some((column, ty, true))
        } else {
            column(&right, &left).map(|(column, ty)| (column, ty, false))
        };
        let condition = self.compare(CompareOp::Eq, "=", left, right, span)?;
        // The comparison gives a quoted literal its type.
        let equates = place.and_then(|(column, ty, on_left)| {
            let ExprKind::Compare(_, left, right) = &condition.kind else { return None };
            let value = Expr::clone(if on_left { right } else { left });
            let constant = queries::is_constant(&value);
            Some(Equated { column, value: conversions::key_value(value, ty), constant })
        });
        Some(Conjunct { condition, equates })
    }

    /// The row that the conjuncts select by its key, or the conjuncts themselves if they do not
    /// give the whole key.
    pub fn row_match(
        &self,
        table: TableId,
        var: RowVar,
        conjuncts: Vec<Conjunct>,
    ) -> Result<RowMatch, Vec<Conjunct>> {
        let key = self.catalog.table_of(table).key_columns();
        if key.is_empty() || key.iter().any(|column| !is_given(*column, &conjuncts)) {
            return Err(conjuncts);
        }
        let mut values: Vec<Option<Expr>> = key.iter().map(|_| None).collect();
        let mut residual = Vec::new();
        for Conjunct { condition, equates } in conjuncts {
            let part = equates
                .as_ref()
                .and_then(|equated| key.iter().position(|column| *column == equated.column));
            let value = equates.and_then(|equated| equated.value);
            match (part, value) {
                (Some(part), Some(value)) if values[part].is_none() => values[part] = Some(value),
                _ => residual.push(condition),
            }
        }
        let key = values.into_iter().flatten().collect();
        Ok(RowMatch { var, key, residual: operators::all(residual) })
    }

    /// Rejects a lookup without the whole key, and reports what is missing.
    pub fn refuse_row<T>(
        &mut self,
        table: TableId,
        var: RowVar,
        conjuncts: &[Conjunct],
        seeker: Seeker,
        span: Span,
    ) -> Option<T> {
        let table = self.catalog.table_of(table);
        if matches!(table.key, Key::Broken | Key::Undeclared) {
            return None;
        }
        let diagnostic = not_by_key(table, var, conjuncts, seeker, span);
        self.refuse(diagnostic)
    }
}

/// An `exists` that counts rows; if they are scanned, one that asks for any row.
fn scanned_exists(mut found: Expr) -> Expr {
    if let ExprKind::Aggregate(aggregate) = &mut found.kind
        && aggregate.path != Path::Maintained
    {
        aggregate.calls = vec![Call::new(AggregateFn::Any, None)];
        aggregate.value = boolean(ExprKind::Call(0), false, found.span);
    }
    found
}

/// The key of the row that `var` denotes, as some conjuncts give it without reading `others`, and
/// which conjuncts these are; `None` if they do not give the whole key.
pub(super) fn row_match_of(
    table: &Table,
    var: RowVar,
    conjuncts: &[Conjunct],
    others: &[RowVar],
) -> Option<(Vec<Expr>, Vec<usize>)> {
    let (mut key, mut used) = (Vec::new(), Vec::new());
    let columns = table.key_columns();
    for column in columns {
        let given = conjuncts.iter().enumerate().find_map(|(index, conjunct)| {
            let ExprKind::Compare(CompareOp::Eq, left, right) = &conjunct.condition.kind else {
                return None;
            };
            let value = [(left, right), (right, left)].into_iter().find_map(|(side, other)| {
                let is_column =
                    matches!(side.kind, ExprKind::Column(v, c) if v == var && c == *column);
                let is_free = !queries::mentions(other, var) && !queries::reads_any(other, others);
                (is_column && is_free).then_some(&**other)
            })?;
            let ty = table.column_of(*column).ty?;
            Some((index, conversions::key_value(value.clone(), ty)?))
        });
        let (index, value) = given?;
        key.push(value);
        used.push(index);
    }
    (!columns.is_empty()).then_some((key, used))
}

/// Whether a conjunct gives this column a value that a lookup can use.
fn is_given(column: ColumnId, conjuncts: &[Conjunct]) -> bool {
    conjuncts
        .iter()
        .filter_map(|conjunct| conjunct.equates.as_ref())
        .any(|equated| equated.column == column && equated.value.is_some())
}

fn not_by_key(
    table: &Table,
    var: RowVar,
    conjuncts: &[Conjunct],
    seeker: Seeker,
    span: Span,
) -> Diagnostic {
    let name = &table.name.text;
    let key = table.key_columns();
    let names = |ids: &[ColumnId]| {
        suggest::list(ids.iter().map(|id| table.column_of(*id).name.text.as_str()))
    };
    let missing: Vec<ColumnId> =
        key.iter().copied().filter(|column| !is_given(*column, conjuncts)).collect();
    let example: Vec<String> =
        missing.iter().map(|id| format!("{} = …", table.column_of(*id).name.text)).collect();
    let example = example.join(" and ");
    let key_is = format!("its primary key is {}", names(key));

    if let Some(refused) = inexact(table, conjuncts, &missing) {
        return refused;
    }
    if conjuncts.is_empty() {
        let message = format!("{} does not say which row of `{name}` it is about", seeker.name());
        return Diagnostic::error("no-index", message, span, "no condition on the key")
            .related(table.name.span, key_is)
            .help(format!("write `where {example}`{}", or_aggregate(seeker)));
    }
    let on_key = conjuncts.iter().map(|conjunct| &conjunct.condition).find_map(|condition| {
        condition.nodes().find_map(|node| match node.kind {
            ExprKind::Column(v, column) if v == var && missing.contains(&column) => {
                Some((condition.span, column))
            }
            _ => None,
        })
    });
    if let Some((at, column)) = on_key {
        let column = &table.column_of(column).name.text;
        let message = format!("no index can find a row of `{name}` by this condition");
        let label = format!(
            "`{column}` is in the key, and must be equal to something that does not depend on \
             the row"
        );
        return Diagnostic::error("no-index", message, at, label)
            .related(table.name.span, key_is)
            .help(format!("write `{example}`{}", or_aggregate(seeker)));
    }
    let effect = match seeker {
        Seeker::Subquery => "return",
        Seeker::Update => "change",
        Seeker::Delete => "remove",
    };
    let message = format!("{} may {effect} several rows of `{name}`", seeker.name());
    let verb = if missing.len() == 1 { "is" } else { "are" };
    let label = format!("{} of its primary key {verb} not given", names(&missing));
    Diagnostic::error("many-rows", message, span, label)
        .related(table.name.span, key_is)
        .help(format!("add `and {example}`{}", or_aggregate(seeker)))
}

fn inexact(table: &Table, conjuncts: &[Conjunct], missing: &[ColumnId]) -> Option<Diagnostic> {
    conjuncts.iter().find_map(|conjunct| {
        let equated = conjunct.equates.as_ref()?;
        let unusable = equated.value.is_none() && missing.contains(&equated.column);
        unusable.then(|| inexact_value(table, equated.column, conjunct.condition.span))
    })
}

/// The error for a lookup of a value that has more digits than the column.
pub(super) fn inexact_value(table: &Table, column: ColumnId, span: Span) -> Diagnostic {
    let column = table.column_of(column);
    let ty = column.ty.map(|ty| ty.to_string()).unwrap_or_default();
    let message = format!(
        "no index can find `{}` by a value with more digits after the point",
        column.name.text
    );
    Diagnostic::error("no-index", message, span, format!("`{}` is {ty}", column.name.text))
        .related(column.name.span, "declared here")
        .help("give both sides the same number of digits after the point in their declarations")
}

fn or_aggregate(seeker: Seeker) -> &'static str {
    match seeker {
        Seeker::Subquery => {
            "; `sum`, `count`, `avg`, `min` and `max` give one value of several rows"
        }
        Seeker::Update | Seeker::Delete => "; a statement changes one row, found by its key",
    }
}
