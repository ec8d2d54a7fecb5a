// SPDX-License-Identifier: Apache-2.0

//! Frames: the wire layout of a message, derived from its definition; written by the host, parsed
//! by every executor.
//!
//! ```text
//!  byte 0        2      3      4                8                 12
//!      +--------+------+------+----------------+-----------------+---------+---------+----
//!      | length | kind | zero |    sequence    | NULL bit a field| field 0 | field 1 | ...
//!      +--------+------+------+----------------+-----------------+---------+---------+----
//! ```
//! All numbers are little-endian, fields are packed in order; a NULL field's bytes are zero.
//! CHAR(n) is n bytes, padded with blanks. A frame is as long as its layout says, neither more nor
//! less.

use crate::machine::{
    BEAT_BYTES, DICTIONARY_CYCLES, DICTIONARY_STORE_CYCLES, FRAME_BYTES_MAX, PARSE_CYCLES,
};
use crate::schema::{ColumnDef, Type};

/// Bytes before the first field.
pub const HEADER_BYTES: usize = 12;

/// A field's value as the host writes it and a parser sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// NULL.
    Null,
    /// Everything but text, as the machine holds it.
    Number(i64),
    /// Text without trailing blanks.
    Text(&'a [u8]),
}

/// Why bytes are not a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The frame's length is not that of its layout, or not what its header says.
    #[error("the frame has {found} bytes, its layout {expected}")]
    Length {
        /// Bytes there are.
        found: usize,
        /// Bytes there should be.
        expected: usize,
    },
    /// No message has this kind.
    #[error("no message has kind {0}")]
    Kind(u8),
    /// A reserved byte, an unused NULL bit or the bytes of a NULL field are not zero.
    #[error("reserved bits are not zero")]
    Reserved,
    /// A `not null` field is NULL.
    #[error("field {0} is `not null` and NULL")]
    Null(usize),
    /// A field's bytes are no value of its type.
    #[error("field {0} holds no value of its type")]
    Value(usize),
}

/// Where the fields of a frame lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The transaction that the frames belong to.
    pub kind: u8,
    /// Bytes of the frame.
    pub bytes: usize,
    fields: Vec<FieldLayout>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct FieldLayout {
    offset: usize,
    ty: Type,
    nullable: bool,
}

impl FieldLayout {
    fn is_text(&self) -> bool {
        matches!(self.ty, Type::Char(_))
    }
}

impl Layout {
    /// The layout of frames with these fields. It may exceed [`FRAME_BYTES_MAX`]; compiler and
    /// loader refuse that.
    pub fn new(kind: u8, fields: &[ColumnDef]) -> Layout {
        let mut offset = HEADER_BYTES;
        let fields = fields
            .iter()
            .map(|field| {
                let layout = FieldLayout { offset, ty: field.ty, nullable: field.nullable };
                offset += field.ty.wire_bytes();
                layout
            })
            .collect();
        Layout { kind, bytes: offset, fields }
    }

    /// Number of fields.
    pub fn field_count(&self) -> usize {
        self.fields.len()
    }

    /// The type of a field.
    pub fn field_type(&self, field: usize) -> Type {
        self.fields[field].ty
    }

    /// Beats that a frame takes.
    pub fn beats(&self) -> usize {
        self.bytes.div_ceil(BEAT_BYTES)
    }

    /// Byte offset of a field, its type, and whether it may be NULL.
    pub fn place(&self, field: usize) -> (usize, Type, bool) {
        let FieldLayout { offset, ty, nullable } = self.fields[field];
        (offset, ty, nullable)
    }

    /// Cycle in which the parser is through with a field: that of the beat with its last byte, and
    /// the parser's.
    pub fn field_parsed(&self, field: usize) -> u16 {
        let FieldLayout { offset, ty, .. } = self.fields[field];
        let beat = (offset + ty.wire_bytes() - 1) / BEAT_BYTES;
        beat as u16 + PARSE_CYCLES
    }

    /// Cycle in which a field is in its slot: when it is parsed and, for text, looked up in the
    /// dictionary, which takes one text a cycle in the order of the fields.
    pub fn field_ready(&self, field: usize) -> u16 {
        if !self.fields[field].is_text() {
            return self.field_parsed(field);
        }
        let texts = (0..=field).filter(|field| self.fields[*field].is_text());
        texts.fold(0, |before, text| (before + 1).max(self.field_parsed(text) + DICTIONARY_CYCLES))
    }

    /// Cycles that the dictionary takes at most, behind the verdict, until it has stored what the
    /// frame brought along.
    pub fn store_cycles(&self) -> u16 {
        self.fields.iter().filter(|f| f.is_text()).count() as u16 * DICTIONARY_STORE_CYCLES
    }

    /// Cycle in which the whole frame has been parsed and found well-formed.
    pub fn parsed(&self) -> u16 {
        let fields = (0..self.fields.len()).map(|i| self.field_ready(i)).max().unwrap_or(0);
        fields.max((self.beats() - 1) as u16 + PARSE_CYCLES)
    }

