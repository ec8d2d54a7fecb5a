// SPDX-License-Identifier: Apache-2.0

//! Windows that need no scan: whether at least so many rows of a group are later than a bound.
//!
//! `(select count(*) from t where a = m.a and ts > m.ts - 1000) < 3` holds if the third newest time
//! of the group is not later than the bound. Where rows are only inserted, the newest times of each
//! group can be kept in a separate table: every insert moves its time into its place. The times
//! may come in any order.
//!
//! The table is compiled like a declared one, so that nothing else has to know of it. Its name has
//! a `$`, which no declared name has.

use super::catalog::Key;
use super::conjuncts::Conjunct;
use super::declarations::too_many;
use super::defined::Window;
use super::limits::GROUP_COLUMNS_MAX;
use super::literals::boolean;
use super::literals::constant;
use super::operators;
use super::plain_select::{PlainSelect, plain_rows};
use super::scope::{Item, Place};
use super::{calls, keys, queries};
use crate::ast::{self, BinaryOp, CallArgs};
use crate::diagnostic::Diagnostic;
use crate::hir::{CompareOp, Expr, ExprKind, RowMatch, RowVar};
use crate::print::plain_or_quoted;
use crate::span::Span;
use engine::machine::{SCAN_ROWS_MAX, TABLES_MAX};
use engine::schema::{ColumnId, TableId, Type};

/// The most newest times that a group keeps.
const COUNT_MAX: i128 = 8;

/// A window that is asked for: the conjuncts of its `where` by what they do.
#[derive(Default)]
struct Parts {
    group: Vec<(ColumnId, Expr)>,
    filter: Vec<Expr>,
    condition: Vec<Expr>,
    /// The column of the time, the bound, and whether the bound itself is within.
    after: Option<(ColumnId, Expr, bool)>,
}

