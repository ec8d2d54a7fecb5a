// SPDX-License-Identifier: Apache-2.0

//! Expressions, by precedence climbing over the levels of [`Level`].
//!
//! One call of [`climb`] parses a chain of operators in a loop, so a chain needs no stack. Nesting
//! does, and is limited. The height of the tree is also limited: a chain makes a tree as tall as it
//! is long, and every later pass, as well as dropping the tree, recurses over it.

use super::limits::{HEIGHT_MAX, NESTING_MAX};
use super::select;
use super::starts::starts_statement;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, fail, fold, keyword, list, name, peek, peek_at, span,
    span_between, symbol,
};
use crate::ast::{BinaryOp, CallArgs, Expr, ExprKind, Name};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::precedence::Level;
use crate::span::Span;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt, value};
use nom::error::context;
use nom::sequence::{delimited, preceded};

/// A parsed expression with the data that its parent needs.
pub(super) struct Operand {
    pub(super) expr: Expr,
    /// The height of its tree, subqueries included.
    pub(super) height: u32,
    /// The span including parentheses around the expression. They belong to the span of the parent
    /// and not to that of the expression.
    outer: Span,
}

impl Operand {
    fn leaf(kind: ExprKind, span: Span) -> Operand {
        Operand { expr: Expr { kind, span }, height: 1, outer: span }
    }
}

/// An operator after its first operand.
enum Infix {
    Binary(BinaryOp),
    Is,
    Between { negated: bool },
    In { negated: bool },
}

impl Infix {
    fn level(&self) -> Level {
        match self {
            Infix::Binary(op) => Level::of(*op),
            Infix::Is => Level::Is,
            Infix::Between { .. } | Infix::In { .. } => Level::Range,
        }
    }
}

/// A complete expression: a condition or a value.
pub(super) fn expression(i: Tokens) -> Parsed<Expr> {
    map(operand(0), |operand| operand.expr).parse(i)
}

/// An expression inside `depth` levels of nesting.
pub(super) fn operand<'t>(depth: u32) -> impl Fn(Tokens<'t>) -> Parsed<'t, Operand> {
    move |i| climb(i, depth, Level::Or)
}

/// An expression of operators no looser than `min`.
fn climb(start: Tokens, depth: u32, min: Level) -> Parsed<Operand> {
    let (mut i, mut left) = prefix(start, depth, min)?;
    // The loosest operator so far: `a is null` cannot be the operand of a tighter operator.
    let mut ceiling = level_of_operand(start, &left);
    while let Some((infix, after)) = infix(i) {
        let level = infix.level();
        if level < min {
            break;
        }
        if level > ceiling || (level == ceiling && !level.chains()) {
            return Err(Fault::diagnosed(i, refuse_chain(i, left.outer, level, ceiling)));
        }
        let (rest, (kind, height)) = match infix {
            Infix::Binary(op) => {
                let (rest, right) = climb(after, depth, level.tighter()).map_err(fail)?;
                let height = left.height.max(right.height);
                (rest, (ExprKind::Binary(op, Box::new(left.expr), Box::new(right.expr)), height))
            }
            Infix::Is => is_null(after, left)?,
            Infix::Between { negated } => between(after, depth, left, negated)?,
            Infix::In { negated } => in_list(after, depth, left, negated)?,
        };
        let outer = span_between(start, rest);
        left = Operand { expr: Expr { kind, span: outer }, height: taller(i, height)?, outer };
        ceiling = level;
        i = rest;
    }
    Ok((i, left))
}

/// The level of an operand that [`prefix`] has parsed: that of its operator, unless it is in
/// parentheses.
fn level_of_operand(start: Tokens, operand: &Operand) -> Level {
    match peek(start) {
        TokenKind::Keyword(Keyword::Not) | TokenKind::Symbol(Symbol::Minus) => {
            Level::of_expr(&operand.expr.kind)
        }
        _ => Level::Primary,
    }
}

