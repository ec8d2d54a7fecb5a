// SPDX-License-Identifier: Apache-2.0

//! Hostile bytes as a journal, and journals that are damaged on purpose. No record may appear that
//! was never written.

use journal::{HEADER_BYTES, Journal, JournalError, Reader};
use std::path::Path;

const IDENTITY: u64 = 7;

/// Kind and payload of each record.
type Records = Vec<(u8, Vec<u8>)>;

/// Opens the bytes as a journal.
pub fn file(bytes: &[u8]) {
    reopen(bytes.to_vec());
}

/// Writes and then damages a journal as the bytes say. Every record that can still be read was
/// written, and in that order.
pub fn damage(bytes: &[u8]) {
    let Some((first, script)) = bytes.split_first() else { return };
    let (history, edits) = script.split_at(usize::from(*first).min(script.len()));
    let (mut disk, written) = write(history);
    for edit in edits.chunks_exact(3) {
        let place = usize::from(u16::from_le_bytes([edit[0], edit[1]])) % disk.len().max(1);
        match edit[2] {
            0 => disk.truncate(place),
            mask => disk.get_mut(place).into_iter().for_each(|byte| *byte ^= mask),
        }
    }
    let read = reopen(disk);
    assert!(written.starts_with(&read), "a record is new or at another place");
}

/// Writes one record for each byte, which gives its length and whether it is synced.
fn write(history: &[u8]) -> (Vec<u8>, Records) {
    let mut disk = Vec::new();
    let mut journal =
        Journal::create_on(&mut disk, Path::new("fuzz"), IDENTITY).expect("memory does not fail");
    let mut written = Vec::new();
    for step in history {
        let payload = vec![*step; usize::from(*step % 50)];
        journal.append(*step, &payload).expect("the payload is short");
        if step % 4 == 0 {
            journal.sync().expect("memory does not fail");
        }
        written.push((*step, payload));
    }
    drop(journal);
    (disk, written)
}

/// Opens a file in memory, appends to it, and returns the records that it held before.
fn reopen(mut disk: Vec<u8>) -> Records {
    let before = read(&mut disk);
    let open = |disk: &mut Vec<u8>| {
        let (mut journal, opened) = Journal::open_on(disk, Path::new("fuzz"), IDENTITY)?;
        let sequence = journal.append(1, b"next")?;
        assert_eq!(sequence, opened.records + 1);
        Ok(opened)
    };
    match open(&mut disk) {
        Ok(opened) => assert_eq!(opened.records, before.len() as u64),
        Err(JournalError::Damaged { offset, record, .. }) => {
            assert_eq!(record, before.len() as u64 + 1);
            // The remedy that the error suggests.
            disk.truncate(usize::try_from(offset).expect("the offset lies in memory"));
            let opened = open(&mut disk).expect("the rest is valid");
            assert_eq!((opened.records, opened.torn_bytes), (record - 1, 0));
        }
        Err(error) => {
            assert!(error.to_string().starts_with("fuzz: "), "an error names its file: {error}");
            assert!(
                disk.len() < HEADER_BYTES
                    || before.is_empty()
                    || matches!(error, JournalError::Identity { .. })
            );
            return before;
        }
    }
    let after = read(&mut disk);
    assert_eq!(after.len(), before.len() + 1);
    assert!(after.starts_with(&before), "appending changes no earlier record");
    before
}

/// Returns the records up to the end or the first error.
fn read(disk: &mut Vec<u8>) -> Records {
    let mut records = Records::new();
    let Ok(mut reader) = Reader::open_on(disk, Path::new("fuzz")) else { return records };
    while let Ok(Some(record)) = reader.next() {
        records.push((record.kind, record.payload.to_vec()));
        assert_eq!(record.sequence, records.len() as u64);
    }
    records
}
