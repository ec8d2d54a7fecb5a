// SPDX-License-Identifier: Apache-2.0

//! What is between the tokens: comments and line breaks.

use crate::lex::Token;

/// A comment.
pub(super) struct Comment<'s> {
    /// The text as written, from `--` or `/*` on.
    written: &'s str,
    /// The line breaks between it and the token or comment before it.
    pub newlines_before: usize,
}

impl Comment<'_> {
    /// Whether the comment ends at the end of its line.
    pub fn ends_line(&self) -> bool {
        self.written.starts_with("--")
    }

    /// The text, without white space at the end of a line comment and with LF as line ends.
    pub fn text(&self) -> String {
        if self.ends_line() {
            return self.written.trim_end().to_owned();
        }
        self.written.replace("\r\n", "\n").replace('\r', "\n")
    }
}

/// The text between two tokens.
pub(super) struct Gap<'s> {
    pub comments: Vec<Comment<'s>>,
    /// The line breaks between the last comment, or the token before, and the next token.
    pub newlines_after: usize,
}

impl Gap<'_> {
    /// Whether there is a line break outside of the comments.
    pub fn has_newline(&self) -> bool {
        self.newlines_after > 0 || self.comments.iter().any(|comment| comment.newlines_before > 0)
    }
}

/// All gaps of a text.
pub(super) struct Trivia<'s> {
    /// The gap before each token; the one before the end of the file is the last.
    pub gaps: Vec<Gap<'s>>,
}

impl<'s> Trivia<'s> {
    /// The gaps between the tokens of a text.
    pub fn of(text: &'s str, tokens: &[Token]) -> Trivia<'s> {
        let mut start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
        let mut gaps = Vec::with_capacity(tokens.len());
        for (index, token) in tokens.iter().enumerate() {
            let is_last = index + 1 == tokens.len();
            let end = if is_last { text.len() } else { token.span.start as usize };
            gaps.push(gap(&text[start.min(end)..end]));
            start = token.span.end as usize;
        }
        Trivia { gaps }
    }
}

fn gap(text: &str) -> Gap<'_> {
    let mut comments = Vec::new();
    let mut newlines = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '-' => rest.find(['\n', '\r']).unwrap_or(rest.len()),
            '/' => block_length(rest),
            _ => {
                let is_end = first == '\n' || first == '\r' && !rest.starts_with("\r\n");
                newlines += usize::from(is_end);
                rest = &rest[first.len_utf8()..];
                continue;
            }
        };
        comments.push(Comment { written: &rest[..length], newlines_before: newlines });
        (newlines, rest) = (0, &rest[length..]);
    }
    Gap { comments, newlines_after: newlines }
}

/// The length of the block comment at the front, with those that are nested in it.
fn block_length(text: &str) -> usize {
    let (mut at, mut open) = (0, 0_usize);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            (at, open) = (at + 2, open + 1);
        } else if rest.starts_with(b"*/") {
            (at, open) = (at + 2, open - 1);
            if open == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}
