// SPDX-License-Identifier: Apache-2.0

//! Round trip: parsing the printed text of any tree gives the tree again.

mod exprs;
mod format;
mod items;

use exprs::{NOWHERE, expr_up_to};
use items::file;
use proptest::prelude::*;
use rulec::ast::{Attributes, Expr, File, Item, Name, Rule};
use rulec::parse::parse_text;
use rulec::print::{erase_spans, print};

fn assert_round_trip(file: &File) -> Result<(), TestCaseError> {
    let text = print(file);
    let (mut again, diagnostics) = parse_text(&text);
    let errors: Vec<String> =
        diagnostics.iter().map(|diagnostic| diagnostic.render("printed", &text, false)).collect();
    prop_assert!(errors.is_empty(), "{}", errors.join("\n"));
    erase_spans(&mut again);
    prop_assert_eq!(file, &again, "{}", text);
    prop_assert!(
        text.lines().all(|line| line.trim_end() == line || line.contains('\'')),
        "trailing spaces:\n{}",
        text
    );
    Ok(())
}

#[test]
fn a_column_called_by_is_told_from_the_word_of_a_window() {
    let table = |window: &str| format!("create table t (\n    \"by\" int\n) with ({window});\n");
    for window in ["window (by by) = 1", "window (\"by\" by by) = 1", "group (by) = 1"] {
        let (file, diagnostics) = parse_text(&table(window));
        assert!(diagnostics.is_empty(), "{window}: {diagnostics:?}");
        assert!(print(&file).contains(window), "{window}: {}", print(&file));
    }
}

/// The number of cases of a test, which `ROUND_TRIP_CASES=100000` makes the full number.
pub fn cases(few: u32) -> ProptestConfig {
    let cases = std::env::var("ROUND_TRIP_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(cases.unwrap_or(few))
}

proptest! {
    #![proptest_config(cases(5000))]

    #[test]
    fn printed_and_parsed_a_file_is_the_same(file in file()) {
        assert_round_trip(&file)?;
    }

    /// There are as few parentheses as precedence allows: without any one pair, the meaning
    /// changes.
    #[test]
    fn every_pair_of_grouping_parentheses_is_needed(condition in expr_up_to(10, 200)) {
        let file = File { items: vec![rule(condition)], has_end: false, lost: None };
        let text = print(&file);
        for (open, close) in grouping(&text) {
            let mut without = text.clone();
            without.replace_range(close..=close, " ");
            without.replace_range(open..=open, " ");
            let (mut other, _) = parse_text(&without);
            erase_spans(&mut other);
            prop_assert_ne!(&file, &other, "{} is not needed in {}", &text[open..=close], text);
        }
    }
}

fn rule(condition: Expr) -> Item {
    let name = Name { text: "r".to_owned(), span: NOWHERE };
    Item::Rule(Rule {
        warn: false,
        name,
        message: None,
        condition,
        guard: None,
        attributes: Attributes::default(),
        span: NOWHERE,
    })
}

/// The pairs of parentheses of a text without parentheses in strings.
fn grouping(text: &str) -> Vec<(usize, usize)> {
    if text.contains('\'') {
        return Vec::new();
    }
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' => pairs.extend(open.pop().map(|start| (start, at))),
            _ => {}
        }
    }
    pairs
}
