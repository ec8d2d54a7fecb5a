// SPDX-License-Identifier: Apache-2.0

//! The rule set changes while messages are answered: every verdict is by the rules that were in
//! force at its place in the log.

use crossbeam::channel::Sender;
use engine::executor::Executor;
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use host::driver::DriverConfig;
use host::supervisor::{Control, Notice};
use std::collections::VecDeque;
use std::sync::Arc;
use testbed::bench::{BenchConfig, Job, run, run_card};
use testbed::doe::TwinDoe;
use testbed::faults::{Fault, FaultPlan};
use testbed::pcie::LinkConfig;
use testbed::trader::{Outgoing, Segmentation};
use testkit::rigs::{Kept, Messages, RULES, SESSIONS, Witness, loaded, rows};

const SWAPS: usize = 1_000;

/// Three rule sets for the same tables: [`RULES`], stricter ones, and one with another rule.
fn family() -> Vec<Arc<Program>> {
    let strict =
        RULES.replace("<= 5000", "<= 900").replace("* 4 >= place.price", "* 2 >= place.price");
    let other = RULES.replace(
        "Rule limit_ (coalesce((select sum(quantity)",
        "Rule dear
            (coalesce((select max(price) from orders where account = place.account), 0) <= 90)
         Rule limit_ (coalesce((select sum(quantity)",
    );
    let (programs, diagnostics) = rulec::compile_family(&[RULES, &strict, &other]);
    programs.unwrap_or_else(|| panic!("{diagnostics:#?}")).into_iter().map(Arc::new).collect()
}

/// The witness of a run in which the program changes.
struct Follower {
    family: Vec<Arc<Program>>,
    witness: Witness,
    /// Changes requested so far.
    asked: usize,
    /// The programs of changes that were requested and not made.
    to_come: VecDeque<Arc<Program>>,
}

impl Follower {
    fn new(witness: Witness) -> Follower {
        Follower { family: family(), witness, asked: 0, to_come: VecDeque::new() }
    }

    fn request_change(&mut self, control: &Sender<Control>) {
        self.asked += 1;
        let next = Arc::clone(&self.family[self.asked % self.family.len()]);
        self.to_come.push_back(Arc::clone(&next));
        control.send(Control::Swap(next)).expect("the supervisor runs");
    }

    fn hear(&mut self, notice: &Notice, outgoing: Option<&Outgoing>) {
        match notice {
            Notice::Swapped { .. } => {
                self.witness.swaps += 1;
                let next = self.to_come.pop_front().expect("the change was requested");
                self.witness.twin.swap(next).expect("the program is of the family");
            }
            Notice::SwapRefused(why) => panic!("{why}"),
            Notice::Acknowledged { .. }
            | Notice::Stepped { .. }
            | Notice::JobEnded(_)
            | Notice::Answering { .. }
            | Notice::Opened { .. } => {
                self.witness.hear(notice, outgoing);
            }
        }
    }
}

/// Changes the program `swaps` times, `at_once` requests at a time, while messages are answered.
/// Returns how many members were retired.
fn swaps_under_load(
    cards: Vec<Option<FaultPlan>>,
    swaps: usize,
    at_once: usize,
    seed: u64,
) -> usize {
    let first = Arc::clone(&family()[0]);
    let mut messages = Messages::new(&first, u32::MAX, 0.0, seed);
    let mut follower = Follower::new(Witness::new(&first));
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
    let outcome = run(
        &config,
        Job {
            twin: loaded(&first),
            rows: &rows(&first).concat(),
            history: &|| Box::new(|| None),
            programs: &|_| None,
            changes: &|_| None,
            messages: &mut messages,
            next: vec![1; SESSIONS],
            log: &mut Kept::default(),
            engine: &|_, end| run_card(&mut TwinDoe::default(), end),
            heard: &mut |notice, outgoing, control| {
                follower.hear(notice, outgoing);
                // The next changes are requested when all before are made, after some messages.
                let is_due = follower.witness.acknowledged > 20 * follower.asked as u64;
                if follower.to_come.is_empty() && follower.asked < swaps && is_due {
                    (0..at_once).for_each(|_| follower.request_change(control));
                }
                // Messages are sent until the last change is made.
                follower.asked < swaps || !follower.to_come.is_empty()
            },
            interrupted: &|| false,
        },
    );
    let outcome = outcome.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    assert_eq!(outcome.summary.accepted + outcome.summary.rejected, outcome.sent);
    assert_eq!(outcome.summary.swaps, follower.witness.swaps);
    for (digests, expected) in outcome.digests.iter().zip(follower.witness.digests()) {
        assert!(
            digests.iter().flatten().all(|digest| *digest == expected),
            "{digests:x?}, not {expected:x}"
        );
    }
    assert_eq!(follower.witness.swaps as usize, swaps);
    outcome.summary.retired.len()
}

#[test]
fn a_thousand_changes_under_load_and_every_verdict_is_by_the_rules_in_force() {
    let retired = swaps_under_load(vec![None, None], SWAPS, 1, 1);
    assert_eq!(retired, 0);
}

#[test]
fn a_card_that_dies_around_a_change_loses_nothing() {
    for seed in 0..40 {
        let plan = Some(FaultPlan { moment: 400 + 37 * seed, fault: Fault::Dies });
        swaps_under_load(vec![plan, None], 12, 1, seed);
    }
}

#[test]
fn changes_requested_at_once_are_made_one_after_the_other_even_if_cards_die() {
    assert_eq!(swaps_under_load(vec![None, None], 60, 3, 1), 0);
    for seed in 0..40 {
        let plan = |moment| Some(FaultPlan { moment, fault: Fault::Dies });
        swaps_under_load(vec![plan(400 + 37 * seed), None], 12, 4, seed);
        // Both cards die, perhaps during the same change.
        swaps_under_load(vec![plan(400 + 37 * seed), plan(900 + 11 * seed)], 12, 4, seed);
    }
}

/// The program of the family whose image has this checksum.
fn by_checksum(family: &[Arc<Program>], checksum: u32) -> Option<Arc<Program>> {
    let is_it = |program: &&Arc<Program>| {
        engine::image::checksum(&engine::image::encode(program)) == checksum
    };
    family.iter().find(is_it).cloned()
}

/// A witness that has repeated a log, and the number of the next frame of each session.
fn witness_of(family: &[Arc<Program>], log: &[LogRecord]) -> (Witness, Vec<u32>) {
    let mut witness = Witness::new(&family[0]);
    let mut next = vec![1; SESSIONS];
    for record in log {
        if let Some(checksum) = record.program() {
            witness.swaps += 1;
            let program = by_checksum(family, checksum).expect("the program is of the family");
            witness.twin.swap(program).expect("the program is of the family");
            continue;
        }
        witness.acknowledged += 1;
        next[usize::from(record.session)] += 1;
        if record.kind == LogKind::Message as u8 {
            witness.twin.execute(record.frame());
        }
    }
    (witness, next)
}

/// Continues a log with `count` messages. With `changes`, the program changes after every hundred.
fn continue_log(kept: &mut Kept, messages: &mut Messages, count: u64, changes: bool) {
    let family = family();
    let history = kept.records.clone();
    let (witness, next) = witness_of(&family, &history);
    let before = witness.acknowledged;
    let mut follower = Follower::new(witness);
    let config = BenchConfig {
        sessions: SESSIONS,
        segmentation: Segmentation::WILD,
        driver: DriverConfig { h2c_slots: 128, c2h_slots: 128 },
        ..BenchConfig::default()
    };
    let outcome = run(
        &config,
        Job {
            twin: loaded(&family[0]),
            rows: &rows(&family[0]).concat(),
            history: &|| {
                let mut records = history.clone().into_iter();
                Box::new(move || records.next())
            },
            programs: &|checksum| by_checksum(&family, checksum),
            changes: &|_| None,
            messages: &mut messages.take(count as usize),
            next,
            log: kept,
            engine: &|_, end| run_card(&mut TwinDoe::default(), end),
            heard: &mut |notice, outgoing, control| {
                follower.hear(notice, outgoing);
                let is_due = (follower.witness.acknowledged - before) / 100 > follower.asked as u64;
                if changes && follower.to_come.is_empty() && is_due {
                    follower.request_change(control);
                }
                true
            },
            interrupted: &|| false,
        },
    );
    let outcome = outcome.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(follower.witness.acknowledged - before, count);
    assert!(outcome.summary.retired.is_empty(), "{:?}", outcome.summary.retired);
    for (digests, expected) in outcome.digests.iter().zip(follower.witness.digests()) {
        assert!(*digests == [Some(expected); 3], "{digests:x?}, not {expected:x}");
    }
}

#[test]
fn a_run_continues_a_log_that_holds_changes_of_program() {
    let mut kept = Kept::default();
    let mut messages = Messages::new(&family()[0], u32::MAX, 0.0, 9);
    // The first and the second run end with another program than they start with; the third makes
    // no change.
    for changes in [true, true, false] {
        continue_log(&mut kept, &mut messages, 600, changes);
    }
    let changes = kept.records.iter().filter(|record| record.program().is_some()).count();
    // Their number in six hundred messages depends on timing; there are at least two in each run.
    assert!(changes >= 4, "{changes}");
    assert!(kept.records.iter().zip(1..).all(|(record, number)| record.number == number));
}

#[test]
fn a_log_that_changes_to_an_unknown_program_is_refused_before_anything_is_sent() {
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
            changes: &|_| None,
            messages: &mut Messages::new(&family[0], 5, 0.0, 1),
            next: vec![1; SESSIONS],
            log: &mut Kept::default(),
            engine: &|_, end| run_card(&mut TwinDoe::default(), end),
            heard: &mut |notice, _, _| panic!("{notice:?}"),
            interrupted: &|| false,
        },
    );
    let error = outcome.err().expect("the program is unknown").to_string();
    assert!(error.contains("record 1") && error.contains("0x12345678"), "{error}");
}
