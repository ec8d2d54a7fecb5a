// SPDX-License-Identifier: Apache-2.0

//! The window of an allocator: sixteen words in registers, with two write ports and a read port
//! without a clock.
//!
//! Read latency 0, write latency 1, II 1 on all ports. The two write ports never write the same
//! slot in one cycle. `reset` clears every word.

use rust_hdl::prelude::*;

/// Slots of the window.
pub const SLOTS: usize = 16;

/// The window.
#[derive(LogicBlock, Default)]
pub struct Window {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Writes a word from the queue.
    pub land: Signal<In, Bit>,
    /// The slot of that word.
    pub land_slot: Signal<In, Bits<4>>,
    /// The word.
    pub land_word: Signal<In, Bits<25>>,
    /// Writes a word that did not pass the queue.
    pub enter: Signal<In, Bit>,
    /// The slot of that word.
    pub enter_slot: Signal<In, Bits<4>>,
    /// The word.
    pub enter_word: Signal<In, Bits<25>>,
    /// The slot that is read.
    pub slot: Signal<In, Bits<4>>,
    /// The word of that slot, in the same cycle.
    pub word: Signal<Out, Bits<25>>,
    _slots: [Bits<25>; SLOTS],
}

impl Logic for Window {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            if self.land.val() {
                self._slots[self.land_slot.val().index()] = self.land_word.val();
            }
            if self.enter.val() {
                self._slots[self.enter_slot.val().index()] = self.enter_word.val();
            }
            if self.reset.val() {
                self._slots = Default::default();
            }
        }
        self.word.next = self._slots[self.slot.val().index()];
    }

    fn connect(&mut self) {
        self.word.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(format!(
            "\
reg [24:0] slots [0:{last}];
integer i;

always @(posedge clock) begin
   if (land) begin
      slots[land_slot] <= land_word;
   end
   if (enter) begin
      slots[enter_slot] <= enter_word;
   end
   if (reset) begin
      for (i = 0; i < {SLOTS}; i = i + 1) begin
         slots[i] <= 0;
      end
   end
end

always @(*) begin
   word = slots[slot];
end
",
            last = SLOTS - 1
        ))
    }
}
