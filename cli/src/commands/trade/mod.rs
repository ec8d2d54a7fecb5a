// SPDX-License-Identifier: Apache-2.0

//! `riskgate trade`: events through the whole testbed, with a journal from which an interrupted run
//! continues.

mod args;
mod changes;
mod journal;
mod summary;
mod verdicts;
mod verilog;

pub use args::Args;

use super::change_order::check_order;
use super::change_plans::check_plans;
use super::programs::RuleSets;
use super::progress::{Unit, bar};
use super::terminal::{complain, say};
use super::{Failure, Format, interrupted};
use benches::executors::Engine;
use changes::Changes;
use engine::program::Program;
use engine::twin::Twin;
use files::dump;
use files::error::InputError;
use files::events::EventReader;
use host::supervisor::{JobEnd, Notice};
use journal::Journal;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use summary::{summary, summary_json};
use testbed::bench::{BenchError, Job, Outcome, run as run_bench, run_card};
use testbed::doe::TwinDoe;
use testbed::trade::{Course, Judges, Messages, Progress, Recorder, next_frames};
use verdicts::Verdicts;
use verilog::Verilog;

/// The state of a run before its first new event.
struct Start<'a> {
    args: &'a Args,
    rules: &'a RuleSets,
    progress: Arc<Progress>,
    tables: Recorder,
    journal: Journal,
    /// Events that earlier runs answered.
    before: u64,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    check_order(args.then.iter().map(|change| change.events))?;
    let then: Vec<&Path> = args.then.iter().map(|change| change.file.as_path()).collect();
    let (rules, writers) = args.files.open_trading(args.engine, &then, args.journal.as_deref())?;
    let programs = &rules.programs;
    let asked = args.then.iter().zip(&rules.changes);
    let asked = asked.map(|(then, change)| (&*then.file, then.place(), change.change()));
    check_plans(&programs[0], asked)?;
    let twin = Twin::new(Arc::clone(&programs[0])).map_err(Failure::of)?;
    let mut tables = Recorder { twin, frames: Vec::new() };
    let has_modes = args.files.load(&mut tables)?;
    let journal = Journal::open(args.journal.as_deref(), &programs[0])?;
    let mut verdicts = Verdicts::new(writers, programs);
    journal.history.iter().try_for_each(|record| verdicts.write(record))?;
    let before = verdicts.events();
    if let Some(path) = args.journal.as_ref().filter(|_| !journal.history.is_empty()) {
        complain!("{}: continuing after event {before}", path.display());
    }
    let progress = Arc::new(Progress::starting_with(verdicts.in_force()));
    let mut changes = Changes::new(&args.then, &rules, Arc::clone(&progress), verdicts.changes());
    let start = Start { args, rules: &rules, progress, tables, journal, before };
    let outcome = trade(start, &mut verdicts, &mut changes)?;
    // The journal is complete, whatever happens to the other files.
    let jobs = verdicts.jobs().clone();
    write_files(args, &outcome, verdicts, has_modes)
        .map_err(|failure| Failure::of(format!("{failure}\n{}", args.kept())))?;
    let refusals = changes.refusals().to_vec();
    let changes = changes.ends();
    match args.format {
        Format::Text => say!("{}", summary(&outcome, before, &changes, &jobs).trim_end()),
        Format::Json => say!("{:#}", summary_json(&outcome, before, &changes, &jobs)),
    }
    if refusals.is_empty() { Ok(()) } else { Err(Failure::Refused(refusals.join("\n"))) }
}

