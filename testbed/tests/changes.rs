// SPDX-License-Identifier: Apache-2.0

//! Rule sets with other definitions follow each other while messages and jobs come and cards fail:
//! every verdict is by the rules in force at its place in the log, and all tables are those of a
//! repetition of the log. `RISKGATE_CHANGES` sets the number of runs.

use engine::registers::Register;
use engine::schema::TableId;
use engine::shell::LogKind;
use engine::verdict::Verdict;
use host::driver::DriverConfig;
use host::supervisor::Role;
use rand::RngExt;
use std::time::Duration;
use testbed::bench::{BenchConfig, CardEnd, run_card};
use testbed::doe::{Answer, Doe, Swapped, TwinDoe};
use testbed::faults::{Fault, FaultPlan};
use testbed::pcie::LinkConfig;
use testbed::trader::Segmentation;
use testkit::generate::Lists;
use testkit::rigs::changes::{Changed, RuleSets, run_changes};
use testkit::rigs::{Kept, SESSIONS, number};
use testkit::rng::Rng;

/// Messages of a run.
const MESSAGES: u32 = 300;
/// Rule sets of a run.
const MEMBERS: usize = 4;

/// The engine of every card is a twin.
fn twins(_: usize, end: CardEnd) {
    run_card(&mut TwinDoe::default(), end);
}

/// Runs many times. Returns the sum of what came of the changes.
fn series(with: Lists, faults: impl Fn(&mut Rng) -> Vec<Option<FaultPlan>>) -> Changed {
    let times = u64::from(number("RISKGATE_CHANGES", 20));
    let (mut sum, mut runs) = (Changed::default(), 0);
    for seed in 0.. {
        let mut rng = Rng::seeded(seed);
        let Some(sets) = RuleSets::random(MEMBERS, with, &mut rng) else { continue };
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
            watchdog: Duration::from_millis(200),
            seed,
            orders_during_jobs: rng.random_bool(0.5),
            ..BenchConfig::default()
        };
        println!("seed {seed}");
        let (_, changed) =
            run_changes(&sets, &config, (MESSAGES, with), &mut Kept::default(), &twins);
        sum.made += changed.made;
        sum.refused += changed.refused;
        sum.during += changed.during;
        (0..3).for_each(|place| sum.retired[place] += changed.retired[place]);
        runs += 1;
        if runs == times {
            break;
        }
    }
    println!("{times} runs: {sum:?}");
    assert!(sum.made > times && sum.during > times, "{sum:?}");
    sum
}

#[test]
fn rule_sets_with_other_definitions_follow_each_other() {
    let sum = series(Lists::None, |_| vec![None, None]);
    assert_eq!(sum.retired, [0; 3]);
}

#[test]
fn a_row_that_does_not_fit_leaves_the_old_rules_in_force() {
    let sum = series(Lists::Groups, |_| vec![None, None]);
    assert!(sum.refused > 0 && sum.retired == [0; 3], "{sum:?}");
}

#[test]
fn windows_are_filled_in_the_same_steps_by_all_members() {
    let sum = series(Lists::Windows, |_| vec![None, None]);
    assert_eq!(sum.retired, [0; 3]);
}

/// A random fault at a random moment of a run.
fn random_fault(rng: &mut Rng) -> Option<FaultPlan> {
    let fault = match rng.random_range(0..8) {
        0..5 => Fault::Dies,
        5 => Fault::Hangs,
        6 => Fault::FlipsBit(rng.random()),
        _ => Fault::DamagesRecord(rng.random()),
    };
    Some(FaultPlan { moment: rng.random_range(0..8_000), fault })
}

#[test]
fn a_card_that_fails_before_during_and_after_a_change_loses_nothing() {
    let [groups, windows] = [Lists::Groups, Lists::Windows]
        .map(|with| series(with, |rng| vec![random_fault(rng), None]).retired);
    for (place, count) in groups.iter().zip(windows).map(|(one, other)| one + other).enumerate() {
        assert!(count > 0, "place {place}: {groups:?} {windows:?}");
    }
}

