// SPDX-License-Identifier: Apache-2.0

//! What the reference interpreter offers for a change of the definitions, see [`crate::change`].
//! The place of a row is its handle.

use super::{Reference, layouts};
use crate::change::{Change, Rows};
use crate::executor::is_text;
use crate::frame::FieldValue;
use crate::modes::Modes;
use crate::program::Program;
use crate::schema::{ColumnId, TableId};
use crate::validate::ProgramError;
use crate::value::Value;
use std::sync::Arc;

impl Rows for Reference {
    type Ready = Arc<Program>;
    type Records = Vec<Option<Vec<u32>>>;

    fn filler(change: &Change) -> Result<(Reference, Arc<Program>), ProgramError> {
        Ok((Reference::new(Arc::clone(change.filler()))?, Arc::clone(change.program())))
    }

    fn records(rows_max: &[u32]) -> Vec<Option<Vec<u32>>> {
        vec![Some(Vec::new()); rows_max.len()]
    }

    fn record(&mut self, records: &mut Vec<Option<Vec<u32>>>) {
        self.tables.iter_mut().zip(records).for_each(|(table, records)| table.record(records));
    }

    fn touched(&self, table: TableId) -> &[u32] {
        self.tables[usize::from(table.0)].touched()
    }

    fn forget_touched(&mut self) {
        self.tables.iter_mut().for_each(|table| table.forget_touched());
    }

    fn places(&self, table: TableId) -> u32 {
        self.tables[usize::from(table.0)].unused() as u32
    }

    fn is_row(&self, table: TableId, place: u32) -> bool {
        self.tables[usize::from(table.0)].is_row(place.into())
    }

    fn cell(&self, table: TableId, place: u32, column: ColumnId) -> FieldValue<'_> {
        let definition = &self.program.tables[usize::from(table.0)].columns[usize::from(column.0)];
        let row = Value::new(place.into());
        match self.tables[usize::from(table.0)].fetch(row, column.0.into()).get() {
            None => FieldValue::Null,
            Some(code) if is_text(definition.kind, definition.ty) => {
                FieldValue::Text(self.dictionary.text(code).as_bytes())
            }
            Some(number) => FieldValue::Number(number),
        }
    }

    fn exchange(&mut self, next: Reference, ready: Arc<Program>) -> (Reference, Arc<Program>) {
        let mut modes = Modes::new(&ready);
        modes.carry(&ready, &self.modes, &self.program);
        let filler = Arc::clone(&next.program);
        let layouts = layouts(&ready);
        let next = Reference { program: ready, layouts, modes, ..next };
        (std::mem::replace(self, next), filler)
    }
}
