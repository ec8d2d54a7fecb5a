// SPDX-License-Identifier: Apache-2.0

//! Disks that are full, do not answer, or lose power: acknowledged records are there, and after a
//! failure the journal accepts nothing.

mod common;

use common::{Disk, IDENTITY, append, assert_goes_on, count, create, open, path};
use journal::{Journal, JournalError};
use rand::RngExt;
use testkit::rng::Rng;

/// Appends groups of records, with a sync after each, until the journal fails. Returns the number
/// of acknowledged records, and the error.
fn run(journal: &mut Journal<Disk>, groups: &[u64]) -> (u64, Option<JournalError>) {
    let mut acknowledged = journal.sequence();
    for group in groups {
        for _ in 0..*group {
            append(journal).expect("appending does not touch the disk");
        }
        match journal.sync() {
            Ok(()) => acknowledged = journal.sequence(),
            Err(error) => return (acknowledged, Some(error)),
        }
    }
    (acknowledged, None)
}

/// Asserts that a failed journal accepts nothing and changes nothing, not even when it is dropped.
fn assert_refuses(mut journal: Journal<Disk>, disk: &Disk) {
    let bytes = disk.bytes();
    let sequence = journal.sequence();
    assert!(matches!(journal.append(1, b"more"), Err(JournalError::Failed { .. })));
    assert!(matches!(journal.flush(), Err(JournalError::Failed { .. })));
    assert!(matches!(journal.sync(), Err(JournalError::Failed { .. })));
    assert_eq!(journal.sequence(), sequence);
    drop(journal);
    assert_eq!(disk.bytes(), bytes);
}

const GROUPS: [u64; 5] = [1, 4, 2, 1, 5];

fn whole_size() -> usize {
    let disk = Disk::default();
    let (acknowledged, error) = run(&mut create(&disk), &GROUPS);
    assert_eq!((acknowledged, error.is_none()), (13, true));
    disk.bytes().len()
}

/// The disk is full after any number of bytes, with short and long writes, and with and without a
/// working truncation.
#[test]
fn a_full_disk_costs_nothing_that_was_acknowledged() {
    let whole = whole_size();
    let mut partial = 0;
    for write_bytes_max in [None, Some(1), Some(7)] {
        for fails_to_truncate in [false, true] {
            for capacity in 24..whole {
                let disk = Disk::default();
                let mut journal = create(&disk);
                disk.state().capacity = Some(capacity);
                disk.state().write_bytes_max = write_bytes_max;
                disk.state().fails_to_truncate = fails_to_truncate;
                let (acknowledged, error) = run(&mut journal, &GROUPS);
                let Some(JournalError::Write { bytes, error, .. }) = error else {
                    panic!("the disk is full")
                };
                assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
                let kept = disk.bytes().len() as u64;
                assert!(kept + bytes > capacity as u64, "the bytes that the error names would fit");
                let (_, opened) = open(&disk.copy()).expect("the journal is good");
                assert!(
                    fails_to_truncate || opened.torn_bytes == 0,
                    "the part of a record was cut off"
                );
                partial += usize::from(opened.torn_bytes > 0);
                assert_refuses(journal, &disk);
                disk.state().capacity = None;
                disk.state().fails_to_truncate = false;
                let records = count(disk.clone()).expect("the journal is good");
                assert!(
                    (acknowledged..=13).contains(&records),
                    "{acknowledged} acknowledged, {records} found"
                );
                assert_goes_on(&disk, records);
            }
        }
    }
    assert!(
        partial > whole,
        "{partial} torn tails, with as many capacities as bytes and three kinds of writes"
    );
}

/// With as much room as the error names, the same records fit.
#[test]
fn the_bytes_that_a_write_error_names_are_enough() {
    for capacity in 24..400 {
        let disk = Disk::default();
        let mut journal = create(&disk);
        disk.state().capacity = Some(capacity);
        for _ in 0..12 {
            append(&mut journal).expect("appending does not touch the disk");
        }
        let Err(JournalError::Write { bytes, .. }) = journal.flush() else { continue };
        drop(journal);
        let needed = disk.bytes().len() + bytes as usize;
        let again = Disk::default();
        let mut journal = create(&again);
        again.state().capacity = Some(needed);
        for _ in 0..12 {
            append(&mut journal).expect("appending does not touch the disk");
        }
        journal.flush().expect("there is room");
        assert_eq!(again.bytes().len(), needed, "no more bytes than needed");
    }
}

#[test]
fn a_write_error_names_path_bytes_and_remedy() {
    let disk = Disk::default();
    let mut journal = create(&disk);
    disk.state().capacity = Some(30);
    journal.append(1, b"0123456789").expect("appending does not touch the disk");
    let error = journal.flush().expect_err("the disk is full");
    assert_eq!(
        error.to_string(),
        "log: cannot write 30 more bytes: no storage space; make room on the disk, then open the \
         journal again"
    );
    let error = journal.append(1, b"").expect_err("it has failed");
    assert_eq!(
        error.to_string(),
        "log: takes no more records since a write or sync failed; see to that error, then open the \
         journal again"
    );
}

/// Creating a journal on a full disk is an error too.
#[test]
fn a_header_that_does_not_fit_is_an_error() {
    for capacity in 0..24 {
        let disk = Disk::default();
        disk.state().capacity = Some(capacity);
        let error = Journal::create_on(disk, path(), IDENTITY).err().expect("the disk is full");
        assert!(matches!(error, JournalError::Write { .. }), "{error}");
    }
}

