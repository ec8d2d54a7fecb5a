// SPDX-License-Identifier: Apache-2.0

//! Lexical errors: each has a reason, a remedy, and the token that was probably meant.

use super::lexeme::{Lexeme, Scan};
use super::token::{Keyword, Symbol, TokenKind};
use crate::diagnostic::{Diagnostic, Edit, shortened};
use crate::span::Span;
use nom::bytes::complete::{tag, take_till};
use nom::sequence::preceded;
use nom::{IResult, Parser};

/// Operators of other languages and full-width punctuation (one key away on a Chinese keyboard),
/// each with the token that was meant. Longer operators come before their prefixes.
const FOREIGN: &[(&str, TokenKind)] = &[
    ("==", TokenKind::Symbol(Symbol::Equal)),
    ("=>", TokenKind::Symbol(Symbol::GreaterEqual)),
    ("=<", TokenKind::Symbol(Symbol::LessEqual)),
    (":=", TokenKind::Symbol(Symbol::Equal)),
    ("&&", TokenKind::Keyword(Keyword::And)),
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

/// The fault with the remedy to write `text` for its first `length` bytes.
fn replaced(mut fault: Box<Diagnostic>, length: usize, text: &str) -> Box<Diagnostic> {
    fault.edits.push(Edit { span: Span::new(0, length), text: text.to_owned() });
    fault
}

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
    if let Ok((rest, _)) = slashes(i) {
        let help = "write `--`";
        let diagnostic = fault("foreign-comment", "`//` begins no comment", 2, "", help);
        return Ok((rest, Lexeme::Fault(replaced(diagnostic, 2, "--"), None)));
    }
    // `a */* comment */ b` is a multiplication and a comment.
    if i.starts_with("*/") && !i.starts_with("*/*") {
        let help = "remove it, or write the `/*` that it ends; comments nest";
        let diagnostic =
            fault("stray-comment-end", "`*/` ends no comment", 2, "no comment is open here", help);
        return Ok((&i[2..], Lexeme::Fault(diagnostic, None)));
    }
    if let Some((rest, lexeme)) = left_out(i) {
        return Ok((rest, lexeme));
    }
    if let Some((length, content)) = foreign_quotes(i) {
        let diagnostic = foreign_quoted(i, length, content);
        return Ok((&i[length..], Lexeme::Fault(diagnostic, Some((TokenKind::Error, content)))));
    }
    let Some(&(text, kind)) = FOREIGN.iter().find(|(text, _)| i.starts_with(text)) else {
        return Err(nom::Err::Error(()));
    };
    let written = match kind {
        TokenKind::Keyword(keyword) => keyword.text(),
        TokenKind::Symbol(symbol) => symbol.text(),
        TokenKind::Name
        | TokenKind::QuotedName
        | TokenKind::Integer
        | TokenKind::Decimal
        | TokenKind::String
        | TokenKind::Dollar
        | TokenKind::Error
        | TokenKind::End => "",
    };
    let code = if text.is_ascii() { "foreign-operator" } else { "foreign-symbol" };
    let message = format!("`{text}` is not a symbol of the rule language");
    let diagnostic = if kind == TokenKind::Keyword(Keyword::Not) {
        fault(code, message, text.len(), "", "write `not ( … )` around the operand")
    } else {
        let diagnostic = fault(code, message, text.len(), "", format!("write `{written}`"));
        replaced(diagnostic, text.len(), written)
    };
    Ok((&i[text.len()..], Lexeme::Fault(diagnostic, Some((kind, written)))))
}

/// An operator of PostgreSQL that is left out.
struct LeftOut {
    text: &'static str,
    code: &'static str,
    what: &'static str,
    help: &'static str,
}

const fn left(code: &'static str, text: &'static str, what: &'static str) -> LeftOut {
    let help = match code.as_bytes() {
        b"no-concatenation" => "send the joined string as a field of the message",
        b"no-json" => "declare a column or field for each member",
        b"no-arrays" => {
            "write `x in (1, 2)` to compare with a list; store elements that change in a table \
             with one row for each"
        }
        b"no-bit-operators" => "declare a BOOLEAN column or field for each bit",
        _ => "",
    };
    LeftOut { text, code, what, help }
}

