//! A pipelined unsigned multiplier, 64 × 64 bits to 128.
//!
//! Latency 3 cycles, II 1, never stalls; registered three times, which a vendor's tools move into the DSP blocks. A
//! cycle without `valid` leaves the first register as it is, which costs nothing in simulation.

use rust_hdl::prelude::*;

/// Cycles from operands to product.
pub const PRODUCT_CYCLES: u16 = 3;

/// The multiplier.
#[derive(LogicBlock, Default)]
pub struct Product {
    pub clock: Signal<In, Clock>,
    pub valid: Signal<In, Bit>,
    pub a: Signal<In, Bits<64>>,
    pub b: Signal<In, Bits<64>>,
    pub whole: Signal<Out, Bits<128>>,
    _stages: [u128; 2],
}

impl Logic for Product {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let [first, second] = self._stages;
            let product = (Bits::<128>::from((second >> 64) as u64) << Bits::<128>::from(64_u64))
                | Bits::<128>::from(second as u64);
            self.whole.next = product;
            self._stages[1] = first;
            if self.valid.val() {
                self._stages[0] = u128::from(self.a.val().to_u64()) * u128::from(self.b.val().to_u64());
            }
        }
    }

    fn connect(&mut self) {
        self.whole.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(
            "reg [127:0] first;
reg [127:0] second;

always @(posedge clock) begin
    if (valid) begin
        first <= {64'b0, a} * {64'b0, b};
    end
    second <= first;
    whole <= second;
end
"
            .into(),
        )
    }
}
