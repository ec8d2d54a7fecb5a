// SPDX-License-Identifier: Apache-2.0

//! The shell: the logic of the card around the engine, as the host accesses it over PCIe.
//!
//! The card has one BAR, with the registers of the engine ([`crate::registers`]) from byte 0 and
//! those of the shell from [`SHELL_FIRST`] on. Two rings are in the memory of the host, which the
//! card reads and writes by DMA:
//!
//! * *host to card*: a ring of [`Descriptor`]s, each of which points at bytes that the card
//!   fetches. The host writes a descriptor, then the doorbell [`H2C_TAIL`]. The card executes the
//!   descriptor and writes `state` and `detail` back. It refuses a descriptor whose `state` is not
//!   pending, since it has executed it before;
//! * *card to host*: a ring of [`LogRecord`]s, one for each message, step of a job, refused frame,
//!   change of program and step of a change, in the order in which the card processed them. The
//!   card writes whole records, and waits while the ring is full; the host frees slots by
//!   [`C2H_HEAD`].
//!
//! Heads and tails are counters that wrap only at 2^32; a slot is the counter modulo the number of
//! slots, a power of two. A doorbell never decreases, and a ring is moved only while it is switched
//! off. All values are little-endian.

use crate::machine::FRAME_BYTES_MAX;
use crate::registers::{Register, registers, table_of};
use crate::schema::RuleId;
use crate::verdict::{Reason, Verdict};
use bytemuck::checked::try_cast;
use bytemuck::{CheckedBitPattern, NoUninit, Pod, Zeroable};

/// First byte of the shell's registers.
pub const SHELL_FIRST: u16 = 0x1000;
/// Bytes of the BAR.
pub const BAR_BYTES: u64 = 0x2000;
/// The most bytes of a descriptor's data.
pub const DESCRIPTOR_BYTES_MAX: u32 = 1 << 20;
/// The most slots of a ring.
pub const RING_SLOTS_MAX: u32 = 1 << 16;
/// The most sessions of a card.
pub const SESSIONS_MAX: usize = 256;

registers! {
    /// Low half of the bus address of the descriptor ring, a multiple of 64; written while the ring
    /// is off.
    H2C_BASE_LOW: 0x1000, ReadWrite;
    /// High half of the bus address of the descriptor ring; written while the ring is off.
    H2C_BASE_HIGH: 0x1004, ReadWrite;
    /// Slots of the descriptor ring, a power of two up to 65,536; a write empties the ring, and 0
    /// switches it off.
    H2C_SLOTS: 0x1008, ReadWrite;
    /// Doorbell: descriptors that the host has written so far. It never decreases, and it never
    /// exceeds the head by more than the slots.
    H2C_TAIL: 0x100c, ReadWrite;
    /// Descriptors that the card has completed.
    H2C_HEAD: 0x1010, Read;
    /// Low half of the bus address of the ring of log records, a multiple of 64; written while the
    /// ring is off.
    C2H_BASE_LOW: 0x1014, ReadWrite;
    /// High half of the bus address of the ring of log records; written while the ring is off.
    C2H_BASE_HIGH: 0x1018, ReadWrite;
    /// Slots of the ring of log records, a power of two up to 65,536; a write empties the ring, and
    /// 0 switches it off.
    C2H_SLOTS: 0x101c, ReadWrite;
    /// Log records that the host has processed. It never decreases, and it never exceeds the tail.
    C2H_HEAD: 0x1020, ReadWrite;
    /// Log records that the card has written.
    C2H_TAIL: 0x1024, Read;
    /// Bit 0: the card raises an interrupt when it has written a log record or completed a
    /// descriptor.
    INTERRUPTS: 0x1028, ReadWrite;
    /// Bit 0: the TOE accepts segments. On a standby it is 0; messages arrive there by descriptors.
    TOE: 0x102c, ReadWrite;
    /// The session that the next register configures, and from bit 16 on its connection.
    SESSION: 0x1030, ReadWrite;
    /// A write opens the session again; the value is the sequence number of its next frame.
    SESSION_NEXT: 0x1034, ReadWrite;
    /// Messages that the engine answered.
    MESSAGES: 0x1038, Read;
    /// Frames that were refused before the engine: an impossible length, or a wrong sequence
    /// number.
    REFUSED: 0x103c, Read;
    /// Sessions whose stream is broken: the start of the next frame is unknown.
    SESSIONS_BROKEN: 0x1040, Read;
    /// Sessions that ended within a frame; the bytes of that frame are dropped.
    FRAMES_CUT: 0x1044, Read;
    /// Segments for sessions that the card does not have.
    SEGMENTS_UNKNOWN: 0x1048, Read;
    /// Bytes that arrived a second time and were dropped.
    BYTES_REPEATED: 0x104c, Read;
    /// Segments that were too far ahead and were dropped; TCP sends them again.
    SEGMENTS_AHEAD: 0x1050, Read;
    /// Descriptors that were refused.
    DESCRIPTORS_REFUSED: 0x1054, Read;
    /// Reads of the memory of the host that ended without data.
    DMA_ERRORS: 0x1058, Read;
    /// Accesses to registers that were refused.
    REGISTER_ERRORS: 0x105c, Read;
    /// Number of waits for room in the ring of log records.
    C2H_WAITS: 0x1060, Read;
    /// Complete frames that wait for the engine.
    FRAMES_WAITING: 0x1064, Read;
    /// Completions without a pending read, for example after a ring was set up again; they are
    /// dropped.
    COMPLETIONS_DROPPED: 0x1068, Read;
    /// The change that was loaded: 0 none, 1 its memory is being taken, 2 it can be filled, 3 it is
    /// refused.
    CHANGE: 0x106c, Read;
}

