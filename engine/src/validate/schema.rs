// SPDX-License-Identifier: Apache-2.0

//! Checks tables and messages: counts, names, types, keys and hidden tables.

use super::error::{Place, Problem, ProgramError};
use super::names::{derived_name, is_declared_name, is_derived_name, name, unique};
use crate::machine::{
    COLUMNS_MAX, FIELDS_MAX, FRAME_BYTES_MAX, GROUPS_MAX, KEY_COLUMNS_MAX, MESSAGES_MAX, ROWS_MAX,
    ROWS_TOTAL_MAX, TABLES_MAX, WIDE_DIGITS, WINDOW_ROWS_MAX,
};
use crate::parameter::MESSAGE_PREFIX;
use crate::program::Program;
use crate::scan::List;
use crate::schema::{ColumnDef, ColumnKind, HiddenDef, MessageId, TableDef, Type};

/// Bytes of the longest definition of a hidden table.
pub const DEFINITION_BYTES_MAX: usize = 65_535;

pub(super) fn tables(program: &Program) -> Result<(), ProgramError> {
    Place::Program.at_most("tables", program.tables.len(), TABLES_MAX)?;
    let names = program.tables.iter().map(|t| t.name.as_str());
    unique(names, Place::Table)?;
    let declared = program.declared_tables().len();
    for (index, table) in program.tables.iter().enumerate().skip(declared) {
        Place::Table(index).ensure(table.hidden.is_some(), || Problem::TableOrder)?;
    }
    let mut rows_total = 0;
    for (index, table) in program.tables.iter().enumerate() {
        let place = Place::Table(index);
        let hidden = table.hidden.as_ref();
        match hidden {
            Some(_) => name(place, &table.name, true)?,
            None => derived_name(place, &table.name)?,
        }
        columns(index, table)?;
        rows(place, table)?;
        key(place, table)?;
        match hidden {
            Some(hidden) => {
                hidden_table(index, table, hidden, declared)?;
                if let Some(of_table) = &hidden.list {
                    list(place, table, of_table, &program.tables[usize::from(hidden.base.0)])?;
                }
            }
            None => rows_total += table.rows_max as usize,
        }
    }
    Place::Program.at_most("rows of declared tables", rows_total, ROWS_TOTAL_MAX as usize)
}

pub(super) fn messages(program: &Program) -> Result<(), ProgramError> {
    Place::Program.at_most("messages", program.messages.len(), MESSAGES_MAX)?;
    let names = program.messages.iter().map(|m| m.name.as_str());
    unique(names, Place::Message)?;
    let declared_count = program.declared_messages().len();
    for (index, message) in program.messages.iter().enumerate() {
        let place = Place::Message(index);
        // A message that changes a parameter is named after it.
        let declared = message.name.strip_prefix(MESSAGE_PREFIX).unwrap_or(&message.name);
        match message.is_hidden() {
            true => derived_name(place, declared)?,
            false => name(place, declared, false)?,
        }
        place.ensure(message.is_hidden() == (index >= declared_count), || Problem::MessageOrder)?;
        place.ensure(!message.fields.is_empty(), || Problem::None("fields"))?;
        place.at_most("fields", message.fields.len(), FIELDS_MAX)?;
        let names = message.fields.iter().map(|f| f.name.as_str());
        unique(names, |field| Place::Field(index, field))?;
        for (number, field) in message.fields.iter().enumerate() {
            column(Place::Field(index, number), field, false)?;
        }
    }
    Ok(())
}

/// Checks the jobs: the fields of their hidden messages are the key of their table.
pub(super) fn jobs(program: &Program) -> Result<(), ProgramError> {
    let hidden = program.declared_messages().len();
    Place::Program.at_most("jobs", program.jobs.len(), MESSAGES_MAX)?;
    unique(program.jobs.iter().map(|job| job.name.as_str()), Place::Job)?;
    for (index, message) in program.messages.iter().enumerate().skip(hidden) {
        let id = Some(MessageId(index as u16));
        let is_used = program.jobs.iter().any(|job| Some(job.step) == id || job.select == id);
        Place::Message(index).ensure(is_used, || Problem::Name(message.name.clone()))?;
    }
    for (index, job) in program.jobs.iter().enumerate() {
        let place = Place::Job(index);
        name(place, &job.name, false)?;
        let table = program.declared_tables().get(usize::from(job.table.0));
        let table = table.ok_or_else(|| place.error(Problem::Job))?;
        let key = || table.key.iter().map(|column| &table.columns[usize::from(column.0)]);
        for message in [Some(job.step), job.select].into_iter().flatten() {
            let found = program.messages.get(usize::from(message.0));
            let is_key = found.is_some_and(|message| message.fields.iter().eq(key()));
            place.ensure(usize::from(message.0) >= hidden && is_key, || Problem::Job)?;
        }
    }
    Ok(())
}

/// Checks that all frames, including those that load rows, are within the machine's limit.
pub(super) fn frames(program: &Program) -> Result<(), ProgramError> {
    for (index, kind) in program.frame_kinds().enumerate() {
        let place = match index.checked_sub(program.messages.len()) {
            None => Place::Message(index),
            Some(table) => Place::Table(table),
        };
        let bytes = program.layout(kind).bytes;
        place.at_most("bytes of a frame", bytes, FRAME_BYTES_MAX)?;
    }
    Ok(())
}

