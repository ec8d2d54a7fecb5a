// SPDX-License-Identifier: Apache-2.0

//! Spaces between tokens on one line.

use super::shape::{At, Shape};
use crate::lex::{Symbol, TokenKind};

impl Shape<'_> {
    /// The spaces between the token before `at` and that at `at`, which is not the first.
    pub(super) fn spaces(&self, at: At) -> usize {
        let symbol = |at: At| match self.tokens[at].kind {
            TokenKind::Symbol(symbol) => Some(symbol),
            _ => None,
        };
        let after = matches!(symbol(at - 1), Some(Symbol::Open | Symbol::Dot | Symbol::Cast));
        let before = self.hugs(at) || matches!(symbol(at), Some(Symbol::Dot | Symbol::Cast));
        usize::from(!after && !before && !self.tight[at])
    }

    /// Whether the token follows a comment or token without a space: `)`, `,` and `;`.
    pub(super) fn hugs(&self, at: At) -> bool {
        use Symbol::{Close, Comma, Semicolon};
        matches!(self.tokens[at].kind, TokenKind::Symbol(Close | Comma | Semicolon))
    }
}
