// SPDX-License-Identifier: Apache-2.0

//! Runs micro-operations: one loop, one dense match, no way to leave early.
//!
//! The registers are two arrays whose lengths are powers of two, so that an index that is masked is
//! in range and costs no check. Nothing is cleared between messages: whatever an operation reads
//! was written by one before it, which the validator saw to.

use super::arithmetic::{add, div, mul, mul_div_round, sub};
use super::decode::{TRUTHS, VALUES};
use super::logic::Logic;
use super::micro::{CONSTANTS, ENTRIES, KeyIndices, Micro, TruthIndex, ValueIndex};
use super::table::{Key, LevelPlace, Table};
use crate::machine::{LEVELS_MAX, LEVELS_PER_GROUP_MAX};
use crate::program::Entry;
use crate::value::{Tag, Truth, Value};
use crate::verdict::{Reason, Verdict};

/// A row that a message reserved.
#[derive(Clone, Copy, Debug)]
pub struct Reserved {
    /// Its table.
    pub table: u8,
    /// Its handle.
    pub handle: Value,
}

/// Everything that lives as long as a message: values, truths, counters and reserved rows.
pub struct Registers {
    /// The bits of the values. Their tags are an array of their own: a tag that lies in a word with
    /// padding is stored as a byte and loaded as a word, for which the processor has to wait until
    /// the store is done.
    bits: [i64; VALUES],
    tags: [Tag; VALUES],
    truths: [Truth; TRUTHS],
    counters: Vec<u32>,
    reserved: Vec<Reserved>,
    /// What touches have read. Nobody reads it; without it a touch would be no work and be left
    /// out.
    touched: u64,
}

impl Registers {
    /// Registers with these constants, for transactions of at most so many counters and reserves.
    pub fn new(constants: &[Value], counters_max: usize, reserves_max: usize) -> Box<Registers> {
        let mut registers = Box::new(Registers {
            bits: [0; VALUES],
            tags: [Tag::Null; VALUES],
            truths: [Truth::True; TRUTHS],
            counters: vec![0; counters_max],
            reserved: Vec::with_capacity(reserves_max),
            touched: 0,
        });
        for (place, constant) in (CONSTANTS..).zip(constants) {
            registers.set(place, *constant);
        }
        registers
    }

    /// Begins a message that uses so many counters.
    #[inline(always)]
    pub fn begin(&mut self, counters: usize) {
        self.reserved.clear();
        for counter in self.counters.iter_mut().take(counters) {
            *counter = 0;
        }
    }

    /// Sets a value.
    #[inline(always)]
    pub fn set(&mut self, index: ValueIndex, value: Value) {
        self.bits[usize::from(index) % VALUES] = value.bits;
        self.tags[usize::from(index) % VALUES] = value.tag;
    }

    /// The rows that the message reserved, in order.
    pub fn reserved(&self) -> &[Reserved] {
        &self.reserved
    }

    #[inline(always)]
    fn value(&self, index: ValueIndex) -> Value {
        let index = usize::from(index) % VALUES;
        Value { bits: self.bits[index], tag: self.tags[index] }
    }

    #[inline(always)]
    fn truth(&self, index: TruthIndex) -> Truth {
        self.truths[usize::from(index) % TRUTHS]
    }

    #[inline(always)]
    fn set_truth(&mut self, index: TruthIndex, truth: Truth) {
        self.truths[usize::from(index) % TRUTHS] = truth;
    }

    #[inline(always)]
    fn guarded(&mut self, dst: TruthIndex, holds: Truth, guard: TruthIndex) {
        let guard = self.truth(guard);
        self.set_truth(dst, Logic::WHEN.apply(holds, guard));
    }

    #[inline(always)]
    fn is_true(&self, index: TruthIndex) -> bool {
        self.truth(index) == Truth::True
    }

