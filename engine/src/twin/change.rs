// SPDX-License-Identifier: Apache-2.0

//! What the twin offers for a change of the definitions, see [`crate::change`].

use super::Twin;
use super::prepared::Prepared;
use super::table::Table;
use super::touched::Touched;
use crate::change::{Change, Rows};
use crate::executor::is_text;
use crate::frame::FieldValue;
use crate::schema::{ColumnId, TableId};
use crate::validate::ProgramError;
use std::sync::Arc;

impl Rows for Twin {
    type Ready = Prepared;
    type Records = Vec<Touched>;

    fn filler(change: &Change) -> Result<(Twin, Prepared), ProgramError> {
        let twin = Twin::new(Arc::clone(change.filler()))?;
        let program = change.program();
        Ok((twin, Prepared::of_family(Arc::clone(program), Arc::clone(program))))
    }

    fn records(rows_max: &[u32]) -> Vec<Touched> {
        rows_max.iter().map(|rows_max| Touched::new(*rows_max)).collect()
    }

    fn record(&mut self, records: &mut Vec<Touched>) {
        for (table, records) in self.tables.iter_mut().zip(records) {
            std::mem::swap(table.touched(), records);
        }
    }

    fn touched(&self, table: TableId) -> &[u32] {
        self.tables.get(usize::from(table.0)).map_or(&[], Table::touched_rows)
    }

    fn forget_touched(&mut self) {
        self.tables.iter_mut().for_each(|table| table.touched().forget());
    }

    fn places(&self, table: TableId) -> u32 {
        self.tables.get(usize::from(table.0)).map_or(0, Table::fresh)
    }

    fn is_row(&self, table: TableId, place: u32) -> bool {
        self.tables.get(usize::from(table.0)).is_some_and(|table| table.is_row(place))
    }

    fn cell(&self, table: TableId, place: u32, column: ColumnId) -> FieldValue<'_> {
        let index = usize::from(table.0);
        let definition = self.running.program.tables.get(index);
        let definition = definition.and_then(|table| table.columns.get(usize::from(column.0)));
        let (Some(table), Some(definition)) = (self.tables.get(index), definition) else {
            return FieldValue::Null;
        };
        let (true, Some(at)) = (table.is_row(place), table.shape().place(column.0)) else {
            return FieldValue::Null;
        };
        match table.data(table.handle(place), at.word, at.column).get() {
            None => FieldValue::Null,
            Some(code) if is_text(definition.kind, definition.ty) => {
                FieldValue::Text(self.dictionary.text(code).as_bytes())
            }
            Some(number) => FieldValue::Number(number),
        }
    }

    fn exchange(&mut self, mut next: Twin, mut ready: Prepared) -> (Twin, Prepared) {
        let Prepared { modes, program, .. } = &self.running;
        ready.modes.carry(&ready.program, modes, program);
        std::mem::swap(&mut next.running, &mut ready);
        std::mem::swap(self, &mut next);
        (next, ready)
    }
}
