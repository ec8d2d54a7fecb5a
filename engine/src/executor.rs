// SPDX-License-Identifier: Apache-2.0

//! The interface of every executor of a program.

use crate::program::Program;
use crate::rule::{Mode, ModeError};
use crate::schema::{ColumnDef, ColumnKind, RuleId, TableId, Type};
use crate::takeover::TakeoverError;
use crate::verdict::Verdict;
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3;

/// An executor: it holds tables and answers frames by a program.
pub trait Executor {
    /// The program it runs.
    fn program(&self) -> &Program;

    /// Answers a message frame. A frame whose kind is not a message of the program is `malformed`.
    ///
    /// A frame of a hidden message is `malformed` too: only [`Executor::step`] takes it.
    ///
    /// A control frame ([`ModeChange`](crate::frame::ModeChange)) changes the mode of a rule and
    /// nothing else, and is accepted; it is `malformed` if the program has no such rule or there is
    /// no such mode. One that starts a job ([`JobStart`](crate::frame::JobStart)) changes nothing,
    /// and is accepted if the program has the job; the host then sends its steps, see
    /// [`crate::job`].
    ///
    /// No input makes the twin allocate, lock, read a clock or panic.
    fn execute(&mut self, frame: &[u8]) -> Verdict;

    /// Answers a row frame, with which the host fills the tables. A frame whose kind is not a
    /// declared table is `malformed`. Otherwise as [`Executor::execute`].
    fn load(&mut self, frame: &[u8]) -> Verdict;

    /// Answers a frame of a hidden message, which the host sends for a job. A frame of any other
    /// kind is `malformed`. Otherwise as [`Executor::execute`].
    fn step(&mut self, frame: &[u8]) -> Verdict;

    /// The mode of a rule, which is its declared severity until it is changed; none if the program
    /// has no such rule.
    fn mode(&self, rule: RuleId) -> Option<Mode>;

    /// Changes the mode of a rule from the next message on.
    ///
    /// # Errors
    /// [`ModeError`] if the program has no such rule, or the executor no modes.
    fn set_mode(&mut self, rule: RuleId, mode: Mode) -> Result<(), ModeError>;

    /// Replaces the program by another one of the same family, from the next message on, or changes
    /// nothing. Rows, levels and dictionary are kept, and so are changed modes of rules that the
    /// new program has too, by name. It also prepares the program, which takes time and memory.
    ///
    /// # Errors
    /// [`TakeoverError`] if the program is not sound, or not of the same family.
    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError>;

    /// Visits every row of a table in the order of its key, with one cell for each column. Text is
    /// ordered by its bytes; NULL does not occur in a key.
    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>]));
}

/// A cell, for display and for digests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell<'a> {
    /// NULL.
    Null,
    /// A number, boolean or timestamp; the counter of a `Rows` or `Count` column.
    Number(i64),
    /// Text without trailing blanks.
    Text(&'a str),
    /// A `Sum` column: the number of values, and their exact sum.
    Sum(u32, i128),
    /// A `Min`, `Max` or `Distinct` column: the distinct values in ascending order, each with its
    /// count.
    Levels(&'a [(i64, u32)]),
    /// A `Distinct` column of texts: the texts in the order of their bytes, each with its count.
    Texts(&'a [(&'a str, u32)]),
}

/// A digest of all rows of a table, the state of aggregates included. Tables with equal rows have
/// equal digests.
///
/// It is XXH3-64 over the cells in key order, each preceded by a byte for its kind. It does not
/// depend on row handles or dictionary codes, which differ among executors.
pub fn digest(executor: &dyn Executor, table: TableId) -> u64 {
    let mut hash = Xxh3::new();
    executor.visit_rows(table, &mut |row| {
        for cell in row {
            match *cell {
                Cell::Null => hash.update(&[0]),
                Cell::Number(number) => {
                    hash.update(&[1]);
                    hash.update(&number.to_le_bytes());
                }
                Cell::Text(text) => {
                    hash.update(&[2, text.len() as u8]);
                    hash.update(text.as_bytes());
                }
                Cell::Sum(count, sum) => {
                    hash.update(&[3]);
                    hash.update(&count.to_le_bytes());
                    hash.update(&sum.to_le_bytes());
                }
                Cell::Levels(levels) => {
                    hash.update(&[4]);
                    hash.update(&(levels.len() as u32).to_le_bytes());
                    for (value, count) in levels {
                        hash.update(&value.to_le_bytes());
                        hash.update(&count.to_le_bytes());
                    }
                }
                Cell::Texts(texts) => {
                    hash.update(&[5]);
                    hash.update(&(texts.len() as u32).to_le_bytes());
                    for (text, count) in texts {
                        hash.update(&[text.len() as u8]);
                        hash.update(text.as_bytes());
                        hash.update(&count.to_le_bytes());
                    }
                }
            }
        }
    });
    hash.digest()
}

/// Returns whether the cells of a column are text.
pub fn is_text(kind: ColumnKind, ty: Type) -> bool {
    kind == ColumnKind::Data && matches!(ty, Type::Char(_))
}

/// Returns whether the cells of a column are sets of texts.
pub fn is_text_set(column: &ColumnDef) -> bool {
    column.kind == ColumnKind::Distinct && matches!(column.ty, Type::Char(_))
}
