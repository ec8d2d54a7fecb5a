// SPDX-License-Identifier: Apache-2.0

//! `riskgate run`: the verdict of every event of a file.

use super::design::with_design;
use super::engine_option::engine_in;
use super::job_counts::{job_line, steps_json};
use super::progress::{Unit, bar};
use super::run_files::{RunFiles, Writers};
use super::terminal::{complain, say};
use super::{Failure, Format, interrupted};
use benches::executors::Engine;
use engine::executor::{Executor, digest};
use engine::frame::JobStart;
use engine::job::{JobId, JobRun, StepCounts, StepEnd};
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::{MessageId, TableId};
use engine::twin::Twin;
use engine::verdict::Verdict;
use files::dump;
use files::events::EventReader;
use serde_json::json;
use sim::rtl::Rtl;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// Check every event of a file.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    files: RunFiles,
    /// Executor
    #[arg(long, value_parser = engine_in(Engine::ALL), default_value = Engine::Twin.id())]
    engine: Engine,
    /// Output format of the summary
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Runs `body` on an executor.
fn with_executor<T>(
    engine: Engine,
    program: Arc<Program>,
    body: impl FnOnce(&mut dyn Executor) -> Result<T, Failure>,
) -> Result<T, Failure> {
    match engine {
        Engine::Twin => body(&mut Twin::new(program).map_err(Failure::of)?),
        Engine::Reference => body(&mut Reference::new(program).map_err(Failure::of)?),
        Engine::Rtl => {
            let run = |rtl: &mut Rtl<'_, '_>| {
                let result = body(rtl)?;
                complain!("{}", cycles(rtl).trim_end());
                Ok(result)
            };
            with_design(&program, run)
        }
    }
}

/// A table of the cycles that messages took in hardware, with the cycles that the compiler states.
fn cycles(rtl: &Rtl<'_, '_>) -> String {
    let program = rtl.program();
    let releases = engine::overlap::releases(program);
    let mut text = String::from(
        "cycles, fewest to most  | messages | verdict out | stated | next taken | stated | commit \
         done | stated\n",
    );
    for (kind, cycles) in rtl.cycles() {
        let index = usize::from(*kind);
        let transaction = &program.transactions[index];
        let range =
            |range: &std::ops::RangeInclusive<u64>| format!("{} to {}", range.start(), range.end());
        let (verdict, release, commit) =
            (range(&cycles.verdict), range(&cycles.release), range(&cycles.commit));
        let kind = FrameKind::Message(MessageId((*kind).into()));
        let (name, count) = (rulec::listing::name(program, kind), cycles.count);
        let stated_commit = transaction.commit_cycles;
        let stated_verdict = match transaction.effects_cycles() {
            None => transaction.verdict_cycles.to_string(),
            // A reject with effects is answered when they are settled.
            Some(effects) => format!("{} or {effects}", transaction.verdict_cycles),
        };
        let stated_release = releases[index].cycles;
        _ = writeln!(
            text,
            "{name:<23} | {count:>8} | {verdict:>11} | {stated_verdict:>6} | {release:>10} | \
             {stated_release:>6} | {commit:>11} | {stated_commit:>6}"
        );
    }
    text
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let (program, writers) = args.files.open(args.engine)?;
    with_executor(args.engine, Arc::clone(&program), |executor| {
        let has_modes = args.files.load(executor)?;
        let (counts, writers) = answer(args, &program, executor, writers)?;
        if let Some(folder) = &args.files.dump {
            dump::dump_tables(executor, folder, has_modes, &mut |_| ()).map_err(Failure::of)?;
        }
        writers.finish()?;
        match args.format {
            Format::Text => say!("{}", counts.text(&program).trim_end()),
            Format::Json => say!("{:#}", counts.json(&program, executor)),
        }
        Ok(())
    })
}

