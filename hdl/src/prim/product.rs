// SPDX-License-Identifier: Apache-2.0

//! A pipelined unsigned multiplier, 64 × 64 bits to 128.
//!
//! ```text
//!  cycle  t                       t + 1                        t + 2                 t + 3
//!         16 products of 16 bits │ two sums of four rows each │ one of the two sums │ whole
//! ```
//! Latency 3 cycles, II 1, never stalls. Each product of 16 bits is one DSP block. Without `valid`
//! the registers keep their values.

use rust_hdl::prelude::*;

/// Cycles from operands to product.
pub const PRODUCT_CYCLES: u16 = 3;

/// The multiplier.
#[derive(LogicBlock, Default)]
pub struct Product {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// A product enters.
    pub valid: Signal<In, Bit>,
    /// One factor.
    pub a: Signal<In, Bits<64>>,
    /// The other factor.
    pub b: Signal<In, Bits<64>>,
    /// The product, three cycles later.
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
                self._stages[0] =
                    u128::from(self.a.val().to_u64()) * u128::from(self.b.val().to_u64());
            }
        }
    }

    fn connect(&mut self) {
        self.whole.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(pipeline(false))
    }
}

/// The Verilog of a product up to `whole`, of 128 bits. A signed product has a correction.
///
/// In each row of limbs, every second product is adjacent to the next without overlap; so are the
/// first and the last row.
pub(super) fn pipeline(is_signed: bool) -> String {
    let limb =
        |operand: char, at: usize| format!("{{16'd0, {operand}[{}:{}]}}", 16 * at + 15, 16 * at);
    let pairs = || (0..4).flat_map(|i| (0..4).map(move |j| (i, j)));
    let mut text: String = pairs().map(|(i, j)| format!("reg [31:0] p{i}{j};\n")).collect();
    text += "reg [127:0] first;\nreg [95:0] second;\nreg valid_1;\nreg valid_2;\n";
    // For each negative operand, a signed product is the unsigned one less the other operand,
    // shifted by 64 bits.
    let (upper, correction) = if is_signed {
        text += "reg [63:0] above;\n";
        ("{p33, p31} - above", "        above <= (a & {64{b[63]}}) + (b & {64{a[63]}});\n")
    } else {
        ("{p33, p31}", "")
    };
    text += &format!("wire [63:0] upper = {upper};\n");
    for (sum, one, other) in [
        ("outer", "p03, p01", "p12, p10"),
        ("middle", "p13, p11", "p22, p20"),
        ("inner", "p23, p21", "p32, p30"),
    ] {
        text += &format!("wire [64:0] {sum} = {{1'b0, {one}}} + {{1'b0, {other}}};\n");
    }
    text += "\nalways @(posedge clock) begin\n    valid_1 <= valid;\n";
    text += "    valid_2 <= valid_1;\n    if (valid) begin\n";
    for (i, j) in pairs() {
        text += &format!("        p{i}{j} <= {} * {};\n", limb('a', i), limb('b', j));
    }
    text += correction;
    text += "    end
    if (valid_1) begin
        first <= {upper, p02, p00} + {47'd0, outer, 16'd0};
        second <= {31'd0, middle} + {15'd0, inner, 16'd0};
    end
    if (valid_2) begin
        whole <= first + {second, 32'd0};
    end
end
";
    text
}