const _: () = {
    let mut i = 0;
    while i < REGISTERS.len() {
        let offset = REGISTERS[i].offset;
        assert!(
            offset == SHELL_FIRST + 4 * i as u16 && (offset as u64) < BAR_BYTES,
            "the map has no gaps"
        );
        i += 1;
    }
};

/// The counters of faults; the driver reads them when it closes a card.
pub const FAULT_COUNTERS: &[Register] = &[
    REFUSED,
    SESSIONS_BROKEN,
    FRAMES_CUT,
    SEGMENTS_UNKNOWN,
    SEGMENTS_AHEAD,
    DESCRIPTORS_REFUSED,
    DMA_ERRORS,
    REGISTER_ERRORS,
    C2H_WAITS,
    COMPLETIONS_DROPPED,
];

/// The register of the shell at an offset.
pub fn register_at(offset: u64) -> Option<Register> {
    REGISTERS.iter().copied().find(|register| u64::from(register.offset) == offset)
}

/// The map as a Markdown table for the documentation.
pub fn table() -> String {
    table_of(REGISTERS)
}

/// The request of a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, NoUninit, CheckedBitPattern)]
#[repr(u16)]
pub enum Request {
    /// Row frames, one after the other.
    Rows = 1,
    /// One message frame, as from the TOE; `session` is its session.
    Message = 2,
    /// A program image, for the inactive program bank.
    Program = 3,
    /// The program loaded last becomes active from the next message on. If that is the program of
    /// a change, the rows that are left are copied first; a refusal is in the log record.
    Swap = 4,
    /// The digest of table `session`, into `detail`.
    Digest = 5,
    /// One frame that the TOE of another card refused: the card logs it, and nothing else changes.
    Refused = 6,
    /// One frame of a hidden message, which only the host sends: a step of a job.
    Step = 7,
    /// A change to a program with other definitions: [`crate::change::Change::encode`]. The card
    /// takes the memory while it answers messages; [`CHANGE`] says when it has it.
    Change = 8,
    /// The change that was loaded begins; after that, one row is copied.
    Fill = 9,
}

impl Request {
    /// The request with a code.
    pub fn from_code(code: u16) -> Option<Request> {
        try_cast(code).ok()
    }
}

macro_rules! states {
    ($($variant:ident = $code:literal, $text:literal;)*) => {
        /// The state of a descriptor.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        pub enum DescriptorState {
            $(#[doc = $text] $variant = $code,)*
        }

        impl DescriptorState {
            /// The state with a code.
            pub fn from_code(code: u32) -> Option<DescriptorState> {
                match code { $($code => Some(DescriptorState::$variant),)* _ => None }
            }

            /// Its meaning, in words.
            pub fn text(self) -> &'static str {
                match self { $(DescriptorState::$variant => $text,)* }
            }
        }
    };
}

states! {
    Pending = 0, "the card has not come to it yet";
    Done = 1, "done";
    NoRequest = 2, "no request has this code";
    Length = 3, "the length is none that the request can have";
    DmaError = 4,
        "the bytes could not be read: they lie outside the memory that the host has opened for \
         the card, or the link failed";
    Row = 5,
        "a row was not taken; `detail` is the reason's code below bit 8, and from there on the \
         row's number in the descriptor";
    Image = 6, "the image is not one that the card can run in the place of the running one";
    NoProgram = 7, "no program was loaded that could run, or there is no such table in it";
    Stale = 8,
        "the descriptor was not rewritten after the card had executed it: the doorbell \
         runs ahead of the descriptors";
    Family = 9, "the card changes to rules of the family of the running ones only";
    NotReady = 10, "no change was loaded, or its memory is not taken yet";
}

