// SPDX-License-Identifier: Apache-2.0

//! A rule lane with its program memories, its registers, and its output to a result bus.
//!
//! ```text
//!  program memories ──▶ x, y: slot │ own register │ constant ──▶ lane ──┬─▶ own register
//!                                                                 ▲     ├─▶ │ bus ──▶ slot
//!                   ──▶ predicate ────────────────────────────────┘     └─▶ predicate, entry
//! ```
//! In the cycle of a word, the operands are read and the lane is issued. A result for a slot passes
//! one more register than a result for the lane itself (`PUBLISH_CYCLES`), since the bus crosses
//! the die. II 1, never stalls.
//!
//! The word is `engine::microcode::parts::lane`.

use super::lane::Lane;
use crate::prim::banked_file::BankedFile;
use crate::prim::memory::Memory;
use crate::word_parts::LaneWord;
use rust_hdl::prelude::*;

/// A lane with its program memories and registers.
#[derive(LogicBlock, Default)]
pub struct LaneUnit {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// The program memory that is written: bit 0 operations, bits 1 to 3 constants x, constants y,
    /// upper bounds.
    pub program_write: Signal<In, Bits<4>>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// The slot of operand x.
    pub x_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub x_slot_data: Signal<In, Bits<66>>,
    /// The slot of operand y.
    pub y_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub y_slot_data: Signal<In, Bits<66>>,
    /// The address of the predicate in the predicate files.
    pub predicate: Signal<Out, Bits<11>>,
    /// The truth of that predicate.
    pub predicate_data: Signal<In, Bits<3>>,
    /// A result is on the bus in this cycle.
    pub bus_valid: Signal<Out, Bit>,
    /// The slot of that result.
    pub bus_slot: Signal<Out, Bits<10>>,
    /// The result: tag and bits.
    pub bus_data: Signal<Out, Bits<66>>,
    /// `truth` goes to a predicate in this cycle.
    pub predicate_valid: Signal<Out, Bit>,
    /// `truth` goes to an entry in this cycle.
    pub entry_valid: Signal<Out, Bit>,
    /// The address of the predicate, or the number of the entry.
    pub truth_address: Signal<Out, Bits<10>>,
    /// The truth that goes to the predicate or entry.
    pub truth: Signal<Out, Bits<3>>,
    operations: Memory<11>,
    constants_x: Memory<11>,
    constants_y: Memory<11>,
    bounds: Memory<11>,
    registers: BankedFile<1, 2, 6, 66>,
    lane: Lane,
    word: Signal<Local, Bits<64>>,
    value_data: Signal<Local, Bits<66>>,
    published: DFF<Bit>,
    published_slot: DFF<Bits<10>>,
    published_data: DFF<Bits<66>>,
}

impl Logic for LaneUnit {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, published, published_slot, published_data);
        self.operations.clock.next = self.clock.val();
        self.operations.read_address.next = self.address.val();
        self.operations.write.next = self.program_write.val().get_bit(0);
        self.operations.write_address.next = self.program_address.val();
        self.operations.write_data.next = self.program_data.val();
        self.constants_x.clock.next = self.clock.val();
        self.constants_x.read_address.next = self.address.val();
        self.constants_x.write.next = self.program_write.val().get_bit(1);
        self.constants_x.write_address.next = self.program_address.val();
        self.constants_x.write_data.next = self.program_data.val();
        self.constants_y.clock.next = self.clock.val();
        self.constants_y.read_address.next = self.address.val();
        self.constants_y.write.next = self.program_write.val().get_bit(2);
        self.constants_y.write_address.next = self.program_address.val();
        self.constants_y.write_data.next = self.program_data.val();
        self.bounds.clock.next = self.clock.val();
        self.bounds.read_address.next = self.address.val();
        self.bounds.write.next = self.program_write.val().get_bit(3);
        self.bounds.write_address.next = self.program_address.val();
        self.bounds.write_data.next = self.program_data.val();

        self.word.next = self.operations.read_data.val();
        self.x_slot.next = self.word.val().get_value_x_slot();
        self.y_slot.next = self.word.val().get_value_y_slot();
        self.predicate.next = self.word.val().get_value_predicate();
        self.registers.clock.next = self.clock.val();
        self.registers.read_address[0].next = self.word.val().get_value_x_local();
        self.registers.read_address[1].next = self.word.val().get_value_y_local();

        self.lane.clock.next = self.clock.val();
        self.lane.reset.next = self.reset.val();
        self.lane.issue.next = self.live.val() & self.word.val().get_value_issues();
        self.lane.opcode.next = self.word.val().get_value_opcode();
        self.lane.width.next = self.word.val().get_value_width();
        self.lane.dst.next = self.word.val().get_value_target();
        self.lane.predicate.next = self.predicate_data.val();
        self.lane.guarded.next = self.word.val().get_value_guarded();
        self.lane.x_bits.next = self.constants_x.read_data.val();
        self.lane.x_tag.next = self.word.val().get_value_x_tag();
        if self.word.val().get_value_x_space() == 0 {
            self.lane.x_bits.next = self.x_slot_data.val().get_bits::<64>(0);
            self.lane.x_tag.next = self.x_slot_data.val().get_bits::<2>(64);
        }
        if self.word.val().get_value_x_space() == 1 {
            self.lane.x_bits.next = self.registers.read_data[0].val().get_bits::<64>(0);
            self.lane.x_tag.next = self.registers.read_data[0].val().get_bits::<2>(64);
        }
        self.lane.y_bits.next = self.constants_y.read_data.val();
        self.lane.y_tag.next = self.word.val().get_value_y_tag();
        if self.word.val().get_value_y_space() == 0 {
            self.lane.y_bits.next = self.y_slot_data.val().get_bits::<64>(0);
            self.lane.y_tag.next = self.y_slot_data.val().get_bits::<2>(64);
        }
        if self.word.val().get_value_y_space() == 1 {
            self.lane.y_bits.next = self.registers.read_data[1].val().get_bits::<64>(0);
            self.lane.y_tag.next = self.registers.read_data[1].val().get_bits::<2>(64);
        }
        self.lane.low.next = self.constants_y.read_data.val();
        self.lane.high.next = self.bounds.read_data.val();

        self.value_data.next = bit_cast::<66, 64>(self.lane.value_bits.val())
            | (bit_cast::<66, 2>(self.lane.value_tag.val()) << 64);
        self.registers.write[0].next =
            self.lane.value_valid.val() & (self.lane.value_dst.val().get_bits::<2>(0) == 1);
        self.registers.write_address[0].next = self.lane.value_dst.val().get_bits::<6>(2);
        self.registers.write_data[0].next = self.value_data.val();
        self.published.d.next = false;
        if self.lane.value_valid.val() & (self.lane.value_dst.val().get_bits::<2>(0) == 0) {
            self.published.d.next = true;
            self.published_slot.d.next = self.lane.value_dst.val().get_bits::<10>(2);
            self.published_data.d.next = self.value_data.val();
        }
        self.bus_valid.next = self.published.q.val();
        self.bus_slot.next = self.published_slot.q.val();
        self.bus_data.next = self.published_data.q.val();

        self.predicate_valid.next =
            self.lane.truth_valid.val() & (self.lane.truth_dst.val().get_bits::<2>(0) == 2);
        self.entry_valid.next =
            self.lane.truth_valid.val() & (self.lane.truth_dst.val().get_bits::<2>(0) == 3);
        self.truth_address.next = self.lane.truth_dst.val().get_bits::<10>(2);
        self.truth.next = self.lane.truth.val();
        if self.reset.val() {
            self.published.d.next = false;
        }
    }
}
