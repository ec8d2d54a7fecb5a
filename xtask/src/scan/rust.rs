// SPDX-License-Identifier: Apache-2.0

//! Comments and spoken string literals of Rust.
//!
//! `syn` leaves plain comments out, so this reads the text itself: enough of the lexical syntax to
//! tell comments, strings, characters and lifetimes apart.

use super::line::Line;
use std::iter::Peekable;
use std::str::Chars;

/// The comments of a file and the string literals inside the named macros and attributes, one block
/// for comments that follow each other. With `all`, every literal of several words is among them.
pub fn blocks(text: &str, spoken: &[&str], all: bool) -> Vec<Vec<Line>> {
    let mut lexer = Lexer {
        rest: text.chars().peekable(),
        line: 1,
        before: String::new(),
        contexts: Vec::new(),
        found: Vec::new(),
        comment_line: 0,
        all,
    };
    lexer.run(spoken);
    lexer.found
}

struct Lexer<'a> {
    rest: Peekable<Chars<'a>>,
    /// The number of the line, from 1.
    line: usize,
    /// The identifier or punctuation before, to see what an opening bracket belongs to.
    before: String,
    /// For each open bracket, the macro or attribute that it belongs to, or nothing.
    contexts: Vec<String>,
    found: Vec<Vec<Line>>,
    /// The line of the last line comment, which the next one continues; 0 after code.
    comment_line: usize,
    /// Whether all literals of several words are found.
    all: bool,
}

impl Lexer<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let is_next = self.rest.peek() == Some(&wanted);
        if is_next {
            self.next();
        }
        is_next
    }

    fn run(&mut self, spoken: &[&str]) {
        while let Some(c) = self.next() {
            let is_comment = c == '/' && matches!(self.rest.peek(), Some('/' | '*'));
            if !is_comment && !c.is_whitespace() {
                self.comment_line = 0;
            }
            match c {
                '/' if self.eat('/') => self.line_comment(),
                '/' if self.eat('*') => self.block_comment(),
                '"' => self.string(spoken, false, 0),
                '\'' => self.character_or_lifetime(),
                '(' | '[' | '{' => self.open(),
                ')' | ']' | '}' => {
                    self.contexts.pop();
                    self.before.clear();
                }
                '!' | '#' => self.before.push(c),
                c if c.is_alphabetic() || c == '_' => self.word(c, spoken),
                c if c.is_whitespace() => {}
                _ => self.before.clear(),
            }
        }
    }

    fn line_comment(&mut self) {
        let line = self.line;
        let mut text = String::new();
        while let Some(c) = self.rest.peek().copied().filter(|c| *c != '\n') {
            text.push(c);
            self.next();
        }
        let text = text.trim_start_matches(['/', '!']).to_string();
        let follows = self.comment_line + 1 == line;
        self.comment_line = line;
        match self.found.last_mut() {
            Some(block) if follows => block.push((line, text)),
            _ => self.found.push(vec![(line, text)]),
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 1;
        let mut lines = vec![(self.line, String::new())];
        while let Some(c) = self.next() {
            match c {
                '*' if self.eat('/') => depth -= 1,
                '/' if self.eat('*') => depth += 1,
                '\n' => lines.push((self.line, String::new())),
                c => lines.last_mut().expect("it has a line").1.push(c),
            }
            if depth == 0 {
                break;
            }
        }
        self.found.push(lines);
    }

    fn word(&mut self, first: char, spoken: &[&str]) {
        let mut word = String::from(first);
        while let Some(c) = self.rest.peek().copied().filter(|c| c.is_alphanumeric() || *c == '_') {
            word.push(c);
            self.next();
        }
        let is_raw = matches!(word.as_str(), "r" | "br" | "cr");
        if is_raw && matches!(self.rest.peek(), Some('#' | '"')) {
            let mut hashes = 0;
            while self.eat('#') {
                hashes += 1;
            }
            if self.eat('"') {
                self.string(spoken, true, hashes);
            }
            return;
        }
        self.before = match self.before.as_str() {
            attribute @ ("#" | "#!") => format!("{attribute}{word}"),
            _ => word,
        };
    }

    fn open(&mut self) {
        let name = self.before.strip_suffix('!').unwrap_or("");
        // The name inside `#[...]` follows the bracket; `#` alone is not the name of a macro.
        let name = if name == "#" { "" } else { name };
        let is_attribute = matches!(self.before.as_str(), "#" | "#!");
        let is_named = self.before.starts_with('#') && !is_attribute;
        let name = if is_named { self.before.trim_start_matches(['#', '!']) } else { name };
        self.contexts.push(name.to_string());
        if !is_attribute {
            self.before.clear();
        }
    }

    /// A string of which the opening quote is read.
    fn string(&mut self, spoken: &[&str], is_raw: bool, hashes: usize) {
        let line = self.line;
        let mut text = String::new();
        while let Some(c) = self.next() {
            match c {
                '\\' if !is_raw => match self.next() {
                    // A continuation: the line break and the indentation are no part of the text.
                    Some('\n') => {
                        while self.rest.peek().is_some_and(|c| c.is_whitespace()) {
                            self.next();
                        }
                    }
                    Some('n') => text.push('\n'),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                '"' if (0..hashes).all(|_| self.eat('#')) => break,
                c => text.push(c),
            }
        }
        self.before.clear();
        let context = self.contexts.iter().rev().find(|name| !name.is_empty());
        let is_spoken = context.is_some_and(|name| spoken.contains(&name.as_str()));
        if is_spoken || self.all && text.trim().contains(' ') {
            self.found.push(vec![(line, text.replace('\n', " "))]);
        }
    }

    /// A character literal or a lifetime of which the quote is read.
    fn character_or_lifetime(&mut self) {
        let Some(first) = self.next() else { return };
        if first == '\\' {
            self.next();
            while self.next().is_some_and(|c| c != '\'') {}
        } else {
            self.eat('\'');
        }
        self.before.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let lines = blocks(text, &["say", "arg"], false)
            .into_iter()
            .map(|block| block.iter().map(|(_, text)| text.trim()).collect::<Vec<_>>().join(" / "));
        lines.collect()
    }

    #[test]
    fn comments_of_all_kinds_are_found() {
        assert_eq!(
            texts("//! a\n\n/// b\n/// c\nfn f() {} // d\n/* e /* f */\ng */"),
            ["a", "b / c", "d", "e  f / g"]
        );
    }

    #[test]
    fn strings_and_characters_are_no_comments() {
        assert!(
            texts("let a = \"// no\"; let b = '\"'; let c = r#\"\"// no\"#; f::<'a>();").is_empty()
        );
        assert_eq!(texts("let a = '\\''; // yes"), ["yes"]);
    }

    #[test]
    fn literals_of_named_macros_and_attributes_are_found() {
        assert_eq!(
            texts("say!(\"one \\\n   two\", f(\"three\")); other!(\"no\"); f(\"no\")"),
            ["one two", "three"]
        );
        assert_eq!(
            texts("#[arg(long, help = \"a text\")] x: [u8; 2], #[doc = \"no\"] y"),
            ["a text"]
        );
    }

    #[test]
    fn all_literals_of_several_words_are_found_if_wanted() {
        let found = blocks("f(\"one two\"); g(\"three\"); h('\"')", &[], true);
        assert_eq!(found, [vec![(1, "one two".to_string())]]);
    }

    #[test]
    fn lines_are_counted() {
        let found = blocks("\n\nsay!(\n\"a\");\n// b\n", &["say"], false);
        assert_eq!((found[0][0].0, found[1][0].0), (4, 5));
    }
}
