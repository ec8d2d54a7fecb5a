// SPDX-License-Identifier: Apache-2.0

//! The operand side of a table's columns: which row is fetched, and which of its columns go where.
//!
//! In the cycle of its words the row is read from its slot and the columns are addressed; in the
//! next their values stand, and with them, in registers here, where each goes. A row that is NULL
//! or an error has no values: its tag goes instead. Latency 2 to a slot, II 1, never stalls. The
//! words are `engine::microcode`'s; who reads them is `prim::result_buses`.

use crate::prim::memory::Memory;
use rust_hdl::prelude::*;

/// The port.
#[derive(LogicBlock, Default)]
pub struct FetchPort {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub live: Signal<In, Bit>,
    pub address: Signal<In, Bits<11>>,
    /// Which program memory is written.
    pub program_write: Signal<In, Bits<2>>,
    pub program_address: Signal<In, Bits<11>>,
    pub program_data: Signal<In, Bits<64>>,
    pub row_slot: Signal<Out, Bits<10>>,
    pub row_data: Signal<In, Bits<66>>,
    pub read: Signal<Out, Bit>,
    pub row: Signal<Out, Bits<24>>,
    pub fetched: Signal<Out, Bit>,
    pub fetched_tag: Signal<Out, Bits<2>>,
    pub fetched_first: Signal<Out, Bits<64>>,
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
        self.row_slot.next = self.first.read_data.val().get_bits::<10>(1);
        self.read.next = self.live.val() & self.first.read_data.val().get_bit(0);
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
