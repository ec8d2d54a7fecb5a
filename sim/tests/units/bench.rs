// SPDX-License-Identifier: Apache-2.0

//! The surroundings of a table unit in the core: the steps of the sequencer, slots and predicates,
//! column ports. The bench runs transactions and reports which results came in which cycle; the
//! tests decide whether they are right.

use crate::support::{Loader, Place, predicate_address, word};
use engine::build::LEVELS;
use engine::isa::{Instruction, Opcode, Operand};
use engine::machine::{ISSUE_CYCLES, PREDICATES, SLOTS, WRITE_PORTS};
use engine::microcode::{Memory, fetch_part};
use engine::schema::ColumnKind;
use engine::value::{Tag, Truth, Value};
use hdl::kernels::allocator::FILL_CYCLES;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

/// The ports that carry the number of a slot, each with the port of its value.
const SLOT_PORTS: [(&str, &str); 6] = [
    ("a_slot", "a_data"),
    ("b_slot", "b_data"),
    ("c_slot", "c_data"),
    ("d_slot", "d_data"),
    ("row_slot", "row_data"),
    ("fetch_slot", "fetch_data"),
];
const PREDICATE_PORTS: [(&str, &str); 2] =
    [("predicate", "predicate_data"), ("reserve_predicate", "reserve_predicate_data")];

/// Instructions with their cycles, loaded from the address of the first word of the transaction.
pub struct Transaction {
    pub instructions: Vec<Instruction>,
    pub verdict_cycle: u16,
}

impl Transaction {
    /// The cycle in which everything has ended and the next transaction may start.
    pub fn end(&self) -> u16 {
        self.instructions
            .iter()
            .map(Instruction::ready)
            .max()
            .unwrap_or(0)
            .max(self.verdict_cycle + 1)
    }
}

/// A result: a value for a slot or the truth of an entry, with the first cycle in which it can be
/// read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    pub values: Vec<(u16, u16, Value)>,
    pub entries: Vec<(u16, u16, Truth)>,
}

/// The outputs of a column port for the unit, one cycle after its word.
#[derive(Clone, Copy)]
struct FromPort {
    instruction: Instruction,
    row: Value,
    value: Value,
    /// For a query: its truth as far as the port knows it, and whether the level store decides.
    truth: Truth,
    is_open: bool,
}

/// A unit with slots and predicates.
pub struct Bench<'k, 'r> {
    pub kernel: &'k mut Kernel<'r>,
    pub slots: Vec<Value>,
    predicates: Vec<Truth>,
    loader: Loader,
    /// The kinds of the columns of the table.
    kinds: Vec<ColumnKind>,
}

/// Every program memory of a table unit.
pub fn places(unit: u8) -> Vec<Place> {
    let first = (0..8).map(|part| Place {
        memory: Memory::Table(unit, part),
        port: "program_write",
        bit: part.into(),
    });
    first
        .chain([Place { memory: Memory::TableSecond(unit), port: "second_write", bit: 0 }])
        .collect()
}

fn read(word: u128) -> Value {
    let tag = [Tag::Value, Tag::Null, Tag::Overflow, Tag::DivisionByZero][(word >> 64) as usize];
    Value { bits: word as i64, tag }
}

fn read_truth(bits: u128) -> Truth {
    Truth::ALL[bits as usize]
}

impl<'k, 'r> Bench<'k, 'r> {
    /// A unit that is configured by a word, and emptied within a given number of cycles.
    pub fn new(
        kernel: &'k mut Kernel<'r>,
        loader: Loader,
        configuration: u64,
        clear_cycles: u32,
    ) -> Bench<'k, 'r> {
        for port in [
            "reset",
            "live",
            "permit",
            "finish",
            "program_write",
            "second_write",
            "scan",
            "scan_fetch",
        ] {
            kernel.set(port, 0_u8);
        }
        kernel.set("configure", true);
        kernel.set("program_data", configuration);
        kernel.step();
        kernel.set("configure", false);
        // Later values on the port have no effect on the configuration.
        kernel.set("program_data", !configuration);
        let kinds = loader.kinds();
        let (slots, predicates) = (vec![Value::NULL; SLOTS], vec![Truth::False; PREDICATES]);
        let mut bench = Bench { kernel, slots, predicates, loader, kinds };
        bench.clear(clear_cycles);
        bench
    }

