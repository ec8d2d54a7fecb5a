// SPDX-License-Identifier: Apache-2.0

//! Who answers: a card that fails is given up, and the next one goes on behind the last record that
//! was read.

use super::{Control, Member, Notice, Retired, Role, STALLS_MAX, Supervisor, SupervisorError};
use crate::driver::DriverError;
use crate::transport::Transport;
use engine::shell::TOE;
use std::time::Instant;

impl<T: Transport> Supervisor<'_, T> {
    /// Asks the active card now and then whether it is still there, and whether it goes on: one
    /// whose registers answer, that has room for records and whose engine nevertheless leaves
    /// frames waiting stands still.
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
        let is_behind = card.driver.has_record() || card.driver.records_untold() > 0;
        let waits = health.frames_waiting > 0 && !self.rests || self.wanted.is_some();
        self.stalls = if waits && !is_behind { self.stalls + 1 } else { 0 };
        if self.stalls < STALLS_MAX {
            return Ok(());
        }
        let waiting = health.frames_waiting;
        self.take_over(&format!(
            "its engine stands still: its registers answer, {waiting} frames wait"
        ))
    }

    /// Gives the active card up, and has the next one answer.
    pub(super) fn take_over(&mut self, why: &str) -> Result<(), SupervisorError> {
        let mut why = why.to_string();
        loop {
            if let Some(card) = self.active.take() {
                self.retire(
                    if card.is_soft { Role::SoftCard } else { Role::Active },
                    card.network,
                    &why,
                );
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
        self.say_who_answers();
        // A change of program that the old card did not come to is the new one's to make, before
        // anything else.
        self.prepared = None;
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

    pub(super) fn retire(&mut self, role: Role, card: usize, why: &str) {
        let (why, last_record) = (why.to_string(), self.summary.records);
        self.summary.retired.push(Retired { role, card, why, last_record, without_service: None });
    }

    pub(super) fn say_who_answers(&mut self) {
        let (connection, next) = (self.connection, self.next.clone());
        let card = self.active.as_ref().map_or(0, |card| card.network);
        _ = self.lines.notices.send(Notice::Answering { card, connection, next });
    }

    pub(super) fn or_take_over(
        &mut self,
        done: Result<(), DriverError>,
    ) -> Result<(), SupervisorError> {
        match done {
            Ok(()) => Ok(()),
            Err(error) => self.take_over(&error.to_string()),
        }
    }

    /// Opens all sessions of the active card and lets its TOE take segments.
    pub(super) fn open_active(&mut self) -> Result<(), DriverError> {
        self.rests = false;
        let Some(card) = &mut self.active else { return Ok(()) };
        for (session, next) in self.next.iter().enumerate() {
            card.driver.open_session(session as u16, self.connections[session], *next)?;
        }
        card.driver.set(TOE, 1)?;
        card.driver.settle()
    }

    /// Opens a session anew on the active card, which rests: no frame of the session is under way
    /// that was answered and not read.
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
        // Whoever hears that the session is open sends at once.
        let settled = self.active.as_mut().map_or(Ok(()), |card| card.driver.settle());
        self.or_take_over(settled)?;
        // A card that took over meanwhile has opened it too, with a connection of its own.
        let connection = self.connections[usize::from(session)];
        _ = self.lines.notices.send(Notice::Opened { session, connection });
        Ok(())
    }
}
