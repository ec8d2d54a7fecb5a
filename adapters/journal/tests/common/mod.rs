// SPDX-License-Identifier: Apache-2.0

//! A disk in memory that fails as real disks do, and helpers of the journal's tests.
#![allow(dead_code, reason = "each test uses a part of it")]

use journal::{Journal, JournalError, Opened, Reader, Storage};
use rand::{Rng, RngExt};
use std::cell::{RefCell, RefMut};
use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::rc::Rc;

pub const IDENTITY: u64 = 0x0123_4567_89ab_cdef;

/// Bytes that reach the disk together. There are few, so that small journals have many sectors.
const SECTOR_BYTES: usize = 64;

/// A file on a disk: the content that programs see, and the content that would survive a power
/// failure. Clones are the same file.
#[derive(Clone, Default)]
pub struct Disk(Rc<RefCell<State>>);

#[derive(Default)]
pub struct State {
    /// Content that programs see.
    pub cache: Vec<u8>,
    /// Content of the disk.
    pub durable: Vec<u8>,
    /// Sectors that the operating system regards as different between the two.
    dirty: BTreeSet<usize>,
    /// Most bytes that the file can have.
    pub capacity: Option<usize>,
    /// Most bytes that one write takes.
    pub write_bytes_max: Option<usize>,
    /// Whether every other read and write is interrupted.
    pub is_interrupted: bool,
    was_interrupted: bool,
    pub fails_to_sync: bool,
    pub fails_to_truncate: bool,
    /// Changing calls until the power fails, if it does.
    pub calls_left: Option<usize>,
    /// Changing calls before a single one that fails, if there is one.
    pub calls_before_failure: Option<usize>,
    pub syncs: usize,
}

impl Disk {
    pub fn with(bytes: &[u8]) -> Disk {
        let disk = Disk::default();
        disk.state().cache = bytes.to_vec();
        disk.state().durable = bytes.to_vec();
        disk
    }

    pub fn state(&self) -> RefMut<'_, State> {
        self.0.borrow_mut()
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.state().cache.clone()
    }

    /// The file after a crash of the process, not of the system.
    pub fn copy(&self) -> Disk {
        Disk::with(&self.bytes())
    }

    /// The file after a power failure: any of the sectors that were not synced may be lost, and the
    /// size is that of the last sync or the current one.
    pub fn power_failure(&self, random: &mut impl Rng) -> Disk {
        let mut state = self.state();
        let dirty = std::mem::take(&mut state.dirty);
        for sector in dirty {
            if random.random() {
                state.write_back(sector);
            }
        }
        if random.random() {
            let size = state.cache.len();
            state.durable.resize(size, 0);
        }
        Disk::with(&state.durable)
    }
}

impl State {
    fn write_back(&mut self, sector: usize) {
        let start = sector * SECTOR_BYTES;
        let end = (start + SECTOR_BYTES).min(self.cache.len());
        if start < end {
            let size = self.durable.len().max(end);
            self.durable.resize(size, 0);
            self.durable[start..end].copy_from_slice(&self.cache[start..end]);
        }
    }

    fn interrupt(&mut self) -> io::Result<()> {
        self.was_interrupted = self.is_interrupted && !self.was_interrupted;
        if self.was_interrupted { Err(ErrorKind::Interrupted.into()) } else { Ok(()) }
    }

    fn call(&mut self) -> io::Result<()> {
        self.calls_before_failure = match self.calls_before_failure {
            Some(0) => {
                self.calls_before_failure = None;
                return Err(io::Error::other("the disk did not answer once"));
            }
            calls => calls.map(|calls| calls - 1),
        };
        match &mut self.calls_left {
            Some(0) => Err(io::Error::other("the power has failed")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Storage for Disk {
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let mut state = self.state();
        state.interrupt()?;
        state.cache.read(offset, buffer)
    }

    fn write(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.state();
        state.interrupt()?;
        state.call()?;
        let start = offset as usize;
        assert!(start <= state.cache.len(), "a journal has no holes");
        let room =
            state.capacity.map_or(usize::MAX, |capacity| capacity.max(state.cache.len()) - start);
        let count = bytes.len().min(room).min(state.write_bytes_max.unwrap_or(usize::MAX));
        if count == 0 {
            return Err(ErrorKind::StorageFull.into());
        }
        state.cache.write(offset, &bytes[..count])?;
        state.dirty.extend(start / SECTOR_BYTES..=(start + count - 1) / SECTOR_BYTES);
        Ok(count)
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        state.syncs += 1;
        let dirty = std::mem::take(&mut state.dirty);
        let size = state.cache.len();
        if state.fails_to_sync {
            // The size may reach the disk without the data, and the system does not try again.
            let size = size.max(state.durable.len());
            state.durable.resize(size, 0);
            return Err(io::Error::other("the disk does not answer"));
        }
        dirty.into_iter().for_each(|sector| state.write_back(sector));
        state.durable.resize(size, 0);
        Ok(())
    }

    fn truncate(&mut self, offset: u64) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        if state.fails_to_truncate {
            return Err(io::Error::other("the disk does not answer"));
        }
        Storage::truncate(&mut state.cache, offset)
    }

    fn size(&mut self) -> io::Result<u64> {
        Ok(self.state().cache.len() as u64)
    }
}

pub fn path() -> &'static Path {
    Path::new("log")
}

pub fn create(disk: &Disk) -> Journal<Disk> {
    Journal::create_on(disk.clone(), path(), IDENTITY).expect("there is nothing there")
}

pub fn open(disk: &Disk) -> Result<(Journal<Disk>, Opened), JournalError> {
    Journal::open_on(disk.clone(), path(), IDENTITY)
}

/// The payload of record `sequence` in tests: up to 40 bytes, different for each record.
pub fn payload(sequence: u64) -> Vec<u8> {
    let length = sequence as usize * 7 % 41;
    sequence.to_le_bytes().iter().map(|byte| byte.wrapping_mul(37)).cycle().take(length).collect()
}

pub fn kind(sequence: u64) -> u8 {
    sequence as u8
}

/// Appends the next record of the tests.
pub fn append<S: Storage>(journal: &mut Journal<S>) -> Result<u64, JournalError> {
    let sequence = journal.sequence() + 1;
    journal.append(kind(sequence), &payload(sequence))
}

/// Reads all records, asserts that they are those of [`append`], and returns their number.
pub fn count<S: Storage>(storage: S) -> Result<u64, JournalError> {
    let mut reader = Reader::open_on(storage, path())?;
    let mut sequence = 0;
    while let Some(record) = reader.next()? {
        sequence += 1;
        assert_eq!(record.sequence, sequence);
        assert_eq!((record.kind, record.payload), (kind(sequence), payload(sequence).as_slice()));
    }
    Ok(sequence)
}

/// Asserts that a journal is good and has this many records, and that one more can be appended and
/// all of them read.
pub fn assert_goes_on(disk: &Disk, records: u64) {
    let (mut journal, opened) = open(disk).expect("the journal is good");
    assert_eq!(opened.records, records);
    assert_eq!(append(&mut journal).expect("it takes records"), records + 1);
    drop(journal);
    assert_eq!(count(disk.clone()).expect("the journal is good"), records + 1);
    let (_, opened) = open(disk).expect("the journal is good");
    assert_eq!(opened, Opened { records: records + 1, torn_bytes: 0 });
}
