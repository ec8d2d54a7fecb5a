// SPDX-License-Identifier: Apache-2.0

//! No file names a folder of a machine or an address of a package registry.

use super::finding::Finding;
use crate::tree::{SourceFile, Tree};
use regex::Regex;

/// Patterns and what to write instead. The brackets keep a pattern from finding itself.
const PATTERNS: [(&str, &str); 2] = [
    (
        r#"(?:^|[\s`"'(=])(?:/wor[k]/|/hom[e]/\w|/roo[t]/|/tm[p]/|fil[e]://|[A-Z]:\\\\)"#,
        "is a path of one machine; write a path in the tree or in `target`",
    ),
    (
        concat!(
            r"(?:pypi\.or[g]|pythonhosted\.or[g]|npmjs\.(?:or[g]|com)|debian\.or[g]",
            r"|proxy\.golan[g]|\bcrates\.i[o]/)"
        ),
        "is an address of a package registry; name the package",
    ),
];

/// Finds machine paths and registry addresses.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let patterns =
        PATTERNS.map(|(pattern, text)| (Regex::new(pattern).expect("it is valid"), text));
    let is_read =
        |file: &&SourceFile| !file.is_case() && !file.is_emitted() && file.name() != "Cargo.lock";
    let mut found = Vec::new();
    for file in tree.files.iter().filter(is_read) {
        for (index, line) in file.text.lines().enumerate() {
            for (pattern, text) in &patterns {
                if let Some(part) = pattern.find(line) {
                    let part = part.as_str().trim_start_matches([' ', '`', '"', '\'', '(', '=']);
                    let text = format!("`{part}` {text}");
                    found.push(Finding::new(&file.path, index + 1, text));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_addresses_are_found() {
        let lines = [
            concat!("see /ho", "me/user/x"),
            concat!("in `/tm", "p/x`"),
            concat!("fil", "e:///x"),
            concat!("https://pypi.or", "g/project/x"),
            concat!("https://crates.i", "o/crates/x"),
            concat!("target/wo", "rk/x and crates.io, ~/tm", "p/x"),
        ];
        let tree = Tree::of(&[("a.md", lines.join("\n").as_str())]);
        let found: Vec<usize> = check(&tree).iter().map(|finding| finding.line).collect();
        assert_eq!(found, [1, 2, 3, 4, 5]);
    }
}
