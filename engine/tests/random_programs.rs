// SPDX-License-Identifier: Apache-2.0

//! Random programs on the reference interpreter and the twin: every verdict and every table is the
//! same.
//!
//! `RISKGATE_PROGRAMS` is the number of programs, `RISKGATE_SEED` the first seed.

use engine::executor::{Executor, digest};
use engine::image::{decode, encode};
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use engine::validate::validate;
use engine::verdict::{Reason, Verdict};
use std::collections::BTreeMap;
use testkit::machine::{LOG, random_frame, random_program};
use testkit::rng::Rng;

const PROGRAMS: u64 = 400;
const FRAMES: usize = 60;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// What the runs have shown, so that the test cannot become empty.
#[derive(Debug, Default)]
struct Tally {
    accepted: u64,
    warned: u64,
    by_rule: u64,
    by_check: u64,
    logged: u64,
    reasons: BTreeMap<Option<Reason>, u64>,
    effects: BTreeMap<Reason, u64>,
}

impl Tally {
    fn note(&mut self, verdict: &Verdict) {
        self.accepted += u64::from(verdict.is_accept());
        self.warned += u64::from(verdict.warnings != 0);
        self.by_rule += u64::from(verdict.rule.is_some());
        self.by_check += u64::from(!verdict.is_accept() && verdict.rule.is_none());
        *self.reasons.entry(verdict.reason).or_default() += 1;
        if let Some(reason) = verdict.effects {
            *self.effects.entry(reason).or_default() += 1;
        }
    }
}

fn run(seed: u64, tally: &mut Tally) {
    let mut rng = Rng::seeded(seed);
    let program = random_program(&mut rng);
    validate(&program).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    assert_eq!(decode(&encode(&program)).as_ref(), Ok(&program), "seed {seed}");
    let mut reference = Reference::new(program.clone()).expect("the program is valid");
    let mut twin = Twin::new(program.clone()).expect("the program is valid");
    for step in 0..FRAMES {
        let frame = random_frame(&mut rng, &program);
        let log_rows = reference.row_count(LOG);
        let verdict = reference.execute(&frame);
        assert_eq!(twin.execute(&frame), verdict, "seed {seed}, frame {step}");
        tally.logged += u64::from(reference.row_count(LOG) > log_rows);
        tally.note(&verdict);
        let verdict = reference.load(&frame);
        assert_eq!(twin.load(&frame), verdict, "seed {seed}, frame {step} as a row");
        for table in (0..program.tables.len()).map(|table| TableId(table as u16)) {
            let [expected, found] =
                [&reference as &dyn Executor, &twin].map(|executor| digest(executor, table));
            assert_eq!(expected, found, "seed {seed}, frame {step}, table {}", table.0);
        }
    }
}

#[test]
fn reference_and_twin_agree_on_random_programs() {
    let mut tally = Tally::default();
    let first = setting("RISKGATE_SEED", 1);
    for seed in first..first + setting("RISKGATE_PROGRAMS", PROGRAMS) {
        run(seed, &mut tally);
    }
    println!("{tally:#?}");
    let full = |count: Option<&u64>| count.copied().unwrap_or(0);
    for (what, count) in [
        ("accepts", tally.accepted),
        ("warnings", tally.warned),
        ("rejects by a rule", tally.by_rule),
        ("rejects by a check", tally.by_check),
        ("effects that logged a row", tally.logged),
        ("effects that found no room", tally.effects.get(&Reason::TableFull).copied().unwrap_or(0)),
        ("full dictionaries", full(tally.reasons.get(&Some(Reason::DictionaryFull)))),
        ("effects without a code", full(tally.effects.get(&Reason::DictionaryFull))),
    ] {
        assert!(count > 0, "no {what}");
    }
}
