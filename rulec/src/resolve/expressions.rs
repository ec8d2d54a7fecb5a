// SPDX-License-Identifier: Apache-2.0

//! Expressions: from every form of the syntax to its typed form. `between`, `in` and simple `case`
//! are rewritten in terms of other forms.

use super::calls::Arguments;
use super::literals::{self, constant};
use super::operators::Operator;
use super::scope::Item;
use super::{conversions, operators, queries};
use crate::ast::{self, BinaryOp};
use crate::diagnostic::Diagnostic;
use crate::hir::{CompareOp, Expr, ExprKind};
use crate::span::Span;
use engine::schema::Type;

impl Item<'_> {
    /// Resolves an expression. Reports all its errors and returns `None` if there are any.
    pub fn expr(&mut self, expr: &ast::Expr) -> Option<Expr> {
        self.deeper(expr.span, |item| item.expr_inner(expr))
    }

    /// Resolves an expression that must be a condition. `place` describes it, as in "a `where`".
    pub fn condition(&mut self, expr: &ast::Expr, place: &str) -> Option<Expr> {
        let resolved = self.expr(expr)?;
        self.as_condition(resolved, place)
    }

    fn as_condition(&mut self, expr: Expr, place: &str) -> Option<Expr> {
        if literals::is_null(&expr) {
            return Some(Expr { ty: Type::Boolean, ..expr });
        }
        if expr.ty == Type::Boolean {
            return Some(expr);
        }
        let mut diagnostic = Diagnostic::error(
            "type-mismatch",
            format!("{place} must be a condition"),
            expr.span,
            format!("this is {}", expr.ty),
        );
        if expr.ty.is_number() {
            diagnostic = diagnostic.help("compare it with something, for example `<> 0`");
        }
        self.refuse(diagnostic)
    }

    fn expr_inner(&mut self, expr: &ast::Expr) -> Option<Expr> {
        use ast::ExprKind as K;
        let span = expr.span;
        if let Some(window) = self.window(expr) {
            return window;
        }
        match &expr.kind {
            K::Integer(digits) => self.check(literals::integer(digits, false, span)),
            K::Decimal(digits) => self.check(literals::decimal(digits, span)),
            K::String(text) => self.check(literals::string(text, span)),
            K::Boolean(value) => {
                Some(constant(ExprKind::Number(i128::from(*value)), Type::Boolean, span))
            }
            K::Null => Some(literals::null(span)),
            K::Default => self.misplaced_default(span),
            K::Name(name) => self.plain_name(name),
            K::Qualified(qualifier, name) => self.qualified_name(qualifier, name),
            K::Negate(operand) => self.negate(operand, span),
            K::Not(operand) => {
                let operand = self.condition(operand, "the operand of `not`")?;
                Some(operators::not(operand, span))
            }
            K::Binary(op, left, right) => self.binary(*op, left, right, expr),
            K::IsNull { operand, negated } => {
                let operand = self.expr(operand)?;
                let test = literals::boolean(ExprKind::IsNull(Box::new(operand)), false, span);
                Some(if *negated { operators::not(test, span) } else { test })
            }
            K::Between { operand, low, high, negated } => {
                self.between(operand, low, high, *negated, span)
            }
            K::In { operand, list, negated } => self.in_list(operand, list, *negated, span),
            K::Case { operand, arms, otherwise } => {
                self.case(operand.as_deref(), arms, otherwise.as_deref(), span)
            }
            K::Call { function, args, distinct, filter } => {
                self.call(function, Arguments { args, distinct: *distinct, filter }, span)
            }
            K::IsTruth { operand, truth, negated } => {
                let operand = self.condition(operand, "the operand of `is`")?;
                let test = operators::is_truth(operand, *truth, span);
                Some(if *negated { operators::not(test, span) } else { test })
            }
            K::IsDistinct { left, right, negated } => {
                let (left, right) = (self.expr(left), self.expr(right));
                let zone = &self.catalog.zone;
                let test = operators::distinct("is distinct from", left?, right?, span, zone);
                let test = self.check(test)?;
                Some(if *negated { operators::not(test, span) } else { test })
            }
            K::InSelect { operand, select, negated } => {
                self.in_select(operand, select, *negated, span)
            }
            K::Like { operand, pattern, negated } => self.like(operand, pattern, *negated, span),
            K::Cast { operand, ty } => self.cast(operand, ty, span),
            K::Typed { ty, text, .. } => self.typed_literal(ty, text, span),
            K::Extract { field, source } => self.extract(field, source, span),
            K::Subquery(select) => self.subquery(select, span),
            K::Exists(select) => self.exists(select, span),
        }
    }

    /// The error for a construct that has a syntax but no meaning yet.
    pub fn not_served<T>(&mut self, what: &str, span: Span) -> Option<T> {
        let message = format!("{what} is not served");
        self.refuse(Diagnostic::error("not-served", message, span, "not served"))
    }

    fn negate(&mut self, operand: &ast::Expr, span: Span) -> Option<Expr> {
        // The smallest integer has no positive counterpart, so the sign and the digits are parsed
        // together.
        if let ast::ExprKind::Integer(digits) = &operand.kind {
            return self.check(literals::integer(digits, true, span));
        }
        let operand = self.expr(operand)?;
        self.check(operators::negate(operand, span))
    }

    fn binary(
        &mut self,
        op: BinaryOp,
        left: &ast::Expr,
        right: &ast::Expr,
        whole: &ast::Expr,
    ) -> Option<Expr> {
        let span = whole.span;
        let operator = operators::classify(op);
        if let Operator::Logic(combine) = operator {
            return self.logic(op, combine, whole);
        }
        let (left, right) = (self.expr(left), self.expr(right));
        let (left, right) = (left?, right?);
        match operator {
            Operator::Comparison(compare) => self.compare(compare, op.text(), left, right, span),
            Operator::Arithmetic(arith) => {
                let (left, right) = self.with_lengths(left, right)?;
                let zone = &self.catalog.zone;
                self.check(operators::arithmetic(arith, op.text(), left, right, span, zone))
            }
            Operator::Logic(combine) => combine(vec![left, right]),
        }
    }

    /// A comparison. Warns if its result does not depend on the data.
    pub fn compare(
        &mut self,
        op: CompareOp,
        written: &str,
        left: Expr,
        right: Expr,
        span: Span,
    ) -> Option<Expr> {
        if let Some(compared) = self.compare_with_day(op, &left, &right, span) {
            return compared;
        }
        self.refuse_days_with_length(&left, &right)?;
        let warning = operators::never_equal(&left, &right)
            .or_else(|| operators::compared_with_itself(&left, &right, span))
            .or_else(|| operators::compared_with_null(written, &left, &right));
        let zone = &self.catalog.zone;
        let compared = self.check(operators::compare(op, written, left, right, span, zone))?;
        self.diagnostics.extend(warning);
        Some(compared)
    }

    /// A chain of one logical operator. Its operands are resolved in a loop, so a long chain needs
    /// no stack.
    fn logic(
        &mut self,
        op: BinaryOp,
        combine: fn(Vec<Expr>) -> Option<Expr>,
        whole: &ast::Expr,
    ) -> Option<Expr> {
        let place = format!("an operand of `{}`", op.text());
        let operands: Vec<Option<Expr>> = queries::operands(op, whole)
            .into_iter()
            .map(|operand| self.condition(operand, &place))
            .collect();
        let operands = operands.into_iter().collect::<Option<Vec<Expr>>>()?;
        Some(Expr { span: whole.span, ..combine(operands)? })
    }

    fn between(
        &mut self,
        operand: &ast::Expr,
        low: &ast::Expr,
        high: &ast::Expr,
        negated: bool,
        span: Span,
    ) -> Option<Expr> {
        let (operand, low, high) = (self.expr(operand), self.expr(low), self.expr(high));
        let (operand, low, high) = (operand?, low?, high?);
        let copy = self.copy(&operand)?;
        let above = self.compare(CompareOp::Ge, "between", operand, low, span)?;
        let below = self.compare(CompareOp::Le, "between", copy, high, span)?;
        let both = operators::all(vec![above, below])?;
        Some(if negated { operators::not(both, span) } else { both })
    }

    fn in_list(
        &mut self,
        operand: &ast::Expr,
        list: &[ast::Expr],
        negated: bool,
        span: Span,
    ) -> Option<Expr> {
        let operand = self.expr(operand);
        let list: Vec<Option<Expr>> = list.iter().map(|value| self.expr(value)).collect();
        let operand = operand?;
        let mut alternatives = Vec::with_capacity(list.len());
        let written = if negated { "not in" } else { "in" };
        for value in list {
            let alternative = match value {
                Some(value) => {
                    let copy = self.copy(&operand)?;
                    self.compare(CompareOp::Eq, written, copy, value, span)
                }
                None => None,
            };
            alternatives.push(alternative);
        }
        let alternatives = alternatives.into_iter().collect::<Option<Vec<Expr>>>()?;
        // The grammar has no empty list; nothing would be in it.
        let any = operators::any(alternatives)
            .unwrap_or_else(|| constant(ExprKind::Number(0), Type::Boolean, span));
        Some(if negated { operators::not(any, span) } else { Expr { span, ..any } })
    }

    fn case(
        &mut self,
        operand: Option<&ast::Expr>,
        arms: &[(ast::Expr, ast::Expr)],
        otherwise: Option<&ast::Expr>,
        span: Span,
    ) -> Option<Expr> {
        let simple = operand.is_some();
        let operand = operand.map(|operand| self.expr(operand));
        let mut conditions = Vec::with_capacity(arms.len());
        let mut values = Vec::with_capacity(arms.len() + 1);
        for (when, then) in arms {
            let condition = if simple {
                self.simple_when(operand.as_ref(), when)
            } else {
                self.condition(when, "what follows `when`")
            };
            conditions.push(condition);
            values.push(self.expr(then));
        }
        let has_else = otherwise.is_some();
        values.extend(otherwise.map(|otherwise| self.expr(otherwise)));
        let conditions = conditions.into_iter().collect::<Option<Vec<Expr>>>()?;
        let values = values.into_iter().collect::<Option<Vec<Expr>>>()?;
        let zone = &self.catalog.zone;
        let (mut values, ty) =
            self.check(conversions::unify(values, "the branches of this `case`", zone))?;
        let otherwise = if has_else { values.pop().map(Box::new) } else { None };
        let nullable = otherwise.as_ref().is_none_or(|value| value.nullable)
            || values.iter().any(|v| v.nullable);
        let arms = conditions.into_iter().zip(values).collect();
        Some(Expr { kind: ExprKind::Case { arms, otherwise }, ty, nullable, span })
    }

    fn simple_when(&mut self, operand: Option<&Option<Expr>>, when: &ast::Expr) -> Option<Expr> {
        let value = self.expr(when)?;
        let copy = self.copy(operand?.as_ref()?)?;
        let span = value.span;
        self.compare(CompareOp::Eq, "case", copy, value, span)
    }
}
