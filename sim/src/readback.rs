// SPDX-License-Identifier: Apache-2.0

//! Reads tables back from the core: every bucket of an index, and the columns of each row that the
//! index contains.

use crate::core_model::CoreModel;
use engine::build::{
    LEVELS, MAP_SLOTS, TABLE_UNITS, fetched_place, key_columns, level_store, map_address_bits,
};
use engine::executor::Cell;
use engine::frame::trim;
use engine::registers::{
    SCAN_BUCKET, SCAN_COLUMN, SCAN_DICTIONARY, SCAN_FETCH, SCAN_LEVELS, SCAN_SHOWN, SCAN_SLOT,
    SCAN_TAKEN,
};
use engine::schema::{ColumnKind, TableId, Type};
use engine::value::Tag;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A cell that was read back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnedCell {
    /// NULL.
    Null,
    /// A number, boolean or timestamp, or the counter of a `Rows` or `Count` column.
    Number(i64),
    /// Text without trailing blanks.
    Text(String),
    /// The number of values, and their sum.
    Sum(u32, i128),
    /// The distinct values in rising order, each with the number of its occurrences.
    Levels(Vec<(i64, u32)>),
}

/// The part of a scan target that the core shows, see [`engine::registers`].
#[derive(Clone, Copy)]
enum Shown {
    Row = 0,
    Key = 1,
    Cell = 2,
}

/// A taken slot of a map.
struct Slot {
    key: u128,
    row: u32,
    /// The number of occurrences of a level.
    cell: u128,
}

/// The levels of groups, by the row of the group.
type Levels = BTreeMap<u32, Vec<(i64, u32)>>;

/// The contents that rows refer to.
struct Referenced {
    texts: BTreeMap<i64, String>,
    levels: BTreeMap<usize, Levels>,
}

impl OwnedCell {
    /// The cell in the form that executors use.
    pub fn as_cell(&self) -> Cell<'_> {
        match self {
            OwnedCell::Null => Cell::Null,
            OwnedCell::Number(number) => Cell::Number(*number),
            OwnedCell::Text(text) => Cell::Text(text),
            OwnedCell::Sum(count, sum) => Cell::Sum(*count, *sum),
            OwnedCell::Levels(levels) => Cell::Levels(levels),
        }
    }
}

impl From<&Cell<'_>> for OwnedCell {
    fn from(cell: &Cell<'_>) -> OwnedCell {
        match *cell {
            Cell::Null => OwnedCell::Null,
            Cell::Number(number) => OwnedCell::Number(number),
            Cell::Text(text) => OwnedCell::Text(text.to_owned()),
            Cell::Sum(count, sum) => OwnedCell::Sum(count, sum),
            Cell::Levels(levels) => OwnedCell::Levels(levels.to_vec()),
            Cell::Texts(_) => unreachable!("no build has sets of texts"),
        }
    }
}

impl CoreModel<'_, '_> {
    /// Reads every row of a table, in no particular order, with one cell for each column.
    ///
    /// # Panics
    /// If a cell contains an error value, which no commit writes: the core is broken.
    pub fn rows(&mut self, table: TableId) -> Vec<Vec<OwnedCell>> {
        let unit = self.units[usize::from(table.0)];
        let sizes = [self.build.tables.as_slice(), self.build.groups.as_slice()].concat();
        let program = Arc::clone(self.program());
        let columns = &program.tables[usize::from(table.0)].columns;
        let has_text = columns.iter().any(|column| matches!(column.ty, Type::Char(_)));
        let texts = if has_text { self.texts() } else { BTreeMap::new() };
        let columns = columns.iter().enumerate();
        let levels = columns.filter(|(_, c)| matches!(c.kind, ColumnKind::Min | ColumnKind::Max));
        let levels = levels.map(|(column, _)| (column, self.levels(unit, column))).collect();
        let found = self.scan(unit, 1 << sizes[usize::from(unit)]);
        let known = Referenced { texts, levels };
        found.into_iter().map(|(key, row)| self.row(table, key, row, &known)).collect()
    }

    /// Reads every text of the dictionary by its code.
    ///
    /// # Panics
    /// If an entry is not text: the core is broken.
    pub fn texts(&mut self) -> BTreeMap<i64, String> {
        let found = self.scan(SCAN_DICTIONARY, self.build.texts);
        let text = |(text, code): (u128, u32)| {
            let bytes = text.to_le_bytes();
            let text = std::str::from_utf8(trim(&bytes)).expect("texts are ASCII").to_owned();
            (i64::from(code), text)
        };
        found.into_iter().map(text).collect()
    }

