// SPDX-License-Identifier: Apache-2.0

//! Takeover: replacing the program between two messages, on the same tables.
//!
//! A takeover changes the transactions and nothing else: rows, levels, groups and dictionary codes
//! remain. Both programs must therefore agree on everything that outlives a message:
//!
//! 1. the strings, since a program refers to them by code, and the capacity of the dictionary;
//! 2. the tables, hidden ones included: columns, key, capacity and aggregates, since each program
//!    maintains the aggregates of both;
//! 3. the messages, so that a frame in flight means the same to both;
//! 4. the jobs, so that one that runs goes on.
//!
//! Programs that are compiled as one family agree on them. The relation is symmetric and
//! transitive: after a takeover the previous program can take over again.

use crate::microcode::MicrocodeError;
use crate::program::Program;
use crate::schema::{ColumnDef, JobDef, MessageDef, TableDef};
use crate::validate::{ProgramError, validate};

/// The reason why a program cannot take over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TakeoverError {
    /// The program is not sound.
    #[error("the new program is not sound: {0}")]
    Program(#[from] ProgramError),
    /// The program memories have no room for it in addition to the running program.
    #[error("the new program does not fit the hardware: {0}")]
    Microcode(#[from] MicrocodeError),
    /// A text has a different code.
    #[error(
        "text {index} is {next} in the new program and {running} in the one that runs; \
         compile both rule sets as one family, or start the engine anew"
    )]
    String {
        /// Its code.
        index: usize,
        /// The text with this code in the running program.
        running: String,
        /// The text with this code in the new program.
        next: String,
    },
    /// The number of tables, messages or texts differs.
    #[error(
        "the new program has {next} {what}, the one that runs {running}; \
         compile both rule sets as one family, or start the engine anew"
    )]
    Count {
        /// The kind of item that is counted.
        what: &'static str,
        /// Their number in the running program.
        running: usize,
        /// Their number in the new program.
        next: usize,
    },
    /// The capacity of the dictionary differs, or whether codes are reused.
    #[error(
        "the new program has a dictionary other than the one that runs; \
         compile both rule sets as one family for the same engine, or start the engine anew"
    )]
    Dictionary,
    /// The definition of a table or message differs.
    #[error(
        "{what} `{name}` has {part} in the new program other than in the one that runs; \
         compile both rule sets as one family, or start the engine anew"
    )]
    Definition {
        /// Table, hidden table, message or job.
        what: &'static str,
        /// Its name in the running program.
        name: String,
        /// The part that differs.
        part: Part,
    },
    /// The program was prepared for an executor of another family.
    #[error(
        "the program was prepared for another executor; \
         prepare it with the family of the one that is to run it"
    )]
    Family,
}

/// The part of a definition that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its name.
    Name,
    /// Its number of columns or fields.
    Width,
    /// A column or field: its name, type, nullability or content.
    Column(String),
    /// The columns of its key.
    Key,
    /// Its capacity in rows.
    Rows,
    /// The definition of a hidden table.
    Aggregates,
    /// The rows that a job visits.
    Visits,
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Part::Name => f.write_str("a name"),
            Part::Width => f.write_str("a number of columns"),
            Part::Column(name) => write!(f, "a column `{name}`"),
            Part::Key => f.write_str("a key"),
            Part::Rows => f.write_str("a number of rows"),
            Part::Aggregates => f.write_str("aggregates"),
            Part::Visits => f.write_str("a table or a condition"),
        }
    }
}

/// Checks that `next` is sound and can take over from `running`.
///
/// # Errors
/// [`TakeoverError`] names the first difference.
pub fn check(running: &Program, next: &Program) -> Result<(), TakeoverError> {
    validate(next)?;
    let count = |what: &'static str, running: usize, next: usize| match running == next {
        true => Ok(()),
        false => Err(TakeoverError::Count { what, running, next }),
    };
    count("declared tables", running.declared_tables().len(), next.declared_tables().len())?;
    count("tables with aggregates", running.tables.len(), next.tables.len())?;
    count("messages", running.messages.len(), next.messages.len())?;
    for (running, next) in running.tables.iter().zip(&next.tables) {
        let what = if running.hidden.is_some() { "hidden table" } else { "table" };
        same(what, &running.name, table(running, next))?;
    }
    for (running, next) in running.messages.iter().zip(&next.messages) {
        same("message", &running.name, message(running, next))?;
    }
    count("jobs", running.jobs.len(), next.jobs.len())?;
    for (running, next) in running.jobs.iter().zip(&next.jobs) {
        same("job", &running.name, job(running, next))?;
    }
    let strings = running.strings.iter().zip(&next.strings).enumerate();
    for (index, (running, next)) in strings {
        if running != next {
            return Err(TakeoverError::String {
                index,
                running: running.clone(),
                next: next.clone(),
            });
        }
    }
    count("texts", running.strings.len(), next.strings.len())?;
    match running.dictionary == next.dictionary {
        true => Ok(()),
        false => Err(TakeoverError::Dictionary),
    }
}

fn same(what: &'static str, name: &str, differs: Option<Part>) -> Result<(), TakeoverError> {
    differs
        .map_or(Ok(()), |part| Err(TakeoverError::Definition { what, name: name.to_owned(), part }))
}

fn table(running: &TableDef, next: &TableDef) -> Option<Part> {
    if running.name != next.name {
        return Some(Part::Name);
    }
    if let Some(part) = columns(&running.columns, &next.columns) {
        return Some(part);
    }
    if running.key != next.key {
        return Some(Part::Key);
    }
    if running.rows_max != next.rows_max {
        return Some(Part::Rows);
    }
    (running.hidden != next.hidden).then_some(Part::Aggregates)
}

fn message(running: &MessageDef, next: &MessageDef) -> Option<Part> {
    if running.name != next.name {
        return Some(Part::Name);
    }
    columns(&running.fields, &next.fields)
}

fn job(running: &JobDef, next: &JobDef) -> Option<Part> {
    match running.name == next.name {
        true => (running != next).then_some(Part::Visits),
        false => Some(Part::Name),
    }
}

fn columns(running: &[ColumnDef], next: &[ColumnDef]) -> Option<Part> {
    if running.len() != next.len() {
        return Some(Part::Width);
    }
    let differs = running.iter().zip(next).find(|(running, next)| running != next);
    differs.map(|(running, _)| Part::Column(running.name.clone()))
}
