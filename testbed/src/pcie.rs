// SPDX-License-Identifier: Apache-2.0

//! PCIe as packets: memory reads and writes in both directions, over a link that delays and stalls.
//!
//! The host reads and writes the card's BAR; the card reads and writes the host's memory. The
//! packets of one direction keep their order. So a read is answered after all writes that were sent
//! before it, and when an interrupt arrives, everything that the card wrote before it has arrived.

use crossbeam::channel::{Receiver, Sender, TryRecvError, TrySendError, bounded};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::VecDeque;

/// Most payload bytes of a packet.
pub const PAYLOAD_BYTES_MAX: usize = 512;

/// The payload of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payload {
    length: u16,
    bytes: [u8; PAYLOAD_BYTES_MAX],
}

impl Payload {
    /// A payload of these bytes, or `None` if there are more than [`PAYLOAD_BYTES_MAX`].
    pub fn new(bytes: &[u8]) -> Option<Payload> {
        let mut payload = Payload { length: bytes.len() as u16, bytes: [0; PAYLOAD_BYTES_MAX] };
        payload.bytes.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(payload)
    }

    /// A payload of one 32-bit word.
    pub fn word(word: u32) -> Payload {
        let mut payload = Payload { length: 4, bytes: [0; PAYLOAD_BYTES_MAX] };
        payload.bytes[..4].copy_from_slice(&word.to_le_bytes());
        payload
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }

    /// The 32-bit word, if the payload has four bytes.
    pub fn as_word(&self) -> Option<u32> {
        self.bytes().try_into().ok().map(u32::from_le_bytes)
    }
}

/// A packet on the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packet {
    /// Writes memory; it is not answered.
    Write {
        /// Address of the first byte.
        address: u64,
        /// The bytes to write.
        data: Payload,
    },
    /// Reads memory.
    Read {
        /// Tag that the completion carries.
        tag: u16,
        /// Address of the first byte.
        address: u64,
        /// Number of bytes, at most [`PAYLOAD_BYTES_MAX`].
        length: u16,
    },
    /// Answers a read.
    Completion {
        /// Tag of the read.
        tag: u16,
        /// The bytes, or `None` if there is no such memory.
        data: Option<Payload>,
    },
    /// Interrupts the host.
    Interrupt,
}

/// How a link behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinkConfig {
    /// Packets that each direction holds.
    pub depth: usize,
    /// Looks of the receiver until it sees a packet; 0 and 1 mean at once.
    pub latency_looks: u32,
    /// Probability that a look finds nothing although a packet has arrived, and that a packet is
    /// not taken when it is sent.
    pub stalls: f64,
    /// Seed of the stalls.
    pub seed: u64,
}

impl Default for LinkConfig {
    fn default() -> LinkConfig {
        LinkConfig { depth: 256, latency_looks: 0, stalls: 0.0, seed: 1 }
    }
}

/// The other end of the link is gone: the card is dead, or the host has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the other end of the link is gone")]
pub struct LinkDown;

/// One end of a link.
pub struct LinkEnd {
    out: Sender<Packet>,
    into: Receiver<Packet>,
    /// Packets that have arrived, each with the number of the first look that sees it.
    underway: VecDeque<(u64, Packet)>,
    looks: u64,
    depth: usize,
    latency_looks: u32,
    stalls: f64,
    rng: ChaCha8Rng,
}

/// Makes a link; returns the host's end and the card's end.
pub fn link(config: &LinkConfig) -> (LinkEnd, LinkEnd) {
    let depth = config.depth.max(1);
    let (down_out, down_in) = bounded(depth);
    let (up_out, up_in) = bounded(depth);
    let end = |out, into, seed| LinkEnd {
        out,
        into,
        underway: VecDeque::with_capacity(depth),
        looks: 0,
        depth,
        latency_looks: config.latency_looks,
        stalls: config.stalls.clamp(0.0, 0.99),
        rng: ChaCha8Rng::seed_from_u64(seed),
    };
    (end(down_out, up_in, config.seed), end(up_out, down_in, config.seed ^ 1))
}

impl LinkEnd {
    /// Sends a packet; returns false if the link does not take it now.
    ///
    /// # Errors
    /// [`LinkDown`].
    pub fn send(&mut self, packet: Packet) -> Result<bool, LinkDown> {
        if self.stalls() {
            return Ok(false);
        }
        match self.out.try_send(packet) {
            Ok(()) => Ok(true),
            Err(TrySendError::Full(_)) => Ok(false),
            Err(TrySendError::Disconnected(_)) => Err(LinkDown),
        }
    }

    /// Returns the next packet, if this look sees one.
    ///
    /// # Errors
    /// [`LinkDown`], after all packets that were sent before the end have been returned.
    pub fn receive(&mut self) -> Result<Option<Packet>, LinkDown> {
        let mut is_down = false;
        self.looks += 1;
        // This look counts as the first of the packets that it finds.
        let seen_from = self.looks + u64::from(self.latency_looks.saturating_sub(1));
        while self.underway.len() < self.depth {
            match self.into.try_recv() {
                Ok(packet) => self.underway.push_back((seen_from, packet)),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    is_down = true;
                    break;
                }
            }
        }
        if is_down && self.underway.is_empty() {
            return Err(LinkDown);
        }
        if self.stalls() {
            return Ok(None);
        }
        let is_there = self.underway.front().is_some_and(|(seen_from, _)| *seen_from <= self.looks);
        Ok(if is_there { self.underway.pop_front().map(|(_, packet)| packet) } else { None })
    }

    /// Returns whether packets have arrived that no look has seen yet. The receiver gets them
    /// soonest if it looks again at once.
    pub fn is_expecting(&self) -> bool {
        !self.underway.is_empty()
    }

    fn stalls(&mut self) -> bool {
        self.stalls > 0.0 && self.rng.random_bool(self.stalls)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_arrive_once_and_in_order_on_any_link() {
        for (latency_looks, stalls) in [(0, 0.0), (3, 0.0), (0, 0.7), (5, 0.4)] {
            let (mut host, mut card) =
                link(&LinkConfig { depth: 4, latency_looks, stalls, seed: 7 });
            let (mut sent, mut seen) = (0, 0);
            while seen < 1000 {
                if sent < 1000
                    && host.send(Packet::Read { tag: sent, address: 0, length: 4 }).expect("is up")
                {
                    sent += 1;
                }
                if let Some(packet) = card.receive().expect("is up") {
                    assert_eq!(packet, Packet::Read { tag: seen, address: 0, length: 4 });
                    seen += 1;
                }
            }
        }
    }

    #[test]
    fn packets_sent_before_the_end_are_still_received() {
        let (host, mut card) = link(&LinkConfig { latency_looks: 2, ..LinkConfig::default() });
        let mut host = host;
        assert_eq!(host.send(Packet::Interrupt), Ok(true));
        drop(host);
        let seen: Vec<_> = std::iter::from_fn(|| card.receive().ok()).flatten().collect();
        assert_eq!(seen, [Packet::Interrupt]);
        assert_eq!(card.send(Packet::Interrupt), Err(LinkDown));
    }
}
