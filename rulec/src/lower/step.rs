// SPDX-License-Identifier: Apache-2.0

//! Steps of jobs: the statements of a job on the row whose key is the fields of the message.
//!
//! The first check is that the row exists and meets the condition of the job. It rejects what it
//! skips, so that the statements need no condition. All of them see the columns of the row as they
//! were before the step.

use super::context::{Lowering, Row};
use super::truth::positive;
use crate::flow::NodeId;
use crate::hir::{Block, Expr, ExprKind, Visited};
use engine::isa::Opcode;
use engine::program::Entry;
use engine::schema::ColumnId;
use engine::verdict::Reason;
use std::collections::BTreeSet;

impl Lowering<'_> {
    /// Lowers the block of a step or of a selection.
    pub(super) fn step(&mut self, block: &Block, row: Visited) {
        let table = &self.rules.tables[usize::from(row.table.0)];
        let (key, columns) = (table.key.clone(), table.columns.len());
        let keys: Vec<NodeId> = (0..key.len()).map(|field| self.field(field)).collect();
        let handle = self.look_up(row.table, &keys);
        let named = named(block, row);
        let values = (0..columns as u16).map(ColumnId).map(|column| {
            match key.iter().position(|part| *part == column) {
                Some(part) => keys[part],
                None if named.contains(&column) => self.read(row.table, handle, column),
                None => self.null(),
            }
        });
        let values = values.collect();
        self.rows.insert(row.var, Row::Values(values));
        let found = self.op(Opcode::NotNull, &[handle]);
        let condition = match &block.guard {
            None => positive(found),
            Some(guard) => {
                let guard = self.truth(guard);
                self.where_found(found, guard)
            }
        };
        self.judge(Entry::Check(Reason::False), condition, None);
        let of_guard = std::mem::take(&mut self.scan_checks);
        self.judge_scans(of_guard, None, Some(found));
        self.statements(&block.statements, None);
        self.rows.remove(&row.var);
    }
}

/// The columns of the row that the block names.
fn named(block: &Block, row: Visited) -> BTreeSet<ColumnId> {
    let of_statements = block.statements.iter().flat_map(|statement| statement.kind.expressions());
    let column = |node: &Expr| match node.kind {
        ExprKind::Column(var, column) if var == row.var => Some(column),
        _ => None,
    };
    block.guard.iter().chain(of_statements).flat_map(Expr::nodes).filter_map(column).collect()
}
