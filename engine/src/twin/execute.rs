// SPDX-License-Identifier: Apache-2.0

//! Runs micro-operations: one loop, one dense match, no early exit.

use super::arithmetic::{
    add, add_saturating, div, mul, mul_div_round, mul_saturating, sub, sub_saturating,
};
use super::dictionary::Dictionary;
use super::indices::{TruthIndex, ValueIndex};
use super::key::Key;
use super::micro::{Fetch, Fold, KeyIndices, Level, Micro, Reserve, Write};
use super::registers::{Registers, Reserved, tag_of};
use super::shape::LevelPlace;
use super::table::Table;
use super::{scan_execute, texts, wide_execute};
use crate::machine::{LEVELS_MAX, LEVELS_PER_GROUP_MAX};
use crate::schema::RuleId;
use crate::value::{Tag, Truth, Value};

/// Runs micro-operations over registers, tables and texts.
pub fn run(operations: &[Micro], r: &mut Registers, tables: &mut [Table], texts: &mut Dictionary) {
    for operation in operations {
        step(operation, r, tables, texts);
    }
}

#[inline(always)]
fn step(operation: &Micro, r: &mut Registers, t: &mut [Table], texts: &mut Dictionary) {
    match *operation {
        Micro::Add { dst, a, b, unused } => r.set(dst, add(r.value(a), r.value(b), unused)),
        Micro::Sub { dst, a, b, unused } => r.set(dst, sub(r.value(a), r.value(b), unused)),
        Micro::Mul { dst, a, b, unused } => r.set(dst, mul(r.value(a), r.value(b), unused)),
        Micro::AddSaturating { dst, a, b } => r.set(dst, add_saturating(r.value(a), r.value(b))),
        Micro::SubSaturating { dst, a, b } => r.set(dst, sub_saturating(r.value(a), r.value(b))),
        Micro::MulSaturating { dst, a, b } => r.set(dst, mul_saturating(r.value(a), r.value(b))),
        Micro::Range { dst, a, low, high } => range(r, dst, a, low, high),
        Micro::Select { dst, condition, yes, no } => select(r, dst, condition, yes, no),
        Micro::Coalesce { dst, a, b } => r.set(dst, r.value(a).coalesce(r.value(b))),
        Micro::Truth { dst, a } => r.set(dst, r.truth(a).to_value()),
        Micro::Eq { dst, a, b, guard } => compare(r, dst, (a, b), guard, |a, b| a == b),
        Micro::Ne { dst, a, b, guard } => compare(r, dst, (a, b), guard, |a, b| a != b),
        Micro::Lt { dst, a, b, guard } => compare(r, dst, (a, b), guard, |a, b| a < b),
        Micro::Le { dst, a, b, guard } => compare(r, dst, (a, b), guard, |a, b| a <= b),
        Micro::IsNull { dst, a, guard } => r.set_guarded(dst, r.value(a).is_null(), guard),
        Micro::NotNull { dst, a, guard } => r.set_guarded(dst, r.value(a).is_null().not(), guard),
        Micro::Clean { dst, a, guard } => r.set_guarded(dst, r.value(a).is_clean(), guard),
        Micro::Logic { dst, a, b, how } => r.set_truth(dst, how.apply(r.truth(a), r.truth(b))),
        Micro::Div { dst, a, b, unused } => r.set(dst, div(r.value(a), r.value(b), unused)),
        Micro::Rem { dst, a, b } => r.set(dst, r.value(a).rem(r.value(b))),
        Micro::MulDiv { dst, a, b, scale } => {
            r.set(dst, mul_div_round(r.value(a), r.value(scale), r.value(b)));
        }
        Micro::Prefetch { key } => prefetch(r, table(t, key.table), &key),
        Micro::LookupOne { dst, table, key, guard } => look_up_one(r, t, table, dst, key, guard),
        Micro::Lookup { dst, key, guard } => look_up(r, t, dst, &key, guard),
        Micro::FetchData(at) => fetch(r, t, at, |table, row| table.data(row, at.word, at.column)),
        Micro::FetchCount(at) => fetch(r, t, at, |table, row| table.count(row, at.word)),
        Micro::FetchSum(at) => fetch(r, t, at, |table, row| table.sum(row, at.word)),
        Micro::FetchBest(at) => fetch(r, t, at, |table, row| table.best(row, at.word)),
        Micro::FetchDistinct(at) => fetch(r, t, at, |table, row| table.distinct(row, at.word)),
        Micro::Reserve(at) => reserve(r, table(t, at.table), at),
        Micro::Level(at) => level(r, table(t, at.table), at),
        Micro::InsertOne { row, table, key, guard } => insert_one(r, t, table, row, key, guard),
        Micro::Insert { row, key, guard } => insert(r, t, row, &key, guard),
        Micro::Write(at) => write(r, table(t, at.table), at),
        Micro::Delete { table, row, guard } => delete(r, t, table, row, guard),
        Micro::InsertTexts { row, key, guard } => texts::insert(r, t, texts, row, &key, guard),
        Micro::WriteText(at) => texts::write(r, table(t, at.table), texts, at),
        Micro::DeleteTexts { table: of, row, guard } => {
            texts::delete(r, table(t, of), texts, row, guard);
        }
        Micro::Find { dst, key, guard } => group(r, t, dst, &key, guard, |t, key| t.find(key)),
        Micro::Open { dst, key, guard } => group(r, t, dst, &key, guard, Table::open),
        Micro::Close { table: group, row } => table(t, group).close(r.value(row)),
        Micro::FoldCount(at) => fold_count(r, table(t, at.table), at),
        Micro::FoldSum(at) => fold_sum(r, table(t, at.table), at),
        Micro::FoldLevel(at) => fold_level(r, table(t, at.table), at),
        Micro::Like { dst, a, prefix, bytes, guard } => {
            let begins = |text, prefix| texts.begins_with(text, prefix, bytes.into());
            r.set_guarded(dst, r.value(a).compare(r.value(prefix), begins), guard);
        }
        Micro::Named { dst, rule } => {
            let named = r.named() == Some(RuleId(rule));
            r.set_truth(dst, Truth::from(named));
        }
        Micro::Room { entry, key, guard } => room(r, table(t, key.table), entry, &key, guard),
        Micro::Wide(operation) => wide_execute::run(operation, r, t),
        Micro::OnList(operation) => scan_execute::execute(operation, r, t, texts, run),
    }
}

