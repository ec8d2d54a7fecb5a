// SPDX-License-Identifier: Apache-2.0

//! The shell: what is on the card around the engine, as the host sees it over PCIe.
//!
//! The card's one BAR holds the engine's own registers ([`crate::registers`]) from byte 0 and the
//! shell's from [`SHELL_FIRST`] on. Two rings lie in the host's memory, where the card reads and
//! writes by itself:
//!
//! * *host to card*: a ring of [`Descriptor`]s, each of which points at bytes that the card is to
//!   fetch. The host writes a descriptor, then the doorbell [`H2C_TAIL`]; the card does what it
//!   says and writes `state` and `detail` back. A descriptor whose `state` is not that of a new one
//!   has been done before and is refused;
//! * *card to host*: a ring of [`LogRecord`]s, one for each thing that changed or was refused, in
//!   the order in which the card did it. The card writes a record as a whole and never one that the
//!   host has not made room for by [`C2H_HEAD`].
//!
//! Heads and tails count up without end; a slot is the count modulo the ring's slots, a power of
//! two. A doorbell never goes back, and a ring is only moved while it is switched off. All of it is
//! little-endian.

use crate::machine::FRAME_BYTES_MAX;
use crate::registers::{Register, registers, table_of};
use crate::schema::RuleId;
use crate::verdict::{Reason, Verdict};
use bytemuck::{Pod, Zeroable};

/// First byte of the shell's registers.
pub const SHELL_FIRST: u16 = 0x1000;
/// Bytes of the BAR.
pub const BAR_BYTES: u64 = 0x2000;
/// The most bytes that a descriptor points at.
pub const DESCRIPTOR_BYTES_MAX: u32 = 1 << 20;
/// The most slots of a ring.
pub const RING_SLOTS_MAX: u32 = 1 << 16;
/// The most sessions of a card.
pub const SESSIONS_MAX: usize = 256;

registers! {
    /// Low half of the bus address of the ring of descriptors, a multiple of 64; written while the
    /// ring is off.
    H2C_BASE_LOW: 0x1000, ReadWrite;
    /// High half of it, likewise.
    H2C_BASE_HIGH: 0x1004, ReadWrite;
    /// Slots of it, a power of two up to 65,536; writing it makes the ring empty, 0 switches it
    /// off.
    H2C_SLOTS: 0x1008, ReadWrite;
    /// Doorbell: descriptors that the host has written so far. It never goes back, nor beyond what
    /// the ring holds.
    H2C_TAIL: 0x100c, ReadWrite;
    /// Descriptors that the card is through with.
    H2C_HEAD: 0x1010, Read;
    /// Low half of the bus address of the ring of log records, a multiple of 64; written while the
    /// ring is off.
    C2H_BASE_LOW: 0x1014, ReadWrite;
    /// High half of it, likewise.
    C2H_BASE_HIGH: 0x1018, ReadWrite;
    /// Slots of it, likewise.
    C2H_SLOTS: 0x101c, ReadWrite;
    /// Log records that the host is through with. It never goes back, nor beyond what the card has
    /// written.
    C2H_HEAD: 0x1020, ReadWrite;
    /// Log records that the card has written.
    C2H_TAIL: 0x1024, Read;
    /// Bit 0: the card interrupts when it has written a log record or is through with a descriptor.
    INTERRUPTS: 0x1028, ReadWrite;
    /// Bit 0: the TOE takes segments. A standby's does not; its messages come by descriptors.
    TOE: 0x102c, ReadWrite;
    /// The session that the next register is about, and from bit 16 on the connection that it is to
    /// have.
    SESSION: 0x1030, ReadWrite;
    /// Writing it opens the session anew: the number of the frame that is to come next.
    SESSION_NEXT: 0x1034, ReadWrite;
    /// Messages that the engine answered.
    MESSAGES: 0x1038, Read;
    /// Frames that were refused before the engine: a length that no frame has, or another number
    /// than the one to come.
    REFUSED: 0x103c, Read;
    /// Sessions whose stream broke: it cannot be known any more where a frame begins.
    SESSIONS_BROKEN: 0x1040, Read;
    /// Sessions that ended within a frame, whose bytes are dropped.
    FRAMES_CUT: 0x1044, Read;
    /// Segments for sessions that the card does not have.
    SEGMENTS_UNKNOWN: 0x1048, Read;
    /// Bytes that came a second time and were dropped.
    BYTES_REPEATED: 0x104c, Read;
    /// Segments that lay too far ahead and were dropped; TCP sends them again.
    SEGMENTS_AHEAD: 0x1050, Read;
    /// Descriptors that were refused.
    DESCRIPTORS_REFUSED: 0x1054, Read;
    /// Reads of the host's memory that ended without data.
    DMA_ERRORS: 0x1058, Read;
    /// Accesses to registers that were refused.
    REGISTER_ERRORS: 0x105c, Read;
    /// Times that the card had to wait for room in the ring of log records.
    C2H_WAITS: 0x1060, Read;
    /// Frames that are complete and wait for the engine.
    FRAMES_WAITING: 0x1064, Read;
    /// Completions of reads that nobody waits for, as of a ring that was set up again meanwhile;
    /// they are dropped.
    COMPLETIONS_DROPPED: 0x1068, Read;
}

