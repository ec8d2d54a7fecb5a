// SPDX-License-Identifier: Apache-2.0

//! A small memory of 64-bit words with one write port and a read without a clock. Maps to
//! distributed RAM.

use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// A table of 2^`A` words of 64 bits.
#[derive(LogicBlock, Default)]
pub struct LookupTable<const A: usize> {
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
    /// The word at `read_address`, in the same cycle.
    pub read_data: Signal<Out, Bits<64>>,
    _words: BTreeMap<Bits<A>, Bits<64>>,
}

impl<const A: usize> Logic for LookupTable<A> {
    fn update(&mut self) {
        if self.clock.pos_edge() && self.write.val() {
            self._words.insert(self.write_address.val(), self.write_data.val());
        }
        self.read_data.next =
            self._words.get(&self.read_address.val()).copied().unwrap_or_default();
    }

    fn connect(&mut self) {
        self.read_data.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(format!(
            "reg [63:0] words [0:{}];

always @(*) begin
    read_data = words[read_address];
end

always @(posedge clock) begin
    if (write) begin
        words[write_address] <= write_data;
    end
end
",
            (1_usize << A) - 1
        ))
    }
}
