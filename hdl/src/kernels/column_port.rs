// SPDX-License-Identifier: Apache-2.0

//! A write port of columns: reads row and value of a write or fold, and presents them to the table
//! units in the next cycle.
//!
//! The word is `engine::microcode::parts::column`. A constant is in a separate memory, its tag in
//! the word. Nothing is written unless the message is accepted (`permit`), the predicate is true
//! and there is a row. A write takes a value or NULL, a fold only a value. II 1, never stalls.
//! Operations of the side of a reject take place only while `effects` is high, and write or fold
//! only while `permit_effects` is high.
//!
//! A question for levels (`ask`) comes before the decision of its side. The port knows its truth if
//! the question is not wanted, the value is NULL, or something is an error. Otherwise the level
//! store decides, also if the group does not exist yet.

use crate::prim::memory::Memory;
use crate::word_parts::ColumnWord;
use engine::build::{GROUP_UNITS, TABLE_UNITS};
use engine::microcode::ColumnOperation;
use rust_hdl::prelude::*;

const _: () = assert!(TABLE_UNITS == 6 && GROUP_UNITS == 2);
const _: () = assert!(
    ColumnOperation::Write as u8 == 1
        && ColumnOperation::FoldIn as u8 == 2
        && ColumnOperation::FoldOut as u8 == 3
);

/// A write port of columns.
#[derive(LogicBlock, Default)]
pub struct ColumnPort {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<In, Bit>,
    /// The message under way is accepted: changes are allowed.
    pub permit: Signal<In, Bit>,
    /// The effects of a reject are under way: operations of that side take place.
    pub effects: Signal<In, Bit>,
    /// They are settled: its changes are allowed.
    pub permit_effects: Signal<In, Bit>,
    /// The address that all program memories read; its word is available two cycles later.
    pub address: Signal<In, Bits<11>>,
    /// The program memory that is written: bit 0 operations, bit 1 constants.
    pub program_write: Signal<In, Bits<2>>,
    /// The address of the word that is written into a program memory.
    pub program_address: Signal<In, Bits<11>>,
    /// The word that is written into a program memory.
    pub program_data: Signal<In, Bits<64>>,
    /// The slot of the row.
    pub row_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub row_data: Signal<In, Bits<66>>,
    /// The slot of the value.
    pub value_slot: Signal<Out, Bits<10>>,
    /// The content of that slot: tag and bits.
    pub value_data: Signal<In, Bits<66>>,
    /// The address of the predicate in the predicate files.
    pub predicate: Signal<Out, Bits<11>>,
    /// The truth of that predicate.
    pub predicate_data: Signal<In, Bits<3>>,
    /// One bit for each declared table's unit: it writes `value`.
    pub write: Signal<Out, Bits<6>>,
    /// One bit for each hidden table's unit: it folds `value` into a sum bank.
    pub fold: Signal<Out, Bits<2>>,
    /// One bit for each hidden table's unit: it folds `value` into a level store.
    pub level: Signal<Out, Bits<2>>,
    /// One bit for each hidden table's unit: its level store checks the room for a level.
    pub ask: Signal<Out, Bits<2>>,
    /// The question is about a group that exists.
    pub ask_group: Signal<Out, Bit>,
    /// Of a question: the entry in bits 0 to 7, its truth as far as the port knows it in bits 8 to
    /// 10, and in bit 11 that the level store decides.
    pub ask_word: Signal<Out, Bits<12>>,
    /// Takes the value out instead of adding it.
    pub fold_out: Signal<Out, Bit>,
    /// The column in the unit.
    pub column: Signal<Out, Bits<4>>,
    /// The row.
    pub row: Signal<Out, Bits<24>>,
    /// The value: tag and bits.
    pub value: Signal<Out, Bits<66>>,
    operations: Memory<11>,
    constants: Memory<11>,
    word: Signal<Local, Bits<64>>,
    operand: Signal<Local, Bits<66>>,
    enabled: Signal<Local, Bit>,
    may_change: Signal<Local, Bit>,
    takes_place: Signal<Local, Bit>,
    target: Signal<Local, Bits<8>>,
    write_q: DFF<Bits<6>>,
    fold_q: DFF<Bits<2>>,
    level_q: DFF<Bits<2>>,
    ask_q: DFF<Bits<2>>,
    ask_open_q: DFF<Bit>,
    ask_group_q: DFF<Bit>,
    ask_truth_q: DFF<Bits<3>>,
    ask_entry_q: DFF<Bits<8>>,
    row_tag: Signal<Local, Bits<2>>,
    worst: Signal<Local, Bits<2>>,
    fold_out_q: DFF<Bit>,
    column_q: DFF<Bits<4>>,
    row_q: DFF<Bits<24>>,
    value_q: DFF<Bits<66>>,
}

