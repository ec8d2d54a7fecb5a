// SPDX-License-Identifier: Apache-2.0

//! The divider: quotient, remainder, and multiply-divide with rounding, pipelined.
//!
//! ```text
//!            t            t+1                                 t+2 … t+33     t+34
//!  div, rem  operands ─▶ │ magnitudes ─▶ │ ────────────────▶ │ 32 steps ─▶ │ sign, width ─▶ result
//!  muldiv                                │ product, 3 cycles ─▶ │ + half ─▶ │ 32 steps ─▶ …
//! ```
//! Latency 35 cycles, 39 for `muldiv`, in the sense of `engine::isa`; II 1, never stalls. A step
//! computes two bits of the quotient. Two operations of different latency must not leave in one
//! cycle, which `engine::ports` ensures; then they do not meet at the steps either.
//!
//! Results are rounded half away from zero: half the divisor is added to the dividend first. All
//! arithmetic is on magnitudes.
//!
//! ```text
//!  note:  31  26   25     24      23     22..21  20..19   18       17      16      12     0
//!        +------+-------+------+--------+-------+-------+--------+-------+-------+--------+
//!        |  0   | zero  | large|negative|  tag  | width | rest   |  0    |   0   |  dst   |
//!        +------+-------+------+--------+-------+-------+--------+-------+-------+--------+
//! ```
//! *zero*: the divisor is zero. *large*: the quotient has more than 64 bits. *rest*: the result is
//! the remainder.

mod step;

use crate::emit::Unused;
use crate::prim::product::{PRODUCT_CYCLES, Product};
use engine::isa::Opcode;
use rust_hdl::prelude::*;
use step::{NOTE_BITS, Step};

const STEPS: usize = 32;
/// Cycles of a division: the operand registers, the registers of the magnitudes, the steps, and the
/// cycle of the result.
const DIVIDE_CYCLES: u16 = 2 + STEPS as u16 + 1;

const _: () = assert!(engine::isa::INSTRUCTION_SET[Opcode::Div as usize].latency == DIVIDE_CYCLES);
const _: () = assert!(engine::isa::INSTRUCTION_SET[Opcode::Rem as usize].latency == DIVIDE_CYCLES);
const _: () = assert!(
    engine::isa::INSTRUCTION_SET[Opcode::MulDiv as usize].latency
        == DIVIDE_CYCLES + PRODUCT_CYCLES + 1
);

/// Signals some of whose bits are unused.
pub const UNUSED: [Unused; 2] = [
    Unused { signal: "last_note", reason: "A note has spare bits." },
    Unused { signal: "steps_31_divisor_q", reason: "There is no division after the last step." },
];

/// A divisor and its note, delayed by a cycle like the product.
#[derive(LogicBlock, Default)]
pub struct Held {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A value enters.
    pub valid: Signal<In, Bit>,
    /// The divisor.
    pub divisor: Signal<In, Bits<64>>,
    /// What the division carries along.
    pub note: Signal<In, Bits<NOTE_BITS>>,
    /// `valid` one cycle later.
    pub valid_q: Signal<Out, Bit>,
    /// `divisor` one cycle later.
    pub divisor_q: Signal<Out, Bits<64>>,
    /// `note` one cycle later.
    pub note_q: Signal<Out, Bits<NOTE_BITS>>,
    there: DFF<Bit>,
    by: DFF<Bits<64>>,
    noted: DFF<Bits<NOTE_BITS>>,
}

impl Logic for Held {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, there, by, noted);
        self.there.d.next = self.valid.val() & !self.reset.val();
        if self.valid.val() {
            self.by.d.next = self.divisor.val();
            self.noted.d.next = self.note.val();
        }
        self.valid_q.next = self.there.q.val();
        self.divisor_q.next = self.by.q.val();
        self.note_q.next = self.noted.q.val();
    }
}

