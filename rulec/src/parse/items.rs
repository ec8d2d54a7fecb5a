// SPDX-License-Identifier: Apache-2.0

//! Items: which one starts, and those of one line.

use super::functions::{function, parameter};
use super::jobs::job;
use super::report::Reports;
use super::rules::{on, rule};
use super::tables::{message, table};
use super::test::test;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, integer, is_word, keyword, peek, peek_at, span, span_between,
    symbol, unquoted, word,
};
use crate::ast::{Include, Item, TimeZone};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt};
use nom::error::context;
use nom::sequence::preceded;

/// Parses an item without the `;` after it. Errors inside the statements of an `on` block or of a
/// job are added to `reports`, and parsing of the block continues.
pub(super) fn item<'t>(i: Tokens<'t>, reports: &mut Reports<'t>) -> Parsed<'t, Item> {
    let is = |text: &str| i.first().is_some_and(|token| is_word(token, text));
    match peek(i) {
        TokenKind::Keyword(Keyword::Create)
            if i.get(1).is_some_and(|next| is_word(next, "job")) =>
        {
            job(i, reports).map(|(i, job)| (i, Item::Job(job)))
        }
        TokenKind::Keyword(Keyword::Create) => create(i),
        TokenKind::Keyword(Keyword::Rule) => map(rule, Item::Rule).parse(i),
        TokenKind::Keyword(Keyword::On) => on(i, reports),
        TokenKind::Keyword(Keyword::Set) => map(time_zone, Item::TimeZone).parse(i),
        TokenKind::Name if is("warn") => map(rule, Item::Rule).parse(i),
        TokenKind::Name if is("include") => map(include, Item::Include).parse(i),
        TokenKind::Name if is("test") => map(test, Item::Test).parse(i),
        _ => {
            let items = "`create`, `rule`, `on`, `test` or `include`";
            Err(nom::Err::Error(Fault::expected(i, Expected::Text(items))))
        }
    }
}

fn create(i: Tokens) -> Parsed<Item> {
    let (rest, _) = keyword(Keyword::Create)(i)?;
    let kind = alt((
        map(preceded(keyword(Keyword::Table), cut(table)), Item::Table),
        map(preceded(word("message", "`message`"), cut(message)), Item::Message),
        map(
            preceded(word("parameter", "`parameter`"), cut(|at| parameter(i, at))),
            Item::Parameter,
        ),
        map(preceded(word("function", "`function`"), cut(|at| function(i, at))), Item::Function),
    ));
    cut(context("`table`, `message`, `parameter`, `function` or `job`", kind)).parse(rest)
}

/// `include 'file.rules'`.
fn include(i: Tokens) -> Parsed<Include> {
    let i = &i[1..];
    if peek(i) != TokenKind::String {
        let expected = Expected::Text("the name of a file, as in `'limits.rules'`");
        return Err(nom::Err::Failure(Fault::expected(i, expected)));
    }
    Ok((&i[1..], Include { path: unquoted(&i[0]), span: span(i) }))
}

/// `set time zone hours`, where the hours can have a sign.
fn time_zone(i: Tokens) -> Parsed<TimeZone> {
    let words = (keyword(Keyword::Set), word("time", "`time zone`"), word("zone", "`zone`"));
    let (start, _) = cut(words).parse(i)?;
    let sign = alt((symbol(Symbol::Minus), symbol(Symbol::Plus)));
    let (i, _) = opt(sign).parse(start)?;
    if peek(i) == TokenKind::String {
        let message = "a time zone is a number of hours";
        let diagnostic = Diagnostic::error("time-zone", message, span(i), "");
        let help = "write the hours east of UTC: `set time zone 8`, `set time zone -5`";
        return Err(Fault::diagnosed(i, diagnostic.help(help)));
    }
    let (i, (hours, _)) = cut(integer("a number of hours")).parse(i)?;
    let negative = peek(start) == TokenKind::Symbol(Symbol::Minus);
    let hours = if negative { -hours } else { hours };
    Ok((i, TimeZone { hours, span: span_between(start, i) }))
}

/// The closing `end [;]` of a file, after which nothing follows. `None` if there is no `end` at the
/// front.
pub(super) fn end(i: Tokens) -> Option<Result<Tokens, Box<Diagnostic>>> {
    if peek(i) != TokenKind::Keyword(Keyword::End) {
        return None;
    }
    let semicolon = peek_at(i, 1) == TokenKind::Symbol(Symbol::Semicolon);
    let rest = &i[1 + usize::from(semicolon)..];
    if matches!(peek(rest), TokenKind::End | TokenKind::Error) {
        return Some(Ok(rest));
    }
    let message = "nothing follows the `end` of a file";
    let diagnostic = Diagnostic::error("after-end", message, span(rest), "this is not read")
        .related(span(i), "the file ends here")
        .help("move the `end;` to the end of the file, or remove it");
    Some(Err(Box::new(diagnostic)))
}
