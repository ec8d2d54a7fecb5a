// SPDX-License-Identifier: Apache-2.0

//! Jobs: statements for each of many rows, one row at a time, between messages.
//!
//! A job has two kinds of hidden messages, whose fields are the key of its table. A *step* makes
//! the statements of the job on the row with that key. A *selection* changes nothing; it is
//! accepted if the row meets the condition of the job. A job without a condition has no selection.
//!
//! The host runs a job: [`JobRun::start`] fixes the keys of the rows, and each frame of
//! [`JobRun::next_step`] is answered by [`Executor::step`]. Any messages may come between two
//! steps. The steps of a run follow from the state at its start, so that a journal that has the
//! start of a job and its steps restores the run too.
//!
//! The first entry of a step is a check that its row exists and meets the condition of the job. If
//! it is false or NULL, the row is *skipped*.

use crate::executor::{Cell, Executor};
use crate::frame::{self, FieldValue, Layout};
use crate::machine::{FRAME_BYTES_MAX, KEY_COLUMNS_MAX};
use crate::program::{FrameKind, Program};
use crate::schema::MessageId;
pub use crate::schema::{JobDef, JobId};
use crate::verdict::{Reason, Verdict};

/// What a step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepEnd {
    /// It made its changes.
    Done,
    /// Its row did not exist any more, or no longer met the condition of the job.
    Skipped,
    /// It changed nothing, for this reason.
    Failed(Reason),
}

impl StepEnd {
    /// What the verdict on a step says.
    pub fn of(verdict: &Verdict) -> StepEnd {
        match verdict.reason {
            None => StepEnd::Done,
            // Of the entries of a step, only the check of its row has these outcomes.
            Some(Reason::False | Reason::Null) => StepEnd::Skipped,
            Some(reason) => StepEnd::Failed(reason),
        }
    }
}

/// Counts of the steps of jobs, by what they did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepCounts {
    /// Those that made their changes.
    pub done: u64,
    /// Those whose row was skipped.
    pub skipped: u64,
    /// Those that failed.
    pub failed: u64,
}

impl StepCounts {
    /// Counts the verdict on a step, and returns what the step did.
    pub fn note(&mut self, verdict: &Verdict) -> StepEnd {
        let end = StepEnd::of(verdict);
        match end {
            StepEnd::Done => self.done += 1,
            StepEnd::Skipped => self.skipped += 1,
            StepEnd::Failed(_) => self.failed += 1,
        }
        end
    }

    /// All of them.
    pub fn all(&self) -> u64 {
        self.done + self.skipped + self.failed
    }
}

/// The verdict on the start of a job.
pub fn start(program: &Program, job: JobId) -> Verdict {
    match program.jobs.get(usize::from(job.0)) {
        Some(_) => Verdict::ACCEPT,
        None => Verdict::refused(Reason::Malformed),
    }
}

/// A job that was started, with the steps that it still has to make.
///
/// ```
/// use engine::executor::Executor;
/// use engine::frame::FieldValue;
/// use engine::job::{JobId, JobRun, StepEnd};
/// use engine::machine::FRAME_BYTES_MAX;
/// use engine::program::FrameKind;
/// use engine::schema::TableId;
/// use engine::twin::Twin;
///
/// let rules = "
///     create table deal (id int primary key, open int not null);
///     create message tick (x int not null);
///     create job purge for each row of deal as d where d.open = 0 (
///         delete from deal where id = d.id
///     )
/// ";
/// let program = rulec::compile(rules).0.expect("the rules compile");
/// let row = program.layout(FrameKind::Row(TableId(0)));
/// let mut twin = Twin::new(program)?;
/// let mut buffer = [0; FRAME_BYTES_MAX];
/// for (id, open) in [(1, 0), (2, 5), (3, 0)] {
///     let values = [FieldValue::Number(id), FieldValue::Number(open)];
///     assert!(twin.load(row.write(1, &values, &mut buffer)?).is_accept());
/// }
///
/// let mut run = JobRun::start(&mut twin, JobId(0), 1).expect("there is a job");
/// assert_eq!(run.steps(), 2);
/// run.finish(&mut twin, &mut |_, verdict| StepEnd::of(verdict) == StepEnd::Done);
/// assert_eq!((run.made(), run.next_step()), (2, None));
/// assert_eq!(twin.row_count(TableId(0)), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobRun {
    job: JobId,
    /// The frames of all steps, one after the other.
    frames: Vec<u8>,
    frame_bytes: usize,
    /// The number of steps made.
    made: usize,
}

