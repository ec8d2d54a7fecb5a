// SPDX-License-Identifier: Apache-2.0

//! Whether a message may change tables: one decision for each message, which does not change
//! afterwards.
//!
//! ```text
//!  cycle     0             d           d + 1                                    next start
//!         start ─▶ waits, judged ─▶ │ decided: permit = accept, well-formed, │ permit falls
//!                  permit low       │ room for its texts; it holds from here │
//! ```
//! `permit` goes to every port that changes something. It is low from the cycle after a start to
//! the decision, whatever the last message was. From the decision to the next start it is constant:
//! `full`, which can rise while the texts of the message are stored, does not change it, and a
//! second decision is ignored. So either all changes of a message happen or none.
//!
//! A frame is well-formed if `sound` was high together with `done`; it is not before that.
//! `decided` is high at most once for each message, in the cycle after `judged` or `refused`. Until
//! the end of that cycle the message is `pending`, and no frame may start. Latency 1; II 1; never
//! stalls.

use rust_hdl::prelude::*;

/// The decision on a message.
#[derive(LogicBlock, Default)]
pub struct Decision {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A frame starts.
    pub start: Signal<In, Bit>,
    /// The frame is parsed to its end.
    pub done: Signal<In, Bit>,
    /// With `done`: the frame is well-formed.
    pub sound: Signal<In, Bit>,
    /// The verdict tree has judged.
    pub judged: Signal<In, Bit>,
    /// With `judged`: the verdict tree accepts.
    pub accept: Signal<In, Bit>,
    /// The kind of the frame has no transaction.
    pub refused: Signal<In, Bit>,
    /// The dictionary has no room for the new texts of the message.
    pub full: Signal<In, Bit>,
    /// A message has started and is not decided before the end of this cycle, so no frame may
    /// start.
    pub pending: Signal<Out, Bit>,
    /// The message is decided. High for one cycle.
    pub decided: Signal<Out, Bit>,
    /// From `decided` on: the verdict tree accepted.
    pub accepted: Signal<Out, Bit>,
    /// From `decided` on: the frame was well-formed.
    pub well_formed: Signal<Out, Bit>,
    /// The message may change tables; constant from the decision to the next start.
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
