// SPDX-License-Identifier: Apache-2.0

//! A table: its rows by handle, its index from key to handle, and the exact state of every
//! aggregate column.
//!
//! Handles count upwards and are never reused, so that a handle from before a deletion finds no
//! row. They are not visible outside; the other executors place rows differently.

use super::dictionary::Dictionary;
use super::lists::Lists;
use crate::dictionary::text_columns;
use crate::executor::{Cell, is_text, is_text_set};
use crate::machine::{LEVELS_MAX, LEVELS_PER_GROUP_MAX};
use crate::schema::{ColumnKind, TableDef};
use crate::value::Value;
use crate::wide::WideValue;
use std::collections::{BTreeMap, BTreeSet};

/// The distinct values of a group in ascending order, each with its count.
pub(super) type Levels = BTreeMap<i64, u32>;

/// The rows of a table, or the groups of a hidden one.
#[derive(Clone, Debug)]
pub(super) struct Table {
    kinds: Vec<ColumnKind>,
    /// Whether each column is text.
    texts: Vec<bool>,
    key: Vec<usize>,
    rows_max: usize,
    rows: BTreeMap<i64, Vec<State>>,
    index: BTreeMap<Vec<i64>, i64>,
    /// Levels of all groups together, by column.
    level_counts: Vec<u32>,
    /// The first handle that no row ever had.
    unused: i64,
    lists: Lists,
    /// The columns whose cells keep the codes of their texts.
    text_columns: Vec<usize>,
    /// The number of those cells that have a code, for each code.
    text_cells: BTreeMap<i64, u64>,
    /// The codes that the last cell has lost since the last call of [`Table::take_dropped`].
    dropped: BTreeSet<i64>,
    /// The rows that were touched since the last call of [`Table::forget_touched`], if they are
    /// recorded.
    touched: Option<Vec<u32>>,
}

/// The state of a cell, by the kind of its column.
#[derive(Clone, Debug)]
enum State {
    Data(Value),
    /// Of `Rows` and `Count`.
    Counter(u32),
    Sum {
        count: u32,
        sum: i128,
    },
    /// Of `Min`, `Max` and `Distinct`.
    Levels(Levels),
}

impl State {
    fn empty(kind: ColumnKind) -> State {
        match kind {
            ColumnKind::Data => State::Data(Value::NULL),
            ColumnKind::Rows | ColumnKind::Count => State::Counter(0),
            ColumnKind::Sum => State::Sum { count: 0, sum: 0 },
            ColumnKind::Min | ColumnKind::Max | ColumnKind::Distinct => {
                State::Levels(Levels::new())
            }
        }
    }
}

impl Table {
    pub(super) fn new(definition: &TableDef) -> Table {
        Table {
            kinds: definition.columns.iter().map(|c| c.kind).collect(),
            texts: definition.columns.iter().map(|c| is_text(c.kind, c.ty)).collect(),
            key: definition.key.iter().map(|c| c.0.into()).collect(),
            rows_max: definition.rows_max as usize,
            rows: BTreeMap::new(),
            index: BTreeMap::new(),
            level_counts: vec![0; definition.columns.len()],
            unused: 0,
            lists: Lists::new(definition),
            text_columns: text_columns(definition).collect(),
            text_cells: BTreeMap::new(),
            dropped: BTreeSet::new(),
            touched: None,
        }
    }

    /// Exchanges the list of rows that are touched; without one, none is recorded.
    pub(super) fn record(&mut self, records: &mut Option<Vec<u32>>) {
        std::mem::swap(&mut self.touched, records);
    }

    /// The rows that were touched.
    pub(super) fn touched(&self) -> &[u32] {
        self.touched.as_deref().unwrap_or(&[])
    }

    pub(super) fn forget_touched(&mut self) {
        self.touched.iter_mut().for_each(Vec::clear);
    }

    fn touch(&mut self, row: i64) {
        if let Some(touched) = &mut self.touched
            && !touched.contains(&(row as u32))
        {
            touched.push(row as u32);
        }
    }

