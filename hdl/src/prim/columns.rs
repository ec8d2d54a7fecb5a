// SPDX-License-Identifier: Apache-2.0

//! The columns of a table: one memory each. All are read at one row; each is written through one of
//! the write ports.
//!
//! ```text
//!  write ports 0..8 ──▶ column c takes what port c mod 8 writes ──▶ memory of column c ──▶ value c
//!                                                       row ──────▶ (all columns)
//! ```
//! Per-port vectors are packed, port 0 lowest: rows of 24 bits, values of 66, columns of 4. The
//! read is synchronous: the values of a row that is presented with `read` in cycle t are available
//! from t + 1 until the next read. A read in the cycle of a write sees the old value. Rows beyond
//! the depth wrap. A memory that no port ever writes is removed by synthesis.

use engine::build::COLUMNS;
use engine::machine::WRITE_PORTS;
use rust_hdl::prelude::*;
use std::collections::BTreeMap;

/// Bits of the values of all columns.
pub const COLUMNS_BITS: usize = COLUMNS * 66;

const _: () = assert!(WRITE_PORTS == 8 && COLUMNS <= 16);

/// The memories of all columns.
#[derive(LogicBlock, Default)]
pub struct Columns {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// One bit a port: it writes.
    pub write: Signal<In, Bits<8>>,
    /// The column that each port writes, 4 bits a port.
    pub write_columns: Signal<In, Bits<32>>,
    /// The row that each port writes, 24 bits a port.
    pub write_rows: Signal<In, Bits<192>>,
    /// The value that each port writes, 66 bits a port.
    pub write_values: Signal<In, Bits<528>>,
    /// Reads all columns of `row`.
    pub read: Signal<In, Bit>,
    /// The row that is read.
    pub row: Signal<In, Bits<24>>,
    /// The values of the row that was read last, 66 bits each, column 0 lowest.
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
