// SPDX-License-Identifier: Apache-2.0

//! The tables and the rule set in force, and their state within a transaction.

use super::evaluate::Env;
use super::lists::{Change, Histories};
use super::tree;
use super::value::{Row, State, Val};
use engine::rule::Mode;
use engine::schema::TableId;
use rulec::hir::{Aggregate, Expr, ExprKind, Path, Purpose, RowVar, RuleSet};
use std::collections::{BTreeMap, BTreeSet};

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
    /// The tables.
    pub(super) state: State,
    /// Counts over the accepted messages so far.
    pub done: Done,
    /// The aggregates of the whole family: each of its rule sets maintains all of them.
    pub(super) aggregates: Vec<&'a Aggregate>,
    /// The rule sets that can be in force.
    pub(super) family: &'a [RuleSet],
    /// What the lists of each rule set of the family hold.
    histories: Vec<Histories>,
    /// The dictionary, unless it is never full.
    pub(super) dictionary: Option<Dictionary>,
}

/// A dictionary of limited size. It is the set of these literals and of the texts in the rows.
pub(super) struct Dictionary {
    pub literals: BTreeSet<Val>,
    pub texts_max: usize,
}

/// The state within a transaction.
pub(super) struct Draft {
    pub state: State,
    /// Rows of each table at the start plus rows inserted since. The room of a deleted row is free
    /// from the next message on.
    pub taken: Vec<usize>,
    /// Every text that a statement has stored.
    pub stored: BTreeSet<Val>,
    pub done: Done,
    /// Rows that entered a group of a stated list, by rule set, list and group.
    pub entered: BTreeMap<(usize, usize, Vec<Val>), usize>,
    pub changes: Vec<Change>,
    /// The row that a step of a job visits.
    pub visited: Option<(RowVar, Row)>,
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

    /// What expressions can read in this state, with these fields of the message.
    pub(super) fn env<'e>(&'e self, state: &'e State, fields: &'e [Val]) -> Env<'e> {
        let member = self.family.iter().position(|rules| std::ptr::eq(rules, self.rules));
        let histories = &self.histories[member.expect("the rule set is of the family")];
        Env { rules: self.rules, state, fields, rows: None, visited: None, calls: &[], histories }
    }

    /// What an expression of a statement reads.
    pub(super) fn within<'e>(&'e self, draft: &'e Draft, fields: &'e [Val]) -> Env<'e> {
        let visited = draft.visited.as_ref().map(|(var, row)| (*var, row.as_slice()));
        Env { visited, ..self.env(&draft.state, fields) }
    }

    /// Makes the changes of a draft.
    pub(super) fn keep(&mut self, draft: Draft) {
        let mut histories = std::mem::take(&mut self.histories);
        let none = Histories::default();
        for change in &draft.changes {
            for (rules, histories) in self.family.iter().zip(&mut histories) {
                let state = Vec::new();
                let (rows, calls, fields) = (None, &[][..], &[][..]);
                let visited = None;
                let env =
                    Env { rules, state: &state, fields, rows, visited, calls, histories: &none };
                histories.note(rules, change, |list, row| env.group_of(list, row));
            }
        }
        self.histories = histories;
        self.state = draft.state;
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

    /// The state at the start of a transaction.
    pub(super) fn draft(&self) -> Draft {
        Draft {
            state: self.state.clone(),
            taken: self.state.iter().map(Vec::len).collect(),
            stored: BTreeSet::new(),
            done: self.done,
            entered: BTreeMap::new(),
            changes: Vec::new(),
            visited: None,
        }
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
