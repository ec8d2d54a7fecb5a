// SPDX-License-Identifier: Apache-2.0

//! The effect of a message and of a loaded row: all of it, or none and the reason.

use super::database::{Draft, Oracle};
use super::evaluate::Env;
use super::value::{Row, Val};
use super::verdict::{Expected, reason_of};
use engine::rule::Mode;
use engine::schema::{MessageId, TableId};
use engine::verdict::Reason;
use rulec::hir::{Block, Expr, Side, Statement, StatementKind};

impl Oracle<'_> {
    /// Returns the verdict on a message, and makes its changes: those of an accept, or the effects
    /// of a reject by a rule.
    pub fn message(&mut self, message: MessageId, fields: &[Val]) -> Expected {
        let verdict = self.judge(message, fields);
        let changed = self.changed(message, verdict.rule, fields);
        let verdict = match (verdict.rule, changed.as_ref().err()) {
            (_, None) => verdict,
            (None, Some(reasons)) => Expected { reasons: reasons.clone(), ..verdict },
            (Some(_), Some(reasons)) => Expected { effects: reasons.clone(), ..verdict },
        };
        if let Ok(draft) = changed {
            self.done = draft.done;
            self.keep(draft);
        }
        verdict
    }

    /// The state after the blocks of a message; those of a reject if a rule rejects it.
    fn changed(
        &self,
        message: MessageId,
        rule: Option<usize>,
        fields: &[Val],
    ) -> Result<Draft, Vec<Reason>> {
        let mut draft = self.draft();
        let runs = |block: &&Block| match (&block.side, rule) {
            (Side::Accept, None) => true,
            (Side::Reject { by: None }, Some(_)) => true,
            (Side::Reject { by: Some(rules) }, Some(rule)) => {
                rules.iter().any(|other| usize::from(other.0) == rule)
            }
            (Side::Accept, Some(_)) | (Side::Reject { .. }, None) => false,
        };
        for block in self.rules.blocks.iter().filter(|b| b.message == message).filter(runs) {
            if let Some(guard) = &block.guard {
                let env = self.env(&draft.state, fields);
                let reasons = Oracle::unanswered(env, [guard]);
                if !reasons.is_empty() {
                    return Err(reasons);
                }
                match env.evaluate(guard) {
                    Val::Error(error) => return Err(vec![reason_of(error)]),
                    guard if guard.is_true() => {}
                    _ => {
                        draft.done.blocks_skipped += 1;
                        continue;
                    }
                }
            }
            for change in Statement::changes(&block.statements) {
                self.answered_change(change, fields, &mut draft)?;
                draft.done.effects += change.len() as u64 * u64::from(rule.is_some());
            }
        }
        self.check_texts(&draft)?;
        Ok(draft)
    }

    /// Returns the verdict on a loaded row, and adds it if it is an accept.
    pub fn load(&mut self, table: TableId, row: Row) -> Expected {
        let mut draft = self.draft();
        for (_, statement) in self.rules.loads.iter().filter(|(base, _)| *base == table) {
            if let Err(reasons) =
                self.change_at_once(std::slice::from_ref(statement), &row, &mut draft)
            {
                return Expected::refused(reasons);
            }
        }
        if let Err(reasons) = self.add(table, row, &mut draft) {
            return Expected::refused(reasons);
        }
        if let Err(reasons) = self.check_texts(&draft) {
            return Expected::refused(reasons);
        }
        self.keep(draft);
        Expected::ACCEPT
    }

    /// The verdict of the rules on a message.
    fn judge(&self, message: MessageId, fields: &[Val]) -> Expected {
        let env = self.env(&self.state, fields);
        let mut verdict = Expected::ACCEPT;
        let rules = self.rules.rules.iter().enumerate();
        for (bit, (index, rule)) in rules.filter(|(_, rule)| rule.message == message).enumerate() {
            let guard = rule.guard.as_ref().map_or(Val::truth(true), |guard| env.evaluate(guard));
            let of_guard = Oracle::unanswered(env, &rule.guard);
            let outcome = match guard {
                ref guard if guard.is_false() => Val::truth(true),
                ref guard if guard.is_true() => env.evaluate(&rule.condition),
                ref unknown => unknown.clone(),
            };
            let reasons = match outcome {
                Val::Null => vec![Reason::Null],
                Val::Error(error) => vec![reason_of(error)],
                outcome if outcome.is_true() && !of_guard.is_empty() => of_guard,
                outcome if outcome.is_true() && guard.is_true() => {
                    Oracle::unanswered(env, [&rule.condition])
                }
                outcome if outcome.is_true() => Vec::new(),
                _ => vec![Reason::False],
            };
            if reasons.is_empty() {
                continue;
            }
            match self.mode(index) {
                Mode::Off => {}
                Mode::Warn => verdict.warnings |= 1 << bit,
                Mode::Block => {
                    verdict.failing |= 1 << bit;
                    if verdict.rule.is_none() {
                        verdict = Expected { reasons, rule: Some(index), ..verdict };
                    }
                }
            }
        }
        verdict
    }

    /// Carries out the statements of one change, whose scans can be answered.
    pub(super) fn answered_change(
        &self,
        change: &[Statement],
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let before = draft.state.clone();
        self.change_at_once(change, fields, draft)?;
        let visited = draft.visited.as_ref().map(|(var, row)| (*var, row.as_slice()));
        let env = Env { visited, ..self.env(&before, fields) };
        for statement in change {
            let reasons = self.unanswered_by(&statement.kind, env);
            if !reasons.is_empty() {
                return Err(reasons);
            }
        }
        Ok(())
    }

    /// The reasons for what scans in some expressions could not answer.
    pub(super) fn unanswered<'e>(
        env: Env<'_>,
        exprs: impl IntoIterator<Item = &'e Expr>,
    ) -> Vec<Reason> {
        let mut reasons = Vec::new();
        exprs.into_iter().for_each(|expr| env.note_unanswered(expr, &mut reasons));
        reasons
    }

    /// The reasons for what scans in a statement could not answer.
    fn unanswered_by(&self, statement: &StatementKind, env: Env<'_>) -> Vec<Reason> {
        let mut reasons = Vec::new();
        match statement {
            StatementKind::Insert { values, .. } => {
                values.iter().for_each(|value| env.note_unanswered(value, &mut reasons));
            }
            StatementKind::Upsert { table, values, update, when } => {
                let outside = values.iter().chain(when);
                outside.for_each(|value| env.note_unanswered(value, &mut reasons));
                let proposed: Row = values.iter().map(|value| env.evaluate(value)).collect();
                let is_same = self.same_key(*table, &proposed);
                let there = env.state[usize::from(table.0)].iter().find(|row| is_same(row));
                let none = vec![Val::Null; proposed.len()];
                if let Some(update) = update {
                    let parts = update.set.iter().map(|(_, value)| value).chain(&update.condition);
                    env.with_row(update.row, there.unwrap_or(&none), |env| {
                        env.with_row(update.excluded, &proposed, |env| {
                            parts.for_each(|part| env.note_unanswered(part, &mut reasons));
                        });
                    });
                }
            }
            StatementKind::Update { table, row, set } => {
                env.note_row(*table, row, &mut reasons);
                let found = env.row_or_none(*table, row);
                env.with_row(row.var, &found, |env| {
                    set.iter().for_each(|(_, value)| env.note_unanswered(value, &mut reasons));
                });
            }
            StatementKind::Rows { rows, .. } => env.note_unanswered(rows, &mut reasons),
            StatementKind::Delete { table, row } => env.note_row(*table, row, &mut reasons),
        }
        reasons
    }
}
