// SPDX-License-Identifier: Apache-2.0

//! Warnings for rules that can be NULL. Such a rule rejects, which is safe but rarely intended.
//!
//! Whether an expression can be NULL is part of its type. This pass is more precise, so that the
//! usual ways to state the intent avoid the warning: in `x is null or x > 5` and in `x is not null
//! and x > 5` the comparison matters only where `x` has a value. So it does after a rule that holds
//! only where `x` has one: the verdict names that rule.

use super::facts::{Fact, Facts, asserted, implied};
use crate::diagnostic::Diagnostic;
use crate::form::same;
use crate::hir::{Expr, ExprKind, Function, RowMatch, RowVar, Rule, RuleSet};
use crate::span::Span;
use engine::rule::Severity;
use engine::schema::{MessageId, TableId};
use std::collections::BTreeMap;

/// The greatest number of places that a warning names.
const SOURCES_MAX: usize = 4;

/// Warns about every rule whose condition or guard can be NULL.
pub(super) fn warn(set: &RuleSet, diagnostics: &mut Vec<Diagnostic>) {
    let mut earlier: BTreeMap<MessageId, Held<'_>> = BTreeMap::new();
    for rule in &set.rules {
        let held = earlier.entry(rule.message).or_default();
        let condition = (
            &rule.condition,
            "condition",
            "to treat NULL as FALSE, write `coalesce(…, false)` around the condition; if NULL \
             means a value, write `coalesce(…, value)` around the part that can be NULL",
        );
        let guard = rule.guard.as_ref().map(|guard| {
            (guard, "guard", "to apply the rule then, write `coalesce(…, true)` around the guard")
        });
        let effect = match rule.severity {
            Severity::Block => "rejects with reason `null`",
            Severity::Warn => "warns",
        };
        let facts = [held.under(rule.guard.as_ref()), held.always.clone()];
        for ((expr, part, help), facts) in [Some(condition), guard].into_iter().flatten().zip(facts)
        {
            let mut finder = Finder::new(set, rule.message);
            finder.find(expr, &facts);
            let mut sources = finder.found.into_iter();
            let Some((span, label)) = sources.next() else {
                continue;
            };
            let message = format!("rule `{}` {effect} where its {part} is NULL", rule.name);
            let warning = Diagnostic::warning("nullable-rule", message, span, label).help(help);
            diagnostics.push(
                sources
                    .take(SOURCES_MAX - 1)
                    .fold(warning, |warning, (span, label)| warning.related(span, label)),
            );
        }
        if rule.severity == Severity::Block {
            held.add(rule);
        }
    }
}

/// What the rules of a message say that hold.
#[derive(Default)]
pub(super) struct Held<'a> {
    /// What they say of every message.
    pub(super) always: Facts<'a>,
    /// What they say under a guard.
    guarded: Vec<(&'a Expr, Vec<Fact<'a>>)>,
}

impl<'a> Held<'a> {
    /// Adds a rule that holds.
    pub(super) fn add(&mut self, rule: &'a Rule) {
        let facts = implied(&rule.condition, true);
        match &rule.guard {
            None => self.always = self.always.with(facts),
            Some(guard) => self.guarded.push((guard, facts)),
        }
    }

    /// What is known under a guard: what the guard says, and what rules say under the same one.
    pub(super) fn under(&self, guard: Option<&'a Expr>) -> Facts<'a> {
        let Some(guard) = guard else { return self.always.clone() };
        let alike = self.guarded.iter().filter(|(other, _)| same(other, guard));
        let of_rules = alike.flat_map(|(_, facts)| facts.iter().copied());
        self.always.with(implied(guard, true)).with(of_rules)
    }
}

/// The search for the places that NULL can come from.
pub(super) struct Finder<'a> {
    set: &'a RuleSet,
    message: MessageId,
    /// The rows that are being read, with their tables.
    rows: Vec<(RowVar, TableId)>,
    found: Vec<(Span, String)>,
}

