// SPDX-License-Identifier: Apache-2.0

//! `like`, whose pattern is a literal that ends in `%` or has none.
//!
//! As in PostgreSQL, the pattern sees a CHAR with its padding: `c like 'ab'` holds for a CHAR(2)
//! `ab` and not for a CHAR(3) `ab`, which is `ab` and a blank.

use super::literals::{self, constant};
use super::operators;
use super::scope::Item;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{Expr, ExprKind};
use crate::span::Span;
use engine::schema::Type;

impl Item<'_> {
    /// Resolves `operand [not] like pattern`.
    pub(super) fn like(
        &mut self,
        operand: &ast::Expr,
        pattern: &ast::Expr,
        negated: bool,
        span: Span,
    ) -> Option<Expr> {
        let operand = self.expr(operand);
        let ast::ExprKind::String(text) = &pattern.kind else {
            return self.refuse(
                Diagnostic::error(
                    "like-pattern",
                    "the pattern of `like` must be a literal",
                    pattern.span,
                    "",
                )
                .help("write the pattern as a literal, such as `like '688%'`"),
            );
        };
        let operand = operand?;
        if literals::is_null(&operand) {
            return Some(Expr { ty: Type::Boolean, span, ..operand });
        }
        let Type::Char(bytes) = operand.ty else {
            let message = format!("`like` is not defined on {}", operand.ty);
            let label = format!("this is {}", operand.ty);
            return self.refuse(
                Diagnostic::error("type-mismatch", message, operand.span, label)
                    .help("`like` takes a CHAR"),
            );
        };
        let (prefix, open) = self.prefix(text, pattern.span)?;
        let test = starts_with(operand, &prefix, open, bytes, span);
        Some(if negated { operators::not(test, span) } else { test })
    }

    /// The characters that a text must begin with, and whether others may follow.
    fn prefix(&mut self, pattern: &str, span: Span) -> Option<(String, bool)> {
        let (mut prefix, mut open) = (String::new(), false);
        let mut rest = pattern.chars();
        while let Some(c) = rest.next() {
            match c {
                '%' => {
                    open = true;
                    break;
                }
                '_' => {
                    let message = "`_` in a pattern is not served";
                    return self.refuse(pattern_refused(message, span).help(NO_PREFIX));
                }
                '\\' => match rest.next() {
                    Some(escaped) => prefix.push(escaped),
                    None => {
                        return self.refuse(pattern_refused("the pattern ends with `\\`", span));
                    }
                },
                c => prefix.push(c),
            }
        }
        if rest.any(|c| c != '%') {
            let message = "`%` is served at the end of a pattern only";
            return self.refuse(pattern_refused(message, span).help(NO_PREFIX));
        }
        if prefix.chars().any(|c| !matches!(c, ' '..='~')) {
            return self.refuse(pattern_refused("a pattern is printable ASCII", span));
        }
        Some((prefix, open))
    }
}

fn pattern_refused(message: &str, span: Span) -> Diagnostic {
    Diagnostic::error("like-pattern", message, span, "")
}

/// The help for a pattern that is more than a prefix.
const NO_PREFIX: &str = "a pattern is a prefix and `%`: declare a column or field for the part \
                         of the string that is compared";

fn starts_with(operand: Expr, prefix: &str, open: bool, bytes: u8, span: Span) -> Expr {
    let nullable = operand.nullable;
    let fits = match open {
        true => prefix.len() <= usize::from(bytes),
        false => prefix.len() == usize::from(bytes),
    };
    if !fits {
        // No text has this length; the result is false, or NULL for NULL.
        let never = constant(ExprKind::Number(0), Type::Boolean, span);
        if !nullable {
            return never;
        }
        let null = literals::boolean(ExprKind::Null, true, span);
        let missing = literals::boolean(ExprKind::IsNull(Box::new(operand)), false, span);
        let kind = ExprKind::Case { arms: vec![(missing, null)], otherwise: Some(Box::new(never)) };
        return literals::boolean(kind, true, span);
    }
    literals::boolean(ExprKind::Like(Box::new(operand), prefix.to_owned()), nullable, span)
}
