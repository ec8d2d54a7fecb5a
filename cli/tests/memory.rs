// SPDX-License-Identifier: Apache-2.0

//! `riskgate run` with a million logged orders needs less than 400 MB.

use std::process::{Command, Stdio};

const KILOBYTES_MAX: u64 = 400_000;

/// The peak memory of a process in kB; none after its end.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn a_million_orders_fit() {
    if !std::path::Path::new("/proc/self/status").exists() {
        eprintln!("SKIPPED: this system does not say how much memory a process has");
        return;
    }
    let riskgate = env!("CARGO_BIN_EXE_riskgate");
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = |name: &str| folder.path().join(name);
    let made = Command::new(riskgate)
        .args(["workload", "--orders", "1000000", "--events", "40000", "--out"])
        .arg(folder.path())
        .stdout(Stdio::null())
        .status();
    assert!(made.expect("it starts").success());
    let mut run = Command::new(riskgate)
        .arg("run")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/broker.rules"))
        .arg("--data")
        .arg(path("data"))
        .arg("--events")
        .arg(path("events.csv"))
        .arg("--dump")
        .arg(path("dump"))
        .stdout(Stdio::null())
        .spawn()
        .expect("it starts");
    // The peak only grows, so the last value seen is the largest; thousands of values are read.
    let mut largest = 0;
    let status = loop {
        largest = peak(run.id()).unwrap_or(0).max(largest);
        if let Some(status) = run.try_wait().expect("it is our child") {
            break status;
        }
        std::thread::yield_now();
    };
    assert!(status.success());
    assert!(largest > 50_000, "a million orders in {largest} kB: nothing was measured");
    assert!(largest < KILOBYTES_MAX, "{largest} kB");
    println!("{largest} kB at most");
}
