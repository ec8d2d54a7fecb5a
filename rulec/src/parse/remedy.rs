// SPDX-License-Identifier: Apache-2.0

//! Remedies for unexpected tokens: SQL that is left out, a keyword as a name, a misspelled keyword,
//! a missing semicolon, an extra comma.

use super::left_out::{LeftOut, is_any, recognise};
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
        && !(expected == Expected::Name("a table name") && keyword == Keyword::Where)
        && !starts_item(at)
    {
        let message =
            format!("`{}` is a keyword and cannot be {}", keyword.text(), expected_text(expected));
        let help = format!("write it in double quotes: `\"{}\"`", keyword.text());
        let label = format!("expected {}", expected_text(expected));
        return Diagnostic::error("keyword-as-name", message, found.span, label).help(help);
    }
    if let Some(LeftOut { code, what, help }) = recognise(expected, before, at) {
        let message = format!("{what} is not served");
        let mut diagnostic = Diagnostic::error(code, message, found.span, "not served");
        diagnostic.help = help.map(str::to_owned);
        return diagnostic;
    }
    if starts_statement(at) && expected_text(expected).contains("`;`") {
        let message = format!("expected `;` between statements, found {}", found_text(found));
        return Diagnostic::error(
            "missing-semicolon",
            message,
            found.span,
            "a new statement begins here",
        )
        .help("write `;` after the statement before it");
    }
    match remedy(expected, before, at)
        .or_else(|| misspelled(expected, at))
        .or_else(|| misspelled_before(expected, before))
    {
        Some(help) => plain.help(help),
        None => plain,
    }
}

const CLOSE: TokenKind = TokenKind::Symbol(Symbol::Close);

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
            "statements are written in a block: `on message ( … )`"
        }
        (_, TokenKind::Keyword(Keyword::Select)) if text.contains("`create`") => {
            "a file has tables, messages, rules and `on` blocks; a query is written inside of one \
             of them, in parentheses"
        }
        (_, TokenKind::Keyword(Keyword::Select)) if text.starts_with("an expression") => {
            "a subquery is written in parentheses: `(select …)`"
        }
        (_, TokenKind::Symbol(Symbol::Dot)) if expected == Expected::Symbol(Symbol::Equal) => {
            "in `set` a column is written without its table"
        }
        (_, TokenKind::Keyword(Keyword::Where)) if text == "an operator or `)`" => {
            "a rule has one `where`, a subquery one; check the parentheses, or join the \
             conditions with `and`"
        }
        (_, TokenKind::Name)
            if text.contains("`table`, `message`") && is_any(at, &["view", "index", "trigger"]) =>
        {
            "only tables, messages, parameters and functions are created"
        }
        (_, TokenKind::Keyword(Keyword::Or)) if text.contains("`table`, `message`") => {
            "leave `or replace` out"
        }
        (Some(TokenKind::Keyword(Keyword::As)), TokenKind::String) if text == "`$$`" => {
            "write the body between dollar signs: `as $$ select … $$`"
        }
        (_, TokenKind::String) if text.contains("name") => {
            "a name is written without quotes, or in double quotes"
        }
        _ => return None,
    };
    Some(help.to_owned())
}

/// The help for a name at the front that is almost a keyword, which is expected there or can follow
/// an operand.
fn misspelled(expected: Expected, at: Tokens) -> Option<String> {
    let keyword = nearest(at.first()?)?;
    let expected = expected_text(expected);
    let fits = ["operator", "expression", "name"].iter().any(|open| expected.contains(open))
        || expected.contains(&format!("`{keyword}"));
    fits.then(|| format!("did you mean `{keyword}`?"))
}

/// The help for a name that is almost a keyword, in front of the unexpected token: in `from t wehre
/// a = b` the misspelled word was parsed as an alias, and in `crate table` not at all.
fn misspelled_before(expected: Expected, before: Tokens) -> Option<String> {
    let last = before.last()?;
    let keyword = nearest(last).filter(|_| !matches!(expected, Expected::Name(_)))?;
    Some(format!("did you mean `{keyword}` for `{}`?", shortened(last.text)))
}

/// The longer words that are not reserved.
const WORDS: &[&str] = &[
    "accept",
    "conflict",
    "empty",
    "expect",
    "extract",
    "filter",
    "first",
    "function",
    "given",
    "include",
    "interval",
    "key",
    "language",
    "last",
    "like",
    "message",
    "nothing",
    "nulls",
    "parameter",
    "reject",
    "returns",
    "rows",
    "stamped",
    "test",
    "unknown",
    "using",
    "warn",
];

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
        .chain(WORDS.iter().copied())
        .filter(|text| text.len() > 2);
    let (distance, text) = fewest_edits(&word, words)?;
    (0 < distance && distance <= if text.len() >= 6 { 2 } else { 1 }).then_some(text)
}
