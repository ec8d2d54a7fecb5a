// SPDX-License-Identifier: Apache-2.0

//! Comparisons and rules whose outcome does not depend on the data: `m.small > 70000` where
//! `m.small` is SMALLINT, or `m.a > 5 and m.a < 3`.
//!
//! A rule that is just `true` or `false` is meant so: the first says that every message is
//! accepted, the second stops trading.

use super::bounds::{Known, Stated};
use super::written::is_written;
use crate::diagnostic::Diagnostic;
use crate::hir::{CompareOp, Expr, ExprKind, Rule, RuleSet};
use crate::interval::{Interval, Intervals, Within};
use crate::span::Span;
use engine::rule::Severity;
use engine::schema::Type;
use std::collections::BTreeSet;

/// Warns about comparisons and rules with one outcome. Parts of functions are known to be constant
/// only for some calls, so those within `bodies` are not reported.
pub(super) fn warn<'a>(
    set: &'a RuleSet,
    stated: &Stated<'a>,
    bodies: &[Span],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen = Seen { bodies: bodies.to_vec(), spans: BTreeSet::new() };
    seen.bodies.sort_unstable();
    for rule in &set.rules {
        let intervals = Intervals::new(&set.tables);
        for part in rule.guard.iter().chain([&rule.condition]) {
            comparisons(part, &intervals, &mut seen, diagnostics);
        }
        diagnostics.extend(whole(set, stated, rule));
    }
    for block in &set.blocks {
        let intervals = Intervals::new(&set.tables);
        let statements = block.statements.iter().map(|statement| &statement.kind);
        let written = statements.filter(|kind| is_written(set, kind));
        for part in block.guard.iter().chain(written.flat_map(|kind| kind.expressions())) {
            comparisons(part, &intervals, &mut seen, diagnostics);
        }
    }
}

/// The comparisons that are not to be reported.
struct Seen {
    /// The bodies of functions in order.
    bodies: Vec<Span>,
    /// Those that were looked at. An expression can be copied, as the operand of `between` is.
    spans: BTreeSet<Span>,
}

impl Seen {
    fn is_new(&mut self, span: Span) -> bool {
        let after = self.bodies.partition_point(|body| body.start <= span.start);
        let in_body = after.checked_sub(1).is_some_and(|last| span.end <= self.bodies[last].end);
        !in_body && self.spans.insert(span)
    }
}

/// Warns about the comparisons in an expression that are always TRUE or never TRUE.
fn comparisons(
    expr: &Expr,
    intervals: &Intervals<'_>,
    seen: &mut Seen,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for node in expr.nodes() {
        if let ExprKind::Aggregate(aggregate) = &node.kind {
            intervals.note_calls(aggregate);
        }
    }
    for node in expr.nodes() {
        let ExprKind::Compare(op, left, right) = &node.kind else { continue };
        if is_literal(left) && is_literal(right) || !seen.is_new(node.span) {
            continue;
        }
        let (l, r) = (intervals.of(left), intervals.of(right));
        let Some(truth) = decided(*op, (left, l), (right, r)) else { continue };
        let (code, message) = match (truth, node.nullable) {
            (true, false) => ("always-true", "this is always TRUE"),
            (true, true) => ("always-true", "this is never FALSE"),
            (false, _) => ("never-true", "this is never TRUE"),
        };
        let side = |expr: &Expr, of: Interval| match of.low == of.high {
            true => None,
            false => Some((expr.span, range(expr.ty, of))),
        };
        let mut sides = [side(left, l), side(right, r)].into_iter().flatten();
        let Some((at, label)) = sides.next() else { continue };
        let warning = Diagnostic::warning(code, message, at, label);
        diagnostics.push(sides.fold(warning, |warning, (at, label)| warning.related(at, label)));
    }
}

fn is_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Number(_) | ExprKind::Text(_) | ExprKind::Null => true,
        ExprKind::Convert(inner) => is_literal(inner),
        _ => false,
    }
}

