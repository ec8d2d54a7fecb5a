// SPDX-License-Identifier: Apache-2.0

//! The row allocator of a table: which rows are free, and how many there are.
//!
//! Free handles form a queue. Its first lap is a counter: place i of the queue holds handle i until
//! it is written, so that nothing has to be filled in at the start. A window in registers holds the
//! next handles of the queue, so that one is there in the cycle that asks for it however long the
//! memory takes.
//!
//! ```text
//!                      stored = 0
//!  freed ──┬───────────────────────────────────┐ enter
//!          │ else                              ▼                      next: reserve
//!          └──▶ queue memory ── 2 cycles ──▶ window, 16 slots ──┬──▶ head: pop      ──▶ handle
//!               first lap: fetch itself ───────▲                │
//!                                     land, enter               └── finish: head = next if accepted, else next = head
//!
//!  slot:   24    23             0
//!        +-----+----------------+   lap: the inverted bit 4 of the pointer that filled the slot. A reader whose pointer
//!        | lap |     handle     |   does not fit it finds nothing; so no slot is ever cleared.
//!        +-----+----------------+
//! ```
//!
//! * `reserve` (check phase): the next free handle that no reserve of the message got before. It
//!   takes nothing. `ok` is the verdict entry, `found` says that there is a handle; without one the
//!   handle is 0.
//! * `finish`: the message is over, from the verdict to the end of its commit. Accepted, a declared
//!   table takes every row reserved; otherwise, and always in a hidden table, the reservations are
//!   forgotten.
//! * `pop` (commit of a hidden table): takes the next free handle, and forgets the reservations.
//! * `free` (commit): a row that is in use becomes free.
//!
//! Latency 2 in the sense of `engine::isa`: presented in cycle t, `handle`, `found` and `ok` stand
//! from t+1 until the next answer. `rows` shows in t+2 what happened in t. II 1 for every input;
//! never stalls. `finish` counts a reserve of its own cycle, and may come with a `pop` or a `free`;
//! `reserve` and `pop` do not come in one cycle, a row is freed once, and a reserve or pop comes
//! more than [`FILL_CYCLES`] cycles behind the last of `reset`. `rows_max` is at most the depth; it
//! and `is_hidden` change under `reset` only.
//!
//! **Why a handle is always there.** A message reserves at most [`RESERVES_MAX`] rows of a table,
//! one a cycle, so that the place in the queue that is asked for is never more than that ahead of
//! `head` and moves on by one a cycle at most. The window fills by one a cycle whenever it is not
//! full and the queue is not empty, and three cycles pass from there to the slot. So when the
//! window was last full, sixteen places from `head` were filled or on their way, and since then the
//! filling has kept pace: `RESERVES_MAX + 3 < 16`. If the queue ran empty instead, every free
//! handle is in the window or on its way, and one that is freed goes into the window at once. Were
//! a message to reserve more, `found` is low and the message rejected; no handle is given out
//! twice.
//!
//! **Why frees and pops may alternate in a commit.** The order is strictly first in, first out: a
//! freed handle goes behind all that were free. When a commit starts, as many handles are free as
//! its message has reserved, so that these pops get none that the commit freed. Only a group that
//! the check found, that one statement closes and a later one opens again, pops beyond that: the
//! close has made its room, and no later instruction holds the closed group's handle.

use crate::prim::queue::Queue;
use crate::prim::window::{SLOTS, Window};
use engine::isa::{INSTRUCTION_SET, Opcode};
use engine::machine::{ROWS_DEFAULT, ROWS_MAX};
use engine::microcode::RESERVES_MAX;
use rust_hdl::prelude::*;

/// From the cycle that reads the queue to the one that finds the handle in the window.
pub const FILL_CYCLES: usize = 3;

const _: () = assert!(
    RESERVES_MAX + FILL_CYCLES < SLOTS && SLOTS == 16,
    "a handle is there when it is asked for"
);
const _: () = assert!(ROWS_MAX == 1 << 24, "a handle has 24 bits");
const _: () = assert!(INSTRUCTION_SET[Opcode::Reserve as usize].latency == 2);