    /// Writes a frame into `buffer` and returns its bytes. The values must be one a field, of its
    /// type.
    ///
    /// # Errors
    /// [`FrameError`] if a value does not fit its field, or the layout is longer than a frame may
    /// be.
    pub fn write<'b>(
        &self,
        sequence: u32,
        values: &[FieldValue<'_>],
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> Result<&'b [u8], FrameError> {
        if self.bytes > FRAME_BYTES_MAX {
            return Err(FrameError::Length { found: FRAME_BYTES_MAX, expected: self.bytes });
        }
        if values.len() != self.fields.len() {
            return Err(FrameError::Value(values.len().min(self.fields.len())));
        }
        let frame = &mut buffer[..self.bytes];
        frame.fill(0);
        frame[..2].copy_from_slice(&(self.bytes as u16).to_le_bytes());
        frame[2] = self.kind;
        frame[4..8].copy_from_slice(&sequence.to_le_bytes());
        let mut nulls = 0_u32;
        for (i, (field, value)) in self.fields.iter().zip(values).enumerate() {
            let bytes = &mut frame[field.offset..field.offset + field.ty.wire_bytes()];
            match (*value, field.ty) {
                (FieldValue::Null, _) => nulls |= 1 << i,
                (FieldValue::Text(text), Type::Char(_))
                    if text.len() <= bytes.len() && text.iter().all(is_printable) =>
                {
                    bytes.fill(b' ');
                    bytes[..text.len()].copy_from_slice(text);
                }
                (FieldValue::Number(number), ty)
                    if !matches!(ty, Type::Char(_)) && holds(ty, number) =>
                {
                    bytes.copy_from_slice(&number.to_le_bytes()[..bytes.len()]);
                }
                _ => return Err(FrameError::Value(i)),
            }
        }
        frame[8..12].copy_from_slice(&nulls.to_le_bytes());
        Ok(frame)
    }

    /// Checks the parts that concern the frame as a whole.
    ///
    /// # Errors
    /// [`FrameError::Length`], [`FrameError::Kind`] or [`FrameError::Reserved`].
    pub fn check_header(&self, frame: &[u8]) -> Result<(), FrameError> {
        let stated = frame.first_chunk::<2>().map_or(0, |b| usize::from(u16::from_le_bytes(*b)));
        if frame.len() != self.bytes || stated != self.bytes {
            return Err(FrameError::Length { found: frame.len(), expected: self.bytes });
        }
        if frame[2] != self.kind {
            return Err(FrameError::Kind(frame[2]));
        }
        let unused_bits = u32::MAX.checked_shl(self.fields.len() as u32).unwrap_or(0);
        if frame[3] != 0 || null_bits(frame) & unused_bits != 0 {
            return Err(FrameError::Reserved);
        }
        Ok(())
    }

    /// Field `field` of a frame that passed [`Layout::check_header`].
    ///
    /// # Errors
    /// [`FrameError::Null`], [`FrameError::Value`], or [`FrameError::Reserved`] where a NULL field
    /// has bytes.
    pub fn read<'f>(&self, frame: &'f [u8], field: usize) -> Result<FieldValue<'f>, FrameError> {
        let FieldLayout { offset, ty, nullable } = self.fields[field];
        let bytes = &frame[offset..offset + ty.wire_bytes()];
        if null_bits(frame) >> field & 1 != 0 {
            return match (nullable, bytes.iter().all(|b| *b == 0)) {
                (false, _) => Err(FrameError::Null(field)),
                (true, false) => Err(FrameError::Reserved),
                (true, true) => Ok(FieldValue::Null),
            };
        }
        if let Type::Char(_) = ty {
            if !bytes.iter().all(is_printable) {
                return Err(FrameError::Value(field));
            }
            return Ok(FieldValue::Text(trim(bytes)));
        }
        let mut wide = [0; 8];
        wide[..bytes.len()].copy_from_slice(bytes);
        let unused = 64 - 8 * bytes.len() as u32;
        let number = i64::from_le_bytes(wide) << unused >> unused;
        if holds(ty, number) {
            Ok(FieldValue::Number(number))
        } else {
            Err(FrameError::Value(field))
        }
    }
}

/// Bytes of the length with which a frame begins.
pub const LENGTH_BYTES: usize = 2;

/// The length that a frame states, if its first [`LENGTH_BYTES`] are there.
pub fn stated_length(frame: &[u8]) -> Option<usize> {
    frame.first_chunk().map(|bytes| usize::from(u16::from_le_bytes(*bytes)))
}

/// Writes the length that a frame states.
///
/// # Panics
/// If the frame is shorter than [`LENGTH_BYTES`].
pub fn set_stated_length(frame: &mut [u8], length: u16) {
    frame[..LENGTH_BYTES].copy_from_slice(&length.to_le_bytes());
}

/// The sequence number that a frame carries, if it is long enough to have one.
pub fn sequence(frame: &[u8]) -> Option<u32> {
    frame.get(4..8)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// Writes the sequence number of a frame.
///
/// # Panics
/// If the frame is too short to have one.
pub fn set_sequence(frame: &mut [u8], sequence: u32) {
    frame[4..8].copy_from_slice(&sequence.to_le_bytes());
}

/// The kind byte of a frame, if it is long enough to have one.
pub fn kind(frame: &[u8]) -> Option<u8> {
    (frame.len() >= HEADER_BYTES).then(|| frame[2])
}

/// Text without its trailing blanks.
pub fn trim(text: &[u8]) -> &[u8] {
    let len = text.iter().rposition(|b| *b != b' ').map_or(0, |last| last + 1);
    &text[..len]
}

fn null_bits(frame: &[u8]) -> u32 {
    frame[8..].first_chunk().map_or(0, |b| u32::from_le_bytes(*b))
}

fn is_printable(byte: &u8) -> bool {
    matches!(byte, b' '..=b'~')
}

fn holds(ty: Type, number: i64) -> bool {
    let (low, high) = ty.bounds();
    (low..=high).contains(&number)
}
