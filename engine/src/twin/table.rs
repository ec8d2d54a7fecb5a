// SPDX-License-Identifier: Apache-2.0

//! A table of the twin: rows of words, the key index, the allocator, and the levels of `min` and
//! `max`.
//!
//! In hardware each column is a separate memory, so that all columns of a row arrive in one cycle.
//! A processor reads a cache line at a time, so that here a row is contiguous, with the key first:
//!
//! ```text
//!   word 0   1 .. keys     then, in column order
//!  +--------+---- - - -+---- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -+
//!  | header |   key    | Sum: 3 words, Min and Max: 2 words, all others: 1 word         |
//!  +--------+---- - - -+---- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -+
//!
//!  header:    63 live   62 reserved   61..32 generation   31..0 NULL, one bit for each column
//!  Sum:       count, low and high half of the sum
//!  Min, Max:  the group in its level pool, the best value
//!  Distinct:  the group in its level pool
//! ```
//! A row of up to eight words starts at a multiple of its size, so that it never straddles two
//! cache lines.
//!
//! Rows below `fresh` have been used at least once; the free rows among them are on a stack. The
//! index contains exactly the live rows. A handle is the number of the row and, above it, the
//! generation of the row, which counts its deletions. A handle from before a deletion finds no row,
//! even if the row is used again.
//!
//! The cells of aggregates are read and changed in `aggregates`.

use super::dictionary::Dictionary;
use super::index::{Index, hash};
use super::key::Key;
use super::levels::{Group, LevelPool};
use super::lists::Lists;
use super::shape::Shape;
use super::touched::Touched;
use crate::schema::{ColumnId, ColumnKind, TableDef, Type};
use crate::value::{Tag, Value};
use std::cmp::Ordering;

const LIVE: u64 = 1 << 63;
const RESERVED: u64 = 1 << 62;
/// The bits of the generation, in a header and in a handle.
const GENERATION: u64 = RESERVED - (1 << 32);
const LINE_WORDS: usize = 8;

/// A table.
pub struct Table {
    pub(super) words: Vec<u64>,
    /// The first word of row 0, which aligns rows to cache lines.
    base: usize,
    stride: usize,
    rows_max: u32,
    index: Index,
    free: Vec<u32>,
    fresh: u32,
    live: u32,
    shape: Shape,
    /// The header of a new row.
    header_new: u64,
    rows_word: Option<u8>,
    has_aggregates: bool,
    is_hidden: bool,
    pub(super) pools: Vec<LevelPool>,
    lists: Option<Box<Lists>>,
    /// Whether each column of the key is text.
    key_texts: Vec<bool>,
    touched: Touched,
}

impl Table {
    /// An empty table. It allocates all its memory. `base_rows` is the most rows of the base table.
    pub fn new(def: &TableDef, base_rows: u32) -> Table {
        let shape = Shape::new(def);
        let (places, words) = (shape.places(), shape.words());
        let stride = if words <= LINE_WORDS { words.next_power_of_two() } else { words };
        let words = vec![0; def.rows_max as usize * stride + LINE_WORDS];
        let line_bytes = LINE_WORDS * size_of::<u64>();
        let data = places.iter().filter(|p| p.kind == ColumnKind::Data);
        Table {
            base: words.as_ptr().align_offset(line_bytes).min(LINE_WORDS),
            words,
            stride,
            rows_max: def.rows_max,
            index: Index::new(def.rows_max),
            free: Vec::with_capacity(def.rows_max as usize),
            fresh: 0,
            live: 0,
            header_new: data
                .filter(|p| !p.is_key)
                .fold(LIVE, |header, p| header | null_bit(p.column)),
            rows_word: places.iter().find(|p| p.kind == ColumnKind::Rows).map(|p| p.word),
            has_aggregates: places.iter().any(|p| p.kind != ColumnKind::Data),
            is_hidden: def.hidden.is_some(),
            pools: places.iter().filter_map(|p| p.levels()).map(|_| LevelPool::default()).collect(),
            shape,
            lists: Lists::new(def, base_rows),
            key_texts: def.key.iter().map(|c| is_text_column(def, *c)).collect(),
            touched: Touched::default(),
        }
    }
    /// The rows that messages touched.
    pub fn touched(&mut self) -> &mut Touched {
        &mut self.touched
    }

    /// The rows that messages touched.
    pub fn touched_rows(&self) -> &[u32] {
        self.touched.rows()
    }

    /// A number that is greater than that of any row that was used.
    pub fn fresh(&self) -> u32 {
        self.fresh
    }

    /// Whether there is a row with this number.
    pub fn is_row(&self, row: u32) -> bool {
        row < self.fresh && self.words[self.offset(row)] & LIVE != 0
    }

    /// The rows that its groups hold, if it is a list.
    #[inline]
    pub fn lists(&self) -> Option<&Lists> {
        self.lists.as_deref()
    }