/// A request of the host to the card, and its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Descriptor {
    /// Bus address of the data.
    pub address: u64,
    /// Bytes of the data.
    pub length: u32,
    /// [`Request`].
    pub request: u16,
    /// The session of a message, the table of a digest.
    pub session: u16,
    /// [`DescriptorState`]; the host writes [`DescriptorState::Pending`].
    pub state: u32,
    /// Zero.
    pub reserved: u32,
    /// The result of the request.
    pub detail: u64,
}

/// Bytes of a descriptor.
pub const DESCRIPTOR_BYTES: usize = size_of::<Descriptor>();
/// Offset of the part of a descriptor that the card writes.
pub const DESCRIPTOR_WRITTEN: usize = std::mem::offset_of!(Descriptor, state);

/// The state of the change that was loaded into a card, in [`CHANGE`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, NoUninit, CheckedBitPattern)]
#[repr(u32)]
pub enum ChangeState {
    /// None was loaded.
    #[default]
    Nothing = 0,
    /// Its memory is being taken.
    Preparing = 1,
    /// It can be filled, or is being filled.
    Ready = 2,
    /// It cannot be made, and is abandoned.
    Refused = 3,
}

impl ChangeState {
    /// The state with a code.
    pub fn from_code(code: u32) -> Option<ChangeState> {
        try_cast(code).ok()
    }
}

/// The kind of a log record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, NoUninit, CheckedBitPattern)]
#[repr(u8)]
pub enum LogKind {
    /// A message that the engine answered.
    Message = 1,
    /// A frame that was refused before the engine.
    Refused = 2,
    /// A change of program, or its refusal; the frame is then the reason, in words.
    Swap = 3,
    /// A step of a job that the engine answered.
    Step = 4,
    /// A step of a change: it began, or a row was copied into the tables of the next program.
    Fill = 5,
}

impl LogKind {
    /// The kind with a code.
    pub fn from_code(code: u8) -> Option<LogKind> {
        try_cast(code).ok()
    }
}

/// The value of [`LogRecord::rule`] if no rule is the cause.
pub const NO_RULE: u16 = u16::MAX;

/// A record of the card's log. Records are numbered from 1, without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct LogRecord {
    /// CRC-32 of the bytes that follow.
    pub checksum: u32,
    /// [`LogKind`].
    pub kind: u8,
    /// Code of the [`Reason`] for a reject, 0 for an accept.
    pub reason: u8,
    /// The failing rule, or [`NO_RULE`].
    pub rule: u16,
    /// The record's number.
    pub number: u64,
    /// The session of the frame.
    pub session: u16,
    /// Bytes of the frame.
    pub length: u16,
    /// Cycles from the frame's first beat in to the verdict's beat out; 0 where none are counted.
    pub verdict_cycles: u32,
    /// Cycles to the end of the commit.
    pub commit_cycles: u32,
    /// Code of the [`Reason`] why the effects of a reject were not done, else 0.
    pub effects: u8,
    /// Zero.
    pub reserved: [u8; 3],
    /// The failing rules that block, the low half first.
    pub failing: [u64; 2],
    /// The failing rules that warn, the low half first.
    pub warnings: [u64; 2],
    /// The frame, padded with zeros.
    pub frame: [u8; FRAME_BYTES_MAX],
}

/// Bytes of a log record.
pub const RECORD_BYTES: usize = size_of::<LogRecord>();

const _: () =
    assert!(RECORD_BYTES.is_multiple_of(64) && DESCRIPTOR_BYTES == 32 && DESCRIPTOR_WRITTEN == 16);

impl LogRecord {
    /// A record without a checksum. A frame that is too long is truncated.
    pub fn new(
        number: u64,
        kind: LogKind,
        session: u16,
        frame: &[u8],
        verdict: &Verdict,
    ) -> LogRecord {
        let kept = frame.len().min(FRAME_BYTES_MAX);
        let mut record = LogRecord::zeroed();
        record.number = number;
        record.kind = kind as u8;
        record.session = session;
        record.length = kept as u16;
        record.frame[..kept].copy_from_slice(&frame[..kept]);
        record.reason = verdict.reason.map_or(0, |reason| reason as u8);
        record.rule = verdict.rule.map_or(NO_RULE, |rule| rule.0);
        record.effects = verdict.effects.map_or(0, |reason| reason as u8);
        record.failing = halves(verdict.failing);
        record.warnings = halves(verdict.warnings);
        record
    }

    /// The record of a change of program. Its frame is the checksum of the new image
    /// ([`crate::image::checksum`]), which identifies the program when a run resumes from the log.
    pub fn of_change(number: u64, checksum: u32) -> LogRecord {
        LogRecord::new(number, LogKind::Swap, 0, &checksum.to_le_bytes(), &Verdict::ACCEPT)
    }

