//! The rule set changes while messages go on: every verdict is that of the rules that were in force at its place in the log.

mod support;

use engine::executor::Executor;
use engine::program::Program;
use host::bench::{BenchConfig, Job, run, run_card};
use host::doe::TwinDoe;
use host::driver::DriverConfig;
use host::faults::{Fault, FaultPlan};
use host::pcie::LinkConfig;
use host::supervisor::{Control, Notice};
use host::trader::Segmentation;
use std::collections::VecDeque;
use std::sync::Arc;
use support::{Kept, Messages, RULES, SESSIONS, Witness, loaded, rows};

const SWAPS: usize = 1_000;

/// The rules as they are, stricter ones, and some that look at something else.
fn family() -> Vec<Arc<Program>> {
    let strict = RULES.replace("<= 5000", "<= 900").replace("* 4 >= place.price", "* 2 >= place.price");
    let other = RULES.replace(
        "Rule limit_ (coalesce((select sum(quantity)",
        "Rule dear (coalesce((select max(price) from orders where account = place.account), 0) <= 90)
         Rule limit_ (coalesce((select sum(quantity)",
    );
    let (programs, diagnostics) = rulec::compile_family(&[RULES, &strict, &other]);
    programs.unwrap_or_else(|| panic!("{diagnostics:#?}")).into_iter().map(Arc::new).collect()
}

fn swaps_under_load(cards: Vec<Option<FaultPlan>>, swaps: usize, seed: u64) -> usize {
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
                    Notice::Swapped => {
                        witness.swaps += 1;
                        let next: Arc<Program> = to_come.pop_front().expect("it was asked for");
                        witness.twin.swap(next).expect("it is of the family");
                    }
                    Notice::SwapRefused(why) => panic!("{why}"),
                    _ => witness.hear(notice, outgoing),
                }
                // The next change is asked for when the one before is through, somewhere among the messages.
                if to_come.is_empty() && asked < swaps && witness.acknowledged > 20 * asked as u64 {
                    asked += 1;
                    let next = Arc::clone(&family[asked % family.len()]);
                    to_come.push_back(Arc::clone(&next));
                    control.send(Control::Swap(next)).expect("the supervisor is there");
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
        assert!(digests.iter().flatten().all(|digest| *digest == expected), "{digests:x?}, not {expected:x}");
    }
    assert_eq!(witness.swaps as usize, swaps);
    outcome.summary.retired.len()
}

#[test]
fn a_thousand_changes_under_load_and_every_verdict_is_that_of_the_rules_in_force() {
    let retired = swaps_under_load(vec![None, None], SWAPS, 1);
    assert_eq!(retired, 0);
}

#[test]
fn a_card_that_dies_around_a_change_takes_nothing_along() {
    for seed in 0..40 {
        let plan = Some(FaultPlan { moment: 400 + 37 * seed, fault: Fault::Dies });
        swaps_under_load(vec![plan, None], 12, seed);
    }
}
