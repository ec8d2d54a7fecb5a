// SPDX-License-Identifier: Apache-2.0

//! Standard output and standard error, which may be closed or full like any other file.

use super::Failure;
use std::fmt;
use std::io::{self, Write};

/// Prints a line on standard output.
///
/// # Errors
/// [`Failure::Closed`] if the reader closed the pipe, [`Failure::Refused`] if the line cannot be
/// written.
pub fn write_out(line: fmt::Arguments<'_>) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(failure)
}

/// Prints a text on standard output as it is.
///
/// # Errors
/// Those of [`write_out`].
pub fn write_text(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(failure)
}

fn failure(error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::Refused(format!("error: cannot write to standard output: {error}")),
    }
}

/// Prints a line on standard error; an error of that is ignored, because it cannot be reported.
pub fn write_error(line: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// [`write_out`] with a format, returning its failure.
macro_rules! say {
    ($($format:tt)*) => { $crate::commands::terminal::write_out(format_args!($($format)*))? };
}

/// [`write_error`] with a format.
macro_rules! complain {
    ($($format:tt)*) => { $crate::commands::terminal::write_error(format_args!($($format)*)) };
}

pub(super) use {complain, say};
