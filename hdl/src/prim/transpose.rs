// SPDX-License-Identifier: Apache-2.0

//! A transposed square of bits: `FROM` sources with a bit for each of `TO` targets become targets
//! with a bit for each source. Without a clock.

use rust_hdl::prelude::*;

/// The transposed square.
#[derive(LogicBlock)]
pub struct Transpose<const FROM: usize, const TO: usize> {
    /// The sources, one bit for each target.
    pub from: [Signal<In, Bits<TO>>; FROM],
    /// The targets, one bit for each source.
    pub to: [Signal<Out, Bits<FROM>>; TO],
}

impl<const FROM: usize, const TO: usize> Default for Transpose<FROM, TO> {
    fn default() -> Self {
        Transpose {
            from: std::array::from_fn(|_| Signal::default()),
            to: std::array::from_fn(|_| Signal::default()),
        }
    }
}

impl<const FROM: usize, const TO: usize> Logic for Transpose<FROM, TO> {
    fn update(&mut self) {
        for target in 0..TO {
            let bits = self
                .from
                .iter()
                .rev()
                .fold(0_u64, |bits, from| bits << 1 | u64::from(from.val().get_bit(target)));
            self.to[target].next = bits.into();
        }
    }

    fn connect(&mut self) {
        self.to.iter_mut().for_each(Signal::connect);
    }

    fn hdl(&self) -> Verilog {
        let mut text = String::from("always @(*) begin\n");
        for target in 0..TO {
            let bits: Vec<String> =
                (0..FROM).rev().map(|from| format!("from${from}[{target}]")).collect();
            text += &format!("    to${target} = {{{}}};\n", bits.join(", "));
        }
        Verilog::Custom(text + "end\n")
    }
}
