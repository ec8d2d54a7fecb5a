// SPDX-License-Identifier: Apache-2.0

//! Every code of a diagnostic is in a golden case, or named by another test.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What is in front of a code in the sources.
const BEFORE: [&str; 8] = [
    "Diagnostic::error(",
    "Diagnostic::warning(",
    "Diagnostic::note(",
    "fault(",
    "left_out(",
    "left(",
    "code:",
    "let code =",
];

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("a readable folder").path();
        match path.is_dir() {
            true => found.extend(files(&path, extension)),
            false if path.extension().is_some_and(|e| e == extension) => found.push(path),
            false => {}
        }
    }
    found
}

/// The text at the start, if it is a literal that can be a code: words joined by `-`, or one word.
fn code(text: &str) -> Option<&str> {
    let (code, _) = text.trim_start().strip_prefix('"')?.split_once('"')?;
    let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!code.is_empty() && code.chars().all(is_code)).then_some(code)
}

#[test]
fn every_code_is_shown_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |path: &PathBuf| fs::read_to_string(path).expect("a text file");
    let mut codes = BTreeSet::new();
    for source in files(&root.join("src"), "rs").iter().map(text) {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        for before in BEFORE {
            let found = source.split(before).skip(1).filter_map(code);
            codes.extend(found.map(str::to_owned));
        }
    }
    assert!(codes.len() > 100, "the sources are written in another way: {codes:?}");
    let shown: String =
        files(&root.join("tests"), "expect").iter().map(text).collect::<Vec<_>>().join("\n");
    let tests: String =
        files(&root.join("tests"), "rs").iter().map(text).collect::<Vec<_>>().join("\n");
    let is_shown = |code: &String| {
        shown.contains(&format!("[{code}]"))
            || tests.contains(&format!("[{code}]"))
            || tests.contains(&format!("\"{code}\""))
    };
    codes.retain(|code| !is_shown(code));
    assert!(codes.is_empty(), "no test shows these: {codes:?}");
}
