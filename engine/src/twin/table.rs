// SPDX-License-Identifier: Apache-2.0

//! A table of the twin: rows of words, the key index, the allocator, and the levels under `min` and
//! `max`.
//!
//! In hardware every column is a memory of its own, so that all columns of a row arrive in one
//! cycle. What arrives at once in a processor is a cache line, so that here a row is one stretch of
//! words, the key first:
//!
//! ```text
//!   word 0   1 .. keys     then, in column order
//!  +--------+---- - - -+---- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -+
//!  | header |   key    | Data, Rows, Count: 1 word, Sum: 3 words, Min and Max: 2 words  |
//!  +--------+---- - - -+---- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -+
//!  header:  63 live   62 reserved   61..32 generation   31..0 NULL, a bit a column
//!  Sum:     count, low and high half of the sum     Min, Max: the group in its level pool, the best value
//! ```
//! A row of up to eight words starts at a multiple of its size, so that it never straddles two
//! lines.
//!
//! Rows below `fresh` have been used at least once; those of them that are free wait on a stack.
//! Every live row is in the index under its key words, and no other. A handle is the row's number
//! and, above it, the generation that the row was in, which counts its deletions: a handle from
//! before one finds nothing, even if the row is used again.

use super::index::{Index, hash};
use super::levels::{End, Group, LevelPool};
use crate::machine::KEY_COLUMNS_MAX;
use crate::schema::{ColumnKind, TableDef};
use crate::value::{Tag, Value};

const LIVE: u64 = 1 << 63;
const RESERVED: u64 = 1 << 62;
/// In a header as in a handle.
const GENERATION: u64 = RESERVED - (1 << 32);
const LINE_WORDS: usize = 8;

/// Where the cells of a column lie in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What they hold.
    pub kind: ColumnKind,
    /// The first word.
    pub word: u8,
    /// The number of the column, which is that of its NULL bit.
    pub column: u8,
    /// Whether it is part of the key, and so never changes while the row lives.
    pub is_key: bool,
    /// The level pool of a `Min` or `Max` column.
    pub pool: u8,
}

/// The words of a key.
#[derive(Clone, Copy, Debug, Default)]
pub struct Key {
    words: [u64; KEY_COLUMNS_MAX],
    len: usize,
}

impl Key {
    /// The key of one column.
    #[inline(always)]
    pub fn one(bits: i64) -> Key {
        Key { words: [bits as u64, 0, 0, 0], len: 1 }
    }

    /// Adds a column; more than a key has are ignored.
    #[inline(always)]
    pub fn push(&mut self, bits: i64) {
        if let Some(word) = self.words.get_mut(self.len) {
            *word = bits as u64;
            self.len += 1;
        }
    }

    #[inline(always)]
    fn words(&self) -> &[u64] {
        &self.words[..self.len.min(KEY_COLUMNS_MAX)]
    }
}

/// Where the cells of a table lie, which its definition says.
pub struct Shape {
    places: Vec<Place>,
    key_len: usize,
    /// Words of a row.
    words: usize,
}

impl Shape {
    /// The shape of a table.
    pub fn new(def: &TableDef) -> Shape {
        let key_len = def.key.len().min(KEY_COLUMNS_MAX);
        let (places, words) = places(def, key_len);
        Shape { places, key_len, words }
    }

    /// Where a column lies.
    pub fn place(&self, column: u16) -> Option<Place> {
        self.places.get(usize::from(column)).copied()
    }

    /// Columns of the key.
    pub fn key_len(&self) -> usize {
        self.key_len
    }
}

/// A table.
pub struct Table {
    words: Vec<u64>,
    /// Where row 0 begins, so that rows meet cache lines wherever the allocator put the words.
    base: usize,
    stride: usize,
    rows_max: u32,
    index: Index,
    free: Vec<u32>,
    fresh: u32,
    live: u32,
    shape: Shape,
    /// The header of a row that has just been inserted.
    header_new: u64,
    rows_word: Option<u8>,
    has_aggregates: bool,
    is_hidden: bool,
    pools: Vec<LevelPool>,
}

