// SPDX-License-Identifier: Apache-2.0

//! The divider with its program memories against the instruction set: operands from slots and
//! constants, each result on the bus in its cycle, words in any order with idle cycles between
//! them, and resets.

use crate::support::{Loader, Place, operand, present, program, slot, value, word};
use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::machine::SLOTS;
use engine::microcode::Memory;
use engine::value::{Value, Width};
use hdl::emit::emit;
use hdl::kernels::divider_unit::DividerUnit;
use rand::RngExt;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0028;
const CONSTANTS: usize = 40;

fn instruction(rng: &mut Rng) -> Instruction {
    let none = Operand::NONE;
    let [dst, a, b, c] =
        [slot(rng), operand(rng, CONSTANTS), operand(rng, CONSTANTS), operand(rng, CONSTANTS)];
    let width = Operand::immediate(Width::CHECKED[rng.random_range(0..3)] as u16);
    let (opcode, operands) = match rng.random_range(0..3) {
        0 => (Opcode::Div, [dst, a, b, none, none, width]),
        1 => (Opcode::Rem, [dst, a, b, none, none, none]),
        _ => (Opcode::MulDiv, [dst, a, b, c, none, none]),
    };
    Instruction::new(opcode, 0, 0, operands)
}

/// The model of the unit.
struct Model {
    loader: Loader,
    slots: Vec<Value>,
    cycle: u64,
    /// The results, by the cycle in which they are on the bus.
    due: BTreeMap<u64, (Value, Operand)>,
}

impl Model {
    fn result(&self, instruction: &Instruction) -> Value {
        let [_, a, b, c, _, e] = instruction.operands;
        let value = |operand: Operand| match operand.space {
            Space::Slot => self.slots[usize::from(operand.index)],
            _ => self.loader.constant(operand).expect("it is a constant"),
        };
        match instruction.opcode {
            Opcode::Div => value(a).div(value(b), Width::decode(e.index).expect("it is one")),
            Opcode::Rem => value(a).rem(value(b)),
            _ => value(a).mul_div_round(value(c), value(b)),
        }
    }

    /// Presents operands to the current word, unless it is empty, and follows it over the clock
    /// edge.
    fn follow(
        &mut self,
        kernel: &mut Kernel<'_>,
        instruction: Option<&Instruction>,
        rng: &mut Rng,
    ) {
        let reset = rng.random_bool(0.01);
        let due_cycle =
            instruction.map(|of| self.cycle + u64::from(of.opcode.signature().latency) - 1);
        // Two results must not be on the bus in one cycle; the validation of programs excludes it.
        let live =
            rng.random_bool(0.8) && due_cycle.is_none_or(|cycle| !self.due.contains_key(&cycle));
        for operand in instruction
            .iter()
            .flat_map(|of| &of.operands[1..4])
            .filter(|of| of.space == Space::Slot)
        {
            self.slots[usize::from(operand.index)] = value(rng);
        }
        for port in ["a_slot", "b_slot", "c_slot"] {
            let value = self.slots[kernel.get(port) as usize];
            kernel.set(&format!("{port}_data"), word(value));
        }
        kernel.set("live", live);
        kernel.set("reset", reset);
        kernel.settle_low();
        let bus =
            kernel.is_high("bus_valid").then(|| (kernel.get("bus_data"), kernel.get("bus_slot")));
        let expected =
            self.due.remove(&self.cycle).map(|(value, dst)| (word(value), dst.index.into()));
        assert_eq!(bus, expected, "cycle {}", self.cycle);
        if let (Some(instruction), Some(due_cycle), true) = (instruction, due_cycle, live) {
            self.due.insert(due_cycle, (self.result(instruction), instruction.operands[0]));
        }
        if reset {
            self.due.clear();
        }
        kernel.step();
        self.cycle += 1;
    }
}

#[test]
fn results_stand_on_the_bus_in_their_cycle() {
    let kernel =
        emit("divider_unit", "the divider with its program memories", &mut DividerUnit::default());
    testkit::kernels::run("results_stand_on_the_bus_in_their_cycle", &kernel, |kernel| {
        for round in 0..30 {
            let mut rng = Rng::seeded(SEED + round);
            let constants = (0..CONSTANTS).map(|_| value(&mut rng)).collect();
            let constant = |operand: u8| Place {
                memory: Memory::DividerConstant(operand),
                port: "program_write",
                bit: 1 + u32::from(operand),
            };
            let operations = Place { memory: Memory::Divider, port: "program_write", bit: 0 };
            let places = [operations].into_iter().chain((0..3).map(constant)).collect();
            let loader = Loader::new(Vec::new(), Vec::new(), constants, places);
            let program = program(&mut rng, |rng| rng.random_bool(0.9).then(|| instruction(rng)));
            kernel.set("live", false);
            kernel.set("program_write", 0_u8);
            kernel.set("reset", true);
            program
                .iter()
                .for_each(|(address, word)| loader.load(kernel, *address, word.as_slice()));
            kernel.set("reset", false);
            let slots = (0..SLOTS).map(|_| value(&mut rng)).collect();
            let mut model = Model { loader, slots, cycle: 0, due: BTreeMap::new() };
            present(kernel, &program, &mut rng, |kernel, current, rng| {
                model.follow(kernel, current.as_ref(), rng)
            });
        }
    });
}
