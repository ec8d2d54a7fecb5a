// SPDX-License-Identifier: Apache-2.0

//! A pipelined signed multiplier, 64 × 64 bits: the lower 64 bits of the product, and the widths
//! that the whole product fits.
//!
//! Latency 3 cycles, II 1, never stalls. The pipeline is that of [`super::product`]; the widths are
//! checked after it.

use super::product::{self, PRODUCT_CYCLES};
use rust_hdl::prelude::*;

/// Cycles from operands to result.
pub const MULTIPLY_CYCLES: u16 = PRODUCT_CYCLES;

/// The multiplier.
#[derive(LogicBlock, Default)]
pub struct Multiply {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// A product enters.
    pub valid: Signal<In, Bit>,
    /// One factor, signed.
    pub a: Signal<In, Bits<64>>,
    /// The other factor, signed.
    pub b: Signal<In, Bits<64>>,
    /// The lower 64 bits of the product, three cycles later.
    pub product: Signal<Out, Bits<64>>,
    /// The product fits 16 bits (bit 0), 32 bits (bit 1), 64 bits (bit 2).
    pub fits: Signal<Out, Bits<3>>,
    /// The product is less than zero.
    pub negative: Signal<Out, Bit>,
    _stages: [i128; 3],
}

impl Logic for Multiply {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            self._stages[2] = self._stages[1];
            self._stages[1] = self._stages[0];
            if self.valid.val() {
                let signed = |x: Bits<64>| i128::from(x.to_u64() as i64);
                self._stages[0] = signed(self.a.val()) * signed(self.b.val());
            }
            let product = self._stages[2];
            self.product.next = (product as u64).into();
            let fits = [
                i16::try_from(product).is_ok(),
                i32::try_from(product).is_ok(),
                i64::try_from(product).is_ok(),
            ];
            self.fits.next =
                fits.iter().rev().fold(0_u64, |bits, fit| bits << 1 | u64::from(*fit)).into();
            self.negative.next = product < 0;
        }
    }

    fn connect(&mut self) {
        self.product.connect();
        self.fits.connect();
        self.negative.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(
            String::from("reg [127:0] whole;\n")
                + &product::pipeline(true)
                + "
always @(*) begin
    product = whole[63:0];
    fits[0] = whole[127:15] == {113{whole[127]}};
    fits[1] = whole[127:31] == {97{whole[127]}};
    fits[2] = whole[127:63] == {65{whole[127]}};
    negative = whole[127];
end
",
        )
    }
}
