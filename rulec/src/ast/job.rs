// SPDX-License-Identifier: Apache-2.0

//! Jobs.

use super::{Expr, Name, Statement};
use crate::span::Span;

/// `create job name for each row of table [alias] [where condition] (statements)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its name.
    pub name: Name,
    /// The table whose rows it visits.
    pub table: Name,
    /// The alias of the row.
    pub alias: Option<Name>,
    /// The condition under which it visits a row.
    pub condition: Option<Expr>,
    /// The statements in order.
    pub statements: Vec<Statement>,
    /// The span from `create` to the parenthesis of the statements.
    pub span: Span,
}
