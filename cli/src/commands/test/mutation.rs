// SPDX-License-Identifier: Apache-2.0

//! `riskgate test --mutate`: the mutants of rule files that pass all tests.

use super::super::progress::{Unit, bar};
use super::super::rule_files::{parse, read};
use super::super::terminal::{complain, say};
use super::super::{Failure, Format, interrupted, programs};
use super::args::Args;
use super::engines::Engines;
use super::mutation_report::{self, FileMutants, Survivor};
use super::trial;
use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use indicatif::ProgressBar;
use rulec::Report;
use rulec::mutate::{Mutant, mutants};
use rulec::source::Parsed;
use rulec::suite::Test;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The stack of a worker, which compiles: that of the main thread.
const STACK_BYTES: usize = 8 << 20;

/// Runs the command with `--mutate`.
pub fn run(args: &Args) -> Result<(), Failure> {
    let engine = match args.engine.unwrap_or(Engines::Reference) {
        engine @ (Engines::Twin | Engines::Reference) => engine,
        Engines::Rtl | Engines::All => {
            return Err(Failure::of("mutants run on one software engine: use --engine twin"));
        }
    };
    let tester = Tester { engine, filter: args.filter.as_deref() };
    let mut files = Vec::with_capacity(args.files.len());
    for path in &args.files {
        match tester.file(path) {
            Ok(file) => files.push(file),
            Err(Failure::Refused(why)) => {
                if args.format == Format::Text {
                    complain!("{why}\n");
                }
                files.push(FileMutants::refused(path, why));
            }
            Err(failure) => return Err(failure),
        }
    }
    match args.format {
        Format::Text => say!("{}", mutation_report::text(&files).trim_end()),
        Format::Json => say!("{:#}", mutation_report::json(&files)),
    }
    let survivors: usize = files.iter().map(|file| file.survivors.len()).sum();
    match (survivors, files.iter().any(|file| file.refused.is_some())) {
        (0, false) => Ok(()),
        (0, true) => Err(Failure::Refused("the mutants of not every file were tested".into())),
        (1, _) => Err(Failure::Refused("1 mutant passes all tests".into())),
        (count, _) => Err(Failure::Refused(format!("{count} mutants pass all tests"))),
    }
}

/// What became of a mutant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// A test fails.
    Noticed,
    /// It is no valid rule file.
    NotCompiled,
    /// All tests pass.
    Survived,
}

/// How mutants are tested.
struct Tester<'a> {
    engine: Engines,
    filter: Option<&'a str>,
}

impl Tester<'_> {
    /// Tests the mutants of a file.
    fn file(&self, path: &Path) -> Result<FileMutants, Failure> {
        let name = path.display().to_string();
        // This reports errors and warnings.
        let (program, report) = programs::load_with_report(path)?;
        let tests = self.wanted(&report).count();
        if !self.pass(&program, &report)? {
            return Err(Failure::of(format!(
                "{name}: a test fails without any mutant; mend what `riskgate test {name}` shows \
                 first"
            )));
        }
        if let (Some(filter), 0) = (self.filter, tests) {
            return Err(Failure::of(format!("{name}: no test has `{filter}` in its name")));
        }
        let parsed = parse(path, read(path)?)?.parsed;
        let all = mutants(&parsed.file);
        let progress = bar("testing mutants", all.len() as u64, Unit::Count);
        let fates = self.fates(&parsed, &all, &progress);
        progress.finish_and_clear();
        let fates = fates?;
        let count = |wanted| fates.iter().filter(|fate| **fate == wanted).count();
        let survived = all.iter().zip(&fates).filter(|(_, fate)| **fate == Fate::Survived);
        let survivors = survived.map(|(mutant, _)| Survivor::of(mutant, &parsed.sources));
        Ok(FileMutants {
            name,
            refused: None,
            tests,
            mutants: all.len(),
            not_compiled: count(Fate::NotCompiled),
            survivors: survivors.collect(),
        })
    }

    /// The fates of mutants, in their order. All processors test them.
    fn fates(
        &self,
        parsed: &Parsed,
        all: &[Mutant],
        progress: &ProgressBar,
    ) -> Result<Vec<Fate>, Failure> {
        let next = AtomicUsize::new(0);
        let worker = || -> Result<Vec<(usize, Fate)>, Failure> {
            let mut found = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(mutant) = all.get(index) else { return Ok(found) };
                if interrupted() {
                    let tested = progress.position();
                    return Err(Failure::Interrupted(format!("{tested} mutants were tested")));
                }
                found.push((index, self.fate(mutant, parsed)?));
                progress.inc(1);
            }
        };
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let results = thread::scope(|scope| {
            let start = |_| {
                let builder = thread::Builder::new().stack_size(STACK_BYTES);
                builder.spawn_scoped(scope, worker).map_err(Failure::of)
            };
            let threads: Vec<_> = (0..workers).map(start).collect();
            let join = |thread: Result<thread::ScopedJoinHandle<'_, _>, Failure>| {
                thread?.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            threads.into_iter().map(join).collect::<Result<Vec<_>, Failure>>()
        })?;
        let mut fates: Vec<(usize, Fate)> = results.into_iter().flatten().collect();
        fates.sort_unstable_by_key(|(index, _)| *index);
        Ok(fates.into_iter().map(|(_, fate)| fate).collect())
    }

    fn fate(&self, mutant: &Mutant, original: &Parsed) -> Result<Fate, Failure> {
        let mutated = Parsed { file: mutant.apply(&original.file), ..original.clone() };
        let (programs, reports) = rulec::compile_sources(vec![mutated]);
        let Some(program) = programs.and_then(|mut programs| programs.pop()) else {
            return Ok(Fate::NotCompiled);
        };
        match self.pass(&Arc::new(program), &reports[0])? {
            true => Ok(Fate::Survived),
            false => Ok(Fate::Noticed),
        }
    }

    /// Whether all wanted tests pass; the first that fails is the last that runs.
    fn pass(&self, program: &Arc<Program>, report: &Report) -> Result<bool, Failure> {
        for test in self.wanted(report) {
            let trial = match self.engine {
                Engines::Reference => {
                    on(Reference::new(Arc::clone(program)).map_err(Failure::of)?, report, test)
                }
                Engines::Twin | Engines::Rtl | Engines::All => {
                    on(Twin::new(Arc::clone(program)).map_err(Failure::of)?, report, test)
                }
            };
            if !trial {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn wanted<'r>(&self, report: &'r Report) -> impl Iterator<Item = &'r Test> {
        let is_wanted = |test: &&Test| self.filter.is_none_or(|text| test.name.contains(text));
        report.tests.iter().filter(is_wanted)
    }
}

/// Whether a test passes on an executor with empty tables.
fn on(mut executor: impl Executor, report: &Report, test: &Test) -> bool {
    trial::run(report, test, &mut executor).problems.is_empty()
}
