// SPDX-License-Identifier: Apache-2.0

//! Visits the rows of a table in key order, for display and digests. Not part of the order path.

use super::dictionary::Dictionary;
use super::shape::Place;
use super::table::Table;
use crate::executor::{Cell, is_text, is_text_set};
use crate::schema::{ColumnDef, ColumnKind, TableDef};
use crate::value::Value;
use std::cmp::Ordering;

/// Visits every row of a table in the order of its key.
pub fn visit_rows(
    table: &Table,
    def: &TableDef,
    dictionary: &Dictionary,
    visit: &mut dyn FnMut(&[Cell<'_>]),
) {
    let columns: Vec<(&ColumnDef, Place)> =
        def.columns.iter().zip((0..).map_while(|column| table.shape().place(column))).collect();
    let key: Vec<(&ColumnDef, Place)> =
        def.key.iter().filter_map(|column| columns.get(usize::from(column.0)).copied()).collect();
    let no_parts = Parts::default();
    let mut rows: Vec<Value> = table.handles().collect();
    rows.sort_by(|a, b| {
        key.iter().fold(Ordering::Equal, |order, (column, place)| {
            order.then_with(|| {
                let cell = |row| cell(dictionary, table, row, column, *place, &no_parts);
                cell(*a).cmp(&cell(*b))
            })
        })
    });
    for row in rows {
        let parts = |(column, place): &(&ColumnDef, Place)| {
            Parts::new(levels(table, row, *place), is_text_set(column), dictionary)
        };
        let parts: Vec<Parts<'_>> = columns.iter().map(parts).collect();
        let cells: Vec<Cell<'_>> = columns
            .iter()
            .zip(&parts)
            .map(|((column, place), parts)| cell(dictionary, table, row, column, *place, parts))
            .collect();
        visit(&cells);
    }
}

/// What a cell refers to: its levels, as numbers or as texts.
#[derive(Default)]
struct Parts<'d> {
    levels: Vec<(i64, u32)>,
    texts: Vec<(&'d str, u32)>,
}

impl<'d> Parts<'d> {
    fn new(levels: Vec<(i64, u32)>, are_texts: bool, dictionary: &'d Dictionary) -> Parts<'d> {
        if !are_texts {
            return Parts { levels, texts: Vec::new() };
        }
        let text = |(code, count): &(i64, u32)| (dictionary.text(*code), *count);
        let mut texts: Vec<(&str, u32)> = levels.iter().map(text).collect();
        texts.sort_unstable();
        Parts { levels: Vec::new(), texts }
    }
}

fn levels(table: &Table, row: Value, place: Place) -> Vec<(i64, u32)> {
    let mut levels = Vec::new();
    if let Some(at) = place.levels() {
        let group = table.group(row, at.word);
        table.pool(at.pool).visit(group, &mut |value, count| levels.push((value, count)));
    }
    levels
}

fn cell<'a>(
    dictionary: &'a Dictionary,
    table: &Table,
    row: Value,
    column: &ColumnDef,
    place: Place,
    parts: &'a Parts<'_>,
) -> Cell<'a> {
    match place.kind {
        ColumnKind::Data => match table.data(row, place.word, place.column).get() {
            None => Cell::Null,
            Some(code) if is_text(column.kind, column.ty) => Cell::Text(dictionary.text(code)),
            Some(number) => Cell::Number(number),
        },
        ColumnKind::Rows | ColumnKind::Count => Cell::Number(table.count(row, place.word).bits),
        ColumnKind::Sum => {
            let (count, sum) = table.sum_parts(row, place.word).unwrap_or((0, 0));
            Cell::Sum(count, sum)
        }
        ColumnKind::Distinct if is_text_set(column) => Cell::Texts(&parts.texts),
        ColumnKind::Min | ColumnKind::Max | ColumnKind::Distinct => Cell::Levels(&parts.levels),
    }
}
