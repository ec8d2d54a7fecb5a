// SPDX-License-Identifier: Apache-2.0

//! Answering messages, and the log records of what was answered or refused.

use super::state::{Card, address};
use crate::pcie::{LinkDown, PAYLOAD_BYTES_MAX, Packet, Payload};
use engine::shell::*;
use engine::verdict::{Reason, Verdict};

const _: () = assert!(RECORD_BYTES <= PAYLOAD_BYTES_MAX, "a record is one packet");

impl Card<'_> {
    /// Has the engine answer a message, and logs the verdict.
    pub(super) fn message(&mut self, session: u16, frame: &[u8]) -> Result<(), LinkDown> {
        self.execute(LogKind::Message, session, frame)
    }

    /// Has the engine make a step of a job, and logs the verdict.
    pub(super) fn make_step(&mut self, frame: &[u8]) -> Result<(), LinkDown> {
        self.execute(LogKind::Step, 0, frame)
    }

    fn execute(&mut self, kind: LogKind, session: u16, frame: &[u8]) -> Result<(), LinkDown> {
        loop {
            let answer = match kind {
                LogKind::Step => self.doe.step(frame),
                LogKind::Message | LogKind::Refused | LogKind::Swap | LogKind::Fill => {
                    self.doe.message(frame, session)
                }
            };
            self.count(MESSAGES);
            self.faults.moment()?;
            let cycles = (answer.verdict_cycles, answer.commit_cycles);
            self.log(kind, session, frame, &answer.verdict, cycles)?;
            if !std::mem::take(&mut self.faults.doubles) {
                return Ok(());
            }
        }
    }

    /// Makes a step of a change, and logs whether there was one to make.
    pub(super) fn fill(&mut self) -> Result<(), LinkDown> {
        let verdict = self.doe.fill().verdict();
        self.faults.moment()?;
        self.log(LogKind::Fill, 0, &[], &verdict, (0, 0))
    }

    /// Logs a frame that was refused before the engine.
    pub(super) fn refuse(&mut self, session: u16, frame: &[u8]) -> Result<(), LinkDown> {
        self.log(LogKind::Refused, session, frame, &Verdict::refused(Reason::Malformed), (0, 0))
    }

    /// Whether the ring of log records has a free slot. Each period without one is counted once.
    pub(super) fn log_has_room(&mut self) -> bool {
        let unread = (self.log_number as u32).wrapping_sub(self.get(C2H_HEAD));
        let has_room = unread < self.get(C2H_SLOTS);
        if !has_room && !self.waits {
            self.count(C2H_WAITS);
        }
        self.waits = !has_room;
        has_room
    }

    /// Writes a log record into the next slot of the ring.
    pub(super) fn log(
        &mut self,
        kind: LogKind,
        session: u16,
        frame: &[u8],
        verdict: &Verdict,
        (verdict_cycles, commit_cycles): (u32, u32),
    ) -> Result<(), LinkDown> {
        let slot = self.log_number as u32 & self.get(C2H_SLOTS).wrapping_sub(1);
        self.log_number += 1;
        let record = LogRecord::new(self.log_number, kind, session, frame, verdict);
        let mut record = LogRecord { verdict_cycles, commit_cycles, ..record }.sealed();
        if let Some(bit) = self.faults.damages.take() {
            let bit = bit as usize % (8 * RECORD_BYTES);
            bytemuck::bytes_of_mut(&mut record)[bit / 8] ^= 1 << (bit % 8);
        }
        if std::mem::take(&mut self.faults.loses) {
            return self.faults.moment();
        }
        let base = address(self.get(C2H_BASE_LOW), self.get(C2H_BASE_HIGH));
        let address = base.wrapping_add(u64::from(slot) * RECORD_BYTES as u64);
        self.outbox.extend(
            Payload::new(bytemuck::bytes_of(&record)).map(|data| Packet::Write { address, data }),
        );
        self.interrupt();
        self.faults.moment()
    }
}
