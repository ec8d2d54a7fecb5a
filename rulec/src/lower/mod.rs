// SPDX-License-Identifier: Apache-2.0

//! Lowering: from a resolved rule file to one dataflow for each message, and one for each declared
//! table, which loads a row.
//!
//! A transaction reads only the state before it. Where a statement must see the effect of earlier
//! statements, the value is computed instead of read back from memory: the handles of the rows are
//! compared, and the written values are selected (`state`). All checks are therefore complete
//! before the verdict, and the commit only carries out changes that cannot fail.

mod calendar;
mod context;
mod hidden;
mod number;
mod state;
mod statement;
mod strings;
mod truth;
mod value;
mod wide;

pub use strings::Strings;

use crate::flow::{Flow, TransactionFlow};
use crate::hir::{Block, Rule, RuleSet};
use crate::interval::Intervals;
use crate::plan::Plan;
use context::{Calls, Lowering};
use engine::frame::Layout;
use engine::program::{Entry, FrameKind};
use engine::schema::{ColumnDef, RuleId, TableId};
use std::cell::RefCell;
use std::collections::HashMap;

/// Lowers every transaction of a rule set: one for each message, then one for each declared table,
/// which loads a row. New strings are added to `strings`.
pub fn lower(rules: &RuleSet, plan: &Plan, strings: &mut Strings) -> Vec<TransactionFlow> {
    let transaction = |(index, kind): (usize, FrameKind)| {
        let fields: Vec<ColumnDef> = rules.fields(kind).iter().map(ColumnDef::from).collect();
        let layout = Layout::new(index as u8, &fields);
        TransactionFlow { kind, layout, flow: flow_of(rules, plan, kind, strings) }
    };
    rules.frame_kinds().enumerate().map(transaction).collect()
}

/// The dataflow of one transaction.
fn flow_of(rules: &RuleSet, plan: &Plan, kind: FrameKind, strings: &mut Strings) -> Flow {
    let mut lowering = Lowering {
        rules,
        plan,
        strings,
        nullable: rules.fields(kind).iter().map(|field| field.nullable).collect(),
        flow: Flow::default(),
        rows: HashMap::new(),
        calls: Calls::NONE,
        intervals: Intervals::new(&rules.tables),
        fitting: RefCell::default(),
        changes: Vec::new(),
        pending: Vec::new(),
    };
    match kind {
        FrameKind::Message(message) => {
            for (index, rule) in
                rules.rules.iter().enumerate().filter(|(_, rule)| rule.message == message)
            {
                lowering.rule(RuleId(index as u16), rule);
            }
            for block in rules.blocks.iter().filter(|block| block.message == message) {
                lowering.block(block);
            }
        }
        FrameKind::Row(table) => lowering.row(table),
    }
    lowering.flow
}

impl Lowering<'_> {
    fn rule(&mut self, id: RuleId, rule: &Rule) {
        let guard = rule.guard.as_ref().map(|guard| self.predicate(guard));
        let condition = self.truth(&rule.condition);
        self.judge(Entry::Rule(id), condition, guard);
    }

    fn block(&mut self, block: &Block) {
        let enable = block.guard.as_ref().map(|guard| self.enable(guard));
        for statement in &block.statements {
            self.statement(&statement.kind, enable);
        }
    }

    /// Loads a row: an insert of the frame's fields.
    fn row(&mut self, table: TableId) {
        let columns = self.rules.tables[usize::from(table.0)].columns.len();
        let values = (0..columns).map(|i| self.field(i)).collect();
        self.insert(table, values, None);
    }
}
