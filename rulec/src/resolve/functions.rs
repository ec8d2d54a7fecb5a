// SPDX-License-Identifier: Apache-2.0

//! Functions of one row: `abs`, `coalesce`, `round` and the like.

use super::conversions;
use super::digits::{DIGITS_MAX, decimal, whole_digits};
use super::literals;
use super::operators;
use super::rescale::convert;
use super::scope::Item;
use crate::ast::{self, CallArgs};
use crate::diagnostic::Diagnostic;
use crate::hir::{ArithOp, CompareOp, Expr, ExprKind, Function};
use crate::span::Span;
use engine::schema::Type;
use engine::wide::Rounding;

/// Declares the functions with their names and the text that explains their arguments.
macro_rules! functions {
    ($($variant:ident = $name:literal, $arguments:literal;)*) => {
        /// A function of one row.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(super) enum Scalar { $($variant,)* }

        impl Scalar {
            const ALL: &[(&str, Scalar)] = &[$(($name, Scalar::$variant),)*];

            /// How it is called.
            fn usage(self) -> &'static str {
                match self { $(Scalar::$variant => $arguments,)* }
            }
        }
    };
}

functions! {
    Abs = "abs", "abs(x)";
    Sign = "sign", "sign(x)";
    Greatest = "greatest", "greatest(a, b, …)";
    Least = "least", "least(a, b, …)";
    NullIf = "nullif", "nullif(a, b)";
    Coalesce = "coalesce", "coalesce(a, b, …)";
    Round = "round", "round(x) or round(x, digits)";
    Trunc = "trunc", "trunc(x) or trunc(x, digits)";
    Ceil = "ceil", "ceil(x)";
    Ceiling = "ceiling", "ceiling(x)";
    Floor = "floor", "floor(x)";
    Mod = "mod", "mod(a, b)";
    DateTrunc = "date_trunc", "date_trunc('day', time)";
}

impl Scalar {
    /// The function with this name.
    pub(super) fn of(name: &str) -> Option<Scalar> {
        Scalar::ALL.iter().find(|(text, _)| *text == name).map(|(_, function)| *function)
    }

    /// The names of all functions.
    pub(super) fn names() -> impl Iterator<Item = &'static str> + Clone {
        Scalar::ALL.iter().map(|(name, _)| *name)
    }

    /// The fewest and the most arguments.
    fn arguments(self) -> (usize, usize) {
        match self {
            Scalar::Abs | Scalar::Sign | Scalar::Ceil | Scalar::Ceiling | Scalar::Floor => (1, 1),
            Scalar::Round | Scalar::Trunc => (1, 2),
            Scalar::NullIf | Scalar::Mod | Scalar::DateTrunc => (2, 2),
            Scalar::Greatest | Scalar::Least | Scalar::Coalesce => (1, usize::MAX),
        }
    }
}

