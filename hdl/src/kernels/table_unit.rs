// SPDX-License-Identifier: Apache-2.0

//! A declared table: its key index, its rows' columns, and the ports that programs reach them by.
//!
//! ```text
//!  slots, predicates ─▶ key_unit ──────────────▶ rows to buses, entries to the verdict tree
//!  slots ─────────────▶ fetch_port ─▶ columns ─▶ values to buses
//!  column ports ───────────────────▶ columns
//! ```
//! The configuration word: `rows_max` in bits 0 to 24. Everything else is the parts'.

use super::fetch_port::FetchPort;
use super::key_unit::KeyUnit;
use crate::prim::columns::{COLUMNS_BITS, Columns};
use rust_hdl::prelude::*;

/// The unit.
#[derive(LogicBlock, Default)]
pub struct TableUnit {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub clear: Signal<In, Bit>,
    pub clear_address: Signal<In, Bits<24>>,
    pub live: Signal<In, Bit>,
    pub permit: Signal<In, Bit>,
    pub finish: Signal<In, Bit>,
    pub address: Signal<In, Bits<11>>,
    /// Which program memory is written: the key unit's seven, the fetch port's first.
    pub program_write: Signal<In, Bits<8>>,
    /// The fetch port's second.
    pub second_write: Signal<In, Bit>,
    pub configure: Signal<In, Bit>,
    pub program_address: Signal<In, Bits<11>>,
    pub program_data: Signal<In, Bits<64>>,
    pub a_slot: Signal<Out, Bits<10>>,
    pub a_data: Signal<In, Bits<66>>,
    pub b_slot: Signal<Out, Bits<10>>,
    pub b_data: Signal<In, Bits<66>>,
    pub c_slot: Signal<Out, Bits<10>>,
    pub c_data: Signal<In, Bits<66>>,
    pub d_slot: Signal<Out, Bits<10>>,
    pub d_data: Signal<In, Bits<66>>,
    pub row_slot: Signal<Out, Bits<10>>,
    pub row_data: Signal<In, Bits<66>>,
    pub fetch_slot: Signal<Out, Bits<10>>,
    pub fetch_data: Signal<In, Bits<66>>,
    pub predicate: Signal<Out, Bits<11>>,
    pub predicate_data: Signal<In, Bits<3>>,
    pub reserve_predicate: Signal<Out, Bits<11>>,
    pub reserve_predicate_data: Signal<In, Bits<3>>,
    pub answer: Signal<Out, Bit>,
    pub answer_slot: Signal<Out, Bits<10>>,
    pub answer_data: Signal<Out, Bits<66>>,
    pub reserved: Signal<Out, Bit>,
    pub reserved_slot: Signal<Out, Bits<10>>,
    pub reserved_data: Signal<Out, Bits<66>>,
    pub reserved_entry: Signal<Out, Bits<8>>,
    pub reserved_truth: Signal<Out, Bits<3>>,
    pub fetched: Signal<Out, Bit>,
    pub fetched_tag: Signal<Out, Bits<2>>,
    pub fetched_first: Signal<Out, Bits<64>>,
    pub fetched_second: Signal<Out, Bits<64>>,
    pub fetched_values: Signal<Out, Bits<COLUMNS_BITS>>,
    /// What the column ports have for this table, see `prim::columns`.
    pub write: Signal<In, Bits<8>>,
    pub write_columns: Signal<In, Bits<32>>,
    pub write_rows: Signal<In, Bits<192>>,
    pub write_values: Signal<In, Bits<528>>,
    pub rows: Signal<Out, Bits<25>>,
    pub fault: Signal<Out, Bit>,
    pub scan: Signal<In, Bit>,
    pub scan_address: Signal<In, Bits<24>>,
    pub scan_slot: Signal<In, Bits<4>>,
    pub scan_taken: Signal<Out, Bit>,
    pub scan_key: Signal<Out, Bits<128>>,
    pub scan_row: Signal<Out, Bits<24>>,
    /// Reads the columns of the row at `scan_address`.
    pub scan_fetch: Signal<In, Bit>,
    pub scan_column: Signal<In, Bits<4>>,
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
            self.rows_max.d.next = self.program_data.val().get_bits::<25>(0);
        }
        self.key_unit.clock.next = self.clock.val();
        self.key_unit.reset.next = self.reset.val();
        self.key_unit.clear.next = self.clear.val();
        self.key_unit.clear_address.next = self.clear_address.val();
        self.key_unit.rows_max.next = self.rows_max.q.val();
        self.key_unit.is_hidden.next = false;
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
        // A row has no members: it leaves at once.
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

        // Column c begins at bit 66 c.
        self.bit_position.next = (bit_cast::<10, 4>(self.scan_column.val()) << 6)
            + (bit_cast::<10, 4>(self.scan_column.val()) << 1);
        self.shifted.next = self.columns.values.val() >> self.bit_position.val();
        self.scan_data.next = bit_cast::<128, 66>(self.shifted.val().get_bits::<66>(0));
    }
}
