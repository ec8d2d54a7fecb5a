// SPDX-License-Identifier: Apache-2.0

//! Reading a journal whose file changes between any two reads.

mod common;

use common::{Disk, append, count, create, open, path, payload};
use journal::{HEADER_BYTES, Reader, Storage};
use std::io;

/// A file of which only a part is visible until a number of reads have been made.
struct Growing {
    whole: Vec<u8>,
    part: usize,
    reads_left: usize,
}

impl Storage for Growing {
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let end = if self.reads_left == 0 { self.whole.len() } else { self.part };
        self.reads_left = self.reads_left.saturating_sub(1);
        self.whole[..end].to_vec().read(offset, buffer)
    }

    fn write(&mut self, _: u64, _: &[u8]) -> io::Result<usize> {
        unreachable!("a reader does not write")
    }

    fn sync(&mut self) -> io::Result<()> {
        unreachable!("a reader does not sync")
    }

    fn truncate(&mut self, _: u64) -> io::Result<()> {
        unreachable!("a reader does not truncate")
    }

    fn size(&mut self) -> io::Result<u64> {
        Ok(self.whole.len() as u64)
    }
}

/// Records and seals may be written between a look at a record and the search for a seal that
/// covers it. This is not damage.
#[test]
fn a_record_completed_meanwhile_is_not_damage() {
    let disk = Disk::default();
    let mut journal = create(&disk);
    for sequence in 1..=5 {
        append(&mut journal).expect("the disk is good");
        if sequence % 2 == 1 {
            journal.sync().expect("the disk is good");
        }
    }
    let whole = disk.bytes();
    for part in HEADER_BYTES..whole.len() {
        for reads_left in 0..20 {
            let growing = Growing { whole: whole.clone(), part, reads_left };
            let mut reader = Reader::open_on(growing, path()).expect("the header is there");
            let mut sequence = 0;
            // Enough tries for the whole file to be visible and read.
            for _ in 0..30 {
                if let Some(record) = reader.next().expect("the journal is good") {
                    sequence += 1;
                    assert_eq!(
                        (record.sequence, record.payload),
                        (sequence, payload(sequence).as_slice())
                    );
                }
            }
            assert_eq!(sequence, 5, "{part} bytes for {reads_left} reads");
        }
    }
}

/// A full disk leaves an incomplete record, which is cut off, and another record replaces it.
#[test]
fn a_record_that_replaces_an_incomplete_one_is_read() {
    let disk = Disk::default();
    let mut journal = create(&disk);
    append(&mut journal).expect("the disk is good");
    journal.sync().expect("the disk is good");
    let end = disk.bytes().len();
    for room in 1..=40 {
        let disk = disk.copy();
        let mut journal = open(&disk).expect("the journal is good").0;
        let mut reader = Reader::open_on(disk.clone(), path()).expect("the header is there");
        assert_eq!(
            reader.next().expect("the journal is good").map(|record| record.sequence),
            Some(1)
        );
        disk.state().capacity = Some(end + room);
        disk.state().fails_to_truncate = true;
        journal.append(9, &[9; 30]).expect("appending only fills the buffer");
        journal.flush().expect_err("the disk is full");
        drop(journal);
        assert_eq!(disk.bytes().len(), end + room);
        assert_eq!(reader.next().expect("the journal is good"), None);
        disk.state().capacity = None;
        disk.state().fails_to_truncate = false;
        let mut journal = open(&disk).expect("the journal is good").0;
        append(&mut journal).expect("the disk is good");
        journal.sync().expect("the disk is good");
        let record = reader.next().expect("the journal is good").expect("there is a record");
        assert_eq!((record.sequence, record.payload), (2, payload(2).as_slice()));
        assert_eq!(count(disk).expect("the journal is good"), 2);
    }
}
