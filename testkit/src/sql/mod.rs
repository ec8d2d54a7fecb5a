// SPDX-License-Identifier: Apache-2.0

//! Random cases for the comparison of the rule language with SQL databases.
//!
//! A [`Batch`] has tables with rows, messages that each test one thing, and events. Each event is
//! one case: the value of an expression, the verdict of a rule, or the effect of statements. A
//! batch is written as a rule file and as SQL; the texts differ only where the documented semantics
//! do, see [`write`](Dialect).
//!
//! | file | has |
//! | --- | --- |
//! | `construct` | the constructs, and which of them the compiler serves |
//! | `types` | types and values |
//! | `tree`, `parts` | expressions and statements, and their parts |
//! | `write` | their texts |
//! | `schema` | random tables, rows and fields |
//! | `scope`, `numbers`, `conditions`, `queries` | random expressions |
//! | `function` | a function and its text |
//! | `functions`, `statements` | random functions and statements |
//! | `batch` | the whole, and its rule file |
//! | `postgres`, `sqlite` | the batch as SQL |
//! | `server` | a PostgreSQL server for a test |
//! | `reorder` | a condition with its operands in another order |
//! | [`DIFFERENCES`] | every difference from PostgreSQL that the comparison knows |

mod batch;
mod conditions;
mod construct;
mod differences;
mod function;
mod functions;
mod numbers;
mod parts;
mod postgres;
mod queries;
mod reorder;
mod schema;
mod scope;
mod server;
mod sqlite;
mod statements;
mod tree;
mod types;
mod write;

pub use batch::{Batch, Body, Event, Message, RESULT};
pub use construct::{Construct, Constructs};
pub use differences::{DIFFERENCES, Difference, Treatment};
pub use function::Function;
pub use postgres::{FUNCTIONS, SETTINGS};
pub use schema::{Column, Table};
pub use server::{Server, notice};
pub use sqlite::Steps;
pub use tree::{Expr, Junction, Statement};
pub use types::{Kind, Ty, Value, decimal_text};
pub use write::Dialect;
