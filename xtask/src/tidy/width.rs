// SPDX-License-Identifier: Apache-2.0

//! Lines have at most [`COLUMNS_MAX`] columns.

use super::finding::Finding;
use crate::tree::{SourceFile, Tree};

/// The most characters that a line has.
const COLUMNS_MAX: usize = 100;

/// The extensions of files whose lines are counted, beside Markdown.
const EXTENSIONS: [&str; 9] = ["rs", "sv", "py", "sh", "sql", "css", "rules", "toml", "js"];

/// Finds lines that are too long.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let is_code =
        |file: &&SourceFile| EXTENSIONS.contains(&file.extension()) || file.text.starts_with("#!");
    let mut found = Vec::new();
    for file in tree.files.iter().filter(is_code).filter(|file| !file.is_case()) {
        find(file, code_lines(&file.text), &mut found);
    }
    for file in tree.with_extension("md") {
        find(file, markdown_lines(&file.text), &mut found);
    }
    found
}

fn find<'a>(
    file: &SourceFile,
    lines: impl Iterator<Item = (&'a str, bool)>,
    found: &mut Vec<Finding>,
) {
    for (index, (line, is_exempt)) in lines.enumerate() {
        let columns = line.chars().count();
        if columns > COLUMNS_MAX && !is_exempt {
            let text = format!("the line has {columns} columns; break it at {COLUMNS_MAX}");
            found.push(Finding::new(&file.path, index + 1, text));
        }
    }
}

/// The lines of a source file, each with whether it may be long: links that are alone in a comment,
/// and what a test expects in a raw string of several lines.
fn code_lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut in_raw_string = false;
    text.lines().map(move |line| {
        let starts_inside = in_raw_string;
        let opened = line.rfind("r#\"");
        let closed = line.rfind("\"#");
        in_raw_string = match (opened, closed) {
            (None, None) => starts_inside,
            (opened, closed) => opened.map(|at| at + 1) > closed,
        };
        let is_link = is_link_only(line.trim_start_matches(['/', '!', '#', ' ']));
        (line, starts_inside || is_link)
    })
}

/// The lines of Markdown, each with whether it may be long: rows of tables, what a program printed,
/// pictures and links that are alone on their line.
fn markdown_lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut fence: Option<&str> = None;
    text.lines().map(move |line| {
        let trimmed = line.trim_start();
        if let Some(language) = trimmed.strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(language) };
            return (line, false);
        }
        match fence {
            Some(language) => (line, matches!(language, "" | "text" | "csv" | "json" | "verilog")),
            None => (line, trimmed.starts_with('|') || is_link_only(trimmed)),
        }
    })
}

/// Whether a line holds nothing but an address, a picture, a link or the definition of one.
fn is_link_only(trimmed: &str) -> bool {
    let trimmed = trimmed.trim_start_matches(['*', '-', ' ', '!']).trim_end_matches(['.', ',']);
    let is_address = trimmed.starts_with("http") && !trimmed.contains(' ');
    let is_link = trimmed.starts_with('[') && trimmed.ends_with(')') && trimmed.contains("](");
    let is_definition = trimmed.starts_with('[') && trimmed.contains("]: ");
    is_address || is_link || is_definition
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&Tree::of(&[(path, text)])).iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn long_lines_are_found_by_characters() {
        let long = "x".repeat(101);
        let wide = "é".repeat(100);
        assert_eq!(lines("a.rs", &format!("{wide}\n{long}\n")), [2]);
        assert!(lines("hdl/verilog/a.v", &long).is_empty());
        assert!(lines("rulec/tests/cases/plan/a.rules", &long).is_empty());
    }

    #[test]
    fn raw_strings_of_several_lines_may_be_long() {
        let long = "x".repeat(101);
        let raw = format!("let a = r#\"\n{long}\n\"#;\n{long}\n");
        assert_eq!(lines("a.rs", &raw), [4]);
        assert_eq!(lines("a.rs", &format!("let a = r#\"a\"#;\n{long}\n")), [2]);
    }

    #[test]
    fn tables_output_and_links_in_markdown_may_be_long() {
        let long = "x ".repeat(60);
        let text = format!("| {long} |\n\n```text\n{long}\n```\n[{long}](a.md)\n{long}\n");
        assert_eq!(lines("a.md", &text), [7]);
        assert_eq!(lines("a.md", &format!("```sh\n{long}\n```\n")), [2]);
    }
}
