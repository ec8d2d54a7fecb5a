// SPDX-License-Identifier: Apache-2.0

//! The types of expressions.

use engine::schema::{ColumnDef, Type};
use std::fmt;

/// The type of an expression. All values but texts are 64-bit integers in SQLite: a DECIMAL is the
/// number of units of its last digit, a DATE its days, a TIME and a TIMESTAMP its nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ty {
    /// `null`, which is of any type.
    Null,
    /// A literal in quotes, which takes the type that its place asks for.
    Quoted,
    /// `BOOLEAN`
    Boolean,
    /// `SMALLINT`, `INT` and `BIGINT`
    Int,
    /// `DECIMAL` with so many digits after the point
    Decimal(u8),
    /// `CHAR(n)`: blanks at its end have no meaning
    Char(u8),
    /// The text of an expression
    Text,
    /// `DATE`
    Date,
    /// `TIME`
    Time,
    /// `TIMESTAMP`
    Timestamp,
}

impl Ty {
    /// The type of a column.
    pub fn of(ty: Type) -> Ty {
        match ty {
            Type::Boolean => Ty::Boolean,
            Type::Int2 | Type::Int4 | Type::Int8 => Ty::Int,
            Type::Decimal { scale, .. } => Ty::Decimal(scale),
            Type::Char(length) => Ty::Char(length),
            Type::Date => Ty::Date,
            Type::Time => Ty::Time,
            Type::Timestamp => Ty::Timestamp,
        }
    }

    /// The digits after the point, if it is a number.
    pub fn scale(self) -> Option<u8> {
        match self {
            Ty::Int => Some(0),
            Ty::Decimal(scale) => Some(scale),
            _ => None,
        }
    }

    /// Whether it is a text that is no quoted literal.
    pub fn is_text(self) -> bool {
        matches!(self, Ty::Char(_) | Ty::Text)
    }

    /// The type of the machine by which a value is written to a file.
    pub fn written(self) -> Type {
        match self {
            Ty::Boolean => Type::Boolean,
            Ty::Int => Type::Int8,
            Ty::Decimal(scale) => Type::Decimal { precision: 18, scale },
            Ty::Null | Ty::Quoted | Ty::Char(_) | Ty::Text => Type::Char(u8::MAX),
            Ty::Date => Type::Date,
            Ty::Time => Type::Time,
            Ty::Timestamp => Type::Timestamp,
        }
    }
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ty::Null => f.write_str("NULL"),
            Ty::Quoted => f.write_str("a quoted literal"),
            Ty::Boolean => f.write_str("BOOLEAN"),
            Ty::Int => f.write_str("INT"),
            Ty::Decimal(scale) => write!(f, "DECIMAL with {scale} digits after the point"),
            Ty::Char(length) => write!(f, "CHAR({length})"),
            Ty::Text => f.write_str("text"),
            Ty::Date => f.write_str("DATE"),
            Ty::Time => f.write_str("TIME"),
            Ty::Timestamp => f.write_str("TIMESTAMP"),
        }
    }
}

/// A column of a table or of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Ty,
}

impl Column {
    /// A column.
    pub fn new(name: impl Into<String>, ty: Ty) -> Column {
        Column { name: name.into(), ty }
    }

    /// The column of a table or the field of a message.
    pub fn of(column: &ColumnDef) -> Column {
        Column::new(&column.name, Ty::of(column.ty))
    }
}

/// An expression of SQLite with its type.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The expression; for a quoted literal, its text.
    pub sql: String,
    /// The type.
    pub ty: Ty,
    /// The value of a number that is written as a literal, in units of its last digit.
    pub constant: Option<i128>,
}

impl Typed {
    /// An expression that is no literal number.
    pub fn new(sql: impl Into<String>, ty: Ty) -> Typed {
        Typed { sql: sql.into(), ty, constant: None }
    }
}

/// A name in SQLite's quotes.
pub fn quoted_name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text in SQLite's quotes.
pub fn quoted_text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