    /// The first handle that no row ever had.
    pub(super) fn unused(&self) -> i64 {
        self.unused
    }

    pub(super) fn is_row(&self, row: i64) -> bool {
        self.rows.contains_key(&row)
    }

    /// The columns of the key.
    pub(super) fn key(&self) -> &[usize] {
        &self.key
    }

    /// Whether the cells of a column keep the codes of their texts.
    pub(super) fn keeps_text(&self, column: usize) -> bool {
        self.text_columns.contains(&column)
    }

    /// Whether a row holds a code.
    pub(super) fn holds_text(&self, code: i64) -> bool {
        self.text_cells.contains_key(&code)
    }

    /// The codes that the last row has lost since the last call.
    pub(super) fn take_dropped(&mut self) -> BTreeSet<i64> {
        std::mem::take(&mut self.dropped)
    }

    /// Counts a cell that changes from one state to another; a state is none without a row.
    fn count_text(&mut self, column: usize, before: Option<&State>, after: Option<&State>) {
        if !self.keeps_text(column) {
            return;
        }
        let code = |state: Option<&State>| state.and_then(|state| data_value(state).get());
        if let Some(code) = code(after) {
            *self.text_cells.entry(code).or_default() += 1;
        }
        if let Some(code) = code(before)
            && let Some(count) = self.text_cells.get_mut(&code)
        {
            *count -= 1;
            if *count == 0 {
                self.text_cells.remove(&code);
                self.dropped.insert(code);
            }
        }
    }

    pub(super) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The row with a key; none if the key contains NULL or an error.
    pub(super) fn find(&self, key: &[Value]) -> Option<i64> {
        self.index.get(&bits(key)?).copied()
    }

    /// A free row, after those that the message has already reserved.
    pub(super) fn free_row(&self, reserved: u32) -> Option<i64> {
        let taken = self.rows.len() + reserved as usize;
        (taken < self.rows_max).then(|| self.unused + i64::from(reserved))
    }

    /// The value of a cell as an instruction reads it. An error in place of a row is the result.
    pub(super) fn fetch(&self, row: Value, column: usize) -> Value {
        let Some(handle) = row.get() else {
            return row;
        };
        let Some(cells) = self.rows.get(&handle) else {
            return Value::NULL;
        };
        match &cells[column] {
            State::Data(value) => *value,
            State::Counter(count) => Value::new(i64::from(*count)),
            State::Sum { count: 0, .. } => Value::NULL,
            State::Sum { sum, .. } => i64::try_from(*sum).map_or(Value::OVERFLOW, Value::new),
            State::Levels(levels) if self.kinds[column] == ColumnKind::Distinct => {
                Value::new(levels.len() as i64)
            }
            State::Levels(levels) => {
                let best = if self.kinds[column] == ColumnKind::Min {
                    levels.first_key_value()
                } else {
                    levels.last_key_value()
                };
                best.map_or(Value::NULL, |(value, _)| Value::new(*value))
            }
        }
    }

    /// The exact value of a `Sum` cell. An error in place of a row is the result.
    pub(super) fn fetch_sum(&self, row: Value, column: usize) -> WideValue {
        let Some(handle) = row.get() else {
            return WideValue::tagged(row.tag);
        };
        match self.rows.get(&handle).map(|cells| &cells[column]) {
            Some(State::Sum { count, sum }) if *count > 0 => WideValue::new(*sum),
            Some(State::Sum { .. } | State::Data(_) | State::Counter(_) | State::Levels(_))
            | None => WideValue::NULL,
        }
    }

    /// The levels of a group, if there is one.
    pub(super) fn levels(&self, group: Value, column: usize) -> Option<&Levels> {
        match &self.rows.get(&group.get()?)?[column] {
            State::Levels(levels) => Some(levels),
            State::Data(_) | State::Counter(_) | State::Sum { .. } => None,
        }
    }

