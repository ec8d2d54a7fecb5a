// SPDX-License-Identifier: Apache-2.0

//! The divider with its program memories: operands from slots or constants, the result to a slot.
//!
//! In the cycle of a word, the operands are read and the divider is issued. The result goes
//! directly to its bus. The latency is that of the divider; II 1, never stalls. The word is
//! `engine::microcode::parts::divider`.

use super::divider::Divider;
use crate::prim::memory::Memory;
use crate::word_parts::DividerWord;
use rust_hdl::prelude::*;

/// The divider with its program memories.
#[derive(LogicBlock, Default)]
pub struct DividerUnit {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// The program memory that is written: bit 0 operations, bits 1 to 3 constants a, b, c.
    pub program_write: Signal<In, Bits<4>>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// The slot of operand a.
    pub a_slot: Signal<Out, Bits<10>>,
    /// The slot of operand b.
    pub b_slot: Signal<Out, Bits<10>>,
    /// The slot of operand c.
    pub c_slot: Signal<Out, Bits<10>>,
    /// The content of slot a: tag and bits.
    pub a_slot_data: Signal<In, Bits<66>>,
    /// The content of slot b: tag and bits.
    pub b_slot_data: Signal<In, Bits<66>>,
    /// The content of slot c: tag and bits.
    pub c_slot_data: Signal<In, Bits<66>>,
    /// A result is on the bus in this cycle.
    pub bus_valid: Signal<Out, Bit>,
    /// The slot of that result.
    pub bus_slot: Signal<Out, Bits<10>>,
    /// The result: tag and bits.
    pub bus_data: Signal<Out, Bits<66>>,
    operations: Memory<11>,
    constants_a: Memory<11>,
    constants_b: Memory<11>,
    constants_c: Memory<11>,
    divider: Divider,
    word: Signal<Local, Bits<64>>,
}

impl Logic for DividerUnit {
    #[hdl_gen]
    fn update(&mut self) {
        self.operations.clock.next = self.clock.val();
        self.operations.read_address.next = self.address.val();
        self.operations.write.next = self.program_write.val().get_bit(0);
        self.operations.write_address.next = self.program_address.val();
        self.operations.write_data.next = self.program_data.val();
        self.constants_a.clock.next = self.clock.val();
        self.constants_a.read_address.next = self.address.val();
        self.constants_a.write.next = self.program_write.val().get_bit(1);
        self.constants_a.write_address.next = self.program_address.val();
        self.constants_a.write_data.next = self.program_data.val();
        self.constants_b.clock.next = self.clock.val();
        self.constants_b.read_address.next = self.address.val();
        self.constants_b.write.next = self.program_write.val().get_bit(2);
        self.constants_b.write_address.next = self.program_address.val();
        self.constants_b.write_data.next = self.program_data.val();
        self.constants_c.clock.next = self.clock.val();
        self.constants_c.read_address.next = self.address.val();
        self.constants_c.write.next = self.program_write.val().get_bit(3);
        self.constants_c.write_address.next = self.program_address.val();
        self.constants_c.write_data.next = self.program_data.val();

        self.word.next = self.operations.read_data.val();
        self.a_slot.next = self.word.val().get_value_a_slot();
        self.b_slot.next = self.word.val().get_value_b_slot();
        self.c_slot.next = self.word.val().get_value_c_slot();
        self.divider.clock.next = self.clock.val();
        self.divider.reset.next = self.reset.val();
        self.divider.issue.next = self.live.val() & self.word.val().get_value_issues();
        self.divider.operation.next = self.word.val().get_value_operation();
        self.divider.width.next = self.word.val().get_value_width();
        self.divider.dst.next = bit_cast::<13, 10>(self.word.val().get_value_target());
        self.divider.a_bits.next = self.a_slot_data.val().get_bits::<64>(0);
        self.divider.a_tag.next = self.a_slot_data.val().get_bits::<2>(64);
        if self.word.val().get_value_a_constant() {
            self.divider.a_bits.next = self.constants_a.read_data.val();
            self.divider.a_tag.next = self.word.val().get_value_a_tag();
        }
        self.divider.b_bits.next = self.b_slot_data.val().get_bits::<64>(0);
        self.divider.b_tag.next = self.b_slot_data.val().get_bits::<2>(64);
        if self.word.val().get_value_b_constant() {
            self.divider.b_bits.next = self.constants_b.read_data.val();
            self.divider.b_tag.next = self.word.val().get_value_b_tag();
        }
        self.divider.c_bits.next = self.c_slot_data.val().get_bits::<64>(0);
        self.divider.c_tag.next = self.c_slot_data.val().get_bits::<2>(64);
        if self.word.val().get_value_c_constant() {
            self.divider.c_bits.next = self.constants_c.read_data.val();
            self.divider.c_tag.next = self.word.val().get_value_c_tag();
        }
        self.bus_valid.next = self.divider.valid.val();
        self.bus_slot.next = self.divider.target.val().get_bits::<10>(0);
        self.bus_data.next = bit_cast::<66, 64>(self.divider.bits.val())
            | (bit_cast::<66, 2>(self.divider.tag.val()) << 64);
    }
}
