// SPDX-License-Identifier: Apache-2.0

//! The developer commands of Riskgate, one module a command.
//!
//! [`tidy`] checks what the compiler cannot, and is a test of the test command. [`regen`] writes
//! the files that are made from definitions. [`ci`] runs everything that continuous integration
//! runs.

pub mod ci;
pub mod cocotb;
pub mod coverage;
pub mod docs;
pub mod editor;
pub mod failure;
pub mod generated;
pub mod lint;
pub mod markdown;
pub mod pages;
pub mod postgres;
pub mod prove;
pub mod regen;
pub mod scan;
pub mod step;
pub mod tidy;
pub mod tree;

pub use failure::Failure;

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};

/// The developer commands of Riskgate.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the files that are made from definitions: the Verilog and pages of the book
    Regen,
    /// Check what the compiler cannot: line widths, wording, links, commands in the docs, and more
    Tidy(tidy::Args),
    /// Run clippy, the format check and cargo-deny
    Lint,
    /// Build the API documentation and the book; a warning is an error
    Docs,
    /// Prove statements about kernels, see hdl/formal
    Prove(prove::Args),
    /// Measure which lines of the core's Verilog the tests reach
    Coverage(coverage::Args),
    /// Drive the top with cocotb and the AXI models of cocotbext-axi in Icarus Verilog
    Cocotb(cocotb::Args),
    /// Test the extension for VS Code and pack it as target/riskgate-VERSION.vsix
    Extension,
    /// Run everything that continuous integration runs, and show where the time went
    Ci,
}

/// Runs a command.
///
/// # Errors
/// What failed, in words for the terminal.
pub fn run(cli: Cli) -> Result<(), Failure> {
    let root = root();
    match cli.command {
        Command::Regen => regen::run(&root),
        Command::Tidy(args) => tidy::command(&root, &args),
        Command::Lint => lint::run(&root),
        Command::Docs => docs::run(&root),
        Command::Prove(args) => prove::run(&args),
        Command::Coverage(args) => coverage::run(&root, &args),
        Command::Cocotb(args) => cocotb::run(&args),
        Command::Extension => editor::run(&root),
        Command::Ci => ci::run(&root),
    }
}

/// The root folder of the workspace.
pub fn root() -> PathBuf {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate_folder.parent().unwrap_or(crate_folder).to_owned()
}
