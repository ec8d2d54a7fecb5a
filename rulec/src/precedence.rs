// SPDX-License-Identifier: Apache-2.0

//! The levels of precedence, for the parser and the printer.

use crate::ast::{BinaryOp, ExprKind};

/// A level of precedence, loosest first. An operand of a tighter level needs no parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// `or`
    Or,
    /// `and`
    And,
    /// `not`
    Not,
    /// `is [not] distinct from`, which does not chain
    Distinct,
    /// `is [not] null`, `true`, `false`, `unknown`
    Is,
    /// `=` and the other comparisons
    Comparison,
    /// `between`, `in`, `like`
    Range,
    /// `+` `-`
    Sum,
    /// `*` `/` `%`
    Product,
    /// unary `-`
    Unary,
    /// `::`
    Cast,
    /// literals, names, calls, and forms with their own parentheses or `end`
    Primary,
}

impl Level {
    /// The level of a binary operator.
    pub(crate) fn of(op: BinaryOp) -> Level {
        match op {
            BinaryOp::Or => Level::Or,
            BinaryOp::And => Level::And,
            BinaryOp::Eq
            | BinaryOp::Ne
            | BinaryOp::Lt
            | BinaryOp::Le
            | BinaryOp::Gt
            | BinaryOp::Ge => Level::Comparison,
            BinaryOp::Add | BinaryOp::Sub => Level::Sum,
            BinaryOp::Mul | BinaryOp::Div | BinaryOp::Rem => Level::Product,
        }
    }

    /// The level of an expression, which is that of its outermost operator.
    pub(crate) fn of_expr(kind: &ExprKind) -> Level {
        match kind {
            ExprKind::Binary(op, ..) => Level::of(*op),
            ExprKind::Not(_) => Level::Not,
            ExprKind::IsDistinct { .. } => Level::Distinct,
            ExprKind::IsNull { .. } | ExprKind::IsTruth { .. } => Level::Is,
            ExprKind::Between { .. }
            | ExprKind::In { .. }
            | ExprKind::InSelect { .. }
            | ExprKind::Like { .. } => Level::Range,
            ExprKind::Negate(_) => Level::Unary,
            ExprKind::Cast { .. } => Level::Cast,
            ExprKind::Integer(_)
            | ExprKind::Decimal(_)
            | ExprKind::String(_)
            | ExprKind::Boolean(_)
            | ExprKind::Null
            | ExprKind::Default
            | ExprKind::Name(_)
            | ExprKind::Qualified(..)
            | ExprKind::Typed { .. }
            | ExprKind::Extract { .. }
            | ExprKind::Case { .. }
            | ExprKind::Call { .. }
            | ExprKind::Subquery(_)
            | ExprKind::Exists(_) => Level::Primary,
        }
    }

    /// The next tighter level, which the right operand of a left-associative operator must have.
    pub(crate) fn tighter(self) -> Level {
        match self {
            Level::Or => Level::And,
            Level::And => Level::Not,
            Level::Not => Level::Distinct,
            Level::Distinct => Level::Is,
            Level::Is => Level::Comparison,
            Level::Comparison => Level::Range,
            Level::Range => Level::Sum,
            Level::Sum => Level::Product,
            Level::Product => Level::Unary,
            Level::Unary => Level::Cast,
            Level::Cast | Level::Primary => Level::Primary,
        }
    }

    /// Whether operators of this level can follow one another without parentheses, as in `a - b -
    /// c`.
    pub(crate) fn chains(self) -> bool {
        !matches!(self, Level::Distinct | Level::Comparison | Level::Range)
    }
}
