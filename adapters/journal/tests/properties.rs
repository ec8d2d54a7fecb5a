// SPDX-License-Identifier: Apache-2.0

//! Random histories, cut and damaged in random ways.

mod common;

use common::{Disk, IDENTITY, create, open, path};
use journal::{Journal, JournalError, Reader};
use proptest::prelude::*;

/// A record of a history, and what the writer does after it.
#[derive(Clone, Debug)]
struct Step {
    kind: u8,
    payload: Vec<u8>,
    then: Then,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Then {
    Nothing,
    Flush,
    Sync,
    Reopen,
}

/// Short payloads, so that cuts and flips hit all parts of items; sometimes a long one, or one that
/// looks like items.
fn step() -> impl Strategy<Value = Step> {
    let payload = prop_oneof![
        20 => prop::collection::vec(any::<u8>(), 0..40),
        2 => (0..3_usize).prop_map(|sequence| seal_of_another_journal(sequence as u64)),
        1 => (0..1000_usize).prop_map(|length| vec![0; length]),
    ];
    let then = prop_oneof![
        3 => Just(Then::Nothing),
        2 => Just(Then::Flush),
        2 => Just(Then::Sync),
        1 => Just(Then::Reopen),
    ];
    (any::<u8>(), payload, then).prop_map(|(kind, payload, then)| Step { kind, payload, then })
}

fn seal_of_another_journal(records: u64) -> Vec<u8> {
    let disk = Disk::default();
    let mut journal =
        Journal::create_on(disk.clone(), path(), IDENTITY + 1).expect("the disk is good");
    (0..records).for_each(|_| drop(journal.append(0, b"")));
    drop(journal);
    disk.bytes()
}

/// The file that a crash of the process leaves after a history, and the number of records that were
/// flushed and synced.
fn write(history: &[Step]) -> (Vec<u8>, usize, usize) {
    let disk = Disk::default();
    let mut journal = create(&disk);
    let (mut flushed, mut synced) = (0, 0);
    for (index, step) in history.iter().enumerate() {
        let sequence = journal.append(step.kind, &step.payload).expect("the disk is good");
        assert_eq!(sequence, index as u64 + 1);
        match step.then {
            Then::Nothing => continue,
            Then::Flush => journal.flush().expect("the disk is good"),
            Then::Sync => journal.sync().expect("the disk is good"),
            Then::Reopen => {
                drop(journal);
                journal = open(&disk).expect("the journal is good").0;
            }
        }
        flushed = index + 1;
        if step.then != Then::Flush {
            synced = index + 1;
        }
    }
    (disk.bytes(), flushed, synced)
}

/// Number of records that a reader returns before the end or an error; asserts that each is that of
/// the history.
fn read(bytes: &[u8], history: &[Step]) -> usize {
    let Ok(mut reader) = Reader::open_on(bytes.to_vec(), path()) else { return 0 };
    let mut count = 0;
    while let Ok(Some(record)) = reader.next() {
        let step = history.get(count).expect("a record is not from the history");
        count += 1;
        assert_eq!(record.sequence, count as u64);
        assert_eq!((record.kind, record.payload), (step.kind, step.payload.as_slice()));
    }
    count
}

/// Opens bytes as a journal and returns the number of records or the error; asserts that the
/// records are a prefix of the history.
fn reopened(bytes: &[u8], history: &[Step]) -> Result<usize, JournalError> {
    let disk = Disk::with(bytes);
    let before = read(bytes, history);
    let (journal, opened) = open(&disk)?;
    drop(journal);
    assert_eq!(opened.records as usize, before);
    assert_eq!(
        read(&disk.bytes(), history),
        before,
        "a repair keeps all records that a reader saw"
    );
    Ok(before)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn flushed_records_come_back(history in prop::collection::vec(step(), 0..30)) {
        let (bytes, flushed, _) = write(&history);
        prop_assert_eq!(reopened(&bytes, &history).expect("the journal is good"), flushed);
    }

    /// A cut at any byte leaves a prefix, and a longer file leaves no shorter one.
    #[test]
    fn a_cut_leaves_a_prefix(history in prop::collection::vec(step(), 0..8)) {
        let (bytes, flushed, _) = write(&history);
        let mut before = 0;
        for cut in 24..=bytes.len() {
            let records = reopened(&bytes[..cut], &history).expect("a torn tail is repaired");
            prop_assert!(records >= before, "cut at {}", cut);
            before = records;
        }
        prop_assert_eq!(before, flushed);
    }

    /// Flipped bits and a cut leave a prefix or an error.
    #[test]
    fn damage_leaves_a_prefix_or_is_named(
        history in prop::collection::vec(step(), 1..12),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 0..8_u8), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (mut bytes, flushed, synced) = write(&history);
        let whole = bytes.clone();
        for (byte, bit) in &flips {
            bytes[byte.index(whole.len())] ^= 1 << bit;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(whole.len()));
        }
        if let Ok(records) = reopened(&bytes, &history) {
            prop_assert!(records <= flushed);
            // One flip alone loses no acknowledged record.
            if flips.len() == 1 && cut.is_none() {
                prop_assert!(
                    records >= synced,
                    "{} of {} acknowledged records are left",
                    records,
                    synced
                );
            }
        }
    }
}