/// Sends the events that the journal does not have, and writes their verdicts.
fn trade(
    start: Start<'_>,
    verdicts: &mut Verdicts,
    changes: &mut Changes<'_>,
) -> Result<Outcome, Failure> {
    let Start { args, rules, progress, tables, mut journal, before } = start;
    let program = &rules.programs[0];
    let mut messages = messages(args, rules, &progress, before).map_err(Failure::of)?;
    let history = &journal.history;
    let bytes_read = Arc::clone(&messages.bytes_read);
    let trading = bar("trading", args.files.events_bytes(), Unit::Bytes);
    let (mut broken, mut put_off) = (None, None);
    let by_checksum = Judges::new(&rules.programs);
    let verilog = Verilog::new(program);
    let job = Job {
        twin: tables.twin,
        rows: &tables.frames,
        history: &|| {
            let mut records = history.iter().copied();
            Box::new(move || records.next())
        },
        programs: &|checksum| by_checksum.program(checksum),
        changes: &|checksum| rules.change(checksum),
        messages: &mut messages,
        next: next_frames(history.iter().copied()),
        log: &mut *journal.log,
        engine: &|_, end| match args.engine {
            Engine::Twin => run_card(&mut TwinDoe::default(), end),
            Engine::Rtl => verilog.run_card(end),
            Engine::Reference => unreachable!("the option --engine does not accept the reference"),
        },
        heard: &mut |notice, _, control| {
            if let Notice::Acknowledged { record, .. }
            | Notice::Stepped { record, .. }
            | Notice::Swapped { record } = notice
            {
                trading.set_position(bytes_read.load(Ordering::Relaxed));
                broken = broken.take().or_else(|| verdicts.write(record).err());
            }
            let running = &rules.programs[progress.in_force()];
            if let Notice::Acknowledged { record, .. } = notice {
                progress.answered(running, record.frame());
            }
            if let Notice::JobEnded(JobEnd { job, is_put_off: true }) = notice {
                put_off.get_or_insert(running.jobs[usize::from(job.0)].name.as_str());
            }
            // A supervisor that has ended reports it by itself.
            changes.note(notice, verdicts.events(), &mut |request| _ = control.send(request));
            // Where messages wait for jobs, those after a job that cannot run are not sent.
            broken.is_none() && (put_off.is_none() || args.orders_during_jobs)
        },
        interrupted: &interrupted,
    };
    let outcome = run_bench(&args.config(), job);
    trading.finish_and_clear();
    verilog.result()?;
    let outcome = outcome.map_err(|error| failed(error, args))?;
    warn_of_end(&messages);
    messages.error.map_or(Ok(()), |error| Err(unread(&error, changes)))?;
    if let Some(job) = put_off {
        let why = "the twin, which knows its rows, has taken over as a card";
        let failure = format!("job {job} made no step, because {why}\n{}", args.kept());
        if !args.orders_during_jobs {
            return Err(Failure::of(failure));
        }
        complain!("{failure}");
    }
    let unwritten = |failure: Failure| Failure::of(format!("{failure}\n{}", args.kept()));
    broken.map_or(Ok(outcome), |failure| Err(unwritten(failure)))
}

/// Warns of a last line without a line end.
fn warn_of_end(messages: &Messages<BufReader<File>>) {
    if let Some(cut_off) = messages.warning() {
        complain!("warning: {cut_off}");
    }
}

/// The failure of an event that could not be read. It may be due to a change that was refused.
fn unread(error: &InputError, changes: &Changes<'_>) -> Failure {
    let all = changes.refusals().iter().cloned().chain([error.to_string()]);
    Failure::of(all.collect::<Vec<_>>().join("\n"))
}

/// The events that the journal does not have, as messages.
fn messages(
    args: &Args,
    rules: &RuleSets,
    progress: &Arc<Progress>,
    before: u64,
) -> Result<Messages<BufReader<File>>, InputError> {
    let programs: Vec<&Program> = rules.programs.iter().map(|program| &**program).collect();
    let events = EventReader::open_all(&args.files.events, &programs, args.files.last_line())?;
    let course = Course {
        programs: rules.programs.clone(),
        changes: args.then.iter().map(|change| change.events).collect(),
        waits: args.wait_for_changes,
    };
    Messages::new(events, course, Arc::clone(progress), before)
}

/// Dumps the tables, if requested, and completes the verdicts file.
fn write_files(
    args: &Args,
    outcome: &Outcome,
    verdicts: Verdicts,
    has_modes: bool,
) -> Result<(), Failure> {
    if let Some(folder) = &args.files.dump {
        let twin = outcome.twin.as_ref().ok_or_else(|| {
            Failure::of("the twin had to take over, so its tables cannot be dumped; run again")
        })?;
        dump::dump_tables(twin, folder, has_modes, &mut |_| ()).map_err(Failure::of)?;
    }
    verdicts.finish()
}

/// The failure of a run, with the place of the acknowledged messages.
fn failed(error: BenchError, args: &Args) -> Failure {
    let kept = args.kept();
    match error {
        BenchError::Interrupted => Failure::Interrupted(kept),
        error if interrupted() => Failure::Interrupted(format!("{kept} ({error})")),
        error => Failure::of(format!("{error}\n{kept}")),
    }
}
