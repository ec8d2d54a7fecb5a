// SPDX-License-Identifier: Apache-2.0

//! The rules of regulators and exchanges in `rules/public`: they compile without a warning, their
//! tests pass on both executors, and each names its source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use testkit::pages::Example;

/// Those that compare rows with the message, or read another table for each row.
const SCANS: [&str; 7] = [
    "aggregated_positions",
    "fund_of_funds",
    "locking_quotation",
    "offering_short_sales",
    "size_in_short_period",
    "sse_program_trading",
    "trading_ahead",
];

/// The names and the texts of the files.
fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/public");
    let entries = fs::read_dir(&folder).expect("the folder can be listed");
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    let read = |path: &Path| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(path).expect("a rule file is text"))
    };
    paths.map(|path| read(&path)).collect()
}

#[test]
fn their_tests_pass_on_both_executors() {
    let files = files();
    assert!(files.len() >= 13, "{:?}", files.keys());
    let wrong: Vec<String> =
        files.iter().filter_map(|(name, text)| Example::file(name, text).check().err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn each_names_its_source_and_has_two_tests() {
    for (name, text) in files() {
        let program = rulec::compile(&text).0.expect("it compiles");
        let sources: BTreeSet<&str> =
            program.rules.iter().filter_map(|rule| rule.attributes.source.as_deref()).collect();
        assert!(!sources.is_empty(), "{name} has no rule with a source");
        assert!(text.contains("\n/* Source: "), "{name} has no comment on its source");
        assert!(text.matches("\ntest \"").count() >= 2, "{name} has fewer than two tests");
    }
}

#[test]
fn those_that_no_aggregate_serves_are_scans() {
    let scans = |text: &str| {
        let program = rulec::compile(text).0.expect("it compiles");
        program.transactions.iter().any(|transaction| !transaction.scans.is_empty())
    };
    let files = files();
    let scanned: Vec<&str> =
        files.iter().filter(|(_, text)| scans(text)).map(|(name, _)| name.as_str()).collect();
    assert_eq!(scanned, SCANS);
}
