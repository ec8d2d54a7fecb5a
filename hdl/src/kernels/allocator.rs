// SPDX-License-Identifier: Apache-2.0

//! The row allocator of a table: which rows are free, and how many are in use.
//!
//! Free handles form a queue. Its first lap is a counter: place i of the queue holds handle i until
//! the place is written, so that the queue needs no initialisation. A window of registers holds the
//! next handles of the queue, so that a handle is available in the cycle of the request, whatever
//! the latency of the memory.
//!
//! ```text
//!                      stored = 0
//!  freed ──┬───────────────────────────────────┐ enter
//!          │ else                              ▼                     next: reserve
//!          └──▶ queue memory ── 2 cycles ──▶ window, 16 slots ──┬──▶ head: pop      ──▶ handle
//!               first lap: fetch itself ───────▲                │
//!                                     land, enter               └─── finish
//!
//!  slot:   24    23             0
//!        +-----+----------------+
//!        | lap |     handle     |
//!        +-----+----------------+
//! ```
//! The lap of a slot is the inverted bit 4 of the pointer that filled it. A reader whose pointer
//! has another lap finds the slot empty; so no slot is ever cleared. `finish` sets `head` to `next`
//! if the message is accepted, and `next` back to `head` otherwise.
//!
//! * `reserve` (check phase): yields the next free handle that no earlier reserve of the message
//!   got, without taking it. `ok` is the verdict entry; `found` is high if there is a handle, which
//!   is 0 otherwise.
//! * `finish`: the message is decided, or the effects of its reject are settled. If it is accepted,
//!   a declared table takes every reserved row. Otherwise, and always in a hidden table, the
//!   reservations are forgotten. The effects of a reject then reserve from the first free handle
//!   on.
//! * `pop` (commit of a hidden table): takes the next free handle, and forgets the reservations.
//! * `free` (commit): frees a row that is in use.
//!
//! Latency 2 in the sense of `engine::isa`: for a request in cycle t, `handle`, `found` and `ok`
//! are valid from t + 1 until the next answer. `rows` shows in t + 2 what happened in t. II 1 for
//! every input; never stalls. A reserve in the cycle of `finish` belongs to what follows, and
//! `finish` can come together with a `pop` or a `free`. `reserve` and `pop` must not come in one
//! cycle, and a row must be
//! freed only once. A reserve or pop must come more than [`FILL_CYCLES`] cycles after the last
//! cycle of `reset`. `rows_max` is at most the depth; it and `is_hidden` change under `reset` only.
//!
//! **Why a handle is always available.** A message reserves at most [`RESERVES_MAX`] rows of a
//! table, one a cycle. So the requested place of the queue is never further than that ahead of
//! `head`, and advances by at most one a cycle. While the window is not full and the queue is not
//! empty, the window fills by one a cycle, each three cycles after its read. So when the window was
//! last full, sixteen places from `head` on were filled or being read, and the filling has kept
//! pace since: `RESERVES_MAX + 3 < 16`. If the queue ran empty instead, every free handle is in the
//! window or being read, and a freed handle enters the window directly. If a message reserved more
//! rows, `found` would be low and the message rejected; no handle is given out twice.
//!
//! **Why frees and pops can alternate in a commit.** The order is strictly first in, first out: a
//! freed handle goes to the end of the queue. When a commit starts, at least as many handles are
//! free as its message has reserved, so these pops get no handle that the commit has freed. Only
//! one case pops more: the check found a group, one statement closes it, and a later one opens it
//! again. Then the close has made the room, and no later instruction holds the handle of the closed
//! group.

use crate::prim::queue::Queue;
use crate::prim::window::{SLOTS, Window};
use engine::isa::{INSTRUCTION_SET, Opcode};
use engine::machine::{ROWS_DEFAULT, ROWS_MAX};
use engine::microcode::RESERVES_MAX;
use rust_hdl::prelude::*;

/// Cycles from the read of the queue to the handle in the window.
pub const FILL_CYCLES: usize = 3;

const _: () = assert!(
    RESERVES_MAX + FILL_CYCLES < SLOTS && SLOTS == 16,
    "a handle is available in the cycle of the request"
);
const _: () = assert!(ROWS_MAX == 1 << 24, "a handle has 24 bits");
const _: () = assert!(INSTRUCTION_SET[Opcode::Reserve as usize].latency == 2);

