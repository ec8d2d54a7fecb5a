// SPDX-License-Identifier: Apache-2.0

//! Remedies for unexpected tokens: SQL that is left out, a keyword as a name, a misspelled keyword,
//! a missing semicolon, an extra comma.

use super::construct::LeftOut;
use super::left_out::recognise;
use super::rewrite;
use super::starts::{starts_item, starts_statement};
use super::tokens::{Expected, Tokens, is_word, peek, peek_at};
use super::wording::{expected_text, found_text, unexpected};
use super::{dialects, foreign_items};
use crate::diagnostic::{Diagnostic, shortened};
use crate::lex::{Keyword, Symbol, Token, TokenKind};
use crate::span::Span;
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
    // `from (select …) where …`
    let lacks_alias = expected == Expected::Name("an alias")
        && before.last().is_some_and(|token| token.kind == CLOSE);
    if lacks_alias {
        return plain.help("write an alias after the query: `(select …) as a`");
    }
    if let (Expected::Name(_), TokenKind::Keyword(keyword)) = (expected, found.kind)
        && let Some(help) = no_name(expected, keyword)
    {
        return Diagnostic { help: help.map(str::to_owned), ..plain };
    }
    if let (Expected::Name(_), TokenKind::Keyword(keyword)) = (expected, found.kind)
        && !ends_list
        && !(expected == Expected::Name("a table name") && keyword == Keyword::Where)
        && !starts_item(at)
    {
        let message =
            format!("`{}` is a keyword and cannot be {}", keyword.text(), expected_text(expected));
        let quoted = format!("\"{}\"", keyword.text());
        let label = format!("expected {}", expected_text(expected));
        return Diagnostic::error("keyword-as-name", message, found.span, label)
            .help(format!("write it in double quotes: `{quoted}`"))
            .edit(found.span, quoted);
    }
    let known = foreign_items::recognise(expected, at).or_else(|| recognise(expected, before, at));
    if let Some(LeftOut { code, what, help }) = known {
        let message = format!("{what} is not served");
        let mut diagnostic = Diagnostic::error(code, message, found.span, "not served");
        diagnostic.help = help.map(str::to_owned);
        diagnostic.edits = rewrite::left_out(code, before, at);
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
        .help("write `;` after the statement before it")
        .edit(after(before), ";");
    }
    if let Some((help, edits)) = dialects::remedy(expected, before, at) {
        return Diagnostic { edits, ..plain.help(help) };
    }
    if let Some((help, edits)) = rewrite::unexpected(expected, before, at) {
        return Diagnostic { edits, ..plain.help(help) };
    }
    if let Some(help) = remedy(expected, before, at) {
        return plain.help(help);
    }
    if let Some((keyword, span)) = misspelled(expected, at) {
        return plain.help(format!("did you mean `{keyword}`?")).edit(span, keyword);
    }
    match misspelled_before(expected, before) {
        Some((keyword, last)) => plain
            .help(format!("did you mean `{keyword}` for `{}`?", shortened(last.text)))
            .edit(last.span, keyword),
        None => plain,
    }
}

/// The remedy, if any, where a keyword is not meant as a name.
fn no_name(expected: Expected, keyword: Keyword) -> Option<Option<&'static str>> {
    match (expected, keyword) {
        (Expected::Name("a type"), Keyword::Table) => {
            Some(Some("a function returns one value: write its type"))
        }
        (Expected::Name("a type"), _) => Some(None),
        (Expected::Name("a message name"), Keyword::Insert | Keyword::Update | Keyword::Delete) => {
            Some(Some("a block runs when a message arrives: `on message ( … )`"))
        }
        _ => None,
    }
}

/// The empty place after the last of `before`.
fn after(before: Tokens) -> Span {
    before.last().map_or(Span::default(), |last| Span { start: last.span.end, ..last.span })
}

const OPEN: TokenKind = TokenKind::Symbol(Symbol::Open);
const CLOSE: TokenKind = TokenKind::Symbol(Symbol::Close);

