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
mod token;

pub use number::{DECIMAL_DIGITS_MAX, DecimalParts};
pub use token::{Keyword, Symbol, Token, TokenKind};

use crate::diagnostic::{Diagnostic, ERRORS_MAX};
use crate::span::Span;
use lexeme::{Lexeme, Scan};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_till, take_while, take_while1};
use nom::character::complete::satisfy;
use nom::combinator::{map, recognize, verify};
use nom::sequence::pair;
use nom::{IResult, Parser};

/// The greatest size of a rule file. A larger one is rejected without being read.
pub const TEXT_BYTES_MAX: usize = 4 << 20;

/// Lexes the text of a rule file. Returns its tokens and the lexical errors in the order of the
/// text. At most one error more than [`ERRORS_MAX`] is returned, which bounds the memory for a
/// hostile file.
pub fn lex(text: &str) -> (Vec<Token<'_>>, Vec<Diagnostic>) {
    if text.len() > TEXT_BYTES_MAX {
        return (vec![end_at(0)], vec![too_large(text)]);
    }
    let mut lexer = Lexer { tokens: Vec::new(), diagnostics: directions(text) };
    // Editors on Windows write a byte order mark at the start of UTF-8 files.
    let start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    lexer.part(&text[start..], start, false);
    let Lexer { mut tokens, mut diagnostics } = lexer;
    diagnostics.sort_by_key(|diagnostic| diagnostic.primary.0);
    diagnostics.truncate(ERRORS_MAX + 1);
    let end = tokens.last().map_or(0, |token| token.span.end as usize);
    tokens.push(end_at(end));
    (tokens, diagnostics)
}

struct Lexer<'s> {
    tokens: Vec<Token<'s>>,
    diagnostics: Vec<Diagnostic>,
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
            let (after, lexeme) = lexeme(rest).unwrap_or_else(|_| faults::stray(rest));
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

    fn push(&mut self, lexeme: Lexeme<'s>, span: Span) {
        match lexeme {
            Lexeme::Blank => {}
            Lexeme::Token(kind, text) => self.tokens.push(Token { kind, text, span }),
            Lexeme::Fault(mut diagnostic, token) => {
                let place = &mut diagnostic.primary.0;
                let start = span.start as usize;
                *place = Span::new(start + place.start as usize, start + place.end as usize);
                if self.diagnostics.len() <= 2 * ERRORS_MAX {
                    self.diagnostics.push(*diagnostic);
                }
                self.tokens.extend(token.map(|(kind, text)| Token { kind, text, span }));
            }
        }
    }
}

/// The `$$` or `$tag$` at the front, and the text after it.
fn dollar(i: &str) -> Option<(&str, &str)> {
    let content = i.strip_prefix('$')?;
    let tag = content.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let is_tag = !content.starts_with(|c: char| c.is_ascii_digit());
    (is_tag && content[tag..].starts_with('$')).then(|| i.split_at(tag + 2))
}

/// Whether the character changes the direction of the text around it, so that an editor shows
/// another order than the compiler reads.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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

fn lexeme(i: &str) -> Scan<'_> {
    alt((
        blank,
        word,
        line_comment,
        block_comment,
        number::number,
        string,
        quoted_name,
        faults::foreign,
        symbol,
    ))
    .parse(i)
}

/// White space, and the characters that are reported by [`directions`].
fn blank(i: &str) -> Scan<'_> {
    map(take_while1(|c: char| c.is_ascii_whitespace() || is_direction(c)), |_| Lexeme::Blank)
        .parse(i)
}

fn word(i: &str) -> Scan<'_> {
    let first = satisfy(|c| c.is_alphabetic() || c == '_');
    let (rest, word) =
        recognize(pair(first, take_while(|c: char| c.is_alphanumeric() || c == '_'))).parse(i)?;
    if !word.is_ascii() {
        return Ok((rest, faults::foreign_name(word)));
    }
    let kind = Keyword::of(word).map_or(TokenKind::Name, TokenKind::Keyword);
    Ok((rest, Lexeme::Token(kind, word)))
}

