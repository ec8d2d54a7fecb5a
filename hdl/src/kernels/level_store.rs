// SPDX-License-Identifier: Apache-2.0

//! The exact minimum or maximum of the values of every group under insertions and removals, in a
//! fixed number of cycles.
//!
//! A *level* is a distinct value of a group, with the number of times it is present. Levels have
//! slots, in no order of their values: a *block* has 32 slots, and a group has up to 32 blocks. The
//! *root* of a group holds the best value of each of its blocks. So only the best of one block and
//! the best of one root change when a level comes or goes. A map finds the slot and the count of a
//! level by group and value.
//!
//! ```text
//!  cycle
//!    0    map and root are read
//!    1    does the level exist? which block?
//!    2    the block is read, or is new
//!    3    its slot is changed
//!    4    block, map and count are written; the best of the block is searched, 2 cycles
//!    6    the best of the block goes into the root
//!    7    the root is written; the best of the root is searched, 2 cycles
//!    9    the best of the root is written
//! ```
//! * `fold` adds a value to a group; with `fold_out` it removes a value that is present. The next
//!   fold comes at least [`FOLD_CYCLES`] later. If the level exists before and after, only its
//!   count changes.
//! * `ask`, before the verdict: is the value a level of the group, or is there room for it and for
//!   everything that the message added before (since `forget`)? `ok` is valid [`ASK_CYCLES`] later.
//!   II 1.
//! * `read`: the best value of a group, NULL without levels, is available in the next cycle. II 1.
//!   Not together with a fold.
//! * `clear` empties everything; it is held while its address counts through all memories.
//!
//! A new level goes into the first block of its group that is not full; if there is none, into a
//! new block from the allocator. An empty block is returned. So every block has a level, and as
//! many blocks as levels never run out. `fault` rises if there was no room for a value although
//! `ask` had confirmed it, or if the map could not take it.

use super::allocator::Allocator;
use super::hash_map::HashMap;
use crate::prim::best_of::{BestOf, ENTRY_BITS, WORD_BITS};
use crate::prim::encode::Encode;
use crate::prim::entries::Entries;
use crate::prim::number::Number;
use crate::prim::row_memory::RowMemory;
use engine::build::map_address_bits;
use engine::isa::{INSTRUCTION_SET, Opcode};
use engine::machine::LEVELS_PER_GROUP_MAX;
use rust_hdl::prelude::*;

/// Cycles from a fold to the next.
pub const FOLD_CYCLES: u16 = 10;
/// Cycles from a question to its answer.
pub const ASK_CYCLES: usize = 2;

/// Bits of the handle of a block and of its flag *full*.
const CHILD_BITS: usize = 25;
const CHILDREN_BITS: usize = 32 * CHILD_BITS;

const _: () = assert!(LEVELS_PER_GROUP_MAX == 32 * 32);
const _: () = assert!(
    INSTRUCTION_SET[Opcode::Fold as usize].latency == FOLD_CYCLES + 1,
    "a cycle of the column port"
);
const _: () = assert!(INSTRUCTION_SET[Opcode::Level as usize].latency as usize >= ASK_CYCLES + 2);

