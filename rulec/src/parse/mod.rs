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
pub(crate) mod level;
mod remedy;
mod report;
mod select;
mod statements;
mod tokens;

pub use decode::decode;

use crate::ast::File;
use crate::diagnostic::{Diagnostic, ERRORS_MAX};
use crate::lex::{Symbol, Token, TokenKind, lex};
use crate::span::Span;
use items::{item, starts_item};
use report::Reports;
use tokens::{Tokens, peek};

/// A text of more bytes is refused unread.
pub const TEXT_BYTES_MAX: usize = 4 << 20;
/// How deep expressions nest at most; parentheses, `not`, `-`, `case`, calls, lists and subqueries
/// count.
pub const NESTING_MAX: u32 = 128;
/// How tall the tree of one expression is at most, subqueries included; so many operators fit one
/// chain.
pub const HEIGHT_MAX: u32 = 512;

/// The tree of a rule file and everything that is wrong with its syntax, in the order of the text.
/// The tree holds the items that could be read; it is the whole file only if no diagnostic is an
/// error.
pub fn parse(text: &str) -> (File, Vec<Diagnostic>) {
    if text.len() > TEXT_BYTES_MAX {
        let message = format!(
            "a rule file has at most {TEXT_BYTES_MAX} bytes, and this one has {}",
            text.len()
        );
        let diagnostic = Diagnostic::error("text-too-large", message, Span::default(), "");
        return (
            File::default(),
            vec![diagnostic.help("split the file; rows of data belong to CSV files")],
        );
    }
    let (tokens, mut diagnostics) = lex(text);
    let (file, syntax) = file(&tokens);
    diagnostics.extend(syntax);
    diagnostics.sort_by_key(|diagnostic| diagnostic.primary.0);
    if diagnostics.len() > ERRORS_MAX {
        diagnostics.truncate(ERRORS_MAX);
        let last = diagnostics.last().map_or(Span::default(), |diagnostic| diagnostic.primary.0);
        let message = format!("there are more than {ERRORS_MAX} errors; the others are not shown");
        diagnostics.push(Diagnostic::note("too-many-errors", message, last, ""));
    }
    (file, diagnostics)
}

fn file(tokens: &[Token]) -> (File, Vec<Diagnostic>) {
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
