// SPDX-License-Identifier: Apache-2.0

//! Audits: every table of everyone who is left is compared, and who is outvoted is given up. A bit
//! that nobody has read since it flipped shows here and nowhere else.

use super::{Role, Supervisor, SupervisorError};
use crate::driver::DriverError;
use crate::transport::Transport;
use engine::executor::digest;
use engine::schema::TableId;
use engine::shell::TOE;

/// The digests of every table: the active card's, the standby's, the twin's.
pub type Digests = Vec<[Option<u64>; 3]>;

const WHY: &str = "its tables were others than everyone else's";

impl<T: Transport> Supervisor<'_, T> {
    /// Compares every table of everyone who is left, with the TOE at rest; who is outvoted is given
    /// up. Then the digests of the tables. While trader or exchange take no notices it waits for
    /// them, until it is interrupted: there are no digests then.
    ///
    /// # Errors
    /// [`SupervisorError`] if nobody is left to ask.
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

    /// Lets the active card's TOE rest; whether it does so and everything that the card has done
    /// was read. Nobody may be judged by their tables, nor a session opened anew, while records are
    /// still to come.
    pub(super) fn rest(&mut self) -> Result<bool, SupervisorError> {
        if !self.rests {
            // What the card does before it answers is in the memory when it has.
            let stopped = self.active.as_mut().map_or(Ok(()), |card| {
                card.driver.set(TOE, 0)?;
                card.driver.settle()
            });
            self.rests = stopped.is_ok();
            self.or_take_over(stopped)?;
        }
        Ok(self.rests && !self.active.as_mut().is_some_and(|card| card.driver.has_record()))
    }

    /// Lets the TOE go on.
    pub(super) fn go_on(&mut self) -> Result<(), SupervisorError> {
        if !std::mem::take(&mut self.rests) {
            return Ok(());
        }
        let resumed = self.active.as_mut().map_or(Ok(()), |card| card.driver.set(TOE, 1));
        self.or_take_over(resumed)
    }

    /// Compares the tables of everyone, who all rest at the same record; none if somebody had to be
    /// given up.
    pub(super) fn compare(&mut self) -> Result<Option<Digests>, SupervisorError> {
        self.catch_up();
        let Some(digests) = self.digests()? else { return Ok(None) };
        let differs = |a: usize, b: usize| {
            digests.iter().any(|of| of[a].zip(of[b]).is_some_and(|(one, other)| one != other))
        };
        match (differs(0, 1), differs(0, 2), differs(1, 2)) {
            (false, false, false) => {
                self.go_on()?;
                return Ok(Some(digests));
            }
            (true, _, false) | (false, true, false) => self.take_over(WHY)?,
            (false, true, true) => self.retire_twin(WHY),
            (_, _, true) => self.retire_standby(WHY),
        }
        Ok(None)
    }

    /// Everyone's digests; none if a card had to be given up. A card may take as long for them as
    /// it may to come up.
    fn digests(&mut self) -> Result<Option<Digests>, SupervisorError> {
        let (watchdog, patience) = (self.patience.watchdog, self.patience.setup);
        let of = |driver: &mut crate::driver::Driver<T>,
                  tables: usize|
         -> Result<Vec<u64>, DriverError> {
            driver.set_patience(patience);
            let digests = (0..tables).map(|table| driver.digest(TableId(table as u16))).collect();
            driver.set_patience(watchdog);
            digests
        };
        let tables = self.tables;
        let active = match self.active.as_mut().map(|card| of(&mut card.driver, tables)).transpose()
        {
            Ok(digests) => digests,
            Err(error) => return self.take_over(&error.to_string()).map(|()| None),
        };
        let standby =
            match self.standby.as_mut().map(|card| of(&mut card.driver, tables)).transpose() {
                Ok(digests) => digests,
                Err(error) => {
                    self.retire_standby(&error.to_string());
                    return Ok(None);
                }
            };
        let at = |digests: &Option<Vec<u64>>, table: usize| {
            digests.as_ref().map(|digests| digests[table])
        };
        let twin =
            |table: usize| self.twin.as_ref().map(|twin| digest(twin, TableId(table as u16)));
        Ok(Some(
            (0..tables)
                .map(|table| [at(&active, table), at(&standby, table), twin(table)])
                .collect(),
        ))
    }

    pub(super) fn retire_twin(&mut self, why: &str) {
        if self.twin.take().is_some() {
            self.retire(Role::Twin, self.soft_card_network, why);
        }
    }

    /// Asks the cards that are left what they have counted of faults.
    pub fn count_faults(&mut self) {
        let cards = self.active.iter_mut().chain(&mut self.standby);
        self.summary.faults = cards
            .flat_map(|card| {
                let counts = card.driver.faults().unwrap_or_default();
                counts.into_iter().map(|(register, count)| (card.network, register, count))
            })
            .collect();
    }
}
