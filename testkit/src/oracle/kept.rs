// SPDX-License-Identifier: Apache-2.0

//! The checks of what is kept beside the tables: aggregates, lists and the dictionary.

use super::database::{Dictionary, Draft, Oracle};
use super::lists::Change;
use super::value::{Row, Val, logic, texts};
use super::verdict::reason_of;
use engine::schema::TableId;
use engine::verdict::Reason;
use rulec::hir::{Aggregate, Expr, ExprKind};

impl Oracle<'_> {
    /// Checks what is kept beside a table: its aggregates and its lists. The compiler chooses the
    /// order in which they are checked.
    pub(super) fn check_kept(&self, change: &Change, draft: &mut Draft) -> Result<(), Vec<Reason>> {
        let after = change.after.as_ref().expect("a row is checked when it is written");
        let aggregates = self.check_contributions(TableId(change.table as u16), after);
        let bounds = self.check_bounds(change, draft);
        let reasons: Vec<Reason> =
            aggregates.err().into_iter().chain(bounds.err()).flatten().collect();
        if reasons.is_empty() { Ok(()) } else { Err(reasons) }
    }

    /// Checks that there is room for a row in each stated group that it enters: beside the rows at
    /// the start of the message and those that entered since.
    fn check_bounds(&self, change: &Change, draft: &mut Draft) -> Result<(), Vec<Reason>> {
        let Some(after) = &change.after else { return Ok(()) };
        let mut entered = Vec::new();
        for (member, rules) in self.family.iter().enumerate() {
            for (place, list) in rules.lists.iter().enumerate() {
                let base = &rules.tables[usize::from(list.table.0)];
                let is_bound = list.stated.is_some()
                    && list.time.is_none()
                    && list.bound < base.rows_max
                    && usize::from(list.table.0) == change.table;
                if !is_bound {
                    continue;
                }
                let env = self.env(&self.state, &[]);
                let Some(group) = env.group_of(list, after) else { continue };
                let was = change.before.as_ref().and_then(|row| env.group_of(list, row));
                if was.as_ref() == Some(&group) {
                    continue;
                }
                let rows = self.state[change.table].iter();
                let held = rows.filter(|row| env.group_of(list, row).as_ref() == Some(&group));
                let since = draft.entered.get(&(member, place, group.clone())).copied();
                if held.count() + since.unwrap_or(0) >= list.bound as usize {
                    return Err(vec![Reason::GroupFull]);
                }
                entered.push((member, place, group));
            }
        }
        for key in entered {
            *draft.entered.entry(key).or_default() += 1;
        }
        Ok(())
    }

    /// Checks that every aggregate over the table can include the row. The filter and the arguments
    /// read only the row, so this needs no state and no message. A row with NULL in a group column
    /// is in no group and needs no check.
    fn check_contributions(&self, table: TableId, row: &Row) -> Result<(), Vec<Reason>> {
        let mut reasons = Vec::new();
        for aggregate in self.aggregates.iter().filter(|aggregate| aggregate.table == table) {
            if aggregate.group.iter().any(|(column, _)| row[usize::from(column.0)] == Val::Null) {
                continue;
            }
            let env = self.env(&self.state, &[]);
            let (filter, arguments) = of_row_alone(aggregate);
            let evaluate =
                |part: &&Expr| env.with_row(aggregate.var, row, |env| env.evaluate(part));
            let filter = logic(&filter.iter().map(evaluate).collect::<Vec<_>>(), false);
            reasons.extend(filter.error().map(reason_of));
            if filter.is_true() {
                let arguments = arguments.iter().map(evaluate);
                reasons.extend(arguments.filter_map(|value| value.error()).map(reason_of));
            }
        }
        reasons.sort_unstable();
        reasons.dedup();
        if reasons.is_empty() { Ok(()) } else { Err(reasons) }
    }

    /// Checks that the dictionary has room for the texts that a message stores, in addition to
    /// those before the message. This is the last check.
    pub(super) fn check_texts(&self, draft: &Draft) -> Result<(), Vec<Reason>> {
        let Some(Dictionary { literals, texts_max }) = &self.dictionary else { return Ok(()) };
        let mut held = literals.clone();
        held.extend(self.state.iter().flatten().flat_map(texts));
        match held.union(&draft.stored).count() <= *texts_max {
            true => Ok(()),
            false => Err(vec![Reason::DictionaryFull]),
        }
    }
}

/// The conjuncts of the filter and the arguments of an aggregate that read the row alone: their
/// errors reject the row.
fn of_row_alone(aggregate: &Aggregate) -> (Vec<&Expr>, Vec<&Expr>) {
    let reads_more = |expr: &Expr| {
        let is_other = |node: &Expr| match &node.kind {
            ExprKind::Column(row, _) => *row != aggregate.var,
            ExprKind::Field(_)
            | ExprKind::Lookup { .. }
            | ExprKind::Exists { .. }
            | ExprKind::Aggregate(_) => true,
            _ => false,
        };
        expr.nodes().any(is_other)
    };
    let filter = aggregate.conjuncts().iter().filter(|part| !reads_more(part)).collect();
    let arguments = aggregate.calls.iter().flat_map(|call| call.parts());
    (filter, arguments.filter(|part| !reads_more(part)).collect())
}
