// SPDX-License-Identifier: Apache-2.0

//! The oracle: a second implementation of the rule language, as plain as possible.
//!
//! It interprets the resolved tree. A table is a list of rows, and every search reads all of them.
//! It has no indices, no hidden tables, no dictionary and no schedule, and it shares no code with
//! the engine except the names of types, rules and reasons. `docs/src/language.md` defines each
//! rule that it follows.
//!
//! | file | defines |
//! | --- | --- |
//! | `value` | values, rows and arithmetic |
//! | `calendar` | functions of dates and times |
//! | `evaluate` | expressions |
//! | `lists` | the rows that the stated groups and windows hold |
//! | `database` | the tables and the rule set in force |
//! | `transact` | messages and loaded rows |
//! | `jobs` | jobs |
//! | `statement` | the effect of a statement |
//! | `rows` | rows that are written |
//! | `kept` | what is kept beside the tables: its checks |
//! | `verdict` | the verdict that the engine must give |
//! | `tree` | traversal of a resolved file |
//! | [`frames`] | well-formed frames |

mod calendar;
mod database;
mod evaluate;
pub mod frames;
mod jobs;
mod kept;
mod lists;
mod rows;
mod statement;
mod transact;
mod tree;
mod value;
mod verdict;

pub use database::{Done, Oracle};
pub use value::{Error, Row, Val};
pub use verdict::Expected;
