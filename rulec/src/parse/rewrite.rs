// SPDX-License-Identifier: Apache-2.0

//! Remedies for unexpected tokens that change adjacent tokens only, as changes of the text.

use super::tokens::{Expected, Tokens, is_word, peek, peek_at};
use super::wording::expected_text;
use crate::diagnostic::Edit;
use crate::lex::{Keyword, Symbol, Token, TokenKind};
use crate::span::Span;

/// The changes that replace a construct that is left out; none where more than adjacent tokens
/// change.
pub(super) fn left_out(code: &str, before: Tokens, at: Tokens) -> Vec<Edit> {
    let Some(found) = at.first() else { return Vec::new() };
    match code {
        "no-temporary-tables" => match at.get(1) {
            Some(table) if table.kind == TokenKind::Keyword(Keyword::Table) => {
                vec![replace(gap(found, table), "")]
            }
            _ => Vec::new(),
        },
        "no-schemas" => match before {
            [.., schema, _, table] => vec![replace(gap(schema, table), "")],
            _ => Vec::new(),
        },
        "no-interval-fields" => match before.last() {
            Some(count) if count.text.bytes().all(|byte| byte.is_ascii_digit()) => {
                let text = format!("'{} {}'", count.text, found.text.to_ascii_lowercase());
                vec![replace(count.span.to(found.span), &text)]
            }
            _ => Vec::new(),
        },
        "no-quantifiers" if peek_at(at, 2) == TokenKind::Keyword(Keyword::Select) => {
            let all = is_word(found, "all");
            match before.last() {
                Some(op) if op.kind == TokenKind::Symbol(Symbol::Equal) && !all => {
                    vec![replace(op.span.to(found.span), "in")]
                }
                Some(op) if op.kind == TokenKind::Symbol(Symbol::NotEqual) && all => {
                    vec![replace(op.span.to(found.span), "not in")]
                }
                _ => Vec::new(),
            }
        }
        "not-served" => not_served(found, at),
        _ => Vec::new(),
    }
}

fn not_served(found: &Token, at: Tokens) -> Vec<Edit> {
    let collation = at.get(1).filter(|_| peek_at(at, 2) != DOT);
    if found.kind == TokenKind::Symbol(Symbol::Plus) {
        vec![replace(found.span, "")]
    } else if is_word(found, "isnull") {
        vec![replace(found.span, "is null")]
    } else if is_word(found, "notnull") {
        vec![replace(found.span, "is not null")]
    } else if is_word(found, "mod") {
        vec![replace(found.span, "%")]
    } else if is_word(found, "immutable") || is_word(found, "stable") {
        vec![replace(found.span, "")]
    } else if let (true, Some(name)) = (is_word(found, "collate"), collation) {
        vec![replace(found.span.to(name.span), "")]
    } else {
        Vec::new()
    }
}

const DOT: TokenKind = TokenKind::Symbol(Symbol::Dot);
const OPEN: TokenKind = TokenKind::Symbol(Symbol::Open);
const CLOSE: TokenKind = TokenKind::Symbol(Symbol::Close);

/// A remedy and its changes.
pub(super) type Remedy = (String, Vec<Edit>);

