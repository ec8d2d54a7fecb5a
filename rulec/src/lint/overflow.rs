// SPDX-License-Identifier: Apache-2.0

//! Arithmetic, casts and stores that can overflow.
//!
//! An overflow rejects the message. Often that is right, because the exact value would reject it
//! too: in `balance >= price * quantity` a product beyond 64 bits is more than any balance, and a
//! sum that does not fit 64 bits does not fit its column. The lint therefore walks down with the
//! question in which directions an overflow is no fault, and warns only where the exact value could
//! have led to another verdict.
//!
//! What values there can be follows from types, literals, and the conditions that the blocking
//! rules of the message state, see `bounds`. Rows hold what messages wrote, and no rule can bound a
//! column. So sums and differences of columns are not reported, and in statements nothing that
//! reads a column.

use super::bounds::{Known, OfParts, OfRules, Stated};
use super::example;
use super::harmless::{Harmless, Role, argument, compared, of_number};
use super::overflow_place::Overflow;
use super::rows::Rows;
use super::written::is_written;
use crate::diagnostic::Diagnostic;
use crate::form::same;
use crate::hir::{ArithOp, Block, Expr, ExprKind, RowMatch, RuleSet, StatementKind};
use crate::interval::{Interval, Intervals, Within};
use engine::schema::{MessageId, Type};
use std::collections::BTreeSet;

/// The greatest number of places that are looked at for one message, so that the work is bounded.
const PLACES_MAX: usize = 256;

/// Warns about every place at which a value can overflow and would not be rejected otherwise.
pub(super) fn warn<'a>(set: &'a RuleSet, stated: &Stated<'a>, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    let rows = Rows::of(set);
    for message in (0..set.messages.len()).map(|index| MessageId(index as u16)) {
        let mut search = Search::new(set, stated, message);
        search.rules();
        search.blocks();
        let mut effects =
            Search { of_rules: OfRules::default(), ..Search::new(set, stated, message) };
        effects.effects();
        for overflow in search.unexpected().chain(effects.unexpected()) {
            // An expression can be copied, as the operand of `between` is.
            if seen.insert(overflow.expr.span) {
                diagnostics.push(example::diagnostic(&rows, message, overflow));
            }
        }
    }
}

/// Where an expression is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Condition,
    Statement,
}

struct Search<'s, 'a> {
    set: &'a RuleSet,
    stated: &'s Stated<'a>,
    message: MessageId,
    of_rules: OfRules<'a>,
    place: Place,
    guard: Option<&'a Expr>,
    found: Vec<Overflow<'a>>,
    /// Overflows that reject the message rightly, with the guard under which they do.
    rightly: Vec<(&'a Expr, Option<&'a Expr>)>,
}

impl<'s, 'a> Search<'s, 'a> {
    fn new(set: &'a RuleSet, stated: &'s Stated<'a>, message: MessageId) -> Search<'s, 'a> {
        Search {
            set,
            stated,
            message,
            of_rules: OfRules::new(set, stated, message),
            place: Place::Condition,
            guard: None,
            found: Vec::new(),
            rightly: Vec::new(),
        }
    }

    fn rules(&mut self) {
        for (index, rule) in self.set.rules.iter().enumerate() {
            if rule.message != self.message {
                continue;
            }
            self.guard = None;
            if let Some(guard) = &rule.guard {
                let known = Known::new(self.set, self.of_rules.without(Some(index), None));
                self.visit(guard, Role::Other, &known, None);
            }
            self.guard = rule.guard.as_ref();
            let known = self.known(Some(index));
            self.visit(&rule.condition, Role::Needed(true), &known, None);
        }
    }

