// SPDX-License-Identifier: Apache-2.0

//! Whether the bytes of a field are a value of its type, as in `engine::frame::Layout::read`.
//!
//! Latency 1: a field that is presented with `enable` in one cycle is judged in the next. II 1,
//! never stalls.
//!
//! | class | wrong if |
//! | --- | --- |
//! | any, NULL | it must not be NULL, or a byte is not zero |
//! | boolean | above 1 |
//! | decimal of *d* digits | the magnitude is 10^*d* or more |
//! | text | a byte is not printable |

use engine::layout::{Class, DIGITS};
use engine::schema::Type;
use rust_hdl::prelude::*;

/// Numbers of digits, 0 to 18.
const DIGITS_ALL: usize = Type::PRECISION_MAX as usize + 1;

const _: () =
    assert!(DIGITS.bits == 5 && DIGITS_ALL == 19, "the loop over the digits has a literal bound");
const _: () =
    assert!(Class::Boolean as u8 == 1 && Class::Decimal as u8 == 2 && Class::Text as u8 == 3);

/// Twice the largest number of a given number of digits; 0 for more digits than a decimal has.
#[derive(LogicBlock)]
pub struct Bound {
    /// The bound is used; while low it is 0, which saves simulation time.
    pub enable: Signal<In, Bit>,
    /// The number of digits.
    pub digits: Signal<In, Bits<5>>,
    /// Twice the largest number of that many digits; 0 if `digits` is more than 18.
    pub double: Signal<Out, Bits<64>>,
    bounds: [Constant<Bits<64>>; DIGITS_ALL],
}

impl Default for Bound {
    fn default() -> Bound {
        let double = |digits: usize| Constant::new((2 * (10_u64.pow(digits as u32) - 1)).into());
        Bound {
            enable: Default::default(),
            digits: Default::default(),
            double: Default::default(),
            bounds: std::array::from_fn(double),
        }
    }
}

impl Logic for Bound {
    #[hdl_gen]
    fn update(&mut self) {
        self.double.next = 0.into();
        if self.enable.val() {
            for i in 0..19 {
                if self.digits.val().index() == i {
                    self.double.next = self.bounds[i].val();
                }
            }
        }
    }
}

/// The checks of a field.
#[derive(LogicBlock, Default)]
pub struct Check {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A field is presented; it is judged in the next cycle.
    pub enable: Signal<In, Bit>,
    /// The field is NULL.
    pub is_null: Signal<In, Bit>,
    /// The field may be NULL.
    pub nullable: Signal<In, Bit>,
    /// The `engine::layout::Class` of the field.
    pub type_class: Signal<In, Bits<2>>,
    /// The digits of a decimal.
    pub digits: Signal<In, Bits<5>>,
    /// Bytes 0 to 7 of the field. Bytes that it does not have are zero, or blank in a text that is
    /// not NULL.
    pub low: Signal<In, Bits<64>>,
    /// Bytes 8 to 15 of the field, as `low`.
    pub high: Signal<In, Bits<64>>,
    /// The field of the cycle before is not a value of its type.
    pub wrong: Signal<Out, Bit>,
    there: DFF<Bit>,
    was_null: DFF<Bit>,
    may_be_null: DFF<Bit>,
    kind: DFF<Bits<2>>,
    precision: DFF<Bits<5>>,
    low_bytes: DFF<Bits<64>>,
    high_bytes: DFF<Bits<64>>,
    bound: Bound,
    folded: Signal<Local, Bits<64>>,
    /// Bit 7 of every byte.
    tops: Signal<Local, Bits<64>>,
    low_printable: Signal<Local, Bits<64>>,
    high_printable: Signal<Local, Bits<64>>,
}

impl Logic for Check {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            there,
            was_null,
            may_be_null,
            kind,
            precision,
            low_bytes,
            high_bytes
        );
        self.there.d.next = self.enable.val() & !self.reset.val();
        if self.enable.val() {
            self.was_null.d.next = self.is_null.val();
            self.may_be_null.d.next = self.nullable.val();
            self.kind.d.next = self.type_class.val();
            self.precision.d.next = self.digits.val();
            self.low_bytes.d.next = self.low.val();
            self.high_bytes.d.next = self.high.val();
        }

        self.bound.enable.next = self.there.q.val() & (self.kind.q.val() == 2);
        self.bound.digits.next = self.precision.q.val();
        self.folded.next = 0.into();
        self.tops.next = (bits::<64>(0x0101_0101) << 7) | (bits::<64>(0x0101_0101) << 39);
        self.low_printable.next = 0.into();
        self.high_printable.next = 0.into();
        self.wrong.next = false;
        if self.there.q.val() {
            if self.was_null.q.val() {
                self.wrong.next = !self.may_be_null.q.val()
                    | self.low_bytes.q.val().any()
                    | self.high_bytes.q.val().any();
            } else {
                if self.kind.q.val() == 1 {
                    self.wrong.next = self.low_bytes.q.val() > 1;
                }
                if self.kind.q.val() == 2 {
                    // 0, -1, 1, -2, ... become 0, 1, 2, 3, ..., so that one comparison checks both
                    // bounds.
                    self.folded.next = self.low_bytes.q.val() << 1;
                    if self.low_bytes.q.val().get_bit(63) {
                        self.folded.next = !(self.low_bytes.q.val() << 1);
                    }
                    self.wrong.next = self.folded.val() > self.bound.double.val();
                }
                if self.kind.q.val() == 3 {
                    // Bit 7 of each byte becomes 1 if bit 7 of the byte is 0, bit 6 or 5 is 1, and
                    // bits 6 to 0 are not all 1.
                    self.low_printable.next = !self.low_bytes.q.val()
                        & ((self.low_bytes.q.val() << 1) | (self.low_bytes.q.val() << 2))
                        & !((self.low_bytes.q.val() << 1)
                            & (self.low_bytes.q.val() << 2)
                            & (self.low_bytes.q.val() << 3)
                            & (self.low_bytes.q.val() << 4)
                            & (self.low_bytes.q.val() << 5)
                            & (self.low_bytes.q.val() << 6)
                            & (self.low_bytes.q.val() << 7));
                    self.high_printable.next = !self.high_bytes.q.val()
                        & ((self.high_bytes.q.val() << 1) | (self.high_bytes.q.val() << 2))
                        & !((self.high_bytes.q.val() << 1)
                            & (self.high_bytes.q.val() << 2)
                            & (self.high_bytes.q.val() << 3)
                            & (self.high_bytes.q.val() << 4)
                            & (self.high_bytes.q.val() << 5)
                            & (self.high_bytes.q.val() << 6)
                            & (self.high_bytes.q.val() << 7));
                    self.wrong.next = ((self.low_printable.val() & self.high_printable.val())
                        & self.tops.val())
                        != self.tops.val();
                }
            }
        }
    }
}