/// The remedy for an unexpected token, if adjacent tokens are all that changes.
pub(super) fn unexpected(expected: Expected, before: Tokens, at: Tokens) -> Option<Remedy> {
    let found = at.first()?;
    let last = before.last()?;
    let text = expected_text(expected);
    let remedy =
        |help: &str, span: Span, text: &str| Some((help.to_owned(), vec![replace(span, text)]));
    match (last.kind, peek(at)) {
        (
            TokenKind::Symbol(Symbol::Comma),
            CLOSE | TokenKind::Keyword(Keyword::Where | Keyword::From),
        ) => remedy("remove the comma in front of it", last.span, ""),
        (_, DOT) if expected == Expected::Symbol(Symbol::Equal) => {
            let span = last.span.to(found.span);
            remedy("in `set` a column is written without its table", span, "")
        }
        (TokenKind::Name, DOT) if text.contains("an alias") => {
            let span = last.span.to(found.span);
            remedy("a table is written without a schema", span, "")
        }
        (_, TokenKind::Keyword(Keyword::Or))
            if text.contains("`table`, `message`")
                && at.get(1).is_some_and(|token| is_word(token, "replace")) =>
        {
            remedy("leave `or replace` out", found.span.to(at[1].span), "")
        }
        (TokenKind::Keyword(Keyword::Create), TokenKind::Keyword(Keyword::Rule)) => {
            remedy("leave `create` out", last.span, "")
        }
        (_, _) if text == "`on` or `(`" && peek_at(at, 1) == OPEN => {
            remedy("write the condition after the name: `rule name ( … )`", found.span, "")
        }
        (_, TokenKind::String) if text.contains("name") => {
            let name = format!("\"{}\"", found.text.replace('"', "\"\""));
            let help = "a name is written without quotes, or in double quotes";
            remedy(help, found.span, &name)
        }
        (TokenKind::Keyword(Keyword::On), TokenKind::Name)
            if text == "`conflict`" && is_word(found, "duplicate") =>
        {
            Some(("write `on conflict (id) do update set …`, with the key".to_owned(), Vec::new()))
        }
        (_, TokenKind::Name) if is_else_if(found) && text.contains("`when`") => {
            remedy("write `when`", found.span, "when")
        }
        (_, TokenKind::Name) if ["nil", "none"].iter().any(|word| is_word(found, word)) => {
            remedy("write `null`", found.span, "null")
        }
        (_, TokenKind::Keyword(Keyword::Not))
            if peek_at(at, 1) == TokenKind::Keyword(Keyword::Null) =>
        {
            remedy("write `is not null`", found.span.to(at[1].span), "is not null")
        }
        (TokenKind::Integer, TokenKind::Symbol(Symbol::Comma)) => grouped(last, at),
        (_, _) if text.starts_with("`null`, ") => compared(before, at),
        _ => None,
    }
}

/// `1,000,000`: after the first digits, each comma and three digits follow without a space.
fn grouped(first: &Token, at: Tokens) -> Option<Remedy> {
    let mut end = first.span.end;
    let mut edits = Vec::new();
    for pair in at.chunks_exact(2) {
        let [comma, digits] = pair else { break };
        let touches = comma.span.start == end && comma.span.end == digits.span.start;
        let is_group = digits.kind == TokenKind::Integer && digits.text.len() == 3;
        if peek(pair) != TokenKind::Symbol(Symbol::Comma) || !touches || !is_group {
            break;
        }
        edits.push(replace(comma.span, ""));
        end = digits.span.end;
    }
    let help = "write the digits of a number without commas".to_owned();
    (!edits.is_empty()).then_some((help, edits))
}

/// `is [not]` in front of a value.
fn compared(before: Tokens, at: Tokens) -> Option<Remedy> {
    let value = [TokenKind::Integer, TokenKind::Decimal, TokenKind::String];
    if !value.contains(&peek(at)) {
        return None;
    }
    let (is, operator) = match before {
        [.., is, not] if not.kind == TokenKind::Keyword(Keyword::Not) => {
            (is.span.to(not.span), "<>")
        }
        [.., is] => (is.span, "="),
        [] => return None,
    };
    Some((format!("a value is compared by `{operator}`"), vec![replace(is, operator)]))
}

fn is_else_if(token: &Token) -> bool {
    ["elsif", "elseif", "elif"].iter().any(|word| is_word(token, word))
}

/// The bytes from the start of one token to that of another.
pub(super) fn gap(from: &Token, to: &Token) -> Span {
    Span { start: from.span.start, end: to.span.start }
}

pub(super) fn replace(span: Span, text: &str) -> Edit {
    Edit { span, text: text.to_owned() }
}
