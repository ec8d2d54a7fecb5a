// SPDX-License-Identifier: Apache-2.0

//! A word of 32 entries: the flags of all, the selected entry, and the word with another entry in
//! its place. Without a clock.
//!
//! The top bit of an entry is its flag. Entry 0 is lowest. At most one bit of `select` is set;
//! without one, `picked` is zero and `replaced` is the unchanged word. While `enable` is low all
//! outputs are zero, which saves simulation time.

use rust_hdl::prelude::*;

/// The number of entries of a word.
pub const ENTRIES: usize = 32;

/// The selection, for entries of `W` bits and words of `ALL` = 32 `W`.
#[derive(LogicBlock, Default)]
pub struct Entries<const W: usize, const ALL: usize> {
    /// The outputs are used; while low they are zero.
    pub enable: Signal<In, Bit>,
    /// The entries, entry 0 lowest.
    pub word: Signal<In, Bits<ALL>>,
    /// The selected entry, at most one bit.
    pub select: Signal<In, Bits<32>>,
    /// The entry that replaces the selected one.
    pub entry: Signal<In, Bits<W>>,
    /// The flags of all entries.
    pub flags: Signal<Out, Bits<32>>,
    /// The selected entry, 0 without one.
    pub picked: Signal<Out, Bits<W>>,
    /// The word with the selected entry replaced.
    pub replaced: Signal<Out, Bits<ALL>>,
    /// The flags of `replaced`.
    pub flags_after: Signal<Out, Bits<32>>,
}

impl<const W: usize, const ALL: usize> Logic for Entries<W, ALL> {
    fn update(&mut self) {
        assert_eq!(ALL, ENTRIES * W);
        if !self.enable.val() {
            self.flags.next = Bits::default();
            self.flags_after.next = Bits::default();
            self.picked.next = Bits::default();
            self.replaced.next = Bits::default();
            return;
        }
        let word = self.word.val();
        let (mut flags, mut flags_after) = (0_u64, 0_u64);
        let (mut picked, mut replaced) = (Bits::<W>::default(), word);
        for index in 0..ENTRIES {
            let entry = word.get_bits::<W>(index * W);
            flags |= u64::from(entry.get_bit(W - 1)) << index;
            let mut after = entry;
            if self.select.val().get_bit(index) {
                picked = picked | entry;
                after = self.entry.val();
                for bit in 0..W {
                    replaced = replaced.replace_bit(index * W + bit, after.get_bit(bit));
                }
            }
            flags_after |= u64::from(after.get_bit(W - 1)) << index;
        }
        self.flags.next = flags.into();
        self.flags_after.next = flags_after.into();
        self.picked.next = picked;
        self.replaced.next = replaced;
    }

    fn connect(&mut self) {
        self.flags.connect();
        self.picked.connect();
        self.replaced.connect();
        self.flags_after.connect();
    }

    fn hdl(&self) -> Verilog {
        Verilog::Custom(format!(
            "\
integer i;

always @(*) begin
    picked = 0;
    replaced = 0;
    flags = 0;
    flags_after = 0;
    if (enable) begin
        replaced = word;
    end
    for (i = 0; i < {ENTRIES}; i = i + 1) begin
        if (enable) begin
            flags[i] = word[i * {W} + {top}];
            if (select[i]) begin
                picked = picked | word[i * {W} +: {W}];
                replaced[i * {W} +: {W}] = entry;
            end
            flags_after[i] = replaced[i * {W} + {top}];
        end
    end
end
",
            top = W - 1
        ))
    }
}
