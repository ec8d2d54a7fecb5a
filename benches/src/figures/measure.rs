// SPDX-License-Identifier: Apache-2.0

//! One point of a figure: a workload on an executor, until there are enough measurements.
//!
//! Every verdict is compared: for the broker's rule set with the generator's, for other rule sets
//! with the reference interpreter's. Hardware must take the cycles that its program states. The
//! first difference ends the measurement.

use super::load::Service;
use super::times::Measured;
use crate::broker::{BrokerFrames, MismatchError};
use crate::measure::{
    MeasureError, Timed, Timing, answer_events, cycles_to_nanoseconds, is_as_expected,
};
use crate::workload::{Event, Operation, Workload, WorkloadConfig};
use engine::executor::Executor as _;
use engine::frame::FrameError;
use engine::machine::FRAME_BYTES_MAX;
use engine::overlap::{Release, releases};
use engine::program::Program;
use engine::reference::Reference;
use engine::validate::ProgramError;
use engine::verdict::Verdict;
use std::sync::Arc;

/// Events that are generated for each measurement. The rarest operation is one of twenty events;
/// the factor leaves a margin, since a short run need not have that share.
const EVENTS_PER_MEASUREMENT: u32 = 24;
/// Events that are generated for each order, in the same way.
const EVENTS_PER_ORDER: u32 = 3;
const MORE_EVENTS: u32 = 400;
/// The largest number of events that are sent without a pause, to measure the sustained load of
/// hardware.
const STREAMED_EVENTS: u32 = 4_000;
/// Events in a batch without a pause.
const STREAM: usize = 250;
/// Orders in the log when the number of rules or the depth of conditions varies.
const SWEEP_LOG_ORDERS: u32 = 1_000;

/// Why a point could not be measured.
#[derive(Clone, Debug, thiserror::Error)]
pub enum FigureError {
    /// A verdict of the broker's rule set is wrong, or a frame could not be written.
    #[error(transparent)]
    Measure(#[from] MeasureError),
    /// The messages are not those of the broker's rule set.
    #[error(transparent)]
    Mismatch(#[from] MismatchError),
    /// The program is not valid.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// A value does not fit its message.
    #[error("event {sequence} does not fit its message: {error}")]
    Frame {
        /// The sequence number of the event.
        sequence: u32,
        /// The error of the frame.
        error: FrameError,
    },
    /// The reference interpreter rejected a row of the tables.
    #[error("the reference interpreter: {0}")]
    Load(#[from] crate::workload::LoadError),
    /// Two executors disagree.
    #[error(
        "event {sequence}: the reference says {expected}, the executor {found}; this is a defect"
    )]
    Verdict {
        /// The sequence number of the event.
        sequence: u32,
        /// The verdict of the reference interpreter.
        expected: String,
        /// The verdict of the executor.
        found: String,
    },
    /// A message took other cycles than its program states.
    #[error("`{message}` is stated to take {stated:?} cycles and took {taken:?}; this is a defect")]
    Schedule {
        /// The name of the message.
        message: String,
        /// The stated cycles: to the verdict, to the release, and to the end of the commit.
        stated: [u64; 3],
        /// The measured cycles.
        taken: [u64; 3],
    },
    /// The next message was taken in another cycle than the program states.
    #[error(
        "after `{message}` the next message must be taken after {stated} cycles and was taken \
         after {taken}; this is a defect"
    )]
    Release {
        /// The name of the message.
        message: String,
        /// The stated cycles from the first beat to that of the next message.
        stated: u64,
        /// The measured cycles.
        taken: u64,
    },
}

/// The workload that has every operation often enough.
pub fn operation_events(measurements: u32) -> u32 {
    measurements.saturating_mul(EVENTS_PER_MEASUREMENT).saturating_add(MORE_EVENTS)
}

/// The workload for rule sets of a given size: a short log, and enough events for this number of
/// orders.
pub fn sweep_config(config: &WorkloadConfig, measurements: u32) -> WorkloadConfig {
    let events = measurements.saturating_mul(EVENTS_PER_ORDER).saturating_add(MORE_EVENTS);
    WorkloadConfig { log_orders: SWEEP_LOG_ORDERS, events, ..config.clone() }
}

/// The times of the eight operations.
#[derive(Clone, Debug, Default)]
pub struct Operations {
    /// By operation, in the order of [`Operation::ALL`].
    pub measured: [Measured; Operation::ALL.len()],
    /// The messages in order.
    pub services: Vec<Service>,
}

