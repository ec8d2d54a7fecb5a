// SPDX-License-Identifier: Apache-2.0

//! A memory of 64-bit words with one write port, one read port, and a register at its output.
//!
//! The word at an address that is presented in cycle t is available in t + 2, so that a whole cycle
//! is left for the logic that it controls. A read in the cycle of a write sees the old word. Maps
//! to BRAM with its output register, or to UltraRAM.

use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// Cycles from an address to its word.
pub const READ_CYCLES: u16 = 2;

/// A memory of 2^`A` words of 64 bits.
#[derive(LogicBlock, Default)]
pub struct Memory<const A: usize> {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Writes a word at the end of this cycle.
    pub write: Signal<In, Bit>,
    /// The address of the word that is written.
    pub write_address: Signal<In, Bits<A>>,
    /// The word that is written.
    pub write_data: Signal<In, Bits<64>>,
    /// The address of the word that is read.
    pub read_address: Signal<In, Bits<A>>,
    /// The word at the address of two cycles before.
    pub read_data: Signal<Out, Bits<64>>,
    _words: BTreeMap<Bits<A>, Bits<64>>,
    _fetched: Bits<64>,
}

impl<const A: usize> Logic for Memory<A> {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            self.read_data.next = self._fetched;
            self._fetched = self._words.get(&self.read_address.val()).copied().unwrap_or_default();
            if self.write.val() {
                self._words.insert(self.write_address.val(), self.write_data.val());
            }
        }
    }

    fn connect(&mut self) {
        self.read_data.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(format!(
            "reg [63:0] words [0:{}];
reg [63:0] fetched;

always @(posedge clock) begin
    fetched <= words[read_address];
    read_data <= fetched;
    if (write) begin
        words[write_address] <= write_data;
    end
end
",
            (1_usize << A) - 1
        ))
    }
}
