// SPDX-License-Identifier: Apache-2.0

//! One field of a frame: its bytes from the window, widened or padded, and in the next cycle
//! whether they are a value of the type.
//!
//! ```text
//!  cycle k             k + 1                                k + 2
//!   kind ──▶ word of │ start, bytes ───────┐             │
//!            layout  │ window ──▶ cut ──▶ mask ─┬─▶ data │
//!                    │                          ├─▶ text │
//!                    │                          └───────▶│ check ──▶ wrong
//! ```
//! Latency from the beat in the window: 0 cycles to the field, 1 to `wrong`. II 1, never stalls.
//!
//! The word of a field holds its start in the window (`engine::layout`), so that nothing has to be
//! added. Every lane has room for the longest field, 16 bytes, since any field of a message can be
//! text.

use super::check::Check;
use super::cut::Cut;
use crate::prim::held_memory::HeldMemory;
use crate::word_parts::LayoutField;
use engine::layout::{Class, FIELD_BITS, LAST};
use engine::schema::Type;
use rust_hdl::prelude::*;

const _: () = assert!(FIELD_BITS == 21 && LAST.bits == 4, "a word, and the last of 16 bytes");
const _: () = assert!(Class::Text as u8 == 3 && Type::CHAR_LEN_MAX == 16);

/// A lane of the parser, for one field.
#[derive(LogicBlock, Default)]
pub struct Field {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Writes the layout word of this field.
    pub write: Signal<In, Bit>,
    /// Program bank and kind of the word that is written.
    pub write_address: Signal<In, Bits<8>>,
    /// The word, see `engine::layout`.
    pub write_data: Signal<In, Bits<21>>,
    /// A frame starts; in the next cycle its first beat is in the window.
    pub read: Signal<In, Bit>,
    /// Program bank and kind of the frame.
    pub read_address: Signal<In, Bits<8>>,
    /// A beat is in the window.
    pub there: Signal<In, Bit>,
    /// The number of the beat; 4 is one too many.
    pub beat: Signal<In, Bits<3>>,
    /// The window of 80 bytes.
    pub window: Signal<In, Bits<640>>,
    /// The layout has this field.
    pub is_named: Signal<In, Bit>,
    /// The null bit of the field is set.
    pub is_null: Signal<In, Bit>,
    /// `data` is the field, which is not text.
    pub valid: Signal<Out, Bit>,
    /// The field is text: `text`, or NULL if `data` is NULL.
    pub text_valid: Signal<Out, Bit>,
    /// The field as `engine::value` packs it: tag and bits.
    pub data: Signal<Out, Bits<66>>,
    /// The characters, the first lowest, padded with blanks.
    pub text: Signal<Out, Bits<128>>,
    /// The field of the cycle before is not a value of its type.
    pub wrong: Signal<Out, Bit>,
    layout: HeldMemory<8, 21>,
    cut: Cut,
    check: Check,
    word: Signal<Local, Bits<21>>,
    ends: Signal<Local, Bit>,
    is_text: Signal<Local, Bit>,
    is_negative: Signal<Local, Bit>,
    part: Signal<Local, Bits<64>>,
    ones: Signal<Local, Bits<64>>,
    blanks: Signal<Local, Bits<64>>,
    low_mask: Signal<Local, Bits<64>>,
    high_mask: Signal<Local, Bits<64>>,
    number: Signal<Local, Bits<64>>,
    low: Signal<Local, Bits<64>>,
    high: Signal<Local, Bits<64>>,
}

impl Logic for Field {
    #[hdl_gen]
    fn update(&mut self) {
        self.layout.clock.next = self.clock.val();
        self.layout.write.next = self.write.val();
        self.layout.write_address.next = self.write_address.val();
        self.layout.write_data.next = self.write_data.val();
        self.layout.read.next = self.read.val();
        self.layout.read_address.next = self.read_address.val();
        self.word.next = self.layout.read_data.val();

        // A field is complete in the window of the beat that has its last byte.
        self.ends.next = self.there.val()
            & self.is_named.val()
            & (self.beat.val() == bit_cast::<3, 2>(self.word.val().get_value_beat()));
        self.cut.enable.next = self.ends.val();
        self.cut.window.next = self.window.val();
        self.cut.start.next = self.word.val().get_value_start();

        self.blanks.next = bits::<64>(0x2020_2020) | (bits::<64>(0x2020_2020) << 32);
        self.ones.next = bits::<64>(0) - 1;
        self.is_text.next = false;
        self.is_negative.next = false;
        self.part.next = 0.into();
        self.low_mask.next = 0.into();
        self.high_mask.next = 0.into();
        self.low.next = 0.into();
        self.high.next = 0.into();
        self.valid.next = false;
        self.text_valid.next = false;
        self.number.next = 0.into();
        self.data.next = 0.into();
        self.text.next = 0.into();
        if self.ends.val() {
            // The mask of the bytes up to the last one in the half that contains it.
            self.part.next = self.ones.val()
                >> (bits::<6>(56)
                    - (bit_cast::<6, 3>(self.word.val().get_value_last_in_half()) << 3));
            self.low_mask.next = self.part.val();
            if self.word.val().get_value_last_in_high() {
                self.low_mask.next = self.ones.val();
                self.high_mask.next = self.part.val();
            }
            self.low.next = self.cut.low.val() & self.low_mask.val();
            self.high.next = self.cut.high.val() & self.high_mask.val();
            self.is_text.next = self.word.val().get_value_class() == 3;
            self.valid.next = !self.is_text.val();
            self.text_valid.next = self.is_text.val();
            // A number has 1, 2, 4 or 8 bytes.
            self.is_negative.next = self.low.val().get_bit(63);
            if self.word.val().get_value_last_in_half() == 0 {
                self.is_negative.next = self.low.val().get_bit(7);
            }
            if self.word.val().get_value_last_in_half() == 1 {
                self.is_negative.next = self.low.val().get_bit(15);
            }
            if self.word.val().get_value_last_in_half() == 3 {
                self.is_negative.next = self.low.val().get_bit(31);
            }
            if !self.is_null.val() & !self.is_text.val() {
                self.number.next = self.low.val();
                if self.is_negative.val() {
                    self.number.next = self.low.val() | !self.low_mask.val();
                }
            }
            self.data.next = bit_cast::<66, 64>(self.number.val());
            if self.is_null.val() {
                self.data.next = bits::<66>(1) << 64;
            }
            if !self.is_null.val() & self.is_text.val() {
                self.low.next = self.low.val() | (!self.low_mask.val() & self.blanks.val());
                self.high.next = self.high.val() | (!self.high_mask.val() & self.blanks.val());
                self.text.next = bit_cast::<128, 64>(self.low.val())
                    | (bit_cast::<128, 64>(self.high.val()) << 64);
            }
        }

        self.check.clock.next = self.clock.val();
        self.check.reset.next = self.reset.val();
        self.check.enable.next = self.ends.val();
        self.check.is_null.next = self.is_null.val();
        self.check.nullable.next = self.word.val().get_value_nullable();
        self.check.type_class.next = self.word.val().get_value_class();
        self.check.digits.next = self.word.val().get_value_digits();
        self.check.low.next = self.low.val();
        self.check.high.next = self.high.val();
        self.wrong.next = self.check.wrong.val();
    }
}
