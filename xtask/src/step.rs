// SPDX-License-Identifier: Apache-2.0

//! Programs that commands run.

use crate::Failure;
use std::path::Path;
use std::process::Command;

/// The cargo that runs this program, in the root folder.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Shows a command, runs it, and waits for its end.
///
/// # Errors
/// If it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let line = line(command);
    eprintln!("$ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::of(format!("error: `{line}` failed: {status}"))),
        Err(error) => Err(Failure::of(format!("error: `{line}` cannot be started: {error}"))),
    }
}

/// A command as a shell shows it, without the folders of its program.
pub fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let parts = std::iter::once(name).chain(command.get_args());
    let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
    parts.join(" ")
}
