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
//! | `transact` | messages and loaded rows |
//! | `tree` | traversal of a resolved file |
//! | [`frames`] | well-formed frames |

mod calendar;
mod evaluate;
pub mod frames;
mod lists;
mod transact;
mod tree;
mod value;

pub use transact::{Done, Expected, Oracle};
pub use value::{Error, Row, Val};
