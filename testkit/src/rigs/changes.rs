// SPDX-License-Identifier: Apache-2.0

//! A run of the bench in which random rule sets with other definitions follow each other among
//! random messages and jobs, checked against two repetitions of its log.

use super::{Kept, SESSIONS};
use crate::generate::{Frames, Lists, RuleFile, changes};
use crate::rng::Rng;
use crossbeam::channel::Sender;
use engine::change::{self, Change, Changeable, Filling, Plan, Rows};
use engine::executor::{Executor, digest};
use engine::frame::{HEADER_BYTES, JobStart, stated_length};
use engine::job::{JobId, JobRun};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::schema::TableId;
use engine::shell::{LogKind, LogRecord};
use engine::twin::Twin;
use host::supervisor::{Control, Notice, Successor};
use rulec::hir::RuleSet;
use rulec::source::parse_alone;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use testbed::bench::{BenchConfig, CardEnd, Job, Outcome, run};
use testbed::trader::{Next, Outgoing, Source};

/// Messages from one start of a job to the next.
const JOB_INTERVAL: u32 = 25;
/// Rows of each table at the start, at most.
const ROWS_MAX: usize = 30;

/// Words of the reasons why a random change can be refused.
const REFUSALS: [&str; 4] = [
    "refused by the new rules",
    "window",
    "a job was started",
    "the card changes to rules of the family of the running ones only",
];

/// Rule sets that follow each other.
pub struct RuleSets {
    rules: Vec<RuleSet>,
    /// The programs.
    pub programs: Vec<Arc<Program>>,
    /// The changes to all but the first.
    pub changes: Vec<Arc<Successor>>,
    /// Frames of rows that the first program loads.
    pub rows: Vec<Vec<u8>>,
}

impl RuleSets {
    /// Random rule sets; none if the compiler refuses one of them.
    pub fn random(members: usize, with: Lists, rng: &mut Rng) -> Option<RuleSets> {
        let files = changes(members, with, rng);
        let texts: Vec<String> = files.iter().map(RuleFile::text).collect();
        let mut sets = RuleSets::new(&texts.iter().map(String::as_str).collect::<Vec<_>>())?;
        let mut twin = Twin::new(Arc::clone(&sets.programs[0])).expect("it is sound");
        let frames = Frames::new(&sets.rules[0], rng);
        for _ in 0..ROWS_MAX {
            let loads = frames.random(0, rng).into_iter().filter(|frame| frame.by_loader);
            let taken = loads.filter(|frame| twin.load(&frame.bytes).is_accept());
            sets.rows.extend(taken.map(|frame| frame.bytes));
        }
        Some(sets)
    }

    /// The rule sets of these texts, without rows; none if the compiler refuses one of them.
    pub fn new(texts: &[&str]) -> Option<RuleSets> {
        let mut sets = RuleSets { rules: vec![], programs: vec![], changes: vec![], rows: vec![] };
        for text in texts {
            let mut parsed = parse_alone(text);
            let running = sets.programs.last().map_or(&[][..], |of| of.declared_messages());
            let names: Vec<&str> = running.iter().map(|message| message.name.as_str()).collect();
            parsed.order_messages(&names);
            let paths = rulec::resolve::Paths::default();
            sets.rules.push(rulec::resolve::resolve(&parsed.file, paths).0?);
            let (compiled, _) = rulec::compile_change_sources(vec![parsed]);
            let mut compiled = compiled?;
            let program = Arc::new(compiled.programs.remove(0));
            if !sets.programs.is_empty() {
                let change = Change::new(Arc::clone(&program), compiled.filler?);
                let change = change.expect("it is its filler");
                sets.changes.push(Arc::new(Successor::new(change)));
            }
            sets.programs.push(program);
        }
        Some(sets)
    }

    fn change(&self, checksum: u32) -> Option<Arc<Successor>> {
        self.changes.iter().find(|change| change.checksum() == checksum).cloned()
    }

    /// The place of the rule set in force after a log, and the number of the next frame of each
    /// session.
    fn after(&self, log: &[LogRecord]) -> (usize, Vec<u32>) {
        let (mut in_force, mut next) = (0, vec![1; SESSIONS]);
        for record in log {
            if let Some(checksum) = record.program() {
                let is_it = |change: &Arc<Successor>| change.checksum() == checksum;
                in_force = 1 + self.changes.iter().position(is_it).expect("it was requested");
            }
            let (kind, _) = record.read().expect("it is sound");
            let has_session = matches!(kind, LogKind::Message | LogKind::Refused);
            next[usize::from(record.session)] += u32::from(has_session);
        }
        (in_force, next)
    }

    fn loaded<E: Executor>(&self, mut executor: E) -> E {
        self.rows.iter().for_each(|row| assert!(executor.load(row).is_accept()));
        executor
    }
}

/// How far a run is: the rule set in force, and the changes that were requested and have ended.
struct Progress {
    in_force: AtomicUsize,
    requested: AtomicUsize,
    ended: AtomicUsize,
}

