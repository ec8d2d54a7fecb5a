// SPDX-License-Identifier: Apache-2.0

//! A lane with its program memories and registers against the instruction set: operands from slots,
//! registers and constants; results to registers, to slots one cycle later, to predicates and to
//! entries; words in any order with idle cycles between them; and resets.

use crate::support::{
    Loader, Place, guard, operand, predicate_address, present, program, slot, truth, value, word,
};
use engine::isa::{INSTRUCTION_SET, Instruction, Opcode, Operand, Role, Space, UnitClass};
use engine::machine::{ENTRIES_MAX, LOCALS_PER_LANE, PREDICATES_PER_LANE, PUBLISH_CYCLES, SLOTS};
use engine::microcode::Memory;
use engine::value::{Truth, Value, Width};
use hdl::emit::emit;
use hdl::kernels::lane_unit::LaneUnit;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0026;
const LANE: u8 = 21;
const CONSTANTS: usize = 60;

/// A value for a register or a slot, or a truth for a predicate or an entry, with its destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Value(Value, Operand),
    Truth(Truth, Operand),
}

/// One of a few registers, so that a register has usually been written before it is read.
fn local(rng: &mut Rng) -> Operand {
    Operand::new(Space::Local, 7 * rng.random_range(0..=LOCALS_PER_LANE as u16 / 7))
}

/// An operand of a lane, which may also be a register.
fn source(rng: &mut Rng) -> Operand {
    match rng.random_bool(0.4) {
        true => local(rng),
        false => operand(rng, CONSTANTS),
    }
}

fn instruction(rng: &mut Rng) -> Instruction {
    let of_lane: Vec<_> =
        INSTRUCTION_SET.iter().filter(|signature| signature.unit == UnitClass::Lane).collect();
    let signature = of_lane[rng.random_range(0..of_lane.len())];
    let of_role = |role: Role, rng: &mut Rng| match role {
        Role::Read | Role::ReadAny => source(rng),
        Role::ReadConstant => Operand::new(Space::Constant, rng.random_range(0..CONSTANTS as u16)),
        Role::ReadPredicateOptional => guard(rng),
        // This operand must not be missing.
        Role::ReadPredicate => {
            std::iter::repeat_with(|| guard(rng)).find(|guard| guard.is_some()).expect("at last")
        }
        Role::Write | Role::WriteAny => match rng.random() {
            true => slot(rng),
            false => local(rng),
        },
        Role::WriteTruth => match rng.random() {
            true => Operand::new(Space::Entry, rng.random_range(0..ENTRIES_MAX as u16)),
            false => {
                let first = u16::from(LANE) * PREDICATES_PER_LANE as u16;
                Operand::new(
                    Space::Predicate,
                    first + rng.random_range(0..PREDICATES_PER_LANE as u16),
                )
            }
        },
        Role::WidthNumber => Operand::immediate(Width::ALL[rng.random_range(0..4)] as u16),
        _ => Operand::NONE,
    };
    let operands = signature.roles.map(|role| of_role(role, rng));
    Instruction::new(signature.opcode, LANE, 0, operands)
}

/// The result of an instruction; `value` and `truth` read its operands.
fn outcome(
    instruction: &Instruction,
    value: impl Fn(Operand) -> Value,
    truth: impl Fn(Operand) -> Truth,
) -> Outcome {
    let [dst, a, b, c, _, e] = instruction.operands;
    let width = Width::decode(e.index).unwrap_or(Width::W64);
    let compared = |holds: fn(i64, i64) -> bool| {
        let compared = value(a).compare(value(b), holds);
        Outcome::Truth(if c.is_some() { compared.when(truth(c)) } else { compared }, dst)
    };
    let judged = |judged: Truth| {
        Outcome::Truth(if b.is_some() { judged.when(truth(b)) } else { judged }, dst)
    };
    let value = match instruction.opcode {
        Opcode::Move => value(a),
        Opcode::Add => value(a).add(value(b), width),
        Opcode::Sub => value(a).sub(value(b), width),
        Opcode::Mul => value(a).mul(value(b), width),
        Opcode::Range => value(a).range(value(b).bits, value(c).bits),
        Opcode::Select => Value::select(truth(a), value(b), value(c)),
        Opcode::Coalesce => value(a).coalesce(value(b)),
        Opcode::Truth => truth(a).to_value(),
        Opcode::Eq => return compared(|a, b| a == b),
        Opcode::Ne => return compared(|a, b| a != b),
        Opcode::Lt => return compared(|a, b| a < b),
        Opcode::Le => return compared(|a, b| a <= b),
        Opcode::IsNull => return judged(value(a).is_null()),
        Opcode::NotNull => return judged(value(a).is_null().not()),
        Opcode::Clean => return judged(value(a).is_clean()),
        other => panic!("{other:?} is no operation of a lane"),
    };
    Outcome::Value(value, dst)
}

/// The model of the lane.
struct Model {
    loader: Loader,
    slots: Vec<Value>,
    /// The predicates by address; there are more addresses than predicates.
    predicates: Vec<Truth>,
    cycle: u64,
    /// The registers that have been written.
    locals: [Option<Value>; LOCALS_PER_LANE],
    /// The cycle at whose end each result leaves the lane.
    leaving: Vec<(u64, Outcome)>,
    /// The values on their way to slots.
    published: Option<(Value, Operand)>,
}

