// SPDX-License-Identifier: Apache-2.0

//! A card: the shell around an engine. It takes segments and descriptors, has the engine answer,
//! and writes log records.
//!
//! Everything that it does is a short step, so that links can stall and faults can strike between
//! any two of them. It does one thing at a time: what a descriptor asks for and what the TOE has
//! gathered are put in one order here, and the log says in which.

use crate::doe::Doe;
use crate::faults::Faults;
use crate::pcie::{LinkDown, LinkEnd, PAYLOAD_BYTES_MAX, Packet, Payload};
use crate::toe::{Segment, Toe};
use crossbeam::channel::Receiver;
use engine::frame::HEADER_BYTES;
use engine::machine::FRAME_BYTES_MAX;
use engine::registers as engine_registers;
use engine::registers::{Access, Register};
use engine::schema::TableId;
use engine::shell::*;
use engine::verdict::{Reason, Verdict};
use std::collections::VecDeque;

/// Packets that wait for the link. A card with so many begins nothing that would make more of them.
const OUTBOX_MAX: usize = 64;
/// With so many it does not even take packets. Up to there it does, whatever waits: host and card
/// would wait for each other if neither took anything before its own packets were gone. Only a host
/// that reads registers and takes no completions gets here.
const OUTBOX_FULL: usize = 4 * OUTBOX_MAX;
/// Packets that are taken in one step.
const PACKETS_A_STEP: usize = 16;

/// Whether a step has done something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It has.
    Worked,
    /// There was nothing to do.
    Idle,
}

/// A card.
pub struct Card<'d> {
    doe: &'d mut dyn Doe,
    link: LinkEnd,
    network: Receiver<Segment>,
    toe: Toe,
    /// The shell's registers, in the map's order.
    registers: [u32; REGISTERS.len()],
    outbox: VecDeque<Packet>,
    fetch: Fetch,
    /// Names the read under way, so that a completion of an earlier one is known for what it is.
    tag: u16,
    /// Bytes that were asked for.
    asked: usize,
    /// What a descriptor points at.
    fetched: Vec<u8>,
    log_number: u64,
    /// Whether it waits for room in the log.
    waits: bool,
    faults: Faults,
}

/// What becomes of the descriptor that is next.
#[derive(Clone, Copy, Debug)]
enum Fetch {
    /// It has not been asked for.
    Idle,
    /// It was asked for.
    Descriptor,
    /// Its bytes were asked for.
    Bytes(Descriptor),
    /// Its bytes are there.
    Ready(Descriptor),
}

impl<'d> Card<'d> {
    /// A card with an engine, at the end of a link and of a network.
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

    /// Does what is to be done next.
    ///
    /// # Errors
    /// [`LinkDown`] when the host is gone or the card dies.
    pub fn step(&mut self) -> Result<Step, LinkDown> {
        if self.faults.hangs {
            // It holds the link and never looks at it.
            return Ok(Step::Idle);
        }
        if let Some(place) = self.faults.flips.take() {
            self.doe.flip_bit(place);
        }
        let sent = self.send()?;
        let received = self.receive()?;
        let fetched = self.outbox.len() < OUTBOX_MAX && self.fetch()?;
        let answered = self.outbox.len() < OUTBOX_MAX && self.order()?;
        Ok(if sent | received | fetched | answered { Step::Worked } else { Step::Idle })
    }

    fn get(&self, register: Register) -> u32 {
        self.registers[shell_index(register)]
    }

    fn count(&mut self, register: Register) {
        let count = &mut self.registers[shell_index(register)];
        *count = count.wrapping_add(1);
    }

    fn send(&mut self) -> Result<bool, LinkDown> {
        let mut worked = false;
        while let Some(packet) = self.outbox.front() {
            if !self.link.send(*packet)? {
                break;
            }
            self.outbox.pop_front();
            worked = true;
        }
        Ok(worked)
    }

