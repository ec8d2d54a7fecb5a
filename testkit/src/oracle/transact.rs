// SPDX-License-Identifier: Apache-2.0

//! The effect of a message and of a loaded row: all of it, or none and the reason.

use super::evaluate::Env;
use super::lists::{Change, Histories};
use super::tree;
use super::value::{Error, Row, State, Val, logic};
use engine::rule::Mode;
use engine::schema::{ColumnId, MessageId, TableId};
use engine::verdict::Reason;
use rulec::hir::{
    Aggregate, Block, ConflictUpdate, Expr, ExprKind, Path, Purpose, RowMatch, RuleSet, Side,
    Statement, StatementKind,
};
use std::collections::{BTreeMap, BTreeSet};

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
    rules: &'a RuleSet,
    /// The modes that were changed, by the names of the rules.
    modes: BTreeMap<String, Mode>,
    state: State,
    /// Counts over the accepted messages so far.
    pub done: Done,
    /// The aggregates of the whole family: each of its rule sets maintains all of them.
    aggregates: Vec<&'a Aggregate>,
    family: &'a [RuleSet],
    /// What the lists of each rule set of the family hold.
    histories: Vec<Histories>,
    /// The dictionary, unless it is never full.
    dictionary: Option<Dictionary>,
}

/// A dictionary of limited size. It is the set of these literals and of the texts in the rows.
struct Dictionary {
    literals: BTreeSet<Val>,
    texts_max: usize,
}

/// The state within a transaction.
struct Draft {
    state: State,
    /// Rows of each table at the start plus rows inserted since. The room of a deleted row is free
    /// from the next message on.
    taken: Vec<usize>,
    /// Every text that a statement has stored.
    stored: BTreeSet<Val>,
    done: Done,
    /// Rows that entered a group of a stated list, by rule set, list and group.
    entered: BTreeMap<(usize, usize, Vec<Val>), usize>,
    changes: Vec<Change>,
}