impl Item<'_> {
    /// Resolves a call of a function of one row.
    pub(super) fn scalar_call(
        &mut self,
        scalar: Scalar,
        function: &ast::Name,
        args: &CallArgs,
        span: Span,
    ) -> Option<Expr> {
        let (fewest, most) = scalar.arguments();
        let args = match args {
            CallArgs::List(args) if (fewest..=most).contains(&args.len()) => args,
            CallArgs::Star | CallArgs::List(_) => {
                let message = format!("`{}` does not take these arguments", function.text);
                return self.refuse(
                    Diagnostic::error("arguments", message, span, "")
                        .help(format!("it is called as `{}`", scalar.usage())),
                );
            }
        };
        let values: Vec<Option<Expr>> = args.iter().map(|arg| self.expr(arg)).collect();
        let mut values = values.into_iter().collect::<Option<Vec<Expr>>>()?;
        match scalar {
            Scalar::Coalesce => self.coalesce(values, span),
            Scalar::Greatest => self.extreme_of(Function::Greatest, values, function, span),
            Scalar::Least => self.extreme_of(Function::Least, values, function, span),
            Scalar::NullIf => self.null_if(values, span),
            Scalar::Mod => {
                let (right, left) = (values.pop()?, values.pop()?);
                let zone = &self.catalog.zone;
                self.check(operators::arithmetic(ArithOp::Rem, "mod", left, right, span, zone))
            }
            Scalar::DateTrunc => {
                let (time, unit) = (values.pop()?, values.pop()?);
                self.date_trunc(&unit, time, span)
            }
            Scalar::Abs => self.absolute(values.pop()?, function, span),
            Scalar::Sign => {
                let operand = self.number(values.pop()?, function)?;
                Some(apply(Function::Sign, vec![operand], Type::Int4, span))
            }
            Scalar::Round => self.rounded(Rounding::HalfAway, values, function, span),
            Scalar::Trunc => self.rounded(Rounding::TowardZero, values, function, span),
            Scalar::Ceil | Scalar::Ceiling => {
                self.rounded(Rounding::Ceiling, values, function, span)
            }
            Scalar::Floor => self.rounded(Rounding::Floor, values, function, span),
        }
    }

    fn coalesce(&mut self, values: Vec<Expr>, span: Span) -> Option<Expr> {
        if values.iter().all(literals::is_null) {
            return Some(literals::null(span));
        }
        let zone = &self.catalog.zone;
        let (mut values, ty) =
            self.check(conversions::unify(values, "the values of this `coalesce`", zone))?;
        if values.len() == 1 {
            return values.pop();
        }
        let nullable = values.iter().all(|value| value.nullable);
        Some(Expr { kind: ExprKind::Coalesce(values), ty, nullable, span })
    }

    /// An argument that must be a number. NULL is taken for one.
    fn number(&mut self, value: Expr, function: &ast::Name) -> Option<Expr> {
        if value.ty.is_number() {
            return Some(value);
        }
        let message = format!("`{}` is not defined on {}", function.text, value.ty);
        let label = format!("this is {}", value.ty);
        self.refuse(
            Diagnostic::error("type-mismatch", message, value.span, label)
                .help(format!("`{}` takes a number", function.text)),
        )
    }

    fn absolute(&mut self, operand: Expr, function: &ast::Name, span: Span) -> Option<Expr> {
        let operand = self.number(operand, function)?;
        if literals::is_null(&operand) {
            return Some(Expr { span, ..operand });
        }
        if let ExprKind::Number(value) = operand.kind {
            return match value < 0 {
                true => self.check(operators::negate(operand, span)),
                false => Some(Expr { span, ..operand }),
            };
        }
        let ty = if operand.ty.is_integer() { Type::Int8 } else { operand.ty };
        let operand = if operand.ty == ty { operand } else { convert(operand, ty) };
        Some(apply(Function::Abs, vec![operand], ty, span))
    }

    /// `greatest` or `least`, which skip NULL.
    fn extreme_of(
        &mut self,
        extreme: Function,
        values: Vec<Expr>,
        function: &ast::Name,
        span: Span,
    ) -> Option<Expr> {
        if values.iter().all(literals::is_null) {
            return Some(literals::null(span));
        }
        let what = format!("the arguments of this `{}`", function.text);
        let zone = &self.catalog.zone;
        let (values, ty) = self.check(conversions::unify(values, &what, zone))?;
        if !ty.is_ordered() {
            let message = format!("`{}` is not defined on {ty}", function.text);
            return self.refuse(Diagnostic::error("no-order", message, span, "it has no order"));
        }
        Some(apply(extreme, values, ty, span))
    }

    /// `case when a = b then null else a end`.
    fn null_if(&mut self, mut values: Vec<Expr>, span: Span) -> Option<Expr> {
        let (right, left) = (values.pop()?, values.pop()?);
        if literals::is_null(&left) {
            return Some(Expr { span, ..left });
        }
        let (ty, copy) = (left.ty, self.copy(&left)?);
        let equal = self.compare(CompareOp::Eq, "nullif", copy, right, span)?;
        let null = Expr { ty, ..literals::null(span) };
        let kind = ExprKind::Case { arms: vec![(equal, null)], otherwise: Some(Box::new(left)) };
        Some(Expr { kind, ty, nullable: true, span })
    }

    /// A number at fewer digits after the point; `values` are the number and the digits, if given.
    fn rounded(
        &mut self,
        rounding: Rounding,
        values: Vec<Expr>,
        function: &ast::Name,
        span: Span,
    ) -> Option<Expr> {
        let mut values = values.into_iter();
        let operand = self.number(values.next()?, function)?;
        let digits = match values.next() {
            Some(digits) => Some(self.rounding_digits(&digits)?),
            None => None,
        };
        if literals::is_null(&operand) {
            return Some(Expr { span, ..operand });
        }
        let (scale, whole) = (operand.ty.scale(), whole_digits(&operand));
        let to = digits.unwrap_or(0);
        if to == scale {
            return Some(Expr { span, ..operand });
        }
        if to > scale {
            return Some(Expr { span, ..convert(operand, decimal(whole, to)) });
        }
        let ty = match rounding {
            Rounding::TowardZero => decimal(whole, to),
            Rounding::HalfAway | Rounding::Floor | Rounding::Ceiling => decimal(whole + 1, to),
        };
        let nullable = operand.nullable;
        Some(Expr { kind: ExprKind::Round(rounding, Box::new(operand)), ty, nullable, span })
    }

    /// The second argument of `round` and `trunc`: how many digits after the point remain.
    fn rounding_digits(&mut self, digits: &Expr) -> Option<u8> {
        if let ExprKind::Number(value) = digits.kind
            && digits.ty.is_integer()
            && let Ok(digits) = u8::try_from(value)
            && digits <= DIGITS_MAX
        {
            return Some(digits);
        }
        let message = format!("the number of digits must be a literal from 0 to {DIGITS_MAX}");
        self.refuse(Diagnostic::error("arguments", message, digits.span, ""))
    }
}

fn apply(function: Function, values: Vec<Expr>, ty: Type, span: Span) -> Expr {
    let nullable = match function {
        Function::Abs | Function::Sign => values.iter().any(|value| value.nullable),
        Function::Greatest | Function::Least => values.iter().all(|value| value.nullable),
    };
    if values.len() == 1
        && matches!(function, Function::Greatest | Function::Least)
        && let Some(only) = values.first()
    {
        return Expr { span, ..only.clone() };
    }
    Expr { kind: ExprKind::Function(function, values), ty, nullable, span }
}
