// SPDX-License-Identifier: Apache-2.0

//! Rules, and the blocks that run after a verdict.

use super::expr::expression;
use super::report::Reports;
use super::statements::statements;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, is_name, is_word, keyword, list, name, peek, peek_at, span,
    span_between, symbol, unquoted, word,
};
use crate::ast::{Attributes, Expr, Item, Name, On, OnReject, Rule, Text};
use crate::diagnostic::{Diagnostic, shortened};
use crate::lex::{Keyword, Symbol, TokenKind};
use nom::Parser;
use nom::combinator::{cut, opt};
use nom::error::context;
use nom::sequence::preceded;

/// `[warn] rule name [on message] (condition [where guard]) [with (attributes)]`.
pub(super) fn rule(start: Tokens) -> Parsed<Rule> {
    let (i, warn) = opt(word("warn", "`warn`")).parse(start)?;
    let (i, _) = cut(keyword(Keyword::Rule)).parse(i)?;
    let (i, name) = cut(name("a rule name")).parse(i)?;
    let (i, message) = opt(preceded(keyword(Keyword::On), cut(message))).parse(i)?;
    let expected = if message.is_some() { "`(`" } else { "`on` or `(`" };
    let (i, _) = cut(context(expected, symbol(Symbol::Open))).parse(i)?;
    let (i, condition) = cut(expression).parse(i)?;
    let (i, guard) = guard(i)?;
    let expected =
        if guard.is_some() { "an operator or `)`" } else { "an operator, `where` or `)`" };
    let (i, _) = cut(context(expected, symbol(Symbol::Close))).parse(i)?;
    let span = span_between(start, i);
    let (i, attributes) = opt(preceded(keyword(Keyword::With), cut(attributes))).parse(i)?;
    let (warn, attributes) = (warn.is_some(), attributes.unwrap_or_default());
    Ok((i, Rule { warn, name, message, condition, guard, attributes, span }))
}

fn message(i: Tokens) -> Parsed<Name> {
    name("a message name")(i)
}

fn guard(i: Tokens) -> Parsed<Option<Expr>> {
    opt(preceded(keyword(Keyword::Where), cut(expression))).parse(i)
}

/// `(name = 'text' {, name = 'text'})`, after `with`.
fn attributes(i: Tokens) -> Parsed<Attributes> {
    let (mut i, _) = symbol(Symbol::Open)(i)?;
    let mut attributes = Attributes::default();
    loop {
        let Some((token, slot)) = i.first().and_then(|token| {
            let slot = match () {
                () if is_word(token, "id") => &mut attributes.id,
                () if is_word(token, "text") => &mut attributes.text,
                () if is_word(token, "text_en") => &mut attributes.text_en,
                () if is_word(token, "source") => &mut attributes.source,
                () => return None,
            };
            Some((token, slot))
        }) else {
            return Err(unknown_attribute(i));
        };
        let (rest, text) = cut(preceded(symbol(Symbol::Equal), string)).parse(&i[1..])?;
        if slot.replace(text).is_some() {
            let message = format!("`{}` is written twice", token.text);
            let diagnostic = Diagnostic::error("option-twice", message, token.span, "again here");
            return Err(Fault::diagnosed(i, diagnostic));
        }
        if peek(rest) != TokenKind::Symbol(Symbol::Comma) {
            let (i, _) = cut(context("`,` or `)`", symbol(Symbol::Close))).parse(rest)?;
            return Ok((i, attributes));
        }
        i = &rest[1..];
    }
}

fn string(i: Tokens) -> Parsed<Text> {
    match i.split_first() {
        Some((token, rest)) if token.kind == TokenKind::String => {
            Ok((rest, Text { text: unquoted(token), span: token.span }))
        }
        _ => Err(nom::Err::Error(Fault::expected(i, Expected::Text("a string")))),
    }
}

/// The error for an attribute of a rule that does not exist.
fn unknown_attribute(i: Tokens) -> nom::Err<Fault> {
    match i.first() {
        Some(token) if is_name(token) && peek_at(i, 1) == TokenKind::Symbol(Symbol::Equal) => {
            let message = format!("a rule has no attribute `{}`", shortened(token.text));
            let diagnostic = Diagnostic::error("unknown-option", message, span(i), "");
            let help = "the attributes are `id`, `text`, `text_en` and `source`";
            Fault::diagnosed(i, diagnostic.help(help))
        }
        _ => {
            let expected = Expected::Text("`id`, `text`, `text_en` or `source`");
            nom::Err::Failure(Fault::expected(i, expected))
        }
    }
}

/// `on message [where guard] (statements)`, or
/// `on reject of message [by rules] [where guard] (statements)`.
pub(super) fn on<'t>(start: Tokens<'t>, reports: &mut Reports<'t>) -> Parsed<'t, Item> {
    let (i, _) = keyword(Keyword::On)(start)?;
    let is = |at: usize, text: &str| i.get(at).is_some_and(|token| is_word(token, text));
    let is_reject = is(0, "reject") && is(1, "of");
    let (i, message) = cut(message).parse(if is_reject { &i[2..] } else { i })?;
    let rules = preceded(word("by", "`by`"), cut(list(name("a rule name"))));
    let (i, rules) = if is_reject { opt(rules).parse(i)? } else { (i, None) };
    let (i, guard) = guard(i)?;
    let expected = match (&guard, is_reject, &rules) {
        (Some(_), ..) => "an operator or `(`",
        (None, true, None) => "`by`, `where` or `(`",
        (None, true, Some(_)) => "`,`, `where` or `(`",
        (None, false, _) => "`where` or `(`",
    };
    let span = span_between(start, i);
    let (i, _) = cut(context(expected, symbol(Symbol::Open))).parse(i)?;
    let (i, statements) = statements(i, reports)?;
    let (i, _) = cut(symbol(Symbol::Close)).parse(i)?;
    let item = if is_reject {
        let rules = rules.unwrap_or_default();
        Item::OnReject(OnReject { message, rules, guard, statements, span })
    } else {
        Item::On(On { message, guard, statements })
    };
    Ok((i, item))
}
