// SPDX-License-Identifier: Apache-2.0

//! Files that are not as they were written: torn tails are cut off, damage is an error.

mod common;

use common::{Disk, IDENTITY, append, assert_goes_on, count, create, kind, open, path, payload};
use journal::{HEADER_BYTES, Journal, JournalError, Opened, PAYLOAD_BYTES_MAX, Reader};

/// Bytes of an item without its payload.
const ITEM_BYTES: usize = 20;

/// A small journal that was synced after the records `synced`: its bytes, and the ends of its
/// records and seals.
fn sample(records: u64, synced: &[u64]) -> (Vec<u8>, Vec<Item>) {
    let disk = Disk::default();
    let mut journal = create(&disk);
    let mut items = Vec::new();
    for sequence in 1..=records {
        append(&mut journal).expect("the disk is good");
        journal.flush().expect("the disk is good");
        items.push(Item { end: disk.bytes().len(), records: sequence, is_seal: false });
        if synced.contains(&sequence) {
            journal.sync().expect("the disk is good");
            items.push(Item { end: disk.bytes().len(), records: sequence, is_seal: true });
        }
    }
    (disk.bytes(), items)
}

#[derive(Clone, Copy, Debug)]
struct Item {
    end: usize,
    /// Number of records up to here.
    records: u64,
    is_seal: bool,
}

fn start(items: &[Item], index: usize) -> usize {
    if index == 0 { HEADER_BYTES } else { items[index - 1].end }
}

/// The layout must not change, because journals are kept.
#[test]
fn the_layout_is_as_documented() {
    let disk = Disk::default();
    let mut journal = create(&disk);
    journal.append(3, b"abc").expect("the disk is good");
    journal.append(4, b"").expect("the disk is good");
    journal.sync().expect("the disk is good");
    let bytes = disk.bytes();
    assert_eq!(bytes.len(), 24 + 23 + 20 + 20);
    assert_eq!(&bytes[..8], b"RISKLOG\0");
    assert_eq!(bytes[8..12], 1_u32.to_le_bytes());
    let blank = [&bytes[..12], &[0; 4], &bytes[16..24]].concat();
    let root = crc32fast::hash(&blank);
    assert_eq!(bytes[12..16], root.to_le_bytes());
    assert_eq!(bytes[16..24], IDENTITY.to_le_bytes());
    assert_eq!(&bytes[24..43], b"\x03\0\0\0\x03\x01\0\0\x01\0\0\0\0\0\0\0abc");
    assert_eq!(&bytes[47..63], b"\0\0\0\0\x04\x01\0\0\x02\0\0\0\0\0\0\0");
    assert_eq!(&bytes[67..83], b"\0\0\0\0\0\x02\0\0\x02\0\0\0\0\0\0\0");
    let so_far =
        |parts: &[&[u8]]| crc32fast::hash(&[&blank, &*parts.concat()].concat()).to_le_bytes();
    assert_eq!(bytes[43..47], so_far(&[&bytes[24..43]]));
    assert_eq!(bytes[63..67], so_far(&[&bytes[24..43], &bytes[47..63]]));
    assert_eq!(bytes[83..87], so_far(&[&bytes[67..83]]));
}

#[test]
fn records_of_every_length_come_back() {
    let disk = Disk::default();
    let mut journal = create(&disk);
    let lengths = [0, 1, 63, 64, 65, 4096, PAYLOAD_BYTES_MAX - 1, PAYLOAD_BYTES_MAX];
    for length in lengths.into_iter().cycle().take(64) {
        journal.append(9, &vec![length as u8; length]).expect("it fits");
    }
    let long = vec![0; PAYLOAD_BYTES_MAX + 1];
    let error = journal.append(9, &long).expect_err("it does not fit");
    assert!(matches!(error, JournalError::TooLong { bytes: 65_537, limit: 65_536, .. }), "{error}");
    assert_eq!(journal.append(9, b"").expect("a refused record changes nothing"), 65);
    journal.sync().expect("the disk is good");
    let mut reader = Reader::open_on(disk.clone(), path()).expect("it is a journal");
    assert_eq!(reader.identity(), IDENTITY);
    for length in lengths.into_iter().cycle().take(64) {
        let record = reader.next().expect("it is good").expect("there is a record");
        assert_eq!(record.payload, vec![length as u8; length]);
    }
}

