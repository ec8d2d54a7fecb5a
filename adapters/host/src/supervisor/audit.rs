// SPDX-License-Identifier: Apache-2.0

//! Audits: the tables of all members are compared, and the one that is outvoted is retired. Only an
//! audit finds a bit that flipped and was not read since.

use super::messages::SupervisorError;
use super::state::{Member, Patience, Supervisor};
use crate::driver::DriverError;
use crate::transport::Transport;
use engine::executor::digest;
use engine::schema::TableId;

/// The digests of each table: by the active card, the standby and the twin, where there is one.
pub type Digests = Vec<[Option<u64>; 3]>;

const WHY: &str = "its tables differ from all others";

impl<T: Transport> Supervisor<'_, T> {
    /// Compares the tables of all members, which are all at the same record. Returns `None` if a
    /// member was retired.
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

    /// The digests of all members; `None` if a card was retired because it gave none.
    fn digests(&mut self) -> Result<Option<Digests>, SupervisorError> {
        let (tables, patience) = (self.tables, self.patience);
        let active = match digests_of(self.active.as_mut(), tables, patience) {
            Ok(digests) => digests,
            Err(error) => return self.take_over(&error.to_string()).map(|()| None),
        };
        let standby = match digests_of(self.standby.as_mut(), tables, patience) {
            Ok(digests) => digests,
            Err(error) => {
                self.retire_standby(&error.to_string());
                return Ok(None);
            }
        };
        let at = |digests: &Option<Vec<u64>>, table: usize| {
            digests.as_ref().map(|digests| digests[table])
        };
        let twin = |table: usize| {
            self.twin.as_ref().map(|twin| digest(twin.running(), TableId(table as u16)))
        };
        Ok(Some(
            (0..tables)
                .map(|table| [at(&active, table), at(&standby, table), twin(table)])
                .collect(),
        ))
    }

    /// Reads the fault counters of the remaining cards into the summary.
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

/// The digests of a card's tables. The card may take as long for each as for a program.
fn digests_of<T: Transport>(
    card: Option<&mut Member<T>>,
    tables: usize,
    patience: Patience,
) -> Result<Option<Vec<u64>>, DriverError> {
    let Some(Member { driver, .. }) = card else { return Ok(None) };
    driver.set_patience(patience.setup);
    let digests = (0..tables).map(|table| driver.digest(TableId(table as u16))).collect();
    driver.set_patience(patience.watchdog);
    Result::map(digests, Some)
}
