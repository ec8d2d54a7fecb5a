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
    /// The program needs what no build has yet, see [`crate::requirements`].
    #[error("{0}")]
    Missing(String),
    /// The program reuses the codes of its dictionary, or has another capacity than the hardware.
    #[error(
        "the program reuses the codes of texts, the hardware does not: compile the rule file with \
         `--build NAME`, or give the rule file in place of its image"
    )]
    Dictionary,
    /// A table does not fit the hardware.
    #[error(transparent)]
    Build(#[from] BuildError),
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