    /// Reads every level of a column by the row of its group.
    fn levels(&mut self, unit: u8, column: usize) -> Levels {
        let store = SCAN_LEVELS
            + (LEVELS * usize::from(unit - TABLE_UNITS as u8) + level_store(column)) as u8;
        let mut levels = Levels::new();
        self.scan_with(store, self.build.levels, &mut |slot| {
            let of_group = levels.entry(slot.key as u32 & 0xff_ffff).or_default();
            of_group.push(((slot.key >> 24) as i64, slot.cell as u32));
        });
        levels.values_mut().for_each(|of_group| of_group.sort_unstable());
        levels
    }

    /// Reads the keys and rows in the index of a unit.
    fn scan(&mut self, unit: u8, rows: u32) -> Vec<(u128, u32)> {
        let mut found = Vec::new();
        self.scan_with(unit, rows, &mut |slot| found.push((slot.key, slot.row)));
        found
    }

    /// Calls `show` with every taken slot in the map of a unit.
    fn scan_with(&mut self, unit: u8, rows: u32, show: &mut dyn FnMut(Slot)) {
        let target = |slot: u8, shown: Shown| {
            u32::from(unit) | u32::from(slot) << SCAN_SLOT | (shown as u32) << SCAN_SHOWN
        };
        for bucket in 0..1_u32 << map_address_bits(rows) {
            self.kernel.set("scan_address", bucket);
            self.kernel.set("scan_target", target(0, Shown::Row) | 1 << SCAN_BUCKET);
            self.kernel.step();
            for slot in 0..MAP_SLOTS as u8 {
                let row = self.shown(target(slot, Shown::Row)) as u32;
                if row >> SCAN_TAKEN == 1 {
                    let key = self.shown(target(slot, Shown::Key));
                    let cell = self.shown(target(slot, Shown::Cell));
                    show(Slot { key, row: row & 0xff_ffff, cell });
                }
            }
        }
    }

    /// Reads what the core shows of a scan target.
    fn shown(&mut self, target: u32) -> u128 {
        self.kernel.set("scan_target", target);
        self.kernel.settle();
        self.kernel.get("scan_data")
    }

    /// Reads a row of a table.
    fn row(&mut self, table: TableId, key: u128, row: u32, known: &Referenced) -> Vec<OwnedCell> {
        let unit = self.units[usize::from(table.0)];
        let program = Arc::clone(self.program());
        let definition = &program.tables[usize::from(table.0)];
        self.kernel.set("scan_address", row);
        self.kernel.set("scan_target", u32::from(unit) | 1 << SCAN_FETCH);
        self.kernel.step();
        let data_cell = |ty, number| match ty {
            Type::Char(_) => OwnedCell::Text(known.texts.get(&number).cloned().unwrap_or_default()),
            Type::Boolean
            | Type::Int2
            | Type::Int4
            | Type::Int8
            | Type::Decimal { .. }
            | Type::Date
            | Type::Time
            | Type::Timestamp => OwnedCell::Number(number),
        };
        let cell = |(column, declared): (usize, &engine::schema::ColumnDef)| {
            let place = fetched_place(definition, column) as u32;
            let target =
                u32::from(unit) | place << SCAN_COLUMN | (Shown::Cell as u32) << SCAN_SHOWN;
            let data = self.shown(target);
            match declared.kind {
                ColumnKind::Data if definition.hidden.is_some() => {
                    let part = key_columns(definition).find(|part| part.column == column);
                    data_cell(
                        declared.ty,
                        part.expect("a data column of a group is in its key").value(key),
                    )
                }
                ColumnKind::Data => match data >> 64 {
                    0 => data_cell(declared.ty, data as i64),
                    tag if tag == Tag::Null as u128 => OwnedCell::Null,
                    tag => panic!("a cell of column {column} contains the error {tag}"),
                },
                ColumnKind::Rows => OwnedCell::Number(data as i64),
                ColumnKind::Count => OwnedCell::Number((data >> 96) as i64),
                ColumnKind::Sum => OwnedCell::Sum((data >> 96) as u32, (data << 32) as i128 >> 32),
                ColumnKind::Distinct => unreachable!("no build counts distinct values"),
                ColumnKind::Min | ColumnKind::Max => {
                    OwnedCell::Levels(known.levels[&column].get(&row).cloned().unwrap_or_default())
                }
            }
        };
        definition.columns.iter().enumerate().map(cell).collect()
    }
}
