// SPDX-License-Identifier: Apache-2.0

//! The main loop of a supervisor.

use super::audit::Digests;
use super::changing::Changing;
use super::log::Log;
use super::messages::{Control, Notice, Summary, SupervisorError};
use super::state::{BATCH, Crew, Lines, Patience, Supervisor};
use crate::transport::Transport;
use crossbeam::channel::{Sender, TryRecvError};
use engine::change::Changeable;
use engine::twin::Twin;
use std::time::Instant;

impl<'a, T: Transport> Supervisor<'a, T> {
    /// Opens the first card as the active one. `next` holds the number of the next frame of each
    /// session; the log already holds `records_before` records.
    ///
    /// # Errors
    /// [`SupervisorError::NoCard`] if no card can be opened.
    pub fn new(
        crew: Crew<'a, T>,
        log: &'a mut dyn Log,
        lines: Lines,
        next: Vec<u32>,
        records_before: u64,
        patience: Patience,
    ) -> Result<Supervisor<'a, T>, SupervisorError> {
        let mut supervisor =
            Supervisor::before_start(crew, log, lines, next, records_before, patience);
        if supervisor.active.is_none() {
            supervisor.take_over("no card was there at the start")?;
        } else {
            match supervisor.open_active() {
                Ok(()) => supervisor.announce_active(),
                Err(error) => supervisor.take_over(&error.to_string())?,
            }
        }
        Ok(supervisor)
    }

    /// The twin, unless it was retired or answers as a card.
    pub fn into_twin(self) -> Option<Twin> {
        self.twin.map(Changeable::into_running)
    }

    /// The counters so far.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Serves until [`Control::Stop`] or until all senders of requests are gone, no job has steps
    /// left and no change is under way. `interrupted` is called in every round; when it returns
    /// true, serving stops early.
    ///
    /// # Errors
    /// [`SupervisorError`]. Records that the log flushed before are acknowledged.
    pub fn serve(&mut self, interrupted: &dyn Fn() -> bool) -> Result<(), SupervisorError> {
        let backoff = crossbeam::utils::Backoff::new();
        loop {
            let worked = self.step()?;
            self.post_step()?;
            self.advance_change()?;
            match self.lines.control.try_recv() {
                Ok(request) => self.pending.push_back(request),
                Err(TryRecvError::Disconnected)
                    if !worked && self.pending.is_empty() && self.is_idle() =>
                {
                    return Ok(());
                }
                Err(_) => {}
            }
            if self.carry_out()? || interrupted() {
                return Ok(());
            }
            if worked || self.is_expecting { backoff.reset() } else { backoff.snooze() }
        }
    }

    /// Switches the TOE off, compares the tables of all members and returns their digests; a member
    /// that is outvoted is retired first. While a line of notices is full it waits. If
    /// `interrupted` returns true it stops early and returns no digests.
    ///
    /// # Errors
    /// [`SupervisorError`] if no member is left.
    pub fn audit(&mut self, interrupted: &dyn Fn() -> bool) -> Result<Digests, SupervisorError> {
        let backoff = crossbeam::utils::Backoff::new();
        while !interrupted() {
            if self.rest()?
                && let Some(digests) = self.compare()?
            {
                return Ok(digests);
            }
            if self.step()? || self.is_expecting { backoff.reset() } else { backoff.snooze() }
        }
        Ok(Vec::new())
    }

    /// Whether no job has steps left and no change is under way.
    fn is_idle(&self) -> bool {
        self.jobs.running() == 0 && self.wanted.is_none() && self.changing.is_none()
    }

    /// The first request that can be carried out now. A change waits for the one that is under way;
    /// what needs the card at rest does not wait while rows are copied.
    pub(super) fn due(&self) -> Option<usize> {
        let changes = self.wanted.is_some() || self.changing.is_some();
        let is_between = |changing: &Changing| changing.is_preparing() || changing.is_swapping();
        let swaps = self.wanted.is_some() || self.changing.as_ref().is_some_and(is_between);
        self.pending.iter().position(|request| match request {
            Control::Swap(_) | Control::Change(_) => !changes,
            Control::Open(_) | Control::Audit => !swaps,
            Control::Stop => false,
        })
    }

    /// Continues with the request that is due; returns true if it is to stop.
    fn carry_out(&mut self) -> Result<bool, SupervisorError> {
        let Some(due) = self.due() else {
            return Ok(matches!(self.pending.front(), Some(Control::Stop)) && self.is_idle());
        };
        match self.pending[due].clone() {
            // One request at a time is in the ring of the active card.
            Control::Swap(_) if self.jobs.is_posted => {}
            Control::Swap(program) => {
                self.pending.remove(due);
                self.swap(program)?;
            }
            Control::Change(successor) => {
                self.pending.remove(due);
                self.begin_change(successor);
            }
            Control::Open(session) => {
                if self.rest()? {
                    self.pending.remove(due);
                    self.open(session)?;
                }
            }
            Control::Audit => {
                if self.rest()? && self.compare()?.is_some() {
                    self.pending.remove(due);
                }
            }
            Control::Stop => {}
        }
        Ok(false)
    }

    /// One round: reads a batch of records of the active card, acknowledges it, and compares the
    /// standby's answers. Returns whether there was anything to do.
    fn step(&mut self) -> Result<bool, SupervisorError> {
        let mut worked = false;
        self.is_expecting = false;
        while self.batch.len() < BATCH && self.has_room() {
            match self.next_record() {
                Ok(Some((record, kind, verdict))) => {
                    (self.last_seen, self.stalls) = (Instant::now(), 0);
                    self.take(&record, kind, verdict)?;
                    self.post_step()?;
                    worked = true;
                }
                Ok(None) => break,
                Err(error) => {
                    self.acknowledge()?;
                    self.take_over(&error.to_string())?;
                    return Ok(true);
                }
            }
        }
        self.acknowledge()?;
        worked |= self.follow();
        self.look_after_active()?;
        Ok(worked)
    }

    /// Whether both lines of notices have room for a batch, and the standby for another message.
    fn has_room(&mut self) -> bool {
        let is_full =
            |line: &Sender<Notice>| line.capacity().is_some_and(|most| line.len() + BATCH >= most);
        let waits = (is_full(&self.lines.notices), is_full(&self.lines.exchange));
        self.summary.trader_waits += u64::from(waits.0 && !self.waits.0);
        self.summary.exchange_waits += u64::from(waits.1 && !self.waits.1);
        self.waits = waits;
        waits == (false, false) && self.standby.as_ref().is_none_or(|card| card.driver.has_room())
    }
}
