// SPDX-License-Identifier: Apache-2.0

//! All eight write ports of columns, and what they present to each table unit.
//!
//! A port names its unit by one bit of many. These bits are transposed here, so that a unit sees
//! one bit for each port. The rows, values and columns of all ports go to every unit, packed with
//! port 0 lowest.

use super::column_port::ColumnPort;
use crate::prim::join::Join;
use crate::prim::transpose::Transpose;
use engine::build::{GROUP_UNITS, TABLE_UNITS};
use engine::machine::WRITE_PORTS;
use rust_hdl::prelude::*;

const _: () = assert!(WRITE_PORTS == 8);

/// All write ports of columns.
#[derive(LogicBlock, Default)]
pub struct ColumnPorts {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The message under way is accepted: changes are allowed.
    pub permit: Signal<In, Bit>,
    /// The effects of a reject are under way: operations of that side take place.
    pub effects: Signal<In, Bit>,
    /// They are settled: its changes are allowed.
    pub permit_effects: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// The program memories that are written, two bits a port: operations, constants.
    pub program_write: Signal<In, Bits<16>>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// For each port: the slot of the row.
    pub row_slot: [Signal<Out, Bits<10>>; WRITE_PORTS],
    /// For each port: the content of that slot.
    pub row_data: [Signal<In, Bits<66>>; WRITE_PORTS],
    /// For each port: the slot of the value.
    pub value_slot: [Signal<Out, Bits<10>>; WRITE_PORTS],
    /// For each port: the content of that slot.
    pub value_data: [Signal<In, Bits<66>>; WRITE_PORTS],
    /// For each port: the address of its predicate.
    pub predicate: [Signal<Out, Bits<11>>; WRITE_PORTS],
    /// For each port: the truth of that predicate.
    pub predicate_data: [Signal<In, Bits<3>>; WRITE_PORTS],
    /// For each declared table's unit, one bit a port: the port writes.
    pub write: [Signal<Out, Bits<8>>; TABLE_UNITS],
    /// For each hidden table's unit, one bit a port: the port folds into a sum bank.
    pub fold: [Signal<Out, Bits<8>>; GROUP_UNITS],
    /// For each hidden table's unit, one bit a port: the port folds into a level store.
    pub level: [Signal<Out, Bits<8>>; GROUP_UNITS],
    /// For each hidden table's unit, one bit a port: the port asks a level store.
    pub ask: [Signal<Out, Bits<8>>; GROUP_UNITS],
    /// The columns of all ports, 4 bits each, port 0 lowest.
    pub columns: Signal<Out, Bits<32>>,
    /// The rows of all ports, 24 bits each.
    pub rows: Signal<Out, Bits<192>>,
    /// The values of all ports, 66 bits each.
    pub values: Signal<Out, Bits<528>>,
    /// One bit a port: the fold takes the value out.
    pub fold_out: Signal<Out, Bits<8>>,
    /// One bit a port: the question is about a group that exists.
    pub ask_group: Signal<Out, Bits<8>>,
    /// The entries, truths and open bits of all ports' questions, 12 bits each.
    pub ask_words: Signal<Out, Bits<96>>,
    ports: [ColumnPort; WRITE_PORTS],
    writes: Transpose<8, 6>,
    folds: Transpose<8, 2>,
    folds_of_levels: Transpose<8, 2>,
    questions: Transpose<8, 2>,
    all_columns: Join<8, 4, 32>,
    all_rows: Join<8, 24, 192>,
    all_values: Join<8, 66, 528>,
    outs: Join<8, 1, 8>,
    groups: Join<8, 1, 8>,
    words: Join<8, 12, 96>,
}

impl Logic for ColumnPorts {
    #[hdl_gen]
    fn update(&mut self) {
        for p in 0..8 {
            self.ports[p].clock.next = self.clock.val();
            self.ports[p].reset.next = self.reset.val();
            self.ports[p].live.next = self.live.val();
            self.ports[p].permit.next = self.permit.val();
            self.ports[p].effects.next = self.effects.val();
            self.ports[p].permit_effects.next = self.permit_effects.val();
            self.ports[p].address.next = self.address.val();
            self.ports[p].program_write.next = 0.into();
            if self.program_write.val().get_bit(2 * p) {
                self.ports[p].program_write.next = 1.into();
            }
            if self.program_write.val().get_bit(2 * p + 1) {
                self.ports[p].program_write.next = 2.into();
            }
            self.ports[p].program_address.next = self.program_address.val();
            self.ports[p].program_data.next = self.program_data.val();
            self.row_slot[p].next = self.ports[p].row_slot.val();
            self.ports[p].row_data.next = self.row_data[p].val();
            self.value_slot[p].next = self.ports[p].value_slot.val();
            self.ports[p].value_data.next = self.value_data[p].val();
            self.predicate[p].next = self.ports[p].predicate.val();
            self.ports[p].predicate_data.next = self.predicate_data[p].val();
            self.writes.from[p].next = self.ports[p].write.val();
            self.folds.from[p].next = self.ports[p].fold.val();
            self.folds_of_levels.from[p].next = self.ports[p].level.val();
            self.questions.from[p].next = self.ports[p].ask.val();
            self.all_columns.part[p].next = self.ports[p].column.val();
            self.all_rows.part[p].next = self.ports[p].row.val();
            self.all_values.part[p].next = self.ports[p].value.val();
            self.outs.part[p].next = self.ports[p].fold_out.val().into();
            self.groups.part[p].next = self.ports[p].ask_group.val().into();
            self.words.part[p].next = self.ports[p].ask_word.val();
        }
        for u in 0..6 {
            self.write[u].next = self.writes.to[u].val();
        }
        for u in 0..2 {
            self.fold[u].next = self.folds.to[u].val();
            self.level[u].next = self.folds_of_levels.to[u].val();
            self.ask[u].next = self.questions.to[u].val();
        }
        self.columns.next = self.all_columns.word.val();
        self.rows.next = self.all_rows.word.val();
        self.values.next = self.all_values.word.val();
        self.fold_out.next = self.outs.word.val();
        self.ask_group.next = self.groups.word.val();
        self.ask_words.next = self.words.word.val();
    }
}