/// The table of an operation. The decoder omits operations on tables that do not exist.
#[inline(always)]
fn table(tables: &mut [Table], table: u8) -> &mut Table {
    &mut tables[usize::from(table)]
}

#[inline(always)]
fn range(r: &mut Registers, dst: ValueIndex, a: ValueIndex, low: ValueIndex, high: ValueIndex) {
    let (low, high) = (r.value(low).bits, r.value(high).bits);
    r.set(dst, r.value(a).range(low, high));
}

#[inline(always)]
fn select(
    r: &mut Registers,
    dst: ValueIndex,
    condition: TruthIndex,
    yes: ValueIndex,
    no: ValueIndex,
) {
    let condition = r.truth(condition);
    // The choice of the index compiles to arithmetic rather than to a branch.
    let place = if condition == Truth::True { yes } else { no };
    let value = match condition {
        Truth::Overflow => Value::OVERFLOW,
        Truth::DivisionByZero => Value::DIVISION_BY_ZERO,
        Truth::True | Truth::False | Truth::Null => r.value(place),
    };
    r.set(dst, value);
}

#[inline(always)]
fn compare(
    r: &mut Registers,
    dst: TruthIndex,
    (a, b): (ValueIndex, ValueIndex),
    guard: TruthIndex,
    holds: impl FnOnce(i64, i64) -> bool,
) {
    r.set_guarded(dst, r.value(a).compare(r.value(b), holds), guard);
}

#[inline(always)]
fn prefetch(r: &mut Registers, table: &Table, key: &KeyIndices) {
    let word = table.prefetch(&r.key_bits(key));
    r.note_prefetched(word);
}

#[inline(always)]
fn look_up_one(
    r: &mut Registers,
    tables: &mut [Table],
    number: u8,
    dst: ValueIndex,
    key: ValueIndex,
    guard: TruthIndex,
) {
    let key = r.key_one(key, guard);
    r.set(dst, found(table(tables, number), key));
}

#[inline(always)]
fn look_up(
    r: &mut Registers,
    tables: &mut [Table],
    dst: ValueIndex,
    key: &KeyIndices,
    guard: TruthIndex,
) {
    let table = table(tables, key.table);
    r.set(dst, found(table, r.key(key, guard)));
}

#[inline(always)]
fn found(table: &Table, key: Result<Key, Tag>) -> Value {
    match key {
        Ok(key) => table.find(&key),
        Err(tag) => Value::tagged(tag),
    }
}

#[inline(always)]
fn fetch(
    r: &mut Registers,
    tables: &mut [Table],
    at: Fetch,
    cell: impl FnOnce(&Table, Value) -> Value,
) {
    r.set(at.dst, cell(table(tables, at.table), r.value(at.row)));
}