#[test]
fn interrupted_and_short_calls_are_continued() {
    let disk = Disk::default();
    disk.state().is_interrupted = true;
    disk.state().write_bytes_max = Some(3);
    let mut journal = create(&disk);
    assert!(run(&mut journal, &GROUPS).1.is_none());
    drop(journal);
    assert_goes_on(&disk, 13);
}

/// After a failed sync the operating system may regard pages as clean that are not on the disk.
/// Opening still puts everything that it finds on the disk.
#[test]
fn after_a_failed_sync_what_is_opened_is_on_the_disk() {
    for seed in 0..100 {
        let mut random = Rng::seeded(seed);
        let disk = Disk::default();
        let mut journal = create(&disk);
        let (acknowledged, _) = run(&mut journal, &[3]);
        disk.state().fails_to_sync = true;
        let (_, error) = run(&mut journal, &[random.random_range(1..200)]);
        assert!(matches!(error, Some(JournalError::Sync { .. })));
        assert_refuses(journal, &disk);
        disk.state().fails_to_sync = false;
        let (journal, opened) = open(&disk).expect("the journal is good");
        assert!(opened.records > acknowledged);
        std::mem::forget(journal);
        assert_goes_on(&disk.power_failure(&mut random), opened.records);
    }
}

/// A single call fails while a journal is opened or written: the error is reported, and no seal
/// covers records that are not on the disk.
#[test]
fn a_single_failure_is_not_ignored() {
    let mut failures = 0;
    for calls in 0..16 {
        for seed in 0..50 {
            let mut random = Rng::seeded(seed);
            let disk = Disk::default();
            let mut journal = create(&disk);
            let (acknowledged, _) = run(&mut journal, &[2]);
            // Records that a failed sync has left only in the cache, the last of them torn.
            disk.state().fails_to_sync = true;
            run(&mut journal, &[9]);
            drop(journal);
            disk.state().fails_to_sync = false;
            disk.state().cache.pop();
            disk.state().calls_before_failure = Some(calls);
            let acknowledged = match open(&disk) {
                Ok((mut journal, opened)) => {
                    let (acknowledged, error) = run(&mut journal, &[3, 3]);
                    failures += usize::from(error.is_some());
                    acknowledged.max(opened.records)
                }
                Err(_) => {
                    failures += 1;
                    acknowledged
                }
            };
            let (_, opened) =
                open(&disk.power_failure(&mut random)).expect("nothing that was synced is missing");
            assert!(opened.records >= acknowledged, "call {calls}, seed {seed}");
        }
    }
    assert!(failures > 500, "{failures} failures");
}

#[test]
fn opening_does_not_hide_that_a_sync_fails() {
    let disk = Disk::default();
    let mut journal = create(&disk);
    append(&mut journal).expect("appending does not touch the disk");
    journal.flush().expect("the disk is good");
    let crashed = disk.copy();
    crashed.state().fails_to_sync = true;
    assert!(matches!(open(&crashed), Err(JournalError::Sync { .. })));
    // The same for a torn tail whose removal may be lost.
    let (bytes, torn) = (disk.bytes(), disk.bytes().len() - 1);
    let crashed = Disk::with(&bytes[..torn]);
    crashed.state().fails_to_sync = true;
    assert!(matches!(open(&crashed), Err(JournalError::Sync { .. })));
    let crashed = Disk::with(&bytes[..torn]);
    crashed.state().fails_to_truncate = true;
    assert!(matches!(open(&crashed), Err(JournalError::Io { .. })));
    assert_eq!(crashed.bytes(), bytes[..torn]);
}

/// Power fails again and again, during any call, also while a journal is opened and repaired. Each
/// time any of the sectors that were not synced may be lost. Every acknowledged record is kept, and
/// the journal is never reported as damaged.
#[test]
fn power_failures_cost_nothing_that_was_acknowledged() {
    let (mut torn, mut cut_short) = (0, 0);
    for seed in 0..2_000 {
        let mut random = Rng::seeded(seed);
        let mut disk = Disk::default();
        drop(create(&disk));
        let mut acknowledged = 0;
        for _ in 0..8 {
            disk.state().calls_left = Some(random.random_range(0..12));
            match open(&disk) {
                Ok((mut journal, opened)) => {
                    assert!(
                        opened.records >= acknowledged,
                        "seed {seed}: {opened:?}, {acknowledged} acknowledged"
                    );
                    torn += usize::from(opened.torn_bytes > 0);
                    acknowledged = opened.records;
                    let groups: [u64; 6] = random.random();
                    acknowledged =
                        acknowledged.max(run(&mut journal, &groups.map(|records| records % 12)).0);
                    std::mem::forget(journal);
                }
                Err(error @ (JournalError::Damaged { .. } | JournalError::Header { .. })) => {
                    panic!("seed {seed}: {error}")
                }
                Err(_) => cut_short += 1,
            }
            disk = disk.power_failure(&mut random);
        }
        let (journal, opened) = open(&disk).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        drop(journal);
        assert!(opened.records >= acknowledged, "seed {seed}");
        assert_goes_on(&disk, opened.records);
    }
    assert!(torn > 1_000 && cut_short > 1_000, "{torn} torn tails, {cut_short} repairs cut short");
}