/// A file may end at any byte; the complete records are found.
#[test]
fn every_cut_leaves_a_prefix() {
    let (bytes, items) = sample(12, &[3, 4, 9]);
    for cut in 0..=bytes.len() {
        let disk = Disk::with(&bytes[..cut]);
        if cut < HEADER_BYTES {
            let error = open(&disk).err().expect("the header is incomplete");
            assert!(
                matches!(error, JournalError::Magic { .. } | JournalError::Header { .. }),
                "{cut}: {error}"
            );
            continue;
        }
        let whole = items.iter().rfind(|item| item.end <= cut);
        let (end, records) = whole.map_or((HEADER_BYTES, 0), |item| (item.end, item.records));
        assert_eq!(count(disk.clone()).expect("a torn tail is no damage"), records, "{cut}");
        let (_, opened) = open(&disk.copy()).expect("a torn tail is repaired");
        assert_eq!(opened, Opened { records, torn_bytes: (cut - end) as u64 }, "{cut}");
        assert_goes_on(&disk, records);
    }
}

/// Every flipped bit of a sealed journal is found, except in the last seal, without which no record
/// is missing.
#[test]
fn every_flipped_bit_is_found_and_loses_nothing() {
    let (bytes, items) = sample(9, &[2, 3, 9]);
    let last = start(&items, items.len() - 1);
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let disk = Disk::with(&flipped);
        if bit / 8 >= last {
            let (_, opened) = open(&disk.copy()).expect("only a seal is torn");
            assert_eq!(opened, Opened { records: 9, torn_bytes: ITEM_BYTES as u64 });
            assert_goes_on(&disk, 9);
            continue;
        }
        let error = open(&disk).err().expect("a bit is wrong");
        assert_eq!(disk.bytes(), flipped, "a damaged journal is not changed");
        match (bit / 8, error) {
            (0..8, JournalError::Magic { .. }) => {}
            (8..12, JournalError::Version { expected: 1, .. }) => {}
            (12..24, JournalError::Header { .. }) => {}
            (byte, JournalError::Damaged { offset, record, .. }) if byte >= HEADER_BYTES => {
                let index =
                    items.iter().position(|item| byte < item.end).expect("the byte is in an item");
                let before = items[..index].last().map_or(0, |item| item.records);
                assert_eq!(
                    (offset, record),
                    (start(&items, index) as u64, before + 1),
                    "bit {bit}"
                );
                let error =
                    count(disk.clone()).expect_err("a reader does not take damage for the end");
                assert!(matches!(error, JournalError::Damaged { .. }), "bit {bit}: {error}");
                // The remedy in the error works.
                assert_goes_on(&Disk::with(&flipped[..offset as usize]), before);
            }
            (byte, error) => panic!("byte {byte}: {error}"),
        }
    }
}

/// Records that no seal covers were never acknowledged: a bad one makes a torn tail, and the
/// records before it are kept.
#[test]
fn every_flipped_bit_after_the_last_seal_makes_a_torn_tail() {
    let (bytes, items) = sample(9, &[4]);
    let sealed = items.iter().find(|item| item.is_seal).expect("there is a seal").end;
    for bit in sealed * 8..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let disk = Disk::with(&flipped);
        let index =
            items.iter().position(|item| bit / 8 < item.end).expect("the byte is in an item");
        let torn_bytes = (bytes.len() - start(&items, index)) as u64;
        let records = items[index].records - 1;
        assert_eq!(count(disk.clone()).expect("a torn tail is no damage"), records);
        let (_, opened) = open(&disk.copy()).expect("a torn tail is repaired");
        assert_eq!(opened, Opened { records, torn_bytes }, "bit {bit}");
        assert_goes_on(&disk, records);
    }
}

/// The blocks of one write may reach the disk in any order, and the new size of the file before its
/// new blocks.
#[test]
fn zeros_in_place_of_blocks_are_a_torn_tail() {
    let (bytes, items) = sample(12, &[5]);
    let sealed = items.iter().find(|item| item.is_seal).expect("there is a seal").end;
    for from in sealed..bytes.len() {
        for to in [from + 1, from + 16, from + 64, bytes.len(), bytes.len() + 500] {
            let mut zeroed = bytes.clone();
            zeroed.resize(zeroed.len().max(to), 0);
            zeroed[from..to].fill(0);
            let (_, opened) = open(&Disk::with(&zeroed)).expect("a torn tail is repaired");
            let whole = items.iter().rfind(|item| item.end <= from).expect("the seal");
            // Bytes that were zero before have not changed, so more records may be left.
            assert!(
                opened.records >= whole.records && opened.records + opened.torn_bytes >= 5,
                "{from}..{to}"
            );
            assert_goes_on(&Disk::with(&zeroed), opened.records);
        }
    }
    // If a later seal covers the record, the same is damage.
    let (bytes, items) = sample(12, &[5, 12]);
    let mut zeroed = bytes;
    zeroed[items[6].end..items[7].end].fill(0);
    let error = open(&Disk::with(&zeroed)).err().expect("it was synced");
    assert!(matches!(error, JournalError::Damaged { record: 7, .. }), "{error}");
}