impl<'a> Finder<'a> {
    /// A search in the expressions of a message.
    pub(super) fn new(set: &'a RuleSet, message: MessageId) -> Finder<'a> {
        Finder { set, message, rows: Vec::new(), found: Vec::new() }
    }

    /// Collects the places in an expression that NULL can come from.
    fn find(&mut self, expr: &Expr, facts: &Facts<'_>) {
        if !expr.nullable || facts.has_value(expr) {
            return;
        }
        match &expr.kind {
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::IsNull(_)
            | ExprKind::Distinct(..)
            | ExprKind::Exists { .. } => {}
            ExprKind::Null => self.note(expr.span, "this can be NULL".to_owned()),
            ExprKind::Field(id) => {
                let name = self.set.field_name(self.message, *id);
                self.note(expr.span, format!("field `{name}` may be NULL"));
            }
            ExprKind::Column(var, id) => {
                let table = self.rows.iter().find(|(row, _)| row == var).map(|(_, table)| *table);
                let label = match table {
                    Some(table) => {
                        format!("column `{}` may be NULL", self.set.column_name(table, *id))
                    }
                    None => "this column may be NULL".to_owned(),
                };
                self.note(expr.span, label);
            }
            // This has its own warning.
            ExprKind::Compare(_, left, right) if is_null(left) || is_null(right) => {}
            ExprKind::Arith(_, left, right) | ExprKind::Compare(_, left, right) => {
                self.find(left, facts);
                self.find(right, facts);
            }
            ExprKind::And(list) => {
                let facts = facts.with(list.iter().flat_map(|part| asserted(part, true)));
                list.iter().for_each(|part| self.find(part, &facts));
            }
            ExprKind::Or(list) => {
                let facts = facts.with(list.iter().flat_map(|part| asserted(part, false)));
                list.iter().for_each(|part| self.find(part, &facts));
            }
            ExprKind::Not(inner)
            | ExprKind::Like(inner, _)
            | ExprKind::Convert(inner)
            | ExprKind::Round(_, inner) => self.find(inner, facts),
            ExprKind::Function(Function::Abs | Function::Sign, list)
            | ExprKind::Calendar(_, list) => {
                list.iter().for_each(|part| self.find(part, facts));
            }
            ExprKind::Case { arms, otherwise } => {
                self.find_in_case(arms, otherwise.as_deref(), expr.span, facts)
            }
            // This is NULL only if all operands are, so the last one is reported.
            ExprKind::Coalesce(list)
            | ExprKind::Function(Function::Greatest | Function::Least, list) => {
                if let Some((last, others)) = list.split_last()
                    && others.iter().all(|other| self.may_be_null(other, facts))
                {
                    self.find(last, facts);
                }
            }
            ExprKind::Lookup { table, row, value } => {
                self.find_in_lookup(*table, row, value, expr.span, facts)
            }
            ExprKind::Aggregate(aggregate) => self.find(&aggregate.value, facts),
            ExprKind::Call(_) => self.note(expr.span, "NULL over no row".to_owned()),
        }
    }

    /// Whether an expression can be NULL where these facts hold.
    pub(super) fn may_be_null(&self, expr: &Expr, facts: &Facts<'_>) -> bool {
        let mut probe = Finder {
            set: self.set,
            message: self.message,
            rows: self.rows.clone(),
            found: Vec::new(),
        };
        probe.find(expr, facts);
        !probe.found.is_empty()
    }

    fn find_in_case(
        &mut self,
        arms: &[(Expr, Expr)],
        otherwise: Option<&Expr>,
        span: Span,
        facts: &Facts<'_>,
    ) {
        let mut facts = facts.clone();
        for (when, then) in arms {
            self.find(then, &facts.with(asserted(when, true)));
            facts = facts.with(asserted(when, false));
        }
        match otherwise {
            Some(otherwise) => self.find(otherwise, &facts),
            None => self.note(span, "NULL where no `when` holds: add an `else`".to_owned()),
        }
    }

    fn find_in_lookup(
        &mut self,
        table: TableId,
        row: &RowMatch,
        value: &Expr,
        span: Span,
        facts: &Facts<'_>,
    ) {
        let name = &self.set.tables[usize::from(table.0)].name;
        if facts.has_row(table, row) {
            self.rows.push((row.var, table));
            self.find(value, facts);
            self.rows.pop();
            return;
        }
        let mut label = match row.residual {
            Some(_) => {
                format!("NULL where no row of `{name}` has this key and meets the condition")
            }
            None => format!("NULL where no row of `{name}` has this key"),
        };
        if let ExprKind::Column(var, id) = value.kind
            && var == row.var
            && value.nullable
        {
            let column = self.set.column_name(table, id);
            label = format!("{label}, or its `{column}` is NULL");
        }
        self.note(span, label);
    }

    fn note(&mut self, span: Span, label: String) {
        if !self.found.iter().any(|(other, _)| *other == span) {
            self.found.push((span, label));
        }
    }
}

fn is_null(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Null)
}
