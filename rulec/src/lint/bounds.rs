// SPDX-License-Identifier: Apache-2.0

//! What a condition says about the numbers in it: where `m.quantity between 1 and 100` is TRUE,
//! `m.quantity` is at least 1 and at most 100.

use crate::form::same;
use crate::hir::{CompareOp, Expr, ExprKind, Rule, RuleSet};
use crate::interval::{Bound, Interval, Intervals};
use engine::rule::Severity;
use engine::schema::{MessageId, Type};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The greatest number of bounds that are known in one place. Further ones are ignored, so that
/// the work is bounded for any input.
const BOUNDS_MAX: usize = 64;

/// All numbers.
const ALL: Interval = Interval { low: i128::MIN, high: i128::MAX };

/// The bounds that are known in one place, and the intervals that follow.
pub(super) struct Known<'a> {
    set: &'a RuleSet,
    bounds: Vec<Bound<'a>>,
    /// How many bounds these are made from, at most [`BOUNDS_MAX`].
    count: usize,
    /// The intervals of expressions in this place.
    pub(super) intervals: Intervals<'a>,
}

impl<'a> Known<'a> {
    /// These bounds.
    pub(super) fn new(set: &'a RuleSet, bounds: impl IntoIterator<Item = Bound<'a>>) -> Known<'a> {
        let bounds: Vec<Bound<'a>> = bounds.into_iter().take(BOUNDS_MAX).collect();
        let intervals = Intervals::bounded(&set.tables, bounds.clone());
        Known { set, count: bounds.len(), bounds, intervals }
    }

    /// These bounds and further ones. Bounds of one form become one, so that conditions nested in
    /// one another do not collect more and more of them.
    pub(super) fn with(&self, more: impl IntoIterator<Item = Bound<'a>>) -> Known<'a> {
        let (mut bounds, mut count) = (self.bounds.clone(), self.count);
        for (form, bound) in more.into_iter().take(BOUNDS_MAX - count) {
            count += 1;
            match bounds.iter().rposition(|(known, _)| same(known, form)) {
                Some(place) => bounds[place].1 = bounds[place].1.meet(bound),
                None => bounds.push((form, bound)),
            }
        }
        let intervals = Intervals::bounded(&self.set.tables, bounds.clone());
        Known { set: self.set, bounds, count, intervals }
    }
}

/// What the rules of a message say where none of them rejects.
#[derive(Default)]
pub(super) struct OfRules<'a>(Vec<(usize, &'a Rule, Rc<[Bound<'a>]>)>);

impl<'a> OfRules<'a> {
    /// The bounds that the blocking rules of a message state.
    pub(super) fn new(set: &'a RuleSet, stated: &Stated<'a>, message: MessageId) -> OfRules<'a> {
        let blocking = set
            .rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| rule.message == message && rule.severity == Severity::Block);
        let stated = blocking.map(|(index, rule)| (index, rule, stated.by(&rule.condition, true)));
        OfRules(stated.filter(|(.., bounds)| !bounds.is_empty()).collect())
    }

    /// The bounds of all rules but one (an index in the rule set). A rule with a guard counts only
    /// where that guard holds.
    pub(super) fn without<'b>(
        &'b self,
        rule: Option<usize>,
        guard: Option<&'b Expr>,
    ) -> impl Iterator<Item = Bound<'a>> + 'b {
        let others = self.0.iter().filter(move |(index, other, _)| {
            Some(*index) != rule
                && other.guard.as_ref().is_none_or(|of| guard.is_some_and(|guard| same(of, guard)))
        });
        others.flat_map(|(.., bounds)| bounds.iter().copied())
    }
}

/// The bounds of conditions, by the condition and its truth.
type ByCondition<'a> = HashMap<(*const Expr, bool), Rc<[Bound<'a>]>>;

/// What the conditions of a rule set state. Each of them is looked at once, however deep it is in
/// others, except for comparisons: those have no parts, and there can be very many.
pub(super) struct Stated<'a> {
    set: &'a RuleSet,
    known: RefCell<ByCondition<'a>>,
}

