// SPDX-License-Identifier: Apache-2.0

//! The commands, one a file, and what they share: how they fail and how they are interrupted.

mod check;
mod compile;
mod demo;
mod engine_option;
mod explain;
mod hdl;
mod import;
mod points;
mod programs;
mod progress;
mod query;
mod run;
mod run_files;
mod terminal;
mod testbed;
mod trade;
mod workload;

use clap::{Parser, Subcommand, ValueEnum};
use files::interrupt;
use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// Pre-trade risk rules, compiled to a database offload engine.
#[derive(Parser)]
#[command(
    version,
    about,
    after_help = "Exit codes: 0 done, 1 the input was refused, 2 the call was wrong, \
                  130 interrupted."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the paper's workload over the broker's rule set and report the latencies (the default)
    Demo(demo::Args),
    /// Say what is wrong with rule files, all of it at once
    Check(check::Args),
    /// Show tables with their hidden ones, the plan, and every message's schedule and latency
    Explain(explain::Args),
    /// Compile a rule file to a program image
    Compile(compile::Args),
    /// Answer every event of a file
    Run(run::Args),
    /// Measure what the paper's Figures 9 to 12 show, and the throughput, and report it
    Testbed(testbed::Args),
    /// Send events through the whole testbed: sessions, PCIe, a card, a standby, a journal
    Trade(trade::Args),
    /// Show what a journal holds, also while trading goes on
    Query(query::Args),
    /// Make data and events out of a recorded order flow
    #[command(subcommand)]
    Import(import::Source),
    /// The Verilog of the engine: write it, lint it
    #[command(subcommand)]
    Hdl(hdl::Command),
    /// Write the paper's workload as data and events files
    Workload(workload::Args),
}

/// Does what the command line asks for.
pub fn run(cli: Cli) -> Result<(), Failure> {
    install_interrupt();
    match cli.command.unwrap_or_else(|| Command::Demo(demo::Args::default())) {
        Command::Demo(args) => demo::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Compile(args) => compile::run(&args),
        Command::Run(args) => run::run(&args),
        Command::Testbed(args) => testbed::run(&args),
        Command::Trade(args) => trade::run(&args),
        Command::Query(args) => query::run(&args),
        Command::Hdl(command) => hdl::run(&command),
        Command::Import(source) => import::run(&source),
        Command::Workload(args) => workload::run(&args),
    }
}

/// What answers are printed as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Why a command did not do what it was asked for.
#[derive(Debug)]
pub enum Failure {
    /// The input was refused, or an output could not be written.
    Refused(String),
    /// Ctrl-C; with what had been done by then.
    Interrupted(String),
    /// Nobody reads standard output any more, as behind `| head`.
    Closed,
}

impl Failure {
    /// The failure of anything that has a text. After Ctrl-C that is what any reader or writer
    /// fails for.
    pub fn of(error: impl fmt::Display) -> Failure {
        if interrupted() {
            return Failure::Interrupted(
                "nothing was finished, and what was begun is undone".into(),
            );
        }
        Failure::Refused(format!("error: {error}"))
    }

    /// Says it on standard error.
    pub fn report(&self) {
        if !matches!(self, Failure::Closed) {
            terminal::write_error(format_args!("{self}"));
        }
    }

    /// The exit code that stands for it.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Refused(_) => ExitCode::from(1),
            Failure::Interrupted(_) => ExitCode::from(130),
            Failure::Closed => ExitCode::SUCCESS,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused(text) => f.write_str(text),
            Failure::Interrupted(done) => write!(f, "interrupted: {done}"),
            Failure::Closed => Ok(()),
        }
    }
}

/// Ctrl-C sets a flag that all reading and writing looks at, so that a command ends with a summary
/// and no half-written file. Pressed again, it ends the process at once.
fn install_interrupt() {
    let handler = || {
        if interrupt::request() {
            std::process::exit(130);
        }
    };
    // Without a handler Ctrl-C still ends the process, only less politely.
    if let Err(error) = ctrlc::set_handler(handler) {
        terminal::write_error(format_args!(
            "warning: Ctrl-C will end the process without a summary: {error}"
        ));
    }
}

/// Whether Ctrl-C was pressed.
pub fn interrupted() -> bool {
    interrupt::requested()
}

/// Refuses to write over what is read.
pub fn refuse_overwriting(inputs: &[&Path], outputs: &[&Path]) -> Result<(), Failure> {
    for output in outputs {
        // What is not there yet overwrites nothing.
        let Ok(place) = output.canonicalize() else { continue };
        if let Some(input) =
            inputs.iter().find(|input| input.canonicalize().is_ok_and(|i| i == place))
        {
            let (output, input) = (output.display(), input.display());
            return Err(Failure::of(format!(
                "{output}: this would overwrite the input {input}; name another output"
            )));
        }
    }
    Ok(())
}
