// SPDX-License-Identifier: Apache-2.0

//! Rule sets that follow each other while the tables keep their rows. Frames come before, during
//! and after each change. Every verdict is that of the definitions in force, of which the oracle
//! knows nothing but the rows at the change; and after the change every table and aggregate is that
//! of a fresh executor that has loaded the rows.

use crate::harness::{Failure, Stop, Trial, compile, message_of, rows};
use crate::tally::Tally;
use crate::variable;
use engine::change::{Change, Filling, Plan, Refusal, Retired, Rows};
use engine::executor::{Executor, digest};
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{RuleId, TableId};
use rulec::hir::RuleSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use testkit::generate::{Frame, Frames, Lists, RuleFile, changes};
use testkit::oracle::{Oracle, Val};
use testkit::rng::Rng;

/// Changes of an ordinary run, which `RISKGATE_CHANGES` sets.
const CHANGES: u64 = 40;
/// Frames between two changes, without the rows that are loaded.
const FRAMES: usize = 90;
/// The rule files of a seed.
const MEMBERS: usize = 4;

/// Counts over a run.
#[derive(Debug, Default)]
struct Counts {
    made: u64,
    /// Refused because of a row.
    refused: u64,
    /// Rows that were there at a change.
    rows: u64,
    /// Changes that were under way for several frames.
    slow: u64,
    not_compiled: u64,
}

/// A rule file as all that a run needs of it.
struct Member {
    rules: Vec<RuleSet>,
    program: Program,
    change: Change,
}

fn member(file: &RuleFile) -> Result<Member, Stop> {
    let (rules, mut programs) = compile(std::slice::from_ref(file))?;
    let text = file.text();
    let (compiled, diagnostics) = rulec::compile_change(&text);
    let refused = |one: &rulec::diagnostic::Diagnostic| {
        Stop::Refused(one.code.to_owned(), one.render("random.rules", &text, false))
    };
    let compiled = compiled.ok_or_else(|| refused(&diagnostics[diagnostics.len() - 1]))?;
    let program = programs.remove(0);
    assert_eq!(
        compiled.programs,
        std::slice::from_ref(&program),
        "the filler changes nothing in the program"
    );
    let filler = compiled.filler.expect("it was asked for");
    let change = Change::new(program.clone(), filler).map_err(|error| {
        Stop::Failure(Failure { at: 0, report: format!("no change: {error}\n{text}") })
    })?;
    Ok(Member { rules, program, change })
}

/// Runs the rule files of a seed.
fn run_seed(seed: u64, with: Lists, counts: &mut Counts) -> Result<(), Stop> {
    let mut rng = Rng::new(seed, 7);
    let files = changes(MEMBERS, with, &mut rng);
    let members = files.iter().map(member).collect::<Result<Vec<Member>, Stop>>()?;
    let first = &members[0];
    let mut trial =
        Trial::new(&first.rules, vec![first.program.clone()], None).map_err(Stop::Failure)?;
    let mut tally = Tally::default();
    for (index, next) in members.iter().enumerate() {
        if index > 0 {
            change(&mut trial, next, with, counts, &mut rng, &mut tally)
                .map_err(|report| Stop::Failure(Failure { at: index, report }))?;
        }
        let frames = frames(trial.rules, FRAMES, &mut rng);
        run(&mut trial, &frames, &mut tally, |_| {})
            .map_err(|report| Stop::Failure(Failure { at: index, report }))?;
    }
    Ok(())
}

fn frames(rules: &RuleSet, count: usize, rng: &mut Rng) -> Vec<Frame> {
    Frames::new(rules, rng).random(count, rng)
}

