//! `riskgate trade`: events through the whole testbed, with a journal that a killed run goes on from.

use super::files::Files;
use super::progress::{Unit, bar};
use super::run::with_design;
use super::terminal::{complain, say};
use super::{Failure, Format, interrupted};
use clap::ValueEnum;
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use engine::twin::Twin;
use host::bench::{BenchConfig, BenchError, CardEnd, Job, Outcome, run as run_bench, run_card};
use host::doe::TwinDoe;
use host::pcie::LinkConfig;
use host::supervisor::{Log, NoLog, Notice, Role, Summary};
use host::trader::Segmentation;
use riskgate::dump;
use riskgate::events::EventReader;
use riskgate::output::OutputError;
use riskgate::trade::{JournalLog, Messages, Recorder, RtlDoe, SESSIONS, TradeError, message_of, next_frames, records};
use riskgate::verdicts::VerdictWriter;
use serde_json::json;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

/// Send events through the whole testbed: TCP sessions, a card behind PCIe, a standby, the software twin, a journal
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    files: Files,
    /// What the cards are
    #[arg(long, value_enum, default_value_t)]
    engine: Engine,
    /// Cards; the second one follows the first in lock step and takes over when it fails
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=2))]
    cards: u8,
    /// Where what was answered is kept; if the file is there, the run goes on behind its last record
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
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

/// What a card can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Engine {
    /// The software twin
    #[default]
    Twin,
    /// The emitted Verilog under Verilator
    Rtl,
}

/// How messages can be cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Segments {
    /// A message a segment
    #[default]
    Whole,
    /// Cut, joined, doubled and out of order
    Wild,
}

fn probability(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| format!("`{text}` is no number"))?;
    if (0.0..0.95).contains(&number) { Ok(number) } else { Err("it must be from 0 to below 0.95".into()) }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let (program, writer) = args.files.open(args.journal.as_deref())?;
    let twin = Twin::new(Arc::clone(&program)).map_err(Failure::of)?;
    let mut tables = Recorder { twin, frames: Vec::new() };
    args.files.load(&mut tables)?;
    let (mut log, records) = open_journal(args, &program)?;
    let history = history(args, records)?;
    // A change of program is a record and no event.
    let before = history.iter().filter(|record| record.kind != LogKind::Swap as u8).count() as u64;
    if let Some(path) = args.journal.as_ref().filter(|_| records > 0) {
        complain!("{}: going on behind {before} events", path.display());
    }
    let own_checksum = engine::image::checksum(&engine::image::encode(&program));
    let mut verdicts = Verdicts { writer, program: &program, events: 0 };
    history.iter().try_for_each(|record| verdicts.write(record)).map_err(Failure::of)?;
    let events = EventReader::open(&args.files.events, &program).map_err(Failure::of)?;
    let mut messages = Messages::new(events, &program, before).map_err(Failure::of)?;
    let next = next_frames(history.iter().copied());
    let bytes_read = Arc::clone(&messages.bytes_read);
    let trading = bar("trading", args.files.events_bytes(), Unit::Bytes);
    let mut broken = None;
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
            programs: &|checksum| (checksum == own_checksum).then(|| Arc::clone(&program)),
            messages: &mut messages,
            next,
            log: &mut *log,
            engine: &|_, end| match args.engine {
                Engine::Twin => run_card(&mut TwinDoe::default(), end),
                Engine::Rtl => verilog.run_card(end),
            },
            heard: &mut |notice, _, _| {
                if let Notice::Acknowledged { record, .. } = notice {
                    trading.set_position(bytes_read.load(Ordering::Relaxed));
                    broken = broken.take().or_else(|| verdicts.write(record).err());
                }
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
    let unwritten = |error: OutputError| Failure::of(format!("{error}\n{}", kept(args)));
    broken.map_or(Ok(()), Err).map_err(unwritten)?;
    if let Some(folder) = &args.files.dump {
        let twin = outcome.twin.as_ref().ok_or_else(|| {
            Failure::of(
                "the twin had to take over, so that no tables are left to be dumped; run again with the journal",
            )
        })?;
        dump::dump_tables(twin, folder, &mut |_| ()).map_err(unwritten)?;
    }
    verdicts.writer.map_or(Ok(()), VerdictWriter::finish).map_err(unwritten)?;
    match args.format {
        Format::Text => say!("{}", summary(&outcome, before).trim_end()),
        Format::Json => say!("{:#}", summary_json(&outcome, before)),
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
        },
        // The model of a core takes its time to come up and to load rows.
        setup_patience: std::time::Duration::from_secs(if args.engine == Engine::Rtl { 1_800 } else { 60 }),
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
fn history(args: &Args, count: u64) -> Result<Vec<LogRecord>, Failure> {
    let Some(path) = args.journal.as_deref().filter(|_| count > 0) else { return Ok(Vec::new()) };
    let records = records(path).map_err(Failure::of)?.take(count as usize);
    records.collect::<Result<_, TradeError>>().map_err(Failure::of)
}

/// The verdicts file, if one is wanted. A verdict is known by its event's number, which is the record's only until a program changes.
struct Verdicts<'a> {
    writer: Option<VerdictWriter>,
    program: &'a Program,
    events: u32,
}

