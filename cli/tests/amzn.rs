// SPDX-License-Identifier: Apache-2.0

//! A recorded order flow, end to end through the binary: import, then run on both executors with
//! one result.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The recorded flow is not part of the project; where it lies beside it, it is used.
fn flow() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/data/amzn_2021-04-12_0930-1000.csv.gz");
    path.exists().then_some(path)
}

fn riskgate(arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_riskgate")).args(arguments).output().expect("it starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_verdicts_of_half_an_hour_of_amzn_are_the_same_on_both_executors() {
    let Some(flow) = flow() else {
        eprintln!("SKIPPED: the recorded AMZN flow is not at hand; nothing was run on it");
        return;
    };
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let flow = flow.display().to_string();
    riskgate(&["import", "lobster", &flow, "--accounts", "20", "--seed", "1", "--out", &path("")]);
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/broker.rules");
    let mut results = Vec::new();
    for engine in ["reference", "twin"] {
        let (out, dump) = (path(&format!("{engine}.csv")), path(engine));
        let summary = riskgate(&[
            "run",
            rules,
            "--data",
            &path("data"),
            "--events",
            &path("events.csv"),
            "--engine",
            engine,
            "--out",
            &out,
            "--dump",
            &dump,
        ]);
        let log = std::fs::read(Path::new(&dump).join("order_log.csv"))
            .expect("the order log was dumped");
        results.push((summary, std::fs::read(out).expect("the verdicts were written"), log));
    }
    assert!(results[0] == results[1], "reference and twin differ");
    // These counts stand in docs/src/measurements.md.
    let (summary, verdicts, _) = &results[0];
    assert_eq!(verdicts.iter().filter(|b| **b == b'\n').count(), 34_731 + 1);
    assert!(summary.starts_with("34731 events: 22527 accepted, 12204 rejected\n"), "{summary}");
    println!("{summary}");
}
