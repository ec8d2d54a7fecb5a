// SPDX-License-Identifier: Apache-2.0

//! What every executor of a program offers.

use crate::program::Program;
use crate::schema::{ColumnKind, TableId, Type};
use crate::takeover::TakeoverError;
use crate::verdict::Verdict;
use std::sync::Arc;
use xxhash_rust::xxh3::Xxh3;

/// Something that holds tables and answers frames by a program.
pub trait Executor {
    /// The program it runs.
    fn program(&self) -> &Program;

    /// Answers a message frame. Frames that are not of a message kind of the program are
    /// `malformed`.
    ///
    /// Nothing here allocates, locks, reads a clock or panics, whatever the bytes are.
    fn execute(&mut self, frame: &[u8]) -> Verdict;

    /// Answers a row frame, by which the host fills the tables. Frames that are not of a declared
    /// table are `malformed`; otherwise as [`Executor::execute`].
    fn load(&mut self, frame: &[u8]) -> Verdict;

    /// Lets another program of the same family take over from the next message on: all or nothing.
    /// Rows, levels and dictionary stay. It prepares the program and may take its time.
    ///
    /// # Errors
    /// [`TakeoverError`] if the program is not sound, or cannot run on what the tables hold.
    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError>;

    /// Shows every row of a table in the order of its key (text by its bytes, NULL never occurs),
    /// one cell a column.
    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>]));
}

/// A cell as people and digests see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell<'a> {
    /// NULL.
    Null,
    /// A number, boolean or timestamp; the counter of a `Rows` or `Count` column.
    Number(i64),
    /// Text without trailing blanks.
    Text(&'a str),
    /// A `Sum` column: how many values, and their exact sum.
    Sum(u32, i128),
    /// A `Min` or `Max` column: the distinct values, rising, each with how often it is there.
    Levels(&'a [(i64, u32)]),
}

/// Digest of everything in a table: two tables with one digest hold the same rows, hidden state
/// included.
///
/// It is XXH3-64 over the cells in key order, each led by a byte for its kind. Row handles and
/// dictionary codes do not enter it, so that executors may place rows as they like.
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
            }
        }
    });
    hash.digest()
}

/// Whether a column's cells are text.
pub fn is_text(kind: ColumnKind, ty: Type) -> bool {
    kind == ColumnKind::Data && matches!(ty, Type::Char(_))
}
