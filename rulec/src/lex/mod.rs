// SPDX-License-Identifier: Apache-2.0

//! Lexing: from the text of a rule file to tokens.
//!
//! Every byte of the text belongs to at most one token, the last token is [`TokenKind::End`], and
//! the work is linear in the text. Text that is no token is reported. Where the intent is clear
//! (`==`, `&&`, a full-width comma), it is replaced by the token that was meant, so that the parser
//! continues and finds the other errors of the file in the same run.

mod faults;
mod lexeme;
mod number;
mod scan;
mod token;

pub use number::{DECIMAL_DIGITS_MAX, DecimalParts};
pub use token::{Keyword, Symbol, Token, TokenKind};

use crate::diagnostic::{Diagnostic, ERRORS_MAX, Edit};
use crate::span::Span;
use lexeme::Lexeme;
use scan::{dollar, is_direction, lexeme};

/// The greatest size of a rule file. A larger one is rejected without being read.
pub const TEXT_BYTES_MAX: usize = 4 << 20;

/// Lexes the text of a rule file. Returns its tokens and the lexical errors in the order of the
/// text. At most one error more than [`ERRORS_MAX`] is returned, which bounds the memory for a
/// hostile file.
pub fn lex(text: &str) -> (Vec<Token<'_>>, Vec<Diagnostic>) {
    if text.len() > TEXT_BYTES_MAX {
        return (vec![end_at(0)], vec![too_large(text)]);
    }
    let mut lexer = Lexer { tokens: Vec::new(), diagnostics: directions(text), has_array: false };
    // Editors on Windows write a byte order mark at the start of UTF-8 files.
    let start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    lexer.part(&text[start..], start, false);
    let Lexer { mut tokens, mut diagnostics, .. } = lexer;
    diagnostics.sort_by_key(|diagnostic| diagnostic.primary.0);
    diagnostics.truncate(ERRORS_MAX + 1);
    let end = tokens.last().map_or(0, |token| token.span.end as usize);
    tokens.push(end_at(end));
    (tokens, diagnostics)
}

struct Lexer<'s> {
    tokens: Vec<Token<'s>>,
    diagnostics: Vec<Diagnostic>,
    /// Whether an array was reported.
    has_array: bool,
}

impl<'s> Lexer<'s> {
    /// Lexes a part of the text, which begins at `offset`: all of it, or the body of a function.
    fn part(&mut self, text: &'s str, offset: usize, is_body: bool) {
        let mut rest = text;
        while !rest.is_empty() {
            let start = offset + text.len() - rest.len();
            if !is_body && let Some((delimiter, after)) = dollar(rest) {
                rest = self.body(delimiter, after, start);
                continue;
            }
            let (after, mut lexeme) =
                lexeme(rest).unwrap_or_else(|_| faults::stray(rest, self.names_rule()));
            if let Lexeme::Fault(diagnostic, _) = &mut lexeme {
                if is_body {
                    let message = &mut diagnostic.message;
                    *message = message.replace("of the file", "of the function");
                }
                // The `[` of an array is reported; its `]` is not.
                if rest.starts_with(']') && self.has_array {
                    rest = after;
                    self.tokens.push(Token {
                        kind: TokenKind::Error,
                        text: "",
                        span: Span::new(start, start + 1),
                    });
                    continue;
                }
                self.has_array |= diagnostic.code == "no-arrays";
                let before = &text[..text.len() - rest.len()];
                separate(&mut diagnostic.edits, before, after);
            }
            self.push(lexeme, Span::new(start, start + rest.len() - after.len()));
            rest = after;
        }
    }

