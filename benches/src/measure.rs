// SPDX-License-Identifier: Apache-2.0

//! Measuring: a workload on an executor, every event timed and compared with what the generator
//! says of it.
//!
//! Software is timed by the clock of this machine, which is read around the executor, never in it:
//! what it shows is the time of parsing, checking, verdict and commit of one message, and of
//! reading the clock. The emitted Verilog counts its cycles itself, and says what those up to the
//! verdict were spent on.

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

/// Latencies are kept to three digits.
const DIGITS: u8 = 3;
/// The longest latency that is told from longer ones: a minute.
const NANOSECONDS_MAX: u64 = 60_000_000_000;

/// What running a workload gave.
#[derive(Clone, Debug)]
pub struct Run {
    /// Latencies by operation, of those that occurred.
    pub measurements: Vec<Measurement>,
    /// What was answered.
    pub verdicts: VerdictCounts,
    /// Events answered.
    pub events: u64,
}

/// Why a workload could not be measured.
#[derive(Clone, Debug, thiserror::Error)]
pub enum MeasureError {
    /// A frame could not be written: the program is not that of the broker's rules.
    #[error("event {sequence} does not fit its message: {error}")]
    Frame {
        /// The event.
        sequence: u32,
        /// Why.
        error: engine::frame::FrameError,
    },
    /// The executor answered otherwise than the generator's own model of the market.
    #[error(
        "event {sequence} ({operation}) must be {expected}, but the executor says {found}; this is a defect"
    )]
    Verdict {
        /// The event.
        sequence: u32,
        /// Its operation.
        operation: &'static str,
        /// What the model says.
        expected: String,
        /// What the executor says.
        found: String,
    },
}

/// What a message took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Nanoseconds to the end of its commit.
    pub nanoseconds: u64,
    /// Its cycles, where hardware answered it; software is timed as a whole.
    pub cycles: Option<MessageCycles>,
}

/// The cycles of a message, from its first beat in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageCycles {
    /// To the first beat of its verdict.
    pub verdict: u64,
    /// To the cycle in which the next frame can be taken.
    pub release: u64,
    /// To the end of its commit.
    pub commit: u64,
    /// What those to the verdict were spent on.
    pub stages: Stages,
}

/// An executor that says of every frame how long it took to the end of its commit.
pub trait Timed {
    /// Executes a frame: its verdict, and its time.
    fn execute_timed(&mut self, frame: &[u8]) -> (Verdict, Timing);
    /// Executes frames one behind the other, without a cycle between them: each verdict, and the
    /// cycles until the next frame could be taken. None of software, which does one thing after the
    /// other anyway.
    fn stream(&mut self, _frames: &[&[u8]]) -> Option<Vec<(Verdict, u64)>> {
        None
    }

    /// The executor.
    fn executor(&mut self) -> &mut dyn Executor;
}

/// Executes a frame by the clock of this machine.
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

/// Nanoseconds of so many cycles at the design's clock.
pub fn cycles_to_nanoseconds(cycles: u64) -> u64 {
    cycles.saturating_mul(1_000_000_000) / CLOCK_HZ
}

/// Cycles of the design's clock in so many nanoseconds.
pub fn nanoseconds_to_cycles(nanoseconds: u64) -> u64 {
    nanoseconds.saturating_mul(CLOCK_HZ) / 1_000_000_000
}

/// Runs the events of a workload whose tables are loaded. `each` sees every frame and verdict, and
/// ends the run by returning false.
///
/// # Errors
/// [`MeasureError`] at the first event that is not answered as the generator expects.
pub fn measure(
    workload: &Workload,
    frames: &BrokerFrames,
    timed: &mut dyn Timed,
    each: &mut dyn FnMut(&[u8], &Verdict) -> bool,
) -> Result<Run, MeasureError> {
    // The histograms have their full range from the start: one that grew or cut off would hide the
    // tail.
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

/// Answers an event, whose frame it is given: the verdict, and whether the next is wanted.
pub type Answer<'a> = dyn FnMut(&Event, &[u8]) -> (Verdict, bool) + 'a;

/// Has the events of a workload answered one by one until `answer` says that it is enough, and says
/// how many were. Each verdict is compared with what the generator expects.
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

/// Whether a verdict is the one that the generator expects.
///
/// # Errors
/// [`MeasureError::Verdict`] if it is not.
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
    // The bounds and digits are constants that it takes.
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