    /// Whether there is a row with this handle.
    #[inline]
    pub fn is_live(&self, handle: Value) -> bool {
        self.row(handle).is_ok()
    }

    /// Lets a row enter the list of a group.
    pub fn enter(&mut self, group: Value, row: Value) {
        if self.row(group).is_ok()
            && let (Some(lists), Some(row)) = (&mut self.lists, row.get())
        {
            lists.enter(group.bits as u32, row as u32);
        }
    }

    /// Lets a row leave its list.
    pub fn leave(&mut self, row: Value) {
        if let (Some(lists), Some(row)) = (&mut self.lists, row.get()) {
            lists.leave(row as u32);
        }
    }

    /// Writes a copy of a row in its list.
    pub fn patch(&mut self, row: Value, column: u8, value: Value) {
        if let (Some(lists), Some(row)) = (&mut self.lists, row.get()) {
            lists.patch(row as u32, column.into(), value);
        }
    }

    /// Whether the list of the group with a key has room for a row and `added` others.
    pub fn has_room(&self, key: &Key, added: u32) -> bool {
        let Some(lists) = &self.lists else { return false };
        let held = self.find_row(key).map_or(0, |group| lists.len(group));
        held + added < lists.bound()
    }

    /// The order of the keys of two rows by their numbers; text is ordered by its bytes.
    pub fn compare_keys(&self, a: u32, b: u32, texts: &Dictionary) -> Ordering {
        let column = |row: u32, column: usize| self.words[self.offset(row) + 1 + column] as i64;
        let of_column = |(index, is_text): (usize, &bool)| {
            let (a, b) = (column(a, index), column(b, index));
            if *is_text { texts.text(a).cmp(texts.text(b)) } else { a.cmp(&b) }
        };
        let columns = self.key_texts.iter().enumerate();
        columns.map(of_column).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// The layout of the rows.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The number of rows.
    pub fn live(&self) -> u32 {
        self.live
    }

    /// The handles of all live rows.
    pub fn handles(&self) -> impl Iterator<Item = Value> {
        (0..self.fresh)
            .filter(|row| self.words[self.offset(*row)] & LIVE != 0)
            .map(|row| self.handle(row))
    }

    /// The handle of a row in its current generation.
    #[inline(always)]
    pub fn handle(&self, row: u32) -> Value {
        let generation = self.words[self.offset(row)] & GENERATION;
        Value::new((generation | u64::from(row)) as i64)
    }

    #[inline(always)]
    pub(super) fn offset(&self, row: u32) -> usize {
        self.base + row as usize * self.stride
    }

    /// The first word of a handle's row. The error is the handle's tag if it is not a value, and
    /// NULL if there is no such live row.
    #[inline(always)]
    pub(super) fn row(&self, handle: Value) -> Result<usize, Tag> {
        if handle.tag != Tag::Value {
            return Err(handle.tag);
        }
        let row = handle.bits as u32;
        if row >= self.fresh {
            return Err(Tag::Null);
        }
        let offset = self.offset(row);
        if self.words[offset] & (LIVE | GENERATION) == LIVE | handle.bits as u64 & GENERATION {
            Ok(offset)
        } else {
            Err(Tag::Null)
        }
    }

    /// The handle of the row with a key; NULL if there is none.
    #[inline(always)]
    pub fn find(&self, key: &Key) -> Value {
        self.find_row(key).map_or(Value::NULL, |row| self.handle(row))
    }

    #[inline(always)]
    fn find_row(&self, key: &Key) -> Option<u32> {
        let wanted = key.words();
        self.index.find(hash(wanted), |row| {
            let first = self.offset(row) + 1;
            let words = &self.words[first..first + wanted.len()];
            words.iter().zip(wanted).all(|(a, b)| a == b)
        })
    }

    /// Reads the memory that [`Table::find`] will read, see [`super::prefetch`]. The result has no
    /// meaning.
    #[inline(always)]
    pub fn prefetch(&self, key: &Key) -> u64 {
        self.words[self.offset(self.index.guess(hash(key.words())))]
    }

    /// A cell of a `Data` column.
    #[inline(always)]
    pub fn data(&self, handle: Value, word: u8, column: u8) -> Value {
        match self.row(handle) {
            Ok(row) if self.words[row] & null_bit(column) == 0 => {
                Value::new(self.words[row + usize::from(word)] as i64)
            }
            Ok(_) => Value::NULL,
            Err(tag) => Value::tagged(tag),
        }
    }

    /// The handle of the row that is claimed after `reserved` others, if the table has room for it.
    #[inline]
    pub fn free_row(&self, reserved: u32) -> Option<Value> {
        if u64::from(self.live) + u64::from(reserved) >= u64::from(self.rows_max) {
            return None;
        }
        let waiting = self.free.len() as u32;
        let row = match waiting.checked_sub(reserved + 1) {
            Some(position) => self.free[position as usize],
            None => self.fresh + (reserved - waiting),
        };
        Some(self.handle(row))
    }

    /// Takes the next free row from the allocator.
    fn take(&mut self) -> Option<u32> {
        self.free.pop().or_else(|| {
            (self.fresh < self.rows_max).then(|| {
                self.fresh += 1;
                self.fresh - 1
            })
        })
    }

    /// Claims the row that [`Table::free_row`] returned for the next reserve of an accepted
    /// message. Does nothing on a hidden table, where `open` takes the row.
    #[inline]
    pub fn claim(&mut self) {
        if self.is_hidden {
            return;
        }
        if let Some(row) = self.take() {
            let offset = self.offset(row);
            self.words[offset] |= RESERVED;
        }
    }

    /// Frees a claimed row unless it was inserted.
    #[inline]
    pub fn release(&mut self, handle: Value) {
        let row = handle.bits as u32;
        let offset = self.offset(row);
        if self.words[offset] & RESERVED != 0 {
            self.words[offset] &= !RESERVED;
            self.free.push(row);
        }
    }

    /// Inserts a claimed row with its key and all other columns NULL. Returns whether it did: it
    /// does nothing if the key exists already.
    pub fn insert(&mut self, handle: Value, key: &Key) -> bool {
        let row = handle.bits as u32;
        if handle.tag != Tag::Value || row >= self.fresh {
            return false;
        }
        let inserts = self.words[self.offset(row)] & RESERVED != 0 && self.find_row(key).is_none();
        if inserts {
            self.place_row(row, key);
            self.touched.add(row);
        }
        inserts
    }

    fn place_row(&mut self, row: u32, key: &Key) {
        let offset = self.offset(row);
        let key_words = key.words();
        self.words[offset] = self.words[offset] & GENERATION | self.header_new;
        self.words[offset + 1..][..key_words.len()].copy_from_slice(key_words);
        if self.has_aggregates {
            self.words[offset + 1 + key_words.len()..offset + self.stride].fill(0);
        }
        self.index.insert(hash(key_words), row);
        self.live += 1;
    }

    /// Writes a cell of a `Data` column that is not part of the key. Errors are not written.
    #[inline(always)]
    pub fn write(&mut self, handle: Value, word: u8, column: u8, value: Value) {
        if let Ok(row) = self.row(handle) {
            self.touched.add(handle.bits as u32);
            match value.tag {
                Tag::Value => {
                    self.words[row] &= !null_bit(column);
                    self.words[row + usize::from(word)] = value.bits as u64;
                }
                Tag::Null => self.words[row] |= null_bit(column),
                Tag::Overflow | Tag::DivisionByZero => {}
            }
        }
    }

    /// Deletes a row and frees its levels.
    pub fn delete(&mut self, handle: Value) {
        let Ok(offset) = self.row(handle) else { return };
        for place in self.shape.places().iter().filter_map(|p| p.levels()) {
            let word = offset + usize::from(place.word);
            let mut group = Group::from_word(self.words[word]);
            self.pools[usize::from(place.pool)].clear(&mut group);
        }
        let row = handle.bits as u32;
        self.touched.add(row);
        if let Some(lists) = &mut self.lists {
            lists.forget(row);
        }
        let key_hash = hash(&self.words[offset + 1..][..self.shape.key_len()]);
        self.index.remove(key_hash, row);
        self.words[offset] = self.words[offset].wrapping_add(1 << 32) & GENERATION;
        self.free.push(row);
        self.live -= 1;
    }

    /// Adds a row to the group with a key and returns the group, which is created if it does not
    /// exist. NULL if there is no room.
    pub fn open(&mut self, key: &Key) -> Value {
        let row = match self.find_row(key) {
            Some(row) => row,
            None => {
                let Some(row) = self.take() else {
                    return Value::NULL;
                };
                self.place_row(row, key);
                row
            }
        };
        if let Some(word) = self.rows_word {
            let word = self.offset(row) + usize::from(word);
            self.words[word] += 1;
        }
        self.handle(row)
    }

    /// Removes a row from a group; a group without rows is deleted.
    pub fn close(&mut self, handle: Value) {
        let Ok(offset) = self.row(handle) else { return };
        let Some(word) = self.rows_word else { return };
        let word = offset + usize::from(word);
        self.words[word] = self.words[word].saturating_sub(1);
        if self.words[word] == 0 {
            self.delete(handle);
        }
    }
}

fn null_bit(column: u8) -> u64 {
    1 << (column & 31)
}

/// Whether a column of a table is text.
fn is_text_column(def: &TableDef, column: ColumnId) -> bool {
    let column = def.columns.get(usize::from(column.0));
    column.is_some_and(|column| matches!(column.ty, Type::Char(_)))
}
