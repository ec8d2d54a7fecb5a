// SPDX-License-Identifier: Apache-2.0

//! The order in which the rows of a table are copied.
//!
//! ```text
//!  places 0 .. end ── cursor ──┬──────────────────────────> copied
//!                              └── by time, then by key ──> copied      if windows depend on it
//!  rows that came or failed since ───────────── queue ────> copied
//! ```
//! Where windows depend on the order, the cursor sorts all rows by their time before the first is
//! copied. Memory is taken at the start, for as many rows as the table has at most.

use crate::machine::KEY_COLUMNS_MAX;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The most places without a row that are passed at once.
const EMPTY_PLACES_MAX: u32 = 64;

/// The rank of a row: its time, NULL first, then its key. A text of a key is its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) time: Option<i64>,
    pub(super) key: [u128; KEY_COLUMNS_MAX],
}

/// The rows of the running executor, as the order needs them.
pub(super) trait View {
    /// Whether there is a row in a place.
    fn is_row(&self, place: u32) -> bool;

    /// The time of the row in a place.
    fn time(&self, place: u32) -> Option<i64>;

    /// The rank of the row in a place.
    fn rank(&self, place: u32) -> Rank;
}

/// Where a row of the running executor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Where {
    /// The cursor has not seen it, or there is no row.
    #[default]
    Nowhere,
    /// Among the sorted rows.
    Sorted,
    /// In the queue.
    Queued,
    /// In this place of the next executor.
    Copied(u32),
}

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// The row in this place is to be copied.
    Row(u32),
    /// A row was sorted, or places were passed.
    Passed,
    /// Nothing is left, apart from rows that failed.
    Nothing,
}

/// What a row needs that a message changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing: it is copied later anyway.
    Nothing,
    /// It is to be copied now.
    Copy,
    /// It has joined the rows that are copied later.
    Waits,
    /// Its copy in this place is out of date.
    Update(u32),
}

/// The order of the rows of a table.
#[derive(Debug)]
pub(super) struct Order {
    rows: Vec<Where>,
    cursor: u32,
    end: u32,
    sorted: Option<Sorted>,
    queue: Queue,
    /// The number of rows at the end of the queue that failed, and nothing has changed since.
    stuck: u32,
}

/// The rows that are sorted.
#[derive(Debug)]
struct Sorted {
    heap: BinaryHeap<Reverse<(Rank, u32)>>,
    /// The time that each row had when it joined.
    times: Vec<Option<i64>>,
}

/// A list of places, linked both ways. A link is one more than a place; 0 for none.
#[derive(Debug)]
struct Queue {
    links: Vec<Link>,
    first: u32,
    last: u32,
    len: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Link {
    before: u32,
    after: u32,
}

impl Order {
    /// The order of a table of at most `rows_max` rows.
    pub(super) fn new(rows_max: u32, is_sorted: bool) -> Order {
        let rows = rows_max as usize;
        let sorted = || Sorted { heap: BinaryHeap::with_capacity(rows), times: vec![None; rows] };
        Order {
            rows: vec![Where::Nowhere; rows],
            cursor: 0,
            end: 0,
            sorted: is_sorted.then(sorted),
            queue: Queue { links: vec![Link::default(); rows], first: 0, last: 0, len: 0 },
            stuck: 0,
        }
    }

    /// Starts with the rows in the places below `end`.
    pub(super) fn start(&mut self, end: u32) {
        self.reach(end);
        self.end = end;
    }

    /// Makes room for places of an executor that does not use them again.
    fn reach(&mut self, end: u32) {
        let end = end as usize;
        if end > self.rows.len() {
            self.rows.resize(end, Where::Nowhere);
            self.queue.links.resize(end, Link::default());
            self.sorted.iter_mut().for_each(|sorted| sorted.times.resize(end, None));
        }
    }

    /// Whether rows are left that can be copied.
    pub(super) fn is_waiting(&self) -> bool {
        self.cursor < self.end
            || self.sorted.as_ref().is_some_and(|sorted| !sorted.heap.is_empty())
            || self.stuck < self.queue.len
    }

    /// The row that failed last, if no others are left.
    pub(super) fn failed(&self) -> Option<u32> {
        self.queue.last.checked_sub(1).filter(|_| !self.is_waiting())
    }

