// SPDX-License-Identifier: Apache-2.0

//! `riskgate trade`: events through the whole testbed, with a journal that a killed run goes on
//! from.

mod changes;
mod summary;

use super::engine_option::engine_in;
use super::progress::{Unit, bar};
use super::run::with_design;
use super::run_files::RunFiles;
use super::terminal::{complain, say};
use super::{Failure, Format, interrupted};
use benches::executors::Engine;
use changes::{Change, Changes, change};
use clap::ValueEnum;
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use engine::twin::Twin;
use files::dump;
use files::events::EventReader;
use files::verdicts::VerdictWriter;
use host::supervisor::{Log, NoLog, Notice};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use summary::{summary, summary_json};
use testbed::bench::{BenchConfig, BenchError, CardEnd, Job, run as run_bench, run_card};
use testbed::doe::TwinDoe;
use testbed::pcie::LinkConfig;
use testbed::trade::{
    JournalLog, Judges, Messages, Recorder, RtlDoe, SESSIONS, TradeError, message_of, next_frames,
    records,
};
use testbed::trader::Segmentation;

/// Send events through the whole testbed: TCP sessions, a card behind PCIe, a standby, the software
/// twin, a journal
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    files: RunFiles,
    /// What the cards are
    #[arg(long, value_parser = engine_in(ENGINES), default_value = Engine::Twin.id())]
    engine: Engine,
    /// Cards; the second one follows the first in lock step and takes over when it fails
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=2))]
    cards: u8,
    /// Where what was answered is kept; if the file is there, the run goes on behind its last
    /// record
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// A rule file that takes over when so many events are answered, or a little later: what is
    /// under way then is still judged by the rules before. It declares the same tables and
    /// messages. Give one such option for each change, in their order
    #[arg(long, value_name = "EVENTS:FILE", value_parser = change)]
    then: Vec<Change>,
    /// How messages are cut into TCP segments
    #[arg(long, value_enum, default_value_t)]
    segments: Segments,
    /// How often a receiver looks before a packet of the PCIe link is there
    #[arg(long, default_value_t = 0)]
    link_latency: u32,
    /// The probability that the link holds a packet up, at each look
    #[arg(long, default_value_t = 0.0, value_parser = probability)]
    link_stalls: f64,
    /// Messages that may be unacknowledged
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..=65_536))]
    window: u32,
    /// What everything random is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The executors that a card can hold.
const ENGINES: &[Engine] = &[Engine::Twin, Engine::Rtl];

/// How messages can be cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Segments {
    /// A message a segment
    #[default]
    Whole,
    /// Many cut, joined, doubled and out of order
    Wild,
    /// Likewise, and every message cut
    Cut,
}

fn probability(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| format!("`{text}` is no number"))?;
    if (0.0..0.95).contains(&number) {
        Ok(number)
    } else {
        Err("it must be from 0 to below 0.95".into())
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    if let Some(pair) = args.then.windows(2).find(|pair| pair[0].events >= pair[1].events) {
        let [before, behind] = [&pair[0], &pair[1]].map(|change| change.events);
        return Err(Failure::of(format!(
            "--then {behind} comes behind --then {before}; give the changes in their order"
        )));
    }
    let then: Vec<&Path> = args.then.iter().map(|change| change.file.as_path()).collect();
    let (programs, writer) = args.files.open_all(&then, args.journal.as_deref())?;
    let program = Arc::clone(&programs[0]);
    let twin = Twin::new(Arc::clone(&program)).map_err(Failure::of)?;
    let mut tables = Recorder { twin, frames: Vec::new() };
    args.files.load(&mut tables)?;
    let (mut log, records) = open_journal(args, &program)?;
    let history = history(args, &program, records)?;
    let mut verdicts = Verdicts { writer, judges: Judges::new(&programs) };
    history.iter().try_for_each(|record| verdicts.write(record))?;
    let before = verdicts.judges.events();
    if let Some(path) = args.journal.as_ref().filter(|_| records > 0) {
        complain!("{}: going on behind {before} events", path.display());
    }
    let events = EventReader::open(&args.files.events, &program).map_err(Failure::of)?;
    let mut messages = Messages::new(events, &program, before).map_err(Failure::of)?;
    let next = next_frames(history.iter().copied());
    let bytes_read = Arc::clone(&messages.bytes_read);
    let trading = bar("trading", args.files.events_bytes(), Unit::Bytes);
    let mut broken = None;
    let by_checksum = Judges::new(&programs);
    let mut changes = Changes::new(&args.then, &programs, verdicts.judges.changes());
    let verilog = Verilog { program: &program, failure: Mutex::new(None) };
    let outcome = run_bench(
        &config(args),
        Job {
            twin: tables.twin,
            rows: &tables.frames,
            history: &|| {
                let mut records = history.iter().copied();
                Box::new(move || records.next())
            },
            programs: &|checksum| by_checksum.program(checksum),
            messages: &mut messages,
            next,
            log: &mut *log,
            engine: &|_, end| match args.engine {
                Engine::Twin => run_card(&mut TwinDoe::default(), end),
                Engine::Rtl => verilog.run_card(end),
                Engine::Reference => unreachable!("no card holds the reference: see ENGINES"),
            },
            heard: &mut |notice, _, control| {
                if let Notice::Acknowledged { record, .. } | Notice::Swapped { record } = notice {
                    trading.set_position(bytes_read.load(Ordering::Relaxed));
                    broken = broken.take().or_else(|| verdicts.write(record).err());
                }
                // A supervisor that has ended says so itself.
                changes
                    .hear(notice, verdicts.judges.events(), &mut |asked| _ = control.send(asked));
                broken.is_none()
            },
            interrupted: &interrupted,
        },
    );
    trading.finish_and_clear();
    if let Some(failure) = verilog.failure.into_inner().unwrap_or_default() {
        return Err(failure);
    }
    let outcome = outcome.map_err(|error| failed(error, args))?;
    messages.error.map_or(Ok(()), Err).map_err(Failure::of)?;
    // The journal is complete whatever becomes of the other files.
    let unwritten = |failure: Failure| Failure::of(format!("{failure}\n{}", kept(args)));
    broken.map_or(Ok(()), Err).map_err(unwritten)?;
    if let Some(folder) = &args.files.dump {
        let twin = outcome.twin.as_ref().ok_or_else(|| {
            Failure::of(
                "the twin had to take over, so that no tables are left to be dumped; run again \
                 with the journal",
            )
        })?;
        dump::dump_tables(twin, folder, &mut |_| ())
            .map_err(|error| unwritten(Failure::of(error)))?;
    }
    verdicts
        .writer
        .map_or(Ok(()), VerdictWriter::finish)
        .map_err(|error| unwritten(Failure::of(error)))?;
    let changes = changes.ends();
    match args.format {
        Format::Text => say!("{}", summary(&outcome, before, &changes).trim_end()),
        Format::Json => say!("{:#}", summary_json(&outcome, before, &changes)),
    }
    Ok(())
}

