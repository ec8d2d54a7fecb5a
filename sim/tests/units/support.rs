// SPDX-License-Identifier: Apache-2.0

//! Support for tests of single units: instructions as words in the program memories, and random
//! operands.

use engine::calendar::Zone;
use engine::dictionary::DictionaryDef;
use engine::isa::{Gate, Instruction, Operand, Space};
use engine::machine::{
    LANES, LOGIC_UNITS, PREDICATES, PREDICATES_PER_LANE, PREDICATES_PER_LOGIC_UNIT, ROWS_MAX, SLOTS,
};
use engine::microcode::{self, Memory};
use engine::program::Program;
use engine::schema::{ColumnKind, TableDef};
use engine::value::{Truth, Value};
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

/// A program memory of the unit, and the bit of the port that writes it.
pub struct Place {
    pub memory: Memory,
    pub port: &'static str,
    pub bit: u32,
}

/// The tables, each in its unit, and the constants that instructions refer to.
pub struct Loader {
    program: Program,
    units: Vec<u8>,
    places: Vec<Place>,
}

impl Loader {
    pub fn new(
        tables: Vec<TableDef>,
        units: Vec<u8>,
        constants: Vec<Value>,
        places: Vec<Place>,
    ) -> Loader {
        let (messages, rules, strings, transactions) = Default::default();
        let (zone, jobs) = (Zone::UTC, Vec::new());
        let dictionary = DictionaryDef::OF_HARDWARE;
        let program = Program {
            tables,
            messages,
            rules,
            strings,
            dictionary,
            constants,
            transactions,
            zone,
            jobs,
        };
        Loader { program, units, places }
    }

    /// Writes the words of instructions for an address to every memory of the unit, and zero to
    /// memories without a word.
    pub fn load(&self, kernel: &mut Kernel<'_>, address: u16, instructions: &[Instruction]) {
        let words =
            |instruction| microcode::words(&self.program, instruction, &self.units, address);
        let words: Vec<microcode::Write> = instructions.iter().flat_map(words).collect();
        kernel.set("program_address", address);
        for place in &self.places {
            let of_memory = words.iter().filter(|word| word.memory == place.memory);
            kernel.set("program_data", of_memory.fold(0, |data, word| data | word.data));
            kernel.set(place.port, 1_u64 << place.bit);
            kernel.step();
            kernel.set(place.port, 0_u64);
        }
    }

    /// The kinds of the columns of the first table.
    pub fn kinds(&self) -> Vec<ColumnKind> {
        self.program.tables[0].columns.iter().map(|column| column.kind).collect()
    }

    /// The value of an operand that is a constant.
    pub fn constant(&self, operand: Operand) -> Option<Value> {
        (operand.space == Space::Constant)
            .then(|| self.program.constants[usize::from(operand.index)])
    }
}

/// The words of a program at addresses far from each other, in both program banks.
pub fn program<T>(rng: &mut Rng, mut word: impl FnMut(&mut Rng) -> T) -> Vec<(u16, T)> {
    let first = rng.random_range(0..64);
    (0..64).map(|i| (first + i * 31, word(rng))).collect()
}