/// Operators of PostgreSQL that are left out. Longer operators come before their prefixes.
const LEFT_OUT: &[LeftOut] = &[
    left("no-concatenation", "||", "`||`, which joins strings and is not `or`,"),
    left("no-json", "->>", "JSON"),
    left("no-json", "->", "JSON"),
    left("no-json", "#>", "JSON"),
    left("no-arrays", "@>", "an array"),
    left("no-arrays", "<@", "an array"),
    left("no-arrays", "[", "an array"),
    left("no-bit-operators", "<<", "a bit operator"),
    left("no-bit-operators", ">>", "a bit operator"),
    left("no-bit-operators", "&", "`&`, which combines bits and is not `and`,"),
    left("no-bit-operators", "|", "`|`, which combines bits and is not `or`,"),
    LeftOut {
        text: "!~",
        code: "no-regular-expressions",
        what: "a regular expression",
        help: "where the pattern is a choice of prefixes, write one `not like 'prefix%'` for \
               each, joined by `and`",
    },
    LeftOut {
        text: "~",
        code: "no-regular-expressions",
        what: "a regular expression",
        help: "where the pattern is a choice of prefixes, write one `like 'prefix%'` for each, \
               joined by `or`",
    },
];

/// An operator that is left out; the parser stops there silently.
fn left_out(i: &str) -> Option<(&str, Lexeme<'_>)> {
    if i.starts_with("&&") {
        return None;
    }
    let &LeftOut { text, code, what, help } =
        LEFT_OUT.iter().find(|operator| i.starts_with(operator.text))?;
    let message = format!("{what} is not served");
    let diagnostic = fault(code, message, text.len(), "not served", help);
    Some((&i[text.len()..], Lexeme::Fault(diagnostic, Some((TokenKind::Error, "")))))
}

/// `‘…’` is a string, `` `…` `` a name, and `“…”` can be either.
fn foreign_quoted(i: &str, length: usize, content: &str) -> Box<Diagnostic> {
    let string = format!("'{}'", content.replace('\'', "''"));
    let message = "strings and names are not written in these quotes";
    let fault = |help: String| fault("foreign-quotes", message, length, "", help);
    match i.chars().next() {
        Some('`') => {
            let is_plain = content.starts_with(|c: char| c.is_ascii_alphabetic())
                && content.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
                && Keyword::of(content).is_none();
            let name = match is_plain {
                true => content.to_owned(),
                false => format!("\"{}\"", content.replace('"', "\"\"")),
            };
            replaced(fault(format!("write `{}`", shortened(&name))), length, &name)
        }
        Some('‘' | '’') => {
            replaced(fault(format!("write `{}`", shortened(&string))), length, &string)
        }
        _ => {
            let shown = shortened(content);
            fault(format!("write `'{shown}'` for a string, `\"{shown}\"` for a name"))
        }
    }
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
    let help = format!("write `\"{}\"`; a quoted name has any letters", shortened(word));
    let diagnostic = fault("foreign-name", message, word.len(), "expected ASCII letters", help);
    let diagnostic = replaced(diagnostic, word.len(), &format!("\"{word}\""));
    Lexeme::Fault(diagnostic, Some((TokenKind::Name, word)))
}

/// A quoted name that is empty or contains a control character.
pub(super) fn quoted_name(content: &str) -> Lexeme<'static> {
    let (message, help) = if content.is_empty() {
        ("a quoted name has at least one character", "write a name, or `''` for an empty string")
    } else {
        ("a quoted name has no control characters", "write a name of letters, digits and `_`")
    };
    let diagnostic = fault("quoted-name", message, content.len() + 2, "", help);
    Lexeme::Fault(diagnostic, Some((TokenKind::Error, "")))
}

/// A `"` without a second `"` on its line.
pub(super) fn unterminated_name() -> Lexeme<'static> {
    let help = "a quoted name ends on its line; a string is written in single quotes";
    let message = "expected `\"`, found the end of the line inside a quoted name";
    let diagnostic = fault("unterminated-name", message, 1, "the name begins here", help);
    Lexeme::Fault(diagnostic, Some((TokenKind::Error, "")))
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