#[inline]
fn reserve(r: &mut Registers, table: &Table, at: Reserve) {
    let when = r.truth(at.when);
    if when != Truth::True {
        r.set(at.dst, Value::tagged(tag_of(when)));
        // An error is the outcome of the entry; false and NULL require no row.
        r.set_truth(at.entry, Truth::True);
        if matches!(when, Truth::Overflow | Truth::DivisionByZero) {
            r.set_truth(at.entry, when);
        }
        return;
    }
    let Some(counter) = r.counter(at.counter) else {
        return;
    };
    let handle = table.free_row(*counter);
    *counter += u32::from(handle.is_some());
    r.set(at.dst, handle.unwrap_or(Value::NULL));
    r.set_truth(at.entry, Truth::from(handle.is_some()));
    if let Some(handle) = handle {
        r.reserve(Reserved { table: at.table, handle });
    }
}

#[inline(always)]
fn level(r: &mut Registers, table: &Table, at: Level) {
    let outcome = has_room(r, table, at);
    r.set_truth(at.entry, outcome);
}

/// Whether a value is a level of a group or can become one.
#[inline(never)]
fn has_room(r: &mut Registers, table: &Table, at: Level) -> Truth {
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
    let Some(added) = r.counter(at.counter) else {
        return Truth::False;
    };
    let room = group.levels() + *added < LEVELS_PER_GROUP_MAX && pool.used() + *added < LEVELS_MAX;
    *added += u32::from(room);
    Truth::from(room)
}

/// Whether the list of a group has room for a row and those that the message adds to it before.
#[inline(never)]
fn room(
    r: &mut Registers,
    table: &Table,
    entry: TruthIndex,
    indices: &KeyIndices,
    guard: TruthIndex,
) {
    let when = r.truth(guard);
    let outcome = match r.key(indices, guard) {
        Ok(key) => {
            let added = r.members_added(indices.table, &key);
            let has_room = table.has_room(&key, added);
            if has_room {
                r.add_member(indices.table, key);
            }
            Truth::from(has_room)
        }
        // An error is the outcome of the entry; a row that is in no group needs no room.
        Err(Tag::Overflow) => Truth::Overflow,
        Err(Tag::DivisionByZero) => Truth::DivisionByZero,
        Err(Tag::Value | Tag::Null) => Truth::True,
    };
    // The error of a key counts only where the guard is true.
    r.set_truth(
        entry,
        if matches!(when, Truth::False | Truth::Null) { Truth::True } else { outcome },
    );
}

#[inline(always)]
fn insert_one(
    r: &Registers,
    tables: &mut [Table],
    number: u8,
    row: ValueIndex,
    key: ValueIndex,
    guard: TruthIndex,
) {
    if let Ok(key) = r.key_one(key, guard) {
        let _ = table(tables, number).insert(r.value(row), &key);
    }
}

#[inline(always)]
fn insert(
    r: &Registers,
    tables: &mut [Table],
    row: ValueIndex,
    key: &KeyIndices,
    guard: TruthIndex,
) {
    if let Ok(words) = r.key(key, guard) {
        let _ = table(tables, key.table).insert(r.value(row), &words);
    }
}

#[inline(always)]
fn write(r: &Registers, table: &mut Table, at: Write) {
    if r.is_true(at.guard) {
        table.write(r.value(at.row), at.word, at.column, r.value(at.value));
    }
}

#[inline(always)]
fn delete(r: &Registers, tables: &mut [Table], number: u8, row: ValueIndex, guard: TruthIndex) {
    if r.is_true(guard) {
        table(tables, number).delete(r.value(row));
    }
}

/// Finds or opens a group; NULL unless the guard is true and the key has no NULL and no error.
#[inline(always)]
fn group(
    r: &mut Registers,
    tables: &mut [Table],
    dst: ValueIndex,
    key: &KeyIndices,
    guard: TruthIndex,
    take: impl FnOnce(&mut Table, &Key) -> Value,
) {
    let words = r.key(key, guard).ok();
    r.set(dst, words.map_or(Value::NULL, |words| take(table(tables, key.table), &words)));
}

#[inline(always)]
fn fold_count(r: &Registers, table: &mut Table, at: Fold<u8>) {
    if r.value(at.value).tag == Tag::Value {
        table.fold_count(r.value(at.row), at.place, at.remove);
    }
}

#[inline(always)]
fn fold_sum(r: &Registers, table: &mut Table, at: Fold<u8>) {
    if let Some(bits) = r.value(at.value).get() {
        table.fold_sum(r.value(at.row), at.place, bits.into(), at.remove);
    }
}

#[inline(never)]
fn fold_level(r: &Registers, table: &mut Table, at: Fold<LevelPlace>) {
    if let Some(bits) = r.value(at.value).get() {
        table.fold_level(r.value(at.row), at.place, bits, at.remove);
    }
}
