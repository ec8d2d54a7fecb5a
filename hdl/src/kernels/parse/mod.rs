// SPDX-License-Identifier: Apache-2.0

//! The parser: frames of up to four beats become values of fields.
//!
//! ```text
//!  cycle   k                    k + 1                          k + 2
//!      beat taken     ──▶ │ beat and tail in the window, ──▶ │ every check's outcome:
//!      start, kind, ...   │ fields are valid                 │ done, malformed, gapped
//! ```
//! * A field whose last byte is in the beat of cycle k is valid during k + 1. It is written to its
//!   slot at the end of that cycle and can be read in k + 2: `engine::machine::PARSE_CYCLES`.
//! * For a frame whose last beat is taken in cycle k, `done` and `malformed` are valid during k +
//!   2, [`DONE_CYCLES`].
//! * `start` is high in the cycle in which a first beat is taken, together with kind, sequence
//!   number and session of the frame.
//! * II 1. A first beat is taken only while `accept` is high, the other beats of a frame always.
//!
//! A frame is malformed in the same cases as in the reference: its length, in the header or in
//! fact, differs from that of the layout; its kind has no layout, or a layout of the other sort
//! (`rows_wanted`); a reserved bit is set; a field is NULL that must not be, or has bytes; a field
//! is not a value of its type. A frame without an end is consumed until `tlast`. Each frame is
//! `done` once.
//!
//! There may be idle cycles between the beats of a frame; the later fields are then delayed by as
//! much. A transaction does not wait for them. `gapped`, together with `done`, reports it.
//!
//! In a cycle with `reset` high no beat is taken. The outputs of that cycle are still valid, those
//! of the cycles after it are not.
//!
//! Layouts are written while no frame of their kind and program bank is under way. Words, addresses
//! and the window are those of `engine::layout`. The program bank and `rows_wanted` of the first
//! beat are used for the whole frame.

mod check;
mod cut;
mod field;

use crate::emit::Unused;
use crate::prim::held_memory::HeldMemory;
use crate::word_parts::LayoutHeader;
use engine::frame::HEADER_BYTES;
use engine::layout::{ADDRESS_BITS, BYTES, FIELDS, HEADER_BITS, HEADER_WORD, TAIL_BYTES};
use engine::machine::{BEAT_BYTES, FIELDS_MAX, FRAME_BYTES_MAX, PARSE_CYCLES};
use field::Field;
use rust_hdl::prelude::*;

/// Cycles from the last beat of a frame to the cycle of `done` and `malformed`.
pub const DONE_CYCLES: u16 = 2;

const _: () = assert!(
    PARSE_CYCLES == 2,
    "fields are valid in the cycle after the beat and can be read in the next"
);
const _: () = assert!(BEAT_BYTES == 64 && FRAME_BYTES_MAX == 4 * BEAT_BYTES && FIELDS_MAX == 32);
const _: () =
    assert!(HEADER_BYTES == 12 && TAIL_BYTES == 16 && ADDRESS_BITS == 14 && HEADER_WORD == 32);
const _: () = assert!(BYTES.bits == 9 && FIELDS.bits == 6 && HEADER_BITS == 17);

/// Signals some of whose bits are unused.
pub const UNUSED: [Unused; 1] =
    [Unused { signal: "cfg_data", reason: "A word has 64 bits, a layout word fewer." }];