/// Random messages of the rule set in force, with starts of jobs among them.
struct Messages<'s> {
    sets: &'s RuleSets,
    progress: &'s Progress,
    frames: Vec<Frames>,
    ready: Vec<Vec<u8>>,
    left: u32,
    rng: Rng,
}

impl Source for Messages<'_> {
    fn next_message(&mut self) -> Next {
        let Progress { ended, .. } = self.progress;
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                Next::Message(self.message())
            }
            // The run ends when the last change has ended.
            None if ended.load(Ordering::Relaxed) < self.sets.changes.len() => Next::Later,
            None => Next::End,
        }
    }
}

impl Messages<'_> {
    fn message(&mut self) -> Outgoing {
        let in_force = self.progress.in_force.load(Ordering::Relaxed);
        let mut frame = [0; FRAME_BYTES_MAX];
        let session = self.rng.below(SESSIONS) as u16;
        if self.left.is_multiple_of(JOB_INTERVAL) {
            // One of them does not exist.
            let job = JobId(self.rng.below(1 + self.sets.programs[in_force].jobs.len()) as u16);
            let length = JobStart { job }.write(0, &mut frame).len() as u16;
            return Outgoing { session, frame, length, defect: None };
        }
        let bytes = loop {
            match self.ready.pop() {
                Some(bytes) => break bytes,
                None => {
                    let all = self.frames[in_force].random(8, &mut self.rng).into_iter();
                    let of_wire = all.filter(|frame| !frame.by_loader).map(|frame| frame.bytes);
                    self.ready.extend(of_wire.filter(|bytes| is_whole(bytes)));
                }
            }
        };
        frame[..bytes.len()].copy_from_slice(&bytes);
        Outgoing { session, frame, length: bytes.len() as u16, defect: None }
    }
}

/// Whether a TOE takes a frame.
fn is_whole(bytes: &[u8]) -> bool {
    (HEADER_BYTES..=FRAME_BYTES_MAX).contains(&bytes.len())
        && stated_length(bytes) == Some(bytes.len())
}

/// What came of the changes of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changed {
    /// Changes that were made.
    pub made: u64,
    /// Changes that were refused.
    pub refused: u64,
    /// Messages between the begin of a change and its end.
    pub during: u64,
    /// Cards that were retired before the first change, while one was prepared, and after the last.
    pub retired: [u64; 3],
}

/// What requests the changes of a run, one after the other.
struct Requests<'s> {
    sets: &'s RuleSets,
    progress: &'s Progress,
    /// Messages from one request to the next.
    pause: u64,
    /// Changes before this run.
    before: usize,
    answered: u64,
    changed: Changed,
}

impl Requests<'_> {
    fn hear(&mut self, notice: &Notice, control: &Sender<Control>) {
        let Progress { in_force, requested, ended } = self.progress;
        let next = requested.load(Ordering::Relaxed);
        match notice {
            Notice::Acknowledged { .. } => self.answered += 1,
            Notice::Swapped { .. } => {
                self.changed.made += 1;
                in_force.store(next, Ordering::Relaxed);
            }
            Notice::SwapRefused(why) => {
                assert!(REFUSALS.iter().any(|words| why.contains(words)), "{why}");
                self.changed.refused += 1;
            }
            Notice::Stepped { .. }
            | Notice::JobEnded(_)
            | Notice::Answering { .. }
            | Notice::Opened { .. } => {}
        }
        let done = (self.changed.made + self.changed.refused) as usize;
        ended.store(self.before + done, Ordering::Relaxed);
        let is_due = next == self.before + done && self.answered >= self.pause * (done as u64 + 1);
        if let Some(change) = self.sets.changes.get(next).filter(|_| is_due) {
            requested.store(next + 1, Ordering::Relaxed);
            control.send(Control::Change(Arc::clone(change))).expect("the supervisor runs");
        }
    }
}