/// Runs frames, with `between` after each.
fn run(
    trial: &mut Trial<'_>,
    frames: &[Frame],
    tally: &mut Tally,
    mut between: impl FnMut(&mut Trial<'_>),
) -> Result<(), String> {
    for (at, frame) in frames.iter().enumerate() {
        trial.change_mode(at, tally)?;
        trial.step(frame, tally).map_err(|report| trial.describe(frame) + &report)?;
        trial.work(at, tally)?;
        between(trial);
    }
    trial.compare_tables()
}

/// Whether nothing may change between the steps of a change. The random times of rows are in no
/// order, so that windows depend on when rows are copied; and where newest times are kept, it
/// depends on that whether a change of a row refuses. Steps of jobs change rows too.
fn is_at_once(with: Lists, next: &Member) -> bool {
    let keeps_newest = next.program.declared_tables().iter().any(|table| table.is_derived());
    with == Lists::Windows || keeps_newest
}

/// Prepares a change while frames come, and makes it if it is not refused.
fn change<'a>(
    trial: &mut Trial<'a>,
    next: &'a Member,
    with: Lists,
    counts: &mut Counts,
    rng: &mut Rng,
    tally: &mut Tally,
) -> Result<(), String> {
    let plan = || Plan::new(trial.twin.program(), &next.program).map_err(|all| format!("{all:?}"));
    let (plan, change) = (plan()?, &next.change);
    let filling = |error| format!("not filled: {error}");
    let mut filling = (
        Filling::new(plan.clone(), change).map_err(filling)?,
        Filling::new(plan, change).map_err(filling)?,
    );
    let is_at_once = is_at_once(with, next);
    if is_at_once {
        trial.end_jobs(tally)?;
    }
    filling.0.begin(&mut trial.reference);
    filling.1.begin(&mut trial.twin);
    trial.filling = Some(filling);
    let count = if is_at_once { 0 } else { rng.between(0, FRAMES) };
    counts.slow += u64::from(count > 0);
    // Random frames begin with some rows, however few they are.
    let frames = if count > 0 { frames(trial.rules, count, rng) } else { Vec::new() };
    let steps = rng.between(0, 3);
    run(trial, &frames, tally, |trial| {
        let Some((reference, twin)) = &mut trial.filling else { return };
        for _ in 0..steps {
            reference.step(&trial.reference);
            twin.step(&trial.twin);
        }
    })?;
    trial.end_jobs(tally)?;
    let (reference, twin) = trial.filling.take().expect("it was begun");
    let fresh = fresh(&trial.reference, next);
    let modes = modes(&trial.reference, &next.program);
    let refusals = (made(reference, &mut trial.reference), made(twin, &mut trial.twin));
    match refusals {
        (None, None) => {
            counts.made += 1;
            trial.rules = &next.rules[0];
            trial.programs = vec![Arc::new(next.program.clone())];
            trial.oracle = fresh.as_ref().map_err(String::clone)?.oracle(next, &modes, counts)?;
            trial.compare_tables()?;
            let fresh = fresh?.reference;
            for table in (0..next.program.tables.len()).map(|table| TableId(table as u16)) {
                if digest(&fresh, table) != digest(&trial.twin, table) {
                    let name = &next.program.tables[usize::from(table.0)].name;
                    return Err(format!("table {name} is not that of a fresh executor\n"));
                }
            }
            for (rule, mode) in (0..).map(RuleId).zip(&modes) {
                assert_eq!(trial.twin.mode(rule), Some(*mode));
                assert_eq!(trial.reference.mode(rule), Some(*mode));
            }
            Ok(())
        }
        (Some(Refusal::Row { .. }), Some(Refusal::Row { .. })) => {
            counts.refused += 1;
            if fresh.is_ok() {
                return Err(format!("{refusals:?}, but a fresh executor loads every row\n"));
            }
            trial.compare_tables()
        }
        other => Err(format!("{other:?}\nfresh {:?}", fresh.err())),
    }
}

/// Ends a change. Returns why it is refused, if it is.
fn made<E: Rows>(filling: Filling<E>, running: &mut E) -> Option<Refusal> {
    let retired: Result<Retired<E>, Refusal> = filling.finish(running);
    retired.err()
}

/// The modes of the rules of a program that follows another one.
fn modes(running: &Reference, next: &Program) -> Vec<Mode> {
    let kept = |rule: &engine::rule::RuleDef| {
        let rules = &running.program().rules;
        let at = rules.iter().position(|earlier| earlier.name == rule.name)?;
        let mode = running.mode(RuleId(at as u16))?;
        (mode != Mode::from(rules[at].severity)).then_some(mode)
    };
    next.rules.iter().map(|rule| kept(rule).unwrap_or(rule.severity.into())).collect()
}

/// A fresh executor with the rows of another one.
struct Fresh {
    reference: Reference,
    /// The rows of each table in the order in which they are loaded.
    rows: Vec<(TableId, Vec<Val>)>,
}

