// SPDX-License-Identifier: Apache-2.0

//! The state of lowering one transaction, and the small operations that every part of it uses.

use super::row_program::{RowProgram, ScanCheck};
use super::strings::Strings;
use crate::flow::{Arg, Flow, NodeId, Op};
use crate::hir::{AggregateFn, Expr, RowVar, RuleSet};
use crate::interval::Intervals;
use crate::plan::Plan;
use crate::span::Span;
use engine::isa::Opcode;
use engine::requirements::Feature;
use engine::schema::{ColumnId, TableId};
use std::cell::RefCell;
use std::collections::HashMap;

/// The row that a row variable denotes.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// A row of a table, by its handle.
    Stored(TableId, NodeId),
    /// A row that the transaction is about to write, by the values of its columns.
    Values(Vec<NodeId>),
    /// The row that a row program sees, by the columns of its list.
    Copied(TableId, Vec<ColumnId>),
}

pub(super) struct Lowering<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) plan: &'a Plan,
    pub(super) strings: &'a mut Strings,
    /// Whether each field can be NULL.
    pub(super) nullable: Vec<bool>,
    pub(super) flow: Flow,
    /// The row variables in scope.
    pub(super) rows: HashMap<RowVar, Row>,
    /// The calls of the aggregate whose value is being lowered.
    pub(super) calls: Calls,
    /// The intervals of expressions.
    pub(super) intervals: Intervals<'a>,
    /// Whether each DECIMAL expression seen so far is computed in 64 bits.
    pub(super) fitting: RefCell<HashMap<*const Expr, bool>>,
    /// What is known of the row that the current statement changes.
    pub(super) known: Known,
    /// The changes of the statements so far, in order.
    pub(super) changes: Vec<Change>,
    /// The places of those that insert or delete a row.
    pub(super) row_changes: Vec<usize>,
    /// Moves through hidden tables whose commit instructions are not emitted yet.
    pub(super) pending: Vec<Move>,
    /// The row program that is being lowered.
    pub(super) row_program: Option<RowProgram>,
    /// The checks of the scans of the rule or statement that is being lowered.
    pub(super) scan_checks: Vec<ScanCheck>,
}

/// The calls of an aggregate: where their results are.
#[derive(Clone, Debug)]
pub(super) struct Calls {
    /// The hidden table.
    pub table: TableId,
    /// The group; none outside an aggregate.
    pub group: Option<NodeId>,
    /// The column of each call, and its function.
    pub columns: Vec<(ColumnId, AggregateFn)>,
    /// The scan, and the accumulator and the place in it of each call, if they are scanned.
    pub scan: Option<(NodeId, Vec<(u16, u16)>)>,
}

impl Calls {
    /// The calls outside any aggregate.
    pub(super) const NONE: Calls =
        Calls { table: TableId(0), group: None, columns: Vec::new(), scan: None };
}

/// What the compiler knows of the row that a statement changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Hidden tables in none of whose groups the row was before: the `where` of the statement
    /// contradicts their filter.
    pub outside: Vec<TableId>,
    /// Those of them for which an upsert gives one row, whether it inserts or updates it. The row
    /// is folded once, with the insert.
    pub once: Vec<TableId>,
    /// Whether the upsert inserts or updates a row.
    pub placed: Option<NodeId>,
}

/// A change that a statement of this message makes.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// The table.
    pub table: TableId,
    /// The handle of the row; NULL if the change does not take place.
    pub row: NodeId,
    /// The kind of change.
    pub kind: ChangeKind,
}

/// The kind of a change.
#[derive(Clone, Debug)]
pub(super) enum ChangeKind {
    /// The row is inserted, with one value for each column.
    Insert(Vec<NodeId>),
    /// Some columns get new values.
    Update(Vec<(ColumnId, NodeId)>),
    /// The row is deleted.
    Delete,
}

impl Change {
    /// The value that it writes to a column, if any.
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

/// The membership of a row in a hidden table.
pub(super) struct Member {
    /// Whether the row is in a group: true, false or an error, never NULL.
    pub(super) within: NodeId,
    /// The group's key.
    pub(super) keys: Vec<NodeId>,
    /// One argument for each fold.
    pub(super) arguments: Vec<NodeId>,
    /// The columns of a list.
    pub(super) copies: Vec<NodeId>,
}

/// A move of a row through a hidden table, for which the commit instructions are not emitted yet.
pub(super) struct Move {
    pub(super) hidden: TableId,
    /// The row of the base table.
    pub(super) row: NodeId,
    pub(super) old: Option<Member>,
    pub(super) new: Option<Member>,
    /// The group that the row leaves, if it is known before the commit.
    pub(super) old_group: Option<NodeId>,
    /// Whether the row certainly stays in its group, so that only its arguments change.
    pub(super) stays: bool,
    /// For a list that the row may enter or leave: whether it enters, and whether it leaves; it
    /// always leaves if absent.
    pub(super) entering: Option<(NodeId, Option<NodeId>)>,
}

impl Lowering<'_> {
    pub(super) fn field(&mut self, index: usize) -> NodeId {
        self.flow.field(index as u16, self.nullable[index])
    }

    /// An instruction of a unit without a table.
    pub(super) fn op(&mut self, opcode: Opcode, operands: &[NodeId]) -> NodeId {
        let args: Vec<Arg> = operands.iter().map(|n| Arg::Node(*n)).collect();
        self.flow.op(Op::new(opcode, &args))
    }

    /// `yes` if the predicate is true, otherwise `no`.
    pub(super) fn select(&mut self, predicate: NodeId, yes: NodeId, no: NodeId) -> NodeId {
        self.op(Opcode::Select, &[predicate, yes, no])
    }

    /// Notes that an expression needs a part of the machine that no hardware build has yet.
    pub(super) fn needs(&mut self, feature: Feature, place: Span) {
        self.flow.needs.push((feature, place));
    }

    pub(super) fn null(&mut self) -> NodeId {
        self.flow.constant(engine::value::Value::NULL)
    }
}
