// SPDX-License-Identifier: Apache-2.0

//! Errors of a run of a file of events.

use crate::bench::BenchError;
use files::error::InputError;
use files::output::OutputError;

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub enum TradeError {
    /// The bench failed.
    #[error(transparent)]
    Bench(#[from] BenchError),
    /// An input file cannot be read or is wrong.
    #[error(transparent)]
    Input(#[from] InputError),
    /// An output file cannot be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The journal failed.
    #[error(transparent)]
    Journal(#[from] journal::JournalError),
    /// A record of the journal is not a log record.
    #[error("record {0} of the journal is no log record of this release; name another journal")]
    Record(u64),
    /// The journal changes to an unknown rule set.
    #[error(
        "record {record} of the journal changes to the rule set with checksum \
         {checksum:#010x}, which this run was not given: name the same rule files, in the same \
         order, as the run that wrote it"
    )]
    RuleSet {
        /// Number of the record.
        record: u64,
        /// Checksum of the program's image.
        checksum: u32,
    },
}
