// SPDX-License-Identifier: Apache-2.0

//! The best of 32 entries: the smallest or the largest signed value of those that are present.
//!
//! ```text
//!  cycle     t                  t + 1              t + 2
//!  word ── 32 to 8 ──▶ │ ── 8 to 2 ──▶ │ ── 2 to 1 ──▶ best
//! ```
//! At most two comparisons of 64 bits are in series.
//!
//! The top bit of an entry is a flag, which says that the entry is present; the rest is its value.
//! The best entry is not present if no entry is. A word enters in a cycle with `enable` high.
//! Latency 2, II 1; the best is constant until that of the next word.

use super::entries::ENTRIES;
use rust_hdl::prelude::*;

/// Bits of an entry.
pub const ENTRY_BITS: usize = 65;
/// Bits of a word.
pub const WORD_BITS: usize = ENTRIES * ENTRY_BITS;

/// The comparison tree.
#[derive(LogicBlock, Default)]
pub struct BestOf {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// The largest value is best rather than the smallest.
    pub is_max: Signal<In, Bit>,
    /// `word` enters in this cycle.
    pub enable: Signal<In, Bit>,
    /// The 32 entries, entry 0 lowest.
    pub word: Signal<In, Bits<WORD_BITS>>,
    /// The best entry of the last word, two cycles later; its flag is 0 if no entry has one.
    pub best: Signal<Out, Bits<ENTRY_BITS>>,
    _eight: Vec<Bits<ENTRY_BITS>>,
    _enabled: bool,
    _two: Vec<Bits<ENTRY_BITS>>,
}

impl BestOf {
    fn round(&self, entries: &[Bits<ENTRY_BITS>]) -> Vec<Bits<ENTRY_BITS>> {
        let value = |entry: Bits<ENTRY_BITS>| entry.get_bits::<64>(0).to_u64() as i64;
        let better = |a: Bits<ENTRY_BITS>, b: Bits<ENTRY_BITS>| {
            let first = match self.is_max.val() {
                true => value(a) >= value(b),
                false => value(a) <= value(b),
            };
            if a.get_bit(64) && (!b.get_bit(64) || first) { a } else { b }
        };
        entries.chunks(2).map(|pair| better(pair[0], pair[1])).collect()
    }
}

impl Logic for BestOf {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let word = self.word.val();
            let entries: Vec<_> =
                (0..ENTRIES).map(|i| word.get_bits::<ENTRY_BITS>(i * ENTRY_BITS)).collect();
            if self._enabled {
                self._two = self.round(&self.round(&self._eight.clone()));
            }
            if self.enable.val() {
                self._eight = self.round(&self.round(&entries));
            }
            self._enabled = self.enable.val();
        }
        let best = self.round(&self._two.clone());
        self.best.next = best.first().copied().unwrap_or_default();
    }

    fn connect(&mut self) {
        self.best.connect();
    }

    fn hdl(&self) -> Verilog {
        let best_of_four = |of: &dyn Fn(usize) -> String| {
            format!("better(better({}, {}), better({}, {}))", of(0), of(1), of(2), of(3))
        };
        Verilog::Custom(format!(
            "\
reg [64:0] eight [0:7];
reg [64:0] two [0:1];
reg enabled;
integer i;

function [64:0] better(input [64:0] a, input [64:0] b);
    better = (a[64] && (!b[64] || (is_max ? $signed(a[63:0]) >= $signed(b[63:0])
        : $signed(a[63:0]) <= $signed(b[63:0])))) ? a : b;
endfunction

initial begin
    enabled = 0;
end

always @(posedge clock) begin
    enabled <= enable;
    if (enable) begin
        for (i = 0; i < 8; i = i + 1) begin
            eight[i] <= {to_eight};
        end
    end
    if (enabled) begin
        for (i = 0; i < 2; i = i + 1) begin
            two[i] <= {to_two};
        end
    end
end

always @(*) begin
    best = better(two[0], two[1]);
end
",
            to_eight = best_of_four(&|entry| format!("word[(4 * i + {entry}) * 65 +: 65]")),
            to_two = best_of_four(&|entry| format!("eight[4 * i + {entry}]")),
        ))
    }
}
