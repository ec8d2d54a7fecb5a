// SPDX-License-Identifier: Apache-2.0

//! Tests in rule files.

use super::{Assignment, Name};
use crate::span::Span;
use engine::verdict::Reason;

/// `test "name" (steps)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// Its name.
    pub name: Name,
    /// The steps in order, at least one.
    pub steps: Vec<Step>,
    /// The span from `test` to the closing parenthesis.
    pub span: Span,
}

/// A step of a test.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// `given table (column = value, …)`: a row that exists.
    Given {
        /// The table.
        table: Name,
        /// The columns that have a value.
        row: Vec<Assignment>,
        /// The whole step.
        span: Span,
    },
    /// `when message (field = value, …) expect …`: a message and its verdict.
    When {
        /// The message.
        message: Name,
        /// The fields that have a value.
        fields: Vec<Assignment>,
        /// The verdict.
        expected: Expected,
        /// The span of the verdict.
        expected_span: Span,
        /// The whole step.
        span: Span,
    },
    /// `expect table (column = value, …)`: there is a row with these values.
    ExpectRow {
        /// The table.
        table: Name,
        /// The columns that are compared.
        row: Vec<Assignment>,
        /// The whole step.
        span: Span,
    },
    /// `expect table empty`: there is no row.
    ExpectEmpty {
        /// The table.
        table: Name,
        /// The whole step.
        span: Span,
    },
}

/// The verdict that a test expects.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// `accept`.
    Accept,
    /// `reject [rule] [reason]`. An unquoted word that is a reason is one.
    Reject {
        /// The rule that the verdict names; any, if not written.
        rule: Option<Name>,
        /// The reason; any, if not written.
        reason: Option<Reason>,
    },
    /// `warn rule`.
    Warn(Name),
}
