// SPDX-License-Identifier: Apache-2.0

//! Changes to programs with other definitions: one at a time, filled beside the running program by
//! every member, in the same steps at the same places of the log.
//!
//! ```text
//!  preparing ── every member has the memory ──▶ filling ── no row is left ──▶ filled ──▶ swapping
//!  loads the change                             asks the active card          waits for jobs
//!                                               for steps
//! ```
//! A step copies one row. The active card makes it when it is asked, and its log record says where
//! in the order of messages; standby and twin repeat it there. So all members fill the same tables,
//! and one that takes over goes on where the last one was.

use super::changing::{Changing, Phase};
use super::messages::{Control, Notice, SupervisorError};
use super::state::Supervisor;
use super::successor::Successor;
use crate::driver::{Driver, DriverError};
use crate::preparation::Preparation;
use crate::transport::{Transport, TransportError};
use engine::shell::{ChangeState, DESCRIPTOR_BYTES_MAX, LogRecord, Request};
use engine::verdict::Verdict;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Most steps that the active card is asked for before it has made the first of them. It makes one
/// between two messages.
const STEPS_POSTED_MAX: u32 = 8;
/// Why a change is refused while a job has steps that this run cannot make.
const PUT_OFF: &str =
    "a job was started and made no step, and its steps are of the old rules; run again";
/// Time between two looks at the members whether they have the memory.
const LOOK: Duration = Duration::from_millis(1);

impl<T: Transport> Supervisor<'_, T> {
    /// Starts a change.
    pub(super) fn begin_change(&mut self, successor: Arc<Successor>) {
        let (bytes, most) = (successor.bytes().len(), DESCRIPTOR_BYTES_MAX);
        if bytes > most as usize {
            let why =
                format!("the new program and its filler take {bytes} bytes, more than {most}");
            return self.notify(Notice::SwapRefused(why));
        }
        if self.jobs.has_put_off {
            return self.notify(Notice::SwapRefused(PUT_OFF.into()));
        }
        let preparation = self.twin.as_ref().map(|twin| {
            let (running, change) =
                (Arc::clone(twin.running().family()), successor.change().clone());
            Preparation::start(running, move || Ok(change))
        });
        self.changing = Some(Changing::new(successor, preparation));
    }

    /// Goes on with a change. It never waits.
    pub(super) fn advance_change(&mut self) -> Result<(), SupervisorError> {
        let Some(Changing { phase, posted, last_look, .. }) = &mut self.changing else {
            return Ok(());
        };
        let (phase, posted, looked) = (*phase, *posted, *last_look);
        match phase {
            Phase::Preparing { .. } if looked.elapsed() < LOOK => Ok(()),
            Phase::Preparing { loaded } => {
                *last_look = Instant::now();
                match self.members_prepare(loaded) {
                    Ok(Some(phase)) => {
                        self.changing.iter_mut().for_each(|changing| changing.phase = phase);
                        Ok(())
                    }
                    Ok(None) => Ok(()),
                    Err(error) => self.fail(&error),
                }
            }
            Phase::Filling if self.rests => Ok(()),
            Phase::Filling => match self.post_steps() {
                Ok(()) => Ok(()),
                Err(error) => self.fail(&error),
            },
            Phase::Filled if posted > 0 => Ok(()),
            Phase::Filled if self.due().is_some() => Ok(()),
            Phase::Filled if self.jobs.running() > 0 => self.go_on(),
            Phase::Filled => {
                // A job that started at the same time would have steps of the old program.
                let has_jobs =
                    self.twin.as_ref().is_none_or(|twin| !twin.program().jobs.is_empty());
                if has_jobs && (!self.rest()? || self.jobs.running() > 0) {
                    return Ok(());
                }
                if self.jobs.has_put_off {
                    self.give_up(PUT_OFF.into());
                    return self.go_on();
                }
                match self.post_swap() {
                    Ok(()) => Ok(()),
                    Err(error) => self.fail(&error),
                }
            }
            Phase::Swapping => Ok(()),
        }
    }

    /// What was answered is acknowledged before another card is announced.
    fn fail(&mut self, error: &DriverError) -> Result<(), SupervisorError> {
        self.acknowledge()?;
        self.take_over(&error.to_string())
    }

    /// Has the members take the memory, the active card first: if it makes no such changes, the
    /// standby must not be retired for that too. Returns the next phase when there is one.
    fn members_prepare(&mut self, loaded: u8) -> Result<Option<Phase>, DriverError> {
        let Some(Changing { successor, preparation, .. }) = &self.changing else { return Ok(None) };
        let successor = Arc::clone(successor);
        match (&mut self.twin, preparation.as_ref().and_then(Preparation::take)) {
            (Some(twin), Some(Ok(filling))) => twin.prepare(filling),
            (_, Some(Err(why))) => {
                self.give_up(why);
                return Ok(None);
            }
            (_, None) | (None, Some(Ok(_))) => {}
        }
        let is_twin_ready = self.twin.as_ref().is_none_or(|twin| twin.is_preparing());
        let state = match &mut self.active {
            Some(card) => asked(&mut card.driver, &successor, loaded > 0)?,
            None => ChangeState::Ready,
        };
        if state == ChangeState::Refused {
            // The twin would refuse it too, and say why.
            match self.twin.as_ref().is_some_and(|twin| !twin.is_preparing()) {
                true => return Ok(None),
                false => self.give_up("the card refuses it".into()),
            }
            return Ok(None);
        }
        if state == ChangeState::Nothing || loaded == 0 {
            return Ok(Some(Phase::Preparing { loaded: u8::from(state != ChangeState::Nothing) }));
        }
        let of_standby = self.standby.as_mut().map(|card| {
            let state = asked(&mut card.driver, &successor, loaded > 1)?;
            match state {
                ChangeState::Refused => Err(DriverError::Change(state as u32)),
                state => Ok(state),
            }
        });
        let standby = match of_standby {
            None => ChangeState::Ready,
            Some(Ok(state)) => state,
            Some(Err(error)) => {
                self.retire_standby(&error.to_string());
                ChangeState::Ready
            }
        };
        let are_ready = is_twin_ready && [state, standby] == [ChangeState::Ready; 2];
        let loaded = if standby == ChangeState::Nothing { 1 } else { 2 };
        Ok(Some(if are_ready { Phase::Filling } else { Phase::Preparing { loaded } }))
    }

    /// Asks the active card for steps.
    fn post_steps(&mut self) -> Result<(), DriverError> {
        let (Some(changing), Some(card)) = (&mut self.changing, &mut self.active) else {
            return Ok(());
        };
        while changing.posted < STEPS_POSTED_MAX && card.driver.post(Request::Fill, 0, &[])? {
            changing.posted += 1;
        }
        card.driver.ring()
    }

    /// Asks the active card to make the change.
    fn post_swap(&mut self) -> Result<(), DriverError> {
        let (Some(changing), Some(card)) = (&mut self.changing, &mut self.active) else {
            return Ok(());
        };
        if !card.driver.post(Request::Swap, 0, &[])? {
            return Err(TransportError::Silent(self.patience.watchdog).into());
        }
        changing.phase = Phase::Swapping;
        card.driver.ring()
    }
}

