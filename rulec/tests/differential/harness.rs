// SPDX-License-Identifier: Apache-2.0

//! Runs a rule file and its frames on both executors and on the oracle, and compares them. Also
//! runs a family of rule files that take over from each other.

use crate::tally::Tally;
use engine::change::Filling;
use engine::executor::{Cell, Executor, digest};
use engine::frame::{JobStart, ModeChange};
use engine::job::{JobId, JobRun};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{RuleId, TableId};
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use rulec::diagnostic::Severity;
use rulec::hir::RuleSet;
use std::collections::VecDeque;
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use testkit::generate::{Frame, RuleFile};
use testkit::oracle::frames::{self, Content};
use testkit::oracle::{Expected, Oracle, Val};

/// The number of frames between two starts of jobs, if those before have ended.
const JOB_INTERVAL: usize = 12;
/// The number of frames between two steps.
const STEP_INTERVAL: usize = 2;
/// The number of frames between two changes of a mode.
const MODE_INTERVAL: usize = 9;

/// A disagreement between the executors and the oracle.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The index of the frame.
    pub at: usize,
    /// The answer of each of them.
    pub report: String,
}

/// Why a run ended early.
#[derive(Clone, Debug)]
pub enum Stop {
    /// A disagreement.
    Failure(Failure),
    /// The compiler refused the text: code and message of its error.
    Refused(String, String),
}

/// Runs the frames and compares each verdict. Compares the tables after every `interval` frames and
/// at the end.
pub fn run(
    file: &RuleFile,
    frames: &[Frame],
    interval: usize,
    tally: &mut Tally,
) -> Result<(), Stop> {
    run_family(std::slice::from_ref(file), frames, &|_| 0, None, interval, tally)
}

/// Runs frames as [`run`] does. `in_force` maps the index of a frame to the rule file of the family
/// that decides about it. `texts` is the room of the dictionary in addition to the literals;
/// without it the dictionary is never full.
pub fn run_family(
    files: &[RuleFile],
    frames: &[Frame],
    in_force: &dyn Fn(usize) -> usize,
    texts: Option<u32>,
    interval: usize,
    tally: &mut Tally,
) -> Result<(), Stop> {
    let (family, programs) = compile(files)?;
    run_programs((&family, programs, texts), frames, in_force, interval, tally)
}

/// Runs the frames on the program of a rule file, then on one in which every aggregate is scanned
/// that can be. Each has the verdicts, reasons and rows of the oracle, which scans nothing, so that
/// both have the same ones.
pub fn run_scanned(
    file: &RuleFile,
    frames: &[Frame],
    interval: usize,
    tally: &mut Tally,
) -> Result<(), Stop> {
    let (family, maintained) = compile(std::slice::from_ref(file))?;
    run_programs((&family, maintained, None), frames, &|_| 0, interval, &mut Tally::default())?;
    let (program, diagnostics) = rulec::compile_scanned(&file.text());
    let error = diagnostics.into_iter().find(|one| one.severity == Severity::Error);
    let refused = |error: rulec::diagnostic::Diagnostic| {
        Stop::Refused(error.code.to_owned(), error.render("random.rules", &file.text(), false))
    };
    let program = program.ok_or_else(|| refused(error.expect("there is an error")))?;
    run_programs((&family, vec![program], None), frames, &|_| 0, interval, tally)
}

/// Runs frames on programs of a family, with this room of the dictionary; see [`run_family`].
pub fn run_programs(
    (family, programs, texts): (&[RuleSet], Vec<Program>, Option<u32>),
    frames: &[Frame],
    in_force: &dyn Fn(usize) -> usize,
    interval: usize,
    tally: &mut Tally,
) -> Result<(), Stop> {
    let mut trial = Trial::new(family, programs, texts).map_err(Stop::Failure)?;
    for (at, frame) in frames.iter().enumerate() {
        let is_due = at % interval == interval - 1 || at + 1 == frames.len();
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            if trial.swap(family, in_force(at))? {
                tally.swaps += 1;
            }
            trial.change_mode(at, tally)?;
            trial.step(frame, tally)?;
            trial.work(at, tally)?;
            if is_due { trial.compare_tables() } else { Ok(()) }
        }));
        let report = match outcome {
            Ok(Ok(())) => continue,
            Ok(Err(report)) => report,
            Err(panic) => format!("panicked: {}", message_of(panic.as_ref())),
        };
        let report = format!("{}{report}", trial.describe(frame));
        return Err(Stop::Failure(Failure { at, report }));
    }
    tally.add_done(&trial.oracle.done);
    Ok(())
}