impl<'a> Stated<'a> {
    pub(super) fn new(set: &'a RuleSet) -> Stated<'a> {
        Stated { set, known: RefCell::default() }
    }

    /// The bounds that hold where a condition is TRUE, or FALSE.
    pub(super) fn by(&self, condition: &'a Expr, truth: bool) -> Rc<[Bound<'a>]> {
        if let ExprKind::Compare(op, left, right) = &condition.kind {
            return compared(self.set, *op, left, right, truth).into();
        }
        let key = (std::ptr::from_ref(condition), truth);
        if let Some(known) = self.known.borrow().get(&key) {
            return Rc::clone(known);
        }
        let stated: Rc<[Bound<'a>]> = self.find(condition, truth).into();
        self.known.borrow_mut().insert(key, Rc::clone(&stated));
        stated
    }

    /// The bounds that hold where a condition is not FALSE (or not TRUE). A condition that can be
    /// NULL says nothing then.
    pub(super) fn unless(&self, condition: &'a Expr, truth: bool) -> Rc<[Bound<'a>]> {
        if condition.nullable { Rc::default() } else { self.by(condition, truth) }
    }

    fn find(&self, condition: &'a Expr, truth: bool) -> Vec<Bound<'a>> {
        match &condition.kind {
            ExprKind::Not(inner) => self.by(inner, !truth).to_vec(),
            ExprKind::And(list) if truth => self.all(list, truth),
            ExprKind::Or(list) if !truth => self.all(list, truth),
            ExprKind::And(list) | ExprKind::Or(list) => {
                common(list.iter().map(|part| self.by(part, truth)))
            }
            // TRUE only where the first operand is, if the others are FALSE.
            ExprKind::Coalesce(list) if truth => match list.split_first() {
                Some((first, others)) if others.iter().all(is_false) => {
                    self.by(first, truth).to_vec()
                }
                _ => Vec::new(),
            },
            ExprKind::Lookup { value, .. } => self.by(value, truth).to_vec(),
            ExprKind::Coalesce(_)
            | ExprKind::Compare(..)
            | ExprKind::Exists { .. }
            | ExprKind::IsNull(_)
            | ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Arith(..)
            | ExprKind::Distinct(..)
            | ExprKind::Calendar(..)
            | ExprKind::Like(..)
            | ExprKind::Function(..)
            | ExprKind::Round(..)
            | ExprKind::Case { .. }
            | ExprKind::Convert(_)
            | ExprKind::Aggregate(_)
            | ExprKind::Call(_) => Vec::new(),
        }
    }

    fn all(&self, list: &'a [Expr], truth: bool) -> Vec<Bound<'a>> {
        let mut all = Vec::new();
        for part in list {
            all.extend_from_slice(&self.by(part, truth));
            if all.len() >= 2 * BOUNDS_MAX {
                break;
            }
        }
        all
    }
}

/// What each part of an `and` or `or` says where the others do not decide, as far as it says
/// something: the part and the bound.
pub(super) struct OfParts<'a>(Vec<(usize, Bound<'a>)>);

impl<'a> OfParts<'a> {
    /// What the parts of an `and` say where they are TRUE, those of an `or` where they are FALSE.
    pub(super) fn new(stated: &Stated<'a>, list: &'a [Expr], is_and: bool) -> OfParts<'a> {
        let mut all = Vec::new();
        for (index, part) in list.iter().enumerate() {
            let says = if is_and { stated.by(part, true) } else { stated.unless(part, false) };
            all.extend(says.iter().map(|bound| (index, *bound)));
            if all.len() >= 2 * BOUNDS_MAX {
                break;
            }
        }
        OfParts(all)
    }

    /// The bounds that other parts than this one state, if there are any.
    pub(super) fn others(&self, index: usize, known: &Known<'a>) -> Option<Known<'a>> {
        let others = self.0.iter().filter(|(other, _)| *other != index);
        let mut others = others.map(|(_, bound)| *bound).peekable();
        others.peek()?;
        Some(known.with(others))
    }
}

/// Whether an expression is the literal `false`.
pub(super) fn is_false(expr: &Expr) -> bool {
    expr.ty == Type::Boolean && matches!(expr.kind, ExprKind::Number(0))
}

/// What all of some alternatives say.
fn common<'a>(mut alternatives: impl Iterator<Item = Rc<[Bound<'a>]>>) -> Vec<Bound<'a>> {
    let mut all = alternatives.next().unwrap_or_default().to_vec();
    all.truncate(BOUNDS_MAX);
    for alternative in alternatives {
        if all.is_empty() {
            break;
        }
        all.retain_mut(|(form, bound)| {
            let known = alternative.iter().filter(|(other, _)| same(other, form));
            let other = known.map(|(_, bound)| *bound).reduce(Interval::meet);
            other.inspect(|other| *bound = bound.union(*other)).is_some()
        });
    }
    all
}

fn compared<'a>(
    set: &'a RuleSet,
    op: CompareOp,
    left: &'a Expr,
    right: &'a Expr,
    truth: bool,
) -> Vec<Bound<'a>> {
    let is_ordered = |ty: Type| ty.is_number() || ty == Type::Timestamp;
    if !is_ordered(left.ty) || !is_ordered(right.ty) {
        return Vec::new();
    }
    let op = if truth { op } else { opposite(op) };
    let intervals = Intervals::new(&set.tables);
    let value = |of: &Expr, at: &Expr| outward(intervals.of(of), of.ty.scale(), at.ty.scale());
    let sides = [(left, value(right, left), op), (right, value(left, right), op.mirrored())];
    let bound = |(side, other, op): (&'a Expr, Interval, CompareOp)| {
        let bound = match op {
            CompareOp::Eq => other,
            CompareOp::Ne => return None,
            CompareOp::Lt => Interval { high: other.high.saturating_sub(1), ..ALL },
            CompareOp::Le => Interval { high: other.high, ..ALL },
            CompareOp::Gt => Interval { low: other.low.saturating_add(1), ..ALL },
            CompareOp::Ge => Interval { low: other.low, ..ALL },
        };
        (!matches!(side.kind, ExprKind::Number(_))).then_some((side, bound))
    };
    sides.into_iter().filter_map(bound).collect()
}

/// An interval at another scale, rounded so that `x < high` implies `x <= high - 1` there.
fn outward(interval: Interval, from: u8, to: u8) -> Interval {
    let power = 10_i128.saturating_pow(from.abs_diff(to).into());
    if to >= from {
        return Interval {
            low: interval.low.saturating_mul(power),
            high: interval.high.saturating_mul(power),
        };
    }
    Interval { low: interval.low.div_euclid(power), high: -(-interval.high).div_euclid(power) }
}

/// The comparison that holds where this one does not.
pub(super) fn opposite(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Eq => CompareOp::Ne,
        CompareOp::Ne => CompareOp::Eq,
        CompareOp::Lt => CompareOp::Ge,
        CompareOp::Le => CompareOp::Gt,
        CompareOp::Gt => CompareOp::Le,
        CompareOp::Ge => CompareOp::Lt,
    }
}
