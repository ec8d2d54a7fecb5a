// SPDX-License-Identifier: Apache-2.0

//! One module style, and one suffix for rule files.

use super::finding::Finding;
use crate::tree::{SourceFile, Tree};
use regex::Regex;

/// Extensions under which a rule file could hide.
const OTHER_SUFFIXES: [&str; 5] = ["sql", "txt", "rule", "risk", "rg"];

/// Finds modules in another style, imports by path, and rule files with another suffix.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let import = Regex::new(r"^\s*#!?\[(?:cfg_attr\(.*)?pat[h]\s*=").expect("it is valid");
    for file in tree.with_extension("rs") {
        let folder = file.path.trim_end_matches(".rs");
        if tree.files.iter().any(|other| other.extension() == "rs" && other.is_in(folder)) {
            let text = format!("submodules are in `{folder}`; move this file to `{folder}/mod.rs`");
            found.push(Finding::new(&file.path, 1, text));
        }
        for (index, line) in file.text.lines().enumerate().filter(|(_, line)| import.is_match(line))
        {
            let text = format!("`{}` imports by path; share code in a crate", line.trim());
            found.push(Finding::new(&file.path, index + 1, text));
        }
    }
    let rule =
        Regex::new(r"(?im)^\s*(?:warn\s+)?rule\s+\w+\s*(?:on\s+\w+\s*)?\(").expect("it is valid");
    let may_be_rules = |file: &&SourceFile| OTHER_SUFFIXES.contains(&file.extension());
    for file in tree.files.iter().filter(may_be_rules).filter(|file| rule.is_match(&file.text)) {
        let text = "the file holds rules; its name must end in `.rules`";
        found.push(Finding::new(&file.path, 1, text));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_styles_are_found() {
        let path = concat!("#[pat", "h = \"../b.rs\"]\nmod b;");
        let tree = Tree::of(&[
            ("a/src/b.rs", ""),
            ("a/src/b/c.rs", ""),
            ("a/src/d/mod.rs", ""),
            ("a/src/d/e.rs", ""),
            ("a/tests/f.rs", path),
            ("rules/g.txt", "rule g (\n  true\n)"),
            ("rules/h.rules", "rule h (\n  true\n)"),
            ("i.sql", "create rule i as on insert"),
        ]);
        let found: Vec<String> = check(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(found, ["a/src/b.rs", "a/tests/f.rs", "rules/g.txt"]);
    }
}
