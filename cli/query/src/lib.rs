// SPDX-License-Identifier: Apache-2.0

//! SQL over the tables of Riskgate, with the types of the rule language.
//!
//! A [`Database`] is an SQLite database in memory. SQLite has no exact decimals: it would compare
//! and add them as binary fractions. So a query is read here, gets its types, and is written as one
//! of SQLite in which every value but a text is a 64-bit integer: a DECIMAL is the number of units
//! of its last digit, a DATE its days, a TIME and a TIMESTAMP its nanoseconds. Arithmetic calls
//! functions that are exact or fail, and a number that does not fit 64 bits is an error.
//!
//! Names, NULL, comparison, order and padding of CHAR are those of PostgreSQL 15. A literal in
//! quotes takes the type that its place asks for, and is an error with its place if it is no value
//! of it.
//!
//! ```
//! use engine::calendar::Zone;
//! use query::{Column, Database, Ty, Value};
//!
//! let mut database = Database::new(Zone::UTC)?;
//! let columns = [Column::new("id", Ty::Int), Column::new("price", Ty::Decimal(2))];
//! let mut table = database.create("t", &columns)?;
//! table.insert(&[Value::Number(1), Value::Number(150)])?;
//! table.insert(&[Value::Number(2), Value::Null])?;
//! drop(table);
//! let mut lines = Vec::new();
//! let query = "select id, price * 3 as cost from t where price = '1.5'";
//! database.query(query, &mut |row| {
//!     lines.push(row.join(","));
//!     true
//! })?;
//! assert_eq!(lines, ["id,cost", "1,4.50"]);
//! let error = database.query("select id from t where price = 'x'", &mut |_| true).unwrap_err();
//! assert!(error.to_string().starts_with("`x` is not of type DECIMAL\n"));
//! # Ok::<(), query::QueryError>(())
//! ```
//!
//! | module | holds |
//! | --- | --- |
//! | `translate`, `select`, `expr`, `call` | queries, and their parts, as ones of SQLite |
//! | `scope` | names of tables and columns |
//! | `compare`, `literal`, `ty` | types and how values of two types meet |
//! | `functions` | the functions that SQLite calls |
//! | `database` | the database |

mod call;
mod compare;
mod database;
mod error;
mod expr;
mod functions;
mod literal;
mod scope;
mod select;
mod translate;
mod ty;

pub use database::{Database, Table, Value};
pub use error::QueryError;
pub use ty::{Column, Ty};