    /// What the guard and the other rules say.
    fn known(&self, rule: Option<usize>) -> Known<'a> {
        let of_guard = self.guard.map(|guard| self.stated.by(guard, true)).unwrap_or_default();
        let of_rules = self.of_rules.without(rule, self.guard);
        Known::new(self.set, of_guard.iter().copied().chain(of_rules))
    }

    fn blocks(&mut self) {
        for block in &self.set.blocks {
            if block.message == self.message && !block.side.is_reject() {
                self.block(block);
            }
        }
    }

    /// The blocks that run when a rule rejects. Nothing is known of the message there.
    fn effects(&mut self) {
        for block in &self.set.blocks {
            if block.message == self.message && block.side.is_reject() {
                self.block(block);
            }
        }
    }

    /// What is to be reported.
    fn unexpected(&self) -> impl Iterator<Item = &Overflow<'a>> {
        self.found.iter().filter(|overflow| !self.is_rejected_anyway(overflow))
    }

    fn block(&mut self, block: &'a Block) {
        self.guard = None;
        self.place = Place::Condition;
        if let Some(guard) = &block.guard {
            let known = Known::new(self.set, self.of_rules.without(None, None));
            self.visit(guard, Role::Other, &known, None);
        }
        self.guard = block.guard.as_ref();
        self.place = Place::Statement;
        let known = &self.known(None);
        for statement in block.statements.iter().filter(|s| is_written(self.set, &s.kind)) {
            match &statement.kind {
                StatementKind::Insert { values, .. } => self.stores(values, known),
                StatementKind::Upsert { values, update, .. } => {
                    self.stores(values, known);
                    if let Some(update) = update {
                        self.stores(update.set.iter().map(|(_, value)| value), known);
                        self.parts(&update.condition, known);
                    }
                }
                StatementKind::Update { row, set, .. } => {
                    self.stores(set.iter().map(|(_, value)| value), known);
                    self.row(row, known);
                }
                StatementKind::Rows { rows, set, .. } => {
                    self.visit(rows, Role::Other, known, None);
                    self.stores(set.iter().flatten().map(|(_, value)| value), known);
                }
                StatementKind::Delete { row, .. } => self.row(row, known),
            }
        }
    }

    /// Values that are stored: what does not fit 64 bits does not fit the column either.
    fn stores(&mut self, values: impl IntoIterator<Item = &'a Expr>, known: &Known<'a>) {
        for value in values {
            let before = self.found.len();
            let (stored, checked) = match &value.kind {
                ExprKind::Convert(inner) => (&**inner, true),
                _ => (value, false),
            };
            self.visit(stored, Role::Number(Harmless::BOTH), known, None);
            if checked && self.found.len() == before {
                self.convert(value, stored, Harmless::NEVER, known, None);
            }
        }
    }

    fn row(&mut self, row: &'a RowMatch, known: &Known<'a>) {
        self.parts(row.parts(), known);
    }

    fn parts(&mut self, parts: impl IntoIterator<Item = &'a Expr>, known: &Known<'a>) {
        parts.into_iter().for_each(|part| self.visit(part, Role::Other, known, None));
    }

    fn visit(&mut self, expr: &'a Expr, role: Role, known: &Known<'a>, within: Within<'a>) {
        let before = self.found.len();
        match &expr.kind {
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Call(_) => {}
            ExprKind::And(list) | ExprKind::Or(list) => self.logic(expr, list, role, known, within),
            ExprKind::Not(inner) => {
                let role = match role {
                    Role::Needed(truth) => Role::Needed(!truth),
                    Role::Number(_) | Role::Other => Role::Other,
                };
                self.visit(inner, role, known, within);
            }
            ExprKind::Compare(op, left, right) => {
                let harmless = compared(*op, role);
                self.visit(left, Role::Number(harmless), known, within);
                self.visit(right, Role::Number(harmless.swapped()), known, within);
            }
            ExprKind::Arith(op, left, right) => {
                let harmless = of_number(role);
                let (l, r) = self.operands(*op, left, right, harmless, known, within);
                self.visit(left, Role::Number(l), known, within);
                self.visit(right, Role::Number(r), known, within);
                if self.found.len() == before {
                    self.arithmetic(expr, (*op, left, right), harmless, known, within);
                }
            }
            ExprKind::Convert(inner) => {
                self.visit(inner, role, known, within);
                if self.found.len() == before {
                    self.convert(expr, inner, of_number(role), known, within);
                }
            }
            ExprKind::Round(_, inner) => self.visit(inner, role, known, within),
            ExprKind::Function(function, list) => {
                let role = Role::Number(argument(*function, of_number(role)));
                list.iter().for_each(|part| self.visit(part, role, known, within));
            }
            ExprKind::Case { arms, otherwise } => {
                self.case(arms, otherwise.as_deref(), role, known, within);
            }
            ExprKind::Coalesce(list) => self.coalesce(list, role, known, within),
            ExprKind::Lookup { row, value, .. } => {
                self.row(row, known);
                self.visit(value, role, known, None);
            }
            ExprKind::Exists { row, .. } => self.row(row, known),
            ExprKind::Aggregate(aggregate) => {
                self.parts(aggregate.group.iter().map(|(_, value)| value), known);
                self.parts(&aggregate.condition, known);
                self.visit(&aggregate.value, role, known, Some(&**aggregate));
            }
            ExprKind::Calendar(_, list) => {
                list.iter().for_each(|part| self.visit(part, Role::Other, known, within));
            }
            ExprKind::IsNull(inner) | ExprKind::Like(inner, _) => {
                self.visit(inner, Role::Other, known, within);
            }
            ExprKind::Distinct(left, right) => {
                self.visit(left, Role::Other, known, within);
                self.visit(right, Role::Other, known, within);
            }
        }
    }

    /// The parts of an `and` matter only where the others are not FALSE, those of an `or` only
    /// where the others are not TRUE.
    fn logic(
        &mut self,
        expr: &'a Expr,
        list: &'a [Expr],
        role: Role,
        known: &Known<'a>,
        within: Within<'a>,
    ) {
        let of_parts = OfParts::new(self.stated, list, matches!(expr.kind, ExprKind::And(_)));
        for (index, part) in list.iter().enumerate() {
            match of_parts.others(index, known) {
                Some(known) => self.visit(part, role, &known, within),
                None => self.visit(part, role, known, within),
            }
        }
    }

    fn case(
        &mut self,
        arms: &'a [(Expr, Expr)],
        otherwise: Option<&'a Expr>,
        role: Role,
        known: &Known<'a>,
        within: Within<'a>,
    ) {
        let mut known = known.with([]);
        for (when, then) in arms {
            self.visit(when, Role::Other, &known, within);
            self.visit(then, role, &known.with(self.stated.by(when, true).iter().copied()), within);
            let without = self.stated.unless(when, false);
            if !without.is_empty() {
                known = known.with(without.iter().copied());
            }
        }
        if let Some(otherwise) = otherwise {
            self.visit(otherwise, role, &known, within);
        }
    }

    /// A value that is NULL becomes the next one, so the fallbacks of a condition must reject too.
    fn coalesce(&mut self, list: &'a [Expr], role: Role, known: &Known<'a>, within: Within<'a>) {
        let rejects = |part: &Expr| match role {
            Role::Needed(truth) => {
                matches!(part.kind, ExprKind::Number(value) if value == i128::from(!truth))
            }
            Role::Number(_) | Role::Other => true,
        };
        let role = if list.iter().skip(1).all(rejects) { role } else { Role::Other };
        list.iter().for_each(|part| self.visit(part, role, known, within));
    }

    /// In which directions an overflow of each operand is no fault.
    fn operands(
        &self,
        op: ArithOp,
        left: &'a Expr,
        right: &'a Expr,
        harmless: Harmless,
        known: &Known<'a>,
        within: Within<'a>,
    ) -> (Harmless, Harmless) {
        let intervals = &known.intervals;
        let times = |factor: &Expr| {
            let factor = intervals.of_within(factor, within);
            if factor.low > 0 {
                harmless
            } else if factor.high < 0 {
                harmless.swapped()
            } else {
                Harmless::NEVER
            }
        };
        match op {
            ArithOp::Add => (harmless, harmless),
            ArithOp::Sub => (harmless, harmless.swapped()),
            ArithOp::Mul => (times(right), times(left)),
            ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. } => {
                (Harmless::NEVER, Harmless::NEVER)
            }
        }
    }

    fn arithmetic(
        &mut self,
        expr: &'a Expr,
        (op, left, right): (ArithOp, &'a Expr, &'a Expr),
        harmless: Harmless,
        known: &Known<'a>,
        within: Within<'a>,
    ) {
        let is_sum = match op {
            ArithOp::Add | ArithOp::Sub => true,
            ArithOp::Mul => false,
            ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. } => return,
        };
        // A point in time is far from the ends of its range.
        if [expr, left, right].iter().any(|part| part.ty == Type::Timestamp) {
            return;
        }
        let intervals = &known.intervals;
        let operands = vec![
            (left, intervals.of_within(left, within)),
            (right, intervals.of_within(right, within)),
        ];
        let range = match expr.ty {
            Type::Decimal { .. } => Interval::DIGITS,
            _ => Interval::WORD,
        };
        // Such an operand moves a value by less than a hundredth of the range, or multiplies it by
        // less than a hundred. It overflows only near the ends.
        let small = if is_sum { range.high / 128 } else { 128 };
        let is_small = |(_, of): &(&Expr, Interval)| of.magnitude() < small;
        let of_rows = reads_columns(expr);
        if operands.iter().any(is_small) && (is_sum || of_rows) || is_sum && of_rows {
            return;
        }
        self.judge(expr, operands, range, harmless, intervals, within);
    }

    fn convert(
        &mut self,
        expr: &'a Expr,
        inner: &'a Expr,
        harmless: Harmless,
        known: &Known<'a>,
        within: Within<'a>,
    ) {
        if reads_columns(expr) {
            return;
        }
        let intervals = &known.intervals;
        let operands = vec![(inner, intervals.of_within(inner, within))];
        self.judge(expr, operands, Interval::of_type(expr.ty), harmless, intervals, within);
    }

    fn judge(
        &mut self,
        expr: &'a Expr,
        operands: Vec<(&'a Expr, Interval)>,
        range: Interval,
        harmless: Harmless,
        intervals: &Intervals<'a>,
        within: Within<'a>,
    ) {
        // A value that is known to be in range is no overflow.
        let Some(exact) = intervals.exact(expr, within) else { return };
        let exact = match &expr.kind {
            ExprKind::Convert(inner) => unclamped(inner, expr, intervals, within),
            _ => exact,
        };
        let exact = intervals.bound_of(expr).map_or(exact, |bound| exact.meet(bound));
        let (above, below) = (exact.high > range.high, exact.low < range.low);
        if !above && !below {
            return;
        }
        let is_right = (!above || harmless.above) && (!below || harmless.below);
        if is_right && self.rightly.len() < PLACES_MAX {
            self.rightly.push((expr, self.guard));
        }
        let is_reported = self.place == Place::Condition || !reads_columns(expr);
        if !is_right && is_reported && self.found.len() < PLACES_MAX {
            self.found.push(Overflow { expr, operands, range, guard: self.guard });
        }
    }

    /// Whether the same value is computed elsewhere for the message, where its overflow rejects the
    /// message rightly.
    fn is_rejected_anyway(&self, overflow: &Overflow<'a>) -> bool {
        self.rightly.iter().any(|(expr, guard)| {
            same(expr, overflow.expr) && guard.is_none_or(|guard| implies(overflow.guard, guard))
        })
    }
}

/// Whether every conjunct of `condition` is one of `known`.
fn implies(known: Option<&Expr>, condition: &Expr) -> bool {
    let known = known.map(conjuncts).unwrap_or_default();
    conjuncts(condition).iter().all(|part| known.iter().any(|known| same(known, part)))
}

fn conjuncts(condition: &Expr) -> &[Expr] {
    match &condition.kind {
        ExprKind::And(list) => list,
        _ => std::slice::from_ref(condition),
    }
}

/// The exact value of a conversion, which is range-checked at the type.
fn unclamped(inner: &Expr, expr: &Expr, intervals: &Intervals<'_>, within: Within<'_>) -> Interval {
    crate::interval::rescaled_half_away(
        intervals.of_within(inner, within),
        inner.ty.scale(),
        expr.ty.scale(),
    )
}

/// Whether an expression depends on a row.
fn reads_columns(expr: &Expr) -> bool {
    expr.nodes().any(|node| {
        matches!(
            node.kind,
            ExprKind::Column(..)
                | ExprKind::Call(_)
                | ExprKind::Lookup { .. }
                | ExprKind::Exists { .. }
                | ExprKind::Aggregate(_)
        )
    })
}
