// SPDX-License-Identifier: Apache-2.0

//! The registers of one message: values, truths, counters and reserved rows.
//!
//! Values and truths are arrays whose lengths are powers of two, so that a masked index needs no
//! bounds check. They are not cleared between messages: a validated program writes each register
//! before it reads it.

use super::indices::WideIndex;
use super::indices::{CONSTANTS, ENTRIES, PAIRS, TRUTHS, TruthIndex, VALUES, ValueIndex};
use super::key::Key;
use super::logic::Logic;
use super::micro::KeyIndices;
use super::scan::Scans;
use crate::machine::WIDES;
use crate::modes::Modes;
use crate::program::Entry;
use crate::rule::Mode;
use crate::schema::RuleId;
use crate::value::{Tag, Truth, Value};
use crate::verdict::{Reason, Verdict};
use crate::wide::WideValue;

/// A row that a message reserved.
#[derive(Clone, Copy, Debug)]
pub struct Reserved {
    /// Its table.
    pub table: u8,
    /// Its handle.
    pub handle: Value,
}

/// The registers of one message.
pub struct Registers {
    /// The bits of the values. The tags are a separate array: a tag in a word with padding is
    /// stored as a byte and loaded as a word, and the processor then waits for the store.
    bits: [i64; VALUES],
    tags: [Tag; VALUES],
    truths: [Truth; TRUTHS],
    wides: [WideValue; WIDES],
    counters: Vec<u32>,
    reserved: Vec<Reserved>,
    /// The groups of lists to which the message adds a row, once for each row.
    members: Vec<(u8, Key)>,
    /// The scans, and the registers of their row programs.
    scans: Option<(Box<Scans>, Box<Registers>)>,
    /// The rule that the verdict names, if the effects of a reject run.
    named: Option<RuleId>,
    /// A combination of the words that prefetches have read. It is never read; without it the
    /// compiler would remove prefetches.
    prefetched: u64,
}

impl Registers {
    /// Registers with these constants, for transactions with at most `counters_max` counters,
    /// `reserves_max` reserves and `rooms_max` checks for room in lists.
    pub fn new(
        constants: &[Value],
        counters_max: usize,
        reserves_max: usize,
        rooms_max: usize,
    ) -> Box<Registers> {
        let mut registers = Box::new(Registers {
            bits: [0; VALUES],
            tags: [Tag::Null; VALUES],
            truths: [Truth::True; TRUTHS],
            wides: [WideValue::NULL; WIDES],
            counters: vec![0; counters_max],
            reserved: Vec::with_capacity(reserves_max),
            members: Vec::with_capacity(rooms_max),
            scans: None,
            named: None,
            prefetched: 0,
        });
        for (place, constant) in (CONSTANTS..).zip(constants) {
            registers.set(place, *constant);
        }
        registers
    }

    /// Starts a message that uses this number of counters.
    #[inline(always)]
    pub fn begin(&mut self, counters: usize) {
        self.reserved.clear();
        self.members.clear();
        for counter in self.counters.iter_mut().take(counters) {
            *counter = 0;
        }
    }

    /// Starts the effects of a reject by a rule, from the state before the message.
    pub fn begin_effects(&mut self, counters: usize, named: RuleId) {
        self.begin(counters);
        self.named = Some(named);
    }

    /// The rule that the verdict names, in the effects of a reject.
    #[inline(always)]
    pub fn named(&self) -> Option<RuleId> {
        self.named
    }

    /// The reason of the first of these entries that is not true, if there is one; `first` is the
    /// number of the first entry.
    pub fn forbidden(&self, first: usize, entries: &[Entry]) -> Option<Reason> {
        let outcomes = &self.truths[usize::from(ENTRIES) + first..];
        let mut entries = entries.iter().zip(outcomes);
        entries.find_map(|(entry, outcome)| entry.reject(*outcome)).map(|(_, reason)| reason)
    }