impl<T> Supervisor<'_, T> {
    /// Notes that the active card has made a step.
    pub(super) fn note_fill(&mut self, verdict: &Verdict) -> Result<(), SupervisorError> {
        let Some(changing) = &mut self.changing else { return Ok(()) };
        changing.posted = changing.posted.saturating_sub(1);
        if !verdict.is_accept() {
            changing.phase = Phase::Filled;
            return Ok(());
        }
        self.summary.fills += 1;
        if std::mem::replace(&mut changing.has_begun, true) {
            changing.unlogged += 1;
            return Ok(());
        }
        let checksum = changing.successor.checksum();
        self.append(|number| LogRecord::of_filling(number, checksum, 0)).map(drop)
    }

    /// Appends the steps since the last record to the log, as one record.
    pub(super) fn log_fills(&mut self) -> Result<(), SupervisorError> {
        let Some(changing) = &mut self.changing else { return Ok(()) };
        let (checksum, rows) =
            (changing.successor.checksum(), std::mem::take(&mut changing.unlogged));
        match rows {
            0 => Ok(()),
            rows => self.append(|number| LogRecord::of_filling(number, checksum, rows)).map(drop),
        }
    }

    /// Has the twin make the change.
    pub(super) fn twin_changes(&mut self) -> Option<Verdict> {
        let (twin, changing) = self.twin.as_mut().zip(self.changing.as_mut())?;
        match twin.finish()? {
            Ok(retired) => {
                if let Some(preparation) = changing.preparation.take() {
                    preparation.release(retired);
                }
                Some(Verdict::ACCEPT)
            }
            Err(refusal) => {
                changing.refusal = Some(refusal.to_string());
                Some(refusal.verdict())
            }
        }
    }

    /// Ends a change that was not requested from the active card, and notifies the trader.
    pub(super) fn give_up(&mut self, why: String) {
        self.changing = None;
        self.twin.iter_mut().for_each(|twin| twin.cancel());
        self.notify(Notice::SwapRefused(why));
    }

    /// Goes on with a change after another card has taken over. It has made the same steps as the
    /// last one; where the memory was not taken, the change starts again.
    pub(super) fn change_goes_on(&mut self) {
        match self.changing.take() {
            Some(changing) if changing.is_preparing() => {
                self.twin.iter_mut().for_each(|twin| twin.cancel());
                self.pending.push_front(Control::Change(changing.successor));
            }
            Some(changing) => {
                let phase = if changing.is_swapping() { Phase::Filled } else { changing.phase };
                self.changing = Some(Changing { posted: 0, phase, ..changing });
            }
            None => {}
        }
    }
}

/// Asks a card to take the memory of a change, unless it was asked before. Returns its state;
/// nothing if it could not be asked yet.
fn asked<T: Transport>(
    driver: &mut Driver<T>,
    successor: &Successor,
    was_asked: bool,
) -> Result<ChangeState, DriverError> {
    if was_asked && driver.is_staged() {
        return Ok(ChangeState::Preparing);
    }
    if was_asked {
        return match driver.change_state()? {
            ChangeState::Nothing => Err(DriverError::Change(0)),
            state => Ok(state),
        };
    }
    let is_posted = driver.post_staged(Request::Change, 0, successor.bytes())?;
    driver.ring()?;
    Ok(if is_posted { ChangeState::Preparing } else { ChangeState::Nothing })
}
