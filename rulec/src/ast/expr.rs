// SPDX-License-Identifier: Apache-2.0

//! Expressions.

use super::{Name, Select, TypeName};
use crate::span::Span;

/// An expression and its span. Parentheses add no node, and are not part of the span.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// The kind.
    pub kind: ExprKind,
    /// The span.
    pub span: Span,
}

/// The kind of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// An integer literal, as its digits: they need not fit 64 bits.
    Integer(String),
    /// A decimal literal as written, such as `1.25`, `.5`, `5.` or `1.5e-3`, with a small `e`. See
    /// [`crate::lex::DecimalParts`] for its value.
    Decimal(String),
    /// A string literal, without the outer quotes and with `''` replaced by `'`.
    String(String),
    /// `true` or `false`.
    Boolean(bool),
    /// `null`.
    Null,
    /// `default`, as a whole value of an `insert` or of a `set`.
    Default,
    /// `name`.
    Name(Name),
    /// `qualifier.name`.
    Qualified(Name, Name),
    /// `- e`.
    Negate(Box<Expr>),
    /// `not e`.
    Not(Box<Expr>),
    /// `l op r`.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `e is [not] null`.
    IsNull {
        /// The expression.
        operand: Box<Expr>,
        /// `is not null`.
        negated: bool,
    },
    /// `e is [not] true`, `false` or `unknown`.
    IsTruth {
        /// The condition.
        operand: Box<Expr>,
        /// What it is compared with.
        truth: Truth,
        /// `is not`.
        negated: bool,
    },
    /// `l is [not] distinct from r`.
    IsDistinct {
        /// The left operand.
        left: Box<Expr>,
        /// The right operand.
        right: Box<Expr>,
        /// `is not distinct from`.
        negated: bool,
    },
    /// `e [not] between low and high`.
    Between {
        /// The expression.
        operand: Box<Expr>,
        /// The lower bound, inclusive.
        low: Box<Expr>,
        /// The upper bound, inclusive.
        high: Box<Expr>,
        /// `not between`.
        negated: bool,
    },
    /// `e [not] in (list)`.
    In {
        /// The expression.
        operand: Box<Expr>,
        /// The list.
        list: Vec<Expr>,
        /// `not in`.
        negated: bool,
    },
    /// `e [not] in (select …)`.
    InSelect {
        /// The expression.
        operand: Box<Expr>,
        /// The subquery.
        select: Box<Select>,
        /// `not in`.
        negated: bool,
    },
    /// `e [not] like pattern`.
    Like {
        /// The expression.
        operand: Box<Expr>,
        /// The pattern, which may be any expression here.
        pattern: Box<Expr>,
        /// `not like`.
        negated: bool,
    },
    /// `e::type` or `cast(e as type)`.
    Cast {
        /// The expression.
        operand: Box<Expr>,
        /// The type, which may be unknown.
        ty: TypeName,
    },
    /// `date '…'`, `time '…'`, `timestamp '…'` or `interval '…'`.
    Typed {
        /// The type.
        ty: Name,
        /// The text between the quotes, with `''` replaced by `'`.
        text: String,
        /// The span of the string, quotes included.
        text_span: Span,
    },
    /// `extract(field from e)`.
    Extract {
        /// The field, which may be unknown.
        field: Name,
        /// The expression.
        source: Box<Expr>,
    },
    /// `case [operand] when … then … [else …] end`.
    Case {
        /// The operand of the simple form.
        operand: Option<Box<Expr>>,
        /// The `when`/`then` pairs.
        arms: Vec<(Expr, Expr)>,
        /// The `else`.
        otherwise: Option<Box<Expr>>,
    },
    /// `name([distinct] args) [filter (where condition)]`: a function or an aggregate, which may be
    /// unknown.
    Call {
        /// The function.
        function: Name,
        /// Its arguments.
        args: CallArgs,
        /// `distinct` before the arguments.
        distinct: bool,
        /// The condition of `filter (where …)`.
        filter: Option<Box<Expr>>,
    },
    /// `(select …)` as a value.
    Subquery(Box<Select>),
    /// `exists (select …)`; `not exists` is [`ExprKind::Not`] around it.
    Exists(Box<Select>),
}

/// Arguments of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum CallArgs {
    /// `f(*)`.
    Star,
    /// `f(a, b, …)`.
    List(Vec<Expr>),
}

/// A truth value, as an operand of `is`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// `true`
    True,
    /// `false`
    False,
    /// `unknown`, which is NULL.
    Unknown,
}

impl Truth {
    /// The text of the value.
    pub fn text(self) -> &'static str {
        match self {
            Truth::True => "true",
            Truth::False => "false",
            Truth::Unknown => "unknown",
        }
    }
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
    /// `=`
    Eq,
    /// `<>` or `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `and`
    And,
    /// `or`
    Or,
}

impl BinaryOp {
    /// The text of the operator.
    pub fn text(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Rem => "%",
            BinaryOp::Eq => "=",
            BinaryOp::Ne => "<>",
            BinaryOp::Lt => "<",
            BinaryOp::Le => "<=",
            BinaryOp::Gt => ">",
            BinaryOp::Ge => ">=",
            BinaryOp::And => "and",
            BinaryOp::Or => "or",
        }
    }

    /// The comparison with its sides exchanged. None for other operators.
    pub fn mirrored(self) -> Option<BinaryOp> {
        match self {
            BinaryOp::Lt => Some(BinaryOp::Gt),
            BinaryOp::Le => Some(BinaryOp::Ge),
            BinaryOp::Gt => Some(BinaryOp::Lt),
            BinaryOp::Ge => Some(BinaryOp::Le),
            BinaryOp::Eq | BinaryOp::Ne => Some(self),
            BinaryOp::Add
            | BinaryOp::Sub
            | BinaryOp::Mul
            | BinaryOp::Div
            | BinaryOp::Rem
            | BinaryOp::And
            | BinaryOp::Or => None,
        }
    }

    /// The comparison that is FALSE where this one is TRUE, and TRUE where it is FALSE. None for
    /// other operators.
    pub fn negated(self) -> Option<BinaryOp> {
        match self {
            BinaryOp::Eq => Some(BinaryOp::Ne),
            BinaryOp::Ne => Some(BinaryOp::Eq),
            BinaryOp::Lt => Some(BinaryOp::Ge),
            BinaryOp::Le => Some(BinaryOp::Gt),
            BinaryOp::Gt => Some(BinaryOp::Le),
            BinaryOp::Ge => Some(BinaryOp::Lt),
            BinaryOp::Add
            | BinaryOp::Sub
            | BinaryOp::Mul
            | BinaryOp::Div
            | BinaryOp::Rem
            | BinaryOp::And
            | BinaryOp::Or => None,
        }
    }
}
