// SPDX-License-Identifier: Apache-2.0

//! The commit phase: instructions in the order in which they take effect, each as early as its
//! table allows.
//!
//! A change of a key index waits until the previous change of the same index is done. A write waits
//! for the row, but not for the index. Writes to different columns can be parallel, because each
//! column is a separate memory.

use super::exhausted::Exhausted;
use super::scheduler::Scheduler;
use crate::flow::{Arg, NodeId};
use engine::isa::{Opcode, UnitClass};
use std::collections::HashMap;

/// The last use of a table, or of one of its columns.
#[derive(Clone, Copy, Default)]
struct Busy {
    /// The cycle after the last issue.
    issued: u16,
    /// The cycle in which the effect of the last instruction is visible.
    done: u16,
}

impl Busy {
    fn note(&mut self, cycle: u16, done: u16) {
        *self = Busy { issued: self.issued.max(cycle + 1), done: self.done.max(done) };
    }
}

impl Scheduler<'_> {
    /// Places the commit instructions of one side, from cycle `earliest` on.
    pub(super) fn place_commit(
        &mut self,
        commit: &[NodeId],
        earliest: u16,
    ) -> Result<(), Exhausted> {
        let mut index: HashMap<u8, Busy> = HashMap::new();
        let mut writes_of_table: HashMap<u8, Busy> = HashMap::new();
        let mut column: HashMap<(u8, u16), Busy> = HashMap::new();
        for node in commit {
            let node = node.0 as usize;
            let Some(op) = self.op(node) else { continue };
            let ready = self
                .flow
                .reads(&op)
                .filter_map(|read| self.places[read.0 as usize])
                .map(|p| p.ready);
            let mut cycle = ready.fold(earliest, u16::max);
            let index_busy = index.entry(op.table).or_default();
            let table_busy = writes_of_table.entry(op.table).or_default();
            let written = if let Arg::Immediate(column) = op.args[2] { column } else { 0 };
            let column_busy = column.entry((op.table, written)).or_default();
            let is_writer = op.opcode.signature().unit == UnitClass::Writer;
            cycle = cycle.max(free_from(op.opcode, *index_busy, *table_busy, *column_busy));
            let result = self.result_of(&op, None)?;
            while !self.try_place(node, cycle, op.table, result) {
                cycle += 1;
                self.within_cycles(cycle)?;
            }
            let done = self.places[node].map_or(cycle, |p| p.ready);
            if is_writer {
                table_busy.note(cycle, done);
                column_busy.note(cycle, done);
            } else {
                index_busy.note(cycle, done);
            }
        }
        Ok(())
    }
}

/// The first cycle in which the table has room for a commit instruction, by the last uses of its
/// index, of its columns, and of the column that the instruction writes.
fn free_from(opcode: Opcode, index: Busy, table: Busy, column: Busy) -> u16 {
    match opcode {
        Opcode::Write => index.issued.max(column.issued),
        // The row must be in its place.
        Opcode::Patch => index.done.max(column.issued),
        Opcode::Fold => column.done,
        Opcode::Insert
        | Opcode::Delete
        | Opcode::Find
        | Opcode::Open
        | Opcode::Close
        | Opcode::Enter
        | Opcode::Leave
        | Opcode::Apply => index.done.max(table.issued),
        Opcode::Move
        | Opcode::Add
        | Opcode::Sub
        | Opcode::Mul
        | Opcode::Range
        | Opcode::Select
        | Opcode::Coalesce
        | Opcode::Truth
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le
        | Opcode::IsNull
        | Opcode::NotNull
        | Opcode::Clean
        | Opcode::Chain
        | Opcode::Div
        | Opcode::Rem
        | Opcode::MulDiv
        | engine::wide_opcodes!()
        | Opcode::Like
        | Opcode::Named
        | Opcode::Settle
        | Opcode::Lookup
        | Opcode::Fetch
        | Opcode::WideFetch
        | Opcode::Reserve
        | Opcode::Level
        | Opcode::Verdict
        | Opcode::Scan
        | Opcode::Result
        | Opcode::WideResult
        | Opcode::Sound
        | Opcode::Room
        | Opcode::Within => 0,
    }
}
