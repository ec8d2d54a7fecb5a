// SPDX-License-Identifier: Apache-2.0

//! Prose in source files: Markdown, comments, and the texts that a program prints.

mod expectation;
mod line;
mod paragraph;
mod plain;
mod rust;

pub use line::Line;
pub use paragraph::Prose;

use crate::tree::SourceFile;

/// The macros and attributes of Rust whose string literals are read by people at a terminal.
const SPOKEN: [&str; 10] =
    ["say", "complain", "print", "println", "eprint", "eprintln", "command", "arg", "warn", "info"];

/// The folder whose longer string literals are all read by people: the texts of the compiler.
const COMPILER: &str = "rulec/src";

/// The prose of a file, paragraph by paragraph.
pub fn prose(file: &SourceFile) -> Vec<Prose> {
    let blocks = match file.extension() {
        "md" => vec![file.text.lines().enumerate().map(|(i, line)| (i + 1, line.into())).collect()],
        "rs" => rust::blocks(&file.text, &SPOKEN, file.is_in(COMPILER)),
        "expect" => expectation::blocks(&file.text),
        _ => plain::blocks(file),
    };
    blocks.iter().flat_map(|block| paragraph::split(block)).collect()
}
