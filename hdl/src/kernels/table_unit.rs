// SPDX-License-Identifier: Apache-2.0

//! A declared table: its key index, the columns of its rows, and the ports by which programs access
//! them.
//!
//! ```text
//!  slots, predicates ─▶ key_unit ──────────────▶ rows to buses, entries to the verdict tree
//!  slots ─────────────▶ fetch_port ─▶ columns ─▶ values to buses
//!  column ports ───────────────────▶ columns
//! ```
//! Of the configuration word, `engine::microcode::parts::unit`, a declared table uses the number of
//! rows.

use super::fetch_port::FetchPort;
use super::key_unit::KeyUnit;
use crate::prim::columns::{COLUMNS_BITS, Columns};
use crate::word_parts::UnitWord;
use rust_hdl::prelude::*;

/// The unit of a declared table.
#[derive(LogicBlock, Default)]
pub struct TableUnit {
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
    /// One bit a column port: it writes a cell of this table.
    pub write: Signal<In, Bits<8>>,
    /// The column that each port writes, 4 bits a port.
    pub write_columns: Signal<In, Bits<32>>,
    /// The row that each port writes, 24 bits a port.
    pub write_rows: Signal<In, Bits<192>>,
    /// The value that each port writes, 66 bits a port.
    pub write_values: Signal<In, Bits<528>>,
    /// The number of rows in use.
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
    /// The row of the key.
    pub scan_row: Signal<Out, Bits<24>>,
    /// Reads the columns of the row at `scan_address`; only while nothing runs.
    pub scan_fetch: Signal<In, Bit>,
    /// The column that is read back.
    pub scan_column: Signal<In, Bits<4>>,
    /// The cell that is read back.
    pub scan_data: Signal<Out, Bits<128>>,
    key_unit: KeyUnit,
    fetch_port: FetchPort,
    columns: Columns,
    rows_max: DFF<Bits<25>>,
    bit_position: Signal<Local, Bits<10>>,
    shifted: Signal<Local, Bits<COLUMNS_BITS>>,
}

impl TableUnit {
    /// The unit of a table of 2^`row_bits` rows.
    pub fn new(row_bits: usize) -> TableUnit {
        TableUnit {
            key_unit: KeyUnit::new(row_bits),
            columns: Columns::new(row_bits),
            ..TableUnit::default()
        }
    }
}

impl Logic for TableUnit {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, rows_max);
        if self.configure.val() {
            self.rows_max.d.next = self.program_data.val().get_value_rows_max();
        }
        self.key_unit.clock.next = self.clock.val();
        self.key_unit.reset.next = self.reset.val();
        self.key_unit.clear.next = self.clear.val();
        self.key_unit.clear_address.next = self.clear_address.val();
        self.key_unit.rows_max.next = self.rows_max.q.val();
        self.key_unit.is_hidden.next = false;
        self.key_unit.live.next = self.live.val();
        self.key_unit.permit.next = self.permit.val();
        self.key_unit.effects.next = self.effects.val();
        self.key_unit.permit_effects.next = self.permit_effects.val();
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
        // A row has no members, so a delete always removes it.
        self.key_unit.last_member.next = true;
        self.rows.next = self.key_unit.rows.val();
        self.fault.next = self.key_unit.fault.val();
        self.key_unit.scan.next = self.scan.val();
        self.key_unit.scan_address.next = self.scan_address.val();
        self.key_unit.scan_slot.next = self.scan_slot.val();
        self.scan_taken.next = self.key_unit.scan_taken.val();
        self.scan_key.next = self.key_unit.scan_key.val();
        self.scan_row.next = self.key_unit.scan_row.val();

        self.fetch_port.clock.next = self.clock.val();
        self.fetch_port.reset.next = self.reset.val();
        self.fetch_port.live.next = self.live.val();
        self.fetch_port.effects.next = self.effects.val();
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

        self.columns.clock.next = self.clock.val();
        self.columns.read.next = self.fetch_port.read.val() | self.scan_fetch.val();
        self.columns.row.next = self.fetch_port.row.val();
        if self.scan_fetch.val() {
            self.columns.row.next = self.scan_address.val();
        }
        self.columns.write.next = self.write.val();
        self.columns.write_columns.next = self.write_columns.val();
        self.columns.write_rows.next = self.write_rows.val();
        self.columns.write_values.next = self.write_values.val();
        self.fetched_values.next = self.columns.values.val();

        // Column c begins at bit 66 * c.
        self.bit_position.next = (bit_cast::<10, 4>(self.scan_column.val()) << 6)
            + (bit_cast::<10, 4>(self.scan_column.val()) << 1);
        self.shifted.next = self.columns.values.val() >> self.bit_position.val();
        self.scan_data.next = bit_cast::<128, 66>(self.shifted.val().get_bits::<66>(0));
    }
}
