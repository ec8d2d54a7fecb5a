// SPDX-License-Identifier: Apache-2.0

//! The rows that the groups of a list hold, with copies of the columns that scans read.
//!
//! ```text
//!  group ──> chunk ──> chunk ──> chunk        a chain of chunks of 64 places
//!
//!  chunk:  live   null bits   cells of column 0   cells of column 1   …   rows
//!          u64    u64 each    i64 × 64            i64 × 64                 u32 × 64
//! ```
//! In a list of all rows of a group the places are dense: a row that leaves is replaced by the last
//! one. In a list of the rows that were written last, the chain is a ring: a row that leaves keeps
//! its place until others have pushed it out.

use super::masks::places;
use crate::scan::List;
use crate::schema::TableDef;
use crate::value::{Tag, Value};

/// The places of a chunk.
pub const CHUNK: usize = 64;
/// The places of a block, which are computed by straight code.
pub const BLOCK: usize = 8;
/// The blocks of a chunk.
pub const BLOCKS: usize = CHUNK / BLOCK;

/// The rows of all groups of a list.
pub struct Lists {
    bound: u32,
    /// The column of the time among the copies, in a list of the rows that were written last.
    time: Option<usize>,
    columns: usize,
    groups: Vec<Group>,
    /// The place of each row of the base table, as one more than the place; 0 for none.
    place_of: Vec<u32>,
    chunks: Chunks,
}

/// A group.
#[derive(Clone, Copy, Default)]
struct Group {
    /// One more than its first chunk and its last one; 0 for none.
    first: u32,
    last: u32,
    /// The places that are taken.
    taken: u32,
    /// The rows.
    rows: u32,
    /// The place of the row that entered first, of a ring that is full.
    oldest: u32,
    /// The latest time of a row that was pushed out.
    pushed_out: Option<i64>,
}

/// The memory of the chunks.
struct Chunks {
    live: Vec<u64>,
    next: Vec<u32>,
    previous: Vec<u32>,
    group: Vec<u32>,
    nulls: Vec<u64>,
    cells: Vec<i64>,
    rows: Vec<u32>,
    free: Vec<u32>,
    fresh: u32,
}

/// The rows of a chunk.
#[derive(Clone, Copy)]
pub struct Rows<'l> {
    lists: &'l Lists,
    chunk: u32,
}

impl Lists {
    /// The empty lists of a hidden table over a table of `rows_max` rows; none if it is no list.
    /// They allocate all their memory.
    pub fn new(def: &TableDef, rows_max: u32) -> Option<Box<Lists>> {
        let List { bound, time, columns } = def.hidden.as_ref()?.list.as_ref()?;
        let of_group = bound.div_ceil(CHUNK as u32);
        // A dense group wastes less than a chunk; one more chunk is taken before another is freed.
        let dense = (rows_max / CHUNK as u32).saturating_add(def.rows_max).saturating_add(1);
        let chunks = match time {
            Some(_) => def.rows_max.saturating_mul(of_group),
            None => dense.min(def.rows_max.saturating_mul(of_group)),
        };
        Some(Box::new(Lists {
            bound: *bound,
            time: time.and_then(|time| columns.iter().position(|column| *column == time)),
            columns: columns.len(),
            groups: vec![Group::default(); def.rows_max as usize],
            place_of: vec![0; rows_max as usize],
            chunks: Chunks::new(chunks as usize, columns.len()),
        }))
    }

    /// The most rows of a group.
    pub fn bound(&self) -> u32 {
        self.bound
    }

    /// The number of rows of a group.
    pub fn len(&self, group: u32) -> u32 {
        self.groups[group as usize].rows
    }

    /// The latest time of a row that was pushed out of a group.
    pub fn pushed_out(&self, group: u32) -> Option<i64> {
        self.groups[group as usize].pushed_out
    }

    /// Forgets the rows of a group that is deleted, and what it pushed out.
    pub fn forget(&mut self, group: u32) {
        let mut chunk = self.groups[group as usize].first;
        while let Some(at) = chunk.checked_sub(1) {
            let next = self.chunks.next[at as usize];
            let live = self.chunks.live[at as usize];
            for place in places(live) {
                let row = self.chunks.rows[at as usize * CHUNK + place];
                self.place_of[row as usize] = 0;
            }
            self.chunks.release(at);
            chunk = if chunk == self.groups[group as usize].last { 0 } else { next };
        }
        self.groups[group as usize] = Group::default();
    }

