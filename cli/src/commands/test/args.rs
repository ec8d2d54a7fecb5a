// SPDX-License-Identifier: Apache-2.0

//! The options of `riskgate test`.

use super::super::Format;
use super::engines::Engines;
use std::path::PathBuf;

/// Making a twin takes its memory, and there is one for each test of each mutant.
const ENGINE_HELP: &str = "Executor; `all` runs every test on each and compares verdicts and \
                           tables [default: twin, with --mutate reference]";

/// Run the tests of rule files.
#[derive(clap::Args)]
#[command(after_help = "A test starts with empty tables. Its rows are loaded, its messages are \
                        answered in their order, and each verdict is compared with the expected \
                        one. The exit code is 1 if a test fails.\n\nA mutant is the rule file \
                        with one small change: a rule dropped, negated or without its guard, a \
                        bound moved by one unit, a comparison with or without its bound. With \
                        --mutate, each mutant that passes all tests is listed, with the rule that \
                        no test pins and what was changed, and the exit code is 1 if there is one. \
                        A change that gives the same verdicts always passes.")]
pub struct Args {
    /// Rule files
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_enum, help = ENGINE_HELP)]
    pub engine: Option<Engines>,
    /// Only tests with this text in their names
    #[arg(long, value_name = "TEXT")]
    pub filter: Option<String>,
    /// Also write the results as JUnit XML
    #[arg(long, value_name = "FILE")]
    pub junit: Option<PathBuf>,
    /// List the small changes of rules that no test notices
    #[arg(long, conflicts_with = "junit")]
    pub mutate: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

impl Args {
    /// The executors of tests without mutants.
    pub fn engine(&self) -> Engines {
        self.engine.unwrap_or_default()
    }
}