/// Presents the words of a program in random order, one a cycle; `follow` takes the current one
/// over the clock edge.
pub fn present<T>(
    kernel: &mut Kernel<'_>,
    program: &[(u16, T)],
    rng: &mut Rng,
    mut follow: impl FnMut(&mut Kernel<'_>, &T, &mut Rng),
) {
    let (first, word) = &program[0];
    kernel.set("live", false);
    kernel.set("address", *first);
    (0..2).for_each(|_| kernel.step());
    // The current word, and the word of the next cycle.
    let mut fetched = [word, word];
    for _ in 0..1_000 {
        let (address, next) = &program[rng.random_range(0..program.len())];
        kernel.set("address", *address);
        let [current, following] = fetched;
        follow(kernel, current, rng);
        fetched = [following, next];
    }
}

/// A value as a port carries it, with its tag above its bits.
pub fn word(value: Value) -> u128 {
    u128::from(value.bits as u64) | (value.tag as u128) << 64
}

/// A slot, or one of the constants.
pub fn operand(rng: &mut Rng, constants: usize) -> Operand {
    match rng.random_bool(0.3) {
        true => Operand::new(Space::Constant, rng.random_range(0..constants as u16)),
        false => slot(rng),
    }
}

pub fn slot(rng: &mut Rng) -> Operand {
    Operand::slot(rng.random_range(0..SLOTS as u16))
}

/// A predicate of any unit, or none.
pub fn guard(rng: &mut Rng) -> Operand {
    match rng.random_bool(0.5) {
        true => Operand::new(Space::Predicate, rng.random_range(0..PREDICATES as u16)),
        false => Operand::NONE,
    }
}

/// The address of a predicate in the register files: first that of the lanes, whose memory banks
/// alternate, then that of the logic units.
pub fn predicate_address(predicate: Operand) -> u128 {
    let index = usize::from(predicate.index);
    let of_lanes = LANES * PREDICATES_PER_LANE;
    let address = match index < of_lanes {
        true => index / PREDICATES_PER_LANE + LANES * (index % PREDICATES_PER_LANE),
        false => {
            let own = index - of_lanes;
            of_lanes
                + own / PREDICATES_PER_LOGIC_UNIT
                + LOGIC_UNITS * (own % PREDICATES_PER_LOGIC_UNIT)
        }
    };
    address as u128
}

/// A random gate for an instruction on tables.
pub fn gate(rng: &mut Rng) -> Gate {
    if rng.random_bool(0.3) { Gate::Reject } else { Gate::Accept }
}

/// The outputs of the decision in a cycle: what a message may do.
#[derive(Clone, Copy, Debug)]
pub struct Gates {
    permit: bool,
    effects: bool,
    permit_effects: bool,
}

impl Gates {
    /// Any combination, even those that no message has.
    pub fn random(rng: &mut Rng) -> Gates {
        let [permit, effects, permit_effects] = [(); 3].map(|()| rng.random_bool(0.8));
        Gates { permit, effects, permit_effects }
    }

    pub fn drive(self, kernel: &mut Kernel<'_>) {
        kernel.set("permit", self.permit);
        kernel.set("effects", self.effects);
        kernel.set("permit_effects", self.permit_effects);
    }

    /// Whether an instruction takes place, as far as its gate decides.
    pub fn takes_place(self, gate: Gate) -> bool {
        gate == Gate::Accept || self.effects
    }

    /// Whether an instruction may change a table.
    pub fn may_change(self, gate: Gate) -> bool {
        match gate {
            Gate::Accept => self.permit,
            Gate::Reject => self.effects && self.permit_effects,
        }
    }
}

/// The truth of a predicate; mostly true.
pub fn truth(rng: &mut Rng) -> Truth {
    if rng.random_bool(0.6) { Truth::True } else { Truth::ALL[rng.random_range(0..5)] }
}

/// The handle of a row; rarely NULL or an error.
pub fn row(rng: &mut Rng) -> Value {
    match rng.random_range(0..16) {
        0 => Value::NULL,
        1 => Value::OVERFLOW,
        2 => Value::DIVISION_BY_ZERO,
        _ => Value::new(rng.random_range(0..i64::from(ROWS_MAX))),
    }
}

/// A value, mostly of few bits or at the end of a width; rarely NULL or an error.
pub fn value(rng: &mut Rng) -> Value {
    let near = |edge: i64, rng: &mut Rng| edge.saturating_add(rng.random_range(-1..=1));
    match rng.random_range(0..24) {
        0 => Value::NULL,
        1 => Value::OVERFLOW,
        2 => Value::DIVISION_BY_ZERO,
        3 => Value::new(near(1 << 15, rng)),
        4 => Value::new(near(-1 << 15, rng)),
        5 => Value::new(near(1 << 31, rng)),
        6 => Value::new(near(-1 << 31, rng)),
        7 => Value::new(near(i64::MAX, rng)),
        8 => Value::new(near(i64::MIN, rng)),
        9 => Value::new(rng.random()),
        _ => Value::new(rng.random_range(-100..100)),
    }
}
