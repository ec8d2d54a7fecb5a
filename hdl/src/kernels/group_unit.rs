// SPDX-License-Identifier: Apache-2.0

//! A hidden table: groups with their number of members, counts, sums, minima and maxima, and a key
//! index of their own.
//!
//! ```text
//!  slots, predicates ─▶ key_unit ──opened, closing──▶ members
//!                           ▲                            │
//!                           └────── last member ◀────────┘
//!  slots ─────────────▶ fetch_port ─▶ members, sum banks, level stores ─▶ values to buses
//!  column ports ────────────────────▶ sum banks, level stores
//! ```
//! Columns of a fetch: 0 the members, 1 to 4 the sum banks, 5 and 6 the level stores. Sum bank s
//! takes the folds of ports s and s + 4; level store l takes the folds and questions of ports l, l
//! + 2, l + 4 and l + 6.
//!
//! The configuration word is `engine::microcode::parts::unit`. The key columns of a group are only
//! in the index, since nothing fetches them.

use super::fetch_port::FetchPort;
use super::key_unit::KeyUnit;
use super::level_store::{ASK_CYCLES, LevelStore};
use super::sum_bank::SumBank;
use crate::prim::columns::COLUMNS_BITS;
use crate::prim::row_memory::RowMemory;
use crate::words::UnitWord;
use engine::build::{LEVELS, SUMS};
use engine::microcode::parts::unit;
use rust_hdl::prelude::*;

/// Bits of the configuration word.
const SETTINGS_BITS: usize = unit::BITS;

const _: () = assert!(SUMS == 4 && LEVELS == 2 && ASK_CYCLES == 2);
const _: () = assert!(unit::COUNTS[0].at == 32 && unit::MAXIMA[0].at == 36);

