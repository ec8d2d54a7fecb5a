// SPDX-License-Identifier: Apache-2.0

//! A capture with modifies, by the commands in the page of measurements: each event gets the
//! verdict that the generator states, on both software executors, and the page has the counts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use testkit::page_flow::{PageFlow, counts_of};

const PAGE: &str = include_str!("../../docs/src/measurements.md");

fn riskgate(arguments: &[String]) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_riskgate")).args(arguments).output().expect("it starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("the run wrote the file")
}

/// Every file of a dump, those of hidden tables among them.
fn dump(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).expect("the run wrote the folder");
    let mut files = BTreeMap::new();
    for entry in entries.map(|entry| entry.expect("it can be listed")) {
        let name = entry.file_name().to_string_lossy().into_owned();
        match entry.path().is_dir() {
            true => files.extend(dump(&entry.path())),
            false => drop(files.insert(name.clone(), read(folder, &name))),
        }
    }
    files
}

/// Columns of a file with a header.
fn columns(text: &str, from: usize, count: usize) -> Vec<Vec<&str>> {
    let lines = text.lines().skip(1);
    lines.map(|line| line.split(',').skip(from).take(count).collect()).collect()
}

/// A number with commas between thousands.
fn grouped(count: usize) -> String {
    match count / 1000 {
        0 => count.to_string(),
        thousands => format!("{thousands},{:03}", count % 1000),
    }
}

/// The number of events of each kind, as rows of the page.
fn kinds(events: &str) -> Vec<String> {
    let events = columns(events, 0, 2);
    let count = |kind: &str| events.iter().filter(|event| event[0] == kind).count();
    let is_modify = |two: &&[Vec<&str>]| {
        two[0][0] == "cancel" && two[1][0] == "trade_order" && two[0][1] == two[1][1]
    };
    // The log has the orders up to 1000.
    let mut used: BTreeSet<String> = (1..=1000).map(|id: u32| id.to_string()).collect();
    let orders = events.iter().filter(|event| event[0] == "trade_order");
    let used_again = orders.filter(|event| !used.insert(event[1].to_owned())).count();
    let modifies = events.windows(2).filter(is_modify).count();
    let row = |(what, count)| format!("| {what} | {} |", grouped(count));
    let rows = [
        ("orders", count("trade_order")),
        ("of them with the id of the cancel before", modifies),
        ("of them with another id that was used before", used_again - modifies),
        ("fills", count("fill")),
        ("exchange rejects", count("exchange_reject")),
        ("cancels", count("cancel")),
    ];
    rows.map(row).to_vec()
}

#[test]
fn the_page_has_the_counts_of_a_capture_with_modifies() {
    let flow = PageFlow::of(PAGE, "A capture with modifies");
    let temporary = tempfile::tempdir().expect("there is room for temporary files");
    let folder = temporary.path();
    let root = format!("{}/../rules/", env!("CARGO_MANIFEST_DIR"));
    let place = |word: &String| {
        word.replace("target/capture", &folder.display().to_string()).replace("rules/", &root)
    };
    let commands: Vec<Vec<String>> =
        flow.commands().iter().map(|words| words.iter().map(place).collect()).collect();
    let [make, run] = &commands[..] else { panic!("{commands:?} are not two commands") };
    riskgate(make);
    let mut of_engines = ["reference", "twin"].map(|engine| {
        let dumped = folder.join(engine);
        let more = ["--engine", engine, "--dump", &dumped.display().to_string()].map(String::from);
        riskgate(&[&run[..], &more].concat());
        (read(folder, "verdicts.csv"), dump(&dumped))
    });
    assert!(of_engines[0] == of_engines[1], "reference and twin differ");
    let verdicts = std::mem::take(&mut of_engines[0].0);
    let counts = counts_of(&verdicts);
    assert_eq!(counts, flow.counts());
    assert!(counts.contains_key(&("reject".into(), "id_free".into())), "{counts:?}");
    assert_eq!(counts.values().sum::<u64>(), 20_000);
    assert_eq!(columns(&verdicts, 2, 2), columns(&read(folder, "expected.csv"), 3, 2));
    for row in kinds(&read(folder, "events.csv")) {
        assert!(flow.text().contains(&row), "{row} is not in the page");
    }
}
