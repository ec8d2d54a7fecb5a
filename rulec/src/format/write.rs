// SPDX-License-Identifier: Apache-2.0

//! The text of a layout.

use super::align::SPACES;
use super::layout::{Before, Cursor, Layout};
use super::shape::{Kind, Style};

/// A line without its end.
struct Line {
    text: String,
    /// The comment at its end.
    comment: Option<String>,
    /// Whether it is in the columns of a table or message.
    is_column: bool,
}

/// The text, with LF as line ends. Empty, or ending with a line end.
pub(super) fn text(layout: &mut Layout) -> String {
    let mut lines: Vec<Line> = Vec::new();
    let mut cursor = Cursor::default();
    for at in 0..layout.shape.tokens.len() {
        let is_column = in_columns(layout, at);
        layout.advance(at, &mut cursor, &mut |before, text| match before {
            Before::Line { indent, blank } => {
                if blank {
                    lines.push(Line { text: String::new(), comment: None, is_column: false });
                }
                let text = format!("{}{text}", " ".repeat(indent));
                lines.push(Line { text, comment: None, is_column });
            }
            Before::Spaces(spaces) => {
                if let Some(line) = lines.last_mut() {
                    line.text.extend(std::iter::repeat_n(' ', spaces));
                    line.text.push_str(text);
                }
            }
            Before::Trailing => {
                if let Some(line) = lines.last_mut() {
                    line.comment = Some(text.to_owned());
                    line.is_column = is_column;
                }
            }
        });
    }
    joined(&lines)
}

/// Whether a comment before the token ends the line of a column.
fn in_columns(layout: &Layout, at: usize) -> bool {
    let place = layout.shape.places[at];
    place.is_some_and(|place| {
        let kind = layout.shape.groups[place.group].kind;
        matches!(kind, Kind::Brackets { style: Style::Columns(_), .. })
    })
}

/// The lines with their comments. Comments of columns in lines that follow one another are aligned.
fn joined(lines: &[Line]) -> String {
    let width = |line: &Line| line.text.chars().count();
    let mut text = String::new();
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let aligned = |line: &&Line| line.is_column && line.comment.is_some();
        let count = rest.iter().take_while(aligned).count().max(1);
        let widest = rest[..count].iter().map(width).max().unwrap_or(0);
        for line in &rest[..count] {
            text.push_str(&line.text);
            if let Some(comment) = &line.comment {
                let spaces = if first.is_column { widest - width(line) } else { 0 };
                text.extend(std::iter::repeat_n(' ', spaces + SPACES));
                text.push_str(comment);
            }
            text.truncate(text.trim_end_matches(' ').len());
            text.push('\n');
        }
        rest = &rest[count..];
    }
    text.truncate(text.trim_end().len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}
