// SPDX-License-Identifier: Apache-2.0

//! The key index of a table: from keys to rows and back, with the allocator of the rows.
//!
//! ```text
//!  cycle       t + 1            t + 2                        t + 3                   t + 4
//!  lookup,  key ─▶ map ──▶ │ compare ─▶ found, row, free ─▶ │ answer               │
//!  find                    │                                │                      │
//!  insert   key ─▶ map ──▶ │ compare ─────────────────────▶ │ into the map, place  │
//!  open     key ─▶ map ──▶ │ compare, pop if not found ───▶ │ into the map, answer │ one member
//!  delete,  row ─▶ place ▶ │ last member? out of the map,   │                      │ more
//!  close                   │ free                           │
//! ```
//! Operations come from a `key_port` in the cycle after their issue. `place` holds the place of
//! every row in the map. Latencies in the sense of `engine::isa`: lookup, find, open and insert 4,
//! delete and close 3. Lookups have an II of 1. An operation that changes the index comes when the
//! latency of the last operation is over.
//!
//! A table of rows has no members: `last_member` is tied high, and `delete` is `close`. A table of
//! groups counts the rows of a group outside the index. For a close, the index requests that number
//! in t + 1 (`member_read`), and is told in t + 2 whether the last member leaves. For an open, it
//! reports the group that has one more member in t + 3.
//!
//! `reserve` and `finish` belong to the allocator. `clear` empties everything; it is held for as
//! many cycles as the map has buckets.
//!
//! `fault` rises if a key finds its four buckets full, and stays high until `clear`: the index
//! could not take a row that was accepted. The core takes no frame from then on.

use super::allocator::Allocator;
use super::hash_map::HashMap;
use crate::prim::row_memory::RowMemory;
use engine::build::map_address_bits;
use engine::isa::{INSTRUCTION_SET, Opcode};
use rust_hdl::prelude::*;

const _: () = assert!(INSTRUCTION_SET[Opcode::Lookup as usize].latency == 4);
const _: () = assert!(INSTRUCTION_SET[Opcode::Find as usize].latency == 4);
const _: () = assert!(INSTRUCTION_SET[Opcode::Open as usize].latency == 4);
const _: () = assert!(INSTRUCTION_SET[Opcode::Insert as usize].latency == 4);
const _: () = assert!(INSTRUCTION_SET[Opcode::Delete as usize].latency == 3);
const _: () = assert!(INSTRUCTION_SET[Opcode::Close as usize].latency == 3);

