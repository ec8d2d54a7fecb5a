// SPDX-License-Identifier: Apache-2.0

//! The driver of one card: its registers, its two rings, programs and rows, over whichever
//! [`Transport`] there is.
//!
//! The memory that the card sees is laid out once, when the driver opens it:
//!
//! ```text
//!  0                    H2C slots × 32         + H2C slots × 256              + C2H slots × 320       + 1 MiB
//!  +-------------------+----------------------+------------------------------+-----------------------+
//!  | descriptors       | a frame a descriptor | log records                  | rows, a program       |
//!  +-------------------+----------------------+------------------------------+-----------------------+
//! ```

use crate::transport::{Transport, TransportError};
use crossbeam::utils::Backoff;
use engine::machine::FRAME_BYTES_MAX;
use engine::registers::{self, Register};
use engine::schema::TableId;
use engine::shell::*;
use engine::verdict::{Reason, Verdict};
use std::time::{Duration, Instant};

/// Sizes of what a driver shares with its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DriverConfig {
    /// Slots of the ring of descriptors.
    pub h2c_slots: u32,
    /// Slots of the ring of log records.
    pub c2h_slots: u32,
}

impl Default for DriverConfig {
    fn default() -> DriverConfig {
        DriverConfig { h2c_slots: 256, c2h_slots: 1024 }
    }
}

impl DriverConfig {
    /// Bytes of memory that it takes.
    pub fn memory_bytes(&self) -> usize {
        self.staging() + DESCRIPTOR_BYTES_MAX as usize
    }

    fn frames(&self) -> usize {
        self.h2c_slots as usize * DESCRIPTOR_BYTES
    }

    fn records(&self) -> usize {
        self.frames() + self.h2c_slots as usize * FRAME_BYTES_MAX
    }

    fn staging(&self) -> usize {
        self.records() + self.c2h_slots as usize * RECORD_BYTES
    }
}

/// Why a card does not do what the driver asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DriverError {
    /// It is not reached.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// It is another kind of card.
    #[error(
        "the card's ID register holds {found:#010x}, not {:#010x}: it is no Riskgate card, or its BAR is mapped elsewhere",
        registers::ID_VALUE
    )]
    Id {
        /// What it holds.
        found: u32,
    },
    /// It has another version.
    #[error(
        "the card has version {found:#010x}, this driver {:#010x}: load the bitstream of this release",
        registers::VERSION_VALUE
    )]
    Version {
        /// Its version.
        found: u32,
    },
    /// Its log has a gap or says something that cannot be.
    #[error(
        "log record {number} has a wrong checksum or number, or did not come: the card or its link is damaged"
    )]
    Record {
        /// The record that was to come.
        number: u64,
    },
    /// It refused a request.
    #[error("the card refused a request: {}", .state.text())]
    Refused {
        /// Why.
        state: DescriptorState,
        /// More about it.
        detail: u64,
    },
    /// It did not take a row.
    #[error("the card did not take row {row}: {reason}")]
    Row {
        /// The row, counting from 0.
        row: u64,
        /// Why.
        reason: Reason,
    },
    /// More bytes than a request can have.
    #[error("{0} bytes are more than the {DESCRIPTOR_BYTES_MAX} of a request")]
    Bytes(usize),
    /// The transport has too little memory.
    #[error(
        "the memory that is open for the card has fewer than the {needed} bytes that rings of these sizes take"
    )]
    Memory {
        /// Bytes that are needed.
        needed: usize,
    },
    /// It did not take a setting.
    #[error(
        "the card's register {register} holds {found:#x} after {wanted:#x} was written: the value is out of range (a ring has a \
         power of two of slots, up to {RING_SLOTS_MAX}), or the card is in use by another driver"
    )]
    Setting {
        /// The register.
        register: &'static str,
        /// What was written.
        wanted: u32,
        /// What it holds.
        found: u32,
    },
    /// It has no ring of descriptors any more.
    #[error(
        "the card has switched its ring of descriptors off, since it could not read a descriptor ({failed} of its reads ended \
         with an error): the ring lies outside the memory that is open for the card, or the link failed; open the card anew"
    )]
    RingOff {
        /// Reads that failed.
        failed: u32,
    },
    /// The card wrote something into a descriptor that is no state.
    #[error("the card wrote {0:#x} as the state of a descriptor, which is none")]
    State(u32),
}

