// SPDX-License-Identifier: Apache-2.0

//! A hidden table: groups with their number of members, counts, sums, minima and maxima, and a
//! separate key index.
//!
//! ```text
//!  slots, predicates ─▶ key_unit ──opened, closing──▶ members
//!                           ▲                            │
//!                           └────── last member ◀────────┘
//!  slots ─────────────▶ fetch_port ─▶ members, sum banks, level stores ─▶ values to buses
//!  column ports ────────────────────▶ sum banks, level stores
//! ```
//! Columns of a fetch: 0 the members, 1 to 4 the sum banks, 5 and 6 the level stores. Sum bank s
//! takes the folds of ports s and s + 4; level store l takes the folds and questions of ports
//! l, l + 2, l + 4 and l + 6.
//!
//! The configuration word is `engine::microcode::parts::unit`. The key columns of a group are only
//! in the index, since nothing fetches them.

mod logic;

use super::fetch_port::FetchPort;
use super::key_unit::KeyUnit;
use super::level_store::{ASK_CYCLES, LevelStore};
use super::sum_bank::SumBank;
use crate::prim::columns::COLUMNS_BITS;
use crate::prim::row_memory::RowMemory;
use engine::build::{LEVELS, SUMS};
use engine::microcode::parts::unit;
use rust_hdl::prelude::*;

/// Bits of the configuration word.
const SETTINGS_BITS: usize = unit::BITS;

const _: () = assert!(SUMS == 4 && LEVELS == 2 && ASK_CYCLES == 2);

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
    /// The effects of a reject are under way: operations of that side take place.
    pub effects: Signal<In, Bit>,
    /// They are settled: its changes are allowed.
    pub permit_effects: Signal<In, Bit>,
    /// The message under way is decided, or its effects are settled.
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
    /// A message starts, or its effects do: the level stores forget what the questions before
    /// added.
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
