// SPDX-License-Identifier: Apache-2.0

//! `riskgate trade` under every pattern of links and segments: all sent orders are accepted,
//! rejected or refused, and verdicts and tables are those of `riskgate run` on the same events.
//!
//! `RISKGATE_MESSAGES` is the number of messages for each pattern. The test of the emitted Verilog
//! runs with `-- --include-ignored`, because clearing the tables of the default build takes a
//! minute for all nine patterns.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::Instant;
use testkit::rigs::{LINKS, number};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/broker.rules");
const TABLES: [&str; 4] = ["account_info", "account_ticket_info", "ticket_info", "order_log"];

/// A folder with a workload and the results of `riskgate run` on it.
struct Expected {
    folder: tempfile::TempDir,
    messages: u32,
}

fn riskgate(arguments: &[&str]) -> Command {
    let mut call = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    call.args(arguments);
    call
}

fn succeed(mut call: Command) -> Output {
    let output = call.output().expect("it starts");
    assert!(output.status.success(), "{call:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

impl Expected {
    fn new() -> Expected {
        let messages = number("RISKGATE_MESSAGES", 1_000);
        let expected = Expected {
            folder: tempfile::tempdir().expect("there is room for temporary files"),
            messages,
        };
        let mut workload = riskgate(&["workload", "--orders", "1000", "--seed", "7", "--out"]);
        workload.arg(expected.folder.path()).args(["--events", &messages.to_string()]);
        succeed(workload);
        succeed(expected.command("run"));
        expected
    }

    /// A command over the workload; its verdicts and tables go to files with its name.
    fn command(&self, name: &str) -> Command {
        let mut call = riskgate(&[name, RULES, "--data"]);
        call.arg(self.at("data")).arg("--events").arg(self.at("events.csv"));
        call.arg("--out").arg(self.at(&format!("{name}.csv"))).arg("--dump").arg(self.at(name));
        call
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn is_equal(&self, found: &str, expected: &str) -> bool {
        let [found, expected] =
            [found, expected].map(|name| std::fs::read(self.at(name)).expect("it was written"));
        found == expected
    }

    /// Sends the workload through cards under every pattern.
    fn hold(&self, cards: &[&str]) {
        let patterns =
            LINKS.iter().flat_map(|link| ["whole", "wild", "cut"].map(|segments| (link, segments)));
        for (seed, ((looks, stalls), segments)) in patterns.enumerate() {
            let start = Instant::now();
            let mut trade = self.command("trade");
            trade.args(cards).args([
                "--format",
                "json",
                "--segments",
                segments,
                "--seed",
                &seed.to_string(),
            ]);
            trade.args([
                "--link-latency",
                &looks.to_string(),
                "--link-stalls",
                &stalls.to_string(),
            ]);
            trade.arg("--journal").arg(self.at("journal"));
            let output = succeed(trade);
            let pattern = format!("segments {segments}, latency {looks}, stalls {stalls}");
            let summary: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
            let count = |name: &str| summary[name].as_u64().expect("it is a number");
            let [sent, accepted, rejected, refused] =
                ["sent", "accepted", "rejected", "refused"].map(count);
            println!(
                "{pattern}: {sent} sent = {accepted} accepted + {rejected} rejected + {refused} \
                 refused, {:.0?}",
                start.elapsed()
            );
            assert_eq!(sent, u64::from(self.messages), "{pattern}");
            assert_eq!(accepted + rejected + refused, sent, "{pattern}");
            assert_eq!(
                count("exchanged"),
                accepted,
                "every accepted order reached the exchange once; {pattern}"
            );
            assert_eq!(summary["retired"], Value::Array(Vec::new()), "{pattern}");
            assert!(
                self.is_equal("trade.csv", "run.csv"),
                "the verdicts are not those of run; {pattern}"
            );
            for table in TABLES {
                let [found, expected] = ["trade", "run"].map(|name| format!("{name}/{table}.csv"));
                assert!(self.is_equal(&found, &expected), "{table} is not that of run; {pattern}");
            }
            std::fs::remove_file(self.at("journal")).expect("it was written");
        }
    }
}

#[test]
fn orders_are_conserved_on_twins() {
    Expected::new().hold(&[]);
}

#[test]
#[ignore = "three minutes: cargo test --release -p riskgate --test patterns -- --ignored"]
fn orders_are_conserved_on_the_emitted_verilog() {
    if tools::verilator::or_skip("orders_are_conserved_on_the_emitted_verilog").is_some() {
        Expected::new().hold(&["--engine", "rtl", "--cards", "1"]);
    }
}
