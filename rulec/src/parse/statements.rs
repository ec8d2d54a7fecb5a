// SPDX-License-Identifier: Apache-2.0

//! The statements of an `on` block, and recovery after a wrong one.

use super::expr::expression;
use super::from::table;
use super::report::Reports;
use super::starts::{starts_item, starts_statement};
use super::tokens::{
    Expected, Fault, Parsed, Reason, Tokens, keyword, list, name, peek, span_between, symbol,
};
use crate::ast::{Expr, Name, Statement};
use crate::lex::{Keyword, Symbol, TokenKind};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, opt};
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
                if at.len() < start.len() && starts_statement(at) {
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

/// `insert into table [(columns)] values (values)`.
fn insert(start: Tokens) -> Parsed<Statement> {
    let (i, _) = keyword(Keyword::Insert)(start)?;
    let (i, table) = cut(preceded(keyword(Keyword::Into), name("a table name"))).parse(i)?;
    let (i, columns) = opt(delimited(
        symbol(Symbol::Open),
        cut(list(name("a column name"))),
        cut(context("`,` or `)`", symbol(Symbol::Close))),
    ))
    .parse(i)?;
    let expected = if columns.is_some() { "`values`" } else { "`(` or `values`" };
    let (i, values) = cut(preceded(
        context(expected, keyword(Keyword::Values)),
        delimited(
            symbol(Symbol::Open),
            list(expression),
            context("an operator, `,` or `)`", symbol(Symbol::Close)),
        ),
    ))
    .parse(i)?;
    Ok((i, Statement::Insert { table, columns, values, span: span_between(start, i) }))
}

/// `update table [alias] set column = value, … where condition`.
fn update(start: Tokens) -> Parsed<Statement> {
    let (i, _) = keyword(Keyword::Update)(start)?;
    let (i, (table, alias)) = cut(table).parse(i)?;
    let expected = if alias.is_some() { "`set`" } else { "an alias or `set`" };
    let (i, set) =
        cut(preceded(context(expected, keyword(Keyword::Set)), list(assignment))).parse(i)?;
    let (i, condition) = condition(i)?;
    Ok((i, Statement::Update { table, alias, set, condition, span: span_between(start, i) }))
}

fn assignment(i: Tokens) -> Parsed<(Name, Expr)> {
    separated_pair(name("a column name"), cut(symbol(Symbol::Equal)), cut(expression)).parse(i)
}

/// `delete from table [alias] where condition`.
fn delete(start: Tokens) -> Parsed<Statement> {
    let (i, _) = keyword(Keyword::Delete)(start)?;
    let (i, (table, alias)) = cut(preceded(keyword(Keyword::From), table)).parse(i)?;
    let (i, condition) = condition(i)?;
    Ok((i, Statement::Delete { table, alias, condition, span: span_between(start, i) }))
}

/// `where condition`. It can be missing here; the resolver then reports what that would mean.
fn condition(i: Tokens) -> Parsed<Option<Expr>> {
    opt(preceded(keyword(Keyword::Where), cut(expression))).parse(i)
}
