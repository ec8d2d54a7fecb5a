// SPDX-License-Identifier: Apache-2.0

//! Scanners: each reads one piece of text at the front.

use super::lexeme::{Lexeme, Scan};
use super::token::{Keyword, Symbol, TokenKind};
use super::{faults, number};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_till, take_while, take_while1};
use nom::character::complete::satisfy;
use nom::combinator::{map, recognize, verify};
use nom::sequence::pair;
use nom::{IResult, Parser};

/// The `$$` or `$tag$` at the front, and the text after it.
pub(super) fn dollar(i: &str) -> Option<(&str, &str)> {
    let content = i.strip_prefix('$')?;
    let tag = content.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let is_tag = !content.starts_with(|c: char| c.is_ascii_digit());
    (is_tag && content[tag..].starts_with('$')).then(|| i.split_at(tag + 2))
}

/// Whether the character changes the direction of the text around it, so that an editor shows
/// another order than the compiler reads.
pub(super) fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Reads the piece of text at the front.
pub(super) fn lexeme(i: &str) -> Scan<'_> {
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

/// White space, and the characters that are reported by the lexer as a whole.
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
        let end = rest.find([quote, '\n', '\r']).unwrap_or(rest.len());
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