impl Item<'_> {
    /// The comparison of the count of a window with a literal, or `exists` over one; `None` if the
    /// expression is neither.
    pub(super) fn window(&mut self, expr: &ast::Expr) -> Option<Option<Expr>> {
        let (select, least, negated) = question(expr)?;
        let plain = plain_rows(select).ok()?;
        let table = self.catalog.table(&plain.table.text)?;
        let declared = self.catalog.table_of(table);
        let is_window = queries::operands(BinaryOp::And, plain.condition?)
            .into_iter()
            .any(|part| keys::bounds_column(declared, &plain.visible().text, part));
        if !is_window || matches!(declared.key, Key::Broken) {
            return None;
        }
        // The newest times are not known where rows change; a scan sees every row.
        let lists = self.catalog.lists.borrow();
        let is_scannable = declared.rows_max <= SCAN_ROWS_MAX
            || lists.iter().any(|list| list.table == table && list.bound <= SCAN_ROWS_MAX);
        drop(lists);
        let is_changed = self.catalog.changed.contains(&plain.table.text);
        if is_scannable && (least > COUNT_MAX || is_changed || self.catalog.scans_all) {
            return None;
        }
        let found_before = self.diagnostics.len();
        let values = match &expr.kind {
            ast::ExprKind::Exists(select) => select.items.as_slice(),
            _ => &[],
        };
        let found = self.at_least(&plain, table, (least, values), expr.span);
        if found.is_none() && is_scannable {
            self.diagnostics.truncate(found_before);
            return None;
        }
        Some(found.map(|found| match negated {
            true => operators::not(found, expr.span),
            false => found,
        }))
    }

    /// Whether at least `least` rows are in a window.
    fn at_least(
        &mut self,
        plain: &PlainSelect<'_>,
        table: TableId,
        (least, values): (i128, &[ast::SelectItem]),
        span: Span,
    ) -> Option<Expr> {
        if !(1..=COUNT_MAX).contains(&least) {
            let message = format!("a window counts at most {COUNT_MAX} rows without a scan");
            return self.refuse(Diagnostic::error("window", message, span, ""));
        }
        self.subqueries += 1;
        let var = self.push_row(table, plain.visible(), Place::Single);
        // The selected values are not used, but they must be valid.
        let values = values.iter().filter_map(|item| item.value.expr());
        let values: Vec<Option<Expr>> = values.map(|value| self.expr(value)).collect();
        let conjuncts = self.conjuncts(plain.condition, var);
        self.rows.pop();
        self.subqueries -= 1;
        values.into_iter().collect::<Option<Vec<Expr>>>()?;
        let mut parts = Parts::default();
        for conjunct in conjuncts? {
            self.window_part(conjunct, (table, var), &mut parts)?;
        }
        let Parts { mut group, filter, condition, after } = parts;
        let (time, after, inclusive) = after?;
        group.sort_by_key(|(column, _)| *column);
        self.check_group(table, &group, time, span)?;
        let (columns, key): (Vec<ColumnId>, Vec<Expr>) = group.into_iter().unzip();
        let count = least as u16;
        let window = Window {
            base: table,
            group: columns,
            time,
            filter: operators::all(filter),
            var,
            count,
            span,
        };
        let keys = window.group.len();
        let hidden = self.keep_window(window)?;
        let ty = after.ty;
        let row = self.fresh_var();
        // The times follow the group, the newest first.
        let column = ExprKind::Column(row, ColumnId((keys as u16) + count - 1));
        let column = Expr { kind: column, ty, nullable: true, span };
        let row = RowMatch { var: row, key, residual: None };
        let kind = ExprKind::Lookup { table: hidden, row: Box::new(row), value: Box::new(column) };
        let newest = Expr { kind, ty, nullable: true, span };
        let op = if inclusive { CompareOp::Ge } else { CompareOp::Gt };
        let within = ExprKind::Compare(op, Box::new(newest), Box::new(after));
        let mut all = condition;
        all.push(boolean(within, true, span));
        let all = operators::all(all)?;
        let none = constant(ExprKind::Number(0), Type::Boolean, span);
        Some(boolean(ExprKind::Coalesce(vec![all, none]), false, span))
    }

    fn window_part(
        &mut self,
        conjunct: Conjunct,
        (table, var): (TableId, RowVar),
        parts: &mut Parts,
    ) -> Option<()> {
        let Conjunct { condition, equates } = conjunct;
        if let Some(equated) = equates
            && !equated.constant
        {
            let value = equated.value?;
            parts.group.push((equated.column, value));
            return Some(());
        }
        if !queries::mentions(&condition, var) {
            parts.condition.push(condition);
            return Some(());
        }
        if let Some((time, bound, inclusive)) = lower_bound(&condition, var) {
            if parts.after.is_some() {
                let help = self.window_help(table, &parts.group, Some(time));
                return self.refuse(window_refused("has two bounds", condition.span, help));
            }
            parts.after = Some((time, bound, inclusive));
            return Some(());
        }
        if queries::foreign(&condition, var).is_some() || queries::has_subquery(&condition) {
            let what = "compares rows with something else";
            let time = parts.after.as_ref().map(|(time, ..)| *time);
            let help = self.window_help(table, &parts.group, time);
            return self.refuse(window_refused(what, condition.span, help));
        }
        parts.filter.push(condition);
        Some(())
    }

    fn check_group(
        &mut self,
        table: TableId,
        group: &[(ColumnId, Expr)],
        time: ColumnId,
        span: Span,
    ) -> Option<()> {
        let declared = self.catalog.table_of(table);
        let help = self.window_help(table, group, Some(time));
        if group.is_empty() || group.len() > GROUP_COLUMNS_MAX {
            let text =
                format!("needs one to {GROUP_COLUMNS_MAX} columns that are equal to something");
            return self.refuse(window_refused(&text, span, help));
        }
        if group.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return self.refuse(window_refused("equates a column twice", span, help));
        }
        let nullable = group.iter().find(|(column, _)| declared.column_of(*column).nullable);
        if let Some((column, _)) = nullable {
            let name = &declared.column_of(*column).name;
            let nullable_help = format!("declare `{}` as `not null`", name.text);
            return self.refuse(
                window_refused("is grouped by a column that can be NULL", span, nullable_help)
                    .related(name.span, "declared without `not null`"),
            );
        }
        Some(())
    }

    /// The form that a window without a scan has, with the columns of this one.
    fn window_help(
        &self,
        table: TableId,
        group: &[(ColumnId, Expr)],
        time: Option<ColumnId>,
    ) -> String {
        let declared = self.catalog.table_of(table);
        let name = |id: ColumnId| plain_or_quoted(&declared.column_of(id).name.text);
        let mut columns: Vec<ColumnId> = group.iter().map(|(column, _)| *column).collect();
        columns.dedup();
        let mut parts: Vec<String> =
            columns.into_iter().map(|column| format!("{} = …", name(column))).collect();
        if parts.is_empty() {
            parts.push("column = …".to_owned());
        }
        parts.truncate(GROUP_COLUMNS_MAX);
        parts.push(format!("{} > …", time.map_or("time".to_owned(), name)));
        format!(
            "a window counts the rows of a group whose time is above one bound: `where {}`",
            parts.join(" and ")
        )
    }

    /// The table of a window, which may be that of an earlier one.
    fn keep_window(&mut self, window: Window) -> Option<TableId> {
        let mut windows = self.catalog.windows.borrow_mut();
        let same = windows.iter_mut().position(|other| {
            window.filter.is_none()
                && other.filter.is_none()
                && (other.base, &other.group, other.time)
                    == (window.base, &window.group, window.time)
        });
        let index = match same {
            Some(index) => {
                windows[index].count = windows[index].count.max(window.count);
                index
            }
            None if windows.len() == TABLES_MAX => {
                drop(windows);
                return self.refuse(too_many("windows", TABLES_MAX, window.span));
            }
            None => {
                windows.push(window);
                windows.len() - 1
            }
        };
        Some(self.catalog.window_table(index))
    }
}

