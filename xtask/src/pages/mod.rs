// SPDX-License-Identifier: Apache-2.0

//! Pages of the book that are made from definitions.

mod machine_reference;
mod reasons;

pub use machine_reference::machine_reference;
pub use reasons::reasons;

/// The first line of each page.
const NOTE: &str =
    "<!-- Made from the definitions in `engine` by `cargo xtask regen`; see xtask/src/pages. -->";

/// Text inside a table cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").trim().to_string()
}
