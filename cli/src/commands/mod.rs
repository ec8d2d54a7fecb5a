// SPDX-License-Identifier: Apache-2.0

//! The commands, one per file, and the modules that they share.

mod build_option;
mod change_order;
mod change_plans;
mod check;
mod compile;
mod demo;
mod design;
mod diff;
mod doc;
mod engine_option;
mod explain;
mod failure;
mod fmt;
mod format;
mod hdl;
mod import;
mod interrupt;
mod job_counts;
mod lsp;
mod overwriting;
mod points;
mod programs;
mod progress;
mod query;
mod rule_files;
mod run;
mod run_changes;
mod run_counts;
mod run_files;
mod terminal;
mod test;
mod testbed;
mod trade;
mod why;
mod workload;

pub use failure::Failure;
pub use format::Format;
pub use interrupt::interrupted;
pub use overwriting::refuse_overwriting;

use clap::{Parser, Subcommand};

/// Compiles pre-trade risk rules for a database offload engine and runs them.
#[derive(Parser)]
#[command(
    version,
    about,
    after_help = "Without a command, riskgate runs demo.\n\
                  Exit codes: 0 done, 1 the input was refused, 2 the call was wrong, \
                  130 interrupted."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Measure the paper's workload with the broker's rules and report the latencies (the default)
    Demo(demo::Args),
    /// Report the errors and warnings of rule files
    Check(check::Args),
    /// Format rule files
    Fmt(fmt::Args),
    /// Show what a change of rules changes
    Diff(diff::Args),
    /// Show the tables, plans, schedules and latencies of a rule file or program image
    Explain(explain::Args),
    /// Write a rule file as one HTML page, for readers who approve rules
    Doc(doc::Args),
    /// Compile a rule file to a program image
    Compile(compile::Args),
    /// Run the tests of rule files
    Test(test::Args),
    /// Check every event of a file
    Run(run::Args),
    /// Show why an event of a file or a journal got its verdict, and what would have passed
    Why(why::Args),
    /// Measure the points of the paper's Figures 9 to 12 and the throughput, and write a report
    Testbed(testbed::Args),
    /// Send events through the whole testbed: sessions, PCIe, a card, a standby, a journal
    Trade(trade::Args),
    /// Ask with SQL about tables and a journal, or show the messages of a journal as CSV
    Query(query::Args),
    /// Serve an editor over standard input and output with the Language Server Protocol
    Lsp(lsp::Args),
    /// Convert a recorded order flow to data and events files
    #[command(subcommand)]
    Import(import::Source),
    /// Write, lint, map, measure and show the Verilog of the engine
    #[command(subcommand)]
    Hdl(hdl::Command),
    /// Write the paper's workload as data and events files
    Workload(workload::Args),
}

/// Runs the command of the command line.
pub fn run(cli: Cli) -> Result<(), Failure> {
    interrupt::install_interrupt();
    match cli.command.unwrap_or_else(|| Command::Demo(demo::Args::default())) {
        Command::Demo(args) => demo::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Doc(args) => doc::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Compile(args) => compile::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Run(args) => run::run(&args),
        Command::Why(args) => why::run(&args),
        Command::Testbed(args) => testbed::run(&args),
        Command::Trade(args) => trade::run(&args),
        Command::Query(args) => query::run(&args),
        Command::Lsp(args) => lsp::run(&args),
        Command::Hdl(command) => hdl::run(&command),
        Command::Import(source) => import::run(&source),
        Command::Workload(args) => workload::run(&args),
    }
}

/// Prints a failure on standard error.
pub fn report(failure: &Failure) {
    if !matches!(failure, Failure::Closed) {
        terminal::write_error(format_args!("{failure}"));
    }
}
