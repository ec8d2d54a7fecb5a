// SPDX-License-Identifier: Apache-2.0

//! Measurement of a workload on an executor. Every event is timed, and its verdict is compared with
//! the one that the generator expects.
//!
//! Software is timed by the clock of the machine. The clock is read around the executor and never
//! in it. A time covers parsing, checks, verdict and commit of one message, and one reading of the
//! clock. The emitted Verilog counts cycles, and reports how many each stage before the verdict
//! took.

use crate::broker::BrokerFrames;
use crate::report::{Measurement, VerdictCounts, paper_figure};
use crate::workload::{Event, Operation, Workload};
use engine::executor::Executor;
use engine::machine::{CLOCK_HZ, FRAME_BYTES_MAX};
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use engine::verdict::Verdict;
use hdrhistogram::Histogram;
use sim::rtl::Rtl;
use sim::stages::Stages;
use std::time::Instant;

/// Significant digits that the histograms of latencies keep.
const DIGITS: u8 = 3;
/// The longest latency that the histograms can hold: one minute.
const NANOSECONDS_MAX: u64 = 60_000_000_000;

/// The result of a run over a workload.
#[derive(Clone, Debug)]
pub struct Run {
    /// Latencies by operation, for the operations that occurred.
    pub measurements: Vec<Measurement>,
    /// The verdicts, counted.
    pub verdicts: VerdictCounts,
    /// The number of events.
    pub events: u64,
}

/// Why a workload could not be measured.
#[derive(Clone, Debug, thiserror::Error)]
pub enum MeasureError {
    /// A frame could not be written: the program is not that of the broker's rule set.
    #[error("event {sequence} does not fit its message: {error}")]
    Frame {
        /// The sequence number of the event.
        sequence: u32,
        /// The error of the frame.
        error: engine::frame::FrameError,
    },
    /// The executor and the generator's model of the market disagree.
    #[error(
        "event {sequence} ({operation}) must be {expected}, but the executor says {found}; this \
         is a defect"
    )]
    Verdict {
        /// The sequence number of the event.
        sequence: u32,
        /// The operation of the event.
        operation: &'static str,
        /// The verdict that the model expects.
        expected: String,
        /// The verdict of the executor.
        found: String,
    },
}

/// The time that a message took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Nanoseconds to the end of the commit.
    pub nanoseconds: u64,
    /// The cycles, if hardware answered the message. Software is timed as a whole.
    pub cycles: Option<MessageCycles>,
}

/// The cycles of a message, counted from its first beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageCycles {
    /// Cycles to the first beat of the verdict.
    pub verdict: u64,
    /// Cycles to the one in which the next frame can be taken.
    pub release: u64,
    /// Cycles to the end of the commit.
    pub commit: u64,
    /// The cycles up to the verdict, by stage.
    pub stages: Stages,
}

/// An executor that reports how long each frame took to the end of its commit.
pub trait Timed {
    /// Executes a frame and returns its verdict and its time.
    fn execute_timed(&mut self, frame: &[u8]) -> (Verdict, Timing);
    /// Executes frames without a pause between them. Returns each verdict, and the cycles until the
    /// next frame could be taken. Software processes one frame after the other in any case and
    /// returns no cycles.
    fn stream(&mut self, _frames: &[&[u8]]) -> Option<Vec<(Verdict, u64)>> {
        None
    }

    /// The executor itself.
    fn executor(&mut self) -> &mut dyn Executor;
}

/// Executes a frame and times it by the clock of the machine.
fn by_clock(executor: &mut impl Executor, frame: &[u8]) -> (Verdict, Timing) {
    let start = Instant::now();
    let verdict = executor.execute(frame);
    let nanoseconds = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
    (verdict, Timing { nanoseconds, cycles: None })
}

impl Timed for Twin {
    fn execute_timed(&mut self, frame: &[u8]) -> (Verdict, Timing) {
        by_clock(self, frame)
    }

    fn executor(&mut self) -> &mut dyn Executor {
        self
    }
}

impl Timed for Reference {
    fn execute_timed(&mut self, frame: &[u8]) -> (Verdict, Timing) {
        by_clock(self, frame)
    }

    fn executor(&mut self) -> &mut dyn Executor {
        self
    }
}

impl Timed for Rtl<'_, '_> {
    fn execute_timed(&mut self, frame: &[u8]) -> (Verdict, Timing) {
        let answer = self.answer(frame);
        let (verdict, release) = (answer.verdict_cycles, answer.release_cycles);
        let (commit, stages) = (answer.commit_cycles, answer.stages);
        let cycles = Some(MessageCycles { verdict, release, commit, stages });
        (answer.verdict, Timing { nanoseconds: cycles_to_nanoseconds(commit), cycles })
    }

    fn stream(&mut self, frames: &[&[u8]]) -> Option<Vec<(Verdict, u64)>> {
        let answers = Rtl::stream(self, frames);
        Some(answers.into_iter().map(|answer| (answer.verdict, answer.release_cycles)).collect())
    }

