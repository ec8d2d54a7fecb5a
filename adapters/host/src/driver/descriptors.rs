// SPDX-License-Identifier: Apache-2.0

//! The ring of descriptors, host to card: requests and their completions.

use super::error::DriverError;
use super::open::Driver;
use crate::transport::{Transport, TransportError};
use crossbeam::utils::Backoff;
use engine::machine::FRAME_BYTES_MAX;
use engine::shell::*;
use engine::verdict::{Reason, Verdict};
use std::time::{Duration, Instant};

/// A request that the card has finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completed {
    /// Code of the [`Request`].
    pub request: u16,
    /// How it ended.
    pub state: DescriptorState,
    /// Content of the descriptor's `detail`.
    pub detail: u64,
}

impl Completed {
    /// The descriptor's `detail`.
    ///
    /// # Errors
    /// [`DriverError::Row`] or [`DriverError::Refused`] if the card refused the request.
    pub fn done(self) -> Result<u64, DriverError> {
        outcome(self.state, self.detail)
    }
}

impl<T: Transport> Driver<T> {
    /// Puts a request of at most one frame into the ring. The card sees it after the next
    /// [`Driver::ring`]. Returns false if the ring is full.
    ///
    /// # Errors
    /// [`DriverError::Bytes`] if there are more bytes than a frame may have.
    pub fn post(
        &mut self,
        request: Request,
        session: u16,
        bytes: &[u8],
    ) -> Result<bool, DriverError> {
        if bytes.len() > FRAME_BYTES_MAX {
            return Err(DriverError::Bytes(bytes.len()));
        }
        if !self.has_room() {
            return Ok(false);
        }
        let address = self.config.frame(self.config.descriptor_slot(self.posted));
        self.transport.memory()[address..address + bytes.len()].copy_from_slice(bytes);
        self.describe(request, session, address, bytes.len());
        Ok(true)
    }

    /// Puts a request of up to [`DESCRIPTOR_BYTES_MAX`] bytes into the ring. Returns false if the
    /// ring is full, or if an earlier request of this kind is under way.
    ///
    /// # Errors
    /// [`DriverError::Bytes`] if there are more bytes than a descriptor can describe.
    pub fn post_staged(
        &mut self,
        request: Request,
        session: u16,
        bytes: &[u8],
    ) -> Result<bool, DriverError> {
        if self.is_staged() || !self.has_room() {
            return Ok(false);
        }
        self.stage(request, session, bytes).map(|()| true)
    }

    /// Whether the request that was posted with [`Driver::post_staged`] is under way.
    pub fn is_staged(&self) -> bool {
        self.staged.is_some()
    }

    fn stage(&mut self, request: Request, session: u16, bytes: &[u8]) -> Result<(), DriverError> {
        let staging = self.config.staging();
        let place = self.transport.memory().get_mut(staging..staging + bytes.len());
        place.ok_or(DriverError::Bytes(bytes.len()))?.copy_from_slice(bytes);
        self.describe(request, session, staging, bytes.len());
        self.staged = Some(self.posted);
        Ok(())
    }

    fn describe(&mut self, request: Request, session: u16, address: usize, length: usize) {
        self.put(&Descriptor {
            address: address as u64,
            length: length as u32,
            request: request as u16,
            session,
            state: DescriptorState::Pending as u32,
            reserved: 0,
            detail: 0,
        });
    }

    /// Puts a descriptor into the ring without checking it.
    pub fn put(&mut self, descriptor: &Descriptor) {
        let place = self.config.descriptor_slot(self.posted) * DESCRIPTOR_BYTES;
        self.transport.memory()[place..place + DESCRIPTOR_BYTES]
            .copy_from_slice(bytemuck::bytes_of(descriptor));
        self.posted = self.posted.wrapping_add(1);
    }

    /// Returns whether another request can be posted.
    pub fn has_room(&self) -> bool {
        self.posted.wrapping_sub(self.done) < self.config.h2c_slots
    }

    /// Rings the doorbell for all requests posted so far.
    ///
    /// # Errors
    /// [`DriverError::Transport`].
    pub fn ring(&mut self) -> Result<(), DriverError> {
        if self.announced != self.posted {
            self.set(H2C_TAIL, self.posted)?;
            self.announced = self.posted;
        }
        Ok(())
    }

    /// Returns the next request that the card has finished, in the order of posting, or `None` if
    /// the oldest one is still under way.
    ///
    /// # Errors
    /// [`DriverError::State`] if the card wrote an unknown state.
    pub fn completed(&mut self) -> Result<Option<Completed>, DriverError> {
        if self.done == self.posted {
            return Ok(None);
        }
        let place = self.config.descriptor_slot(self.done) * DESCRIPTOR_BYTES;
        let bytes = &self.transport.memory()[place..place + DESCRIPTOR_BYTES];
        let Descriptor { request, state, detail, .. } = bytemuck::pod_read_unaligned(bytes);
        let state = DescriptorState::from_code(state).ok_or(DriverError::State(state))?;
        if state == DescriptorState::Pending {
            return Ok(None);
        }
        self.done = self.done.wrapping_add(1);
        if self.staged.is_some_and(|staged| staged == self.done) {
            self.staged = None;
        }
        Ok(Some(Completed { request, state, detail }))
    }

    /// Makes a request of up to [`DESCRIPTOR_BYTES_MAX`] bytes and waits for its end, and for the
    /// end of all requests posted before it. Returns the descriptor's `detail`.
    ///
    /// # Errors
    /// Any [`DriverError`] that this request or an earlier one ends with.
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
        self.stage(request, session, bytes)?;
        self.ring()?;
        self.finish()
    }

    /// Waits for the end of the oldest request under way. Returns the descriptor's `detail`.
    ///
    /// # Errors
    /// [`DriverError::Row`] or [`DriverError::Refused`] if the card refused the request,
    /// [`TransportError::Silent`] if it takes longer than the patience, or an error of
    /// [`Driver::health`].
    pub fn finish(&mut self) -> Result<u64, DriverError> {
        let (start, backoff) = (Instant::now(), Backoff::new());
        let mut check_health_after = Duration::from_millis(10);
        loop {
            if let Some(completed) = self.completed()? {
                return completed.done();
            }
            if self.transport.poll()? {
                backoff.reset();
            } else if start.elapsed() > self.patience {
                return Err(TransportError::Silent(self.patience).into());
            } else if start.elapsed() > check_health_after {
                // A card that has switched its ring off never finishes a request.
                check_health_after *= 4;
                self.health()?;
            }
            backoff.snooze();
        }
    }

    /// Rings the doorbell and waits for the next log record. Completions are read and dropped.
    ///
    /// # Errors
    /// [`TransportError::Silent`] if it takes longer than the patience, or an error of
    /// [`Driver::next_record`].
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
}

/// The result of a request from what the card wrote into its descriptor.
fn outcome(state: DescriptorState, detail: u64) -> Result<u64, DriverError> {
    match state {
        DescriptorState::Done => Ok(detail),
        DescriptorState::Row => match Reason::from_code(detail as u8) {
            Some(reason) => Err(DriverError::Row { row: detail >> 8, reason }),
            None => Err(DriverError::Refused { state, detail }),
        },
        DescriptorState::Pending
        | DescriptorState::NoRequest
        | DescriptorState::Length
        | DescriptorState::DmaError
        | DescriptorState::Image
        | DescriptorState::NoProgram
        | DescriptorState::Stale
        | DescriptorState::Family
        | DescriptorState::NotReady => Err(DriverError::Refused { state, detail }),
    }
}
