// SPDX-License-Identifier: Apache-2.0

//! Differential test: the reference interpreter and the software twin, which run the compiled
//! program, and an oracle, which interprets the rule file directly, give the same verdicts and
//! leave the same rows.
//!
//! Rule files and frames are random; each seed gives one rule file and its frames. `seeds.txt`
//! holds the seeds that failed before; they run first.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | runs that seed only |
//! | `RISKGATE_EVENTS=n` | at least that many frames instead of 50,000; fewer need not cover all |
//! | `RISKGATE_CHANGES=n` | makes that many changes of the definitions instead of 40 |

mod change;
mod faults;
mod harness;
mod shrink;
mod tally;

use engine::verdict::Reason;
use harness::{Stop, compile, describe, run, run_family, run_scanned};
use rulec::hir::RuleSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tally::Tally;
use testkit::generate::{Frame, Frames, RuleFile, aggregates_file, family, rule_file, scans_file};
use testkit::oracle::frames::{self, Content};
use testkit::rng::Rng;

/// Frames of an ordinary run.
const FRAMES_MIN: u64 = 50_000;
/// Frames of one rule file, not counting the rows that are loaded first.
const FRAMES_PER_FILE: usize = 140;
/// The number of frames between two comparisons of the tables.
const INTERVAL: usize = 16;
/// Frames of a run with a small dictionary.
const FRAMES_OF_TEXTS: u64 = 30_000;
/// Takeovers in a run of families.
const SWAPS_MIN: u64 = 1_000;

