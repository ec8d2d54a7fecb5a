// SPDX-License-Identifier: Apache-2.0

//! Source files have at most [`LINES_MAX`] lines.

use super::finding::Finding;
use crate::tree::{SourceFile, Tree};

/// The most lines that a source file has.
const LINES_MAX: usize = 500;

/// The wiring of the core is one function of Rust HDL; the second generation of the machine
/// replaces it.
const EXCEPTION: &str = "hdl/src/core.rs";

/// Finds files that are too long. Emitted Verilog is exempt.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let is_read = |file: &&SourceFile| {
        matches!(file.extension(), "rs" | "sv" | "py") && file.path != EXCEPTION
    };
    let mut found = Vec::new();
    for file in tree.files.iter().filter(is_read) {
        let lines = file.text.lines().count();
        if lines > LINES_MAX {
            let text = format!("the file has {lines} lines; split it, {LINES_MAX} is the most");
            found.push(Finding::new(&file.path, lines, text));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_are_found() {
        let long = "\n".repeat(501);
        let tree = Tree::of(&[
            ("a.rs", long.as_str()),
            ("b.rs", "\n"),
            ("hdl/verilog/core.v", long.as_str()),
            (EXCEPTION, long.as_str()),
        ]);
        let found: Vec<String> = check(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(found, ["a.rs"]);
    }
}
