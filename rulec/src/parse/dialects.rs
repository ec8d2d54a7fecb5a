// SPDX-License-Identifier: Apache-2.0

//! Remedies for forms of other SQL dialects, and for words of the rule language in another order.

use super::rewrite::{Remedy, gap, replace};
use super::tokens::{Expected, Tokens, is_word, peek, peek_at};
use super::wording::expected_text;
use crate::lex::{Keyword, Symbol, Token, TokenKind};
use crate::span::Span;

const OPEN: TokenKind = TokenKind::Symbol(Symbol::Open);

/// The remedy for such a form at the front of `at`, after the tokens `before`.
pub(super) fn remedy(expected: Expected, before: Tokens, at: Tokens) -> Option<Remedy> {
    let (last, found) = (before.last()?, at.first()?);
    let text = expected_text(expected);
    if text.contains("`create`, `rule`") {
        return without_create(found);
    }
    if text == "`on` or `(`" {
        return rule_header(before, found);
    }
    if text.starts_with("`where` or") {
        return block_header(last, found);
    }
    column(&text, before, at).or_else(|| statement(&text, before, at)).or_else(|| {
        let is_if = is_word(last, "if") && text.contains("operator");
        is_if.then(|| said("write `case when a then b else c end` for `if a then b else c end`"))
    })
}

fn said(help: &str) -> Remedy {
    (help.to_owned(), Vec::new())
}

/// `message m (…)`
fn without_create(found: &Token) -> Option<Remedy> {
    let is_created = found.kind == TokenKind::Keyword(Keyword::Table)
        || ["message", "parameter", "function"].iter().any(|word| is_word(found, word));
    let start = Span { end: found.span.start, ..found.span };
    is_created.then(|| {
        let help = format!("write `create {}`", found.text.to_ascii_lowercase());
        (help, vec![replace(start, "create ")])
    })
}

/// `rule warn r (…)`, `rule a.b (…)`, `rule r-1 (…)`
fn rule_header(before: Tokens, found: &Token) -> Option<Remedy> {
    let [.., rule, name] = before else { return None };
    match found.kind {
        TokenKind::Name if is_word(name, "warn") => {
            let edit = replace(rule.span.to(name.span), "warn rule");
            Some(("write `warn rule`".to_owned(), vec![edit]))
        }
        TokenKind::Symbol(Symbol::Dot | Symbol::Minus) => {
            Some(said("write a name of letters, digits and `_`"))
        }
        _ => None,
    }
}

/// `on m do (…)`, `on m begin …`, `on reject m (…)`
fn block_header(last: &Token, found: &Token) -> Option<Remedy> {
    if is_word(last, "reject") && found.kind == TokenKind::Name {
        let place = Span { start: found.span.start, end: found.span.start };
        return Some(("write `on reject of`".to_owned(), vec![replace(place, "of ")]));
    }
    let is_word_of_blocks = ["do", "begin", "then"].iter().any(|word| is_word(found, word))
        || found.kind == TokenKind::Keyword(Keyword::Then);
    is_word_of_blocks.then(|| said("write the statements in parentheses: `on message ( … )`"))
}

/// Forms in a `create`.
fn column(text: &str, before: Tokens, at: Tokens) -> Option<Remedy> {
    let (last, found) = (before.last()?, at.first()?);
    match found.kind {
        TokenKind::Keyword(Keyword::Not) if text == "`(`" && is_word(last, "if") => {
            let exists = at.get(1).filter(|token| token.kind == EXISTS)?;
            let end = at.get(2).map_or(exists.span.end, |token| token.span.start);
            let span = Span { end, ..last.span };
            Some(("leave `if not exists` out".to_owned(), vec![replace(span, "")]))
        }
        TokenKind::Name if is_word(found, "precision") && is_word(last, "double") => {
            Some(said("there are no binary fractions; `decimal(p, s)` is exact"))
        }
        TokenKind::Name if is_word(found, "varying") && is_word(last, "character") => {
            let edit = replace(last.span.to(found.span), "char");
            Some(("strings are `char(n)` with n up to 16".to_owned(), vec![edit]))
        }
        TokenKind::Name if is_word(found, "default") => match declared(before)? {
            "parameter" => Some(("write `=`".to_owned(), vec![replace(found.span, "=")])),
            "function" => Some(said("pass the argument in every call")),
            _ => None,
        },
        TokenKind::Name if text == "`select`" && is_word(found, "begin") => {
            Some(said("a function is one query: `as $$ select … $$ language sql`"))
        }
        TokenKind::Name if text == "`time zone`" && is_word(found, "timezone") => {
            Some(said("write the hours east of UTC: `set time zone 8`, `set time zone -5`"))
        }
        _ => None,
    }
}

const EXISTS: TokenKind = TokenKind::Keyword(Keyword::Exists);

/// What the last `create` creates, if it is no table.
fn declared(before: Tokens) -> Option<&'static str> {
    let is_create = |token: &Token| token.kind == TokenKind::Keyword(Keyword::Create);
    let kind = before.get(1 + before.iter().rposition(is_create)?)?;
    ["parameter", "function"].into_iter().find(|word| is_word(kind, word))
}

/// Forms in a statement.
fn statement(text: &str, before: Tokens, at: Tokens) -> Option<Remedy> {
    let last = before.last()?;
    let is_set = last.kind == TokenKind::Keyword(Keyword::Set);
    if is_set && peek(at) == OPEN && text == "a column name" {
        return Some(said("write one assignment for each column: `set a = 1, b = 2`"));
    }
    let operators = [Symbol::Plus, Symbol::Minus, Symbol::Star, Symbol::Slash];
    let equal = at.get(1).filter(|token| token.kind == TokenKind::Symbol(Symbol::Equal));
    let operator = at.first().filter(|token| {
        operators.iter().any(|operator| token.kind == TokenKind::Symbol(*operator))
    });
    if let (Some(operator), Some(equal), true) = (operator, equal, text == "`=`") {
        let help = format!("write `a = a {0} 1` for `a {0}= 1`", operator.text);
        let written = format!("= {} {}", last.text, operator.text);
        return Some((help, vec![replace(operator.span.to(equal.span), &written)]));
    }
    // `(a > 0, where b > 0)`
    let is_comma = peek(at) == TokenKind::Symbol(Symbol::Comma);
    if is_comma && peek_at(at, 1) == TokenKind::Keyword(Keyword::Where) {
        return Some(("remove the comma".to_owned(), vec![replace(gap(at.first()?, &at[1]), " ")]));
    }
    None
}
