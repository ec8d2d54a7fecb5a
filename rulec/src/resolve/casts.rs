// SPDX-License-Identifier: Apache-2.0

//! Casts: `x::type` and `cast(x as type)`.

use super::digits;
use super::quoted::quoted;
use super::rescale::convert;
use super::scope::Item;
use super::type_names::{self, Target};
use super::{literals, operators};
use crate::ast::{self, TypeName};
use crate::diagnostic::Diagnostic;
use crate::hir::{CompareOp, Expr, ExprKind};
use crate::span::Span;
use engine::schema::Type;

impl Item<'_> {
    /// Resolves a cast.
    pub(super) fn cast(&mut self, operand: &ast::Expr, ty: &TypeName, span: Span) -> Option<Expr> {
        let operand = self.expr(operand);
        if ty.name.text == "interval" && ty.args.is_empty() {
            return self.cast_to_interval(operand?, span);
        }
        let target = self.check(type_names::target_of(ty))?;
        let operand = operand?;
        match target {
            Target::Type(ty) => self.cast_to(operand, ty, span),
            Target::Decimal => {
                let (whole, scale) = (digits::whole_digits(&operand), operand.ty.scale());
                self.cast_to(operand, digits::decimal(whole, scale), span)
            }
        }
    }

    fn cast_to(&mut self, operand: Expr, ty: Type, span: Span) -> Option<Expr> {
        if literals::is_null(&operand) {
            return Some(Expr { ty, span, ..operand });
        }
        if let ExprKind::Text(text) = &operand.kind
            && !matches!(ty, Type::Char(_))
        {
            let zone = &self.catalog.zone;
            return self.check(quoted(text, ty, operand.span, zone));
        }
        match (operand.ty, ty) {
            (from, to) if from == to => Some(Expr { span, ..operand }),
            (from, to) if from.is_number() && to.is_number() => self.cast_number(operand, ty, span),
            (Type::Boolean, Type::Int4) => Some(Expr { span, ..convert(operand, ty) }),
            (from, Type::Boolean) if from.is_integer() => {
                let zero = literals::constant(ExprKind::Number(0), from, span);
                let zone = &self.catalog.zone;
                self.check(operators::compare(CompareOp::Ne, "cast", operand, zero, span, zone))
            }
            (Type::Char(n), Type::Char(m)) => {
                match operand.kind {
                    ExprKind::Text(text) => {
                        let cut: String = text.chars().take(m.into()).collect();
                        let text = self.check(literals::string(&cut, span))?;
                        Some(Expr { ty, ..text })
                    }
                    _ if n <= m => Some(Expr { ty, span, ..operand }),
                    _ => {
                        let message = format!("a CHAR({n}) cannot be cut to CHAR({m})");
                        self.refuse(Diagnostic::error("cast", message, span, "").help(
                            "texts are compared and stored whole: declare them with one length",
                        ))
                    }
                }
            }
            (from, to) if from.is_time() || to.is_time() => self.cast_time(operand, ty, span),
            (from, to) => {
                let message = format!("{from} cannot be cast to {to}");
                self.refuse(Diagnostic::error("cast", message, span, format!("this is {from}")))
            }
        }
    }

    /// A cast between numbers. A literal that does not fit is found here.
    fn cast_number(&mut self, operand: Expr, ty: Type, span: Span) -> Option<Expr> {
        let converted = Expr { span, ..convert(operand, ty) };
        if let ExprKind::Convert(inner) = &converted.kind
            && matches!(inner.kind, ExprKind::Number(_))
        {
            let message = format!("this number does not fit {ty}");
            return self.refuse(Diagnostic::error("literal-range", message, span, ""));
        }
        Some(converted)
    }
}