    /// Empties the unit.
    pub fn clear(&mut self, cycles: u32) {
        self.kernel.set("clear", true);
        for address in 0..cycles {
            self.kernel.set("clear_address", address);
            self.kernel.step();
        }
        self.kernel.set("clear", false);
        (0..2 * FILL_CYCLES).for_each(|_| self.kernel.step());
    }

    pub fn load(&mut self, transaction: &Transaction) {
        for cycle in ISSUE_CYCLES..transaction.end() {
            let of_cycle: Vec<Instruction> =
                transaction.instructions.iter().filter(|i| i.cycle == cycle).copied().collect();
            self.loader.load(self.kernel, cycle - ISSUE_CYCLES, &of_cycle);
        }
    }

    pub fn set_predicate(&mut self, predicate: Operand, truth: Truth) {
        self.predicates[predicate_address(predicate) as usize] = truth;
    }

    fn predicate(&self, predicate: Operand) -> Truth {
        if predicate.is_some() {
            self.predicates[predicate_address(predicate) as usize]
        } else {
            Truth::True
        }
    }

    fn operand(&self, operand: Operand) -> Value {
        self.loader.constant(operand).unwrap_or(self.slots[usize::from(operand.index)])
    }

    /// Runs a transaction, or its first `cycles` cycles; `decide` returns at the verdict whether
    /// the message is accepted. Before that, `permit` keeps its value, and no result is in a slot
    /// before its cycle.
    pub fn run(
        &mut self,
        transaction: &Transaction,
        cycles: u16,
        rng: &mut Rng,
        decide: &mut dyn FnMut(&[Value], &mut Rng) -> bool,
    ) -> Results {
        let mut results = Results::default();
        let mut from_ports: Vec<FromPort> = Vec::new();
        let mut permit = rng.random();
        for cycle in 0..transaction.end().min(cycles) {
            if cycle == transaction.verdict_cycle {
                permit = decide(&self.slots, rng);
            }
            self.kernel.set("address", cycle);
            self.kernel.set("live", cycle >= ISSUE_CYCLES);
            self.kernel.set("permit", permit);
            self.kernel.set("finish", cycle == transaction.verdict_cycle);
            if self.is_group() {
                self.kernel.set("forget", cycle == 0);
            }
            for (slot, data) in SLOT_PORTS {
                let value = self.slots[self.kernel.get(slot) as usize];
                self.kernel.set(data, word(value));
            }
            for (predicate, data) in PREDICATE_PORTS {
                // The two register files have fewer predicates than addresses.
                let truth = self.predicates.get(self.kernel.get(predicate) as usize).copied();
                self.kernel.set(data, truth.unwrap_or(Truth::True) as u8);
            }
            self.drive_ports(&from_ports, rng);
            from_ports = self.of_ports(transaction, cycle, permit);
            self.kernel.settle_low();
            let before = results.values.len();
            self.collect(cycle + 1, &mut results);
            self.kernel.step();
            for (_, slot, value) in &results.values[before..] {
                self.slots[usize::from(*slot)] = *value;
            }
        }
        self.kernel.set("live", false);
        self.kernel.set("finish", false);
        self.drive_ports(&[], rng);
        results
    }

    fn collect(&mut self, ready: u16, results: &mut Results) {
        for name in ["answer", "reserved"] {
            if self.kernel.is_high(name) {
                let [slot, data] =
                    ["slot", "data"].map(|part| self.kernel.get(&format!("{name}_{part}")));
                results.values.push((ready, slot as u16, read(data)));
            }
        }
        if self.kernel.is_high("reserved") {
            let truth = read_truth(self.kernel.get("reserved_truth"));
            results.entries.push((ready, self.kernel.get("reserved_entry") as u16, truth));
        }
        for store in if self.is_group() { 0..LEVELS } else { 0..0 } {
            if self.kernel.is_high(&format!("level_valid_{store}")) {
                let [entry, truth] = ["entry", "truth"]
                    .map(|part| self.kernel.get(&format!("level_{part}_{store}")));
                results.entries.push((ready, entry as u16, read_truth(truth)));
            }
        }
        if self.kernel.is_high("fetched") {
            let words = ["fetched_first", "fetched_second"].map(|port| self.kernel.get(port));
            let values = self.kernel.get_words("fetched_values");
            let tag = self.kernel.get("fetched_tag");
            for place in 0..values.len() * 64 / 66 {
                let (word, at) = fetch_part(place);
                let part = words[word] >> at;
                let bit = |bit: usize| u128::from(values[bit / 64] >> (bit % 64) & 1);
                let value = (0..66).fold(0, |value, at| value | bit(66 * place + at) << at);
                let value = if tag == 0 { value } else { tag << 64 };
                if part & 1 == 1 {
                    results.values.push((ready, (part >> 1 & 0x3ff) as u16, read(value)));
                }
            }
        }
    }

