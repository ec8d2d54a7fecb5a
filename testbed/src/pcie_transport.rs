// SPDX-License-Identifier: Apache-2.0

//! The host's end of a simulated PCIe link, as the transport of a driver.

use crate::pcie::{LinkDown, LinkEnd, Packet, Payload};
use crossbeam::utils::Backoff;
use host::transport::{Transport, TransportError};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

impl From<LinkDown> for TransportError {
    fn from(_: LinkDown) -> TransportError {
        TransportError::Down
    }
}

/// The end of a [`crate::pcie`] link, with the host's memory behind it.
pub struct PcieTransport {
    link: LinkEnd,
    memory: Vec<u8>,
    /// Completions that wait for the link.
    outbox: VecDeque<Packet>,
    tag: u16,
    completion: Option<(u16, Option<u32>)>,
    /// Reads and writes of the card outside the memory that is open for it.
    outside: u64,
    patience: Duration,
    /// Reads of the card that are still to fail, for tests: the first of the pair counts down to
    /// the failures, of which the second is the number.
    failing_reads: (u32, u32),
}

impl PcieTransport {
    /// A host with so much memory for the card. It waits for an answer as long as `patience`.
    pub fn new(link: LinkEnd, memory_bytes: usize, patience: Duration) -> PcieTransport {
        let memory = vec![0; memory_bytes];
        PcieTransport {
            link,
            memory,
            outbox: VecDeque::with_capacity(COMPLETIONS_MAX),
            tag: 0,
            completion: None,
            outside: 0,
            patience,
            failing_reads: (0, 0),
        }
    }

    /// Reads and writes of the card outside the memory that is open for it: none was carried out.
    pub fn outside(&self) -> u64 {
        self.outside
    }

    /// From the `after`-th read of the card on, `count` of them end with an error.
    pub fn fail_reads(&mut self, after: u32, count: u32) {
        self.failing_reads = (after, count);
    }

    fn wait<T>(
        &mut self,
        done: &mut dyn FnMut(&mut PcieTransport) -> Result<Option<T>, TransportError>,
    ) -> Result<T, TransportError> {
        let backoff = Backoff::new();
        let start = Instant::now();
        loop {
            if let Some(done) = done(self)? {
                return Ok(done);
            }
            if self.poll()? {
                backoff.reset();
            } else if start.elapsed() > self.patience {
                return Err(TransportError::Silent(self.patience));
            }
            backoff.snooze();
        }
    }

    fn serve(&mut self, tag: u16, address: u64, length: u16) {
        let fails = match &mut self.failing_reads {
            (0, 0) => false,
            (0, count) => {
                *count -= 1;
                true
            }
            (after, _) => {
                *after -= 1;
                false
            }
        };
        let bytes = range(address, length.into()).and_then(|range| self.memory.get(range));
        self.outside += u64::from(bytes.is_none());
        let bytes = bytes.filter(|_| !fails);
        self.outbox.push_back(Packet::Completion { tag, data: bytes.and_then(Payload::new) });
    }
}

/// Completions that wait for the link at most.
const COMPLETIONS_MAX: usize = 256;

fn range(address: u64, length: usize) -> Option<std::ops::Range<usize>> {
    let first = usize::try_from(address).ok()?;
    Some(first..first.checked_add(length)?)
}

impl Transport for PcieTransport {
    fn read(&mut self, address: u64) -> Result<u32, TransportError> {
        self.tag = self.tag.wrapping_add(1);
        let tag = self.tag;
        self.wait(&mut |host| {
            Ok(host.link.send(Packet::Read { tag, address, length: 4 })?.then_some(()))
        })?;
        let completion =
            self.wait(&mut |host| Ok(host.completion.take_if(|(seen, _)| *seen == tag)))?;
        completion.1.ok_or(TransportError::Refused(address))
    }

    fn write(&mut self, address: u64, word: u32) -> Result<(), TransportError> {
        let data = Payload::word(word);
        self.wait(&mut |host| Ok(host.link.send(Packet::Write { address, data })?.then_some(())))
    }

    fn memory(&mut self) -> &mut [u8] {
        &mut self.memory
    }

    fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    fn poll(&mut self) -> Result<bool, TransportError> {
        let mut moved = false;
        while let Some(packet) = self.outbox.front() {
            if !self.link.send(*packet)? {
                break;
            }
            self.outbox.pop_front();
            moved = true;
        }
        // Whatever waits to be sent, what has come is taken: card and host would wait for each
        // other if neither did so. A card that asks for more than it takes is left alone; it will
        // count as silent.
        while self.outbox.len() < COMPLETIONS_MAX {
            let Some(packet) = self.link.receive()? else {
                moved |= self.link.is_expecting();
                break;
            };
            moved = true;
            match packet {
                Packet::Write { address, data } => {
                    // What lies outside is dropped, as an IOMMU does it.
                    let bytes = range(address, data.bytes().len())
                        .and_then(|range| self.memory.get_mut(range));
                    self.outside += u64::from(bytes.is_none());
                    bytes.into_iter().for_each(|bytes| bytes.copy_from_slice(data.bytes()));
                }
                Packet::Read { tag, address, length } => {
                    self.serve(tag, address, length);
                    break;
                }
                Packet::Completion { tag, data } => {
                    self.completion = Some((tag, data.and_then(|data| data.as_word())))
                }
                Packet::Interrupt => {}
            }
        }
        Ok(moved)
    }
}
