// SPDX-License-Identifier: Apache-2.0

//! One record of the active card: checked, repeated by the twin, put to the vote if they differ.

use super::messages::SupervisorError;
use super::state::{BATCH, Supervisor};
use crate::driver::DriverError;
use crate::transport::Transport;
use engine::executor::Executor;
use engine::frame;
use engine::shell::{DescriptorState, LogKind, LogRecord};
use engine::verdict::Verdict;

impl<T: Transport> Supervisor<'_, T> {
    /// The next record of the active card, if there is one.
    pub(super) fn next_record(
        &mut self,
    ) -> Result<Option<(LogRecord, LogKind, Verdict)>, DriverError> {
        let Some(card) = &mut self.active else { return Ok(None) };
        self.is_expecting = card.driver.poll()?;
        let mut is_refused = false;
        while let Some(completed) = card.driver.completed()? {
            is_refused |= completed.state != DescriptorState::Done;
        }
        let record = card.driver.next_record()?;
        // The card is told of free slots in large steps, and when there is nothing else to do.
        if card.driver.records_untold() >= BATCH as u64 || record.is_none() {
            card.driver.give_room()?;
        }
        if is_refused && self.jobs.is_posted {
            let state = DescriptorState::NoRequest;
            return Err(DriverError::Refused { state, detail: 0 });
        }
        if is_refused {
            self.refuse_swap("the card has no program that could run".into());
        }
        Ok(record)
    }

    /// Says why a record cannot be the next one of a sound card, if that is so.
    fn doubt(&self, record: &LogRecord, kind: LogKind) -> Option<String> {
        if kind == LogKind::Swap {
            return self
                .wanted
                .is_none()
                .then(|| "it changed its program without being asked".into());
        }
        if kind == LogKind::Step {
            let is_it = self.jobs.is_posted && self.jobs.is_next(record.frame());
            return (!is_it).then(|| "it made a step of a job without being asked".into());
        }
        let LogRecord { session, .. } = *record;
        let Some(next) = self.next.get(usize::from(session)) else {
            return Some(format!(
                "it wrote a record about session {session}, which does not exist"
            ));
        };
        let carried = frame::sequence(record.frame());
        (kind == LogKind::Message && carried != Some(*next)).then(|| {
            format!(
                "it answered frame {} of session {session}, not frame {next}",
                carried.unwrap_or(0)
            )
        })
    }

    /// Takes a record of the active card: standby and twin repeat it, and the log gets it with the
    /// verdict of the majority.
    pub(super) fn take(
        &mut self,
        record: &LogRecord,
        kind: LogKind,
        by_card: Verdict,
    ) -> Result<(), SupervisorError> {
        if let Some(why) = self.doubt(record, kind) {
            self.acknowledge()?;
            return self.take_over(&why);
        }
        self.give_to_standby(record, kind);
        if kind == LogKind::Swap {
            self.twin_swaps();
        }
        let by_twin = match (kind, &mut self.twin) {
            (LogKind::Message, Some(twin)) => twin.execute(record.frame()),
            (LogKind::Step, Some(twin)) => twin.step(record.frame()),
            (LogKind::Message | LogKind::Step, None) | (LogKind::Refused | LogKind::Swap, _) => {
                by_card
            }
        };
        if by_card == by_twin {
            self.following.extend(self.standby.as_ref().map(|_| (kind, by_card)));
            return self.put_down(record, kind, by_card);
        }
        // The standby decides. Without one the twin counts as right.
        let by_standby = self.standby_says();
        if by_standby == Some(by_card) {
            self.retire_twin("its verdict differs from that of both cards");
            return self.put_down(record, kind, by_card);
        }
        if by_standby.is_some_and(|verdict| verdict != by_twin) {
            self.retire_standby("its verdict differs from the active card's and the twin's");
        }
        self.put_down(record, kind, by_twin)?;
        self.acknowledge()?;
        self.take_over("its verdict differs from the twin's")
    }
}
