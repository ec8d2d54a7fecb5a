//! The parser: frames of up to four beats become values of fields.
//!
//! ```text
//!  cycle    k              k + 1                       k + 2                    k + 3
//!      beat taken ──▶ │ window, fields stand ──▶ │ every check's outcome ──▶ │ done, malformed
//! ```
//! A field whose last byte is in beat k stands during k + 1, and can be read from its slot in k + 2. Behind the last
//! beat, in k + 3, `done` says whether the frame was one. II 1; a frame's first
//! beat is taken only while `accept` is high, the others always.
//!
//! Beats of a frame come one behind the other; a frame with a gap is malformed, since its transaction does not wait. A sender
//! that cannot promise this gathers a frame before it sends it.
//!
//! What the reference refuses as malformed is malformed here: a length other than the layout's, in the header or in fact,
//! an unknown kind, reserved bits, a NULL where there may be none or with bytes, a value that its type does not hold.
//! A frame that is too long is swallowed to its end. `engine::frame` has the layout, `engine::microcode` the words.

mod field;

use crate::emit::Unused;
use crate::prim::memory::Memory;
use engine::frame::HEADER_BYTES;
use engine::machine::{BEAT_BYTES, FIELDS_MAX, FRAME_BYTES_MAX, PARSE_CYCLES};
use field::Field;
use rust_hdl::prelude::*;

const _: () = assert!(BEAT_BYTES == 64 && FRAME_BYTES_MAX == 4 * BEAT_BYTES && FIELDS_MAX == 32 && HEADER_BYTES == 12);
const _: () = assert!(PARSE_CYCLES == 2);

/// Signals some of whose bits have no meaning.
pub const UNUSED: [Unused; 4] = [
    Unused { signal: "header", reason: "A word has 64 bits, a frame's header fewer." },
    Unused { signal: "place", reason: "A word has 64 bits, a field's place fewer." },
    Unused { signal: "last_beat", reason: "Bits 7 and 6 are the beat, the low ones the byte in it." },
    Unused { signal: "last_byte", reason: "Which beat it is in is all that counts." },
];

/// The parser.
#[derive(LogicBlock, Default)]
pub struct Parse {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub s_axis_tdata: Signal<In, Bits<512>>,
    pub s_axis_tkeep: Signal<In, Bits<64>>,
    pub s_axis_tlast: Signal<In, Bit>,
    pub s_axis_tvalid: Signal<In, Bit>,
    pub s_axis_tready: Signal<Out, Bit>,
    /// A frame may start.
    pub accept: Signal<In, Bit>,
    pub bank: Signal<In, Bit>,
    pub layout_write: Signal<In, Bit>,
    pub layout_address: Signal<In, Bits<15>>,
    pub layout_data: Signal<In, Bits<64>>,
    /// The first beat of a frame is taken in this cycle.
    pub start: Signal<Out, Bit>,
    /// Kind and sequence number of the frame that starts.
    pub kind: Signal<Out, Bits<8>>,
    pub sequence_number: Signal<Out, Bits<32>>,
    pub field_valid: [Signal<Out, Bit>; FIELDS_MAX],
    pub field_data: [Signal<Out, Bits<66>>; FIELDS_MAX],
    /// The frame has been looked at as a whole.
    pub done: Signal<Out, Bit>,
    pub malformed: Signal<Out, Bit>,
    fields: [Field; FIELDS_MAX],
    headers: Memory<8>,
    address: Signal<Local, Bits<8>>,
    taken: Signal<Local, Bit>,
    inside: DFF<Bit>,
    swallowing: DFF<Bit>,
    kind_q: DFF<Bits<7>>,
    next_beat: DFF<Bits<2>>,
    there: DFF<Bit>,
    beat: DFF<Bits<2>>,
    beat_data: DFF<Bits<512>>,
    beat_keep: DFF<Bits<64>>,
    beat_last: DFF<Bit>,
    tail: DFF<Bits<64>>,
    nulls: DFF<Bits<32>>,
    kind_high: DFF<Bit>,
    gap: DFF<Bit>,
    window: Signal<Local, Bits<576>>,
    nulls_now: Signal<Local, Bits<32>>,
    header: Signal<Local, Bits<64>>,
    last_beat: Signal<Local, Bits<9>>,
    keep_expected: Signal<Local, Bits<64>>,
    is_final: Signal<Local, Bit>,
    layout_field: Signal<Local, Bits<32>>,
    wrong_header: Signal<Local, Bit>,
    wrong: [DFF<Bit>; FIELDS_MAX],
    wrong_now: Signal<Local, Bit>,
    wrong_frame: DFF<Bit>,
    finished: DFF<Bit>,
    wrong_before: DFF<Bit>,
    is_done: DFF<Bit>,
    is_malformed: DFF<Bit>,
}