/// The values of a number, as text.
fn range(ty: Type, of: Interval) -> String {
    let shown = |value: i128| super::example::number(value, ty.scale());
    if of == Interval::of_type(ty) {
        format!("{ty} is {} to {}", shown(of.low), shown(of.high))
    } else {
        format!("this is {} to {}", shown(of.low), shown(of.high))
    }
}

/// The truth of a comparison of any numbers in two intervals, if it is one.
fn decided(
    op: CompareOp,
    (left, l): (&Expr, Interval),
    (right, r): (&Expr, Interval),
) -> Option<bool> {
    let is_ordered = |ty: Type| ty.is_number() || ty == Type::Timestamp;
    if !is_ordered(left.ty) || !is_ordered(right.ty) {
        return None;
    }
    let scale = left.ty.scale().max(right.ty.scale());
    let aligned = |of: Interval, ty: Type| {
        let power = 10_i128.saturating_pow(u32::from(scale - ty.scale()));
        Interval { low: of.low.saturating_mul(power), high: of.high.saturating_mul(power) }
    };
    let (l, r) = (aligned(l, left.ty), aligned(r, right.ty));
    let disjoint = l.high < r.low || r.high < l.low;
    let equal = l.low == l.high && l == r;
    let answer = |always: bool, never: bool| match (always, never) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        (false, false) => None,
    };
    match op {
        CompareOp::Eq => answer(equal, disjoint),
        CompareOp::Ne => answer(disjoint, equal),
        CompareOp::Lt => answer(l.high < r.low, l.low >= r.high),
        CompareOp::Le => answer(l.high <= r.low, l.low > r.high),
        CompareOp::Gt => answer(l.low > r.high, l.high <= r.low),
        CompareOp::Ge => answer(l.low >= r.high, l.high < r.low),
    }
}

/// The warning about a rule that can never fail or never hold.
fn whole<'a>(set: &'a RuleSet, stated: &Stated<'a>, rule: &'a Rule) -> Option<Diagnostic> {
    if matches!(rule.condition.kind, ExprKind::Number(_)) {
        return None;
    }
    let of_guard = rule.guard.as_ref().map(|guard| stated.by(guard, true)).unwrap_or_default();
    let known = Known::new(set, of_guard.iter().copied());
    let outcome = Outcomes { stated }.of(&rule.condition, &known, None);
    let span = rule.condition.span;
    let name = &rule.name;
    let owner = &set.messages[usize::from(rule.message.0)].name;
    if !outcome.may_be_true {
        let effect = match rule.severity {
            Severity::Block => "so it rejects every message that it applies to",
            Severity::Warn => "so it warns about every message that it applies to",
        };
        let message = format!("rule `{name}` can never hold");
        return Some(
            Diagnostic::warning("rule-never-holds", message, span, effect)
                .help(format!("if that is meant, say so: `rule {name} on {owner} (false)`")),
        );
    }
    if !outcome.may_be_false && !outcome.may_be_unknown {
        let message = format!("rule `{name}` can never fail");
        return Some(
            Diagnostic::warning("rule-never-fails", message, span, "always TRUE")
                .help(format!("if that is meant, say so: `rule {name} on {owner} (true)`")),
        );
    }
    None
}

/// What a condition can be.
#[derive(Clone, Copy)]
struct Outcome {
    may_be_true: bool,
    may_be_false: bool,
    /// NULL or an error.
    may_be_unknown: bool,
}

const ANY: Outcome = Outcome { may_be_true: true, may_be_false: true, may_be_unknown: true };

struct Outcomes<'s, 'a> {
    stated: &'s Stated<'a>,
}

