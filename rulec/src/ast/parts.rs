// SPDX-License-Identifier: Apache-2.0

//! The direct parts of an expression: the one walk over its kinds, for everything that treats most
//! of them alike.

use super::{CallArgs, Expr, ExprKind, Name, Select, TypeName};
use crate::span::Span;

/// A direct part of an expression.
pub enum Part<'a> {
    /// An operand.
    Operand(&'a mut Expr),
    /// A query for values.
    Query(&'a mut Select),
    /// A query for the existence of rows: what it selects has no meaning.
    Rows(&'a mut Select),
    /// A name of a column, function or field.
    Name(&'a mut Name),
    /// A type.
    Type(&'a mut TypeName),
    /// The span of a text.
    Span(&'a mut Span),
}

impl ExprKind {
    /// Visits the direct parts in the order of the text.
    pub fn each_part(&mut self, visit: &mut dyn FnMut(Part<'_>)) {
        match self {
            ExprKind::Integer(_)
            | ExprKind::Decimal(_)
            | ExprKind::String(_)
            | ExprKind::Boolean(_)
            | ExprKind::Null
            | ExprKind::Default => {}
            ExprKind::Name(column) => visit(Part::Name(column)),
            ExprKind::Qualified(qualifier, column) => {
                visit(Part::Name(qualifier));
                visit(Part::Name(column));
            }
            ExprKind::Negate(operand)
            | ExprKind::Not(operand)
            | ExprKind::IsNull { operand, .. }
            | ExprKind::IsTruth { operand, .. } => visit(Part::Operand(operand)),
            ExprKind::Binary(_, left, right)
            | ExprKind::IsDistinct { left, right, .. }
            | ExprKind::Like { operand: left, pattern: right, .. } => {
                visit(Part::Operand(left));
                visit(Part::Operand(right));
            }
            ExprKind::Between { operand, low, high, .. } => {
                [operand, low, high].into_iter().for_each(|part| visit(Part::Operand(part)));
            }
            ExprKind::In { operand, list, .. } => {
                visit(Part::Operand(operand));
                list.iter_mut().for_each(|value| visit(Part::Operand(value)));
            }
            ExprKind::InSelect { operand, select, .. } => {
                visit(Part::Operand(operand));
                visit(Part::Query(select));
            }
            ExprKind::Cast { operand, ty } => {
                visit(Part::Operand(operand));
                visit(Part::Type(ty));
            }
            ExprKind::Typed { ty, text_span, .. } => {
                visit(Part::Name(ty));
                visit(Part::Span(text_span));
            }
            ExprKind::Extract { field, source } => {
                visit(Part::Name(field));
                visit(Part::Operand(source));
            }
            ExprKind::Case { operand, arms, otherwise } => {
                operand.iter_mut().for_each(|operand| visit(Part::Operand(operand)));
                for (when, then) in arms {
                    visit(Part::Operand(when));
                    visit(Part::Operand(then));
                }
                otherwise.iter_mut().for_each(|otherwise| visit(Part::Operand(otherwise)));
            }
            ExprKind::Call { function, args, filter, .. } => {
                visit(Part::Name(function));
                if let CallArgs::List(args) = args {
                    args.iter_mut().for_each(|arg| visit(Part::Operand(arg)));
                }
                filter.iter_mut().for_each(|filter| visit(Part::Operand(filter)));
            }
            ExprKind::Subquery(select) => visit(Part::Query(select)),
            ExprKind::Exists(select) => visit(Part::Rows(select)),
        }
    }
}