/// The divider.
#[derive(LogicBlock, Default)]
pub struct Divider {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// An operation enters.
    pub issue: Signal<In, Bit>,
    /// 0 quotient, 1 remainder, 2 product divided (`muldiv`).
    pub operation: Signal<In, Bits<2>>,
    /// The width that the quotient is checked against.
    pub width: Signal<In, Bits<2>>,
    /// The dividend.
    pub a_bits: Signal<In, Bits<64>>,
    /// The tag of the dividend.
    pub a_tag: Signal<In, Bits<2>>,
    /// The divisor.
    pub b_bits: Signal<In, Bits<64>>,
    /// The tag of the divisor.
    pub b_tag: Signal<In, Bits<2>>,
    /// The factor of a `muldiv`.
    pub c_bits: Signal<In, Bits<64>>,
    /// The tag of the factor.
    pub c_tag: Signal<In, Bits<2>>,
    /// The destination of the result, carried along.
    pub dst: Signal<In, Bits<13>>,
    /// A result leaves in this cycle.
    pub valid: Signal<Out, Bit>,
    /// The result, 0 unless its tag is 0.
    pub bits: Signal<Out, Bits<64>>,
    /// The tag of the result.
    pub tag: Signal<Out, Bits<2>>,
    /// The destination of the result.
    pub target: Signal<Out, Bits<13>>,
    issued: DFF<Bit>,
    what: DFF<Bits<2>>,
    wide: DFF<Bits<2>>,
    a: DFF<Bits<64>>,
    a_is: DFF<Bits<2>>,
    b: DFF<Bits<64>>,
    b_is: DFF<Bits<2>>,
    c: DFF<Bits<64>>,
    c_is: DFF<Bits<2>>,
    destination: DFF<Bits<13>>,
    a_size: Signal<Local, Bits<64>>,
    b_size: Signal<Local, Bits<64>>,
    c_size: Signal<Local, Bits<64>>,
    worst: Signal<Local, Bits<2>>,
    negative: Signal<Local, Bit>,
    noted: Signal<Local, Bits<NOTE_BITS>>,
    divides: DFF<Bit>,
    dividend: DFF<Bits<64>>,
    denominator: DFF<Bits<64>>,
    marks: DFF<Bits<NOTE_BITS>>,
    multiplies: DFF<Bit>,
    factor: DFF<Bits<64>>,
    product: Product,
    held: [Held; 3],
    half_added: Signal<Local, Bits<128>>,
    scaled: DFF<Bit>,
    scaled_high: DFF<Bits<64>>,
    scaled_low: DFF<Bits<64>>,
    scaled_by: DFF<Bits<64>>,
    scaled_note: DFF<Bits<NOTE_BITS>>,
    steps: [Step; STEPS],
    last_note: Signal<Local, Bits<NOTE_BITS>>,
    size: Signal<Local, Bits<64>>,
    result: Signal<Local, Bits<64>>,
    fits: Signal<Local, Bit>,
}

