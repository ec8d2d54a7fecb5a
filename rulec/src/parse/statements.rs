// SPDX-License-Identifier: Apache-2.0

//! The statements of an `on` block, and recovery after a wrong one.

use super::expr::expression;
use super::from::{from_items, table};
use super::report::Reports;
use super::starts::{starts_item, starts_statement};
use super::tokens::{
    Expected, Fault, Parsed, Reason, Tokens, is_word, keyword, list, name, peek, peek_at, span,
    span_between, symbol, word,
};
use crate::ast::{Assignment, Conflict, ConflictAction, Expr, ExprKind, FromItem, Name, Statement};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt, value};
use nom::error::context;
use nom::sequence::{delimited, preceded, separated_pair};

/// Parses the statements up to the `)` of the block, which is not consumed. Each error is reported,
/// and parsing continues after the next `;`. Fails only if there is no end of the block.
pub(super) fn statements<'t>(
    mut i: Tokens<'t>,
    reports: &mut Reports<'t>,
) -> Parsed<'t, Vec<Statement>> {
    let mut statements = Vec::new();
    loop {
        let start = i;
        let outcome = statement(i).and_then(|(rest, statement)| {
            statements.push(statement);
            separator(rest)
        });
        i = match outcome {
            Ok((rest, _)) => rest,
            Err(error) => {
                let at = reports.error(start, error);
                // After a missing `;`, the next statement is not skipped.
                let begins = at.len() < start.len() && starts_statement(at);
                if begins && !in_conflict(start, at) && !reports.is_full() {
                    at
                } else {
                    recover(start, at, reports)?
                }
            }
        };
        if peek(i) == TokenKind::Symbol(Symbol::Close) {
            return Ok((i, statements));
        }
    }
}

/// Whether the statement that starts at `start` has an `on conflict` before `at`, so that an
/// `update` there belongs to it.
fn in_conflict(start: Tokens, at: Tokens) -> bool {
    start[..start.len() - at.len()].iter().any(|token| is_word(token, "conflict"))
}

/// The end of a statement: `;`, or the `)` of the block, which is not consumed.
fn separator(i: Tokens) -> Parsed<()> {
    match peek(i) {
        TokenKind::Symbol(Symbol::Semicolon) => Ok((&i[1..], ())),
        TokenKind::Symbol(Symbol::Close) => Ok((i, ())),
        _ => Err(nom::Err::Error(Fault::expected(i, Expected::Text("`;` or `)`")))),
    }
}

/// Skips from the error at `at`, in the statement that started at `start`, to the next statement or
/// to the `)` of the block. A statement contains no `;`, so each `;` ends it, even inside open
/// parentheses.
fn recover<'t>(
    start: Tokens<'t>,
    at: Tokens<'t>,
    reports: &Reports,
) -> Result<Tokens<'t>, nom::Err<Fault>> {
    let mut open = 0_usize;
    let mut i = start;
    loop {
        let passed = i.len() <= at.len();
        match peek(i) {
            _ if passed && (reports.is_full() || starts_item(i)) => break,
            TokenKind::End => break,
            TokenKind::Symbol(Symbol::Semicolon) if passed => return Ok(&i[1..]),
            TokenKind::Symbol(Symbol::Close) if passed && open == 0 => return Ok(i),
            TokenKind::Symbol(Symbol::Open) => open += 1,
            TokenKind::Symbol(Symbol::Close) => open = open.saturating_sub(1),
            _ => {}
        }
        i = &i[1..];
    }
    Err(nom::Err::Failure(Fault { remaining: i.len(), reason: Reason::Reported }))
}

fn statement(i: Tokens) -> Parsed<Statement> {
    context("`insert`, `update` or `delete`", alt((insert, update, delete))).parse(i)
}

/// `insert into table [as alias] [(columns)] values (values) [on conflict …]`.
fn insert(start: Tokens) -> Parsed<Statement> {
    let (i, _) = keyword(Keyword::Insert)(start)?;
    let (i, table) = cut(preceded(keyword(Keyword::Into), name("a table name"))).parse(i)?;
    let (i, alias) = opt(preceded(keyword(Keyword::As), cut(name("an alias")))).parse(i)?;
    let (i, columns) = opt(columns).parse(i)?;
    let expected = if columns.is_some() { "`values`" } else { "`(` or `values`" };
    let (i, values) = cut(preceded(
        context(expected, keyword(Keyword::Values)),
        delimited(
            symbol(Symbol::Open),
            list(assigned),
            context("an operator, `,` or `)`", symbol(Symbol::Close)),
        ),
    ))
    .parse(i)?;
    let (i, conflict) = opt(conflict).parse(i)?;
    let span = span_between(start, i);
    Ok((i, Statement::Insert { table, alias, columns, values, conflict, span }))
}

