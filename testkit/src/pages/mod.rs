// SPDX-License-Identifier: Apache-2.0

//! The examples in the pages of the book: rule files in fenced blocks, which are compiled and whose
//! tests are run.
//!
//! The words after the fence say what a block is:
//!
//! | fence | the block is |
//! | --- | --- |
//! | `sql` | a rule file |
//! | `sql,preamble` | declarations for the fragments and values after it, then a test |
//! | `sql,fragment` | a rule file without the declarations of the preamble |
//! | `sql,values` | a line for each expression, with its value in a comment |
//! | `sql,file=NAME` | a file that other blocks of the page include |
//! | `sql,refused` | a rule file with errors; also `sql,fragment,refused` |
//!
//! A diagnostic is expected where the block says so in a comment on its line, as in
//! `-- error[unknown-name]`; no other is allowed. The value of an expression is a literal, `NULL`,
//! or the reason of a reject. The test of the preamble sends the message whose fields the
//! expressions read; fragments and files have separate tests.

mod blocks;
mod trial;

pub use blocks::{Block, Kind, blocks};

use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use engine::verdict::Reason;
use rulec::Report;
use rulec::diagnostic::{Diagnostic, Severity};
use rulec::source::{LoadError, Loaded, Loader, parse_sources};
use rulec::suite::Test;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

/// An example, complete: a file that compiles, or one that is refused.
#[derive(Clone, Debug)]
pub struct Example {
    /// The page and the line of the block.
    pub place: String,
    /// The text of the rule file.
    pub text: String,
    /// The first line of the text that the page shows there, from 0.
    pub first_line: usize,
    /// The files that it can include, by name.
    pub files: BTreeMap<String, String>,
    /// What is expected of it.
    pub expected: Expected,
}

/// What is expected of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It compiles, and its tests pass.
    Accepted,
    /// It has errors.
    Refused,
    /// It compiles, and the last message of its first test is accepted, or rejected with a reason.
    Value(Option<Reason>),
}

/// The examples of a page.
///
/// # Panics
/// If a block is none of the kinds above.
pub fn examples(page: &str, text: &str) -> Vec<Example> {
    let blocks = blocks(page, text);
    let files: BTreeMap<String, String> = blocks
        .iter()
        .filter_map(|block| match &block.kind {
            Kind::Named(name) => Some((name.clone(), block.text.clone())),
            _ => None,
        })
        .collect();
    let mut preamble = Preamble::default();
    let mut examples = Vec::new();
    for block in &blocks {
        let example = |line: usize, text: String, first_line, expected| Example {
            place: format!("{page}:{}", block.line + line),
            text,
            first_line,
            files: files.clone(),
            expected,
        };
        match &block.kind {
            Kind::Preamble => preamble = Preamble::of(&block.text),
            Kind::File { fragment, refused } => {
                let (declared, end) = match fragment {
                    // It need not use all declarations, which would look like a lost end.
                    true => (preamble.declarations.as_str(), "end;\n"),
                    false => ("", ""),
                };
                let text = format!("{declared}{}{end}", block.text);
                let expected = if *refused { Expected::Refused } else { Expected::Accepted };
                examples.push(example(0, text, declared.lines().count(), expected));
            }
            Kind::Values => {
                for (line, expression, value) in values(block) {
                    let (text, expected) = preamble.with_value(expression, value);
                    examples.push(example(line, text, usize::MAX, expected));
                }
            }
            Kind::Named(_) => {}
        }
    }
    examples
}

/// The declarations that fragments and values share, and the test that the values are read in.
#[derive(Default)]
struct Preamble {
    declarations: String,
    test: String,
}

impl Preamble {
    fn of(text: &str) -> Preamble {
        let at = text.find("\ntest ").map_or(text.len(), |at| at + 1);
        let (declarations, test) = text.split_at(at);
        Preamble { declarations: declarations.to_owned(), test: test.to_owned() }
    }

