// SPDX-License-Identifier: Apache-2.0

//! Lexical errors: each has a reason, a remedy, and the token that was probably meant.

use super::lexeme::{Lexeme, Scan};
use super::token::{Keyword, Symbol, TokenKind};
use crate::diagnostic::{Diagnostic, shortened};
use crate::span::Span;
use nom::bytes::complete::{tag, take_till};
use nom::character::complete::char;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

/// Operators of other languages and full-width punctuation (one key away on a Chinese keyboard),
/// each with the token that was meant. Longer operators come before their prefixes.
const FOREIGN: &[(&str, TokenKind)] = &[
    ("==", TokenKind::Symbol(Symbol::Equal)),
    ("=>", TokenKind::Symbol(Symbol::GreaterEqual)),
    ("=<", TokenKind::Symbol(Symbol::LessEqual)),
    (":=", TokenKind::Symbol(Symbol::Equal)),
    ("&&", TokenKind::Keyword(Keyword::And)),
    ("||", TokenKind::Keyword(Keyword::Or)),
    ("!", TokenKind::Keyword(Keyword::Not)),
    ("（", TokenKind::Symbol(Symbol::Open)),
    ("）", TokenKind::Symbol(Symbol::Close)),
    ("，", TokenKind::Symbol(Symbol::Comma)),
    ("、", TokenKind::Symbol(Symbol::Comma)),
    ("；", TokenKind::Symbol(Symbol::Semicolon)),
    ("＋", TokenKind::Symbol(Symbol::Plus)),
    ("－", TokenKind::Symbol(Symbol::Minus)),
    ("＊", TokenKind::Symbol(Symbol::Star)),
    ("／", TokenKind::Symbol(Symbol::Slash)),
    ("×", TokenKind::Symbol(Symbol::Star)),
    ("÷", TokenKind::Symbol(Symbol::Slash)),
    ("％", TokenKind::Symbol(Symbol::Percent)),
    ("＝", TokenKind::Symbol(Symbol::Equal)),
    ("＜", TokenKind::Symbol(Symbol::Less)),
    ("＞", TokenKind::Symbol(Symbol::Greater)),
    ("≠", TokenKind::Symbol(Symbol::NotEqual)),
    ("≤", TokenKind::Symbol(Symbol::LessEqual)),
    ("≥", TokenKind::Symbol(Symbol::GreaterEqual)),
];

fn fault(
    code: &'static str,
    message: impl Into<String>,
    length: usize,
    label: &str,
    help: impl Into<String>,
) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(code, message, Span::new(0, length), label).help(help))
}

/// Text of another language, with the token that was meant.
pub(super) fn foreign(i: &str) -> Scan<'_> {
    if i.starts_with("!=") {
        return Err(nom::Err::Error(()));
    }
    if let Ok((rest, content)) = quoted(i) {
        return Ok((rest, quoted_name(content)));
    }
    if let Ok((rest, _)) = slashes(i) {
        let help = "comments are written `-- …` or `/* … */`";
        return Ok((
            rest,
            Lexeme::Fault(fault("foreign-comment", "`//` begins no comment", 2, "", help), None),
        ));
    }
    // `a */* comment */ b` is a multiplication and a comment.
    if i.starts_with("*/") && !i.starts_with("*/*") {
        let help = "remove it, or write the `/*` that it ends; comments nest";
        let diagnostic =
            fault("stray-comment-end", "`*/` ends no comment", 2, "no comment is open here", help);
        return Ok((&i[2..], Lexeme::Fault(diagnostic, None)));
    }
    if let Some((length, content)) = foreign_quotes(i) {
        let message = "strings are not written in typographic quotes or backquotes";
        let help = format!("write `'{0}'` for a string, `{0}` for a name", shortened(content));
        let diagnostic = fault("foreign-quotes", message, length, "", help);
        return Ok((&i[length..], Lexeme::Fault(diagnostic, Some((TokenKind::Error, content)))));
    }
    let Some(&(text, kind)) = FOREIGN.iter().find(|(text, _)| i.starts_with(text)) else {
        return Err(nom::Err::Error(()));
    };
    let written = match kind {
        TokenKind::Keyword(keyword) => keyword.text(),
        TokenKind::Symbol(symbol) => symbol.text(),
        TokenKind::Name
        | TokenKind::Integer
        | TokenKind::Decimal
        | TokenKind::String
        | TokenKind::Error
        | TokenKind::End => "",
    };
    let code = if text.is_ascii() { "foreign-operator" } else { "foreign-symbol" };
    let message = format!("`{text}` is not a symbol of the rule language");
    let diagnostic = fault(code, message, text.len(), "", format!("write `{written}`"));
    Ok((&i[text.len()..], Lexeme::Fault(diagnostic, Some((kind, written)))))
}

/// The length and the content of `‘…’`, `“…”` and similar quotations on one line.
fn foreign_quotes(i: &str) -> Option<(usize, &str)> {
    let open = i.chars().next()?;
    let closing = match open {
        '‘' | '’' => ['‘', '’'],
        '“' | '”' => ['“', '”'],
        '`' => ['`', '`'],
        _ => return None,
    };
    let content = &i[open.len_utf8()..];
    let end = content.find(|c| c == '\n' || closing.contains(&c))?;
    let close = content[end..].chars().next().filter(|c| closing.contains(c))?;
    Some((open.len_utf8() + end + close.len_utf8(), &content[..end]))
}

