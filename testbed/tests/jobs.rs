// SPDX-License-Identifier: Apache-2.0

//! Cards fail while jobs run: every step is made once, the orders between two steps are judged
//! rightly, and all tables are what they would be without the faults. `RISKGATE_FAILOVERS` sets the
//! number of runs.

use engine::executor::{Executor, digest};
use engine::frame::JobStart;
use engine::job::JobId;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::schema::TableId;
use host::driver::DriverConfig;
use host::supervisor::Role;
use rand::RngExt;
use std::sync::Arc;
use std::time::Duration;
use testbed::bench::{BenchConfig, Job, Outcome, run, run_card};
use testbed::doe::TwinDoe;
use testbed::faults::FaultPlan;
use testbed::pcie::LinkConfig;
use testbed::trader::{Outgoing, Segmentation};
use testkit::repeat::{Repeated, repeat};
use testkit::rigs::{Kept, Messages, RULES, SESSIONS, loaded, number, program, random_fault, rows};
use testkit::rng::Rng;

/// The last job fails on every second account.
const JOBS: &str = "
create job thin for each row of orders as o where o.quantity > 100 (
    update account set balance = balance + 1 where id = o.account;
    delete from orders where id = o.id
)
create job interest for each row of account a (
    update account set balance = a.balance + 100 / (a.id % 2) where id = a.id
)
";
/// Messages from one start of a job to the next.
const JOB_INTERVAL: u32 = 20;
const MESSAGES: u32 = 200;

/// The messages of a rig, with starts of jobs among them.
struct WithJobs {
    messages: Messages,
    number: u32,
}

impl Iterator for WithJobs {
    type Item = Outgoing;

    fn next(&mut self) -> Option<Outgoing> {
        self.number += 1;
        if !self.number.is_multiple_of(JOB_INTERVAL) {
            return self.messages.next();
        }
        let mut frame = [0; FRAME_BYTES_MAX];
        // One of three jobs does not exist.
        let job = JobId((self.number / JOB_INTERVAL % 3) as u16);
        let length = JobStart { job }.write(0, &mut frame).len() as u16;
        Some(Outgoing { session: 0, frame, length, defect: None })
    }
}

/// A run, and what its log has of jobs.
fn run_jobs(program: &Arc<Program>, config: &BenchConfig) -> (Outcome, Repeated) {
    let messages = Messages::new(program, MESSAGES, 0.0, config.seed);
    let mut log = Kept::default();
    let outcome = run(
        config,
        Job {
            twin: loaded(program),
            rows: &rows(program).concat(),
            history: &|| Box::new(|| None),
            programs: &|_| None,
            messages: &mut WithJobs { messages, number: 0 },
            next: vec![1; SESSIONS],
            log: &mut log,
            engine: &|_, end| run_card(&mut TwinDoe::default(), end),
            heard: &mut |_, _, _| true,
            interrupted: &|| false,
        },
    );
    let outcome = outcome.unwrap_or_else(|error| panic!("{config:?}: {error}"));
    let mut reference = Reference::new(Arc::clone(program)).expect("the program is sound");
    rows(program).iter().for_each(|row| assert!(reference.load(row).is_accept()));
    let repeated = repeat(&mut reference, &log.records);
    assert_eq!(outcome.summary.steps, repeated.steps);
    for (index, digests) in outcome.digests.iter().enumerate() {
        let expected = digest(&reference, TableId(index as u16));
        assert!(digests.iter().flatten().all(|digest| *digest == expected), "table {index}");
    }
    (outcome, repeated)
}

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
        let (outcome, repeated) = run_jobs(&program, &config);
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
