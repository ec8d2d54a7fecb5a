// SPDX-License-Identifier: Apache-2.0

//! Lists: the rows of each group of a table, as its declaration states them, and the choice of the
//! list that a scan goes over.

use super::catalog::{Catalog, Key, Table};
use super::declarations::too_many;
use super::queries;
use super::scope::{Item, Owner, Place, Unseen};
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{CompareOp, Expr, ExprKind, List, RowVar};
use crate::span::Span;
use engine::machine::{KEY_COLUMNS_MAX, SCAN_ROWS_MAX, TABLES_MAX};
use engine::schema::{ColumnId, TableId, Type};

/// The lists that the declarations of a file state.
pub(super) fn declare(
    file: &ast::File,
    catalog: &Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<List> {
    let mut lists = Vec::new();
    for item in &file.items {
        let ast::Item::Table(declared) = item else { continue };
        let Some(table) = catalog.table(&declared.name.text) else { continue };
        // A second table of this name is reported elsewhere.
        if catalog.table_of(table).name.span != declared.name.span {
            continue;
        }
        for list in &declared.lists {
            lists.extend(declare_list(table, list, catalog, vars, diagnostics));
        }
    }
    check_times(&lists, catalog, diagnostics);
    if let Some(span) = lists.get(TABLES_MAX).and_then(|list: &List| list.stated) {
        diagnostics.push(too_many("lists", TABLES_MAX, span));
    }
    lists
}

/// Checks that the windows of a table are by one time: it is the order in which rows are loaded.
fn check_times(lists: &[List], catalog: &Catalog, diagnostics: &mut Vec<Diagnostic>) {
    for (index, list) in lists.iter().enumerate() {
        let earlier = lists[..index].iter().find(|other| {
            let both = other.time.zip(list.time);
            other.table == list.table && both.is_some_and(|(a, b)| a != b)
        });
        let (Some(earlier), Some(span)) = (earlier.and_then(|list| list.stated), list.stated)
        else {
            continue;
        };
        let name = &catalog.table_of(list.table).name.text;
        let message = format!("the windows of `{name}` are by two times");
        diagnostics.push(
            Diagnostic::error("window-time", message, span, "the second")
                .related(earlier, "the first")
                .help("rows are loaded in the order of one time: use one column for all windows"),
        );
    }
}

fn declare_list(
    table: TableId,
    list: &ast::List,
    catalog: &Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<List> {
    let declared = catalog.table_of(table);
    let group = columns(declared, &list.group, catalog, diagnostics);
    let time = match &list.time {
        Some(time) => Some(time_column(declared, time, catalog, diagnostics)?),
        None => None,
    };
    let bound = bound(declared, list, diagnostics);
    let owner = Owner::Nothing(Unseen::List);
    let mut item = Item::new(catalog, owner, vars, diagnostics);
    let var = item.push_row(table, &declared.name, Place::Single);
    let filter = match &list.condition {
        Some(condition) => {
            let filter = item.condition(condition, "a `where`")?;
            let foreign = queries::foreign(&filter, var).map(|part| part.span);
            let subquery = queries::has_subquery(&filter).then_some(filter.span);
            if let Some(at) = subquery.or(foreign) {
                let message = "which rows a group holds can depend only on the row";
                let label = "this is something else";
                return item.refuse(Diagnostic::error("list-condition", message, at, label));
            }
            Some(filter)
        }
        None => None,
    };
    Some(List { table, group: group?, filter, var, bound: bound?, time, stated: Some(list.span) })
}

/// The columns by which a list is grouped, in column order.
fn columns(
    table: &Table,
    names: &[ast::Name],
    catalog: &Catalog,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<ColumnId>> {
    let mut found: Vec<ColumnId> = Vec::new();
    for name in names {
        let column = column(table, name, catalog, diagnostics)?;
        if found.contains(&column) {
            let message = format!("`{}` is in this group twice", name.text);
            diagnostics.push(Diagnostic::error("duplicate-name", message, name.span, "again here"));
            return None;
        }
        found.push(column);
    }
    if let Some(name) = names.get(KEY_COLUMNS_MAX) {
        let message = format!("a group has at most {KEY_COLUMNS_MAX} columns");
        diagnostics.push(Diagnostic::error("group-too-wide", message, name.span, "one too many"));
        return None;
    }
    found.sort_unstable();
    Some(found)
}

fn column(
    table: &Table,
    name: &ast::Name,
    catalog: &Catalog,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ColumnId> {
    let found = table.column(&name.text);
    if found.is_none() {
        let message = format!("table `{}` has no column `{}`", table.name.text, name.text);
        let error = Diagnostic::error("unknown-name", message, name.span, "unknown column");
        let (owner, all) = (&table.name.text, table.column_names());
        diagnostics.push(catalog.suggestions.propose_or_all(error, name, owner, all));
    }
    found
}

fn time_column(
    table: &Table,
    name: &ast::Name,
    catalog: &Catalog,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ColumnId> {
    let found = column(table, name, catalog, diagnostics)?;
    let ty = table.column_of(found).ty?;
    if !ty.is_ordered() {
        let message = format!("`{}` has no order in time", name.text);
        let label = format!("this is {ty}");
        diagnostics.push(
            Diagnostic::error("window-time", message, name.span, label)
                .help("a window is by a column of numbers, dates or times"),
        );
        return None;
    }
    Some(found)
}

fn bound(table: &Table, list: &ast::List, diagnostics: &mut Vec<Diagnostic>) -> Option<u32> {
    let (bound, span) = list.bound;
    let most = match list.time {
        Some(_) => table.rows_max.min(SCAN_ROWS_MAX),
        None => table.rows_max,
    };
    match u32::try_from(bound) {
        Ok(bound) if (1..=most).contains(&bound) => Some(bound),
        _ => {
            let what = if list.time.is_some() { "a window" } else { "a group" };
            let message = format!("{what} of `{}` cannot hold {bound} rows", table.name.text);
            let label = format!("must be 1 to {most}");
            diagnostics.push(Diagnostic::error("rows-range", message, span, label));
            None
        }
    }
}

impl Item<'_> {
    /// The list, by its place, that holds every row that an aggregate selects: of those that are
    /// stated the smallest group, or else a window, of the most columns and then of the most rows;
    /// if none is, all rows of the table. A scan of a group always has an answer, and that of a
    /// window has none if the rows were pushed out. None if each may hold more than `most` rows.
    pub(super) fn list_for(
        &self,
        (table, var): (TableId, RowVar),
        equated: &[ColumnId],
        filter: &[Expr],
        most: u32,
    ) -> Option<usize> {
        let mut lists = self.catalog.lists.borrow_mut();
        let serves = |list: &List| {
            list.bound <= most
                && holds_rows(list, (table, var), equated, filter)
                && list.time.is_none_or(|time| lower_bound(filter, var, time).is_some())
        };
        let places = lists.iter().enumerate().filter(|(_, list)| serves(list));
        let best = places.min_by_key(|(_, list)| {
            let (columns, bound) = (list.group.len() as i64, i64::from(list.bound));
            let is_whole = list.stated.is_none();
            match list.time {
                None => (is_whole, false, 0, bound),
                Some(_) => (is_whole, true, -columns, -bound),
            }
        });
        if let Some((place, _)) = best {
            return Some(place);
        }
        let declared = self.catalog.table_of(table);
        if declared.rows_max > most || matches!(declared.key, Key::Broken) {
            return None;
        }
        lists.push(List {
            table,
            group: Vec::new(),
            filter: None,
            var,
            bound: declared.rows_max,
            time: None,
            stated: None,
        });
        Some(lists.len() - 1)
    }

    /// The time and the place of the window that would serve an aggregate if a lower bound of its
    /// time were given.
    pub(super) fn window_without_bound(
        &self,
        row: (TableId, RowVar),
        equated: &[ColumnId],
        filter: &[Expr],
    ) -> Option<(ColumnId, Span)> {
        let lists = self.catalog.lists.borrow();
        let mut windows = lists.iter().filter(|list| holds_rows(list, row, equated, filter));
        windows.find_map(|list| list.time.zip(list.stated))
    }
}

/// Whether a list of a table holds the rows that an aggregate selects, at whatever time.
fn holds_rows(
    list: &List,
    (table, var): (TableId, RowVar),
    equated: &[ColumnId],
    filter: &[Expr],
) -> bool {
    list.table == table
        && list.group.iter().all(|column| equated.contains(column))
        && is_contained(list, filter, var)
}

/// Whether each conjunct of the condition of a list is one of a filter.
fn is_contained(list: &List, filter: &[Expr], var: RowVar) -> bool {
    let Some(condition) = &list.filter else { return true };
    let forms: Vec<String> = filter.iter().map(|part| form(part, var)).collect();
    let parts = match &condition.kind {
        ExprKind::And(all) => all.as_slice(),
        _ => std::slice::from_ref(condition),
    };
    parts.iter().all(|part| forms.contains(&form(part, list.var)))
}

/// The text that is equal for two conditions on a row that differ only in place and variable, and
/// in the order of operands where it has no meaning.
fn form(condition: &Expr, var: RowVar) -> String {
    let mut condition = condition.clone();
    normalize(&mut condition, var);
    format!("{condition:?}")
}

fn normalize(expr: &mut Expr, var: RowVar) {
    expr.span = Span::default();
    expr.parts_mut().into_iter().for_each(|part| normalize(part, var));
    match &mut expr.kind {
        ExprKind::Column(row, _) if *row == var => *row = RowVar(u32::MAX),
        ExprKind::Compare(op @ (CompareOp::Lt | CompareOp::Le), left, right) => {
            *op = op.mirrored();
            std::mem::swap(left, right);
        }
        ExprKind::Compare(CompareOp::Eq | CompareOp::Ne, left, right)
        | ExprKind::Distinct(left, right)
            if format!("{left:?}") > format!("{right:?}") =>
        {
            std::mem::swap(left, right);
        }
        ExprKind::And(list) | ExprKind::Or(list) => list.sort_by_key(|part| format!("{part:?}")),
        _ => {}
    }
}

/// The bound that a filter puts on a time from below, and whether that very time is within: the
/// first conjunct that is a comparison of the column with something that does not depend on the
/// row, and that has its digits after the point.
pub fn lower_bound(filter: &[Expr], var: RowVar, time: ColumnId) -> Option<(&Expr, bool)> {
    filter.iter().find_map(|conjunct| {
        let ExprKind::Compare(op, left, right) = &conjunct.kind else { return None };
        let is_time = |side: &Expr| {
            matches!(side.kind, ExprKind::Column(row, column) if row == var && column == time)
        };
        let (op, column, bound) = match (is_time(left), is_time(right)) {
            (true, false) => (*op, &**left, &**right),
            (false, true) => (op.mirrored(), &**right, &**left),
            _ => return None,
        };
        let inclusive = match op {
            CompareOp::Gt => false,
            CompareOp::Ge => true,
            CompareOp::Eq | CompareOp::Ne | CompareOp::Lt | CompareOp::Le => return None,
        };
        let is_plain = bound.ty.scale() == column.ty.scale() && has_64_bits(bound.ty);
        (is_plain && !queries::mentions(bound, var)).then_some((bound, inclusive))
    })
}

/// Whether every value of a type has 64 bits.
fn has_64_bits(ty: Type) -> bool {
    match ty {
        Type::Decimal { precision, .. } => precision <= Type::PRECISION_MAX,
        Type::Boolean
        | Type::Int2
        | Type::Int4
        | Type::Int8
        | Type::Char(_)
        | Type::Date
        | Type::Time
        | Type::Timestamp => true,
    }
}

/// What to state so that a table can be scanned.
pub(super) fn bound_to_state(table: &Table, group: &[(ColumnId, Expr)]) -> String {
    let most = SCAN_ROWS_MAX;
    if group.is_empty() || group.len() > KEY_COLUMNS_MAX {
        return format!("how many rows a scan takes at most: `with (rows = n)`, up to {most}");
    }
    let columns = group.iter().map(|(column, _)| table.column_of(*column).name.text.as_str());
    let columns = columns.collect::<Vec<_>>().join(", ");
    format!("how many rows a scan takes at most: `with (group ({columns}) = n)`, up to {most}")
}
