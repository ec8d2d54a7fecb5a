// SPDX-License-Identifier: Apache-2.0

//! Parsing: from tokens to the syntax tree.
//!
//! The grammar is that of the language reference (`docs/src/language.md`). Each production is one
//! function, a nom parser over a slice of tokens (`tokens`): items in `items` and the files that it
//! uses, statements in `statements`, expressions in `expr` and the files that it uses, and
//! subqueries in `select` and `from`. An error ends its item or, in an `on` block, its statement.
//! Parsing continues after it, so that one run reports all errors. `report`, `remedy`, `left_out`
//! and `wording` turn errors into diagnostics.
//!
//! For any text, the parser does not panic, takes time linear in the text, needs a stack bounded by
//! [`NESTING_MAX`], and builds expressions no taller than [`HEIGHT_MAX`], so that later passes can
//! recurse over them.

mod case;
mod construct;
mod decode;
mod dialects;
mod expr;
mod foreign_items;
mod from;
mod functions;
mod infix;
mod items;
mod jobs;
mod left_out;
mod limits;
mod primary;
mod remedy;
mod report;
mod rewrite;
mod rules;
mod select;
mod starts;
mod statements;
mod table_options;
mod tables;
mod test;
mod tokens;
mod tree;
mod types;
mod wording;

pub use crate::lex::TEXT_BYTES_MAX;
pub use decode::decode;
pub use limits::{HEIGHT_MAX, NESTING_MAX};
pub(crate) use primary::is_special_function;
pub(crate) use starts::starts_item;
pub(crate) use test::is_reason;
pub(crate) use tokens::{fold, is_name, is_word};

use crate::ast::File;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::arrange::sort_and_cut;
use crate::lex::{Keyword, Symbol, Token, TokenKind, lex};
use items::{end, item};
use report::Reports;
use tokens::{Tokens, peek, peek_at};

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
        match end(i) {
            None => {}
            Some(Ok(rest)) => {
                file.has_end = true;
                i = rest;
                continue;
            }
            Some(Err(diagnostic)) => {
                reports.push(*diagnostic);
                file.lost.get_or_insert_default().any = true;
                break;
            }
        }
        i = match item(i, &mut reports) {
            Ok((rest, item)) => {
                file.items.push(item);
                rest
            }
            Err(error) => {
                let at = reports.error(i, error);
                let rest = recover(i, at);
                let names = declared(&i[..i.len() - rest.len()]);
                file.lost.get_or_insert_default().names.extend(names);
                rest
            }
        };
    }
    (file, reports.into_diagnostics())
}

/// The names that an item that could not be parsed may declare, given its tokens. For a definition
/// these are all its names, since the columns of a table or message are among them.
fn declared(item: Tokens) -> Vec<String> {
    let names = |part: Tokens| -> Vec<String> {
        part.iter().filter(|token| is_name(token)).map(|token| fold(token).text).collect()
    };
    let is = |at: usize, keyword| peek_at(item, at) == TokenKind::Keyword(keyword);
    match (0..2).find(|&at| is(at, Keyword::Rule)) {
        Some(at) => names(&item[at + 1..item.len().min(at + 3)]),
        None if is(0, Keyword::On) => Vec::new(),
        None => names(item),
    }
}

/// Skips from the error at `at`, in the item that started at `start`, to the probable start of the
/// next item. Always makes progress.
fn recover<'t>(start: Tokens<'t>, at: Tokens<'t>) -> Tokens<'t> {
    let mut open = 0_usize;
    let mut i = start;
    // `create index on deal (account)`
    let is_foreign = peek(start) == TokenKind::Keyword(Keyword::Create)
        && at.len() + 1 == start.len()
        && peek(at) == TokenKind::Name;
    let is_on = |i| peek(i) == TokenKind::Keyword(Keyword::On);
    while peek(i) != TokenKind::End {
        let passed = i.len() <= at.len() && i.len() < start.len();
        if passed && starts_item(i) && !(is_foreign && is_on(i)) {
            break;
        }
        match peek(i) {
            TokenKind::Symbol(Symbol::Open) => open += 1,
            TokenKind::Symbol(Symbol::Close) => open = open.saturating_sub(1),
            // After a `;` only a word can start an item, perhaps a misspelled one. A statement or a
            // parenthesis still belongs to the wrong item.
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
