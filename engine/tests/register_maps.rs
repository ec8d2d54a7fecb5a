// SPDX-License-Identifier: Apache-2.0

//! The tables of registers in the documentation match the register maps.
//!
//! `UPDATE_EXPECT=1 cargo test -p engine --test register_maps` rewrites them.

use engine::registers::Register;
use engine::{registers, shell};
use std::path::{Path, PathBuf};

/// The first cells of a register's row in the documentation.
fn row_start(register: &Register) -> String {
    format!("| `0x{:03x}` | `{}` |", register.offset, register.name)
}

/// The page of the documentation that has a map, by the first row of the map.
fn page_with(first: &Register) -> (PathBuf, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src");
    let files = std::fs::read_dir(folder).expect("the documentation exists");
    files
        .map(|file| file.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| (path.clone(), std::fs::read_to_string(path).expect("the page is text")))
        .find(|(_, page)| page.contains(&row_start(first)))
        .expect("a page of the documentation has the map")
}

/// Checks that the documentation contains a table of registers, or rewrites the table.
fn check(registers: &[Register], table: &str) {
    let (path, page) = page_with(&registers[0]);
    if page.contains(table) {
        return;
    }
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    assert!(update, "{} needs this table:\n{table}", path.display());
    let rows: Vec<&str> = table.lines().collect();
    let is_row = |line: &&str| line.starts_with("| `0x");
    let (before, rest) = page.split_at(page.find(&row_start(&registers[0])).expect("it has it"));
    let after: Vec<&str> = rest.lines().skip_while(is_row).collect();
    let page = format!("{before}{}", [&rows[2..], &after, &[""]].concat().join("\n"));
    std::fs::write(path, page).expect("the page can be written");
}

#[test]
fn the_documentation_has_the_map_of_the_engine() {
    check(registers::REGISTERS, &registers::table());
}

#[test]
fn the_documentation_has_the_map_of_the_shell() {
    check(shell::REGISTERS, &shell::table());
}
