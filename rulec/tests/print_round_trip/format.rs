// SPDX-License-Identifier: Apache-2.0

//! The formatter: it changes white space alone, keeps every comment, and formats its own text to
//! itself.

use crate::cases;
use crate::items::file;
use proptest::prelude::*;
use rulec::ast::File;
use rulec::diagnostic::Severity;
use rulec::format::{comments, format};
use rulec::lex::lex;
use rulec::parse::parse_text;
use rulec::print::{erase_spans, print};
use std::path::{Path, PathBuf};

/// Comments, as they are after formatting.
const COMMENTS: &[&str] = &[
    "--",
    "-- one",
    "-- it's \"here\", at (1",
    "-- /* open",
    "-- a comment that is so long that no line of eighty or a hundred columns has room for it",
    "/**/",
    "/* two */",
    "/* -- */",
    "/* one /* in /* another */ */ */",
    "/* of\n   two lines */",
    "/*\n\n  账户 ' ;\n*/",
];
/// White space between tokens.
const SPACES: &[&str] = &[" ", " ", "  ", "\t", "\n", "\n    ", "\n\n", "\n \n\n\n"];

/// A sequence of numbers that a seed gives.
struct Numbers(u64);

impl Numbers {
    /// The next number, which is less than `bound`.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((self.0 >> 33) % bound as u64) as usize
    }
}

/// The text with other white space, and with comments at one of `rarity` token boundaries; none for
/// 0. Also returns the comments.
fn scattered(text: &str, seed: u64, rarity: usize) -> (String, Vec<String>) {
    let mut numbers = Numbers(seed);
    let (mut scattered, mut inserted) = (String::new(), Vec::new());
    let one_line = numbers.below(4) == 0;
    let (tokens, errors) = lex(text);
    assert!(errors.is_empty(), "{text}");
    let mut end = 0;
    for token in &tokens {
        let was_apart = token.span.start as usize > end || token.span.start == token.span.end;
        let mut is_apart = false;
        while rarity > 0 && numbers.below(rarity) == 0 {
            let comment = COMMENTS[numbers.below(COMMENTS.len())];
            // Without the space, a `-` or `/` and the comment would be another comment.
            scattered.push_str(SPACES[numbers.below(SPACES.len())]);
            scattered.push_str(comment);
            inserted.push(comment.to_owned());
            if comment.starts_with("--") {
                scattered.push_str(["\n", "  \n"][numbers.below(2)]);
            }
            is_apart = true;
        }
        if was_apart && !is_apart || numbers.below(3) == 0 {
            let space = if one_line { " " } else { SPACES[numbers.below(SPACES.len())] };
            scattered.push_str(space);
        }
        scattered.push_str(&text[token.span.range()]);
        end = token.span.end as usize;
    }
    (scattered, inserted)
}

fn parses(text: &str) -> bool {
    let (_, diagnostics) = parse_text(text);
    diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error)
}

fn erased(text: &str) -> File {
    assert!(parses(text), "{text}");
    let (mut file, _) = parse_text(text);
    erase_spans(&mut file);
    file
}

/// What holds of every text that can be parsed. Returns the formatted text.
fn check(text: &str) -> String {
    let formatted = format(text).unwrap_or_else(|error| panic!("{error:?}:\n{text}"));
    let again = format(&formatted).unwrap_or_else(|error| panic!("{error:?}:\n{formatted}"));
    assert_eq!(formatted, again, "formatted twice, it is another text. It was:\n{text}");
    assert_eq!(erased(text), erased(&formatted), "{formatted}");
    assert_eq!(comments(text), comments(&formatted), "{formatted}");
    assert!(!formatted.contains("\n\n\n") || text.contains("/*"), "blank lines:\n{formatted}");
    assert!(formatted.is_empty() || formatted.ends_with('\n') && !formatted.ends_with("\n\n"));
    formatted
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn formatted_a_file_is_the_same_but_for_white_space(
        file in file(), seed in any::<u64>(), rarity in prop_oneof![1 => Just(0), 4 => 2..12_usize],
    ) {
        let (text, inserted) = scattered(&print(&file), seed, rarity);
        let formatted = check(&text);
        prop_assert_eq!(comments(&formatted), inserted, "{}", formatted);
        prop_assert_eq!(file, erased(&formatted), "{}", formatted);
    }
}

/// All rule files of the project.
fn rule_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    for entry in entries.map(|entry| entry.expect("the folder can be read")) {
        let (path, name) = (entry.path(), entry.file_name());
        let skipped = name == "target" || name.to_string_lossy().starts_with('.');
        if path.is_dir() && !skipped {
            rule_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rules") {
            found.push(path);
        }
    }
}

#[test]
fn every_rule_file_of_the_project_that_parses_is_formatted() {
    let mut files = Vec::new();
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    rule_files(&project, &mut files);
    let mut formatted = 0;
    for path in &files {
        let text = std::fs::read_to_string(path).expect("it can be read");
        if !parses(&text) {
            continue;
        }
        formatted += 1;
        check(&text);
        for seed in 0..2 {
            let (scattered, inserted) = scattered(&text, seed, 3);
            assert_eq!(comments(&check(&scattered)), inserted, "{}", path.display());
        }
    }
    assert!(formatted > files.len() / 2, "{formatted} of {}", files.len());
}

#[test]
fn the_rule_files_for_readers_are_formatted() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let frozen = project.join("scenarios/broker-0.1.0/scenario.rules");
    let frozen = std::fs::read_to_string(frozen).expect("it can be read");
    for folder in ["rules", "scenarios", "docs"] {
        let mut files = Vec::new();
        rule_files(&project.join(folder), &mut files);
        // The rules of an earlier release, of which there is a copy, never change.
        files.retain(|path| std::fs::read_to_string(path).expect("it can be read") != frozen);
        assert!(!files.is_empty(), "{folder}");
        for path in files {
            let text = std::fs::read_to_string(&path).expect("it can be read");
            let formatted = format(&text).expect("it can be parsed");
            assert!(text == formatted, "run `riskgate fmt {}`", path.display());
        }
    }
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let formatted = |text: &str| format(text).expect("it can be parsed");
    let text = "\u{feff}rule a(m.x>0)\r\n/* of\r\n two lines */\r\n\r\n\r\nrule b(m.x>1)";
    let expected = "\u{feff}rule a (m.x > 0)\r\n/* of\r\n two lines */\r\n\r\nrule b (m.x > 1)\r\n";
    assert_eq!(formatted(text), expected);
    assert_eq!(formatted(expected), expected);
    assert_eq!(formatted("-- a\rrule a (m.x > 0)"), "-- a\nrule a (m.x > 0)\n");
    assert_eq!(formatted(""), "");
    assert_eq!(formatted(" \n"), "");
    assert_eq!(formatted("\n\n-- a  \n\n\n-- b"), "-- a\n\n-- b\n");
}

/// A long line takes no more than a few passes over it.
#[test]
fn a_large_list_is_formatted() {
    let elements = vec!["1"; 100_000].join(",");
    let text = format!("rule r (m.a in ({elements}) or m.b)");
    let formatted = format(&text).expect("it can be parsed");
    assert!(formatted.lines().all(|line| line.chars().count() <= 100));
    assert_eq!(format(&formatted).expect("it can be parsed"), formatted);
    let marks = ";".repeat(200_000);
    assert!(format(&format!("rule r (m.a > 0){marks}")).is_ok());
}
