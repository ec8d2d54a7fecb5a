// SPDX-License-Identifier: Apache-2.0

//! Cases beside the project: rules, data and events with the right verdict of each event, through
//! the binary on both software executors.

use std::fs;
use std::process::Command;
use testkit::beside::beside;

const CASES: [&str; 3] =
    ["46-csv-quirks-that-are-taken", "54-query-values", "58-check-says-ok-hardware-does-not"];

#[test]
fn verdicts_are_those_of_the_cases() {
    for case in CASES {
        let Some(folder) = beside(&format!("shared/cases/scenarios/{case}")) else { continue };
        let out = tempfile::tempdir().expect("there is room for temporary files");
        let data = match folder.join("data") {
            data if data.exists() => data,
            _ => out.path().to_owned(),
        };
        for engine in ["reference", "twin"] {
            let verdicts = out.path().join("verdicts");
            let output = Command::new(env!("CARGO_BIN_EXE_riskgate"))
                .arg("run")
                .arg(folder.join("rules"))
                .args(["--strict", "--engine", engine, "--data"])
                .arg(&data)
                .arg("--events")
                .arg(folder.join("events.csv"))
                .arg("--out")
                .arg(&verdicts)
                .output()
                .expect("it starts");
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{case} on {engine}: {errors}");
            let read = |path| fs::read_to_string(path).expect("it is there");
            // The cases have no columns for warnings and effects.
            let first =
                |line: &str| line.splitn(6, ',').take(5).collect::<Vec<_>>().join(",") + "\n";
            let found: String = read(&verdicts).lines().map(first).collect();
            assert_eq!(found, read(&folder.join("expected.csv")), "{case} on {engine}");
        }
    }
}
