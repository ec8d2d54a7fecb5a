// SPDX-License-Identifier: Apache-2.0

//! The rows that the groups of a list hold, by their handles, and their times.
//!
//! The times are copies: a row that is pushed out has the time with which it is in the list,
//! whatever the message has written to the base table by then.

use crate::scan::List;
use crate::schema::TableDef;
use crate::value::{Tag, Value};
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

/// A row of a group.
#[derive(Clone, Copy, Debug)]
struct Member {
    row: i64,
    time: Option<i64>,
}

/// The rows of a group.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// The rows in the order in which they entered. A row that left is none; it keeps its place in
    /// a group of rows that were written last.
    rows: VecDeque<Option<Member>>,
    /// The latest time of a row that was pushed out.
    pushed_out: Option<i64>,
}

impl Group {
    /// The handles of the rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = i64> {
        self.rows.iter().flatten().map(|member| member.row)
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
        self.group(group).map_or(0, |group| group.rows().count() as u32)
    }

    /// Forgets a group that is deleted, with what it pushed out.
    pub(super) fn forget(&mut self, group: i64) {
        let rows = self.groups.remove(&group).unwrap_or_default();
        for row in rows.rows() {
            self.group_of.remove(&row);
        }
    }

    /// Lets a row enter the list of a group. It has no time until one is patched.
    pub(super) fn enter(&mut self, group: i64, row: i64) {
        self.leave(Value::new(row));
        self.group_of.insert(row, group);
        let held = self.groups.entry(group).or_default();
        held.rows.push_back(Some(Member { row, time: None }));
        if held.rows.len() <= self.list.bound as usize {
            return;
        }
        // The check before the verdict rejects a message that would exceed the bound of a group of
        // all rows, so that this is a group of the rows that were written last.
        if let Some(pushed) = held.rows.pop_front().flatten() {
            held.pushed_out = held.pushed_out.max(pushed.time);
            self.group_of.remove(&pushed.row);
        }
    }

    /// Writes a copy of a row, of which only the time is kept here. Errors are not written.
    pub(super) fn patch(&mut self, row: Value, place: usize, value: Value) {
        let Some(row) = row.get() else { return };
        let is_time = self.list.columns.get(place).is_some_and(|of| Some(*of) == self.list.time);
        let group = self.group_of.get(&row).and_then(|group| self.groups.get_mut(group));
        if !is_time || value.tag > Tag::Null {
            return;
        }
        let mut members = group.into_iter().flat_map(|group| group.rows.iter_mut().flatten());
        if let Some(member) = members.find(|member| member.row == row) {
            member.time = value.get();
        }
    }

    /// Lets a row leave its list.
    pub(super) fn leave(&mut self, row: Value) {
        let Some(row) = row.get() else { return };
        let Some(group) = self.group_of.remove(&row) else { return };
        let keeps_place = self.list.time.is_some();
        let Some(group) = self.groups.get_mut(&group) else { return };
        match group.rows.iter().position(|held| held.is_some_and(|held| held.row == row)) {
            Some(place) if keeps_place => group.rows[place] = None,
            Some(place) => drop(group.rows.remove(place)),
            None => {}
        }
    }
}
