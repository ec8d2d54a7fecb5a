// SPDX-License-Identifier: Apache-2.0

//! The frames that copy a row of a table, and update and delete its copy.

use super::order::{Rank, View};
use super::plan::Matched;
use super::rows::Rows;
use crate::frame::{FieldValue, Layout};
use crate::machine::{COLUMNS_MAX, FRAME_BYTES_MAX, KEY_COLUMNS_MAX};
use crate::program::{FrameKind, Program};
use crate::schema::{ColumnDef, ColumnId, MessageId, TableId, Type};

/// How the rows of a table are copied.
#[derive(Debug)]
pub(super) struct Copying {
    pub(super) matched: Matched,
    /// The frame that loads a row.
    load: Layout,
    /// The frame that deletes one, with the columns of the new table that are its fields.
    delete: Option<Fields>,
    /// The frame that updates one.
    update: Option<Fields>,
}

#[derive(Debug)]
struct Fields {
    layout: Layout,
    columns: Vec<ColumnId>,
}

/// The rows of the running executor that are copied.
pub(super) struct Running<'a, E> {
    pub(super) executor: &'a E,
    pub(super) matched: &'a Matched,
}

impl Copying {
    pub(super) fn new(matched: Matched, filler: &Program) -> Copying {
        let load = filler.layout(FrameKind::Row(matched.to));
        let table = &filler.tables[usize::from(matched.to.0)];
        let fields = |message: MessageId| {
            let fields = &filler.messages[usize::from(message.0)].fields;
            let column = |field: &ColumnDef| {
                let at = table.columns.iter().position(|column| column == field);
                ColumnId(at.unwrap_or(0) as u16)
            };
            let layout = filler.layout(FrameKind::Message(message));
            Fields { layout, columns: fields.iter().map(column).collect() }
        };
        let job = filler.jobs.iter().find(|job| job.name == table.name);
        let (delete, update) = (job.map(|job| job.step), filler.message(&table.name));
        Copying { load, delete: delete.map(fields), update: update.map(fields), matched }
    }

    /// Whether a row can be deleted.
    pub(super) fn deletes(&self) -> bool {
        self.delete.is_some()
    }

    /// Whether a row is updated, rather than deleted and loaded.
    pub(super) fn updates(&self) -> bool {
        self.update.is_some()
    }

    /// The frame that loads the row in a place of the running executor. None if a value does not
    /// fit its column, which no row of a matched table has.
    pub(super) fn load_frame<'b>(
        &self,
        running: &impl Rows,
        place: u32,
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> Option<&'b [u8]> {
        let columns = (0..self.matched.columns.len()).map(|column| ColumnId(column as u16));
        let values = columns.map(|column| self.value(running, place, column));
        write(&self.load, values, buffer)
    }

    /// The frame that updates the copy of a row.
    pub(super) fn update_frame<'b>(
        &self,
        running: &impl Rows,
        place: u32,
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> Option<&'b [u8]> {
        let Fields { layout, columns } = self.update.as_ref()?;
        let values = columns.iter().map(|column| self.value(running, place, *column));
        write(layout, values, buffer)
    }

    /// The frame that deletes the copy in a place of the next executor.
    pub(super) fn delete_frame<'b>(
        &self,
        next: &impl Rows,
        place: u32,
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> Option<&'b [u8]> {
        let Fields { layout, columns } = self.delete.as_ref()?;
        let values = columns.iter().map(|column| next.cell(self.matched.to, place, *column));
        write(layout, values, buffer)
    }

    /// Whether a row and its copy differ in a column that an update does not write.
    pub(super) fn differs_beyond<E: Rows>(&self, running: (&E, u32), next: (&E, u32)) -> bool {
        let written = self.update.as_ref().map_or(&[][..], |update| &update.columns);
        let mut columns = (0..self.matched.columns.len()).map(|column| ColumnId(column as u16));
        columns.any(|column| {
            !written.contains(&column)
                && self.value(running.0, running.1, column)
                    != next.0.cell(self.matched.to, next.1, column)
        })
    }

    /// Whether a row and its copy differ in the time by which rows enter windows.
    pub(super) fn differs_in_time<E: Rows>(&self, running: (&E, u32), next: (&E, u32)) -> bool {
        let time = self.matched.by_time.as_ref().and_then(|by_time| by_time.time);
        let column =
            self.matched.columns.iter().position(|column| time.is_some() && *column == time);
        column.map(|column| ColumnId(column as u16)).is_some_and(|column| {
            self.value(running.0, running.1, column) != next.0.cell(self.matched.to, next.1, column)
        })
    }

    /// The value of a column of the new table for a row of the running executor.
    fn value<'e>(&self, running: &'e impl Rows, place: u32, column: ColumnId) -> FieldValue<'e> {
        match self.matched.columns[usize::from(column.0)] {
            Some(column) => running.cell(self.matched.from, place, column),
            None => FieldValue::Null,
        }
    }

    /// The key of the row in a place of the running executor, as text.
    pub(super) fn key_text(&self, running: &impl Rows, place: u32) -> String {
        key_text(running, self.matched.from, place)
    }

    /// The key of the copy in a place of the next executor, as text.
    pub(super) fn copy_text(&self, next: &impl Rows, place: u32) -> String {
        key_text(next, self.matched.to, place)
    }
}

