// SPDX-License-Identifier: Apache-2.0

//! The documents that a client has open.

use crate::positions::{Encoding, Lines};
use lsp_types::{TextDocumentContentChangeEvent, Uri};
use std::path::PathBuf;

/// A document that is open: its text is the client's, whatever the file on the disk has.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name by which the client knows it.
    pub uri: Uri,
    /// The version that the client gave it.
    pub version: i32,
    /// The text.
    pub text: String,
    /// The rule file that it is checked with: itself, or one that includes it.
    pub root: PathBuf,
}

impl Document {
    /// Applies changes in their order. One without a range replaces the text.
    pub fn change(&mut self, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        for change in changes {
            let Some(range) = change.range else {
                self.text = change.text;
                continue;
            };
            let lines = Lines::of(&self.text);
            let start = lines.offset(&self.text, range.start, encoding);
            let end = lines.offset(&self.text, range.end, encoding).max(start);
            self.text.replace_range(start..end, &change.text);
        }
    }
}