/// Returns the resolved trees for the oracle and the programs for the executors.
pub fn compile(files: &[RuleFile]) -> Result<(Vec<RuleSet>, Vec<Program>), Stop> {
    let texts: Vec<String> = files.iter().map(RuleFile::text).collect();
    let refused = |text: &str, diagnostics: Vec<rulec::diagnostic::Diagnostic>| {
        let error =
            diagnostics.into_iter().find(|diagnostic| diagnostic.severity == Severity::Error);
        let code = error.as_ref().map_or("none", |error| error.code);
        Stop::Refused(
            code.to_owned(),
            error.map(|e| e.render("random.rules", text, false)).unwrap_or_default(),
        )
    };
    let mut family = Vec::new();
    for text in &texts {
        let (ast, diagnostics) = rulec::parse::parse_text(text);
        if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
            return Err(refused(text, diagnostics));
        }
        let (rules, diagnostics) = rulec::resolve::resolve(&ast, rulec::resolve::Paths::default());
        family.push(rules.ok_or_else(|| refused(text, diagnostics))?);
    }
    let views: Vec<&str> = texts.iter().map(String::as_str).collect();
    let compiled = catch_unwind(AssertUnwindSafe(|| rulec::compile_family(&views)));
    let (programs, diagnostics) = compiled.map_err(|panic| {
        let report = format!("the compiler panicked: {}\n", message_of(panic.as_ref()));
        Stop::Failure(Failure { at: 0, report })
    })?;
    let programs = programs.ok_or_else(|| refused(&texts.concat(), diagnostics.concat()))?;
    Ok((family, programs))
}

pub fn message_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

pub struct Trial<'a> {
    pub rules: &'a RuleSet,
    pub programs: Vec<Arc<Program>>,
    pub oracle: Oracle<'a>,
    pub reference: Reference,
    pub twin: Twin,
    in_force: usize,
    /// The jobs that were started, each with the steps of both executors, and the keys that the
    /// oracle found. One runs after the other.
    pub jobs: VecDeque<Running>,
    /// A change that is being prepared.
    pub filling: Option<(Filling<Reference>, Filling<Twin>)>,
}

/// A job that runs.
pub struct Running {
    job: JobId,
    run: JobRun,
    keys: VecDeque<Vec<Val>>,
}

