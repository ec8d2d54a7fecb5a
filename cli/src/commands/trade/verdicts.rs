// SPDX-License-Identifier: Apache-2.0

//! The verdicts file of a run, and the file of rows on which a step of a job failed, written from
//! the records of its journal.

use super::super::Failure;
use super::super::job_counts::Jobs;
use super::super::run_files::Writers;
use engine::frame::JobStart;
use engine::job::{StepEnd, of_step};
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use files::settings::Sent;
use std::sync::Arc;
use testbed::trade::{Judged, Judges};

/// The files that are requested, and the rule set in force at the latest record.
pub struct Verdicts {
    writers: Writers,
    judges: Judges,
    jobs: Jobs,
    changes: Vec<(usize, u64)>,
}

impl Verdicts {
    /// Files before the first record of a run that starts with the first of `programs`.
    pub fn new(writers: Writers, programs: &[Arc<Program>]) -> Verdicts {
        let judges = Judges::new(programs);
        Verdicts { writers, judges, jobs: Jobs::new(), changes: Vec::new() }
    }

    /// Notes the next record. Writes its verdict if it is a message, and its line if it is a step
    /// that failed.
    pub fn write(&mut self, record: &LogRecord) -> Result<(), Failure> {
        let changes = self.judges.changes();
        let Some(judged) = self.judges.note(record).map_err(Failure::of)? else {
            if self.judges.changes() > changes {
                self.changes.push((self.judges.in_force(), self.judges.events()));
            }
            return Ok(());
        };
        let Judged { event, program, kind, verdict } = judged;
        let (event, frame) = (event as u32, record.frame());
        let name = |job: engine::job::JobId| program.jobs[usize::from(job.0)].name.clone();
        match kind {
            LogKind::Message => {
                let start = JobStart::read(frame).filter(|_| verdict.is_accept());
                if let Some(JobStart { job }) = start {
                    self.jobs.entry(name(job)).or_default();
                }
                self.writers.verdicts.as_mut().map_or(Ok(()), |writer| {
                    writer.write(program, event, Sent::of(frame), &verdict).map_err(Failure::of)
                })
            }
            LogKind::Step => {
                let job = of_step(program, frame);
                let counts = job.map(|job| self.jobs.entry(name(job)).or_default());
                match (counts.map(|counts| counts.note(&verdict)), &mut self.writers.jobs) {
                    (Some(StepEnd::Failed(_)), Some(writer)) => {
                        writer.write(program, event, frame, &verdict).map_err(Failure::of)
                    }
                    _ => Ok(()),
                }
            }
            LogKind::Refused | LogKind::Swap | LogKind::Fill => Ok(()),
        }
    }

    /// The number of events so far.
    pub fn events(&self) -> u64 {
        self.judges.events()
    }

    /// The place of the rule set in force.
    pub fn in_force(&self) -> usize {
        self.judges.in_force()
    }

    /// The changes so far: the place of the rule set that took over, and the events before it.
    pub fn changes(&self) -> &[(usize, u64)] {
        &self.changes
    }

    /// The steps of the jobs so far.
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Completes the files.
    pub fn finish(self) -> Result<(), Failure> {
        self.writers.finish()
    }
}
