// SPDX-License-Identifier: Apache-2.0

//! A flipped bit of memory, for tests of redundancy.

use super::table::Table;
use crate::schema::{ColumnDef, ColumnKind, TableDef, Type};
use crate::value::{Tag, Value};

/// The lowest bits of a cell, one of which is flipped. All numeric types have them.
const BITS: u64 = 16;

/// Flips one bit of a number in one of these tables. `place` selects it. Returns false if there is
/// no number to flip.
pub fn flip_bit(definitions: &[TableDef], tables: &mut [Table], place: u64) -> bool {
    let candidates: Vec<(usize, usize)> = definitions
        .iter()
        .enumerate()
        .filter(|(table, _)| tables[*table].live() > 0)
        .flat_map(|(table, def)| number_columns(def).map(move |column| (table, column)))
        .collect();
    if candidates.is_empty() {
        return false;
    }
    let (table, column) = candidates[(place % candidates.len() as u64) as usize];
    let table = &mut tables[table];
    let row = (place / 64) % u64::from(table.live());
    let (Some(handle), Some(cell)) =
        (table.handles().nth(row as usize), table.shape().place(column as u16))
    else {
        return false;
    };
    let value = table.data(handle, cell.word, cell.column);
    if value.tag != Tag::Value {
        return false;
    }
    let flipped = Value::new(value.bits ^ 1 << (place / 8 % BITS));
    table.write(handle, cell.word, cell.column, flipped);
    true
}

/// The numeric columns of a table that are not in its key.
fn number_columns(def: &TableDef) -> impl Iterator<Item = usize> {
    let is_key = |column| def.key.iter().any(|key| usize::from(key.0) == column);
    let columns = def.columns.iter().enumerate();
    columns.filter(move |(column, c)| is_number(c) && !is_key(*column)).map(|(column, _)| column)
}

fn is_number(column: &ColumnDef) -> bool {
    column.kind == ColumnKind::Data && !matches!(column.ty, Type::Char(_) | Type::Boolean)
}
