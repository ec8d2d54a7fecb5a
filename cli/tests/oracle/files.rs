// SPDX-License-Identifier: Apache-2.0

//! Tables, events and verdicts as the CSV files that the command line reads and writes.
//!
//! All texts here are instrument codes, so no cell is quoted. A quoted cell makes the test fail.

use super::{Event, Oracle, TABLES, TEXT_COLUMNS, Verdict, kind};
use rusqlite::types::{Value, ValueRef};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Returns the value of a cell: NULL if it is empty, a text without trailing blanks.
pub fn value_of(column: &str, cell: &str) -> Value {
    assert!(!cell.contains('"'), "a quoted cell in `{column}`: {cell}");
    if cell.is_empty() {
        Value::Null
    } else if TEXT_COLUMNS.contains(&column) {
        Value::Text(cell.trim_end_matches(' ').to_owned())
    } else {
        Value::Integer(cell.parse().unwrap_or_else(|e| panic!("`{cell}` in `{column}`: {e}")))
    }
}

/// Returns a value as a cell.
pub fn cell_text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        other => panic!("no cell can hold {other:?}"),
    }
}

impl Oracle {
    /// Creates tables with the rows of `FOLDER/TABLE.csv`. A table without a file is empty.
    pub fn of_folder(folder: &Path) -> Oracle {
        let mut oracle = Oracle::new();
        for (table, columns, _) in TABLES {
            let Ok(text) = fs::read_to_string(folder.join(format!("{table}.csv"))) else {
                continue;
            };
            let mut lines = text.lines();
            let header: Vec<&str> =
                lines.next().expect("a table file has a header").split(',').collect();
            let place = |column: &&str| {
                header.iter().position(|name| name == column).expect("no column is missing")
            };
            let places: Vec<usize> = columns.iter().map(place).collect();
            let row = |line: &str| {
                let cells: Vec<&str> = line.split(',').collect();
                places.iter().zip(*columns).map(|(i, column)| value_of(column, cells[*i])).collect()
            };
            oracle.load_all(table, lines.map(row));
        }
        oracle
    }

    /// Returns the dump of a table.
    pub fn dump_text(&self, table: &str) -> String {
        let (_, columns, _) = super::table_def(table);
        let mut text = columns.join(",") + "\n";
        for row in self.rows(table) {
            text += &row.join(",");
            text.push('\n');
        }
        text
    }

    /// Writes every table into a folder.
    pub fn write_tables(&self, folder: &Path) {
        fs::create_dir_all(folder).expect("the folder can be created");
        for (table, _, _) in TABLES {
            fs::write(folder.join(format!("{table}.csv")), self.dump_text(table))
                .expect("the table can be written");
        }
    }
}

/// Reads an events file.
pub fn read_events(path: &Path) -> Vec<Event> {
    let text = fs::read_to_string(path).expect("the events file can be read");
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().expect("an events file has a header").split(',').collect();
    let event = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let field = |name: &&'static str| {
            let i =
                header.iter().position(|column| column == name).expect("the file has every field");
            value_of(name, cells[i])
        };
        Event::new(cells[0], kind(cells[0]).fields.iter().map(field).collect())
    };
    lines.map(event).collect()
}

/// Writes an events file.
pub fn write_events(path: &Path, events: &[Event]) {
    // trade_order has the fields of all messages.
    let columns = kind("trade_order").fields;
    let mut text = format!("message,{}\n", columns.join(","));
    for event in events {
        text += event.message;
        for column in columns {
            text.push(',');
            if let Some((_, value)) = event.fields.iter().find(|(name, _)| name == column) {
                text += &cell_text(ValueRef::from(value));
            }
        }
        text.push('\n');
    }
    fs::write(path, text).expect("the events file can be written");
}

/// Returns a line of the verdicts file, without warnings and effects.
pub fn verdict_line(sequence: usize, event: &Event, verdict: &Verdict) -> String {
    let mut line = String::new();
    write!(line, "{sequence},{},{verdict},,", event.message)
        .expect("writing to a string cannot fail");
    line
}
