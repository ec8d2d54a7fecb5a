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
    let mut tokens: Vec<Token> = Vec::new();
    let mut diagnostics = Vec::new();
    // Editors on Windows write a byte order mark at the start of UTF-8 files.
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !rest.is_empty() {
        let start = text.len() - rest.len();
        let (after, lexeme) = lexeme(rest).unwrap_or_else(|_| faults::stray(rest));
        let span = Span::new(start, text.len() - after.len());
        match lexeme {
            Lexeme::Blank => {}
            Lexeme::Token(kind, text) => tokens.push(Token { kind, text, span }),
            Lexeme::Fault(mut diagnostic, token) => {
                let place = &mut diagnostic.primary.0;
                *place = Span::new(start + place.start as usize, start + place.end as usize);
                if diagnostics.len() <= ERRORS_MAX {
                    diagnostics.push(*diagnostic);
                }
                tokens.extend(token.map(|(kind, text)| Token { kind, text, span }));
            }
        }
        rest = after;
    }
    let end = tokens.last().map_or(0, |token| token.span.end as usize);
    tokens.push(end_at(end));
    (tokens, diagnostics)
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

fn blank(i: &str) -> Scan<'_> {
    map(take_while1(|c: char| c.is_ascii_whitespace()), |_| Lexeme::Blank).parse(i)
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