impl Verdicts<'_> {
    fn write(&mut self, record: &LogRecord) -> Result<(), OutputError> {
        let Some((kind, verdict)) = record.read().filter(|(kind, _)| *kind != LogKind::Swap) else { return Ok(()) };
        self.events += 1;
        match (&mut self.writer, kind) {
            (Some(writer), LogKind::Message) => writer.write(self.program, self.events, message_of(record), &verdict),
            _ => Ok(()),
        }
    }
}

/// What is safe.
fn kept(args: &Args) -> String {
    match &args.journal {
        Some(path) => format!("what was acknowledged is in {}; the same command goes on from there", path.display()),
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

fn summary(outcome: &Outcome, before: u64) -> String {
    let Summary { records, accepted, rejected, refused, retired, .. } = &outcome.summary;
    let mut text = format!(
        "{} messages sent: {accepted} accepted, {rejected} rejected, {refused} refused; {} reached the exchange\n",
        outcome.sent, outcome.exchanged
    );
    if before > 0 {
        text += &format!(
            "{before} messages were answered before, {} altogether\n",
            before + records - outcome.summary.swaps
        );
    }
    for card in retired {
        text += &format!("{} was given up behind record {}: {}", card.name(), card.last_record, card.why);
        if let Some(time) = card.without_service {
            text += &format!("; {time:.1?} without service");
        }
        text.push('\n');
    }
    for (who, times) in [("trader", outcome.summary.trader_waits), ("exchange", outcome.summary.exchange_waits)] {
        if times > 0 {
            text += &format!("orders waited {times} times because the {who} took no notices\n");
        }
    }
    for (card, register, count) in &outcome.summary.faults {
        text += &format!("card {card} counted {} {count}: {}\n", register.name, register.meaning.trim());
    }
    let agree = outcome.digests.iter().all(|of| {
        let mut left = of.iter().flatten();
        left.next().is_none_or(|first| left.all(|digest| digest == first))
    });
    let voters = outcome.digests.first().map_or(0, |of| of.iter().flatten().count());
    if agree && voters > 1 {
        text += &format!("all {} tables are equal in all {voters} that hold them\n", outcome.digests.len());
    }
    text
}

fn summary_json(outcome: &Outcome, before: u64) -> serde_json::Value {
    let summary = &outcome.summary;
    let retired = summary.retired.iter().map(|card| {
        let micros = card.without_service.map(|time| time.as_micros() as u64);
        let is_card = !matches!(card.role, Role::Twin | Role::SoftCard);
        json!({ "card": is_card.then_some(card.card), "who": card.name(), "was_active": card.role == Role::Active, "why": card.why, "last_record": card.last_record,
                "without_service_us": micros })
    });
    let retired: Vec<_> = retired.collect();
    let faults = summary.faults.iter();
    let faults: Vec<_> = faults
        .map(|(card, register, count)| json!({ "card": card, "register": register.name, "count": count }))
        .collect();
    let digests: Vec<_> =
        outcome.digests.iter().map(|of| of.map(|digest| digest.map(|digest| format!("{digest:016x}")))).collect();
    json!({ "sent": outcome.sent, "before": before, "accepted": summary.accepted, "rejected": summary.rejected,
            "refused": summary.refused, "exchanged": outcome.exchanged, "trader_waits": summary.trader_waits,
            "exchange_waits": summary.exchange_waits, "faults": faults, "retired": retired, "digests": digests })
}
