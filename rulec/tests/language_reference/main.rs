// SPDX-License-Identifier: Apache-2.0

//! The pages of the language reference: every example compiles as the page says, its tests pass on
//! both executors, and every construct of the language has an example.

mod constructs;
mod seen;

use rulec::ast::{ExprKind, File, Item};
use rulec::lex::{Keyword, Symbol};
use rulec::parse::parse_text;
use seen::Seen;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use testkit::pages::{Example, Expected, examples};

/// Words that are reserved because PostgreSQL's clauses begin with them.
const RESERVED: &[&str] = &[
    "except",
    "full",
    "having",
    "intersect",
    "left",
    "natural",
    "offset",
    "returning",
    "right",
    "union",
];

/// The pages of the language reference with their texts.
fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src");
    let files = fs::read_dir(&folder).expect("the folder of the book can be listed");
    let mut pages: Vec<(String, String)> = files
        .map(|entry| entry.expect("the folder can be listed"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .filter(|(name, _)| name.starts_with("language") && name.ends_with(".md"))
        .map(|(name, path)| (name, fs::read_to_string(path).expect("the page is text")))
        .collect();
    pages.sort();
    assert!(!pages.is_empty(), "there is a language reference");
    pages
}

fn all_examples() -> Vec<Example> {
    pages().iter().flat_map(|(name, text)| examples(name, text)).collect()
}

#[test]
fn examples_do_what_their_page_says() {
    let examples = all_examples();
    let wrong: Vec<String> = examples.iter().filter_map(|example| example.check().err()).collect();
    println!("{} examples", examples.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), examples.len(), wrong.join("\n\n"));
}

/// The constructs of the examples that are accepted, and of those that are refused.
fn seen() -> (Seen, Seen) {
    let (mut accepted, mut refused) = (Seen::default(), Seen::default());
    for example in all_examples() {
        let found = match example.expected {
            Expected::Accepted | Expected::Value(_) => &mut accepted,
            Expected::Refused => &mut refused,
        };
        found.text(&example.text);
        let (file, _) = parse_text(&example.text);
        match example.expected {
            Expected::Value(_) => found.expr(shown(&file)),
            Expected::Accepted | Expected::Refused => found.file(&file),
        }
        example.files.values().for_each(|text| found.file(&parse_text(text).0));
    }
    (accepted, refused)
}

/// The expression that a page shows, in the rule that compares it.
fn shown(file: &File) -> &rulec::ast::Expr {
    let Some(Item::Rule(rule)) = file.items.last() else { panic!("the rule is last: {file:?}") };
    match &rule.condition.kind {
        ExprKind::IsDistinct { left, .. } => left,
        ExprKind::IsNull { operand, .. } => operand,
        other => panic!("the rule compares: {other:?}"),
    }
}

/// All constructs.
fn constructs() -> BTreeSet<String> {
    let named = [constructs::KINDS, constructs::PARTS, constructs::OTHERS].concat();
    let prefixed = |prefix: &'static str| move |name: &str| format!("{prefix} {name}");
    let keywords = Keyword::ALL.iter().map(|(text, _)| *text);
    named
        .into_iter()
        .map(str::to_owned)
        .chain(constructs::TYPES.iter().copied().map(prefixed("type")))
        .chain(rulec::resolve::function_names().map(prefixed("function")))
        .chain(keywords.map(prefixed("keyword")))
        .chain(Symbol::ALL.iter().map(|(text, _)| *text).map(prefixed("symbol")))
        .collect()
}

#[test]
fn every_construct_has_an_example() {
    let (accepted, refused) = seen();
    let reserved: BTreeSet<String> = RESERVED.iter().map(|w| format!("keyword {w}")).collect();
    let absent: Vec<String> = constructs()
        .into_iter()
        .filter(|name| match reserved.contains(name) {
            true => !refused.names.contains(name),
            false => !accepted.names.contains(name),
        })
        .collect();
    assert!(absent.is_empty(), "constructs without an example: {absent:#?}");
}
