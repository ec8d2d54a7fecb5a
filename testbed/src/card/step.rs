// SPDX-License-Identifier: Apache-2.0

//! One step of a card: packets out, packets in, descriptors, frames.

use super::state::{Card, OUTBOX_FULL, OUTBOX_MAX};
use crate::pcie::{LinkDown, Packet, Payload};
use engine::shell::{REGISTER_ERRORS, TOE};

/// Most packets that are received in one step.
const PACKETS_A_STEP: usize = 16;

/// Whether a step has done anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It has.
    Worked,
    /// There was nothing to do.
    Idle,
}

impl Card<'_> {
    /// Does what can be done now: sends and receives packets, continues with the current
    /// descriptor, answers at most one frame of the TOE.
    ///
    /// # Errors
    /// [`LinkDown`] when the host is gone or the card dies.
    pub fn step(&mut self) -> Result<Step, LinkDown> {
        if self.faults.hangs {
            // It keeps its end of the link and never looks at it.
            return Ok(Step::Idle);
        }
        if let Some(place) = self.faults.flips.take() {
            self.doe.flip_bit(place);
        }
        let sent = self.send()?;
        let received = self.receive()?;
        let fetched = self.outbox.len() < OUTBOX_MAX && self.fetch()?;
        let answered = self.outbox.len() < OUTBOX_MAX && self.answer()?;
        Ok(if sent | received | fetched | answered { Step::Worked } else { Step::Idle })
    }

    fn send(&mut self) -> Result<bool, LinkDown> {
        let mut worked = false;
        while let Some(packet) = self.outbox.front() {
            if !self.link.send(*packet)? {
                break;
            }
            self.outbox.pop_front();
            worked = true;
        }
        Ok(worked)
    }

    fn receive(&mut self) -> Result<bool, LinkDown> {
        let mut worked = false;
        for _ in 0..PACKETS_A_STEP {
            if self.outbox.len() >= OUTBOX_FULL {
                break;
            }
            let Some(packet) = self.link.receive()? else {
                // Packets under way arrive soonest if the card looks again at once.
                worked |= self.link.is_expecting();
                break;
            };
            worked = true;
            self.faults.moment()?;
            match packet {
                Packet::Write { address, data } => {
                    if !data.as_word().is_some_and(|word| self.write_register(address, word)) {
                        self.count(REGISTER_ERRORS);
                    }
                }
                Packet::Read { tag, address, length } => {
                    let word = if length == 4 { self.read_register(address) } else { None };
                    if word.is_none() {
                        self.count(REGISTER_ERRORS);
                    }
                    self.outbox
                        .push_back(Packet::Completion { tag, data: word.map(Payload::word) });
                }
                Packet::Completion { tag, data } => self.completed(tag, data),
                Packet::Interrupt => {}
            }
        }
        Ok(worked)
    }

    /// Takes segments until a frame is complete, and has the engine answer the next frame.
    fn answer(&mut self) -> Result<bool, LinkDown> {
        if self.get(TOE) & 1 == 0 {
            return Ok(false);
        }
        let mut worked = false;
        while self.toe.has_room()
            && let Ok(segment) = self.network.try_recv()
        {
            self.toe.take(&segment);
            self.faults.moment()?;
            worked = true;
            if self.toe.waiting() > 0 {
                break;
            }
        }
        // A frame stays in the TOE until the log has room for its record. If its session is
        // reopened meanwhile, the frame is dropped with it.
        if self.toe.waiting() == 0 || self.faults.stands || !self.log_has_room() {
            return Ok(worked);
        }
        let Some(frame) = self.toe.next_frame() else { return Ok(worked) };
        self.faults.moment()?;
        if frame.is_sound {
            self.message(frame.session, frame.frame())?;
        } else {
            self.refuse(frame.session, frame.frame())?;
        }
        Ok(true)
    }
}
