//! The best of 32 entries, the smallest or the largest signed value of those that are there.
//!
//! ```text
//!  cycle     t                  t + 1              t + 2
//!  word ── 32 to 8 ──▶ │ ── 8 to 2 ──▶ │ ── 2 to 1 ──▶ best        two comparisons of 64 bits in series at most
//! ```
//! An entry is a flag, that it is there, above its value; so is the best, which is not there if none is. Latency 2, II 1.

use super::entries::ENTRIES;
use rust_hdl::prelude::*;

/// Bits of an entry.
pub const ENTRY_BITS: usize = 65;
/// Bits of a word.
pub const WORD_BITS: usize = ENTRIES * ENTRY_BITS;

/// The tournament.
#[derive(LogicBlock, Default)]
pub struct BestOf {
    pub clock: Signal<In, Clock>,
    pub is_max: Signal<In, Bit>,
    pub word: Signal<In, Bits<WORD_BITS>>,
    pub best: Signal<Out, Bits<ENTRY_BITS>>,
    _eight: Vec<Bits<ENTRY_BITS>>,
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
            let entries: Vec<_> = (0..ENTRIES).map(|i| word.get_bits::<ENTRY_BITS>(i * ENTRY_BITS)).collect();
            self._two = self.round(&self.round(&self._eight.clone()));
            self._eight = self.round(&self.round(&entries));
        }
        let best = self.round(&self._two.clone());
        self.best.next = best.first().copied().unwrap_or_default();
    }

    fn connect(&mut self) {
        self.best.connect();
    }

    fn hdl(&self) -> Verilog {
        let better = |to: &str, a: &str, b: &str| {
            format!(
                "{to} = ({a}[64] && (!{b}[64] || (is_max ? $signed({a}[63:0]) >= $signed({b}[63:0]) \
                 : $signed({a}[63:0]) <= $signed({b}[63:0])))) ? {a} : {b};"
            )
        };
        Verilog::Custom(format!(
            "\
reg [64:0] first [0:31];
reg [64:0] second [0:15];
reg [64:0] third [0:7];
reg [64:0] eight [0:7];
reg [64:0] fourth [0:3];
reg [64:0] fifth [0:1];
reg [64:0] two [0:1];
integer i;

always @(*) begin
    for (i = 0; i < 32; i = i + 1) begin
        first[i] = word[i * 65 +: 65];
    end
    for (i = 0; i < 16; i = i + 1) begin
        {first}
    end
    for (i = 0; i < 8; i = i + 1) begin
        {second}
    end
end

always @(*) begin
    for (i = 0; i < 4; i = i + 1) begin
        {third}
    end
    for (i = 0; i < 2; i = i + 1) begin
        {fourth}
    end
end

always @(posedge clock) begin
    for (i = 0; i < 8; i = i + 1) begin
        eight[i] <= third[i];
    end
    two[0] <= fifth[0];
    two[1] <= fifth[1];
end

always @(*) begin
    {fifth}
end
",
            first = better("second[i]", "first[2 * i]", "first[2 * i + 1]"),
            second = better("third[i]", "second[2 * i]", "second[2 * i + 1]"),
            third = better("fourth[i]", "eight[2 * i]", "eight[2 * i + 1]"),
            fourth = better("fifth[i]", "fourth[2 * i]", "fourth[2 * i + 1]"),
            fifth = better("best", "two[0]", "two[1]"),
        ))
    }
}