    /// A file with a rule that holds if an expression has a value; for a reason, one that the
    /// expression rejects.
    fn with_value(&self, expression: &str, value: &str) -> (String, Expected) {
        let reason = Reason::ALL.iter().find(|reason| reason.text() == value).copied();
        let reason = reason.filter(|reason| *reason != Reason::False);
        let condition = match (reason, value) {
            (Some(_), _) | (_, "NULL") => format!("({expression}) is null"),
            (None, _) => format!("({expression}) is not distinct from {value}"),
        };
        let Preamble { declarations, test } = self;
        let text = format!("{declarations}{test}\nrule value on m ({condition})\n");
        (text, Expected::Value(reason))
    }
}

/// The lines of a block of values: line, expression, value.
fn values(block: &Block) -> Vec<(usize, &str, &str)> {
    let lines = block.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let (expression, value) = line.split_once(" -- ").unwrap_or_else(|| {
                panic!("{}:{}: no value after ` -- `", block.page, block.line + 1 + at)
            });
            (at + 1, expression.trim(), value.trim())
        })
        .collect()
}

impl Example {
    /// A rule file whose tests are to pass, as an example.
    pub fn file(place: &str, text: &str) -> Example {
        Example {
            place: place.to_owned(),
            text: text.to_owned(),
            first_line: 0,
            files: BTreeMap::new(),
            expected: Expected::Accepted,
        }
    }

    /// Compiles the example and runs its tests on the reference and the twin.
    ///
    /// # Errors
    /// What is wrong, as text.
    pub fn check(&self) -> Result<(), String> {
        let (program, report) = self.compile();
        match (&self.expected, program) {
            (Expected::Refused, None) => self.compare_diagnostics(&report),
            (Expected::Refused, Some(_)) => Err(format!("{}: it compiles", self.place)),
            (_, None) => Err(format!("{}: it does not compile\n{}", self.place, shown(&report))),
            (Expected::Accepted, Some(program)) => {
                self.compare_diagnostics(&report)?;
                let checked = run_tests(&Arc::new(program), &report.tests);
                checked.map_err(|error| format!("{}: {error}", self.place))
            }
            (Expected::Value(reason), Some(program)) => {
                let [test, ..] = report.tests.as_slice() else {
                    return Err(format!("{}: the preamble has no test", self.place));
                };
                let checked = on_both(&Arc::new(program), |executor| {
                    let found = trial::last_reason(test, executor)?;
                    match found == *reason {
                        true => Ok(()),
                        false => Err(format!("it has another value: {found:?}")),
                    }
                });
                checked.map_err(|error| format!("{}: {error}", self.place))
            }
        }
    }

    /// Parses and compiles the example with the files that it includes.
    fn compile(&self) -> (Option<Program>, Report) {
        let root = Loaded::new(&self.place, &self.text);
        let parsed = parse_sources(root, &mut Files(&self.files));
        let (programs, mut reports) = rulec::compile_sources(vec![parsed]);
        (programs.and_then(|mut programs| programs.pop()), reports.remove(0))
    }

    /// Compares the diagnostics with those that the comments of the block name.
    fn compare_diagnostics(&self, report: &Report) -> Result<(), String> {
        let mut expected = expected_diagnostics(&self.text);
        let mut found: Vec<(usize, String)> = report
            .diagnostics
            .iter()
            .map(|diagnostic| {
                let (_, line, _) = report.sources.position(diagnostic.primary.0);
                (line, code_of(diagnostic))
            })
            .collect();
        expected.sort();
        found.sort();
        if expected == found {
            return Ok(());
        }
        let mut text = format!("{}: other diagnostics than stated\n", self.place);
        for (line, code) in &expected {
            let _ = writeln!(text, "  stated in line {}: {code}", self.shown_line(*line));
        }
        Err(text + &shown(report))
    }

    /// A line of the block, for messages.
    fn shown_line(&self, line: usize) -> usize {
        line.saturating_sub(self.first_line)
    }
}