impl<'a> Trial<'a> {
    pub fn new(
        family: &'a [RuleSet],
        mut programs: Vec<Program>,
        texts: Option<u32>,
    ) -> Result<Trial<'a>, Failure> {
        let invalid = |error| Failure { at: 0, report: format!("not a program: {error}\n") };
        let mut oracle = Oracle::new(family);
        if let Some(texts) = texts {
            let strings = programs[0].strings.clone();
            let texts_max = strings.len() as u32 + texts;
            oracle.limit_texts(&strings, texts_max as usize);
            programs.iter_mut().for_each(|program| program.dictionary.texts_max = texts_max);
        }
        let programs: Vec<Arc<Program>> = programs.into_iter().map(Arc::new).collect();
        let reference = Reference::new(Arc::clone(&programs[0])).map_err(invalid)?;
        let twin = Twin::new(Arc::clone(&programs[0])).map_err(invalid)?;
        let jobs = VecDeque::new();
        let (rules, filling) = (&family[0], None);
        Ok(Trial { rules, oracle, reference, twin, programs, in_force: 0, jobs, filling })
    }

    /// Lets a change that is being prepared follow what the last frame changed.
    fn follow(&mut self) {
        if let Some((reference, twin)) = &mut self.filling {
            reference.follow(&mut self.reference);
            twin.follow(&mut self.twin);
        }
    }

    /// Makes a rule set of the family take over, unless it is already in force.
    fn swap(&mut self, family: &'a [RuleSet], next: usize) -> Result<bool, String> {
        if self.in_force == next {
            return Ok(false);
        }
        self.in_force = next;
        self.oracle.swap(&family[next]);
        for executor in [&mut self.reference as &mut dyn Executor, &mut self.twin] {
            executor
                .swap(Arc::clone(&self.programs[next]))
                .map_err(|error| format!("no takeover: {error}\n"))?;
        }
        Ok(true)
    }

    /// Before some frames, changes the mode of a rule by a control frame.
    pub fn change_mode(&mut self, at: usize, tally: &mut Tally) -> Result<(), String> {
        let rules = self.programs[self.in_force].rules.len();
        if !at.is_multiple_of(MODE_INTERVAL) || rules == 0 {
            return Ok(());
        }
        let (turn, modes) = (at / MODE_INTERVAL, Mode::ALL);
        let (rule, mode) = (turn % rules, modes[(turn / rules) % modes.len()]);
        let mut buffer = [0; FRAME_BYTES_MAX];
        let change = ModeChange { rule: RuleId(rule as u16), mode };
        let frame = change.write(0, &mut buffer);
        self.oracle.set_mode(rule, mode);
        tally.mode_changes += 1;
        for executor in [&mut self.reference as &mut dyn Executor, &mut self.twin] {
            let verdict = executor.execute(frame);
            if verdict != Verdict::ACCEPT {
                return Err(format!("a mode was not changed: {verdict:?}\n"));
            }
        }
        Ok(())
    }

    /// Runs a frame on the executors and the oracle. The error has the answer of each.
    pub fn step(&mut self, frame: &Frame, tally: &mut Tally) -> Result<(), String> {
        let answer = |executor: &mut dyn Executor| match frame.by_loader {
            true => executor.load(&frame.bytes),
            false => executor.execute(&frame.bytes),
        };
        let content = frames::read(self.rules, &frame.bytes, frame.by_loader);
        let expected = match content.clone() {
            None => Expected::refused(vec![Reason::Malformed]),
            Some(Content::Message(message, fields)) => self.oracle.message(message, &fields),
            Some(Content::Row(table, row)) => self.oracle.load(table, row),
        };
        let reference = answer(&mut self.reference);
        let twin = answer(&mut self.twin);
        self.follow();
        if !agrees(&expected, &reference) || reference != twin {
            return Err(format!(
                "expected  {expected:?}\nreference {reference:?}\ntwin      {twin:?}\n"
            ));
        }
        tally.add_verdict(&reference, content.as_ref());
        if content.is_some() {
            let program = &self.programs[self.in_force];
            let kind = engine::frame::kind(&frame.bytes).unwrap_or(0);
            tally.add_scans(program, &program.transactions[usize::from(kind)]);
        }
        Ok(())
    }

    /// Makes a step of the job that runs, or starts two now and then.
    pub fn work(&mut self, at: usize, tally: &mut Tally) -> Result<(), String> {
        let jobs = self.programs[self.in_force].jobs.len();
        // Several messages come between two steps, so that they change the rows that are left.
        if !at.is_multiple_of(STEP_INTERVAL) {
            return Ok(());
        }
        if let Some(running) = self.jobs.pop_front() {
            self.make_step(running, tally)?;
        }
        if !at.is_multiple_of(JOB_INTERVAL) || jobs == 0 || !self.jobs.is_empty() {
            return Ok(());
        }
        // Two at once: a row that the first deletes is gone when the second comes to it.
        (0..2).try_for_each(|next| {
            let job = (at / JOB_INTERVAL + next) % jobs;
            self.start(JobId(job as u16), at, tally)
        })
    }

    fn start(&mut self, job: JobId, at: usize, tally: &mut Tally) -> Result<(), String> {
        let sequence = at as u32;
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = JobStart { job }.write(sequence, &mut buffer);
        for executor in [&mut self.reference as &mut dyn Executor, &mut self.twin] {
            let verdict = executor.execute(frame);
            if verdict != Verdict::ACCEPT {
                return Err(format!("a job was not started: {verdict:?}\n"));
            }
        }
        let keys: VecDeque<Vec<Val>> = self.oracle.keys(job).into();
        let reference = JobRun::start(&mut self.reference, job, sequence);
        let twin = JobRun::start(&mut self.twin, job, sequence);
        let run = reference.ok_or("the program has no such job\n")?;
        if run.steps() != keys.len() || Some(&run) != twin.as_ref() {
            return Err(format!("job {job:?}: keys {keys:?}\nreference {run:?}\ntwin {twin:?}\n"));
        }
        tally.jobs += 1;
        self.jobs.push_back(Running { job, run, keys });
        Ok(())
    }

    pub fn make_step(&mut self, mut running: Running, tally: &mut Tally) -> Result<(), String> {
        let Running { job, run, keys } = &mut running;
        let Some((step, key)) = run.next_step().zip(keys.pop_front()) else { return Ok(()) };
        let expected = self.oracle.step(*job, &key);
        let outside = self.twin.execute(step);
        if outside != Verdict::refused(Reason::Malformed) || self.reference.execute(step) != outside
        {
            return Err(format!("a step from outside: {outside:?}\n"));
        }
        let (reference, twin) = (self.reference.step(step), self.twin.step(step));
        self.follow();
        if !agrees(&expected, &reference) || reference != twin {
            return Err(format!(
                "step of {job:?} on {key:?}\nexpected  {expected:?}\nreference {reference:?}\n\
                 twin      {twin:?}\n"
            ));
        }
        tally.steps.note(&reference);
        run.advance();
        self.jobs.push_front(running);
        Ok(())
    }

    /// Makes all steps of the jobs that run.
    pub fn end_jobs(&mut self, tally: &mut Tally) -> Result<(), String> {
        while let Some(running) = self.jobs.pop_front() {
            self.make_step(running, tally)?;
        }
        Ok(())
    }

    /// Compares the rows of every table of the rules with the oracle, and the digests of all tables
    /// between the executors. A program that scans has no tables of newest times.
    pub fn compare_tables(&self) -> Result<(), String> {
        let of_program = &self.programs[0].tables;
        for (index, declared) in self.rules.tables.iter().enumerate() {
            if of_program.get(index).is_none_or(|table| table.name != declared.name) {
                continue;
            }
            let table = TableId(index as u16);
            let expected: Vec<Vec<Val>> = self.oracle.rows(table).into_iter().cloned().collect();
            for (name, executor) in self.executors() {
                let found = rows(executor, table);
                if found != expected {
                    let (found, expected) = (show(&found), show(&expected));
                    return Err(format!(
                        "table {}\nexpected\n{expected}{name}\n{found}",
                        declared.name
                    ));
                }
            }
        }
        for (index, table) in self.programs[0].tables.iter().enumerate() {
            let id = TableId(index as u16);
            if digest(&self.reference, id) != digest(&self.twin, id) {
                let mut report = format!("table {}: digests differ\n", table.name);
                for (name, executor) in self.executors() {
                    let _ = writeln!(report, "{name}");
                    executor.visit_rows(id, &mut |row| {
                        let _ = writeln!(report, "  {row:?}");
                    });
                }
                return Err(report);
            }
        }
        Ok(())
    }

    fn executors(&self) -> [(&'static str, &dyn Executor); 2] {
        [("reference", &self.reference), ("twin", &self.twin)]
    }

    /// Describes a frame and the current tables of the oracle.
    pub fn describe(&self, frame: &Frame) -> String {
        let mut text = describe(self.rules, frame);
        for (index, table) in self.rules.tables.iter().enumerate() {
            let rows: Vec<Vec<Val>> =
                self.oracle.rows(TableId(index as u16)).into_iter().cloned().collect();
            let _ = write!(text, "oracle's {}\n{}", table.name, show(&rows));
        }
        text
    }
}

