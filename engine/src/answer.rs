// SPDX-License-Identifier: Apache-2.0

//! The beat of an answer: the layout in which the hardware sends a verdict, and how the host reads
//! it.
//!
//! ```text
//!  511 384 383 256 255 128 127  98  97..95    94..87     86      85    84    83..81
//! +-------+-------+-------+-------+---------+-------+---------+------+------+---------+ - -
//! |   0   |warning|failing|   0   | outcome | entry | settled | bank | full | outcome |
//! +-------+-------+-------+-------+---------+-------+---------+------+------+---------+ - -
//!                                 \_____ of the effects _____/
//!
//!        80..73     72       71    70..64 63..48  47..32    31..0
//!    - -+-------+-----------+--------+------+-----+---------+----------+
//!       | entry | malformed | accept | kind |  0  | session | sequence |
//!    - -+-------+-----------+--------+------+-----+---------+----------+
//! ```
//! The hardware reports entries of the verdict tree; the program maps an entry to its rule or
//! check. During a takeover the host cannot know which of the two programs decided a frame, so the
//! answer states the program bank.
//!
//! Every frame has one answer. It leaves after the verdict, or after the effects of the reject are
//! settled if there are any ([`Transaction::answer_cycles`](crate::program::Transaction)).

use crate::program::{Entry, Program, Transaction};
use crate::value::Truth;
use crate::verdict::{Reason, Verdict};

/// First bit of the session.
pub const SESSION: usize = 32;
/// First bit of the frame's kind.
pub const KIND: usize = 64;
/// The bit that is set if the message is accepted.
pub const ACCEPT: usize = 71;
/// The bit that is set if the frame did not parse.
pub const MALFORMED: usize = 72;
/// First bit of the lowest entry that is not true.
pub const ENTRY: usize = 73;
/// First bit of the outcome of that entry, a [`Truth`].
pub const OUTCOME: usize = 81;
/// The bit that is set if the dictionary has no room for the new texts of the frame.
pub const DICTIONARY_FULL: usize = 84;
/// The program bank of the program that answered the frame.
pub const BANK: usize = 85;
/// The bit that is set if the effects of the reject are settled.
pub const EFFECTS: usize = 86;
/// First bit of the lowest entry of the effects that is not true.
pub const EFFECT_ENTRY: usize = 87;
/// First bit of the outcome of that entry, a [`Truth`]: true if there is none.
pub const EFFECT_OUTCOME: usize = 95;
/// First bit of the map of the entries that are not true and block, among the first 128.
pub const FAILING: usize = 128;
/// First bit of the map of the entries that are not true and warn, among the first 128.
pub const WARNING: usize = 256;

/// The content of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The verdict.
    pub verdict: Verdict,
    /// The session of the frame.
    pub session: u16,
    /// The frame's sequence number.
    pub sequence: u32,
}

/// The program bank of the program that answered; it defines the meaning of the beat.
pub fn bank(beat: &[u64; 8]) -> usize {
    (beat[BANK / 64] >> (BANK % 64) & 1) as usize
}

/// Reads a beat, whose lowest word comes first. None if the program has no such entry, or if the
/// outcome is not a reject.
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
    let transaction = program.transactions.get(bits(KIND, 7) as usize)?;
    let entries = &transaction.entries;
    // The entries begin with the rules of the message, whose bits are those of the verdict.
    let rules = entries.iter().take_while(|entry| matches!(entry, Entry::Rule(_))).count();
    let of_rules = u128::MAX.checked_shl(rules as u32).map_or(u128::MAX, |above| !above);
    let map = |low: usize| u128::from(beat[low / 64]) | u128::from(beat[low / 64 + 1]) << 64;
    let accept = Verdict { warnings: map(WARNING) & of_rules, ..Verdict::ACCEPT };
    if bits(ACCEPT, 1) == 1 {
        return Some(answered(accept));
    }
    let entry = *entries.get(bits(ENTRY, 8) as usize)?;
    let outcome = *Truth::ALL.get(bits(OUTCOME, 3) as usize)?;
    let (rule, reason) = entry.reject(outcome)?;
    let failing = map(FAILING) & of_rules;
    let effects = match bits(EFFECTS, 1) {
        0 => None,
        _ => {
            let outcome = *Truth::ALL.get(bits(EFFECT_OUTCOME, 3) as usize)?;
            refusal(transaction, bits(EFFECT_ENTRY, 8) as usize, outcome)?
        }
    };
    Some(answered(Verdict { reason: Some(reason), rule, failing, effects, ..accept }))
}

/// The reason why the effects of a reject are not done, by the entry that forbids them: none if its
/// outcome is true. The outer None says that there is no such entry.
fn refusal(transaction: &Transaction, entry: usize, outcome: Truth) -> Option<Option<Reason>> {
    if outcome == Truth::True {
        return Some(None);
    }
    let entry = transaction.effects.get(entry.checked_sub(transaction.entries.len())?)?;
    entry.reject(outcome).map(|(_, reason)| Some(reason))
}