/// Runs the tests of a rule file on the reference and the twin.
///
/// # Errors
/// The first step that does not do what it expects.
pub fn run_tests(program: &Arc<Program>, tests: &[Test]) -> Result<(), String> {
    tests.iter().try_for_each(|test| on_both(program, |executor| trial::run(test, executor)))
}

/// Runs the tests of a rule file on the reference alone.
///
/// # Errors
/// The first step that does not do what it expects.
pub fn run_tests_on_reference(program: &Arc<Program>, tests: &[Test]) -> Result<(), String> {
    let wrong = |error| format!("the program is not sound: {error:?}");
    tests.iter().try_for_each(|test| {
        let mut reference = Reference::new(Arc::clone(program)).map_err(wrong)?;
        trial::run(test, &mut reference)
    })
}

/// Runs on the reference, then on the twin.
fn on_both(
    program: &Arc<Program>,
    run: impl Fn(&mut dyn Executor) -> Result<(), String>,
) -> Result<(), String> {
    let wrong = |error: &dyn std::fmt::Debug| format!("the program is not sound: {error:?}");
    let mut reference = Reference::new(Arc::clone(program)).map_err(|error| wrong(&error))?;
    run(&mut reference).map_err(|error| format!("{error} (reference)"))?;
    let mut twin = Twin::new(Arc::clone(program)).map_err(|error| wrong(&error))?;
    run(&mut twin).map_err(|error| format!("{error} (twin)"))
}

/// The lines and codes in the comments of a text, such as `-- error[unknown-name]`.
fn expected_diagnostics(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        let Some((_, comment)) = text.split_once("--") else { continue };
        for severity in ["error[", "warning[", "note["] {
            for part in comment.split(severity).skip(1) {
                let Some((code, _)) = part.split_once(']') else { continue };
                found.push((line, format!("{severity}{code}]")));
            }
        }
    }
    found
}

fn code_of(diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    format!("{severity}[{}]", diagnostic.code)
}

fn shown(report: &Report) -> String {
    let shown = report.diagnostics.iter().map(|d| report.sources.render(d, false));
    shown.collect::<Vec<String>>().join("\n")
}

/// The files of a page.
struct Files<'a>(&'a BTreeMap<String, String>);

impl Loader for Files<'_> {
    fn load(&mut self, path: &str, _: usize) -> Result<Loaded, LoadError> {
        match self.0.get(path) {
            Some(text) => Ok(Loaded::new(path, text)),
            None => Err(LoadError::Unreadable("no block of the page has this name".into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
Text.

```sql,preamble
create message m (x int not null);
test \"values\" (when m (x = 7) expect accept)
```

```sql,values
m.x / 2 -- 3
m.x / 0 -- division_by_zero
null -- NULL
```

```sql,fragment
rule positive (m.x > 0)
test \"one\" (when m (x = 0) expect reject positive false)
```

```sql,refused,fragment
rule positive (m.y > 0) -- error[unknown-name]
```
";

    #[test]
    fn a_page_is_checked() {
        let examples = examples("page.md", PAGE);
        let places: Vec<&str> = examples.iter().map(|example| example.place.as_str()).collect();
        let lines = ["page.md:9", "page.md:10", "page.md:11", "page.md:14", "page.md:19"];
        assert_eq!(places, lines);
        for example in &examples {
            assert_eq!(example.check(), Ok(()));
        }
    }

    #[test]
    fn wrong_examples_are_found() {
        let wrong = [
            ("/ 2 -- 3", "/ 2 -- 4"),
            ("0 -- division_by_zero", "0 -- overflow"),
            ("positive false", "positive null"),
            ("m.y", "m.x"),
            ("error[unknown-name]", "error[other]"),
        ];
        for (right, wrong) in wrong {
            let examples = examples("page.md", &PAGE.replace(right, wrong));
            assert!(examples.iter().any(|example| example.check().is_err()), "{wrong}");
        }
    }
}