/// Loads the rows of an executor into one of the new program. The error is a row that it refuses.
fn fresh(running: &Reference, next: &Member) -> Result<Fresh, String> {
    let program = &next.program;
    let mut fresh = Fresh {
        reference: Reference::new(program.clone()).expect("it is sound"),
        rows: Vec::new(),
    };
    for (id, table) in (0..).map(TableId).zip(program.declared_tables()) {
        let Some(from) = running.program().table(&table.name).filter(|_| !table.is_derived())
        else {
            continue;
        };
        let before = &running.program().tables[usize::from(from.0)].columns;
        let mut all: Vec<Vec<Val>> = Vec::new();
        for row in rows(running, from) {
            let cell =
                |name: &str| before.iter().position(|c| c.name == name).map(|at| row[at].clone());
            all.push(table.columns.iter().map(|c| cell(&c.name).unwrap_or(Val::Null)).collect());
        }
        if let Some(time) = program.window_time(id) {
            // The rows are in the order of their keys.
            all.sort_by_key(|row| match &row[usize::from(time.0)] {
                Val::Number(number) => Some(*number),
                _ => None,
            });
        }
        let kind = FrameKind::Row(id);
        let layout = program.layout(kind);
        for row in all {
            let values: Vec<FieldValue<'_>> = row.iter().map(field).collect();
            let mut buffer = [0; FRAME_BYTES_MAX];
            let frame = layout.write(1, &values, &mut buffer).map_err(|error| error.to_string())?;
            if let Some(reason) = fresh.reference.load(frame).reason {
                return Err(format!("{reason} on {row:?}"));
            }
            fresh.rows.push((id, row));
        }
    }
    Ok(fresh)
}

fn field(value: &Val) -> FieldValue<'_> {
    match value {
        Val::Number(number) => FieldValue::Number(*number as i64),
        Val::Text(text) => FieldValue::Text(text.as_bytes()),
        _ => FieldValue::Null,
    }
}

impl Fresh {
    /// An oracle with the same rows.
    fn oracle<'a>(
        &self,
        next: &'a Member,
        modes: &[Mode],
        counts: &mut Counts,
    ) -> Result<Oracle<'a>, String> {
        let mut oracle = Oracle::new(&next.rules);
        for (table, row) in &self.rows {
            counts.rows += 1;
            let expected = oracle.load(*table, row.clone());
            if !expected.reasons.is_empty() {
                return Err(format!("the oracle refuses {row:?}: {expected:?}"));
            }
        }
        for (rule, mode) in modes.iter().enumerate() {
            oracle.set_mode(rule, *mode);
        }
        Ok(oracle)
    }
}

fn run_all(with: Lists) {
    let wanted = variable("RISKGATE_CHANGES").unwrap_or(CHANGES);
    let only = variable("RISKGATE_SEED");
    let mut counts = Counts::default();
    for seed in only.map_or(0..u64::MAX, |seed| seed..seed + 1) {
        let outcome = catch_unwind(AssertUnwindSafe(|| run_seed(seed, with, &mut counts)))
            .unwrap_or_else(|e| {
                Err(Stop::Failure(Failure { at: 0, report: message_of(e.as_ref()) }))
            });
        match outcome {
            Ok(()) => {}
            Err(Stop::Refused(code, report)) => {
                counts.not_compiled += 1;
                if only.is_some() {
                    println!("{code}: {report}");
                }
            }
            Err(Stop::Failure(Failure { at, report })) => {
                let files = changes(MEMBERS, with, &mut Rng::new(seed, 7));
                let text: String =
                    files.iter().map(RuleFile::text).collect::<Vec<_>>().join("\n---\n");
                panic!("seed {seed}, rule file {at}: {report}\n{text}");
            }
        }
        if counts.made >= wanted {
            break;
        }
    }
    println!("{counts:#?}");
    if only.is_none() {
        assert!(counts.made >= wanted && counts.rows > 3 * wanted, "{counts:?}");
        assert!(counts.refused > 0 || with == Lists::None, "{counts:?}");
        assert!(counts.slow > wanted / 4 || with == Lists::Windows, "{counts:?}");
    }
}

#[test]
fn rule_sets_with_other_definitions_follow_each_other() {
    run_all(Lists::None);
}

#[test]
fn rule_sets_with_other_groups_follow_each_other() {
    run_all(Lists::Groups);
}

/// The change is made at once: windows are filled by time.
#[test]
fn rule_sets_with_other_windows_follow_each_other() {
    run_all(Lists::Windows);
}