/// The parser.
#[derive(LogicBlock, Default)]
pub struct Parse {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A beat of a frame.
    pub s_axis_tdata: Signal<In, Bits<512>>,
    /// The bytes of the beat that belong to the frame.
    pub s_axis_tkeep: Signal<In, Bits<64>>,
    /// The beat is the last of its frame.
    pub s_axis_tlast: Signal<In, Bit>,
    /// The beat is valid.
    pub s_axis_tvalid: Signal<In, Bit>,
    /// The parser takes the beat.
    pub s_axis_tready: Signal<Out, Bit>,
    /// The session that the frame comes from.
    pub s_axis_tuser: Signal<In, Bits<16>>,
    /// A frame may start.
    pub accept: Signal<In, Bit>,
    /// Frames of rows are legal rather than messages.
    pub rows_wanted: Signal<In, Bit>,
    /// The program bank whose layouts are used.
    pub bank: Signal<In, Bit>,
    /// Writes a layout word.
    pub cfg_valid: Signal<In, Bit>,
    /// Its address, see `engine::layout::address`.
    pub cfg_address: Signal<In, Bits<14>>,
    /// The layout word.
    pub cfg_data: Signal<In, Bits<64>>,
    /// The first beat of a frame is taken in this cycle.
    pub start: Signal<Out, Bit>,
    /// With `start`: the kind of the frame.
    pub kind: Signal<Out, Bits<8>>,
    /// With `start`: its sequence number.
    pub sequence_number: Signal<Out, Bits<32>>,
    /// With `start`: its session.
    pub session: Signal<Out, Bits<16>>,
    /// For each field, which is not text: it is in `field_data`.
    pub field_valid: [Signal<Out, Bit>; FIELDS_MAX],
    /// For each field: tag and bits, as `engine::value` packs them; of a text the tag only.
    pub field_data: [Signal<Out, Bits<66>>; FIELDS_MAX],
    /// For each field that is text: it is in `text`.
    pub text_valid: [Signal<Out, Bit>; FIELDS_MAX],
    /// For each field: the characters, the first lowest, padded with blanks; 0 if it is NULL.
    pub text: [Signal<Out, Bits<128>>; FIELDS_MAX],
    /// The frame has been checked to its end. High for one cycle.
    pub done: Signal<Out, Bit>,
    /// With `done`: the frame is malformed.
    pub malformed: Signal<Out, Bit>,
    /// With `done`: there were idle cycles between its beats.
    pub gapped: Signal<Out, Bit>,
    fields: [Field; FIELDS_MAX],
    headers: HeldMemory<8, 17>,
    taken: Signal<Local, Bit>,
    starts: Signal<Local, Bit>,
    address: Signal<Local, Bits<8>>,
    /// The word that is written, one bit a word.
    cfg_word: Signal<Local, Bits<33>>,
    /// Beats of the frame that were taken: 0 between frames, 4 from the fourth on.
    beats: DFF<Bits<3>>,
    there: DFF<Bit>,
    beat: DFF<Bits<3>>,
    beat_data: DFF<Bits<512>>,
    beat_keep: DFF<Bits<64>>,
    beat_last: DFF<Bit>,
    tail: DFF<Bits<128>>,
    nulls: DFF<Bits<32>>,
    is_kind_long: DFF<Bit>,
    want_rows: DFF<Bit>,
    gap: DFF<Bit>,
    window: Signal<Local, Bits<640>>,
    header: Signal<Local, Bits<17>>,
    /// The offset of the last byte.
    last: Signal<Local, Bits<8>>,
    keep: Signal<Local, Bits<64>>,
    named: Signal<Local, Bits<32>>,
    is_wrong_beat: DFF<Bit>,
    was_last: DFF<Bit>,
    had_gap: DFF<Bit>,
    /// An earlier beat of the frame was wrong.
    was_wrong: DFF<Bit>,
    is_wrong: Signal<Local, Bit>,
}

