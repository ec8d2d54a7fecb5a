// SPDX-License-Identifier: Apache-2.0

//! A writer that is killed again and again, at any moment: every acknowledged record is there, once
//! and in order.
#![cfg(unix)]

mod common;

use common::{IDENTITY, append, count};
use journal::{Journal, Reader};
use rand::RngExt;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use testkit::rng::Rng;

const NAME: &str = "a_killed_writer_loses_nothing_that_it_acknowledged";
/// Environment variables with the path of the journal and the seed of the group sizes.
const PATH: &str = "JOURNAL_CRASH_PATH";
const SEED: &str = "JOURNAL_CRASH_SEED";
const KILLS: u64 = 50;

/// Appends groups of records for ever, and prints after each group that it is on the disk.
fn write_until_killed(path: &Path, seed: u64) -> ! {
    let mut random = Rng::seeded(seed);
    let (mut journal, _) = Journal::open(path, IDENTITY).expect("the journal is good");
    let mut out = std::io::stdout();
    loop {
        for _ in 0..random.random_range(1..60) {
            append(&mut journal).expect("it takes records");
            if random.random_ratio(1, 10) {
                journal.flush().expect("there is room");
            }
        }
        journal.sync().expect("there is room");
        writeln!(out, "\nsynced {}", journal.sequence()).expect("the parent listens");
        out.flush().expect("the parent listens");
    }
}

#[test]
fn a_killed_writer_loses_nothing_that_it_acknowledged() {
    if let (Some(path), Ok(seed)) = (std::env::var_os(PATH), std::env::var(SEED)) {
        write_until_killed(Path::new(&path), seed.parse().expect("the seed is a number"));
    }
    let seed = std::env::var("RISKGATE_SEED")
        .map_or(1, |seed| seed.parse().expect("the seed is a number"));
    println!("RISKGATE_SEED={seed}");
    let mut random = Rng::seeded(seed);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("journal");
    drop(Journal::create(&path, IDENTITY).expect("the folder can be written"));
    let mut records = 0;
    for kill in 0..KILLS {
        let acknowledged = run_and_kill(&path, &mut random);
        let (mut journal, opened) =
            Journal::open(&path, IDENTITY).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
        assert!(
            opened.records >= acknowledged.max(records),
            "kill {kill}: {opened:?}, {acknowledged} acknowledged"
        );
        println!("kill {kill}: {acknowledged} acknowledged, {opened:?}");
        append(&mut journal).expect("it takes records");
        journal.sync().expect("there is room");
        records = opened.records + 1;
        drop(journal);
        // Every record once, in order, with the right bytes.
        assert_eq!(
            count(File::open(&path).expect("the file is there")).expect("the journal is good"),
            records
        );
    }
    assert_eq!(Reader::open(&path).expect("the journal is good").identity(), IDENTITY);
}

/// Starts the writer, kills it at some moment, and returns the last acknowledged record.
fn run_and_kill(path: &Path, random: &mut Rng) -> u64 {
    let mut writer = Command::new(std::env::current_exe().expect("this binary has a name"))
        .args(["--exact", NAME, "--nocapture"])
        .env(PATH, path)
        .env(SEED, random.random::<u64>().to_string())
        .stdout(Stdio::piped())
        .spawn()
        .expect("this binary can be run");
    let out = BufReader::new(writer.stdout.take().expect("it is a pipe"));
    let (groups, work) = (random.random_range(0..12), random.random_range(0..200_000_u32));
    let mut synced = out
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("synced ")?.parse().ok());
    let mut acknowledged = synced.by_ref().take(groups).last().unwrap_or(0);
    // Some work, so that the kill happens anywhere between two acknowledgements.
    for step in 0..work {
        std::hint::black_box(step);
    }
    writer.kill().expect("it runs until it is killed");
    acknowledged = synced.last().unwrap_or(acknowledged);
    let status = writer.wait().expect("it was killed");
    assert_eq!(
        std::os::unix::process::ExitStatusExt::signal(&status),
        Some(9),
        "the writer ended by itself"
    );
    acknowledged
}
