// SPDX-License-Identifier: Apache-2.0

//! `riskgate testbed` as a user calls it: its files can be read, show every figure, and add up.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Options of a run that takes at most a minute on any machine.
const SMALL: [&str; 8] =
    ["--orders", "1000", "--rules", "4,8", "--nesting", "2,5", "--measurements", "30"];

fn testbed(out: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    command.arg("testbed").args(more).arg("--out").arg(out).output().expect("it starts")
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn errors(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Runs a small testbed and checks its three files; returns the JSON.
fn small_run(engine: &str, figures: &[&str]) -> Value {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let output = testbed(folder.path(), &[&["--engine", engine][..], &SMALL].concat());
    assert!(output.status.success(), "{}", errors(&output).1);
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .expect("it is a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["report.html", "testbed.csv", "testbed.json"],
        "these files and no incomplete ones"
    );
    csv(&read(folder.path(), "testbed.csv"), figures);
    page(&read(folder.path(), "report.html"));
    let text = String::from_utf8_lossy(&output.stdout);
    for title in ["(Figure 10)", "(Figure 11)", "(Figure 12)", "Throughput", "Waiting"] {
        assert!(text.contains(title), "{title} is missing:\n{text}");
    }
    serde_json::from_str(&read(folder.path(), "testbed.json")).expect("it is JSON")
}

/// Every line has every column, cells of numbers are numbers, and the figures are `figures`.
fn csv(text: &str, figures: &[&str]) {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("figure,series,point,count,min_ns,mean_ns,p50_ns,p99_ns,max_ns"));
    let mut found = BTreeSet::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), 9, "{line}");
        assert!(
            cells[2..].iter().all(|cell| cell.is_empty() || cell.parse::<f64>().is_ok()),
            "{line}"
        );
        found.insert(cells[0]);
    }
    assert_eq!(found, figures.iter().copied().collect());
}

/// The page loads nothing, has every figure, and has a colour for dark pages for each colour of a
/// plot.
fn page(page: &str) {
    let titles = [
        "Figure 9: stages of the buy check",
        "Figure 10: spread of the operations",
        "Figure 11: number of rules",
        "Figure 12: depth of a condition",
        "Throughput against offered load",
    ];
    for title in titles {
        assert!(page.contains(&format!("<h2>{title}</h2>")), "{title} is missing");
    }
    assert_eq!(page.matches("<svg").count(), titles.len());
    assert!(!page.contains("could not be drawn"));
    for foreign in ["<script", "<link", "<img", "@import", "url(", "src="] {
        assert!(!page.contains(foreign), "the page loads something: {foreign}");
    }
    let plots = page.split("<svg").skip(1).map(|rest| rest.split("</svg>").next().unwrap_or(rest));
    for plot in plots {
        for property in ["fill", "stroke"] {
            for rest in plot.split(&format!(" {property}=\"")).skip(1) {
                let color = rest.split('"').next().unwrap_or(rest);
                let rule = format!(".plot [{property}=\"{color}\"]");
                assert!(color == "none" || page.contains(&rule), "{property} {color} has no rule");
            }
        }
    }
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no number"))
}

#[test]
fn the_twin_is_measured_and_has_no_stages() {
    let json = small_run("twin", &["10", "11", "12", "load", "throughput"]);
    assert_eq!((&json["engine"], &json["clock_hz"]), (&"twin".into(), &Value::Null));
    let operations = json["operations"].as_array().expect("there are operations");
    assert_eq!(operations.len(), 8);
    for point in operations {
        assert!(number(&point["commit"]["count"]) >= 30, "{point}");
        assert!(
            number(&point["commit"]["min_ns"]) <= number(&point["commit"]["p99_ns"]),
            "{point}"
        );
        assert!(point.get("stages").is_none() && point.get("verdict").is_none(), "{point}");
    }
    for sweep in ["rules", "nesting"] {
        let counts: Vec<u64> = json[sweep]
            .as_array()
            .unwrap_or_else(|| panic!("there is {sweep}"))
            .iter()
            .map(|point| number(&point["commit"]["count"]))
            .collect();
        assert_eq!(counts, [30, 30]);
    }
    assert!(json["throughput"].as_array().expect("there is throughput").len() == 2);
}

