// SPDX-License-Identifier: Apache-2.0

//! Health checks: whether a card answers its registers, and its fault counters.

use super::error::DriverError;
use super::open::Driver;
use crate::transport::Transport;
use engine::registers::Register;
use engine::shell::*;

/// A card's own report, read from its registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// Messages that its engine has answered.
    pub messages: u32,
    /// Complete frames that wait for its engine.
    pub frames_waiting: u32,
}

impl<T: Transport> Driver<T> {
    /// Reads the card's health registers. Everything that the card wrote into the memory before it
    /// answered is there when this returns.
    ///
    /// # Errors
    /// [`DriverError::Transport`] if the card does not answer, [`DriverError::RingOff`] if it has
    /// switched its ring of descriptors off, [`DriverError::Record`] if it says that it has written
    /// a log record which did not arrive.
    pub fn health(&mut self) -> Result<Health, DriverError> {
        let (messages, frames_waiting) = (self.get(MESSAGES)?, self.get(FRAMES_WAITING)?);
        // The record is written before this answer is sent, and packets keep their order.
        let written = self.get(C2H_TAIL)?;
        if written != self.records as u32 && !self.has_record() {
            return Err(DriverError::Record { number: self.records + 1 });
        }
        match self.get(H2C_SLOTS)? {
            0 => Err(DriverError::RingOff { failed: self.get(DMA_ERRORS)? }),
            _ => Ok(Health { messages, frames_waiting }),
        }
    }

    /// Reads the card's fault counters; returns those that are not 0.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn faults(&mut self) -> Result<Vec<(Register, u32)>, DriverError> {
        let counts = FAULT_COUNTERS.iter().map(|register| Ok((*register, self.get(*register)?)));
        counts.filter(|count| !matches!(count, Ok((_, 0)))).collect()
    }
}