    /// The checksum of the new image, if this is the record of a change of program and contains it.
    pub fn program(&self) -> Option<u32> {
        let is_change = self.kind == LogKind::Swap as u8;
        self.frame().try_into().ok().filter(|_| is_change).map(u32::from_le_bytes)
    }

    /// The record of steps of a change to the program whose image has a checksum. With no rows it
    /// is the begin of the change, otherwise `rows` steps, with no other record between them.
    pub fn of_filling(number: u64, checksum: u32, rows: u32) -> LogRecord {
        let frame: [u8; 8] = bytemuck::cast([checksum.to_le(), rows.to_le()]);
        LogRecord::new(number, LogKind::Fill, 0, &frame, &Verdict::ACCEPT)
    }

    /// The checksum of the image and the number of steps, if this is the record of steps of a
    /// change and contains them.
    pub fn filling(&self) -> Option<(u32, u32)> {
        let frame: [u8; 8] = self.frame().try_into().ok()?;
        let [checksum, rows] = bytemuck::cast::<_, [u32; 2]>(frame).map(u32::from_le);
        (self.kind == LogKind::Fill as u8).then_some((checksum, rows))
    }

    /// The record with its checksum.
    pub fn sealed(mut self) -> LogRecord {
        self.checksum = self.sum();
        self
    }

    /// The kind and the verdict; none if the checksum or another field is wrong.
    pub fn read(&self) -> Option<(LogKind, Verdict)> {
        let kind = LogKind::from_code(self.kind).filter(|_| self.checksum == self.sum())?;
        let reason = |code| match code {
            0 => Some(None),
            code => Reason::from_code(code).map(Some),
        };
        let whole = |[low, high]: [u64; 2]| u128::from(low) | u128::from(high) << 64;
        let verdict = Verdict {
            reason: reason(self.reason)?,
            rule: (self.rule != NO_RULE).then_some(RuleId(self.rule)),
            failing: whole(self.failing),
            warnings: whole(self.warnings),
            effects: reason(self.effects)?,
        };
        (usize::from(self.length) <= FRAME_BYTES_MAX).then_some((kind, verdict))
    }

    /// The frame.
    pub fn frame(&self) -> &[u8] {
        &self.frame[..usize::from(self.length).min(FRAME_BYTES_MAX)]
    }

    fn sum(&self) -> u32 {
        crc32fast::hash(&bytemuck::bytes_of(self)[size_of::<u32>()..])
    }
}

fn halves(map: u128) -> [u64; 2] {
    [map as u64, (map >> 64) as u64]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_round_trip_and_every_flipped_bit_is_detected() {
        let verdict = Verdict {
            reason: Some(Reason::False),
            rule: Some(RuleId(7)),
            failing: 1 << 100 | 1 << 7,
            warnings: 1 << 127 | 1,
            effects: Some(Reason::TableFull),
        };
        let record = LogRecord::new(3, LogKind::Message, 9, b"frame", &verdict).sealed();
        assert_eq!(record.read(), Some((LogKind::Message, verdict)));
        assert_eq!((record.frame(), record.session, record.number), (&b"frame"[..], 9, 3));
        for bit in 0..8 * RECORD_BYTES {
            let mut damaged = record;
            bytemuck::bytes_of_mut(&mut damaged)[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(damaged.read(), None, "bit {bit}");
        }
    }

    #[test]
    fn a_change_of_program_names_the_program() {
        assert_eq!(LogRecord::of_change(1, 0xfeed_beef).program(), Some(0xfeed_beef));
        assert_eq!(LogRecord::new(1, LogKind::Swap, 0, &[], &Verdict::ACCEPT).program(), None);
        assert_eq!(
            LogRecord::new(1, LogKind::Message, 0, &[1; 4], &Verdict::ACCEPT).program(),
            None
        );
    }

    #[test]
    fn steps_of_a_change_name_the_program_and_their_number() {
        let record = LogRecord::of_filling(1, 0xfeed_beef, 7);
        assert_eq!((record.filling(), record.program()), (Some((0xfeed_beef, 7)), None));
        assert_eq!(LogRecord::of_change(1, 0xfeed_beef).filling(), None);
        assert_eq!(LogRecord::new(1, LogKind::Fill, 0, &[1; 4], &Verdict::ACCEPT).filling(), None);
    }

    #[test]
    fn codes_round_trip() {
        for code in 0..16 {
            assert!(Request::from_code(code).is_none_or(|request| request as u16 == code));
            assert!(
                DescriptorState::from_code(code.into())
                    .is_none_or(|state| state as u32 == u32::from(code))
            );
            assert!(
                ChangeState::from_code(code.into())
                    .is_none_or(|state| state as u32 == u32::from(code))
            );
        }
    }
}
