// SPDX-License-Identifier: Apache-2.0

//! `riskgate run`: the verdict of every event of a file.

use super::design::with_design;
use super::engine_option::engine_in;
use super::progress::{Unit, bar};
use super::run_changes::{Changes, Changing, ONE_FAMILY, Then, then};
use super::run_counts::Counts;
use super::run_files::{RunFiles, Writers};
use super::terminal::{complain, say};
use super::{Failure, Format, interrupted};
use benches::executors::Engine;
use engine::executor::Executor;
use engine::frame::JobStart;
use engine::job::{JobId, JobRun, StepEnd};
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::MessageId;
use engine::twin::Twin;
use files::dump;
use files::events::EventReader;
use sim::rtl::Rtl;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Check every event of a file.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    files: RunFiles,
    /// Rule file that takes effect at the event with this number. It may add tables, columns that
    /// can be NULL, messages, rows and rules; what would lose data is refused by name. Repeat the
    /// option for each change, in their order
    #[arg(long, value_name = "SEQ:FILE", value_parser = then)]
    then: Vec<Then>,
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
    body: impl FnOnce(&mut dyn Changing) -> Result<T, Failure>,
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
    if args.engine == Engine::Rtl && !args.then.is_empty() {
        return Err(Failure::of(ONE_FAMILY));
    }
    let files: Vec<&Path> = args.then.iter().map(|then| then.file.as_path()).collect();
    let (program, changes, writers) = args.files.open_changing(args.engine, &files)?;
    let changes = Changes::new(&args.then, &program, changes)?;
    with_executor(args.engine, Arc::clone(&program), |executor| {
        let has_modes = args.files.load(executor.executor())?;
        let (counts, writers) = answer(args, &program, changes, executor, writers)?;
        let executor = executor.executor();
        if let Some(folder) = &args.files.dump {
            dump::dump_tables(executor, folder, has_modes, &mut |_| ()).map_err(Failure::of)?;
        }
        writers.finish()?;
        match args.format {
            Format::Text => say!("{}", counts.text().trim_end()),
            Format::Json => say!("{:#}", counts.json(executor)),
        }
        Ok(())
    })
}

/// Answers the events one by one; a job ends before the next event. The files are returned
/// unfinished, so that they appear only after everything else succeeds.
fn answer(
    args: &Args,
    first: &Arc<Program>,
    mut changes: Changes<'_>,
    changing: &mut dyn Changing,
    mut writers: Writers,
) -> Result<(Counts, Writers), Failure> {
    let mut program = Arc::clone(first);
    let programs: Vec<&Program> = [&**first].into_iter().chain(changes.programs()).collect();
    let events = EventReader::open_all(&args.files.events, &programs, args.files.last_line());
    let mut events = events.map_err(Failure::of)?;
    let bar = bar("answering events", args.files.events_bytes(), Unit::Bytes);
    let mut counts = Counts::default();
    counts.begin(&program);
    loop {
        match events.has_next() {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) if interrupted() => {
                bar.finish_and_clear();
                return Err(counts.interrupted());
            }
            Err(error) => return Err(Failure::of(error)),
        }
        if let Some(next) = changes.make(events.sequence() + 1, changing)? {
            program = next;
            events.set_program(&program);
            counts.begin(&program);
        }
        let Some(event) = events.next_event().map_err(Failure::of)? else { break };
        let executor = changing.executor();
        let verdict = executor.execute(event.frame);
        let (sequence, message) = (event.sequence, event.message);
        counts.note(&verdict);
        if let Some(writer) = &mut writers.verdicts {
            writer.write(&program, sequence, message, &verdict).map_err(Failure::of)?;
        }
        let start = JobStart::read(event.frame).filter(|_| verdict.is_accept());
        if let Some(JobStart { job }) = start {
            run_job((&*program, job, sequence), executor, &mut writers, &mut counts)?;
        }
        if sequence % 4096 == 0 {
            bar.set_position(events.bytes_read());
        }
    }
    bar.finish_and_clear();
    if let Some(cut_off) = events.warning() {
        complain!("warning: {cut_off}");
    }
    counts.changes = changes.ends();
    for (file, end) in &counts.changes {
        if let Err(why) = end {
            complain!("warning: {file} did not take effect: {why}");
        }
    }
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
        Some(_) if interrupted() => Err(counts.interrupted()),
        Some(_) | None => written,
    }
}
