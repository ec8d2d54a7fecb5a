// SPDX-License-Identifier: Apache-2.0

//! Going through a journal item by item, and telling a torn tail from damage where that ends.

use crate::chain::{Chain, HEAD_BYTES, Item, Record, SEAL_BYTES, item_bytes};
use crate::format::{HEADER_BYTES, PAYLOAD_BYTES_MAX};
use crate::header::Origin;
use crate::storage::{Storage, read_full};
use std::io;

/// Bytes that are read at once; every item fits.
const CHUNK_BYTES: usize = 128 << 10;
const _: () = assert!(CHUNK_BYTES >= SEAL_BYTES + PAYLOAD_BYTES_MAX, "an item fits a chunk");

/// The result of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A record, see [`Scan::record`].
    Record,
    /// A seal on all records so far.
    Seal,
    /// The end of the journal. The next step looks again.
    End,
    /// Bytes that are not an item, or a part of one. The next step looks again.
    Bad,
}

/// A place between two items, and the bytes around it.
pub struct Scan {
    chain: Chain,
    /// Where the next item begins.
    offset: u64,
    chunk: Vec<u8>,
    /// Where the next item begins in `chunk`.
    start: usize,
    kind: u8,
    payload_bytes: usize,
}

impl Scan {
    /// The place before the first item.
    pub fn new(origin: Origin) -> Scan {
        let chain = Chain::new(origin);
        Scan {
            chain,
            offset: HEADER_BYTES as u64,
            chunk: Vec::new(),
            start: 0,
            kind: 0,
            payload_bytes: 0,
        }
    }

    /// The current place in the chain.
    pub fn chain(&self) -> Chain {
        self.chain
    }

    /// The current offset in the file.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// The record that the last step returned.
    pub fn record(&self) -> Record<'_> {
        let end = self.start - (SEAL_BYTES - HEAD_BYTES);
        let payload = &self.chunk[end - self.payload_bytes..end];
        Record { sequence: self.chain.sequence, kind: self.kind, payload }
    }

    /// Steps over the next item, or stays where there is none.
    pub fn step(&mut self, storage: &mut impl Storage) -> io::Result<Step> {
        let mut wanted = HEAD_BYTES;
        if self.fill(storage, wanted)?
            && let Some(bytes) = self.chunk[self.start..].first_chunk().and_then(item_bytes)
        {
            wanted = bytes;
            if self.fill(storage, wanted)?
                && let Some(item) = self.chain.follow(&self.chunk[self.start..self.start + wanted])
            {
                self.start += wanted;
                self.offset += wanted as u64;
                let Item::Record(kind, payload_bytes) = item else { return Ok(Step::Seal) };
                (self.kind, self.payload_bytes) = (kind, payload_bytes);
                return Ok(Step::Record);
            }
        }
        let at_end = self.start == self.chunk.len();
        // A writer may complete the item, or replace it, so the bytes are read again next time.
        self.chunk.clear();
        self.start = 0;
        Ok(if at_end { Step::End } else { Step::Bad })
    }

    /// Whether a later seal states that the next record was on the disk.
    pub fn is_next_sealed(&self, storage: &mut impl Storage) -> io::Result<bool> {
        let mut chunk = vec![0; CHUNK_BYTES];
        let mut offset = self.offset;
        loop {
            let count = read_full(storage, offset, &mut chunk)?;
            let mut places = chunk[..count].windows(SEAL_BYTES);
            if places.any(|place| {
                self.chain.sealed(place).is_some_and(|sequence| sequence > self.chain.sequence)
            }) {
                return Ok(true);
            }
            if count < CHUNK_BYTES {
                return Ok(false);
            }
            // A seal may lie across the border of two chunks, so they overlap.
            offset += (CHUNK_BYTES - (SEAL_BYTES - 1)) as u64;
        }
    }

    /// Reads until the chunk has `wanted` bytes of the next item; returns false if the file has
    /// fewer.
    fn fill(&mut self, storage: &mut impl Storage, wanted: usize) -> io::Result<bool> {
        let there = self.chunk.len() - self.start;
        if there >= wanted {
            return Ok(true);
        }
        self.chunk.drain(..self.start);
        self.start = 0;
        self.chunk.resize(CHUNK_BYTES, 0);
        let read = read_full(storage, self.offset + there as u64, &mut self.chunk[there..]);
        self.chunk.truncate(there + *read.as_ref().unwrap_or(&0));
        read?;
        Ok(self.chunk.len() >= wanted)
    }
}
