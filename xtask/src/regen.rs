// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask regen`: writes the generated files.

use crate::Failure;
use crate::generated::{self, VERILOG};
use crate::tree::Tree;
use std::path::Path;

/// Writes every generated file that differs, and deletes Verilog that no kernel emits.
///
/// # Errors
/// If a file cannot be read, written or deleted.
pub fn run(root: &Path) -> Result<(), Failure> {
    let tree = Tree::read(root)?;
    let all = generated::all();
    let mut changed = 0;
    for file in &all {
        let is_same = tree.get(&file.path).is_some_and(|found| found.text == file.text);
        if !is_same {
            let path = root.join(&file.path);
            std::fs::write(&path, &file.text).map_err(Failure::at(&path))?;
            println!("written: {}", file.path);
            changed += 1;
        }
    }
    let is_known = |path: &str| all.iter().any(|file| file.path == path);
    for file in tree.files.iter().filter(|file| file.is_in(VERILOG) && !is_known(&file.path)) {
        let path = root.join(&file.path);
        std::fs::remove_file(&path).map_err(Failure::at(&path))?;
        println!("deleted: {}", file.path);
        changed += 1;
    }
    println!("{} generated files, {changed} changed", all.len());
    Ok(())
}
