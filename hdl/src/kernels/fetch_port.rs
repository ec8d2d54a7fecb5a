// SPDX-License-Identifier: Apache-2.0

//! The operand side of the columns of a table: which row is fetched, and where its columns go.
//!
//! In the cycle of its words, the row is read from its slot and the columns are addressed. In the
//! next cycle the values are available, together with their slots from registers here. A row that
//! is NULL or an error has no values; its tag is the result instead. Latency 2 to a slot, II 1,
//! never stalls. The words are `engine::microcode::parts::fetch`; `prim::result_buses` reads them
//! too.

use crate::prim::memory::Memory;
use crate::word_parts::FetchWord;
use rust_hdl::prelude::*;

/// The fetch port.
#[derive(LogicBlock, Default)]
pub struct FetchPort {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The effects of a reject are under way: fetches of that side take place.
    pub effects: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// The program memory that is written: bit 0 first words, bit 1 second words.
    pub program_write: Signal<In, Bits<2>>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// The slot of the row that is fetched.
    pub row_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub row_data: Signal<In, Bits<66>>,
    /// The columns of `row` are read in this cycle.
    pub read: Signal<Out, Bit>,
    /// The row that is read.
    pub row: Signal<Out, Bits<24>>,
    /// The columns of a row are valid in this cycle.
    pub fetched: Signal<Out, Bit>,
    /// The tag of the row; if it is not 0, it replaces all columns.
    pub fetched_tag: Signal<Out, Bits<2>>,
    /// The first word of the fetch, delayed to the values.
    pub fetched_first: Signal<Out, Bits<64>>,
    /// The second word of the fetch, delayed to the values.
    pub fetched_second: Signal<Out, Bits<64>>,
    first: Memory<11>,
    second: Memory<11>,
    fetched_q: DFF<Bit>,
    tag_q: DFF<Bits<2>>,
    first_q: DFF<Bits<64>>,
    second_q: DFF<Bits<64>>,
}

impl Logic for FetchPort {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, fetched_q, tag_q, first_q, second_q);
        self.first.clock.next = self.clock.val();
        self.first.read_address.next = self.address.val();
        self.first.write.next = self.program_write.val().get_bit(0);
        self.first.write_address.next = self.program_address.val();
        self.first.write_data.next = self.program_data.val();
        self.second.clock.next = self.clock.val();
        self.second.read_address.next = self.address.val();
        self.second.write.next = self.program_write.val().get_bit(1);
        self.second.write_address.next = self.program_address.val();
        self.second.write_data.next = self.program_data.val();
        self.row_slot.next = self.first.read_data.val().get_value_row();
        self.read.next = self.live.val()
            & self.first.read_data.val().get_value_issues()
            & (!self.first.read_data.val().get_value_gate() | self.effects.val());
        self.row.next = self.row_data.val().get_bits::<24>(0);
        self.fetched_q.d.next = self.read.val() & !self.reset.val();
        self.tag_q.d.next = self.row_data.val().get_bits::<2>(64);
        self.first_q.d.next = self.first.read_data.val();
        self.second_q.d.next = self.second.read_data.val();
        self.fetched.next = self.fetched_q.q.val();
        self.fetched_tag.next = self.tag_q.q.val();
        self.fetched_first.next = self.first_q.q.val();
        self.fetched_second.next = self.second_q.q.val();
    }
}
