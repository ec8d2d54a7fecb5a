// SPDX-License-Identifier: Apache-2.0

//! Why a program cannot be made into microcode.

use crate::build::BuildError;
use crate::machine::PROGRAM_CYCLES;

/// Rows of one table that a message can reserve.
pub const RESERVES_MAX: usize = 8;

/// Why a program cannot be made into microcode.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MicrocodeError {
    /// All transactions together need more words than the program memories have.
    #[error("the program has {found} cycles in all, the program memory {PROGRAM_CYCLES}")]
    Long {
        /// Words that the program needs.
        found: usize,
    },
    /// A table does not fit the hardware.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A field or column is a TIME, whose range the parser of the hardware does not check.
    #[error(
        "`{field}` of `{owner}` is a TIME, and no build of the hardware checks the range of one: \
         declare it as `timestamp` and compute the time of day with `::time`"
    )]
    Time {
        /// The message or table.
        owner: String,
        /// The field or column.
        field: String,
    },
    /// An insert does not give a value for each column of the table. The hardware does not make
    /// the other columns NULL.
    #[error("an insert into `{0}` does not write all of its columns: compile the rule file anew")]
    Unwritten(String),
    /// One message reserves more rows of a table than the allocator can give out.
    #[error(
        "a message inserts {found} rows into `{table}`, \
         the hardware takes {RESERVES_MAX} of one message"
    )]
    Reserves {
        /// The table.
        table: String,
        /// Rows that the message reserves.
        found: usize,
    },
}
