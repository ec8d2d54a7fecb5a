// SPDX-License-Identifier: Apache-2.0

//! Remedies for unexpected tokens: unsupported SQL, a keyword as a name, a misspelled keyword, a
//! missing semicolon, an extra comma.

use super::starts::{starts_item, starts_statement};
use super::tokens::{Expected, Tokens, is_word, peek, peek_at};
use super::wording::{expected_text, found_text, unexpected};
use crate::diagnostic::{Diagnostic, shortened};
use crate::lex::{Keyword, Symbol, Token, TokenKind};
use engine::names::fewest_edits;

/// The diagnostic for an unexpected token at `at`, after the tokens `before`.
pub(super) fn explain(expected: Expected, before: Tokens, at: Tokens) -> Diagnostic {
    let plain = unexpected(expected, at);
    let Some(found) = at.first().filter(|token| token.kind != TokenKind::End) else { return plain };
    // `set a = 1, where …`: the comma is wrong, not the keyword.
    let after_comma =
        before.last().is_some_and(|token| token.kind == TokenKind::Symbol(Symbol::Comma));
    let ends_list =
        after_comma && matches!(peek(at), TokenKind::Keyword(Keyword::Where | Keyword::From));
    if let (Expected::Name(_), TokenKind::Keyword(keyword)) = (expected, found.kind)
        && !ends_list
        && !starts_item(at)
    {
        let message =
            format!("`{}` is a keyword and cannot be {}", keyword.text(), expected_text(expected));
        let help = format!("choose another name, such as `{}_`", keyword.text());
        let label = format!("expected {}", expected_text(expected));
        return Diagnostic::error("keyword-as-name", message, found.span, label).help(help);
    }
    if let Some((what, help)) = not_served(expected, before, at) {
        return Diagnostic::error(
            "not-served",
            format!("{what} is not served"),
            found.span,
            "not served",
        )
        .help(help);
    }
    if starts_statement(at) && expected_text(expected).contains("`;`") {
        let message = format!("expected `;` between statements, found {}", found_text(found));
        return Diagnostic::error(
            "missing-semicolon",
            message,
            found.span,
            "a new statement begins here",
        )
        .help("write `;` behind the statement before it");
    }
    match remedy(expected, before, at)
        .or_else(|| misspelled(at))
        .or_else(|| misspelled_before(expected, before))
    {
        Some(help) => plain.help(help),
        None => plain,
    }
}

/// Unsupported SQL: its name, and what to write instead.
fn not_served(
    expected: Expected,
    before: Tokens,
    at: Tokens,
) -> Option<(&'static str, &'static str)> {
    let found = at.first()?;
    let last = before.last().map(|token| token.kind);
    if let Some(Keyword::Is) = last_keyword_skipping_not(before) {
        return match found.kind {
            TokenKind::Keyword(Keyword::True | Keyword::False) => Some((
                "`is true`",
                "write the condition itself, with `coalesce(…, false)` where it may be NULL",
            )),
            TokenKind::Keyword(Keyword::Distinct) => Some((
                "`is distinct from`",
                "write `a <> b` with `coalesce` or `is null` for the NULLs",
            )),
            _ => None,
        };
    }
    match found.kind {
        TokenKind::Keyword(Keyword::Not) if is_any(&at[1..], &["like", "ilike", "similar"]) => {
            not_served(expected, before, &at[1..])
        }
        TokenKind::Keyword(keyword) => keyword_not_served(keyword, before),
        TokenKind::Symbol(Symbol::Comma) if in_clause(before) == Some(Keyword::From) => Some((
            "`from` with several tables",
            "write one subquery for each table, and combine their values",
        )),
        TokenKind::Symbol(Symbol::Comma) if in_clause(before) == Some(Keyword::Select) => Some((
            "a subquery of several columns",
            "write one subquery for each column; they share one look-up",
        )),
        TokenKind::Symbol(Symbol::Comma)
            if in_clause(before) == Some(Keyword::Values) && last == Some(CLOSE) =>
        {
            Some(("`insert` of several rows", "write one `insert` for each row"))
        }
        TokenKind::Symbol(Symbol::Dot)
            if before.iter().rev().nth(1).is_some_and(|token| token.kind == DOT) =>
        {
            Some((
                "a name of three parts",
                "write `table.column` or `message.field`; there are no schemas",
            ))
        }
        TokenKind::Symbol(Symbol::Plus) if expected == Expected::Text("an expression") => {
            Some(("unary `+`", "leave the `+` out"))
        }
        TokenKind::Name if !matches!(expected, Expected::Name(_)) => {
            let names = SERVED_ELSEWHERE.iter().find(|(word, ..)| is_word(found, word));
            names.map(|&(_, what, help)| (what, help))
        }
        _ => None,
    }
}