impl Model {
    /// Presents operands to the current word, and follows it over the clock edge.
    fn follow(&mut self, kernel: &mut Kernel<'_>, instruction: &Instruction, rng: &mut Rng) {
        let leaves = self.cycle + u64::from(instruction.opcode.signature().latency) - 1;
        let is_known = |operand: &Operand| {
            operand.space != Space::Local || self.locals[usize::from(operand.index)].is_some()
        };
        let is_value = |(cycle, outcome): &(u64, Outcome)| {
            *cycle == leaves && matches!(outcome, Outcome::Value(..))
        };
        let reset = rng.random_bool(0.01);
        // Two values must not leave in one cycle, and a register must not be read before it is
        // written; the validation of programs excludes both.
        let live = rng.random_bool(0.8)
            && instruction.operands[1..].iter().all(is_known)
            && !self.leaving.iter().any(is_value);
        for operand in &instruction.operands[1..] {
            match operand.space {
                Space::Slot => self.slots[usize::from(operand.index)] = value(rng),
                Space::Predicate => {
                    self.predicates[predicate_address(*operand) as usize] = truth(rng)
                }
                _ => {}
            }
        }
        kernel.set("live", live);
        kernel.set("reset", reset);
        for (port, data) in [("x_slot", "x_slot_data"), ("y_slot", "y_slot_data")] {
            let value = self.slots[kernel.get(port) as usize];
            kernel.set(data, word(value));
        }
        let predicate = self.predicates[kernel.get("predicate") as usize];
        kernel.set("predicate_data", predicate as u8);
        kernel.settle_low();
        if live && !reset {
            let outcome = self.outcome(instruction);
            self.leaving.push((leaves, outcome));
        }
        self.compare(kernel);
        let due: Vec<Outcome> = self
            .leaving
            .extract_if(.., |(cycle, _)| *cycle == self.cycle)
            .map(|(_, o)| o)
            .collect();
        self.published = None;
        for outcome in due {
            match outcome {
                Outcome::Value(value, dst) if dst.space == Space::Local => {
                    self.locals[usize::from(dst.index)] = Some(value);
                }
                Outcome::Value(value, dst) if !reset => self.published = Some((value, dst)),
                _ => {}
            }
        }
        if reset {
            self.leaving.clear();
        }
        kernel.step();
        self.cycle += 1;
    }

    /// The outcome of the instruction that is issued now.
    fn outcome(&self, instruction: &Instruction) -> Outcome {
        let value = |operand: Operand| match operand.space {
            Space::Slot => self.slots[usize::from(operand.index)],
            Space::Local => self.locals[usize::from(operand.index)].expect("it was written"),
            _ => self.loader.constant(operand).expect("it is a constant"),
        };
        outcome(instruction, value, |operand| self.predicates[predicate_address(operand) as usize])
    }

    /// Checks that the outputs show exactly the results that leave now.
    fn compare(&self, kernel: &Kernel<'_>) {
        let bus =
            kernel.is_high("bus_valid").then(|| (kernel.get("bus_data"), kernel.get("bus_slot")));
        assert_eq!(
            bus,
            self.published.map(|(value, dst)| (word(value), dst.index.into())),
            "cycle {}",
            self.cycle
        );
        let truths = self.leaving.iter().filter_map(|(cycle, outcome)| match outcome {
            Outcome::Truth(truth, dst) if *cycle == self.cycle => Some((*truth as u128, *dst)),
            _ => None,
        });
        let expected: Vec<(u128, Operand)> = truths.collect();
        let of_predicate = kernel.is_high("predicate_valid");
        let of_entry = kernel.is_high("entry_valid");
        let [truth, address] = ["truth", "truth_address"].map(|port| kernel.get(port));
        match expected[..] {
            [] => assert!(!of_predicate && !of_entry),
            [(expected, dst)] if dst.space == Space::Predicate => {
                assert_eq!(
                    (of_predicate, of_entry, truth, address),
                    (true, false, expected, predicate_address(dst))
                );
            }
            [(expected, dst)] => {
                assert_eq!(
                    (of_predicate, of_entry, truth, address),
                    (false, true, expected, dst.index.into())
                );
            }
            _ => panic!("one truth a cycle"),
        }
    }
}

#[test]
fn results_go_where_the_words_say() {
    const _: () = assert!(PUBLISH_CYCLES == 1);
    let kernel = emit("lane_unit", "a lane with what is its own", &mut LaneUnit::default());
    testkit::kernels::run("results_go_where_the_words_say", &kernel, |kernel| {
        let mut written = 0;
        for round in 0..40 {
            let mut rng = Rng::seeded(SEED + round);
            let constants = (0..CONSTANTS).map(|_| value(&mut rng)).collect();
            let memories = [
                Memory::Lane(LANE),
                Memory::LaneX(LANE),
                Memory::LaneY(LANE),
                Memory::LaneHigh(LANE),
            ];
            let place = |(bit, memory)| Place { memory, port: "program_write", bit };
            let loader = Loader::new(
                Vec::new(),
                Vec::new(),
                constants,
                (0..).zip(memories).map(place).collect(),
            );
            let program = program(&mut rng, instruction);
            kernel.set("live", false);
            kernel.set("program_write", 0_u8);
            kernel.set("reset", true);
            program
                .iter()
                .for_each(|(address, instruction)| loader.load(kernel, *address, &[*instruction]));
            kernel.set("reset", false);
            let mut model = Model {
                loader,
                slots: (0..SLOTS).map(|_| value(&mut rng)).collect(),
                predicates: (0..1 << 11).map(|_| truth(&mut rng)).collect(),
                cycle: 0,
                locals: [None; LOCALS_PER_LANE],
                leaving: Vec::new(),
                published: None,
            };
            present(kernel, &program, &mut rng, |kernel, current, rng| {
                model.follow(kernel, current, rng)
            });
            written += model.locals.iter().flatten().count();
        }
        assert!(written > 150, "{written} registers are written, and so read");
    });
}
