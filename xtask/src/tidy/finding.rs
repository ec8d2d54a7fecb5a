// SPDX-License-Identifier: Apache-2.0

//! What a check finds.

use std::fmt;

/// A place in the tree that a check does not accept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path from the root.
    pub path: String,
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong, and what to do about it.
    pub text: String,
}

impl Finding {
    /// A finding at a line of a file.
    pub(super) fn new(path: &str, line: usize, text: impl Into<String>) -> Finding {
        Finding { path: path.to_string(), line, text: text.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.text)
    }
}
