// SPDX-License-Identifier: Apache-2.0

//! Takeovers: an active card that fails is retired, and the next one continues after the last
//! record that was read.

use super::changing::Changing;
use super::messages::{Control, Notice, Role, SupervisorError};
use super::state::{Member, STALLS_MAX, Supervisor};
use crate::driver::DriverError;
use crate::transport::Transport;
use engine::shell::TOE;
use std::time::Instant;

impl<T: Transport> Supervisor<'_, T> {
    /// Checks the active card if it has written no record for a while. If its registers answer and
    /// it has room for records, but frames wait, its engine has stopped.
    pub(super) fn look_after_active(&mut self) -> Result<(), SupervisorError> {
        if self.last_seen.elapsed().min(self.last_probe.elapsed()) <= self.patience.watchdog {
            return Ok(());
        }
        self.last_probe = Instant::now();
        let Some(card) = &mut self.active else { return Ok(()) };
        let health = match card.driver.health() {
            Ok(health) => health,
            Err(error) => return self.take_over(&error.to_string()),
        };
        let has_unread = card.driver.has_record() || card.driver.records_untold() > 0;
        let waits = health.frames_waiting > 0 && !self.rests
            || self.wanted.is_some()
            || self.jobs.is_posted
            || self.changing.as_ref().is_some_and(Changing::is_posted);
        self.stalls = if waits && !has_unread { self.stalls + 1 } else { 0 };
        if self.stalls < STALLS_MAX {
            return Ok(());
        }
        let waiting = health.frames_waiting;
        self.take_over(&format!(
            "its engine does not advance: its registers answer, {waiting} frames wait"
        ))
    }

    /// Retires the active card and makes the next one active.
    pub(super) fn take_over(&mut self, why: &str) -> Result<(), SupervisorError> {
        let mut why = why.to_string();
        loop {
            if let Some(card) = self.active.take() {
                let role = if card.is_soft { Role::SoftCard } else { Role::Active };
                self.retire(role, card.network, &why);
                self.without_service_since.get_or_insert(self.last_seen);
            }
            self.catch_up();
            self.active = match self.standby.take() {
                Some(card) => Some(card),
                None => Some(self.card_in_software()?),
            };
            self.connection = self.connection.wrapping_add(1);
            self.connections.fill(self.connection);
            match self.open_active() {
                Ok(()) => break,
                Err(error) => why = error.to_string(),
            }
        }
        (self.last_seen, self.stalls) = (Instant::now(), 0);
        self.announce_active();
        // A change of program or a step that the retired card did not make is requested from the
        // new one, the change before anything else.
        self.prepared = None;
        self.jobs.is_posted = false;
        self.change_goes_on();
        if let Some(wanted) = self.wanted.take() {
            self.pending.push_front(Control::Swap(wanted.program));
        }
        Ok(())
    }

    fn card_in_software(&mut self) -> Result<Member<T>, SupervisorError> {
        if let Some((twin, mut make)) = self.twin.take().zip(self.soft_card.take()) {
            match make(twin) {
                Ok((driver, network)) => return Ok(Member { driver, network, is_soft: true }),
                Err(error) => {
                    self.retire(Role::SoftCard, self.soft_card_network, &error.to_string())
                }
            }
        }
        Err(SupervisorError::NoCard(self.summary.retired.clone()))
    }

    /// Notifies the trader which card answers and where each session continues.
    pub(super) fn announce_active(&mut self) {
        let (connection, next) = (self.connection, self.next.clone());
        let card = self.active.as_ref().map_or(0, |card| card.network);
        self.notify(Notice::Answering { card, connection, next });
    }

    /// Takes over if an operation on the active card has failed.
    pub(super) fn or_take_over(
        &mut self,
        done: Result<(), DriverError>,
    ) -> Result<(), SupervisorError> {
        match done {
            Ok(()) => Ok(()),
            Err(error) => self.take_over(&error.to_string()),
        }
    }

    /// Opens all sessions of the active card and switches its TOE on.
    pub(super) fn open_active(&mut self) -> Result<(), DriverError> {
        self.rests = false;
        let Some(card) = &mut self.active else { return Ok(()) };
        for (session, next) in self.next.iter().enumerate() {
            card.driver.open_session(session as u16, self.connections[session], *next)?;
        }
        card.driver.set(TOE, 1)?;
        card.driver.settle()
    }
}