/// Runs a bench with these engines, in which the rule sets follow each other. It continues a log,
/// and adds to it.
///
/// # Panics
/// If the run fails, or a verdict or a table is not what a repetition of the log makes of it.
pub fn run_changes(
    sets: &RuleSets,
    config: &BenchConfig,
    (count, with): (u32, Lists),
    log: &mut Kept,
    engine: &(dyn Fn(usize, CardEnd) + Sync),
) -> (Outcome, Changed) {
    let mut rng = Rng::new(config.seed, 9);
    let history = log.records.clone();
    let (before, next) = sets.after(&history);
    let [in_force, requested, ended] = [before; 3].map(AtomicUsize::new);
    let progress = Progress { in_force, requested, ended };
    let frames = sets.rules.iter().map(|rules| Frames::new(rules, &mut rng)).collect();
    let mut messages =
        Messages { sets, progress: &progress, frames, ready: vec![], left: count, rng };
    let mut requests = Requests {
        sets,
        progress: &progress,
        pause: u64::from(count) / (sets.programs.len() as u64 + 1),
        before,
        answered: 0,
        changed: Changed::default(),
    };
    let outcome = run(
        config,
        Job {
            twin: sets.loaded(Twin::new(Arc::clone(&sets.programs[0])).expect("it is sound")),
            rows: &sets.rows.concat(),
            history: &|| {
                let mut records = history.clone().into_iter();
                Box::new(move || records.next())
            },
            programs: &|_| None,
            changes: &|checksum| sets.change(checksum),
            messages: &mut messages,
            next,
            log,
            engine,
            heard: &mut |notice, _, control| {
                requests.hear(notice, control);
                true
            },
            interrupted: &|| false,
        },
    );
    let Requests { mut changed, answered, .. } = requests;
    let outcome = outcome.unwrap_or_else(|error| panic!("{config:?}: {error}"));
    assert_eq!((answered, outcome.summary.swaps), (u64::from(count), changed.made));
    let twin = sets.loaded(Twin::new(Arc::clone(&sets.programs[0])).expect("it is sound"));
    let twin = repeat(twin, sets, &log.records, true, &mut changed);
    compare(&outcome, twin.running(), sets);
    if with != Lists::Windows {
        // Without windows, a change is the same in whatever steps it is made.
        let reference = Reference::new(Arc::clone(&sets.programs[0])).expect("it is sound");
        let reference = sets.loaded(reference);
        let reference = repeat(reference, sets, &log.records, false, &mut Changed::default());
        compare(&outcome, reference.running(), sets);
    }
    note_retired(&outcome, &log.records, &mut changed);
    (outcome, changed)
}

/// Compares the tables of all members with those of an executor.
fn compare(outcome: &Outcome, expected: &dyn Executor, sets: &RuleSets) {
    let tables = expected.program().tables.len();
    assert_eq!(outcome.digests.len(), tables, "{} rule sets", sets.programs.len());
    for (index, digests) in outcome.digests.iter().enumerate() {
        let expected = digest(expected, TableId(index as u16));
        assert!(digests.iter().flatten().all(|digest| *digest == expected), "table {index}");
    }
}

/// Repeats a log. With `in_steps`, changes are made in the same steps, otherwise at once.
fn repeat<E: Rows>(
    executor: E,
    sets: &RuleSets,
    log: &[LogRecord],
    in_steps: bool,
    changed: &mut Changed,
) -> Changeable<E> {
    let mut executor = Changeable::from(executor);
    let mut runs: VecDeque<JobRun> = VecDeque::new();
    for record in log {
        let (number, (kind, verdict)) = (record.number, record.read().expect("it is sound"));
        let is_during = executor.is_preparing();
        match kind {
            LogKind::Message => {
                changed.during += u64::from(is_during);
                assert_eq!(executor.execute(record.frame()), verdict, "record {number}");
                if let Some(JobStart { job }) = JobStart::read(record.frame())
                    && verdict.is_accept()
                {
                    let run = JobRun::start(executor.running_mut(), job, number as u32);
                    runs.extend(run.filter(|run| run.next_step().is_some()));
                }
            }
            LogKind::Step => {
                let run = runs.front_mut().expect("a job runs");
                assert_eq!(run.next_step(), Some(record.frame()), "record {number}");
                assert_eq!(executor.step(record.frame()), verdict, "record {number}");
                run.advance();
                if run.next_step().is_none() {
                    runs.pop_front();
                }
            }
            LogKind::Refused => {}
            LogKind::Fill if !in_steps => {}
            LogKind::Fill => {
                let (checksum, rows) = record.filling().expect("it names the program");
                if rows == 0 {
                    let change = sets.change(checksum).expect("it was requested");
                    let plan = Plan::new(executor.program(), change.change().program());
                    let plan = plan.expect("nothing is lost");
                    executor.prepare(Filling::new(plan, change.change()).expect("it is sound"));
                }
                for _ in 0..rows.max(1) {
                    assert!(executor.fill().verdict().is_accept(), "record {number}");
                }
            }
            LogKind::Swap => {
                let checksum = record.program().expect("it names the program");
                let change = sets.change(checksum).expect("it was requested");
                match in_steps {
                    true => drop(executor.finish().expect("it was begun").expect("it was made")),
                    false => drop(
                        change::make(executor.running_mut(), change.change()).expect("it was made"),
                    ),
                }
                assert!(**change.change().program() == *executor.program());
                assert!(runs.is_empty(), "a job of the old program has steps left");
            }
        }
    }
    executor
}

/// Notes when active cards were retired.
fn note_retired(outcome: &Outcome, log: &[LogRecord], changed: &mut Changed) {
    for retired in &outcome.summary.retired {
        let before = log.iter().take_while(|record| record.number <= retired.last_record);
        let of_changes = before
            .filter(|record| [LogKind::Fill as u8, LogKind::Swap as u8].contains(&record.kind));
        let place = match of_changes.last().map(|record| record.kind) {
            None => 0,
            Some(kind) if kind == LogKind::Fill as u8 => 1,
            Some(_) => 2,
        };
        changed.retired[place] += 1;
    }
}
