// SPDX-License-Identifier: Apache-2.0

//! The state before one event, from an events file or from a journal.

use super::super::Failure;
use super::super::terminal::complain;
use super::args::Args;
use engine::executor::Executor;
use engine::frame::JobStart;
use engine::job::JobRun;
use engine::program::Program;
use engine::reference::Reference;
use engine::shell::LogKind;
use files::events::EventReader;
use files::tables::load_tables;
use std::path::Path;
use std::sync::Arc;
use testbed::trade::{Judges, TradeError, records};

/// The rows before an event, and its frame.
pub struct Before {
    /// The rows.
    pub executor: Reference,
    /// The frame.
    pub frame: Vec<u8>,
}

/// Replays what comes before the event that is asked for.
pub fn replay(args: &Args, program: &Arc<Program>) -> Result<Before, Failure> {
    let mut executor = Reference::new(Arc::clone(program)).map_err(Failure::of)?;
    let report = load_tables(&args.data, &mut executor, &mut |_| ()).map_err(Failure::of)?;
    report.warnings.iter().for_each(|warning| complain!("warning: {warning}"));
    match (&args.events, &args.journal) {
        (Some(events), _) => of_events(args, events, program, executor),
        (None, Some(journal)) => of_journal(args, journal, program, executor),
        (None, None) => Err(Failure::of("name the events with --events or --journal")),
    }
}

fn of_events(
    args: &Args,
    events: &Path,
    program: &Arc<Program>,
    mut executor: Reference,
) -> Result<Before, Failure> {
    let mut events = EventReader::open(events, program).map_err(Failure::of)?;
    while let Some(event) = events.next_event().map_err(Failure::of)? {
        if event.sequence == args.event {
            let frame = event.frame.to_vec();
            if let Some(cut_off) = events.warning() {
                complain!("warning: {cut_off}");
            }
            return Ok(Before { executor, frame });
        }
        let verdict = executor.execute(event.frame);
        let start = JobStart::read(event.frame).filter(|_| verdict.is_accept());
        let sequence = event.sequence;
        let run = start.and_then(|JobStart { job }| JobRun::start(&mut executor, job, sequence));
        if let Some(mut run) = run {
            run.finish(&mut executor, &mut |_, _| true);
        }
    }
    Err(missing(args, events.sequence().into()))
}

fn of_journal(
    args: &Args,
    journal: &Path,
    program: &Arc<Program>,
    mut executor: Reference,
) -> Result<Before, Failure> {
    let mut judges = Judges::new(std::slice::from_ref(program));
    for record in records(journal, program).map_err(Failure::of)? {
        let record = record.map_err(Failure::of)?;
        let before = judges.events();
        let judged = judges.note(&record).map_err(|error| match error {
            TradeError::RuleSet { .. } => Failure::of(format!(
                "the rules change after event {before}, and this command has the first rule set \
                 only: name an event up to that one"
            )),
            other => Failure::of(other),
        });
        let Some(judged) = judged? else { continue };
        match judged.kind {
            LogKind::Message if judged.event == u64::from(args.event) => {
                return Ok(Before { executor, frame: record.frame().to_vec() });
            }
            LogKind::Message => _ = executor.execute(record.frame()),
            LogKind::Step => _ = executor.step(record.frame()),
            LogKind::Refused | LogKind::Swap | LogKind::Fill => {}
        }
    }
    Err(missing(args, judges.events()))
}

fn missing(args: &Args, events: u64) -> Failure {
    Failure::of(format!("there is no event {}: there are {events}", args.event))
}