    fn receive(&mut self) -> Result<bool, LinkDown> {
        let mut worked = false;
        for _ in 0..PACKETS_A_STEP {
            if self.outbox.len() >= OUTBOX_FULL {
                break;
            }
            let Some(packet) = self.link.receive()? else {
                // What is on its way is there soonest for who looks again at once.
                worked |= self.link.is_expecting();
                break;
            };
            worked = true;
            self.faults.moment()?;
            match packet {
                Packet::Write { address, data } => {
                    if !data.as_word().is_some_and(|word| self.write_register(address, word)) {
                        self.count(REGISTER_ERRORS);
                    }
                }
                Packet::Read { tag, address, length } => {
                    let word = if length == 4 { self.read_register(address) } else { None };
                    if word.is_none() {
                        self.count(REGISTER_ERRORS);
                    }
                    self.outbox
                        .push_back(Packet::Completion { tag, data: word.map(Payload::word) });
                }
                Packet::Completion { tag, data } => self.completed(tag, data),
                Packet::Interrupt => {}
            }
        }
        Ok(worked)
    }

    fn read_register(&mut self, address: u64) -> Option<u32> {
        if address < u64::from(SHELL_FIRST) {
            let register =
                engine_registers::REGISTERS.iter().find(|r| u64::from(r.offset) == address)?;
            return self.doe.read(*register);
        }
        let register = register_at(address)?;
        let toe = &self.toe.counts;
        Some(match register {
            REFUSED => toe.refused,
            SESSIONS_BROKEN => toe.broken,
            FRAMES_CUT => toe.cut,
            SEGMENTS_UNKNOWN => toe.unknown,
            BYTES_REPEATED => toe.repeated,
            SEGMENTS_AHEAD => toe.ahead,
            C2H_TAIL => self.log_number as u32,
            FRAMES_WAITING => self.toe.waiting() as u32,
            _ => self.get(register),
        })
    }

    /// Writes a register; false if nothing was written.
    fn write_register(&mut self, address: u64, word: u32) -> bool {
        if address < u64::from(SHELL_FIRST) {
            let register =
                engine_registers::REGISTERS.iter().find(|r| u64::from(r.offset) == address);
            return register
                .is_some_and(|r| r.access == Access::ReadWrite && self.doe.write(*r, word));
        }
        let Some(register) = register_at(address).filter(|r| r.access == Access::ReadWrite) else {
            return false;
        };
        let is_slots = word == 0 || word.is_power_of_two() && word <= RING_SLOTS_MAX;
        let is_allowed = match register {
            H2C_SLOTS | C2H_SLOTS => is_slots,
            H2C_BASE_LOW => self.get(H2C_SLOTS) == 0 && word.is_multiple_of(64),
            H2C_BASE_HIGH => self.get(H2C_SLOTS) == 0,
            C2H_BASE_LOW => self.get(C2H_SLOTS) == 0 && word.is_multiple_of(64),
            C2H_BASE_HIGH => self.get(C2H_SLOTS) == 0,
            // More than the ring holds was never written, and what was written once remains so.
            H2C_TAIL => {
                let (head, tail) = (self.get(H2C_HEAD), self.get(H2C_TAIL));
                (tail.wrapping_sub(head)..=self.get(H2C_SLOTS)).contains(&word.wrapping_sub(head))
            }
            C2H_HEAD => {
                let written = self.log_number as u32;
                written.wrapping_sub(word) <= written.wrapping_sub(self.get(C2H_HEAD))
            }
            SESSION_NEXT => {
                self.toe.open(self.get(SESSION) as u16, (self.get(SESSION) >> 16) as u16, word)
            }
            _ => true,
        };
        if !is_allowed {
            return false;
        }
        self.registers[shell_index(register)] = word;
        match register {
            H2C_SLOTS => {
                self.registers[shell_index(H2C_HEAD)] = 0;
                self.registers[shell_index(H2C_TAIL)] = 0;
                self.fetch = Fetch::Idle;
            }
            C2H_SLOTS => {
                self.log_number = 0;
                self.registers[shell_index(C2H_HEAD)] = 0;
            }
            _ => {}
        }
        true
    }

