// SPDX-License-Identifier: Apache-2.0

//! Results for people and for programs.

use super::results::{FileResults, Outcome, Problem};
use benches::executors::Engine;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How many results there are of each kind. A test counts once on each executor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
    /// Skipped.
    pub skipped: usize,
    /// Files that have errors.
    pub refused: usize,
}

impl Counts {
    /// The counts of some files.
    pub fn of(files: &[FileResults]) -> Counts {
        let mut counts = Counts::default();
        for file in files {
            counts.refused += usize::from(file.refused.is_some());
            for (_, outcome) in file.tests.iter().flat_map(|test| &test.results) {
                match outcome {
                    Outcome::Passed => counts.passed += 1,
                    Outcome::Failed(_) => counts.failed += 1,
                    Outcome::Skipped(_) => counts.skipped += 1,
                }
            }
        }
        counts
    }

    /// All results.
    pub fn tests(&self) -> usize {
        self.passed + self.failed + self.skipped
    }

    /// One line.
    pub fn summary(&self) -> String {
        let Counts { passed, failed, skipped, refused } = self;
        let tests = match self.tests() {
            1 => "1 test".to_owned(),
            tests => format!("{tests} tests"),
        };
        let mut text = format!("{tests}: {passed} passed, {failed} failed, {skipped} skipped");
        match refused {
            0 => {}
            1 => text += "; 1 file does not compile",
            _ => text += &format!("; {refused} files do not compile"),
        }
        text
    }
}

/// The results as text: a line for each test, the problems of those that failed, and a summary.
pub fn text(files: &[FileResults], names_engines: bool) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    for file in files {
        let _ = writeln!(text, "{}", file.name);
        if file.refused.is_some() {
            let _ = writeln!(text, "  does not compile");
        } else if file.tests.is_empty() {
            let _ = writeln!(text, "  no tests");
        }
        for test in &file.tests {
            for (engine, outcome) in &test.results {
                let on = match names_engines {
                    true => format!(" [{}]", engine.id()),
                    false => String::new(),
                };
                let name = &test.name;
                let _ = match outcome {
                    Outcome::Passed => writeln!(text, "  ok       {name}{on}"),
                    Outcome::Skipped(reason) => {
                        writeln!(text, "  SKIPPED  {name}{on}: {reason}")
                    }
                    Outcome::Failed(problems) => {
                        let place = format!("{}:{}", test.file, test.line);
                        let lines = problem_lines(problems);
                        writeln!(text, "  FAILED   {name}{on}, at {place}\n{lines}")
                    }
                };
            }
        }
    }
    let _ = write!(text, "\n{}", Counts::of(files).summary());
    text
}

/// The problems of a test, each with its place.
pub fn problem_lines(problems: &[Problem]) -> String {
    let problem = |problem: &Problem| {
        let (file, line) = &problem.place;
        let mut text = format!("    {file}:{line}: {}", problem.what);
        for line in &problem.lines {
            text += &format!("\n        {line}");
        }
        text
    };
    problems.iter().map(problem).collect::<Vec<_>>().join("\n")
}

/// The results for programs.
pub fn json(files: &[FileResults]) -> Value {
    let counts = Counts::of(files);
    let file = |file: &FileResults| {
        let tests = file.tests.iter().map(|test| {
            let results =
                test.results.iter().map(|(engine, outcome)| result_json(*engine, outcome));
            json!({
                "name": test.name,
                "file": test.file,
                "line": test.line,
                "results": results.collect::<Vec<_>>(),
            })
        });
        json!({
            "file": file.name,
            "refused": file.refused,
            "tests": tests.collect::<Vec<_>>(),
        })
    };
    json!({
        "passed": counts.passed,
        "failed": counts.failed,
        "skipped": counts.skipped,
        "refused": counts.refused,
        "files": files.iter().map(file).collect::<Vec<_>>(),
    })
}

fn result_json(engine: Engine, outcome: &Outcome) -> Value {
    let engine = engine.id();
    match outcome {
        Outcome::Passed => json!({ "engine": engine, "outcome": "passed" }),
        Outcome::Skipped(reason) => {
            json!({ "engine": engine, "outcome": "skipped", "reason": reason })
        }
        Outcome::Failed(problems) => {
            let problem = |problem: &Problem| {
                let (file, line) = &problem.place;
                json!({
                    "file": file,
                    "line": line,
                    "step": problem.what,
                    "difference": problem.lines,
                })
            };
            let problems: Vec<Value> = problems.iter().map(problem).collect();
            json!({ "engine": engine, "outcome": "failed", "problems": problems })
        }
    }
}
