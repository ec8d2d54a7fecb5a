// SPDX-License-Identifier: Apache-2.0

//! Paragraphs of Markdown, which documents, doc comments and plain comments are all read as.

use super::line::Line;

/// A paragraph on one line, and where each part of it is in its file.
#[derive(Debug, PartialEq, Eq)]
pub struct Prose {
    /// The text, with single spaces between words.
    pub text: String,
    /// [`Prose::text`] with code spans and addresses of links replaced by `_` of the same length.
    pub masked: String,
    /// Offsets in the text at which lines of the file begin, and the numbers of these lines.
    starts: Vec<(usize, usize)>,
}

impl Prose {
    /// The number of the line that a byte of the text is in.
    pub fn line(&self, offset: usize) -> usize {
        let after = self.starts.partition_point(|(start, _)| *start <= offset);
        self.starts[after.saturating_sub(1)].1
    }

    fn of(lines: &[Line]) -> Prose {
        let mut text = String::new();
        let mut starts = Vec::new();
        for (number, line) in lines {
            if !text.is_empty() {
                text.push(' ');
            }
            starts.push((text.len(), *number));
            text += &line.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        let masked = masked(&text);
        Prose { text, masked, starts }
    }
}

/// Splits lines into paragraphs. Of a fenced code block, only its comments are prose.
pub fn split(lines: &[Line]) -> Vec<Prose> {
    let mut found = Vec::new();
    let mut current: Vec<Line> = Vec::new();
    let mut fence: Option<String> = None;
    for (number, line) in lines {
        let trimmed = line.trim();
        if let Some(language) = trimmed.strip_prefix("```") {
            finish(&mut current, &mut found);
            fence = match fence {
                Some(_) => None,
                None => Some(language.to_string()),
            };
        } else if let Some(language) = &fence {
            if let Some(comment) = comment_in(language, trimmed) {
                found.push(Prose::of(&[(*number, comment.to_string())]));
            }
        } else {
            if starts_paragraph(trimmed) {
                finish(&mut current, &mut found);
            }
            if !trimmed.is_empty() {
                current.push((*number, line.clone()));
            }
        }
    }
    finish(&mut current, &mut found);
    found
}

fn finish(current: &mut Vec<Line>, found: &mut Vec<Prose>) {
    if !current.is_empty() {
        found.push(Prose::of(&std::mem::take(current)));
    }
}

/// Whether a line does not continue the one before it.
fn starts_paragraph(trimmed: &str) -> bool {
    let starts = ["* ", "- ", "|", "#", ">"];
    let is_numbered = trimmed.split_once(". ").is_some_and(|(number, _)| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    trimmed.is_empty() || is_numbered || starts.iter().any(|start| trimmed.starts_with(start))
}

/// The comment in a line of code in a language.
fn comment_in<'a>(language: &str, line: &'a str) -> Option<&'a str> {
    let marker = match language.split([',', ' ']).next()? {
        "sh" | "bash" | "console" | "python" | "toml" => "# ",
        "sql" | "rules" => "-- ",
        "" | "rust" | "no_run" | "verilog" | "systemverilog" => "// ",
        _ => return None,
    };
    let start = line.find(marker)?;
    Some(&line[start + marker.len()..])
}

/// The text with `_` for the insides of code spans and for addresses of links.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(['`', ']']) {
        let (opening, closing) = match &rest[start..] {
            span if span.starts_with('`') => ("`", '`'),
            link if link.starts_with("](") => ("](", ')'),
            _ => ("]", '\0'),
        };
        let inside = start + opening.len();
        out += &rest[..inside];
        rest = &rest[inside..];
        if closing != '\0'
            && let Some(length) = rest.find(closing)
        {
            out.extend(std::iter::repeat_n('_', length));
            out.push(closing);
            rest = &rest[length + closing.len_utf8()..];
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        text.lines().enumerate().map(|(i, line)| (i + 1, line.to_string())).collect()
    }

    #[test]
    fn paragraphs_are_joined_and_know_their_lines() {
        let found = split(&lines("# Title\n\none two\n  three\n* item\n1. first\n"));
        let texts: Vec<&str> = found.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["# Title", "one two three", "* item", "1. first"]);
        assert_eq!((found[1].line(0), found[1].line(8)), (3, 4));
    }

    #[test]
    fn only_comments_of_code_blocks_are_prose() {
        let found = split(&lines("a\n```sh\ncargo build # all of it\n```\n```text\nb\n```\nc"));
        let texts: Vec<&str> = found.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["a", "all of it", "c"]);
    }

    #[test]
    fn code_spans_and_addresses_are_masked() {
        let found = split(&lines("see `a b` and [c](d.md) [e]"));
        assert_eq!(found[0].masked, "see `___` and [c](____) [e]");
    }
}
