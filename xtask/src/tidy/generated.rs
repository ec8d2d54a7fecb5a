// SPDX-License-Identifier: Apache-2.0

//! Generated files are what their definitions make now.

use super::finding::Finding;
use crate::generated::{self, Generated, VERILOG};
use crate::tree::Tree;

/// Finds generated files that differ, and Verilog that no kernel emits.
pub fn check(tree: &Tree) -> Vec<Finding> {
    compare(tree, &generated::all())
}

fn compare(tree: &Tree, all: &[Generated]) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in all {
        let text = tree.get(&file.path).map_or("", |found| found.text.as_str());
        if text != file.text {
            let same = text.lines().zip(file.text.lines()).take_while(|(a, b)| a == b).count();
            let text = "the file differs from what it is made from; run `cargo xtask regen`";
            found.push(Finding::new(&file.path, same + 1, text));
        }
    }
    let is_known = |path: &str| all.iter().any(|file| file.path == path);
    for file in tree.files.iter().filter(|file| file.is_in(VERILOG) && !is_known(&file.path)) {
        found.push(Finding::new(&file.path, 1, "no kernel emits this file; delete it"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_are_found() {
        let tree = Tree::of(&[
            ("hdl/verilog/a.v", "1\n2\n"),
            ("hdl/verilog/b.v", "1\n"),
            ("hdl/verilog/old.v", ""),
        ]);
        let made = |name: &str, text: &str| Generated { path: name.into(), text: text.into() };
        let all = [made("hdl/verilog/a.v", "1\n3\n"), made("hdl/verilog/b.v", "1\n")];
        let found: Vec<(String, usize)> =
            compare(&tree, &all).into_iter().map(|f| (f.path, f.line)).collect();
        assert_eq!(found, [("hdl/verilog/a.v".into(), 2), ("hdl/verilog/old.v".into(), 1)]);
    }
}
