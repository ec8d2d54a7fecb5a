// SPDX-License-Identifier: Apache-2.0

//! One record of the active card: checked, repeated by the twin, put to the vote if they differ.

use super::changing::Changing;
use super::messages::SupervisorError;
use super::state::{BATCH, Supervisor};
use crate::driver::{Completed, DriverError};
use crate::transport::Transport;
use engine::frame;
use engine::shell::{DescriptorState, LogKind, LogRecord, Request};
use engine::verdict::Verdict;

impl<T: Transport> Supervisor<'_, T> {
    /// The next record of the active card, if there is one.
    pub(super) fn next_record(
        &mut self,
    ) -> Result<Option<(LogRecord, LogKind, Verdict)>, DriverError> {
        let Some(card) = &mut self.active else { return Ok(None) };
        self.is_expecting = card.driver.poll()?;
        let mut refused: Option<Completed> = None;
        while let Some(completed) = card.driver.completed()? {
            refused = refused.or(Some(completed).filter(|of| of.state != DescriptorState::Done));
        }
        let record = card.driver.next_record()?;
        // The card is told of free slots in large steps, and when there is nothing else to do.
        if card.driver.records_untold() >= BATCH as u64 || record.is_none() {
            card.driver.give_room()?;
        }
        if let Some(completed) = refused {
            match Request::from_code(completed.request) {
                Some(Request::Change) => self.give_up(completed.state.text().into()),
                Some(Request::Swap) if self.changing.is_none() => {
                    self.refuse_swap("the card has no program that could run".into());
                }
                _ => drop(completed.done()?),
            }
        }
        Ok(record)
    }

    /// Says why a record cannot be the next one of a sound card, if that is so.
    fn doubt(&self, record: &LogRecord, kind: LogKind) -> Option<String> {
        if kind == LogKind::Swap {
            let is_asked =
                self.wanted.is_some() || self.changing.as_ref().is_some_and(Changing::is_swapping);
            return (!is_asked).then(|| "it changed its program without being asked".into());
        }
        if kind == LogKind::Fill {
            let is_asked = self.changing.as_ref().is_some_and(Changing::has_posted_step);
            return (!is_asked).then(|| "it made a step of a change without being asked".into());
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
        let by_twin = match (kind, &mut self.twin) {
            (LogKind::Message, Some(twin)) => twin.execute(record.frame()),
            (LogKind::Step, Some(twin)) => twin.step(record.frame()),
            (LogKind::Fill, Some(twin)) => twin.fill().verdict(),
            (LogKind::Swap, Some(_)) if self.changing.is_some() => {
                self.twin_changes().unwrap_or(by_card)
            }
            (LogKind::Swap, Some(_)) => {
                self.twin_swaps();
                by_card
            }
            (LogKind::Message | LogKind::Step | LogKind::Fill | LogKind::Swap, None)
            | (LogKind::Refused, _) => by_card,
        };
        if by_card == by_twin {
            self.following.extend(self.standby.as_ref().map(|_| (kind, by_card)));
            self.put_down(record, kind, by_card)?;
            return if kind == LogKind::Swap { self.go_on() } else { Ok(()) };
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
