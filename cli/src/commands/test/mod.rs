// SPDX-License-Identifier: Apache-2.0

//! `riskgate test`: the tests of rule files, on one executor or on all.
//!
//! `engines` runs tests on an executor each, `trial` runs one test, `expected` has what its steps
//! expect, `wording` says what was expected and what was found, `results` has the results, and
//! `report` and `junit` show them. `mutation` runs the tests on mutants of the rules, and
//! `mutation_report` shows those that pass.

mod args;
mod engines;
mod expected;
mod junit;
mod mutation;
mod mutation_report;
mod report;
mod results;
mod trial;
mod wording;

pub use args::Args;

use super::terminal::{complain, say};
use super::{Failure, Format, interrupted, programs, refuse_overwriting};
use engine::program::Program;
use engines::Engines;
use files::output::OutputFile;
use results::{FileResults, Outcome, Suite, TestResults};
use rulec::Report;
use rulec::suite::Test;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    if args.mutate {
        return mutation::run(args);
    }
    let inputs: Vec<&Path> = args.files.iter().map(PathBuf::as_path).collect();
    let outputs: Vec<&Path> = args.junit.iter().map(PathBuf::as_path).collect();
    refuse_overwriting(&inputs, &outputs)?;
    let output = args.junit.as_deref().map(OutputFile::create).transpose().map_err(Failure::of)?;
    let mut files = Vec::with_capacity(args.files.len());
    for path in &args.files {
        files.push(run_file(path, args)?);
        if interrupted() {
            return Err(Failure::Interrupted("no output file was completed".into()));
        }
    }
    let counts = report::Counts::of(&files);
    if let (Some(filter), 0, 0) = (&args.filter, counts.tests(), counts.refused) {
        return Err(Failure::of(format!("no test has `{filter}` in its name")));
    }
    match args.format {
        Format::Text => say!("{}", report::text(&files, args.engine().list().len() > 1).trim_end()),
        Format::Json => say!("{:#}", report::json(&files)),
    }
    if let Some(mut output) = output {
        output.put(junit::xml(&files).as_bytes()).map_err(Failure::of)?;
        output.finish().map_err(Failure::of)?;
    }
    match (counts.failed, counts.refused) {
        (0, 0) => Ok(()),
        (0, _) => Err(Failure::Refused("not every file compiles".into())),
        (_, _) => Err(Failure::Refused("not every test passed".into())),
    }
}

/// The names of the tests of a file that do not pass on the twin.
pub fn failing(program: &Arc<Program>, report: &Report) -> Result<Vec<String>, Failure> {
    let tests: Vec<&Test> = report.tests.iter().collect();
    let outcomes = engines::run(&Suite { program, report, tests: &tests }, Engines::Twin)?;
    let outcomes = outcomes.into_iter().flat_map(|(_, outcomes)| outcomes);
    let failing = tests.iter().zip(outcomes).filter(|(_, one)| !matches!(one, Outcome::Passed));
    Ok(failing.map(|(test, _)| test.name.clone()).collect())
}

/// Runs the tests of a file.
fn run_file(path: &Path, args: &Args) -> Result<FileResults, Failure> {
    let name = path.display().to_string();
    let (program, report) = match programs::load_with_report(path) {
        Ok(loaded) => loaded,
        Err(Failure::Refused(text)) => {
            if args.format == Format::Text {
                complain!("{text}\n");
            }
            return Ok(FileResults { name, refused: Some(text), tests: Vec::new() });
        }
        Err(failure) => return Err(failure),
    };
    // Tests that also run on the emitted Verilog run on the same program everywhere.
    let program = args.engine().list().iter().copied().fold(program, programs::for_engine);
    let is_wanted = |test: &&Test| args.filter.as_ref().is_none_or(|text| test.name.contains(text));
    let tests: Vec<&Test> = report.tests.iter().filter(is_wanted).collect();
    let suite = Suite { program: &program, report: &report, tests: &tests };
    let mut by_engine = engines::run(&suite, args.engine())?;
    let results = tests.iter().enumerate().map(|(index, test)| {
        let (file, line, _) = report.sources.position(test.span);
        let results = by_engine.iter_mut().map(|(engine, outcomes)| {
            (*engine, std::mem::replace(&mut outcomes[index], Outcome::Passed))
        });
        let results = results.collect();
        TestResults { name: test.name.clone(), file: file.to_owned(), line, results }
    });
    let tests = results.collect();
    Ok(FileResults { name, refused: None, tests })
}