impl Logic for ColumnPort {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, write_q, fold_q, level_q, fold_out_q, column_q, row_q, value_q);
        dff_setup!(self, clock, ask_q, ask_open_q, ask_group_q, ask_truth_q, ask_entry_q);
        self.operations.clock.next = self.clock.val();
        self.operations.read_address.next = self.address.val();
        self.operations.write.next = self.program_write.val().get_bit(0);
        self.operations.write_address.next = self.program_address.val();
        self.operations.write_data.next = self.program_data.val();
        self.constants.clock.next = self.clock.val();
        self.constants.read_address.next = self.address.val();
        self.constants.write.next = self.program_write.val().get_bit(1);
        self.constants.write_address.next = self.program_address.val();
        self.constants.write_data.next = self.program_data.val();

        self.word.next = self.operations.read_data.val();
        self.row_slot.next = self.word.val().get_value_row();
        self.value_slot.next = self.word.val().get_value_value();
        self.predicate.next = self.word.val().get_value_predicate();
        self.operand.next = self.value_data.val();
        if self.word.val().get_value_constant() {
            self.operand.next = bit_cast::<66, 64>(self.constants.read_data.val())
                | (bit_cast::<66, 2>(self.word.val().get_value_tag()) << 64);
        }
        self.enabled.next = self.live.val();
        self.may_change.next = self.live.val() & self.permit.val();
        if self.word.val().get_value_gate() {
            self.enabled.next = self.live.val() & self.effects.val();
            self.may_change.next = self.live.val() & self.effects.val() & self.permit_effects.val();
        }
        self.takes_place.next = self.may_change.val()
            & !self.row_data.val().get_bits::<2>(64).any()
            & (!self.word.val().get_value_guarded() | (self.predicate_data.val() == 1));
        self.target.next = bits::<8>(1) << self.word.val().get_value_unit();
        self.write_q.d.next = 0.into();
        self.fold_q.d.next = 0.into();
        self.level_q.d.next = 0.into();
        if self.takes_place.val() {
            if (self.word.val().get_value_operation() == 1) & !self.operand.val().get_bit(65) {
                self.write_q.d.next = self.target.val().get_bits::<6>(0);
            }
            if self.word.val().get_value_folds() & !self.operand.val().get_bits::<2>(64).any() {
                self.fold_q.d.next = self.target.val().get_bits::<2>(6);
                // The level stores follow the members and the four sum banks.
                if self.word.val().get_value_column() > 4 {
                    self.fold_q.d.next = 0.into();
                    self.level_q.d.next = self.target.val().get_bits::<2>(6);
                }
            }
        }

        // The tags 2 and 3 are the truths 3 and 4. The worse tag of group and value counts.
        self.row_tag.next = self.row_data.val().get_bits::<2>(64);
        self.worst.next = self.row_tag.val();
        if self.operand.val().get_bits::<2>(64) > self.row_tag.val() {
            self.worst.next = self.operand.val().get_bits::<2>(64);
        }
        self.ask_q.d.next = 0.into();
        if self.enabled.val() & self.word.val().get_value_ask() {
            self.ask_q.d.next = self.target.val().get_bits::<2>(6);
        }
        self.ask_open_q.d.next = false;
        self.ask_group_q.d.next = self.row_tag.val() == 0;
        self.ask_truth_q.d.next = 1.into();
        self.ask_entry_q.d.next = self.word.val().get_value_entry();
        if !self.word.val().get_value_guarded() | (self.predicate_data.val() == 1) {
            self.ask_open_q.d.next =
                !self.worst.val().get_bit(1) & !self.operand.val().get_bits::<2>(64).any();
            if self.worst.val() == 2 {
                self.ask_truth_q.d.next = 3.into();
            }
            if self.worst.val() == 3 {
                self.ask_truth_q.d.next = 4.into();
            }
        } else if self.predicate_data.val() > 2 {
            self.ask_truth_q.d.next = self.predicate_data.val();
        }
        self.fold_out_q.d.next = self.word.val().get_value_folds_out();
        self.column_q.d.next = self.word.val().get_value_column();
        self.row_q.d.next = self.row_data.val().get_bits::<24>(0);
        self.value_q.d.next = self.operand.val();
        if self.reset.val() {
            self.write_q.d.next = 0.into();
            self.fold_q.d.next = 0.into();
            self.level_q.d.next = 0.into();
            self.ask_q.d.next = 0.into();
        }
        self.write.next = self.write_q.q.val();
        self.fold.next = self.fold_q.q.val();
        self.level.next = self.level_q.q.val();
        self.ask.next = self.ask_q.q.val();
        self.ask_group.next = self.ask_group_q.q.val();
        self.ask_word.next = bit_cast::<12, 8>(self.ask_entry_q.q.val())
            | (bit_cast::<12, 3>(self.ask_truth_q.q.val()) << 8)
            | (bit_cast::<12, 1>(self.ask_open_q.q.val().into()) << 11);
        self.fold_out.next = self.fold_out_q.q.val();
        self.column.next = self.column_q.q.val();
        self.row.next = self.row_q.q.val();
        self.value.next = self.value_q.q.val();
    }
}
