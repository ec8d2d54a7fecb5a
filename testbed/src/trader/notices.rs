// SPDX-License-Identifier: Apache-2.0

//! Notices of the supervisor: acknowledgements, another card, reopened sessions.

use super::error::TraderError;
use super::outgoing::{Defect, Outgoing};
use super::state::{Item, Trader};
use engine::shell::LogRecord;
use host::supervisor::{Control, Notice};

impl Trader<'_> {
    /// Takes a notice; returns the message that it acknowledges.
    pub(super) fn hear(&mut self, notice: &Notice) -> Result<Option<Outgoing>, TraderError> {
        match notice {
            Notice::Acknowledged { number, record, verdict } => {
                let outgoing = self.acknowledged(*number, record)?;
                if outgoing.job().is_some() && !verdict.is_accept() {
                    self.job_ended();
                }
                return Ok(Some(outgoing));
            }
            Notice::JobEnded(_) => self.job_ended(),
            Notice::Answering { card, connection, next } => {
                self.resume(*card, *connection, next)?;
            }
            Notice::Opened { session, connection } => {
                self.restart(*session, *connection);
                // If the trader itself requested this after a broken stream, it has sent nothing
                // since. Otherwise later messages are under way and may be answered first.
                if self.reopening.take_if(|reopening| reopening == session).is_none() {
                    let items =
                        self.items.iter_mut().filter(|item| item.outgoing.session == *session);
                    items.for_each(|item| item.is_overtaken = true);
                }
            }
            Notice::Swapped { .. } | Notice::SwapRefused(_) | Notice::Stepped { .. } => {}
        }
        Ok(None)
    }

    /// Removes an acknowledged message, which must be the first of all but for overtaken ones. A
    /// session whose stream broke with this message is reopened.
    fn acknowledged(&mut self, number: u32, record: &LogRecord) -> Result<Outgoing, TraderError> {
        let session = record.session;
        let is_it = |item: &Item| item.outgoing.session == session;
        let may_come = self.items.iter().position(|item| is_it(item) || !item.is_overtaken);
        let is_next = |item: &Item| is_it(item) && item.number == number;
        let item = may_come
            .filter(|place| is_next(&self.items[*place]))
            .and_then(|place| self.items.remove(place));
        let Some(item) = item else {
            let expected = self.items.iter().find(|item| is_it(item)).map_or(0, |item| item.number);
            return Err(TraderError::Order { session, found: number, expected });
        };
        if item.outgoing.defect == Some(Defect::Length) {
            _ = self.lines.control.send(Control::Open(session));
            self.reopening = Some(session);
        }
        Ok(item.outgoing)
    }

    /// Continues every session with the card that answers from now on.
    fn resume(&mut self, card: usize, connection: u16, next: &[u32]) -> Result<(), TraderError> {
        self.card = Some(card);
        self.outbox.clear();
        for (session, found) in (0..).zip(next).take(self.sessions.len()) {
            let first = self.items.iter().find(|item| item.outgoing.session == session);
            let next_number = self.sessions[usize::from(session)].next_number;
            let expected = first.map_or(next_number, |item| item.number);
            if *found != expected {
                return Err(TraderError::Resume { session, found: *found, expected });
            }
            self.restart(session, connection);
        }
        self.items.iter_mut().for_each(|item| item.is_overtaken = false);
        Ok(())
    }
}