impl<'a> Outcomes<'_, 'a> {
    fn of(&self, expr: &'a Expr, known: &Known<'a>, within: Within<'a>) -> Outcome {
        match &expr.kind {
            ExprKind::Number(value) => Outcome {
                may_be_true: *value != 0,
                may_be_false: *value == 0,
                may_be_unknown: false,
            },
            ExprKind::Null => {
                Outcome { may_be_true: false, may_be_false: false, may_be_unknown: true }
            }
            ExprKind::Compare(op, left, right) => {
                let of = |side: &Expr| known.intervals.of_within(side, within);
                let (l, r) = (of(left), of(right));
                let truth = decided(*op, (left, l), (right, r));
                Outcome {
                    may_be_true: truth != Some(false),
                    may_be_false: truth != Some(true),
                    may_be_unknown: expr.nullable || may_be_error(left) || may_be_error(right),
                }
            }
            ExprKind::Not(inner) => {
                let Outcome { may_be_true, may_be_false, may_be_unknown } =
                    self.of(inner, known, within);
                Outcome { may_be_true: may_be_false, may_be_false: may_be_true, may_be_unknown }
            }
            ExprKind::And(list) => self.chain(list, true, known, within),
            ExprKind::Or(list) => self.chain(list, false, known, within),
            ExprKind::Coalesce(list) => self.coalesce(list, known, within),
            ExprKind::Lookup { value, .. } => {
                Outcome { may_be_unknown: true, ..self.of(value, known, None) }
            }
            ExprKind::Aggregate(aggregate) => {
                let value = self.of(&aggregate.value, known, Some(&**aggregate));
                Outcome { may_be_unknown: true, ..value }
            }
            ExprKind::IsNull(inner) => Outcome {
                may_be_true: inner.nullable,
                may_be_false: !matches!(inner.kind, ExprKind::Null),
                may_be_unknown: may_be_error(inner),
            },
            ExprKind::Text(_)
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Arith(..)
            | ExprKind::Calendar(..)
            | ExprKind::Distinct(..)
            | ExprKind::Function(..)
            | ExprKind::Like(..)
            | ExprKind::Round(..)
            | ExprKind::Case { .. }
            | ExprKind::Convert(_)
            | ExprKind::Exists { .. }
            | ExprKind::Call(_) => ANY,
        }
    }

    /// A conjunction, or a disjunction. A part matters only where those before it do
    /// not decide.
    fn chain(
        &self,
        list: &'a [Expr],
        is_and: bool,
        known: &Known<'a>,
        within: Within<'a>,
    ) -> Outcome {
        let mut all = Vec::with_capacity(list.len());
        let mut own;
        let mut known = known;
        for part in list {
            all.push(self.of(part, known, within));
            let says = match is_and {
                true => self.stated.by(part, true),
                false => self.stated.unless(part, false),
            };
            if !says.is_empty() {
                own = known.with(says.iter().copied());
                known = &own;
            }
        }
        let parts = all;
        let any = |f: fn(&Outcome) -> bool| parts.iter().any(f);
        let all = |f: fn(&Outcome) -> bool| parts.iter().all(f);
        Outcome {
            may_be_true: if is_and { all(|p| p.may_be_true) } else { any(|p| p.may_be_true) },
            may_be_false: if is_and { any(|p| p.may_be_false) } else { all(|p| p.may_be_false) },
            // Of an `or` with a part that is always TRUE, the other parts do not matter.
            may_be_unknown: any(|p| p.may_be_unknown)
                && (is_and || all(|p| p.may_be_false || p.may_be_unknown)),
        }
    }

    fn coalesce(&self, list: &'a [Expr], known: &Known<'a>, within: Within<'a>) -> Outcome {
        let mut all = Outcome { may_be_true: false, may_be_false: false, may_be_unknown: false };
        let mut reached = true;
        for part in list {
            if !reached {
                break;
            }
            let of = self.of(part, known, within);
            all.may_be_true |= of.may_be_true;
            all.may_be_false |= of.may_be_false;
            all.may_be_unknown |= may_be_error(part);
            reached = part.nullable;
        }
        all.may_be_unknown |= reached;
        all
    }
}

/// Whether an expression may be an error.
fn may_be_error(expr: &Expr) -> bool {
    expr.nodes().any(|node| match &node.kind {
        ExprKind::Arith(..)
        | ExprKind::Calendar(..)
        | ExprKind::Function(..)
        | ExprKind::Convert(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => true,
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Compare(..)
        | ExprKind::Distinct(..)
        | ExprKind::Like(..)
        | ExprKind::Round(..)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Not(_)
        | ExprKind::IsNull(_)
        | ExprKind::Case { .. }
        | ExprKind::Coalesce(_) => false,
    })
}
