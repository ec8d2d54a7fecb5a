// SPDX-License-Identifier: Apache-2.0

//! A run of the bench in which jobs start among the messages, checked against the reference.

use super::{Kept, Messages, SESSIONS, loaded, rows};
use crate::repeat::{Repeated, repeat};
use engine::executor::{Executor, digest};
use engine::frame::JobStart;
use engine::job::JobId;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::schema::TableId;
use std::sync::Arc;
use testbed::bench::{BenchConfig, CardEnd, Job, Outcome, run};
use testbed::trader::Outgoing;

/// Jobs for the tables of [`RULES`](super::RULES). The last one fails on every second account.
pub const JOBS: &str = "
create job thin for each row of orders as o where o.quantity > 100 (
    update account set balance = balance + 1 where id = o.account;
    delete from orders where id = o.id
)
create job interest for each row of account a (
    update account set balance = a.balance + 100 / (a.id % 2) where id = a.id
)
";

/// Messages from one start of a job to the next.
const INTERVAL: u32 = 20;

/// The messages of a rig, with starts of jobs among them.
struct WithJobs {
    messages: Messages,
    number: u32,
}

impl Iterator for WithJobs {
    type Item = Outgoing;

    fn next(&mut self) -> Option<Outgoing> {
        self.number += 1;
        if !self.number.is_multiple_of(INTERVAL) {
            return self.messages.next();
        }
        let mut frame = [0; FRAME_BYTES_MAX];
        // One of three jobs does not exist.
        let job = JobId((self.number / INTERVAL % 3) as u16);
        let length = JobStart { job }.write(0, &mut frame).len() as u16;
        Some(Outgoing { session: 0, frame, length, defect: None })
    }
}

/// A run of a program with rules like [`RULES`](super::RULES) and [`JOBS`], and what its log has of
/// jobs.
///
/// # Panics
/// If the run fails, a step is not made once, or a table is not what the reference makes of the
/// log.
pub fn run_jobs(
    program: &Arc<Program>,
    config: &BenchConfig,
    messages: u32,
    engine: &(dyn Fn(usize, CardEnd) + Sync),
) -> (Outcome, Repeated) {
    let messages = Messages::new(program, messages, 0.0, config.seed);
    let mut log = Kept::default();
    let outcome = run(
        config,
        Job {
            twin: loaded(program),
            rows: &rows(program).concat(),
            history: &|| Box::new(|| None),
            programs: &|_| None,
            changes: &|_| None,
            messages: &mut WithJobs { messages, number: 0 },
            next: vec![1; SESSIONS],
            log: &mut log,
            engine,
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
