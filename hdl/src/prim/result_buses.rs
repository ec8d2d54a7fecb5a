// SPDX-License-Identifier: Apache-2.0

//! The path of the table units' results to the slots. The slot of a result decides its bus.
//!
//! ```text
//!  unit u: answer ──────────────┐                 slot:  9      5 4     0
//!          reserved row ────────┤                       +--------+-------+
//!          values of columns ───┴─▶ bus = slot mod 32   | place  |  bus  |
//!                                                       +--------+-------+
//! ```
//! Without a clock. Validation rejects programs in which two results are on one bus in one cycle.
//! So a bus carries the `or` of all results for it; of two, neither would arrive intact. Two words
//! of the unit's program, `engine::microcode::parts::fetch`, hold the slots of the columns. If the
//! row has a tag, each of its columns has that tag as its result.

use super::columns::COLUMNS_BITS;
use engine::build::{COLUMNS, UNITS};
use engine::machine::BUSES;
use engine::microcode::fetch_part;
use engine::microcode::parts::fetch::{FETCHED, TARGET};
use rust_hdl::prelude::*;

const _: () = assert!(BUSES == 1 << BUS_BITS, "the low five bits of a slot are its bus");
/// Bits of the number of a bus.
const BUS_BITS: usize = 5;

/// The selection of results for the buses.
#[derive(LogicBlock)]
pub struct ResultBuses {
    /// For each unit: a key operation answers.
    pub answer: [Signal<In, Bit>; UNITS],
    /// For each unit: the slot of that answer.
    pub answer_slot: [Signal<In, Bits<10>>; UNITS],
    /// For each unit: the answer.
    pub answer_data: [Signal<In, Bits<66>>; UNITS],
    /// For each unit: a reserve answers.
    pub reserved: [Signal<In, Bit>; UNITS],
    /// For each unit: the slot of the reserved row.
    pub reserved_slot: [Signal<In, Bits<10>>; UNITS],
    /// For each unit: the reserved row, or a tag.
    pub reserved_data: [Signal<In, Bits<66>>; UNITS],
    /// For each unit: the columns of a row are valid.
    pub fetched: [Signal<In, Bit>; UNITS],
    /// For each unit: the tag of the row.
    pub fetched_tag: [Signal<In, Bits<2>>; UNITS],
    /// For each unit: the first word of the fetch.
    pub fetched_first: [Signal<In, Bits<64>>; UNITS],
    /// For each unit: the second word of the fetch.
    pub fetched_second: [Signal<In, Bits<64>>; UNITS],
    /// For each unit: the values of all columns, 66 bits each.
    pub fetched_values: [Signal<In, Bits<COLUMNS_BITS>>; UNITS],
    /// One bit a bus: it has a result.
    pub valid: Signal<Out, Bits<BUSES>>,
    /// For each bus: the slot of the result.
    pub slot: [Signal<Out, Bits<10>>; BUSES],
    /// For each bus: the result.
    pub data: [Signal<Out, Bits<66>>; BUSES],
}

impl Default for ResultBuses {
    fn default() -> ResultBuses {
        ResultBuses {
            answer: Default::default(),
            answer_slot: Default::default(),
            answer_data: Default::default(),
            reserved: Default::default(),
            reserved_slot: Default::default(),
            reserved_data: Default::default(),
            fetched: Default::default(),
            fetched_tag: Default::default(),
            fetched_first: Default::default(),
            fetched_second: Default::default(),
            fetched_values: Default::default(),
            valid: Default::default(),
            slot: std::array::from_fn(|_| Default::default()),
            data: std::array::from_fn(|_| Default::default()),
        }
    }
}

