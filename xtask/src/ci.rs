// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask ci`: everything that continuous integration runs, each once.

use crate::{Failure, docs, editor, lint, postgres, step};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tools::target_folder;

/// A step of continuous integration.
struct Step {
    name: &'static str,
    run: fn(&Path) -> Result<(), Failure>,
}

/// The steps, those that fail fastest first. `tidy` and the comparison of the emitted Verilog are
/// tests of the test command.
const STEPS: [Step; 9] = [
    Step { name: "format", run: lint::format },
    Step { name: "clippy", run: lint::clippy },
    Step { name: "cargo-deny", run: lint::deny },
    Step { name: "PostgreSQL", run: postgres::provide },
    Step { name: "editor extension", run: editor::run },
    Step { name: "test", run: test },
    Step { name: "Verilog lint", run: verilog_lint },
    Step { name: "API documentation", run: docs::api },
    Step { name: "book", run: docs::book },
];

/// Runs the steps up to the first that fails, and prints how long each took.
///
/// # Errors
/// If a step fails.
pub fn run(root: &Path) -> Result<(), Failure> {
    let mut times: Vec<Duration> = Vec::new();
    let mut failure = None;
    for step in &STEPS {
        eprintln!("\n== {}", step.name);
        let start = Instant::now();
        let result = (step.run)(root);
        times.push(start.elapsed());
        if let Err(error) = result {
            failure = Some(error);
            break;
        }
    }
    println!("\n{}", table(&times, failure.is_some()));
    failure.map_or(Ok(()), Err)
}

/// The README's test command.
fn test(root: &Path) -> Result<(), Failure> {
    step::run(step::cargo(root).args(["test", "--workspace"]))
}

/// Verilator's lint, by the binary that the tests built: `cargo run` would compile the command line
/// once more, with the features of that crate alone.
fn verilog_lint(root: &Path) -> Result<(), Failure> {
    let binary = root.join(target_folder()).join("debug").join("riskgate");
    step::run(Command::new(binary).args(["hdl", "lint"]).current_dir(root))
}

/// The steps with their times; the last one that has a time may have failed.
fn table(times: &[Duration], has_failed: bool) -> String {
    let mut text = String::new();
    for (index, step) in STEPS.iter().enumerate() {
        let (time, result) = match times.get(index) {
            None => ("-".to_string(), "not run"),
            Some(time) => {
                let is_last = index + 1 == times.len();
                let result = if is_last && has_failed { "FAILED" } else { "ok" };
                (format!("{:.1} s", time.as_secs_f64()), result)
            }
        };
        text += &format!("{:20} {time:>10}  {result}\n", step.name);
    }
    let total: Duration = times.iter().sum();
    text + &format!("{:20} {:>8.1} s", "total", total.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_what_was_not_run() {
        let text = table(&[Duration::from_secs(1), Duration::from_secs(2)], true);
        assert!(text.contains("ok") && text.contains("FAILED"));
        assert_eq!(text.matches("not run").count(), STEPS.len() - 2);
        assert!(text.ends_with("3.0 s"));
    }
}
