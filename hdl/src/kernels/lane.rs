// SPDX-License-Identifier: Apache-2.0

//! A rule lane: 64-bit arithmetic and comparisons on values with tags.
//!
//! ```text
//!   t            t+1                                  t+4
//!  operands ──▶ │ add, compare, select ──▶ value, truth
//!               │ multiply ──▶ │ ──▶ │ ──▶ │ ──▶ value
//! ```
//! Latency 2 cycles, 5 for a multiplication, in the sense of `engine::isa`: the result of an
//! operation that is presented in cycle t is at the outputs during t + 1, or t + 4. A register file
//! that writes it at the end of that cycle can be read in the next. II 1, never stalls. A product
//! and another value must not leave in one cycle, which `engine::ports` ensures.
//!
//! Tags and truths are those of `engine::value`: the result has the larger tag of the two operands,
//! and an unknown truth is its tag plus one. The bits are zero unless the tag is 0. A sum,
//! difference or product outside its width is `overflow`; with the saturating width it is the
//! nearest 64-bit value.

use crate::prim::multiply::{MULTIPLY_CYCLES, Multiply};
use engine::isa::Opcode;
use engine::value::{Tag, Truth, Width};
use rust_hdl::prelude::*;

const _: () = assert!(Opcode::Move as u8 == 0 && Opcode::Add as u8 == 1 && Opcode::Sub as u8 == 2);
const _: () =
    assert!(Opcode::Mul as u8 == 3 && Opcode::Range as u8 == 4 && Opcode::Select as u8 == 5);
const _: () =
    assert!(Opcode::Coalesce as u8 == 6 && Opcode::Truth as u8 == 7 && Opcode::Eq as u8 == 8);
const _: () = assert!(Opcode::Ne as u8 == 9 && Opcode::Lt as u8 == 10 && Opcode::Le as u8 == 11);
const _: () =
    assert!(Opcode::IsNull as u8 == 12 && Opcode::NotNull as u8 == 13 && Opcode::Clean as u8 == 14);
const _: () =
    assert!(Tag::Null as u8 == 1 && Tag::Overflow as u8 == 2 && Tag::DivisionByZero as u8 == 3);
const _: () = assert!(
    Truth::Null as u8 == 2 && Truth::Overflow as u8 == 3 && Truth::DivisionByZero as u8 == 4
);
const _: () = assert!(Width::W16 as u8 == 0 && Width::W32 as u8 == 1 && Width::S64 as u8 == 3);
const _: () = assert!(engine::isa::INSTRUCTION_SET[Opcode::Add as usize].latency == 2);
const _: () =
    assert!(engine::isa::INSTRUCTION_SET[Opcode::Mul as usize].latency == 2 + MULTIPLY_CYCLES);

/// A rule lane.
#[derive(LogicBlock)]
pub struct Lane {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// An operation enters.
    pub issue: Signal<In, Bit>,
    /// The operation, an `engine::isa::Opcode` below 15.
    pub opcode: Signal<In, Bits<4>>,
    /// The width that a result is checked against, or clamped to: an `engine::value::Width`.
    pub width: Signal<In, Bits<2>>,
    /// The bits of operand x.
    pub x_bits: Signal<In, Bits<64>>,
    /// The tag of operand x.
    pub x_tag: Signal<In, Bits<2>>,
    /// The bits of operand y.
    pub y_bits: Signal<In, Bits<64>>,
    /// The tag of operand y.
    pub y_tag: Signal<In, Bits<2>>,
    /// The lower bound of a `range`, inclusive.
    pub low: Signal<In, Bits<64>>,
    /// The upper bound of a `range`, inclusive.
    pub high: Signal<In, Bits<64>>,
    /// The condition of a `select`, the operand of a `truth`, or the guard of a comparison.
    pub predicate: Signal<In, Bits<3>>,
    /// A comparison is required only if the predicate is true.
    pub guarded: Signal<In, Bit>,
    /// The destination of the result, carried along.
    pub dst: Signal<In, Bits<13>>,
    /// A value leaves in this cycle.
    pub value_valid: Signal<Out, Bit>,
    /// The bits of the value, 0 unless its tag is 0.
    pub value_bits: Signal<Out, Bits<64>>,
    /// The tag of the value.
    pub value_tag: Signal<Out, Bits<2>>,
    /// The destination of the value.
    pub value_dst: Signal<Out, Bits<13>>,
    /// A truth leaves in this cycle.
    pub truth_valid: Signal<Out, Bit>,
    /// The truth.
    pub truth: Signal<Out, Bits<3>>,
    /// The destination of the truth.
    pub truth_dst: Signal<Out, Bits<13>>,
    sign: Constant<Bits<64>>,
    issued: DFF<Bit>,
    operation: DFF<Bits<4>>,
    wide: DFF<Bits<2>>,
    x: DFF<Bits<64>>,
    x_is: DFF<Bits<2>>,
    y: DFF<Bits<64>>,
    y_is: DFF<Bits<2>>,
    lowest: DFF<Bits<64>>,
    highest: DFF<Bits<64>>,
    condition: DFF<Bits<3>>,
    conditional: DFF<Bit>,
    target: DFF<Bits<13>>,
    multiply: Multiply,
    products: [Product; 3],
    worst: Signal<Local, Bits<2>>,
    sum: Signal<Local, Bits<64>>,
    overflow: Signal<Local, Bit>,
    fits: Signal<Local, Bit>,
    x_order: Signal<Local, Bits<64>>,
    y_order: Signal<Local, Bits<64>>,
    holds: Signal<Local, Bit>,
    compared: Signal<Local, Bits<3>>,
    product_fits: Signal<Local, Bit>,
    is_product: Signal<Local, Bit>,
}

