// SPDX-License-Identifier: Apache-2.0

//! The records of the broker's rule set as CSV files.

use super::records::{Message, Record, RecordKind};
use engine::frame::FieldValue;
use engine::schema::Type;
use files::cell::{push_text, push_value};
use files::output::{OutputError, OutputFile};
use std::path::Path;

fn push_record(line: &mut String, values: &[FieldValue<'_>]) {
    for (i, value) in values.iter().enumerate() {
        if i > 0 {
            line.push(',');
        }
        push_value(line, value, Type::Int8);
    }
}

/// Writes records of one table to `FOLDER/TABLE.csv`, which the caller completes.
///
/// # Errors
/// If the file cannot be written.
pub fn write_table<'a, T: Record + 'a>(
    folder: &Path,
    kind: RecordKind,
    rows: impl IntoIterator<Item = &'a T>,
) -> Result<OutputFile, OutputError> {
    let mut file = OutputFile::create(&folder.join(format!("{}.csv", kind.name())))?;
    let columns = kind.columns();
    file.put(columns.join(",").as_bytes())?;
    file.put(b"\n")?;
    let mut line = String::new();
    for row in rows {
        line.clear();
        push_record(&mut line, &row.values()[..columns.len()]);
        line.push('\n');
        file.put(line.as_bytes())?;
    }
    Ok(file)
}

/// Writes an events file.
pub struct EventsFile {
    file: OutputFile,
    columns: &'static [&'static str],
    line: String,
}

/// The columns of an events file after `message`: every field that any message has. Fills have
/// numbers in a file with the last one.
const EVENT_COLUMNS: &[&str] =
    &["order_id", "account_id", "ticket_id", "direction", "price", "quantity", "ts", "exec_id"];

impl EventsFile {
    /// Creates a file of events whose fills have no execution numbers.
    ///
    /// # Errors
    /// If the file cannot be created.
    pub fn create(path: &Path) -> Result<EventsFile, OutputError> {
        EventsFile::with_columns(path, &EVENT_COLUMNS[..EVENT_COLUMNS.len() - 1])
    }

    /// Creates a file of events whose fills have execution numbers.
    ///
    /// # Errors
    /// If the file cannot be created.
    pub fn create_numbered(path: &Path) -> Result<EventsFile, OutputError> {
        EventsFile::with_columns(path, EVENT_COLUMNS)
    }

    fn with_columns(
        path: &Path,
        columns: &'static [&'static str],
    ) -> Result<EventsFile, OutputError> {
        let mut file = OutputFile::create(path)?;
        file.put(format!("message,{}\n", columns.join(",")).as_bytes())?;
        Ok(EventsFile { file, columns, line: String::new() })
    }

    /// Writes one event.
    ///
    /// # Errors
    /// If the event cannot be written.
    pub fn write(&mut self, message: &Message) -> Result<(), OutputError> {
        let (kind, given) = (message.kind(), message.values());
        self.line.clear();
        push_text(&mut self.line, kind.name());
        for name in self.columns {
            self.line.push(',');
            if let Some(i) = kind.columns().iter().position(|column| column == name) {
                push_value(&mut self.line, &given[i], Type::Int8);
            }
        }
        self.line.push('\n');
        self.file.put(self.line.as_bytes())
    }

    /// The file, which the caller completes.
    pub fn into_file(self) -> OutputFile {
        self.file
    }
}