impl Logic for Divider {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, issued, what, wide, a, a_is, b, b_is, c, c_is, destination);
        dff_setup!(self, clock, divides, dividend, denominator, marks, multiplies, factor);
        dff_setup!(self, clock, scaled, scaled_high, scaled_low, scaled_by, scaled_note);

        self.issued.d.next = self.issue.val() & !self.reset.val();
        if self.issue.val() {
            self.what.d.next = self.operation.val();
            self.wide.d.next = self.width.val();
            self.a.d.next = self.a_bits.val();
            self.a_is.d.next = self.a_tag.val();
            self.b.d.next = self.b_bits.val();
            self.b_is.d.next = self.b_tag.val();
            self.c.d.next = self.c_bits.val();
            self.c_is.d.next = self.c_tag.val();
            self.destination.d.next = self.dst.val();
        }

        // The magnitudes, and the note for the quotient.
        self.a_size.next = self.a.q.val();
        self.b_size.next = self.b.q.val();
        self.c_size.next = self.c.q.val();
        self.worst.next = self.a_is.q.val();
        self.negative.next = false;
        self.noted.next = 0.into();
        self.divides.d.next = self.issued.q.val() & (self.what.q.val() != 2) & !self.reset.val();
        self.multiplies.d.next = self.issued.q.val() & (self.what.q.val() == 2) & !self.reset.val();
        if self.issued.q.val() {
            if self.a.q.val().get_bit(63) {
                self.a_size.next = bits::<64>(0) - self.a.q.val();
            }
            if self.b.q.val().get_bit(63) {
                self.b_size.next = bits::<64>(0) - self.b.q.val();
            }
            if self.c.q.val().get_bit(63) {
                self.c_size.next = bits::<64>(0) - self.c.q.val();
            }
            if self.b_is.q.val() > self.worst.val() {
                self.worst.next = self.b_is.q.val();
            }
            if (self.what.q.val() == 2) & (self.c_is.q.val() > self.worst.val()) {
                self.worst.next = self.c_is.q.val();
            }
            self.negative.next = self.a.q.val().get_bit(63) != self.b.q.val().get_bit(63);
            if self.what.q.val() == 1 {
                // A remainder has the sign of the dividend.
                self.negative.next = self.a.q.val().get_bit(63);
            }
            if self.what.q.val() == 2 {
                self.negative.next = (self.a.q.val().get_bit(63) != self.b.q.val().get_bit(63))
                    != self.c.q.val().get_bit(63);
            }
            self.noted.next = bit_cast::<32, 13>(self.destination.q.val())
                | (bit_cast::<32, 1>((self.what.q.val() == 1).into()) << 18)
                | (bit_cast::<32, 2>(self.wide.q.val()) << 19)
                | (bit_cast::<32, 2>(self.worst.val()) << 21)
                | (bit_cast::<32, 1>(self.negative.val().into()) << 23)
                | (bit_cast::<32, 1>((self.b.q.val() == 0).into()) << 25);
            self.dividend.d.next = self.a_size.val();
            self.denominator.d.next = self.b_size.val();
            self.factor.d.next = self.c_size.val();
            self.marks.d.next = self.noted.val();
        }

        // A product takes three cycles; divisor and note are delayed as much.
        self.product.clock.next = self.clock.val();
        self.product.valid.next = self.multiplies.q.val();
        self.product.a.next = self.dividend.q.val();
        self.product.b.next = self.factor.q.val();
        for i in 0..3 {
            self.held[i].clock.next = self.clock.val();
            self.held[i].reset.next = self.reset.val();
        }
        self.held[0].valid.next = self.multiplies.q.val();
        self.held[0].divisor.next = self.denominator.q.val();
        self.held[0].note.next = self.marks.q.val();
        for i in 1..3 {
            self.held[i].valid.next = self.held[i - 1].valid_q.val();
            self.held[i].divisor.next = self.held[i - 1].divisor_q.val();
            self.held[i].note.next = self.held[i - 1].note_q.val();
        }
        self.half_added.next = 0.into();
        self.scaled.d.next = self.held[2].valid_q.val() & !self.reset.val();
        if self.held[2].valid_q.val() {
            self.half_added.next = self.product.whole.val()
                + bit_cast::<128, 63>(self.held[2].divisor_q.val().get_bits::<63>(1));
            self.scaled_high.d.next = self.half_added.val().get_bits::<64>(64);
            self.scaled_low.d.next = self.half_added.val().get_bits::<64>(0);
            self.scaled_by.d.next = self.held[2].divisor_q.val();
            self.scaled_note.d.next = self.held[2].note_q.val();
            if self.half_added.val().get_bits::<64>(64) >= self.held[2].divisor_q.val() {
                self.scaled_note.d.next = self.held[2].note_q.val() | (bits::<32>(1) << 24);
            }
        }

        // The steps.
        for i in 0..32 {
            self.steps[i].clock.next = self.clock.val();
            self.steps[i].reset.next = self.reset.val();
        }
        self.steps[0].valid.next = self.divides.q.val() | self.scaled.q.val();
        self.steps[0].remainder.next = 0.into();
        self.steps[0].low.next = self.dividend.q.val();
        self.steps[0].divisor.next = self.denominator.q.val();
        self.steps[0].note.next = self.marks.q.val();
        if self.scaled.q.val() {
            self.steps[0].remainder.next = self.scaled_high.q.val();
            self.steps[0].low.next = self.scaled_low.q.val();
            self.steps[0].divisor.next = self.scaled_by.q.val();
            self.steps[0].note.next = self.scaled_note.q.val();
        }
        for i in 1..32 {
            self.steps[i].valid.next = self.steps[i - 1].valid_q.val();
            self.steps[i].remainder.next = self.steps[i - 1].remainder_q.val();
            self.steps[i].low.next = self.steps[i - 1].low_q.val();
            self.steps[i].divisor.next = self.steps[i - 1].divisor_q.val();
            self.steps[i].note.next = self.steps[i - 1].note_q.val();
        }

        // The sign, and whether the result fits.
        self.last_note.next = self.steps[31].note_q.val();
        self.valid.next = self.steps[31].valid_q.val();
        self.target.next = self.last_note.val().get_bits::<13>(0);
        self.size.next = 0.into();
        self.result.next = 0.into();
        self.fits.next = false;
        self.bits.next = 0.into();
        self.tag.next = 0.into();
        if self.steps[31].valid_q.val() {
            self.size.next = self.steps[31].low_q.val();
            if self.last_note.val().get_bit(18) {
                self.size.next = self.steps[31].remainder_q.val();
            }
            self.result.next = self.size.val();
            self.fits.next = !self.size.val().get_bit(63);
            if self.last_note.val().get_bit(23) {
                self.result.next = bits::<64>(0) - self.size.val();
                self.fits.next =
                    !self.size.val().get_bit(63) | !self.size.val().get_bits::<63>(0).any();
            }
            if self.last_note.val().get_bits::<2>(19) == 0 {
                self.fits.next = self.fits.val()
                    & ((self.result.val().get_bits::<49>(15) == 0)
                        | self.result.val().get_bits::<49>(15).all());
            }
            if self.last_note.val().get_bits::<2>(19) == 1 {
                self.fits.next = self.fits.val()
                    & ((self.result.val().get_bits::<33>(31) == 0)
                        | self.result.val().get_bits::<33>(31).all());
            }
            self.tag.next = self.last_note.val().get_bits::<2>(21);
            if self.last_note.val().get_bits::<2>(21) == 0 {
                if self.last_note.val().get_bit(25) {
                    self.tag.next = 3.into();
                } else {
                    if self.fits.val() & !self.last_note.val().get_bit(24) {
                        self.bits.next = self.result.val();
                    } else {
                        self.tag.next = 2.into();
                    }
                }
            }
        }
    }
}
