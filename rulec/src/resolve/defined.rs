// SPDX-License-Identifier: Apache-2.0

//! Parameters, functions and windows, as the declarations of a file keep them.

use super::type_names::Target;
use crate::ast;
use crate::hir::{Expr, RowVar};
use crate::span::Span;
use engine::schema::{ColumnId, TableId, Type};

/// A parameter.
pub(super) struct Parameter {
    pub name: ast::Name,
    pub ty: Type,
    /// Its first value.
    pub value: Expr,
}

/// A function whose body has no errors.
pub(super) struct Function {
    pub name: ast::Name,
    pub arguments: Vec<(ast::Name, Target)>,
    pub returns: Target,
    pub body: ast::Select,
}

/// The newest times of the groups of a table.
#[derive(Clone)]
pub(super) struct Window {
    /// The table whose rows are counted.
    pub base: TableId,
    /// The columns by which they are grouped, in column order.
    pub group: Vec<ColumnId>,
    /// The column of the time.
    pub time: ColumnId,
    /// Which rows count, over the row that `var` denotes; all if absent.
    pub filter: Option<Expr>,
    /// The variable of the filter.
    pub var: RowVar,
    /// How many times a group keeps.
    pub count: u16,
    /// Where it is first used.
    pub span: Span,
}
