// SPDX-License-Identifier: Apache-2.0

//! A batch on SQLite.

use rusqlite::types::Value as Cell;
use rusqlite::{CachedStatement, Connection, Error, ffi};
use testkit::sql::{Batch, Body, Event, Table, Ty, Value};

/// A database with the tables of a batch.
pub struct Sqlite<'a> {
    batch: &'a Batch,
    connection: Connection,
}

/// The answer of SQLite to an event.
pub enum Answer {
    /// The line, as the script for PostgreSQL prints it.
    Line(String),
    /// SQLite gives no comparable answer.
    None,
}

impl<'a> Sqlite<'a> {
    /// Creates the tables with their rows.
    pub fn new(batch: &'a Batch) -> Sqlite<'a> {
        let connection = Connection::open_in_memory().expect("a database in memory can be opened");
        connection.set_prepared_statement_cache_capacity(256);
        let database = Sqlite { batch, connection };
        for table in &batch.tables {
            database.execute(&table.sqlite());
            for row in &table.rows {
                let cells = row.iter().zip(&table.columns);
                database.insert(table, cells.map(|(value, column)| cell(value, column.ty)));
            }
        }
        database
    }

    fn execute(&self, sql: &str) {
        self.connection.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    fn insert(&self, table: &Table, cells: impl Iterator<Item = Cell>) {
        let marks = vec!["?"; table.columns.len()].join(", ");
        let sql = format!("insert into {} values ({marks})", table.name);
        let result = self.prepare(&sql).execute(rusqlite::params_from_iter(cells));
        result.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    fn prepare(&self, sql: &str) -> CachedStatement<'_> {
        self.connection.prepare_cached(sql).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// Makes the tables equal to those of a line.
    pub fn set_rows(&self, line: &str) {
        self.execute("begin");
        for table in &self.batch.tables {
            self.execute(&format!("delete from {}", table.name));
        }
        for row in line.split(';').skip(1) {
            let mut cells = row.split('|');
            let name = cells.next().unwrap_or_default();
            let table = self.batch.tables.iter().find(|table| table.name == name);
            let table = table.expect("a row names its table");
            let typed = cells.zip(&table.columns);
            self.insert(table, typed.map(|(text, column)| cell_of_text(text, column.ty)));
        }
        self.execute("commit");
    }

    /// Runs an event.
    pub fn run(&self, event: &Event) -> Answer {
        let message = &self.batch.messages[event.message];
        let steps = message.sqlite();
        if let Some((query, ty)) = steps.value {
            return match self.query(&query, event) {
                Ok(Cell::Null) => Answer::Line("null".to_owned()),
                Ok(cell) => text(&cell, ty).map_or(Answer::None, |t| Answer::Line(format!("={t}"))),
                Err(_) => Answer::None,
            };
        }
        let guard = match steps.guard {
            None => Ok(Cell::Integer(1)),
            Some(query) => self.query(&query, event),
        };
        let is_rule = matches!(message.body, Body::Rule(..));
        match guard {
            Err(_) | Ok(Cell::Real(_)) => return Answer::None,
            Ok(Cell::Null) if is_rule => return Answer::Line("null".to_owned()),
            Ok(Cell::Integer(0)) if is_rule => return Answer::Line("accept".to_owned()),
            Ok(Cell::Integer(0) | Cell::Null) => return self.with_rows("accept"),
            Ok(_) => {}
        }
        if let Some(query) = steps.condition {
            return match self.query(&query, event) {
                Ok(Cell::Null) => Answer::Line("null".to_owned()),
                Ok(Cell::Integer(held)) => {
                    Answer::Line(if held != 0 { "accept" } else { "false" }.to_owned())
                }
                Ok(_) | Err(_) => Answer::None,
            };
        }
        self.execute("begin");
        let result = steps.statements.iter().try_for_each(|sql| self.change(sql, event));
        self.execute(if result.is_ok() { "commit" } else { "rollback" });
        match result {
            Ok(()) => self.with_rows("accept"),
            Err(error) => reason(&error).map_or(Answer::None, |reason| self.with_rows(reason)),
        }
    }

    /// The answer with the rows of every table, if the message changes tables.
    fn with_rows(&self, head: &str) -> Answer {
        let mut line = head.to_owned();
        for table in &self.batch.tables {
            let sql = format!("select * from {}", table.name);
            let mut statement = self.prepare(&sql);
            let mut rows = statement.query([]).expect("the rows of a table can be read");
            while let Some(row) = rows.next().expect("the rows of a table can be read") {
                line += &format!(";{}", table.name);
                for (index, column) in table.columns.iter().enumerate() {
                    let held: Cell = row.get(index).expect("a cell has a value");
                    let Some(text) = text(&held, column.ty) else { return Answer::None };
                    line += &format!("|{text}");
                }
            }
        }
        Answer::Line(line)
    }

    fn query(&self, sql: &str, event: &Event) -> Result<Cell, Error> {
        let mut statement = self.prepare(sql);
        self.bind(&mut statement, event)?;
        let mut rows = statement.raw_query();
        let row = rows.next()?.ok_or(Error::QueryReturnedNoRows)?;
        row.get(0)
    }

    fn change(&self, sql: &str, event: &Event) -> Result<(), Error> {
        let mut statement = self.prepare(sql);
        self.bind(&mut statement, event)?;
        statement.raw_execute().map(drop)
    }

    fn bind(&self, statement: &mut CachedStatement<'_>, event: &Event) -> Result<(), Error> {
        for (value, field) in event.values.iter().zip(&self.batch.fields) {
            let name = format!(":{}", field.name);
            if let Some(index) = statement.parameter_index(&name)? {
                statement.raw_bind_parameter(index, cell(value, field.ty))?;
            }
        }
        Ok(())
    }
}

/// The reason that a violated constraint means.
fn reason(error: &Error) -> Option<&'static str> {
    let Error::SqliteFailure(failure, _) = error else { return None };
    match failure.extended_code {
        ffi::SQLITE_CONSTRAINT_NOTNULL => Some("null_violation"),
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY => Some("duplicate_key"),
        ffi::SQLITE_CONSTRAINT_CHECK => Some("overflow"),
        _ => None,
    }
}

fn cell(value: &Value, ty: Ty) -> Cell {
    match (value, ty) {
        (Value::Null, _) => Cell::Null,
        (Value::Text(text), _) => Cell::Text(text.clone()),
        (Value::Number(_), Ty::Dec { .. }) => Cell::Text(value.plain(ty)),
        (Value::Number(held), _) => Cell::Integer(*held),
    }
}

fn cell_of_text(text: &str, ty: Ty) -> Cell {
    match ty {
        _ if text == "~" => Cell::Null,
        Ty::Char(_) | Ty::Dec { .. } => Cell::Text(text.to_owned()),
        Ty::Bool => Cell::Integer((text == "true").into()),
        Ty::Int2 | Ty::Int4 | Ty::Int8 | Ty::Time => {
            Cell::Integer(text.parse().expect("an integer"))
        }
    }
}

/// The text of a cell as PostgreSQL prints it. An overflow turns an integer into a floating-point
/// number, which has no such text.
fn text(cell: &Cell, ty: Ty) -> Option<String> {
    match cell {
        Cell::Null => Some("~".to_owned()),
        Cell::Integer(held) if ty == Ty::Bool => Some((*held != 0).to_string()),
        Cell::Integer(held) => Some(held.to_string()),
        Cell::Text(text) => Some(text.clone()),
        Cell::Real(_) | Cell::Blob(_) => None,
    }
}
