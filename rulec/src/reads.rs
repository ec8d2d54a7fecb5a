// SPDX-License-Identifier: Apache-2.0

//! What a rule reads, for people who must know where its data come from.

use crate::hir::{ExprKind, RowVar, Rule, RuleSet};
use engine::schema::{ColumnId, FieldId, TableId};
use std::collections::{BTreeMap, BTreeSet};

/// What a rule reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    /// The fields of its message.
    pub fields: BTreeSet<FieldId>,
    /// The columns of each table, those by which rows are found among them. Only the number of rows
    /// is read of a table without columns.
    pub columns: BTreeMap<TableId, BTreeSet<ColumnId>>,
}

impl Reads {
    /// What a rule of the rule set reads, in its guard too.
    ///
    /// ```
    /// use engine::schema::{ColumnId, FieldId, TableId};
    /// use rulec::reads::Reads;
    ///
    /// let text = "
    ///     create table account (id int primary key, name char(4), balance int8 not null);
    ///     create message buy (account int not null, cost int8 not null);
    ///     rule funds (coalesce((select balance from account where id = buy.account), 0) > 0);
    /// ";
    /// let (file, _) = rulec::parse::parse_text(text);
    /// let (rules, _) = rulec::resolve::resolve(&file, rulec::resolve::Paths::default());
    /// let rules = rules.expect("it has no errors");
    /// let reads = Reads::of(&rules, &rules.rules[0]);
    /// assert!(reads.fields.iter().eq(&[FieldId(0)]));
    /// assert!(reads.columns[&TableId(0)].iter().eq(&[ColumnId(0), ColumnId(2)]));
    /// ```
    pub fn of(rules: &RuleSet, rule: &Rule) -> Reads {
        let mut reads = Reads::default();
        // A row is named before it is read.
        let mut rows: BTreeMap<RowVar, TableId> = BTreeMap::new();
        let expressions = std::iter::once(&rule.condition).chain(&rule.guard);
        for node in expressions.flat_map(|expr| expr.nodes()) {
            match &node.kind {
                ExprKind::Field(field) => {
                    reads.fields.insert(*field);
                }
                ExprKind::Column(row, column) => {
                    if let Some(table) = rows.get(row) {
                        reads.columns.entry(*table).or_default().insert(*column);
                    }
                }
                ExprKind::Lookup { table, row, .. } | ExprKind::Exists { table, row } => {
                    rows.insert(row.var, *table);
                    let key = &rules.tables[usize::from(table.0)].key;
                    reads.columns.entry(*table).or_default().extend(key);
                }
                ExprKind::Aggregate(aggregate) => {
                    rows.insert(aggregate.var, aggregate.table);
                    let group = aggregate.group.iter().map(|(column, _)| *column);
                    reads.columns.entry(aggregate.table).or_default().extend(group);
                }
                _ => {}
            }
        }
        reads
    }
}
