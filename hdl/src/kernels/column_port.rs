//! A write port of columns: reads a write's or fold's row and value, and says in the next cycle what is to be written where.
//!
//! ```text
//!   43     42       32  31 30   29   28      19 18     9 8      5 4    2 1  0
//!  +-----+-----------+-------+-----+----------+--------+--------+------+----+
//!  |grd  | predicate |  tag  |const|  value   |  row   | column | unit | op |    op: 1 write, 2 fold in, 3 fold out
//!  +-----+-----------+-------+-----+----------+--------+--------+------+----+
//! ```
//! A constant stands in the memory beside, its tag in the word. Nothing is written unless the message is accepted (`permit`), the
//! predicate true and the row there; a write takes a value or NULL, a fold a value. II 1, never stalls.

use crate::prim::memory::Memory;
use engine::build::{GROUP_UNITS, TABLE_UNITS};
use engine::microcode::ColumnOperation;
use rust_hdl::prelude::*;

const _: () = assert!(TABLE_UNITS == 6 && GROUP_UNITS == 2);
const _: () = assert!(
    ColumnOperation::Write as u8 == 1 && ColumnOperation::FoldIn as u8 == 2 && ColumnOperation::FoldOut as u8 == 3
);

/// The port.
#[derive(LogicBlock, Default)]
pub struct ColumnPort {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub live: Signal<In, Bit>,
    pub permit: Signal<In, Bit>,
    pub address: Signal<In, Bits<11>>,
    /// Which program memory is written: operations, constants.
    pub program_write: Signal<In, Bits<2>>,
    pub program_address: Signal<In, Bits<11>>,
    pub program_data: Signal<In, Bits<64>>,
    pub row_slot: Signal<Out, Bits<10>>,
    pub row_data: Signal<In, Bits<66>>,
    pub value_slot: Signal<Out, Bits<10>>,
    pub value_data: Signal<In, Bits<66>>,
    pub predicate: Signal<Out, Bits<11>>,
    pub predicate_data: Signal<In, Bits<3>>,
    /// One bit a unit for declared tables: it is to write.
    pub write: Signal<Out, Bits<6>>,
    /// One bit a unit for hidden tables: it is to fold.
    pub fold: Signal<Out, Bits<2>>,
    pub fold_out: Signal<Out, Bit>,
    pub column: Signal<Out, Bits<4>>,
    pub row: Signal<Out, Bits<24>>,
    pub value: Signal<Out, Bits<66>>,
    operations: Memory<11>,
    constants: Memory<11>,
    word: Signal<Local, Bits<64>>,
    operand: Signal<Local, Bits<66>>,
    takes_place: Signal<Local, Bit>,
    target: Signal<Local, Bits<8>>,
    write_q: DFF<Bits<6>>,
    fold_q: DFF<Bits<2>>,
    fold_out_q: DFF<Bit>,
    column_q: DFF<Bits<4>>,
    row_q: DFF<Bits<24>>,
    value_q: DFF<Bits<66>>,
}

impl Logic for ColumnPort {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, write_q, fold_q, fold_out_q, column_q, row_q, value_q);
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
        self.row_slot.next = self.word.val().get_bits::<10>(9);
        self.value_slot.next = self.word.val().get_bits::<10>(19);
        self.predicate.next = self.word.val().get_bits::<11>(32);
        self.operand.next = self.value_data.val();
        if self.word.val().get_bit(29) {
            self.operand.next = bit_cast::<66, 64>(self.constants.read_data.val())
                | (bit_cast::<66, 2>(self.word.val().get_bits::<2>(30)) << 64);
        }
        self.takes_place.next = self.live.val()
            & self.permit.val()
            & !self.row_data.val().get_bits::<2>(64).any()
            & (!self.word.val().get_bit(43) | (self.predicate_data.val() == 1));
        self.target.next = bits::<8>(1) << self.word.val().get_bits::<3>(2);
        self.write_q.d.next = 0.into();
        self.fold_q.d.next = 0.into();
        if self.takes_place.val() {
            if (self.word.val().get_bits::<2>(0) == 1) & !self.operand.val().get_bit(65) {
                self.write_q.d.next = self.target.val().get_bits::<6>(0);
            }
            if self.word.val().get_bit(1) & !self.operand.val().get_bits::<2>(64).any() {
                self.fold_q.d.next = self.target.val().get_bits::<2>(6);
            }
        }
        self.fold_out_q.d.next = self.word.val().get_bit(0);
        self.column_q.d.next = self.word.val().get_bits::<4>(5);
        self.row_q.d.next = self.row_data.val().get_bits::<24>(0);
        self.value_q.d.next = self.operand.val();
        if self.reset.val() {
            self.write_q.d.next = 0.into();
            self.fold_q.d.next = 0.into();
        }
        self.write.next = self.write_q.q.val();
        self.fold.next = self.fold_q.q.val();
        self.fold_out.next = self.fold_out_q.q.val();
        self.column.next = self.column_q.q.val();
        self.row.next = self.row_q.q.val();
        self.value.next = self.value_q.q.val();
    }
}