/// The key index.
#[derive(LogicBlock, Default)]
pub struct KeyIndex {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Empties everything; held high while `clear_address` counts through all addresses.
    pub clear: Signal<In, Bit>,
    /// The address that `clear` empties in this cycle.
    pub clear_address: Signal<In, Bits<24>>,
    /// The number of rows or groups that the table may have.
    pub rows_max: Signal<In, Bits<25>>,
    /// The table is hidden: its rows are groups.
    pub is_hidden: Signal<In, Bit>,
    /// The operation of the key port, 0 for none.
    pub operation: Signal<In, Bits<3>>,
    /// The operation takes place.
    pub go: Signal<In, Bit>,
    /// The key of the operation.
    pub key: Signal<In, Bits<128>>,
    /// The row of the operation.
    pub row: Signal<In, Bits<24>>,
    /// The slot of the answer.
    pub dst: Signal<In, Bits<10>>,
    /// The tag that a lookup answers if it does not take place.
    pub tag: Signal<In, Bits<2>>,
    /// A key operation answers in this cycle.
    pub answer: Signal<Out, Bit>,
    /// The slot that the answer goes to.
    pub answer_slot: Signal<Out, Bits<10>>,
    /// The answer: a row, or a tag.
    pub answer_data: Signal<Out, Bits<66>>,
    /// The number of members of `row` is read in this cycle.
    pub member_read: Signal<Out, Bit>,
    /// In the cycle after `member_read`: the group has one member left.
    pub last_member: Signal<In, Bit>,
    /// A member leaves a group, or a row its table.
    pub closing: Signal<Out, Bit>,
    /// The group or row of `closing`.
    pub closing_row: Signal<Out, Bits<24>>,
    /// A member enters a group.
    pub opened: Signal<Out, Bit>,
    /// The group of `opened`.
    pub opened_row: Signal<Out, Bits<24>>,
    /// Asks the allocator for a row.
    pub reserve: Signal<In, Bit>,
    /// The guard of the reserve is true.
    pub wanted: Signal<In, Bit>,
    /// The message under way is decided.
    pub finish: Signal<In, Bit>,
    /// With `finish`: the message is accepted.
    pub accept: Signal<In, Bit>,
    /// The row that the last reserve got.
    pub reserved_row: Signal<Out, Bits<24>>,
    /// The last reserve got a row.
    pub reserved_found: Signal<Out, Bit>,
    /// The verdict entry of the last reserve.
    pub reserved_ok: Signal<Out, Bit>,
    /// The number of rows in use.
    pub rows: Signal<Out, Bits<25>>,
    /// A key found its four buckets full; stays high until `clear`.
    pub fault: Signal<Out, Bit>,
    /// Reads the bucket at `scan_address`; only while nothing runs.
    pub scan: Signal<In, Bit>,
    /// The bucket, or the row, that is read back.
    pub scan_address: Signal<In, Bits<24>>,
    /// The slot of the bucket, available in the cycle after `scan`.
    pub scan_slot: Signal<In, Bits<4>>,
    /// The slot holds something.
    pub scan_taken: Signal<Out, Bit>,
    /// The key in the slot.
    pub scan_key: Signal<Out, Bits<128>>,
    /// The row of the key.
    pub scan_row: Signal<Out, Bits<24>>,
    map: HashMap<128, 24>,
    allocator: Allocator,
    /// For each row: address and slot in the map.
    place: RowMemory<40>,
    looks_up: Signal<Local, Bit>,
    removes: Signal<Local, Bit>,
    enters: Signal<Local, Bit>,
    entering_row: Signal<Local, Bits<24>>,
    there: Signal<Local, Bit>,
    operation_2: DFF<Bits<3>>,
    go_2: DFF<Bit>,
    row_2: DFF<Bits<24>>,
    dst_2: DFF<Bits<10>>,
    tag_2: DFF<Bits<2>>,
    operation_3: DFF<Bits<3>>,
    go_3: DFF<Bit>,
    found_3: DFF<Bit>,
    row_3: DFF<Bits<24>>,
    free_3: DFF<Bits<16>>,
    free_address_3: DFF<Bits<24>>,
    dst_3: DFF<Bits<10>>,
    tag_3: DFF<Bits<2>>,
    key_held: DFF<Bits<128>>,
    fault_q: DFF<Bit>,
}

impl KeyIndex {
    /// The index of a table of 2^`row_bits` rows.
    pub fn new(row_bits: usize) -> KeyIndex {
        KeyIndex {
            map: HashMap::new(map_address_bits(1 << row_bits)),
            allocator: Allocator::new(1 << row_bits),
            place: RowMemory::new(row_bits),
            ..KeyIndex::default()
        }
    }
}

