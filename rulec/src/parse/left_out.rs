// SPDX-License-Identifier: Apache-2.0

//! Constructs of PostgreSQL that the rule language leaves out: how they are recognised, and what to
//! write instead.
//!
//! A remedy compiles and keeps the meaning, NULL included; where it does so only under a condition,
//! it says so. `x > all (…)`, for example, is not `x > (select max(…))`, because the two differ
//! over no row.

use super::foreign_items;
use super::tokens::{Expected, Tokens, is_word, peek, peek_at};
use crate::lex::{Keyword, Symbol, TokenKind};

/// A construct that is left out.
pub(super) struct LeftOut {
    /// The code of the error.
    pub(super) code: &'static str,
    /// The name of the construct.
    pub(super) what: &'static str,
    /// What to write instead.
    pub(super) help: Option<&'static str>,
}

pub(super) const fn left_out(
    code: &'static str,
    what: &'static str,
    help: &'static str,
) -> LeftOut {
    LeftOut { code, what, help: Some(help) }
}

/// The construct that the unexpected token at the front of `at` begins, after the tokens `before`.
pub(super) fn recognise(expected: Expected, before: Tokens, at: Tokens) -> Option<LeftOut> {
    if let Some(item) = foreign_items::recognise(expected, at) {
        return Some(item);
    }
    let found = at.first()?;
    let last = before.last().map(|token| token.kind);
    match found.kind {
        TokenKind::Keyword(Keyword::Not) if is_any(&at[1..], &["ilike"]) => Some(left_out(
            "no-ilike",
            "`ilike`",
            "write one `not like` for each spelling, joined by `and`",
        )),
        TokenKind::Keyword(Keyword::Not) if is_any(&at[1..], &["similar"]) => Some(left_out(
            "no-similar-to",
            "`similar to`",
            "write one `not like 'prefix%'` for each alternative, joined by `and`",
        )),
        TokenKind::Keyword(keyword) => by_keyword(keyword, before, at),
        TokenKind::Symbol(Symbol::Comma) => by_comma(last, before),
        TokenKind::Symbol(Symbol::Dot)
            if before.iter().rev().nth(1).is_some_and(|token| token.kind == DOT) =>
        {
            Some(left_out(
                "no-schemas",
                "a name of three parts",
                "write `table.column` or `message.field`, without a schema",
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
        TokenKind::Name if is_any(at, &["over"]) && !matches!(expected, Expected::Name(_)) => {
            Some(windowed(before, at))
        }
        TokenKind::Name if !matches!(expected, Expected::Name(_)) => by_word(at),
        _ => None,
    }
}

/// A call over a window. An aggregate over a partition is one over the rows of a `where`; the other
/// functions, and an order, have no equal.
fn windowed(before: Tokens, at: Tokens) -> LeftOut {
    let mut closed = 0_usize;
    let function = before.iter().rev().find(|token| {
        match token.kind {
            CLOSE => closed += 1,
            OPEN => closed = closed.saturating_sub(1),
            _ => return closed == 0,
        }
        false
    });
    let aggregates = ["sum", "count", "avg", "min", "max"];
    let is_aggregate = function.is_some_and(|name| aggregates.iter().any(|a| is_word(name, a)));
    let window = at.iter().take_while(|token| token.kind != CLOSE);
    let is_ordered = window.clone().any(|token| token.kind == TokenKind::Keyword(Keyword::Order));
    let help = if is_aggregate && !is_ordered {
        "aggregate in a subquery whose `where` selects the partition: \
         `(select sum(x) from t where k = …)`"
    } else {
        "compute the value when a row is written, and store it in a column"
    };
    left_out("no-window-functions", "a window function", help)
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

/// `= any (…)` and the like.
fn quantified(before: Tokens, at: Tokens) -> LeftOut {
    let of_query = peek_at(at, 2) == TokenKind::Keyword(Keyword::Select);
    let all = is_any(at, &["all"]);
    let extreme = match (before.last().map(|token| token.kind), all) {
        (Some(TokenKind::Symbol(Symbol::Equal)), false) if of_query => {
            return quantifier("write `x in (select …)` for `x = any (select …)`");
        }
        (Some(TokenKind::Symbol(Symbol::NotEqual)), true) if of_query => {
            return quantifier("write `x not in (select …)` for `x <> all (select …)`");
        }
        (Some(TokenKind::Symbol(Symbol::Equal)), false) => {
            return quantifier("write `x in (1, 2)` for `x = any (array[1, 2])`");
        }
        (Some(TokenKind::Symbol(Symbol::NotEqual)), true) => {
            return quantifier("write `x not in (1, 2)` for `x <> all (array[1, 2])`");
        }
        (Some(TokenKind::Symbol(Symbol::Greater | Symbol::GreaterEqual)), all) if of_query => {
            if all { ALL_MAX } else { ANY_MIN }
        }
        (Some(TokenKind::Symbol(Symbol::Less | Symbol::LessEqual)), all) if of_query => {
            if all {
                ALL_MIN
            } else {
                ANY_MAX
            }
        }
        _ => "compare with each value by itself, and join the comparisons by `and` or `or`",
    };
    quantifier(extreme)
}

const fn quantifier(help: &'static str) -> LeftOut {
    left_out("no-quantifiers", "a comparison with `any`, `some` or `all`", help)
}

// Over no row `all` is true and `any` false, but `max` and `min` are NULL.
const ALL_MAX: &str = "where `a` is never NULL, write `case when exists (select …) then \
    x > (select max(a) …) else true end` for `x > all (select a …)`";
const ALL_MIN: &str = "where `a` is never NULL, write `case when exists (select …) then \
    x < (select min(a) …) else true end` for `x < all (select a …)`";
const ANY_MIN: &str = "where `a` is never NULL, write `case when exists (select …) then \
    x > (select min(a) …) else false end` for `x > any (select a …)`";
const ANY_MAX: &str = "where `a` is never NULL, write `case when exists (select …) then \
    x < (select max(a) …) else false end` for `x < any (select a …)`";

/// Words that are plain names here but have a meaning in PostgreSQL. They are looked at only where
/// no name is expected.
const WORDS: &[(&str, LeftOut)] = &[
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
    (
        "strict",
        left_out(
            "not-served",
            "`strict`",
            "write `case when a is null then null else … end` in the body, for each argument `a`",
        ),
    ),
    (
        "unique",
        left_out(
            "not-served",
            "`unique`",
            "insert the value also into a table whose primary key it is, which rejects a second \
             one",
        ),
    ),
    (
        "references",
        left_out(
            "not-served",
            "`references`",
            "write a rule for the message: `exists (select 1 from t where id = message.field)`",
        ),
    ),
    (
        "check",
        left_out(
            "not-served",
            "`check`",
            "write the condition as a rule for each message that writes the column",
        ),
    ),
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
    (
        "escape",
        left_out(
            "no-like-escape",
            "`like … escape`",
            "write `\\` in front of a `%` or `_` that means itself",
        ),
    ),
    (
        "at",
        left_out(
            "no-at-time-zone",
            "`at time zone`",
            "write `set time zone 8` at the start of the file: it is the zone of `extract`, \
             `date_trunc` and casts",
        ),
    ),
    (
        "collate",
        left_out("not-served", "`collate`", "leave it out; strings are compared by their bytes"),
    ),
    (
        "xor",
        left_out(
            "not-served",
            "`xor`",
            "write `(a) <> (b)`, which is true where one of two conditions is",
        ),
    ),
];

fn by_word(at: Tokens) -> Option<LeftOut> {
    let (_, known) = WORDS.iter().find(|(word, _)| is_any(at, &[word]))?;
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
            "equate the column with a value in the `where`, which selects one group; over no row \
             a `count` is then 0, so write `nullif((select count(*) …), 0)` to keep NULL",
        ),
        Keyword::Having if clause.is_some() => left_out(
            "no-having",
            "`having`",
            "write `coalesce((select sum(x) from t where …) > 1, false)` for \
             `exists (select 1 from t where … having sum(x) > 1)`",
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
        Keyword::Union if clause.is_some() => {
            set_operation("`union`", "write `x in (select …) or x in (select …)`")
        }
        Keyword::Intersect if clause.is_some() => set_operation(
            "`intersect`",
            "where neither part selects NULL, write `x in (select …) and x in (select …)`",
        ),
        Keyword::Except if clause.is_some() => set_operation(
            "`except`",
            "where neither part selects NULL, write `x in (select …) and x not in (select …)`",
        ),
        Keyword::Distinct => left_out(
            "no-select-distinct",
            "`select distinct`",
            "leave `distinct` out in `exists (…)` and `in (…)`, where it changes nothing; write \
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
            "write `values (…)` with a subquery for each value: one row, with NULL where the query \
             finds none",
        ),
        Keyword::With if is_any(&at[1..], &["recursive"]) => {
            let help = "compute the value when a row is written, and store it in a column";
            left_out("no-recursion", "`with recursive`", help)
        }
        Keyword::With if matches!(peek(at), TokenKind::Keyword(_)) && peek_at(at, 1) != OPEN => {
            left_out(
                "no-with-queries",
                "a query before the `select`",
                "write its table and its `where` in the subquery that reads it",
            )
        }
        _ => return None,
    })
}

const fn set_operation(what: &'static str, help: &'static str) -> LeftOut {
    left_out("no-set-operations", what, help)
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