fn config(args: &Args) -> BenchConfig {
    let link = LinkConfig {
        latency_looks: args.link_latency,
        stalls: args.link_stalls,
        seed: args.seed,
        ..LinkConfig::default()
    };
    BenchConfig {
        cards: vec![None; args.cards.into()],
        link,
        sessions: SESSIONS,
        window: args.window as usize,
        segmentation: match args.segments {
            Segments::Whole => Segmentation::WHOLE,
            Segments::Wild => Segmentation::WILD,
            Segments::Cut => Segmentation::CUT,
        },
        // The model of a core takes its time to come up and to load rows.
        setup_patience: std::time::Duration::from_secs(if args.engine == Engine::Rtl {
            1_800
        } else {
            60
        }),
        seed: args.seed,
        ..BenchConfig::default()
    }
}

/// The emitted Verilog for cards. The first thing that goes wrong with it is kept.
struct Verilog<'a> {
    program: &'a Arc<Program>,
    failure: Mutex<Option<Failure>>,
}

impl Verilog<'_> {
    fn run_card(&self, end: CardEnd) {
        let run = with_design(self.program, |rtl| {
            run_card(&mut RtlDoe::new(rtl), end);
            Ok(())
        });
        if let (Err(failure), Ok(mut kept)) = (run, self.failure.lock()) {
            kept.get_or_insert(failure);
        }
    }
}

fn open_journal(args: &Args, program: &Program) -> Result<(Box<dyn Log + Send>, u64), Failure> {
    let Some(path) = &args.journal else { return Ok((Box::new(NoLog), 0)) };
    let (log, opened) = JournalLog::open(path, program).map_err(Failure::of)?;
    if opened.torn_bytes > 0 {
        complain!(
            "{}: {} bytes of a record that was never acknowledged were cut off",
            path.display(),
            opened.torn_bytes
        );
    }
    Ok((Box::new(log), opened.records))
}

/// All that the journal holds.
fn history(args: &Args, program: &Program, count: u64) -> Result<Vec<LogRecord>, Failure> {
    let Some(path) = args.journal.as_deref().filter(|_| count > 0) else { return Ok(Vec::new()) };
    let records = records(path, program).map_err(Failure::of)?.take(count as usize);
    records.collect::<Result<_, TradeError>>().map_err(Failure::of)
}

/// The verdicts file, if one is wanted.
struct Verdicts {
    writer: Option<VerdictWriter>,
    judges: Judges,
}

impl Verdicts {
    fn write(&mut self, record: &LogRecord) -> Result<(), Failure> {
        match (&mut self.writer, self.judges.note(record).map_err(Failure::of)?) {
            (Some(writer), Some(judged)) if judged.kind == LogKind::Message => writer
                .write(judged.program, judged.event as u32, message_of(record), &judged.verdict)
                .map_err(Failure::of),
            _ => Ok(()),
        }
    }
}

/// What is safe.
fn kept(args: &Args) -> String {
    match &args.journal {
        Some(path) => format!(
            "what was acknowledged is in {}; the same command goes on from there",
            path.display()
        ),
        None => "nothing was kept, since no --journal was given".into(),
    }
}

/// What went wrong, and what is safe.
fn failed(error: BenchError, args: &Args) -> Failure {
    let kept = kept(args);
    match error {
        BenchError::Interrupted => Failure::Interrupted(kept),
        error if interrupted() => Failure::Interrupted(format!("{kept} ({error})")),
        error => Failure::of(format!("{error}\n{kept}")),
    }
}