/// The row allocator.
#[derive(LogicBlock, Default)]
pub struct Allocator {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The number of rows that may be in use, at most the depth. Changes under `reset` only.
    pub rows_max: Signal<In, Bits<25>>,
    /// The table is hidden. Changes under `reset` only.
    pub is_hidden: Signal<In, Bit>,
    /// Asks for the next free handle without taking it; answered in the next cycle.
    pub reserve: Signal<In, Bit>,
    /// The guard of the reserve is true; otherwise the reserve is counted nowhere.
    pub wanted: Signal<In, Bit>,
    /// Takes the next free handle and forgets the reservations; answered in the next cycle.
    pub pop: Signal<In, Bit>,
    /// The reservations so far are taken or forgotten.
    pub finish: Signal<In, Bit>,
    /// With `finish`: they are taken.
    pub accept: Signal<In, Bit>,
    /// Frees the row `freed`.
    pub free: Signal<In, Bit>,
    /// The row that `free` frees.
    pub freed: Signal<In, Bits<24>>,
    /// The handle that the last reserve or pop got, 0 without one.
    pub handle: Signal<Out, Bits<24>>,
    /// The last reserve or pop got a handle.
    pub found: Signal<Out, Bit>,
    /// The verdict entry of the last reserve.
    pub ok: Signal<Out, Bit>,
    /// The number of rows in use; shows in t + 2 what happened in t.
    pub rows: Signal<Out, Bits<25>>,
    // The queue: places from `fetch` to `push`, `stored` of them. `fresh` is high during the first
    // lap of `fetch`.
    queue: Queue,
    fetch: DFF<Bits<24>>,
    push: DFF<Bits<24>>,
    stored: DFF<Bits<25>>,
    fresh: DFF<Bit>,
    last: DFF<Bits<25>>,
    // The window: slots from `head` to `issued`, filled or being read. Each pointer is a slot and a
    // lap bit.
    window: Window,
    head: DFF<Bits<5>>,
    next: DFF<Bits<5>>,
    issued: DFF<Bits<5>>,
    // The reads under way: a valid bit and the pointer.
    flight: DFF<Bits<6>>,
    landing: DFF<Bits<6>>,
    handle_q: DFF<Bits<24>>,
    found_q: DFF<Bit>,
    ok_q: DFF<Bit>,
    // The rows that the last cycle gave out and took back. This cycle counts them.
    taken: DFF<Bits<5>>,
    took_back: DFF<Bit>,
    rows_q: DFF<Bits<25>>,
    held: Signal<Local, Bits<5>>,
    issues: Signal<Local, Bit>,
    stores: Signal<Local, Bit>,
    lap: Signal<Local, Bit>,
    there: Signal<Local, Bit>,
    keeps: Signal<Local, Bit>,
    from: Signal<Local, Bits<5>>,
    next_after: Signal<Local, Bits<5>>,
    head_after: Signal<Local, Bits<5>>,
}

impl Allocator {
    /// The depth for a table that does not state its rows.
    pub const DEPTH_DEFAULT: usize = ROWS_DEFAULT as usize;

    /// The allocator of a table of up to `depth` rows.
    pub fn new(depth: usize) -> Allocator {
        Allocator { queue: Queue::new(depth), ..Allocator::default() }
    }
}

