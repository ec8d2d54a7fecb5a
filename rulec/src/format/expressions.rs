// SPDX-License-Identifier: Apache-2.0

//! The places of expressions.

use super::items::type_places;
use super::shape::{At, Kind, Part, Shape, Unit};
use super::widths::INDENT;
use crate::ast::{BinaryOp, CallArgs, Expr, ExprKind};
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::precedence::Level;

impl Shape<'_> {
    /// An element of a list, or another expression that begins its construct.
    pub(super) fn element(&mut self, expr: &Expr) {
        let start = self.at(expr.span);
        self.expr(expr, Unit { start, is_where: false });
    }

    /// An expression in a unit.
    pub(super) fn expr(&mut self, expr: &Expr, unit: Unit) {
        let first = self.at(expr.span);
        // What begins after a parenthesis is a unit.
        let inside = first > 0 && self.opens(first - 1);
        let unit = if inside { Unit { start: first, is_where: false } } else { unit };
        match &expr.kind {
            ExprKind::Integer(_)
            | ExprKind::Decimal(_)
            | ExprKind::String(_)
            | ExprKind::Boolean(_)
            | ExprKind::Null
            | ExprKind::Default
            | ExprKind::Name(_)
            | ExprKind::Qualified(..)
            | ExprKind::Typed { .. } => {}
            ExprKind::Negate(operand) => {
                let minus = TokenKind::Symbol(Symbol::Minus);
                self.tight[first + 1] = !self.is(first + 1, minus);
                self.expr(operand, unit);
            }
            ExprKind::Not(operand)
            | ExprKind::IsNull { operand, .. }
            | ExprKind::IsTruth { operand, .. } => self.expr(operand, unit),
            ExprKind::Binary(op, left, right) => self.operators(first, *op, left, right, unit),
            ExprKind::IsDistinct { left, right, .. }
            | ExprKind::Like { operand: left, pattern: right, .. } => {
                self.expr(left, unit);
                self.expr(right, unit);
            }
            ExprKind::Between { operand, low, high, .. } => {
                [operand, low, high].into_iter().for_each(|part| self.expr(part, unit));
            }
            ExprKind::In { operand, list, .. } => {
                self.expr(operand, unit);
                list.iter().for_each(|element| self.element(element));
            }
            ExprKind::InSelect { operand, select, .. } => {
                self.expr(operand, unit);
                self.query(select);
            }
            ExprKind::Cast { operand, ty } => {
                type_places(self, ty);
                let is_call = self.is_word(first, "cast") && self.opens(first + 1);
                self.tight[first + 1] |= is_call;
                self.expr(operand, unit);
            }
            ExprKind::Extract { source, .. } => {
                self.tight[first + 1] = true;
                self.expr(source, unit);
            }
            ExprKind::Case { operand, arms, otherwise } => {
                if let Some(operand) = operand {
                    self.element(operand);
                }
                self.case(expr, arms, otherwise.as_deref());
            }
            ExprKind::Call { args, filter, .. } => {
                self.tight[first + 1] = true;
                if let CallArgs::List(args) = args {
                    args.iter().for_each(|arg| self.element(arg));
                }
                if let Some(filter) = filter {
                    let start = self.where_of(filter);
                    self.expr(filter, Unit { start, is_where: true });
                }
            }
            ExprKind::Subquery(query) | ExprKind::Exists(query) => self.query(query),
        }
    }

    /// A chain of operators of one level.
    fn operators(&mut self, first: At, op: BinaryOp, left: &Expr, right: &Expr, unit: Unit) {
        let level = Level::of(op);
        let mut chain = vec![(left, right)];
        let mut leftmost = left;
        while let ExprKind::Binary(op, left, right) = &leftmost.kind {
            let is_grouped = self.at(leftmost.span) != first;
            if Level::of(*op) != level || !level.chains() || is_grouped {
                break;
            }
            chain.push((left, right));
            leftmost = left;
        }
        let is_short = matches!(leftmost.kind, ExprKind::Name(_) | ExprKind::Qualified(..));
        let rank = match level {
            Level::Or => 3,
            Level::And => 4,
            Level::Comparison if is_short => 13,
            Level::Comparison => 5,
            Level::Sum => 6,
            _ => 7,
        };
        let group = self.group(Kind::Operators { first, unit }, self.rank(first, rank));
        self.expr(leftmost, unit);
        for (left, right) in chain.into_iter().rev() {
            let mut operator = self.last(left.span) + 1;
            while self.is(operator, TokenKind::Symbol(Symbol::Close)) {
                operator += 1;
            }
            self.place(operator, group, Part::Between);
            self.expr(right, Unit { start: operator, is_where: false });
        }
    }

    fn case(&mut self, expr: &Expr, arms: &[(Expr, Expr)], otherwise: Option<&Expr>) {
        let start = self.at(expr.span);
        let group = self.group(Kind::Case { start }, self.rank(start, 11));
        for (index, (when, then)) in arms.iter().enumerate() {
            let word = self.back(self.at(when.span), TokenKind::Keyword(Keyword::When));
            self.place(word, group, if index == 0 { Part::Open } else { Part::Between });
            self.element(when);
            let result = self.back(self.at(then.span), TokenKind::Keyword(Keyword::Then)) + 1;
            let inside =
                self.group(Kind::Parts { start: word, indent: INDENT }, self.rank(word, 2));
            self.place(result, inside, Part::Between);
            self.element(then);
        }
        if let Some(otherwise) = otherwise {
            let word = self.back(self.at(otherwise.span), TokenKind::Keyword(Keyword::Else));
            self.place(word, group, Part::Between);
            let inside =
                self.group(Kind::Parts { start: word, indent: INDENT }, self.rank(word, 2));
            self.place(word + 1, inside, Part::Between);
            self.element(otherwise);
        }
        self.place(self.last(expr.span), group, Part::Close);
    }
}
