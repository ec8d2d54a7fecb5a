// SPDX-License-Identifier: Apache-2.0

//! The failure of a command and its exit code.

use files::interrupt;
use std::fmt;
use std::process::ExitCode;

/// Why a command did not complete.
#[derive(Debug)]
pub enum Failure {
    /// The input was refused, or an output could not be written.
    Refused(String),
    /// Ctrl-C was pressed; the text says what was done before.
    Interrupted(String),
    /// A defect of riskgate, which was found before it did harm.
    Defect(String),
    /// The reader of standard output closed it, as `| head` does.
    Closed,
}

impl Failure {
    /// The failure for an error. After Ctrl-C every reader and writer fails, so the failure is then
    /// an interruption.
    pub fn of(error: impl fmt::Display) -> Failure {
        if interrupt::requested() {
            return Failure::Interrupted("no output file was completed".into());
        }
        Failure::Refused(format!("error: {error}"))
    }

    /// The exit code of the process.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Refused(_) => ExitCode::from(1),
            Failure::Interrupted(_) => ExitCode::from(130),
            Failure::Defect(_) => ExitCode::from(101),
            Failure::Closed => ExitCode::SUCCESS,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused(text) | Failure::Defect(text) => f.write_str(text),
            Failure::Interrupted(done) => write!(f, "interrupted: {done}"),
            Failure::Closed => Ok(()),
        }
    }
}