fn reason_of(error: Error) -> Reason {
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
        // Errors of the rows that a statement changes are its errors.
        let changes = |path| matches!(path, Path::Scanned { purpose: Purpose::Change, .. });
        aggregates.retain(|aggregate| !changes(aggregate.path));
        let rules = &family[0];
        Oracle {
            rules,
            modes: BTreeMap::new(),
            state: vec![Vec::new(); rules.tables.len()],
            done: Done::default(),
            aggregates,
            family,
            histories: family.iter().map(Histories::new).collect(),
            dictionary: None,
        }
    }

    /// Limits the texts of the rows and these literals of the programs together.
    pub fn limit_texts(&mut self, literals: &[String], texts_max: usize) {
        let literals = literals.iter().map(|text| Val::Text(text.as_str().into())).collect();
        self.dictionary = Some(Dictionary { literals, texts_max });
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

    fn env<'e>(&'e self, state: &'e State, fields: &'e [Val]) -> Env<'e> {
        let member = self.family.iter().position(|rules| std::ptr::eq(rules, self.rules));
        let histories = &self.histories[member.expect("the rule set is of the family")];
        Env { rules: self.rules, state, fields, rows: None, calls: &[], histories }
    }

    /// Makes the changes of a draft.
    fn keep(&mut self, draft: Draft) {
        let mut histories = std::mem::take(&mut self.histories);
        let none = Histories::default();
        for change in &draft.changes {
            for (rules, histories) in self.family.iter().zip(&mut histories) {
                let state = Vec::new();
                let (rows, calls, fields) = (None, &[][..], &[][..]);
                let env = Env { rules, state: &state, fields, rows, calls, histories: &none };
                histories.note(rules, change, |list, row| env.group_of(list, row));
            }
        }
        self.histories = histories;
        self.state = draft.state;
    }

    /// The reasons for what scans in some expressions could not answer.
    fn unanswered<'e>(
        &self,
        state: &State,
        fields: &[Val],
        exprs: impl IntoIterator<Item = &'e Expr>,
    ) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let env = self.env(state, fields);
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
                let reasons = self.unanswered(&draft.state, fields, [guard]);
                if !reasons.is_empty() {
                    return Err(reasons);
                }
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
                let before = draft.state.clone();
                self.statement(statement, fields, &mut draft)?;
                let reasons = self.unanswered_by(&statement.kind, self.env(&before, fields));
                if !reasons.is_empty() {
                    return Err(reasons);
                }
                draft.done.effects += u64::from(rule.is_some());
            }
        }
        self.check_texts(&draft)?;
        Ok(draft)
    }

    /// Checks that the dictionary has room for the texts that a message stores, in addition to
    /// those before the message. This is the last check.
    fn check_texts(&self, draft: &Draft) -> Result<(), Vec<Reason>> {
        let Some(Dictionary { literals, texts_max }) = &self.dictionary else { return Ok(()) };
        let mut held = literals.clone();
        held.extend(self.state.iter().flatten().flat_map(texts));
        match held.union(&draft.stored).count() <= *texts_max {
            true => Ok(()),
            false => Err(vec![Reason::DictionaryFull]),
        }
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
        if let Err(reasons) = self.check_texts(&draft) {
            return Expected::refused(reasons);
        }
        self.keep(draft);
        Expected::ACCEPT
    }

    fn draft(&self) -> Draft {
        Draft {
            state: self.state.clone(),
            taken: self.state.iter().map(Vec::len).collect(),
            stored: BTreeSet::new(),
            done: self.done,
            entered: BTreeMap::new(),
            changes: Vec::new(),
        }
    }

    fn judge(&self, message: MessageId, fields: &[Val]) -> Expected {
        let env = self.env(&self.state, fields);
        let mut verdict = Expected::ACCEPT;
        let rules = self.rules.rules.iter().enumerate();
        for (bit, (index, rule)) in rules.filter(|(_, rule)| rule.message == message).enumerate() {
            let guard = rule.guard.as_ref().map_or(Val::truth(true), |guard| env.evaluate(guard));
            let of_guard = self.unanswered(&self.state, fields, &rule.guard);
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
                    self.unanswered(&self.state, fields, [&rule.condition])
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

    fn statement(
        &self,
        statement: &Statement,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        match &statement.kind {
            StatementKind::Insert { table, values } => {
                let env = self.env(&draft.state, fields);
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
                let env = self.env(&draft.state, fields);
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
                let env = self.env(&draft.state, fields);
                let mut after = before.clone();
                for (column, value) in set {
                    let value = env.with_row(row.var, before, |env| env.evaluate(value));
                    self.assign(*table, *column, &value, &mut draft.stored)?;
                    after[usize::from(column.0)] = value;
                }
                self.change(*table, found, after, draft)?;
                draft.done.updates += 1;
            }
            StatementKind::Rows { table, rows, set } => {
                self.change_rows(*table, rows, set.as_deref(), fields, draft)?;
            }
            StatementKind::Delete { table, row } => match self.found(*table, row, fields, draft)? {
                Some(found) => {
                    let index = usize::from(table.0);
                    let before = Some(draft.state[index].swap_remove(found));
                    draft.changes.push(Change { table: index, before, after: None });
                    draft.done.deletes += 1;
                }
                None => draft.done.deletes_of_nothing += 1,
            },
        }
        Ok(())
    }

    /// Changes or removes every row that a condition selects, or none if one of them cannot be.
    fn change_rows(
        &self,
        table: TableId,
        rows: &Expr,
        set: Option<&[(ColumnId, Expr)]>,
        fields: &[Val],
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let ExprKind::Aggregate(aggregate) = &rows.kind else { panic!("rows are an aggregate") };
        let index = usize::from(table.0);
        let env = self.env(&draft.state, fields);
        let (selected, error) = env.selected(aggregate);
        let mut reasons: Vec<Reason> = error.into_iter().map(reason_of).collect();
        let (mut changed, mut stored) = (Vec::new(), BTreeSet::new());
        for row in selected {
            let mut after = row.clone();
            for (column, value) in set.into_iter().flatten() {
                let value = env.with_row(aggregate.var, row, |env| env.evaluate(value));
                let assigned = self.assign(table, *column, &value, &mut stored);
                reasons.extend(assigned.err().into_iter().flatten());
                after[usize::from(column.0)] = value;
            }
            changed.push((row.clone(), after));
        }
        if !reasons.is_empty() {
            return Err(reasons);
        }
        draft.stored.extend(stored);
        for (before, after) in changed {
            let place = draft.state[index].iter().position(|row| *row == before);
            let place = place.expect("the row was selected");
            if set.is_some() {
                draft.state[index][place] = after;
                draft.done.updates += 1;
            } else {
                draft.state[index].swap_remove(place);
                draft.done.deletes += 1;
            }
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
            self.env(&draft.state, fields).with_row(update.row, before, |env| {
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
            self.assign(table, *column, &value, &mut draft.stored)?;
            after[usize::from(column.0)] = value;
        }
        self.change(table, found, after, draft)?;
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
        self.env(&draft.state, fields).find(table, row).map_err(|error| match error {
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

    /// Checks a value that an update assigns, and notes its text.
    fn assign(
        &self,
        table: TableId,
        column: ColumnId,
        value: &Val,
        stored: &mut BTreeSet<Val>,
    ) -> Result<(), Vec<Reason>> {
        self.check_written(table, column, value)?;
        stored.extend(texts([value]));
        Ok(())
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
        let change = Change { table: index, before: None, after: Some(row.clone()) };
        self.check_kept(&change, draft)?;
        draft.taken[index] += 1;
        draft.stored.extend(texts(&row));
        draft.state[index].push(row);
        draft.changes.push(change);
        Ok(())
    }

    /// Replaces a row.
    fn change(
        &self,
        table: TableId,
        found: usize,
        after: Row,
        draft: &mut Draft,
    ) -> Result<(), Vec<Reason>> {
        let index = usize::from(table.0);
        let before = draft.state[index][found].clone();
        let change = Change { table: index, before: Some(before), after: Some(after.clone()) };
        self.check_kept(&change, draft)?;
        draft.state[index][found] = after;
        draft.changes.push(change);
        Ok(())
    }

    /// Checks what is kept beside a table: its aggregates and its lists. The compiler chooses the
    /// order in which they are checked.
    fn check_kept(&self, change: &Change, draft: &mut Draft) -> Result<(), Vec<Reason>> {
        let after = change.after.as_ref().expect("a row is checked when it is written");
        let aggregates = self.check_contributions(TableId(change.table as u16), after);
        let bounds = self.check_bounds(change, draft);
        let reasons: Vec<Reason> =
            aggregates.err().into_iter().chain(bounds.err()).flatten().collect();
        if reasons.is_empty() { Ok(()) } else { Err(reasons) }
    }

    /// Checks that there is room for a row in each stated group that it enters: beside the rows at
    /// the start of the message and those that entered since.
    fn check_bounds(&self, change: &Change, draft: &mut Draft) -> Result<(), Vec<Reason>> {
        let Some(after) = &change.after else { return Ok(()) };
        let mut entered = Vec::new();
        for (member, rules) in self.family.iter().enumerate() {
            for (place, list) in rules.lists.iter().enumerate() {
                let base = &rules.tables[usize::from(list.table.0)];
                let is_bound = list.stated.is_some()
                    && list.time.is_none()
                    && list.bound < base.rows_max
                    && usize::from(list.table.0) == change.table;
                if !is_bound {
                    continue;
                }
                let env = self.env(&self.state, &[]);
                let Some(group) = env.group_of(list, after) else { continue };
                let was = change.before.as_ref().and_then(|row| env.group_of(list, row));
                if was.as_ref() == Some(&group) {
                    continue;
                }
                let rows = self.state[change.table].iter();
                let held = rows.filter(|row| env.group_of(list, row).as_ref() == Some(&group));
                let since = draft.entered.get(&(member, place, group.clone())).copied();
                if held.count() + since.unwrap_or(0) >= list.bound as usize {
                    return Err(vec![Reason::GroupFull]);
                }
                entered.push((member, place, group));
            }
        }
        for key in entered {
            *draft.entered.entry(key).or_default() += 1;
        }
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
            let (filter, arguments) = of_row_alone(aggregate);
            let evaluate =
                |part: &&Expr| env.with_row(aggregate.var, row, |env| env.evaluate(part));
            let filter = logic(&filter.iter().map(evaluate).collect::<Vec<_>>(), false);
            reasons.extend(filter.error().map(reason_of));
            if filter.is_true() {
                let arguments = arguments.iter().map(evaluate);
                reasons.extend(arguments.filter_map(|value| value.error()).map(reason_of));
            }
        }
        reasons.sort_unstable();
        reasons.dedup();
        if reasons.is_empty() { Ok(()) } else { Err(reasons) }
    }
}

/// The conjuncts of the filter and the arguments of an aggregate that read the row alone: their
/// errors reject the row.
fn of_row_alone(aggregate: &Aggregate) -> (Vec<&Expr>, Vec<&Expr>) {
    let reads_more = |expr: &Expr| {
        let is_other = |node: &Expr| match &node.kind {
            ExprKind::Column(row, _) => *row != aggregate.var,
            ExprKind::Field(_)
            | ExprKind::Lookup { .. }
            | ExprKind::Exists { .. }
            | ExprKind::Aggregate(_) => true,
            _ => false,
        };
        expr.nodes().any(is_other)
    };
    let filter = aggregate.conjuncts().iter().filter(|part| !reads_more(part)).collect();
    let arguments = aggregate.calls.iter().flat_map(|call| call.parts());
    (filter, arguments.filter(|part| !reads_more(part)).collect())
}

/// The texts among values.
fn texts<'v>(values: impl IntoIterator<Item = &'v Val>) -> impl Iterator<Item = Val> {
    let values = values.into_iter().filter(|value| matches!(value, Val::Text(_)));
    values.cloned()
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