fn columns(index: usize, table: &TableDef) -> Result<(), ProgramError> {
    let place = Place::Table(index);
    place.ensure(!table.columns.is_empty(), || Problem::None("columns"))?;
    place.at_most("columns", table.columns.len(), COLUMNS_MAX)?;
    let names = table.columns.iter().map(|c| c.name.as_str());
    unique(names, |column| Place::Column(index, column))?;
    for (number, definition) in table.columns.iter().enumerate() {
        let place = Place::Column(index, number);
        column(place, definition, table.hidden.is_some())?;
    }
    Ok(())
}

/// Checks a column of a table or a field of a message.
fn column(place: Place, column: &ColumnDef, hidden: bool) -> Result<(), ProgramError> {
    let name_fits = is_declared_name(&column.name) || hidden && is_derived_name(&column.name);
    place.ensure(name_fits, || Problem::Name(column.name.clone()))?;
    place.ensure(is_type(column.ty, column.kind), || Problem::Type(column.ty))?;
    place.ensure(hidden || column.kind == ColumnKind::Data, || Problem::AggregateOutsideHidden)?;
    let aggregate_fits = match column.kind {
        ColumnKind::Data | ColumnKind::Distinct => true,
        ColumnKind::Rows | ColumnKind::Count => column.ty.is_integer(),
        ColumnKind::Sum | ColumnKind::Min | ColumnKind::Max => column.ty.is_ordered(),
    };
    place.ensure(aggregate_fits, || Problem::AggregateType(column.ty))
}

/// Whether there is a type; a sum has up to [`WIDE_DIGITS`] digits.
fn is_type(ty: Type, kind: ColumnKind) -> bool {
    let digits = if kind == ColumnKind::Sum { WIDE_DIGITS as u8 } else { Type::PRECISION_MAX };
    match ty {
        Type::Decimal { precision, scale } => {
            (1..=digits).contains(&precision) && scale <= precision
        }
        Type::Char(n) => (1..=Type::CHAR_LEN_MAX).contains(&n),
        Type::Boolean
        | Type::Int2
        | Type::Int4
        | Type::Int8
        | Type::Date
        | Type::Time
        | Type::Timestamp => true,
    }
}

fn rows(place: Place, table: &TableDef) -> Result<(), ProgramError> {
    let limit = match table.hidden {
        Some(_) => GROUPS_MAX,
        None => ROWS_MAX,
    };
    place.ensure(table.rows_max > 0, || Problem::None("rows"))?;
    place.at_most("rows", table.rows_max as usize, limit as usize)
}

fn key(place: Place, table: &TableDef) -> Result<(), ProgramError> {
    place.at_most("key columns", table.key.len(), KEY_COLUMNS_MAX)?;
    place
        .ensure(table.hidden.is_some() || !table.key.is_empty(), || Problem::None("key columns"))?;
    for (i, column) in table.key.iter().enumerate() {
        let definition = table.columns.get(usize::from(column.0));
        let definition = definition.ok_or_else(|| place.error(Problem::KeyColumn(column.0)))?;
        let fit = definition.kind == ColumnKind::Data
            && !definition.nullable
            && !table.key[..i].contains(column);
        place.ensure(fit, || Problem::KeyColumnUnfit(column.0))?;
    }
    Ok(())
}

fn hidden_table(
    index: usize,
    table: &TableDef,
    hidden: &HiddenDef,
    declared: usize,
) -> Result<(), ProgramError> {
    let place = Place::Table(index);
    place.ensure(usize::from(hidden.base.0) < declared, || Problem::Base)?;
    let definition = hidden.definition.len();
    place.at_most("bytes of definition", definition, DEFINITION_BYTES_MAX)?;
    let of_kind = |kind| table.columns.iter().filter(|c| c.kind == kind).count();
    let row_counters = of_kind(ColumnKind::Rows) as u64;
    place.ensure(row_counters == 1, || Problem::Count {
        what: "number of `Rows` columns",
        found: row_counters,
        expected: 1,
    })?;
    // Key columns are distinct data columns, so that equal numbers mean that all data columns are
    // in the key.
    place.ensure(of_kind(ColumnKind::Data) == table.key.len(), || Problem::DataOutsideKey)
}

/// Checks the list of a hidden table over a base table.
fn list(place: Place, table: &TableDef, list: &List, base: &TableDef) -> Result<(), ProgramError> {
    place.ensure(list.bound > 0, || Problem::None("rows of a list"))?;
    place.at_most("rows of a list", list.bound as usize, base.rows_max as usize)?;
    place.at_most("columns of a list", list.columns.len(), COLUMNS_MAX)?;
    for (index, column) in list.columns.iter().enumerate() {
        let exists = usize::from(column.0) < base.columns.len();
        let is_ascending = list.columns[..index].last().is_none_or(|before| before < column);
        place.ensure(exists && is_ascending, || Problem::ListColumn(column.0))?;
    }
    let Some(time) = list.time else { return Ok(()) };
    let of_base = base.columns.get(usize::from(time.0));
    let fits = list.columns.contains(&time) && of_base.is_some_and(|column| column.ty.is_ordered());
    place.ensure(fits, || Problem::ListColumn(time.0))?;
    let rows = u64::from(table.rows_max) * u64::from(list.bound);
    place.at_most("rows of a window", rows as usize, WINDOW_ROWS_MAX as usize)
}
