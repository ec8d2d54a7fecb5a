// SPDX-License-Identifier: Apache-2.0

//! A card whose engine is a twin, driven packet by packet in the test's thread: the host sends what
//! the test says, and nothing happens between two steps.

use super::{Messages, RULES, loaded, program};
use crossbeam::channel::{Sender, unbounded};
use engine::program::Program;
use engine::registers::Register;
use engine::shell::*;
use engine::verdict::Verdict;
use std::sync::Arc;
use testbed::card::{Card, Step};
use testbed::doe::TwinDoe;
use testbed::faults::{FaultPlan, Faults};
use testbed::pcie::{LinkConfig, LinkEnd, Packet, Payload, link};
use testbed::toe::Segment;

/// Slots of each ring.
pub const SLOTS: u32 = 8;
const H2C: u64 = 0x1000;
const C2H: u64 = 0x2000;
/// Address of the bytes that descriptors point at.
pub const BYTES: u64 = 0x4000;
/// Bytes of the host's memory.
pub const MEMORY: usize = 0x8000;

/// How the host answers the card's reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Correctly.
    Right,
    /// With an error.
    Fail,
    /// With this many bytes, whatever length was requested.
    Length(usize),
    /// Not at all; the reads are kept.
    Held,
}

/// The host's ends of all connections.
pub struct Wire {
    /// The host's end of the link.
    pub link: LinkEnd,
    /// The card's network; `None` after it went down.
    pub network: Option<Sender<Segment>>,
    /// The host's memory.
    pub memory: Vec<u8>,
    /// How reads are answered.
    pub reads: Reads,
    /// Reads that were kept instead of answered: tag, address and length.
    pub held: Vec<(u16, u64, u16)>,
    /// Interrupts so far.
    pub interrupts: u32,
    completions: Vec<(u16, Option<u32>)>,
    tail: u32,
    read: u64,
    sent: [u64; 4],
    tag: u16,
}

