// SPDX-License-Identifier: Apache-2.0

//! A bit of memory that flips, on purpose: what tests of redundancy do to a twin that stands in for
//! a card.

use super::Twin;
use super::table::Shape;
use crate::schema::{ColumnKind, Type};
use crate::value::{Tag, Value};

/// Bits of a cell that may flip; all types but text and boolean have them.
const BITS: u64 = 16;

impl Twin {
    /// Flips one bit of a number in a declared table. `place` chooses which; false if there is none
    /// to flip.
    pub fn flip_bit(&mut self, place: u64) -> bool {
        let tables = self.running.program.declared_tables();
        let is_number = |ty| !matches!(ty, Type::Char(_) | Type::Boolean);
        let candidates = tables.iter().enumerate().flat_map(|(table, def)| {
            let columns = def.columns.iter().enumerate();
            columns
                .filter(|(column, c)| {
                    c.kind == ColumnKind::Data
                        && is_number(c.ty)
                        && !def.key.iter().any(|key| usize::from(key.0) == *column)
                })
                .map(move |(column, _)| (table, column))
        });
        let candidates: Vec<(usize, usize)> =
            candidates.filter(|(table, _)| self.tables[*table].live() > 0).collect();
        if candidates.is_empty() {
            return false;
        }
        let (table, column) = candidates[(place % candidates.len() as u64) as usize];
        let shape = Shape::new(&tables[table]);
        let table = &mut self.tables[table];
        let row = (place / 64) % u64::from(table.live());
        let (Some(handle), Some(cell)) =
            (table.handles().nth(row as usize), shape.place(column as u16))
        else {
            return false;
        };
        let value = table.data(handle, cell.word, cell.column);
        if value.tag != Tag::Value {
            return false;
        }
        table.write(
            handle,
            cell.word,
            cell.column,
            Value::new(value.bits ^ 1 << (place / 8 % BITS)),
        );
        true
    }
}
