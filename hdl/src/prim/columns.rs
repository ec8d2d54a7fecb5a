// SPDX-License-Identifier: Apache-2.0

//! The columns of a table: a memory each, all read at one row, each written through a write port of
//! its own choice.
//!
//! ```text
//!  write ports 0..8 ──▶ column c takes what port c mod 8 has for it ──▶ memory of column c ──▶ value c
//!                                                       row ──────────▶ (all columns)
//! ```
//! Per-port vectors are packed, port 0 lowest: rows of 24 bits, values of 66, columns of 4. The
//! read is synchronous: the values of a row that is presented with `read` in cycle t stand from t +
//! 1 until the next read. Of what is written in t, a read in t sees the old. Rows beyond the depth
//! wrap. A memory that is never written through a port is not made.

use engine::build::COLUMNS;
use engine::machine::WRITE_PORTS;
use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// Bits of the values of all columns.
pub const COLUMNS_BITS: usize = COLUMNS * 66;

const _: () = assert!(WRITE_PORTS == 8 && COLUMNS <= 16);

/// The memories.
#[derive(LogicBlock, Default)]
pub struct Columns {
    pub clock: Signal<In, Clock>,
    pub write: Signal<In, Bits<8>>,
    pub write_columns: Signal<In, Bits<32>>,
    pub write_rows: Signal<In, Bits<192>>,
    pub write_values: Signal<In, Bits<528>>,
    pub read: Signal<In, Bit>,
    pub row: Signal<In, Bits<24>>,
    pub values: Signal<Out, Bits<COLUMNS_BITS>>,
    _bits: usize,
    _cells: BTreeMap<(usize, u64), Bits<66>>,
}

impl Columns {
    /// Columns of 2^`bits` rows.
    pub fn new(bits: usize) -> Columns {
        Columns { _bits: bits, ..Columns::default() }
    }
}

impl Logic for Columns {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            let wrap = |row: u64| row & ((1 << self._bits) - 1);
            let row = wrap(self.row.val().to_u64());
            if self.read.val() {
                let mut values: Bits<COLUMNS_BITS> = Bits::default();
                for column in 0..COLUMNS {
                    let value = self._cells.get(&(column, row)).copied().unwrap_or_default();
                    values = values
                        | bit_cast::<COLUMNS_BITS, 66>(value) << bits::<10>(66 * column as u64);
                }
                self.values.next = values;
            }
            for column in 0..COLUMNS {
                let port = column % WRITE_PORTS;
                let named = self.write_columns.val().get_bits::<4>(4 * port).index() == column;
                if self.write.val().get_bit(port) && named {
                    let row = wrap(self.write_rows.val().get_bits::<24>(24 * port).to_u64());
                    self._cells
                        .insert((column, row), self.write_values.val().get_bits::<66>(66 * port));
                }
            }
        }
    }

    fn connect(&mut self) {
        self.values.connect();
    }

    fn hdl(&self) -> Verilog {
        let row_bits = self._bits.max(1);
        let mut text = String::new();
        for column in 0..COLUMNS {
            text += &format!("reg [65:0] column{column} [0:{}];\n", (1_usize << self._bits) - 1);
        }
        text += "\nalways @(posedge clock) begin\n    if (read) begin\n";
        for column in 0..COLUMNS {
            text += &format!(
                "        values[{}:{}] <= column{column}[row[{}:0]];\n",
                66 * column + 65,
                66 * column,
                row_bits - 1
            );
        }
        text += "    end\n";
        for column in 0..COLUMNS {
            let port = column % WRITE_PORTS;
            text += &format!(
                "    if (write[{port}] && write_columns[{}:{}] == 4'd{column}) begin
        column{column}[write_rows[{}:{}]] <= write_values[{}:{}];
    end
",
                4 * port + 3,
                4 * port,
                24 * port + row_bits - 1,
                24 * port,
                66 * port + 65,
                66 * port,
            );
        }
        text += "end\n";
        Verilog::Custom(text)
    }
}