/// The tag, width and destination of a product during one stage of the multiplier.
#[derive(LogicBlock, Default)]
pub struct Product {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A product enters.
    pub valid: Signal<In, Bit>,
    /// The tag of the product.
    pub tag: Signal<In, Bits<2>>,
    /// The width that it is checked against.
    pub width: Signal<In, Bits<2>>,
    /// Its destination.
    pub dst: Signal<In, Bits<13>>,
    /// `valid` one cycle later.
    pub valid_q: Signal<Out, Bit>,
    /// `tag` one cycle later.
    pub tag_q: Signal<Out, Bits<2>>,
    /// `width` one cycle later.
    pub width_q: Signal<Out, Bits<2>>,
    /// `dst` one cycle later.
    pub dst_q: Signal<Out, Bits<13>>,
    there: DFF<Bit>,
    tagged: DFF<Bits<2>>,
    wide: DFF<Bits<2>>,
    target: DFF<Bits<13>>,
}

impl Logic for Product {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, there, tagged, wide, target);
        self.there.d.next = self.valid.val() & !self.reset.val();
        if self.valid.val() {
            self.tagged.d.next = self.tag.val();
            self.wide.d.next = self.width.val();
            self.target.d.next = self.dst.val();
        }
        self.valid_q.next = self.there.q.val();
        self.tag_q.next = self.tagged.q.val();
        self.width_q.next = self.wide.q.val();
        self.dst_q.next = self.target.q.val();
    }
}

// A derived default would make the constant zero.
impl Default for Lane {
    fn default() -> Lane {
        Lane {
            clock: Default::default(),
            reset: Default::default(),
            issue: Default::default(),
            opcode: Default::default(),
            width: Default::default(),
            x_bits: Default::default(),
            x_tag: Default::default(),
            y_bits: Default::default(),
            y_tag: Default::default(),
            low: Default::default(),
            high: Default::default(),
            predicate: Default::default(),
            guarded: Default::default(),
            dst: Default::default(),
            value_valid: Default::default(),
            value_bits: Default::default(),
            value_tag: Default::default(),
            value_dst: Default::default(),
            truth_valid: Default::default(),
            truth: Default::default(),
            truth_dst: Default::default(),
            sign: Constant::new((1_u64 << 63).into()),
            issued: Default::default(),
            operation: Default::default(),
            wide: Default::default(),
            x: Default::default(),
            x_is: Default::default(),
            y: Default::default(),
            y_is: Default::default(),
            lowest: Default::default(),
            highest: Default::default(),
            condition: Default::default(),
            conditional: Default::default(),
            target: Default::default(),
            multiply: Default::default(),
            products: Default::default(),
            worst: Default::default(),
            sum: Default::default(),
            overflow: Default::default(),
            fits: Default::default(),
            x_order: Default::default(),
            y_order: Default::default(),
            holds: Default::default(),
            compared: Default::default(),
            product_fits: Default::default(),
            is_product: Default::default(),
        }
    }
}

