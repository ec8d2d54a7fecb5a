// SPDX-License-Identifier: Apache-2.0

//! Statements of blocks.

use super::{Expr, FromItem, Name};
use crate::span::Span;

/// A statement of an `on` block or a job.
#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    /// `insert into table [as alias] [(columns)] values (values) [on conflict …]`.
    Insert {
        /// The table.
        table: Name,
        /// Its alias, for the `do update`.
        alias: Option<Name>,
        /// The column list, if written.
        columns: Option<Vec<Name>>,
        /// The values.
        values: Vec<Expr>,
        /// What happens if there is a row with the key.
        conflict: Option<Conflict>,
        /// The whole statement.
        span: Span,
    },
    /// `update table [alias] set column = value, … [from …] where condition`.
    Update {
        /// The table.
        table: Name,
        /// Its alias.
        alias: Option<Name>,
        /// The assignments in order.
        set: Vec<Assignment>,
        /// The joined tables, possibly none.
        from: Vec<FromItem>,
        /// The rows.
        condition: Option<Expr>,
        /// The whole statement.
        span: Span,
    },
    /// `delete from table [alias] [using …] where condition`.
    Delete {
        /// The table.
        table: Name,
        /// Its alias.
        alias: Option<Name>,
        /// The joined tables, possibly none.
        using: Vec<FromItem>,
        /// The rows.
        condition: Option<Expr>,
        /// The whole statement.
        span: Span,
    },
}

/// `column = value`.
pub type Assignment = (Name, Expr);

/// `on conflict [(columns)] do nothing`, or `on conflict (columns) do update set …`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The columns; empty without a list, which only `do nothing` allows.
    pub columns: Vec<Name>,
    /// What to do.
    pub action: ConflictAction,
    /// The span from `on` to the end.
    pub span: Span,
}

/// What an `insert` does if there is a row with the key.
#[derive(Clone, Debug, PartialEq)]
pub enum ConflictAction {
    /// `do nothing`.
    Nothing,
    /// `do update set column = value, … [where condition]`.
    Update {
        /// The assignments in order.
        set: Vec<Assignment>,
        /// The condition under which the row changes.
        condition: Option<Expr>,
    },
}
