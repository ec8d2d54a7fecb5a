// SPDX-License-Identifier: Apache-2.0

//! Lowering: a resolved rule file becomes one dataflow a message, and one a declared table by which
//! rows are loaded.
//!
//! A transaction reads the state before it and nothing else. What a statement must see of the
//! statements before it is not read back from memory but computed: the rows they are about are
//! compared, and the values they write are selected ([`state`]). So every check is done before the
//! verdict, and the commit only carries out what cannot fail any more.

mod hidden;
mod state;
mod statement;
mod truth;
mod value;

use crate::flow::{Arg, Flow, NodeId, Op};
use crate::hir::{Block, RowVar, Rule, RuleSet};
use crate::plan::Plan;
use engine::isa::Opcode;
use engine::program::{Entry, FrameKind};
use engine::schema::{RuleId, TableId};
use state::Change;
use std::collections::HashMap;

/// The strings of a family of rule sets, in order of first use; a string's index is its dictionary
/// code.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    /// The strings.
    pub list: Vec<String>,
}

impl Strings {
    fn code(&mut self, text: &str) -> i64 {
        let known = self.list.iter().position(|s| s == text);
        known.unwrap_or_else(|| {
            self.list.push(text.to_string());
            self.list.len() - 1
        }) as i64
    }
}

/// The dataflow of one transaction of a rule file.
pub fn lower(rules: &RuleSet, plan: &Plan, kind: FrameKind, strings: &mut Strings) -> Flow {
    let nullable = match kind {
        FrameKind::Message(message) => {
            rules.messages[usize::from(message.0)].fields.iter().map(|f| f.nullable).collect()
        }
        FrameKind::Row(table) => {
            rules.tables[usize::from(table.0)].columns.iter().map(|c| c.nullable).collect()
        }
    };
    let mut lowering = Lowering {
        rules,
        plan,
        strings,
        nullable,
        flow: Flow::default(),
        rows: HashMap::new(),
        calls: Vec::new(),
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

/// What a row variable stands for.
#[derive(Clone, Debug)]
enum Row {
    /// A row of a table, by its handle.
    Stored(TableId, NodeId),
    /// A row that is about to be, by the values of its columns.
    Values(Vec<NodeId>),
}

struct Lowering<'a> {
    rules: &'a RuleSet,
    plan: &'a Plan,
    strings: &'a mut Strings,
    /// Which fields may be NULL.
    nullable: Vec<bool>,
    flow: Flow,
    /// The row variables in scope.
    rows: HashMap<RowVar, Row>,
    /// Results of the calls of the aggregate whose value is being lowered.
    calls: Vec<NodeId>,
    /// What the statements so far do, in order.
    changes: Vec<Change>,
    /// Ways through hidden tables whose commit instructions are not put down yet.
    pending: Vec<hidden::Move>,
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

    fn field(&mut self, index: usize) -> NodeId {
        self.flow.field(index as u16, self.nullable[index])
    }

    /// An instruction of a lane or another unit without a table.
    fn op(&mut self, opcode: Opcode, operands: &[NodeId]) -> NodeId {
        let args: Vec<Arg> = operands.iter().map(|n| Arg::Node(*n)).collect();
        self.flow.op(Op::new(opcode, &args))
    }

    /// The row `yes` where the predicate is true, else `no`.
    fn select(&mut self, predicate: NodeId, yes: NodeId, no: NodeId) -> NodeId {
        self.op(Opcode::Select, &[predicate, yes, no])
    }

    fn null(&mut self) -> NodeId {
        self.flow.constant(engine::value::Value::NULL)
    }
}
