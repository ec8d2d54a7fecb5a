// SPDX-License-Identifier: Apache-2.0

//! The core with tables in lockstep with the reference interpreter: random rule files with lookups,
//! inserts, updates, deletes, aggregates and effects of rejects, random rows and random messages.
//! It compares verdict, rule, reason and every cell, and checks that the cycles taken equal the
//! cycles that the compiler states. The generators are those of the compiler's differential test
//! and of the twin's; what the hardware does not run is left out.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | starts with seed n |
//! | `RISKGATE_RTL_EVENTS=n` | runs at least n frames instead of 20,000 |
//! | `RISKGATE_WIDE_FILES=n` | runs n rule files that use the whole machine instead of 40 |
//! | `RISKGATE_PROGRAMS=n` | runs n programs made without the compiler instead of 60 |

mod effects;
mod full;
mod tally;
mod wide;

use engine::build::Build;
use engine::executor::Executor;
use engine::isa::Opcode;
use engine::microcode;
use engine::program::Program;
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{MessageDef, RuleId, TableId};
use rulec::resolve::Paths;
use sim::core_model::CoreModel;
use sim::kernel::Kernel;
use sim::readback::OwnedCell;
use std::sync::Arc;
use tally::Tally;
use testkit::generate::{Frame, Frames, rule_file};
use testkit::rng::Rng;

const FRAMES_MIN: u64 = 20_000;
const FRAMES_PER_FILE: usize = 120;
const WIDE_FILES: u64 = 40;
const WIDE_FRAMES: usize = 16;
/// Seeds that failed earlier; they run first.
const REGRESSIONS: [u64; 0] = [];

