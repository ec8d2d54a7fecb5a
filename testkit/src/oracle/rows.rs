// SPDX-License-Identifier: Apache-2.0

//! Rows that are written: the checks of their values and keys, and their places in the tables.

use super::database::{Draft, Oracle};
use super::lists::Change;
use super::value::{Row, Val, texts};
use super::verdict::reason_of;
use engine::schema::{ColumnId, TableId};
use engine::verdict::Reason;
use std::collections::BTreeSet;

impl Oracle<'_> {
    /// Whether another row has the key of a row.
    pub(super) fn same_key<'r>(
        &'r self,
        table: TableId,
        row: &'r Row,
    ) -> impl Fn(&Row) -> bool + 'r {
        let key = &self.rules.tables[usize::from(table.0)].key;
        move |other| key.iter().all(|c| row[usize::from(c.0)] == other[usize::from(c.0)])
    }

    /// Checks the values of a new row.
    pub(super) fn check_row(&self, table: TableId, row: &Row) -> Result<(), Vec<Reason>> {
        let mut columns = row.iter().enumerate();
        columns.try_for_each(|(column, value)| {
            self.check_written(table, ColumnId(column as u16), value)
        })
    }

    /// Checks a value of a column that is about to be written.
    fn check_written(
        &self,
        table: TableId,
        column: ColumnId,
        value: &Val,
    ) -> Result<(), Vec<Reason>> {
        let column = &self.rules.tables[usize::from(table.0)].columns[usize::from(column.0)];
        match value {
            Val::Error(error) => Err(vec![reason_of(*error)]),
            Val::Null if !column.nullable => Err(vec![Reason::NullViolation]),
            _ => Ok(()),
        }
    }

    /// Checks a value that an update assigns, and notes its text.
    pub(super) fn assign(
        &self,
        table: TableId,
        column: ColumnId,
        value: &Val,
        stored: &mut BTreeSet<Val>,
    ) -> Result<(), Vec<Reason>> {
        self.check_written(table, column, value)?;
        stored.extend(texts([value]));
        Ok(())
    }

    /// Adds a row whose values have been checked already.
    pub(super) fn add(
        &self,
        table: TableId,
        row: Row,
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let index = usize::from(table.0);
        let declared = &self.rules.tables[index];
        if draft.state[index].iter().any(self.same_key(table, &row)) {
            return Err(vec![Reason::DuplicateKey]);
        }
        if draft.taken[index] >= declared.rows_max as usize {
            return Err(vec![Reason::TableFull]);
        }
        let change = Change { table: index, before: None, after: Some(row.clone()) };
        self.check_kept(&change, draft)?;
        draft.taken[index] += 1;
        draft.stored.extend(texts(&row));
        draft.state[index].push(row);
        draft.changes.push(change);
        Ok(())
    }

    /// Replaces a row.
    pub(super) fn change(
        &self,
        table: TableId,
        found: usize,
        after: Row,
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let index = usize::from(table.0);
        let before = draft.state[index][found].clone();
        let change = Change { table: index, before: Some(before), after: Some(after.clone()) };
        self.check_kept(&change, draft)?;
        draft.state[index][found] = after;
        draft.changes.push(change);
        Ok(())
    }

    /// Removes a row.
    pub(super) fn remove(&self, table: TableId, found: usize, draft: &mut Draft) {
        let index = usize::from(table.0);
        let before = Some(draft.state[index].swap_remove(found));
        draft.changes.push(Change { table: index, before, after: None });
    }
}
