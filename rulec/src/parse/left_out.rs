// SPDX-License-Identifier: Apache-2.0

//! Constructs of PostgreSQL that the rule language leaves out: how they are recognised, and what to
//! write instead.
//!
//! A remedy compiles and keeps the meaning wherever the construct is used, NULL included. Where no
//! such text exists, there is no remedy: `x > all (…)` is not `x > (select max(…))`, because the
//! two differ over no row.

use super::tokens::{Expected, Tokens, is_word, peek, peek_at};
use crate::lex::{Keyword, Symbol, Token, TokenKind};

/// A construct that is left out.
pub(super) struct LeftOut {
    /// The code of the error.
    pub(super) code: &'static str,
    /// The name of the construct.
    pub(super) what: &'static str,
    /// What to write instead.
    pub(super) help: Option<&'static str>,
}

const fn left_out(code: &'static str, what: &'static str, help: &'static str) -> LeftOut {
    LeftOut { code, what, help: Some(help) }
}

/// The construct that the unexpected token at the front of `at` begins, after the tokens `before`.
pub(super) fn recognise(expected: Expected, before: Tokens, at: Tokens) -> Option<LeftOut> {
    let found = at.first()?;
    let last = before.last().map(|token| token.kind);
    match found.kind {
        TokenKind::Keyword(Keyword::Not) if is_any(&at[1..], &["ilike", "similar"]) => {
            recognise(expected, before, &at[1..])
        }
        TokenKind::Keyword(keyword) => by_keyword(keyword, before, at),
        TokenKind::Symbol(Symbol::Comma) => by_comma(last, before),
        TokenKind::Symbol(Symbol::Dot)
            if before.iter().rev().nth(1).is_some_and(|token| token.kind == DOT) =>
        {
            Some(left_out(
                "no-schemas",
                "a name of three parts",
                "write `table.column` or `message.field`; there are no schemas",
            ))
        }
        TokenKind::Symbol(Symbol::Plus) if expected == Expected::Text("an expression") => {
            Some(left_out("not-served", "unary `+`", "leave the `+` out"))
        }
        TokenKind::Name if ends_interval(before) && is_any(at, INTERVAL_FIELDS) => Some(left_out(
            "no-interval-fields",
            "a unit after the string of an interval",
            "write it into the string: `interval '5 minutes'`",
        )),
        TokenKind::Name if peek_at(at, 1) == OPEN && is_any(at, &["any", "some", "all"]) => {
            Some(quantified(before, at))
        }
        TokenKind::Name if !matches!(expected, Expected::Name(_)) => by_word(found),
        _ => None,
    }
}

const OPEN: TokenKind = TokenKind::Symbol(Symbol::Open);
const CLOSE: TokenKind = TokenKind::Symbol(Symbol::Close);
const DOT: TokenKind = TokenKind::Symbol(Symbol::Dot);

fn by_comma(last: Option<TokenKind>, before: Tokens) -> Option<LeftOut> {
    match in_clause(before) {
        Some(Keyword::Values) if last == Some(CLOSE) => Some(left_out(
            "many-rows-inserted",
            "`insert` of several rows",
            "write one `insert` for each row",
        )),
        _ => None,
    }
}

/// The units that PostgreSQL accepts after the string of an interval.
const INTERVAL_FIELDS: &[&str] = &["year", "month", "day", "hour", "minute", "second"];

/// Whether the tokens end with `interval '…'`.
fn ends_interval(before: Tokens) -> bool {
    let end = &before[before.len().saturating_sub(2)..];
    is_any(end, &["interval"]) && peek_at(end, 1) == TokenKind::String
}

/// `= any (…)` and the like. Only those with the meaning of `in` have a remedy.
fn quantified(before: Tokens, at: Tokens) -> LeftOut {
    let of_query = peek_at(at, 2) == TokenKind::Keyword(Keyword::Select);
    let all = is_any(at, &["all"]);
    let help = match before.last().map(|token| token.kind) {
        Some(TokenKind::Symbol(Symbol::Equal)) if of_query && !all => {
            Some("write `x in (select …)` for `x = any (select …)`")
        }
        Some(TokenKind::Symbol(Symbol::NotEqual)) if of_query && all => {
            Some("write `x not in (select …)` for `x <> all (select …)`")
        }
        _ => None,
    };
    LeftOut { code: "no-quantifiers", what: "a comparison with `any`, `some` or `all`", help }
}

