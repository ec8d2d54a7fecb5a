// SPDX-License-Identifier: Apache-2.0

//! One bit of a word of 128 bits, selected by its number, without a clock.

use rust_hdl::prelude::*;

/// The selection.
#[derive(LogicBlock, Default)]
pub struct BitOf {
    /// The word.
    pub word: Signal<In, Bits<128>>,
    /// The number of the bit.
    pub number: Signal<In, Bits<7>>,
    /// That bit.
    pub chosen: Signal<Out, Bit>,
}

impl Logic for BitOf {
    fn update(&mut self) {
        self.chosen.next = self.word.val().get_bit(self.number.val().index());
    }

    fn connect(&mut self) {
        self.chosen.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom("always @(*) begin\n    chosen = word[number];\nend\n".into())
    }
}