/// Files that consist of good items in a wrong order.
#[test]
fn lost_doubled_and_exchanged_records_are_found() {
    let (bytes, items) = sample(8, &[2, 8]);
    let part = |index: usize| &bytes[start(&items, index)..items[index].end];
    let assembled = |order: &[usize]| {
        let parts: Vec<&[u8]> = order.iter().map(|index| part(*index)).collect();
        Disk::with(&[&bytes[..HEADER_BYTES], &parts.concat()].concat())
    };
    // Items 2 and 9 are the seals on two and on eight records.
    let refused = |order: &[usize], at: u64| {
        let error = open(&assembled(order))
            .err()
            .unwrap_or_else(|| panic!("{order:?} is not what was written"));
        assert!(
            matches!(error, JournalError::Damaged { record, .. } if record == at),
            "{order:?}: {error}"
        );
    };
    assert_goes_on(&assembled(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 8);
    for lost in 3..=8 {
        let order: Vec<usize> = (0..=9).filter(|index| *index != lost).collect();
        refused(&order, lost as u64);
    }
    let doubled = |index: usize| {
        (0..=9).flat_map(|i| vec![i; 1 + usize::from(i == index)]).collect::<Vec<_>>()
    };
    for index in 3..8 {
        refused(&doubled(index), index as u64 + 1);
    }
    // All acknowledged records come before the second copy of the last one.
    let (_, opened) = open(&assembled(&doubled(8))).expect("a torn tail is repaired");
    assert!(opened.records == 8 && opened.torn_bytes > 0, "{opened:?}");
    for first in 3..8 {
        let mut order: Vec<usize> = (0..=9).collect();
        order.swap(first, first + 1);
        refused(&order, first as u64);
    }
}

/// A record of another journal is found, even with the right sequence and identity.
#[test]
fn records_of_another_history_are_found() {
    let write = |first: &[u8]| {
        let disk = Disk::default();
        let mut journal = create(&disk);
        for text in [first, b"second", b"third!"] {
            journal.append(1, text).expect("the disk is good");
        }
        journal.sync().expect("the disk is good");
        disk.bytes()
    };
    let (ours, theirs) = (write(b"first!"), write(b"other!"));
    let second = HEADER_BYTES + ITEM_BYTES + 6;
    let mixed = Disk::with(&[&ours[..second], &theirs[second..]].concat());
    let error = open(&mixed).err().expect("the second record is another's");
    assert!(matches!(error, JournalError::Damaged { record: 2, .. }), "{error}");
}

/// An incomplete header is an error, even if the missing bytes would be zero.
#[test]
fn an_incomplete_header_is_an_error() {
    let mut bytes = Vec::new();
    drop(Journal::create_on(&mut bytes, path(), 0).expect("memory does not fail"));
    assert_eq!(bytes.len(), HEADER_BYTES);
    for cut in 0..HEADER_BYTES {
        let error = Journal::open_on(bytes[..cut].to_vec(), path(), 0)
            .err()
            .expect("the header is incomplete");
        assert!(
            matches!(error, JournalError::Magic { .. } | JournalError::Header { .. }),
            "{cut}: {error}"
        );
    }
}

/// Bytes that no journal writes are not an item, even with a correct checksum.
#[test]
fn items_are_checked_beyond_their_checksum() {
    let header = sample(0, &[]).0;
    let root = u32::from_le_bytes([header[12], header[13], header[14], header[15]]);
    let opened = |length: u32, kind: u8, form: u8, zero: u16, sequence: u64, payload: &[u8]| {
        let (length, sequence, zero) =
            (length.to_le_bytes(), sequence.to_le_bytes(), zero.to_le_bytes());
        let item = [&length[..], &[kind, form], &zero, &sequence, payload].concat();
        let mut crc = crc32fast::Hasher::new_with_initial(root);
        crc.update(&item);
        let disk = Disk::with(&[&header[..], &item, &crc.finalize().to_le_bytes()].concat());
        open(&disk).map(|(_, opened)| (opened.records, opened.torn_bytes))
    };
    let is = |found: Result<(u64, u64), JournalError>, expected| {
        assert_eq!(found.expect("no damage"), expected)
    };
    is(opened(3, 7, 1, 0, 1, b"abc"), (1, 0));
    is(opened(3, 7, 0, 0, 1, b"abc"), (0, 23));
    is(opened(3, 7, 2, 0, 1, b"abc"), (0, 23));
    is(opened(3, 7, 3, 0, 1, b"abc"), (0, 23));
    is(opened(3, 7, 1, 1, 1, b"abc"), (0, 23));
    is(opened(3, 7, 1, 0, 0, b"abc"), (0, 23));
    is(opened(3, 7, 1, 0, 2, b"abc"), (0, 23));
    is(opened(2, 7, 1, 0, 1, b"abc"), (0, 23));
    let long = PAYLOAD_BYTES_MAX + 1;
    is(opened(long as u32, 7, 1, 0, 1, &vec![7; long]), (0, (long + ITEM_BYTES) as u64));
    is(opened(0, 0, 2, 0, 0, b""), (0, 0));
    is(opened(0, 1, 2, 0, 1, b""), (0, 20));
    is(opened(0, 0, 2, 1, 1, b""), (0, 20));
    let error =
        opened(0, 0, 2, 0, 1, b"").expect_err("the record that this seal covers is missing");
    assert!(matches!(error, JournalError::Damaged { record: 1, .. }), "{error}");
}

#[test]
fn a_wrong_header_is_named_with_a_remedy() {
    let (bytes, _) = sample(2, &[2]);
    let message = |bytes: &[u8], identity| {
        let refused = Journal::open_on(bytes.to_vec(), path(), identity);
        refused.err().expect("the header is wrong").to_string()
    };
    assert_eq!(
        message(&bytes, 5),
        "log: the journal belongs to 0123456789abcdef, not to 0000000000000005; give the program \
         that it was written for, or create another journal"
    );
    let mut version = bytes.clone();
    version[8] = 2;
    assert_eq!(
        message(&version, IDENTITY),
        "log: the journal has format 2, this is format 1; use the version of the program that \
         wrote it"
    );
    assert_eq!(
        message(b"seq,message", IDENTITY),
        "log: this is no journal; give the name of one, or create one under another name"
    );
    let mut damaged = bytes;
    damaged[20] ^= 1;
    assert_eq!(
        message(&damaged, IDENTITY),
        "log: the header of the journal, its first 24 bytes, is damaged; restore the file from a \
         copy"
    );
}

#[test]
fn damage_is_named_with_a_remedy() {
    let (mut bytes, items) = sample(4, &[4]);
    bytes[items[1].end + 3] ^= 1;
    let error = open(&Disk::with(&bytes)).err().expect("a length is wrong");
    let offset = items[1].end;
    assert_eq!(
        error.to_string(),
        format!(
            "log: damaged at byte {offset}, record 3: it was synced, and is not there as it was \
             written; restore the file from a copy, or keep one and cut the file to {offset} bytes \
             to go on without this record and all that follow"
        )
    );
}

/// Opening seals records that are not sealed, so it does not change a sealed journal.
#[test]
fn opening_a_sealed_journal_changes_nothing() {
    let (bytes, _) = sample(5, &[5]);
    let disk = Disk::with(&bytes);
    for _ in 0..3 {
        let (_, opened) = open(&disk).expect("the journal is good");
        assert_eq!(opened, Opened { records: 5, torn_bytes: 0 });
    }
    assert_eq!(disk.bytes(), bytes);
    assert_eq!(disk.state().syncs, 0);
}

/// A seal is found far after the damage too, and across the border of two chunks.
#[test]
fn a_seal_is_found_at_every_place() {
    let chunk = 128 << 10;
    for length in (0..60).map(|more| chunk - 40 + more) {
        let disk = Disk::default();
        let mut journal = create(&disk);
        for _ in 0..2 {
            journal.append(kind(1), &payload(1)).expect("the disk is good");
        }
        journal.append(0, &vec![7; PAYLOAD_BYTES_MAX]).expect("it fits");
        journal
            .append(0, &vec![7; length - PAYLOAD_BYTES_MAX - 3 * ITEM_BYTES - payload(1).len()])
            .expect("it fits");
        journal.sync().expect("the disk is good");
        let mut bytes = disk.bytes();
        bytes[HEADER_BYTES + ITEM_BYTES + payload(1).len() + 9] ^= 4;
        let error = open(&Disk::with(&bytes)).err().expect("a record is wrong");
        assert!(matches!(error, JournalError::Damaged { record: 2, .. }), "{length}: {error}");
    }
}
