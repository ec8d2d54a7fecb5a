// SPDX-License-Identifier: Apache-2.0

//! Records and seals as bytes, and the chain of their checksums; [the crate](crate) shows the
//! layout.

use crate::format::PAYLOAD_BYTES_MAX;
use crate::header::Origin;
use bytemuck::{Pod, Zeroable};
use crc32fast::Hasher;

/// Bytes of an item before its payload.
pub const HEAD_BYTES: usize = size_of::<Head>();
/// Bytes of a seal, and of an item without its payload.
pub const SEAL_BYTES: usize = HEAD_BYTES + CHECKSUM_BYTES;
const CHECKSUM_BYTES: usize = size_of::<u32>();

const FORM_RECORD: u8 = 1;
const FORM_SEAL: u8 = 2;

/// A record of the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// Its number, from 1.
    pub sequence: u64,
    /// Its kind; the caller defines the meaning.
    pub kind: u8,
    /// Its content.
    pub payload: &'a [u8],
}

/// The head of an item, in the byte order of the file.
#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Head {
    length: u32,
    kind: u8,
    form: u8,
    zero: u16,
    sequence: u64,
}

const _: () = assert!(HEAD_BYTES == 16, "the head has no padding");

/// An item that continues a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The next record: its kind and the length of its payload.
    Record(u8, usize),
    /// A seal on all records so far.
    Seal,
}

/// A place between two items. Writer and readers follow the same chain.
#[derive(Clone, Copy)]
pub struct Chain {
    origin: Origin,
    /// Sequence of the record before this place, 0 before the first.
    pub sequence: u64,
    checksum: u32,
}

impl Chain {
    /// The place after the header.
    pub fn new(origin: Origin) -> Chain {
        Chain { origin, sequence: 0, checksum: origin.checksum }
    }

    /// Identity of the journal.
    pub fn identity(&self) -> u64 {
        self.origin.identity
    }

    /// Appends the next record to `buffer`. The payload must have at most [`PAYLOAD_BYTES_MAX`].
    pub fn put_record(&mut self, kind: u8, payload: &[u8], buffer: &mut Vec<u8>) {
        self.sequence += 1;
        let head = Head {
            length: (payload.len() as u32).to_le(),
            kind,
            form: FORM_RECORD,
            zero: 0,
            sequence: self.sequence.to_le(),
        };
        self.checksum = checksum(self.checksum, &[bytemuck::bytes_of(&head), payload]);
        buffer.extend_from_slice(bytemuck::bytes_of(&head));
        buffer.extend_from_slice(payload);
        buffer.extend_from_slice(&self.checksum.to_le_bytes());
    }

    /// Appends a seal on all records so far to `buffer`.
    pub fn put_seal(&self, buffer: &mut Vec<u8>) {
        let head =
            Head { length: 0, kind: 0, form: FORM_SEAL, zero: 0, sequence: self.sequence.to_le() };
        buffer.extend_from_slice(bytemuck::bytes_of(&head));
        buffer.extend_from_slice(
            &checksum(self.origin.checksum, &[bytemuck::bytes_of(&head)]).to_le_bytes(),
        );
    }

    /// Steps over these bytes and returns their item, if they are an item that continues the chain
    /// here.
    pub fn follow(&mut self, item: &[u8]) -> Option<Item> {
        if let Some(sequence) = self.sealed(item) {
            return (sequence == self.sequence).then_some(Item::Seal);
        }
        let (content, stated) = item.split_last_chunk::<CHECKSUM_BYTES>()?;
        let (head, payload) = content.split_at_checked(HEAD_BYTES)?;
        let head: Head = bytemuck::pod_read_unaligned(head);
        let checksum = checksum(self.checksum, &[content]);
        let fits = head.form == FORM_RECORD
            && head.zero == 0
            && u64::from_le(head.sequence) == self.sequence + 1
            && u32::from_le(head.length) as usize == payload.len()
            && u32::from_le_bytes(*stated) == checksum;
        if !fits {
            return None;
        }
        self.sequence += 1;
        self.checksum = checksum;
        Some(Item::Record(head.kind, payload.len()))
    }

    /// Sequence of the last record that a seal covers, if these bytes are a seal of this journal.
    pub fn sealed(&self, item: &[u8]) -> Option<u64> {
        let item: &[u8; SEAL_BYTES] = item.try_into().ok()?;
        let (head, stated) = item.split_last_chunk::<CHECKSUM_BYTES>()?;
        // The search for seals tries every byte of a tail; this check ends most of the tries.
        if head[..8] != [0, 0, 0, 0, 0, FORM_SEAL, 0, 0] {
            return None;
        }
        let sequence = u64::from_le(bytemuck::pod_read_unaligned::<Head>(head).sequence);
        (u32::from_le_bytes(*stated) == checksum(self.origin.checksum, &[head])).then_some(sequence)
    }
}

/// Length of the item with this head, or `None` if no item can be that long.
pub fn item_bytes(head: &[u8; HEAD_BYTES]) -> Option<usize> {
    let length = u32::from_le(bytemuck::pod_read_unaligned::<Head>(head).length) as usize;
    (length <= PAYLOAD_BYTES_MAX).then_some(HEAD_BYTES + length + CHECKSUM_BYTES)
}

/// Length of the complete items at the start of `bytes`, which a chain wrote.
pub fn whole_items(bytes: &[u8]) -> usize {
    let mut whole = 0;
    while let Some(length) = bytes[whole..].first_chunk().and_then(item_bytes) {
        if bytes.len() - whole < length {
            break;
        }
        whole += length;
    }
    whole
}

/// The CRC-32 that continues `before` over these parts.
fn checksum(before: u32, parts: &[&[u8]]) -> u32 {
    let mut crc = Hasher::new_with_initial(before);
    for part in parts {
        crc.update(part);
    }
    crc.finalize()
}
