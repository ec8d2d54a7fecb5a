// SPDX-License-Identifier: Apache-2.0

//! Planning: every aggregate of a rule file is read from a keyed hidden table that the commit
//! maintains, or is a scan over the rows that each group of such a table lists.
//!
//! Aggregates over the same rows (one table, one set of group columns, one filter) share a hidden
//! table, and equal calls share a column. The key of a hidden table is the group columns. Its first
//! other column counts the rows of the group, which is the value of `count(*)`. The remaining
//! columns hold the results of the other calls. What does not fit the columns of one table is kept
//! in another one over the same rows.
//!
//! A list holds a second time the columns that any scan over it reads. What a scan reads of a row
//! alone is checked when the row is written ([`RowCheck`]), as it is for an aggregate that is kept.
//!
//! The rule sets of a family share one plan. Each of them maintains every aggregate that any of
//! them reads, so that each can replace any other and finds its aggregates up to date.
//!
//! | file | holds |
//! | --- | --- |
//! | `hidden` | hidden tables, and the checks of rows |
//! | `opened` | the groups that a message opens |
//! | `table_def` | hidden tables as definitions of the program |
//! | `text` | the texts by which equal aggregates and lists are found |

mod hidden;
mod opened;
mod table_def;
mod text;

pub use hidden::{Fold, Hidden, KeptList, RowCheck, reads_column};

use crate::hir::{
    Aggregate, Call, Expr, ExprKind, List, Path, Purpose, RowVar, RuleSet, StatementKind,
};
use crate::span::Span;
use engine::machine;
use engine::schema::{ColumnId, TableDef, TableId};
use hidden::{FoldCall, calls};
use opened::{Opened, groups_opened};
use std::collections::{BTreeMap, BTreeSet};
use table_def::table_def;
use text::{definition, describe, identity, list_definition, list_identity};

/// The hidden tables of a family of rule sets, in order of first use.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The tables.
    pub hidden: Vec<Hidden>,
    /// The places of those with one base, group and filter, by their text.
    places: BTreeMap<String, Vec<usize>>,
    /// The lists among them, by their text.
    lists: BTreeMap<String, usize>,
    /// What rows are checked for when they are written, by its text.
    pub checks: BTreeMap<String, RowCheck>,
}

/// The bounds of groups and windows that a rule set states, as texts. Two rule sets with the same
/// tables state the same bounds if the texts are equal.
pub fn stated_bounds(rules: &RuleSet) -> BTreeSet<String> {
    let stated = rules.lists.iter().filter(|list| list.stated.is_some());
    stated.map(|list| list_identity(rules, list)).collect()
}

/// Plans the hidden tables of a family: rule sets that declare the same tables.
pub fn plan(members: &[RuleSet]) -> Plan {
    let mut plan = Plan::default();
    for rules in members {
        for list in rules.lists.iter().filter(|list| list.stated.is_some() && list.time.is_none()) {
            // A stated bound holds whether or not anything scans the list.
            plan.list(rules, list);
        }
        for node in rules.expressions().flat_map(Expr::nodes) {
            plan.note(rules, node);
        }
        for statement in rules.blocks.iter().flat_map(|block| &block.statements) {
            plan.note_changes(rules, &statement.kind);
        }
    }
    let opened: Vec<BTreeMap<TableId, Opened>> = members.iter().map(groups_opened).collect();
    for hidden in &mut plan.hidden {
        let groups_max = |(rules, opened): (&RuleSet, &BTreeMap<TableId, Opened>)| {
            let base = &rules.tables[usize::from(hidden.base.0)];
            let opened = opened.get(&hidden.base).copied().unwrap_or_default();
            let most = base.rows_max + opened.early;
            match hidden.list.is_some() && hidden.group.is_empty() {
                // There is one group. A row that is loaded opens it too.
                true => most.min(opened.rows.max(1)),
                false => most,
            }
        };
        let most = members.iter().zip(&opened).map(groups_max).max();
        hidden.rows_max = most.unwrap_or(0).min(machine::GROUPS_MAX);
        if let Some(window) = hidden.list.as_ref().filter(|list| list.time.is_some()) {
            // Each group of a window has places for its bound.
            hidden.rows_max = hidden.rows_max.min(machine::WINDOW_ROWS_MAX / window.bound);
        }
    }
    plan
}

