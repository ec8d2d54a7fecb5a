// SPDX-License-Identifier: Apache-2.0

//! Whether a message may change something: one decision a message, and nothing that moves behind
//! it.
//!
//! ```text
//!  cycle     0             d           d + 1                                    next start
//!         start ─▶ waits, judged ─▶ │ decided: permit = accept, well-formed, │ permit falls
//!                  permit low       │ room for its texts; it holds from here │
//! ```
//! `permit` goes to every port that changes something. It is low from the cycle behind a start to
//! the decision, whatever the message before was told, and from the decision to the next start it
//! does not move: neither by `full`, which may rise while the message's own texts are stored, nor
//! by a second decision, which is not taken. So of one message either all changes happen or none.
//!
//! A frame is well-formed if it was `sound` when it was `done`; it is not from its start on.
//! `decided` is high once a message at most, in the cycle behind `judged` or `refused`; up to its
//! end the message is `pending`, and no frame may start. Latency 1; II 1; never stalls.

use rust_hdl::prelude::*;

/// The decision.
#[derive(LogicBlock, Default)]
pub struct Decision {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    /// A frame starts.
    pub start: Signal<In, Bit>,
    /// It is parsed to its end, and nothing is wrong with it.
    pub done: Signal<In, Bit>,
    pub sound: Signal<In, Bit>,
    /// The verdict tree has judged, and accepts.
    pub judged: Signal<In, Bit>,
    pub accept: Signal<In, Bit>,
    /// The frame's kind has no transaction.
    pub refused: Signal<In, Bit>,
    /// The message's new texts have no room.
    pub full: Signal<In, Bit>,
    /// A message has started and is not decided before the end of this cycle: no other may start.
    pub pending: Signal<Out, Bit>,
    /// The message is decided, in this cycle.
    pub decided: Signal<Out, Bit>,
    /// What the verdict tree said of it, as of `decided`.
    pub accepted: Signal<Out, Bit>,
    pub well_formed: Signal<Out, Bit>,
    pub permit: Signal<Out, Bit>,
    waiting: DFF<Bit>,
    decided_q: DFF<Bit>,
    accepted_q: DFF<Bit>,
    well_formed_q: DFF<Bit>,
    held: DFF<Bit>,
    permitted: Signal<Local, Bit>,
}

impl Logic for Decision {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, waiting, decided_q, accepted_q, well_formed_q, held);
        self.decided_q.d.next = self.waiting.q.val() & (self.judged.val() | self.refused.val());
        if self.waiting.q.val() {
            self.accepted_q.d.next = self.accept.val();
        }
        if self.judged.val() | self.refused.val() {
            self.waiting.d.next = false;
        }
        if self.done.val() {
            self.well_formed_q.d.next = self.sound.val();
        }
        self.permitted.next = self.held.q.val();
        if self.decided_q.q.val() {
            self.permitted.next =
                self.accepted_q.q.val() & self.well_formed_q.q.val() & !self.full.val();
        }
        self.held.d.next = self.permitted.val();
        if self.start.val() {
            self.waiting.d.next = true;
            self.well_formed_q.d.next = false;
            self.held.d.next = false;
        }
        if self.reset.val() {
            self.waiting.d.next = false;
            self.decided_q.d.next = false;
            self.held.d.next = false;
        }
        self.pending.next = self.waiting.q.val() | self.decided_q.q.val();
        self.decided.next = self.decided_q.q.val();
        self.accepted.next = self.accepted_q.q.val();
        self.well_formed.next = self.well_formed_q.q.val();
        self.permit.next = self.permitted.val();
    }
}