/// Describes a frame as text.
pub fn describe(rules: &RuleSet, frame: &Frame) -> String {
    let (name, columns, values) = match frames::read(rules, &frame.bytes, frame.by_loader) {
        None => return format!("malformed {frame:?}\n"),
        Some(Content::Message(id, values)) => {
            let message = &rules.messages[usize::from(id.0)];
            (&message.name, &message.fields, values)
        }
        Some(Content::Row(id, values)) => {
            let table = &rules.tables[usize::from(id.0)];
            (&table.name, &table.columns, values)
        }
    };
    let pairs: Vec<String> = columns
        .iter()
        .zip(values)
        .map(|(column, value)| format!("{} {value:?}", column.name))
        .collect();
    format!("{name} {}\n", pairs.join(", "))
}

fn agrees(expected: &Expected, verdict: &Verdict) -> bool {
    let same_reason = match verdict.reason {
        None => expected.reasons.is_empty(),
        Some(reason) => expected.reasons.contains(&reason),
    };
    let rule = verdict.rule.map(|rule| usize::from(rule.0));
    let same_effects = match verdict.effects {
        None => expected.effects.is_empty(),
        Some(reason) => expected.effects.contains(&reason),
    };
    let same_maps = (verdict.failing, verdict.warnings) == (expected.failing, expected.warnings);
    same_reason && rule == expected.rule && same_maps && same_effects
}

pub fn rows(executor: &dyn Executor, table: TableId) -> Vec<Vec<Val>> {
    let mut rows = Vec::new();
    executor.visit_rows(table, &mut |row| {
        let values = row.iter().map(|cell| match *cell {
            Cell::Null => Val::Null,
            Cell::Number(held) => Val::Number(held.into()),
            Cell::Text(text) => Val::Text(text.into()),
            Cell::Sum(..) | Cell::Levels(_) | Cell::Texts(_) => {
                panic!("a declared table has an aggregated cell")
            }
        });
        rows.push(values.collect());
    });
    rows
}

fn show(rows: &[Vec<Val>]) -> String {
    rows.iter().map(|row| format!("  {row:?}\n")).collect()
}