    /// Lexes a function's body between `delimiter`s, the first of which is at `start`. As in
    /// PostgreSQL, the first one that follows is the end, even in a comment or a string. Returns
    /// the rest of the text.
    fn body(&mut self, delimiter: &'s str, after: &'s str, start: usize) -> &'s str {
        let body_start = start + delimiter.len();
        let Some(length) = after.find(delimiter) else {
            let end = body_start + after.len();
            self.push(faults::unterminated_dollar(delimiter), Span::new(start, end));
            return "";
        };
        let (body_end, end) = (body_start + length, body_start + length + delimiter.len());
        let lexeme = || Lexeme::Token(TokenKind::Dollar, delimiter);
        self.push(lexeme(), Span::new(start, body_start));
        self.part(&after[..length], body_start, true);
        self.push(lexeme(), Span::new(body_end, end));
        &after[length + delimiter.len()..]
    }

    /// Whether the last tokens are `rule` and a name.
    fn names_rule(&self) -> bool {
        let end = &self.tokens[self.tokens.len().saturating_sub(2)..];
        let kinds: Vec<TokenKind> = end.iter().map(|token| token.kind).collect();
        kinds == [TokenKind::Keyword(Keyword::Rule), TokenKind::Name]
    }

    fn push(&mut self, lexeme: Lexeme<'s>, span: Span) {
        match lexeme {
            Lexeme::Blank => {}
            Lexeme::Token(kind, text) => self.tokens.push(Token { kind, text, span }),
            Lexeme::Fault(mut diagnostic, token) => {
                diagnostic.shift(span.start);
                if self.diagnostics.len() <= 2 * ERRORS_MAX {
                    self.diagnostics.push(*diagnostic);
                }
                self.tokens.extend(token.map(|(kind, text)| Token { kind, text, span }));
            }
        }
    }
}

/// Puts a space around each word in `edits` that would otherwise run into the text around it.
fn separate(edits: &mut [Edit], before: &str, after: &str) {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for edit in edits {
        if edit.text.starts_with(is_word) && before.ends_with(is_word) {
            edit.text.insert(0, ' ');
        }
        if edit.text.ends_with(is_word) && after.starts_with(is_word) {
            edit.text.push(' ');
        }
    }
}

/// The errors for characters of [`is_direction`], also in comments and strings.
fn directions(text: &str) -> Vec<Diagnostic> {
    // All of them begin with this byte, which is rare in rule files.
    if !text.as_bytes().contains(&0xe2) {
        return Vec::new();
    }
    text.char_indices()
        .filter(|(_, c)| is_direction(*c))
        .take(ERRORS_MAX + 1)
        .map(|(at, c)| faults::direction(c, Span::new(at, at + c.len_utf8())))
        .collect()
}

fn end_at(offset: usize) -> Token<'static> {
    Token { kind: TokenKind::End, text: "", span: Span::new(offset, offset) }
}

