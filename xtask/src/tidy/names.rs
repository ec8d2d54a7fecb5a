// SPDX-License-Identifier: Apache-2.0

//! Modules have names that say what they hold.

use super::finding::Finding;
use crate::tree::Tree;

/// Names that no module has, and an example of a better one.
const BANNED: [(&str, &str); 7] = [
    ("aside", "stdout_redirect"),
    ("sweep", "rule_sets"),
    ("touch", "prefetch"),
    ("turn", "transpose"),
    ("upset", "bit_flip"),
    ("walk", "queries"),
    ("words", "messages"),
];

/// The check of this name is about words, which its module may be called after.
const EXCEPTION: &str = "xtask/src/tidy/words.rs";

/// Finds modules with banned names.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.with_extension("rs").filter(|file| file.path != EXCEPTION) {
        let name = match file.name() {
            "mod.rs" => file.folder().rsplit('/').next().unwrap_or_default(),
            name => name.trim_end_matches(".rs"),
        };
        if let Some((_, example)) = BANNED.iter().find(|(banned, _)| *banned == name) {
            let text =
                format!("the module name `{name}` is banned; say what it holds, as `{example}`");
            found.push(Finding::new(&file.path, 1, text));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders_are_found() {
        let tree =
            Tree::of(&[("a/src/touch.rs", ""), ("a/src/walk/mod.rs", ""), ("a/src/b.rs", "")]);
        assert_eq!(check(&tree).len(), 2);
    }
}