/// A card, driven.
pub struct Driver<T> {
    transport: T,
    config: DriverConfig,
    patience: Duration,
    /// Descriptors written, rung for, and found done.
    posted: u32,
    rung: u32,
    done: u32,
    /// Log records read, and of how many the card knows it.
    records: u64,
    records_told: u64,
}

/// What a card says of itself when it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// Messages that its engine has answered.
    pub messages: u32,
    /// Frames that wait for its engine.
    pub frames_waiting: u32,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completed {
    /// What was asked.
    pub request: u16,
    /// How it ended.
    pub state: DescriptorState,
    /// More about it.
    pub detail: u64,
}

impl<T: Transport> Driver<T> {
    /// Looks whether it is our card, and sets up its rings. The transport's memory has to have
    /// [`DriverConfig::memory_bytes`].
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn open(mut transport: T, config: DriverConfig) -> Result<Driver<T>, DriverError> {
        let found = transport.read(registers::ID.offset.into())?;
        if found != registers::ID_VALUE {
            return Err(DriverError::Id { found });
        }
        let found = transport.read(registers::VERSION.offset.into())?;
        if found != registers::VERSION_VALUE {
            return Err(DriverError::Version { found });
        }
        let patience = Duration::from_secs(10);
        let mut driver = Driver {
            transport,
            config,
            patience,
            posted: 0,
            rung: 0,
            done: 0,
            records: 0,
            records_told: 0,
        };
        let records = config.records() as u64;
        // What an earlier driver has left in the rings is nothing of ours.
        let rings = driver.transport.memory().get_mut(..config.staging());
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
            driver.set(register, value)?;
        }
        for (register, wanted) in [(H2C_SLOTS, config.h2c_slots), (C2H_SLOTS, config.c2h_slots)] {
            let found = driver.get(register)?;
            if found != wanted || wanted == 0 {
                return Err(DriverError::Setting { register: register.name, wanted, found });
            }
        }
        Ok(driver)
    }

    /// Writes a register.
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

    /// How long a request or a register may take from now on before the card counts as silent.
    pub fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
        self.transport.set_patience(patience);
    }

    /// The transport, for what only tests do with it.
    pub fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Puts a request with at most a frame of bytes into the ring; false if the ring is full. The
    /// card hears of it at the next [`Driver::ring`].
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn post(
        &mut self,
        request: Request,
        session: u16,
        bytes: &[u8],
    ) -> Result<bool, DriverError> {
        let slot = (self.posted & (self.config.h2c_slots - 1)) as usize;
        let address = self.config.frames() + slot * FRAME_BYTES_MAX;
        if bytes.len() > FRAME_BYTES_MAX {
            return Err(DriverError::Bytes(bytes.len()));
        }
        if self.posted.wrapping_sub(self.done) == self.config.h2c_slots {
            return Ok(false);
        }
        self.transport.memory()[address..address + bytes.len()].copy_from_slice(bytes);
        self.describe(request, session, address, bytes.len());
        Ok(true)
    }

    fn describe(&mut self, request: Request, session: u16, address: usize, length: usize) {
        let (address, length, request) = (address as u64, length as u32, request as u16);
        self.put(&Descriptor {
            address,
            length,
            request,
            session,
            state: 0,
            reserved: 0,
            detail: 0,
        });
    }

    /// Puts a descriptor into the ring as it is, without a look at whether it means something.
    pub fn put(&mut self, descriptor: &Descriptor) {
        let slot = (self.posted & (self.config.h2c_slots - 1)) as usize;
        let place = slot * DESCRIPTOR_BYTES;
        self.transport.memory()[place..place + DESCRIPTOR_BYTES]
            .copy_from_slice(bytemuck::bytes_of(descriptor));
        self.posted = self.posted.wrapping_add(1);
    }

    /// Rings the doorbell for what was posted.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn ring(&mut self) -> Result<(), DriverError> {
        if self.rung != self.posted {
            self.set(H2C_TAIL, self.posted)?;
            self.rung = self.posted;
        }
        Ok(())
    }

    /// The next request that the card is through with, in the order in which they were posted.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn completed(&mut self) -> Result<Option<Completed>, DriverError> {
        if self.done == self.posted {
            return Ok(None);
        }
        let place = (self.done & (self.config.h2c_slots - 1)) as usize * DESCRIPTOR_BYTES;
        let bytes = &self.transport.memory()[place..place + DESCRIPTOR_BYTES];
        let Descriptor { request, state, detail, .. } = bytemuck::pod_read_unaligned(bytes);
        let state = DescriptorState::from_code(state).ok_or(DriverError::State(state))?;
        if state == DescriptorState::Pending {
            return Ok(None);
        }
        self.done = self.done.wrapping_add(1);
        Ok(Some(Completed { request, state, detail }))
    }

    /// Asks for something and waits until it is done; what was posted before is waited for.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn request(
        &mut self,
        request: Request,
        session: u16,
        bytes: &[u8],
    ) -> Result<u64, DriverError> {
        while self.done != self.posted {
            self.ring()?;
            self.finish()?;
        }
        let staging = self.config.staging();
        let place = self.transport.memory().get_mut(staging..staging + bytes.len());
        place.ok_or(DriverError::Bytes(bytes.len()))?.copy_from_slice(bytes);
        self.describe(request, session, staging, bytes.len());
        self.ring()?;
        self.finish()
    }

    /// Waits for the oldest request under way.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn finish(&mut self) -> Result<u64, DriverError> {
        let (start, backoff, mut look_after) =
            (Instant::now(), Backoff::new(), Duration::from_millis(10));
        loop {
            if let Some(Completed { state, detail, .. }) = self.completed()? {
                return match (state, Reason::from_code(detail as u8)) {
                    (DescriptorState::Done, _) => Ok(detail),
                    (DescriptorState::Row, Some(reason)) => {
                        Err(DriverError::Row { row: detail >> 8, reason })
                    }
                    _ => Err(DriverError::Refused { state, detail }),
                };
            }
            if self.transport.poll()? {
                backoff.reset();
            } else if start.elapsed() > self.patience {
                return Err(TransportError::Silent(self.patience).into());
            } else if start.elapsed() > look_after {
                // A card without a ring will never be through with anything.
                look_after *= 4;
                self.health()?;
            }
            backoff.snooze();
        }
    }

    /// Asks the card how it is. What it has written before is there when it answers.
    ///
    /// # Errors
    /// [`DriverError::Transport`] if it does not answer, [`DriverError::RingOff`],
    /// [`DriverError::Record`] if it has written one that did not come.
    pub fn health(&mut self) -> Result<Health, DriverError> {
        let (messages, frames_waiting) = (self.get(MESSAGES)?, self.get(FRAMES_WAITING)?);
        // A record that was written before the answer is there when the answer is.
        let written = self.get(C2H_TAIL)?;
        if written != self.records as u32 && !self.has_record() {
            return Err(DriverError::Record { number: self.records + 1 });
        }
        match self.get(H2C_SLOTS)? {
            0 => Err(DriverError::RingOff { failed: self.get(DMA_ERRORS)? }),
            _ => Ok(Health { messages, frames_waiting }),
        }
    }

    /// The card's counters of what went wrong that are not 0.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn faults(&mut self) -> Result<Vec<(Register, u32)>, DriverError> {
        let counts = FAULT_COUNTERS.iter().map(|register| Ok((*register, self.get(*register)?)));
        counts.filter(|count| !matches!(count, Ok((_, 0)))).collect()
    }

    /// Loads a program into the bank that does not run.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn load_program(&mut self, image: &[u8]) -> Result<(), DriverError> {
        self.request(Request::Program, 0, image).map(|_| ())
    }

    /// Has the program that was loaded last run. It leaves a log record.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn swap(&mut self) -> Result<(), DriverError> {
        self.request(Request::Swap, 0, &[]).map(|_| ())
    }

    /// Loads row frames that stand one behind the other. `progress` hears of the bytes loaded so
    /// far and ends the loading by returning false.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn load_rows(
        &mut self,
        frames: &[u8],
        progress: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(), DriverError> {
        let (mut rows, mut first) = (0, 0);
        while first < frames.len() {
            let mut behind = first;
            while behind < frames.len() && behind - first < BATCH_BYTES {
                let stated = frames[behind..]
                    .first_chunk()
                    .map_or(0, |length| usize::from(u16::from_le_bytes(*length)));
                // Bytes that are no frame are the card's to refuse.
                behind = (behind + stated.max(1)).min(frames.len());
            }
            rows +=
                self.request(Request::Rows, 0, &frames[first..behind]).map_err(
                    |error| match error {
                        DriverError::Row { row, reason } => {
                            DriverError::Row { row: rows + row, reason }
                        }
                        other => other,
                    },
                )?;
            first = behind;
            if !progress(first as u64) {
                break;
            }
        }
        Ok(())
    }

    /// The digest of a table, as [`engine::executor::digest`] has it.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn digest(&mut self, table: TableId) -> Result<u64, DriverError> {
        self.request(Request::Digest, table.0, &[])
    }

    /// Opens a session anew, as another connection: the frame with this number comes next.
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

    /// Waits until the card has taken all writes that were sent before: a read does not overtake
    /// them.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn settle(&mut self) -> Result<(), DriverError> {
        self.get(MESSAGES).map(|_| ())
    }

    /// Lets what has arrived come in; whether something had, or is on its way.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn poll(&mut self) -> Result<bool, DriverError> {
        Ok(self.transport.poll()?)
    }

    /// The next log record, if it is there.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn next_record(&mut self) -> Result<Option<(LogRecord, LogKind, Verdict)>, DriverError> {
        let place = self.record_place(self.records);
        let expected = self.records + 1;
        let record: LogRecord =
            bytemuck::pod_read_unaligned(&self.transport.memory()[place..place + RECORD_BYTES]);
        if self.is_old(&record) {
            return Ok(None);
        }
        let read = record.read().filter(|_| record.number == expected);
        let (kind, verdict) = read.ok_or(DriverError::Record { number: expected })?;
        self.records = expected;
        Ok(Some((record, kind, verdict)))
    }

    /// Waits for the next log record.
    ///
    /// # Errors
    /// [`DriverError`].
    pub fn wait_for_record(&mut self) -> Result<(LogRecord, LogKind, Verdict), DriverError> {
        self.ring()?;
        let (start, backoff) = (Instant::now(), Backoff::new());
        loop {
            if self.transport.poll()? {
                backoff.reset();
            }
            while self.completed()?.is_some() {}
            if let Some(record) = self.next_record()? {
                return Ok(record);
            }
            if start.elapsed() > self.patience {
                return Err(TransportError::Silent(self.patience).into());
            }
            backoff.snooze();
        }
    }

    fn record_place(&self, record: u64) -> usize {
        let slot = record as usize & (self.config.c2h_slots as usize - 1);
        self.config.records() + slot * RECORD_BYTES
    }

    /// Makes room for as many records as were read.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn give_room(&mut self) -> Result<(), DriverError> {
        if self.records_told != self.records {
            self.set(C2H_HEAD, self.records as u32)?;
            self.records_told = self.records;
        }
        Ok(())
    }

    /// Whether a log record is there that was not read, be it a good one or not.
    pub fn has_record(&mut self) -> bool {
        let place = self.record_place(self.records);
        let record =
            bytemuck::pod_read_unaligned(&self.transport.memory()[place..place + RECORD_BYTES]);
        !self.is_old(&record)
    }

    /// Whether a place of the ring still holds what was there the last time round.
    fn is_old(&self, record: &LogRecord) -> bool {
        let expected = self.records + 1;
        let before = expected.saturating_sub(self.config.c2h_slots.into());
        record.number == before || (record.number == 0 && expected <= self.config.c2h_slots.into())
    }

    /// Log records read so far.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Log records that were read and of which the card does not know yet.
    pub fn records_untold(&self) -> u64 {
        self.records - self.records_told
    }

    /// Whether another request can be posted.
    pub fn has_room(&self) -> bool {
        self.posted.wrapping_sub(self.done) < self.config.h2c_slots
    }
}

/// Bytes of rows that are loaded by one request.
const BATCH_BYTES: usize = 32 * 1024;
const _: () = assert!(BATCH_BYTES + FRAME_BYTES_MAX <= DESCRIPTOR_BYTES_MAX as usize);
