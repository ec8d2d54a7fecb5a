// SPDX-License-Identifier: Apache-2.0

//! A register file in memory banks: each bank has one write port, and every read port reads any
//! bank.
//!
//! ```text
//!  address:  A-1      B  B-1    0
//!           +----------+---------+
//!           |  place   |  bank   |
//!           +----------+---------+
//! ```
//! In one cycle, each bank can be written once, in any number of banks. A read has no clock and
//! yields the value before the writes of the cycle.
//!
//! A bank with one write port and many read ports is distributed RAM, with one copy for each read
//! port; the read port selects among the banks. In simulation only the selected bank is read.

use rust_hdl::prelude::*;

/// The file: `BANKS` = 2^B banks, `READS` read ports, addresses of A bits, values of W bits.
#[derive(LogicBlock)]
pub struct BankedFile<const BANKS: usize, const READS: usize, const A: usize, const W: usize> {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// For each memory bank: writes a value at the end of this cycle.
    pub write: [Signal<In, Bit>; BANKS],
    /// For each memory bank: the address among all banks. Its lower bits, the number of the bank,
    /// are ignored.
    pub write_address: [Signal<In, Bits<A>>; BANKS],
    /// For each memory bank: the value.
    pub write_data: [Signal<In, Bits<W>>; BANKS],
    /// For each read port: the address.
    pub read_address: [Signal<In, Bits<A>>; READS],
    /// For each read port: the value, in the same cycle.
    pub read_data: [Signal<Out, Bits<W>>; READS],
    _values: Vec<Bits<W>>,
}

impl<const BANKS: usize, const READS: usize, const A: usize, const W: usize> Default
    for BankedFile<BANKS, READS, A, W>
{
    fn default() -> Self {
        assert!(BANKS.is_power_of_two() && BANKS <= 1 << A);
        BankedFile {
            clock: Signal::default(),
            write: std::array::from_fn(|_| Signal::default()),
            write_address: std::array::from_fn(|_| Signal::default()),
            write_data: std::array::from_fn(|_| Signal::default()),
            read_address: std::array::from_fn(|_| Signal::default()),
            read_data: std::array::from_fn(|_| Signal::default()),
            _values: vec![Bits::default(); 1 << A],
        }
    }
}

impl<const BANKS: usize, const READS: usize, const A: usize, const W: usize> Logic
    for BankedFile<BANKS, READS, A, W>
{
    fn update(&mut self) {
        if self.clock.pos_edge() {
            for bank in 0..BANKS {
                if self.write[bank].val() {
                    let place = self.write_address[bank].val().index() / BANKS;
                    self._values[place * BANKS + bank] = self.write_data[bank].val();
                }
            }
        }
        for port in 0..READS {
            self.read_data[port].next = self._values[self.read_address[port].val().index()];
        }
    }

    fn connect(&mut self) {
        self.read_data.iter_mut().for_each(Signal::connect);
    }

    fn hdl(&self) -> Verilog {
        let low = BANKS.trailing_zeros() as usize;
        let place = |address: String| {
            if A > low { format!("{address}[{}:{low}]", A - 1) } else { "0".into() }
        };
        let mut text = String::new();
        for bank in 0..BANKS {
            text += &format!("reg [{}:0] bank{bank} [0:{}];\n", W - 1, (1_usize << (A - low)) - 1);
        }
        text += "\nalways @(posedge clock) begin\n";
        for bank in 0..BANKS {
            let to = place(format!("write_address${bank}"));
            text += &format!("    if (write${bank}) bank{bank}[{to}] <= write_data${bank};\n");
        }
        text += "end\n";
        for port in 0..READS {
            let from = place(format!("read_address${port}"));
            text += &format!(
                "\nalways @(*) begin\n    case (read_address${port}[{}:0])\n",
                low.max(1) - 1
            );
            for bank in 0..BANKS {
                let label =
                    if bank + 1 == BANKS { "default".into() } else { format!("{low}'d{bank}") };
                text += &format!("        {label}: read_data${port} = bank{bank}[{from}];\n");
            }
            text += "    endcase\nend\n";
        }
        Verilog::Custom(text)
    }
}