/// The operator at the front and the tokens after it.
fn infix(i: Tokens) -> Option<(Infix, Tokens)> {
    let (ahead, negated) = match peek(i) {
        TokenKind::Keyword(Keyword::Not) => (1, true),
        _ => (0, false),
    };
    let infix = match peek_at(i, ahead) {
        TokenKind::Keyword(Keyword::Between) => Infix::Between { negated },
        TokenKind::Keyword(Keyword::In) => Infix::In { negated },
        _ if negated => return None,
        TokenKind::Keyword(Keyword::Is) => Infix::Is,
        TokenKind::Keyword(Keyword::And) => Infix::Binary(BinaryOp::And),
        TokenKind::Keyword(Keyword::Or) => Infix::Binary(BinaryOp::Or),
        TokenKind::Symbol(symbol) => Infix::Binary(binary(symbol)?),
        TokenKind::Keyword(_)
        | TokenKind::Name
        | TokenKind::Integer
        | TokenKind::Decimal
        | TokenKind::String
        | TokenKind::Error
        | TokenKind::End => return None,
    };
    Some((infix, &i[ahead + 1..]))
}

fn binary(symbol: Symbol) -> Option<BinaryOp> {
    Some(match symbol {
        Symbol::Plus => BinaryOp::Add,
        Symbol::Minus => BinaryOp::Sub,
        Symbol::Star => BinaryOp::Mul,
        Symbol::Slash => BinaryOp::Div,
        Symbol::Percent => BinaryOp::Rem,
        Symbol::Equal => BinaryOp::Eq,
        Symbol::NotEqual => BinaryOp::Ne,
        Symbol::Less => BinaryOp::Lt,
        Symbol::LessEqual => BinaryOp::Le,
        Symbol::Greater => BinaryOp::Gt,
        Symbol::GreaterEqual => BinaryOp::Ge,
        Symbol::Open | Symbol::Close | Symbol::Comma | Symbol::Semicolon | Symbol::Dot => {
            return None;
        }
    })
}

/// Parses the part after `is`.
fn is_null(i: Tokens, left: Operand) -> Parsed<(ExprKind, u32)> {
    let null = alt((
        value(false, keyword(Keyword::Null)),
        value(true, preceded(keyword(Keyword::Not), cut(keyword(Keyword::Null)))),
    ));
    let (i, negated) = cut(context("`null` or `not null`", null)).parse(i)?;
    Ok((i, (ExprKind::IsNull { operand: Box::new(left.expr), negated }, left.height)))
}

/// Parses the part after `between`. The bounds are sums, so that the `and` between them is not a
/// logical one.
fn between(i: Tokens, depth: u32, left: Operand, negated: bool) -> Parsed<(ExprKind, u32)> {
    let (i, low) = climb(i, depth, Level::Sum).map_err(fail)?;
    let (i, _) = cut(keyword(Keyword::And)).parse(i)?;
    let (i, high) = climb(i, depth, Level::Sum).map_err(fail)?;
    let height = left.height.max(low.height).max(high.height);
    let (operand, low, high) = (Box::new(left.expr), Box::new(low.expr), Box::new(high.expr));
    Ok((i, (ExprKind::Between { operand, low, high, negated }, height)))
}

/// Parses the part after `in`.
fn in_list(i: Tokens, depth: u32, left: Operand, negated: bool) -> Parsed<(ExprKind, u32)> {
    if peek_at(i, 1) == TokenKind::Keyword(Keyword::Select) {
        return Err(Fault::diagnosed(&i[1..], select::refuse_in_select(i)));
    }
    let depth = deeper(i, depth)?;
    let close = context("an operator, `,` or `)`", symbol(Symbol::Close));
    let (i, elements) =
        cut(delimited(symbol(Symbol::Open), list(operand(depth)), close)).parse(i)?;
    let (list, height) = split(elements);
    Ok((i, (ExprKind::In { operand: Box::new(left.expr), list, negated }, height.max(left.height))))
}

/// `not e`, `- e`, or a primary expression.
fn prefix(i: Tokens, depth: u32, min: Level) -> Parsed<Operand> {
    match peek(i) {
        TokenKind::Keyword(Keyword::Not) if min > Level::Not => {
            let message = "`not` binds looser than the operator in front of it";
            let diagnostic = Diagnostic::error("needs-parentheses", message, span(i), "");
            Err(Fault::diagnosed(i, diagnostic.help("write parentheses around it: `(not …)`")))
        }
        TokenKind::Keyword(Keyword::Not) => unary(i, depth, Level::Not, ExprKind::Not),
        TokenKind::Symbol(Symbol::Minus) => unary(i, depth, Level::Unary, ExprKind::Negate),
        _ => primary(i, depth),
    }
}

