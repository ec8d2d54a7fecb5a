// SPDX-License-Identifier: Apache-2.0

//! Scenarios as text: rows to begin with, messages with their expected verdicts, and what tables
//! hold in between.
//!
//! ```text
//! # a comment
//! row account_info 1,1000,1000                      a row at the start, cells in column order
//! trade_order 1,1,A,0,10,5,0 => accept              a message, fields in the order of their declaration
//! trade_order 1,1,A,0,10,5,0 => duplicate_key       rejected, by no rule
//! trade_order 2,1,A,0,999,5,0 => funds false        rejected, by this rule
//! table account_info 1,950,1000                     all rows that the table holds now, in key order
//! ```

use super::files::value_of;
use super::{Event, Oracle, Verdict, kind, table_def};
use rusqlite::types::Value;

/// A line of a scenario.
pub enum Step {
    /// A row at the start.
    Row { table: &'static str, values: Vec<Value> },
    /// A message and its expected verdict.
    Message { event: Event, expected: Verdict },
    /// Rows that a table holds, separated by blanks.
    Table { table: &'static str, rows: String },
}

/// Reads a scenario; every step comes with the number of its line.
pub fn parse(text: &str) -> Vec<(usize, Step)> {
    let lines = text.lines().enumerate().map(|(i, line)| (i + 1, line.trim()));
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(i, line)| (i, step(line)))
        .collect()
}

fn step(line: &str) -> Step {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let values = |columns: &[&str], text: &str| {
        let cells: Vec<&str> = text.trim().split(',').collect();
        assert_eq!(cells.len(), columns.len(), "cells of `{line}`");
        columns
            .iter()
            .zip(cells)
            .map(|(column, cell)| value_of(column, cell))
            .collect::<Vec<Value>>()
    };
    match word {
        "row" | "table" => {
            let (name, cells) = rest.split_once(' ').unwrap_or((rest, ""));
            let (table, columns, _) = *table_def(name);
            if word == "row" {
                return Step::Row { table, values: values(columns, cells) };
            }
            Step::Table { table, rows: cells.trim().to_owned() }
        }
        message => {
            let (fields, expected) =
                rest.split_once("=>").expect("a message has an expected verdict");
            let event = Event::new(message, values(kind(message).fields, fields));
            let words: Vec<&str> = expected.split_whitespace().collect();
            let (rule, reason) = match words[..] {
                ["accept"] => ("", ""),
                [reason] => ("", reason),
                [rule, reason] => (rule, reason),
                _ => panic!("no verdict: {expected}"),
            };
            Step::Message { event, expected: Verdict { rule: rule.into(), reason: reason.into() } }
        }
    }
}

/// The oracle with the rows that a scenario begins with.
pub fn opening(steps: &[(usize, Step)]) -> Oracle {
    let mut oracle = Oracle::new();
    for (line, step) in steps {
        if let Step::Row { table, values } = step {
            oracle.load(table, values).unwrap_or_else(|reason| panic!("line {line}: {reason}"));
        }
    }
    oracle
}

/// Plays a scenario on the oracle and asserts what it expects; `name` is for the messages.
pub fn play(name: &str, steps: &[(usize, Step)]) {
    let mut oracle = opening(steps);
    for (line, step) in steps {
        match step {
            Step::Row { .. } => {}
            Step::Message { event, expected } => {
                let verdict = oracle.apply(event);
                assert_eq!(
                    verdict.to_string(),
                    expected.to_string(),
                    "{name}, line {line}: {event:?}"
                );
            }
            Step::Table { table, rows } => {
                let held: Vec<String> =
                    oracle.rows(table).iter().map(|row| row.join(",")).collect();
                assert_eq!(held.join(" "), *rows, "{name}, line {line}: `{table}`");
            }
        }
    }
}

/// The messages of a scenario.
pub fn events(steps: &[(usize, Step)]) -> Vec<Event> {
    let message = |(_, step): &(usize, Step)| match step {
        Step::Message { event, .. } => Some(event.clone()),
        _ => None,
    };
    steps.iter().filter_map(message).collect()
}
