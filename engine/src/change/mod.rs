// SPDX-License-Identifier: Apache-2.0

//! Change at run time: another rule set takes effect between two messages, with other tables,
//! columns, messages, bounds and rules than the one that runs.
//!
//! ```text
//!  running executor ── messages ──> rows ──┬── one row a step ──────────────┐
//!                                          └── rows that a message touched ─┴─> next executor
//! ```
//! The *next* executor has the tables of the new program, its aggregates and lists included. Its
//! memory is taken before. Until it takes over it runs a *filler*, a program over the same tables
//! that loads, updates and deletes single rows ([`Change`]). Each [`Filling::step`] copies one row
//! of the running executor, between two messages. After a message, [`Filling::follow`] copies again
//! what the message changed of the part that is copied already. When all rows are copied,
//! [`Filling::finish`] exchanges the two, so that the change takes effect at one place in the order
//! of messages. Until then the old program runs as if there were no change.
//!
//! The next executor is then equal to a fresh one that has loaded the same rows. A row that it
//! would not load refuses the change, and is named by its key ([`Refusal::Row`]). Rows enter
//! windows by their time, then by key, and in the order of messages after that; where rows came in
//! order of time, windows too are those of a fresh executor.
//!
//! A column that is new has its default in each row that exists, or NULL without one. Another
//! default of a column that exists changes no row.
//!
//! [`Plan::new`] says beforehand what would lose data, by name. Parameters are rows, and are kept
//! by name. Changed modes of rules are kept by name. Texts get the codes of the new program.
//!
//! | file | holds |
//! | --- | --- |
//! | `programs` | the program of a change, and its filler |
//! | `plan` | how the tables of two programs match |
//! | `refusal` | why a change is refused |
//! | `rows` | what an executor offers |
//! | `order` | the order in which the rows of a table are copied |
//! | `copying` | the frames that copy a row of a table |
//! | `filling` | the steps, and what follows a message |
//! | `at_once` | a change with all its steps between two messages |
//! | `changeable` | an executor with the change that is prepared for it |
//! | `wire` | a change as bytes |

mod at_once;
mod changeable;
mod copying;
mod filling;
mod order;
mod plan;
mod programs;
mod refusal;
mod rows;
mod wire;

pub use at_once::{Refused, make};
pub use changeable::{Changeable, Filled};
pub use filling::{Filling, Retired, Step};
pub use plan::Plan;
pub use programs::Change;
pub use refusal::{ChangeError, Refusal};
pub use rows::Rows;
pub use wire::WireError;
