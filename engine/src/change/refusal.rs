// SPDX-License-Identifier: Apache-2.0

//! Why a change is refused.

use crate::schema::Type;
use crate::validate::ProgramError;
use crate::verdict::Reason;

/// The reason why a program and a filler are no change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The program is not sound.
    #[error("the new program is not sound: {0}")]
    Program(ProgramError),
    /// The filler is not sound.
    #[error("the filler of the new program is not sound: {0}")]
    Filler(ProgramError),
    /// The filler is that of another program.
    #[error("the filler has other tables or texts than the new program")]
    OtherTables,
}

/// Why a change is refused. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A table is missing.
    #[error("table `{0}` is not declared by the new rules: its rows would be lost")]
    Table(String),
    /// A column is missing.
    #[error(
        "column `{column}` of table `{table}` is not declared by the new rules: its values would \
         be lost"
    )]
    Column {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A parameter is missing.
    #[error("parameter `{0}` is not declared by the new rules: its value would be lost")]
    Parameter(String),
    /// A column cannot hold the values that it has.
    #[error(
        "column `{column}` of table `{table}` is {running} and would be {next}, which does not \
         hold all its values"
    )]
    Type {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// Its type.
        running: Type,
        /// Its type by the new rules.
        next: Type,
    },
    /// A column that can be NULL would be `not null`.
    #[error("column `{column}` of table `{table}` can be NULL and would be `not null`")]
    NotNull {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A column that is new has no value for the rows that exist.
    #[error(
        "column `{column}` of table `{table}` is new and `not null`: rows that exist have no value \
         for it; give it a `default`, or leave out `not null`"
    )]
    NoValue {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// The key differs.
    #[error("table `{0}` has another key by the new rules: rows could be lost")]
    Key(String),
    /// A table would hold fewer rows.
    #[error("table `{table}` holds up to {running} rows and would hold {next}: rows could be lost")]
    Rows {
        /// The table.
        table: String,
        /// Its bound.
        running: u32,
        /// Its bound by the new rules.
        next: u32,
    },
    /// A message is missing.
    #[error(
        "message `{0}` is not declared by the new rules: those that are on their way would be lost"
    )]
    Message(String),
    /// The fields of a message differ.
    #[error(
        "message `{message}` has other fields by the new rules, first `{field}`: those that are on \
         their way would be lost; declare another message"
    )]
    Fields {
        /// The message.
        message: String,
        /// The first field that differs.
        field: String,
    },
    /// A row that a fresh engine with the new rules would not load.
    #[error("the row of table `{table}` with {key} is refused by the new rules: {reason}")]
    Row {
        /// The table.
        table: String,
        /// Its key, as `column = value`.
        key: String,
        /// Why it is refused.
        reason: Reason,
    },
    /// A row was deleted or changed that a new window of newest times had counted.
    #[error(
        "the row of table `{table}` with {key} was changed while a window that counts it was being \
         filled; such windows need rows that are only inserted"
    )]
    Counted {
        /// The table.
        table: String,
        /// Its key, as `column = value`.
        key: String,
    },
}