/// A word with letters outside ASCII; the lexer continues with it as a name.
pub(super) fn foreign_name(word: &str) -> Lexeme<'_> {
    let message = format!("`{}` is not a name", shortened(word));
    let help = "names are ASCII letters, digits and `_`; other writing may stand in comments";
    let diagnostic = fault("foreign-name", message, word.len(), "expected ASCII letters", help);
    Lexeme::Fault(diagnostic, Some((TokenKind::Name, word)))
}

fn quoted_name(content: &str) -> Lexeme<'_> {
    let shown = shortened(content);
    let message = format!("`\"{shown}\"` is a quoted name, and names are written without quotes");
    let help = format!("write `{shown}` for a name, `'{shown}'` for a string");
    let diagnostic = fault("quoted-name", message, content.len() + 2, "", help);
    let is_word = content.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && content.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let kind = if is_word { TokenKind::Name } else { TokenKind::Error };
    Lexeme::Fault(diagnostic, Some((kind, content)))
}

/// A `/*` without `*/`. It extends to the end of the file.
pub(super) fn unterminated_comment() -> Lexeme<'static> {
    let help = "write `*/`; comments nest, so each `/*` needs its own";
    let message = "expected `*/`, found the end of the file inside a comment";
    let diagnostic = fault("unterminated-comment", message, 2, "the comment begins here", help);
    Lexeme::Fault(diagnostic, None)
}

/// A `'` without a second `'` on its line.
pub(super) fn unterminated_string() -> Lexeme<'static> {
    let help = "a string ends on its line; a quote inside it is doubled, as in 'it''s'";
    let message = "expected `'`, found the end of the line inside a string";
    let diagnostic = fault("unterminated-string", message, 1, "the string begins here", help);
    Lexeme::Fault(diagnostic, Some((TokenKind::Error, "")))
}

/// `12abc`, `1.2.3`, `1e5`, `5.` or `.5`; the lexer continues with the leading number.
pub(super) fn malformed_number<'s>(digits: &'s str, tail: &str, kind: TokenKind) -> Lexeme<'s> {
    let written = shortened(&format!("{digits}{tail}"));
    let message = format!("`{written}` is not a number");
    let (label, help) = if digits.starts_with('.') {
        ("a digit stands before the point", format!("write `0{}`", shortened(digits)))
    } else if tail == "." {
        ("a digit stands behind the point", format!("write `{0}.0` or `{0}`", shortened(digits)))
    } else if tail.starts_with(['e', 'E']) {
        ("exponents are not served", "write all digits, as in `100000` or `0.001`".to_owned())
    } else if tail.starts_with('_') {
        ("digits are not grouped", "write the digits without `_`".to_owned())
    } else if tail.starts_with('.') {
        ("a number has one point", "write an integer (`12`) or a decimal (`1.25`)".to_owned())
    } else {
        (
            "a letter follows the digits",
            "names begin with a letter; between a number and a word stands a space".to_owned(),
        )
    };
    let diagnostic = fault("malformed-number", message, digits.len() + tail.len(), label, help);
    Lexeme::Fault(diagnostic, Some((kind, digits)))
}

/// A character that starts no token; a run of the same character is reported once. `i` is not
/// empty.
pub(super) fn stray(i: &str) -> (&str, Lexeme<'_>) {
    let Some(first) = i.chars().next() else { return (i, Lexeme::Blank) };
    let rest = i.trim_start_matches(first);
    let (shown, point) = (first.escape_debug(), first as u32);
    // An ideographic or no-break space looks like a space, so it is treated as one.
    let is_space = first.is_whitespace() || matches!(first, '\u{feff}' | '\u{200b}');
    let message = if is_space || first.is_control() || first == '`' {
        format!("the character U+{point:04X} has no meaning here")
    } else {
        format!("the character `{shown}` has no meaning here")
    };
    let help = match first {
        '‘' | '’' | '“' | '”' | '"' | '`' => {
            "strings are written in straight single quotes, as in 'IF2401'; names without quotes"
        }
        ':' => {
            "casts (`::`) and placeholders (`:x`) are not served; a value is converted when it is \
             written to a column"
        }
        '^' => "powers are not served; multiply",
        '$' | '?' | '@' => {
            "placeholders are not served; a field of a message is written `message.field`"
        }
        '[' | ']' | '{' | '}' => "only round parentheses group",
        '&' | '|' | '~' => "bit operators are not served; the logical ones are `and`, `or`, `not`",
        '#' => "comments are written `-- …` or `/* … */`",
        _ if is_space => "write an ordinary space",
        _ => "remove it; outside comments and strings only ASCII is used",
    };
    let diagnostic = fault("stray-character", message, i.len() - rest.len(), "", help);
    (rest, Lexeme::Fault(diagnostic, (!is_space).then_some((TokenKind::Error, ""))))
}

/// The content of `"…"` on one line.
fn quoted(i: &str) -> IResult<&str, &str, ()> {
    delimited(char('"'), take_till(|c| c == '"' || c == '\n'), char('"')).parse(i)
}

/// `// …` to the end of the line.
fn slashes(i: &str) -> IResult<&str, &str, ()> {
    preceded(tag("//"), take_till(|c| c == '\n')).parse(i)
}
