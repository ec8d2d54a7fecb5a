// SPDX-License-Identifier: Apache-2.0

//! The source tree is tidy.

#[test]
fn the_tree_is_tidy() {
    let found = xtask::tidy::run(&xtask::root()).expect("the tree can be read");
    let mut text = String::new();
    for (check, findings) in &found {
        text += &format!("{check}: {} findings\n", findings.len());
        findings.iter().for_each(|finding| text += &format!("  {finding}\n"));
    }
    assert!(found.is_empty(), "`cargo xtask tidy` finds:\n{text}");
}