fn variable(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    let number = text.replace('_', "").parse();
    Some(number.unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`")))
}

/// The seeds of `seeds.txt` for a test: those with its word, or those without one.
fn committed_seeds(test: &str) -> Vec<u64> {
    let lines =
        include_str!("seeds.txt").lines().map(|line| line.split('#').next().unwrap_or("").trim());
    let seed = |line: &str| {
        let (seed, of_test) = line.split_once(' ').unwrap_or((line, ""));
        (of_test.trim() == test).then(|| seed.parse().expect("a seed a line"))
    };
    lines.filter(|line| !line.is_empty()).filter_map(seed).collect()
}

/// A kind of rule files.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Files {
    /// Every aggregate is kept by a hidden table.
    Maintained,
    /// Tables have lists, and most aggregates are scanned.
    Scanned,
    /// Aggregates that a hidden table could keep are scanned.
    Forced,
}

/// Returns the rule file of a seed.
fn file_of(seed: u64, files: Files) -> RuleFile {
    match files {
        Files::Maintained => rule_file(&mut Rng::new(seed, 0)),
        Files::Forced => aggregates_file(&mut Rng::new(seed, 0)),
        Files::Scanned => scans_file(&mut Rng::new(seed, 3)),
    }
}

/// Returns the frames of a seed, if its rule file compiles. A program that scans has no tables of
/// newest times, so that their rows cannot be loaded into it.
fn frames_of(seed: u64, file: &RuleFile, files: Files) -> Result<Vec<Frame>, Stop> {
    let (family, _) = compile(std::slice::from_ref(file))?;
    let mut rng = Rng::new(seed, 1);
    let mut frames = Frames::new(&family[0], &mut rng).random(FRAMES_PER_FILE, &mut rng);
    if files == Files::Forced {
        frames.retain(|frame| !loads_newest_times(&family[0], frame));
    }
    Ok(frames)
}

fn loads_newest_times(rules: &RuleSet, frame: &Frame) -> bool {
    match frames::read(rules, &frame.bytes, frame.by_loader) {
        Some(Content::Row(table, _)) => rules.tables[usize::from(table.0)].name.contains('$'),
        _ => false,
    }
}

fn run_kind(
    files: Files,
    file: &RuleFile,
    frames: &[Frame],
    interval: usize,
    tally: &mut Tally,
) -> Result<(), Stop> {
    match files {
        Files::Maintained | Files::Scanned => run(file, frames, interval, tally),
        Files::Forced => run_scanned(file, frames, interval, tally),
    }
}

fn run_seed(seed: u64, files: Files, tally: &mut Tally) -> Result<(), Stop> {
    let file = file_of(seed, files);
    let frames = frames_of(seed, &file, files)?;
    run_kind(files, &file, &frames, INTERVAL, tally)?;
    tally.files += 1;
    Ok(())
}

/// Shrinks a failure and describes it.
fn report(seed: u64, files: Files, failure: harness::Failure) -> String {
    let file = file_of(seed, files);
    let frames = frames_of(seed, &file, files).unwrap_or_default();
    // If the failure is a panic, each smaller case panics again. Its message would only be noise.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let small = shrink::shrink(files, file, frames, failure);
    std::panic::set_hook(hook);
    let rules = small.file.text();
    let family = compile(std::slice::from_ref(&small.file));
    let mut text = format!("seed {seed} fails; RISKGATE_SEED={seed} repeats it\n\n{rules}\n");
    if let Ok((family, _)) = family {
        for (at, frame) in small.frames.iter().enumerate() {
            text.push_str(&format!("frame {at}: {}", describe(&family[0], frame)));
        }
    }
    text.push_str(&format!("\nat frame {}: {}", small.failure.at, small.failure.report));
    text
}

#[test]
fn program_means_what_the_rule_file_says() {
    run_files(Files::Maintained, committed_seeds(""));
}

#[test]
fn scans_mean_what_the_rule_file_says() {
    run_files(Files::Scanned, committed_seeds("scans"));
}

/// The path does not matter: an aggregate that is scanned gives what a hidden table would.
#[test]
fn a_scanned_aggregate_is_the_maintained_one() {
    run_files(Files::Forced, committed_seeds("forced"));
}

/// Runs rule files of a kind with random frames. `seeds` run first.
fn run_files(files: Files, mut seeds: Vec<u64>) {
    let frames_min = variable("RISKGATE_EVENTS").unwrap_or(FRAMES_MIN);
    let only = variable("RISKGATE_SEED");
    if let Some(seed) = only {
        seeds = vec![seed];
    } else {
        // The compiler can refuse a tenth of the files.
        let count = frames_min * 10 / 9 / FRAMES_PER_FILE as u64 + 1;
        let others: Vec<u64> = (0..count).filter(|seed| !seeds.contains(seed)).collect();
        seeds.extend(others);
    }
    let next = AtomicUsize::new(0);
    let total = Mutex::new(Tally::default());
    let failures = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get().min(8));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut tally = Tally::default();
                while let Some(seed) = seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match run_seed(*seed, files, &mut tally) {
                        Ok(()) => {}
                        Err(Stop::Refused(code, report)) => {
                            *tally.refused.entry(code).or_default() += 1;
                            if only.is_some() {
                                println!("{report}");
                            }
                        }
                        Err(Stop::Failure(failure)) => {
                            failures.lock().expect("no thread panics").push((*seed, failure));
                        }
                    }
                }
                total.lock().expect("no thread panics").merge(&tally);
            });
        }
    });
    let total = total.into_inner().expect("no thread panics");
    println!("{total:#?}");
    let mut failures = failures.into_inner().expect("no thread panics");
    // The case with the fewest frames before its failure is the quickest to shrink.
    failures.sort_by_key(|(seed, failure)| (failure.at, *seed));
    let failing: Vec<u64> = failures.iter().map(|(seed, _)| *seed).collect();
    if let Some((seed, failure)) = failures.into_iter().next() {
        panic!(
            "{} of {} seeds fail: {failing:?}\n{}",
            failing.len(),
            seeds.len(),
            report(seed, files, failure)
        );
    }
    // A short run need not see everything.
    if only.is_none() && frames_min >= FRAMES_MIN {
        total.assert_full(frames_min, files);
    }
}

/// Two or three rule sets on one set of tables take over from each other at random points.
#[test]
fn each_message_is_decided_by_the_rule_set_in_force() {
    let only = variable("RISKGATE_SEED");
    let mut tally = Tally::default();
    for seed in only.map_or(0..u64::MAX, |seed| seed..seed + 1) {
        let mut rng = Rng::new(seed, 2);
        let members = rng.between(2, 3);
        let files = family(members, &mut rng);
        let swap_percent = rng.between(1, 40);
        let mut in_force = 0;
        let mut run = |tally: &mut Tally| {
            let (family, _) = compile(&files)?;
            let frames = Frames::new(&family[0], &mut rng).random(FRAMES_PER_FILE, &mut rng);
            let plan = frames.iter().map(|_| {
                if rng.percent(swap_percent) {
                    in_force = rng.below(members);
                }
                in_force
            });
            let plan = plan.collect::<Vec<usize>>();
            run_family(&files, &frames, &|at| plan[at], None, INTERVAL, tally)
        };
        match run(&mut tally) {
            Ok(()) => tally.files += 1,
            Err(Stop::Refused(code, report)) => {
                *tally.refused.entry(code).or_default() += 1;
                if only.is_some() {
                    println!("{report}");
                }
            }
            Err(Stop::Failure(failure)) => {
                let texts: Vec<String> = files.iter().map(RuleFile::text).collect();
                let texts = texts.join("\n-- the next of the family\n");
                panic!(
                    "seed {seed} fails; RISKGATE_SEED={seed} repeats it\n\n{texts}\n\
                     at frame {}: {}",
                    failure.at, failure.report
                );
            }
        }
        if tally.swaps >= SWAPS_MIN {
            break;
        }
    }
    println!("{tally:#?}");
    assert!(
        only.is_some() || tally.accepts > 0 && tally.by_rule > 0 && tally.files > 20,
        "{tally:#?}"
    );
}

/// With room for a few texts in addition to the literals, the dictionary is often full, and codes
/// are reused all the time. The oracle has no codes: its dictionary is the set of the literals and
/// of the texts in the rows. Two rule sets take over from each other.
#[test]
fn a_text_takes_room_while_a_row_holds_it() {
    let frames_min = variable("RISKGATE_EVENTS").unwrap_or(FRAMES_OF_TEXTS);
    let only = variable("RISKGATE_SEED");
    let mut tally = Tally::default();
    let all = only.map_or(0..u64::MAX, |seed| seed..seed + 1);
    let first = if only.is_none() { committed_seeds("texts") } else { Vec::new() };
    for seed in first.into_iter().chain(all) {
        let mut rng = Rng::new(seed, 4);
        let files = family(2, &mut rng);
        let texts = rng.between(1, 8) as u32;
        let mut run = |tally: &mut Tally| {
            let (family, _) = compile(&files)?;
            let frames = Frames::new(&family[0], &mut rng).with_texts(rng.between(4, 40));
            let frames = frames.random(FRAMES_PER_FILE, &mut rng);
            run_family(&files, &frames, &|at| at / 50 % 2, Some(texts), INTERVAL, tally)
        };
        match run(&mut tally) {
            Ok(()) => tally.files += 1,
            Err(Stop::Refused(code, _)) => *tally.refused.entry(code).or_default() += 1,
            Err(Stop::Failure(failure)) => {
                let text = files.iter().map(RuleFile::text).collect::<Vec<_>>();
                let text = text.join("\n-- the other one\n");
                panic!(
                    "seed {seed} fails; RISKGATE_SEED={seed} repeats it\n\n{text}\n\
                     room for {texts} texts, at frame {}: {}",
                    failure.at, failure.report
                );
            }
        }
        if tally.frames >= frames_min {
            break;
        }
    }
    println!("{tally:#?}");
    if only.is_none() && frames_min >= FRAMES_OF_TEXTS {
        let seldom = tally.frames / 200;
        let full = tally.reasons.get(&Reason::DictionaryFull).copied().unwrap_or(0);
        let effects = tally.effects_without_text;
        assert!(full > seldom, "the dictionary was full only {full} times");
        assert!(effects > seldom / 20, "it was full for effects only {effects} times");
        assert!(tally.accepts > tally.frames / 20 && tally.by_rule > seldom, "{tally:#?}");
        assert!(tally.done.deletes > seldom && tally.done.updates > seldom, "{tally:#?}");
    }
}
