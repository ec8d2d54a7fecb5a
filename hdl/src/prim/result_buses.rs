// SPDX-License-Identifier: Apache-2.0

//! The way of table units' results to the slots: a result goes by the bus that its slot lies
//! behind.
//!
//! ```text
//!  unit u: answer ──────────────┐                 slot:  9      5 4     0
//!          reserved row ────────┤                       +--------+-------+
//!          values of columns ───┴─▶ bus = slot mod 32   | place  |  bus  |
//!                                                       +--------+-------+
//! ```
//! Without a clock. Programs are validated for two results never being on one bus in one cycle, so
//! that what goes by a bus is the or of all that name it: of two, neither would arrive whole. Which
//! columns go where stands in two words of the unit's program, see `engine::microcode`: a bit that
//! says that the column is fetched and a slot each, four columns in the first word behind the row's
//! slot, five in the second. Where the row was none, each column's result is the row's tag instead.

use super::columns::COLUMNS_BITS;
use engine::build::{COLUMNS, UNITS};
use engine::machine::BUSES;
use engine::microcode::fetch_part;
use rust_hdl::prelude::*;

const _: () = assert!(BUSES == 32, "the low five bits of a slot are its bus");

/// The selection.
#[derive(LogicBlock)]
pub struct ResultBuses {
    pub answer: [Signal<In, Bit>; UNITS],
    pub answer_slot: [Signal<In, Bits<10>>; UNITS],
    pub answer_data: [Signal<In, Bits<66>>; UNITS],
    pub reserved: [Signal<In, Bit>; UNITS],
    pub reserved_slot: [Signal<In, Bits<10>>; UNITS],
    pub reserved_data: [Signal<In, Bits<66>>; UNITS],
    pub fetched: [Signal<In, Bit>; UNITS],
    pub fetched_tag: [Signal<In, Bits<2>>; UNITS],
    pub fetched_first: [Signal<In, Bits<64>>; UNITS],
    pub fetched_second: [Signal<In, Bits<64>>; UNITS],
    pub fetched_values: [Signal<In, Bits<COLUMNS_BITS>>; UNITS],
    pub valid: Signal<Out, Bits<BUSES>>,
    pub slot: [Signal<Out, Bits<10>>; BUSES],
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
                if words[word].get_bit(at) {
                    let value = self.fetched_values[unit].val().get_bits::<66>(66 * column);
                    let value = if tag.any() { bit_cast::<66, 2>(tag) << 64 } else { value };
                    results.push((words[word].get_bits::<10>(at + 1), value));
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
        // Of every result: slot and data together.
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
            // A row that is none has its tag in each column.
            let last = COLUMNS_BITS - 1;
            text += &format!(
                "reg [{last}:0] columns{unit};\n\nalways @(*) begin\n    columns{unit} = 0;\n"
            );
            text += &format!(
                "    if (fetched${unit}) begin\n        columns{unit} = fetched_values${unit};\n        "
            );
            text += &format!(
                "if (fetched_tag${unit} != 0) columns{unit} = {{{COLUMNS}{{fetched_tag${unit}, 64'd0}}}};\n"
            );
            text += "    end\nend\n\n";
            hits += &format!("    if (fetched${unit}) begin\n");
            for column in 0..COLUMNS {
                let (word, at) = fetch_part(column);
                let word = format!("fetched_{}${unit}", ["first", "second"][word]);
                let (valid, bus) =
                    (format!("{word}[{at}]"), format!("{word}[{}:{}]", at + 5, at + 1));
                hits += &format!("        hit{} = {BUSES}'({valid}) << {bus};\n", results.len());
                let value = format!("columns{unit}[{}:{}]", 66 * column + 65, 66 * column);
                results.push(format!("{word}[{}:{}], {value}", at + 10, at + 1));
            }
            hits += "    end\n";
        }
        let all = |term: &dyn Fn(usize) -> String| {
            (0..results.len()).map(term).collect::<Vec<_>>().join("\n        | ")
        };
        text += "// The bus of each result, one bit.\n";
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
            "    for (bus = 0; bus < {BUSES}; bus = bus + 1) begin\n        buses[bus] = 0;\n        if (valid[bus]) begin\n"
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
