// SPDX-License-Identifier: Apache-2.0

//! The rows that the groups of a list hold, by their handles.

use crate::scan::List;
use crate::schema::TableDef;
use crate::value::Value;
use std::collections::{BTreeMap, VecDeque};

/// The rows of all groups of a list; empty for any other table.
#[derive(Clone, Debug)]
pub(super) struct Lists {
    list: List,
    /// The base table.
    base: usize,
    groups: BTreeMap<i64, Group>,
    /// The group of each row.
    group_of: BTreeMap<i64, i64>,
}

/// The rows of a group.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// The rows in the order in which they entered.
    rows: VecDeque<i64>,
    /// The latest time of a row that was pushed out.
    pushed_out: Option<i64>,
}

impl Group {
    /// The handles of the rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().copied()
    }

    /// The latest time of a row that was pushed out, if there is one.
    pub(super) fn pushed_out(&self) -> Option<i64> {
        self.pushed_out
    }
}

impl Lists {
    pub(super) fn new(definition: &TableDef) -> Lists {
        let hidden = definition.hidden.as_ref();
        let none = List { bound: 0, time: None, columns: Vec::new() };
        Lists {
            list: hidden.and_then(|hidden| hidden.list.clone()).unwrap_or(none),
            base: hidden.map_or(0, |hidden| hidden.base.0.into()),
            groups: BTreeMap::new(),
            group_of: BTreeMap::new(),
        }
    }

    /// The base table.
    pub(super) fn base(&self) -> usize {
        self.base
    }

    /// The columns of the base table that a scan reads.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.list.columns.iter().map(|column| column.0.into())
    }

    /// The column of the base table by which rows are late or early, if there is one.
    pub(super) fn time(&self) -> Option<usize> {
        self.list.time.map(|time| time.0.into())
    }

    /// The most rows of a group.
    pub(super) fn bound(&self) -> u32 {
        self.list.bound
    }

    /// The group with a handle, if it has ever held a row.
    pub(super) fn group(&self, group: i64) -> Option<&Group> {
        self.groups.get(&group)
    }

    /// The number of rows of a group.
    pub(super) fn len_of(&self, group: i64) -> u32 {
        self.group(group).map_or(0, |group| group.rows.len() as u32)
    }

    /// Forgets a group that is deleted, with what it pushed out.
    pub(super) fn forget(&mut self, group: i64) {
        let rows = self.groups.remove(&group).unwrap_or_default();
        for row in rows.rows() {
            self.group_of.remove(&row);
        }
    }

    /// Lets a row enter the list of a group. The result is the row that this pushes out.
    pub(super) fn enter(&mut self, group: i64, row: i64) -> Option<Value> {
        self.leave(Value::new(row));
        self.group_of.insert(row, group);
        let held = self.groups.entry(group).or_default();
        held.rows.push_back(row);
        if held.rows.len() <= self.list.bound as usize {
            return None;
        }
        // The check before the verdict rejects a message that would exceed the bound of a group of
        // all rows, so that this is a group of the rows that were written last.
        let pushed = held.rows.pop_front()?;
        self.group_of.remove(&pushed);
        Some(Value::new(pushed))
    }

    /// Notes the time of a row that a group has pushed out.
    pub(super) fn note_pushed_out(&mut self, group: i64, time: i64) {
        if let Some(held) = self.groups.get_mut(&group) {
            held.pushed_out = held.pushed_out.max(Some(time));
        }
    }

    /// Lets a row leave its list.
    pub(super) fn leave(&mut self, row: Value) {
        let Some(row) = row.get() else { return };
        let Some(group) = self.group_of.remove(&row) else { return };
        if let Some(group) = self.groups.get_mut(&group) {
            group.rows.retain(|held| *held != row);
        }
    }
}