    /// Lets a row enter the list of a group; its copies are those of the row that had its place
    /// before until they are patched.
    pub fn enter(&mut self, group: u32, row: u32) {
        self.leave(row);
        let Some(place) = self.place_for(group) else { return };
        let (chunk, bit) = (place as usize / CHUNK, place as usize % CHUNK);
        self.chunks.live[chunk] |= 1 << bit;
        self.chunks.rows[place as usize] = row;
        self.place_of[row as usize] = place + 1;
        self.groups[group as usize].rows += 1;
    }

    /// A place for a row that enters.
    fn place_for(&mut self, group: u32) -> Option<u32> {
        let of = &mut self.groups[group as usize];
        if of.taken == self.bound {
            // The check before the verdict leaves room in a group of all rows.
            return self.time.and_then(|time| self.push_out(group, time));
        }
        let bit = of.taken % CHUNK as u32;
        if bit == 0 {
            let chunk = self.chunks.take(group)?;
            let last = of.last;
            of.last = chunk + 1;
            if last == 0 {
                (of.first, of.oldest) = (chunk + 1, chunk * CHUNK as u32);
            } else {
                self.chunks.next[last as usize - 1] = chunk + 1;
                self.chunks.previous[chunk as usize] = last;
            }
        }
        of.taken += 1;
        Some((of.last - 1) * CHUNK as u32 + bit)
    }

    /// The place of the row that entered first, which is pushed out.
    fn push_out(&mut self, group: u32, time: usize) -> Option<u32> {
        let place = self.groups[group as usize].oldest;
        let (chunk, bit) = (place as usize / CHUNK, place as usize % CHUNK);
        let pushed = self.chunks.live[chunk] >> bit & 1 == 1;
        let of = &mut self.groups[group as usize];
        if pushed {
            self.chunks.live[chunk] &= !(1 << bit);
            self.place_of[self.chunks.rows[place as usize] as usize] = 0;
            let cell = self.chunks.cell(self.columns, place, time).get();
            of.pushed_out = of.pushed_out.max(cell);
            of.rows -= 1;
        }
        // The ring continues after its last place with its first one.
        let last = of.last - 1;
        let is_end = chunk as u32 == last && bit as u32 == (of.taken - 1) % CHUNK as u32;
        of.oldest = match () {
            () if is_end => (of.first - 1) * CHUNK as u32,
            () if bit + 1 == CHUNK => (self.chunks.next[chunk].checked_sub(1)?) * CHUNK as u32,
            () => place + 1,
        };
        Some(place)
    }

    /// Lets a row leave its list, if it is in one.
    pub fn leave(&mut self, row: u32) {
        let Some(place) = self.place_of[row as usize].checked_sub(1) else { return };
        self.place_of[row as usize] = 0;
        let chunk = place as usize / CHUNK;
        let group = self.chunks.group[chunk];
        self.groups[group as usize].rows -= 1;
        if self.time.is_some() {
            self.chunks.live[chunk] &= !(1 << (place as usize % CHUNK));
            return;
        }
        self.close_gap(group, place);
    }

    /// Moves the last row of a dense group to a place that became free.
    fn close_gap(&mut self, group: u32, place: u32) {
        let of = &mut self.groups[group as usize];
        of.taken -= 1;
        let chunk = of.last - 1;
        let bit = of.taken % CHUNK as u32;
        let last = chunk * CHUNK as u32 + bit;
        if last != place {
            self.chunks.copy(self.columns, last, place);
            self.place_of[self.chunks.rows[place as usize] as usize] = place + 1;
        }
        self.chunks.live[chunk as usize] &= !(1 << bit);
        if bit > 0 {
            return;
        }
        let previous = self.chunks.previous[chunk as usize];
        match previous.checked_sub(1) {
            Some(before) => {
                self.chunks.next[before as usize] = 0;
                self.groups[group as usize].last = previous;
            }
            None => {
                let pushed_out = self.groups[group as usize].pushed_out;
                self.groups[group as usize] = Group { pushed_out, ..Group::default() };
            }
        }
        self.chunks.release(chunk);
    }

    /// Writes a copy of a row, if it is in a list. Errors are not written.
    pub fn patch(&mut self, row: u32, column: usize, value: Value) {
        let Some(place) = self.place_of[row as usize].checked_sub(1) else { return };
        self.chunks.set_cell(self.columns, place, column, value);
    }

