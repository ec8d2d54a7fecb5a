// SPDX-License-Identifier: Apache-2.0

//! Whether a message may change tables, and whether the effects of its reject may: one decision for
//! each, which does not change afterwards.
//!
//! ```text
//!  cycle     0             d           d + 1                                    next start
//!         start ─▶ waits, judged ─▶ │ decided: permit = accept, well-formed, │ permit falls
//!                  permit low       │ room for its texts; it holds from here │
//!
//!                                     d + 1                 s           s + 1         next start
//!                                   │ effects: a rule ─▶ settles ─▶ │ settled:      │ both fall
//!                                   │ rejects it         done       │ permit_effects │
//! ```
//! `permit` goes to every port that changes something. It is low from the cycle after a start to
//! the decision, whatever the last message was. From the decision to the next start it is constant:
//! `full`, which can rise while the texts of the message are stored, does not change it, and a
//! second decision is ignored. So either all changes of a message happen or none.
//!
//! A frame is well-formed if `sound` was high together with `done`; it is not before that.
//! `decided` is high at most once for each message, in the cycle after `judged` or `refused`.
//!
//! If a rule rejects a well-formed message with room for its texts, and its transaction has
//! effects, `effects` is high from `decided` to the next start. The first `settles` after that
//! decides about the changes of that side in the same way: `settled` is high for one cycle, and
//! from that cycle to the next start `permit_effects` is high if `is_done` was.
//!
//! `answers` is high once for each message: with `decided`, or with `settled` if there are effects.
//!
//! Until the end of the cycle of `decided`, or of `settled` if there are effects, the message is
//! `pending`, and no frame may start. Latency 1; II 1; never stalls.

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
    /// With `judged`: the verdict names a rule.
    pub by_rule: Signal<In, Bit>,
    /// A reject of the message by a rule has effects.
    pub has_effects: Signal<In, Bit>,
    /// The verdict tree has settled the effects.
    pub settles: Signal<In, Bit>,
    /// With `settles`: the effects are done.
    pub is_done: Signal<In, Bit>,
    /// The kind of the frame has no transaction.
    pub refused: Signal<In, Bit>,
    /// The dictionary has no room for the new texts of the message.
    pub full: Signal<In, Bit>,
    /// A message has started and is not decided, or its effects are not settled, before the end of
    /// this cycle, so no frame may start.
    pub pending: Signal<Out, Bit>,
    /// The message is decided. High for one cycle.
    pub decided: Signal<Out, Bit>,
    /// From `decided` on: the verdict tree accepted.
    pub accepted: Signal<Out, Bit>,
    /// From `decided` on: the frame was well-formed.
    pub well_formed: Signal<Out, Bit>,
    /// The answer to the message is known. High for one cycle.
    pub answers: Signal<Out, Bit>,
    /// The message may change tables; constant from the decision to the next start.
    pub permit: Signal<Out, Bit>,
    /// The effects of a reject are under way; constant from the decision to the next start.
    pub effects: Signal<Out, Bit>,
    /// The effects are settled. High for one cycle.
    pub settled: Signal<Out, Bit>,
    /// The effects may change tables; constant from `settled` to the next start.
    pub permit_effects: Signal<Out, Bit>,
    waiting: DFF<Bit>,
    decided_q: DFF<Bit>,
    accepted_q: DFF<Bit>,
    by_rule_q: DFF<Bit>,
    well_formed_q: DFF<Bit>,
    held: DFF<Bit>,
    effects_held: DFF<Bit>,
    /// The effects are not settled.
    settling: DFF<Bit>,
    settled_q: DFF<Bit>,
    done_held: DFF<Bit>,
    is_sound: Signal<Local, Bit>,
    permitted: Signal<Local, Bit>,
    effective: Signal<Local, Bit>,
    unsettled: Signal<Local, Bit>,
}

impl Logic for Decision {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, waiting, decided_q, accepted_q, by_rule_q, well_formed_q, held);
        dff_setup!(self, clock, effects_held, settling, settled_q, done_held);
        self.decided_q.d.next = self.waiting.q.val() & (self.judged.val() | self.refused.val());
        if self.waiting.q.val() {
            self.accepted_q.d.next = self.accept.val();
            self.by_rule_q.d.next = self.by_rule.val() & self.has_effects.val();
        }
        if self.judged.val() | self.refused.val() {
            self.waiting.d.next = false;
        }
        if self.done.val() {
            self.well_formed_q.d.next = self.sound.val();
        }
        self.is_sound.next = self.well_formed_q.q.val() & !self.full.val();
        self.permitted.next = self.held.q.val();
        self.effective.next = self.effects_held.q.val();
        self.unsettled.next = self.settling.q.val();
        if self.decided_q.q.val() {
            self.permitted.next = self.accepted_q.q.val() & self.is_sound.val();
            self.effective.next =
                !self.accepted_q.q.val() & self.by_rule_q.q.val() & self.is_sound.val();
            self.unsettled.next = self.effective.val();
        }
        self.held.d.next = self.permitted.val();
        self.effects_held.d.next = self.effective.val();
        self.settling.d.next = self.unsettled.val() & !self.settles.val();
        self.settled_q.d.next = self.unsettled.val() & self.settles.val();
        if self.unsettled.val() & self.settles.val() {
            self.done_held.d.next = self.is_done.val();
        }
        if self.start.val() {
            self.waiting.d.next = true;
            self.well_formed_q.d.next = false;
            self.held.d.next = false;
        }
        if self.start.val() | self.reset.val() {
            self.effects_held.d.next = false;
            self.settling.d.next = false;
            self.settled_q.d.next = false;
            self.done_held.d.next = false;
        }
        if self.reset.val() {
            self.waiting.d.next = false;
            self.decided_q.d.next = false;
            self.held.d.next = false;
        }
        self.pending.next = self.waiting.q.val()
            | self.decided_q.q.val()
            | self.settling.q.val()
            | self.settled_q.q.val();
        self.decided.next = self.decided_q.q.val();
        self.accepted.next = self.accepted_q.q.val();
        self.well_formed.next = self.well_formed_q.q.val();
        self.permit.next = self.permitted.val();
        self.effects.next = self.effective.val();
        self.settled.next = self.settled_q.q.val();
        self.answers.next =
            (self.decided_q.q.val() & !self.effective.val()) | self.settled_q.q.val();
        self.permit_effects.next = self.done_held.q.val();
    }
}
