// SPDX-License-Identifier: Apache-2.0

//! The standby: it gets every message that the active card answered, and its answers are compared.

use super::state::{STALLS_MAX, Supervisor};
use crate::transport::Transport;
use engine::shell::{LogKind, LogRecord, Request};
use engine::verdict::Verdict;
use std::time::Instant;

impl<T: Transport> Supervisor<'_, T> {
    /// Waits for the standby's answer to the message that it was given last, which is not among
    /// those that it follows yet.
    pub(super) fn standby_says(&mut self) -> Option<Verdict> {
        self.catch_up();
        let said = self.standby.as_mut().map(|card| card.driver.wait_for_record());
        match said? {
            Ok((_, _, verdict)) => Some(verdict),
            Err(error) => {
                self.retire_standby(&error.to_string());
                None
            }
        }
    }

    /// Posts what a record is about to the standby.
    pub(super) fn give_to_standby(&mut self, record: &LogRecord, kind: LogKind) {
        let (request, frame) = match kind {
            LogKind::Message => (Request::Message, record.frame()),
            LogKind::Step => (Request::Step, record.frame()),
            LogKind::Refused => (Request::Refused, record.frame()),
            LogKind::Swap => (Request::Swap, &[][..]),
            LogKind::Fill => (Request::Fill, &[][..]),
        };
        let given =
            self.standby.as_mut().map(|card| card.driver.post(request, record.session, frame));
        match given {
            None | Some(Ok(true)) => {}
            Some(Ok(false)) => self.retire_standby("its ring of descriptors was full"),
            Some(Err(error)) => self.retire_standby(&error.to_string()),
        }
    }

    /// Compares the answers that the standby has given since the last call, and checks the standby
    /// if it gives none for too long. Returns whether there were any.
    pub(super) fn follow(&mut self) -> bool {
        let worked = self.compare_verdicts();
        if worked || self.standby.is_none() {
            (self.standby_seen, self.standby_stalls) = (Instant::now(), 0);
        } else if self.standby_seen.elapsed() > self.patience.watchdog {
            self.standby_seen = Instant::now();
            self.look_after_standby();
        }
        worked
    }

    /// Reads as many records as `following` expects and no more: a record that is needed for a vote
    /// is left to [`Supervisor::standby_says`].
    fn compare_verdicts(&mut self) -> bool {
        let Some(card) = &mut self.standby else { return false };
        let mut worked = false;
        loop {
            let is_done = self.following.is_empty();
            let said =
                card.driver.ring().and_then(|()| card.driver.poll()).and_then(|is_expecting| {
                    self.is_expecting |= is_expecting;
                    while let Some(completed) = card.driver.completed()? {
                        completed.done()?;
                    }
                    if is_done { Ok(None) } else { card.driver.next_record() }
                });
            let why = match said {
                Ok(None) => match card.driver.give_room() {
                    Ok(()) => return worked,
                    Err(error) => error.to_string(),
                },
                Ok(Some((_, kind, verdict)))
                    if self.following.front() == Some(&(kind, verdict)) =>
                {
                    self.following.pop_front();
                    worked = true;
                    continue;
                }
                Ok(Some(_)) => "its verdict differs from all others".into(),
                Err(error) => error.to_string(),
            };
            self.retire_standby(&why);
            return true;
        }
    }

    /// Retires a standby whose registers answer while its engine does nothing. A slow one is kept.
    fn look_after_standby(&mut self) {
        let Some(card) = &mut self.standby else { return };
        let health = card.driver.health();
        let has_record = card.driver.has_record();
        match health {
            Err(error) => self.retire_standby(&error.to_string()),
            Ok(_) if self.following.is_empty() || has_record => self.standby_stalls = 0,
            Ok(_) => {
                self.standby_stalls += 1;
                if self.standby_stalls >= STALLS_MAX {
                    let waiting = self.following.len();
                    self.retire_standby(&format!(
                        "its engine does not advance: its registers answer, {waiting} messages wait"
                    ));
                }
            }
        }
    }

    /// Waits until the standby has given all answers in `following`.
    pub(super) fn catch_up(&mut self) {
        let backoff = crossbeam::utils::Backoff::new();
        while self.standby.is_some() && !self.following.is_empty() {
            self.is_expecting = false;
            if self.follow() || self.is_expecting {
                backoff.reset();
            } else {
                backoff.snooze();
            }
        }
    }
}
