// SPDX-License-Identifier: Apache-2.0

//! Tests in rule files.

use super::expr::{doc, parenthesised};
use super::layout::{Doc, Piece, block};
use super::quoting::{name_text, quoted, rejecting_rule_text};
use crate::ast::{Assignment, Expected, Step, Test};

/// A test. Its name is always in quotes.
pub(super) fn test_doc(test: &Test) -> Doc {
    let inside = test.steps.iter().enumerate().fold(Doc::new(), |doc, (index, step)| {
        let doc = if index > 0 { doc.then(Piece::Hard) } else { doc };
        doc.join(step_doc(step).group()).append(";")
    });
    Doc::text(format!("test {} ", quoted(&test.name.text))).join(block(inside))
}

fn step_doc(step: &Step) -> Doc {
    match step {
        Step::Given { table, row, .. } => {
            Doc::text(format!("given {} ", name_text(table))).join(row_doc(row))
        }
        Step::When { message, fields, expected, .. } => {
            Doc::text(format!("when {} ", name_text(message)))
                .join(row_doc(fields))
                .then(Piece::Line)
                .append(format!("expect {}", expected_text(expected)))
        }
        Step::ExpectRow { table, row, .. } => {
            Doc::text(format!("expect {} ", name_text(table))).join(row_doc(row))
        }
        Step::ExpectEmpty { table, .. } => Doc::text(format!("expect {} empty", name_text(table))),
    }
}

fn row_doc(row: &[Assignment]) -> Doc {
    let assignment = |(column, value): &Assignment| {
        Doc::text(format!("{} = ", name_text(column))).join(doc(value).nest()).group()
    };
    parenthesised(row.iter().map(assignment).collect()).group()
}

fn expected_text(expected: &Expected) -> String {
    match expected {
        Expected::Accept => "accept".to_owned(),
        Expected::Reject { rule, reason } => {
            let rule = rule.as_ref().map(|rule| format!(" {}", rejecting_rule_text(rule)));
            let reason = reason.map(|reason| format!(" {}", reason.text()));
            format!("reject{}{}", rule.unwrap_or_default(), reason.unwrap_or_default())
        }
        Expected::Warn(rule) => format!("warn {}", name_text(rule)),
    }
}
