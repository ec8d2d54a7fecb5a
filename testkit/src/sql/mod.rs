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
//! | `tree` | expressions and statements |
//! | `write` | their texts |
//! | `schema` | random tables, rows and fields |
//! | `scope`, `numbers`, `conditions`, `queries` | random expressions |
//! | `functions`, `statements` | random functions and statements |
//! | `batch` | the whole, and its rule file |
//! | `postgres` | the script of a batch |

mod batch;
mod conditions;
mod construct;
mod functions;
mod numbers;
mod postgres;
mod queries;
mod schema;
mod scope;
mod statements;
mod tree;
mod types;
mod write;

pub use batch::{Batch, Body, Event, Message, RESULT};
pub use construct::{Construct, Constructs};
pub use functions::Function;
pub use postgres::{FUNCTIONS, SETTINGS};
pub use schema::{Column, Table};
pub use tree::{Expr, Junction, Statement};
pub use types::{Kind, Ty, Value, decimal_text};
pub use write::Dialect;