/// Runs a test with a card that has a program, rows, and rings of [`SLOTS`].
pub fn with_card(
    fault: Option<FaultPlan>,
    test: impl FnOnce(&mut Card<'_>, &mut Wire, &mut Messages),
) {
    let program: Arc<Program> = program(RULES);
    let mut doe = TwinDoe::with(loaded(&program));
    let (host, device) = link(&LinkConfig { depth: 64, ..LinkConfig::default() });
    let (network, segments) = unbounded();
    let mut card = Card::new(&mut doe, device, segments, 4, Faults::new(fault));
    let mut wire = Wire {
        link: host,
        network: Some(network),
        memory: vec![0; MEMORY],
        reads: Reads::Right,
        held: Vec::new(),
        interrupts: 0,
        completions: Vec::new(),
        tail: 0,
        read: 0,
        sent: [0; 4],
        tag: 0,
    };
    wire.set_rings(&mut card);
    let mut messages = Messages::new(&program, u32::MAX, 0.0, 3);
    test(&mut card, &mut wire, &mut messages);
}

impl Wire {
    /// Steps both sides until neither has anything to do.
    pub fn settle(&mut self, card: &mut Card<'_>) {
        let mut idle = 0;
        while idle < 3 {
            let worked = card.step().expect("the host runs") == Step::Worked;
            idle = if self.take() || worked { 0 } else { idle + 1 };
        }
    }

    /// Receives what the card has sent; returns whether there was anything.
    fn take(&mut self) -> bool {
        let mut worked = false;
        while let Some(packet) = self.link.receive().expect("the card runs") {
            worked = true;
            match packet {
                Packet::Write { address, data } => {
                    let first = address as usize;
                    let place = self.memory.get_mut(first..first + data.bytes().len());
                    place
                        .expect("the card writes only into the rings")
                        .copy_from_slice(data.bytes());
                }
                Packet::Read { tag, address, length } => match self.reads {
                    Reads::Held => self.held.push((tag, address, length)),
                    Reads::Right | Reads::Fail | Reads::Length(_) => {
                        self.answer(tag, address, length)
                    }
                },
                Packet::Completion { tag, data } => {
                    self.completions.push((tag, data.and_then(|data| data.as_word())));
                }
                Packet::Interrupt => self.interrupts += 1,
            }
        }
        worked
    }

    /// Answers a read.
    pub fn answer(&mut self, tag: u16, address: u64, length: u16) {
        let first = address as usize;
        let data = match self.reads {
            Reads::Fail => None,
            Reads::Length(bytes) => Payload::new(&vec![0; bytes]),
            Reads::Right | Reads::Held => first
                .checked_add(length.into())
                .and_then(|end| self.memory.get(first..end))
                .and_then(Payload::new),
        };
        self.send(Packet::Completion { tag, data });
    }

    /// Sends a packet to the card.
    pub fn send(&mut self, packet: Packet) {
        assert_eq!(self.link.send(packet), Ok(true), "the link has room");
    }

    /// Writes a word at an address of the card, and settles.
    pub fn write_at(&mut self, card: &mut Card<'_>, address: u64, word: u32) {
        self.send(Packet::Write { address, data: Payload::word(word) });
        self.settle(card);
    }

    /// Writes a register, and settles.
    pub fn write(&mut self, card: &mut Card<'_>, register: Register, word: u32) {
        self.write_at(card, register.offset.into(), word);
    }

    /// Reads a word at an address of the card; `None` if the card answers with an error.
    pub fn read_at(&mut self, card: &mut Card<'_>, address: u64) -> Option<u32> {
        self.tag += 1;
        self.send(Packet::Read { tag: self.tag, address, length: 4 });
        self.settle(card);
        let (tag, word) = self.completions.pop().expect("the card answers");
        assert_eq!(tag, self.tag);
        word
    }

    /// Reads a register.
    pub fn read(&mut self, card: &mut Card<'_>, register: Register) -> u32 {
        self.read_at(card, register.offset.into()).expect("there is such a register")
    }

    /// Sets both rings up again, empty.
    pub fn set_rings(&mut self, card: &mut Card<'_>) {
        self.memory.fill(0);
        (self.tail, self.read) = (0, 0);
        for (register, word) in [
            (H2C_SLOTS, 0),
            (C2H_SLOTS, 0),
            (H2C_BASE_LOW, H2C as u32),
            (H2C_SLOTS, SLOTS),
            (C2H_BASE_LOW, C2H as u32),
            (C2H_SLOTS, SLOTS),
            (INTERRUPTS, 1),
            (TOE, 1),
        ] {
            self.write(card, register, word);
        }
    }

    /// Writes a descriptor and the bytes that it points at, without ringing the doorbell.
    pub fn put(&mut self, request: Request, session: u16, bytes: &[u8]) -> Descriptor {
        let length = bytes.len() as u32;
        let address = BYTES + u64::from(self.tail % SLOTS) * 256;
        self.memory[address as usize..address as usize + bytes.len()].copy_from_slice(bytes);
        let descriptor = Descriptor {
            address,
            length,
            request: request as u16,
            session,
            state: 0,
            reserved: 0,
            detail: 0,
        };
        self.put_raw(&descriptor);
        descriptor
    }

    /// Writes a descriptor, without ringing the doorbell.
    pub fn put_raw(&mut self, descriptor: &Descriptor) {
        let place = (H2C as usize) + (self.tail % SLOTS) as usize * DESCRIPTOR_BYTES;
        self.memory[place..place + DESCRIPTOR_BYTES]
            .copy_from_slice(bytemuck::bytes_of(descriptor));
        self.tail += 1;
    }

    /// Takes back the descriptor written last, for which the doorbell was not rung.
    pub fn unput(&mut self) {
        self.tail -= 1;
    }

    /// Skips descriptors that were never written.
    pub fn skip(&mut self, count: u32) {
        self.tail += count;
    }

    /// Descriptors written so far.
    pub fn tail(&self) -> u32 {
        self.tail
    }

    /// Rings the doorbell for all descriptors written so far.
    pub fn ring(&mut self, card: &mut Card<'_>) {
        self.write(card, H2C_TAIL, self.tail);
    }

    /// State and detail of the descriptor written last.
    pub fn last(&self) -> (DescriptorState, u64) {
        self.state_of(self.tail - 1)
    }

    /// State and detail of a descriptor by its number.
    pub fn state_of(&self, number: u32) -> (DescriptorState, u64) {
        let place = (H2C as usize) + (number % SLOTS) as usize * DESCRIPTOR_BYTES;
        let written: Descriptor =
            bytemuck::pod_read_unaligned(&self.memory[place..place + DESCRIPTOR_BYTES]);
        (
            DescriptorState::from_code(written.state).expect("the card writes a known state"),
            written.detail,
        )
    }

    /// Reads all log records, and tells the card that their slots are free.
    pub fn records(&mut self, card: &mut Card<'_>) -> Vec<(LogKind, Verdict, Vec<u8>)> {
        let mut records = Vec::new();
        loop {
            let place = (C2H as usize) + (self.read % u64::from(SLOTS)) as usize * RECORD_BYTES;
            let record: LogRecord =
                bytemuck::pod_read_unaligned(&self.memory[place..place + RECORD_BYTES]);
            if record.number != self.read + 1 {
                return records;
            }
            let (kind, verdict) = record.read().expect("the card writes sound records");
            records.push((kind, verdict, record.frame().to_vec()));
            self.read += 1;
            self.write(card, C2H_HEAD, self.read as u32);
        }
    }

    /// Sends the next bytes of a session's stream.
    pub fn stream(&mut self, card: &mut Card<'_>, session: u16, connection: u16, bytes: &[u8]) {
        let sent = &mut self.sent[usize::from(session)];
        let first_byte = *sent;
        *sent += bytes.len() as u64;
        self.segment(
            card,
            Segment { session, connection, first_byte, bytes: bytes.to_vec(), ends: false },
        );
    }

    /// Restarts a session's stream at byte 0.
    pub fn restart(&mut self, session: u16) {
        self.sent[usize::from(session)] = 0;
    }

    /// Sends a segment to the card, and settles.
    pub fn segment(&mut self, card: &mut Card<'_>, segment: Segment) {
        self.network.as_ref().expect("the network is up").send(segment).expect("the card runs");
        self.settle(card);
    }

    /// Asserts that the card still works: it answers the next order as the witness does.
    pub fn assert_answers_next_order(
        &mut self,
        card: &mut Card<'_>,
        witness: &mut Witness,
        messages: &mut Messages,
    ) {
        let frame = order(messages, 1);
        let expected = witness.answer(&frame);
        self.put(Request::Message, 1, &frame);
        self.ring(card);
        assert_eq!(self.last().0, DescriptorState::Done);
        assert_eq!(self.records(card), [(LogKind::Message, expected, frame)]);
    }
}

/// The frame of the next message, with this number.
pub fn order(messages: &mut Messages, number: u32) -> Vec<u8> {
    let outgoing = messages.next().expect("there are enough");
    let mut frame = outgoing.frame[..usize::from(outgoing.length)].to_vec();
    engine::frame::set_sequence(&mut frame, number);
    frame
}

/// A twin that answers the messages that the card should have answered, and no others.
pub struct Witness(engine::twin::Twin);

impl Default for Witness {
    fn default() -> Witness {
        Witness::new()
    }
}

impl Witness {
    /// Creates a twin with program and rows.
    pub fn new() -> Witness {
        Witness(loaded(&program(RULES)))
    }

    /// Answers a frame.
    pub fn answer(&mut self, frame: &[u8]) -> Verdict {
        engine::executor::Executor::execute(&mut self.0, frame)
    }
}
