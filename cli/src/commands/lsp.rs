// SPDX-License-Identifier: Apache-2.0

//! `riskgate lsp`: a language server for editors.

use super::{Failure, interrupted};
use lsp::ServeError;

/// Serve an editor over standard input and output with the Language Server Protocol.
#[derive(clap::Args)]
pub struct Args {
    /// The transport, which is the only one; editors pass it
    #[arg(long)]
    stdio: bool,
}

/// Runs the command.
pub fn run(_: &Args) -> Result<(), Failure> {
    lsp::serve_stdio(&interrupted).map_err(|error| match error {
        ServeError::Stopped => Failure::Interrupted(error.to_string()),
        ServeError::Protocol(_)
        | ServeError::Parameters(_)
        | ServeError::Left
        | ServeError::Io(_) => Failure::of(error),
    })
}
