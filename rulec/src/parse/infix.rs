// SPDX-License-Identifier: Apache-2.0

//! Operators after their first operand, and the parts of an expression that follow them.

use super::expr::{climb, operand};
use super::primary::NO_ROW_VALUES;
use super::select::{self, Place};
use super::tokens::{
    Fault, Parsed, Reason, Tokens, fail, is_word, keyword, list, peek, peek_at, symbol, word,
};
use super::tree::{Operand, deeper, split};
use crate::ast::{BinaryOp, ExprKind, Truth};
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::precedence::Level;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, map, opt, value};
use nom::error::context;
use nom::sequence::delimited;

/// An operator after its first operand.
pub(super) enum Infix {
    Binary(BinaryOp),
    /// `is [not]` in front of `null`, `true`, `false` or `unknown`.
    Is,
    Distinct {
        negated: bool,
    },
    Between {
        negated: bool,
    },
    In {
        negated: bool,
    },
    Like {
        negated: bool,
    },
}

impl Infix {
    /// The level of the operator.
    pub(super) fn level(&self) -> Level {
        match self {
            Infix::Binary(op) => Level::of(*op),
            Infix::Is => Level::Is,
            Infix::Distinct { .. } => Level::Distinct,
            Infix::Between { .. } | Infix::In { .. } | Infix::Like { .. } => Level::Range,
        }
    }
}

/// The operator at the front and the tokens after it.
pub(super) fn infix(i: Tokens) -> Option<(Infix, Tokens)> {
    let (ahead, negated) = match peek(i) {
        TokenKind::Keyword(Keyword::Not) => (1, true),
        _ => (0, false),
    };
    let infix = match peek_at(i, ahead) {
        TokenKind::Keyword(Keyword::Between) => Infix::Between { negated },
        TokenKind::Keyword(Keyword::In) => Infix::In { negated },
        TokenKind::Name if is_word(&i[ahead], "like") => Infix::Like { negated },
        _ if negated => return None,
        TokenKind::Keyword(Keyword::Is) => return Some(is_what(i)),
        TokenKind::Keyword(Keyword::And) => Infix::Binary(BinaryOp::And),
        TokenKind::Keyword(Keyword::Or) => Infix::Binary(BinaryOp::Or),
        TokenKind::Symbol(symbol) => Infix::Binary(binary(symbol)?),
        TokenKind::Keyword(_)
        | TokenKind::Name
        | TokenKind::QuotedName
        | TokenKind::Integer
        | TokenKind::Decimal
        | TokenKind::String
        | TokenKind::Dollar
        | TokenKind::Error
        | TokenKind::End => return None,
    };
    Some((infix, &i[ahead + 1..]))
}

/// The operator that begins with the `is` at the front.
fn is_what(i: Tokens) -> (Infix, Tokens) {
    let negated = peek_at(i, 1) == TokenKind::Keyword(Keyword::Not);
    let at = 1 + usize::from(negated);
    match peek_at(i, at) {
        TokenKind::Keyword(Keyword::Distinct) => (Infix::Distinct { negated }, &i[at + 1..]),
        _ => (Infix::Is, &i[1..]),
    }
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
        Symbol::Open
        | Symbol::Close
        | Symbol::Comma
        | Symbol::Semicolon
        | Symbol::Dot
        | Symbol::Cast => {
            return None;
        }
    })
}

