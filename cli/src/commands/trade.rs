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
use host::supervisor::{Control, Log, NoLog, Notice, Role, Summary};
use host::trader::Segmentation;
use riskgate::dump;
use riskgate::events::EventReader;
use riskgate::trade::{
    JournalLog, Judges, Messages, Recorder, RtlDoe, SESSIONS, TradeError, message_of, next_frames, records,
};
use riskgate::verdicts::VerdictWriter;
use serde_json::json;
use std::path::{Path, PathBuf};
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
    /// A rule file that takes over when so many events are answered, or a little later: what is under way then is still judged by
    /// the rules before. It declares the same tables and messages. Give one such option for each change, in their order
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

/// A change of rules that is wanted.
#[derive(Clone, Debug)]
struct Change {
    /// Events that are answered before it is asked for.
    events: u64,
    file: PathBuf,
}

fn change(text: &str) -> Result<Change, String> {
    let (events, file) =
        text.split_once(':').ok_or_else(|| "write EVENTS:FILE, as in `5000:tighter.rules`".to_string())?;
    let events = events.parse().ok().filter(|events| *events > 0);
    let events = events.ok_or_else(|| "the number of events must be a whole one above 0".to_string())?;
    if file.is_empty() {
        Err("the rule file is missing behind the colon".into())
    } else {
        Ok(Change { events, file: file.into() })
    }
}

fn probability(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| format!("`{text}` is no number"))?;
    if (0.0..0.95).contains(&number) { Ok(number) } else { Err("it must be from 0 to below 0.95".into()) }
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
            },
            heard: &mut |notice, _, control| {
                if let Notice::Acknowledged { record, .. } | Notice::Swapped { record } = notice {
                    trading.set_position(bytes_read.load(Ordering::Relaxed));
                    broken = broken.take().or_else(|| verdicts.write(record).err());
                }
                // A supervisor that has ended says so itself.
                changes.hear(notice, verdicts.judges.events(), &mut |asked| _ = control.send(asked));
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
                "the twin had to take over, so that no tables are left to be dumped; run again with the journal",
            )
        })?;
        dump::dump_tables(twin, folder, &mut |_| ()).map_err(|error| unwritten(Failure::of(error)))?;
    }
    verdicts.writer.map_or(Ok(()), VerdictWriter::finish).map_err(|error| unwritten(Failure::of(error)))?;
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

/// The changes of rules: each is asked for when its time has come.
struct Changes<'a> {
    wanted: &'a [Change],
    programs: &'a [Arc<Program>],
    /// Those that were asked for, now or in a run before.
    asked: usize,
    /// Those that were done or refused, likewise: they come in the order in which they were asked for.
    through: usize,
    /// What became of those of this run: the event behind which they were done, or why they were not.
    ends: Vec<(&'a Path, Result<u64, String>)>,
}

impl<'a> Changes<'a> {
    fn new(wanted: &'a [Change], programs: &'a [Arc<Program>], before: u64) -> Changes<'a> {
        let before = before as usize;
        Changes { wanted, programs, asked: before, through: before, ends: Vec::new() }
    }

    fn hear(&mut self, notice: &Notice, events: u64, ask: &mut dyn FnMut(Control)) {
        let end = match notice {
            Notice::Swapped { .. } => Some(Ok(events)),
            Notice::SwapRefused(why) => Some(Err(why.clone())),
            _ => None,
        };
        if let Some((change, end)) = self.wanted.get(self.through).zip(end) {
            self.ends.push((&change.file, end));
            self.through += 1;
        }
        if self.wanted.get(self.asked).is_some_and(|change| change.events <= events) {
            self.asked += 1;
            ask(Control::Swap(Arc::clone(&self.programs[self.asked])));
        }
    }

    /// What became of all of them.
    fn ends(mut self) -> Vec<(&'a Path, Result<u64, String>)> {
        let late = |change: &'a Change| (&*change.file, Err(format!("there were fewer than {} events", change.events)));
        self.ends.extend(self.wanted.iter().skip(self.asked).map(late));
        self.ends
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

/// Rule files that were to take over, and the event behind which they did or why not.
type Ends<'a> = [(&'a Path, Result<u64, String>)];

fn summary(outcome: &Outcome, before: u64, changes: &Ends<'_>) -> String {
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
    for (file, end) in changes {
        text += &match end {
            Ok(event) => format!("{} took over behind event {event}\n", file.display()),
            Err(why) => format!("{} did not take over: {why}\n", file.display()),
        };
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

fn summary_json(outcome: &Outcome, before: u64, changes: &Ends<'_>) -> serde_json::Value {
    let summary = &outcome.summary;
    let retired = summary.retired.iter().map(|card| {
        let micros = card.without_service.map(|time| time.as_micros() as u64);
        let is_card = !matches!(card.role, Role::Twin | Role::SoftCard);
        json!({ "card": is_card.then_some(card.card), "who": card.name(), "was_active": card.role == Role::Active, "why": card.why, "last_record": card.last_record,
                "without_service_us": micros })
    });
    let retired: Vec<_> = retired.collect();
    let changes = changes.iter().map(|(file, end)| {
        json!({ "file": file.display().to_string(), "behind_event": end.as_ref().ok(), "why_not": end.as_ref().err() })
    });
    let changes: Vec<_> = changes.collect();
    let faults = summary.faults.iter();
    let faults: Vec<_> = faults
        .map(|(card, register, count)| json!({ "card": card, "register": register.name, "count": count }))
        .collect();
    let digests: Vec<_> =
        outcome.digests.iter().map(|of| of.map(|digest| digest.map(|digest| format!("{digest:016x}")))).collect();
    json!({ "sent": outcome.sent, "before": before, "accepted": summary.accepted, "rejected": summary.rejected,
            "refused": summary.refused, "changes": changes, "exchanged": outcome.exchanged, "trader_waits": summary.trader_waits,
            "exchange_waits": summary.exchange_waits, "faults": faults, "retired": retired, "digests": digests })
}