    /// The verdict that the entries give.
    #[inline]
    pub fn verdict(&self, entries: &[Entry]) -> Verdict {
        let outcomes = &self.truths[usize::from(ENTRIES)..][..entries.len()];
        // No branch an entry: the usual answer is that there is nothing to look at.
        let differing =
            outcomes.iter().fold(0, |seen, outcome| seen | (*outcome as u8 ^ Truth::True as u8));
        if differing == 0 {
            return Verdict::ACCEPT;
        }
        let mut verdict = Verdict::ACCEPT;
        for (entry, outcome) in entries.iter().zip(outcomes) {
            let (rule, otherwise) = match *entry {
                Entry::Rule(rule) => (Some(rule), Reason::False),
                Entry::Check(reason) => (None, reason),
            };
            let Some(reason) = Reason::of(*outcome, otherwise) else {
                continue;
            };
            if let Some(rule) = rule {
                verdict.failing |= 1_u128.checked_shl(rule.0.into()).unwrap_or(0);
            }
            if verdict.reason.is_none() {
                (verdict.reason, verdict.rule) = (Some(reason), rule);
            }
        }
        verdict
    }

    /// The key that a look-up asks for, or the tag of its result where there is none to ask for.
    #[inline(always)]
    fn key(&self, indices: &KeyIndices, guard: TruthIndex) -> Result<Key, Tag> {
        let mut tag = Tag::Value;
        let mut key = Key::default();
        for column in indices.columns.iter().take(indices.len.into()) {
            let value = self.value(*column);
            tag = tag.max(value.tag);
            key.push(value.bits);
        }
        self.combine(tag, guard).map(|()| key)
    }

    /// The bits of a key, whatever their tags.
    #[inline(always)]
    fn key_bits(&self, indices: &KeyIndices) -> Key {
        let mut key = Key::default();
        for column in indices.columns.iter().take(indices.len.into()) {
            key.push(self.value(*column).bits);
        }
        key
    }

    #[inline(always)]
    fn key_one(&self, column: ValueIndex, guard: TruthIndex) -> Result<Key, Tag> {
        let value = self.value(column);
        self.combine(value.tag, guard).map(|()| Key::one(value.bits))
    }

    /// An error of the key or of the guard is the result, then a guard that is not true or a NULL
    /// in the key NULL.
    #[inline(always)]
    fn combine(&self, tag: Tag, guard: TruthIndex) -> Result<(), Tag> {
        match tag.max(tag_of(self.truth(guard))) {
            Tag::Value => Ok(()),
            tag => Err(tag),
        }
    }
}

/// The tag that a look-up or a reserve has by its guard: none but that of a value where it is true.
#[inline(always)]
fn tag_of(guard: Truth) -> Tag {
    match guard {
        Truth::True => Tag::Value,
        Truth::False | Truth::Null => Tag::Null,
        Truth::Overflow => Tag::Overflow,
        Truth::DivisionByZero => Tag::DivisionByZero,
    }
}

/// Runs micro-operations over registers and tables.
pub fn run(operations: &[Micro], r: &mut Registers, tables: &mut [Table]) {
    for operation in operations {
        step(operation, r, tables);
    }
}