impl Logic for ResultBuses {
    fn update(&mut self) {
        let mut results: Vec<(Bits<10>, Bits<66>)> = Vec::new();
        for unit in 0..UNITS {
            if self.answer[unit].val() {
                results.push((self.answer_slot[unit].val(), self.answer_data[unit].val()));
            }
            if self.reserved[unit].val() {
                results.push((self.reserved_slot[unit].val(), self.reserved_data[unit].val()));
            }
            if !self.fetched[unit].val() {
                continue;
            }
            let tag = self.fetched_tag[unit].val();
            let words = [self.fetched_first[unit].val(), self.fetched_second[unit].val()];
            for column in 0..COLUMNS {
                let (word, at) = fetch_part(column);
                if words[word].get_bit(at + FETCHED.at) {
                    let value = self.fetched_values[unit].val().get_bits::<66>(66 * column);
                    let value = if tag.any() { bit_cast::<66, 2>(tag) << 64 } else { value };
                    results.push((words[word].get_bits::<{ TARGET.bits }>(at + TARGET.at), value));
                }
            }
        }
        let mut valid = 0_u64;
        let mut buses = [(Bits::<10>::default(), Bits::<66>::default()); BUSES];
        for (slot, data) in results {
            let bus = slot.index() % BUSES;
            valid |= 1 << bus;
            buses[bus] = (buses[bus].0 | slot, buses[bus].1 | data);
        }
        for (bus, (slot, data)) in buses.into_iter().enumerate() {
            self.slot[bus].next = slot;
            self.data[bus].next = data;
        }
        self.valid.next = valid.into();
    }

    fn connect(&mut self) {
        self.valid.connect();
        self.slot.iter_mut().for_each(Signal::connect);
        self.data.iter_mut().for_each(Signal::connect);
    }

    fn hdl(&self) -> Verilog {
        // For every result: slot and data together.
        let mut results = Vec::new();
        let mut hits = String::new();
        let mut text = String::from("integer bus;\n");
        for unit in 0..UNITS {
            for source in ["answer", "reserved"] {
                let slot = format!("{source}_slot${unit}");
                hits += &format!(
                    "    if ({source}${unit}) hit{} = {BUSES}'d1 << {slot}[4:0];\n",
                    results.len()
                );
                results.push(format!("{slot}, {source}_data${unit}"));
            }
            // If the row has a tag, each column has that tag.
            let last = COLUMNS_BITS - 1;
            text += &format!(
                "reg [{last}:0] columns{unit};\n\nalways @(*) begin\n    columns{unit} = 0;\n"
            );
            text += &format!(
                "    if (fetched${unit}) begin\n        \
                 columns{unit} = fetched_values${unit};\n        "
            );
            text += &format!(
                "if (fetched_tag${unit} != 0) columns{unit} = \
                 {{{COLUMNS}{{fetched_tag${unit}, 64'd0}}}};\n"
            );
            text += "    end\nend\n\n";
            hits += &format!("    if (fetched${unit}) begin\n");
            for column in 0..COLUMNS {
                let (word, at) = fetch_part(column);
                let word = format!("fetched_{}${unit}", ["first", "second"][word]);
                let (fetched, slot) = (at + FETCHED.at, at + TARGET.at);
                let valid = format!("{word}[{fetched}]");
                let bus = format!("{word}[{}:{slot}]", slot + BUS_BITS - 1);
                hits += &format!("        hit{} = {BUSES}'({valid}) << {bus};\n", results.len());
                let value = format!("columns{unit}[{}:{}]", 66 * column + 65, 66 * column);
                let end = at + TARGET.end();
                results.push(format!("{word}[{}:{slot}], {value}", end - 1));
            }
            hits += "    end\n";
        }
        let all = |term: &dyn Fn(usize) -> String| {
            (0..results.len()).map(term).collect::<Vec<_>>().join("\n        | ")
        };
        text += "// The bus of each result, one bit a bus.\n";
        text += &(0..results.len())
            .map(|number| format!("reg [{}:0] hit{number};\n", BUSES - 1))
            .collect::<String>();
        text += "\nalways @(*) begin\n";
        text +=
            &(0..results.len()).map(|number| format!("    hit{number} = 0;\n")).collect::<String>();
        text += &hits;
        text += "end\n\n";
        text += &format!("assign valid = {};\n", all(&|number| format!("hit{number}")));
        let (bits, last) = (10 + 66, BUSES - 1);
        text += &format!("\nreg [{}:0] buses [0:{last}];\n\nalways @(*) begin\n", bits - 1);
        text += &format!(
            "    for (bus = 0; bus < {BUSES}; bus = bus + 1) begin\n        \
             buses[bus] = 0;\n        if (valid[bus]) begin\n"
        );
        text += &format!(
            "            buses[bus] = {};\n        end\n    end\nend\n",
            all(&|number| format!("({{{bits}{{hit{number}[bus]}}}} & {{{}}})", results[number]))
        );
        for bus in 0..BUSES {
            text += &format!("assign {{slot${bus}, data${bus}}} = buses[{bus}];\n");
        }
        Verilog::Custom(text)
    }
}