fn unary(
    start: Tokens,
    depth: u32,
    level: Level,
    kind: fn(Box<Expr>) -> ExprKind,
) -> Parsed<Operand> {
    let depth = deeper(start, depth)?;
    let (i, inner) = climb(&start[1..], depth, level).map_err(fail)?;
    node(start, i, kind(Box::new(inner.expr)), inner.height)
}

fn primary(i: Tokens, depth: u32) -> Parsed<Operand> {
    let expected = || nom::Err::Error(Fault::expected(i, Expected::Text("an expression")));
    let (token, rest) = i.split_first().ok_or_else(expected)?;
    let kind = match token.kind {
        TokenKind::Integer => ExprKind::Integer(token.text.to_owned()),
        TokenKind::Decimal => ExprKind::Decimal(token.text.to_owned()),
        TokenKind::String => ExprKind::String(token.text.replace("''", "'")),
        TokenKind::Keyword(Keyword::True) => ExprKind::Boolean(true),
        TokenKind::Keyword(Keyword::False) => ExprKind::Boolean(false),
        TokenKind::Keyword(Keyword::Null) => ExprKind::Null,
        TokenKind::Name => return name_or_call(i, depth, fold(token)),
        TokenKind::Keyword(Keyword::Case) => return case(i, depth),
        TokenKind::Keyword(Keyword::Exists) => {
            let (rest, (select, height)) = select::parenthesised(rest, depth).map_err(fail)?;
            return node(i, rest, ExprKind::Exists(Box::new(select)), height);
        }
        TokenKind::Symbol(Symbol::Open) if peek(rest) == TokenKind::Keyword(Keyword::Select) => {
            let (rest, (select, height)) = select::parenthesised(i, depth)?;
            return node(i, rest, ExprKind::Subquery(Box::new(select)), height);
        }
        TokenKind::Symbol(Symbol::Open) => return parentheses(i, depth),
        TokenKind::Keyword(_) | TokenKind::Symbol(_) | TokenKind::Error | TokenKind::End => {
            return Err(expected());
        }
    };
    Ok((rest, Operand::leaf(kind, token.span)))
}

/// `( e )`: adds no node, but the span of the parent includes the parentheses.
fn parentheses(start: Tokens, depth: u32) -> Parsed<Operand> {
    let depth = deeper(start, depth)?;
    let (i, inner) = operand(depth)(&start[1..]).map_err(fail)?;
    let (i, _) = cut(context("an operator or `)`", symbol(Symbol::Close))).parse(i)?;
    Ok((i, Operand { outer: span_between(start, i), ..inner }))
}

/// `name`, `qualifier.name` or `name(args)`.
fn name_or_call(start: Tokens, depth: u32, first: Name) -> Parsed<Operand> {
    let i = &start[1..];
    match peek(i) {
        TokenKind::Symbol(Symbol::Dot) => {
            let (i, second) = cut(name("a column or field name")).parse(&i[1..])?;
            let span = first.span.to(second.span);
            Ok((i, Operand::leaf(ExprKind::Qualified(first, second), span)))
        }
        // In `on m where a = b ( update …` the parenthesis starts the block.
        TokenKind::Symbol(Symbol::Open) if !starts_statement(&i[1..]) => {
            let depth = deeper(i, depth)?;
            let close = |i| symbol(Symbol::Close)(i);
            let (i, args) = if peek_at(i, 1) == TokenKind::Symbol(Symbol::Star) {
                let (i, _) = cut(close).parse(&i[2..])?;
                (i, None)
            } else if peek_at(i, 1) == TokenKind::Symbol(Symbol::Close) {
                (&i[2..], Some(Vec::new()))
            } else {
                let close = context("an operator, `,` or `)`", close);
                map(
                    cut(preceded(symbol(Symbol::Open), (list(operand(depth)), close))),
                    |(args, _)| Some(args),
                )
                .parse(i)?
            };
            let (args, height) = match args {
                None => (CallArgs::Star, 0),
                Some(args) => {
                    let (args, height) = split(args);
                    (CallArgs::List(args), height)
                }
            };
            node(start, i, ExprKind::Call { function: first, args }, height)
        }
        _ => {
            let span = first.span;
            Ok((i, Operand::leaf(ExprKind::Name(first), span)))
        }
    }
}

