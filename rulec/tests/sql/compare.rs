// SPDX-License-Identifier: Apache-2.0

//! Comparison of two answers to one event.

use testkit::sql::{DIFFERENCES, Difference};

/// An answer: what became of the message, and then every row of every table if it has statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The value, verdict or error.
    pub head: String,
    /// The rows, sorted.
    pub rows: Vec<String>,
}

/// The errors by their code in PostgreSQL.
const ERRORS: &[(&str, &str)] = &[
    ("22003", "overflow"),
    ("22008", "overflow"),
    ("22012", "division_by_zero"),
    ("23502", "null_violation"),
    ("23505", "duplicate_key"),
];

impl Answer {
    /// Reads a line.
    pub fn read(line: &str) -> Answer {
        let mut parts = line.split(';');
        let head = parts.next().unwrap_or_default();
        let code = head.strip_prefix("error ");
        let known = ERRORS.iter().find(|(error, _)| Some(*error) == code);
        let mut rows: Vec<String> = parts.map(str::to_owned).collect();
        rows.sort();
        Answer { head: known.map_or(head, |(_, reason)| *reason).to_owned(), rows }
    }

    /// Whether it is a value or a verdict that comes from no error.
    pub fn is_error(&self) -> bool {
        ERRORS.iter().any(|(_, reason)| *reason == self.head)
    }

    /// Whether it is an error of arithmetic.
    pub fn is_arithmetic_error(&self) -> bool {
        ["overflow", "division_by_zero"].contains(&self.head.as_str())
    }

    /// Whether it is NULL: the value, or the reason of the reject.
    pub fn is_null(&self) -> bool {
        self.head == "null"
    }
}

/// What a comparison finds.
pub enum Comparison {
    /// The answers are equal.
    Equal,
    /// They differ as listed.
    Listed(&'static Difference),
    /// They differ. It is a listed difference if PostgreSQL gives the same answer to another text.
    Different,
}

/// Compares the answer of the rule language with PostgreSQL's.
pub fn compare(ours: &Answer, theirs: &Answer) -> Comparison {
    // A key that exists is found after everything else, here and there.
    let is_early = |answer: &Answer| answer.is_error() && answer.head != "duplicate_key";
    if ours == theirs {
        Comparison::Equal
    } else if is_early(ours) && is_early(theirs) && ours.rows == theirs.rows {
        Comparison::Listed(listed("choice-of-error"))
    } else {
        Comparison::Different
    }
}

/// The difference with that name.
pub fn listed(name: &str) -> &'static Difference {
    DIFFERENCES.iter().find(|of| of.name == name).expect("a comparison uses listed differences")
}
