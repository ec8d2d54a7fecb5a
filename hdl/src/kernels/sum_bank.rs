// SPDX-License-Identifier: Apache-2.0

//! The memory bank of an aggregate column of groups: the number of folded values, and their exact
//! sum.
//!
//! ```text
//!  cycle       t + 1           t + 2                     t + 3
//!  fold, row ─▶ memory ──▶ │ the content is kept   ──▶ │ count ± 1, sum ± value ──▶ memory
//!  fetch, row ─▶ (t) ────▶ │ value ─▶ bus (t + 1)
//! ```
//! A fold comes one cycle after its issue.
//!
//! A fetch reads the count, or the sum: NULL over no value, `overflow` if it does not fit in 64
//! bits. With at most 2^24 rows, the sum of 64-bit values has 88 bits. A group is empty when it
//! closes, so count and sum are zero for the next group with its row. A value that is taken out was
//! folded in before.
//!
//! II 1 for fetches. A fold comes at least three cycles after the last one and not together with a
//! fetch: fetches are before the verdict, folds after it.

use crate::prim::row_memory::RowMemory;
use engine::isa::{INSTRUCTION_SET, Opcode};
use rust_hdl::prelude::*;

const _: () = assert!(
    INSTRUCTION_SET[Opcode::Fold as usize].latency >= 4,
    "a fold has written before the next one reads"
);
const _: () = assert!(INSTRUCTION_SET[Opcode::Fetch as usize].latency == 2);

/// The memory bank of an aggregate column.
#[derive(LogicBlock, Default)]
pub struct SumBank {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Empties everything; held high while `clear_address` counts through all addresses.
    pub clear: Signal<In, Bit>,
    /// The address that `clear` empties in this cycle.
    pub clear_address: Signal<In, Bits<24>>,
    /// The column is a count rather than a sum.
    pub is_count: Signal<In, Bit>,
    /// Folds a value into a group; at most every third cycle.
    pub fold: Signal<In, Bit>,
    /// Takes the value out instead of adding it.
    pub fold_out: Signal<In, Bit>,
    /// The group of the fold.
    pub fold_row: Signal<In, Bits<24>>,
    /// The value of the fold.
    pub fold_value: Signal<In, Bits<64>>,
    /// Reads the group `row`; available in the next cycle. Not together with a fold.
    pub read: Signal<In, Bit>,
    /// The group that is read.
    pub row: Signal<In, Bits<24>>,
    /// Count or sum of the group: tag and bits.
    pub value: Signal<Out, Bits<66>>,
    /// What the memory holds of the group: the sum in bits 0 to 95, the count in bits 96 to 120.
    pub content: Signal<Out, Bits<121>>,
    memory: RowMemory<121>,
    count: Signal<Local, Bits<25>>,
    sum: Signal<Local, Bits<96>>,
    upper: Signal<Local, Bits<33>>,
    extended: Signal<Local, Bits<96>>,
    count_after: Signal<Local, Bits<25>>,
    sum_after: Signal<Local, Bits<96>>,
    folding: DFF<Bit>,
    kept: DFF<Bits<121>>,
    writing: DFF<Bit>,
    out_q: DFF<Bit>,
    row_q: DFF<Bits<24>>,
    value_q: DFF<Bits<64>>,
}

impl SumBank {
    /// The bank of 2^`row_bits` groups.
    pub fn new(row_bits: usize) -> SumBank {
        SumBank { memory: RowMemory::new(row_bits), ..SumBank::default() }
    }
}

impl Logic for SumBank {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, folding, kept, writing, out_q, row_q, value_q);
        self.memory.clock.next = self.clock.val();
        self.memory.read.next = self.read.val() | self.fold.val();
        self.memory.read_address.next = self.row.val();
        if self.fold.val() {
            self.memory.read_address.next = self.fold_row.val();
        }
        self.folding.d.next = self.fold.val() & !self.reset.val();
        self.writing.d.next = self.folding.q.val() & !self.reset.val();
        // They are held until the next fold, which comes after this one is written.
        if self.fold.val() {
            self.out_q.d.next = self.fold_out.val();
            self.row_q.d.next = self.fold_row.val();
            self.value_q.d.next = self.fold_value.val();
        }
        if self.folding.q.val() {
            self.kept.d.next = self.memory.read_data.val();
        }

        self.sum.next = self.memory.read_data.val().get_bits::<96>(0);
        self.count.next = self.memory.read_data.val().get_bits::<25>(96);
        self.extended.next = bit_cast::<96, 64>(self.value_q.q.val());
        if self.value_q.q.val().get_bit(63) {
            self.extended.next = bit_cast::<96, 64>(self.value_q.q.val())
                | (bit_cast::<96, 32>(!bits::<32>(0)) << 64);
        }
        self.count_after.next = self.kept.q.val().get_bits::<25>(96) + 1;
        self.sum_after.next = self.kept.q.val().get_bits::<96>(0) + self.extended.val();
        if self.out_q.q.val() {
            self.count_after.next = self.kept.q.val().get_bits::<25>(96) - 1;
            self.sum_after.next = self.kept.q.val().get_bits::<96>(0) - self.extended.val();
        }
        self.memory.write.next = self.writing.q.val() | self.clear.val();
        self.memory.write_address.next = self.row_q.q.val();
        self.memory.write_data.next = bit_cast::<121, 96>(self.sum_after.val())
            | (bit_cast::<121, 25>(self.count_after.val()) << 96);
        if self.clear.val() {
            self.memory.write_address.next = self.clear_address.val();
            self.memory.write_data.next = 0.into();
        }

        self.upper.next = self.sum.val().get_bits::<33>(63);
        self.value.next = bit_cast::<66, 64>(self.sum.val().get_bits::<64>(0));
        if self.upper.val().any() & !self.upper.val().all() {
            self.value.next = bit_cast::<66, 2>(2.into()) << 64;
        }
        if !self.count.val().any() {
            self.value.next = bit_cast::<66, 2>(1.into()) << 64;
        }
        if self.is_count.val() {
            self.value.next = bit_cast::<66, 25>(self.count.val());
        }
        self.content.next = self.memory.read_data.val();
    }
}