fn variable(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().map_or(otherwise, |text| {
        text.replace('_', "")
            .parse()
            .unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`"))
    })
}

#[test]
fn tables_and_reference_agree_cycle_by_cycle() {
    let frames_min = variable("RISKGATE_RTL_EVENTS", FRAMES_MIN);
    let first = variable("RISKGATE_SEED", 1);
    let core = hdl::small_core();
    testkit::kernels::run("tables_and_reference_agree_cycle_by_cycle", &core, |kernel| {
        let mut tally = Tally::default();
        REGRESSIONS.iter().for_each(|seed| run_seed(kernel, *seed, &mut tally));
        let mut seed = first;
        while tally.frames < frames_min {
            run_seed(kernel, seed, &mut tally);
            seed += 1;
        }
        println!("seeds {first}..{seed}: {tally:#?}");
        if frames_min >= FRAMES_MIN {
            assert!(tally.streamed * 4 > frames_min && tally.overlapped > 1_000, "{tally:#?}");
            assert!(tally.steps.done > 100 && tally.steps.failed > 100, "{tally:#?}");
            for opcode in [
                Opcode::Lookup,
                Opcode::Fetch,
                Opcode::Reserve,
                Opcode::Insert,
                Opcode::Write,
                Opcode::Delete,
            ] {
                assert!(
                    tally.instructions.contains_key(opcode.signature().mnemonic),
                    "{opcode:?} never ran"
                );
            }
        }
    });
}

/// Rule files that use the whole machine, with a few frames each.
#[test]
fn wide_programs_with_tables_agree_cycle_by_cycle() {
    let first = variable("RISKGATE_SEED", 1);
    let files = variable("RISKGATE_WIDE_FILES", WIDE_FILES);
    let core = hdl::small_core();
    testkit::kernels::run("wide_programs_with_tables_agree_cycle_by_cycle", &core, |kernel| {
        let mut tally = Tally::default();
        for seed in first..first + files {
            let text = wide::wide_file(&mut Rng::new(seed, 2));
            run_file(kernel, seed, &text, WIDE_FRAMES, &mut tally);
        }
        println!("seeds {first}..{}: {tally:#?}", first + files);
        assert!(tally.files * 2 > files && tally.accepts * 10 > tally.frames, "{tally:#?}");
    });
}

fn run_seed(kernel: &mut Kernel<'_>, seed: u64, tally: &mut Tally) {
    let text = rule_file(&mut Rng::new(seed, 0)).keep(runs_on_core).text();
    run_file(kernel, seed, &text, FRAMES_PER_FILE, tally);
}

/// Whether the core can run a rule file.
fn runs_on_core(text: &str) -> bool {
    let program = rulec::compile(text).0.map(Program::for_hardware);
    program.is_some_and(|program| microcode::load(&program, 0, &Build::SMALL).is_ok())
}

fn run_file(kernel: &mut Kernel<'_>, seed: u64, text: &str, frames: usize, tally: &mut Tally) {
    let Some(program) = rulec::compile(text).0.map(Program::for_hardware) else {
        *tally.refused.entry("by the compiler".into()).or_default() += 1;
        return;
    };
    let ast = rulec::parse::parse_text(text).0;
    let Some(rules) = rulec::resolve::resolve(&ast, Paths::default()).0 else { return };
    let mut rng = Rng::new(seed, 1);
    let source = Frames::new(&rules, &mut rng);
    let frames = source.random(frames, &mut rng);
    let frames = source.with_steps(frames, &mut Rng::new(seed, 6));
    run_program(kernel, &Arc::new(program), &frames, rng, tally, &|frame| {
        format!("RISKGATE_SEED={seed}, {frame}\n{text}")
    });
}

/// Runs frames on the core and the reference interpreter; `rng` chooses modes, and whether messages
/// follow each other without a pause. `place` describes a frame in its file.
fn run_program(
    kernel: &mut Kernel<'_>,
    program: &Arc<Program>,
    frames: &[Frame],
    mut rng: Rng,
    tally: &mut Tally,
    place: &dyn Fn(&str) -> String,
) {
    let mut core = match CoreModel::new(kernel, Build::SMALL, Arc::clone(program)) {
        Ok(core) => core,
        Err(error) => {
            let reason =
                format!("{error:?}").split(['(', '{']).take(2).collect::<Vec<_>>().join(" ");
            *tally.refused.entry(reason).or_default() += 1;
            return;
        }
    };
    tally.files += 1;
    let mut reference = Reference::new(Arc::clone(program)).expect("the program is valid");
    // In most files there is no cycle between messages.
    let is_streamed = rng.percent(70);
    for (part, frames) in frames.chunks(16).enumerate() {
        change_mode(&mut core, &mut reference, &mut rng);
        let place = |number: usize| {
            place(&format!("frame {}: {:02x?}", part * 16 + number, frames[number]))
        };
        if is_streamed {
            stream(&mut core, &mut reference, frames, tally, &place);
        } else {
            for (number, frame) in frames.iter().enumerate() {
                step(&mut core, &mut reference, frame, tally, &|| place(number));
            }
        }
        compare_tables(&mut core, &reference, tally, &|| place(frames.len() - 1));
    }
}

/// Changes the mode of a rule.
fn change_mode(core: &mut CoreModel<'_, '_>, reference: &mut Reference, rng: &mut Rng) {
    let rules = core.program().rules.len();
    if rules == 0 {
        return;
    }
    let rule = RuleId(rng.below(rules) as u16);
    let mode = *rng.pick(&Mode::ALL);
    assert_eq!((core.set_mode(rule, mode), reference.set_mode(rule, mode)), (Ok(()), Ok(())));
}

/// Sends frames; between messages there is no cycle.
fn stream(
    core: &mut CoreModel<'_, '_>,
    reference: &mut Reference,
    frames: &[Frame],
    tally: &mut Tally,
    place: &dyn Fn(usize) -> String,
) {
    let program = Arc::clone(core.program());
    let releases = engine::overlap::releases(&program);
    let mut first = 0;
    for group in frames.chunk_by(|a, b| a.by_loader == b.by_loader) {
        let numbers = first..first + group.len();
        first = numbers.end;
        if group[0].by_loader {
            numbers
                .zip(group)
                .for_each(|(number, frame)| step(core, reference, frame, tally, &|| place(number)));
            continue;
        }
        let messages: Vec<(usize, &[u8])> = numbers
            .zip(group)
            .map(|(n, frame)| (n, &*frame.bytes))
            .filter(|(_, bytes)| !bytes.is_empty())
            .collect();
        let answers = core.stream(&messages.iter().map(|(_, bytes)| *bytes).collect::<Vec<_>>(), 7);
        for (at, ((number, bytes), answer)) in messages.iter().zip(&answers).enumerate() {
            let before = rows_in(reference);
            let expected = reference.execute(bytes);
            assert_eq!(answer.verdict, expected, "{}", place(*number));
            tally.streamed += 1;
            tally.note(&program, bytes, &expected, rows_in(reference) != before);
            let is_sound = expected.reason != Some(engine::verdict::Reason::Malformed);
            let Some(kind) = bytes.get(2).map(|kind| usize::from(*kind)).filter(|_| is_sound)
            else {
                continue;
            };
            let stated = u64::from(program.transactions[kind].answer_cycles(&expected));
            assert_eq!(answer.verdict_cycles, stated, "cycles of the verdict, {}", place(*number));
            if let Some(next) = answers.get(at + 1) {
                let apart = next.start - answer.start;
                assert_eq!(
                    apart,
                    u64::from(releases[kind].cycles),
                    "cycles to the next message, {}",
                    place(*number)
                );
                tally.overlapped +=
                    u64::from(apart < u64::from(program.transactions[kind].commit_cycles));
            }
        }
        assert!(!core.is_faulty(), "{}", place(first - 1));
    }
}

fn step(
    core: &mut CoreModel<'_, '_>,
    reference: &mut Reference,
    frame: &Frame,
    tally: &mut Tally,
    place: &dyn Fn() -> String,
) {
    // The stream carries bytes, so an empty frame cannot be sent.
    if frame.bytes.is_empty() {
        return;
    }
    let program = Arc::clone(core.program());
    let before = rows_in(reference);
    let is_step = frame.by_loader && is_hidden(&program, frame);
    let (expected, answer) = match frame.by_loader {
        true if is_step => (reference.step(&frame.bytes), core.load(&frame.bytes)),
        true => (reference.load(&frame.bytes), core.load(&frame.bytes)),
        false => (reference.execute(&frame.bytes), core.execute(&frame.bytes, 7)),
    };
    if is_step {
        tally.steps.note(&expected);
    }
    assert_eq!(answer.verdict, expected, "{}", place());
    assert!(!core.is_faulty(), "{}", place());
    tally.loads += u64::from(frame.by_loader);
    tally.note(&program, &frame.bytes, &expected, rows_in(reference) != before);
    // Invalid frames may be shorter or longer than their layout.
    let Some(transaction) =
        frame.bytes.get(2).and_then(|kind| program.transactions.get(usize::from(*kind)))
    else {
        return;
    };
    let is_message = usize::from(frame.bytes[2]) < program.messages.len();
    let is_sound = expected.reason != Some(engine::verdict::Reason::Malformed);
    if is_sound && (is_step || is_message != frame.by_loader) {
        let release = engine::overlap::releases(&program)[usize::from(frame.bytes[2])].cycles;
        let cycles = (answer.verdict_cycles, answer.commit_cycles);
        let stated =
            (transaction.answer_cycles(&expected).into(), transaction.commit_cycles.into());
        assert_eq!(cycles, stated, "cycles of verdict and commit, {}", place());
        assert!(
            frame.by_loader || answer.release_cycles == u64::from(release),
            "cycles of the release, {}",
            place()
        );
    }
}

/// Whether a frame is of a hidden message, which the host sends as a step of a job.
fn is_hidden(program: &Program, frame: &Frame) -> bool {
    let kind = frame.bytes.get(2).map(|kind| usize::from(*kind));
    kind.and_then(|kind| program.messages.get(kind)).is_some_and(MessageDef::is_hidden)
}

/// The number of rows in each table.
fn rows_in(reference: &Reference) -> Vec<usize> {
    let tables = 0..reference.program().tables.len() as u16;
    tables.map(|table| reference.row_count(TableId(table))).collect()
}

fn compare_tables(
    core: &mut CoreModel<'_, '_>,
    reference: &Reference,
    tally: &mut Tally,
    place: &dyn Fn() -> String,
) {
    let program: Arc<Program> = Arc::clone(core.program());
    for index in 0..program.tables.len() {
        let table = TableId(index as u16);
        let mut expected = Vec::new();
        reference.visit_rows(table, &mut |row| {
            expected.push(row.iter().map(OwnedCell::from).collect::<Vec<_>>())
        });
        let mut found = core.rows(table);
        expected.sort();
        found.sort();
        tally.rows += found.len() as u64;
        assert_eq!(found, expected, "table `{}`, {}", program.tables[index].name, place());
    }
}
