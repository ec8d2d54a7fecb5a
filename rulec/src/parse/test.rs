// SPDX-License-Identifier: Apache-2.0

//! Tests in rule files.

use super::expr::expression;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, fold, is_name, is_word, list, name, peek, span_between,
    symbol, word,
};
use crate::ast::{self, Assignment, Name, Step, Test};
use crate::diagnostic::{Diagnostic, shortened};
use crate::lex::{Keyword, Symbol, TokenKind};
use engine::verdict::Reason;
use nom::Parser;
use nom::combinator::cut;
use nom::error::context;
use nom::sequence::{delimited, separated_pair};

/// `test "name" (step {; step} [;])`.
pub(super) fn test(start: Tokens) -> Parsed<Test> {
    let (i, name) = cut(name("the name of a test, as in `\"too large\"`")).parse(&start[1..])?;
    let (mut i, _) = cut(symbol(Symbol::Open)).parse(i)?;
    let mut steps = Vec::new();
    loop {
        let (rest, step) = cut(context("`given`, `when` or `expect`", step)).parse(i)?;
        steps.push(step);
        i = rest;
        if peek(i) == TokenKind::Symbol(Symbol::Semicolon) {
            i = &i[1..];
            if peek(i) != TokenKind::Symbol(Symbol::Close) {
                continue;
            }
        }
        let (i, _) = cut(context("`;` or `)`", symbol(Symbol::Close))).parse(i)?;
        return Ok((i, Test { name, steps, span: span_between(start, i) }));
    }
}

fn step(start: Tokens) -> Parsed<Step> {
    let is = |text: &str| start.first().is_some_and(|token| is_word(token, text));
    let i = &start[1..];
    if is("given") {
        let (i, (table, row)) = (name("a table name"), cut(row)).parse(i)?;
        Ok((i, Step::Given { table, row, span: span_between(start, i) }))
    } else if peek(start) == TokenKind::Keyword(Keyword::When) {
        let (i, (message, fields)) = (name("a message name"), cut(row)).parse(i)?;
        let (verdict, _) = cut(word("expect", "`expect`")).parse(i)?;
        let (i, expected) = verdict_of(verdict)?;
        let (expected_span, span) = (span_between(verdict, i), span_between(start, i));
        Ok((i, Step::When { message, fields, expected, expected_span, span }))
    } else if is("expect") {
        let (i, table) = name("a table name")(i)?;
        if i.first().is_some_and(|token| is_word(token, "empty")) {
            let i = &i[1..];
            return Ok((i, Step::ExpectEmpty { table, span: span_between(start, i) }));
        }
        let (i, row) = cut(context("`(` or `empty`", row)).parse(i)?;
        Ok((i, Step::ExpectRow { table, row, span: span_between(start, i) }))
    } else {
        Err(nom::Err::Error(Fault::expected(start, Expected::Text("a step"))))
    }
}

/// `(column = value {, column = value})`.
fn row(i: Tokens) -> Parsed<Vec<Assignment>> {
    let assignment = separated_pair(column, symbol(Symbol::Equal), expression);
    let close = context("an operator, `,` or `)`", symbol(Symbol::Close));
    delimited(symbol(Symbol::Open), cut(list(cut(assignment))), cut(close)).parse(i)
}

/// A column or field. `rule` is one of the message `mode`.
fn column(i: Tokens) -> Parsed<Name> {
    match i.split_first() {
        Some((token, rest)) if token.kind == TokenKind::Keyword(Keyword::Rule) => {
            Ok((rest, fold(token)))
        }
        _ => name("a column or field name")(i),
    }
}

/// `accept`, `reject [rule] [reason]` or `warn rule`.
fn verdict_of(i: Tokens) -> Parsed<ast::Expected> {
    let is = |text: &str| i.first().is_some_and(|token| is_word(token, text));
    if is("accept") {
        Ok((&i[1..], ast::Expected::Accept))
    } else if is("reject") {
        let (i, rule) = rejecting_rule(&i[1..]);
        let (i, reason) = reason(i, rule.is_some())?;
        Ok((i, ast::Expected::Reject { rule, reason }))
    } else if is("warn") {
        let (i, rule) = cut(name("a rule name")).parse(&i[1..])?;
        Ok((i, ast::Expected::Warn(rule)))
    } else {
        let expected = Expected::Text("`accept`, `reject` or `warn`");
        Err(nom::Err::Failure(Fault::expected(i, expected)))
    }
}

/// The rule after `reject`, unless the word there is a reason.
fn rejecting_rule(i: Tokens) -> (Tokens, Option<Name>) {
    match i.split_first() {
        Some((token, rest)) if is_name(token) && reason_at(i).is_none() => {
            (rest, Some(fold(token)))
        }
        _ => (i, None),
    }
}

/// The reason at the front; some reasons are keywords.
fn reason_at(i: Tokens) -> Option<Reason> {
    let token = i.first()?;
    let is_unquoted = matches!(token.kind, TokenKind::Name | TokenKind::Keyword(_));
    let is = |reason: &&Reason| reason.text().eq_ignore_ascii_case(token.text);
    Reason::ALL.iter().find(is).copied().filter(|_| is_unquoted)
}

/// The reason after `reject` or after the rule that rejects.
fn reason(i: Tokens, after_rule: bool) -> Parsed<Option<Reason>> {
    if let Some(reason) = reason_at(i) {
        return Ok((&i[1..], Some(reason)));
    }
    match i.first() {
        Some(token) if after_rule && is_name(token) => {
            let message = format!("there is no reason `{}`", shortened(token.text));
            let reasons: Vec<&str> = Reason::ALL.iter().map(|reason| reason.text()).collect();
            let diagnostic = Diagnostic::error("unknown-reason", message, token.span, "");
            let help = format!("the reasons are {}", reasons.join(", "));
            Err(Fault::diagnosed(i, diagnostic.help(help)))
        }
        _ => Ok((i, None)),
    }
}

/// Whether the word is a reason, so that a rule with this name is quoted after `reject`.
pub(crate) fn is_reason(word: &str) -> bool {
    Reason::ALL.iter().any(|reason| reason.text() == word)
}
