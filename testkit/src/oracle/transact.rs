// SPDX-License-Identifier: Apache-2.0

//! The effect of a message and of a loaded row: all of it, or none and the reason.

use super::evaluate::{Env, Row, State};
use super::tree;
use super::value::{Error, Val};
use engine::rule::Mode;
use engine::schema::{ColumnId, MessageId, TableId};
use engine::verdict::Reason;
use rulec::hir::{
    Aggregate, Block, ConflictUpdate, Expr, ExprKind, RowMatch, RowVar, RuleSet, Side, Statement,
    StatementKind,
};
use std::collections::BTreeMap;

/// The verdict that the engine must give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The possible reasons; empty for an accept. There is more than one only where two hidden
    /// tables refuse a row, because the compiler chooses the order of hidden tables.
    pub reasons: Vec<Reason>,
    /// The first failing rule.
    pub rule: Option<usize>,
    /// All failing rules that block, one bit each.
    pub failing: u128,
    /// All failing rules that warn, one bit each.
    pub warnings: u128,
    /// The possible reasons why the effects of the reject were not done; empty if they were, or if
    /// there are none.
    pub effects: Vec<Reason>,
}

impl Expected {
    /// An accept without warnings.
    pub const ACCEPT: Expected =
        Expected { reasons: Vec::new(), rule: None, failing: 0, warnings: 0, effects: Vec::new() };

    /// Returns a reject that no rule caused.
    pub fn refused(reasons: Vec<Reason>) -> Expected {
        Expected { reasons, ..Expected::ACCEPT }
    }
}

/// Counts of what statements did, so that a run can show that it tested something.
#[derive(Clone, Copy, Debug, Default)]
pub struct Done {
    /// Rows inserted.
    pub inserts: u64,
    /// Updates that found a row.
    pub updates: u64,
    /// Updates that found no row.
    pub updates_of_nothing: u64,
    /// Deletes that found a row.
    pub deletes: u64,
    /// Deletes that found no row.
    pub deletes_of_nothing: u64,
    /// Blocks whose guard was not TRUE.
    pub blocks_skipped: u64,
    /// NULLs among the cells of inserted rows.
    pub nulls_stored: u64,
    /// Statements that ran because of a reject.
    pub effects: u64,
}

/// The tables and the rule set in force.
pub struct Oracle<'a> {
    /// The rule set in force.
    pub(super) rules: &'a RuleSet,
    /// The modes that were changed, by the names of the rules.
    modes: BTreeMap<String, Mode>,
    pub(super) state: State,
    /// Counts over the accepted messages so far.
    pub done: Done,
    /// The aggregates of the whole family: each of its rule sets maintains all of them.
    aggregates: Vec<&'a Aggregate>,
}

/// The state within a transaction.
pub(super) struct Draft {
    pub(super) state: State,
    /// Rows of each table at the start plus rows inserted since. The room of a deleted row is free
    /// from the next message on.
    taken: Vec<usize>,
    pub(super) done: Done,
    /// The row that a step of a job visits.
    pub(super) visited: Option<(RowVar, Row)>,
}

pub(super) fn reason_of(error: Error) -> Reason {
    match error {
        Error::Overflow => Reason::Overflow,
        Error::DivisionByZero => Reason::DivisionByZero,
    }
}

