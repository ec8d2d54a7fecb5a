// SPDX-License-Identifier: Apache-2.0

//! Lookahead: whether an item or a statement starts at a token.

use super::tokens::{Tokens, is_name, is_word, peek, peek_at};
use crate::lex::{Keyword, Symbol, TokenKind};

/// Whether an item starts here. Error recovery searches for such a place. An `on` counts only in
/// front of a message and its block, because `on` also occurs in joins and in `on conflict`.
pub(super) fn starts_item(i: Tokens) -> bool {
    match peek(i) {
        TokenKind::Keyword(Keyword::Create | Keyword::Rule) => true,
        TokenKind::Keyword(Keyword::On) => {
            i.get(1).is_some_and(is_name)
                && !is_word(&i[1], "conflict")
                && matches!(
                    peek_at(i, 2),
                    TokenKind::Symbol(Symbol::Open) | TokenKind::Keyword(Keyword::Where)
                )
        }
        _ => false,
    }
}

/// Whether a statement starts here.
pub(super) fn starts_statement(i: Tokens) -> bool {
    matches!(peek(i), TokenKind::Keyword(Keyword::Insert | Keyword::Update | Keyword::Delete))
}
