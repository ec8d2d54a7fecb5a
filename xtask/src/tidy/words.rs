// SPDX-License-Identifier: Apache-2.0

//! No banned words in documents, comments, help texts and log lines.

use super::banned::{BANNED, Banned};
use super::finding::Finding;
use crate::scan;
use crate::tree::{SourceFile, Tree};
use regex::{Regex, RegexBuilder};

/// Finds banned words. Cases of the compiler's tests and scenarios are data, except the texts of
/// the diagnostics that they expect.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let patterns = Pattern::all();
    let mut found = Vec::new();
    let is_read = |file: &&SourceFile| !file.is_case() || file.extension() == "expect";
    for file in tree.files.iter().filter(is_read) {
        for prose in scan::prose(file) {
            for pattern in &patterns {
                for (start, words) in pattern.find(&prose.masked) {
                    let text = format!("\"{words}\": say {}", pattern.instead);
                    found.push(Finding::new(&file.path, prose.line(start), text));
                }
            }
        }
    }
    found
}

/// A row of the table, compiled.
struct Pattern {
    banned: Regex,
    except: Option<Regex>,
    instead: &'static str,
}

impl Pattern {
    fn all() -> Vec<Pattern> {
        BANNED.iter().map(Pattern::of).collect()
    }

    fn of(banned: &Banned) -> Pattern {
        let compiled = |pattern: &str| {
            let mut builder = RegexBuilder::new(&format!(r"\b(?:{pattern})\b"));
            builder.case_insensitive(true).build().expect("the pattern is valid")
        };
        let except = (!banned.except.is_empty()).then(|| compiled(banned.except));
        Pattern { banned: compiled(banned.pattern), except, instead: banned.instead }
    }

    /// Where the pattern is in a text, outside its exceptions.
    fn find<'a>(&self, text: &'a str) -> Vec<(usize, &'a str)> {
        let excused: Vec<_> =
            self.except.iter().flat_map(|except| except.find_iter(text)).collect();
        let is_excused = |found: &regex::Match<'_>| {
            excused.iter().any(|e| e.start() <= found.start() && found.end() <= e.end())
        };
        let found = self.banned.find_iter(text).filter(|found| !is_excused(found));
        found.map(|found| (found.start(), found.as_str())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pattern_finds_its_sentence_and_leaves_the_other() {
        let found = |sentence: &str| check(&Tree::of(&[("a.md", sentence)]));
        for banned in BANNED {
            let is_found = found(banned.finds).iter().any(|f| f.text.ends_with(banned.instead));
            assert!(is_found, "not found in: {}", banned.finds);
            assert_eq!(found(banned.leaves), [], "in: {}", banned.leaves);
        }
    }

    #[test]
    fn words_are_found_across_lines_and_not_in_code() {
        let tree = Tree::of(&[("a.md", "It is known all\nthe same.\n"), ("b.md", "`anew()`\n")]);
        let found = check(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].path.as_str(), found[0].line), ("a.md", 1));
    }

    #[test]
    fn diagnostics_of_the_compiler_are_read() {
        let found = |path: &str, text: &str| check(&Tree::of(&[(path, text)])).len();
        let text = "fn f() { help(\"whoever reads `nobody`\") }";
        assert_eq!(found("rulec/src/a.rs", text), 1);
        assert_eq!(found("engine/src/a.rs", text), 0);
        let expected = "error[a]: whoever\n1 | nobody\n  = help: nobody\n";
        assert_eq!(found("rulec/tests/cases/error/a.expect", expected), 2);
        assert_eq!(found("rulec/tests/cases/error/a.rules", "-- nobody"), 0);
    }

    #[test]
    fn comments_help_and_log_lines_are_read_and_other_literals_are_not() {
        let found = |text: &str| check(&Tree::of(&[("a.rs", text)])).len();
        assert_eq!(found("// whoever\n/// nobody\nfn f() {}"), 2);
        assert_eq!(found("fn f() { say!(\"whoever\"); Error::of(\"whoever\") }"), 1);
        assert_eq!(found("#[command(about = \"whoever\")] struct Args;"), 1);
    }
}
