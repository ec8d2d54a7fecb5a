// SPDX-License-Identifier: Apache-2.0

//! The egress: a verdict becomes one beat of 64 bytes on one of two AXI-Streams, that of the orders
//! or that of the host.
//!
//! The layout of the beat is `engine::answer`. The choice of the stream is stored with the beat, so
//! that it cannot change before the beat is taken.
//!
//! An answer that is presented in cycle t is on its stream from t + 1 until it is taken. There is
//! room for one answer of either kind. `ready` says that a transaction that starts now will find
//! room, since no verdict falls in the cycle in which its frame arrives.

use engine::answer::{
    ACCEPT, BANK, DICTIONARY_FULL, EFFECT_ENTRY, EFFECT_OUTCOME, EFFECTS, ENTRY, FAILING, KIND,
    MALFORMED, OUTCOME, SESSION, WARNING,
};
use rust_hdl::prelude::*;

const _: () = assert!(SESSION == 32 && KIND == 64 && ACCEPT == 71 && MALFORMED == 72);
const _: () =
    assert!(ENTRY == 73 && OUTCOME == 81 && DICTIONARY_FULL == 84 && BANK == 85 && FAILING == 128);
const _: () = assert!(EFFECTS == 86 && EFFECT_ENTRY == 87 && EFFECT_OUTCOME == 95);
const _: () = assert!(WARNING == 256);

/// The egress.
#[derive(LogicBlock, Default)]
pub struct Egress {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The answer to a message enters: it is decided, and the effects of its reject are settled.
    /// Only while `ready`.
    pub valid: Signal<In, Bit>,
    /// The answer goes to the host.
    pub host: Signal<In, Bit>,
    /// The message is accepted.
    pub accept: Signal<In, Bit>,
    /// The frame was malformed.
    pub malformed: Signal<In, Bit>,
    /// The dictionary has no room for the texts of the message.
    pub texts_full: Signal<In, Bit>,
    /// The first entry that is not true and blocks.
    pub entry: Signal<In, Bits<8>>,
    /// The truth of that entry.
    pub outcome: Signal<In, Bits<3>>,
    /// The map of the first 128 entries that are not true and block.
    pub failing: Signal<In, Bits<128>>,
    /// The map of the first 128 entries that are not true and warn.
    pub warning: Signal<In, Bits<128>>,
    /// The reject has effects, which are settled.
    pub effects: Signal<In, Bit>,
    /// With `effects`: the first of their entries that is not true.
    pub effect_entry: Signal<In, Bits<8>>,
    /// With `effects`: the truth of that entry, true if there is none.
    pub effect_outcome: Signal<In, Bits<3>>,
    /// The kind of the frame.
    pub kind: Signal<In, Bits<7>>,
    /// The session of the frame.
    pub session: Signal<In, Bits<16>>,
    /// The sequence number of the frame.
    pub sequence_number: Signal<In, Bits<32>>,
    /// The program bank that judged.
    pub bank: Signal<In, Bit>,
    /// A transaction that starts in this cycle will find room for its answer.
    pub ready: Signal<Out, Bit>,
    /// The beat with the answer to an order, see `engine::answer`.
    pub m_axis_verdict_tdata: Signal<Out, Bits<512>>,
    /// The beat is valid; it does not change until it is taken.
    pub m_axis_verdict_tvalid: Signal<Out, Bit>,
    /// The receiver takes the beat.
    pub m_axis_verdict_tready: Signal<In, Bit>,
    /// The beat with the answer to the host, see `engine::answer`.
    pub m_axis_c2h_tdata: Signal<Out, Bits<512>>,
    /// The beat is valid; it does not change until it is taken.
    pub m_axis_c2h_tvalid: Signal<Out, Bit>,
    /// The host takes the beat.
    pub m_axis_c2h_tready: Signal<In, Bit>,
    judged: Signal<Local, Bits<128>>,
    of_effects: Signal<Local, Bits<128>>,
    beat: Signal<Local, Bits<512>>,
    tready: Signal<Local, Bit>,
    full: DFF<Bit>,
    to_host: DFF<Bit>,
    head: DFF<Bits<128>>,
    entries: DFF<Bits<128>>,
    warned: DFF<Bits<128>>,
}

impl Logic for Egress {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, full, to_host, head, entries, warned);
        self.judged.next = 0.into();
        self.of_effects.next = 0.into();
        if self.effects.val() {
            self.of_effects.next = (bits::<128>(1) << 86)
                | (bit_cast::<128, 8>(self.effect_entry.val()) << 87)
                | (bit_cast::<128, 3>(self.effect_outcome.val()) << 95);
        }
        self.tready.next = self.m_axis_verdict_tready.val();
        if self.to_host.q.val() {
            self.tready.next = self.m_axis_c2h_tready.val();
        }
        if self.tready.val() {
            self.full.d.next = false;
        }
        if self.valid.val() {
            self.full.d.next = true;
            self.to_host.d.next = self.host.val();
            self.entries.d.next = 0.into();
            self.warned.d.next = 0.into();
            if self.texts_full.val() & !self.malformed.val() {
                self.judged.next = bits::<128>(1) << 84;
            }
            if !self.malformed.val() & !self.texts_full.val() {
                self.judged.next = (bit_cast::<128, 1>(self.accept.val().into()) << 71)
                    | (bit_cast::<128, 8>(self.entry.val()) << 73)
                    | (bit_cast::<128, 3>(self.outcome.val()) << 81)
                    | self.of_effects.val();
                self.entries.d.next = self.failing.val();
                self.warned.d.next = self.warning.val();
            }
            self.head.d.next = bit_cast::<128, 32>(self.sequence_number.val())
                | (bit_cast::<128, 16>(self.session.val()) << 32)
                | (bit_cast::<128, 7>(self.kind.val()) << 64)
                | (bit_cast::<128, 1>(self.malformed.val().into()) << 72)
                | (bit_cast::<128, 1>(self.bank.val().into()) << 85)
                | self.judged.val();
        }
        self.ready.next = !self.full.q.val() | self.tready.val();
        self.beat.next = bit_cast::<512, 128>(self.head.q.val())
            | (bit_cast::<512, 128>(self.entries.q.val()) << 128)
            | (bit_cast::<512, 128>(self.warned.q.val()) << 256);
        self.m_axis_verdict_tvalid.next = self.full.q.val() & !self.to_host.q.val();
        self.m_axis_verdict_tdata.next = self.beat.val();
        self.m_axis_c2h_tvalid.next = self.full.q.val() & self.to_host.q.val();
        self.m_axis_c2h_tdata.next = self.beat.val();
        if self.reset.val() {
            self.full.d.next = false;
        }
    }
}
