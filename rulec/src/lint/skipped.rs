// SPDX-License-Identifier: Apache-2.0

//! Warnings for `greatest` and `least` of something that can be NULL, which they skip. A limit that
//! is missing then does not apply.

use super::facts::{Facts, asserted};
use super::nullability::{Finder, Held};
use super::written::is_written;
use crate::diagnostic::Diagnostic;
use crate::hir::{Block, Expr, ExprKind, Function, RuleSet};
use crate::span::Span;
use engine::rule::Severity;
use engine::schema::MessageId;
use std::collections::{BTreeMap, BTreeSet};

/// Warns about every `greatest` and `least` with an argument that can be NULL.
pub(super) fn warn(set: &RuleSet, diagnostics: &mut Vec<Diagnostic>) {
    let mut held: BTreeMap<MessageId, Held<'_>> = BTreeMap::new();
    let mut search = Search { set, seen: BTreeSet::new(), diagnostics };
    for rule in &set.rules {
        let held = held.entry(rule.message).or_default();
        rule.guard.iter().for_each(|guard| search.visit(guard, rule.message, &held.always));
        search.visit(&rule.condition, rule.message, &held.under(rule.guard.as_ref()));
        if rule.severity == Severity::Block {
            held.add(rule);
        }
    }
    let nothing = Held::default();
    for block in &set.blocks {
        let held = held.get(&block.message).filter(|_| !block.side.is_reject());
        search.block(block, held.unwrap_or(&nothing));
    }
}

struct Search<'a, 'd> {
    set: &'a RuleSet,
    /// Where something was found. The body of a function is copied into each of its calls.
    seen: BTreeSet<Span>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Search<'_, '_> {
    /// Statements see rows that earlier ones have changed, so only what is known of the message
    /// holds there.
    fn block(&mut self, block: &Block, held: &Held<'_>) {
        block.guard.iter().for_each(|guard| self.visit(guard, block.message, &held.always));
        let facts = held.under(block.guard.as_ref()).of_message();
        let written = block.statements.iter().filter(|one| is_written(self.set, &one.kind));
        for expr in written.flat_map(|statement| statement.kind.expressions()) {
            self.visit(expr, block.message, &facts);
        }
    }

    fn visit(&mut self, expr: &Expr, message: MessageId, facts: &Facts<'_>) {
        match &expr.kind {
            ExprKind::And(list) | ExprKind::Or(list) => {
                let truth = matches!(expr.kind, ExprKind::And(_));
                let facts = facts.with(list.iter().flat_map(|part| asserted(part, truth)));
                list.iter().for_each(|part| self.visit(part, message, &facts));
            }
            ExprKind::Case { arms, otherwise } => {
                let mut facts = facts.clone();
                for (when, then) in arms {
                    self.visit(when, message, &facts);
                    self.visit(then, message, &facts.with(asserted(when, true)));
                    facts = facts.with(asserted(when, false));
                }
                otherwise.iter().for_each(|otherwise| self.visit(otherwise, message, &facts));
            }
            ExprKind::Function(function @ (Function::Greatest | Function::Least), list) => {
                self.arguments(*function, (expr.span, list), message, facts);
                list.iter().for_each(|part| self.visit(part, message, facts));
            }
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Arith(..)
            | ExprKind::Compare(..)
            | ExprKind::Distinct(..)
            | ExprKind::Function(Function::Abs | Function::Sign, _)
            | ExprKind::Calendar(..)
            | ExprKind::Like(..)
            | ExprKind::Round(..)
            | ExprKind::Not(_)
            | ExprKind::IsNull(_)
            | ExprKind::Coalesce(_)
            | ExprKind::Convert(_)
            | ExprKind::Lookup { .. }
            | ExprKind::Exists { .. }
            | ExprKind::Aggregate(_)
            | ExprKind::Call(_) => {
                expr.parts().into_iter().for_each(|part| self.visit(part, message, facts));
            }
        }
    }

    fn arguments(
        &mut self,
        function: Function,
        (span, list): (Span, &[Expr]),
        message: MessageId,
        facts: &Facts<'_>,
    ) {
        let finder = Finder::new(self.set, message);
        let Some(skipped) = list.iter().find(|part| finder.may_be_null(part, facts)) else {
            return;
        };
        if !self.seen.insert(skipped.span) {
            return;
        }
        let name = match function {
            Function::Least => "least",
            Function::Greatest | Function::Abs | Function::Sign => "greatest",
        };
        let text = format!("`{name}` skips arguments that are NULL");
        let warning = Diagnostic::warning("skips-null", text, skipped.span, "this can be NULL");
        let warning = warning
            .help("a limit that is missing then does not apply; `coalesce(…, limit)` gives one");
        let is_within = span.start <= skipped.span.start && skipped.span.end <= span.end;
        self.diagnostics.push(match is_within {
            true => warning,
            false => warning.related(span, "called here"),
        });
    }
}