/// Runs events on an executor whose tables are loaded until each operation is measured this number
/// of times. `goes_on` is called after every event and ends the run by returning false.
///
/// # Errors
/// [`FigureError`] at the first wrong verdict.
pub fn operations(
    workload: &Workload,
    frames: &BrokerFrames,
    timed: &mut dyn Timed,
    measurements: u32,
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<Operations, FigureError> {
    let program = timed.executor().program().clone();
    let releases = releases(&program);
    let mut done = Operations::default();
    let mut wrong = None;
    let answered = answer_events(workload, frames, &program, &mut |event, frame| {
        let (verdict, timing) = timed.execute_timed(frame);
        done.measured[event.operation as usize].note(&timing);
        let occupied = timing
            .cycles
            .map_or(timing.nanoseconds, |cycles| cycles_to_nanoseconds(cycles.release));
        done.services.push(Service { operation: event.operation, nanoseconds: occupied, wait: 0 });
        wrong = off_schedule(&program, &releases, frame, &verdict, &timing).err();
        let enough =
            done.measured.iter().all(|measured| measured.count() >= u64::from(measurements));
        (verdict, !enough && wrong.is_none() && goes_on())
    })?;
    if let Some(wrong) = wrong {
        return Err(wrong);
    }
    let rest = workload.events.clone().skip(answered as usize).take(STREAMED_EVENTS as usize);
    let rest: Vec<Event> = rest.collect();
    if !rest.is_empty()
        && goes_on()
        && let Some(services) = streamed(&program, &releases, &rest, frames, timed)?
    {
        done.services = services;
    }
    Ok(done)
}

/// The time that each event occupies hardware when there is no pause. Empty for software.
fn streamed(
    program: &Program,
    releases: &[Release],
    events: &[Event],
    frames: &BrokerFrames,
    timed: &mut dyn Timed,
) -> Result<Option<Vec<Service>>, FigureError> {
    let mut services = Vec::with_capacity(events.len());
    for events in events.chunks(STREAM) {
        let mut messages = Vec::with_capacity(events.len());
        for event in events {
            let mut buffer = [0; FRAME_BYTES_MAX];
            let written = frames.write(event.sequence, &event.message, &mut buffer);
            messages.push(
                written
                    .map_err(|error| FigureError::Frame { sequence: event.sequence, error })?
                    .to_vec(),
            );
        }
        let Some(answers) = timed.stream(&messages.iter().map(Vec::as_slice).collect::<Vec<_>>())
        else {
            return Ok(None);
        };
        for ((event, message), (verdict, taken)) in events.iter().zip(&messages).zip(answers) {
            is_as_expected(event, &verdict, program)?;
            let kind = usize::from(engine::frame::kind(message).unwrap_or(0));
            let Release { issued, cycles } = releases[kind];
            if taken != u64::from(cycles) {
                let message = program.messages[kind].name.clone();
                return Err(FigureError::Release { message, stated: cycles.into(), taken });
            }
            services.push(Service {
                operation: event.operation,
                nanoseconds: cycles_to_nanoseconds(taken),
                wait: cycles_to_nanoseconds(u64::from(cycles - issued)),
            });
        }
    }
    Ok(Some(services))
}

/// Measures this number of orders of a workload on an executor whose tables are loaded.
///
/// # Errors
/// As [`operations`].
pub fn orders(
    workload: &Workload,
    frames: &BrokerFrames,
    timed: &mut dyn Timed,
    measurements: u32,
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<Measured, FigureError> {
    let program = Arc::new(timed.executor().program().clone());
    let mut reference = Reference::new(Arc::clone(&program))?;
    workload.tables.load(frames, &mut reference, &mut |_| true)?;
    let releases = releases(&program);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let mut measured = Measured::default();
    let is_order = |operation| matches!(operation, Operation::BuyOrder | Operation::SellOrder);
    for event in workload.events.clone().filter(|event| is_order(event.operation)) {
        let sequence = event.sequence;
        let frame = frames
            .write(sequence, &event.message, &mut buffer)
            .map_err(|error| FigureError::Frame { sequence, error })?;
        let (found, timing) = timed.execute_timed(frame);
        let expected = reference.execute(frame);
        if found != expected {
            let (expected, found) = (format!("{expected:?}"), format!("{found:?}"));
            return Err(FigureError::Verdict { sequence, expected, found });
        }
        off_schedule(&program, &releases, frame, &found, &timing)?;
        measured.note(&timing);
        if measured.count() >= u64::from(measurements) || !goes_on() {
            break;
        }
    }
    Ok(measured)
}

/// Compares the cycles of a message with those that the program states.
fn off_schedule(
    program: &Program,
    releases: &[Release],
    frame: &[u8],
    verdict: &Verdict,
    timing: &Timing,
) -> Result<(), FigureError> {
    let Some((cycles, kind)) = timing.cycles.zip(engine::frame::kind(frame)) else { return Ok(()) };
    let transaction = &program.transactions[usize::from(kind)];
    let release = releases[usize::from(kind)].cycles;
    let answer = transaction.answer_cycles(verdict);
    let stated = [answer, release, transaction.commit_cycles].map(u64::from);
    let taken = [cycles.verdict, cycles.release, cycles.commit];
    let message = || program.messages[usize::from(kind)].name.clone();
    if taken == stated {
        Ok(())
    } else {
        Err(FigureError::Schedule { message: message(), stated, taken })
    }
}
