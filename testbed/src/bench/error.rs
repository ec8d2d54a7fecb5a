// SPDX-License-Identifier: Apache-2.0

//! Errors of a bench.

use crate::trader::TraderError;
use host::driver::DriverError;
use host::supervisor::SupervisorError;

/// Why a run failed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BenchError {
    /// A card could not be set up.
    #[error("card {card} could not be set up: {error}")]
    Setup {
        /// Index of the card.
        card: usize,
        /// Why.
        error: DriverError,
    },
    /// The log does not belong to these rules and this data.
    #[error(
        "record {record} of the log is not what these rules answer on these tables: it belongs to \
         other rules or other data"
    )]
    History {
        /// Number of the record.
        record: u64,
    },
    /// The log changes to an unknown program.
    #[error(
        "record {record} of the log changes to the program with checksum {checksum:#010x}, which \
         this run was not given: give it the rule sets of the run that wrote the log"
    )]
    Program {
        /// Number of the record.
        record: u64,
        /// Checksum of the program's image.
        checksum: u32,
    },
    /// No member is left to answer, or the log failed.
    #[error(transparent)]
    Supervisor(#[from] SupervisorError),
    /// A notice contradicts what was sent.
    #[error(transparent)]
    Trader(#[from] TraderError),
    /// The run was interrupted.
    #[error("interrupted")]
    Interrupted,
}
