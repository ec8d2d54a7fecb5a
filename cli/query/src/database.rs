// SPDX-License-Identifier: Apache-2.0

//! The database.

use crate::error::QueryError;
use crate::functions;
use crate::translate::{Catalog, Output, Translator};
use crate::ty::{Column, Ty, quoted_name};
use engine::calendar::Zone;
use files::cell::push_text;
use files::interrupt;
use files::number::push_number;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql, params_from_iter};
use sqlparser::ast::Statement;
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;
use std::panic::resume_unwind;
use std::thread::{self, Builder};

/// A value of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// NULL.
    Null,
    /// A value of a type that is no text, as [`Ty`] describes it.
    Number(i64),
    /// A text, without the blanks at its end.
    Text(&'a str),
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Number(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

/// Tables in memory.
pub struct Database {
    connection: Connection,
    catalog: Catalog,
    zone: Zone,
}

/// A table that rows are added to.
pub struct Table<'d> {
    insert: CachedStatement<'d>,
}

impl Table<'_> {
    /// Adds a row.
    ///
    /// # Errors
    /// If SQLite fails.
    pub fn insert(&mut self, values: &[Value<'_>]) -> Result<(), QueryError> {
        self.insert.execute(params_from_iter(values))?;
        Ok(())
    }
}

/// Bytes of a query.
const QUERY_BYTES_MAX: usize = 1 << 16;

/// Bytes of a stack that the deepest query with [`QUERY_BYTES_MAX`] bytes fits, unoptimised.
const STACK_BYTES: usize = 1 << 28;

/// Instructions of SQLite between two looks at Ctrl-C.
const STEPS_BETWEEN_LOOKS: i32 = 100_000;

impl Database {
    /// A database without tables; a time without an offset is in `zone`.
    ///
    /// # Errors
    /// If SQLite fails.
    pub fn new(zone: Zone) -> Result<Database, QueryError> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch("PRAGMA case_sensitive_like = ON; PRAGMA temp_store = MEMORY")?;
        connection.progress_handler(STEPS_BETWEEN_LOOKS, Some(interrupt::requested))?;
        functions::register(&connection)?;
        Ok(Database { connection, catalog: Catalog::new(), zone })
    }

    /// Creates a table.
    ///
    /// # Errors
    /// If there is a table with the name.
    pub fn create(&mut self, name: &str, columns: &[Column]) -> Result<Table<'_>, QueryError> {
        let names: Vec<String> = columns.iter().map(|column| quoted_name(&column.name)).collect();
        // The columns have no affinity: SQLite converts no value.
        let create = format!("CREATE TABLE {}({})", quoted_name(name), names.join(", "));
        self.connection.execute_batch(&create)?;
        self.catalog.push((name.to_owned(), columns.to_vec()));
        self.table(name)
    }

    /// Whether there is a table with a name.
    pub fn has(&self, name: &str) -> bool {
        self.catalog.iter().any(|(known, _)| known == name)
    }

    /// A table, for more rows.
    ///
    /// # Errors
    /// If there is no such table.
    pub fn table(&self, name: &str) -> Result<Table<'_>, QueryError> {
        let known = self.catalog.iter().find(|(known, _)| known == name);
        let places = vec!["?"; known.map_or(0, |(_, columns)| columns.len())].join(", ");
        let insert = format!("INSERT INTO {} VALUES ({places})", quoted_name(name));
        Ok(Table { insert: self.connection.prepare_cached(&insert)? })
    }

    /// Makes the next rows quicker to add, until the next query.
    ///
    /// # Errors
    /// If SQLite fails.
    pub fn begin(&self) -> Result<(), QueryError> {
        Ok(self.connection.execute_batch("BEGIN")?)
    }

    /// Ends what [`Database::begin`] began.
    ///
    /// # Errors
    /// If SQLite fails.
    pub fn commit(&self) -> Result<(), QueryError> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    /// The columns of a query.
    ///
    /// # Errors
    /// As [`Database::query`], without those of values.
    pub fn columns(&self, query: &str) -> Result<Vec<Column>, QueryError> {
        Ok(self.translated(query)?.columns)
    }

    fn translated(&self, query: &str) -> Result<Output, QueryError> {
        if query.len() > QUERY_BYTES_MAX {
            let message = format!(
                "the query has {} bytes, and at most {QUERY_BYTES_MAX} are read",
                query.len()
            );
            return Err(QueryError::new(message));
        }
        // The parser, the translation and their trees are recursive.
        let (catalog, zone) = (&self.catalog, self.zone);
        thread::scope(|scope| {
            let thread = Builder::new().stack_size(STACK_BYTES);
            let translation = thread.spawn_scoped(scope, move || translated(query, catalog, zone));
            let translation = translation.map_err(|error| {
                QueryError::new(format!("a thread for the query cannot start: {error}"))
            })?;
            translation.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    /// Passes the cells of each line to `put`, until it returns false: first the names of the
    /// columns, then the rows. Cells are written as in the files of tables.
    ///
    /// # Errors
    /// A query that is wrong or not served, with its place; and a value that overflows, a division
    /// by zero, or a second row where one value is asked for.
    pub fn query(
        &self,
        query: &str,
        put: &mut dyn FnMut(&[String]) -> bool,
    ) -> Result<(), QueryError> {
        let output = self.translated(query)?;
        let names = output.columns.iter().map(|column| {
            let mut cell = String::new();
            push_text(&mut cell, &column.name);
            cell
        });
        let mut cells: Vec<String> = names.collect();
        let mut statement = self.connection.prepare(&output.sql)?;
        let mut rows = statement.query([])?;
        // An error in the first row comes before any line.
        let mut next = rows.next()?;
        let mut goes_on = put(&cells);
        while let Some(row) = next.filter(|_| goes_on) {
            for (index, column) in output.columns.iter().enumerate() {
                cells[index].clear();
                push_value(&mut cells[index], row.get_ref(index)?, column.ty)?;
            }
            goes_on = put(&cells);
            next = rows.next()?;
        }
        Ok(())
    }
}

fn push_value(cell: &mut String, value: ValueRef<'_>, ty: Ty) -> Result<(), QueryError> {
    match value {
        ValueRef::Null => Ok(()),
        ValueRef::Integer(number) => {
            push_number(cell, number, ty.written());
            Ok(())
        }
        ValueRef::Text(text) => {
            push_text(cell, &String::from_utf8_lossy(text));
            Ok(())
        }
        ValueRef::Real(_) | ValueRef::Blob(_) => {
            Err(QueryError::new("a value is neither an integer nor a text"))
        }
    }
}

fn translated(query: &str, catalog: &Catalog, zone: Zone) -> Result<Output, QueryError> {
    let parsed = Parser::parse_sql(&PostgreSqlDialect {}, query);
    let mut statements = parsed.map_err(|error| syntax(&error.to_string(), query))?;
    let statement = match (statements.pop(), statements.is_empty()) {
        (Some(Statement::Query(query)), true) => query,
        (None, _) => return Err(QueryError::new("there is no query")),
        (_, false) => return Err(QueryError::new("there is more than one statement")),
        (Some(_), true) => {
            return Err(QueryError::new("this is not a query").help("write `select …`"));
        }
    };
    let translated = Translator::new(catalog, zone).query(&statement, None);
    translated.map_err(|error| error.within(query))
}

/// An error of the parser, whose text ends with its place.
fn syntax(text: &str, query: &str) -> QueryError {
    let text = text.strip_prefix("sql parser error: ").unwrap_or(text);
    let place = text.rsplit_once(" at Line: ").and_then(|(message, place)| {
        let (line, column) = place.split_once(", Column: ")?;
        Some((message, (line.parse().ok()?, column.parse().ok()?)))
    });
    let error = match place {
        Some((message, place)) => QueryError { place: Some(place), ..QueryError::new(message) },
        None => QueryError::new(text),
    };
    error.within(query)
}
