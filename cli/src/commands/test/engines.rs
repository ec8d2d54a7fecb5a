// SPDX-License-Identifier: Apache-2.0

//! The tests of a file on one executor or on all of them.

use super::super::terminal::complain;
use super::super::{Failure, interrupted};
use super::results::{Outcome, Problem, Suite};
use super::trial::{self, Trace};
use super::wording;
use benches::executors::Engine;
use engine::build::Build;
use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use rulec::suite::Test;
use sim::rtl::{Rtl, RtlError, with_rtl};
use std::sync::Arc;

/// The executors that tests run on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Engines {
    /// The software twin: fast
    #[default]
    Twin,
    /// The reference interpreter: plain and slow
    Reference,
    /// The emitted Verilog under Verilator: exact to the cycle, and slowest
    Rtl,
    /// All of them, and a comparison of what they do
    All,
}

impl Engines {
    /// The executors. The others are compared with the first.
    pub fn list(self) -> &'static [Engine] {
        match self {
            Engines::Twin => &[Engine::Twin],
            Engines::Reference => &[Engine::Reference],
            Engines::Rtl => &[Engine::Rtl],
            Engines::All => &[Engine::Reference, Engine::Twin, Engine::Rtl],
        }
    }
}

/// The outcomes of the tests on an executor, in the order of the tests.
type Outcomes = (Engine, Vec<Outcome>);

/// Runs the tests on each of the executors.
pub fn run(suite: &Suite<'_>, engines: Engines) -> Result<Vec<Outcomes>, Failure> {
    let mut all = Vec::new();
    let mut first: Option<(Engine, Vec<Option<Trace>>)> = None;
    for &engine in engines.list() {
        let mut trials = on_engine(suite, engine)?;
        if let Some((name, traces)) = &first {
            for ((trial, expected), test) in trials.iter_mut().zip(traces).zip(suite.tests) {
                if let (Ok(trial), Some(expected)) = (trial, expected) {
                    let found = differences(suite, test, *name, expected, &trial.trace);
                    trial.problems.extend(found);
                }
            }
        }
        let traces = trials.iter().map(|trial| trial.as_ref().ok().map(|t| t.trace.clone()));
        first = first.or(Some((engine, traces.collect())));
        all.push((engine, trials.into_iter().map(outcome).collect()));
    }
    Ok(all)
}

/// What a test did, or why the executor cannot run it.
type Trial = Result<trial::Trial, String>;

fn outcome(trial: Trial) -> Outcome {
    match trial {
        Ok(trial) if trial.problems.is_empty() => Outcome::Passed,
        Ok(trial) => Outcome::Failed(trial.problems),
        Err(reason) => Outcome::Skipped(reason),
    }
}

/// Runs the tests on an executor.
fn on_engine(suite: &Suite<'_>, engine: Engine) -> Result<Vec<Trial>, Failure> {
    let program = suite.program;
    match engine {
        Engine::Twin => each(suite, |program| Twin::new(program).map_err(Failure::of)),
        Engine::Reference => each(suite, |program| Reference::new(program).map_err(Failure::of)),
        Engine::Rtl => {
            if suite.tests.is_empty() {
                return Ok(Vec::new());
            }
            let step = &mut |step: &str| complain!("{step}");
            let run = |rtl: &mut Rtl<'_, '_>| on_rtl(suite, rtl);
            match with_rtl(Arc::clone(program), Build::DEFAULT, step, run) {
                Ok(trials) => trials,
                Err(error @ (RtlError::Program(_) | RtlError::Microcode(_))) => {
                    Ok(suite.tests.iter().map(|_| Err(error.to_string())).collect())
                }
                Err(error @ (RtlError::Verilator(_) | RtlError::Kernel(_))) => {
                    Err(Failure::of(error))
                }
            }
        }
    }
}

/// Runs each test on a separate executor.
fn each<E: Executor>(
    suite: &Suite<'_>,
    new: impl Fn(Arc<Program>) -> Result<E, Failure>,
) -> Result<Vec<Trial>, Failure> {
    let mut trials = Vec::with_capacity(suite.tests.len());
    for test in suite.tests {
        check_interrupt()?;
        trials.push(Ok(trial::run(suite.report, test, &mut new(Arc::clone(suite.program))?)));
    }
    Ok(trials)
}

/// Runs each test on the same core, which starts again before it.
fn on_rtl(suite: &Suite<'_>, rtl: &mut Rtl<'_, '_>) -> Result<Vec<Trial>, Failure> {
    let mut trials: Vec<Trial> = Vec::with_capacity(suite.tests.len());
    for (index, test) in suite.tests.iter().enumerate() {
        check_interrupt()?;
        if index > 0 {
            rtl.restart().map_err(Failure::of)?;
        }
        trials.push(Ok(trial::run(suite.report, test, rtl)));
    }
    Ok(trials)
}

fn check_interrupt() -> Result<(), Failure> {
    match interrupted() {
        true => Err(Failure::Interrupted("no output file was completed".into())),
        false => Ok(()),
    }
}

/// Where an executor differs from the first one.
fn differences(
    suite: &Suite<'_>,
    test: &Test,
    first: Engine,
    expected: &Trace,
    found: &Trace,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let first = first.id();
    for ((step, expected), (_, found)) in expected.verdicts.iter().zip(&found.verdicts) {
        if expected == found {
            continue;
        }
        let step = &test.steps[*step];
        let lines = vec![
            format!("{first:<9} {}", wording::verdict(suite.program, &step.kind, expected)),
            format!("here      {}", wording::verdict(suite.program, &step.kind, found)),
        ];
        let mut problem = wording::problem(suite.report, step, lines);
        problem.what = format!("{}: differs from {first}", problem.what);
        problems.push(problem);
    }
    let tables = suite.program.tables.iter().zip(expected.digests.iter().zip(&found.digests));
    for (table, _) in tables.filter(|(_, (expected, found))| expected != found) {
        let (file, line, _) = suite.report.sources.position(test.span);
        problems.push(Problem {
            place: (file.to_owned(), line),
            what: format!("the rows of `{}` after the test differ from {first}", table.name),
            lines: Vec::new(),
        });
    }
    problems
}