const CLOSE: TokenKind = TokenKind::Symbol(Symbol::Close);
const DOT: TokenKind = TokenKind::Symbol(Symbol::Dot);

/// Words that are plain names here but have a meaning in PostgreSQL. They are checked only where no
/// name is expected.
const SERVED_ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "over",
        "a window function",
        "write the window as a condition, as in `… and ts > trade_order.ts - 1000000000`",
    ),
    ("like", "`like`", "compare whole strings with `=` or `in`"),
    ("ilike", "`ilike`", "compare whole strings with `=` or `in`"),
    ("similar", "`similar to`", "compare whole strings with `=` or `in`"),
    ("filter", "`filter`", "move the condition to the subquery's `where`"),
    ("default", "`default`", "give every column its value in the `insert`"),
    ("unique", "`unique`", "the only unique columns are those of `primary key (…)`"),
    ("references", "`references`", "check with `exists (select 1 from …)` in a rule"),
    ("check", "`check`", "write the condition as a rule"),
    ("isnull", "`isnull`", "write `is null`"),
    ("notnull", "`notnull`", "write `is not null`"),
];

fn keyword_not_served(keyword: Keyword, before: Tokens) -> Option<(&'static str, &'static str)> {
    Some(match keyword {
        Keyword::Order | Keyword::Limit | Keyword::Offset if in_clause(before).is_some() => (
            "`order by … limit`",
            "use `max(…)` or `min(…)`, which are kept up to date and cost one look-up",
        ),
        Keyword::Group | Keyword::Having if in_clause(before).is_some() => (
            "`group by`",
            "equate the group's column in the `where`, as in `where account_id = \
             trade_order.account_id`",
        ),
        Keyword::Join
        | Keyword::Inner
        | Keyword::Left
        | Keyword::Right
        | Keyword::Full
        | Keyword::Cross
        | Keyword::Natural
            if in_clause(before).is_some() =>
        {
            (
                "`join`",
                "write one subquery for each table; the key of one may be the value of another",
            )
        }
        Keyword::Union | Keyword::Intersect | Keyword::Except if in_clause(before).is_some() => (
            "`union`, `intersect` or `except`",
            "write one subquery for each part, and combine their values",
        ),
        Keyword::Distinct => {
            ("`distinct`", "keep a table with one row for each value, and count its rows")
        }
        Keyword::Returning => {
            ("`returning`", "read the value in a rule or in a statement in front of this one")
        }
        Keyword::Select if in_clause(before) == Some(Keyword::Into) => {
            ("`insert … select`", "write `values (…)` with a subquery for each value")
        }
        Keyword::On if in_clause(before) == Some(Keyword::Values) => (
            "`on conflict`",
            "a duplicate key rejects the message; `update` in one block and `insert` in another, \
             each with its `where`",
        ),
        _ => return None,
    })
}

/// The last keyword, not counting `not`.
fn last_keyword_skipping_not(before: Tokens) -> Option<Keyword> {
    let mut kinds = before.iter().rev().map(|token| token.kind);
    match kinds.find(|kind| *kind != TokenKind::Keyword(Keyword::Not)) {
        Some(TokenKind::Keyword(keyword)) => Some(keyword),
        _ => None,
    }
}