#[inline(always)]
fn step(operation: &Micro, r: &mut Registers, tables: &mut [Table]) {
    match *operation {
        Micro::Add { dst, a, b, unused } => r.set(dst, add(r.value(a), r.value(b), unused)),
        Micro::Sub { dst, a, b, unused } => r.set(dst, sub(r.value(a), r.value(b), unused)),
        Micro::Mul { dst, a, b, unused } => r.set(dst, mul(r.value(a), r.value(b), unused)),
        Micro::Range { dst, a, low, high } => {
            let (low, high) = (r.value(low).bits, r.value(high).bits);
            r.set(dst, r.value(a).range(low, high));
        }
        Micro::Select { dst, condition, yes, no } => {
            let condition = r.truth(condition);
            // Which of two places to read is an addition, not a branch.
            let place = if condition == Truth::True { yes } else { no };
            let value = match condition {
                Truth::Overflow => Value::OVERFLOW,
                Truth::DivisionByZero => Value::DIVISION_BY_ZERO,
                Truth::True | Truth::False | Truth::Null => r.value(place),
            };
            r.set(dst, value);
        }
        Micro::Coalesce { dst, a, b } => r.set(dst, r.value(a).coalesce(r.value(b))),
        Micro::Truth { dst, a } => r.set(dst, r.truth(a).to_value()),
        Micro::Eq { dst, a, b, guard } => {
            r.guarded(dst, r.value(a).compare(r.value(b), |a, b| a == b), guard);
        }
        Micro::Ne { dst, a, b, guard } => {
            r.guarded(dst, r.value(a).compare(r.value(b), |a, b| a != b), guard);
        }
        Micro::Lt { dst, a, b, guard } => {
            r.guarded(dst, r.value(a).compare(r.value(b), |a, b| a < b), guard);
        }
        Micro::Le { dst, a, b, guard } => {
            r.guarded(dst, r.value(a).compare(r.value(b), |a, b| a <= b), guard);
        }
        Micro::IsNull { dst, a, guard } => r.guarded(dst, r.value(a).is_null(), guard),
        Micro::NotNull { dst, a, guard } => r.guarded(dst, r.value(a).is_null().not(), guard),
        Micro::Clean { dst, a, guard } => r.guarded(dst, r.value(a).is_clean(), guard),
        Micro::Logic { dst, a, b, how } => r.set_truth(dst, how.apply(r.truth(a), r.truth(b))),
        Micro::Div { dst, a, b, unused } => r.set(dst, div(r.value(a), r.value(b), unused)),
        Micro::Rem { dst, a, b } => r.set(dst, r.value(a).rem(r.value(b))),
        Micro::MulDiv { dst, a, b, scale } => {
            r.set(dst, mul_div_round(r.value(a), r.value(scale), r.value(b)));
        }
        Micro::Touch { key } => {
            let table = table_of(tables, key.table);
            r.touched ^= table.touch(&r.key_bits(&key));
        }
        Micro::LookupOne { dst, table, key, guard } => {
            let key = r.key_one(key, guard);
            r.set(dst, look_up(table_of(tables, table), key));
        }
        Micro::Lookup { dst, key, guard } => {
            let table = table_of(tables, key.table);
            r.set(dst, look_up(table, r.key(&key, guard)));
        }
        Micro::FetchData { dst, table, row, word, column } => {
            r.set(dst, table_of(tables, table).data(r.value(row), word, column));
        }
        Micro::FetchCount { dst, table, row, word } => {
            r.set(dst, table_of(tables, table).count(r.value(row), word));
        }
        Micro::FetchSum { dst, table, row, word } => {
            r.set(dst, table_of(tables, table).sum(r.value(row), word));
        }
        Micro::FetchBest { dst, table, row, word } => {
            r.set(dst, table_of(tables, table).best(r.value(row), word));
        }
        Micro::Reserve { dst, table, when, entry, counter } => {
            reserve(r, table_of(tables, table), Reserve { dst, table, when, entry, counter });
        }
        Micro::Level { entry, table, when, row, value, counter, word, pool } => {
            let at = Level { when, row, value, counter, word, pool };
            let outcome = level(r, table_of(tables, table), at);
            r.set_truth(entry, outcome);
        }
        Micro::InsertOne { row, table, key, guard } => {
            if let Ok(key) = r.key_one(key, guard) {
                table_of(tables, table).insert(r.value(row), &key);
            }
        }
        Micro::Insert { row, key, guard } => {
            if let Ok(words) = r.key(&key, guard) {
                table_of(tables, key.table).insert(r.value(row), &words);
            }
        }
        Micro::Write { table, row, word, column, value, guard } => {
            if r.is_true(guard) {
                table_of(tables, table).write(r.value(row), word, column, r.value(value));
            }
        }
        Micro::Delete { table, row, guard } => {
            if r.is_true(guard) {
                table_of(tables, table).delete(r.value(row));
            }
        }
        Micro::Find { dst, key, guard } => {
            let words = r.key(&key, guard).ok();
            r.set(dst, words.map_or(Value::NULL, |words| table_of(tables, key.table).find(&words)));
        }
        Micro::Open { dst, key, guard } => {
            let words = r.key(&key, guard).ok();
            r.set(dst, words.map_or(Value::NULL, |words| table_of(tables, key.table).open(&words)));
        }
        Micro::Close { table, row } => table_of(tables, table).close(r.value(row)),
        Micro::FoldCount { table, row, word, value, remove } => {
            if r.value(value).tag == Tag::Value {
                table_of(tables, table).fold_count(r.value(row), word, remove);
            }
        }
        Micro::FoldSum { table, row, word, value, remove } => {
            if let Some(bits) = r.value(value).get() {
                table_of(tables, table).fold_sum(r.value(row), word, bits, remove);
            }
        }
        Micro::FoldLevel { table, row, place, value, remove } => {
            fold_level(r, table_of(tables, table), row, place, value, remove);
        }
    }
}

