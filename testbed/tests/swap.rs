// SPDX-License-Identifier: Apache-2.0

//! The rule set changes while messages go on: every verdict is that of the rules that were in force
//! at its place in the log.

mod support;

use engine::executor::Executor;
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use host::driver::DriverConfig;
use host::supervisor::{Control, Notice};
use std::collections::VecDeque;
use std::sync::Arc;
use support::{Kept, Messages, RULES, SESSIONS, Witness, loaded, rows};
use testbed::bench::{BenchConfig, Job, run, run_card};
use testbed::doe::TwinDoe;
use testbed::faults::{Fault, FaultPlan};
use testbed::pcie::LinkConfig;
use testbed::trader::Segmentation;

const SWAPS: usize = 1_000;

/// The rules as they are, stricter ones, and some that look at something else.
fn family() -> Vec<Arc<Program>> {
    let strict =
        RULES.replace("<= 5000", "<= 900").replace("* 4 >= place.price", "* 2 >= place.price");
    let other = RULES.replace(
        "Rule limit_ (coalesce((select sum(quantity)",
        "Rule dear (coalesce((select max(price) from orders where account = place.account), 0) <= 90)
         Rule limit_ (coalesce((select sum(quantity)",
    );
    let (programs, diagnostics) = rulec::compile_family(&[RULES, &strict, &other]);
    programs.unwrap_or_else(|| panic!("{diagnostics:#?}")).into_iter().map(Arc::new).collect()
}

/// Changes the program so often, so many times at once.
fn swaps_under_load(
    cards: Vec<Option<FaultPlan>>,
    swaps: usize,
    at_once: usize,
    seed: u64,
) -> usize {
    let family = family();
    let mut messages = Messages::new(&family[0], u32::MAX, 0.0, seed);
    let mut witness = Witness::new(&family[0]);
    let (mut asked, mut to_come) = (0, VecDeque::new());
    let config = BenchConfig {
        cards,
        link: LinkConfig { depth: 64, latency_looks: 1, stalls: 0.05, seed },
        driver: DriverConfig { h2c_slots: 128, c2h_slots: 128 },
        sessions: SESSIONS,
        window: 128,
        segmentation: Segmentation::WILD,
        seed,
        ..BenchConfig::default()
    };
    let mut kept = Kept::default();
    let outcome = run(
        &config,
        Job {
            twin: loaded(&family[0]),
            rows: &rows(&family[0]).concat(),
            history: &|| Box::new(|| None),
            programs: &|_| None,
            messages: &mut messages,
            next: vec![1; SESSIONS],
            log: &mut kept,
            engine: &|_, end| run_card(&mut TwinDoe::default(), end),
            heard: &mut |notice, outgoing, control| {
                match notice {
                    Notice::Swapped { .. } => {
                        witness.swaps += 1;
                        let next: Arc<Program> = to_come.pop_front().expect("it was asked for");
                        witness.twin.swap(next).expect("it is of the family");
                    }
                    Notice::SwapRefused(why) => panic!("{why}"),
                    _ => witness.hear(notice, outgoing),
                }
                // The next changes are asked for when those before are through, somewhere among the
                // messages.
                if to_come.is_empty() && asked < swaps && witness.acknowledged > 20 * asked as u64 {
                    for _ in 0..at_once {
                        asked += 1;
                        let next = Arc::clone(&family[asked % family.len()]);
                        to_come.push_back(Arc::clone(&next));
                        control.send(Control::Swap(next)).expect("the supervisor is there");
                    }
                }
                // Messages go on until the last change is through.
                asked < swaps || !to_come.is_empty()
            },
            interrupted: &|| false,
        },
    );
    let outcome = outcome.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    assert_eq!(outcome.summary.accepted + outcome.summary.rejected, outcome.sent);
    assert_eq!(outcome.summary.swaps, witness.swaps);
    for (digests, expected) in outcome.digests.iter().zip(witness.digests()) {
        assert!(
            digests.iter().flatten().all(|digest| *digest == expected),
            "{digests:x?}, not {expected:x}"
        );
    }
    assert_eq!(witness.swaps as usize, swaps);
    outcome.summary.retired.len()
}

#[test]
fn a_thousand_changes_under_load_and_every_verdict_is_that_of_the_rules_in_force() {
    let retired = swaps_under_load(vec![None, None], SWAPS, 1, 1);
    assert_eq!(retired, 0);
}

#[test]
fn a_card_that_dies_around_a_change_takes_nothing_along() {
    for seed in 0..40 {
        let plan = Some(FaultPlan { moment: 400 + 37 * seed, fault: Fault::Dies });
        swaps_under_load(vec![plan, None], 12, 1, seed);
    }
}

#[test]
fn changes_that_are_asked_for_at_once_come_one_after_the_other_whatever_dies() {
    assert_eq!(swaps_under_load(vec![None, None], 60, 3, 1), 0);
    for seed in 0..40 {
        let plan = |moment| Some(FaultPlan { moment, fault: Fault::Dies });
        swaps_under_load(vec![plan(400 + 37 * seed), None], 12, 4, seed);
        // Both cards die, it may be during the same change.
        swaps_under_load(vec![plan(400 + 37 * seed), plan(900 + 11 * seed)], 12, 4, seed);
    }
}

/// Sends so many messages behind what the log holds, and changes the program every now and then.
/// The witness has done what the log holds.
fn go_on(kept: &mut Kept, messages: &mut Messages, count: u64, changes: bool) {
    let family = family();
    let history = kept.records.clone();
    let by_checksum = |checksum| {
        let is_it = |program: &&Arc<Program>| {
            engine::image::checksum(&engine::image::encode(program)) == checksum
        };
        family.iter().find(is_it).cloned()
    };
    let mut witness = Witness::new(&family[0]);
    let mut next = vec![1; SESSIONS];
    for record in &history {
        match record.program() {
            Some(checksum) => {
                witness.swaps += 1;
                witness
                    .twin
                    .swap(by_checksum(checksum).expect("is of the family"))
                    .expect("is of the family");
            }
            None => {
                witness.acknowledged += 1;
                next[usize::from(record.session)] += 1;
                if record.kind == LogKind::Message as u8 {
                    witness.twin.execute(record.frame());
                }
            }
        }
    }
    let (begun_with, mut asked, mut to_come) = (witness.acknowledged, 0, VecDeque::new());
    let config = BenchConfig {
        sessions: SESSIONS,
        segmentation: Segmentation::WILD,
        driver: DriverConfig { h2c_slots: 128, c2h_slots: 128 },
        ..BenchConfig::default()
    };
    let mut few = messages.take(count as usize);
    let outcome = run(
        &config,
        Job {
            twin: loaded(&family[0]),
            rows: &rows(&family[0]).concat(),
            history: &|| {
                let mut records = history.clone().into_iter();
                Box::new(move || records.next())
            },
            programs: &by_checksum,
            messages: &mut few,
            next,
            log: kept,
            engine: &|_, end| run_card(&mut TwinDoe::default(), end),
            heard: &mut |notice, outgoing, control| {
                match notice {
                    Notice::Swapped { .. } => {
                        witness.swaps += 1;
                        let next: Arc<Program> = to_come.pop_front().expect("it was asked for");
                        witness.twin.swap(next).expect("it is of the family");
                    }
                    _ => witness.hear(notice, outgoing),
                }
                if changes
                    && to_come.is_empty()
                    && (witness.acknowledged - begun_with) / 100 > asked
                {
                    asked += 1;
                    let next = Arc::clone(&family[asked as usize % family.len()]);
                    to_come.push_back(Arc::clone(&next));
                    control.send(Control::Swap(next)).expect("the supervisor is there");
                }
                true
            },
            interrupted: &|| false,
        },
    );
    let outcome = outcome.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(witness.acknowledged - begun_with, count);
    assert!(outcome.summary.retired.is_empty(), "{:?}", outcome.summary.retired);
    for (digests, expected) in outcome.digests.iter().zip(witness.digests()) {
        assert!(*digests == [Some(expected); 3], "{digests:x?}, not {expected:x}");
    }
}

#[test]
fn a_run_goes_on_behind_a_log_that_holds_changes_of_program() {
    let mut kept = Kept::default();
    let mut messages = Messages::new(&family()[0], u32::MAX, 0.0, 9);
    // The first run ends under another program than it began with, and so does the second; the
    // third changes nothing.
    for changes in [true, true, false] {
        go_on(&mut kept, &mut messages, 600, changes);
    }
    let changes = kept.records.iter().filter(|record| record.program().is_some()).count();
    // How many there are in six hundred messages is a matter of time: two a run at least.
    assert!(changes >= 4, "{changes}");
    assert!(kept.records.iter().zip(1..).all(|(record, number)| record.number == number));
}

#[test]
fn a_log_that_changes_to_a_program_that_is_not_at_hand_says_so_before_anything_is_sent() {
    let family = family();
    let change = LogRecord::of_change(1, 0x1234_5678).sealed();
    let outcome = run(
        &BenchConfig { sessions: SESSIONS, ..BenchConfig::default() },
        Job {
            twin: loaded(&family[0]),
            rows: &rows(&family[0]).concat(),
            history: &|| {
                let mut records = std::iter::once(change);
                Box::new(move || records.next())
            },
            programs: &|_| None,
            messages: &mut Messages::new(&family[0], 5, 0.0, 1),
            next: vec![1; SESSIONS],
            log: &mut Kept::default(),
            engine: &|_, end| run_card(&mut TwinDoe::default(), end),
            heard: &mut |notice, _, _| panic!("{notice:?}"),
            interrupted: &|| false,
        },
    );
    let error = outcome.err().expect("it cannot go on").to_string();
    assert!(error.contains("record 1") && error.contains("0x12345678"), "{error}");
}