/// The level store.
#[derive(LogicBlock, Default)]
pub struct LevelStore {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Empties everything; held high while `clear_address` counts through all addresses.
    pub clear: Signal<In, Bit>,
    /// The address that `clear` empties in this cycle.
    pub clear_address: Signal<In, Bits<24>>,
    /// Keeps the maximum rather than the minimum.
    pub is_max: Signal<In, Bit>,
    /// Folds a value into a row.
    pub fold: Signal<In, Bit>,
    /// Takes the value out instead of adding it.
    pub fold_out: Signal<In, Bit>,
    /// The group of the fold.
    pub fold_row: Signal<In, Bits<24>>,
    /// The value of the fold.
    pub fold_value: Signal<In, Bits<64>>,
    /// Reads the best value of `row`; available in the next cycle.
    pub read: Signal<In, Bit>,
    /// The group that is read.
    pub row: Signal<In, Bits<24>>,
    /// The best value of the group: tag and bits; NULL without levels.
    pub value: Signal<Out, Bits<66>>,
    /// A message starts, or its effects do: forgets what the questions before added.
    pub forget: Signal<In, Bit>,
    /// Asks whether there is room for a level; answered two cycles later.
    pub ask: Signal<In, Bit>,
    /// The group exists; otherwise it has no levels.
    pub ask_group: Signal<In, Bit>,
    /// The group of the question.
    pub ask_row: Signal<In, Bits<24>>,
    /// The value of the question.
    pub ask_value: Signal<In, Bits<64>>,
    /// A question is answered in this cycle.
    pub answer: Signal<Out, Bit>,
    /// With `answer`: the value is a level, or there is room for it.
    pub ok: Signal<Out, Bit>,
    /// A fold found no room; stays high until `clear`.
    pub fault: Signal<Out, Bit>,
    /// Reads the bucket at `scan_address`; only while nothing runs.
    pub scan: Signal<In, Bit>,
    /// The bucket, or the row, that is read back.
    pub scan_address: Signal<In, Bits<24>>,
    /// The slot of the bucket, available in the cycle after `scan`.
    pub scan_slot: Signal<In, Bits<4>>,
    /// The slot holds something.
    pub scan_taken: Signal<Out, Bit>,
    /// The group of the level.
    pub scan_row: Signal<Out, Bits<24>>,
    /// The value of the level.
    pub scan_value: Signal<Out, Bits<64>>,
    /// How often the level is present.
    pub scan_count: Signal<Out, Bits<25>>,
    capacity: Number<25>,
    block_count: Number<25>,
    /// For each level: its count, and its slot with the number of the block above.
    map: HashMap<88, 35>,
    /// For each group: the best of each of its blocks, with a flag *present* above.
    bests: RowMemory<WORD_BITS>,
    /// For each group: the handles of its blocks, with a flag *full* above.
    children: RowMemory<CHILDREN_BITS>,
    /// For each block: its values, with a flag *present* above.
    blocks: RowMemory<WORD_BITS>,
    allocator: Allocator,
    /// For each group: its number of levels.
    counts: RowMemory<11>,
    best: RowMemory<ENTRY_BITS>,
    best_of: BestOf,
    root_entries: Entries<ENTRY_BITS, WORD_BITS>,
    child_entries: Entries<CHILD_BITS, CHILDREN_BITS>,
    block_entries: Entries<ENTRY_BITS, WORD_BITS>,
    block_number: Encode,
    slot_number: Encode,
    /// One bit for each cycle of the fold under way.
    stage: DFF<Bits<10>>,
    out_q: DFF<Bit>,
    row_q: DFF<Bits<24>>,
    value_q: DFF<Bits<64>>,
    known: Signal<Local, Bit>,
    is_last: Signal<Local, Bit>,
    full_plus: Signal<Local, Bits<32>>,
    there_plus: Signal<Local, Bits<32>>,
    /// The effect of the fold: a level comes, a level goes, or only a count changes.
    comes: DFF<Bit>,
    goes: DFF<Bit>,
    recounts: DFF<Bit>,
    recount: DFF<Bits<25>>,
    slot_q: DFF<Bits<10>>,
    /// The block within its group, one bit a block.
    chosen: DFF<Bits<32>>,
    fresh: DFF<Bit>,
    handle: DFF<Bits<24>>,
    handle_2: DFF<Bits<24>>,
    block_q: DFF<Bits<WORD_BITS>>,
    slot_chosen: DFF<Bits<32>>,
    slot_now: Signal<Local, Bits<32>>,
    block_full: DFF<Bit>,
    block_empty: DFF<Bit>,
    root_q: DFF<Bits<WORD_BITS>>,
    children_q: DFF<Bits<CHILDREN_BITS>>,
    of_all: DFF<Bits<25>>,
    changes: Signal<Local, Bit>,
    // The questions.
    asked: DFF<Bit>,
    asked_group: DFF<Bit>,
    judged: DFF<Bit>,
    is_level: DFF<Bit>,
    of_group: DFF<Bits<11>>,
    added: DFF<Bits<11>>,
    group_after: Signal<Local, Bits<12>>,
    all_after: Signal<Local, Bits<26>>,
    fits: Signal<Local, Bit>,
    fault_q: DFF<Bit>,
}

impl LevelStore {
    /// The store of 2^`row_bits` groups that have at most `levels` levels together.
    pub fn new(row_bits: usize, levels: u32) -> LevelStore {
        let blocks = levels.min(32 << row_bits).next_power_of_two();
        let block_bits = blocks.trailing_zeros() as usize;
        LevelStore {
            capacity: Number::new(levels.into()),
            block_count: Number::new(blocks.into()),
            map: HashMap::new(map_address_bits(levels)),
            bests: RowMemory::new(row_bits),
            children: RowMemory::new(row_bits),
            blocks: RowMemory::new(block_bits),
            allocator: Allocator::new(blocks as usize),
            counts: RowMemory::new(row_bits),
            best: RowMemory::new(row_bits),
            ..LevelStore::default()
        }
    }
}