/// Parses the part after an operator. Returns the expression and the greatest height of its parts.
pub(super) fn after<'t>(
    infix: &Infix,
    i: Tokens<'t>,
    depth: u32,
    left: Operand,
) -> Parsed<'t, (ExprKind, u32)> {
    match *infix {
        Infix::Binary(op) => {
            let (i, right) = climb(i, depth, Level::of(op).tighter()).map_err(fail)?;
            let height = left.height.max(right.height);
            Ok((i, (ExprKind::Binary(op, left.boxed(), right.boxed()), height)))
        }
        Infix::Is => is(i, left),
        Infix::Distinct { negated } => {
            let (i, _) = cut(keyword(Keyword::From)).parse(i)?;
            let (i, right) = climb(i, depth, Level::Comparison).map_err(fail)?;
            let height = left.height.max(right.height);
            let (left, right) = (left.boxed(), right.boxed());
            Ok((i, (ExprKind::IsDistinct { left, right, negated }, height)))
        }
        Infix::Between { negated } => between(i, depth, left, negated),
        Infix::In { negated } => in_list(i, depth, left, negated),
        Infix::Like { negated } => {
            let (i, pattern) = climb(i, depth, Level::Sum).map_err(fail)?;
            let height = left.height.max(pattern.height);
            let (operand, pattern) = (left.boxed(), pattern.boxed());
            Ok((i, (ExprKind::Like { operand, pattern, negated }, height)))
        }
    }
}

/// Parses the part after `is`.
fn is(i: Tokens, left: Operand) -> Parsed<(ExprKind, u32)> {
    let (i, not) = opt(keyword(Keyword::Not)).parse(i)?;
    let expected = match not {
        Some(_) => "`null`, `true`, `false`, `unknown` or `distinct from`",
        None => "`null`, `not null`, `true`, `false`, `unknown` or `distinct from`",
    };
    let what = alt((
        value(None, keyword(Keyword::Null)),
        value(Some(Truth::True), keyword(Keyword::True)),
        value(Some(Truth::False), keyword(Keyword::False)),
        value(Some(Truth::Unknown), word("unknown", "`unknown`")),
    ));
    let (i, what) = cut(context(expected, what)).parse(i)?;
    let (height, operand, negated) = (left.height, left.boxed(), not.is_some());
    let kind = match what {
        None => ExprKind::IsNull { operand, negated },
        Some(truth) => ExprKind::IsTruth { operand, truth, negated },
    };
    Ok((i, (kind, height)))
}

/// Parses the part after `between`. The bounds are sums, so that the `and` between them is not a
/// logical one.
fn between(i: Tokens, depth: u32, left: Operand, negated: bool) -> Parsed<(ExprKind, u32)> {
    let (i, low) =
        climb(i, depth, Level::Sum).map_err(|error| bounds_in_parentheses(fail(error)))?;
    let (i, _) = cut(keyword(Keyword::And)).parse(i)?;
    let (i, high) = climb(i, depth, Level::Sum).map_err(fail)?;
    let height = left.height.max(low.height).max(high.height);
    let (operand, low, high) = (left.boxed(), low.boxed(), high.boxed());
    Ok((i, (ExprKind::Between { operand, low, high, negated }, height)))
}

/// The remedy for `between (a, b)`, which reads as a row value.
fn bounds_in_parentheses(mut error: nom::Err<Fault>) -> nom::Err<Fault> {
    if let nom::Err::Failure(Fault { reason: Reason::Diagnosed(diagnostic), .. }) = &mut error
        && diagnostic.code == NO_ROW_VALUES
    {
        diagnostic.help = Some("write the bounds as `between a and b`".to_owned());
    }
    error
}

/// Parses the part after `in`.
fn in_list(i: Tokens, depth: u32, left: Operand, negated: bool) -> Parsed<(ExprKind, u32)> {
    if peek_at(i, 1) == TokenKind::Keyword(Keyword::Select) {
        let (i, (select, height)) =
            cut(|i| select::parenthesised(i, depth, Place::Value)).parse(i)?;
        let height = height.max(left.height);
        let (operand, select) = (left.boxed(), Box::new(select));
        return Ok((i, (ExprKind::InSelect { operand, select, negated }, height)));
    }
    let depth = deeper(i, depth)?;
    let close = context("an operator, `,` or `)`", symbol(Symbol::Close));
    let elements = delimited(symbol(Symbol::Open), list(operand(depth)), close);
    let (i, (list, height)) = cut(map(elements, split)).parse(i)?;
    let height = height.max(left.height);
    Ok((i, (ExprKind::In { operand: left.boxed(), list, negated }, height)))
}
