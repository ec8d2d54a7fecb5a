// SPDX-License-Identifier: Apache-2.0

//! The records of a log, repeated on an executor: every message and every step of a job.

use engine::executor::Executor;
use engine::frame::JobStart;
use engine::job::{JobRun, StepCounts};
use engine::shell::{LogKind, LogRecord};
use std::collections::VecDeque;

/// What a log has of jobs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Repeated {
    /// The steps.
    pub steps: StepCounts,
    /// Messages that came between the first and the last step of a job.
    pub between: u64,
    /// Jobs at the end of the log that were started and made no step.
    pub put_off: usize,
}

/// Repeats records on an executor that has the rows at the start.
///
/// # Panics
/// If a verdict differs, a step is not the next one of the job that was started first, or a job has
/// made some of its steps and not all.
pub fn repeat(executor: &mut dyn Executor, records: &[LogRecord]) -> Repeated {
    let mut runs: VecDeque<JobRun> = VecDeque::new();
    let mut repeated = Repeated::default();
    for record in records {
        let (number, (kind, verdict)) = (record.number, record.read().expect("it is sound"));
        match kind {
            LogKind::Message => {
                assert_eq!(executor.execute(record.frame()), verdict, "record {number}");
                let start = JobStart::read(record.frame()).filter(|_| verdict.is_accept());
                match start {
                    Some(JobStart { job }) => {
                        let run = JobRun::start(executor, job, number as u32);
                        runs.extend(run.filter(|run| run.next_step().is_some()));
                    }
                    None => {
                        let is_between = runs.front().is_some_and(|run| run.made() > 0);
                        repeated.between += u64::from(is_between);
                    }
                }
            }
            LogKind::Step => {
                let run = runs.front_mut().expect("a job runs");
                assert_eq!(run.next_step(), Some(record.frame()), "record {number}");
                assert_eq!(executor.step(record.frame()), verdict, "record {number}");
                repeated.steps.note(&verdict);
                run.advance();
                if run.next_step().is_none() {
                    runs.pop_front();
                }
            }
            LogKind::Refused => {}
            LogKind::Swap | LogKind::Fill => panic!("record {number} changes the program"),
        }
    }
    assert!(runs.iter().all(|run| run.made() == 0), "a job has steps left");
    repeated.put_off = runs.len();
    repeated
}
