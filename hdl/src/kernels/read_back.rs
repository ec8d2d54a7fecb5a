// SPDX-License-Identifier: Apache-2.0

//! Selects what is read back of the tables: the slot, row, cell or number of rows of one unit, as
//! SCAN_TARGET of `engine::registers` requests.
//!
//! Without a clock: the memories of the units hold what was read last. Nothing is read while `busy`
//! is high.

use engine::build::{GROUP_UNITS, LEVELS, UNITS};
use engine::registers::{
    SCAN_BUCKET, SCAN_COLUMN, SCAN_DICTIONARY, SCAN_FETCH, SCAN_LEVELS, SCAN_SHOWN, SCAN_SLOT,
    SCAN_TAKEN,
};
use rust_hdl::prelude::*;

const _: () = assert!(
    SCAN_SLOT == 4 && SCAN_COLUMN == 8 && SCAN_SHOWN == 12 && SCAN_BUCKET == 14 && SCAN_FETCH == 15
);
const _: () = assert!(SCAN_DICTIONARY == 8 && SCAN_LEVELS == 12 && LEVELS == 2 && SCAN_TAKEN == 31);
const _: () = assert!(UNITS == 8 && GROUP_UNITS == 2);

/// The selection of what is read back.
#[derive(LogicBlock, Default)]
pub struct ReadBack {
    /// The register SCAN_TARGET, see `engine::registers`.
    pub target: Signal<In, Bits<32>>,
    /// A transaction or a clear runs: nothing is read.
    pub busy: Signal<In, Bit>,
    /// To every unit: reads a bucket.
    pub scan: Signal<Out, Bit>,
    /// To every unit: reads the columns of a row.
    pub fetch: Signal<Out, Bit>,
    /// To every unit: the slot of the bucket.
    pub slot: Signal<Out, Bits<4>>,
    /// To every unit: the column of the row.
    pub column: Signal<Out, Bits<4>>,
    /// To the group units: the level store that is read.
    pub store: Signal<Out, Bit>,
    /// From each unit: the slot holds a key.
    pub taken: [Signal<In, Bit>; UNITS],
    /// From each unit: the key.
    pub key: [Signal<In, Bits<128>>; UNITS],
    /// From each unit: the row of the key.
    pub row: [Signal<In, Bits<24>>; UNITS],
    /// From each unit: the cell of the column.
    pub cell: [Signal<In, Bits<128>>; UNITS],
    /// From each unit: the number of rows.
    pub rows: [Signal<In, Bits<25>>; UNITS],
    /// From each group unit: the slot of the level store holds a level.
    pub level_taken: [Signal<In, Bit>; GROUP_UNITS],
    /// From each group unit: group and value of that level.
    pub level: [Signal<In, Bits<88>>; GROUP_UNITS],
    /// From each group unit: how often that level is present.
    pub level_count: [Signal<In, Bits<25>>; GROUP_UNITS],
    /// From the dictionary: the slot holds a text.
    pub text_taken: Signal<In, Bit>,
    /// From the dictionary: the text.
    pub text: Signal<In, Bits<128>>,
    /// From the dictionary: the code of the text.
    pub code: Signal<In, Bits<16>>,
    /// What was read, see `engine::registers`.
    pub data: Signal<Out, Bits<128>>,
    named: Signal<Local, Bits<16>>,
    the_taken: Signal<Local, Bit>,
    the_key: Signal<Local, Bits<128>>,
    the_row: Signal<Local, Bits<24>>,
    the_cell: Signal<Local, Bits<128>>,
    the_rows: Signal<Local, Bits<25>>,
}

impl Logic for ReadBack {
    #[hdl_gen]
    fn update(&mut self) {
        self.slot.next = self.target.val().get_bits::<4>(4);
        self.column.next = self.target.val().get_bits::<4>(8);
        self.scan.next = self.target.val().get_bit(14) & !self.busy.val();
        self.fetch.next = self.target.val().get_bit(15) & !self.busy.val();
        self.store.next = self.target.val().get_bit(0);
        self.named.next = bits::<16>(1) << self.target.val().get_bits::<4>(0);
        self.the_taken.next = false;
        self.the_key.next = 0.into();
        self.the_row.next = 0.into();
        self.the_cell.next = 0.into();
        self.the_rows.next = 0.into();
        for u in 0..8 {
            if self.named.val().get_bit(u) {
                self.the_taken.next = self.taken[u].val();
                self.the_key.next = self.key[u].val();
                self.the_row.next = self.row[u].val();
                self.the_cell.next = self.cell[u].val();
                self.the_rows.next = self.rows[u].val();
            }
        }
        if self.named.val().get_bit(8) {
            self.the_taken.next = self.text_taken.val();
            self.the_key.next = self.text.val();
            self.the_row.next = bit_cast::<24, 16>(self.code.val());
        }
        if self.named.val().get_bit(12) | self.named.val().get_bit(13) {
            self.the_taken.next = self.level_taken[0].val();
            self.the_key.next = bit_cast::<128, 88>(self.level[0].val());
            self.the_cell.next = bit_cast::<128, 25>(self.level_count[0].val());
        }
        if self.named.val().get_bit(14) | self.named.val().get_bit(15) {
            self.the_taken.next = self.level_taken[1].val();
            self.the_key.next = bit_cast::<128, 88>(self.level[1].val());
            self.the_cell.next = bit_cast::<128, 25>(self.level_count[1].val());
        }
        self.data.next = bit_cast::<128, 24>(self.the_row.val())
            | (bit_cast::<128, 1>(self.the_taken.val().into()) << 31);
        if self.target.val().get_bits::<2>(12) == 1 {
            self.data.next = self.the_key.val();
        }
        if self.target.val().get_bits::<2>(12) == 2 {
            self.data.next = self.the_cell.val();
        }
        if self.target.val().get_bits::<2>(12) == 3 {
            self.data.next = bit_cast::<128, 25>(self.the_rows.val());
        }
    }
}
