// SPDX-License-Identifier: Apache-2.0

//! Changes of program in a family: one at a time, prepared beside the running program on every card
//! and in the twin.

use super::messages::{Notice, SupervisorError};
use super::state::{Supervisor, Wanted};
use crate::driver::{Driver, DriverError};
use crate::transport::{Transport, TransportError};
use engine::program::Program;
use engine::shell::Request;
use engine::twin::Prepared;
use std::sync::Arc;

impl<T: Transport> Supervisor<'_, T> {
    /// Loads a program into all cards and requests the swap from the active one. The change happens
    /// at its record in the active card's log.
    pub(super) fn swap(&mut self, program: Arc<Program>) -> Result<(), SupervisorError> {
        let prepared = self
            .twin
            .as_ref()
            .map(|twin| Prepared::new(twin.running().family(), Arc::clone(&program)));
        let prepared = match prepared.transpose() {
            Ok(prepared) => prepared,
            Err(error) => {
                self.refuse_swap(error.to_string());
                return Ok(());
            }
        };
        let image = engine::image::encode(&program);
        let (watchdog, patience) = (self.patience.watchdog, self.patience.setup);
        let load = |driver: &mut Driver<T>| {
            driver.set_patience(patience);
            let loaded = driver.load_program(&image);
            driver.set_patience(watchdog);
            loaded
        };
        // The active card first: if it refuses the program, the standby must not be retired for
        // refusing it too.
        match self.active.as_mut().map_or(Ok(()), |card| load(&mut card.driver)) {
            Ok(()) => {}
            Err(error @ (DriverError::Refused { .. } | DriverError::Bytes(_))) => {
                self.refuse_swap(error.to_string());
                return Ok(());
            }
            Err(error) => {
                self.want(program, &image, prepared);
                return self.take_over(&error.to_string());
            }
        }
        self.catch_up();
        if let Some(Err(error)) = self.standby.as_mut().map(|card| load(&mut card.driver)) {
            self.retire_standby(&error.to_string());
        }
        self.want(program, &image, prepared);
        let posted = self.active.as_mut().map_or(Ok(()), |card| {
            // Posted without waiting: the card may need room for the record of the swap, which is
            // made by reading the records before it.
            if !card.driver.post(Request::Swap, 0, &[])? {
                return Err(TransportError::Silent(watchdog).into());
            }
            card.driver.ring()
        });
        self.or_take_over(posted)
    }

    fn want(&mut self, program: Arc<Program>, image: &[u8], prepared: Option<Prepared>) {
        self.prepared = prepared;
        self.wanted = Some(Wanted { program, checksum: engine::image::checksum(image) });
    }

    /// Ends a requested change without making it, and notifies the trader.
    pub(super) fn refuse_swap(&mut self, why: String) {
        (self.wanted, self.prepared) = (None, None);
        self.notify(Notice::SwapRefused(why));
    }

    /// Has the twin change its program too.
    pub(super) fn twin_swaps(&mut self) {
        let swapped = self
            .twin
            .as_mut()
            .zip(self.prepared.take())
            .map(|(twin, mut next)| twin.running_mut().take_over(&mut next));
        if let Some(Err(error)) = swapped {
            self.retire_twin(&error.to_string());
        }
    }
}
