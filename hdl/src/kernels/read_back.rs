// SPDX-License-Identifier: Apache-2.0

//! What of the tables is read back: one unit's slot, row, cell or number of rows, as
//! `engine::registers` says of SCAN_TARGET.
//!
//! Without a clock: the units' memories hold what was read last. Nothing is read while `busy` is
//! high.

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

/// The selection.
#[derive(LogicBlock, Default)]
pub struct ReadBack {
    pub target: Signal<In, Bits<32>>,
    pub busy: Signal<In, Bit>,
    // To every unit.
    pub scan: Signal<Out, Bit>,
    pub fetch: Signal<Out, Bit>,
    pub slot: Signal<Out, Bits<4>>,
    pub column: Signal<Out, Bits<4>>,
    /// Of a group unit's level stores, the one that is looked at.
    pub store: Signal<Out, Bit>,
    // From the table units.
    pub taken: [Signal<In, Bit>; UNITS],
    pub key: [Signal<In, Bits<128>>; UNITS],
    pub row: [Signal<In, Bits<24>>; UNITS],
    pub cell: [Signal<In, Bits<128>>; UNITS],
    pub rows: [Signal<In, Bits<25>>; UNITS],
    // From the group units' level stores.
    pub level_taken: [Signal<In, Bit>; GROUP_UNITS],
    pub level: [Signal<In, Bits<88>>; GROUP_UNITS],
    pub level_count: [Signal<In, Bits<25>>; GROUP_UNITS],
    pub text_taken: Signal<In, Bit>,
    pub text: Signal<In, Bits<128>>,
    pub code: Signal<In, Bits<16>>,
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