fn key_text(executor: &impl Rows, id: TableId, place: u32) -> String {
    let table = &executor.program().tables[usize::from(id.0)];
    let part = |column: &ColumnId| {
        let value = executor.cell(id, place, *column);
        let column = &table.columns[usize::from(column.0)];
        let value = match value {
            FieldValue::Null => "NULL".to_owned(),
            FieldValue::Text(text) => format!("'{}'", String::from_utf8_lossy(text)),
            FieldValue::Number(number) => number_text(number, column.ty),
        };
        format!("{} = {value}", column.name)
    };
    table.key.iter().map(part).collect::<Vec<String>>().join(", ")
}

/// A number of a type as text; dates and times are numbers, as in dumps.
fn number_text(number: i64, ty: Type) -> String {
    let scale = u32::from(ty.scale());
    if scale == 0 {
        return number.to_string();
    }
    let unit = 10_u64.pow(scale);
    let (sign, size) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
    format!("{sign}{}.{:0width$}", size / unit, size % unit, width = scale as usize)
}

/// Writes a frame with one value for each field.
fn write<'b, 'v>(
    layout: &Layout,
    values: impl Iterator<Item = FieldValue<'v>>,
    buffer: &'b mut [u8; FRAME_BYTES_MAX],
) -> Option<&'b [u8]> {
    let mut all = [FieldValue::Null; COLUMNS_MAX];
    let mut count = 0;
    for (place, value) in all.iter_mut().zip(values) {
        *place = value;
        count += 1;
    }
    layout.write(0, &all[..count], buffer).ok()
}

impl<E: Rows> View for Running<'_, E> {
    fn is_row(&self, place: u32) -> bool {
        self.executor.is_row(self.matched.from, place)
    }

    fn time(&self, place: u32) -> Option<i64> {
        let time = self.matched.by_time.as_ref()?.time?;
        match self.executor.cell(self.matched.from, place, time) {
            FieldValue::Number(number) => Some(number),
            FieldValue::Null | FieldValue::Text(_) => None,
        }
    }

    fn rank(&self, place: u32) -> Rank {
        let mut key = [0; KEY_COLUMNS_MAX];
        let columns = self.matched.by_time.iter().flat_map(|by_time| &by_time.key);
        for (part, column) in key.iter_mut().zip(columns) {
            *part = ordered(self.executor.cell(self.matched.from, place, *column));
        }
        Rank { time: self.time(place), key }
    }
}

/// A number in the order of the values of a column: texts by their bytes, NULL first.
fn ordered(value: FieldValue<'_>) -> u128 {
    match value {
        FieldValue::Null => 0,
        FieldValue::Number(number) => (i128::from(number) - i128::from(i64::MIN)) as u128,
        FieldValue::Text(text) => {
            let mut bytes = [0; Type::CHAR_LEN_MAX as usize];
            bytes.iter_mut().zip(text).for_each(|(to, from)| *to = *from);
            u128::from_be_bytes(bytes)
        }
    }
}