impl Logic for Allocator {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self, clock, fetch, push, stored, fresh, last, head, next, issued, flight, landing
        );
        dff_setup!(self, clock, handle_q, found_q, ok_q, taken, took_back, rows_q);
        self.queue.clock.next = self.clock.val();
        self.window.clock.next = self.clock.val();
        self.window.reset.next = self.reset.val();
        self.last.d.next = self.rows_max.val() - 1;

        // The next handle of the queue goes to the window: directly during the first lap, through
        // the memory later.
        self.held.next = self.issued.q.val() - self.head.q.val();
        self.issues.next = (self.stored.q.val() != 0) & (self.held.val() != 16);
        self.queue.read.next = self.issues.val() & !self.fresh.q.val();
        self.queue.read_address.next = self.fetch.q.val();
        self.flight.d.next = 0.into();
        if self.queue.read.val() {
            self.flight.d.next = bit_cast::<6, 5>(self.issued.q.val()) | 0x20;
        }
        if self.issues.val() {
            self.fetch.d.next = self.fetch.q.val() + 1;
            if bit_cast::<25, 24>(self.fetch.q.val()) == self.last.q.val() {
                self.fetch.d.next = 0.into();
                self.fresh.d.next = false;
            }
        }
        self.landing.d.next = self.flight.q.val();
        self.window.land.next = self.landing.q.val().get_bit(5);
        self.window.land_slot.next = self.landing.q.val().get_bits::<4>(0);
        self.window.land_word.next = bit_cast::<25, 24>(self.queue.read_data.val());
        if !self.landing.q.val().get_bit(4) {
            self.window.land_word.next =
                bit_cast::<25, 24>(self.queue.read_data.val()) | 0x100_0000;
        }

        // A freed handle goes to the end: to the window if the queue is empty, else to the queue.
        self.stores.next = self.free.val() & ((self.stored.q.val() != 0) | (self.held.val() == 16));
        self.queue.write.next = self.stores.val();
        self.queue.write_address.next = self.push.q.val();
        self.queue.write_data.next = self.freed.val();
        if self.stores.val() {
            self.push.d.next = self.push.q.val() + 1;
            if bit_cast::<25, 24>(self.push.q.val()) == self.last.q.val() {
                self.push.d.next = 0.into();
            }
        }
        if self.issues.val() & !self.stores.val() {
            self.stored.d.next = self.stored.q.val() - 1;
        }
        if self.stores.val() & !self.issues.val() {
            self.stored.d.next = self.stored.q.val() + 1;
        }
        self.window.enter.next =
            (self.issues.val() & self.fresh.q.val()) | (self.free.val() & !self.stores.val());
        self.window.enter_slot.next = self.issued.q.val().get_bits::<4>(0);
        self.window.enter_word.next = bit_cast::<25, 24>(self.freed.val());
        if self.issues.val() {
            self.window.enter_word.next = bit_cast::<25, 24>(self.fetch.q.val());
        }
        if !self.issued.q.val().get_bit(4) {
            self.window.enter_word.next = self.window.enter_word.val() | 0x100_0000;
        }
        if self.issues.val() | self.window.enter.val() {
            self.issued.d.next = self.issued.q.val() + 1;
        }

        // The answer. A pop, and a reserve after forgotten reservations, get the first handle.
        self.keeps.next = self.accept.val() & !self.is_hidden.val();
        self.from.next = self.next.q.val();
        if self.pop.val() | (self.finish.val() & !self.keeps.val()) {
            self.from.next = self.head.q.val();
        }
        self.window.slot.next = self.from.val().get_bits::<4>(0);
        self.lap.next = self.from.val().get_bit(4);
        self.there.next = self.window.word.val().get_bit(24) ^ self.lap.val();
        if self.reserve.val() | self.pop.val() {
            self.ok_q.d.next = self.there.val() | (self.reserve.val() & !self.wanted.val());
            self.found_q.d.next = self.there.val() & (self.pop.val() | self.wanted.val());
            self.handle_q.d.next = 0.into();
            if self.there.val() & (self.pop.val() | self.wanted.val()) {
                self.handle_q.d.next = self.window.word.val().get_bits::<24>(0);
            }
        }

        // Reserves advance `next`. `finish` sets `head` to `next`, or `next` back to `head`.
        self.next_after.next = self.from.val();
        self.head_after.next = self.head.q.val();
        if self.finish.val() & self.keeps.val() {
            self.head_after.next = self.next.q.val();
        }
        if self.reserve.val() & self.wanted.val() & self.there.val() {
            self.next_after.next = self.from.val() + 1;
        }
        if self.pop.val() {
            if self.there.val() {
                self.head_after.next = self.head.q.val() + 1;
            }
            self.next_after.next = self.head_after.val();
        }
        self.next.d.next = self.next_after.val();
        self.head.d.next = self.head_after.val();
        self.taken.d.next = self.head_after.val() - self.head.q.val();
        self.took_back.d.next = self.free.val();
        self.rows_q.d.next = self.rows_q.q.val() + bit_cast::<25, 5>(self.taken.q.val());
        if self.took_back.q.val() {
            self.rows_q.d.next = self.rows_q.q.val() + bit_cast::<25, 5>(self.taken.q.val()) - 1;
        }

        if self.reset.val() {
            self.fetch.d.next = 0.into();
            self.push.d.next = 0.into();
            self.stored.d.next = self.rows_max.val();
            self.fresh.d.next = true;
            self.head.d.next = 0.into();
            self.next.d.next = 0.into();
            self.issued.d.next = 0.into();
            self.flight.d.next = 0.into();
            self.landing.d.next = 0.into();
            self.found_q.d.next = false;
            self.ok_q.d.next = false;
            self.taken.d.next = 0.into();
            self.took_back.d.next = false;
            self.rows_q.d.next = 0.into();
        }

        self.handle.next = self.handle_q.q.val();
        self.found.next = self.found_q.q.val();
        self.ok.next = self.ok_q.q.val();
        self.rows.next = self.rows_q.q.val();
    }
}