/// `(column {, column})`.
fn columns(i: Tokens) -> Parsed<Vec<Name>> {
    delimited(
        symbol(Symbol::Open),
        cut(list(name("a column name"))),
        cut(context("`,` or `)`", symbol(Symbol::Close))),
    )
    .parse(i)
}

/// `on conflict [(columns)] do nothing`, or `on conflict (columns) do update set …`.
fn conflict(start: Tokens) -> Parsed<Conflict> {
    let (i, _) = keyword(Keyword::On)(start)?;
    let (i, _) = cut(word("conflict", "`conflict`")).parse(i)?;
    let (i, columns) = opt(columns).parse(i)?;
    let expected = if columns.is_some() { "`do`" } else { "`(` or `do`" };
    let (i, _) = cut(word("do", expected)).parse(i)?;
    let columns = columns.unwrap_or_default();
    if peek(i) == TokenKind::Keyword(Keyword::Update) && columns.is_empty() {
        let message = "`do update` needs the columns of the key";
        let diagnostic = Diagnostic::error("no-conflict-columns", message, span(i), "");
        let help = "write them after `on conflict`: `on conflict (a, b) do update …`";
        return Err(Fault::diagnosed(i, diagnostic.help(help)));
    }
    let nothing = value(ConflictAction::Nothing, word("nothing", "`nothing`"));
    let action = alt((nothing, preceded(keyword(Keyword::Update), cut(conflict_update))));
    let (i, action) = cut(context("`nothing` or `update`", action)).parse(i)?;
    Ok((i, Conflict { columns, action, span: span_between(start, i) }))
}

/// `set column = value, … [where condition]`.
fn conflict_update(i: Tokens) -> Parsed<ConflictAction> {
    let (i, set) = preceded(keyword(Keyword::Set), list(assignment)).parse(i)?;
    let (i, condition) = condition(i)?;
    Ok((i, ConflictAction::Update { set, condition }))
}

/// `update table [alias] set column = value, … [from …] where condition`.
fn update(start: Tokens) -> Parsed<Statement> {
    let (i, _) = keyword(Keyword::Update)(start)?;
    let (i, (table, alias)) = cut(table).parse(i)?;
    let expected = if alias.is_some() { "`set`" } else { "an alias or `set`" };
    let (i, set) =
        cut(preceded(context(expected, keyword(Keyword::Set)), list(assignment))).parse(i)?;
    let (i, from) = joined(i, keyword(Keyword::From))?;
    let (i, condition) = condition(i)?;
    Ok((i, Statement::Update { table, alias, set, from, condition, span: span_between(start, i) }))
}

fn assignment(i: Tokens) -> Parsed<Assignment> {
    separated_pair(name("a column name"), cut(symbol(Symbol::Equal)), cut(assigned)).parse(i)
}

/// A value that is written to a column: an expression, or `default` for that of the column.
fn assigned(i: Tokens) -> Parsed<Expr> {
    let ends = match peek_at(i, 1) {
        TokenKind::End | TokenKind::Keyword(Keyword::From | Keyword::Where) => true,
        TokenKind::Symbol(symbol) => {
            matches!(symbol, Symbol::Comma | Symbol::Close | Symbol::Semicolon)
        }
        _ => false,
    };
    match i.first() {
        Some(token) if ends && is_word(token, "default") => {
            Ok((&i[1..], Expr { kind: ExprKind::Default, span: token.span }))
        }
        _ => expression(i),
    }
}

/// `delete from table [alias] [using …] where condition`.
fn delete(start: Tokens) -> Parsed<Statement> {
    let (i, _) = keyword(Keyword::Delete)(start)?;
    let (i, (table, alias)) = cut(preceded(keyword(Keyword::From), table)).parse(i)?;
    let (i, using) = joined(i, word("using", "`using`"))?;
    let (i, condition) = condition(i)?;
    Ok((i, Statement::Delete { table, alias, using, condition, span: span_between(start, i) }))
}

/// The tables after `from` in an `update`, or after `using` in a `delete`; none without the word.
fn joined<'t, T>(
    i: Tokens<'t>,
    word: impl Parser<Tokens<'t>, Output = T, Error = Fault>,
) -> Parsed<'t, Vec<FromItem>> {
    let items = map(|i| from_items(i, 0), |from| from.items);
    map(opt(preceded(word, cut(items))), Option::unwrap_or_default).parse(i)
}

/// `where condition`. It can be missing here; the resolver then reports what that would mean.
fn condition(i: Tokens) -> Parsed<Option<Expr>> {
    opt(preceded(keyword(Keyword::Where), cut(expression))).parse(i)
}
