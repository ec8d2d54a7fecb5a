// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask`: the developer commands.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match xtask::run(xtask::Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