const _: () = {
    let mut i = 0;
    while i < REGISTERS.len() {
        let offset = REGISTERS[i].offset;
        assert!(
            offset == SHELL_FIRST + 4 * i as u16 && (offset as u64) < BAR_BYTES,
            "the map has no holes"
        );
        i += 1;
    }
};

/// The counters of what went wrong: whoever closes a card looks at them once more.
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

/// The map as a table of the documentation.
pub fn table() -> String {
    table_of(REGISTERS)
}

/// What a descriptor asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Request {
    /// Row frames, one behind the other.
    Rows = 1,
    /// One message frame, as the TOE would hand it over; `session` says from where.
    Message = 2,
    /// A program image, for the bank that does not run.
    Program = 3,
    /// The bank with the program loaded last runs from the next message on.
    Swap = 4,
    /// The digest of table `session`, into `detail`.
    Digest = 5,
    /// One frame that the TOE of another card refused: it is put into the log and changes nothing.
    Refused = 6,
}

impl Request {
    /// The request with a code.
    pub fn from_code(code: u16) -> Option<Request> {
        use Request::*;
        [Rows, Message, Program, Swap, Digest, Refused]
            .into_iter()
            .find(|request| *request as u16 == code)
    }
}

macro_rules! states {
    ($($variant:ident = $code:literal, $text:literal;)*) => {
        /// What became of a descriptor.
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

            /// What it means.
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
    DmaError = 4, "the bytes could not be read: they lie outside the memory that the host has opened for the card, or the link failed";
    Row = 5, "a row was not taken; `detail` is the reason's code below bit 8, and from there on the row's number in the descriptor";
    Image = 6, "the image is not one that the card can run in the place of the running one";
    NoProgram = 7, "no program was loaded that could run, or there is no such table in it";
    Stale = 8, "the descriptor was not written anew since the card was through with it: the doorbell runs ahead of the descriptors";
}

/// What the host asks of the card, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Descriptor {
    /// Bus address of the bytes.
    pub address: u64,
    /// How many.
    pub length: u32,
    /// [`Request`].
    pub request: u16,
    /// The session of a message, the table of a digest.
    pub session: u16,
    /// [`DescriptorState`]; the host writes [`DescriptorState::Pending`].
    pub state: u32,
    /// Zero.
    pub reserved: u32,
    /// What the request answers.
    pub detail: u64,
}

/// Bytes of a descriptor.
pub const DESCRIPTOR_BYTES: usize = size_of::<Descriptor>();
/// First byte of the part of a descriptor that the card writes.
pub const DESCRIPTOR_WRITTEN: usize = std::mem::offset_of!(Descriptor, state);

/// What a log record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum LogKind {
    /// A message that the engine answered.
    Message = 1,
    /// A frame that was refused before the engine.
    Refused = 2,
    /// The bank changed.
    Swap = 3,
}

impl LogKind {
    /// The kind with a code.
    pub fn from_code(code: u8) -> Option<LogKind> {
        [LogKind::Message, LogKind::Refused, LogKind::Swap]
            .into_iter()
            .find(|kind| *kind as u8 == code)
    }
}

/// What [`LogRecord::rule`] holds where no rule was the cause.
pub const NO_RULE: u16 = u16::MAX;

