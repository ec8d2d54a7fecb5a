// SPDX-License-Identifier: Apache-2.0

//! Lengths of time: INT8 nanoseconds, which are told from other numbers by their form.

use super::literals::constant;
use crate::hir::{AggregateFn, ArithOp, Expr, ExprKind, Function};
use crate::span::Span;
use engine::schema::Type;

/// A length of time in nanoseconds, which stays known as one by its form.
pub(super) fn length(nanoseconds: i128, span: Span) -> Expr {
    let number = constant(ExprKind::Number(nanoseconds), Type::Int8, span);
    Expr { kind: ExprKind::Convert(Box::new(number)), ty: Type::Int8, nullable: false, span }
}

/// The literal that a length of time is, or the expression itself.
pub(super) fn plain(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Convert(operand)
            if (operand.ty, expr.ty) == (Type::Int8, Type::Int8)
                && matches!(operand.kind, ExprKind::Number(_)) =>
        {
            operand
        }
        _ => expr,
    }
}

/// Whether an expression is a length of time by its form.
pub(super) fn is_length(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Arith(ArithOp::Sub, l, r) if l.ty.is_time() && r.ty.is_time() => {
            (l.ty, r.ty) != (Type::Date, Type::Date)
        }
        ExprKind::Arith(op, l, r) => expr.ty == Type::Int8 && yields_length(*op, l, r),
        ExprKind::Convert(operand) => {
            operand.ty == Type::Time
                || is_length(operand)
                || !std::ptr::eq(plain(expr), std::ptr::from_ref(expr))
        }
        ExprKind::Function(Function::Abs | Function::Greatest | Function::Least, list)
        | ExprKind::Coalesce(list) => list.iter().any(is_length),
        ExprKind::Case { arms, otherwise } => {
            arms.iter().map(|(_, value)| value).chain(otherwise.as_deref()).any(is_length)
        }
        ExprKind::Lookup { value, .. } => is_length(value),
        ExprKind::Aggregate(aggregate) => aggregate.calls.iter().any(|call| match call.function {
            AggregateFn::Sum | AggregateFn::Min | AggregateFn::Max => {
                call.argument.as_ref().is_some_and(is_length)
            }
            AggregateFn::Nth { .. } => call.argument.as_ref().is_some_and(is_length),
            AggregateFn::Count | AggregateFn::Distinct | AggregateFn::Any => false,
        }),
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Compare(..)
        | ExprKind::Distinct(..)
        | ExprKind::Function(Function::Sign, _)
        | ExprKind::Calendar(..)
        | ExprKind::Like(..)
        | ExprKind::Round(..)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Not(_)
        | ExprKind::IsNull(_)
        | ExprKind::Exists { .. }
        | ExprKind::Call(_) => false,
    }
}

/// Whether arithmetic on integers yields a length of time. The quotient of two is a number.
pub(super) fn yields_length(op: ArithOp, left: &Expr, right: &Expr) -> bool {
    match op {
        ArithOp::Div => is_length(left) && !is_length(right),
        ArithOp::Add | ArithOp::Sub | ArithOp::Mul | ArithOp::Rem | ArithOp::DivRound { .. } => {
            is_length(left) || is_length(right)
        }
    }
}
