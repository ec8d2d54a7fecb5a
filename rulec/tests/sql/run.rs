// SPDX-License-Identifier: Apache-2.0

//! Runs batches on the rule language's executors, on PostgreSQL and on SQLite.

use crate::compare::{Answer, Comparison, compare, listed};
use crate::ours;
use crate::sqlite::{self, Sqlite};
use crate::tally::Tally;
use engine::program::Program;
use std::fmt::Write;
use testkit::rng::Rng;
use testkit::sql::{Batch, Body, Constructs, Dialect, SETTINGS, Server};

/// Messages of a batch.
const MESSAGES: usize = 10;
/// Events for each message of a batch.
const EVENTS: usize = 6;
/// Cases of a batch, if the compiler refuses none of its messages.
pub const CASES: u64 = (MESSAGES * EVENTS) as u64;

/// A disagreement.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The seed of the batch.
    pub seed: u64,
    /// The event.
    pub event: usize,
    /// The answer of each.
    pub report: String,
}

/// A batch that was run by the rule language.
pub struct Trial {
    /// Its seed.
    pub seed: u64,
    /// The batch, without messages that the compiler refuses.
    pub batch: Batch,
    /// The answers.
    pub lines: Vec<String>,
}

/// Returns the batch of a seed.
pub fn batch_of(seed: u64) -> Batch {
    Batch::random(MESSAGES, EVENTS, Constructs::served(), &mut Rng::seeded(seed))
}

/// Compiles a batch, without the messages that the compiler refuses.
pub fn compile(mut batch: Batch, tally: &mut Tally) -> (Batch, Option<Program>) {
    tally.messages += batch.messages.len() as u64;
    if let Ok(program) = ours::compile(&batch) {
        return (batch, Some(program));
    }
    let whole = batch.clone();
    batch = whole.with_messages(|message| {
        let result = ours::compile(&whole.with_messages(|other| other == message));
        if let Err((code, text)) = &result {
            if std::env::var_os("RISKGATE_REFUSED").is_some() {
                println!("{text}");
            }
            *tally.refused.entry(code.clone()).or_default() += 1;
        }
        result.is_ok()
    });
    match ours::compile(&batch) {
        Ok(program) => (batch, Some(program)),
        Err((code, _)) => {
            *tally.refused.entry(code).or_default() += batch.messages.len() as u64;
            (batch, None)
        }
    }
}

/// Runs the batches of some seeds.
pub fn run(server: &Server, seeds: &[u64], tally: &mut Tally) -> Result<(), Failure> {
    let mut trials = Vec::new();
    let mut script = SETTINGS.to_owned();
    for seed in seeds {
        let (batch, program) = compile(batch_of(*seed), tally);
        let Some(program) = program else { continue };
        let failure = |report| Failure { seed: *seed, event: 0, report };
        let lines = ours::run(&batch, program).map_err(failure)?;
        script += &batch.postgres();
        trials.push(Trial { seed: *seed, batch, lines });
    }
    let theirs = server.run(&script);
    let mut rest = theirs.as_slice();
    for trial in trials {
        let (own, others) = rest.split_at(trial.lines.len());
        rest = others;
        check(server, &trial, own, tally)?;
    }
    Ok(())
}

/// Compares the answers to each event of a batch.
fn check(
    server: &Server,
    trial: &Trial,
    theirs: &[String],
    tally: &mut Tally,
) -> Result<(), Failure> {
    let sqlite = Sqlite::new(&trial.batch);
    for (index, event) in trial.batch.events.iter().enumerate() {
        let message = &trial.batch.messages[event.message];
        let has_statements = matches!(message.body, Body::Statements(..));
        let ours = Answer::read(&trial.lines[index]);
        let other = Answer::read(&theirs[index]);
        tally.add(message.used, &ours);
        let difference = match compare(&ours, &other) {
            Comparison::Equal => None,
            Comparison::Listed(difference) => Some(difference),
            Comparison::Different => match explain(server, trial, index, &ours, &other) {
                Some(name) => Some(listed(name)),
                None => return Err(failure(trial, index, "PostgreSQL", &other)),
            },
        };
        if let Some(difference) = difference {
            *tally.listed.entry(difference.name).or_default() += 1;
            if ours.rows != other.rows {
                // The tables are no longer the same.
                tally.cut += (trial.batch.events.len() - index - 1) as u64;
                return Ok(());
            }
        }
        let answer = match trial.batch.is_for_sqlite(message) {
            true => sqlite.run(event),
            false => sqlite::Answer::None,
        };
        let is_same = match answer {
            sqlite::Answer::Line(line) => {
                let answer = Answer::read(&line);
                // SQLite has no errors of arithmetic.
                let is_comparable = !ours.is_error() || answer.is_error();
                if is_comparable && answer.head != ours.head && !ours.is_error() {
                    return Err(failure(trial, index, "SQLite", &answer));
                }
                tally.sqlite += u64::from(is_comparable);
                let is_same = answer.rows == ours.rows;
                if is_comparable && !is_same && answer.head == ours.head {
                    return Err(failure(trial, index, "SQLite", &answer));
                }
                is_same
            }
            sqlite::Answer::None => false,
        };
        if has_statements && !is_same {
            sqlite.set_rows(&trial.lines[index]);
        }
    }
    Ok(())
}

/// The name of the listed difference that explains two answers: PostgreSQL gives the rule
/// language's answer to another text of the message, which the difference says.
fn explain(
    server: &Server,
    trial: &Trial,
    index: usize,
    ours: &Answer,
    theirs: &Answer,
) -> Option<&'static str> {
    let message = trial.batch.events[index].message;
    let body = &trial.batch.messages[message].body;
    let answer = |body: Body, dialect: Dialect, fill: bool| {
        let mut batch = trial.batch.clone();
        batch.messages[message].body = body;
        batch.events.truncate(index + 1);
        let lines = server.try_run(&(SETTINGS.to_owned() + &batch.script(dialect, fill))).ok()?;
        lines.last().map(|line| Answer::read(line))
    };
    if theirs.is_arithmetic_error() {
        if answer(body.clone(), Dialect::Opaque, false).as_ref() == Some(ours) {
            return Some("work-of-the-planner");
        }
        let inlined = body.inlined(&trial.batch.functions);
        if answer(inlined.clone(), Dialect::Opaque, false).as_ref() == Some(ours) {
            return Some("arguments-of-functions");
        }
        let is_same = |body| answer(body, Dialect::Postgres, false).as_ref() == Some(ours);
        return inlined.reordered().into_iter().any(is_same).then_some("order-of-operands");
    }
    if !ours.is_arithmetic_error() {
        return None;
    }
    let is_same = |answer: Option<Answer>| answer.is_some_and(|answer| answer.head == ours.head);
    if is_same(answer(body.clone(), Dialect::Opaque, false)) {
        return Some("work-of-the-planner");
    }
    let alone = |body| is_same(answer(body, Dialect::Opaque, true));
    body.with_one_conjunct().into_iter().any(alone).then_some("errors-of-keys")
}

fn failure(trial: &Trial, index: usize, database: &str, theirs: &Answer) -> Failure {
    let ours = Answer::read(&trial.lines[index]);
    let mut report = String::new();
    let _ = writeln!(report, "rule language  {}\n{database:14} {}", ours.head, theirs.head);
    for (whose, rows, others) in
        [("rule language", &ours.rows, &theirs.rows), (database, &theirs.rows, &ours.rows)]
    {
        for row in rows.iter().filter(|row| !others.contains(row)) {
            let _ = writeln!(report, "only {whose} has the row {row}");
        }
    }
    Failure { seed: trial.seed, event: index, report }
}
