// SPDX-License-Identifier: Apache-2.0

//! A memory with one write port and one read port whose output holds between reads.
//!
//! The read is synchronous: the word at an address that is presented with `read` in cycle t is
//! available from t + 1 until the next read. A read in the cycle of a write sees the old word. All
//! words are zero at power-up. Maps to BRAM, or to distributed RAM with a register at its output.

use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// The memory: 2^`A` words of `W` bits.
#[derive(LogicBlock, Default)]
pub struct HeldMemory<const A: usize, const W: usize> {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Writes a word at the end of this cycle.
    pub write: Signal<In, Bit>,
    /// The address of the word that is written.
    pub write_address: Signal<In, Bits<A>>,
    /// The word that is written.
    pub write_data: Signal<In, Bits<W>>,
    /// Reads a word at the end of this cycle.
    pub read: Signal<In, Bit>,
    /// The address of the word that is read.
    pub read_address: Signal<In, Bits<A>>,
    /// The word of the last read.
    pub read_data: Signal<Out, Bits<W>>,
    _words: BTreeMap<Bits<A>, Bits<W>>,
}

impl<const A: usize, const W: usize> Logic for HeldMemory<A, W> {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            if self.read.val() {
                self.read_data.next =
                    self._words.get(&self.read_address.val()).copied().unwrap_or_default();
            }
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
            "reg [{}:0] words [0:{}];

integer i;
initial begin
    read_data = 0;
    for (i = 0; i < {}; i = i + 1) begin
        words[i] = 0;
    end
end

always @(posedge clock) begin
    if (read) begin
        read_data <= words[read_address];
    end
    if (write) begin
        words[write_address] <= write_data;
    end
end
",
            W - 1,
            (1_usize << A) - 1,
            1_usize << A
        ))
    }
}