/// The unit of a hidden table.
#[derive(LogicBlock, Default)]
pub struct GroupUnit {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// Empties everything; held high while `clear_address` counts through all addresses.
    pub clear: Signal<In, Bit>,
    /// The address that `clear` empties in this cycle.
    pub clear_address: Signal<In, Bits<24>>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The message under way is accepted: changes are allowed.
    pub permit: Signal<In, Bit>,
    /// The message under way is decided.
    pub finish: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// The program memory that is written: bits 0 to 6 those of the key unit, bit 7 first words of
    /// fetches.
    pub program_write: Signal<In, Bits<8>>,
    /// `program_data` is a second word of a fetch.
    pub second_write: Signal<In, Bit>,
    /// `program_data` is the configuration of the unit.
    pub configure: Signal<In, Bit>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// The slot of operand a.
    pub a_slot: Signal<Out, Bits<10>>,
    /// The content of slot a: tag and bits.
    pub a_data: Signal<In, Bits<66>>,
    /// The slot of operand b.
    pub b_slot: Signal<Out, Bits<10>>,
    /// The content of slot b: tag and bits.
    pub b_data: Signal<In, Bits<66>>,
    /// The slot of operand c.
    pub c_slot: Signal<Out, Bits<10>>,
    /// The content of slot c: tag and bits.
    pub c_data: Signal<In, Bits<66>>,
    /// The slot of operand d.
    pub d_slot: Signal<Out, Bits<10>>,
    /// The content of slot d: tag and bits.
    pub d_data: Signal<In, Bits<66>>,
    /// The slot of the row.
    pub row_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub row_data: Signal<In, Bits<66>>,
    /// The slot of the row that is fetched.
    pub fetch_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub fetch_data: Signal<In, Bits<66>>,
    /// The address of the predicate in the predicate files.
    pub predicate: Signal<Out, Bits<11>>,
    /// The truth of that predicate.
    pub predicate_data: Signal<In, Bits<3>>,
    /// The address of the predicate of a reserve.
    pub reserve_predicate: Signal<Out, Bits<11>>,
    /// The truth of that predicate.
    pub reserve_predicate_data: Signal<In, Bits<3>>,
    /// A key operation answers in this cycle.
    pub answer: Signal<Out, Bit>,
    /// The slot that the answer goes to.
    pub answer_slot: Signal<Out, Bits<10>>,
    /// The answer: a row, or a tag.
    pub answer_data: Signal<Out, Bits<66>>,
    /// A reserve answers in this cycle.
    pub reserved: Signal<Out, Bit>,
    /// The slot that the reserved row goes to.
    pub reserved_slot: Signal<Out, Bits<10>>,
    /// The reserved row, or a tag.
    pub reserved_data: Signal<Out, Bits<66>>,
    /// The entry that the outcome of the reserve goes to.
    pub reserved_entry: Signal<Out, Bits<8>>,
    /// The outcome of the reserve: true unless there is no free row.
    pub reserved_truth: Signal<Out, Bits<3>>,
    /// The columns of a row are valid in this cycle.
    pub fetched: Signal<Out, Bit>,
    /// The tag of the row; if it is not 0, it replaces all columns.
    pub fetched_tag: Signal<Out, Bits<2>>,
    /// The first word of the fetch, delayed to the values.
    pub fetched_first: Signal<Out, Bits<64>>,
    /// The second word of the fetch, delayed to the values.
    pub fetched_second: Signal<Out, Bits<64>>,
    /// The values of all columns, column 0 lowest, 66 bits each.
    pub fetched_values: Signal<Out, Bits<COLUMNS_BITS>>,
    /// One bit a column port: it folds into a sum bank.
    pub fold: Signal<In, Bits<8>>,
    /// One bit a column port: it folds into a level store.
    pub level: Signal<In, Bits<8>>,
    /// One bit a column port: it asks a level store.
    pub ask: Signal<In, Bits<8>>,
    /// A message starts: the level stores forget what the last one added.
    pub forget: Signal<In, Bit>,
    /// One bit a column port: its question is about a group that exists.
    pub ask_group: Signal<In, Bits<8>>,
    /// The questions of the column ports, 12 bits each, see `column_port`.
    pub ask_words: Signal<In, Bits<96>>,
    /// Level store 0 answers in this cycle.
    pub level_valid_0: Signal<Out, Bit>,
    /// The entry of its answer.
    pub level_entry_0: Signal<Out, Bits<8>>,
    /// Its answer.
    pub level_truth_0: Signal<Out, Bits<3>>,
    /// Level store 1 answers in this cycle.
    pub level_valid_1: Signal<Out, Bit>,
    /// The entry of its answer.
    pub level_entry_1: Signal<Out, Bits<8>>,
    /// Its answer.
    pub level_truth_1: Signal<Out, Bits<3>>,
    /// One bit a column port: its fold takes the value out.
    pub fold_out: Signal<In, Bits<8>>,
    /// The groups of the column ports, 24 bits each, port 0 lowest.
    pub fold_rows: Signal<In, Bits<192>>,
    /// The values of the column ports, 66 bits each, port 0 lowest.
    pub fold_values: Signal<In, Bits<528>>,
    /// The number of groups.
    pub rows: Signal<Out, Bits<25>>,
    /// A structure could not take what was accepted; stays high until `clear`.
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
    /// The group of the key.
    pub scan_row: Signal<Out, Bits<24>>,
    /// Reads members and sum banks of the group at `scan_address`; only while nothing runs.
    pub scan_fetch: Signal<In, Bit>,
    /// The cell: 0 the members, 1 to 4 count and sum of a sum bank.
    pub scan_column: Signal<In, Bits<4>>,
    /// The cell that is read back.
    pub scan_data: Signal<Out, Bits<128>>,
    /// The level store whose levels are read back.
    pub scan_store: Signal<In, Bit>,
    /// The slot of the level store holds a level.
    pub scan_level_taken: Signal<Out, Bit>,
    /// Group in bits 0 to 23 and value in bits 24 to 87 of that level.
    pub scan_level: Signal<Out, Bits<88>>,
    /// How often that level is present.
    pub scan_level_count: Signal<Out, Bits<25>>,
    key_unit: KeyUnit,
    fetch_port: FetchPort,
    members: RowMemory<25>,
    sums: [SumBank; SUMS],
    levels: [LevelStore; LEVELS],
    /// The questions under way: entry, truth, open, valid.
    asked_0: [DFF<Bits<13>>; ASK_CYCLES],
    asked_1: [DFF<Bits<13>>; ASK_CYCLES],
    settings: DFF<Bits<SETTINGS_BITS>>,
    opened_q: DFF<Bit>,
    opened_row_q: DFF<Bits<24>>,
    read_row: Signal<Local, Bits<24>>,
    members_fewer: Signal<Local, Bits<25>>,
}

