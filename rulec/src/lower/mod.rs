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
mod contradiction;
mod hidden;
mod merge;
mod number;
mod row_program;
mod scan;
mod state;
mod statement;
mod step;
mod strings;
mod truth;
mod value;
mod wide;

pub use strings::Strings;

use crate::flow::{Arg, Flow, NodeId, Op, TransactionFlow};
use crate::hir::{Block, Rule, RuleSet, Side};
use crate::interval::Intervals;
use crate::plan::Plan;
use context::{Calls, Known, Lowering};
use engine::frame::Layout;
use engine::isa::Opcode;
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
        known: Known::default(),
        row_changes: Vec::new(),
        pending: Vec::new(),
        row_program: None,
        scan_checks: Vec::new(),
    };
    match kind {
        FrameKind::Message(message) => {
            for (index, rule) in
                rules.rules.iter().enumerate().filter(|(_, rule)| rule.message == message)
            {
                if lowering.flow.is_full() {
                    break;
                }
                lowering.rule(RuleId(index as u16), rule);
            }
            let on_side = |is_reject: bool| {
                let blocks = rules.blocks.iter();
                blocks.filter(move |b| b.message == message && b.side.is_reject() == is_reject)
            };
            for block in on_side(false) {
                let _enable = lowering.block(block);
            }
            if on_side(true).next().is_some() {
                // The effects start from the state before the message.
                lowering.changes.clear();
                lowering.row_changes.clear();
                lowering.flow.begin_effects();
            }
            let wanted: Vec<Option<NodeId>> =
                on_side(true).map(|block| lowering.block(block)).collect();
            lowering.effects_wanted(wanted);
        }
        FrameKind::Row(table) => lowering.row(table),
    }
    lowering.flow
}

impl Lowering<'_> {
    fn rule(&mut self, id: RuleId, rule: &Rule) {
        let guard = rule.guard.as_ref().map(|guard| self.predicate(guard));
        let of_guard = std::mem::take(&mut self.scan_checks);
        let condition = self.truth(&rule.condition);
        self.judge(Entry::Rule(id), condition, guard);
        self.judge_scans(of_guard, Some(id), None);
        let of_condition = std::mem::take(&mut self.scan_checks);
        self.judge_scans(of_condition, Some(id), guard);
    }

    /// Lowers a block. Returns the predicate under which it runs; it always does if absent.
    fn block(&mut self, block: &Block) -> Option<NodeId> {
        if let Some(row) = block.row {
            self.step(block, row);
            return None;
        }
        let guard = block.guard.as_ref().map(|guard| self.enable(guard));
        let named = match &block.side {
            Side::Reject { by: Some(rules) } => self.is_named(rules),
            Side::Reject { by: None } | Side::Accept => None,
        };
        let of_guard = std::mem::take(&mut self.scan_checks);
        // A block that is for other rules does not ask.
        self.judge_scans(of_guard, None, named);
        let enable = match (guard, named) {
            (Some(guard), Some(named)) => Some(self.both(named, guard)),
            (guard, named) => guard.or(named),
        };
        self.statements(&block.statements, enable);
        enable
    }

    /// The effects are wanted if one of their blocks runs. Otherwise nothing changes, and the texts
    /// of the message are not kept.
    fn effects_wanted(&mut self, blocks: Vec<Option<NodeId>>) {
        let blocks: Option<Vec<NodeId>> = blocks.into_iter().collect();
        let wanted =
            blocks.and_then(|blocks| blocks.into_iter().reduce(|any, one| self.either(any, one)));
        if let Some(effects) = &mut self.flow.effects {
            effects.wanted = wanted;
        }
    }

    /// Whether the verdict names one of these rules.
    fn is_named(&mut self, rules: &[RuleId]) -> Option<NodeId> {
        let entries: Vec<u16> = (0_u16..)
            .zip(&self.flow.judgements)
            .filter(|(_, judgement)| match judgement.entry {
                Entry::Rule(rule) => rules.contains(&rule),
                Entry::Check(_) | Entry::RuleCheck(..) => false,
            })
            .map(|(index, _)| index)
            .collect();
        let named = |lowering: &mut Self, entry: u16| {
            lowering.flow.op(Op::new(Opcode::Named, &[Arg::Immediate(entry)]))
        };
        let named: Vec<NodeId> = entries.into_iter().map(|entry| named(self, entry)).collect();
        named.into_iter().reduce(|any, one| self.either(any, one))
    }

    /// Loads a row: an insert of the frame's fields.
    fn row(&mut self, table: TableId) {
        let rules = self.rules;
        for (_, statement) in rules.loads.iter().filter(|(base, _)| *base == table) {
            let proposed = self.proposed_row(&statement.kind, None);
            self.statement(&statement.kind, proposed);
        }
        let columns = rules.tables[usize::from(table.0)].columns.len();
        let values = (0..columns).map(|i| self.field(i)).collect();
        self.insert(table, values, None);
    }
}
