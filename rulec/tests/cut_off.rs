// SPDX-License-Identifier: Apache-2.0

//! A rule file that was cut off after any line is refused or warned about, unless nothing but
//! blocks at its end are lost.

use rulec::diagnostic::Severity;

const BROKER: &str = include_str!("../../rules/broker.rules");

/// The worst severity of the first `lines` lines of a text.
fn worst(text: &str, lines: usize) -> Option<Severity> {
    let cut: String = text.split_inclusive('\n').take(lines).collect();
    rulec::compile(&cut).1.into_iter().map(|diagnostic| diagnostic.severity).min()
}

/// The line of the last rule of a text, counted from 1.
fn last_rule(text: &str) -> usize {
    let numbered = text.lines().enumerate();
    let last = numbered.filter(|(_, line)| line.starts_with("rule ")).last();
    1 + last.expect("a rule").0
}

#[test]
fn a_file_that_loses_a_rule_is_not_silently_accepted() {
    let lines = BROKER.lines().count();
    assert_eq!(worst(BROKER, lines), None, "the whole file has no warnings");
    let silent: Vec<usize> = (1..lines)
        .filter(|cut| !matches!(worst(BROKER, *cut), Some(Severity::Error | Severity::Warning)))
        .collect();
    let last = last_rule(BROKER);
    // The rules before the last one belong to other messages, which would have none.
    assert!(silent.iter().all(|cut| *cut > last), "silent after lines {silent:?}, rule at {last}");
}

#[test]
fn a_closing_end_says_that_a_file_is_complete() {
    let tables = "create table t (a int primary key);\ncreate message m (a int not null);\n";
    assert_eq!(worst(&format!("{tables}rule r (m.a > 0);\n"), 3), Some(Severity::Warning));
    assert_eq!(worst(&format!("{tables}rule r (m.a > 0);\nend;\n"), 4), None);
}