    fn executor(&mut self) -> &mut dyn Executor {
        self
    }
}

/// Converts cycles of the design's clock to nanoseconds.
pub fn cycles_to_nanoseconds(cycles: u64) -> u64 {
    cycles.saturating_mul(1_000_000_000) / CLOCK_HZ
}

/// Converts nanoseconds to cycles of the design's clock.
pub fn nanoseconds_to_cycles(nanoseconds: u64) -> u64 {
    nanoseconds.saturating_mul(CLOCK_HZ) / 1_000_000_000
}

/// Runs the events of a workload whose tables are loaded. `each` is called with every frame and
/// verdict, and ends the run by returning false.
///
/// # Errors
/// [`MeasureError`] at the first event whose verdict is not the expected one.
pub fn measure(
    workload: &Workload,
    frames: &BrokerFrames,
    timed: &mut dyn Timed,
    each: &mut dyn FnMut(&[u8], &Verdict) -> bool,
) -> Result<Run, MeasureError> {
    // The histograms have their full range from the start. One that grew during the run, or that
    // cut off values, would hide the tail.
    let mut latencies: Vec<Histogram<u64>> = Operation::ALL.iter().map(|_| histogram()).collect();
    let program = timed.executor().program().clone();
    let mut rejected = vec![0_u64; program.rules.len()];
    let mut accepted = 0;
    let events = answer_events(workload, frames, &program, &mut |event, frame| {
        let (verdict, timing) = timed.execute_timed(frame);
        match verdict.rule {
            Some(rule) => rejected[usize::from(rule.0)] += 1,
            None => accepted += 1,
        }
        latencies[event.operation as usize].saturating_record(timing.nanoseconds);
        let goes_on = each(frame, &verdict);
        (verdict, goes_on)
    })?;
    let names = program.rules.iter().map(|rule| rule.name.clone());
    let rejected = names.zip(rejected).filter(|(_, count)| *count > 0).collect();
    let measurements = Operation::ALL
        .iter()
        .zip(latencies)
        .filter(|(_, latencies)| !latencies.is_empty())
        .map(|(operation, latencies)| Measurement {
            operation: operation.name().to_string(),
            log_orders: workload.config.log_orders.into(),
            latencies,
            paper: paper_figure(*operation),
        })
        .collect();
    Ok(Run { measurements, verdicts: VerdictCounts { accepted, rejected }, events })
}

/// Answers an event: takes its frame, returns the verdict and whether the next event is wanted.
pub type Answer<'a> = dyn FnMut(&Event, &[u8]) -> (Verdict, bool) + 'a;

/// Runs the events of a workload one by one until `answer` ends the run, and returns the number of
/// events. Each verdict is compared with the one that the generator expects.
///
/// # Errors
/// As [`measure`].
pub fn answer_events(
    workload: &Workload,
    frames: &BrokerFrames,
    program: &Program,
    answer: &mut Answer<'_>,
) -> Result<u64, MeasureError> {
    let mut buffer = [0; FRAME_BYTES_MAX];
    let mut events = 0;
    for event in workload.events.clone() {
        let sequence = event.sequence;
        let frame = frames
            .write(sequence, &event.message, &mut buffer)
            .map_err(|error| MeasureError::Frame { sequence, error })?;
        let (verdict, goes_on) = answer(&event, frame);
        is_as_expected(&event, &verdict, program)?;
        events += 1;
        if !goes_on {
            break;
        }
    }
    Ok(events)
}

/// Compares a verdict with the one that the generator expects.
///
/// # Errors
/// [`MeasureError::Verdict`] if they differ.
pub fn is_as_expected(
    event: &Event,
    verdict: &Verdict,
    program: &Program,
) -> Result<(), MeasureError> {
    let rule = verdict.rule.map(|r| program.rules[usize::from(r.0)].name.as_str());
    let expected = event.expected.map(|refusal| refusal.rule());
    if rule == expected && verdict.is_accept() == expected.is_none() {
        return Ok(());
    }
    let say = |rule: Option<&str>| {
        rule.map_or("accepted".to_string(), |rule| format!("rejected by `{rule}`"))
    };
    let found = match (rule, verdict.reason) {
        (None, Some(reason)) => format!("rejected for `{reason}`"),
        (rule, _) => say(rule),
    };
    let (sequence, operation) = (event.sequence, event.operation.name());
    Err(MeasureError::Verdict { sequence, operation, expected: say(expected), found })
}

fn histogram() -> Histogram<u64> {
    // The bounds and the digits are constants that the histogram accepts.
    Histogram::new_with_bounds(1, NANOSECONDS_MAX, DIGITS)
        .unwrap_or_else(|error| unreachable!("{error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_latencies_are_kept() {
        let mut latencies = histogram();
        latencies.saturating_record(5_000_000_000);
        assert!(latencies.max() >= 4_990_000_000, "{}", latencies.max());
    }
}
