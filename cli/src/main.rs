// SPDX-License-Identifier: Apache-2.0

//! The command line. Without arguments, `riskgate` runs `riskgate demo`.

mod commands;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = commands::Cli::parse();
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            commands::report(&failure);
            failure.exit_code()
        }
    }
}
