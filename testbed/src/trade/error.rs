// SPDX-License-Identifier: Apache-2.0

//! Why a run through the testbed ends early.

use crate::bench::BenchError;
use files::error::InputError;
use files::output::OutputError;

/// Why a run did not end as it should.
#[derive(Debug, thiserror::Error)]
pub enum TradeError {
    /// The bench.
    #[error(transparent)]
    Bench(#[from] BenchError),
    /// A file that is read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A file that is written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The journal.
    #[error(transparent)]
    Journal(#[from] journal::JournalError),
    /// A record of the journal that is none of ours.
    #[error("record {0} of the journal is no log record of this release; name another journal")]
    Record(u64),
    /// The log changes to rules that are not at hand.
    #[error(
        "record {record} of the journal changes to the rule set with checksum \
         {checksum:#010x}, which this run was not given: name the same rule files, in the same \
         order, as the run that wrote it"
    )]
    RuleSet {
        /// Which record.
        record: u64,
        /// The checksum of the program's image.
        checksum: u32,
    },
}
