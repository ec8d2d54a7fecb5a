// SPDX-License-Identifier: Apache-2.0

//! A key index with its operand port and the program of its allocator: the common part of declared
//! and hidden tables.
//!
//! A reserve reads its predicate in the cycle of its word and is answered in the next: latency 2.
//! Its word is `engine::microcode::parts::reserve`.

use super::key_index::KeyIndex;
use super::key_port::KeyPort;
use crate::prim::memory::Memory;
use crate::word_parts::ReserveWord;
use rust_hdl::prelude::*;

/// The common part of table and group units.
#[derive(LogicBlock, Default)]
pub struct KeyUnit {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Empties everything; held high while `clear_address` counts through all addresses.
    pub clear: Signal<In, Bit>,
    /// The address that `clear` empties in this cycle.
    pub clear_address: Signal<In, Bits<24>>,
    /// The number of rows that the table may have, at most the depth.
    pub rows_max: Signal<In, Bits<25>>,
    /// The table is hidden: its rows are groups.
    pub is_hidden: Signal<In, Bit>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The message under way is accepted: changes are allowed.
    pub permit: Signal<In, Bit>,
    /// The effects of a reject are under way: operations of that side take place.
    pub effects: Signal<In, Bit>,
    /// They are settled: its changes are allowed.
    pub permit_effects: Signal<In, Bit>,
    /// The message under way is decided, or its effects are settled.
    pub finish: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// The program memory that is written: bits 0 to 5 those of the key port, bit 6 reserves.
    pub program_write: Signal<In, Bits<7>>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// The slots of the key's columns.
    pub slot: [Signal<Out, Bits<10>>; 4],
    /// The contents of those slots: tag and bits.
    pub slot_data: [Signal<In, Bits<66>>; 4],
    /// The slot of the row.
    pub row_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub row_data: Signal<In, Bits<66>>,
    /// The address of the predicate in the predicate files.
    pub predicate: Signal<Out, Bits<11>>,
    /// The truth of that predicate.
    pub predicate_data: Signal<In, Bits<3>>,
    /// The address of the predicate of a reserve.
    pub reserve_predicate: Signal<Out, Bits<11>>,
    /// The truth of that predicate.
    pub reserve_predicate_data: Signal<In, Bits<3>>,
    /// A key operation answers in this cycle.
    pub answer: Signal<Out, Bit>,
    /// The slot that the answer goes to.
    pub answer_slot: Signal<Out, Bits<10>>,
    /// The answer: a row, or a tag.
    pub answer_data: Signal<Out, Bits<66>>,
    /// A reserve answers in this cycle.
    pub reserved: Signal<Out, Bit>,
    /// The slot that the reserved row goes to.
    pub reserved_slot: Signal<Out, Bits<10>>,
    /// The reserved row, or a tag.
    pub reserved_data: Signal<Out, Bits<66>>,
    /// The entry that the outcome of the reserve goes to.
    pub reserved_entry: Signal<Out, Bits<8>>,
    /// The outcome of the reserve: true unless there is no free row.
    pub reserved_truth: Signal<Out, Bits<3>>,
    /// The number of members of `row` is read in this cycle.
    pub member_read: Signal<Out, Bit>,
    /// The group whose members are read.
    pub member_row: Signal<Out, Bits<24>>,
    /// In the cycle after `member_read`: the group has one member left.
    pub last_member: Signal<In, Bit>,
    /// A member leaves a group, or a row its table.
    pub closing: Signal<Out, Bit>,
    /// The group or row of `closing`.
    pub closing_row: Signal<Out, Bits<24>>,
    /// A member enters a group.
    pub opened: Signal<Out, Bit>,
    /// The group of `opened`.
    pub opened_row: Signal<Out, Bits<24>>,
    /// The number of rows in use.
    pub rows: Signal<Out, Bits<25>>,
    /// A structure could not take what was accepted; stays high until `clear`.
    pub fault: Signal<Out, Bit>,
    /// Reads the bucket at `scan_address`; only while nothing runs.
    pub scan: Signal<In, Bit>,
    /// The bucket, or the row, that is read back.
    pub scan_address: Signal<In, Bits<24>>,
    /// The slot of the bucket, available in the cycle after `scan`.
    pub scan_slot: Signal<In, Bits<4>>,
    /// The slot holds something.
    pub scan_taken: Signal<Out, Bit>,
    /// The key in the slot.
    pub scan_key: Signal<Out, Bits<128>>,
    /// The row of the key.
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
        self.port.effects.next = self.effects.val();
        self.port.permit_effects.next = self.permit_effects.val();
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
        self.index.accept.next = self.permit.val() | self.permit_effects.val();
        self.rows.next = self.index.rows.val();
        self.fault.next = self.index.fault.val();
        self.index.scan.next = self.scan.val();
        self.index.scan_address.next = self.scan_address.val();
        self.index.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.index.scan_taken.val();
        self.scan_key.next = self.index.scan_key.val();
        self.scan_row.next = self.index.scan_row.val();

        // A reserve reads its predicate in this cycle and gets its row in the next.
        self.reserves.clock.next = self.clock.val();
        self.reserves.read_address.next = self.address.val();
        self.reserves.write.next = self.program_write.val().get_bit(6);
        self.reserves.write_address.next = self.program_address.val();
        self.reserves.write_data.next = self.program_data.val();
        self.word.next = self.reserves.read_data.val();
        self.reserve_predicate.next = self.word.val().get_value_predicate();
        self.truth.next = 1.into();
        if self.word.val().get_value_guarded() {
            self.truth.next = self.reserve_predicate_data.val();
        }
        self.index.reserve.next = self.live.val()
            & self.word.val().get_value_issues()
            & (!self.word.val().get_value_gate() | self.effects.val())
            & !self.reset.val();
        self.index.wanted.next = self.truth.val() == 1;
        self.reserved_q.d.next = self.index.reserve.val();
        self.slot_q.d.next = self.word.val().get_value_target();
        self.entry_q.d.next = self.word.val().get_value_entry();
        self.truth_q.d.next = self.truth.val();
        self.reserved.next = self.reserved_q.q.val();
        self.reserved_slot.next = self.slot_q.q.val();
        self.reserved_entry.next = self.entry_q.q.val();
        // The result is NULL if there is no row or the reserve is not wanted. An error of the
        // predicate is the result.
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
