// SPDX-License-Identifier: Apache-2.0

//! The state that a statement sees: the tables before the message, with the changes of earlier
//! statements.
//!
//! Every change is recorded with the handle of its row, which is NULL if the change does not take
//! place. A later read of the same table selects between memory and the changes by comparing
//! handles. A later lookup also compares keys with those of inserted rows. NULL and unequal handles
//! select nothing, so a change needs no condition in addition to its handle.

use super::context::{Change, ChangeKind, Lowering};
use crate::flow::{Arg, NodeId, Op};
use engine::isa::{KEY_OPERANDS, Opcode};
use engine::schema::{ColumnId, TableId};

impl Lowering<'_> {
    /// Records a change, which the later reads of its table see.
    pub(super) fn record(&mut self, change: Change) {
        match change.kind {
            ChangeKind::Insert(_) | ChangeKind::Delete => {
                self.row_changes.push(self.changes.len());
            }
            ChangeKind::Update(_) => {}
        }
        self.changes.push(change);
    }

    /// A column of a row.
    pub(super) fn read(&mut self, table: TableId, row: NodeId, column: ColumnId) -> NodeId {
        let nullable =
            self.rules.tables[usize::from(table.0)].columns[usize::from(column.0)].nullable;
        let op = Op::on(Opcode::Fetch, table, &[Arg::Node(row), Arg::Immediate(column.0)]);
        let mut value = self.flow.fetch(op, nullable, false);
        for i in 0..self.changes.len() {
            let change = &self.changes[i];
            if change.table != table {
                continue;
            }
            if let Some(written) = change.written(column) {
                let same = self.changes[i].row;
                let same = self.op(Opcode::Eq, &[row, same]);
                value = self.select(same, written, value);
            }
        }
        value
    }

    /// The operands of a key. Columns that have no operand share one with the column before.
    pub(super) fn key(&mut self, columns: &[NodeId]) -> Vec<Arg> {
        let pairs = columns.len().saturating_sub(KEY_OPERANDS);
        let (paired, alone) = columns.split_at(2 * pairs);
        let paired = paired.chunks_exact(2).map(|pair| Arg::Node(self.op(Opcode::Pair, pair)));
        paired.collect::<Vec<_>>().into_iter().chain(alone.iter().map(|c| Arg::Node(*c))).collect()
    }

    /// The handle of the row with a key, NULL if there is none.
    pub(super) fn look_up(&mut self, table: TableId, keys: &[NodeId]) -> NodeId {
        let args = self.key(keys);
        let mut found = self.flow.op(Op::on(Opcode::Lookup, table, &args));
        let key_columns = &self.rules.tables[usize::from(table.0)].key;
        for i in 0..self.row_changes.len() {
            let Change { table: changed, row, kind } = &self.changes[self.row_changes[i]];
            let row = *row;
            if *changed != table {
                continue;
            }
            match kind {
                ChangeKind::Insert(values) => {
                    let inserted: Vec<NodeId> =
                        key_columns.iter().map(|c| values[usize::from(c.0)]).collect();
                    let mut same = self.op(Opcode::NotNull, &[row]);
                    for (key, inserted) in keys.iter().zip(inserted) {
                        let equal = self.op(Opcode::Eq, &[*key, inserted]);
                        same = self.both(same, equal);
                    }
                    found = self.select(same, row, found);
                }
                ChangeKind::Delete => {
                    let gone = self.op(Opcode::Eq, &[found, row]);
                    let null = self.null();
                    found = self.select(gone, null, found);
                }
                ChangeKind::Update(_) => {}
            }
        }
        found
    }

    /// Whether an earlier statement of this message changed a table.
    pub(super) fn is_changed(&self, table: TableId) -> bool {
        self.changes.iter().any(|change| change.table == table)
    }
}
