// SPDX-License-Identifier: Apache-2.0

//! The reason why a command failed.

use std::fmt;
use std::path::Path;

/// The reason why a command failed, in words for the terminal.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure with a text.
    pub fn of(text: impl fmt::Display) -> Failure {
        Failure(text.to_string())
    }

    /// A failure to read or write a path, for use with `map_err`.
    pub fn at(path: &Path) -> impl Fn(std::io::Error) -> Failure + '_ {
        move |error| Failure(format!("error: {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
