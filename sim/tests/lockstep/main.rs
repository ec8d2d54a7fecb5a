// SPDX-License-Identifier: Apache-2.0

//! The core in lockstep with the reference interpreter, on random rule files and random frames, and
//! with modes of rules that change between them. It compares verdict, rule, reason and the maps of
//! failing and warning rules, and checks that the cycles taken equal the cycles that the compiler
//! states.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | starts with seed n |
//! | `RISKGATE_RTL_EVENTS=n` | runs at least n frames instead of 6,000 |
//! | `RISKGATE_WIDE_FILES=n` | runs n programs that use the whole machine instead of 40 |

mod rules;

use engine::build::Build;
use engine::executor::Executor;
use engine::frame::{self, FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{RuleId, Type};
use rand::RngExt;
use sim::core_model::CoreModel;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const FRAMES_MIN: u64 = 6_000;
const FRAMES_PER_FILE: usize = 200;
const WIDE_FILES: u64 = 40;
const WIDE_FRAMES: usize = 12;
/// Seeds that failed earlier; they run first.
///
/// 1955: a field that straddles two beats was cut out at an offset that had not wrapped.
const REGRESSIONS: [u64; 1] = [1955];

fn variable(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().map_or(otherwise, |text| {
        text.replace('_', "")
            .parse()
            .unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`"))
    })
}

/// Counts of what a run has tested, so that a run that tests nothing fails.
#[derive(Debug, Default)]
struct Tally {
    files: u64,
    refused: u64,
    frames: u64,
    accepts: u64,
    warned: u64,
    reasons: BTreeMap<String, u64>,
}

#[test]
fn core_and_reference_agree_cycle_by_cycle() {
    let frames_min = variable("RISKGATE_RTL_EVENTS", FRAMES_MIN);
    let first = variable("RISKGATE_SEED", 1);
    let core = hdl::small_core();
    testkit::kernels::run("core_and_reference_agree_cycle_by_cycle", &core, |kernel| {
        let mut tally = Tally::default();
        REGRESSIONS.iter().for_each(|seed| run_seed(kernel, *seed, &mut tally));
        let mut seed = first;
        while tally.frames < frames_min {
            run_seed(kernel, seed, &mut tally);
            seed += 1;
        }
        println!("seeds {first}..{seed}: {tally:#?}");
        assert!(tally.accepts * 20 > tally.frames && tally.reasons.len() >= 4, "{tally:#?}");
        assert!(tally.warned * 20 > tally.frames, "{tally:#?}");
    });
}

/// Programs that use the whole machine, with a few frames each.
#[test]
fn wide_programs_agree_cycle_by_cycle() {
    let first = variable("RISKGATE_SEED", 1);
    let files = variable("RISKGATE_WIDE_FILES", WIDE_FILES);
    let core = hdl::small_core();
    testkit::kernels::run("wide_programs_agree_cycle_by_cycle", &core, |kernel| {
        let mut tally = Tally::default();
        for seed in first..first + files {
            let mut rng = Rng::seeded(seed);
            let text = rules::wide_file(&mut rng);
            run_file(kernel, seed, &text, WIDE_FRAMES, &mut rng, &mut tally);
        }
        println!("seeds {first}..{}: {tally:#?}", first + files);
        assert!(tally.files * 2 > files && tally.reasons.len() >= 3, "{tally:#?}");
    });
}

fn run_seed(kernel: &mut Kernel<'_>, seed: u64, tally: &mut Tally) {
    let mut rng = Rng::seeded(seed);
    let text = rules::rule_file(&mut rng);
    run_file(kernel, seed, &text, FRAMES_PER_FILE, &mut rng, tally);
}

fn run_file(
    kernel: &mut Kernel<'_>,
    seed: u64,
    text: &str,
    frames: usize,
    rng: &mut Rng,
    tally: &mut Tally,
) {
    let Some(program) = rulec::compile(text).0.map(Program::for_hardware) else {
        tally.refused += 1;
        return;
    };
    let Ok(mut core) = CoreModel::new(kernel, Build::SMALL, program.clone()) else {
        tally.refused += 1;
        return;
    };
    tally.files += 1;
    let mut reference = Reference::new(program.clone()).expect("the compiler's programs are valid");
    for number in 0..frames as u32 {
        if rng.random_bool(0.1) && !program.rules.is_empty() {
            let rule = RuleId(rng.random_range(0..program.rules.len()) as u16);
            let mode = Mode::ALL[rng.random_range(0..Mode::ALL.len())];
            assert_eq!(
                (core.set_mode(rule, mode), reference.set_mode(rule, mode)),
                (Ok(()), Ok(()))
            );
        }
        let message = rng.random_range(0..program.messages.len());
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = frame(&program, message, number, rng, &mut buffer);
        let session = rng.random();
        let expected = reference.execute(&frame);
        let answer = core.execute(&frame, session);
        let place = || format!("RISKGATE_SEED={seed}, frame {number}: {frame:02x?}\n{text}");
        assert_eq!(answer.verdict, expected, "{}", place());
        assert_eq!((answer.session, answer.sequence), (session, number), "{}", place());
        let kind = usize::from(frame::kind(&frame).expect("it has a header"));
        if let Some(transaction) =
            program.transactions.get(kind).filter(|_| kind < program.messages.len())
        {
            let cycles = (answer.verdict_cycles, answer.commit_cycles);
            let stated =
                (transaction.answer_cycles(&expected).into(), transaction.commit_cycles.into());
            assert_eq!(cycles, stated, "cycles of verdict and commit, {}", place());
        }
        tally.frames += 1;
        tally.accepts += u64::from(expected.is_accept());
        tally.warned += u64::from(expected.warnings != 0);
        if let Some(reason) = expected.reason {
            *tally.reasons.entry(reason.to_string()).or_default() += 1;
        }
    }
}

/// A frame of a message, sometimes damaged within its beats.
fn frame(
    program: &Program,
    message: usize,
    sequence: u32,
    rng: &mut Rng,
    buffer: &mut [u8; 256],
) -> Vec<u8> {
    let fields = &program.messages[message].fields;
    let layout = Layout::new(message as u8, fields);
    let values: Vec<FieldValue<'_>> = fields
        .iter()
        .map(|field| match field.nullable && rng.random_bool(0.25) {
            true => FieldValue::Null,
            false => FieldValue::Number(number(field.ty, rng)),
        })
        .collect();
    let mut frame =
        layout.write(sequence, &values, buffer).expect("values fit their fields").to_vec();
    if rng.random_bool(0.03) {
        // The sequence number stays intact, because it identifies the answer.
        let byte = [0, 2, 3, 8, 9, 10, 11][rng.random_range(0..7)];
        frame[byte] ^= 1 << rng.random_range(0..8);
    }
    frame
}

fn number(ty: Type, rng: &mut Rng) -> i64 {
    let (low, high) = ty.bounds();
    match rng.random_range(0..6) {
        0 => low,
        1 => high,
        2 => rng.random_range(low..=high),
        _ => rng.random_range(-3..=8).clamp(low, high),
    }
}