#[test]
fn changes_go_on_where_both_cards_fail() {
    let sum = series(Lists::Windows, |rng| vec![random_fault(rng), random_fault(rng)]);
    // Few runs have a card that is left to fail after the change; the test above has some.
    let [before, during, _] = sum.retired;
    assert!(before > 0 && during > 0, "{sum:?}");
}

#[test]
fn a_run_continues_from_any_record_of_its_log() {
    let mut rng = Rng::seeded(4);
    let config = BenchConfig {
        cards: vec![None; 2],
        sessions: SESSIONS,
        orders_during_jobs: true,
        ..BenchConfig::default()
    };
    for with in [Lists::Groups, Lists::Windows] {
        let sets = (0..).find_map(|_| RuleSets::random(MEMBERS, with, &mut rng));
        let sets = sets.expect("one of them compiles");
        let mut log = Kept::default();
        let (_, changed) = run_changes(&sets, &config, (MESSAGES, with), &mut log, &twins);
        assert!(changed.made > 0, "{changed:?}");
        // Every second log ends within a change.
        let is_fill = |at: &usize| log.records[*at].kind == LogKind::Fill as u8;
        let fills: Vec<usize> = (0..log.records.len()).filter(is_fill).collect();
        for cut in 0..16 {
            let end = match cut % 2 {
                0 => rng.random_range(0..=log.records.len()),
                _ => 1 + *rng.pick(&fills),
            };
            let records = log.records[..end].to_vec();
            let mut continued = Kept { records, ..Kept::default() };
            run_changes(&sets, &config, (60, with), &mut continued, &twins);
        }
    }
}

/// A twin that makes only the changes that hardware makes.
#[derive(Default)]
struct Hardware(TwinDoe);

impl Doe for Hardware {
    fn message(&mut self, frame: &[u8], session: u16) -> Answer {
        self.0.message(frame, session)
    }

    fn step(&mut self, frame: &[u8]) -> Answer {
        self.0.step(frame)
    }

    fn row(&mut self, frame: &[u8]) -> Verdict {
        self.0.row(frame)
    }

    fn prepare(&mut self, image: &[u8]) -> Result<(), String> {
        self.0.prepare(image)
    }

    fn swap(&mut self) -> Swapped {
        self.0.swap()
    }

    fn digest(&self, table: TableId) -> Option<u64> {
        self.0.digest(table)
    }

    fn read(&mut self, register: Register) -> Option<u32> {
        self.0.read(register)
    }

    fn write(&mut self, register: Register, value: u32) -> bool {
        self.0.write(register, value)
    }

    fn flip_bit(&mut self, place: u64) -> bool {
        self.0.flip_bit(place)
    }
}

#[test]
fn a_card_that_makes_no_such_change_refuses_it_or_is_no_standby() {
    let table = "create table t (a int primary key, b int not null) with (rows = 900);
        create message m (a int not null, b int not null);
        on m (insert into t values (m.a, m.b))";
    let next = "rule r (coalesce((select sum(b) from t where a <> m.a), 0) + m.b < 100000)";
    let next = table.replace("create message", &format!("{next} create message"));
    let next = next.replace("create table", "create table u (a int primary key); create table");
    let sets = RuleSets::new(&[table, &next]).expect("they compile");
    let config = BenchConfig { cards: vec![None; 2], sessions: SESSIONS, ..BenchConfig::default() };
    for hardware in [0, 1] {
        let engine = |card, end| match card == hardware {
            true => run_card(&mut Hardware::default(), end),
            false => run_card(&mut TwinDoe::default(), end),
        };
        let (outcome, changed) =
            run_changes(&sets, &config, (MESSAGES, Lists::None), &mut Kept::default(), &engine);
        let retired: Vec<Role> = outcome.summary.retired.iter().map(|of| of.role).collect();
        match hardware {
            0 => assert_eq!((changed.made, changed.refused, &retired[..]), (0, 1, &[][..])),
            _ => {
                assert_eq!((changed.made, changed.refused), (1, 0));
                assert_eq!(retired, [Role::Standby]);
            }
        }
    }
}
