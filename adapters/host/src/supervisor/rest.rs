// SPDX-License-Identifier: Apache-2.0

//! The active card at rest: its TOE is off and all its records are read. Tables are compared and
//! sessions reopened in this state only.

use super::changing::Changing;
use super::messages::{Notice, SupervisorError};
use super::state::Supervisor;
use crate::transport::Transport;
use engine::shell::TOE;

impl<T: Transport> Supervisor<'_, T> {
    /// Switches the active card's TOE off. Returns whether it is off, all records of the card
    /// were read, and it works on no step of a job or of a change.
    pub(super) fn rest(&mut self) -> Result<bool, SupervisorError> {
        if !self.rests {
            // When the card answers the read, everything that it wrote before is in the memory.
            let stopped = self.active.as_mut().map_or(Ok(()), |card| {
                card.driver.set(TOE, 0)?;
                card.driver.settle()
            });
            self.rests = stopped.is_ok();
            self.or_take_over(stopped)?;
        }
        let has_record = self.active.as_mut().is_some_and(|card| card.driver.has_record());
        let fills = self.changing.as_ref().is_some_and(Changing::has_posted_step);
        Ok(self.rests && !has_record && !self.jobs.is_posted && !fills)
    }

    /// Switches the TOE on again.
    pub(super) fn go_on(&mut self) -> Result<(), SupervisorError> {
        if !std::mem::take(&mut self.rests) {
            return Ok(());
        }
        let resumed = self.active.as_mut().map_or(Ok(()), |card| card.driver.set(TOE, 1));
        self.or_take_over(resumed)
    }

    /// Reopens a session on the active card, which must be at rest: then no frame of the session
    /// was answered without its record being read.
    pub(super) fn open(&mut self, session: u16) -> Result<(), SupervisorError> {
        let Some(next) = self.next.get(usize::from(session)).copied() else { return self.go_on() };
        self.connection = self.connection.wrapping_add(1);
        self.connections[usize::from(session)] = self.connection;
        let connection = self.connection;
        let opened = self
            .active
            .as_mut()
            .map_or(Ok(()), |card| card.driver.open_session(session, connection, next));
        self.or_take_over(opened)?;
        self.go_on()?;
        // The trader sends directly after the notice.
        let settled = self.active.as_mut().map_or(Ok(()), |card| card.driver.settle());
        self.or_take_over(settled)?;
        // If another card took over meanwhile, it has opened the session with its own connection.
        let connection = self.connections[usize::from(session)];
        self.notify(Notice::Opened { session, connection });
        Ok(())
    }
}
