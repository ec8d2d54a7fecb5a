// SPDX-License-Identifier: Apache-2.0

//! Parameters: values that an operator changes while rules use them.
//!
//! A parameter is a column of a table of one row. A separate message changes it, so that the
//! change is ordered with all others, and can be recorded and replayed. Until the first change
//! there is no row.

/// The name of the table, whose first column is its key. No rule file can declare such a table.
pub const TABLE: &str = "parameter";

/// What the name of a message that changes a parameter begins with; the name of the parameter
/// follows. The message has one field, the new value.
pub const MESSAGE_PREFIX: &str = "parameter.";
