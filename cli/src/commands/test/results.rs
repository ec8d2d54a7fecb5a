// SPDX-License-Identifier: Apache-2.0

//! The tests of a rule file and their results.

use benches::executors::Engine;
use engine::program::Program;
use rulec::Report;
use rulec::suite::Test;
use std::sync::Arc;

/// The results of a rule file.
pub struct FileResults {
    /// The file.
    pub name: String,
    /// Why there are no results: the file has errors, or a program image.
    pub refused: Option<String>,
    /// The tests in file order.
    pub tests: Vec<TestResults>,
}

/// The results of a test.
pub struct TestResults {
    /// Its name.
    pub name: String,
    /// The file that it is in.
    pub file: String,
    /// The line on which it starts.
    pub line: usize,
    /// The result on each executor.
    pub results: Vec<(Engine, Outcome)>,
}

/// The result of a test on an executor.
pub enum Outcome {
    /// Everything was as expected.
    Passed,
    /// What was not, in the order of the steps.
    Failed(Vec<Problem>),
    /// The executor cannot run it, and why.
    Skipped(String),
}

/// Something that was not as expected.
pub struct Problem {
    /// The file, and the line of the step.
    pub place: (String, usize),
    /// The step, or what else was compared.
    pub what: String,
    /// Expected and found, as lines.
    pub lines: Vec<String>,
}

/// The rule file of some tests.
pub struct Suite<'a> {
    /// The program.
    pub program: &'a Arc<Program>,
    /// What the compiler says about it.
    pub report: &'a Report,
    /// The tests to run.
    pub tests: &'a [&'a Test],
}