impl Plan {
    fn note(&mut self, rules: &RuleSet, expr: &Expr) {
        let ExprKind::Aggregate(aggregate) = &expr.kind else { return };
        if let Path::Scanned { list, .. } = aggregate.path {
            return self.note_scan(rules, aggregate, &rules.lists[list]);
        }
        let identity = identity(rules, aggregate);
        let calls = calls(rules, aggregate);
        let places = self.places.entry(identity).or_default();
        let has_room = |hidden: &Hidden| hidden.columns_with(&calls) <= machine::COLUMNS_MAX;
        let index = match places.iter().find(|index| has_room(&self.hidden[**index])) {
            Some(index) => *index,
            None => {
                places.push(self.hidden.len());
                let id = TableId((rules.tables.len() + self.hidden.len()) as u16);
                self.hidden.push(Hidden {
                    id,
                    base: aggregate.table,
                    group: aggregate.group.iter().map(|(column, _)| *column).collect(),
                    filter: aggregate.filter.clone(),
                    folds: Vec::new(),
                    list: None,
                    rows_max: 0,
                    definition: definition(rules, aggregate),
                });
                self.hidden.len() - 1
            }
        };
        let hidden = &mut self.hidden[index];
        for FoldCall { function, argument, identity } in calls {
            if hidden.fold(function, &identity).is_none() {
                let column = ColumnId((hidden.group.len() + 1 + hidden.folds.len()) as u16);
                hidden.folds.push(Fold { function, argument: argument.clone(), column, identity });
            }
        }
    }

    /// Notes a scan: its list with the columns that it reads, and what rows are checked for.
    fn note_scan(&mut self, rules: &RuleSet, aggregate: &Aggregate, list: &List) {
        let place = self.list(rules, list);
        let Some(kept) = &mut self.hidden[place].list else { return };
        // The columns that the group is chosen by are the same in all its rows.
        let grouped = |column: &ColumnId| list.group.contains(column);
        let compared = aggregate.group.iter().map(|(column, _)| *column);
        let read = aggregate.of_rows().flat_map(|expr| columns_of(expr, aggregate.var));
        kept.copy(read.chain(compared.filter(|column| !grouped(column))));
        if matches!(aggregate.path, Path::Scanned { purpose: Purpose::Change, .. }) {
            // Its errors are those of the statement.
            return;
        }
        let filter = aggregate.conjuncts().iter().filter(|e| reads_row_alone(e, aggregate.var));
        let arguments = aggregate.calls.iter().flat_map(Call::parts);
        let arguments = arguments.filter(|e| reads_row_alone(e, aggregate.var)).cloned();
        let check = RowCheck {
            base: aggregate.table,
            group: aggregate.group.iter().map(|(column, _)| *column).collect(),
            filter: all_of(filter.cloned().collect()),
            arguments: arguments.collect(),
        };
        let text = |expr: &Expr| describe(rules, aggregate.table, expr);
        let identity = format!(
            "{} {:?} {:?} {:?}",
            check.base.0,
            check.group,
            check.filter.as_ref().map(text),
            check.arguments.iter().map(text).collect::<Vec<_>>()
        );
        self.checks.entry(identity).or_insert(check);
    }

    /// Notes the columns that the assignments of a statement over several rows read.
    fn note_changes(&mut self, rules: &RuleSet, statement: &StatementKind) {
        let StatementKind::Rows { rows, set, .. } = statement else { return };
        let ExprKind::Aggregate(aggregate) = &rows.kind else { return };
        let Path::Scanned { list, .. } = aggregate.path else { return };
        let place = self.list(rules, &rules.lists[list]);
        let Some(kept) = &mut self.hidden[place].list else { return };
        kept.copy(set.iter().flatten().flat_map(|(_, value)| columns_of(value, aggregate.var)));
    }

    /// What is kept beside a table that a statement over several rows would change: the place of
    /// an aggregate or a list, if there is one.
    pub fn kept_beside(&self, rules: &RuleSet, statement: &StatementKind) -> bool {
        let StatementKind::Rows { table, rows, set } = statement else { return false };
        let ExprKind::Aggregate(aggregate) = &rows.kind else { return false };
        let own = self.hidden_of(rules, aggregate).id;
        let changes = |depends: &dyn Fn(ColumnId) -> bool| match set {
            Some(set) => set.iter().any(|(column, _)| depends(*column)),
            None => true,
        };
        let is_kept = |hidden: &Hidden| match hidden.id == own {
            true => set.is_some() && changes(&|column| hidden.membership_depends_on(column)),
            false => changes(&|column| hidden.depends_on(column)),
        };
        let is_checked = |check: &RowCheck| set.is_some() && changes(&|c| check.depends_on(c));
        self.hidden.iter().filter(|hidden| hidden.base == *table).any(is_kept)
            || self.checks.values().filter(|check| check.base == *table).any(is_checked)
    }

