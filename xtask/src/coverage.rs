// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask coverage`: the lines of the core's Verilog that the tests reach.

use crate::{Failure, step};
use sim::coverage::{Coverage, Figures};
use sim::replay::{Purpose, Replayer};
use std::path::{Path, PathBuf};

/// The tests that run the core.
const TESTS: [&str; 3] = ["core", "lockstep", "tables"];

/// The coverage to measure.
#[derive(clap::Args)]
pub struct Args {
    /// Frames of the lock-step test
    #[arg(long, default_value_t = 4_000)]
    frames: u32,
    /// Programs of that test that use the whole machine
    #[arg(long, default_value_t = 150)]
    files: u32,
    /// Run no tests; use the records of the last run
    #[arg(long, conflicts_with_all = ["frames", "files"])]
    again: bool,
    /// Also count toggles, which takes several times as long
    #[arg(long)]
    toggles: bool,
    /// Fail if fewer lines are reached, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 0)]
    least: usize,
}

/// Runs the command.
///
/// # Errors
/// If a test fails, Verilator cannot be had, or too few lines are reached.
pub fn run(root: &Path, args: &Args) -> Result<(), Failure> {
    let folder = tools::target_folder().join("coverage");
    let core = hdl::small_core();
    let verilator =
        tools::verilator::find_or_fetch(&mut |step| eprintln!("{step}")).map_err(Failure::of)?;
    let records = folder.join("records");
    if !args.again {
        record(root, &records, args.frames, args.files)?;
    }
    let records = left(&records)?;
    eprintln!("building the core with coverage, which takes a few minutes the first time");
    let purpose = if args.toggles { Purpose::Toggles } else { Purpose::Lines };
    let replayer = Replayer::build(&verilator, &folder, &core, purpose).map_err(Failure::of)?;
    let mut coverage = Coverage::default();
    for record in &records {
        let points = record.with_extension("points");
        replayer.run(record, &points).map_err(Failure::of)?;
        coverage.add(&std::fs::read_to_string(&points).map_err(Failure::at(&points))?);
    }
    report(&coverage, &core.verilog, args)
}

/// Runs the tests, which record in a folder what they drive the core with.
fn record(root: &Path, records: &Path, frames: u32, files: u32) -> Result<(), Failure> {
    if records.is_dir() {
        std::fs::remove_dir_all(records).map_err(Failure::at(records))?;
    }
    std::fs::create_dir_all(records).map_err(Failure::at(records))?;
    let records = records.canonicalize().map_err(Failure::at(records))?;
    let mut cargo = step::cargo(root);
    cargo.args(["test", "--quiet", "--workspace"]);
    TESTS.iter().for_each(|test| _ = cargo.args(["--test", test]));
    cargo.env(sim::record::VARIABLE, &records).env("REQUIRE_VERILATOR", "1");
    cargo
        .env("RISKGATE_RTL_EVENTS", frames.to_string())
        .env("RISKGATE_WIDE_FILES", files.to_string());
    eprintln!("running the tests {} with {frames} frames in lock step", TESTS.join(" and "));
    let output = cargo.output().map_err(Failure::at(Path::new("cargo")))?;
    if !output.status.success() {
        return Err(Failure::of(String::from_utf8_lossy(&output.stdout)));
    }
    Ok(())
}

/// The records in a folder. Replays write their points beside them.
fn left(records: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(records).map_err(Failure::at(records))?;
    let all = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut all: Vec<PathBuf> =
        all.filter(|path| path.extension().is_some_and(|ending| ending == "record")).collect();
    all.sort();
    if all.is_empty() {
        return Err(Failure::of("the tests wrote no record"));
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
    println!("| module | lines | of | % |{head}");
    println!("| --- | --: | --: | --: |{rule}");
    for row in figures.iter().chain([&total]) {
        let Figures { module, lines, lines_all, toggles, toggles_all } = row;
        let toggles = match args.toggles {
            true => format!(" {toggles} | {toggles_all} | {} |", percent(*toggles, *toggles_all)),
            false => String::new(),
        };
        println!(
            "| `{module}` | {lines} | {lines_all} | {} |{toggles}",
            percent(*lines, *lines_all)
        );
    }
    println!("\nLines that were not reached:\n");
    let text: Vec<&str> = verilog.lines().collect();
    for row in &figures {
        for line in coverage.unreached(&row.module) {
            let code = text.get(line as usize - 1).unwrap_or(&"").trim();
            println!("{} {line}: {code}", row.module);
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
