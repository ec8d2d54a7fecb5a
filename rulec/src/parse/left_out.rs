// SPDX-License-Identifier: Apache-2.0

//! Constructs of PostgreSQL that the rule language leaves out: how they are recognised, and what to
//! write instead.
//!
//! A remedy compiles and keeps the meaning, NULL included; where it does so only under a condition,
//! it says so. `x > all (…)`, for example, is not `x > (select max(…))`, because the two differ
//! over no row.

use super::construct::{LeftOut, left_out};
use super::tokens::{Expected, Tokens, is_any, is_word, peek, peek_at};
use crate::lex::{Keyword, Symbol, TokenKind};

/// The construct that the unexpected token at the front of `at` begins, after the tokens `before`.
pub(super) fn recognise(expected: Expected, before: Tokens, at: Tokens) -> Option<LeftOut> {
    if let Some(known) = after_word(before, at) {
        return Some(known);
    }
    match peek(at) {
        TokenKind::Keyword(Keyword::Not) => negated(at),
        TokenKind::Keyword(keyword) => by_keyword(keyword, before, at),
        TokenKind::Symbol(symbol) => by_symbol(symbol, expected, before),
        TokenKind::Name => by_name(expected, before, at),
        _ => None,
    }
}

/// What the word in front of the unexpected token begins, which was taken for a name.
fn after_word(before: Tokens, at: Tokens) -> Option<LeftOut> {
    let word = before.last()?;
    match peek(at) {
        OPEN if is_word(word, "lateral") => Some(left_out(
            "no-lateral",
            "`lateral`",
            "write the subquery where its value is used; it sees the rows around it",
        )),
        TokenKind::Integer | TokenKind::Decimal | TokenKind::Name if is_word(word, "symmetric") => {
            Some(left_out(
                "no-symmetric",
                "`between symmetric`",
                "write `(x between a and b or x between b and a)`",
            ))
        }
        _ => None,
    }
}

fn negated(at: Tokens) -> Option<LeftOut> {
    if is_any(&at[1..], &["ilike"]) {
        let help = "write one `not like` for each spelling, joined by `and`";
        return Some(left_out("no-ilike", "`ilike`", help));
    }
    is_any(&at[1..], &["similar"]).then_some(left_out(
        "no-similar-to",
        "`similar to`",
        "write one `not like 'prefix%'` for each alternative, joined by `and`",
    ))
}

fn by_symbol(symbol: Symbol, expected: Expected, before: Tokens) -> Option<LeftOut> {
    let last = before.last().map(|token| token.kind);
    match symbol {
        Symbol::Comma => by_comma(last, before),
        Symbol::Dot if before.iter().rev().nth(1).is_some_and(|token| token.kind == DOT) => {
            Some(left_out(
                "no-schemas",
                "a name of three parts",
                "write `table.column` or `message.field`, without a schema",
            ))
        }
        Symbol::Plus if expected == Expected::Text("an expression") => {
            Some(left_out("not-served", "unary `+`", "leave the `+` out"))
        }
        Symbol::Star if last == Some(TokenKind::Symbol(Symbol::Star)) => {
            Some(left_out("no-powers", "`**`", "multiply, as in `x * x`"))
        }
        _ => None,
    }
}

fn by_name(expected: Expected, before: Tokens, at: Tokens) -> Option<LeftOut> {
    if ends_interval(before) && is_any(at, INTERVAL_FIELDS) {
        return Some(left_out(
            "no-interval-fields",
            "a unit after the string of an interval",
            "write it into the string: `interval '5 minutes'`",
        ));
    }
    if peek_at(at, 1) == OPEN && is_any(at, &["any", "some", "all"]) {
        return Some(quantified(before, at));
    }
    let locks = peek_at(at, 1) == TokenKind::Keyword(Keyword::Update)
        || at.get(1).is_some_and(|token| is_word(token, "share"));
    if is_any(at, &["for"]) && locks {
        let help = "leave it out; nothing changes a row that is being read";
        return Some(left_out("not-served", "`for update`", help));
    }
    if ends_foreign_key(before) {
        return by_word("references");
    }
    let word = at.first().filter(|_| !matches!(expected, Expected::Name(_)))?;
    match is_word(word, "over") {
        true => Some(windowed(before, at)),
        false => by_word(word.text),
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
        "auto_increment",
        left_out("not-served", "`auto_increment`", "send the number as a field of the message"),
    ),
    (
        "generated",
        left_out(
            "not-served",
            "`generated`",
            "write the value in each statement that writes the row",
        ),
    ),
    ("mod", left_out("not-served", "`mod` as an operator", "write `%`")),
    ("div", left_out("not-served", "`div`", "write `/`, which gives an integer between integers")),
    (
        "xor",
        left_out(
            "not-served",
            "`xor`",
            "write `(a) <> (b)`, which is true where one of two conditions is",
        ),
    ),
];

fn by_word(word: &str) -> Option<LeftOut> {
    let (_, known) = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word))?;
    Some(LeftOut { ..*known })
}

/// Whether the tokens end with `foreign key (`.
fn ends_foreign_key(before: Tokens) -> bool {
    let end = &before[before.len().saturating_sub(3)..];
    is_any(end, &["foreign"]) && is_any(&end[1..], &["key"]) && peek_at(end, 2) == OPEN
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
        Keyword::Left if clause.is_some() => left_out(
            "no-outer-joins",
            "an outer join",
            "read the columns of the second table in subqueries, which are NULL where no row \
             matches",
        ),
        Keyword::Right if clause.is_some() => left_out(
            "no-outer-joins",
            "an outer join",
            "read the columns of the first table in subqueries, which are NULL where no row \
             matches",
        ),
        Keyword::Full if clause.is_some() => {
            LeftOut { code: "no-outer-joins", what: "an outer join", help: None }
        }
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
        Keyword::With => return with(before, at),
        _ => return None,
    })
}

fn with(before: Tokens, at: Tokens) -> Option<LeftOut> {
    if is_any(&at[1..], &["recursive"]) {
        let help = "compute the value when a row is written, and store it in a column";
        return Some(left_out("no-recursion", "`with recursive`", help));
    }
    if is_any(&at[1..], &["time"]) {
        let help = "leave it out; a `timestamp` is a point in time, whatever the zone";
        return Some(left_out("not-served", "`with time zone`", help));
    }
    let is_first = before.last().is_some_and(|token| token.kind == OPEN);
    is_first.then_some(left_out(
        "no-with-queries",
        "a query before the `select`",
        "write its table and its `where` in the subquery that reads it",
    ))
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