fn too_large(text: &str) -> Diagnostic {
    let message =
        format!("a rule file has at most {TEXT_BYTES_MAX} bytes, and this one has {}", text.len());
    Diagnostic::error("text-too-large", message, Span::default(), "")
        .help("split the file; rows of data belong to CSV files")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the kinds and texts of the tokens, and the codes of the errors.
    fn check(text: &str, tokens: &[(TokenKind, &str)], codes: &[&str]) {
        let (actual, diagnostics) = lex(text);
        let actual: Vec<_> = actual.iter().map(|token| (token.kind, token.text)).collect();
        let expected: Vec<_> = tokens.iter().copied().chain([(TokenKind::End, "")]).collect();
        assert_eq!(actual, expected, "{text}");
        assert_eq!(
            diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
            codes,
            "{text}"
        );
    }

    fn sign(symbol: Symbol) -> (TokenKind, &'static str) {
        (TokenKind::Symbol(symbol), symbol.text())
    }

    #[test]
    fn words_numbers_and_strings() {
        use TokenKind::{Decimal, Integer, Name, QuotedName, String};
        check("Select x_1", &[(TokenKind::Keyword(Keyword::Select), "Select"), (Name, "x_1")], &[]);
        check(
            "1 2.50 '' 'it''s'",
            &[(Integer, "1"), (Decimal, "2.50"), (String, ""), (String, "it''s")],
            &[],
        );
        check("t.a", &[(Name, "t"), sign(Symbol::Dot), (Name, "a")], &[]);
        for end in ["\n", "\r", "\r\n"] {
            check(&format!("1-- 2{end}3"), &[(Integer, "1"), (Integer, "3")], &[]);
        }
        check("\"A b\" \"账\"\"户\"", &[(QuotedName, "A b"), (QuotedName, "账\"\"户")], &[]);
        check(
            "1e9 1.5E-3 .5 5. 1e+2",
            &[
                (Decimal, "1e9"),
                (Decimal, "1.5E-3"),
                (Decimal, ".5"),
                (Decimal, "5."),
                (Decimal, "1e+2"),
            ],
            &[],
        );
        check("a::b", &[(Name, "a"), sign(Symbol::Cast), (Name, "b")], &[]);
        check("1/* /* 账 */ ' */2", &[(Integer, "1"), (Integer, "2")], &[]);
    }

    #[test]
    fn symbols_are_taken_as_long_as_they_go() {
        check(
            "<=<>>=",
            &[sign(Symbol::LessEqual), sign(Symbol::NotEqual), sign(Symbol::GreaterEqual)],
            &[],
        );
        check("!=<", &[sign(Symbol::NotEqual), sign(Symbol::Less)], &[]);
        check(
            "a*/* */b",
            &[(TokenKind::Name, "a"), sign(Symbol::Star), (TokenKind::Name, "b")],
            &[],
        );
    }

    #[test]
    fn spans_are_byte_ranges_with_quotes() {
        let (tokens, _) = lex("/* 账 */ 'a' b");
        let spans: Vec<Span> = tokens.iter().map(|token| token.span).collect();
        assert_eq!(spans, [Span::new(10, 13), Span::new(14, 15), Span::new(15, 15)]);
    }

    #[test]
    fn wrong_text_is_replaced_by_the_token_that_was_meant() {
        check("==", &[sign(Symbol::Equal)], &["foreign-operator"]);
        check("，", &[sign(Symbol::Comma)], &["foreign-symbol"]);
        check(
            "!a",
            &[(TokenKind::Keyword(Keyword::Not), "not"), (TokenKind::Name, "a")],
            &["foreign-operator"],
        );
        check(
            "12ab 1.2.3",
            &[(TokenKind::Integer, "12"), (TokenKind::Decimal, "1.2")],
            &["malformed-number"; 2],
        );
        check("\"a", &[(TokenKind::Error, "")], &["unterminated-name"]);
        check("\"\"", &[(TokenKind::Error, "")], &["quoted-name"]);
    }

    #[test]
    fn a_function_body_is_lexed_in_place() {
        use TokenKind::{Dollar, Integer, Name};
        let (tokens, errors) = lex("$$ 1 -- $$ a $x$2$$$x$");
        let kinds: Vec<_> = tokens.iter().map(|token| (token.kind, token.span)).collect();
        assert!(errors.len() == 1 && errors[0].code == "stray-character", "{errors:?}");
        let expected = [
            (Dollar, Span::new(0, 2)),
            (Integer, Span::new(3, 4)),
            (Dollar, Span::new(8, 10)),
            (Name, Span::new(11, 12)),
            (Dollar, Span::new(13, 16)),
            (Integer, Span::new(16, 17)),
            (TokenKind::Error, Span::new(17, 19)),
            (Dollar, Span::new(19, 22)),
            (TokenKind::End, Span::new(22, 22)),
        ];
        assert_eq!(kinds, expected);
        check("$$ a", &[(TokenKind::Error, "")], &["unterminated-function"]);
        check("$1", &[(TokenKind::Error, ""), (Integer, "1")], &["stray-character"]);
    }

    #[test]
    fn characters_that_change_the_direction_are_errors_everywhere() {
        let (tokens, errors) = lex("/* \u{202e} */ a\u{2066} '\u{200f}' -- \u{202a}");
        assert_eq!(tokens.len(), 3);
        let places: Vec<Span> = errors.iter().map(|error| error.primary.0).collect();
        let expected = [Span::new(3, 6), Span::new(11, 14), Span::new(16, 19), Span::new(24, 27)];
        assert_eq!(places, expected);
        assert!(errors.iter().all(|error| error.code == "text-direction"));
    }

    #[test]
    fn everything_wrong_is_reported() {
        let (_, diagnostics) = lex("'a\n@ # 'b\n/* /* */");
        let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        let string = "unterminated-string";
        assert_eq!(
            codes,
            [string, "stray-character", "stray-character", string, "unterminated-comment"]
        );
    }

    #[test]
    fn any_character_alone_is_one_lexeme() {
        for c in (0..0x3000).chain(0xff00..0x10000).filter_map(std::char::from_u32) {
            let text = c.to_string();
            let (tokens, _) = lex(&text);
            assert_eq!(tokens.last().map(|token| token.kind), Some(TokenKind::End), "{c:?}");
        }
    }
}
