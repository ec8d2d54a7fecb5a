// SPDX-License-Identifier: Apache-2.0

//! One point of a figure: a workload on an executor, until there are as many measurements as are
//! wanted.
//!
//! Every verdict is compared, with the generator's for the broker's rules, with the reference
//! interpreter's for rule sets that are made for a figure; and hardware must take the cycles that
//! its program states. The first that differs ends it.

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
use std::sync::Arc;

/// Of twenty events at least one is of the rarest operation; so many are made for each measurement
/// that is wanted, and some more, since a few events need not have their share.
const EVENTS_PER_MEASUREMENT: u32 = 24;
/// Likewise orders among events.
const EVENTS_PER_ORDER: u32 = 3;
const MORE_EVENTS: u32 = 400;
/// Of those that are left then so many at most come one behind the other without a cycle between
/// them: so much the hardware sustains.
const STREAMED_EVENTS: u32 = 4_000;
/// So many at a time.
const STREAM: usize = 250;
/// Orders in the log where rules or conditions are what grows.
const SWEEP_LOG_ORDERS: u32 = 1_000;

/// Why a point could not be measured.
#[derive(Clone, Debug, thiserror::Error)]
pub enum FigureError {
    /// A verdict of the broker's rules is wrong, or its frame could not be written.
    #[error(transparent)]
    Measure(#[from] MeasureError),
    /// The messages are not those of the broker's rules.
    #[error(transparent)]
    Mismatch(#[from] MismatchError),
    /// The program is not sound.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// A message does not fit its frame.
    #[error("event {sequence} does not fit its message: {error}")]
    Frame {
        /// The event.
        sequence: u32,
        /// Why.
        error: FrameError,
    },
    /// The tables were not taken by the reference interpreter.
    #[error("the reference interpreter: {0}")]
    Load(#[from] crate::workload::LoadError),
    /// Two executors disagree.
    #[error(
        "event {sequence}: the reference says {expected}, the executor {found}; this is a defect"
    )]
    Verdict {
        /// The event.
        sequence: u32,
        /// What the reference says.
        expected: String,
        /// What the executor says.
        found: String,
    },
    /// A message took other cycles than its program states.
    #[error("`{message}` is stated to take {stated:?} cycles and took {taken:?}; this is a defect")]
    Schedule {
        /// The message.
        message: String,
        /// Cycles to the verdict, to where the next message can be taken, and to the end of the
        /// commit.
        stated: [u64; 3],
        /// Likewise.
        taken: [u64; 3],
    },
    /// A message kept the next one waiting for other cycles than its program states.
    #[error(
        "behind `{message}` the next message is stated to be taken after {stated} cycles and was after {taken}; this is a defect"
    )]
    Release {
        /// The message.
        message: String,
        /// Cycles from its first beat to that of the next.
        stated: u64,
        /// Likewise.
        taken: u64,
    },
}

/// The events that are made so that each operation occurs often enough.
pub fn operation_events(measurements: u32) -> u32 {
    measurements.saturating_mul(EVENTS_PER_MEASUREMENT).saturating_add(MORE_EVENTS)
}

/// The workload for rule sets that are made for a figure: few orders in the log, and events enough
/// for so many orders.
pub fn sweep_config(config: &WorkloadConfig, measurements: u32) -> WorkloadConfig {
    let events = measurements.saturating_mul(EVENTS_PER_ORDER).saturating_add(MORE_EVENTS);
    WorkloadConfig { log_orders: SWEEP_LOG_ORDERS, events, ..config.clone() }
}

/// What the eight operations took.
#[derive(Clone, Debug, Default)]
pub struct Operations {
    /// By operation, in the order of [`Operation::ALL`].
    pub measured: [Measured; Operation::ALL.len()],
    /// The messages in their order.
    pub services: Vec<Service>,
}

/// Has an executor of the broker's rules, whose tables are loaded, answer events until each
/// operation was measured so often. `goes_on` is asked behind every event.
///
/// # Errors
/// [`FigureError`] at the first answer that is wrong.
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
        wrong = off_schedule(&program, &releases, frame, &timing).err();
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

/// What each of these events occupies hardware for, one behind the other; none of software.
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

/// What so many orders of a workload take under a rule set, on an executor whose tables are loaded.
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
        off_schedule(&program, &releases, frame, &timing)?;
        measured.note(&timing);
        if measured.count() >= u64::from(measurements) || !goes_on() {
            break;
        }
    }
    Ok(measured)
}

/// Whether hardware took the cycles that the program states for a message.
fn off_schedule(
    program: &Program,
    releases: &[Release],
    frame: &[u8],
    timing: &Timing,
) -> Result<(), FigureError> {
    let Some((cycles, kind)) = timing.cycles.zip(engine::frame::kind(frame)) else { return Ok(()) };
    let transaction = &program.transactions[usize::from(kind)];
    let release = releases[usize::from(kind)].cycles;
    let stated = [transaction.verdict_cycles, release, transaction.commit_cycles].map(u64::from);
    let taken = [cycles.verdict, cycles.release, cycles.commit];
    let message = || program.messages[usize::from(kind)].name.clone();
    if taken == stated {
        Ok(())
    } else {
        Err(FigureError::Schedule { message: message(), stated, taken })
    }
}