    /// The outputs of the column ports for the words of a cycle.
    fn of_ports(&self, transaction: &Transaction, cycle: u16, permit: bool) -> Vec<FromPort> {
        let of_cycle =
            transaction.instructions.iter().filter(|instruction| instruction.cycle == cycle);
        of_cycle.filter_map(|instruction| self.of_port(instruction, permit)).collect()
    }

    fn of_port(&self, instruction: &Instruction, permit: bool) -> Option<FromPort> {
        let [_, a, b, c, d, e] = instruction.operands;
        let (row, value, guard) = match instruction.opcode {
            Opcode::Write => (a, c, e),
            Opcode::Fold => (a, c, Operand::NONE),
            Opcode::Level => (b, d, a),
            _ => return None,
        };
        let (row, value, guard) = (self.operand(row), self.operand(value), self.predicate(guard));
        let is_there = permit && row.tag == Tag::Value;
        let happens = match instruction.opcode {
            Opcode::Write => is_there && guard == Truth::True && value.tag <= Tag::Null,
            Opcode::Fold => is_there && value.tag == Tag::Value,
            _ => true,
        };
        let worst = Value::tagged(row.tag.max(value.tag));
        let truth = match guard {
            Truth::True => worst.is_clean(),
            Truth::False | Truth::Null => Truth::True,
            error => error,
        };
        let is_open = guard == Truth::True && truth == Truth::True && value.tag == Tag::Value;
        happens.then_some(FromPort { instruction: *instruction, row, value, truth, is_open })
    }

    /// Drives the outputs of the column ports; invalid ones are random, because they must have no
    /// effect.
    fn drive_ports(&mut self, from_ports: &[FromPort], rng: &mut Rng) {
        let [mut writes, mut folds, mut levels, mut queries] = [0_u8; 4];
        let [mut numbers, mut rows, mut values, mut outs, mut groups, mut words] =
            [(); 6].map(|()| [(); 9].map(|()| rng.random::<u64>()));
        for FromPort { instruction, row, value, truth, is_open } in from_ports {
            let [dst, _, b, c, d, _] = instruction.operands;
            let column =
                usize::from(if instruction.opcode == Opcode::Level { c.index } else { b.index });
            let port = column % WRITE_PORTS;
            match instruction.opcode {
                Opcode::Write => writes |= 1 << port,
                Opcode::Level => queries |= 1 << port,
                _ if matches!(self.kinds[column], ColumnKind::Min | ColumnKind::Max) => {
                    levels |= 1 << port
                }
                _ => folds |= 1 << port,
            }
            put(&mut numbers, port, 4, column as u128);
            put(&mut rows, port, 24, word(*row));
            put(&mut values, port, 66, word(*value));
            put(&mut outs, port, 1, d.index.into());
            put(&mut groups, port, 1, u128::from(row.tag == Tag::Value));
            let asked = u128::from(dst.index) | (*truth as u128) << 8 | u128::from(*is_open) << 11;
            put(&mut words, port, 12, asked);
        }
        let ports: &[(&str, &[u64])] = match self.is_group() {
            false => &[
                ("write", &[writes.into()]),
                ("write_columns", &numbers),
                ("write_rows", &rows),
                ("write_values", &values),
            ],
            true => &[
                ("fold", &[folds.into()]),
                ("level", &[levels.into()]),
                ("ask", &[queries.into()]),
                ("fold_out", &outs),
                ("fold_rows", &rows),
                ("fold_values", &values),
                ("ask_group", &groups),
                ("ask_words", &words),
            ],
        };
        ports.iter().for_each(|(port, words)| self.kernel.set_words(port, words));
    }

    /// Whether the table is hidden.
    fn is_group(&self) -> bool {
        self.kinds.iter().any(|kind| *kind != ColumnKind::Data)
    }
}

/// Puts the bits of one port into the concatenation for all ports.
fn put(words: &mut [u64], port: usize, bits: usize, value: u128) {
    for bit in 0..bits {
        let at = bits * port + bit;
        words[at / 64] =
            words[at / 64] & !(1 << (at % 64)) | ((value >> bit & 1) as u64) << (at % 64);
    }
}