impl Table {
    /// An empty table with all its memory.
    pub fn new(def: &TableDef) -> Table {
        let shape = Shape::new(def);
        let (places, words) = (&shape.places, shape.words);
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
            pools: places
                .iter()
                .filter(|p| end(p.kind).is_some())
                .map(|_| LevelPool::default())
                .collect(),
            shape,
        }
    }

    /// Where its cells lie.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Rows there are.
    pub fn live(&self) -> u32 {
        self.live
    }

    /// Every live row's handle.
    pub fn handles(&self) -> impl Iterator<Item = Value> {
        (0..self.fresh)
            .filter(|row| self.words[self.offset(*row)] & LIVE != 0)
            .map(|row| self.handle(row))
    }

    /// The handle of a row in its present generation.
    #[inline(always)]
    fn handle(&self, row: u32) -> Value {
        let generation = self.words[self.offset(row)] & GENERATION;
        Value::new((generation | u64::from(row)) as i64)
    }

    #[inline(always)]
    fn offset(&self, row: u32) -> usize {
        self.base + row as usize * self.stride
    }

    /// Where a handle's row begins: its tag if it is not a value, NULL if there is no such live
    /// row.
    #[inline(always)]
    fn row(&self, handle: Value) -> Result<usize, Tag> {
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

    /// Reads what [`Table::find`] will read, see [`super::prefetch`]; what it returns means nothing.
    #[inline(always)]
    pub fn touch(&self, key: &Key) -> u64 {
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

    /// A cell of a `Rows` or `Count` column.
    #[inline]
    pub fn count(&self, handle: Value, word: u8) -> Value {
        self.row(handle).map_or_else(Value::tagged, |row| {
            Value::new(self.words[row + usize::from(word)] as i64)
        })
    }

    /// A cell of a `Sum` column as look-ups read it.
    #[inline]
    pub fn sum(&self, handle: Value, word: u8) -> Value {
        match self.sum_parts(handle, word) {
            Ok((0, _)) => Value::NULL,
            Ok((_, sum)) => i64::try_from(sum).map_or(Value::OVERFLOW, Value::new),
            Err(tag) => Value::tagged(tag),
        }
    }

    /// How many values a `Sum` column has summed, and their exact sum.
    #[inline]
    pub fn sum_parts(&self, handle: Value, word: u8) -> Result<(u32, i128), Tag> {
        let row = self.row(handle)?;
        let first = row + usize::from(word);
        let [count, low, high] = *self.words[first..].first_chunk::<3>().ok_or(Tag::Null)?;
        Ok((count as u32, (u128::from(high) << 64 | u128::from(low)) as i128))
    }

    /// A cell of a `Min` or `Max` column as look-ups read it.
    #[inline]
    pub fn best(&self, handle: Value, word: u8) -> Value {
        match self.row(handle) {
            Ok(row) if self.words[row + usize::from(word)] == 0 => Value::NULL,
            Ok(row) => Value::new(self.words[row + usize::from(word) + 1] as i64),
            Err(tag) => Value::tagged(tag),
        }
    }

    /// The group in the level pool behind a `Min` or `Max` cell; an empty one where there is no
    /// row.
    #[inline]
    pub fn group(&self, handle: Value, word: u8) -> Group {
        self.row(handle).map_or_else(
            |_| Group::default(),
            |row| Group::from_word(self.words[row + usize::from(word)]),
        )
    }

    /// A level pool.
    #[inline]
    pub fn pool(&self, pool: u8) -> &LevelPool {
        &self.pools[usize::from(pool)]
    }

    /// The handle of the row that would be claimed after `reserved` others, if the table has room
    /// for it.
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

    /// Takes the next free row off the allocator.
    fn take(&mut self) -> Option<u32> {
        self.free.pop().or_else(|| {
            (self.fresh < self.rows_max).then(|| {
                self.fresh += 1;
                self.fresh - 1
            })
        })
    }

    /// Claims the row that [`Table::free_row`] gave to the next reserve of an accepted message, for
    /// its insert. Groups of a hidden table find their rows themselves.
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

    /// Gives a claimed row back unless it was inserted.
    #[inline]
    pub fn release(&mut self, handle: Value) {
        let row = handle.bits as u32;
        let offset = self.offset(row);
        if self.words[offset] & RESERVED != 0 {
            self.words[offset] &= !RESERVED;
            self.free.push(row);
        }
    }

    /// Puts a claimed row into the table under its key, everything else NULL; nothing if the key is
    /// there already.
    pub fn insert(&mut self, handle: Value, key: &Key) {
        let row = handle.bits as u32;
        if handle.tag != Tag::Value || row >= self.fresh {
            return;
        }
        if self.words[self.offset(row)] & RESERVED != 0 && self.find_row(key).is_none() {
            self.place_row(row, key);
        }
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

    /// Takes a row out of the table and gives its levels back.
    pub fn delete(&mut self, handle: Value) {
        let Ok(offset) = self.row(handle) else { return };
        for place in self.shape.places.iter().filter(|p| end(p.kind).is_some()) {
            let word = offset + usize::from(place.word);
            let mut group = Group::from_word(self.words[word]);
            self.pools[usize::from(place.pool)].clear(&mut group);
        }
        let row = handle.bits as u32;
        let key_hash = hash(&self.words[offset + 1..][..self.shape.key_len]);
        self.index.remove(key_hash, row);
        self.words[offset] = self.words[offset].wrapping_add(1 << 32) & GENERATION;
        self.free.push(row);
        self.live -= 1;
    }

    /// The group with a key, made if need be, with one more row in it; NULL if there is no room.
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

    /// Takes one row out of a group; without rows it is gone.
    pub fn close(&mut self, handle: Value) {
        let Ok(offset) = self.row(handle) else { return };
        let Some(word) = self.rows_word else { return };
        let word = offset + usize::from(word);
        self.words[word] = self.words[word].saturating_sub(1);
        if self.words[word] == 0 {
            self.delete(handle);
        }
    }

    /// Moves a `Count` cell by one.
    pub fn fold_count(&mut self, handle: Value, word: u8, remove: bool) {
        if let Ok(row) = self.row(handle) {
            let cell = &mut self.words[row + usize::from(word)];
            *cell =
                if remove { cell.saturating_sub(1) } else { u64::from(u32::MAX).min(*cell + 1) };
        }
    }

    /// Adds a value to a `Sum` cell or takes it out.
    pub fn fold_sum(&mut self, handle: Value, word: u8, bits: i64, remove: bool) {
        let Ok((count, sum)) = self.sum_parts(handle, word) else {
            return;
        };
        let (count, sum) = match (remove, count) {
            (true, 0) => return,
            (true, _) => (count - 1, sum.wrapping_sub(bits.into())),
            (false, _) => (count.saturating_add(1), sum.wrapping_add(bits.into())),
        };
        let first = self.offset(handle.bits as u32) + usize::from(word);
        self.words[first..][..3].copy_from_slice(&[
            u64::from(count),
            sum as u64,
            (sum >> 64) as u64,
        ]);
    }

    /// Adds a value to the levels of a `Min` or `Max` cell or takes it out.
    pub fn fold_level(&mut self, handle: Value, place: LevelPlace, bits: i64, remove: bool) {
        let Ok(row) = self.row(handle) else { return };
        let first = row + usize::from(place.word);
        let pool = &mut self.pools[usize::from(place.pool)];
        let mut group = Group::from_word(self.words[first]);
        let best = (group != Group::default()).then_some(self.words[first + 1] as i64);
        if remove {
            pool.remove(&mut group, bits);
        } else {
            pool.add(&mut group, bits);
        }
        self.words[first] = group.to_word();
        // The best value changes only if it leaves or a better one comes.
        let may_change = best.is_none_or(|best| match place.end {
            End::Low => bits <= best,
            End::High => bits >= best,
        });
        if may_change {
            self.words[first + 1] = pool.best(group, place.end).unwrap_or(0) as u64;
        }
    }
}

/// Where the cells of a `Min` or `Max` column lie and what they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelPlace {
    /// The first word.
    pub word: u8,
    /// The level pool.
    pub pool: u8,
    /// Smallest or largest.
    pub end: End,
}

impl Place {
    /// The place of a `Min` or `Max` column.
    pub fn levels(self) -> Option<LevelPlace> {
        end(self.kind).map(|end| LevelPlace { word: self.word, pool: self.pool, end })
    }
}

fn end(kind: ColumnKind) -> Option<End> {
    match kind {
        ColumnKind::Min => Some(End::Low),
        ColumnKind::Max => Some(End::High),
        ColumnKind::Data | ColumnKind::Rows | ColumnKind::Count | ColumnKind::Sum => None,
    }
}

fn null_bit(column: u8) -> u64 {
    1 << (column & 31)
}

/// Where the columns of a table lie, and how many words a row has.
fn places(def: &TableDef, key_len: usize) -> (Vec<Place>, usize) {
    let mut next_word = 1 + key_len;
    let mut next_pool = 0;
    let mut places = Vec::with_capacity(def.columns.len());
    for (column, definition) in def.columns.iter().enumerate() {
        let key_position = def
            .key
            .iter()
            .position(|k| usize::from(k.0) == column)
            .filter(|position| *position < key_len);
        places.push(Place {
            kind: definition.kind,
            word: key_position.map_or(next_word, |position| 1 + position) as u8,
            column: column as u8,
            is_key: key_position.is_some(),
            pool: next_pool,
        });
        next_pool += u8::from(end(definition.kind).is_some());
        next_word += match (key_position, definition.kind) {
            (Some(_), _) => 0,
            (None, ColumnKind::Data | ColumnKind::Rows | ColumnKind::Count) => 1,
            (None, ColumnKind::Sum) => 3,
            (None, ColumnKind::Min | ColumnKind::Max) => 2,
        };
    }
    (places, next_word)
}