impl Logic for KeyIndex {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            operation_2,
            go_2,
            row_2,
            dst_2,
            tag_2,
            operation_3,
            go_3,
            found_3,
            row_3
        );
        dff_setup!(self, clock, free_3, free_address_3, dst_3, tag_3, key_held, fault_q);
        self.map.clock.next = self.clock.val();
        self.place.clock.next = self.clock.val();
        self.allocator.clock.next = self.clock.val();

        // t + 1: the map looks up the key, or `place` is read for the row.
        self.looks_up.next = self.go.val() & (self.operation.val() < 5);
        self.removes.next = self.go.val() & (self.operation.val() > 4);
        self.map.lookup.next = self.looks_up.val();
        self.map.key.next = self.key.val();
        self.key_held.d.next = self.key_held.q.val();
        if self.looks_up.val() {
            self.key_held.d.next = self.key.val();
        }
        self.place.read.next = self.removes.val();
        self.place.read_address.next = self.row.val();
        self.member_read.next = self.removes.val();
        self.operation_2.d.next = self.operation.val();
        self.go_2.d.next = self.go.val();
        self.row_2.d.next = self.row.val();
        self.dst_2.d.next = self.dst.val();
        self.tag_2.d.next = self.tag.val();

        // t + 2: the result is stored. A new group gets a row. A row that leaves is freed.
        self.operation_3.d.next = self.operation_2.q.val();
        self.go_3.d.next = self.go_2.q.val();
        self.found_3.d.next = self.map.found.val();
        self.row_3.d.next = self.row_2.q.val();
        if self.map.found.val() {
            self.row_3.d.next = self.map.payload.val();
        }
        self.free_3.d.next = self.map.free.val();
        self.free_address_3.d.next = self.map.free_address.val();
        self.dst_3.d.next = self.dst_2.q.val();
        self.tag_3.d.next = self.tag_2.q.val();
        self.allocator.pop.next =
            self.go_2.q.val() & (self.operation_2.q.val() == 4) & !self.map.found.val();
        self.closing.next = self.go_2.q.val() & (self.operation_2.q.val() > 4);
        self.closing_row.next = self.row_2.q.val();
        self.allocator.free.next = self.closing.val() & self.last_member.val();
        self.allocator.freed.next = self.row_2.q.val();

        // t + 3: the answer; a new key enters the map.
        self.entering_row.next = self.row_3.q.val();
        if self.operation_3.q.val() == 4 {
            self.entering_row.next = self.allocator.handle.val();
        }
        self.enters.next = self.go_3.q.val()
            & !self.found_3.q.val()
            & ((self.operation_3.q.val() == 2)
                | ((self.operation_3.q.val() == 4) & self.allocator.found.val()));
        self.there.next = self.go_3.q.val() & (self.found_3.q.val() | self.enters.val());
        self.answer.next = (self.operation_3.q.val() == 1)
            | (self.operation_3.q.val() == 3)
            | (self.operation_3.q.val() == 4);
        self.answer_slot.next = self.dst_3.q.val();
        self.answer_data.next = bit_cast::<66, 2>(self.tag_3.q.val()) << 64;
        if self.there.val() {
            self.answer_data.next = bit_cast::<66, 24>(self.row_3.q.val());
            if self.enters.val() {
                self.answer_data.next = bit_cast::<66, 24>(self.entering_row.val());
            }
        }
        self.opened.next = self.there.val() & (self.operation_3.q.val() == 4);
        self.opened_row.next = self.answer_data.val().get_bits::<24>(0);
        self.fault_q.d.next = self.fault_q.q.val();
        if self.go_3.q.val() & !self.found_3.q.val() {
            if (self.operation_3.q.val() == 4) & !self.allocator.found.val() {
                self.fault_q.d.next = true;
            }
            if self.enters.val() & !self.free_3.q.val().any() {
                self.fault_q.d.next = true;
            }
        }

        self.map.write_slots.next = 0.into();
        self.map.write_elsewhere.next = self.allocator.free.val() | self.clear.val();
        self.map.write_address.next = self.place.read_data.val().get_bits::<24>(0);
        self.map.write_taken.next = self.enters.val() & !self.clear.val();
        self.map.write_key.next = self.key_held.q.val();
        self.map.write_payload.next = self.entering_row.val();
        if self.enters.val() {
            self.map.write_slots.next = self.free_3.q.val();
        }
        if self.allocator.free.val() {
            self.map.write_slots.next = self.place.read_data.val().get_bits::<16>(24);
        }
        if self.clear.val() {
            self.map.write_slots.next = 0xffff.into();
            self.map.write_address.next = self.clear_address.val();
        }
        self.place.write.next = self.enters.val();
        self.place.write_address.next = self.entering_row.val();
        self.place.write_data.next = bit_cast::<40, 24>(self.free_address_3.q.val())
            | (bit_cast::<40, 16>(self.free_3.q.val()) << 24);

        self.allocator.reset.next = self.clear.val();
        self.allocator.rows_max.next = self.rows_max.val();
        self.allocator.is_hidden.next = self.is_hidden.val();
        self.allocator.reserve.next = self.reserve.val();
        self.allocator.wanted.next = self.wanted.val();
        // A reset forgets the reservations of the message under way.
        self.allocator.finish.next = self.finish.val() | self.reset.val();
        self.allocator.accept.next = self.accept.val() & !self.reset.val();
        self.reserved_row.next = self.allocator.handle.val();
        self.reserved_found.next = self.allocator.found.val();
        self.reserved_ok.next = self.allocator.ok.val();
        self.rows.next = self.allocator.rows.val();
        self.fault.next = self.fault_q.q.val();

        self.map.scan.next = self.scan.val();
        self.map.scan_address.next = self.scan_address.val();
        self.map.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.map.scan_taken.val();
        self.scan_key.next = self.map.scan_key.val();
        self.scan_row.next = self.map.scan_payload.val();

        if self.reset.val() | self.clear.val() {
            self.operation_2.d.next = 0.into();
            self.go_2.d.next = false;
            self.operation_3.d.next = 0.into();
            self.go_3.d.next = false;
        }
        if self.clear.val() {
            self.fault_q.d.next = false;
        }
    }
}