impl Logic for Parse {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, inside, swallowing, kind_q, next_beat, there, beat, beat_data, beat_keep, beat_last);
        dff_setup!(self, clock, tail, nulls, kind_high, gap, wrong_frame, finished, wrong_before);
        dff_setup!(self, clock, is_done, is_malformed);

        // Cycle k: a beat is taken, and the layout of its kind is being read.
        self.s_axis_tready.next =
            (self.accept.val() | self.inside.q.val() | self.swallowing.q.val()) & !self.reset.val();
        self.taken.next = self.s_axis_tvalid.val()
            & (self.accept.val() | self.inside.q.val() | self.swallowing.q.val())
            & !self.reset.val();
        self.start.next = self.taken.val() & !self.inside.q.val() & !self.swallowing.q.val();
        self.kind.next = self.s_axis_tdata.val().get_bits::<8>(16);
        self.sequence_number.next = self.s_axis_tdata.val().get_bits::<32>(32);
        self.address.next = bit_cast::<8, 7>(self.kind_q.q.val());
        if self.inside.q.val() & !self.s_axis_tvalid.val() {
            self.gap.d.next = true;
        }
        if self.start.val() {
            self.gap.d.next = false;
            self.address.next = bit_cast::<8, 7>(self.s_axis_tdata.val().get_bits::<7>(16));
            self.kind_q.d.next = self.s_axis_tdata.val().get_bits::<7>(16);
            self.kind_high.d.next = self.s_axis_tdata.val().get_bit(23);
        }
        if self.bank.val() {
            self.address.next = self.address.val() | 0x80;
        }
        self.there.d.next = self.taken.val() & !self.swallowing.q.val();
        if self.taken.val() {
            self.beat_data.d.next = self.s_axis_tdata.val();
            self.beat_keep.d.next = self.s_axis_tkeep.val();
            self.beat_last.d.next = self.s_axis_tlast.val();
            self.beat.d.next = self.next_beat.q.val();
            self.tail.d.next = self.beat_data.q.val().get_bits::<64>(448);
            self.next_beat.d.next = self.next_beat.q.val() + 1;
            self.inside.d.next = !self.swallowing.q.val();
            if self.start.val() {
                self.beat.d.next = 0.into();
                self.next_beat.d.next = 1.into();
            }
            // A fourth beat that is not the last one is the end of what can be a frame.
            if !self.start.val() & (self.next_beat.q.val() == 3) {
                self.inside.d.next = false;
                self.swallowing.d.next = true;
            }
            if self.s_axis_tlast.val() {
                self.inside.d.next = false;
                self.swallowing.d.next = false;
            }
        }

        // Cycle k + 1: the beat in the window, the layout beside it.
        self.headers.clock.next = self.clock.val();
        self.headers.read_address.next = self.address.val();
        self.headers.write.next = self.layout_write.val() & (self.layout_address.val().get_bits::<2>(13) == 3);
        self.headers.write_address.next = self.layout_address.val().get_bits::<8>(0);
        self.headers.write_data.next = self.layout_data.val();
        self.window.next =
            (bit_cast::<576, 512>(self.beat_data.q.val()) << 64) | bit_cast::<576, 64>(self.tail.q.val());
        self.nulls_now.next = self.nulls.q.val();
        if self.there.q.val() & (self.beat.q.val() == 0) {
            self.nulls_now.next = self.beat_data.q.val().get_bits::<32>(64);
            self.nulls.d.next = self.beat_data.q.val().get_bits::<32>(64);
        }
        self.layout_field.next = bits::<32>(1) << self.layout_address.val().get_bits::<5>(8);
        for i in 0..32 {
            self.fields[i].clock.next = self.clock.val();
            self.fields[i].address.next = self.address.val();
            self.fields[i].layout_address.next = self.layout_address.val().get_bits::<8>(0);
            self.fields[i].layout_data.next = self.layout_data.val();
            self.fields[i].layout_write.next = 0.into();
            if self.layout_write.val() & self.layout_field.val().get_bit(i) {
                if self.layout_address.val().get_bits::<2>(13) == 0 {
                    self.fields[i].layout_write.next = 1.into();
                }
                if self.layout_address.val().get_bits::<2>(13) == 1 {
                    self.fields[i].layout_write.next = 2.into();
                }
                if self.layout_address.val().get_bits::<2>(13) == 2 {
                    self.fields[i].layout_write.next = 4.into();
                }
            }
            self.fields[i].there.next = self.there.q.val();
            self.fields[i].beat.next = self.beat.q.val();
            self.fields[i].window.next = self.window.val();
            self.fields[i].is_null.next = self.nulls_now.val().get_bit(i);
            self.field_valid[i].next = self.fields[i].valid.val();
            self.field_data[i].next = self.fields[i].data.val();
            self.wrong[i].clock.next = self.clock.val();
            self.wrong[i].d.next = self.fields[i].wrong.val() & !self.reset.val();
        }
        self.header.next = self.headers.read_data.val();
        self.last_beat.next = self.header.val().get_bits::<9>(0) - 1;
        self.keep_expected.next = (!bits::<64>(0)) >> (bits::<6>(63) - self.last_beat.val().get_bits::<6>(0));
        self.is_final.next = self.there.q.val() & (self.beat_last.q.val() | (self.beat.q.val() == 3));
        self.wrong_header.next = false;
        if self.there.q.val() {
            self.wrong_header.next = !self.header.val().get_bit(63)
                | self.kind_high.q.val()
                | self.gap.q.val()
                | (self.beat_last.q.val() != (self.beat.q.val() == self.last_beat.val().get_bits::<2>(6)))
                | (self.beat_last.q.val() & (self.beat_keep.q.val() != self.keep_expected.val()))
                | (!self.beat_last.q.val() & !self.beat_keep.q.val().all());
            if (self.beat.q.val() == 0)
                & ((self.beat_data.q.val().get_bits::<16>(0) != bit_cast::<16, 9>(self.header.val().get_bits::<9>(0)))
                    | self.beat_data.q.val().get_bits::<8>(24).any()
                    | (self.beat_data.q.val().get_bits::<32>(64) & self.header.val().get_bits::<32>(16)).any())
            {
                self.wrong_header.next = true;
            }
        }
        self.wrong_frame.d.next = self.wrong_header.val();
        self.finished.d.next = self.is_final.val();

        // Cycle k + 2: what was wrong with this beat joins what was with those before.
        self.wrong_now.next = self.wrong_before.q.val() | self.wrong_frame.q.val();
        for i in 0..32 {
            self.wrong_now.next = self.wrong_now.val() | self.wrong[i].q.val();
        }
        self.wrong_before.d.next = self.wrong_now.val();
        self.is_done.d.next = self.finished.q.val();
        if self.finished.q.val() {
            self.is_malformed.d.next = self.wrong_now.val();
            self.wrong_before.d.next = false;
        }

        self.done.next = self.is_done.q.val();
        self.malformed.next = self.is_malformed.q.val();
        if self.reset.val() {
            self.inside.d.next = false;
            self.swallowing.d.next = false;
            self.there.d.next = false;
            self.finished.d.next = false;
            self.wrong_before.d.next = false;
            self.wrong_frame.d.next = false;
            self.is_done.d.next = false;
        }
    }
}
