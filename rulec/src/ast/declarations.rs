// SPDX-License-Identifier: Apache-2.0

//! Tables, messages, parameters, functions, and settings of a file.

use super::{Expr, Name, Select, TypeName};
use crate::span::Span;

/// `create table name (columns) [with (rows = n)]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name.
    pub name: Name,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The columns of `primary key (…)`, and each column that is itself declared `primary key`, in
    /// order.
    pub key: Vec<Name>,
    /// The value of `rows` in `with (rows = n)`, and its span.
    pub rows: Option<(i64, Span)>,
    /// The lists in `with (group (…) = n, window (…) = n)`.
    pub lists: Vec<List>,
}

/// `group (names) [where (condition)] = n` or `window (names by name) = n`.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The columns by which rows are grouped.
    pub group: Vec<Name>,
    /// The column of the time, of a `window`.
    pub time: Option<Name>,
    /// The condition on the row, of a `group`.
    pub condition: Option<Expr>,
    /// The most rows of a group, and its span.
    pub bound: (i64, Span),
    /// The whole.
    pub span: Span,
}

/// `create message name (columns)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its name.
    pub name: Name,
    /// The fields in wire order.
    pub fields: Vec<Column>,
}

/// A column of a table or a field of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeName,
    /// `Some(true)` for `null`, `Some(false)` for `not null`, and `None` where neither is written,
    /// which means nullable.
    pub nullable: Option<bool>,
    /// The value of `default …`, which may be any expression here. Only columns of tables have one.
    pub default: Option<Expr>,
    /// The span of `stamped (…)` and what the gateway writes. Only fields of messages have one.
    pub stamp: Option<(Stamp, Span)>,
}

/// What the gateway writes into a stamped field, whatever the client sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// The time at which the message was received.
    Received,
    /// The session.
    Session,
    /// The address of the client.
    Peer,
    /// The identity of the client.
    Identity,
}

impl Stamp {
    /// All stamps.
    pub const ALL: &[Stamp] = &[Stamp::Received, Stamp::Session, Stamp::Peer, Stamp::Identity];

    /// The text of the stamp.
    pub fn text(self) -> &'static str {
        match self {
            Stamp::Received => "received",
            Stamp::Session => "session",
            Stamp::Peer => "peer",
            Stamp::Identity => "identity",
        }
    }
}

/// `create parameter name type = value`.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeName,
    /// Its first value, which may be any expression here.
    pub value: Expr,
    /// The span from `create` to the end.
    pub span: Span,
}

/// `create function name (arguments) returns type as $$ select … $$ language sql`.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// Its name.
    pub name: Name,
    /// The arguments in order, possibly none.
    pub arguments: Vec<Argument>,
    /// The type of the result.
    pub returns: TypeName,
    /// The query between the dollar signs: one expression, possibly without `from`.
    pub body: Select,
    /// The span from `create` to the end.
    pub span: Span,
}

/// An argument of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeName,
}

/// `include 'file.rules'`.
#[derive(Clone, Debug, PartialEq)]
pub struct Include {
    /// The path as written.
    pub path: String,
    /// The span of the path, quotes included.
    pub span: Span,
}

/// `set time zone hours`.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeZone {
    /// The hours east of UTC, which may be out of range here.
    pub hours: i64,
    /// The span of the number.
    pub span: Span,
}