impl JobRun {
    /// Starts a job: fixes the keys of the rows that it visits, in ascending order; text is ordered
    /// by its bytes. These are the rows that meet the condition of the job now. Rows for which the
    /// condition is an error are among them, so that their steps fail and say why.
    ///
    /// Every step carries `sequence`, the number of what started the job. It takes time and memory
    /// by the rows of the table. None if the program has no such job.
    pub fn start(executor: &mut dyn Executor, job: JobId, sequence: u32) -> Option<JobRun> {
        let program = executor.program();
        let JobDef { table, step, select, .. } = program.jobs.get(usize::from(job.0))?.clone();
        let layout = |message: MessageId| program.layout(FrameKind::Message(message));
        let (step, select) = (layout(step), select.map(layout));
        let key: Vec<usize> =
            program.tables[usize::from(table.0)].key.iter().map(|c| c.0.into()).collect();
        // The steps, and the selections of the same rows.
        let (mut steps, mut selections) = (Vec::new(), Vec::new());
        executor.visit_rows(table, &mut |row| {
            let mut values = [FieldValue::Null; KEY_COLUMNS_MAX];
            for (value, column) in values.iter_mut().zip(&key) {
                *value = field(&row[*column]);
            }
            let values = &values[..key.len()];
            put(&step, sequence, values, &mut steps);
            select.iter().for_each(|select| put(select, sequence, values, &mut selections));
        });
        let frame_bytes = step.bytes;
        let frames = match &select {
            None => steps,
            Some(select) => {
                let pairs = steps.chunks_exact(frame_bytes).zip(selections.chunks(select.bytes));
                let mut is_selected =
                    |frame| StepEnd::of(&executor.step(frame)) != StepEnd::Skipped;
                let selected = pairs.filter(|(_, selection)| is_selected(selection));
                selected.flat_map(|(step, _)| step).copied().collect()
            }
        };
        Some(JobRun { job, frames, frame_bytes, made: 0 })
    }

    /// The job.
    pub fn job(&self) -> JobId {
        self.job
    }

    /// The number of its steps.
    pub fn steps(&self) -> usize {
        self.frames.len() / self.frame_bytes
    }

    /// The number of steps made.
    pub fn made(&self) -> usize {
        self.made
    }

    /// The frame of the next step; none if all are made.
    pub fn next_step(&self) -> Option<&[u8]> {
        self.frames.chunks_exact(self.frame_bytes).nth(self.made)
    }

    /// Notes that the next step is made.
    pub fn advance(&mut self) {
        self.made += 1;
    }

    /// Makes the steps that are left, one after the other. `ended` is called with the frame of each
    /// and the verdict on it; when it returns false, no more are made.
    pub fn finish(
        &mut self,
        executor: &mut dyn Executor,
        ended: &mut dyn FnMut(&[u8], &Verdict) -> bool,
    ) {
        while let Some(step) = self.next_step() {
            let goes_on = ended(step, &executor.step(step));
            self.advance();
            if !goes_on {
                return;
            }
        }
    }
}

/// A cell of a key as a field of a frame. A key has no NULL and no aggregate.
fn field<'a>(cell: &Cell<'a>) -> FieldValue<'a> {
    match *cell {
        Cell::Number(number) => FieldValue::Number(number),
        Cell::Text(text) => FieldValue::Text(text.as_bytes()),
        Cell::Null | Cell::Sum(..) | Cell::Levels(_) | Cell::Texts(_) => FieldValue::Null,
    }
}

/// Appends a frame.
fn put(layout: &Layout, sequence: u32, values: &[FieldValue<'_>], frames: &mut Vec<u8>) {
    let mut buffer = [0; FRAME_BYTES_MAX];
    // A validated program has the key as the fields of the message.
    if let Ok(frame) = layout.write(sequence, values, &mut buffer) {
        frames.extend_from_slice(frame);
    }
}

/// The job whose step a frame is.
pub fn of_step(program: &Program, frame: &[u8]) -> Option<JobId> {
    let kind = frame::kind(frame)?;
    let is_it = |job: &JobDef| job.step.0 == u16::from(kind);
    program.jobs.iter().position(is_it).map(|index| JobId(index as u16))
}
