// SPDX-License-Identifier: Apache-2.0

//! The options of `riskgate why`.

use super::super::Format;
use std::path::PathBuf;

/// Show why an event got its verdict: every rule that rejects or warns, the values that it saw, by
/// how much it failed, and the nearest values that would have passed
#[derive(clap::Args)]
pub struct Args {
    /// Rule file
    pub file: PathBuf,
    /// Number of the event, from 1, as in the verdicts file
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub event: u32,
    /// Folder with the tables before the first event
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Events file; those before the event are answered again
    #[arg(long, value_name = "FILE.csv", conflicts_with = "journal")]
    pub events: Option<PathBuf>,
    /// Journal in place of an events file; its rule set does not change before the event
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
