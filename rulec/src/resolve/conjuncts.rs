// SPDX-License-Identifier: Apache-2.0

//! The conjuncts of a `where`, and the lookup of one row by its whole key.
//!
//! A `where` is split into its conjuncts. Each conjunct that equates a key column with an
//! expression that does not depend on the row gives a part of the key. The others form the
//! residual, which is checked on the row that was found.

use super::catalog::Table;
use super::scope::Item;
use super::{conversions, operators, queries};
use crate::ast::{self, BinaryOp};
use crate::hir::{CompareOp, Expr, ExprKind, RowMatch, RowVar};
use crate::span::Span;
use engine::schema::{ColumnId, TableId};

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

impl Item<'_> {
    /// The conjuncts of a `where` over the row that `var` denotes, which is the innermost in scope.
    pub fn conjuncts(
        &mut self,
        condition: Option<&ast::Expr>,
        var: RowVar,
    ) -> Option<Vec<Conjunct>> {
        let parts = condition
            .map(|condition| queries::operands(BinaryOp::And, condition))
            .unwrap_or_default();
        let conjuncts: Vec<Option<Vec<Conjunct>>> =
            parts.into_iter().map(|part| self.conjuncts_of(part, var)).collect();
        Some(conjuncts.into_iter().collect::<Option<Vec<_>>>()?.concat())
    }

    /// The conjuncts of an operand of `and`: those of `a between b and c` are two comparisons.
    fn conjuncts_of(&mut self, part: &ast::Expr, var: RowVar) -> Option<Vec<Conjunct>> {
        if let ast::ExprKind::Binary(BinaryOp::Eq, left, right) = &part.kind {
            let (left, right) = (self.expr(left), self.expr(right));
            return self.equated(left?, right?, var, part.span).map(|conjunct| vec![conjunct]);
        }
        let condition = self.condition(part, "a `where`")?;
        let all = match condition.kind {
            ExprKind::And(all) => all,
            _ => vec![condition],
        };
        let conjunct = |condition| Conjunct { condition, equates: None };
        Some(all.into_iter().map(conjunct).collect())
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
    pub fn equated(
        &mut self,
        left: Expr,
        right: Expr,
        var: RowVar,
        span: Span,
    ) -> Option<Conjunct> {
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
pub(super) fn is_given(column: ColumnId, conjuncts: &[Conjunct]) -> bool {
    conjuncts
        .iter()
        .filter_map(|conjunct| conjunct.equates.as_ref())
        .any(|equated| equated.column == column && equated.value.is_some())
}
