// SPDX-License-Identifier: Apache-2.0

//! Opening a card, and access to its registers.

use super::config::DriverConfig;
use super::error::DriverError;
use crate::transport::Transport;
use engine::registers::{self, Register};
use engine::shell::*;
use std::time::Duration;

/// How long a card may take to answer until [`Driver::set_patience`] says otherwise.
const PATIENCE: Duration = Duration::from_secs(10);

/// A card that was opened, and the state of its two rings.
///
/// See [the module](super) for the layout of the memory and an overview of the methods.
pub struct Driver<T> {
    pub(super) transport: T,
    pub(super) config: DriverConfig,
    pub(super) patience: Duration,
    /// Descriptors written so far.
    pub(super) posted: u32,
    /// Descriptors that the doorbell has announced.
    pub(super) announced: u32,
    /// Descriptors whose completion was read.
    pub(super) done: u32,
    /// The number of descriptors up to the one under way whose bytes are in the staging area.
    pub(super) staged: Option<u32>,
    /// Log records read so far.
    pub(super) records: u64,
    /// Log records that the card knows to be read.
    pub(super) records_told: u64,
}

impl<T: Transport> Driver<T> {
    /// Checks that the card is a Riskgate card of this version, and sets up its rings, empty. The
    /// transport's memory must have at least [`DriverConfig::memory_bytes`].
    ///
    /// # Errors
    /// [`DriverError::Id`] or [`DriverError::Version`] for a foreign card, [`DriverError::Memory`]
    /// for too little memory, [`DriverError::Setting`] for ring sizes that the card refuses, or
    /// [`DriverError::Transport`].
    pub fn open(mut transport: T, config: DriverConfig) -> Result<Driver<T>, DriverError> {
        let found = transport.read(registers::ID.offset.into())?;
        if found != registers::ID_VALUE {
            return Err(DriverError::Id { found });
        }
        let found = transport.read(registers::VERSION.offset.into())?;
        if found != registers::VERSION_VALUE {
            return Err(DriverError::Version { found });
        }
        let mut driver = Driver {
            transport,
            config,
            patience: PATIENCE,
            posted: 0,
            announced: 0,
            done: 0,
            staged: None,
            records: 0,
            records_told: 0,
        };
        driver.set_up_rings()?;
        Ok(driver)
    }

    fn set_up_rings(&mut self) -> Result<(), DriverError> {
        let config = self.config;
        let records = config.records() as u64;
        // An earlier driver may have left descriptors and records in this memory.
        let rings = self.transport.memory().get_mut(..config.staging());
        rings.ok_or(DriverError::Memory { needed: config.memory_bytes() })?.fill(0);
        for (register, value) in [
            (TOE, 0),
            (H2C_SLOTS, 0),
            (C2H_SLOTS, 0),
            (H2C_BASE_LOW, 0),
            (H2C_BASE_HIGH, 0),
            (H2C_SLOTS, config.h2c_slots),
            (C2H_BASE_LOW, records as u32),
            (C2H_BASE_HIGH, (records >> 32) as u32),
            (C2H_SLOTS, config.c2h_slots),
            (INTERRUPTS, 1),
        ] {
            self.set(register, value)?;
        }
        for (register, wanted) in [(H2C_SLOTS, config.h2c_slots), (C2H_SLOTS, config.c2h_slots)] {
            let found = self.get(register)?;
            if found != wanted || wanted == 0 {
                return Err(DriverError::Setting { register: register.name, wanted, found });
            }
        }
        Ok(())
    }

    /// Writes a register. The write is posted: the card may take it later, but takes it before any
    /// read or write that follows.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn set(&mut self, register: Register, value: u32) -> Result<(), DriverError> {
        Ok(self.transport.write(register.offset.into(), value)?)
    }

    /// Reads a register.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn get(&mut self, register: Register) -> Result<u32, DriverError> {
        Ok(self.transport.read(register.offset.into())?)
    }

    /// Waits until the card has taken all writes so far: a read does not overtake them.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn settle(&mut self) -> Result<(), DriverError> {
        self.get(MESSAGES).map(|_| ())
    }

    /// Sets how long a request or an access to a register may take from now on. A card that takes
    /// longer counts as silent.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
        self.transport.set_patience(patience);
    }

    /// The transport, for tests.
    pub fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Moves data that has arrived into the memory. Returns whether anything arrived or is still
    /// under way, so that the caller should look again instead of waiting.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn poll(&mut self) -> Result<bool, DriverError> {
        Ok(self.transport.poll()?)
    }

    /// Reopens a session on the card's TOE as connection `connection`; its next frame has the
    /// number `next`.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn open_session(
        &mut self,
        session: u16,
        connection: u16,
        next: u32,
    ) -> Result<(), DriverError> {
        self.set(SESSION, u32::from(session) | u32::from(connection) << 16)?;
        self.set(SESSION_NEXT, next)
    }
}