/// `-- …` to the end of the line, which CR, LF and CRLF end, as in PostgreSQL.
fn line_comment(i: &str) -> Scan<'_> {
    map(pair(tag("--"), take_till(|c| c == '\n' || c == '\r')), |_| Lexeme::Blank).parse(i)
}

/// `/* … */`, nested as in PostgreSQL. The loop counts the nesting, so a million openings need no
/// stack.
fn block_comment(i: &str) -> Scan<'_> {
    let (mut rest, _) = tag("/*").parse(i)?;
    let mut open = 1_u32;
    while open > 0 {
        let (at, _) = take_till::<_, _, ()>(|c| c == '*' || c == '/').parse(rest)?;
        rest = if let Some(after) = at.strip_prefix("/*") {
            open += 1;
            after
        } else if let Some(after) = at.strip_prefix("*/") {
            open -= 1;
            after
        } else if at.is_empty() {
            return Ok((at, faults::unterminated_comment()));
        } else {
            &at[1..]
        };
    }
    Ok((rest, Lexeme::Blank))
}

/// `'…'`, with quotes inside doubled. A string ends on its line: no value of the language contains
/// a line break, and a missing quote then affects one line instead of the file.
fn string(i: &str) -> Scan<'_> {
    match enclosed(i, '\'') {
        Ok((rest, content)) => Ok((rest, Lexeme::Token(TokenKind::String, content))),
        Err(nom::Err::Failure(rest)) => Ok((rest, faults::unterminated_string())),
        Err(_) => Err(nom::Err::Error(())),
    }
}

/// `"…"`, a name that is not folded, with quotes inside doubled. It ends on its line.
fn quoted_name(i: &str) -> Scan<'_> {
    match enclosed(i, '"') {
        Ok((rest, content)) if content.is_empty() || content.contains(char::is_control) => {
            Ok((rest, faults::quoted_name(content)))
        }
        Ok((rest, content)) => Ok((rest, Lexeme::Token(TokenKind::QuotedName, content))),
        Err(nom::Err::Failure(rest)) => Ok((rest, faults::unterminated_name())),
        Err(_) => Err(nom::Err::Error(())),
    }
}

/// The content between two `quote`s on one line, with those inside doubled. An error if the text
/// does not begin with one; a failure with the rest of the text if the second one is missing.
fn enclosed(i: &str, quote: char) -> IResult<&str, &str, &str> {
    let Some(content) = i.strip_prefix(quote) else { return Err(nom::Err::Error(i)) };
    let mut rest = content;
    loop {
        let end = rest.find(|c| c == quote || c == '\n' || c == '\r').unwrap_or(rest.len());
        let at = &rest[end..];
        let Some(after) = at.strip_prefix(quote) else { return Err(nom::Err::Failure(at)) };
        match after.strip_prefix(quote) {
            Some(doubled) => rest = doubled,
            None => return Ok((after, &content[..content.len() - at.len()])),
        }
    }
}

fn symbol(i: &str) -> Scan<'_> {
    // Longest first.
    let two = alt((
        map(tag("<>"), |_| Symbol::NotEqual),
        map(tag("!="), |_| Symbol::NotEqual),
        map(tag("<="), |_| Symbol::LessEqual),
        map(tag(">="), |_| Symbol::GreaterEqual),
        map(tag("::"), |_| Symbol::Cast),
    ));
    let one = map(
        verify(recognize(satisfy(|c| c.is_ascii_punctuation())), |s: &str| single(s).is_some()),
        |s: &str| {
            // `verify` has checked that there is one.
            single(s).unwrap_or(Symbol::Semicolon)
        },
    );
    let (rest, symbol) = alt((two, one)).parse(i)?;
    Ok((rest, Lexeme::Token(TokenKind::Symbol(symbol), symbol.text())))
}

fn single(text: &str) -> Option<Symbol> {
    Symbol::ALL.iter().find(|(symbol, _)| *symbol == text).map(|&(_, symbol)| symbol)
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
