// SPDX-License-Identifier: Apache-2.0

//! The memory of a queue of row handles: one write port and one read port, both with an address, on
//! one clock.
//!
//! Read latency 2: a word that is addressed in cycle t is available during t + 2, after the output
//! register of the memory, so that the memory can be built of cascaded block RAM or UltraRAM. II 1
//! on both ports. A word that is written in t can be read from t + 1 on; a read of the same word in
//! the cycle of the write yields either content. Addresses stay below the depth, so their upper
//! bits are ignored.

use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// The memory of a queue.
#[derive(LogicBlock, Default)]
pub struct Queue {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Writes a word at the end of this cycle.
    pub write: Signal<In, Bit>,
    /// The address of the word that is written.
    pub write_address: Signal<In, Bits<24>>,
    /// The word that is written.
    pub write_data: Signal<In, Bits<24>>,
    /// Reads a word at the end of this cycle.
    pub read: Signal<In, Bit>,
    /// The address of the word that is read.
    pub read_address: Signal<In, Bits<24>>,
    /// The word of the read two cycles before.
    pub read_data: Signal<Out, Bits<24>>,
    _depth: usize,
    _words: BTreeMap<Bits<24>, Bits<24>>,
    _fetched: Bits<24>,
}

impl Queue {
    /// A memory of `depth` words, at least one.
    pub fn new(depth: usize) -> Queue {
        Queue { _depth: depth, ..Queue::default() }
    }
}

impl Logic for Queue {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            self.read_data.next = self._fetched;
            if self.read.val() {
                self._fetched =
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
        let depth = self._depth.max(1);
        let address_bits = depth.next_power_of_two().trailing_zeros().max(1);
        Verilog::Custom(format!(
            "\
reg [23:0] words [0:{last}];
reg [23:0] fetched;

always @(posedge clock) begin
   if (write) begin
      words[{address_bits}'(write_address)] <= write_data;
   end
   if (read) begin
      fetched <= words[{address_bits}'(read_address)];
   end
   read_data <= fetched;
end
",
            last = depth - 1
        ))
    }
}