    /// Sets a value.
    #[inline(always)]
    pub fn set(&mut self, index: ValueIndex, value: Value) {
        self.bits[usize::from(index) % VALUES] = value.bits;
        self.tags[usize::from(index) % VALUES] = value.tag;
    }

    /// Returns a value.
    #[inline(always)]
    pub fn value(&self, index: ValueIndex) -> Value {
        let index = usize::from(index) % VALUES;
        Value { bits: self.bits[index], tag: self.tags[index] }
    }

    /// Sets a wide value.
    #[inline(always)]
    pub fn set_wide(&mut self, index: WideIndex, value: WideValue) {
        self.wides[usize::from(index) % WIDES] = value;
    }

    /// Returns a wide value.
    #[inline(always)]
    pub fn wide(&self, index: WideIndex) -> WideValue {
        self.wides[usize::from(index) % WIDES]
    }

    /// Sets a truth.
    #[inline(always)]
    pub fn set_truth(&mut self, index: TruthIndex, truth: Truth) {
        self.truths[usize::from(index) % TRUTHS] = truth;
    }

    /// Returns a truth.
    #[inline(always)]
    pub fn truth(&self, index: TruthIndex) -> Truth {
        self.truths[usize::from(index) % TRUTHS]
    }

    /// Returns whether a truth is true.
    #[inline(always)]
    pub fn is_true(&self, index: TruthIndex) -> bool {
        self.truth(index) == Truth::True
    }

    /// Sets a truth to `holds when guard`.
    #[inline(always)]
    pub fn set_guarded(&mut self, dst: TruthIndex, holds: Truth, guard: TruthIndex) {
        let guard = self.truth(guard);
        self.set_truth(dst, Logic::WHEN.apply(holds, guard));
    }

    /// The counter with an index.
    #[inline(always)]
    pub fn counter(&mut self, index: u16) -> Option<&mut u32> {
        self.counters.get_mut(usize::from(index))
    }

    /// Adds a reserved row.
    #[inline(always)]
    pub fn reserve(&mut self, row: Reserved) {
        // The capacity is that of the transaction with the most reserves, so that this never grows.
        self.reserved.push(row);
    }

    /// The rows that the message reserved, in order.
    pub fn reserved(&self) -> &[Reserved] {
        &self.reserved
    }

    /// The number of rows that the message adds to a group of a list so far.
    pub fn members_added(&self, table: u8, key: &Key) -> u32 {
        let same = |(other, of): &&(u8, Key)| *other == table && of.words() == key.words();
        self.members.iter().filter(same).count() as u32
    }

    /// Notes that the message adds a row to a group of a list.
    pub fn add_member(&mut self, table: u8, key: Key) {
        // The capacity is that of the transaction with the most such checks.
        self.members.push((table, key));
    }

    /// Takes the scans out of the registers, to run one of them, and the registers of their row
    /// programs.
    pub fn take_scans(&mut self) -> Option<(Box<Scans>, Box<Registers>)> {
        self.scans.take()
    }

    /// Puts the scans into the registers, with the registers of their row programs.
    pub fn set_scans(&mut self, scans: Box<Scans>, rows: Box<Registers>) {
        self.scans = Some((scans, rows));
    }

    /// The value of an accumulator of a scan.
    pub fn scan_result(&self, scan: ValueIndex, accumulator: u8, place: u8) -> WideValue {
        let number = self.value(scan).bits as u16;
        let scans = self.scans.as_ref();
        scans.map_or(WideValue::NULL, |(scans, _)| scans.result(number, accumulator, place))
    }

    /// The rows that an accumulator of a scan took, or their distinct values.
    pub fn scan_taken(&self, scan: ValueIndex, accumulator: u8) -> u64 {
        let number = self.value(scan).bits as u16;
        self.scans.as_ref().map_or(0, |(scans, _)| scans.taken(number, accumulator))
    }

    /// The texts that are written to the rows that a scan selected.
    pub fn texts_of_scan(&self, scan: ValueIndex) -> impl Iterator<Item = Value> {
        let number = self.value(scan).bits as u16;
        self.scans.iter().flat_map(move |(scans, _)| scans.texts(number))
    }

