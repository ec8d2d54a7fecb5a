// SPDX-License-Identifier: Apache-2.0

//! The oracle: what a rule file means, written a second time and as plainly as possible.
//!
//! It interprets the resolved tree on tables that are lists of rows, and looks at every row
//! whenever it looks for one. It has no indices, no hidden tables, no dictionary and no schedule,
//! and shares no code with the engine beyond the names of types, rules and reasons; each rule it
//! follows stands in `docs/src/language.md`.
//!
//! | file | says what |
//! | --- | --- |
//! | [`value`] | a value is, and arithmetic gives |
//! | [`evaluate`] | an expression means |
//! | [`transact`] | a message and a row do |
//! | [`tree`] | parts a resolved file has |
//! | [`frames`] | is a well-formed frame |

pub mod evaluate;
pub mod frames;
pub mod transact;
pub mod tree;
pub mod value;

pub use transact::{Done, Expected, Oracle};
pub use value::Val;
