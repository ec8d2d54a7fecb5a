// SPDX-License-Identifier: Apache-2.0

//! The syntax tree, before names and types are resolved.
//!
//! Names are folded to lower case, unless they are quoted. Every node that a diagnostic can point
//! at has a span. To compare two trees, for example after printing and parsing again, first erase
//! the spans with [`crate::print::erase_spans`].

mod declarations;
mod expr;
mod job;
mod name;
mod parts;
mod rules;
mod select;
mod statement;
mod test;

pub use declarations::{
    Argument, Column, Function, Include, List, Message, Parameter, Stamp, Table, TimeZone,
};
pub use expr::{BinaryOp, CallArgs, Expr, ExprKind, Truth};
pub use job::Job;
pub use name::{Name, TypeName};
pub use parts::Part;
pub use rules::{Attributes, On, OnReject, Rule, Text};
pub use select::{FromItem, Join, Order, Select, SelectItem, SelectValue, Source};
pub use statement::{Assignment, Conflict, ConflictAction, Statement};
pub use test::{Expected, Step, Test};

/// A rule file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct File {
    /// The items in file order.
    pub items: Vec<Item>,
    /// Whether the file ends with `end;`, which shows that it is complete.
    pub has_end: bool,
    /// What is missing because it could not be parsed; nothing in a file without errors.
    pub lost: Option<Lost>,
}

/// What is missing from a file with syntax errors.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Lost {
    /// Names that the missing items may declare.
    pub names: Vec<String>,
    /// Whether they may declare any name.
    pub any: bool,
}

impl Lost {
    /// Adds what is missing from another file.
    pub fn extend(&mut self, other: Lost) {
        self.names.extend(other.names);
        self.any |= other.any;
    }

    /// Whether this name may be that of a missing item.
    pub fn may_declare(&self, name: &str) -> bool {
        self.any || self.names.iter().any(|lost| lost == name)
    }
}

/// A top-level item.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// `create table`.
    Table(Table),
    /// `create message`.
    Message(Message),
    /// `create parameter`.
    Parameter(Parameter),
    /// `create function`.
    Function(Function),
    /// `rule`, `warn rule`.
    Rule(Rule),
    /// `on`.
    On(On),
    /// `on reject of`.
    OnReject(OnReject),
    /// `create job`.
    Job(Job),
    /// `include`.
    Include(Include),
    /// `set time zone`.
    TimeZone(TimeZone),
    /// `test`.
    Test(Test),
}