    /// Whether no row that was pushed out is one that a scan asked for.
    pub fn is_scan_sound(&self, scan: ValueIndex) -> Truth {
        let number = self.value(scan).bits as u16;
        self.scans.as_ref().map_or(Truth::True, |(scans, _)| scans.is_sound(number))
    }

    /// Records a word that a prefetch has read.
    #[inline(always)]
    pub fn note_prefetched(&mut self, word: u64) {
        self.prefetched ^= word;
    }

    /// The verdict of the entries.
    #[inline]
    pub fn verdict(&self, entries: &[Entry], modes: &Modes) -> Verdict {
        let outcomes = &self.truths[usize::from(ENTRIES)..][..entries.len()];
        // Without a branch for each entry: usually all of them are true.
        let differing =
            outcomes.iter().fold(0, |seen, outcome| seen | (*outcome as u8 ^ Truth::True as u8));
        if differing == 0 {
            return Verdict::ACCEPT;
        }
        let mut verdict = Verdict::ACCEPT;
        // The rules of the message so far.
        let mut rules = 0_usize;
        for (entry, outcome) in entries.iter().zip(outcomes) {
            rules += usize::from(matches!(entry, Entry::Rule(_)));
            match entry.reject(*outcome) {
                Some((Some(rule), reason)) => {
                    let mode = modes.get(rule).unwrap_or(Mode::Block);
                    verdict.add_rule(rules.saturating_sub(1), rule, reason, mode);
                }
                Some((None, reason)) => verdict.add_check(reason),
                None => {}
            }
        }
        verdict
    }

    /// The key of a lookup; the error is the tag of the result if there is nothing to look up.
    #[inline(always)]
    pub fn key(&self, indices: &KeyIndices, guard: TruthIndex) -> Result<Key, Tag> {
        let mut tag = Tag::Value;
        let mut key = Key::default();
        for operand in indices.operands.iter().take(indices.len.into()) {
            if *operand >= PAIRS {
                let pair = self.wide((*operand - PAIRS) as WideIndex);
                tag = tag.max(pair.tag);
                pair.columns().iter().for_each(|column| key.push(column.bits));
                continue;
            }
            let value = self.value(*operand);
            tag = tag.max(value.tag);
            key.push(value.bits);
        }
        self.combine(tag, guard).map(|()| key)
    }

    /// The bits of a key without pairs, regardless of their tags.
    #[inline(always)]
    pub fn key_bits(&self, indices: &KeyIndices) -> Key {
        let mut key = Key::default();
        for column in indices.operands.iter().take(indices.len.into()) {
            key.push(self.value(*column).bits);
        }
        key
    }

    /// The key of a lookup with one column, see [`Registers::key`].
    #[inline(always)]
    pub fn key_one(&self, column: ValueIndex, guard: TruthIndex) -> Result<Key, Tag> {
        let value = self.value(column);
        self.combine(value.tag, guard).map(|()| Key::one(value.bits))
    }

    /// An error of the key or the guard is the result; otherwise a guard that is not true, or a
    /// NULL in the key, gives NULL.
    #[inline(always)]
    fn combine(&self, tag: Tag, guard: TruthIndex) -> Result<(), Tag> {
        match tag.max(tag_of(self.truth(guard))) {
            Tag::Value => Ok(()),
            tag @ (Tag::Null | Tag::Overflow | Tag::DivisionByZero) => Err(tag),
        }
    }
}

/// The tag that a guard gives to the result of a lookup or a reserve; [`Tag::Value`] if it is true.
#[inline(always)]
pub fn tag_of(guard: Truth) -> Tag {
    match guard {
        Truth::True => Tag::Value,
        Truth::False | Truth::Null => Tag::Null,
        Truth::Overflow => Tag::Overflow,
        Truth::DivisionByZero => Tag::DivisionByZero,
    }
}
