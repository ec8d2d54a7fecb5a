// SPDX-License-Identifier: Apache-2.0

//! Random tables with their rows, and the fields that all messages of a batch have.

use super::construct::{Construct, Constructs};
use super::types::{Kind, Ty, Value, value};
use crate::rng::Rng;

/// A table with its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, those of the key first.
    pub columns: Vec<Column>,
    /// The number of columns of its key.
    pub key: usize,
    /// The rows before the first event. Keys differ.
    pub rows: Vec<Vec<Value>>,
    /// The columns of the group and of the time of its window. It holds all rows that a batch
    /// writes.
    pub window: Option<(usize, usize)>,
}

/// A column or field.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Ty,
    /// Whether it can be NULL.
    pub nullable: bool,
    /// Its default.
    pub default: Option<Value>,
}

impl Column {
    /// A column or field without a default.
    pub fn new(name: impl Into<String>, ty: Ty, nullable: bool) -> Column {
        Column { name: name.into(), ty, nullable, default: None }
    }

    /// `default …`, with a blank before it, or nothing.
    pub fn default_text(&self) -> String {
        let text = |value: &Value| format!(" default {}", value.sql(self.ty));
        self.default.as_ref().map_or(String::new(), text)
    }
}

/// The number of small values of an integer, so that keys are found.
pub const SPREAD: usize = 5;

fn integer(served: Constructs, rng: &mut Rng) -> Ty {
    // Narrow types overflow at their own width unless arithmetic is in 64 bits.
    let narrow = if served.has(Construct::WideIntegers) { [30, 35, 35] } else { [0, 0, 100] };
    [Ty::Int2, Ty::Int4, Ty::Int8][rng.weighted(&narrow)]
}

fn decimal(rng: &mut Rng) -> Ty {
    let (digits, scale) = *rng.pick(&[(6, 2), (9, 4), (12, 2), (8, 0), (10, 3)]);
    Ty::Dec { digits, scale }
}

fn any(served: Constructs, rng: &mut Rng) -> Ty {
    match rng.weighted(&[45, 25, 10, 10, 10]) {
        0 => integer(served, rng),
        1 => decimal(rng),
        2 => *rng.pick(&[Ty::Char(4), Ty::Char(2)]),
        3 => Ty::Bool,
        _ => Ty::Time,
    }
}

/// Returns two or three tables with their rows.
pub fn tables(served: Constructs, rng: &mut Rng) -> Vec<Table> {
    let same_names = served.has(Construct::InnermostScope) && rng.percent(50);
    (0..rng.between(2, 3))
        .map(|index| {
            let key = 1 + rng.weighted(&[65, 35]);
            let prefix = if same_names { "c".to_owned() } else { format!("{}", letter(index)) };
            let columns: Vec<Column> = (0..key + rng.between(2, 5))
                .map(|column| {
                    let ty = match column {
                        0 => integer(served, rng),
                        _ if column < key => *rng.pick(&[Ty::Int8, Ty::Char(2)]),
                        _ if column == key => integer(served, rng),
                        _ => any(served, rng),
                    };
                    let nullable = column >= key && rng.percent(60);
                    let has_default = served.has(Construct::Default) && column >= key;
                    let default =
                        (has_default && rng.percent(30)).then(|| value(ty, SPREAD, 4, rng));
                    Column { name: format!("{prefix}{column}"), ty, nullable, default }
                })
                .collect();
            let rows = rows(&columns, key, rng);
            let window = served.has(Construct::Window).then(|| window(&columns, key, rng));
            Table { name: format!("t{index}"), columns, key, rows, window: window.flatten() }
        })
        .collect()
}

/// The columns of a window: the group is the first integer after the key.
fn window(columns: &[Column], key: usize, rng: &mut Rng) -> Option<(usize, usize)> {
    let is_time = |column: &Column| matches!(column.ty.kind(), Kind::Int | Kind::Time);
    let times: Vec<usize> =
        (0..columns.len()).filter(|index| *index != key && is_time(&columns[*index])).collect();
    (!times.is_empty()).then(|| (key, *rng.pick(&times)))
}

fn letter(index: usize) -> char {
    char::from(b'a' + index as u8)
}

fn rows(columns: &[Column], key: usize, rng: &mut Rng) -> Vec<Vec<Value>> {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for _ in 0..rng.between(3, 7) {
        let row: Vec<Value> = columns
            .iter()
            .enumerate()
            .map(|(index, column)| cell(column, if index < key { 0 } else { 4 }, rng))
            .collect();
        if rows.iter().all(|other| other[..key] != row[..key]) {
            rows.push(row);
        }
    }
    rows
}

/// Returns a value for a column or field. `extreme` is the chance of an end of the type.
pub fn cell(column: &Column, extreme: usize, rng: &mut Rng) -> Value {
    if column.nullable && rng.percent(30) {
        return Value::Null;
    }
    value(column.ty, SPREAD, extreme, rng)
}

/// Returns the fields of the messages. The first is an integer and not nullable; rules use it to
/// name their message.
pub fn fields(served: Constructs, rng: &mut Rng) -> Vec<Column> {
    let mut types: Vec<Ty> = (0..3).map(|_| integer(served, rng)).collect();
    types.extend([decimal(rng), Ty::Char(2)]);
    types.extend((0..3).map(|_| any(served, rng)));
    types
        .into_iter()
        .enumerate()
        .map(|(index, ty)| Column::new(format!("f{index}"), ty, index > 0 && rng.percent(35)))
        .collect()
}

impl Table {
    /// The names of the columns of its key.
    pub fn key_names(&self) -> Vec<String> {
        self.columns[..self.key].iter().map(|column| column.name.clone()).collect()
    }
}