#[test]
fn stages_of_the_hardware_add_up_to_its_verdict() {
    if tools::verilator::or_skip("stages_of_the_hardware_add_up_to_its_verdict").is_none() {
        return;
    }
    let json = small_run("rtl", &["9", "10", "11", "12", "load", "throughput"]);
    assert_eq!(json["clock_hz"], 250_000_000);
    let points = ["operations", "rules", "nesting"]
        .map(|name| json[name].as_array().expect("there are points"));
    for point in points.into_iter().flatten() {
        for times in [&point["verdict"], &point["commit"]] {
            assert_eq!(
                times["min_ns"], times["max_ns"],
                "the cycles are those of the schedule: {point}"
            );
        }
        let stages = point["stages"].as_object().expect("there are stages");
        let sum: u64 = stages.values().map(|times| number(&times["p50_ns"])).sum();
        assert_eq!(sum, number(&point["verdict"]["p50_ns"]), "{point}");
    }
    let buy = &json["operations"][0];
    assert_eq!(
        (&buy["operation"], number(&buy["verdict"]["p50_ns"])),
        (&"buy order".into(), 26 * 4)
    );
    let stage = |name: &str| number(&buy["stages"][name]["p50_ns"]) / 4;
    let stages =
        ["input conversion", "extraction", "rule calculation", "output conversion"].map(stage);
    // From `riskgate explain`: the code of the instrument is parsed in cycle 5. The last column,
    // the available quantity of a holding, is fetched in cycle 12 and is in its slot two cycles
    // later.
    assert_eq!(stages, [5, 9, 11, 1]);
    // There is an order every 31 cycles of 4 ns, although its folds continue to cycle 40. One of
    // these cycles is a wait for the groups that the next order may read.
    let sustained = json["throughput"][0]["sustained_per_second"].as_f64().expect("it is a number");
    assert!((sustained - 1e9 / (31.0 * 4.0)).abs() < 1.0, "{sustained}");
    assert_eq!(number(&buy["commit"]["p50_ns"]), 40 * 4);
    assert_eq!(json["occupancy"][0]["wait_ns"].as_f64(), Some(4.0));
}

#[test]
fn json_can_be_printed() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let output =
        testbed(folder.path(), &[&["--format", "json", "--rate", "0.5,3"][..], &SMALL].concat());
    let printed: Value =
        serde_json::from_slice(&output.stdout).expect("it is JSON and nothing else");
    let written: Value =
        serde_json::from_str(&read(folder.path(), "testbed.json")).expect("it is JSON");
    assert_eq!(printed, written);
    let loads = printed["load"].as_array().expect("there are loads");
    let offered: BTreeSet<u64> = loads
        .iter()
        .map(|point| point["offered_per_second"].as_f64().unwrap_or(0.0) as u64)
        .collect();
    assert_eq!(
        offered,
        BTreeSet::from([500_000, 3_000_000, 14_880_952]),
        "the requested loads and the line rate"
    );
}

#[test]
fn fewer_lanes_take_longer_and_decide_the_same() {
    let verdict = |lanes: &str| {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        let output = testbed(folder.path(), &[&["--lanes", lanes][..], &SMALL].concat());
        assert!(output.status.success(), "{lanes} lanes: {}", errors(&output).1);
    };
    // A run compares every verdict with the expected one.
    ["1", "3", "32"].into_iter().for_each(verdict);
    let cycles = |lanes: usize| {
        let (program, diagnostics) = rulec::compile_on(benches::broker::RULES, lanes);
        program.unwrap_or_else(|| panic!("{diagnostics:?}")).transactions[0].verdict_cycles
    };
    assert!(cycles(1) > cycles(32), "{} and {}", cycles(1), cycles(32));
    assert_eq!(
        rulec::compile_on(benches::broker::RULES, 32).0,
        rulec::compile(benches::broker::RULES).0
    );
}

#[test]
fn wrong_options_are_refused_before_the_measurement() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    for (options, code, says) in [
        (["--rules", "3"], 2, "3 is not in 4..=128"),
        (["--rules", "129"], 2, "129 is not in 4..=128"),
        (["--nesting", "1"], 2, "1 is not in 2..="),
        (["--lanes", "33"], 2, "33 is not in 1..=32"),
        (["--measurements", "0"], 2, "0 is not in 1.."),
        (["--rate", "0"], 2, "above 0"),
        (["--rate", "15"], 2, "the line rate of 10 GbE"),
        (["--rate", "fast"], 2, "invalid float"),
        (["--engine", "fpga"], 2, "twin, reference, rtl"),
        (["--orders", "2000000"], 1, "2,000,000 orders in the log: 2000000 orders in the log and"),
        (["--accounts", "33"], 1, "accounts is 33; it must be 1 to 32"),
        (["--holdings", "5000"], 1, "holdings an account is 5000"),
    ] {
        let (found, text) = errors(&testbed(folder.path(), &options));
        assert_eq!(found, Some(code), "{options:?}: {text}");
        assert!(text.contains(says), "{options:?}: {text}");
    }
    let left = fs::read_dir(folder.path()).expect("it is a folder").count();
    assert_eq!(left, 0, "nothing was written");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("it can be written");
    let (found, text) = errors(&testbed(&file, &SMALL));
    assert_eq!(found, Some(1), "{text}");
    assert!(text.contains("cannot write"), "{text}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_while_tables_load_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let out = folder.path().join("out");
    let mut command = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    command.args(["testbed", "--engine", "reference", "--orders", "1000000", "--out"]).arg(&out);
    let run = command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    // The folder is created after the handler of the signal is installed, and before the minutes of
    // measurement.
    while !out.is_dir() {
        std::thread::yield_now();
    }
    let signalled = Command::new("kill").args(["-INT", &run.id().to_string()]).status();
    assert!(signalled.expect("kill starts").success());
    let (code, text) = errors(&run.wait_with_output().expect("it ends"));
    assert_eq!(code, Some(130), "{text}");
    assert!(text.contains("interrupted: 0 of 12 points measured; nothing was written"), "{text}");
    assert_eq!(fs::read_dir(&out).expect("it is a folder").count(), 0);
}
