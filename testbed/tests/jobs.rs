// SPDX-License-Identifier: Apache-2.0

//! Cards fail while jobs run: every step is made once, the orders between two steps are judged
//! rightly, and all tables are what they would be without the faults. `RISKGATE_FAILOVERS` sets the
//! number of runs.

use host::driver::DriverConfig;
use host::supervisor::Role;
use rand::RngExt;
use std::time::Duration;
use testbed::bench::{BenchConfig, run_card};
use testbed::doe::TwinDoe;
use testbed::faults::FaultPlan;
use testbed::pcie::LinkConfig;
use testbed::trader::Segmentation;
use testkit::repeat::Repeated;
use testkit::rigs::jobs::{JOBS, run_jobs};
use testkit::rigs::{RULES, SESSIONS, number, program, random_fault};
use testkit::rng::Rng;

const MESSAGES: u32 = 200;

/// Runs many times with random faults. Returns the sum of what the logs have of jobs.
fn series(
    orders_during_jobs: bool,
    faults: impl Fn(&mut Rng) -> Vec<Option<FaultPlan>>,
) -> Repeated {
    let program = program(&(RULES.to_owned() + JOBS));
    let (mut sum, mut active) = (Repeated::default(), 0);
    let times = number("RISKGATE_FAILOVERS", 100);
    for seed in 0..u64::from(times) {
        let mut rng = Rng::seeded(seed);
        let config = BenchConfig {
            cards: faults(&mut rng),
            link: LinkConfig {
                depth: 32,
                latency_looks: rng.random_range(0..4),
                stalls: 0.1,
                seed,
            },
            driver: DriverConfig { h2c_slots: 128, c2h_slots: 64 },
            sessions: SESSIONS,
            window: 16,
            segmentation: Segmentation::WILD,
            watchdog: Duration::from_millis(100),
            setup_patience: Duration::from_millis(300),
            seed,
            orders_during_jobs,
            ..BenchConfig::default()
        };
        let (outcome, repeated) =
            run_jobs(&program, &config, MESSAGES, &|_, end| run_card(&mut TwinDoe::default(), end));
        let roles = outcome.summary.retired.iter().map(|retired| retired.role);
        active += roles.filter(|role| *role == Role::Active).count();
        sum.between += repeated.between;
        sum.put_off += repeated.put_off;
        // Only the twin can say which rows a job visits.
        assert!(repeated.put_off == 0 || outcome.twin.is_none(), "{config:?}");
        sum.steps.done += repeated.steps.done;
        sum.steps.skipped += repeated.steps.skipped;
        sum.steps.failed += repeated.steps.failed;
    }
    println!("{times} runs, {active} changes of the active card: {sum:?}");
    assert!(active * 4 > times as usize, "most faults should happen to the active card");
    assert!(sum.steps.done > u64::from(times) && sum.steps.failed > u64::from(times), "{sum:?}");
    sum
}

#[test]
fn steps_go_on_wherever_a_card_fails() {
    let sum = series(false, |rng| vec![random_fault(rng), None]);
    assert_eq!(sum.between, 0, "a job ends before the next message");
}

#[test]
fn orders_between_steps_go_on_wherever_a_card_fails() {
    let sum = series(true, |rng| vec![random_fault(rng), None]);
    assert!(sum.between > 100, "{sum:?}");
}

#[test]
fn jobs_end_or_wait_where_both_cards_fail() {
    series(true, |rng| vec![random_fault(rng), random_fault(rng)]);
}
