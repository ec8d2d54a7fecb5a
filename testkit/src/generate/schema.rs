// SPDX-License-Identifier: Apache-2.0

//! Random tables and messages.

use super::domains::{self, literal};
use crate::rng::Rng;
use engine::machine::{SCAN_ROWS_MAX, SET_ROWS_MAX};
use engine::schema::{DefaultValue, Type};
use std::fmt::Write;

/// The declarations of a rule file.
pub struct Schema {
    /// `set time zone …`.
    pub zone: Option<i64>,
    pub tables: Vec<Table>,
    pub messages: Vec<Message>,
}

/// A table.
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The columns of its key, in column order.
    pub key: Vec<usize>,
    /// `with (rows = …)`.
    pub rows: usize,
    /// Whether rows are only inserted, at most one a message, so that windows can count them.
    pub insert_only: bool,
    /// Its lists.
    pub lists: Vec<List>,
    /// Whether statements change several of its rows at once, so that nothing may be kept of it.
    pub by_rows: bool,
}

/// A list of a table.
pub struct List {
    /// The columns by which rows are grouped.
    pub group: Vec<usize>,
    /// The condition on rows, as text.
    pub condition: Option<String>,
    /// The column of the time, of a window.
    pub time: Option<usize>,
    /// The most rows of a group.
    pub bound: usize,
}

/// A message.
pub struct Message {
    /// Its name.
    pub name: String,
    /// Its fields.
    pub fields: Vec<Column>,
}

/// A column or field.
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it can be NULL.
    pub nullable: bool,
    /// Its default; of columns of tables alone.
    pub default: Option<DefaultValue>,
}

const fn decimal(precision: u8, scale: u8) -> Type {
    Type::Decimal { precision, scale }
}

/// Types of columns and fields. Keys have mostly one of the first five.
const TYPES: [Type; 17] = [
    Type::Int4,
    Type::Int8,
    Type::Int4,
    Type::Char(4),
    Type::Int2,
    Type::Int8,
    Type::Timestamp,
    Type::Boolean,
    decimal(4, 2),
    decimal(12, 2),
    Type::Char(1),
    decimal(9, 4),
    decimal(18, 6),
    Type::Char(16),
    Type::Date,
    Type::Time,
    Type::Timestamp,
];

/// Types that are declared rarely.
const RARE_TYPES: [Type; 5] =
    [decimal(18, 0), decimal(18, 18), decimal(5, 5), decimal(1, 0), Type::Char(2)];

pub(super) fn random_type(rng: &mut Rng) -> Type {
    if rng.percent(4) { *rng.pick(&RARE_TYPES) } else { *rng.pick(&TYPES) }
}

/// Returns random tables and messages. Column names differ between tables, so that a plain name is
/// ambiguous only in a subquery over a table that is in scope already.
pub fn schema(rng: &mut Rng) -> Schema {
    let tables = (0..rng.between(1, 4)).map(|index| table(index, rng)).collect();
    let messages = (0..rng.between(1, 3)).map(|index| message(index, rng)).collect();
    let zone = rng.percent(40).then(|| rng.between(0, 30) as i64 - 15);
    Schema { zone, tables, messages }
}

pub(super) fn table(index: usize, rng: &mut Rng) -> Table {
    let letter = char::from(b'a' + index as u8);
    let key_len = 1 + rng.weighted(&[66, 22, 6, 2, 2, 2]);
    let count = key_len + rng.between(usize::from(key_len < 2), 4);
    let mut key: Vec<usize> = (0..count).collect();
    rng.shuffle(&mut key);
    key.truncate(key_len);
    key.sort_unstable();
    let columns = (0..count)
        .map(|column| {
            let in_key = key.contains(&column);
            let usual = if rng.percent(70) { 5 } else { TYPES.len() };
            let ty = if in_key { *rng.pick(&TYPES[..usual]) } else { random_type(rng) };
            let name = format!("{letter}{column}");
            Column { name, ty, nullable: !in_key && rng.percent(50), default: None }
        })
        .collect();
    let insert_only = rng.percent(30);
    let rows = if rng.percent(25) { rng.between(1, 8) } else { rng.between(30, 300) };
    Table {
        name: format!("t{index}"),
        columns,
        key,
        rows,
        insert_only,
        lists: Vec::new(),
        by_rows: false,
    }
}

impl Column {
    /// Gives it a default.
    pub fn add_default(&mut self, rng: &mut Rng) {
        self.default = Some(match self.ty {
            Type::Char(n) => DefaultValue::Text(domains::text(n.into(), rng).to_owned()),
            ty => DefaultValue::Number(domains::number(ty, domains::SPREAD, rng)),
        });
    }
}