/// One thing that the card did. Records are numbered from 1, without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct LogRecord {
    /// CRC-32 of everything behind it.
    pub checksum: u32,
    /// [`LogKind`].
    pub kind: u8,
    /// Code of the [`Reason`] for a reject, 0 for an accept.
    pub reason: u8,
    /// The failing rule, or [`NO_RULE`].
    pub rule: u16,
    /// The record's number.
    pub number: u64,
    /// The session that the frame came from.
    pub session: u16,
    /// Bytes of the frame.
    pub length: u16,
    /// Cycles from the frame's first beat in to the verdict's beat out; 0 where none are counted.
    pub verdict_cycles: u32,
    /// Cycles to the end of the commit.
    pub commit_cycles: u32,
    /// Zero.
    pub reserved: u32,
    /// The failing rules, the low half first.
    pub failing: [u64; 2],
    /// The frame; bytes behind it are zero.
    pub frame: [u8; FRAME_BYTES_MAX],
    /// Zero, up to a multiple of a beat.
    pub filling: [u8; 16],
}

/// Bytes of a log record.
pub const RECORD_BYTES: usize = size_of::<LogRecord>();

const _: () =
    assert!(RECORD_BYTES.is_multiple_of(64) && DESCRIPTOR_BYTES == 32 && DESCRIPTOR_WRITTEN == 16);

impl LogRecord {
    /// A record without a checksum. Of a frame that is too long the first bytes are kept.
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
        record.failing = [verdict.failing as u64, (verdict.failing >> 64) as u64];
        record
    }

    /// The record of a change of program in a log that is kept: its frame is the checksum of the
    /// image that runs from then on ([`crate::image::checksum`]), by which a run that goes on from
    /// the log knows the program.
    pub fn of_change(number: u64, checksum: u32) -> LogRecord {
        LogRecord::new(number, LogKind::Swap, 0, &checksum.to_le_bytes(), &Verdict::ACCEPT)
    }

    /// The checksum of the image that runs from this record on, if it is about a change of program
    /// and says to which.
    pub fn program(&self) -> Option<u32> {
        let is_change = self.kind == LogKind::Swap as u8;
        self.frame().try_into().ok().filter(|_| is_change).map(u32::from_le_bytes)
    }

    /// The record with its checksum.
    pub fn sealed(mut self) -> LogRecord {
        self.checksum = self.sum();
        self
    }

    /// The kind and the verdict, if the checksum is right and the record says something.
    pub fn read(&self) -> Option<(LogKind, Verdict)> {
        let kind = LogKind::from_code(self.kind).filter(|_| self.checksum == self.sum())?;
        let reason = match self.reason {
            0 => None,
            code => Some(Reason::from_code(code)?),
        };
        let rule = (self.rule != NO_RULE).then_some(RuleId(self.rule));
        let failing = u128::from(self.failing[0]) | u128::from(self.failing[1]) << 64;
        (usize::from(self.length) <= FRAME_BYTES_MAX)
            .then_some((kind, Verdict { reason, rule, failing }))
    }

    /// The frame.
    pub fn frame(&self) -> &[u8] {
        &self.frame[..usize::from(self.length).min(FRAME_BYTES_MAX)]
    }

    fn sum(&self) -> u32 {
        crc32fast::hash(&bytemuck::bytes_of(self)[size_of::<u32>()..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_what_was_put_in_and_a_bit_that_flips_is_seen() {
        let verdict = Verdict {
            reason: Some(Reason::False),
            rule: Some(RuleId(7)),
            failing: 1 << 100 | 1 << 7,
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
    fn a_change_of_program_says_to_which() {
        assert_eq!(LogRecord::of_change(1, 0xfeed_beef).program(), Some(0xfeed_beef));
        assert_eq!(LogRecord::new(1, LogKind::Swap, 0, &[], &Verdict::ACCEPT).program(), None);
        assert_eq!(
            LogRecord::new(1, LogKind::Message, 0, &[1; 4], &Verdict::ACCEPT).program(),
            None
        );
    }

    #[test]
    fn codes_stand_for_what_they_are_the_codes_of() {
        for code in 0..16 {
            assert!(Request::from_code(code).is_none_or(|request| request as u16 == code));
            assert!(
                DescriptorState::from_code(code.into())
                    .is_none_or(|state| state as u32 == u32::from(code))
            );
        }
    }

    #[test]
    fn the_documentation_has_the_map() {
        let page = include_str!("../../docs/src/testbed.md");
        assert!(page.contains(&table()), "docs/src/testbed.md needs this table:\n{}", table());
    }
}
