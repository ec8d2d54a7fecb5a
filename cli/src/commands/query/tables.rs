// SPDX-License-Identifier: Apache-2.0

//! The tables of a folder, for a query.

use super::super::Failure;
use super::super::terminal::complain;
use super::failure::refused;
use engine::frame::FieldValue;
use engine::machine::COLUMNS_MAX;
use engine::parameter::TABLE;
use engine::program::{FrameKind, Program};
use engine::schema::TableId;
use files::csv_input::{CsvReader, LastLine};
use files::error::{InputError, Problem};
use files::settings::{MODE, MODE_FIELDS, PARAMETER, PARAMETER_FIELDS};
use files::tables::TableReader;
use query::{Column, Database, Table, Ty, Value};
use std::path::Path;

/// Creates all tables of a program, and loads those whose names are in the query.
pub fn load(
    database: &mut Database,
    folder: &Path,
    program: &Program,
    query: &str,
    strict: bool,
) -> Result<(), Failure> {
    if !folder.is_dir() {
        return Err(Failure::of(format!("{}: there is no such folder", folder.display())));
    }
    let last_line = if strict { LastLine::Refused } else { LastLine::Taken };
    let open = |path: &Path| Ok(CsvReader::open(path)?.with_last_line(last_line));
    let query = query.to_ascii_lowercase();
    for (index, table) in program.declared_tables().iter().enumerate() {
        if table.is_derived() || table.name == TABLE {
            continue;
        }
        let columns: Vec<Column> = table.columns.iter().map(Column::of).collect();
        let mut into = database.create(&table.name, &columns).map_err(refused)?;
        let path = folder.join(format!("{}.csv", table.name));
        if !query.contains(&table.name.to_ascii_lowercase()) {
            continue;
        }
        if !path.exists() {
            complain!("warning: table `{}` is empty: there is no {}", table.name, path.display());
            continue;
        }
        let reader = open(&path).map_err(|error: InputError| Failure::of(error))?;
        load_table(&mut into, reader, program, TableId(index as u16))?;
    }
    for (name, fields) in [(PARAMETER, PARAMETER_FIELDS), (MODE, MODE_FIELDS)] {
        let mut into = database
            .create(name, &fields.map(|name| Column::new(name, Ty::Text)))
            .map_err(refused)?;
        let path = folder.join(format!("{name}.csv"));
        if path.exists() {
            let reader = open(&path).map_err(|error: InputError| Failure::of(error))?;
            load_settings(&mut into, reader, fields)?;
        }
    }
    Ok(())
}

fn load_table(
    into: &mut Table<'_>,
    reader: CsvReader<std::io::BufReader<std::fs::File>>,
    program: &Program,
    table: TableId,
) -> Result<(), Failure> {
    let layout = program.layout(FrameKind::Row(table));
    let columns = layout.field_count();
    let mut reader = TableReader::new(reader, program, table).map_err(Failure::of)?;
    while let Some(frame) = reader.next_frame().map_err(Failure::of)? {
        let mut values = [Value::Null; COLUMNS_MAX];
        for (column, value) in values.iter_mut().enumerate().take(columns) {
            // The reader wrote the frame.
            *value = value_of(layout.read(frame, column).unwrap_or(FieldValue::Null));
        }
        into.insert(&values[..columns]).map_err(refused)?;
    }
    if let Some(cut_off) = reader.warning() {
        complain!("warning: {cut_off}");
    }
    Ok(())
}

/// A value of a frame as one of the database.
pub fn value_of(value: FieldValue<'_>) -> Value<'_> {
    match value {
        FieldValue::Null => Value::Null,
        FieldValue::Number(number) => Value::Number(number),
        // A CHAR is printable ASCII.
        FieldValue::Text(text) => std::str::from_utf8(text).map_or(Value::Null, Value::Text),
    }
}

fn load_settings(
    into: &mut Table<'_>,
    mut reader: CsvReader<std::io::BufReader<std::fs::File>>,
    fields: [&str; 2],
) -> Result<(), Failure> {
    reader.read_header().map_err(Failure::of)?;
    let mut places = [0; 2];
    for (place, field) in places.iter_mut().zip(fields) {
        let found = reader.names().iter().position(|name| name == field);
        *place = found.ok_or_else(|| {
            let (column, owner) = (field.to_owned(), fields[0].to_owned());
            Failure::of(reader.error_at(None, Problem::MissingColumn { column, owner }))
        })?;
    }
    while reader.advance().map_err(Failure::of)? {
        let values = places.map(|place| Value::Text(reader.cell(place).text));
        into.insert(&values).map_err(refused)?;
    }
    Ok(())
}
