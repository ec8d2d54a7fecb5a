//! One field of a frame: its bytes out of the beat, widened to 64 bits, with its checks.
//!
//! ```text
//!  window  575                         64 63        0
//!         +------------------------------+-----------+      a field's first byte is at byte 8 + offset - 64 * beat,
//!         |        beat (64 bytes)       | the 8 of  |      so that one that straddles two beats is whole when the
//!         |                              | before it |      second is there
//!         +------------------------------+-----------+
//! ```
//! The layout words are read while the beat is registered, so that the value stands in the cycle behind the beat's.
//! The words are `engine::microcode`'s.

use crate::prim::memory::Memory;
use rust_hdl::prelude::*;

/// The field.
#[derive(LogicBlock, Default)]
pub struct Field {
    pub clock: Signal<In, Clock>,
    /// Bank and kind, one cycle ahead of the window.
    pub address: Signal<In, Bits<8>>,
    pub layout_write: Signal<In, Bits<3>>,
    pub layout_address: Signal<In, Bits<8>>,
    pub layout_data: Signal<In, Bits<64>>,
    /// A beat stands in the window.
    pub there: Signal<In, Bit>,
    pub beat: Signal<In, Bits<2>>,
    pub window: Signal<In, Bits<576>>,
    pub is_null: Signal<In, Bit>,
    /// The field's last byte is in this beat; its value stands.
    pub valid: Signal<Out, Bit>,
    /// Tag and bits.
    pub data: Signal<Out, Bits<66>>,
    /// It is no value of its type.
    pub wrong: Signal<Out, Bit>,
    places: Memory<8>,
    lows: Memory<8>,
    highs: Memory<8>,
    sign: Signal<Local, Bits<64>>,
    value: Signal<Local, Bits<64>>,
    tag: Signal<Local, Bits<2>>,
    place: Signal<Local, Bits<64>>,
    last_byte: Signal<Local, Bits<8>>,
    ahead: Signal<Local, Bits<6>>,
    shift: Signal<Local, Bits<10>>,
    raw: Signal<Local, Bits<64>>,
    number: Signal<Local, Bits<64>>,
    bytes: Signal<Local, Bits<64>>,
}

impl Logic for Field {
    #[hdl_gen]
    fn update(&mut self) {
        self.places.clock.next = self.clock.val();
        self.places.read_address.next = self.address.val();
        self.places.write.next = self.layout_write.val().get_bit(0);
        self.places.write_address.next = self.layout_address.val();
        self.places.write_data.next = self.layout_data.val();
        self.lows.clock.next = self.clock.val();
        self.lows.read_address.next = self.address.val();
        self.lows.write.next = self.layout_write.val().get_bit(1);
        self.lows.write_address.next = self.layout_address.val();
        self.lows.write_data.next = self.layout_data.val();
        self.highs.clock.next = self.clock.val();
        self.highs.read_address.next = self.address.val();
        self.highs.write.next = self.layout_write.val().get_bit(2);
        self.highs.write_address.next = self.layout_address.val();
        self.highs.write_data.next = self.layout_data.val();

        // Unsigned order of numbers with this bit flipped is their signed order.
        self.sign.next = bits::<64>(1) << 63;
        self.place.next = self.places.read_data.val();
        self.last_byte.next = 0.into();
        self.ahead.next = 0.into();
        self.shift.next = 0.into();
        self.raw.next = 0.into();
        self.number.next = 0.into();
        self.bytes.next = 0.into();
        self.valid.next = false;
        self.value.next = 0.into();
        self.tag.next = 0.into();
        self.wrong.next = false;
        if self.there.val() & self.place.val().get_bit(11) {
            // The width is a power of two: offset + width - 1.
            self.last_byte.next =
                self.place.val().get_bits::<8>(0) + ((bits::<8>(1) << self.place.val().get_bits::<2>(8)) - 1);
            if self.last_byte.val().get_bits::<2>(6) == self.beat.val() {
                self.valid.next = true;
                // Modulo 64 an offset before the beat becomes one of the eight bytes ahead of it. The sum has a signal of
                // its own: within a larger expression Verilog would not cut its carry.
                self.ahead.next = self.place.val().get_bits::<6>(0) + 8;
                self.shift.next = bit_cast::<10, 6>(self.ahead.val()) << 3;
                if self.place.val().get_bits::<2>(6) == self.beat.val() {
                    self.shift.next = (bit_cast::<10, 6>(self.place.val().get_bits::<6>(0)) + 8) << 3;
                }
                self.raw.next = self.window.val().get_bits::<64>(self.shift.val().index());
                self.bytes.next = self.raw.val();
                self.number.next = self.raw.val();
                if self.place.val().get_bits::<2>(8) == 0 {
                    self.bytes.next = self.raw.val() & 0xff;
                    self.number.next = bit_cast::<64, 8>(self.raw.val().get_bits::<8>(0));
                    if self.raw.val().get_bit(7) {
                        self.number.next = bit_cast::<64, 8>(self.raw.val().get_bits::<8>(0)) | ((!bits::<64>(0)) << 8);
                    }
                }
                if self.place.val().get_bits::<2>(8) == 1 {
                    self.bytes.next = self.raw.val() & 0xffff;
                    self.number.next = bit_cast::<64, 16>(self.raw.val().get_bits::<16>(0));
                    if self.raw.val().get_bit(15) {
                        self.number.next =
                            bit_cast::<64, 16>(self.raw.val().get_bits::<16>(0)) | ((!bits::<64>(0)) << 16);
                    }
                }
                if self.place.val().get_bits::<2>(8) == 2 {
                    self.bytes.next = bit_cast::<64, 32>(self.raw.val().get_bits::<32>(0));
                    self.number.next = bit_cast::<64, 32>(self.raw.val().get_bits::<32>(0));
                    if self.raw.val().get_bit(31) {
                        self.number.next =
                            bit_cast::<64, 32>(self.raw.val().get_bits::<32>(0)) | ((!bits::<64>(0)) << 32);
                    }
                }
                if self.is_null.val() {
                    self.tag.next = 1.into();
                    // A NULL where there may be none, or one with bytes.
                    self.wrong.next = !self.place.val().get_bit(10) | self.bytes.val().any();
                } else {
                    self.value.next = self.number.val();
                    self.wrong.next = ((self.number.val() ^ self.sign.val())
                        < (self.lows.read_data.val() ^ self.sign.val()))
                        | ((self.number.val() ^ self.sign.val()) > (self.highs.read_data.val() ^ self.sign.val()));
                }
            }
        }
        self.data.next = bit_cast::<66, 64>(self.value.val()) | (bit_cast::<66, 2>(self.tag.val()) << 64);
    }
}