    /// The place of the hidden table that holds a list, which is added if it is new.
    fn list(&mut self, rules: &RuleSet, list: &List) -> usize {
        let identity = list_identity(rules, list);
        if let Some(place) = self.lists.get(&identity) {
            return *place;
        }
        let base = &rules.tables[usize::from(list.table.0)];
        let mut columns: Vec<ColumnId> = list.time.into_iter().collect();
        columns.sort_unstable();
        let place = self.hidden.len();
        self.hidden.push(Hidden {
            id: TableId((rules.tables.len() + place) as u16),
            base: list.table,
            group: list.group.clone(),
            filter: list.filter.clone(),
            folds: Vec::new(),
            list: Some(KeptList {
                bound: list.bound,
                is_checked: list.time.is_none() && list.bound < base.rows_max,
                time: list.time,
                columns,
            }),
            rows_max: 0,
            definition: list_definition(rules, list),
        });
        self.lists.insert(identity, place);
        place
    }

    /// The hidden table that holds a list of a rule set that was planned.
    pub fn hidden_of_list(&self, rules: &RuleSet, list: usize) -> &Hidden {
        let place = self.lists.get(&list_identity(rules, &rules.lists[list]));
        &self.hidden[place.copied().unwrap_or(0)]
    }

    /// The hidden table for an aggregate of a rule set that was planned.
    pub fn hidden_of(&self, rules: &RuleSet, aggregate: &Aggregate) -> &Hidden {
        if let Path::Scanned { list, .. } = aggregate.path {
            return self.hidden_of_list(rules, list);
        }
        let calls = calls(rules, aggregate);
        let has_all = |hidden: &&Hidden| {
            calls.iter().all(|call| hidden.fold(call.function, &call.identity).is_some())
        };
        let places = self.places.get(&identity(rules, aggregate)).map_or(&[][..], Vec::as_slice);
        let known = places.iter().map(|index| &self.hidden[*index]).find(has_all);
        known.unwrap_or(&self.hidden[0])
    }

    /// The aggregates of a rule set that a hidden table serves, with their places, in the order of
    /// the text.
    pub fn aggregates_of<'r>(
        &self,
        rules: &'r RuleSet,
        table: TableId,
    ) -> impl Iterator<Item = (&'r Aggregate, Span)> {
        rules.expressions().flat_map(Expr::nodes).filter_map(move |node| match &node.kind {
            ExprKind::Aggregate(aggregate) if self.hidden_of(rules, aggregate).id == table => {
                Some((&**aggregate, node.span))
            }
            _ => None,
        })
    }

    /// The column of a hidden table that holds the result of a call.
    pub fn column_of(&self, rules: &RuleSet, hidden: &Hidden, call: &crate::hir::Call) -> ColumnId {
        let Some(argument) = &call.argument else { return hidden.rows_column() };
        let fold = hidden.fold(call.function, &describe(rules, hidden.base, argument));
        fold.map_or(hidden.rows_column(), |f| f.column)
    }

    /// The hidden tables as definitions of the program.
    pub fn table_defs(&self, rules: &RuleSet) -> Vec<TableDef> {
        self.hidden.iter().map(|hidden| table_def(rules, hidden)).collect()
    }
}

/// The columns of the row of a variable that an expression reads.
fn columns_of(expr: &Expr, of: RowVar) -> impl Iterator<Item = ColumnId> {
    expr.nodes().filter_map(move |node| match node.kind {
        ExprKind::Column(var, column) if var == of => Some(column),
        _ => None,
    })
}

/// Whether an expression reads the row of a variable and constants alone, and the row at all.
fn reads_row_alone(expr: &Expr, var: RowVar) -> bool {
    let is_other = |node: &Expr| match &node.kind {
        ExprKind::Column(row, _) => *row != var,
        ExprKind::Field(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => true,
        _ => false,
    };
    let reads = |node: &Expr| matches!(node.kind, ExprKind::Column(row, _) if row == var);
    expr.nodes().any(reads) && !expr.nodes().any(is_other)
}

/// The conjunction of some conditions.
fn all_of(mut conditions: Vec<Expr>) -> Option<Expr> {
    let first = conditions.first()?;
    if conditions.len() == 1 {
        return conditions.pop();
    }
    let (ty, span) = (first.ty, first.span);
    let nullable = conditions.iter().any(|condition| condition.nullable);
    Some(Expr { kind: ExprKind::And(conditions), ty, nullable, span })
}
