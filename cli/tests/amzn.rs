// SPDX-License-Identifier: Apache-2.0

//! A recorded order flow through the binary: import, then both software executors with the same
//! result, on the broker's rule set of today and on that of release 0.1.0.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use testkit::beside::beside;
use testkit::page_flow::{PageFlow, counts_of};

/// SHA-256 of the verdicts file of the flow on the frozen rule set, since release 0.1.0, which had
/// no columns for warnings and effects.
const VERDICTS_SHA256: &str = "73d5a2b93c9e4332058af853889916bf728e6353cc0e14b13a22086fb5f7992a";

fn riskgate(arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_riskgate")).args(arguments).output().expect("it starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What a run prints and writes: its summary, the verdicts file and the order log.
#[derive(PartialEq)]
struct Output {
    summary: String,
    verdicts: Vec<u8>,
    order_log: Vec<u8>,
}

fn run(rules: &str, engine: &str, folder: &Path) -> Output {
    let path = |name: &str| folder.join(name).display().to_string();
    let (data, events, out, dump) =
        (path("data"), path("events.csv"), path("verdicts.csv"), path("dump"));
    let rules = format!("{}/../{rules}", env!("CARGO_MANIFEST_DIR"));
    let summary = riskgate(&[
        "run", &rules, "--data", &data, "--events", &events, "--engine", engine, "--out", &out,
        "--dump", &dump,
    ]);
    let read = |path: &Path| std::fs::read(path).expect("the run wrote the file");
    let order_log = read(&Path::new(&dump).join("order_log.csv"));
    Output { summary, verdicts: read(Path::new(&out)), order_log }
}

fn sha256(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        _ = write!(text, "{byte:02x}");
    }
    text
}

#[test]
fn the_verdicts_of_half_an_hour_of_amzn_are_the_same_on_both_executors() {
    let Some(flow) = beside("shared/data/amzn_2021-04-12_0930-1000.csv.gz") else { return };
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let (flow, out) = (flow.display().to_string(), folder.path().display().to_string());
    riskgate(&["import", "lobster", &flow, "--accounts", "20", "--seed", "1", "--out", &out]);
    for (rules, is_frozen) in
        [("rules/broker.rules", false), ("scenarios/broker-0.1.0/scenario.rules", true)]
    {
        if is_frozen {
            // The holdings cost nothing, so that their average price is 0 too.
            let path = folder.path().join("data/account_ticket_info.csv");
            let holdings = std::fs::read_to_string(&path).expect("it was written");
            assert!(holdings.lines().skip(1).all(|line| line.ends_with(",0")));
            std::fs::write(&path, holdings.replace(",cost\n", ",avg_price\n")).expect("it fits");
        }
        let [reference, twin] =
            ["reference", "twin"].map(|engine| run(rules, engine, folder.path()));
        assert!(reference == twin, "{rules}: reference and twin differ");
        if is_frozen {
            let verdicts = String::from_utf8_lossy(&twin.verdicts);
            let without = |line: &str| {
                let line = line.strip_suffix(",,").or(line.strip_suffix(",warnings,effects"));
                format!("{}\n", line.expect("no rule warns, and no reject has effects"))
            };
            let verdicts: String = verdicts.lines().map(without).collect();
            let sum = sha256(verdicts.as_bytes());
            assert_eq!(sum, VERDICTS_SHA256, "{rules}: SHA-256 of the verdicts");
        }
        let page = include_str!("../../docs/src/measurements.md");
        let expected = PageFlow::of(page, "A recorded order flow").counts();
        assert_eq!(counts_of(&String::from_utf8_lossy(&twin.verdicts)), expected, "{rules}");
        let counts = "34731 events: 22527 accepted, 12204 rejected\n";
        assert!(twin.summary.starts_with(counts), "{rules}: {}", twin.summary);
        println!("{}", twin.summary);
    }
}
