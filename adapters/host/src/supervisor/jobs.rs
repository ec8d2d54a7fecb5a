// SPDX-License-Identifier: Apache-2.0

//! Jobs: the rows that each visits, and how far it is.
//!
//! The start of a job is a message. At its record the twin says which rows the job visits. The
//! supervisor then asks the active card for one step after the other, the next one when the record
//! of the one before is read, so that a message waits for at most one step. The steps follow from
//! the log: a repetition of it knows which are left.

use engine::frame::JobStart;
use engine::job::{JobId, JobRun};
use engine::shell::{LogKind, LogRecord};
use engine::twin::Twin;
use engine::verdict::Verdict;
use std::collections::VecDeque;

/// The jobs that were started and have steps left, in the order of their starts. One runs after the
/// other.
#[derive(Debug, Default)]
pub struct Jobs {
    runs: VecDeque<JobRun>,
    /// Whether the active card was asked for the next step and no record of it has come.
    pub(super) is_posted: bool,
    /// Whether a job was put off.
    pub(super) has_put_off: bool,
}

/// The end of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobEnd {
    /// The job.
    pub job: JobId,
    /// Whether it made no step because the twin is retired, and no other member can say which rows
    /// it visits. A run that repeats the log makes its steps.
    pub is_put_off: bool,
}

impl Jobs {
    /// The number of jobs that have steps left.
    pub fn running(&self) -> usize {
        self.runs.len()
    }

    /// The frame of the next step.
    pub fn next_step(&self) -> Option<&[u8]> {
        self.runs.front()?.next_step()
    }

    /// Whether a frame is that of the next step.
    pub fn is_next(&self, frame: &[u8]) -> bool {
        self.next_step() == Some(frame)
    }

    /// Notes a record of the log: the start of a job, whose rows the twin knows, or a step. Returns
    /// the job that ends with it.
    pub fn note(
        &mut self,
        record: &LogRecord,
        kind: LogKind,
        verdict: &Verdict,
        twin: Option<&mut Twin>,
    ) -> Option<JobEnd> {
        match kind {
            LogKind::Message if verdict.is_accept() => {
                let JobStart { job } = JobStart::read(record.frame())?;
                let Some(twin) = twin else {
                    self.has_put_off = true;
                    return Some(JobEnd { job, is_put_off: true });
                };
                let run = JobRun::start(twin, job, record.number as u32)?;
                if run.next_step().is_none() {
                    return Some(JobEnd { job, is_put_off: false });
                }
                self.runs.push_back(run);
                None
            }
            LogKind::Step => {
                self.is_posted = false;
                let run = self.runs.front_mut()?;
                run.advance();
                if run.next_step().is_some() {
                    return None;
                }
                let job = run.job();
                self.runs.pop_front();
                Some(JobEnd { job, is_put_off: false })
            }
            LogKind::Message | LogKind::Refused | LogKind::Swap | LogKind::Fill => None,
        }
    }
}
