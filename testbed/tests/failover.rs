// SPDX-License-Identifier: Apache-2.0

//! Cards die, hang and corrupt data at random moments: no acknowledged message is lost or doubled,
//! and all tables are what they would be without the faults. `RISKGATE_FAILOVERS` sets the number
//! of runs.

use host::driver::DriverConfig;
use host::supervisor::Role;
use rand::RngExt;
use std::collections::BTreeMap;
use std::time::Duration;
use testbed::bench::BenchConfig;
use testbed::faults::FaultPlan;
use testbed::pcie::LinkConfig;
use testbed::trader::Segmentation;
use testkit::rigs::{Kept, SESSIONS, random_fault, run_twins};
use testkit::rng::Rng;

fn times() -> u64 {
    std::env::var("RISKGATE_FAILOVERS")
        .map_or(1_000, |text| text.parse().expect("RISKGATE_FAILOVERS is a number"))
}

/// Runs the bench many times with random faults, and prints how often each reason retired a card.
fn series(name: &str, faults: impl Fn(&mut Rng) -> Vec<Option<FaultPlan>>) {
    let (mut ends, mut active, mut without) = (BTreeMap::<String, u64>::new(), 0, Vec::new());
    for seed in 0..times() / 2 {
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
            window: 64,
            segmentation: Segmentation::WILD,
            watchdog: Duration::from_millis(100),
            setup_patience: Duration::from_millis(300),
            seed,
            ..BenchConfig::default()
        };
        let outcome = run_twins(&config, 250, 0.01, &mut Kept::default());
        let outcome = outcome
            .unwrap_or_else(|error| panic!("{name}, seed {seed}, {:?}: {error}", config.cards));
        for retired in outcome.summary.retired {
            *ends.entry(retired.why).or_default() += 1;
            active += u64::from(retired.role == Role::Active);
            without.extend(retired.without_service);
        }
    }
    without.sort();
    println!("{name}: {} runs, {active} changes of the active card", times() / 2);
    if let (Some(median), Some(longest)) = (without.get(without.len() / 2), without.last()) {
        println!(
            "  without service: median {median:?}, longest {longest:?}; a hang includes the \
             watchdog's time"
        );
    }
    ends.iter().for_each(|(why, count)| println!("  {count:>5}  {why}"));
    assert!(active * 4 > times() / 2, "most faults should happen while the card is active");
}

#[test]
fn the_standby_takes_over_wherever_the_active_card_fails() {
    series("the standby takes over", |rng| vec![random_fault(rng), None]);
}

#[test]
fn the_twin_takes_over_when_both_cards_fail() {
    series("both cards fail", |rng| vec![random_fault(rng), random_fault(rng)]);
}
