// SPDX-License-Identifier: Apache-2.0

//! A key index with its operand port and the program of its allocator: what tables of rows and of
//! groups have in common.
//!
//! A reserve reads its predicate in the cycle of its word and is answered in the next: latency 2.
//! Its word:
//!
//! ```text
//!   30     23   22    21        11 10     1    0
//!  +---------+-------+------------+--------+-------+
//!  |  entry  |guarded| predicate  |  dst   | issues|
//!  +---------+-------+------------+--------+-------+
//! ```

use super::key_index::KeyIndex;
use super::key_port::KeyPort;
use crate::prim::memory::Memory;
use rust_hdl::prelude::*;

/// The unit.
#[derive(LogicBlock, Default)]
pub struct KeyUnit {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub clear: Signal<In, Bit>,
    pub clear_address: Signal<In, Bits<24>>,
    pub rows_max: Signal<In, Bits<25>>,
    pub is_hidden: Signal<In, Bit>,
    pub live: Signal<In, Bit>,
    pub permit: Signal<In, Bit>,
    pub finish: Signal<In, Bit>,
    pub address: Signal<In, Bits<11>>,
    /// Which program memory is written: the key port's six, the reserves.
    pub program_write: Signal<In, Bits<7>>,
    pub program_address: Signal<In, Bits<11>>,
    pub program_data: Signal<In, Bits<64>>,
    pub slot: [Signal<Out, Bits<10>>; 4],
    pub slot_data: [Signal<In, Bits<66>>; 4],
    pub row_slot: Signal<Out, Bits<10>>,
    pub row_data: Signal<In, Bits<66>>,
    pub predicate: Signal<Out, Bits<11>>,
    pub predicate_data: Signal<In, Bits<3>>,
    pub reserve_predicate: Signal<Out, Bits<11>>,
    pub reserve_predicate_data: Signal<In, Bits<3>>,
    pub answer: Signal<Out, Bit>,
    pub answer_slot: Signal<Out, Bits<10>>,
    pub answer_data: Signal<Out, Bits<66>>,
    pub reserved: Signal<Out, Bit>,
    pub reserved_slot: Signal<Out, Bits<10>>,
    pub reserved_data: Signal<Out, Bits<66>>,
    pub reserved_entry: Signal<Out, Bits<8>>,
    pub reserved_truth: Signal<Out, Bits<3>>,
    pub member_read: Signal<Out, Bit>,
    pub member_row: Signal<Out, Bits<24>>,
    pub last_member: Signal<In, Bit>,
    pub closing: Signal<Out, Bit>,
    pub closing_row: Signal<Out, Bits<24>>,
    pub opened: Signal<Out, Bit>,
    pub opened_row: Signal<Out, Bits<24>>,
    pub rows: Signal<Out, Bits<25>>,
    pub fault: Signal<Out, Bit>,
    pub scan: Signal<In, Bit>,
    pub scan_address: Signal<In, Bits<24>>,
    pub scan_slot: Signal<In, Bits<4>>,
    pub scan_taken: Signal<Out, Bit>,
    pub scan_key: Signal<Out, Bits<128>>,
    pub scan_row: Signal<Out, Bits<24>>,
    port: KeyPort,
    index: KeyIndex,
    reserves: Memory<11>,
    word: Signal<Local, Bits<64>>,
    truth: Signal<Local, Bits<3>>,
    reserved_q: DFF<Bit>,
    slot_q: DFF<Bits<10>>,
    entry_q: DFF<Bits<8>>,
    truth_q: DFF<Bits<3>>,
}

impl KeyUnit {
    /// The unit of a table of 2^`row_bits` rows.
    pub fn new(row_bits: usize) -> KeyUnit {
        KeyUnit { index: KeyIndex::new(row_bits), ..KeyUnit::default() }
    }
}

