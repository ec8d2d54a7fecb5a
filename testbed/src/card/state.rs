// SPDX-License-Identifier: Apache-2.0

//! The state of a card.

use crate::doe::Doe;
use crate::faults::Faults;
use crate::pcie::{LinkEnd, Packet};
use crate::toe::{Segment, Toe};
use crossbeam::channel::Receiver;
use engine::registers::Register;
use engine::shell::*;
use std::collections::VecDeque;

/// Packets that wait for the link from which on a card starts nothing that would add more.
pub(super) const OUTBOX_MAX: usize = 64;
/// Packets that wait for the link from which on a card receives nothing. Below that it receives
/// even if it cannot send: if host and card both refused to receive until they can send, they would
/// wait for each other. Only a host that reads registers without taking completions gets here.
pub(super) const OUTBOX_FULL: usize = 4 * OUTBOX_MAX;

/// A card.
pub struct Card<'d> {
    pub(super) doe: &'d mut dyn Doe,
    pub(super) link: LinkEnd,
    pub(super) network: Receiver<Segment>,
    pub(super) toe: Toe,
    /// The shell's registers, in the order of [`REGISTERS`].
    registers: [u32; REGISTERS.len()],
    /// Packets that wait for the link.
    pub(super) outbox: VecDeque<Packet>,
    pub(super) fetch: Fetch,
    /// Tag of the read under way; a completion with another tag belongs to an earlier read.
    tag: u16,
    /// Bytes that the read under way asks for.
    asked: usize,
    /// Bytes of the current descriptor that have been read.
    pub(super) fetched: Vec<u8>,
    /// Number of the last log record.
    pub(super) log_number: u64,
    /// Whether the card waits for room in the ring of log records.
    pub(super) waits: bool,
    pub(super) faults: Faults,
}

/// Progress of the current descriptor.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fetch {
    /// The descriptor has not been requested.
    Idle,
    /// The descriptor was requested.
    Descriptor,
    /// The bytes that it points at were requested.
    Bytes(Descriptor),
    /// The bytes are complete.
    Ready(Descriptor),
}

impl<'d> Card<'d> {
    /// A card with an engine, at the ends of a link and of a network. It has at most
    /// [`SESSIONS_MAX`] sessions.
    pub fn new(
        doe: &'d mut dyn Doe,
        link: LinkEnd,
        network: Receiver<Segment>,
        sessions: usize,
        faults: Faults,
    ) -> Card<'d> {
        Card {
            doe,
            link,
            network,
            toe: Toe::new(sessions.min(SESSIONS_MAX)),
            registers: [0; REGISTERS.len()],
            outbox: VecDeque::with_capacity(OUTBOX_FULL + OUTBOX_MAX),
            fetch: Fetch::Idle,
            tag: 0,
            asked: 0,
            fetched: Vec::with_capacity(DESCRIPTOR_BYTES_MAX as usize),
            log_number: 0,
            waits: false,
            faults,
        }
    }

    /// Content of a register of the shell.
    pub(super) fn get(&self, register: Register) -> u32 {
        self.registers[shell_index(register)]
    }

    /// Sets a register of the shell.
    pub(super) fn set(&mut self, register: Register, word: u32) {
        self.registers[shell_index(register)] = word;
    }

    /// Adds 1 to a register of the shell.
    pub(super) fn count(&mut self, register: Register) {
        self.set(register, self.get(register).wrapping_add(1));
    }

    /// Interrupts the host, if interrupts are on.
    pub(super) fn interrupt(&mut self) {
        if self.get(INTERRUPTS) & 1 != 0 {
            self.outbox.push_back(Packet::Interrupt);
        }
    }

    /// Reads the host's memory. The completion comes later.
    pub(super) fn read_memory(&mut self, address: u64, length: usize) {
        self.tag = self.tag.wrapping_add(1);
        self.asked = length;
        self.outbox.push_back(Packet::Read { tag: self.tag, address, length: length as u16 });
    }

    /// Whether a completion with this tag belongs to the read under way.
    pub(super) fn is_awaited(&self, tag: u16) -> bool {
        tag == self.tag && matches!(self.fetch, Fetch::Descriptor | Fetch::Bytes(_))
    }

    /// Bytes that the read under way asks for.
    pub(super) fn asked(&self) -> usize {
        self.asked
    }
}

fn shell_index(register: Register) -> usize {
    usize::from(register.offset - SHELL_FIRST) / 4
}

/// The address in a pair of registers.
pub(super) fn address(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}