    /// Takes the next row.
    pub(super) fn take(&mut self, view: &impl View) -> Taken {
        if self.cursor < self.end {
            return self.pass(view);
        }
        if let Some(Reverse((rank, place))) =
            self.sorted.as_mut().and_then(|sorted| sorted.heap.pop())
        {
            // A row can have left since, or have joined again with another rank.
            let is_it = self.rows[place as usize] == Where::Sorted && view.rank(place) == rank;
            return if is_it { Taken::Row(place) } else { Taken::Passed };
        }
        if self.stuck == self.queue.len {
            return Taken::Nothing;
        }
        self.queue.first.checked_sub(1).map_or(Taken::Nothing, |place| {
            self.queue.remove(place);
            Taken::Row(place)
        })
    }

    /// Moves the cursor to the next row.
    fn pass(&mut self, view: &impl View) -> Taken {
        let last = self.end.min(self.cursor + EMPTY_PLACES_MAX);
        while self.cursor < last {
            let place = self.cursor;
            let is_row = view.is_row(place);
            if is_row && self.sorted.is_some() {
                // While the cursor is at a row, the row is sorted.
                self.join(place, view);
            }
            self.cursor += 1;
            if is_row {
                return if self.sorted.is_some() { Taken::Passed } else { Taken::Row(place) };
            }
        }
        Taken::Passed
    }

    /// Notes where a row was copied to.
    pub(super) fn copied(&mut self, place: u32, to: u32) {
        self.rows[place as usize] = Where::Copied(to);
    }

    /// Puts a row back that could not be copied. It is tried again when something has changed.
    pub(super) fn fail(&mut self, place: u32) {
        self.queue.push(place);
        self.rows[place as usize] = Where::Queued;
        self.stuck += 1;
    }

    /// Notes that rows that failed may be copied now.
    pub(super) fn retry(&mut self) {
        self.stuck = 0;
    }

    /// Notes that a row was deleted. The result is the place of its copy.
    pub(super) fn removed(&mut self, place: u32) -> Option<u32> {
        let row = self.rows.get_mut(place as usize)?;
        match std::mem::take(row) {
            Where::Nowhere | Where::Sorted => None,
            Where::Queued => {
                self.queue.remove(place);
                self.stuck = 0;
                None
            }
            Where::Copied(to) => Some(to),
        }
    }

    /// Notes that a row was inserted or written.
    pub(super) fn changed(&mut self, place: u32, view: &impl View) -> Needs {
        self.reach(place + 1);
        let has_moved = |times: &[Option<i64>]| times[place as usize] != view.time(place);
        let has_moved = self.sorted.as_ref().is_some_and(|sorted| has_moved(&sorted.times));
        match self.rows[place as usize] {
            Where::Nowhere if (self.cursor..self.end).contains(&place) => Needs::Nothing,
            Where::Nowhere if self.sorted.is_none() || !self.is_waiting() => Needs::Copy,
            Where::Sorted if !has_moved => Needs::Nothing,
            Where::Nowhere | Where::Sorted => {
                self.join(place, view);
                Needs::Waits
            }
            Where::Queued => {
                self.stuck = 0;
                if has_moved {
                    self.queue.remove(place);
                    self.join(place, view);
                }
                Needs::Nothing
            }
            Where::Copied(to) => Needs::Update(to),
        }
    }

    /// Adds a row whose copy was removed, after all others.
    pub(super) fn join(&mut self, place: u32, view: &impl View) {
        let is_sorting = self.cursor < self.end;
        if let Some(sorted) = &mut self.sorted {
            sorted.times[place as usize] = view.time(place);
            if is_sorting && sorted.heap.len() < sorted.heap.capacity() {
                sorted.heap.push(Reverse((view.rank(place), place)));
                self.rows[place as usize] = Where::Sorted;
                return;
            }
        }
        self.queue.push(place);
        self.rows[place as usize] = Where::Queued;
        self.stuck = 0;
    }
}

impl Queue {
    fn push(&mut self, place: u32) {
        self.links[place as usize] = Link { before: self.last, after: 0 };
        match self.last.checked_sub(1) {
            Some(last) => self.links[last as usize].after = place + 1,
            None => self.first = place + 1,
        }
        self.last = place + 1;
        self.len += 1;
    }

    fn remove(&mut self, place: u32) {
        let Link { before, after } = std::mem::take(&mut self.links[place as usize]);
        match before.checked_sub(1) {
            Some(before) => self.links[before as usize].after = after,
            None => self.first = after,
        }
        match after.checked_sub(1) {
            Some(after) => self.links[after as usize].before = before,
            None => self.last = before,
        }
        self.len -= 1;
    }
}