impl Schema {
    /// The number of tables that queries ask; those whose rows change several at once follow.
    pub fn asked(&self) -> usize {
        self.tables.iter().filter(|table| !table.by_rows).count()
    }

    /// Gives its tables random lists. Most tables with windows are too large to be scanned without.
    pub fn add_lists(&mut self, rng: &mut Rng) {
        for table in &mut self.tables {
            table.lists = lists(table, rng);
            if table.lists.iter().any(|list| list.time.is_some()) && rng.percent(75) {
                table.rows += SCAN_ROWS_MAX as usize;
            }
        }
    }

    /// Adds a table whose rows change several at once.
    pub fn add_by_rows(&mut self, rng: &mut Rng) {
        let table = table(self.tables.len(), rng);
        let rows = rng.between(4, SET_ROWS_MAX as usize);
        self.tables.push(Table { rows, insert_only: false, by_rows: true, ..table });
    }
}

/// Random lists of a table.
pub fn lists(table: &Table, rng: &mut Rng) -> Vec<List> {
    let mut found = Vec::new();
    for _ in 0..rng.weighted(&[35, 45, 20]) {
        let columns = table.columns.len();
        let mut group: Vec<usize> = (0..columns).collect();
        rng.shuffle(&mut group);
        let is_window = rng.percent(60);
        group.truncate(rng.weighted(if is_window { &[60, 35, 5] } else { &[0, 75, 25] }));
        group.sort_unstable();
        let numbers = |fits: fn(Type) -> bool| -> Vec<usize> {
            (0..columns).filter(|column| fits(table.columns[*column].ty)).collect()
        };
        let times = numbers(|ty| ty.is_integer() || ty == Type::Timestamp);
        if is_window && times.is_empty() {
            continue;
        }
        let integers = numbers(Type::is_integer);
        let condition = (!is_window && !integers.is_empty() && rng.percent(40)).then(|| {
            let column = &table.columns[*rng.pick(&integers)].name;
            format!("{column} > {}", rng.between(0, 2))
        });
        let most = table.rows.min(if is_window { 2 } else { 8 });
        found.push(List {
            group,
            condition,
            time: is_window.then(|| times[0]),
            bound: rng.between(1, most),
        });
    }
    found
}

pub(super) fn message(index: usize, rng: &mut Rng) -> Message {
    let fields = (0..rng.between(2, 7))
        .map(|field| {
            // The first field is a number and not nullable; rules use it to name their message.
            let ty = if field == 0 { Type::Int4 } else { random_type(rng) };
            let nullable = field > 0 && rng.percent(35);
            Column { name: format!("f{field}"), ty, nullable, default: None }
        })
        .collect();
    Message { name: format!("m{index}"), fields }
}

impl Table {
    /// Whether no scan can go over all its rows.
    pub fn is_large(&self) -> bool {
        self.rows > SCAN_ROWS_MAX as usize
    }

    /// Returns its declaration.
    pub fn text(&self) -> String {
        let mut text = format!("create table {} (\n", self.name);
        columns(&self.columns, &mut text);
        let key: Vec<&str> =
            self.key.iter().map(|column| self.columns[*column].name.as_str()).collect();
        let rows = format!("rows = {}", self.rows);
        let options: Vec<String> =
            [rows].into_iter().chain(self.lists.iter().map(|list| self.list_text(list))).collect();
        let (key, options) = (key.join(", "), options.join(", "));
        let _ = writeln!(text, "    primary key ({key})\n) with ({options});");
        text
    }

    fn list_text(&self, list: &List) -> String {
        let name = |column: &usize| self.columns[*column].name.as_str();
        let group = list.group.iter().map(name).collect::<Vec<_>>().join(", ");
        let bound = list.bound;
        match (&list.time, &list.condition) {
            (Some(time), _) => format!("window ({group} by {}) = {bound}", name(time)),
            (None, Some(condition)) => format!("group ({group}) where ({condition}) = {bound}"),
            (None, None) => format!("group ({group}) = {bound}"),
        }
    }
}

impl Message {
    /// Returns its declaration.
    pub fn text(&self) -> String {
        let mut text = format!("create message {} (\n", self.name);
        columns(&self.fields, &mut text);
        text.push_str(");\n");
        text
    }
}

fn columns(columns: &[Column], text: &mut String) {
    for Column { name, ty, nullable, default } in columns {
        let not = if *nullable { "" } else { "not " };
        let default = default.as_ref().map(|value| format!(" default {}", literal(value, *ty)));
        let _ = writeln!(text, "    {name} {ty} {not}null{},", default.unwrap_or_default());
    }
}
