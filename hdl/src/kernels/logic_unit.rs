// SPDX-License-Identifier: Apache-2.0

//! A logic unit with its program memory: reads up to four predicates, combines them, writes a
//! predicate or an entry.
//!
//! All of it happens in the cycle in which the word stands: the predicate files read without a
//! clock and write at its end. Latency 1, II 1, never stalls. The word is `engine::microcode`'s,
//! the combination `chain`'s.

use super::chain::Chain;
use crate::prim::memory::Memory;
use rust_hdl::prelude::*;

/// The unit.
#[derive(LogicBlock, Default)]
pub struct LogicUnit {
    pub clock: Signal<In, Clock>,
    /// The word in the program memory is to be executed.
    pub live: Signal<In, Bit>,
    pub address: Signal<In, Bits<11>>,
    pub program_write: Signal<In, Bit>,
    pub program_address: Signal<In, Bits<11>>,
    pub program_data: Signal<In, Bits<64>>,
    pub a: Signal<Out, Bits<11>>,
    pub b: Signal<Out, Bits<11>>,
    pub c: Signal<Out, Bits<11>>,
    pub d: Signal<Out, Bits<11>>,
    pub a_data: Signal<In, Bits<3>>,
    pub b_data: Signal<In, Bits<3>>,
    pub c_data: Signal<In, Bits<3>>,
    pub d_data: Signal<In, Bits<3>>,
    pub predicate_valid: Signal<Out, Bit>,
    /// Address of the predicate in the file; the low bits, which name the unit's bank, are zero.
    pub predicate_address: Signal<Out, Bits<9>>,
    pub entry_valid: Signal<Out, Bit>,
    pub entry: Signal<Out, Bits<8>>,
    pub truth: Signal<Out, Bits<3>>,
    operations: Memory<11>,
    chain: Chain,
    word: Signal<Local, Bits<64>>,
}

impl Logic for LogicUnit {
    #[hdl_gen]
    fn update(&mut self) {
        self.operations.clock.next = self.clock.val();
        self.operations.read_address.next = self.address.val();
        self.operations.write.next = self.program_write.val();
        self.operations.write_address.next = self.program_address.val();
        self.operations.write_data.next = self.program_data.val();
        self.word.next = self.operations.read_data.val();
        self.a.next = self.word.val().get_bits::<11>(0);
        self.b.next = self.word.val().get_bits::<11>(11);
        self.c.next = self.word.val().get_bits::<11>(22);
        self.d.next = self.word.val().get_bits::<11>(33);
        self.chain.a.next = self.a_data.val();
        self.chain.b.next = self.b_data.val();
        self.chain.c.next = self.c_data.val();
        self.chain.d.next = self.d_data.val();
        self.chain.mode.next = self.word.val().get_bits::<11>(44);
        self.predicate_valid.next =
            self.live.val() & self.word.val().get_bit(61) & !self.word.val().get_bit(63);
        self.predicate_address.next = bit_cast::<9, 6>(self.word.val().get_bits::<6>(55)) << 3;
        self.entry_valid.next = self.live.val() & self.word.val().get_bit(63);
        self.entry.next = self.word.val().get_bits::<8>(55);
        self.truth.next = self.chain.result.val();
    }
}