/// The table of an operation: the decoder left out those that name a table there is not.
#[inline(always)]
fn table_of(tables: &mut [Table], table: u8) -> &mut Table {
    &mut tables[usize::from(table)]
}

#[inline(always)]
fn look_up(table: &Table, key: Result<Key, Tag>) -> Value {
    match key {
        Ok(key) => table.find(&key),
        Err(tag) => Value::tagged(tag),
    }
}

#[inline(never)]
fn fold_level(
    r: &Registers,
    table: &mut Table,
    row: ValueIndex,
    place: LevelPlace,
    value: ValueIndex,
    remove: bool,
) {
    if let Some(bits) = r.value(value).get() {
        table.fold_level(r.value(row), place, bits, remove);
    }
}

struct Reserve {
    dst: ValueIndex,
    table: u8,
    when: TruthIndex,
    entry: TruthIndex,
    counter: u16,
}

#[inline]
fn reserve(r: &mut Registers, table: &Table, at: Reserve) {
    let when = r.truth(at.when);
    if when != Truth::True {
        r.set(at.dst, Value::tagged(tag_of(when)));
        // An error is the entry's outcome, anything else asks for nothing.
        r.set_truth(at.entry, Truth::True);
        if matches!(when, Truth::Overflow | Truth::DivisionByZero) {
            r.set_truth(at.entry, when);
        }
        return;
    }
    let Some(counter) = r.counters.get_mut(usize::from(at.counter)) else {
        return;
    };
    let handle = table.free_row(*counter);
    *counter += u32::from(handle.is_some());
    r.set(at.dst, handle.unwrap_or(Value::NULL));
    r.set_truth(at.entry, Truth::from(handle.is_some()));
    if let Some(handle) = handle {
        // Every reserve of a transaction has room from the start, so that this never grows.
        r.reserved.push(Reserved { table: at.table, handle });
    }
}

struct Level {
    when: TruthIndex,
    row: ValueIndex,
    value: ValueIndex,
    counter: u16,
    word: u8,
    pool: u8,
}

#[inline(never)]
fn level(r: &mut Registers, table: &Table, at: Level) -> Truth {
    let when = r.truth(at.when);
    let (row, value) = (r.value(at.row), r.value(at.value));
    if matches!(when, Truth::False | Truth::Null) {
        return Truth::True;
    }
    match tag_of(when).max(row.tag).max(value.tag) {
        Tag::Overflow => return Truth::Overflow,
        Tag::DivisionByZero => return Truth::DivisionByZero,
        Tag::Value | Tag::Null => {}
    }
    let Some(bits) = value.get() else {
        return Truth::True;
    };
    let (group, pool) = (table.group(row, at.word), table.pool(at.pool));
    if pool.contains(group, bits) {
        return Truth::True;
    }
    let Some(added) = r.counters.get_mut(usize::from(at.counter)) else {
        return Truth::False;
    };
    let room = group.levels() + *added < LEVELS_PER_GROUP_MAX && pool.used() + *added < LEVELS_MAX;
    *added += u32::from(room);
    Truth::from(room)
}