    /// The rows that the groups hold, if this is a list.
    pub(super) fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The rows that the groups hold, if this is a list.
    pub(super) fn lists_mut(&mut self) -> &mut Lists {
        &mut self.lists
    }

    /// The columns of the key, and whether each is text.
    pub(super) fn key_columns(&self) -> impl Iterator<Item = (usize, bool)> {
        self.key.iter().map(|column| (*column, self.texts[*column]))
    }

    /// The number of levels of all groups together.
    pub(super) fn level_count(&self, column: usize) -> u32 {
        self.level_counts[column]
    }

    /// Inserts a reserved row, unless its key exists already or contains NULL or an error.
    pub(super) fn insert(&mut self, row: Value, key: &[Value]) {
        let (Some(handle), Some(key)) = (row.get(), bits(key)) else {
            return;
        };
        if !self.rows.contains_key(&handle) && !self.index.contains_key(&key) {
            self.place(handle, key);
            self.touch(handle);
        }
    }

    fn place(&mut self, handle: i64, key: Vec<i64>) {
        let mut cells: Vec<State> = self.kinds.iter().map(|kind| State::empty(*kind)).collect();
        for (column, bits) in self.key.iter().zip(&key) {
            cells[*column] = State::Data(Value::new(*bits));
        }
        for (column, cell) in cells.iter().enumerate() {
            self.count_text(column, None, Some(cell));
        }
        self.rows.insert(handle, cells);
        self.index.insert(key, handle);
        self.unused = self.unused.max(handle + 1);
    }

    pub(super) fn write(&mut self, row: Value, column: usize, value: Value) {
        let after = State::Data(value);
        if let Some(cells) = self.cells(row) {
            let before = std::mem::replace(&mut cells[column], after.clone());
            self.count_text(column, Some(&before), Some(&after));
            self.touch(row.bits);
        }
    }

    /// Deletes a row and its levels.
    pub(super) fn delete(&mut self, row: Value) {
        let Some(cells) = row.get().and_then(|handle| self.rows.remove(&handle)) else {
            return;
        };
        self.touch(row.bits);
        let key: Vec<i64> = self.key.iter().map(|column| data_bits(&cells[*column])).collect();
        self.index.remove(&key);
        row.get().into_iter().for_each(|group| self.lists.forget(group));
        for (column, cell) in cells.iter().enumerate() {
            self.count_text(column, Some(cell), None);
        }
        for (count, cell) in self.level_counts.iter_mut().zip(&cells) {
            if let State::Levels(levels) = cell {
                *count -= levels.len() as u32;
            }
        }
    }

    /// Adds a row to the group with a key, which is created if it does not exist. Does nothing if
    /// the key contains NULL or an error, or if there is no room.
    pub(super) fn open(&mut self, key: &[Value]) -> Option<i64> {
        let group = match self.find(key) {
            Some(group) => group,
            None => {
                let group = self.free_row(0)?;
                self.place(group, bits(key)?);
                group
            }
        };
        if let Some(rows) = self.members(Value::new(group)) {
            *rows = rows.saturating_add(1);
        }
        Some(group)
    }

    /// Removes a row from a group; a group without rows is deleted.
    pub(super) fn close(&mut self, group: Value) {
        if let Some(rows) = self.members(group) {
            *rows = rows.saturating_sub(1);
            if *rows == 0 {
                self.delete(group);
            }
        }
    }

