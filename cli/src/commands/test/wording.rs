// SPDX-License-Identifier: Apache-2.0

//! What a test expected and what it found, as text.

use super::expected::{expectation, is_equal};
use super::results::Problem;
use engine::executor::Cell;
use engine::program::Program;
use engine::schema::{ColumnDef, ColumnId, MessageId, RuleId, Type};
use engine::verdict::Verdict;
use files::cell::push_cell;
use files::number::push_number;
use files::verdicts::warnings;
use rulec::Report;
use rulec::suite::{Constant, Expected, Step, StepKind};

/// The greatest length of a step in a report, in characters.
const STEP_CHARACTERS_MAX: usize = 90;

/// A problem of a step.
pub fn problem(report: &Report, step: &Step, lines: Vec<String>) -> Problem {
    let (source, span) = report.sources.locate(step.span);
    let (file, line, _) = report.sources.position(step.span);
    let text = source.text.get(span.range()).unwrap_or("");
    // A step over several lines is shown as one.
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut what = words.join(" ");
    if let Some((at, _)) = what.char_indices().nth(STEP_CHARACTERS_MAX) {
        what.truncate(at);
        what.push('…');
    }
    Problem { place: (file.to_owned(), line), what, lines }
}

/// An expected verdict, as a test states it.
pub fn expected(program: &Program, expected: Expected) -> String {
    match expected {
        Expected::Accept => "accept".to_owned(),
        Expected::Reject { rule, reason } => {
            let rule = rule.map(|rule| format!(" {}", rule_name(program, rule)));
            let reason = reason.map(|reason| format!(" {reason}"));
            format!("reject{}{}", rule.unwrap_or_default(), reason.unwrap_or_default())
        }
        Expected::Warn(rule) => format!("warn {}", rule_name(program, rule)),
    }
}

/// A verdict in the same form, with its warnings and what became of its effects.
pub fn verdict(program: &Program, kind: &StepKind, verdict: &Verdict) -> String {
    let mut text = match verdict.reason {
        None => "accept".to_owned(),
        Some(reason) => match verdict.rule {
            Some(rule) => format!("reject {} {reason}", rule_name(program, rule)),
            None => format!("reject {reason}"),
        },
    };
    let message = expectation(kind).and_then(|(_, message)| message).unwrap_or(MessageId(0));
    let warned: Vec<&str> = warnings(program, message, verdict).collect();
    if !warned.is_empty() {
        text += &format!(", with warnings of {}", warned.join(", "));
    }
    if let Some(reason) = verdict.effects {
        text += &format!(", effects not done: {reason}");
    }
    text
}

fn rule_name(program: &Program, rule: RuleId) -> &str {
    program.rules.get(usize::from(rule.0)).map_or("(unknown rule)", |rule| &rule.name)
}

/// A row as lines, one for each column: those that are not as expected are marked as a difference.
pub fn row_difference(
    columns: &[ColumnDef],
    row: &[Cell<'_>],
    expected: &[(ColumnId, Constant)],
) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, (column, cell)) in columns.iter().zip(row).enumerate() {
        let wanted = expected.iter().find(|(id, _)| usize::from(id.0) == index);
        let wanted = wanted.map(|(_, value)| value).filter(|value| !is_equal(cell, value));
        let found = format!("{} = {}", column.name, cell_text(cell, column));
        match wanted {
            Some(value) => {
                lines.push(format!("- {} = {}", column.name, constant_text(value, column)));
                lines.push(format!("+ {found}"));
            }
            None => lines.push(format!("  {found}")),
        }
    }
    lines
}

/// A cell as a literal of the language.
fn cell_text(cell: &Cell<'_>, column: &ColumnDef) -> String {
    match cell {
        Cell::Null => "null".to_owned(),
        Cell::Text(text) => quoted(text),
        Cell::Number(number) => number_text(*number, column.ty),
        Cell::Sum(..) | Cell::Levels(_) | Cell::Texts(_) => {
            let mut text = String::new();
            push_cell(&mut text, cell, column);
            text
        }
    }
}

fn constant_text(constant: &Constant, column: &ColumnDef) -> String {
    match constant {
        Constant::Null => "null".to_owned(),
        Constant::Text(text) => quoted(text),
        Constant::Number(number) => number_text(*number, column.ty),
    }
}

/// A number as a literal; dates and times are in quotes.
fn number_text(number: i64, ty: Type) -> String {
    let mut text = String::new();
    push_number(&mut text, number, ty);
    if matches!(ty, Type::Date | Type::Time) { quoted(&text) } else { text }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
