// SPDX-License-Identifier: Apache-2.0

//! The text of a layout.

use super::align::SPACES;
use super::layout::{Before, Cursor, Layout};

/// A line without its end.
struct Line {
    text: String,
    /// The comment at its end.
    comment: Option<String>,
}

/// The text, with LF as line ends. Empty, or ending with a line end.
pub(super) fn text(layout: &mut Layout) -> String {
    let mut lines: Vec<Line> = Vec::new();
    let mut cursor = Cursor::default();
    for at in 0..layout.shape.tokens.len() {
        layout.advance(at, &mut cursor, &mut |before, text| match before {
            Before::Line { indent, blank } => {
                if blank {
                    lines.push(Line { text: String::new(), comment: None });
                }
                let text = format!("{}{text}", " ".repeat(indent));
                lines.push(Line { text, comment: None });
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
                }
            }
        });
    }
    joined(&lines)
}

/// The lines with their comments. Comments in lines that follow one another are aligned.
fn joined(lines: &[Line]) -> String {
    let width = |line: &Line| line.text.chars().count();
    let mut text = String::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let count = rest.iter().take_while(|line| line.comment.is_some()).count().max(1);
        let widest = rest[..count].iter().map(width).max().unwrap_or(0);
        for line in &rest[..count] {
            text.push_str(&line.text);
            if let Some(comment) = &line.comment {
                text.extend(std::iter::repeat_n(' ', widest - width(line) + SPACES));
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
