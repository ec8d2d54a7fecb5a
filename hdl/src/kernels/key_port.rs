// SPDX-License-Identifier: Apache-2.0

//! The operand side of the key index of a table: reads the values of an operation, packs its key,
//! and decides whether it takes place.
//!
//! ```text
//!  cycle                t                                             t + 1
//!  word, operands ─▶ slots a to d │ constants ─▶ fits? tag? ─▶ pack ──▶ │ key, row, operation,
//!                    row, predicate ──────────────────────────────────▶ │ tag
//! ```
//! A key column takes 16, 32 or 64 bits of the key, at a multiple of 16, depending on its type
//! (`engine::build`). A value that does not fit its column equals no key, and neither does NULL. II
//! 1; never stalls. The words are `engine::microcode::parts::{key, operands}`.
//!
//! A lookup that does not take place answers the worst error of key and predicate, or NULL if the
//! predicate is not true. Operations that change the index take place only while `permit` is high:
//! the message is accepted. Operations of the side of a reject take place only while `effects` is
//! high, and change the index only while `permit_effects` is high.

use crate::prim::memory::Memory;
use crate::word_parts::{KeyWord, OperandsWord};
use engine::microcode::KeyOperation;
use rust_hdl::prelude::*;

const _: () = assert!(
    KeyOperation::Lookup as u8 == 1
        && KeyOperation::Insert as u8 == 2
        && KeyOperation::Find as u8 == 3
);
const _: () = assert!(
    KeyOperation::Open as u8 == 4
        && KeyOperation::Delete as u8 == 5
        && KeyOperation::Close as u8 == 6
);

/// One column of a key: its bits at their place in the key.
#[derive(LogicBlock, Default)]
pub struct KeyColumn {
    /// The value of the column: tag and bits.
    pub value: Signal<In, Bits<66>>,
    /// 0 no column, 1 to 3: 16, 32, 64 bits.
    pub width: Signal<In, Bits<2>>,
    /// The first bit of the column in the key, in units of 16.
    pub offset: Signal<In, Bits<3>>,
    /// The bits of the column at their place in the key.
    pub part: Signal<Out, Bits<128>>,
    /// The value fits the width.
    pub fits: Signal<Out, Bit>,
    /// The tag of the value, 0 without a column.
    pub tag: Signal<Out, Bits<2>>,
    bits: Signal<Local, Bits<64>>,
    above_16: Signal<Local, Bits<49>>,
    above_32: Signal<Local, Bits<33>>,
    shift: Signal<Local, Bits<7>>,
}

impl Logic for KeyColumn {
    #[hdl_gen]
    fn update(&mut self) {
        self.above_16.next = self.value.val().get_bits::<49>(15);
        self.above_32.next = self.value.val().get_bits::<33>(31);
        self.shift.next = bit_cast::<7, 3>(self.offset.val()) << 4;
        self.fits.next = true;
        self.tag.next = self.value.val().get_bits::<2>(64);
        self.bits.next = self.value.val().get_bits::<64>(0);
        if self.width.val() == 0 {
            self.bits.next = 0.into();
            self.tag.next = 0.into();
        }
        if self.width.val() == 1 {
            self.bits.next = bit_cast::<64, 16>(self.value.val().get_bits::<16>(0));
            self.fits.next = !self.above_16.val().any() | self.above_16.val().all();
        }
        if self.width.val() == 2 {
            self.bits.next = bit_cast::<64, 32>(self.value.val().get_bits::<32>(0));
            self.fits.next = !self.above_32.val().any() | self.above_32.val().all();
        }
        self.part.next = bit_cast::<128, 64>(self.bits.val()) << self.shift.val();
    }
}

/// The key port.
#[derive(LogicBlock, Default)]
pub struct KeyPort {
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
    /// The program memory that is written: bit 0 operations, bit 1 operands, bits 2 to 5 constants
    /// a to d.
    pub program_write: Signal<In, Bits<6>>,
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
    /// The operation of the cycle before, 0 for none.
    pub operation: Signal<Out, Bits<3>>,
    /// That operation takes place.
    pub go: Signal<Out, Bit>,
    /// Its key.
    pub key: Signal<Out, Bits<128>>,
    /// Its row.
    pub row: Signal<Out, Bits<24>>,
    /// The slot of its answer.
    pub dst: Signal<Out, Bits<10>>,
    /// The tag that a lookup answers if it does not take place.
    pub tag: Signal<Out, Bits<2>>,
    operations: Memory<11>,
    operands: Memory<11>,
    constants: [Memory<11>; 4],
    columns: [KeyColumn; 4],
    word: Signal<Local, Bits<64>>,
    places: Signal<Local, Bits<64>>,
    enabled: Signal<Local, Bit>,
    may_change: Signal<Local, Bit>,
    wanted: Signal<Local, Bit>,
    worst: Signal<Local, Bits<2>>,
    key_there: Signal<Local, Bit>,
    row_there: Signal<Local, Bit>,
    operation_q: DFF<Bits<3>>,
    go_q: DFF<Bit>,
    key_q: DFF<Bits<128>>,
    row_q: DFF<Bits<24>>,
    dst_q: DFF<Bits<10>>,
    tag_q: DFF<Bits<2>>,
}