/// The keyword of the clause that contains the end of `before`. Closed parentheses are skipped.
fn in_clause(before: Tokens) -> Option<Keyword> {
    let mut closed = 0_usize;
    for token in before.iter().rev() {
        match token.kind {
            CLOSE => closed += 1,
            TokenKind::Symbol(Symbol::Open) if closed > 0 => closed -= 1,
            TokenKind::Symbol(Symbol::Open | Symbol::Semicolon) => return None,
            TokenKind::Keyword(
                keyword @ (Keyword::Select
                | Keyword::From
                | Keyword::Where
                | Keyword::Values
                | Keyword::Into
                | Keyword::Set),
            ) if closed == 0 => return Some(keyword),
            _ => {}
        }
    }
    None
}

/// Remedies that need only the adjacent tokens.
fn remedy(expected: Expected, before: Tokens, at: Tokens) -> Option<String> {
    let last = before.last().map(|token| token.kind);
    let text = expected_text(expected);
    let help = match (last, peek(at)) {
        (
            Some(TokenKind::Symbol(Symbol::Comma)),
            CLOSE | TokenKind::Keyword(Keyword::Where | Keyword::From),
        ) => "remove the comma in front of it",
        (_, CLOSE)
            if text.contains("`create`")
                || text.starts_with("`insert`") && peek_at(at, 1) == CLOSE =>
        {
            "this parenthesis closes nothing; remove it, or add the `(` that it should close"
        }
        (_, TokenKind::Keyword(Keyword::Insert | Keyword::Update | Keyword::Delete))
            if text.contains("`create`") =>
        {
            "statements stand in a block: `on message ( … )`"
        }
        (_, TokenKind::Keyword(Keyword::Select)) if text.contains("`create`") => {
            "a file holds tables, messages, rules and `on` blocks; a query stands inside one of \
             them, in parentheses"
        }
        (_, TokenKind::Keyword(Keyword::Select)) if text.starts_with("an expression") => {
            "a subquery stands in parentheses: `(select …)`"
        }
        (_, TokenKind::Symbol(Symbol::Dot)) if expected == Expected::Symbol(Symbol::Equal) => {
            "in `set` a column is written without its table"
        }
        (_, TokenKind::Keyword(Keyword::Where)) if text == "an operator or `)`" => {
            "a rule has one `where`, a subquery one; check the parentheses, or join the \
             conditions with `and`"
        }
        (_, TokenKind::Name)
            if text.contains("`table` or") && is_any(at, &["view", "index", "function", "or"]) =>
        {
            "only tables and messages are created"
        }
        (_, TokenKind::String) if text.contains("name") => "names are written without quotes",
        _ => return None,
    };
    Some(help.to_owned())
}

fn is_any(at: Tokens, words: &[&str]) -> bool {
    at.first().is_some_and(|token| words.iter().any(|word| is_word(token, word)))
}

/// The help for a name at the front that is almost a keyword.
fn misspelled(at: Tokens) -> Option<String> {
    let keyword = nearest(at.first()?)?;
    Some(format!("did you mean `{keyword}`?"))
}

/// The help for a name that is almost a keyword, in front of the unexpected token: in `from t wehre
/// a = b` the misspelled word was parsed as an alias, and in `crate table` not at all.
fn misspelled_before(expected: Expected, before: Tokens) -> Option<String> {
    let last = before.last()?;
    let keyword = nearest(last).filter(|_| !matches!(expected, Expected::Name(_)))?;
    Some(format!("did you mean `{keyword}` for `{}`?", shortened(last.text)))
}

/// The keyword that is one edit away from a name (two edits, for long keywords).
fn nearest(token: &Token) -> Option<&'static str> {
    // `int` is more often meant as itself than as `in` or `into`.
    if token.kind != TokenKind::Name
        || !(3..=12).contains(&token.text.len())
        || is_word(token, "int")
    {
        return None;
    }
    let word = token.text.to_ascii_lowercase();
    let words = Keyword::ALL
        .iter()
        .map(|(text, _)| *text)
        .chain(["key", "message", "rows"])
        .filter(|text| text.len() > 2);
    let (distance, text) = fewest_edits(&word, words)?;
    (0 < distance && distance <= if text.len() >= 6 { 2 } else { 1 }).then_some(text)
}
