// SPDX-License-Identifier: Apache-2.0

//! A logic unit with its program memory against the instruction set: predicates of any unit, every
//! way to combine them, the entry that the verdict names, its own predicates and entries in the
//! cycle of the word; words in any order with idle cycles between them.

use crate::support::{Loader, Place, guard, predicate_address, present, program, truth};
use engine::isa::{Chain, ChainOp, Gate, Instruction, Opcode, Operand, Space};
use engine::machine::{ENTRIES_MAX, PredicateWriter, predicate_bank};
use engine::microcode::Memory;
use engine::value::Truth;
use hdl::emit::emit;
use hdl::kernels::logic_unit::LogicUnit;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0027;
const UNIT: u8 = 5;
/// The number of addresses of predicates, which is more than the predicates.
const ADDRESSES: usize = 1 << 11;
/// Entries that instructions and verdicts name.
const NAMES: [u16; 6] = [0, 1, 63, 64, 126, 127];

fn instruction(rng: &mut Rng) -> Instruction {
    if rng.random_bool(0.3) {
        let mut operands = [Operand::NONE; 6];
        operands[0] = target(rng);
        operands[1] = Operand::immediate(NAMES[rng.random_range(0..NAMES.len())]);
        return Instruction::new(Opcode::Named, UNIT, 0, operands).gated(Gate::Reject);
    }
    let count = rng.random_range(1..=4);
    let mut operands = [Operand::NONE; 6];
    let mut predicate =
        || std::iter::repeat_with(|| guard(rng)).find(|guard| guard.is_some()).expect("at last");
    operands[1..=count].iter_mut().for_each(|operand| *operand = predicate());
    let ops = [ChainOp::And, ChainOp::Or, ChainOp::When];
    let op = |i: usize, rng: &mut Rng| (i + 1 < count).then(|| ops[rng.random_range(0..ops.len())]);
    let ops = std::array::from_fn(|i| op(i, rng));
    let chain = Chain { ops, negate: rng.random(), or_false: rng.random() };
    operands[5] = Operand::immediate(chain.encode());
    operands[0] = target(rng);
    Instruction::new(Opcode::Chain, UNIT, 0, operands)
}

fn target(rng: &mut Rng) -> Operand {
    match rng.random() {
        true => Operand::new(Space::Entry, rng.random_range(0..ENTRIES_MAX as u16)),
        false => {
            let bank = predicate_bank(PredicateWriter::Logic(UNIT));
            Operand::new(Space::Predicate, rng.random_range(bank) as u16)
        }
    }
}

/// The result of an instruction while the verdict names entry `first`.
fn outcome(instruction: &Instruction, predicates: &[Truth], first: u16) -> Truth {
    if instruction.opcode == Opcode::Named {
        return (instruction.operands[1].index == first).into();
    }
    let chain = Chain::decode(instruction.operands[5].index).expect("it is one");
    let operand = |i: usize| {
        let truth = predicates[predicate_address(instruction.operands[1 + i]) as usize];
        if chain.negate[i] { truth.not() } else { truth }
    };
    let joined = (1..4).zip(chain.ops).fold(operand(0), |joined, (i, op)| match op {
        None => joined,
        Some(ChainOp::And) => joined.and(operand(i)),
        Some(ChainOp::Or) => joined.or(operand(i)),
        Some(ChainOp::When) => joined.when(operand(i)),
    });
    if chain.or_false { joined.or_false() } else { joined }
}

/// Presents predicates to the current word and compares its result; some words are empty.
fn follow(
    kernel: &mut Kernel<'_>,
    instruction: Option<&Instruction>,
    predicates: &mut [Truth],
    rng: &mut Rng,
) {
    let live = rng.random_bool(0.8);
    kernel.set("live", live);
    let first = NAMES[rng.random_range(0..NAMES.len())];
    kernel.set("first", first);
    let read = instruction.iter().flat_map(|i| &i.operands[1..5]);
    for operand in read.filter(|operand| operand.space == Space::Predicate) {
        predicates[predicate_address(*operand) as usize] = truth(rng);
    }
    for port in ["a", "b", "c", "d"] {
        let truth = predicates[kernel.get(port) as usize];
        kernel.set(&format!("{port}_data"), truth as u8);
    }
    kernel.settle_low();
    let valid = ["predicate_valid", "entry_valid"].map(|port| kernel.is_high(port));
    match instruction.filter(|_| live) {
        None => assert_eq!(valid, [false; 2]),
        Some(instruction) => {
            let dst = instruction.operands[0];
            let is_entry = dst.space == Space::Entry;
            assert_eq!(valid, [!is_entry, is_entry], "{instruction:?}");
            if is_entry {
                assert_eq!(kernel.get("entry"), dst.index.into(), "{instruction:?}");
            } else {
                // The register file takes the place in the memory bank from the address of a
                // predicate; the unit determines the memory bank.
                let address = kernel.get("predicate_address") | u128::from(UNIT) | 1 << 10;
                assert_eq!(address, predicate_address(dst), "{instruction:?}");
            }
            let expected = outcome(instruction, predicates, first);
            assert_eq!(kernel.get("truth"), expected as u128, "{instruction:?} is {expected:?}");
        }
    }
    kernel.step();
}

#[test]
fn predicates_are_combined_as_the_words_say() {
    let kernel = emit("logic_unit", "a logic unit", &mut LogicUnit::default());
    testkit::kernels::run("predicates_are_combined_as_the_words_say", &kernel, |kernel| {
        let places = vec![Place { memory: Memory::Logic(UNIT), port: "program_write", bit: 0 }];
        let loader = Loader::new(Vec::new(), Vec::new(), Vec::new(), places);
        for round in 0..60 {
            let mut rng = Rng::seeded(SEED + round);
            let mut predicates: Vec<Truth> = (0..ADDRESSES).map(|_| truth(&mut rng)).collect();
            let program = program(&mut rng, |rng| rng.random_bool(0.9).then(|| instruction(rng)));
            kernel.set("live", false);
            kernel.set("program_write", false);
            program
                .iter()
                .for_each(|(address, word)| loader.load(kernel, *address, word.as_slice()));
            present(kernel, &program, &mut rng, |kernel, current, rng| {
                follow(kernel, current.as_ref(), &mut predicates, rng);
            });
        }
    });
}
