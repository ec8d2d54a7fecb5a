// SPDX-License-Identifier: Apache-2.0

//! `exists (select …)` and `in (select …)`: whether a row exists, found by its key or by counting.

use super::conjuncts::Conjunct;
use super::literals::{boolean, constant};
use super::plain_select::{PlainSelect, plain_rows};
use super::scope::{Item, Place};
use super::subquery::Asked;
use super::{calls, operators};
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{AggregateFn, Call, CompareOp, Expr, ExprKind, Path, RowVar};
use crate::span::Span;
use engine::schema::{TableId, Type};

/// The rows that an `in (select …)` asks for.
enum Member<'a> {
    /// Any row.
    Any,
    /// Rows whose value, as written, equals the operand.
    Equals(&'a Expr, &'a ast::Expr),
    /// Rows whose value, as written, is NULL.
    Missing(&'a ast::Expr),
}

impl Item<'_> {
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
