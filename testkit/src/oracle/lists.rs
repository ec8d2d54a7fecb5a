// SPDX-License-Identifier: Apache-2.0

//! Lists: the bounds of groups, and the rows that were written last. The whole history of a window
//! is kept, and what it holds follows from the definition.

use super::value::{Row, Val};
use rulec::hir::{List, RuleSet};
use std::collections::BTreeMap;

/// The key of a row in its table.
pub type RowKey = Vec<Val>;

/// A change of a row of a table: what it was and what it is.
#[derive(Clone, Debug)]
pub struct Change {
    /// The table.
    pub table: usize,
    /// The row before; none if it is inserted.
    pub before: Option<Row>,
    /// The row after; none if it is deleted.
    pub after: Option<Row>,
}

/// The histories of the lists of one rule set, in their order; only those of windows grow.
#[derive(Clone, Debug, Default)]
pub struct Histories(Vec<BTreeMap<Vec<Val>, History>>);

/// What was written into a group of a window.
#[derive(Clone, Debug, Default)]
struct History {
    written: Vec<Written>,
    /// The rows of the table that are in the group.
    rows: usize,
}

/// A row that was written.
#[derive(Clone, Debug)]
struct Written {
    key: RowKey,
    time: Val,
    /// How many rows had been written when it left.
    left: Option<usize>,
}

impl Histories {
    /// Empty histories.
    pub fn new(rules: &RuleSet) -> Histories {
        Histories(vec![BTreeMap::new(); rules.lists.len()])
    }

    /// Notes a change. `group_of` gives the group of a list that a row is in, if it is in one.
    pub fn note(
        &mut self,
        rules: &RuleSet,
        change: &Change,
        group_of: impl Fn(&List, &Row) -> Option<Vec<Val>>,
    ) {
        for (list, groups) in rules.lists.iter().zip(&mut self.0) {
            if usize::from(list.table.0) != change.table || list.time.is_none() {
                continue;
            }
            let key = |row: &Row| key_of(rules, list, row);
            let place = |row: &Option<Row>| {
                let row = row.as_ref()?;
                Some((group_of(list, row)?, time_of(list, row)))
            };
            let (was, is) = (place(&change.before), place(&change.after));
            if was == is {
                continue;
            }
            if let (Some((group, _)), Some(row)) = (&is, &change.after) {
                let history = groups.entry(group.clone()).or_default();
                history.rows += 1;
                history.leave(&key(row));
                if let Some((before, _)) = &was
                    && before != group
                    && let Some(history) = groups.get_mut(before)
                {
                    history.leave(&key(row));
                }
                let written = Written { key: key(row), time: time_of(list, row), left: None };
                let history = groups.entry(group.clone()).or_default();
                history.written.push(written);
            }
            if let (Some((group, _)), Some(row)) = (&was, &change.before)
                && let Some(history) = groups.get_mut(group)
            {
                if is.is_none() {
                    history.leave(&key(row));
                }
                history.rows -= 1;
                // What a group without rows pushed out is forgotten.
                if history.rows == 0 {
                    groups.remove(group);
                }
            }
        }
    }

    /// Whether a list holds a row of the table that is in this group of it.
    pub fn holds(&self, rules: &RuleSet, place: usize, group: &[Val], row: &Row) -> bool {
        let list = &rules.lists[place];
        if list.time.is_none() {
            return true;
        }
        let Some(history) = self.0[place].get(group) else { return false };
        let key = key_of(rules, list, row);
        let there = history.written.iter().position(|w| w.left.is_none() && w.key == key);
        there.is_some_and(|number| !history.was_pushed_out(number, list.bound as usize))
    }

    /// The latest time of a row that was pushed out of a group of a window while it was there.
    pub fn pushed_out(&self, rules: &RuleSet, place: usize, group: &[Val]) -> Option<Val> {
        let history = self.0[place].get(group)?;
        let bound = rules.lists[place].bound as usize;
        let pushed = (0..history.written.len()).filter(|at| history.was_pushed_out(*at, bound));
        pushed.map(|number| history.written[number].time.clone()).max()
    }
}

impl History {
    fn leave(&mut self, key: &RowKey) {
        let written = self.written.len();
        let there = self.written.iter_mut().rev().find(|w| w.left.is_none() && w.key == *key);
        there.into_iter().for_each(|row| row.left = Some(written));
    }

    /// Whether a row was ever in the group with so many rows that were written after it.
    fn was_pushed_out(&self, number: usize, bound: usize) -> bool {
        // When `written` rows had been written.
        let is_there = |row: &Written, written| row.left.is_none_or(|left| left >= written);
        let moments = number + 1..=self.written.len();
        moments.filter(|written| is_there(&self.written[number], *written)).any(|written| {
            let later = &self.written[number + 1..written];
            later.iter().filter(|row| is_there(row, written)).count() >= bound
        })
    }
}

fn key_of(rules: &RuleSet, list: &List, row: &Row) -> RowKey {
    let key = &rules.tables[usize::from(list.table.0)].key;
    key.iter().map(|column| row[usize::from(column.0)].clone()).collect()
}

fn time_of(list: &List, row: &Row) -> Val {
    list.time.map_or(Val::Null, |time| row[usize::from(time.0)].clone())
}
