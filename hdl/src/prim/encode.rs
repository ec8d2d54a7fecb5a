// SPDX-License-Identifier: Apache-2.0

//! The number of the bit that is set in a word of 32 bits, without a clock; 0 if none is set.

use rust_hdl::prelude::*;

/// The encoder.
#[derive(LogicBlock, Default)]
pub struct Encode {
    /// The word, at most one bit of which is set.
    pub word: Signal<In, Bits<32>>,
    /// The number of that bit, 0 without one.
    pub number: Signal<Out, Bits<5>>,
}

impl Logic for Encode {
    fn update(&mut self) {
        let number =
            (0..32_u64).filter(|i| self.word.val().get_bit(*i as usize)).fold(0, |all, i| all | i);
        self.number.next = number.into();
    }

    fn connect(&mut self) {
        self.number.connect();
    }

    fn hdl(&self) -> Verilog {
        let mut text = String::from("always @(*) begin\n");
        for bit in 0..5 {
            let mask =
                (0..32_u32).filter(|i| i >> bit & 1 == 1).fold(0_u32, |mask, i| mask | 1 << i);
            text += &format!("    number[{bit}] = |(word & 32'h{mask:08x});\n");
        }
        Verilog::Custom(text + "end\n")
    }
}
