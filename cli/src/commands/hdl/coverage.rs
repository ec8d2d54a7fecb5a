// SPDX-License-Identifier: Apache-2.0

//! `riskgate hdl coverage`: what of the core's Verilog the tests have reached.

use super::super::Failure;
use super::super::terminal::{complain, say};
use sim::coverage::{Coverage, Figures};
use sim::replay::{Purpose, Replayer};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The tests that run the core.
const TESTS: [&str; 3] = ["core", "lockstep", "tables"];

/// Line coverage of the core, and toggle coverage.
#[derive(clap::Args)]
pub struct Args {
    /// Frames of the lock-step test
    #[arg(long, default_value_t = 4_000)]
    frames: u32,
    /// Programs of that test that take all of the machine
    #[arg(long, default_value_t = 150)]
    files: u32,
    /// Run no tests and take the records that the last run left
    #[arg(long, conflicts_with_all = ["frames", "files"])]
    again: bool,
    /// Count toggles too, which takes several times as long
    #[arg(long)]
    toggles: bool,
    /// Fail if fewer lines are reached, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 0)]
    least: usize,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let folder = tools::target_folder().join("coverage");
    let core = hdl::small_core();
    let verilator =
        tools::verilator::find_or_fetch(&mut |step| complain!("{step}")).map_err(Failure::of)?;
    let records = folder.join("records");
    if !args.again {
        record(&records, args.frames, args.files)?;
    }
    let records = left(&records)?;
    complain!("building the core with coverage, which takes a few minutes the first time");
    let purpose = if args.toggles { Purpose::Toggles } else { Purpose::Lines };
    let replayer = Replayer::build(&verilator, &folder, &core, purpose).map_err(Failure::of)?;
    let mut coverage = Coverage::default();
    for record in &records {
        let points = record.with_extension("points");
        replayer.run(record, &points).map_err(Failure::of)?;
        coverage.add(&std::fs::read_to_string(&points).map_err(|error| io(&points, &error))?);
    }
    report(&coverage, &core.verilog, args)
}

/// Runs the tests and has them leave in a folder what they drive the core with.
fn record(records: &Path, frames: u32, files: u32) -> Result<(), Failure> {
    if records.is_dir() {
        std::fs::remove_dir_all(records).map_err(|error| io(records, &error))?;
    }
    std::fs::create_dir_all(records).map_err(|error| io(records, &error))?;
    let records = records.canonicalize().map_err(|error| io(records, &error))?;
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--quiet", "--workspace"]);
    TESTS.iter().for_each(|test| _ = cargo.args(["--test", test]));
    cargo.env(sim::record::VARIABLE, &records).env("REQUIRE_VERILATOR", "1");
    cargo
        .env("RISKGATE_RTL_EVENTS", frames.to_string())
        .env("RISKGATE_WIDE_FILES", files.to_string());
    complain!("running the tests {} with {frames} frames in lock step", TESTS.join(" and "));
    let output = cargo.output().map_err(|error| io(Path::new("cargo"), &error))?;
    if !output.status.success() {
        return Err(Failure::of(String::from_utf8_lossy(&output.stdout)));
    }
    Ok(())
}

/// The records in a folder. Replays leave their points beside them.
fn left(records: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(records).map_err(|error| io(records, &error))?;
    let all = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut all: Vec<PathBuf> =
        all.filter(|path| path.extension().is_some_and(|ending| ending == "record")).collect();
    all.sort();
    if all.is_empty() {
        return Err(Failure::of("the tests left no record"));
    }
    Ok(all)
}

fn report(coverage: &Coverage, verilog: &str, args: &Args) -> Result<(), Failure> {
    let figures = coverage.figures();
    let sum = |of: fn(&Figures) -> usize| figures.iter().map(of).sum::<usize>();
    let total = Figures {
        module: "all".into(),
        lines: sum(|f| f.lines),
        lines_all: sum(|f| f.lines_all),
        toggles: sum(|f| f.toggles),
        toggles_all: sum(|f| f.toggles_all),
    };
    let (head, rule) =
        if args.toggles { (" toggles | of | % |", " --: | --: | --: |") } else { ("", "") };
    say!("| module | lines | of | % |{head}");
    say!("| --- | --: | --: | --: |{rule}");
    for row in figures.iter().chain([&total]) {
        let Figures { module, lines, lines_all, toggles, toggles_all } = row;
        let toggles = match args.toggles {
            true => format!(" {toggles} | {toggles_all} | {} |", percent(*toggles, *toggles_all)),
            false => String::new(),
        };
        say!("| `{module}` | {lines} | {lines_all} | {} |{toggles}", percent(*lines, *lines_all));
    }
    say!("\nLines that were not reached:\n");
    let text: Vec<&str> = verilog.lines().collect();
    for row in &figures {
        for line in coverage.unreached(&row.module) {
            let code = text.get(line as usize - 1).unwrap_or(&"").trim();
            say!("{} {line}: {code}", row.module);
        }
    }
    if total.lines * 100 < args.least * total.lines_all {
        let share = percent(total.lines, total.lines_all);
        return Err(Failure::of(format!("{share} % of the lines are reached, not {}", args.least)));
    }
    Ok(())
}

/// A share in percent with one digit, rounded down.
fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000).checked_div(whole).unwrap_or(1000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn io(path: &Path, error: &std::io::Error) -> Failure {
    Failure::of(format!("{}: {error}", path.display()))
}