/// The subquery of a comparison of `count(*)` with a literal, or of `exists`; how many rows at
/// least it asks for; and whether the result is the opposite.
fn question(expr: &ast::Expr) -> Option<(&ast::Select, i128, bool)> {
    match &expr.kind {
        ast::ExprKind::Exists(select) => (!selects_aggregate(select)).then_some((select, 1, false)),
        ast::ExprKind::Binary(op, left, right) => {
            let (op, select, literal) = match (&left.kind, &right.kind) {
                (ast::ExprKind::Subquery(select), ast::ExprKind::Integer(digits)) => {
                    (*op, select, digits)
                }
                (ast::ExprKind::Integer(digits), ast::ExprKind::Subquery(select)) => {
                    (op.mirrored()?, select, digits)
                }
                _ => return None,
            };
            let literal = literal.parse::<i128>().ok().filter(|_| counts_rows(select))?;
            match op {
                BinaryOp::Lt => Some((select, literal, true)),
                BinaryOp::Le => Some((select, literal.checked_add(1)?, true)),
                BinaryOp::Ge => Some((select, literal, false)),
                BinaryOp::Gt => Some((select, literal.checked_add(1)?, false)),
                BinaryOp::Eq if literal == 0 => Some((select, 1, true)),
                BinaryOp::Ne if literal == 0 => Some((select, 1, false)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a subquery has one row, whatever its condition is.
fn selects_aggregate(select: &ast::Select) -> bool {
    select.items.iter().filter_map(|item| item.value.expr()).any(calls::has_aggregate)
}

/// Whether a subquery selects `count(*)` and nothing else.
fn counts_rows(select: &ast::Select) -> bool {
    let [item] = select.items.as_slice() else { return false };
    match item.value.expr().map(|value| &value.kind) {
        Some(ast::ExprKind::Call { function, args, distinct, filter }) => {
            function.text == "count" && *args == CallArgs::Star && !distinct && filter.is_none()
        }
        _ => false,
    }
}

/// The column, the bound, and whether the bound is within, of a condition that the column is above
/// something that does not depend on the row.
fn lower_bound(condition: &Expr, var: RowVar) -> Option<(ColumnId, Expr, bool)> {
    let ExprKind::Compare(op, left, right) = &condition.kind else { return None };
    let (column, bound, inclusive) = match op {
        CompareOp::Gt => (left, right, false),
        CompareOp::Ge => (left, right, true),
        CompareOp::Lt => (right, left, false),
        CompareOp::Le => (right, left, true),
        CompareOp::Eq | CompareOp::Ne => return None,
    };
    let ExprKind::Column(row, id) = column.kind else { return None };
    let is_bound = row == var
        && !queries::mentions(bound, var)
        && !queries::is_constant(bound)
        && bound.ty.scale() == column.ty.scale();
    is_bound.then(|| (id, Expr::clone(bound), inclusive))
}

fn window_refused(what: &str, span: Span, help: String) -> Diagnostic {
    Diagnostic::error("window", format!("this window {what}"), span, "").help(help)
}
