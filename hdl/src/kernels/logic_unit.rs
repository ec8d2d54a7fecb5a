// SPDX-License-Identifier: Apache-2.0

//! A logic unit with its program memory: reads up to four predicates, combines them, and writes a
//! predicate or an entry.
//!
//! All of this happens in the cycle of the word: the predicate files are read without a clock and
//! written at its end. Latency 1, II 1, never stalls. The word is
//! `engine::microcode::parts::logic`; `chain` computes the combination.
//!
//! Addresses from 1,536 on are not those of predicates. The first operand with such an address is
//! whether the verdict names the entry of that number.

use super::chain::Chain;
use crate::prim::memory::Memory;
use crate::word_parts::LogicWord;
use engine::microcode::parts::logic::NAMED;
use rust_hdl::prelude::*;

const _: () = assert!(NAMED == 3 << 9);

/// A logic unit with its program memory.
#[derive(LogicBlock, Default)]
pub struct LogicUnit {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// `program_data` is an operation.
    pub program_write: Signal<In, Bit>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// The address of the first predicate.
    pub a: Signal<Out, Bits<11>>,
    /// The address of the second predicate.
    pub b: Signal<Out, Bits<11>>,
    /// The address of the third predicate.
    pub c: Signal<Out, Bits<11>>,
    /// The address of the fourth predicate.
    pub d: Signal<Out, Bits<11>>,
    /// The first truth.
    pub a_data: Signal<In, Bits<3>>,
    /// The second truth.
    pub b_data: Signal<In, Bits<3>>,
    /// The third truth.
    pub c_data: Signal<In, Bits<3>>,
    /// The fourth truth.
    pub d_data: Signal<In, Bits<3>>,
    /// The entry that the verdict names.
    pub first: Signal<In, Bits<8>>,
    /// `truth` goes to a predicate in this cycle.
    pub predicate_valid: Signal<Out, Bit>,
    /// The address of the predicate; its lower three bits, which name the unit, are zero.
    pub predicate_address: Signal<Out, Bits<9>>,
    /// `truth` goes to an entry in this cycle.
    pub entry_valid: Signal<Out, Bit>,
    /// The entry.
    pub entry: Signal<Out, Bits<8>>,
    /// The combined truth.
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
        self.a.next = self.word.val().get_value_a();
        self.b.next = self.word.val().get_value_b();
        self.c.next = self.word.val().get_value_c();
        self.d.next = self.word.val().get_value_d();
        self.chain.a.next = self.a_data.val();
        if self.word.val().get_value_a().get_bits::<2>(9) == 3 {
            self.chain.a.next = bit_cast::<3, 1>(
                (self.word.val().get_value_a().get_bits::<8>(0) == self.first.val()).into(),
            );
        }
        self.chain.b.next = self.b_data.val();
        self.chain.c.next = self.c_data.val();
        self.chain.d.next = self.d_data.val();
        self.chain.mode.next = self.word.val().get_value_mode();
        self.predicate_valid.next = self.live.val()
            & self.word.val().get_value_to_predicate()
            & !self.word.val().get_value_to_entry();
        self.predicate_address.next = bit_cast::<9, 6>(self.word.val().get_value_place()) << 3;
        self.entry_valid.next = self.live.val() & self.word.val().get_value_to_entry();
        self.entry.next = self.word.val().get_value_entry();
        self.truth.next = self.chain.result.val();
    }
}