impl Logic for Parse {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, beats, there, beat, beat_data, beat_keep, beat_last, tail, nulls);
        dff_setup!(
            self,
            clock,
            is_kind_long,
            want_rows,
            gap,
            is_wrong_beat,
            was_last,
            had_gap,
            was_wrong
        );

        // Cycle k: a beat is taken. With a first beat, the layout of its kind is read; it is held
        // until the next one.
        self.s_axis_tready.next =
            (self.accept.val() | (self.beats.q.val() != 0)) & !self.reset.val();
        self.taken.next = self.s_axis_tvalid.val()
            & (self.accept.val() | (self.beats.q.val() != 0))
            & !self.reset.val();
        self.starts.next = self.taken.val() & (self.beats.q.val() == 0);
        self.start.next = self.starts.val();
        self.kind.next = self.s_axis_tdata.val().get_bits::<8>(16);
        self.sequence_number.next = self.s_axis_tdata.val().get_bits::<32>(32);
        self.session.next = self.s_axis_tuser.val();
        self.address.next = bit_cast::<8, 7>(self.s_axis_tdata.val().get_bits::<7>(16));
        if self.bank.val() {
            self.address.next = self.address.val() | 0x80;
        }
        self.there.d.next = self.taken.val();
        if self.taken.val() {
            self.beat_data.d.next = self.s_axis_tdata.val();
            self.beat_keep.d.next = self.s_axis_tkeep.val();
            self.beat_last.d.next = self.s_axis_tlast.val();
            self.beat.d.next = self.beats.q.val();
            self.tail.d.next = self.beat_data.q.val().get_bits::<128>(384);
            if !self.beats.q.val().get_bit(2) {
                self.beats.d.next = self.beats.q.val() + 1;
            }
            if self.s_axis_tlast.val() {
                self.beats.d.next = 0.into();
            }
            if !self.there.q.val() {
                self.gap.d.next = true;
            }
        }
        if self.starts.val() {
            self.nulls.d.next = self.s_axis_tdata.val().get_bits::<32>(64);
            self.is_kind_long.d.next = self.s_axis_tdata.val().get_bit(23);
            self.want_rows.d.next = self.rows_wanted.val();
            self.gap.d.next = false;
        }

        // Cycle k + 1: the beat is in the window, and its layout is available.
        self.headers.clock.next = self.clock.val();
        self.headers.read.next = self.starts.val();
        self.headers.read_address.next = self.address.val();
        self.headers.write_address.next = self.cfg_address.val().get_bits::<8>(6);
        self.headers.write_data.next = self.cfg_data.val().get_bits::<17>(0);
        self.cfg_word.next = 0.into();
        if self.cfg_valid.val() {
            self.cfg_word.next = bits::<33>(1) << self.cfg_address.val().get_bits::<6>(0);
        }
        self.headers.write.next = self.cfg_word.val().get_bit(32);
        self.header.next = self.headers.read_data.val();
        self.window.next = (bit_cast::<640, 512>(self.beat_data.q.val()) << 128)
            | bit_cast::<640, 128>(self.tail.q.val());
        self.named.next = !((bits::<32>(0) - 1) << self.header.val().get_value_fields());
        self.is_wrong.next = self.was_wrong.q.val() | self.is_wrong_beat.q.val();
        for i in 0..32 {
            self.fields[i].clock.next = self.clock.val();
            self.fields[i].write.next = self.cfg_word.val().get_bit(i);
            self.fields[i].write_address.next = self.cfg_address.val().get_bits::<8>(6);
            self.fields[i].write_data.next = self.cfg_data.val().get_bits::<21>(0);
            self.fields[i].read.next = self.starts.val();
            self.fields[i].read_address.next = self.address.val();
            self.fields[i].reset.next = self.reset.val();
            self.fields[i].there.next = self.there.q.val();
            self.fields[i].beat.next = self.beat.q.val();
            self.fields[i].window.next = self.window.val();
            self.fields[i].is_named.next = self.named.val().get_bit(i);
            self.fields[i].is_null.next = self.nulls.q.val().get_bit(i);
            self.field_valid[i].next = self.fields[i].valid.val();
            self.field_data[i].next = self.fields[i].data.val();
            self.text_valid[i].next = self.fields[i].text_valid.val();
            self.text[i].next = self.fields[i].text.val();
            self.is_wrong.next = self.is_wrong.val() | self.fields[i].wrong.val();
        }
        self.last.next = self.header.val().get_value_bytes_low() - 1;
        self.keep.next = bits::<64>(0) - 1;
        self.is_wrong_beat.d.next = false;
        if self.there.q.val() & !self.reset.val() {
            if self.beat_last.q.val() {
                self.keep.next = (bits::<64>(0) - 1) >> (!self.last.val().get_bits::<6>(0));
            }
            self.is_wrong_beat.d.next = !self.header.val().get_value_known()
                | (self.header.val().get_value_row() != self.want_rows.q.val())
                | self.is_kind_long.q.val()
                | (self.beat_last.q.val()
                    != (self.beat.q.val() == bit_cast::<3, 2>(self.last.val().get_bits::<2>(6))))
                | (self.beat_keep.q.val() != self.keep.val());
            if (self.beat.q.val() == 0)
                & ((self.beat_data.q.val().get_bits::<16>(0)
                    != bit_cast::<16, 9>(self.header.val().get_value_bytes()))
                    | self.beat_data.q.val().get_bits::<8>(24).any()
                    | (self.nulls.q.val() & !self.named.val()).any())
            {
                self.is_wrong_beat.d.next = true;
            }
        }
        self.was_last.d.next = self.there.q.val() & self.beat_last.q.val() & !self.reset.val();
        self.had_gap.d.next = self.gap.q.val();

        // Cycle k + 2: the checks of this beat are combined with those of the earlier ones.
        self.was_wrong.d.next = self.is_wrong.val() & !self.was_last.q.val() & !self.reset.val();
        self.done.next = self.was_last.q.val();
        self.malformed.next = self.is_wrong.val();
        self.gapped.next = self.had_gap.q.val();
        if self.reset.val() {
            self.beats.d.next = 0.into();
        }
    }
}