/// Words that are plain names here but have a meaning in PostgreSQL. They are looked at only where
/// no name is expected.
const WORDS: &[(&str, LeftOut)] = &[
    (
        "over",
        left_out(
            "no-window-functions",
            "a window function",
            "aggregate in a subquery, whose `where` selects the rows: \
             `(select sum(x) from t where …)`",
        ),
    ),
    (
        "ilike",
        left_out("no-ilike", "`ilike`", "write one `like` for each spelling, joined by `or`"),
    ),
    (
        "similar",
        left_out(
            "no-similar-to",
            "`similar to`",
            "write one `like 'prefix%'` for each alternative, joined by `or`",
        ),
    ),
    ("default", left_out("not-served", "`default`", "give every column its value in the `insert`")),
    (
        "immutable",
        left_out("not-served", "`immutable`", "leave it out; the calls of a function are inlined"),
    ),
    (
        "stable",
        left_out("not-served", "`stable`", "leave it out; the calls of a function are inlined"),
    ),
    ("strict", LeftOut { code: "not-served", what: "`strict`", help: None }),
    (
        "unique",
        left_out(
            "not-served",
            "`unique`",
            "the only unique columns are those of `primary key (…)`",
        ),
    ),
    (
        "references",
        left_out("not-served", "`references`", "check with `exists (select 1 from …)` in a rule"),
    ),
    ("check", left_out("not-served", "`check`", "write the condition as a rule")),
    ("isnull", left_out("not-served", "`isnull`", "write `is null`")),
    ("notnull", left_out("not-served", "`notnull`", "write `is not null`")),
    (
        "row",
        left_out(
            "no-row-values",
            "a row value",
            "compare column by column: `a = 1 and b = 2` for `row(a, b) = row(1, 2)`",
        ),
    ),
    ("escape", LeftOut { code: "no-like-escape", what: "`like … escape`", help: None }),
    ("at", LeftOut { code: "no-at-time-zone", what: "`at time zone`", help: None }),
    (
        "collate",
        left_out("not-served", "`collate`", "leave it out; strings are compared by their bytes"),
    ),
];

fn by_word(found: &Token) -> Option<LeftOut> {
    let (_, known) = WORDS.iter().find(|(word, _)| is_word(found, word))?;
    Some(LeftOut { ..*known })
}

fn by_keyword(keyword: Keyword, before: Tokens, at: Tokens) -> Option<LeftOut> {
    let clause = in_clause(before);
    Some(match keyword {
        Keyword::Offset if clause.is_some() => {
            LeftOut { code: "no-offset", what: "`offset`", help: None }
        }
        Keyword::Group if clause.is_some() => left_out(
            "no-group-by",
            "`group by`",
            "a subquery is about one group: equate its column in the `where`, as in \
             `where account_id = …`",
        ),
        Keyword::Having if clause.is_some() => left_out(
            "no-having",
            "`having`",
            "compare the aggregate outside of the subquery: `(select sum(x) from t where …) > 1`",
        ),
        Keyword::Left | Keyword::Right | Keyword::Full if clause.is_some() => left_out(
            "no-outer-joins",
            "an outer join",
            "read the columns of the second table in subqueries, which are NULL where no row \
             matches",
        ),
        Keyword::Natural if clause.is_some() => left_out(
            "no-natural-joins",
            "`natural join`",
            "name the columns: `join u on t.a = u.a`",
        ),
        Keyword::Union | Keyword::Intersect | Keyword::Except if clause.is_some() => left_out(
            "no-set-operations",
            "`union`, `intersect` or `except`",
            "write one subquery for each part, and combine their values",
        ),
        Keyword::Distinct => left_out(
            "no-select-distinct",
            "`select distinct`",
            "leave `distinct` out of `exists (…)` and `in (…)`, where it changes nothing; write \
             `count(distinct x)` to count different values",
        ),
        Keyword::Returning => left_out(
            "no-returning",
            "`returning`",
            "read the value in a rule, or in a statement before this one",
        ),
        Keyword::Select if clause == Some(Keyword::Into) => left_out(
            "no-insert-select",
            "`insert … select`",
            "write `values (…)` with a subquery for each value",
        ),
        Keyword::With if is_any(&at[1..], &["recursive"]) => {
            LeftOut { code: "no-recursion", what: "`with recursive`", help: None }
        }
        Keyword::With if matches!(peek(at), TokenKind::Keyword(_)) && peek_at(at, 1) != OPEN => {
            left_out(
                "no-with-queries",
                "a query before the `select`",
                "write the query where its name is used: `from (select …) as name`",
            )
        }
        _ => return None,
    })
}

/// The keyword of the clause that contains the end of `before`. Closed parentheses are skipped.
pub(super) fn in_clause(before: Tokens) -> Option<Keyword> {
    let mut closed = 0_usize;
    for token in before.iter().rev() {
        match token.kind {
            CLOSE => closed += 1,
            OPEN if closed > 0 => closed -= 1,
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

/// Whether the token at the front is one of these unreserved words.
pub(super) fn is_any(at: Tokens, words: &[&str]) -> bool {
    at.first().is_some_and(|token| words.iter().any(|word| is_word(token, word)))
}
