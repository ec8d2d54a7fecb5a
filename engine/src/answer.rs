// SPDX-License-Identifier: Apache-2.0

//! The beat of an answer: the layout in which the hardware sends a verdict, and how the host reads
//! it.
//!
//! ```text
//!  511     256 255            128     85    84    83..81   80..73    72      71     70..64   47..32   31..0
//! +-----------+------------------+---+------+------+---------+-------+---------+------+--------+--------+----------+
//! |     0     | entries that fail| 0 | bank | full | outcome | entry |malformed|accept|  kind  | session| sequence |
//! +-----------+------------------+---+------+------+---------+-------+---------+------+--------+--------+----------+
//! ```
//! The hardware knows entries of the verdict tree; which rule or check an entry stands for, the
//! program says. While one program takes over from another nobody outside knows to the frame which
//! of the two decided: the answer says it, by its bank.

use crate::program::{Entry, Program};
use crate::value::Truth;
use crate::verdict::{Reason, Verdict};

/// First bit of the session.
pub const SESSION: usize = 32;
/// First bit of the frame's kind.
pub const KIND: usize = 64;
/// The bit that says accept.
pub const ACCEPT: usize = 71;
/// The bit that says that the frame did not parse.
pub const MALFORMED: usize = 72;
/// First bit of the lowest entry that is not true.
pub const ENTRY: usize = 73;
/// First bit of what that entry is instead.
pub const OUTCOME: usize = 81;
/// The bit that says that the dictionary has no room for the frame's texts.
pub const DICTIONARY_FULL: usize = 84;
/// The bit that says in which bank the program stands that the frame was judged by.
pub const BANK: usize = 85;
/// First bit of the map of entries that are not true, of the first 128.
pub const FAILING: usize = 128;

/// What an answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The verdict.
    pub verdict: Verdict,
    /// The session that the frame came from.
    pub session: u16,
    /// The frame's sequence number.
    pub sequence: u32,
}

/// The bank of the program by which a beat is to be read.
pub fn bank(beat: &[u64; 8]) -> usize {
    (beat[BANK / 64] >> (BANK % 64) & 1) as usize
}

/// Reads a beat, its lowest word first. None if it names an entry or an outcome that the program
/// does not have.
pub fn read(program: &Program, beat: &[u64; 8]) -> Option<Answered> {
    let bits = |low: usize, width: usize| beat[low / 64] >> (low % 64) & ((1 << width) - 1);
    let answered = |verdict| Answered {
        verdict,
        session: bits(SESSION, 16) as u16,
        sequence: bits(0, 32) as u32,
    };
    if bits(MALFORMED, 1) == 1 {
        return Some(answered(Verdict::refused(Reason::Malformed)));
    }
    if bits(DICTIONARY_FULL, 1) == 1 {
        return Some(answered(Verdict::refused(Reason::DictionaryFull)));
    }
    if bits(ACCEPT, 1) == 1 {
        return Some(answered(Verdict::ACCEPT));
    }
    let entries = &program.transactions.get(bits(KIND, 7) as usize)?.entries;
    let (rule, otherwise) = match *entries.get(bits(ENTRY, 8) as usize)? {
        Entry::Rule(rule) => (Some(rule), Reason::False),
        Entry::Check(reason) => (None, reason),
    };
    let outcome = *Truth::ALL.get(bits(OUTCOME, 3) as usize)?;
    let map = u128::from(beat[FAILING / 64]) | u128::from(beat[FAILING / 64 + 1]) << 64;
    let failing =
        entries.iter().take(128).enumerate().fold(0, |failing, (index, entry)| match entry {
            Entry::Rule(rule) if map >> index & 1 == 1 => failing | 1 << rule.0,
            _ => failing,
        });
    Some(answered(Verdict { reason: Some(Reason::of(outcome, otherwise)?), rule, failing }))
}
