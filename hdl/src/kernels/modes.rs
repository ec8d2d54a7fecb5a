// SPDX-License-Identifier: Apache-2.0

//! The modes of rules: which entries of a message do not block, and which of them warn.
//!
//! ```text
//!  cycle         0                              1                       next start
//!         kind ─▶ four words of the kind ──▶ │ silent, warns: constant … │
//!                 start
//! ```
//! The words are `engine::microcode::parts::mode`, four for each kind of a program bank, one bit of
//! each map for an entry. They are copied at the start of a frame, so a word that is written later
//! changes the next frame and not this one. A word holds both bits of an entry, so a change of one
//! mode is one write. II 1; never stalls.

use crate::prim::lookup_table::LookupTable;
use crate::word_parts::ModeWord;
use engine::microcode::parts::mode;
use rust_hdl::prelude::*;

const _: () = assert!(mode::WORDS == 4 && mode::ENTRIES == 32);
const _: () = assert!(mode::address(1, 2, 3) == 1 << 9 | 2 << 2 | 3);

/// The modes of rules.
#[derive(LogicBlock, Default)]
pub struct Modes {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// A frame starts.
    pub start: Signal<In, Bit>,
    /// The kind of that frame.
    pub kind: Signal<In, Bits<7>>,
    /// The program bank of that frame.
    pub bank: Signal<In, Bit>,
    /// Writes a word.
    pub write: Signal<In, Bit>,
    /// Program bank, kind and place of the word.
    pub write_address: Signal<In, Bits<10>>,
    /// The word.
    pub write_data: Signal<In, Bits<64>>,
    /// One bit for each of the first 128 entries: it does not block.
    pub silent: Signal<Out, Bits<128>>,
    /// One bit for each of the first 128 entries: it warns.
    pub warns: Signal<Out, Bits<128>>,
    words: [LookupTable<8>; 4],
    silent_q: DFF<Bits<128>>,
    warns_q: DFF<Bits<128>>,
}

impl Logic for Modes {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, silent_q, warns_q);
        for i in 0..4 {
            self.words[i].clock.next = self.clock.val();
            self.words[i].write.next =
                self.write.val() & (self.write_address.val().get_bits::<2>(0).index() == i);
            self.words[i].write_address.next = self.write_address.val().get_bits::<8>(2);
            self.words[i].write_data.next = self.write_data.val();
            self.words[i].read_address.next =
                bit_cast::<8, 7>(self.kind.val()) | (bit_cast::<8, 1>(self.bank.val().into()) << 7);
        }
        if self.start.val() {
            self.silent_q.d.next =
                bit_cast::<128, 32>(self.words[0].read_data.val().get_value_silent())
                    | (bit_cast::<128, 32>(self.words[1].read_data.val().get_value_silent()) << 32)
                    | (bit_cast::<128, 32>(self.words[2].read_data.val().get_value_silent()) << 64)
                    | (bit_cast::<128, 32>(self.words[3].read_data.val().get_value_silent()) << 96);
            self.warns_q.d.next =
                bit_cast::<128, 32>(self.words[0].read_data.val().get_value_warns())
                    | (bit_cast::<128, 32>(self.words[1].read_data.val().get_value_warns()) << 32)
                    | (bit_cast::<128, 32>(self.words[2].read_data.val().get_value_warns()) << 64)
                    | (bit_cast::<128, 32>(self.words[3].read_data.val().get_value_warns()) << 96);
        }
        self.silent.next = self.silent_q.q.val();
        self.warns.next = self.warns_q.q.val();
    }
}
