// SPDX-License-Identifier: Apache-2.0

//! Two bits of a quotient: two conditional subtractions in series, followed by registers.
//!
//! ```text
//!  remainder  low                     remainder'  low'
//! +---------+---------------+        +---------+-----------+--+
//! |  r < d  | dividend bits | ─────▶ | r' < d  | dividend  |qq|
//! +---------+---------------+        +---------+-----------+--+
//! ```
//! The divisor is at most 2^63, so twice a remainder plus one bit fits in 64 bits. Latency 1, II 1,
//! never stalls.

use rust_hdl::prelude::*;

/// Bits of the note of a division: its destination and the handling of its quotient, see
/// [`super::Divider`].
pub const NOTE_BITS: usize = 32;

/// A step of two bits.
#[derive(LogicBlock, Default)]
pub struct Step {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A division enters.
    pub valid: Signal<In, Bit>,
    /// The remainder so far, less than the divisor.
    pub remainder: Signal<In, Bits<64>>,
    /// The bits of the dividend that are left, then those of the quotient.
    pub low: Signal<In, Bits<64>>,
    /// The divisor, at most 2^63.
    pub divisor: Signal<In, Bits<64>>,
    /// What the division carries along.
    pub note: Signal<In, Bits<NOTE_BITS>>,
    /// `valid` one cycle later.
    pub valid_q: Signal<Out, Bit>,
    /// The remainder after two bits.
    pub remainder_q: Signal<Out, Bits<64>>,
    /// `low` after two bits.
    pub low_q: Signal<Out, Bits<64>>,
    /// `divisor` one cycle later.
    pub divisor_q: Signal<Out, Bits<64>>,
    /// `note` one cycle later.
    pub note_q: Signal<Out, Bits<NOTE_BITS>>,
    there: DFF<Bit>,
    rest: DFF<Bits<64>>,
    bits_left: DFF<Bits<64>>,
    by: DFF<Bits<64>>,
    noted: DFF<Bits<NOTE_BITS>>,
    first: Signal<Local, Bits<64>>,
    second: Signal<Local, Bits<64>>,
    first_bit: Signal<Local, Bit>,
    second_bit: Signal<Local, Bit>,
}

impl Logic for Step {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, there, rest, bits_left, by, noted);
        self.there.d.next = self.valid.val() & !self.reset.val();
        self.first.next = 0.into();
        self.second.next = 0.into();
        self.first_bit.next = false;
        self.second_bit.next = false;
        if self.valid.val() {
            self.first.next =
                (self.remainder.val() << 1) | bit_cast::<64, 1>(self.low.val().get_bit(63).into());
            if self.first.val() >= self.divisor.val() {
                self.first.next = self.first.val() - self.divisor.val();
                self.first_bit.next = true;
            }
            self.second.next =
                (self.first.val() << 1) | bit_cast::<64, 1>(self.low.val().get_bit(62).into());
            if self.second.val() >= self.divisor.val() {
                self.second.next = self.second.val() - self.divisor.val();
                self.second_bit.next = true;
            }
            self.rest.d.next = self.second.val();
            self.bits_left.d.next = (self.low.val() << 2)
                | (bit_cast::<64, 1>(self.first_bit.val().into()) << 1)
                | bit_cast::<64, 1>(self.second_bit.val().into());
            self.by.d.next = self.divisor.val();
            self.noted.d.next = self.note.val();
        }
        self.valid_q.next = self.there.q.val();
        self.remainder_q.next = self.rest.q.val();
        self.low_q.next = self.bits_left.q.val();
        self.divisor_q.next = self.by.q.val();
        self.note_q.next = self.noted.q.val();
    }
}