/// `case [operand] when … then … [else …] end`.
fn case(start: Tokens, depth: u32) -> Parsed<Operand> {
    let depth = deeper(start, depth)?;
    let mut i = &start[1..];
    let mut subject = None;
    if peek(i) != TokenKind::Keyword(Keyword::When) {
        let (rest, operand) = operand(depth)(i).map_err(fail)?;
        (i, subject) = (rest, Some(operand));
    }
    let mut height = subject.as_ref().map_or(0, |operand| operand.height);
    let mut arms = Vec::new();
    loop {
        let expected =
            if arms.is_empty() { "`when`" } else { "an operator, `when`, `else` or `end`" };
        if !arms.is_empty() && !matches!(peek(i), TokenKind::Keyword(Keyword::When)) {
            break;
        }
        let when = preceded(context(expected, keyword(Keyword::When)), operand(depth));
        let then =
            preceded(context("an operator or `then`", keyword(Keyword::Then)), operand(depth));
        let (rest, (when, then)) = cut((when, then)).parse(i)?;
        height = height.max(when.height).max(then.height);
        arms.push((when.expr, then.expr));
        i = rest;
    }
    let (i, otherwise) = opt(preceded(keyword(Keyword::Else), cut(operand(depth)))).parse(i)?;
    let expected = if otherwise.is_some() {
        "an operator or `end`"
    } else {
        "an operator, `when`, `else` or `end`"
    };
    let (i, _) = cut(context(expected, keyword(Keyword::End))).parse(i)?;
    height = height.max(otherwise.as_ref().map_or(0, |operand| operand.height));
    let boxed = |operand: Operand| Box::new(operand.expr);
    let kind =
        ExprKind::Case { operand: subject.map(boxed), arms, otherwise: otherwise.map(boxed) };
    node(start, i, kind, height)
}

/// A node from `start` to `rest` over children of the given height.
fn node<'t>(
    start: Tokens<'t>,
    rest: Tokens<'t>,
    kind: ExprKind,
    height: u32,
) -> Parsed<'t, Operand> {
    let span = span_between(start, rest);
    Ok((rest, Operand { expr: Expr { kind, span }, height: taller(start, height)?, outer: span }))
}

/// The expressions of a list and the largest of their heights.
fn split(operands: Vec<Operand>) -> (Vec<Expr>, u32) {
    let height = operands.iter().map(|operand| operand.height).max().unwrap_or(0);
    (operands.into_iter().map(|operand| operand.expr).collect(), height)
}

/// The level below `depth`, or an error if that is too deep.
pub(super) fn deeper(i: Tokens, depth: u32) -> Result<u32, nom::Err<Fault>> {
    if depth < NESTING_MAX {
        return Ok(depth + 1);
    }
    let message = format!("expressions nest at most {NESTING_MAX} deep");
    let diagnostic = Diagnostic::error("nesting-too-deep", message, span(i), "one level too many");
    Err(Fault::diagnosed(
        i,
        diagnostic.help(
            "parentheses, `not`, `-`, `case`, calls, lists and subqueries count; split the rule",
        ),
    ))
}

/// The height of a node over children of `height`, or an error if that is too tall; `i` is its
/// operator.
fn taller(i: Tokens, height: u32) -> Result<u32, nom::Err<Fault>> {
    if height < HEIGHT_MAX {
        return Ok(height + 1);
    }
    let message = format!("an expression has at most {HEIGHT_MAX} operators in a chain");
    let diagnostic =
        Diagnostic::error("expression-too-long", message, span(i), "one operator too many");
    Err(Fault::diagnosed(
        i,
        diagnostic.help("split the rule in several, or write `x in (…)` for `x = … or x = … or …`"),
    ))
}

/// The error for two operators that cannot follow one another without parentheses.
fn refuse_chain(i: Tokens, left: Span, level: Level, ceiling: Level) -> Diagnostic {
    if level == ceiling && level == Level::Comparison {
        let message = "comparisons do not chain";
        return Diagnostic::error("chained-comparison", message, span(i), "a second comparison")
            .related(left, "this is a truth value")
            .help("write `a < b and b < c`, or `b between a and c`, or parentheses");
    }
    let message = match level == ceiling {
        true => "`between` and `in` do not chain",
        false => "this operator binds tighter than the one in front of it",
    };
    Diagnostic::error("needs-parentheses", message, span(i), "")
        .related(left, "its left operand would be this")
        .help("write parentheses around the left operand, or around what was meant")
}