    /// Adds a value to an aggregate, or removes it if `back`. Removing a value that is not present
    /// changes nothing. Adding a level without room changes nothing either; the check before the
    /// verdict rejects such a message.
    pub(super) fn fold(&mut self, group: Value, column: usize, value: i128, back: bool) {
        // Only a sum takes a value of more than 64 bits.
        let level = value as i64;
        let levels_left = LEVELS_MAX - self.level_counts[column];
        let Some(cells) = self.cells(group) else {
            return;
        };
        match (&mut cells[column], back) {
            (State::Data(_), _) => {}
            (State::Counter(count), false) => *count = count.saturating_add(1),
            (State::Counter(count), true) => *count = count.saturating_sub(1),
            (State::Sum { count, sum }, false) => {
                *count = count.saturating_add(1);
                *sum = sum.wrapping_add(value);
            }
            (State::Sum { count: 0, .. }, true) => {}
            (State::Sum { count, sum }, true) => {
                *count -= 1;
                *sum = sum.wrapping_sub(value);
            }
            (State::Levels(levels), false) => {
                let room = levels_left > 0 && levels.len() < LEVELS_PER_GROUP_MAX as usize;
                if let Some(count) = levels.get_mut(&level) {
                    *count = count.saturating_add(1);
                } else if room {
                    levels.insert(level, 1);
                    self.level_counts[column] += 1;
                }
            }
            (State::Levels(levels), true) => match levels.get_mut(&level) {
                None => {}
                Some(1) => {
                    levels.remove(&level);
                    self.level_counts[column] -= 1;
                }
                Some(count) => *count -= 1,
            },
        }
    }

    fn cells(&mut self, row: Value) -> Option<&mut Vec<State>> {
        self.rows.get_mut(&row.get()?)
    }

    /// The row counter of a group.
    fn members(&mut self, group: Value) -> Option<&mut u32> {
        let column = self.kinds.iter().position(|k| *k == ColumnKind::Rows)?;
        match &mut self.cells(group)?[column] {
            State::Counter(count) => Some(count),
            State::Data(_) | State::Sum { .. } | State::Levels(_) => None,
        }
    }

    /// Visits the rows in the order of their keys; text is ordered by its bytes.
    pub(super) fn visit(
        &self,
        definition: &TableDef,
        dictionary: &Dictionary,
        visit: &mut dyn FnMut(&[Cell<'_>]),
    ) {
        let data = |column: usize, state: &State| match data_value(state).get() {
            None => Cell::Null,
            Some(bits) if is_text(ColumnKind::Data, definition.columns[column].ty) => {
                Cell::Text(dictionary.text(bits))
            }
            Some(bits) => Cell::Number(bits),
        };
        let mut rows: Vec<&Vec<State>> = self.rows.values().collect();
        rows.sort_by_cached_key(|row| -> Vec<Cell<'_>> {
            self.key.iter().map(|c| data(*c, &row[*c])).collect()
        });
        for row in rows {
            let levels: Vec<Vec<(i64, u32)>> = row
                .iter()
                .map(|state| match state {
                    State::Levels(levels) => levels.iter().map(|(v, n)| (*v, *n)).collect(),
                    State::Data(_) | State::Counter(_) | State::Sum { .. } => Vec::new(),
                })
                .collect();
            let text = |(code, count): &(i64, u32)| (dictionary.text(*code), *count);
            let texts: Vec<Vec<(&str, u32)>> = levels
                .iter()
                .map(|levels| {
                    let mut texts: Vec<(&str, u32)> = levels.iter().map(text).collect();
                    texts.sort_unstable();
                    texts
                })
                .collect();
            let cells: Vec<Cell<'_>> = row
                .iter()
                .enumerate()
                .map(|(column, state)| match state {
                    State::Data(_) => data(column, state),
                    State::Counter(count) => Cell::Number(i64::from(*count)),
                    State::Sum { count, sum } => Cell::Sum(*count, *sum),
                    State::Levels(_) if is_text_set(&definition.columns[column]) => {
                        Cell::Texts(&texts[column])
                    }
                    State::Levels(_) => Cell::Levels(&levels[column]),
                })
                .collect();
            visit(&cells);
        }
    }
}

/// The bits of a key; none if it contains NULL or an error.
fn bits(key: &[Value]) -> Option<Vec<i64>> {
    key.iter().map(|value| value.get()).collect()
}

fn data_value(state: &State) -> Value {
    match state {
        State::Data(value) => *value,
        State::Counter(_) | State::Sum { .. } | State::Levels(_) => Value::NULL,
    }
}

fn data_bits(state: &State) -> i64 {
    data_value(state).bits
}
