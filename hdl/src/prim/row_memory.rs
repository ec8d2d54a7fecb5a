// SPDX-License-Identifier: Apache-2.0

//! A memory that is addressed by row handle: one write port, one read port, on one clock. Its depth
//! is a field.
//!
//! The read is synchronous and holds: the word at an address that is presented with `read` in cycle
//! t is available from t + 1 until the next read. A read in the cycle of a write sees the old word.
//! Addresses beyond the depth wrap. Maps to BRAM or UltraRAM.

use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// The memory, of words of `W` bits.
#[derive(LogicBlock, Default)]
pub struct RowMemory<const W: usize> {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Writes a word at the end of this cycle.
    pub write: Signal<In, Bit>,
    /// The row that is written.
    pub write_address: Signal<In, Bits<24>>,
    /// The word that is written.
    pub write_data: Signal<In, Bits<W>>,
    /// Reads a word at the end of this cycle.
    pub read: Signal<In, Bit>,
    /// The row that is read.
    pub read_address: Signal<In, Bits<24>>,
    /// The word of the last read.
    pub read_data: Signal<Out, Bits<W>>,
    _bits: usize,
    _words: BTreeMap<u64, Bits<W>>,
}

impl<const W: usize> RowMemory<W> {
    /// A memory of 2^`bits` words.
    pub fn new(bits: usize) -> RowMemory<W> {
        RowMemory { _bits: bits, ..RowMemory::default() }
    }
}

impl<const W: usize> Logic for RowMemory<W> {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let wrap = |address: Bits<24>| address.to_u64() & ((1 << self._bits) - 1);
            if self.read.val() {
                self.read_data.next =
                    self._words.get(&wrap(self.read_address.val())).copied().unwrap_or_default();
            }
            if self.write.val() {
                self._words.insert(wrap(self.write_address.val()), self.write_data.val());
            }
        }
    }

    fn connect(&mut self) {
        self.read_data.connect();
    }

    fn hdl(&self) -> Verilog {
        let last = self._bits.saturating_sub(1);
        Verilog::Custom(format!(
            "\
reg [{top}:0] words [0:{depth}];

always @(posedge clock) begin
    if (read) begin
        read_data <= words[read_address[{last}:0]];
    end
    if (write) begin
        words[write_address[{last}:0]] <= write_data;
    end
end
",
            top = W - 1,
            depth = (1_usize << self._bits) - 1,
        ))
    }
}
