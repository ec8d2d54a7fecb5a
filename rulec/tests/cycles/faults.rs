// SPDX-License-Identifier: Apache-2.0

//! Faults in cycles, planted into compiled programs: the model finds each of them.

use crate::sequencer::{Fault, Machine};
use crate::{FILES, check, random_program, sequences};
use engine::isa::{Instruction, Opcode, Operand, Phase};
use engine::overlap::releases;
use engine::program::Program;
use testkit::rng::Rng;

/// A fault: it changes a program, and says whether there was something to change.
type Plant = fn(&mut Program) -> bool;

const FAULTS: [(&str, Plant); 9] = [
    ("a scan that takes a cycle less", |p| {
        each(p, Opcode::Scan, |i| i.operands[3] = Operand::immediate(i.operands[3].index - 1))
    }),
    ("a result a cycle early", |p| each(p, Opcode::Result, earlier)),
    ("a look at what was pushed out a cycle early", |p| each(p, Opcode::Sound, earlier)),
    ("a row that enters a cycle early", |p| each(p, Opcode::Enter, earlier)),
    ("a row that leaves before the verdict", |p| {
        each(p, Opcode::Leave, |i| i.cycle -= i.cycle.min(16))
    }),
    ("a copy that is written as its row enters", |p| {
        each(p, Opcode::Patch, |i| i.cycle -= i.cycle.min(4))
    }),
    ("a scan a cycle early", |p| each(p, Opcode::Scan, earlier)),
    ("a verdict a cycle early", |p| each(p, Opcode::Verdict, earlier)),
    ("a verdict a cycle late", |p| each(p, Opcode::Verdict, |i| i.cycle += 1)),
];

fn earlier(instruction: &mut Instruction) {
    instruction.cycle -= 1;
}

/// Changes the instructions of an opcode in transactions with scans or lists.
fn each(program: &mut Program, opcode: Opcode, change: impl Fn(&mut Instruction)) -> bool {
    let mut found = false;
    for transaction in &mut program.transactions {
        let all = transaction.instructions.iter_mut();
        all.filter(|instruction| instruction.opcode == opcode).for_each(|instruction| {
            change(instruction);
            found = true;
        });
        transaction.instructions.sort_by_key(|instruction| instruction.cycle);
    }
    found
}

#[test]
fn planted_faults_in_cycles_are_found() {
    for (name, plant) in FAULTS {
        let found = (0..FILES).find_map(|seed| {
            let mut program = random_program(seed)?;
            assert_eq!(check(&program, &mut Rng::new(seed, 11)), Ok(()), "without the fault");
            if !plant(&mut program) {
                return None;
            }
            check(&program, &mut Rng::new(seed, 11)).err().map(|fault| (seed, fault))
        });
        let (seed, fault) = found.unwrap_or_else(|| panic!("{name} is not found"));
        println!("{name}: found in rule file {seed}: {fault:?}");
    }
}

/// A release before the last issue of its message lets the next frame in too early.
#[test]
fn releases_that_are_too_early_are_found() {
    let mut found = 0;
    for seed in 0..FILES / 3 {
        let Some(program) = random_program(seed) else { continue };
        let mut early = releases(&program);
        for (release, transaction) in early.iter_mut().zip(&program.transactions) {
            let commits = transaction.instructions.iter();
            let commits = commits.filter(|i| i.opcode.signature().phase == Phase::Commit);
            release.cycles = commits.map(|i| i.cycle).max().unwrap_or(release.cycles) / 2;
        }
        let mut machine = Machine::new(&program, &early);
        let all = sequences(program.transactions.len(), &mut Rng::new(seed, 11));
        let fault = all.iter().find_map(|kinds| machine.run(kinds).err());
        found +=
            usize::from(matches!(fault, Some(Fault::Early(_) | Fault::Late(_) | Fault::Unit(_))));
    }
    assert!(found > 10, "found in {found} programs");
}