/// Remedies that need only the adjacent tokens.
fn remedy(expected: Expected, before: Tokens, at: Tokens) -> Option<String> {
    let last = before.last().map(|token| token.kind);
    let text = expected_text(expected);
    let help = match (last, peek(at)) {
        (Some(TokenKind::Symbol(Symbol::Percent)), CLOSE) => {
            "`%` is the remainder of a division: write 5 percent as `0.05`"
        }
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
        (Some(TokenKind::Keyword(Keyword::Exists)), TokenKind::Keyword(Keyword::Select)) => {
            "a subquery is written in parentheses: `exists (select …)`"
        }
        (_, TokenKind::Keyword(Keyword::And | Keyword::Or)) if text.contains("`create`") => {
            "write the whole condition of a rule in one pair of parentheses"
        }
        (Some(TokenKind::Keyword(Keyword::In)), _) if is_in_call(before, "position") => {
            "write `like 'prefix%'` to compare the first characters"
        }
        (Some(TokenKind::Keyword(Keyword::In)), _) if text == "`(`" => {
            "write the values in parentheses: `x in (1, 2)`"
        }
        (_, TokenKind::Keyword(Keyword::When)) if text == "`on` or `(`" => {
            "write the condition in parentheses: `rule name ( … )`"
        }
        (_, TokenKind::Symbol(Symbol::Comma)) if ends_condition(expected) => {
            "conditions are joined by `and` or `or`"
        }
        (_, TokenKind::Keyword(Keyword::Left | Keyword::Right)) if peek_at(at, 1) == OPEN => {
            "write `like 'prefix%'` to compare the first characters"
        }
        (_, TokenKind::Keyword(Keyword::From)) if is_in_call(before, "substring") => {
            "write `like 'prefix%'` to compare the first characters"
        }
        (_, TokenKind::Keyword(Keyword::Where)) if text == "an operator or `)`" => {
            "a rule has one `where`, a subquery one; check the parentheses, or join the \
             conditions with `and`"
        }
        (Some(TokenKind::Keyword(Keyword::As)), TokenKind::String) if text == "`$$`" => {
            "write the body between dollar signs: `as $$ select … $$`"
        }
        _ => return None,
    };
    Some(help.to_owned())
}

/// Whether an operator can be next, but the condition of a rule can also end.
fn ends_condition(expected: Expected) -> bool {
    matches!(expected_text(expected).as_str(), "an operator, `where` or `)`" | "an operator or `)`")
}

/// Whether the tokens end with a call of `function` that has one argument so far.
fn is_in_call(before: Tokens, function: &str) -> bool {
    let open = before.iter().rposition(|token| token.kind == OPEN).unwrap_or(0);
    open > 0 && is_word(&before[open - 1], function)
}

/// The keyword that a name at the front almost is, and which is expected there or can follow an
/// operand.
fn misspelled(expected: Expected, at: Tokens) -> Option<(&'static str, Span)> {
    let found = at.first()?;
    let keyword = nearest(found)?;
    let expected = expected_text(expected);
    let is_open = ["operator", "expression", "name"].iter().any(|open| expected.contains(open));
    let fits = is_open && !expected.starts_with("the name of")
        || expected.contains(&format!("`{keyword}"));
    fits.then_some((keyword, found.span))
}

/// The keyword that the name in front of the unexpected token almost is, and that name: in `from t
/// wehre a = b` the misspelled word was parsed as an alias, and in `crate table` not at all.
fn misspelled_before<'t>(
    expected: Expected,
    before: Tokens<'t>,
) -> Option<(&'static str, &'t Token<'t>)> {
    let last = before.last()?;
    let keyword = nearest(last).filter(|_| !matches!(expected, Expected::Name(_)))?;
    Some((keyword, last))
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
    let is_type = ["int", "int2", "int4", "int8"].iter().any(|ty| is_word(token, ty));
    if token.kind != TokenKind::Name || !(3..=12).contains(&token.text.len()) || is_type {
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

#[cfg(test)]
mod tests {
    use super::WORDS;
    use crate::vocabulary;

    #[test]
    fn the_words_that_are_proposed_are_words_of_the_language() {
        for word in WORDS {
            let is_known = vocabulary::WORDS.contains(word) || vocabulary::FORMS.contains(word);
            assert!(is_known, "{word}");
        }
    }
}