/// A `$$` or `$tag$` without its second one. It extends to the end of the file.
pub(super) fn unterminated_dollar(delimiter: &str) -> Lexeme<'static> {
    let shown = shortened(delimiter);
    let help = format!("write `{shown}` after the body of the function");
    let message = format!("expected `{shown}`, found the end of the file inside a function");
    let length = delimiter.len();
    let diagnostic = fault("unterminated-function", message, length, "the body begins here", help);
    Lexeme::Fault(diagnostic, Some((TokenKind::Error, "")))
}

/// A character that changes the direction of the text around it, at `span`.
pub(super) fn direction(character: char, span: Span) -> Diagnostic {
    let message = format!(
        "the character U+{:04X} changes the direction of text, which can hide what a rule says",
        character as u32
    );
    Diagnostic::error("text-direction", message, span, "invisible").help("remove it").edit(span, "")
}

/// `12abc`, `1.2.3` or `1e`; the lexer continues with the leading number.
pub(super) fn malformed_number<'s>(digits: &'s str, tail: &str, kind: TokenKind) -> Lexeme<'s> {
    let written = shortened(&format!("{digits}{tail}"));
    let message = format!("`{written}` is not a number");
    let (label, help) = if matches!(tail, "e" | "E") {
        ("an exponent has digits", "write them after the `e`, as in `1e9` or `1.5e-3`".to_owned())
    } else if tail.starts_with('_') {
        ("digits are not grouped", "write the digits without `_`".to_owned())
    } else if digits == "0" && tail.starts_with(['x', 'X']) {
        ("a letter follows the digits", "write the number in decimal digits".to_owned())
    } else if tail.starts_with('.') {
        ("a number has one point", "write an integer (`12`) or a decimal (`1.25`)".to_owned())
    } else {
        (
            "a letter follows the digits",
            "a name begins with a letter; a space separates a number from a word".to_owned(),
        )
    };
    let length = digits.len() + tail.len();
    let mut diagnostic = fault("malformed-number", message, length, label, help);
    if tail.starts_with('_') && tail.bytes().all(|byte| byte == b'_' || byte.is_ascii_digit()) {
        let text = format!("{digits}{}", tail.replace('_', ""));
        diagnostic = replaced(diagnostic, length, &text);
    }
    Lexeme::Fault(diagnostic, Some((kind, digits)))
}

/// A character that starts no token; a run of the same character is reported once. `i` is not
/// empty. `names_rule`: the tokens before it are `rule` and a name.
pub(super) fn stray(i: &str, names_rule: bool) -> (&str, Lexeme<'_>) {
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
        '‘' | '’' | '“' | '”' | '`' => {
            "strings are written in straight single quotes, as in 'IF2401'; names without quotes"
        }
        ':' if names_rule => "write the condition in parentheses: `rule name ( … )`",
        '^' => "powers are not served: multiply, as in `x * x`",
        '?' => "write `case when a then b else c end` for `a ? b : c`; placeholders are not served",
        '$' => "placeholders are not served: write the name of the argument or field",
        ':' | '@' => "placeholders are not served; a field of a message is written `message.field`",
        ']' | '{' | '}' => "only round parentheses group",
        '#' => "comments are written `-- …` or `/* … */`",
        _ if first.is_whitespace() => "write an ordinary space",
        _ if is_space => "remove it",
        _ => "remove it; outside comments and strings only ASCII is used",
    };
    let length = i.len() - rest.len();
    let mut diagnostic = fault("stray-character", message, length, "", help);
    if is_space {
        let text = if first.is_whitespace() { " " } else { "" };
        diagnostic = replaced(diagnostic, length, text);
    }
    (rest, Lexeme::Fault(diagnostic, (!is_space).then_some((TokenKind::Error, ""))))
}

/// `// …` to the end of the line.
fn slashes(i: &str) -> IResult<&str, &str, ()> {
    preceded(tag("//"), take_till(|c| c == '\n' || c == '\r')).parse(i)
}
