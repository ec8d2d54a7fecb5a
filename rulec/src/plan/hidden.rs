// SPDX-License-Identifier: Apache-2.0

//! Hidden tables, and what rows are checked for when they are written.

use super::text::describe;
use crate::hir::{Aggregate, AggregateFn, Expr, ExprKind, RuleSet};
use engine::schema::{ColumnId, TableId};

/// A hidden table, and the way in which rows of its base table enter it.
#[derive(Clone, Debug)]
pub struct Hidden {
    /// Its index in the program.
    pub id: TableId,
    /// The base table.
    pub base: TableId,
    /// The group columns of the base table, in key order.
    pub group: Vec<ColumnId>,
    /// The filter, with its row variable; `None` for all rows.
    pub filter: Option<Expr>,
    /// The columns after the key and the row count.
    pub folds: Vec<Fold>,
    /// The rows that each group holds, if it is a list.
    pub list: Option<KeptList>,
    /// The greatest number of groups.
    pub(super) rows_max: u32,
    pub(super) definition: String,
}

/// The rows that each group of a hidden table holds.
#[derive(Clone, Debug)]
pub struct KeptList {
    /// The most rows of a group.
    pub bound: u32,
    /// Whether a row that would exceed the bound is refused. It cannot be exceeded, or pushes out
    /// another row otherwise.
    pub is_checked: bool,
    /// The column of the time, if it is of the rows that were written last.
    pub time: Option<ColumnId>,
    /// The columns that scans read, by ascending number.
    pub columns: Vec<ColumnId>,
}

impl KeptList {
    /// Notes that scans read columns.
    pub fn copy(&mut self, columns: impl Iterator<Item = ColumnId>) {
        self.columns.extend(columns);
        self.columns.sort_unstable();
        self.columns.dedup();
    }

    /// The place of a column among those that scans read.
    pub fn place(&self, column: ColumnId) -> Option<u16> {
        self.columns.iter().position(|copied| *copied == column).map(|place| place as u16)
    }
}

/// What scans read of a row that must not be an error: it is checked when the row is written.
#[derive(Clone, Debug)]
pub struct RowCheck {
    /// The table.
    pub base: TableId,
    /// The columns that must not be NULL for the rest to matter.
    pub group: Vec<ColumnId>,
    /// A condition on the row.
    pub filter: Option<Expr>,
    /// What is read where the condition is true.
    pub arguments: Vec<Expr>,
}

impl RowCheck {
    /// Whether a change of this column can change the outcome.
    pub fn depends_on(&self, column: ColumnId) -> bool {
        self.group.contains(&column)
            || self.filter.iter().chain(&self.arguments).any(|expr| reads_column(expr, column))
    }
}

/// A column of a hidden table: a function folded over an argument.
#[derive(Clone, Debug)]
pub struct Fold {
    /// The function.
    pub function: AggregateFn,
    /// Its argument.
    pub argument: Expr,
    /// The column of the hidden table.
    pub column: ColumnId,
    /// The text of its argument.
    pub(super) identity: String,
}

impl Hidden {
    /// The column that counts the rows of a group.
    pub fn rows_column(&self) -> ColumnId {
        ColumnId(self.group.len() as u16)
    }

    /// The column for a call with an argument, if there is one.
    pub(super) fn fold(&self, function: AggregateFn, identity: &str) -> Option<&Fold> {
        self.folds.iter().find(|f| f.function == function && f.identity == identity)
    }

    /// The number of its columns once it has one for each of these calls.
    pub(super) fn columns_with(&self, calls: &[FoldCall<'_>]) -> usize {
        let is_new = |call: &&FoldCall<'_>| self.fold(call.function, &call.identity).is_none();
        self.group.len() + 1 + self.folds.len() + calls.iter().filter(is_new).count()
    }

    /// Whether a change of this column of the base table changes the hidden table.
    pub fn depends_on(&self, column: ColumnId) -> bool {
        self.group.contains(&column)
            || self.filter.as_ref().is_some_and(|f| reads_column(f, column))
            || self.folds.iter().any(|fold| reads_column(&fold.argument, column))
            || self.list.as_ref().is_some_and(|list| list.place(column).is_some())
    }

    /// Whether a change of this column can move a row between groups, or into or out of one.
    pub fn membership_depends_on(&self, column: ColumnId) -> bool {
        // A row whose time changes enters its window again.
        let is_time = self.list.as_ref().is_some_and(|list| list.time == Some(column));
        self.group.contains(&column)
            || is_time
            || self.filter.as_ref().is_some_and(|f| reads_column(f, column))
    }
}

/// A call of an aggregate that takes a column of a hidden table.
pub(super) struct FoldCall<'a> {
    pub function: AggregateFn,
    pub argument: &'a Expr,
    /// The text of the argument.
    pub identity: String,
}

/// The calls of an aggregate, except those that count all rows.
pub(super) fn calls<'a>(rules: &RuleSet, aggregate: &'a Aggregate) -> Vec<FoldCall<'a>> {
    let with_argument = aggregate.calls.iter().filter_map(|call| {
        let argument = call.argument.as_ref()?;
        let identity = describe(rules, aggregate.table, argument);
        Some(FoldCall { function: call.function, argument, identity })
    });
    with_argument.collect()
}

/// Whether an expression over one row reads a column of it.
pub fn reads_column(expr: &Expr, column: ColumnId) -> bool {
    expr.nodes().any(|e| matches!(e.kind, ExprKind::Column(_, c) if c == column))
}