impl Logic for Lane {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, issued, operation, wide, x, x_is, y, y_is);
        dff_setup!(self, clock, lowest, highest, condition, conditional, target);

        // The operand registers.
        self.issued.d.next = self.issue.val() & !self.reset.val();
        if self.issue.val() {
            self.operation.d.next = self.opcode.val();
            self.wide.d.next = self.width.val();
            self.x.d.next = self.x_bits.val();
            self.x_is.d.next = self.x_tag.val();
            self.y.d.next = self.y_bits.val();
            self.y_is.d.next = self.y_tag.val();
            self.lowest.d.next = self.low.val();
            self.highest.d.next = self.high.val();
            self.condition.d.next = self.predicate.val();
            self.conditional.d.next = self.guarded.val();
            self.target.d.next = self.dst.val();
        }

        self.worst.next = 0.into();
        self.sum.next = 0.into();
        self.overflow.next = false;
        self.fits.next = false;
        self.x_order.next = 0.into();
        self.y_order.next = 0.into();
        self.holds.next = false;
        self.compared.next = 0.into();
        self.value_valid.next = false;
        self.value_bits.next = 0.into();
        self.value_tag.next = 0.into();
        self.value_dst.next = self.target.q.val();
        self.truth_valid.next = false;
        self.truth.next = 0.into();
        self.truth_dst.next = self.target.q.val();

        if self.issued.q.val() {
            self.worst.next = self.x_is.q.val();
            if self.y_is.q.val() > self.x_is.q.val() {
                self.worst.next = self.y_is.q.val();
            }
            // The unsigned order of these is the signed order of the operands.
            self.x_order.next = self.x.q.val() ^ self.sign.val();
            self.y_order.next = self.y.q.val() ^ self.sign.val();

            self.value_valid.next = (self.operation.q.val() < 8) & (self.operation.q.val() != 3);
            self.value_tag.next = self.x_is.q.val();
            self.value_bits.next = self.x.q.val();
            if self.operation.q.val() == 1 {
                self.sum.next = self.x.q.val() + self.y.q.val();
                self.overflow.next = (self.x.q.val().get_bit(63) == self.y.q.val().get_bit(63))
                    & (self.sum.val().get_bit(63) != self.x.q.val().get_bit(63));
            }
            if self.operation.q.val() == 2 {
                self.sum.next = self.x.q.val() - self.y.q.val();
                self.overflow.next = (self.x.q.val().get_bit(63) != self.y.q.val().get_bit(63))
                    & (self.sum.val().get_bit(63) != self.x.q.val().get_bit(63));
            }
            if (self.operation.q.val() == 1) | (self.operation.q.val() == 2) {
                self.fits.next = true;
                if self.wide.q.val() == 0 {
                    self.fits.next = (self.sum.val().get_bits::<49>(15) == 0)
                        | self.sum.val().get_bits::<49>(15).all();
                }
                if self.wide.q.val() == 1 {
                    self.fits.next = (self.sum.val().get_bits::<33>(31) == 0)
                        | self.sum.val().get_bits::<33>(31).all();
                }
                self.value_tag.next = self.worst.val();
                self.value_bits.next = self.sum.val();
                if (self.worst.val() == 0) & (self.overflow.val() | !self.fits.val()) {
                    self.value_tag.next = 2.into();
                    // A sum or difference that overflows has the sign of x.
                    if self.wide.q.val() == 3 {
                        self.value_tag.next = 0.into();
                        self.value_bits.next = !self.sign.val();
                        if self.x.q.val().get_bit(63) {
                            self.value_bits.next = self.sign.val();
                        }
                    }
                }
            }
            if (self.operation.q.val() == 4)
                & (self.x_is.q.val() == 0)
                & ((self.x_order.val() < (self.lowest.q.val() ^ self.sign.val()))
                    | (self.x_order.val() > (self.highest.q.val() ^ self.sign.val())))
            {
                self.value_tag.next = 2.into();
            }
            if self.operation.q.val() == 5 {
                if (self.condition.q.val() == 0) | (self.condition.q.val() == 2) {
                    self.value_bits.next = self.y.q.val();
                    self.value_tag.next = self.y_is.q.val();
                }
                if self.condition.q.val() == 3 {
                    self.value_tag.next = 2.into();
                }
                if self.condition.q.val() == 4 {
                    self.value_tag.next = 3.into();
                }
            }
            if (self.operation.q.val() == 6) & (self.x_is.q.val() == 1) {
                self.value_bits.next = self.y.q.val();
                self.value_tag.next = self.y_is.q.val();
            }
            if self.operation.q.val() == 7 {
                self.value_bits.next = bit_cast::<64, 3>(self.condition.q.val());
                self.value_tag.next = 0.into();
                if self.condition.q.val() == 2 {
                    self.value_tag.next = 1.into();
                }
                if self.condition.q.val() == 3 {
                    self.value_tag.next = 2.into();
                }
                if self.condition.q.val() == 4 {
                    self.value_tag.next = 3.into();
                }
            }
            if self.value_tag.val() != 0 {
                self.value_bits.next = 0.into();
            }

            self.truth_valid.next = self.operation.q.val() > 7;
            if self.operation.q.val() > 7 {
                if self.operation.q.val() == 8 {
                    self.holds.next = self.x.q.val() == self.y.q.val();
                }
                if self.operation.q.val() == 9 {
                    self.holds.next = self.x.q.val() != self.y.q.val();
                }
                if self.operation.q.val() == 10 {
                    self.holds.next = self.x_order.val() < self.y_order.val();
                }
                if self.operation.q.val() == 11 {
                    self.holds.next = self.x_order.val() <= self.y_order.val();
                }
                self.compared.next = bit_cast::<3, 1>(self.holds.val().into());
                if self.worst.val() != 0 {
                    self.compared.next = bit_cast::<3, 2>(self.worst.val()) + 1;
                }
                // The last three operations use only x.
                if self.operation.q.val() > 11 {
                    self.compared.next = bit_cast::<3, 2>(self.x_is.q.val()) + 1;
                    if self.x_is.q.val() == 0 {
                        self.compared.next =
                            bit_cast::<3, 1>((self.operation.q.val() != 12).into());
                    }
                    if self.x_is.q.val() == 1 {
                        self.compared.next =
                            bit_cast::<3, 1>((self.operation.q.val() != 13).into());
                    }
                }
                self.truth.next = self.compared.val();
                if self.conditional.q.val() {
                    if self.condition.q.val() == 0 {
                        self.truth.next = 1.into();
                    }
                    if self.condition.q.val() > 1 {
                        self.truth.next = self.condition.q.val();
                    }
                }
            }
        }

        // Products: tag, width and destination are delayed like the product.
        self.is_product.next = self.issued.q.val() & (self.operation.q.val() == 3);
        self.multiply.clock.next = self.clock.val();
        self.multiply.valid.next = self.is_product.val();
        self.multiply.a.next = self.x.q.val();
        self.multiply.b.next = self.y.q.val();
        for i in 0..3 {
            self.products[i].clock.next = self.clock.val();
            self.products[i].reset.next = self.reset.val();
        }
        self.products[0].valid.next = self.is_product.val();
        self.products[0].tag.next = self.worst.val();
        self.products[0].width.next = self.wide.q.val();
        self.products[0].dst.next = self.target.q.val();
        for i in 1..3 {
            self.products[i].valid.next = self.products[i - 1].valid_q.val();
            self.products[i].tag.next = self.products[i - 1].tag_q.val();
            self.products[i].width.next = self.products[i - 1].width_q.val();
            self.products[i].dst.next = self.products[i - 1].dst_q.val();
        }
        self.product_fits.next = self.multiply.fits.val().get_bit(2);
        if self.products[2].width_q.val() == 0 {
            self.product_fits.next = self.multiply.fits.val().get_bit(0);
        }
        if self.products[2].width_q.val() == 1 {
            self.product_fits.next = self.multiply.fits.val().get_bit(1);
        }
        if self.products[2].valid_q.val() {
            self.value_valid.next = true;
            self.value_dst.next = self.products[2].dst_q.val();
            self.value_tag.next = self.products[2].tag_q.val();
            self.value_bits.next = 0.into();
            if self.products[2].tag_q.val() == 0 {
                if self.product_fits.val() {
                    self.value_bits.next = self.multiply.product.val();
                } else {
                    self.value_tag.next = 2.into();
                    if self.products[2].width_q.val() == 3 {
                        self.value_tag.next = 0.into();
                        self.value_bits.next = !self.sign.val();
                        if self.multiply.negative.val() {
                            self.value_bits.next = self.sign.val();
                        }
                    }
                }
            }
        }
    }
}
