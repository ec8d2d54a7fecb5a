// SPDX-License-Identifier: Apache-2.0

//! Source files state their licence in the form that scanners read.

use super::finding::Finding;
use crate::tree::{SourceFile, Tree};

/// The statement.
const STATEMENT: &str = "SPDX-License-Identifier: Apache-2.0";

/// Extensions of files that have it.
const EXTENSIONS: [&str; 9] = ["rs", "sv", "v", "py", "css", "sql", "sh", "rules", "js"];

/// Finds source files that do not begin with the statement.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let has_to = |file: &&SourceFile| {
        let is_source = EXTENSIONS.contains(&file.extension()) || file.text.starts_with("#!");
        is_source && !(file.extension() == "rules" && file.is_case())
    };
    let states_it = |file: &SourceFile| {
        let mut lines = file.text.lines().skip_while(|line| line.starts_with("#!/"));
        lines.next().is_some_and(|line| line.contains(STATEMENT))
    };
    let missing = tree.files.iter().filter(has_to).filter(|file| !states_it(file));
    let text = format!("the first line is no comment with `{STATEMENT}`; add it");
    missing.map(|file| Finding::new(&file.path, 1, text.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_statements_are_found() {
        let tree = Tree::of(&[
            ("a.rs", "// SPDX-License-Identifier: Apache-2.0\n"),
            ("b.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: Apache-2.0\n"),
            ("c.sql", "select 1"),
            ("rulec/tests/cases/plan/d.rules", ""),
            ("rules/e.rules", ""),
        ]);
        let found: Vec<String> = check(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(found, ["c.sql", "rules/e.rules"]);
    }
}
