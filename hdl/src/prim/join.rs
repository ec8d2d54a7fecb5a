// SPDX-License-Identifier: Apache-2.0

//! Equal parts as one word, part 0 lowest, without a clock. Rust HDL cannot concatenate an array.

use rust_hdl::prelude::*;

/// The word of `N` parts of `W` bits, `ALL` = `N` `W` bits in all.
#[derive(LogicBlock)]
pub struct Join<const N: usize, const W: usize, const ALL: usize> {
    /// The parts.
    pub part: [Signal<In, Bits<W>>; N],
    /// The word of all parts, part 0 lowest.
    pub word: Signal<Out, Bits<ALL>>,
}

impl<const N: usize, const W: usize, const ALL: usize> Default for Join<N, W, ALL> {
    fn default() -> Self {
        assert_eq!(ALL, N * W);
        Join { part: std::array::from_fn(|_| Signal::default()), word: Signal::default() }
    }
}

impl<const N: usize, const W: usize, const ALL: usize> Logic for Join<N, W, ALL> {
    fn update(&mut self) {
        let mut word = Bits::<ALL>::default();
        for (index, part) in self.part.iter().enumerate() {
            for bit in 0..W {
                word = word.replace_bit(index * W + bit, part.val().get_bit(bit));
            }
        }
        self.word.next = word;
    }

    fn connect(&mut self) {
        self.word.connect();
    }

    fn hdl(&self) -> Verilog {
        let parts: Vec<String> = (0..N).rev().map(|i| format!("part${i}")).collect();
        Verilog::Custom(format!("always @(*) begin\n    word = {{{}}};\nend\n", parts.join(", ")))
    }
}