impl GroupUnit {
    /// The unit of 2^`row_bits` groups, whose level stores hold `levels` levels each.
    pub fn new(row_bits: usize, levels: u32) -> GroupUnit {
        GroupUnit {
            key_unit: KeyUnit::new(row_bits),
            members: RowMemory::new(row_bits),
            sums: std::array::from_fn(|_| SumBank::new(row_bits)),
            levels: std::array::from_fn(|_| LevelStore::new(row_bits, levels)),
            ..GroupUnit::default()
        }
    }
}

impl Logic for GroupUnit {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, settings, opened_q, opened_row_q);
        if self.configure.val() {
            self.settings.d.next = self.program_data.val().get_bits::<SETTINGS_BITS>(0);
        }
        self.key_unit.clock.next = self.clock.val();
        self.key_unit.reset.next = self.reset.val();
        self.key_unit.clear.next = self.clear.val();
        self.key_unit.clear_address.next = self.clear_address.val();
        self.key_unit.rows_max.next = self.settings.q.val().get_value_rows_max();
        self.key_unit.is_hidden.next = true;
        self.key_unit.live.next = self.live.val();
        self.key_unit.permit.next = self.permit.val();
        self.key_unit.finish.next = self.finish.val();
        self.key_unit.address.next = self.address.val();
        self.key_unit.program_write.next = self.program_write.val().get_bits::<7>(0);
        self.key_unit.program_address.next = self.program_address.val();
        self.key_unit.program_data.next = self.program_data.val();
        self.a_slot.next = self.key_unit.slot[0].val();
        self.key_unit.slot_data[0].next = self.a_data.val();
        self.b_slot.next = self.key_unit.slot[1].val();
        self.key_unit.slot_data[1].next = self.b_data.val();
        self.c_slot.next = self.key_unit.slot[2].val();
        self.key_unit.slot_data[2].next = self.c_data.val();
        self.d_slot.next = self.key_unit.slot[3].val();
        self.key_unit.slot_data[3].next = self.d_data.val();
        self.row_slot.next = self.key_unit.row_slot.val();
        self.key_unit.row_data.next = self.row_data.val();
        self.predicate.next = self.key_unit.predicate.val();
        self.key_unit.predicate_data.next = self.predicate_data.val();
        self.reserve_predicate.next = self.key_unit.reserve_predicate.val();
        self.key_unit.reserve_predicate_data.next = self.reserve_predicate_data.val();
        self.answer.next = self.key_unit.answer.val();
        self.answer_slot.next = self.key_unit.answer_slot.val();
        self.answer_data.next = self.key_unit.answer_data.val();
        self.reserved.next = self.key_unit.reserved.val();
        self.reserved_slot.next = self.key_unit.reserved_slot.val();
        self.reserved_data.next = self.key_unit.reserved_data.val();
        self.reserved_entry.next = self.key_unit.reserved_entry.val();
        self.reserved_truth.next = self.key_unit.reserved_truth.val();
        self.rows.next = self.key_unit.rows.val();
        self.fault.next =
            self.key_unit.fault.val() | self.levels[0].fault.val() | self.levels[1].fault.val();
        self.key_unit.scan.next = self.scan.val();
        self.key_unit.scan_address.next = self.scan_address.val();
        self.key_unit.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.key_unit.scan_taken.val();
        self.scan_key.next = self.key_unit.scan_key.val();
        self.scan_row.next = self.key_unit.scan_row.val();

        self.fetch_port.clock.next = self.clock.val();
        self.fetch_port.reset.next = self.reset.val();
        self.fetch_port.live.next = self.live.val();
        self.fetch_port.address.next = self.address.val();
        self.fetch_port.program_write.next =
            bit_cast::<2, 1>(self.program_write.val().get_bit(7).into())
                | (bit_cast::<2, 1>(self.second_write.val().into()) << 1);
        self.fetch_port.program_address.next = self.program_address.val();
        self.fetch_port.program_data.next = self.program_data.val();
        self.fetch_slot.next = self.fetch_port.row_slot.val();
        self.fetch_port.row_data.next = self.fetch_data.val();
        self.fetched.next = self.fetch_port.fetched.val();
        self.fetched_tag.next = self.fetch_port.fetched_tag.val();
        self.fetched_first.next = self.fetch_port.fetched_first.val();
        self.fetched_second.next = self.fetch_port.fetched_second.val();
        self.read_row.next = self.fetch_port.row.val();
        if self.scan_fetch.val() {
            self.read_row.next = self.scan_address.val();
        }

        // Members are read for a fetch, for a close in t + 1, and for an open in t + 3. They are
        // written one cycle later.
        self.members.clock.next = self.clock.val();
        self.members.read.next = self.fetch_port.read.val()
            | self.scan_fetch.val()
            | self.key_unit.member_read.val()
            | self.key_unit.opened.val();
        self.members.read_address.next = self.read_row.val();
        if self.key_unit.member_read.val() {
            self.members.read_address.next = self.key_unit.member_row.val();
        }
        if self.key_unit.opened.val() {
            self.members.read_address.next = self.key_unit.opened_row.val();
        }
        self.opened_q.d.next = self.key_unit.opened.val() & !self.reset.val();
        self.opened_row_q.d.next = self.key_unit.opened_row.val();
        self.members_fewer.next = self.members.read_data.val() - 1;
        self.key_unit.last_member.next = !self.members_fewer.val().any();
        self.members.write.next =
            self.opened_q.q.val() | self.key_unit.closing.val() | self.clear.val();
        self.members.write_address.next = self.opened_row_q.q.val();
        self.members.write_data.next = self.members.read_data.val() + 1;
        if self.key_unit.closing.val() {
            self.members.write_address.next = self.key_unit.closing_row.val();
            self.members.write_data.next = self.members_fewer.val();
        }
        if self.clear.val() {
            self.members.write_address.next = self.clear_address.val();
            self.members.write_data.next = 0.into();
        }

        for s in 0..4 {
            self.sums[s].clock.next = self.clock.val();
            self.sums[s].reset.next = self.reset.val();
            self.sums[s].clear.next = self.clear.val();
            self.sums[s].clear_address.next = self.clear_address.val();
            self.sums[s].is_count.next = self.settings.q.val().get_bit(s + 32);
            self.sums[s].fold.next = self.fold.val().get_bit(s) | self.fold.val().get_bit(s + 4);
            self.sums[s].fold_out.next = self.fold_out.val().get_bit(s);
            self.sums[s].read.next = self.fetch_port.read.val() | self.scan_fetch.val();
            self.sums[s].row.next = self.read_row.val();
            if self.fold.val().get_bit(s + 4) {
                self.sums[s].fold_out.next = self.fold_out.val().get_bit(s + 4);
            }
        }
        self.sums[0].fold_row.next = self.fold_rows.val().get_bits::<24>(0);
        self.sums[0].fold_value.next = self.fold_values.val().get_bits::<64>(0);
        self.sums[1].fold_row.next = self.fold_rows.val().get_bits::<24>(24);
        self.sums[1].fold_value.next = self.fold_values.val().get_bits::<64>(66);
        self.sums[2].fold_row.next = self.fold_rows.val().get_bits::<24>(48);
        self.sums[2].fold_value.next = self.fold_values.val().get_bits::<64>(132);
        self.sums[3].fold_row.next = self.fold_rows.val().get_bits::<24>(72);
        self.sums[3].fold_value.next = self.fold_values.val().get_bits::<64>(198);
        if self.fold.val().get_bit(4) {
            self.sums[0].fold_row.next = self.fold_rows.val().get_bits::<24>(96);
            self.sums[0].fold_value.next = self.fold_values.val().get_bits::<64>(264);
        }
        if self.fold.val().get_bit(5) {
            self.sums[1].fold_row.next = self.fold_rows.val().get_bits::<24>(120);
            self.sums[1].fold_value.next = self.fold_values.val().get_bits::<64>(330);
        }
        if self.fold.val().get_bit(6) {
            self.sums[2].fold_row.next = self.fold_rows.val().get_bits::<24>(144);
            self.sums[2].fold_value.next = self.fold_values.val().get_bits::<64>(396);
        }
        if self.fold.val().get_bit(7) {
            self.sums[3].fold_row.next = self.fold_rows.val().get_bits::<24>(168);
            self.sums[3].fold_value.next = self.fold_values.val().get_bits::<64>(462);
        }
        for l in 0..2 {
            self.levels[l].clock.next = self.clock.val();
            self.levels[l].reset.next = self.reset.val();
            self.levels[l].clear.next = self.clear.val();
            self.levels[l].clear_address.next = self.clear_address.val();
            self.levels[l].is_max.next = self.settings.q.val().get_bit(l + 36);
            self.levels[l].forget.next = self.forget.val();
            self.levels[l].read.next = self.fetch_port.read.val() | self.scan_fetch.val();
            self.levels[l].row.next = self.read_row.val();
            self.levels[l].scan.next = self.scan.val();
            self.levels[l].scan_address.next = self.scan_address.val();
            self.levels[l].scan_slot.next = self.scan_slot.val();
        }
        self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(0);
        self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(0);
        self.levels[0].fold_out.next = self.fold_out.val().get_bit(0);
        self.levels[0].ask_group.next = self.ask_group.val().get_bit(0);
        self.asked_0[0].d.next = 0.into();
        if self.ask.val().get_bit(0) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(0)) | 0x1000;
        }
        if self.level.val().get_bit(2) | self.ask.val().get_bit(2) {
            self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(48);
            self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(132);
            self.levels[0].fold_out.next = self.fold_out.val().get_bit(2);
            self.levels[0].ask_group.next = self.ask_group.val().get_bit(2);
        }
        if self.ask.val().get_bit(2) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(24)) | 0x1000;
        }
        if self.level.val().get_bit(4) | self.ask.val().get_bit(4) {
            self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(96);
            self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(264);
            self.levels[0].fold_out.next = self.fold_out.val().get_bit(4);
            self.levels[0].ask_group.next = self.ask_group.val().get_bit(4);
        }
        if self.ask.val().get_bit(4) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(48)) | 0x1000;
        }
        if self.level.val().get_bit(6) | self.ask.val().get_bit(6) {
            self.levels[0].fold_row.next = self.fold_rows.val().get_bits::<24>(144);
            self.levels[0].fold_value.next = self.fold_values.val().get_bits::<64>(396);
            self.levels[0].fold_out.next = self.fold_out.val().get_bit(6);
            self.levels[0].ask_group.next = self.ask_group.val().get_bit(6);
        }
        if self.ask.val().get_bit(6) {
            self.asked_0[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(72)) | 0x1000;
        }
        self.levels[0].fold.next = self.level.val().get_bit(0)
            | self.level.val().get_bit(2)
            | self.level.val().get_bit(4)
            | self.level.val().get_bit(6);
        self.levels[0].ask.next = (self.ask.val().get_bit(0) & self.ask_words.val().get_bit(11))
            | (self.ask.val().get_bit(2) & self.ask_words.val().get_bit(35))
            | (self.ask.val().get_bit(4) & self.ask_words.val().get_bit(59))
            | (self.ask.val().get_bit(6) & self.ask_words.val().get_bit(83));
        self.levels[0].ask_row.next = self.levels[0].fold_row.val();
        self.levels[0].ask_value.next = self.levels[0].fold_value.val();
        for i in 0..2 {
            self.asked_0[i].clock.next = self.clock.val();
        }
        for i in 1..2 {
            self.asked_0[i].d.next = self.asked_0[i - 1].q.val();
        }
        self.level_valid_0.next = self.asked_0[1].q.val().get_bit(12);
        self.level_entry_0.next = self.asked_0[1].q.val().get_bits::<8>(0);
        self.level_truth_0.next = self.asked_0[1].q.val().get_bits::<3>(8);
        if self.asked_0[1].q.val().get_bit(11) & !self.levels[0].ok.val() {
            self.level_truth_0.next = 0.into();
        }
        self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(24);
        self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(66);
        self.levels[1].fold_out.next = self.fold_out.val().get_bit(1);
        self.levels[1].ask_group.next = self.ask_group.val().get_bit(1);
        self.asked_1[0].d.next = 0.into();
        if self.ask.val().get_bit(1) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(12)) | 0x1000;
        }
        if self.level.val().get_bit(3) | self.ask.val().get_bit(3) {
            self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(72);
            self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(198);
            self.levels[1].fold_out.next = self.fold_out.val().get_bit(3);
            self.levels[1].ask_group.next = self.ask_group.val().get_bit(3);
        }
        if self.ask.val().get_bit(3) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(36)) | 0x1000;
        }
        if self.level.val().get_bit(5) | self.ask.val().get_bit(5) {
            self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(120);
            self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(330);
            self.levels[1].fold_out.next = self.fold_out.val().get_bit(5);
            self.levels[1].ask_group.next = self.ask_group.val().get_bit(5);
        }
        if self.ask.val().get_bit(5) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(60)) | 0x1000;
        }
        if self.level.val().get_bit(7) | self.ask.val().get_bit(7) {
            self.levels[1].fold_row.next = self.fold_rows.val().get_bits::<24>(168);
            self.levels[1].fold_value.next = self.fold_values.val().get_bits::<64>(462);
            self.levels[1].fold_out.next = self.fold_out.val().get_bit(7);
            self.levels[1].ask_group.next = self.ask_group.val().get_bit(7);
        }
        if self.ask.val().get_bit(7) {
            self.asked_1[0].d.next =
                bit_cast::<13, 12>(self.ask_words.val().get_bits::<12>(84)) | 0x1000;
        }
        self.levels[1].fold.next = self.level.val().get_bit(1)
            | self.level.val().get_bit(3)
            | self.level.val().get_bit(5)
            | self.level.val().get_bit(7);
        self.levels[1].ask.next = (self.ask.val().get_bit(1) & self.ask_words.val().get_bit(23))
            | (self.ask.val().get_bit(3) & self.ask_words.val().get_bit(47))
            | (self.ask.val().get_bit(5) & self.ask_words.val().get_bit(71))
            | (self.ask.val().get_bit(7) & self.ask_words.val().get_bit(95));
        self.levels[1].ask_row.next = self.levels[1].fold_row.val();
        self.levels[1].ask_value.next = self.levels[1].fold_value.val();
        for i in 0..2 {
            self.asked_1[i].clock.next = self.clock.val();
        }
        for i in 1..2 {
            self.asked_1[i].d.next = self.asked_1[i - 1].q.val();
        }
        self.level_valid_1.next = self.asked_1[1].q.val().get_bit(12);
        self.level_entry_1.next = self.asked_1[1].q.val().get_bits::<8>(0);
        self.level_truth_1.next = self.asked_1[1].q.val().get_bits::<3>(8);
        if self.asked_1[1].q.val().get_bit(11) & !self.levels[1].ok.val() {
            self.level_truth_1.next = 0.into();
        }
        // A reset drops the questions under way.
        if self.reset.val() {
            for i in 0..2 {
                self.asked_0[i].d.next = 0.into();
                self.asked_1[i].d.next = 0.into();
            }
        }
        self.scan_level_taken.next = self.levels[0].scan_taken.val();
        self.scan_level.next = bit_cast::<88, 24>(self.levels[0].scan_row.val())
            | (bit_cast::<88, 64>(self.levels[0].scan_value.val()) << 24);
        self.scan_level_count.next = self.levels[0].scan_count.val();
        if self.scan_store.val() {
            self.scan_level_taken.next = self.levels[1].scan_taken.val();
            self.scan_level.next = bit_cast::<88, 24>(self.levels[1].scan_row.val())
                | (bit_cast::<88, 64>(self.levels[1].scan_value.val()) << 24);
            self.scan_level_count.next = self.levels[1].scan_count.val();
        }
        self.fetched_values.next = bit_cast::<COLUMNS_BITS, 25>(self.members.read_data.val())
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[0].value.val()) << 66)
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[1].value.val()) << 132)
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[2].value.val()) << 198)
            | (bit_cast::<COLUMNS_BITS, 66>(self.sums[3].value.val()) << 264)
            | (bit_cast::<COLUMNS_BITS, 66>(self.levels[0].value.val()) << 330)
            | (bit_cast::<COLUMNS_BITS, 66>(self.levels[1].value.val()) << 396);

        self.scan_data.next = bit_cast::<128, 25>(self.members.read_data.val());
        if self.scan_column.val() == 1 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[0].content.val());
        }
        if self.scan_column.val() == 2 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[1].content.val());
        }
        if self.scan_column.val() == 3 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[2].content.val());
        }
        if self.scan_column.val() == 4 {
            self.scan_data.next = bit_cast::<128, 121>(self.sums[3].content.val());
        }
    }
}
