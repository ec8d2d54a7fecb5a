// SPDX-License-Identifier: Apache-2.0

//! The cycles of compiled programs with scans, checked by a model that steps the sequencer, the
//! scan units and the memories cycle by cycle. It takes the place of the hardware, which has no
//! scans yet.
//!
//! The model decides what the schedule and [`engine::overlap`] predict: how long a scan takes, when
//! a verdict can issue, that no result is read before it is there, and that no frame sees a memory
//! while the frame before it still changes it.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | runs the random rule file of that seed only |
//! | `RISKGATE_FILES=n` | runs that many random rule files instead of 150 |

mod faults;
mod memory;
mod scan_unit;
mod sequencer;

use engine::isa::Opcode;
use engine::overlap::releases;
use engine::program::Program;
use sequencer::{Fault, Machine};
use testkit::generate::scans_file;
use testkit::rng::Rng;

/// Random rule files of an ordinary run.
const FILES: u64 = 150;
/// Frames of a random sequence.
const FRAMES: usize = 6;

/// Every pair of frames, and some longer sequences.
fn sequences(kinds: usize, rng: &mut Rng) -> Vec<Vec<usize>> {
    let pairs = (0..kinds).flat_map(|first| (0..kinds).map(move |second| vec![first, second]));
    let mut all: Vec<Vec<usize>> = pairs.collect();
    all.extend((0..kinds).map(|_| (0..FRAMES).map(|_| rng.below(kinds)).collect()));
    all
}

/// Runs sequences of frames of a program.
fn check(program: &Program, rng: &mut Rng) -> Result<(), Fault> {
    let releases = releases(program);
    let mut machine = Machine::new(program, &releases);
    sequences(program.transactions.len(), rng).iter().try_for_each(|kinds| machine.run(kinds))
}

fn compile(text: &str) -> Option<Program> {
    rulec::compile(text).0
}

/// The compiled rule file of a seed, if it has scans.
fn random_program(seed: u64) -> Option<Program> {
    let text = scans_file(&mut Rng::new(seed, 3)).text();
    compile(&text).filter(|program| program.transactions.iter().any(|t| !t.scans.is_empty()))
}

fn variable(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`")))
}

#[test]
fn schedules_of_random_programs_are_those_of_the_model() {
    let only = variable("RISKGATE_SEED");
    let files = variable("RISKGATE_FILES").unwrap_or(FILES);
    let seeds = only.map_or(0..files, |seed| seed..seed + 1);
    let (mut programs, mut scans, mut lists) = (0, 0, 0);
    for seed in seeds {
        let Some(program) = random_program(seed) else { continue };
        if let Err(fault) = check(&program, &mut Rng::new(seed, 11)) {
            let text = scans_file(&mut Rng::new(seed, 3)).text();
            panic!("seed {seed}; RISKGATE_SEED={seed} repeats it: {fault:?}\n{text}");
        }
        programs += 1;
        scans += program.transactions.iter().map(|t| t.scans.len() as u64).sum::<u64>();
        let instructions = program.transactions.iter().flat_map(|t| &t.instructions);
        lists += instructions.filter(|i| i.opcode == Opcode::Enter).count() as u64;
    }
    println!("{programs} programs, {scans} scans, {lists} changes of lists");
    assert!(only.is_some() || programs > files / 2 && scans > files && lists > files);
}

#[test]
fn schedules_of_written_programs_are_those_of_the_model() {
    let texts = [
        include_str!("../cases/plan/scans.rules"),
        include_str!("probes.rules"),
        include_str!("order.rules"),
    ];
    for (index, text) in texts.into_iter().enumerate() {
        let program = compile(text).unwrap_or_else(|| panic!("file {index} compiles"));
        check(&program, &mut Rng::new(index as u64, 12))
            .unwrap_or_else(|fault| panic!("file {index}: {fault:?}"));
    }
}
