// SPDX-License-Identifier: Apache-2.0

//! The effect of a statement: inserts, upserts, updates and deletes, of one row or of several.

use super::database::{Draft, Oracle};
use super::value::{Row, Val};
use super::verdict::reason_of;
use engine::schema::{ColumnId, TableId};
use engine::verdict::Reason;
use rulec::hir::{ConflictUpdate, Expr, ExprKind, RowMatch, Statement, StatementKind};
use std::collections::BTreeSet;

impl Oracle<'_> {
    /// Carries out the statements of one change: the rows that they propose are those before it.
    pub(super) fn change_at_once(
        &self,
        change: &[Statement],
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let proposed: Vec<Result<Option<Row>, Vec<Reason>>> =
            change.iter().map(|one| self.proposed(&one.kind, fields, draft)).collect();
        for (statement, row) in change.iter().zip(proposed) {
            self.statement(&statement.kind, row?, fields, draft)?;
        }
        Ok(())
    }

    /// The row that a statement inserts, if it does.
    fn proposed(
        &self,
        statement: &StatementKind,
        fields: &[Val],
        draft: &Draft,
    ) -> Result<Option<Row>, Vec<Reason>> {
        let env = self.within(draft, fields);
        let values = match statement {
            StatementKind::Insert { values, .. } => values,
            StatementKind::Upsert { values, when, .. } => {
                match when.as_ref().map_or(Val::truth(true), |when| env.evaluate(when)) {
                    Val::Error(error) => return Err(vec![reason_of(error)]),
                    when if when.is_true() => values,
                    _ => return Ok(None),
                }
            }
            StatementKind::Update { .. }
            | StatementKind::Rows { .. }
            | StatementKind::Delete { .. } => return Ok(None),
        };
        Ok(Some(values.iter().map(|value| env.evaluate(value)).collect()))
    }

    /// Carries out a statement with the row that it proposes.
    fn statement(
        &self,
        statement: &StatementKind,
        proposed: Option<Row>,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        match (statement, proposed) {
            (StatementKind::Insert { table, .. }, Some(row)) => self.insert(*table, row, draft),
            (StatementKind::Upsert { table, update, .. }, Some(row)) => {
                self.upsert((*table, row), update.as_ref(), fields, draft)
            }
            (StatementKind::Insert { .. } | StatementKind::Upsert { .. }, None) => Ok(()),
            (StatementKind::Update { table, row, set }, _) => {
                self.update(*table, row, set, fields, draft)
            }
            (StatementKind::Rows { table, rows, set }, _) => {
                self.change_rows(*table, rows, set.as_deref(), fields, draft)
            }
            (StatementKind::Delete { table, row }, _) => self.delete(*table, row, fields, draft),
        }
    }

    fn insert(&self, table: TableId, row: Row, draft: &mut Draft) -> Result<(), Vec<Reason>> {
        self.check_row(table, &row)?;
        draft.done.nulls_stored += row.iter().filter(|value| **value == Val::Null).count() as u64;
        self.add(table, row, draft)?;
        draft.done.inserts += 1;
        Ok(())
    }

    /// Adds a row if no row has its key; otherwise updates that row, if the statement says how.
    fn upsert(
        &self,
        (table, row): (TableId, Row),
        update: Option<&ConflictUpdate>,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        self.check_row(table, &row)?;
        let found = draft.state[usize::from(table.0)].iter().position(self.same_key(table, &row));
        match (found, update) {
            (None, _) => {
                self.add(table, row, draft)?;
                draft.done.inserts += 1;
            }
            (Some(_), None) => draft.done.updates_of_nothing += 1,
            (Some(found), Some(update)) => {
                self.conflict(table, update, found, &row, fields, draft)?;
            }
        }
        Ok(())
    }

    fn update(
        &self,
        table: TableId,
        row: &RowMatch,
        set: &[(ColumnId, Expr)],
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let Some(found) = self.found(table, row, fields, draft)? else {
            draft.done.updates_of_nothing += 1;
            return Ok(());
        };
        let before = &draft.state[usize::from(table.0)][found];
        let env = self.within(draft, fields);
        let (mut after, mut stored) = (before.clone(), BTreeSet::new());
        for (column, value) in set {
            let value = env.with_row(row.var, before, |env| env.evaluate(value));
            self.assign(table, *column, &value, &mut stored)?;
            after[usize::from(column.0)] = value;
        }
        draft.stored.extend(stored);
        self.change(table, found, after, draft)?;
        draft.done.updates += 1;
        Ok(())
    }

    fn delete(
        &self,
        table: TableId,
        row: &RowMatch,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        match self.found(table, row, fields, draft)? {
            Some(found) => {
                self.remove(table, found, draft);
                draft.done.deletes += 1;
            }
            None => draft.done.deletes_of_nothing += 1,
        }
        Ok(())
    }

    /// Changes or removes every row that a condition selects, or none if one of them cannot be.
    fn change_rows(
        &self,
        table: TableId,
        rows: &Expr,
        set: Option<&[(ColumnId, Expr)]>,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let ExprKind::Aggregate(aggregate) = &rows.kind else { panic!("rows are an aggregate") };
        let index = usize::from(table.0);
        let env = self.within(draft, fields);
        let (selected, error) = env.selected(aggregate);
        let mut reasons: Vec<Reason> = error.into_iter().map(reason_of).collect();
        let (mut changed, mut stored) = (Vec::new(), BTreeSet::new());
        for row in selected {
            let mut after = row.clone();
            for (column, value) in set.into_iter().flatten() {
                let value = env.with_row(aggregate.var, row, |env| env.evaluate(value));
                let assigned = self.assign(table, *column, &value, &mut stored);
                reasons.extend(assigned.err().into_iter().flatten());
                after[usize::from(column.0)] = value;
            }
            changed.push((row.clone(), after));
        }
        if !reasons.is_empty() {
            return Err(reasons);
        }
        draft.stored.extend(stored);
        for (before, after) in changed {
            let place = draft.state[index].iter().position(|row| *row == before);
            let place = place.expect("the row was selected");
            if set.is_some() {
                draft.state[index][place] = after;
                draft.done.updates += 1;
            } else {
                draft.state[index].swap_remove(place);
                draft.done.deletes += 1;
            }
        }
        Ok(())
    }

    /// Changes the row that has the key of a proposed one.
    fn conflict(
        &self,
        table: TableId,
        update: &ConflictUpdate,
        found: usize,
        proposed: &Row,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let before = &draft.state[usize::from(table.0)][found];
        let evaluate = |expr: &Expr| {
            self.within(draft, fields).with_row(update.row, before, |env| {
                env.with_row(update.excluded, proposed, |env| env.evaluate(expr))
            })
        };
        match update.condition.as_ref().map_or(Val::truth(true), evaluate) {
            Val::Error(error) => return Err(vec![reason_of(error)]),
            condition if condition.is_true() => {}
            _ => {
                draft.done.updates_of_nothing += 1;
                return Ok(());
            }
        }
        let (mut after, mut stored) = (before.clone(), BTreeSet::new());
        for (column, value) in &update.set {
            let value = evaluate(value);
            self.assign(table, *column, &value, &mut stored)?;
            after[usize::from(column.0)] = value;
        }
        draft.stored.extend(stored);
        self.change(table, found, after, draft)?;
        draft.done.updates += 1;
        Ok(())
    }

    /// The place of the row that a statement finds.
    fn found(
        &self,
        table: TableId,
        row: &RowMatch,
        fields: &[Val],
        draft: &Draft,
    ) -> Result<Option<usize>, Vec<Reason>> {
        self.within(draft, fields).find(table, row).map_err(|error| match error {
            Val::Error(error) => vec![reason_of(error)],
            other => panic!("a lookup failed with {other:?}"),
        })
    }
}