    /// The first chunk of a group.
    #[inline]
    pub fn first(&self, group: u32) -> Option<u32> {
        self.groups[group as usize].first.checked_sub(1)
    }

    /// The chunk of a group after another one.
    #[inline]
    pub fn next(&self, group: u32, chunk: u32) -> Option<u32> {
        if self.groups[group as usize].last == chunk + 1 {
            return None;
        }
        self.chunks.next[chunk as usize].checked_sub(1)
    }

    /// The rows of a chunk.
    #[inline]
    pub fn chunk(&self, chunk: u32) -> Rows<'_> {
        Rows { lists: self, chunk }
    }
}

impl<'l> Rows<'l> {
    /// The places of the live rows, as bits.
    #[inline]
    pub fn live(&self) -> u64 {
        self.lists.chunks.live[self.chunk as usize]
    }

    /// The rows of the base table at all places.
    pub fn numbers(&self) -> &'l [u32] {
        &self.lists.chunks.rows[self.chunk as usize * CHUNK..][..CHUNK]
    }

    /// The cells of a column at all places. Those of NULL have no meaning.
    #[inline]
    pub fn cells(&self, column: usize) -> &'l [i64] {
        let columns = self.lists.columns;
        &self.lists.chunks.cells[(self.chunk as usize * columns + column) * CHUNK..][..CHUNK]
    }

    /// The cells of a column at all places, eight by eight.
    #[inline]
    pub fn blocks(&self, column: usize) -> &'l [[i64; BLOCK]; BLOCKS] {
        let blocks: Option<&[[i64; BLOCK]; BLOCKS]> =
            self.cells(column).as_chunks().0.first_chunk();
        blocks.unwrap_or(&[[0; BLOCK]; BLOCKS])
    }

    /// The places where a column is NULL, as bits.
    #[inline]
    pub fn nulls(&self, column: usize) -> u64 {
        self.lists.chunks.nulls[self.chunk as usize * self.lists.columns + column]
    }

    /// A cell.
    #[inline]
    pub fn cell(&self, place: usize, column: usize) -> Value {
        match self.nulls(column) >> place & 1 {
            0 => Value::new(self.cells(column)[place]),
            _ => Value::NULL,
        }
    }
}

impl Chunks {
    fn new(chunks: usize, columns: usize) -> Chunks {
        Chunks {
            live: vec![0; chunks],
            next: vec![0; chunks],
            previous: vec![0; chunks],
            group: vec![0; chunks],
            nulls: vec![0; chunks * columns],
            cells: vec![0; chunks * columns * CHUNK],
            rows: vec![0; chunks * CHUNK],
            free: Vec::with_capacity(chunks),
            fresh: 0,
        }
    }

    fn take(&mut self, group: u32) -> Option<u32> {
        let chunk = self.free.pop().or_else(|| {
            let fresh = self.fresh;
            (fresh < self.live.len() as u32).then(|| {
                self.fresh += 1;
                fresh
            })
        })?;
        self.group[chunk as usize] = group;
        (self.next[chunk as usize], self.previous[chunk as usize]) = (0, 0);
        Some(chunk)
    }

    fn release(&mut self, chunk: u32) {
        self.live[chunk as usize] = 0;
        self.free.push(chunk);
    }

    fn cell(&self, columns: usize, place: u32, column: usize) -> Value {
        let (chunk, place) = (place as usize / CHUNK, place as usize % CHUNK);
        let at = chunk * columns + column;
        match self.nulls[at] >> place & 1 {
            0 => Value::new(self.cells[at * CHUNK + place]),
            _ => Value::NULL,
        }
    }

    fn set_cell(&mut self, columns: usize, place: u32, column: usize, value: Value) {
        let (chunk, place) = (place as usize / CHUNK, place as usize % CHUNK);
        let at = chunk * columns + column;
        match value.tag {
            Tag::Value => {
                self.nulls[at] &= !(1 << place);
                self.cells[at * CHUNK + place] = value.bits;
            }
            Tag::Null => self.nulls[at] |= 1 << place,
            Tag::Overflow | Tag::DivisionByZero => {}
        }
    }

    /// Copies a row to another place.
    fn copy(&mut self, columns: usize, from: u32, to: u32) {
        self.rows[to as usize] = self.rows[from as usize];
        for column in 0..columns {
            let cell = self.cell(columns, from, column);
            self.set_cell(columns, to, column, cell);
        }
    }
}
