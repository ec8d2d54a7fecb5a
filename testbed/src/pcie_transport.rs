// SPDX-License-Identifier: Apache-2.0

//! The host's end of a simulated PCIe link, as the transport of a driver.

use crate::pcie::{LinkDown, LinkEnd, Packet, Payload};
use crossbeam::utils::Backoff;
use host::transport::{Transport, TransportError};
use std::collections::VecDeque;
use std::ops::Range;
use std::time::{Duration, Instant};

/// Most completions that wait for the link.
const COMPLETIONS_MAX: usize = 256;

/// The host's end of a [`pcie`](crate::pcie) link, with the memory that the card may access.
pub struct PcieTransport {
    link: LinkEnd,
    memory: Vec<u8>,
    /// Completions that wait for the link.
    outbox: VecDeque<Packet>,
    /// Tag of the last read.
    tag: u16,
    completion: Option<(u16, Option<u32>)>,
    outside: u64,
    patience: Duration,
    /// For tests: reads of the card that still succeed, and the number of those after them that
    /// fail.
    failing_reads: (u32, u32),
}

impl PcieTransport {
    /// A host with `memory_bytes` of memory for the card. A read may take as long as `patience`.
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

    /// Number of reads and writes of the card outside the memory. None of them was carried out.
    pub fn outside(&self) -> u64 {
        self.outside
    }

    /// Makes `count` reads of the card fail, after `after` more that succeed.
    pub fn fail_reads(&mut self, after: u32, count: u32) {
        self.failing_reads = (after, count);
    }

    /// Polls until `done` returns a value.
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

    /// Sends what waits in the outbox; returns whether the link took anything.
    fn send_completions(&mut self) -> Result<bool, TransportError> {
        let mut moved = false;
        while let Some(packet) = self.outbox.front() {
            if !self.link.send(*packet)? {
                break;
            }
            self.outbox.pop_front();
            moved = true;
        }
        Ok(moved)
    }

    /// Carries out a write of the card. One outside the memory is dropped, as an IOMMU does.
    fn take_write(&mut self, address: u64, data: &Payload) {
        let bytes = range(address, data.bytes().len()).and_then(|range| self.memory.get_mut(range));
        self.outside += u64::from(bytes.is_none());
        bytes.into_iter().for_each(|bytes| bytes.copy_from_slice(data.bytes()));
    }

    /// Answers a read of the card.
    fn answer_read(&mut self, tag: u16, address: u64, length: u16) {
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

fn range(address: u64, length: usize) -> Option<Range<usize>> {
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
        let mut moved = self.send_completions()?;
        // Packets are received even while completions wait to be sent: if host and card both
        // refused to receive until they can send, they would wait for each other. A card that reads
        // more and more without receiving completions is not served; it will count as silent.
        while self.outbox.len() < COMPLETIONS_MAX {
            let Some(packet) = self.link.receive()? else {
                moved |= self.link.is_expecting();
                break;
            };
            moved = true;
            match packet {
                Packet::Write { address, data } => self.take_write(address, &data),
                Packet::Read { tag, address, length } => {
                    self.answer_read(tag, address, length);
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

impl From<LinkDown> for TransportError {
    fn from(_: LinkDown) -> TransportError {
        TransportError::Down
    }
}