impl Logic for KeyUnit {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, reserved_q, slot_q, entry_q, truth_q);
        self.port.clock.next = self.clock.val();
        self.port.reset.next = self.reset.val();
        self.port.live.next = self.live.val();
        self.port.permit.next = self.permit.val();
        self.port.address.next = self.address.val();
        self.port.program_write.next = self.program_write.val().get_bits::<6>(0);
        self.port.program_address.next = self.program_address.val();
        self.port.program_data.next = self.program_data.val();
        for i in 0..4 {
            self.slot[i].next = self.port.slot[i].val();
            self.port.slot_data[i].next = self.slot_data[i].val();
        }
        self.row_slot.next = self.port.row_slot.val();
        self.port.row_data.next = self.row_data.val();
        self.predicate.next = self.port.predicate.val();
        self.port.predicate_data.next = self.predicate_data.val();

        self.index.clock.next = self.clock.val();
        self.index.reset.next = self.reset.val();
        self.index.clear.next = self.clear.val();
        self.index.clear_address.next = self.clear_address.val();
        self.index.rows_max.next = self.rows_max.val();
        self.index.is_hidden.next = self.is_hidden.val();
        self.index.operation.next = self.port.operation.val();
        self.index.go.next = self.port.go.val();
        self.index.key.next = self.port.key.val();
        self.index.row.next = self.port.row.val();
        self.index.dst.next = self.port.dst.val();
        self.index.tag.next = self.port.tag.val();
        self.answer.next = self.index.answer.val();
        self.answer_slot.next = self.index.answer_slot.val();
        self.answer_data.next = self.index.answer_data.val();
        self.member_read.next = self.index.member_read.val();
        self.member_row.next = self.port.row.val();
        self.index.last_member.next = self.last_member.val();
        self.closing.next = self.index.closing.val();
        self.closing_row.next = self.index.closing_row.val();
        self.opened.next = self.index.opened.val();
        self.opened_row.next = self.index.opened_row.val();
        self.index.finish.next = self.finish.val();
        self.index.accept.next = self.permit.val();
        self.rows.next = self.index.rows.val();
        self.fault.next = self.index.fault.val();
        self.index.scan.next = self.scan.val();
        self.index.scan_address.next = self.scan_address.val();
        self.index.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.index.scan_taken.val();
        self.scan_key.next = self.index.scan_key.val();
        self.scan_row.next = self.index.scan_row.val();

        // A reserve: its predicate now, its row in the next cycle.
        self.reserves.clock.next = self.clock.val();
        self.reserves.read_address.next = self.address.val();
        self.reserves.write.next = self.program_write.val().get_bit(6);
        self.reserves.write_address.next = self.program_address.val();
        self.reserves.write_data.next = self.program_data.val();
        self.word.next = self.reserves.read_data.val();
        self.reserve_predicate.next = self.word.val().get_bits::<11>(11);
        self.truth.next = 1.into();
        if self.word.val().get_bit(22) {
            self.truth.next = self.reserve_predicate_data.val();
        }
        self.index.reserve.next = self.live.val() & self.word.val().get_bit(0);
        self.index.wanted.next = self.truth.val() == 1;
        self.reserved_q.d.next = self.index.reserve.val() & !self.reset.val();
        self.slot_q.d.next = self.word.val().get_bits::<10>(1);
        self.entry_q.d.next = self.word.val().get_bits::<8>(23);
        self.truth_q.d.next = self.truth.val();
        self.reserved.next = self.reserved_q.q.val();
        self.reserved_slot.next = self.slot_q.q.val();
        self.reserved_entry.next = self.entry_q.q.val();
        // Without a row it is NULL, and so is one that is not wanted; an error of the predicate
        // stays it.
        self.reserved_data.next = bit_cast::<66, 2>(1.into()) << 64;
        self.reserved_truth.next = 1.into();
        if self.truth_q.q.val() == 1 {
            if self.index.reserved_found.val() {
                self.reserved_data.next = bit_cast::<66, 24>(self.index.reserved_row.val());
            }
            if !self.index.reserved_ok.val() {
                self.reserved_truth.next = 0.into();
            }
        }
        if self.truth_q.q.val() == 3 {
            self.reserved_data.next = bit_cast::<66, 2>(2.into()) << 64;
            self.reserved_truth.next = 3.into();
        }
        if self.truth_q.q.val() == 4 {
            self.reserved_data.next = bit_cast::<66, 2>(3.into()) << 64;
            self.reserved_truth.next = 4.into();
        }
    }
}