impl Logic for KeyPort {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, operation_q, go_q, key_q, row_q, dst_q, tag_q);
        self.operations.clock.next = self.clock.val();
        self.operations.read_address.next = self.address.val();
        self.operations.write.next = self.program_write.val().get_bit(0);
        self.operations.write_address.next = self.program_address.val();
        self.operations.write_data.next = self.program_data.val();
        self.operands.clock.next = self.clock.val();
        self.operands.read_address.next = self.address.val();
        self.operands.write.next = self.program_write.val().get_bit(1);
        self.operands.write_address.next = self.program_address.val();
        self.operands.write_data.next = self.program_data.val();
        for i in 0..4 {
            self.constants[i].clock.next = self.clock.val();
            self.constants[i].read_address.next = self.address.val();
            self.constants[i].write.next = self.program_write.val().get_bit(i + 2);
            self.constants[i].write_address.next = self.program_address.val();
            self.constants[i].write_data.next = self.program_data.val();
        }
        self.word.next = self.operations.read_data.val();
        self.places.next = self.operands.read_data.val();

        // Each operand is a slot or a constant.
        self.slot[0].next = self.places.val().get_value_a_slot();
        self.slot[1].next = self.places.val().get_value_b_slot();
        self.slot[2].next = self.places.val().get_value_c_slot();
        self.slot[3].next = self.places.val().get_value_d_slot();
        for i in 0..4 {
            self.columns[i].value.next = self.slot_data[i].val();
        }
        if self.places.val().get_value_a_constant() {
            self.columns[0].value.next = bit_cast::<66, 64>(self.constants[0].read_data.val())
                | (bit_cast::<66, 2>(self.places.val().get_value_a_tag()) << 64);
        }
        if self.places.val().get_value_b_constant() {
            self.columns[1].value.next = bit_cast::<66, 64>(self.constants[1].read_data.val())
                | (bit_cast::<66, 2>(self.places.val().get_value_b_tag()) << 64);
        }
        if self.places.val().get_value_c_constant() {
            self.columns[2].value.next = bit_cast::<66, 64>(self.constants[2].read_data.val())
                | (bit_cast::<66, 2>(self.places.val().get_value_c_tag()) << 64);
        }
        if self.places.val().get_value_d_constant() {
            self.columns[3].value.next = bit_cast::<66, 64>(self.constants[3].read_data.val())
                | (bit_cast::<66, 2>(self.places.val().get_value_d_tag()) << 64);
        }
        self.columns[0].width.next = self.word.val().get_value_a_width();
        self.columns[1].width.next = self.word.val().get_value_b_width();
        self.columns[2].width.next = self.word.val().get_value_c_width();
        self.columns[3].width.next = self.word.val().get_value_d_width();
        self.columns[0].offset.next = self.places.val().get_value_a_offset();
        self.columns[1].offset.next = self.places.val().get_value_b_offset();
        self.columns[2].offset.next = self.places.val().get_value_c_offset();
        self.columns[3].offset.next = self.places.val().get_value_d_offset();
        self.row_slot.next = self.word.val().get_value_row();
        self.predicate.next = self.word.val().get_value_predicate();

        // The truths 3 and 4 of the predicate are the tags 2 and 3 of a value; truth 2 is NULL.
        self.wanted.next = !self.word.val().get_value_guarded() | (self.predicate_data.val() == 1);
        self.worst.next = 0.into();
        if self.word.val().get_value_guarded() {
            if self.predicate_data.val() == 3 {
                self.worst.next = 2.into();
            }
            if self.predicate_data.val() == 4 {
                self.worst.next = 3.into();
            }
        }
        self.key_there.next = self.columns[0].fits.val()
            & self.columns[1].fits.val()
            & self.columns[2].fits.val()
            & self.columns[3].fits.val();
        for i in 0..4 {
            if self.columns[i].tag.val() > self.worst.val() {
                self.worst.next = self.columns[i].tag.val();
            }
            if self.columns[i].tag.val().any() {
                self.key_there.next = false;
            }
        }
        self.row_there.next = !self.row_data.val().get_bits::<2>(64).any();

        self.enabled.next = self.live.val();
        self.may_change.next = self.live.val() & self.permit.val();
        if self.word.val().get_value_gate() {
            self.enabled.next = self.live.val() & self.effects.val();
            self.may_change.next = self.live.val() & self.effects.val() & self.permit_effects.val();
        }
        self.operation_q.d.next = 0.into();
        if self.enabled.val() {
            self.operation_q.d.next = self.word.val().get_value_operation();
        }
        self.go_q.d.next = false;
        if self.word.val().get_value_operation() == 1 {
            self.go_q.d.next = self.enabled.val() & self.wanted.val() & self.key_there.val();
        }
        if self.word.val().get_value_operation() == 2 {
            self.go_q.d.next = self.may_change.val()
                & self.wanted.val()
                & self.key_there.val()
                & self.row_there.val();
        }
        if (self.word.val().get_value_operation() == 3)
            | (self.word.val().get_value_operation() == 4)
        {
            self.go_q.d.next = self.may_change.val() & self.wanted.val() & self.key_there.val();
        }
        if self.word.val().get_value_operation() > 4 {
            self.go_q.d.next = self.may_change.val() & self.wanted.val() & self.row_there.val();
        }
        self.tag_q.d.next = 1.into();
        if (self.word.val().get_value_operation() == 1) & (self.worst.val() > 1) {
            self.tag_q.d.next = self.worst.val();
        }
        if self.live.val() {
            self.key_q.d.next = self.columns[0].part.val()
                | self.columns[1].part.val()
                | self.columns[2].part.val()
                | self.columns[3].part.val();
            self.row_q.d.next = self.row_data.val().get_bits::<24>(0);
            self.dst_q.d.next = self.word.val().get_value_target();
        }
        if self.reset.val() {
            self.operation_q.d.next = 0.into();
            self.go_q.d.next = false;
        }
        self.operation.next = self.operation_q.q.val();
        self.go.next = self.go_q.q.val();
        self.key.next = self.key_q.q.val();
        self.row.next = self.row_q.q.val();
        self.dst.next = self.dst_q.q.val();
        self.tag.next = self.tag_q.q.val();
    }
}
