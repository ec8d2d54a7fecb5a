// SPDX-License-Identifier: Apache-2.0

//! Lookahead: whether an item or a statement starts at a token.

use super::tokens::{Tokens, is_name, is_word, peek, peek_at};
use crate::lex::{Keyword, Symbol, TokenKind};

/// Whether an item starts here. Error recovery searches for such a place. An `on` counts only in
/// front of a message and its block, because `on` also occurs in joins and in `on conflict`, and an
/// unreserved word only in front of what must follow it.
pub(crate) fn starts_item(i: Tokens) -> bool {
    let is = |at: usize, word: &str| i.get(at).is_some_and(|token| is_word(token, word));
    let open = TokenKind::Symbol(Symbol::Open);
    match peek(i) {
        TokenKind::Keyword(Keyword::Create | Keyword::Rule) => true,
        TokenKind::Keyword(Keyword::On) if is(1, "reject") && is(2, "of") => true,
        TokenKind::Keyword(Keyword::On) => {
            i.get(1).is_some_and(is_name)
                && !is(1, "conflict")
                && matches!(peek_at(i, 2), kind if kind == open || kind == WHERE)
        }
        TokenKind::Keyword(Keyword::Set) => is(1, "time") && is(2, "zone"),
        TokenKind::Keyword(Keyword::End) => {
            peek_at(i, 1) == TokenKind::Symbol(Symbol::Semicolon) && peek_at(i, 2) == TokenKind::End
        }
        TokenKind::Name if is(0, "warn") => peek_at(i, 1) == TokenKind::Keyword(Keyword::Rule),
        TokenKind::Name if is(0, "include") => peek_at(i, 1) == TokenKind::String,
        TokenKind::Name if is(0, "test") => i.get(1).is_some_and(is_name) && peek_at(i, 2) == open,
        _ => false,
    }
}

const WHERE: TokenKind = TokenKind::Keyword(Keyword::Where);

/// Whether a statement starts here.
pub(super) fn starts_statement(i: Tokens) -> bool {
    matches!(peek(i), TokenKind::Keyword(Keyword::Insert | Keyword::Update | Keyword::Delete))
}
