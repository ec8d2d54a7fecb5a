// SPDX-License-Identifier: Apache-2.0

//! The divider with its program memories: operands from slots or constants, the result to a slot.
//!
//! In the cycle in which a word stands, operands are read and the divider is issued; its result
//! goes straight to its bus. Latency is the divider's, II 1, never stalls. The word is
//! `engine::microcode`'s.

use super::divider::Divider;
use crate::prim::memory::Memory;
use rust_hdl::prelude::*;

/// The unit.
#[derive(LogicBlock, Default)]
pub struct DividerUnit {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub live: Signal<In, Bit>,
    pub address: Signal<In, Bits<11>>,
    /// Which program memory is written: operations, a, b, c.
    pub program_write: Signal<In, Bits<4>>,
    pub program_address: Signal<In, Bits<11>>,
    pub program_data: Signal<In, Bits<64>>,
    pub a_slot: Signal<Out, Bits<10>>,
    pub b_slot: Signal<Out, Bits<10>>,
    pub c_slot: Signal<Out, Bits<10>>,
    pub a_slot_data: Signal<In, Bits<66>>,
    pub b_slot_data: Signal<In, Bits<66>>,
    pub c_slot_data: Signal<In, Bits<66>>,
    pub bus_valid: Signal<Out, Bit>,
    pub bus_slot: Signal<Out, Bits<10>>,
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
        self.a_slot.next = self.word.val().get_bits::<10>(15);
        self.b_slot.next = self.word.val().get_bits::<10>(26);
        self.c_slot.next = self.word.val().get_bits::<10>(37);
        self.divider.clock.next = self.clock.val();
        self.divider.reset.next = self.reset.val();
        self.divider.issue.next = self.live.val() & self.word.val().get_bit(2);
        self.divider.operation.next = self.word.val().get_bits::<2>(0);
        self.divider.width.next = self.word.val().get_bits::<2>(3);
        self.divider.dst.next = bit_cast::<13, 10>(self.word.val().get_bits::<10>(5));
        self.divider.a_bits.next = self.a_slot_data.val().get_bits::<64>(0);
        self.divider.a_tag.next = self.a_slot_data.val().get_bits::<2>(64);
        if self.word.val().get_bit(25) {
            self.divider.a_bits.next = self.constants_a.read_data.val();
            self.divider.a_tag.next = self.word.val().get_bits::<2>(48);
        }
        self.divider.b_bits.next = self.b_slot_data.val().get_bits::<64>(0);
        self.divider.b_tag.next = self.b_slot_data.val().get_bits::<2>(64);
        if self.word.val().get_bit(36) {
            self.divider.b_bits.next = self.constants_b.read_data.val();
            self.divider.b_tag.next = self.word.val().get_bits::<2>(50);
        }
        self.divider.c_bits.next = self.c_slot_data.val().get_bits::<64>(0);
        self.divider.c_tag.next = self.c_slot_data.val().get_bits::<2>(64);
        if self.word.val().get_bit(47) {
            self.divider.c_bits.next = self.constants_c.read_data.val();
            self.divider.c_tag.next = self.word.val().get_bits::<2>(52);
        }
        self.bus_valid.next = self.divider.valid.val();
        self.bus_slot.next = self.divider.target.val().get_bits::<10>(0);
        self.bus_data.next = bit_cast::<66, 64>(self.divider.bits.val())
            | (bit_cast::<66, 2>(self.divider.tag.val()) << 64);
    }
}
