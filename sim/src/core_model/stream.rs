// SPDX-License-Identifier: Apache-2.0

//! Frames back to back: the core takes a frame as soon as it can, while earlier ones finish.

use super::answer::Streamed;
use super::beats::{Beat, beats};
use super::{CoreModel, PATIENCE_CYCLES};

/// The state of a stream: the cycles of the first beats, and the answers so far.
struct Streaming {
    starts: Vec<u64>,
    streamed: Vec<Streamed>,
    /// Whether a frame is taken in part.
    is_within: bool,
}

impl CoreModel<'_, '_> {
    /// Sends frames without a cycle between them, and waits until all of their transactions have
    /// ended.
    ///
    /// # Panics
    /// As [`CoreModel::execute`].
    pub fn stream(&mut self, frames: &[&[u8]], session: u16) -> Vec<Streamed> {
        let all: Vec<Vec<Beat>> = frames.iter().map(|frame| beats(frame)).collect();
        let mut beats = all.iter().flat_map(|frame| frame.iter().enumerate()).peekable();
        self.kernel.set("s_axis_order_tuser", session);
        self.kernel.drive(self.order.answer_ready, &[1]);
        let mut state = Streaming {
            starts: Vec::with_capacity(frames.len()),
            streamed: Vec::with_capacity(frames.len()),
            is_within: false,
        };
        let patience = self.kernel.cycles() + PATIENCE_CYCLES * (1 + frames.len() as u64);
        loop {
            assert!(self.kernel.cycles() < patience, "an answer is missing");
            match beats.peek() {
                Some((_, beat)) => self.order.offer(self.kernel, beat),
                None => self.kernel.drive(self.order.valid, &[0]),
            }
            self.kernel.settle_low();
            let cycle = self.kernel.cycles();
            let is_ready = self.is_high(self.order.ready);
            state.note_answer(self, cycle);
            state.note_release(is_ready, cycle);
            let mut is_over = false;
            if let Some((place, beat)) = beats.next_if(|_| is_ready) {
                state.is_within = !beat.is_last;
                if place == 0 {
                    state.starts.push(cycle);
                }
            } else {
                is_over = beats.peek().is_none()
                    && state.streamed.len() == frames.len()
                    && !self.is_high(self.busy);
            }
            // The last answer is taken in this cycle, so the stream ends after it.
            self.step();
            if is_over {
                return state.streamed;
            }
        }
    }
}

impl Streaming {
    /// Notes the answer of this cycle, if there is one.
    fn note_answer(&mut self, core: &CoreModel<'_, '_>, cycle: u64) {
        if !core.is_high(core.order.answer_valid) {
            return;
        }
        let answered = core.read(&core.order.answer(core.kernel));
        let start = self.starts[self.streamed.len()];
        self.streamed.push(Streamed {
            verdict: answered.verdict,
            session: answered.session,
            sequence: answered.sequence,
            start,
            verdict_cycles: cycle - start,
            release_cycles: 0,
        });
    }

    /// Notes the first cycle between frames in which the core can take the next one.
    fn note_release(&mut self, is_ready: bool, cycle: u64) {
        if let Some(last) = self.streamed.last_mut()
            && is_ready
            && !self.is_within
            && last.release_cycles == 0
        {
            last.release_cycles = cycle - last.start;
        }
    }
}
