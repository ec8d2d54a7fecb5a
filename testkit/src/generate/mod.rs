// SPDX-License-Identifier: Apache-2.0

//! Random rule files, as text, and random frames for them.
//!
//! A text is well-typed by construction and uses only what the compiler supports. Values come from
//! small domains, so that keys collide and rows are found, and from the ends of each type, so that
//! results overflow.
//!
//! | file | makes |
//! | --- | --- |
//! | `schema` | tables and messages |
//! | `scope` | the names that an expression can use at a place, and the limit of its size |
//! | `numbers`, `times`, `others` | expressions, by type |
//! | `subqueries` | lookups, aggregates and `exists` |
//! | `items` | rules and `on` blocks |
//! | `jobs` | jobs |
//! | `streams` | a table with windows, and rules that ask for its rows |
//! | `rule_files` | the whole file |
//! | `changes` | files that follow each other |
//! | `domains` | values of a type |
//! | `events` | frames |

mod changes;
mod domains;
mod events;
mod items;
mod jobs;
mod numbers;
mod others;
mod rule_files;
mod schema;
mod scope;
mod streams;
mod subqueries;
mod times;

pub use changes::{Lists, changes};
pub use events::{Frame, Frames};
pub use items::Item;
pub use rule_files::{RuleFile, aggregates_file, effects_file, family, rule_file, scans_file};
pub use schema::{Column, Message, Table};