impl Logic for LevelStore {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self, clock, stage, out_q, row_q, value_q, comes, goes, recounts, recount, slot_q,
            chosen, fresh
        );
        dff_setup!(
            self,
            clock,
            handle,
            handle_2,
            block_q,
            slot_chosen,
            block_full,
            block_empty,
            root_q,
            children_q
        );
        dff_setup!(
            self,
            clock,
            of_all,
            asked,
            asked_group,
            judged,
            is_level,
            of_group,
            added,
            fault_q
        );
        self.map.clock.next = self.clock.val();
        self.bests.clock.next = self.clock.val();
        self.children.clock.next = self.clock.val();
        self.blocks.clock.next = self.clock.val();
        self.allocator.clock.next = self.clock.val();
        self.counts.clock.next = self.clock.val();
        self.best.clock.next = self.clock.val();
        self.best_of.clock.next = self.clock.val();
        self.best_of.is_max.next = self.is_max.val();

        // Cycle 0: the map looks up the level, and the root is read.
        self.stage.d.next = self.stage.q.val() << 1;
        if self.fold.val() {
            self.stage.d.next = 2.into();
            self.out_q.d.next = self.fold_out.val();
            self.row_q.d.next = self.fold_row.val();
            self.value_q.d.next = self.fold_value.val();
        }
        self.map.lookup.next = self.fold.val() | self.ask.val();
        self.map.key.next = bit_cast::<88, 24>(self.fold_row.val())
            | (bit_cast::<88, 64>(self.fold_value.val()) << 24);
        if self.ask.val() {
            self.map.key.next = bit_cast::<88, 24>(self.ask_row.val())
                | (bit_cast::<88, 64>(self.ask_value.val()) << 24);
        }
        self.bests.read.next = self.fold.val();
        self.bests.read_address.next = self.fold_row.val();
        self.children.read.next = self.fold.val();
        self.children.read_address.next = self.fold_row.val();
        self.counts.read.next = self.fold.val() | self.ask.val();
        self.counts.read_address.next = self.fold_row.val();
        if self.ask.val() {
            self.counts.read_address.next = self.ask_row.val();
        }

        // Cycle 1: the effect of the fold and its block are known.
        self.known.next = self.map.found.val();
        self.is_last.next = self.map.payload.val().get_bits::<25>(0) == 1;
        self.child_entries.enable.next = self.stage.q.val().get_bit(1)
            | self.stage.q.val().get_bit(2)
            | self.stage.q.val().get_bit(6);
        self.child_entries.word.next = self.children.read_data.val();
        self.full_plus.next = self.child_entries.flags.val() + 1;
        if self.stage.q.val().get_bit(1) {
            self.comes.d.next = !self.out_q.q.val() & !self.known.val();
            self.goes.d.next = self.out_q.q.val() & self.known.val() & self.is_last.val();
            self.recounts.d.next = self.known.val() & (!self.out_q.q.val() | !self.is_last.val());
            self.recount.d.next = self.map.payload.val().get_bits::<25>(0) + 1;
            if self.out_q.q.val() {
                self.recount.d.next = self.map.payload.val().get_bits::<25>(0) - 1;
            }
            self.slot_q.d.next = self.map.payload.val().get_bits::<10>(25);
            self.chosen.d.next = !self.child_entries.flags.val() & self.full_plus.val();
            if self.known.val() {
                self.chosen.d.next = bits::<32>(1) << self.map.payload.val().get_bits::<5>(30);
            }
        }

        // Cycle 2: the block is read, or a new one is empty.
        self.changes.next = self.comes.q.val() | self.goes.q.val();
        self.root_entries.enable.next =
            self.stage.q.val().get_bit(2) | self.stage.q.val().get_bit(6);
        self.root_entries.word.next = self.bests.read_data.val();
        self.root_entries.select.next = self.chosen.q.val();
        self.child_entries.select.next = self.chosen.q.val();
        self.blocks.read.next = self.stage.q.val().get_bit(2);
        self.blocks.read_address.next = self.child_entries.picked.val().get_bits::<24>(0);
        self.allocator.pop.next = false;
        if self.stage.q.val().get_bit(2) {
            self.fresh.d.next = !self.root_entries.picked.val().get_bit(64);
            self.handle.d.next = self.child_entries.picked.val().get_bits::<24>(0);
            self.allocator.pop.next =
                self.comes.q.val() & !self.root_entries.picked.val().get_bit(64);
        }

        // Cycle 3: the slot of the level in the block changes.
        self.block_entries.enable.next = self.stage.q.val().get_bit(3);
        self.block_entries.word.next = self.blocks.read_data.val();
        if self.fresh.q.val() {
            self.block_entries.word.next = 0.into();
        }
        self.there_plus.next = self.block_entries.flags.val() + 1;
        self.slot_now.next = !self.block_entries.flags.val() & self.there_plus.val();
        self.block_entries.entry.next = bit_cast::<65, 64>(self.value_q.q.val())
            | (bit_cast::<65, 1>(self.comes.q.val().into()) << 64);
        if self.goes.q.val() {
            self.slot_now.next = bits::<32>(1) << self.slot_q.q.val().get_bits::<5>(0);
            self.block_entries.entry.next = 0.into();
        }
        self.block_entries.select.next = self.slot_now.val();
        if self.stage.q.val().get_bit(3) {
            self.handle_2.d.next = self.handle.q.val();
            if self.fresh.q.val() {
                self.handle_2.d.next = self.allocator.handle.val();
            }
            self.block_q.d.next = self.block_entries.replaced.val();
            self.slot_chosen.d.next = self.slot_now.val();
            self.block_full.d.next = self.block_entries.flags_after.val().all();
            self.block_empty.d.next = !self.block_entries.flags_after.val().any();
        }

        // Cycle 4: block, map and counts are written. The search for the best of the block starts.
        self.blocks.write.next = self.stage.q.val().get_bit(4) & self.changes.val();
        self.blocks.write_address.next = self.handle_2.q.val();
        self.blocks.write_data.next = self.block_q.q.val();
        self.allocator.free.next =
            self.stage.q.val().get_bit(4) & self.goes.q.val() & self.block_empty.q.val();
        self.allocator.freed.next = self.handle_2.q.val();
        self.block_number.word.next = self.chosen.q.val();
        self.slot_number.word.next = self.slot_chosen.q.val();
        self.map.write_slots.next = 0.into();
        self.map.write_elsewhere.next = self.clear.val();
        self.map.write_address.next = self.clear_address.val();
        self.map.write_taken.next = !self.goes.q.val() & !self.clear.val();
        self.map.write_key.next = bit_cast::<88, 24>(self.row_q.q.val())
            | (bit_cast::<88, 64>(self.value_q.q.val()) << 24);
        self.map.write_payload.next = bit_cast::<35, 25>(self.recount.q.val())
            | (bit_cast::<35, 10>(self.slot_q.q.val()) << 25);
        if self.comes.q.val() {
            self.map.write_payload.next = (bit_cast::<35, 5>(self.slot_number.number.val()) << 25)
                | (bit_cast::<35, 5>(self.block_number.number.val()) << 30)
                | 1;
        }
        self.counts.write.next =
            (self.stage.q.val().get_bit(4) & self.changes.val()) | self.clear.val();
        self.counts.write_address.next = self.row_q.q.val();
        self.counts.write_data.next = self.counts.read_data.val() + 1;
        if self.goes.q.val() {
            self.counts.write_data.next = self.counts.read_data.val() - 1;
        }
        self.fault_q.d.next = self.fault_q.q.val();
        if self.stage.q.val().get_bit(4) {
            if self.comes.q.val() {
                self.map.write_slots.next = self.map.free.val();
                self.of_all.d.next = self.of_all.q.val() + 1;
                if !self.map.free.val().any()
                    | !self.chosen.q.val().any()
                    | (self.fresh.q.val() & !self.allocator.found.val())
                {
                    self.fault_q.d.next = true;
                }
            }
            if self.goes.q.val() {
                self.of_all.d.next = self.of_all.q.val() - 1;
            }
            if self.goes.q.val() | self.recounts.q.val() {
                self.map.write_slots.next = self.map.hit.val();
            }
        }
        self.best_of.enable.next = self.stage.q.val().get_bit(4) | self.stage.q.val().get_bit(7);
        self.best_of.word.next = self.block_q.q.val();

        // Cycle 6: the root gets the new best of the block.
        self.root_entries.entry.next = self.best_of.best.val();
        self.child_entries.entry.next = bit_cast::<25, 24>(self.handle_2.q.val())
            | (bit_cast::<25, 1>(self.block_full.q.val().into()) << 24);
        if self.stage.q.val().get_bit(6) {
            self.root_q.d.next = self.root_entries.replaced.val();
            self.children_q.d.next = self.child_entries.replaced.val();
        }

        // Cycle 7: the root is written. The search for its best starts; it is written in cycle 9.
        self.bests.write.next =
            (self.stage.q.val().get_bit(7) & self.changes.val()) | self.clear.val();
        self.bests.write_address.next = self.row_q.q.val();
        self.bests.write_data.next = self.root_q.q.val();
        self.children.write.next =
            (self.stage.q.val().get_bit(7) & self.changes.val()) | self.clear.val();
        self.children.write_address.next = self.row_q.q.val();
        self.children.write_data.next = self.children_q.q.val();
        if self.stage.q.val().get_bit(7) {
            self.best_of.word.next = self.root_q.q.val();
        }
        self.best.write.next =
            (self.stage.q.val().get_bit(9) & self.changes.val()) | self.clear.val();
        self.best.write_address.next = self.row_q.q.val();
        self.best.write_data.next = self.best_of.best.val();
        if self.clear.val() {
            self.map.write_slots.next = 0xffff.into();
            self.counts.write_address.next = self.clear_address.val();
            self.counts.write_data.next = 0.into();
            self.bests.write_address.next = self.clear_address.val();
            self.bests.write_data.next = 0.into();
            self.children.write_address.next = self.clear_address.val();
            self.children.write_data.next = 0.into();
            self.best.write_address.next = self.clear_address.val();
            self.best.write_data.next = 0.into();
            self.of_all.d.next = 0.into();
            self.fault_q.d.next = false;
        }
        self.allocator.reset.next = self.clear.val();
        self.allocator.rows_max.next = self.block_count.value.val();
        self.allocator.is_hidden.next = true;
        self.allocator.reserve.next = false;
        self.allocator.wanted.next = false;
        self.allocator.finish.next = false;
        self.allocator.accept.next = false;
        self.fault.next = self.fault_q.q.val();

        // A fetch.
        self.best.read.next = self.read.val();
        self.best.read_address.next = self.row.val();
        self.value.next = bit_cast::<66, 64>(self.best.read_data.val().get_bits::<64>(0));
        if !self.best.read_data.val().get_bit(64) {
            self.value.next = bit_cast::<66, 2>(1.into()) << 64;
        }

        // Questions: map and count are read after one cycle, the answer comes after two.
        self.asked.d.next = self.ask.val();
        self.asked_group.d.next = self.ask_group.val();
        self.judged.d.next = self.asked.q.val();
        self.is_level.d.next = self.asked_group.q.val() & self.map.found.val();
        self.of_group.d.next = 0.into();
        if self.asked_group.q.val() {
            self.of_group.d.next = self.counts.read_data.val();
        }
        self.group_after.next =
            bit_cast::<12, 11>(self.of_group.q.val()) + bit_cast::<12, 11>(self.added.q.val());
        self.all_after.next =
            bit_cast::<26, 25>(self.of_all.q.val()) + bit_cast::<26, 11>(self.added.q.val());
        self.fits.next = (self.group_after.val() < 1024)
            & (self.all_after.val() < bit_cast::<26, 25>(self.capacity.value.val()));
        self.answer.next = self.judged.q.val();
        self.ok.next = self.is_level.q.val() | self.fits.val();
        if self.judged.q.val() & !self.is_level.q.val() & self.fits.val() {
            self.added.d.next = self.added.q.val() + 1;
        }
        if self.forget.val() {
            self.added.d.next = 0.into();
        }

        self.map.scan.next = self.scan.val();
        self.map.scan_address.next = self.scan_address.val();
        self.map.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.map.scan_taken.val();
        self.scan_row.next = self.map.scan_key.val().get_bits::<24>(0);
        self.scan_value.next = self.map.scan_key.val().get_bits::<64>(24);
        self.scan_count.next = self.map.scan_payload.val().get_bits::<25>(0);

        if self.reset.val() | self.clear.val() {
            self.stage.d.next = 0.into();
            self.asked.d.next = false;
            self.judged.d.next = false;
        }
    }
}
