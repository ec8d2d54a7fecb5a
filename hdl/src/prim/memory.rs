// SPDX-License-Identifier: Apache-2.0

//! A memory with one write port and one read port, of 64-bit words, with a register behind its
//! output.
//!
//! The word at an address presented in cycle t stands in t + 2, so that a whole cycle is left for
//! what it selects. Of a word that is written in t, a read in t sees the old one. Maps to BRAM with
//! its output register, or to UltraRAM.

use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// From an address to its word.
pub const READ_CYCLES: u16 = 2;

/// The memory; its depth is a field, so that one type serves for all.
#[derive(LogicBlock, Default)]
pub struct Memory<const A: usize> {
    pub clock: Signal<In, Clock>,
    pub write: Signal<In, Bit>,
    pub write_address: Signal<In, Bits<A>>,
    pub write_data: Signal<In, Bits<64>>,
    pub read_address: Signal<In, Bits<A>>,
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
