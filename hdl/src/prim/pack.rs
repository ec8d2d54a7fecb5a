//! Single bits as a word, without a clock: Rust HDL has no concatenation of an array.

use rust_hdl::prelude::*;

/// Bits of the word.
pub const BITS: usize = 32;

/// The word.
#[derive(LogicBlock, Default)]
pub struct Pack {
    pub bit: [Signal<In, Bit>; BITS],
    pub word: Signal<Out, Bits<BITS>>,
}

impl Logic for Pack {
    fn update(&mut self) {
        let word = self.bit.iter().rev().fold(0_u64, |word, bit| word << 1 | u64::from(bit.val()));
        self.word.next = word.into();
    }

    fn connect(&mut self) {
        self.word.connect();
    }

    fn hdl(&self) -> Verilog {
        let bits: Vec<String> = (0..BITS).rev().map(|i| format!("bit${i}")).collect();
        Verilog::Custom(format!("always @(*) begin\n    word = {{{}}};\nend\n", bits.join(", ")))
    }
}
