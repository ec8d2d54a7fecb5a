// SPDX-License-Identifier: Apache-2.0

//! Taking over: which program may follow another on the same tables, between two messages.
//!
//! A takeover changes what messages do and nothing else: rows, levels, groups and dictionary codes
//! stay where they are. So both programs must agree on everything that outlives a message, which is
//!
//! 1. the strings, since a program holds them as codes;
//! 2. the tables, hidden ones included: columns, key, rows, and what is aggregated, as each program
//!    keeps the others' aggregates;
//! 3. the messages, so that a frame on its way means the same to both.
//!
//! What a family of rule sets is compiled to agrees on them. The relation is symmetric and
//! transitive: whoever took over can be followed by the program before it.

use crate::microcode::MicrocodeError;
use crate::program::Program;
use crate::schema::{ColumnDef, MessageDef, TableDef};
use crate::validate::{ProgramError, validate};

/// Why a program cannot take over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TakeoverError {
    /// It is not sound.
    #[error("the new program is not sound: {0}")]
    Program(#[from] ProgramError),
    /// It has no room beside the one that runs.
    #[error("the new program does not fit the hardware: {0}")]
    Microcode(#[from] MicrocodeError),
    /// A text has another code.
    #[error(
        "text {index} is {next} in the new program and {running} in the one that runs; \
         compile both rule sets as one family, or start the engine anew"
    )]
    String {
        /// Its code.
        index: usize,
        /// What it is in the program that runs.
        running: String,
        /// What it is in the new one.
        next: String,
    },
    /// There are more or fewer of them.
    #[error(
        "the new program has {next} {what}, the one that runs {running}; \
         compile both rule sets as one family, or start the engine anew"
    )]
    Count {
        /// Of what.
        what: &'static str,
        /// How many the program that runs has.
        running: usize,
        /// How many the new one has.
        next: usize,
    },
    /// A table or message is defined otherwise.
    #[error(
        "{what} `{name}` has {part} in the new program other than in the one that runs; \
         compile both rule sets as one family, or start the engine anew"
    )]
    Definition {
        /// Whether it is a table, a hidden table or a message.
        what: &'static str,
        /// Its name in the program that runs.
        name: String,
        /// What of it differs.
        part: Part,
    },
    /// It was prepared for an executor of another family.
    #[error(
        "the program was prepared for another executor; prepare it with the family of the one that is to run it"
    )]
    Family,
}

/// What of a definition differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its name.
    Name,
    /// How many columns or fields it has.
    Width,
    /// A column or field: name, type, whether it may be NULL, what its cells hold.
    Column(String),
    /// The columns of its key.
    Key,
    /// Rows that it can hold.
    Rows,
    /// What a hidden table aggregates.
    Aggregates,
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
        }
    }
}

/// Whether `next` is sound and can take over from `running`.
///
/// # Errors
/// [`TakeoverError`] names the first thing that differs.
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
    count("texts", running.strings.len(), next.strings.len())
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

fn columns(running: &[ColumnDef], next: &[ColumnDef]) -> Option<Part> {
    if running.len() != next.len() {
        return Some(Part::Width);
    }
    let differs = running.iter().zip(next).find(|(running, next)| running != next);
    differs.map(|(running, _)| Part::Column(running.name.clone()))
}