/// Answers the events one by one; a job ends before the next event. The files are returned
/// unfinished, so that they appear only after everything else succeeds.
fn answer(
    args: &Args,
    program: &Program,
    executor: &mut dyn Executor,
    mut writers: Writers,
) -> Result<(Counts, Writers), Failure> {
    let mut events = EventReader::open(&args.files.events, program).map_err(Failure::of)?;
    let bar = bar("answering events", args.files.events_bytes(), Unit::Bytes);
    let mut counts = Counts::default();
    loop {
        let event = match events.next_event() {
            Ok(Some(event)) => event,
            Ok(None) => break,
            Err(_) if interrupted() => {
                bar.finish_and_clear();
                return Err(counts.interrupted(program));
            }
            Err(error) => return Err(Failure::of(error)),
        };
        let verdict = executor.execute(event.frame);
        let (sequence, message) = (event.sequence, event.message);
        counts.note(&verdict);
        if let Some(writer) = &mut writers.verdicts {
            writer.write(program, sequence, message, &verdict).map_err(Failure::of)?;
        }
        let start = JobStart::read(event.frame).filter(|_| verdict.is_accept());
        if let Some(JobStart { job }) = start {
            run_job((program, job, sequence), executor, &mut writers, &mut counts)?;
        }
        if sequence % 4096 == 0 {
            bar.set_position(events.bytes_read());
        }
    }
    bar.finish_and_clear();
    Ok((counts, writers))
}

/// Makes the steps of a job that an event started.
fn run_job(
    (program, job, sequence): (&Program, JobId, u32),
    executor: &mut dyn Executor,
    writers: &mut Writers,
    counts: &mut Counts,
) -> Result<(), Failure> {
    let Some(mut run) = JobRun::start(executor, job, sequence) else { return Ok(()) };
    let name = program.jobs[usize::from(job.0)].name.as_str();
    let of_job = counts.jobs.entry(name.to_owned()).or_default();
    let mut written = Ok(());
    run.finish(executor, &mut |step, verdict| {
        if let (StepEnd::Failed(_), Some(writer)) = (of_job.note(verdict), &mut writers.jobs) {
            written = writer.write(program, sequence, step, verdict).map_err(Failure::of);
        }
        written.is_ok() && !interrupted()
    });
    match run.next_step() {
        Some(_) if interrupted() => Err(counts.interrupted(program)),
        Some(_) | None => written,
    }
}

/// Counts of verdicts.
#[derive(Debug, Default)]
struct Counts {
    accepted: u64,
    /// By rule (its index, or none) and reason.
    rejected: BTreeMap<(Option<u16>, &'static str), u64>,
    /// The steps of each job that was started, by its name.
    jobs: BTreeMap<String, StepCounts>,
}

impl Counts {
    fn note(&mut self, verdict: &Verdict) {
        match verdict.reason {
            None => self.accepted += 1,
            Some(reason) => {
                *self.rejected.entry((verdict.rule.map(|r| r.0), reason.text())).or_default() += 1
            }
        }
    }

    /// The failure of a run that was interrupted.
    fn interrupted(&self, program: &Program) -> Failure {
        let counts = self.text(program);
        Failure::Interrupted(format!("no file was written; answered {}", counts.trim_end()))
    }

    fn rows<'p>(&self, program: &'p Program) -> Vec<(&'p str, &'static str, u64)> {
        let name =
            |rule: Option<u16>| rule.map_or("", |r| program.rules[usize::from(r)].name.as_str());
        self.rejected.iter().map(|((rule, reason), count)| (name(*rule), *reason, *count)).collect()
    }

    fn text(&self, program: &Program) -> String {
        let rejected: u64 = self.rejected.values().sum();
        let total = self.accepted + rejected;
        let mut text = format!("{total} events: {} accepted, {rejected} rejected\n", self.accepted);
        for (rule, reason, count) in self.rows(program) {
            let rule = if rule.is_empty() { "(no rule)" } else { rule };
            text += &format!("{count:>12}  {rule:<32} {reason}\n");
        }
        for (job, steps) in &self.jobs {
            text += &job_line(job, steps);
        }
        text
    }

    fn json(&self, program: &Program, executor: &dyn Executor) -> serde_json::Value {
        let rejected: Vec<_> = self
            .rows(program)
            .into_iter()
            .map(|(rule, reason, count)| json!({ "rule": rule, "reason": reason, "count": count }))
            .collect();
        let digests: serde_json::Map<String, serde_json::Value> = (0..program.tables.len())
            .map(|i| {
                let digest = digest(executor, TableId(i as u16));
                (program.tables[i].name.clone(), json!(format!("{digest:016x}")))
            })
            .collect();
        let jobs = self.jobs.iter().map(|(job, steps)| (job.clone(), steps_json(steps)));
        let jobs: serde_json::Map<String, serde_json::Value> = jobs.collect();
        json!({
            "accepted": self.accepted,
            "rejected": rejected,
            "jobs": jobs,
            "digests": digests,
        })
    }
}