impl<'a> Oracle<'a> {
    /// Creates empty tables, with the first rule set of a family in force.
    pub fn new(family: &'a [RuleSet]) -> Oracle<'a> {
        let mut aggregates = Vec::new();
        for expr in family.iter().flat_map(tree::exprs_of) {
            collect(expr, &mut aggregates);
        }
        let rules = &family[0];
        Oracle {
            rules,
            modes: BTreeMap::new(),
            state: vec![Vec::new(); rules.tables.len()],
            done: Done::default(),
            aggregates,
        }
    }

    /// Returns the rows of a table in the order of its key.
    pub fn rows(&self, table: TableId) -> Vec<&Row> {
        let key = &self.rules.tables[usize::from(table.0)].key;
        let mut rows: Vec<&Row> = self.state[usize::from(table.0)].iter().collect();
        rows.sort_by_key(|row| {
            key.iter().map(|column| &row[usize::from(column.0)]).collect::<Vec<_>>()
        });
        rows
    }

    pub(super) fn env<'e>(&'e self, state: &'e State, fields: &'e [Val]) -> Env<'e> {
        Env { rules: self.rules, state, fields, rows: None, visited: None, calls: &[] }
    }

    /// What an expression of a statement reads.
    pub(super) fn within<'e>(&'e self, draft: &'e Draft, fields: &'e [Val]) -> Env<'e> {
        let visited = draft.visited.as_ref().map(|(var, row)| (*var, row.as_slice()));
        Env { visited, ..self.env(&draft.state, fields) }
    }

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
            (self.state, self.done) = (draft.state, draft.done);
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
                match self.env(&draft.state, fields).evaluate(guard) {
                    Val::Error(error) => return Err(vec![reason_of(error)]),
                    guard if guard.is_true() => {}
                    _ => {
                        draft.done.blocks_skipped += 1;
                        continue;
                    }
                }
            }
            for statement in &block.statements {
                self.statement(statement, fields, &mut draft)?;
                draft.done.effects += u64::from(rule.is_some());
            }
        }
        Ok(draft)
    }

    /// The mode of a rule.
    pub fn mode(&self, rule: usize) -> Mode {
        let rule = &self.rules.rules[rule];
        self.modes.get(&rule.name).copied().unwrap_or(rule.severity.into())
    }

    /// Changes the mode of a rule. One that is the severity of the rule is no change.
    pub fn set_mode(&mut self, rule: usize, mode: Mode) {
        let rule = &self.rules.rules[rule];
        if mode == rule.severity.into() {
            self.modes.remove(&rule.name);
        } else {
            self.modes.insert(rule.name.clone(), mode);
        }
    }

    /// Puts another rule set in force. The modes of rules that it has too remain.
    pub fn swap(&mut self, rules: &'a RuleSet) {
        // A mode that is the severity of the rule now is no change any more.
        let is_change = |name: &str, mode: Mode| {
            rules.rules.iter().any(|rule| rule.name == name && mode != rule.severity.into())
        };
        self.modes.retain(|name, mode| is_change(name, *mode));
        self.rules = rules;
    }

    /// Returns the verdict on a loaded row, and adds it if it is an accept.
    pub fn load(&mut self, table: TableId, row: Row) -> Expected {
        let mut draft = self.draft();
        for (_, statement) in self.rules.loads.iter().filter(|(base, _)| *base == table) {
            if let Err(reasons) = self.statement(statement, &row, &mut draft) {
                return Expected::refused(reasons);
            }
        }
        if let Err(reasons) = self.add(table, row, &mut draft) {
            return Expected::refused(reasons);
        }
        self.state = draft.state;
        Expected::ACCEPT
    }

    pub(super) fn draft(&self) -> Draft {
        Draft {
            state: self.state.clone(),
            taken: self.state.iter().map(Vec::len).collect(),
            done: self.done,
            visited: None,
        }
    }

    fn judge(&self, message: MessageId, fields: &[Val]) -> Expected {
        let env = self.env(&self.state, fields);
        let mut verdict = Expected::ACCEPT;
        let rules = self.rules.rules.iter().enumerate();
        for (bit, (index, rule)) in rules.filter(|(_, rule)| rule.message == message).enumerate() {
            let guard = rule.guard.as_ref().map_or(Val::truth(true), |guard| env.evaluate(guard));
            let outcome = match guard {
                guard if guard.is_false() => continue,
                guard if guard.is_true() => env.evaluate(&rule.condition),
                unknown => unknown,
            };
            let reason = match outcome {
                Val::Null => Reason::Null,
                Val::Error(error) => reason_of(error),
                outcome if outcome.is_true() => continue,
                _ => Reason::False,
            };
            match self.mode(index) {
                Mode::Off => {}
                Mode::Warn => verdict.warnings |= 1 << bit,
                Mode::Block => {
                    verdict.failing |= 1 << bit;
                    if verdict.rule.is_none() {
                        verdict = Expected { reasons: vec![reason], rule: Some(index), ..verdict };
                    }
                }
            }
        }
        verdict
    }

    pub(super) fn statement(
        &self,
        statement: &Statement,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        match &statement.kind {
            StatementKind::Insert { table, values } => {
                let env = self.within(draft, fields);
                let row: Row = values.iter().map(|value| env.evaluate(value)).collect();
                for (column, value) in row.iter().enumerate() {
                    self.check_written(*table, ColumnId(column as u16), value)?;
                }
                draft.done.nulls_stored +=
                    row.iter().filter(|value| **value == Val::Null).count() as u64;
                self.add(*table, row, draft)?;
                draft.done.inserts += 1;
            }
            StatementKind::Upsert { table, values, update, when } => {
                let env = self.within(draft, fields);
                match when.as_ref().map_or(Val::truth(true), |when| env.evaluate(when)) {
                    Val::Error(error) => return Err(vec![reason_of(error)]),
                    when if when.is_true() => {}
                    _ => return Ok(()),
                }
                let row: Row = values.iter().map(|value| env.evaluate(value)).collect();
                for (column, value) in row.iter().enumerate() {
                    self.check_written(*table, ColumnId(column as u16), value)?;
                }
                match draft.state[usize::from(table.0)].iter().position(self.same_key(*table, &row))
                {
                    None => {
                        self.add(*table, row, draft)?;
                        draft.done.inserts += 1;
                    }
                    Some(found) => match update {
                        None => draft.done.updates_of_nothing += 1,
                        Some(update) => {
                            self.conflict(*table, update, found, &row, fields, draft)?
                        }
                    },
                }
            }
            StatementKind::Update { table, row, set } => {
                let Some(found) = self.found(*table, row, fields, draft)? else {
                    draft.done.updates_of_nothing += 1;
                    return Ok(());
                };
                let before = &draft.state[usize::from(table.0)][found];
                let env = self.within(draft, fields);
                let mut after = before.clone();
                for (column, value) in set {
                    let value = env.with_row(row.var, before, |env| env.evaluate(value));
                    self.check_written(*table, *column, &value)?;
                    after[usize::from(column.0)] = value;
                }
                self.check_contributions(*table, &after)?;
                draft.state[usize::from(table.0)][found] = after;
                draft.done.updates += 1;
            }
            StatementKind::Delete { table, row } => match self.found(*table, row, fields, draft)? {
                Some(found) => {
                    draft.state[usize::from(table.0)].swap_remove(found);
                    draft.done.deletes += 1;
                }
                None => draft.done.deletes_of_nothing += 1,
            },
        }
        Ok(())
    }

    /// Changes the row that has the key of a proposed one.
    fn conflict(
        &self,
        table: TableId,
        update: &ConflictUpdate,
        found: usize,
        proposed: &Row,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let before = &draft.state[usize::from(table.0)][found];
        let evaluate = |expr: &Expr| {
            self.within(draft, fields).with_row(update.row, before, |env| {
                env.with_row(update.excluded, proposed, |env| env.evaluate(expr))
            })
        };
        match update.condition.as_ref().map_or(Val::truth(true), evaluate) {
            Val::Error(error) => return Err(vec![reason_of(error)]),
            condition if condition.is_true() => {}
            _ => {
                draft.done.updates_of_nothing += 1;
                return Ok(());
            }
        }
        let mut after = before.clone();
        for (column, value) in &update.set {
            let value = evaluate(value);
            self.check_written(table, *column, &value)?;
            after[usize::from(column.0)] = value;
        }
        self.check_contributions(table, &after)?;
        draft.state[usize::from(table.0)][found] = after;
        draft.done.updates += 1;
        Ok(())
    }

    /// Whether another row has the key of a row.
    fn same_key<'r>(&'r self, table: TableId, row: &'r Row) -> impl Fn(&Row) -> bool + 'r {
        let key = &self.rules.tables[usize::from(table.0)].key;
        move |other| key.iter().all(|c| row[usize::from(c.0)] == other[usize::from(c.0)])
    }

    fn found(
        &self,
        table: TableId,
        row: &RowMatch,
        fields: &[Val],
        draft: &Draft,
    ) -> Result<Option<usize>, Vec<Reason>> {
        self.within(draft, fields).find(table, row).map_err(|error| match error {
            Val::Error(error) => vec![reason_of(error)],
            other => panic!("a lookup failed with {other:?}"),
        })
    }

    fn check_written(
        &self,
        table: TableId,
        column: ColumnId,
        value: &Val,
    ) -> Result<(), Vec<Reason>> {
        let column = &self.rules.tables[usize::from(table.0)].columns[usize::from(column.0)];
        match value {
            Val::Error(error) => Err(vec![reason_of(*error)]),
            Val::Null if !column.nullable => Err(vec![Reason::NullViolation]),
            _ => Ok(()),
        }
    }

    /// Adds a row whose values have been checked already.
    fn add(&self, table: TableId, row: Row, draft: &mut Draft) -> Result<(), Vec<Reason>> {
        let index = usize::from(table.0);
        let declared = &self.rules.tables[index];
        if draft.state[index].iter().any(self.same_key(table, &row)) {
            return Err(vec![Reason::DuplicateKey]);
        }
        if draft.taken[index] >= declared.rows_max as usize {
            return Err(vec![Reason::TableFull]);
        }
        self.check_contributions(table, &row)?;
        draft.taken[index] += 1;
        draft.state[index].push(row);
        Ok(())
    }

    /// Checks that every aggregate over the table can include the row. The filter and the arguments
    /// read only the row, so this needs no state and no message. A row with NULL in a group column
    /// is in no group and needs no check.
    fn check_contributions(&self, table: TableId, row: &Row) -> Result<(), Vec<Reason>> {
        let mut reasons = Vec::new();
        for aggregate in self.aggregates.iter().filter(|aggregate| aggregate.table == table) {
            if aggregate.group.iter().any(|(column, _)| row[usize::from(column.0)] == Val::Null) {
                continue;
            }
            let env = self.env(&self.state, &[]);
            let filter = env.passes(aggregate, row);
            reasons.extend(filter.error().map(reason_of));
            if filter.is_true() {
                let arguments =
                    aggregate.calls.iter().filter_map(|call| env.argument(aggregate, call, row));
                reasons.extend(arguments.filter_map(|value| value.error()).map(reason_of));
            }
        }
        reasons.sort_unstable();
        reasons.dedup();
        if reasons.is_empty() { Ok(()) } else { Err(reasons) }
    }
}

/// Collects all aggregates within an expression.
fn collect<'a>(expr: &'a Expr, found: &mut Vec<&'a Aggregate>) {
    if let ExprKind::Aggregate(aggregate) = &expr.kind {
        found.push(aggregate);
    }
    for part in tree::parts_of(expr) {
        collect(part, found);
    }
}