/// The allocator.
#[derive(LogicBlock, Default)]
pub struct Allocator {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub rows_max: Signal<In, Bits<25>>,
    pub is_hidden: Signal<In, Bit>,
    pub reserve: Signal<In, Bit>,
    pub wanted: Signal<In, Bit>,
    pub pop: Signal<In, Bit>,
    pub finish: Signal<In, Bit>,
    pub accept: Signal<In, Bit>,
    pub free: Signal<In, Bit>,
    pub freed: Signal<In, Bits<24>>,
    pub handle: Signal<Out, Bits<24>>,
    pub found: Signal<Out, Bit>,
    pub ok: Signal<Out, Bit>,
    pub rows: Signal<Out, Bits<25>>,
    // The queue: places from `fetch` to `push`, `stored` of them; `fresh` during the first lap of
    // `fetch`.
    queue: Queue,
    fetch: DFF<Bits<24>>,
    push: DFF<Bits<24>>,
    stored: DFF<Bits<25>>,
    fresh: DFF<Bit>,
    last: DFF<Bits<25>>,
    // The window: slots from `head` to `issued`, given out or on their way; each pointer is a slot
    // and a lap bit.
    window: Window,
    head: DFF<Bits<5>>,
    next: DFF<Bits<5>>,
    issued: DFF<Bits<5>>,
    // Reads under way: a valid bit and the pointer.
    flight: DFF<Bits<6>>,
    landing: DFF<Bits<6>>,
    handle_q: DFF<Bits<24>>,
    found_q: DFF<Bit>,
    ok_q: DFF<Bit>,
    // What the last cycle gave out and took back; it is counted in this one.
    taken: DFF<Bits<5>>,
    took_back: DFF<Bit>,
    rows_q: DFF<Bits<25>>,
    held: Signal<Local, Bits<5>>,
    issues: Signal<Local, Bit>,
    stores: Signal<Local, Bit>,
    lap: Signal<Local, Bit>,
    there: Signal<Local, Bit>,
    next_after: Signal<Local, Bits<5>>,
    head_after: Signal<Local, Bits<5>>,
}

impl Allocator {
    /// The depth of a table that states no rows.
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

        // The next handle of the queue goes to the window, at once during the first lap, through
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

        // A freed handle goes behind all others: to the window if the queue is empty, else to the
        // queue.
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

        // The answer.
        self.window.slot.next = self.next.q.val().get_bits::<4>(0);
        self.lap.next = self.next.q.val().get_bit(4);
        if self.pop.val() {
            self.window.slot.next = self.head.q.val().get_bits::<4>(0);
            self.lap.next = self.head.q.val().get_bit(4);
        }
        self.there.next = self.window.word.val().get_bit(24) ^ self.lap.val();
        if self.reserve.val() | self.pop.val() {
            self.ok_q.d.next = self.there.val() | (self.reserve.val() & !self.wanted.val());
            self.found_q.d.next = self.there.val() & (self.pop.val() | self.wanted.val());
            self.handle_q.d.next = 0.into();
            if self.there.val() & (self.pop.val() | self.wanted.val()) {
                self.handle_q.d.next = self.window.word.val().get_bits::<24>(0);
            }
        }

        // What is given out: reserves move `next`, and `finish` brings `head` to it or it back to
        // `head`.
        self.next_after.next = self.next.q.val();
        self.head_after.next = self.head.q.val();
        if self.reserve.val() & self.wanted.val() & self.there.val() {
            self.next_after.next = self.next.q.val() + 1;
        }
        if self.pop.val() {
            if self.there.val() {
                self.head_after.next = self.head.q.val() + 1;
            }
            self.next_after.next = self.head_after.val();
        }
        if self.finish.val() {
            if self.accept.val() & !self.is_hidden.val() {
                self.head_after.next = self.next_after.val();
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
