// SPDX-License-Identifier: Apache-2.0

//! The state of lowering one transaction, and the small operations that every part of it uses.

use super::strings::Strings;
use crate::flow::{Arg, Flow, NodeId, Op};
use crate::hir::{RowVar, RuleSet};
use crate::plan::Plan;
use engine::isa::Opcode;
use engine::schema::{ColumnId, TableId};
use std::collections::HashMap;

/// What a row variable stands for.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// A row of a table, by its handle.
    Stored(TableId, NodeId),
    /// A row that is about to be, by the values of its columns.
    Values(Vec<NodeId>),
}

pub(super) struct Lowering<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) plan: &'a Plan,
    pub(super) strings: &'a mut Strings,
    /// Which fields may be NULL.
    pub(super) nullable: Vec<bool>,
    pub(super) flow: Flow,
    /// The row variables in scope.
    pub(super) rows: HashMap<RowVar, Row>,
    /// Results of the calls of the aggregate whose value is being lowered.
    pub(super) calls: Vec<NodeId>,
    /// What the statements so far do, in order.
    pub(super) changes: Vec<Change>,
    /// Ways through hidden tables whose commit instructions are not put down yet.
    pub(super) pending: Vec<Move>,
}

/// What a statement of this message does to a table.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The table.
    pub table: TableId,
    /// The row, NULL when nothing happens.
    pub row: NodeId,
    /// What happens to it.
    pub kind: ChangeKind,
}

/// What happens to a row.
#[derive(Clone, Debug)]
pub(super) enum ChangeKind {
    /// It is new; its values, one a column.
    Insert(Vec<NodeId>),
    /// Some of its columns change.
    Update(Vec<(ColumnId, NodeId)>),
    /// It is gone.
    Delete,
}

impl Change {
    /// What it writes into a column, if it does.
    pub(super) fn written(&self, column: ColumnId) -> Option<NodeId> {
        match &self.kind {
            ChangeKind::Insert(values) => values.get(usize::from(column.0)).copied(),
            ChangeKind::Update(set) => {
                set.iter().find(|(c, _)| *c == column).map(|(_, value)| *value)
            }
            ChangeKind::Delete => None,
        }
    }
}

/// A row's part in a hidden table.
pub(super) struct Member {
    /// Whether the row is in a group at all: true, false or an error, never NULL.
    pub(super) within: NodeId,
    /// The group's key.
    pub(super) keys: Vec<NodeId>,
    /// One argument a fold.
    pub(super) arguments: Vec<NodeId>,
}

/// A row's way through a hidden table, decided but not yet put down.
pub(super) struct Move {
    pub(super) hidden: TableId,
    pub(super) old: Option<Member>,
    pub(super) new: Option<Member>,
    /// The group that the row leaves, where it is known before the commit.
    pub(super) old_group: Option<NodeId>,
    /// Whether the row surely stays in its group, and only its arguments change.
    pub(super) stays: bool,
}

impl Lowering<'_> {
    pub(super) fn field(&mut self, index: usize) -> NodeId {
        self.flow.field(index as u16, self.nullable[index])
    }

    /// An instruction of a lane or another unit without a table.
    pub(super) fn op(&mut self, opcode: Opcode, operands: &[NodeId]) -> NodeId {
        let args: Vec<Arg> = operands.iter().map(|n| Arg::Node(*n)).collect();
        self.flow.op(Op::new(opcode, &args))
    }

    /// The row `yes` where the predicate is true, else `no`.
    pub(super) fn select(&mut self, predicate: NodeId, yes: NodeId, no: NodeId) -> NodeId {
        self.op(Opcode::Select, &[predicate, yes, no])
    }

    pub(super) fn null(&mut self) -> NodeId {
        self.flow.constant(engine::value::Value::NULL)
    }
}
