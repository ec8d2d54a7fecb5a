//! The way of table units' results to the slots: a result goes by the bus that its slot lies behind.
//!
//! ```text
//!  unit u: answer ──────────────┐                 slot:  9      5 4     0
//!          reserved row ────────┤                       +--------+-------+
//!          values of columns ───┴─▶ bus = slot mod 32   | place  |  bus  |
//!                                                       +--------+-------+
//! ```
//! Without a clock. Programs are validated for two results never being on one bus in one cycle; of two, the later listed
//! would win. Which columns go where stands in two words of the unit's program, see `engine::microcode`: a bit that says
//! that the column is fetched and a slot each, four columns in the first word behind the row's slot, five in the second.
//! Where the row was none, each column's result is the row's tag instead.

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
        for bus in 0..BUSES {
            self.slot[bus].next = Bits::default();
            self.data[bus].next = Bits::default();
        }
        for (slot, data) in results {
            let bus = slot.index() % BUSES;
            valid |= 1 << bus;
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
        let mut text = format!(
            "reg [9:0] slots [0:{last}];\nreg [65:0] values [0:{last}];\ninteger i;\n\nalways @(*) begin\n    valid = 0;
    for (i = 0; i < {BUSES}; i = i + 1) begin\n        slots[i] = 0;\n        values[i] = 0;\n    end\n",
            last = BUSES - 1
        );
        let mut send = |indent: &str, condition: &str, slot: &str, low: usize, value: &str| {
            let bus = format!("{slot}[{}:{low}]", low + 4);
            text += &format!(
                "{indent}if ({condition}) begin
{indent}    valid[{bus}] = 1'b1;
{indent}    slots[{bus}] = {slot}[{}:{low}];
{indent}    values[{bus}] = {value};
{indent}end
",
                low + 9
            );
        };
        for unit in 0..UNITS {
            for source in ["answer", "reserved"] {
                let name = |part: &str| format!("{source}{part}${unit}");
                send("    ", &name(""), &name("_slot"), 0, &name("_data"));
            }
        }
        for unit in 0..UNITS {
            for column in 0..COLUMNS {
                let (word, at) = fetch_part(column);
                let word = format!("fetched_{}${unit}", ["first", "second"][word]);
                let value = format!(
                    "(fetched_tag${unit} != 0) ? {{fetched_tag${unit}, 64'd0}} : fetched_values${unit}[{}:{}]",
                    66 * column + 65,
                    66 * column
                );
                send("    ", &format!("fetched${unit} && {word}[{at}]"), &word, at + 1, &value);
            }
        }
        for bus in 0..BUSES {
            text += &format!("    slot${bus} = slots[{bus}];\n    data${bus} = values[{bus}];\n");
        }
        text += "end\n";
        Verilog::Custom(text)
    }
}
