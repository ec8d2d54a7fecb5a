// SPDX-License-Identifier: Apache-2.0

//! The second pass: from tokens to the syntax tree.
//!
//! The grammar is that of the language reference (`docs/src/language.md`), one function a
//! production, as nom parsers over the token slice ([`tokens`]): items in [`items`], statements in
//! [`statements`], expressions in [`expr`] by the levels of [`level`], subqueries in [`select`]. An
//! error ends its item (in an `on` block, its statement) and parsing goes on behind it, so that one
//! run reports all of them; [`report`] and [`remedy`] make diagnostics of errors.
//!
//! Invariants, for any text: no panic; time linear in the text; a stack bounded by [`NESTING_MAX`];
//! a tree no taller than [`HEIGHT_MAX`] within one expression, so that later passes may recurse
//! over it.

mod decode;
mod expr;
mod items;
mod limits;
mod remedy;
mod report;
mod select;
mod starts;
mod statements;
mod tokens;
mod wording;

pub use crate::lex::TEXT_BYTES_MAX;
pub use decode::decode;
pub use limits::{HEIGHT_MAX, NESTING_MAX};

use crate::ast::File;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::arrange::sort_and_cut;
use crate::lex::{Symbol, Token, TokenKind, lex};
use items::item;
use report::Reports;
use starts::starts_item;
use tokens::{Tokens, peek};

/// Parses the tokens of a rule file. Returns its tree, and the syntax errors in the order in which
/// they were found. The tree holds the items that could be parsed, and is complete only if no
/// diagnostic is an error.
pub fn parse(tokens: &[Token<'_>]) -> (File, Vec<Diagnostic>) {
    let mut file = File::default();
    let mut reports = Reports::new(tokens);
    let mut i = tokens;
    while peek(i) != TokenKind::End && !reports.is_full() {
        if peek(i) == TokenKind::Symbol(Symbol::Semicolon) {
            i = &i[1..];
            continue;
        }
        i = match item(i, &mut reports) {
            Ok((rest, item)) => {
                file.items.push(item);
                rest
            }
            Err(error) => {
                let at = reports.error(i, error);
                recover(i, at)
            }
        };
    }
    (file, reports.into_diagnostics())
}

/// From the error at `at`, in the item that began at `start`, to where the next item probably
/// begins. Always makes progress.
fn recover<'t>(start: Tokens<'t>, at: Tokens<'t>) -> Tokens<'t> {
    let mut open = 0_usize;
    let mut i = start;
    while peek(i) != TokenKind::End {
        let passed = i.len() <= at.len() && i.len() < start.len();
        if passed && starts_item(i) {
            break;
        }
        match peek(i) {
            TokenKind::Symbol(Symbol::Open) => open += 1,
            TokenKind::Symbol(Symbol::Close) => open = open.saturating_sub(1),
            // Behind a `;` only a word can be an item, perhaps a misspelled one; a statement or a
            // parenthesis still belongs to what was wrong.
            TokenKind::Symbol(Symbol::Semicolon)
                if passed && open == 0 && matches!(peek(&i[1..]), TokenKind::Name) =>
            {
                return &i[1..];
            }
            _ => {}
        }
        i = &i[1..];
    }
    i
}

/// Lexes and parses a rule file. Returns its tree, and all lexical and syntax errors in the order
/// of the text.
pub fn parse_text(text: &str) -> (File, Vec<Diagnostic>) {
    let (tokens, mut diagnostics) = lex(text);
    let (file, syntax) = parse(&tokens);
    diagnostics.extend(syntax);
    sort_and_cut(&mut diagnostics);
    (file, diagnostics)
}
