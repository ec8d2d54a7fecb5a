// SPDX-License-Identifier: Apache-2.0

//! One frame at a time: the core answers and finishes a frame before the next one is sent.

use super::answer::Answer;
use super::beats::{ANSWER_WORDS, Beat, beats};
use super::stream_ports::{Stream, StreamPorts};
use super::{CoreModel, PATIENCE_CYCLES};
use crate::stages::StageClock;
use std::iter::Peekable;
use std::slice::Iter;

/// The state of an exchange: the beats that are still to be sent, and what has been seen so far.
struct Exchange<'b> {
    ports: StreamPorts,
    beats: Peekable<Iter<'b, Beat>>,
    /// Whether a beat is offered in this cycle.
    is_offered: bool,
    /// The cycle in which the first beat was taken.
    first_in: Option<u64>,
    /// The cycle in which the core can take the next frame.
    release: Option<u64>,
    /// The cycles up to the answer, and its beat.
    answer: Option<(u64, [u64; ANSWER_WORDS])>,
    stage_clock: StageClock,
}

impl CoreModel<'_, '_> {
    /// Sends a frame and waits for its answer and for the end of its transaction.
    ///
    /// # Panics
    /// If the core does not answer, or its answer cannot be read: the core is broken.
    pub fn execute(&mut self, frame: &[u8], session: u16) -> Answer {
        self.send(Stream::Order, &beats(frame), session, &mut || false)
    }

    /// Like [`CoreModel::execute`], for a row of a table.
    ///
    /// # Panics
    /// As [`CoreModel::execute`].
    pub fn load(&mut self, frame: &[u8]) -> Answer {
        self.send(Stream::Host, &beats(frame), 0, &mut || false)
    }

    /// Sends beats, which need not form a frame. `stall` is called once a cycle and returns whether
    /// the answer is held up in that cycle.
    ///
    /// # Panics
    /// As [`CoreModel::execute`].
    pub fn send(
        &mut self,
        stream: Stream,
        beats: &[Beat],
        session: u16,
        stall: &mut dyn FnMut() -> bool,
    ) -> Answer {
        let mut exchange = Exchange::new(self.ports(stream), beats);
        self.kernel.set("s_axis_order_tuser", session);
        let patience = self.kernel.cycles() + PATIENCE_CYCLES;
        loop {
            assert!(self.kernel.cycles() < patience, "no answer");
            exchange.offer(self);
            let is_stalled = stall();
            self.kernel.drive(exchange.ports.answer_ready, &[u64::from(!is_stalled)]);
            self.kernel.settle_low();
            exchange.observe(self);
            let end = exchange.end(self, is_stalled);
            self.step();
            if let Some(answer) = end {
                return answer;
            }
        }
    }
}

impl<'b> Exchange<'b> {
    fn new(ports: StreamPorts, beats: &'b [Beat]) -> Exchange<'b> {
        Exchange {
            ports,
            beats: beats.iter().peekable(),
            is_offered: false,
            first_in: None,
            release: None,
            answer: None,
            stage_clock: StageClock::default(),
        }
    }

    /// The next beat to offer. Gaps count only after the first beat.
    fn next_beat(&mut self) -> Option<&'b Beat> {
        let has_started = self.first_in.is_some();
        self.beats.peek().copied().filter(|beat| !(beat.is_gap && has_started))
    }

    /// Drives the next beat of the frame, or none.
    fn offer(&mut self, core: &mut CoreModel<'_, '_>) {
        let beat = self.next_beat();
        if let Some(beat) = beat {
            self.ports.offer(core.kernel, beat);
        } else if self.is_offered {
            core.kernel.drive(self.ports.valid, &[0]);
        }
        self.is_offered = beat.is_some();
    }

    /// Notes what the core shows in this cycle.
    fn observe(&mut self, core: &CoreModel<'_, '_>) {
        let cycle = core.kernel.cycles();
        let has_beat = self.beats.peek().is_some();
        if !self.is_offered && has_beat {
            // The cycle of a gap ends.
            self.beats.next();
        } else if has_beat && core.is_high(self.ports.ready) {
            self.first_in.get_or_insert(cycle);
            self.beats.next();
        }
        if let Some(first) = self.first_in {
            self.stage_clock.tick(cycle - first, core.kernel.word(core.probe, 0));
        }
        // The next order can be taken when the stream of orders is ready.
        if !self.is_offered && self.beats.peek().is_none() && core.is_high(core.order.ready) {
            self.release.get_or_insert(cycle);
        }
        if let (Some(first), true) = (self.first_in, core.is_high(self.ports.answer_valid)) {
            let beat = self.ports.answer(core.kernel);
            let (since, held) = self.answer.get_or_insert((cycle - first, beat));
            assert_eq!(*held, beat, "a verdict must stay until it is taken, {since} cycles");
        }
    }

    /// The answer, if it is taken and the transaction ends in this cycle.
    fn end(&mut self, core: &CoreModel<'_, '_>, is_stalled: bool) -> Option<Answer> {
        let (first, (verdict_cycles, beat)) = (self.first_in?, self.answer?);
        let is_held_up = is_stalled && core.is_high(self.ports.answer_valid);
        if is_held_up || self.beats.peek().is_some() || core.is_high(core.busy) {
            return None;
        }
        let answered = core.read(&beat);
        let commit_cycles = core.kernel.cycles() - first;
        Some(Answer {
            verdict: answered.verdict,
            session: answered.session,
            sequence: answered.sequence,
            verdict_cycles,
            release_cycles: self.release.map_or(commit_cycles, |cycle| cycle - first),
            commit_cycles,
            stages: self.stage_clock.stages(verdict_cycles),
        })
    }
}