    /// Goes on with the descriptor that is next.
    fn fetch(&mut self) -> Result<bool, LinkDown> {
        match self.fetch {
            Fetch::Idle if self.get(H2C_TAIL) != self.get(H2C_HEAD) => {
                self.fetch = Fetch::Descriptor;
                self.read_memory(self.descriptor_address(), DESCRIPTOR_BYTES);
                Ok(true)
            }
            Fetch::Ready(_) if self.faults.stands => Ok(false),
            Fetch::Ready(descriptor) => {
                let logs = matches!(
                    Request::from_code(descriptor.request),
                    Some(Request::Message | Request::Refused | Request::Swap)
                );
                if logs && !self.log_has_room() {
                    return Ok(false);
                }
                self.faults.moment()?;
                let (state, detail) = self.carry_out(&descriptor)?;
                self.through(&descriptor, state, detail);
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn descriptor_address(&self) -> u64 {
        let slot = self.get(H2C_HEAD) & self.get(H2C_SLOTS).wrapping_sub(1);
        address(self.get(H2C_BASE_LOW), self.get(H2C_BASE_HIGH))
            .wrapping_add(u64::from(slot) * DESCRIPTOR_BYTES as u64)
    }

    fn read_memory(&mut self, address: u64, length: usize) {
        self.tag = self.tag.wrapping_add(1);
        self.asked = length;
        self.outbox.push_back(Packet::Read { tag: self.tag, address, length: length as u16 });
    }

    /// What was asked for has come, or there was nothing.
    fn completed(&mut self, tag: u16, data: Option<Payload>) {
        if tag != self.tag || matches!(self.fetch, Fetch::Idle | Fetch::Ready(_)) {
            return self.count(COMPLETIONS_DROPPED);
        }
        // Fewer or more bytes than were asked for are as good as none.
        let data = data.filter(|data| data.bytes().len() == self.asked);
        if data.is_none() {
            self.count(DMA_ERRORS);
        }
        match self.fetch {
            Fetch::Descriptor => {
                let read = data
                    .as_ref()
                    .and_then(|data| bytemuck::try_pod_read_unaligned(data.bytes()).ok());
                let Some(descriptor) = read else {
                    // Without a descriptor there is nowhere to write to: the ring stands still
                    // until it is set up again.
                    self.registers[shell_index(H2C_SLOTS)] = 0;
                    self.registers[shell_index(H2C_TAIL)] = self.get(H2C_HEAD);
                    self.fetch = Fetch::Idle;
                    return self.interrupt();
                };
                self.fetched.clear();
                self.judge(descriptor);
            }
            Fetch::Bytes(descriptor) => match data {
                Some(data) => {
                    self.fetched.extend_from_slice(data.bytes());
                    self.go_on(descriptor);
                }
                None => self.through(&descriptor, DescriptorState::DmaError, 0),
            },
            Fetch::Idle | Fetch::Ready(_) => {}
        }
    }

    /// Looks at a descriptor before its bytes are asked for.
    fn judge(&mut self, descriptor: Descriptor) {
        if descriptor.state != DescriptorState::Pending as u32 {
            return self.through(&descriptor, DescriptorState::Stale, 0);
        }
        if descriptor.address.checked_add(descriptor.length.into()).is_none() {
            return self.through(&descriptor, DescriptorState::DmaError, 0);
        }
        let length = descriptor.length as usize;
        let frame = HEADER_BYTES..=FRAME_BYTES_MAX;
        let fits = match Request::from_code(descriptor.request) {
            None => return self.through(&descriptor, DescriptorState::NoRequest, 0),
            Some(Request::Rows) => {
                frame.start() <= &length && descriptor.length <= DESCRIPTOR_BYTES_MAX
            }
            Some(Request::Program) => length > 0 && descriptor.length <= DESCRIPTOR_BYTES_MAX,
            Some(Request::Message) => frame.contains(&length),
            Some(Request::Refused) => length <= FRAME_BYTES_MAX,
            Some(Request::Swap | Request::Digest) => length == 0,
        };
        if fits {
            self.go_on(descriptor)
        } else {
            self.through(&descriptor, DescriptorState::Length, 0)
        }
    }

    /// Asks for more bytes of a descriptor, or has them all.
    fn go_on(&mut self, descriptor: Descriptor) {
        let missing =
            descriptor.length as usize - self.fetched.len().min(descriptor.length as usize);
        if missing == 0 {
            self.fetch = Fetch::Ready(descriptor);
        } else {
            self.fetch = Fetch::Bytes(descriptor);
            let from = descriptor.address.wrapping_add(self.fetched.len() as u64);
            self.read_memory(from, missing.min(PAYLOAD_BYTES_MAX));
        }
    }

    /// Writes back what became of a descriptor, and goes on to the next one.
    fn through(&mut self, descriptor: &Descriptor, state: DescriptorState, detail: u64) {
        if state != DescriptorState::Done {
            self.count(DESCRIPTORS_REFUSED);
        }
        let written = Descriptor { state: state as u32, reserved: 0, detail, ..*descriptor };
        let bytes = &bytemuck::bytes_of(&written)[DESCRIPTOR_WRITTEN..];
        let address = self.descriptor_address() + DESCRIPTOR_WRITTEN as u64;
        self.outbox.extend(Payload::new(bytes).map(|data| Packet::Write { address, data }));
        self.interrupt();
        self.count(H2C_HEAD);
        self.fetch = Fetch::Idle;
    }

    fn interrupt(&mut self) {
        if self.get(INTERRUPTS) & 1 != 0 {
            self.outbox.push_back(Packet::Interrupt);
        }
    }

    fn carry_out(&mut self, descriptor: &Descriptor) -> Result<(DescriptorState, u64), LinkDown> {
        let fetched = std::mem::take(&mut self.fetched);
        let done = match Request::from_code(descriptor.request) {
            Some(Request::Rows) => self.rows(&fetched),
            Some(Request::Message) => {
                self.message(descriptor.session, &fetched)?;
                (DescriptorState::Done, 0)
            }
            Some(Request::Refused) => {
                self.refuse(descriptor.session, &fetched)?;
                (DescriptorState::Done, 0)
            }
            Some(Request::Program) => match self.doe.prepare(&fetched) {
                Ok(()) => (DescriptorState::Done, 0),
                Err(_) => (DescriptorState::Image, 0),
            },
            Some(Request::Swap) if self.doe.swap() => {
                self.log(LogKind::Swap, 0, &[], &Verdict::ACCEPT, (0, 0))?;
                (DescriptorState::Done, self.log_number)
            }
            Some(Request::Swap) => (DescriptorState::NoProgram, 0),
            Some(Request::Digest) => match self.doe.digest(TableId(descriptor.session)) {
                Some(digest) => (DescriptorState::Done, digest),
                None => (DescriptorState::NoProgram, 0),
            },
            None => (DescriptorState::NoRequest, 0),
        };
        self.fetched = fetched;
        Ok(done)
    }

    /// Takes rows until there are no more, or one is not taken.
    fn rows(&mut self, mut bytes: &[u8]) -> (DescriptorState, u64) {
        let mut row = 0_u64;
        while !bytes.is_empty() {
            let stated = bytes
                .first_chunk::<2>()
                .map_or(0, |length| usize::from(u16::from_le_bytes(*length)));
            let frame = bytes.get(..stated).filter(|frame| frame.len() >= HEADER_BYTES);
            let verdict =
                frame.map_or(Verdict::refused(Reason::Malformed), |frame| self.doe.row(frame));
            if let Some(reason) = verdict.reason {
                return (DescriptorState::Row, row << 8 | reason as u64);
            }
            bytes = &bytes[stated..];
            row += 1;
        }
        (DescriptorState::Done, row)
    }

    /// Takes segments, and has the engine answer the frame that is next.
    fn order(&mut self) -> Result<bool, LinkDown> {
        if self.get(TOE) & 1 == 0 {
            return Ok(false);
        }
        let mut worked = false;
        while self.toe.has_room()
            && let Ok(segment) = self.network.try_recv()
        {
            self.toe.take(&segment);
            self.faults.moment()?;
            worked = true;
            if self.toe.waiting() > 0 {
                break;
            }
        }
        // A frame stays with the TOE until the log has room for it, so that a session that is
        // opened anew takes it along.
        if self.toe.waiting() == 0 || self.faults.stands || !self.log_has_room() {
            return Ok(worked);
        }
        let Some(frame) = self.toe.next_frame() else { return Ok(worked) };
        self.faults.moment()?;
        if frame.is_sound {
            // What the engine makes of it, it makes at once: a fault strikes before or behind.
            self.message(frame.session, frame.frame())?;
        } else {
            self.refuse(frame.session, frame.frame())?;
        }
        Ok(true)
    }

    fn message(&mut self, session: u16, frame: &[u8]) -> Result<(), LinkDown> {
        loop {
            let answer = self.doe.message(frame, session);
            self.count(MESSAGES);
            self.faults.moment()?;
            let cycles = (answer.verdict_cycles, answer.commit_cycles);
            self.log(LogKind::Message, session, frame, &answer.verdict, cycles)?;
            if !std::mem::take(&mut self.faults.doubles) {
                return Ok(());
            }
        }
    }

    fn refuse(&mut self, session: u16, frame: &[u8]) -> Result<(), LinkDown> {
        self.log(LogKind::Refused, session, frame, &Verdict::refused(Reason::Malformed), (0, 0))
    }

    fn log_has_room(&mut self) -> bool {
        let unread = (self.log_number as u32).wrapping_sub(self.get(C2H_HEAD));
        let has_room = unread < self.get(C2H_SLOTS);
        if !has_room && !self.waits {
            self.count(C2H_WAITS);
        }
        self.waits = !has_room;
        has_room
    }

    fn log(
        &mut self,
        kind: LogKind,
        session: u16,
        frame: &[u8],
        verdict: &Verdict,
        (verdict_cycles, commit_cycles): (u32, u32),
    ) -> Result<(), LinkDown> {
        let slot = self.log_number as u32 & self.get(C2H_SLOTS).wrapping_sub(1);
        self.log_number += 1;
        let record = LogRecord::new(self.log_number, kind, session, frame, verdict);
        let mut record = LogRecord { verdict_cycles, commit_cycles, ..record }.sealed();
        if let Some(bit) = self.faults.damages.take() {
            let bit = bit as usize % (8 * RECORD_BYTES);
            bytemuck::bytes_of_mut(&mut record)[bit / 8] ^= 1 << (bit % 8);
        }
        if std::mem::take(&mut self.faults.loses) {
            return self.faults.moment();
        }
        let base = address(self.get(C2H_BASE_LOW), self.get(C2H_BASE_HIGH));
        let address = base.wrapping_add(u64::from(slot) * RECORD_BYTES as u64);
        self.outbox.extend(
            Payload::new(bytemuck::bytes_of(&record)).map(|data| Packet::Write { address, data }),
        );
        self.interrupt();
        self.faults.moment()
    }
}

fn shell_index(register: Register) -> usize {
    usize::from(register.offset - SHELL_FIRST) / 4
}

fn address(low: u32, high: u32) -> u64 {
    u64::from(low) | u64::from(high) << 32
}

const _: () = assert!(RECORD_BYTES <= PAYLOAD_BYTES_MAX && DESCRIPTOR_BYTES <= PAYLOAD_BYTES_MAX);
