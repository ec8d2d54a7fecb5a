// SPDX-License-Identifier: Apache-2.0

//! The layout of a kind of frame: where its fields are and when the parser has them.

use super::header::{self, HEADER_BYTES, Header};
use crate::machine::{
    BEAT_BYTES, DICTIONARY_CYCLES, DICTIONARY_STORE_CYCLES, FRAME_BYTES_MAX, PARSE_CYCLES,
};
use crate::schema::{ColumnDef, DefaultValue, Type};

/// The value of a field, as the host writes it and a parser reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// NULL.
    Null,
    /// A value of any type but text, in the machine's encoding.
    Number(i64),
    /// Text without trailing blanks.
    Text(&'a [u8]),
}

impl<'a> From<&'a DefaultValue> for FieldValue<'a> {
    fn from(value: &'a DefaultValue) -> FieldValue<'a> {
        match value {
            DefaultValue::Number(number) => FieldValue::Number(*number),
            DefaultValue::Text(text) => FieldValue::Text(text.as_bytes()),
        }
    }
}

/// The reason why bytes are not a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// The length of the frame differs from its layout or from its header.
    #[error("the frame has {found} bytes, its layout {expected}")]
    Length {
        /// The length in bytes.
        found: usize,
        /// The length of the layout in bytes.
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
    /// The bytes of a field are not a value of its type.
    #[error("field {0} holds no value of its type")]
    Value(usize),
}

/// The layout of a kind of frame: the offset and type of each field.
///
/// ```
/// use engine::frame::{FieldValue, HEADER_BYTES, Layout};
/// use engine::machine::FRAME_BYTES_MAX;
/// use engine::schema::{ColumnDef, ColumnKind, Type};
///
/// let ticket = ColumnDef {
///     name: "ticket_id".into(),
///     ty: Type::Char(8),
///     nullable: false,
///     kind: ColumnKind::Data,
/// };
/// let layout = Layout::new(0, &[ticket]);
/// let mut buffer = [0; FRAME_BYTES_MAX];
/// let frame = layout.write(1, &[FieldValue::Text(b"AMZN")], &mut buffer)?;
/// assert_eq!(&frame[HEADER_BYTES..], b"AMZN    ");
/// layout.check_header(frame)?;
/// assert_eq!(layout.read(frame, 0), Ok(FieldValue::Text(b"AMZN")));
/// # Ok::<(), engine::frame::FrameError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The index of the transaction of these frames.
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
    /// The layout of frames with these fields. It may exceed [`FRAME_BYTES_MAX`]; the compiler and
    /// the loader refuse such a layout.
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

    /// Number of beats of a frame.
    pub fn beats(&self) -> usize {
        self.bytes.div_ceil(BEAT_BYTES)
    }

    /// Byte offset of a field, its type, and whether it may be NULL.
    pub fn place(&self, field: usize) -> (usize, Type, bool) {
        let FieldLayout { offset, ty, nullable } = self.fields[field];
        (offset, ty, nullable)
    }

    /// The cycle in which a field has been parsed: the cycle of the beat with its last byte plus
    /// [`PARSE_CYCLES`].
    pub fn field_parsed(&self, field: usize) -> u16 {
        let FieldLayout { offset, ty, .. } = self.fields[field];
        let beat = (offset + ty.wire_bytes() - 1) / BEAT_BYTES;
        beat as u16 + PARSE_CYCLES
    }

    /// The cycle in which a field is in its slot: it has been parsed and, if it is text, looked up
    /// in the dictionary. The dictionary takes one text a cycle, in the order of the fields.
    pub fn field_ready(&self, field: usize) -> u16 {
        if !self.fields[field].is_text() {
            return self.field_parsed(field);
        }
        let texts = (0..=field).filter(|field| self.fields[*field].is_text());
        texts.fold(0, |before, text| (before + 1).max(self.field_parsed(text) + DICTIONARY_CYCLES))
    }

    /// The most cycles that the dictionary takes after the verdict to store the new texts of a
    /// frame.
    pub fn store_cycles(&self) -> u16 {
        self.fields.iter().filter(|f| f.is_text()).count() as u16 * DICTIONARY_STORE_CYCLES
    }

    /// The cycle in which the whole frame has been parsed and checked.
    pub fn parsed(&self) -> u16 {
        let fields = (0..self.fields.len()).map(|i| self.field_ready(i)).max().unwrap_or(0);
        fields.max((self.beats() - 1) as u16 + PARSE_CYCLES)
    }

    /// Writes a frame into `buffer` and returns its bytes. There must be one value for each field,
    /// of the field's type.
    ///
    /// # Errors
    /// [`FrameError`] if a value does not fit its field, or if the layout exceeds
    /// [`FRAME_BYTES_MAX`].
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
        let mut nulls = 0_u32;
        for (i, (field, value)) in self.fields.iter().zip(values).enumerate() {
            let bytes = &mut frame[field.offset..field.offset + field.ty.wire_bytes()];
            match *value {
                FieldValue::Null => nulls |= 1 << i,
                FieldValue::Text(text) if field.is_text() && fits(text, bytes.len()) => {
                    bytes.fill(b' ');
                    bytes[..text.len()].copy_from_slice(text);
                }
                FieldValue::Number(number) if !field.is_text() && holds(field.ty, number) => {
                    bytes.copy_from_slice(&number.to_le_bytes()[..bytes.len()]);
                }
                FieldValue::Text(_) | FieldValue::Number(_) => {
                    return Err(FrameError::Value(i));
                }
            }
        }
        let length = self.bytes as u16;
        Header { length, kind: self.kind, reserved: 0, sequence, nulls }.write(frame);
        Ok(frame)
    }

    /// Checks the header of a frame and its length.
    ///
    /// # Errors
    /// [`FrameError::Length`], [`FrameError::Kind`] or [`FrameError::Reserved`].
    pub fn check_header(&self, frame: &[u8]) -> Result<(), FrameError> {
        let wrong_length = FrameError::Length { found: frame.len(), expected: self.bytes };
        if frame.len() != self.bytes || header::stated_length(frame) != Some(self.bytes) {
            return Err(wrong_length);
        }
        let header = Header::read(frame).ok_or(wrong_length)?;
        if header.kind != self.kind {
            return Err(FrameError::Kind(header.kind));
        }
        let unused_bits = u32::MAX.checked_shl(self.fields.len() as u32).unwrap_or(0);
        if header.reserved != 0 || header.nulls & unused_bits != 0 {
            return Err(FrameError::Reserved);
        }
        Ok(())
    }

    /// Reads field `field` of a frame that passed [`Layout::check_header`].
    ///
    /// # Errors
    /// [`FrameError::Null`], [`FrameError::Value`], or [`FrameError::Reserved`] if the bytes of a
    /// NULL field are not zero.
    pub fn read<'f>(&self, frame: &'f [u8], field: usize) -> Result<FieldValue<'f>, FrameError> {
        let FieldLayout { offset, ty, nullable } = self.fields[field];
        let bytes = &frame[offset..offset + ty.wire_bytes()];
        if nulls(frame) >> field & 1 != 0 {
            return match (nullable, bytes.iter().all(|b| *b == 0)) {
                (false, _) => Err(FrameError::Null(field)),
                (true, false) => Err(FrameError::Reserved),
                (true, true) => Ok(FieldValue::Null),
            };
        }
        if self.fields[field].is_text() {
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

/// Removes trailing blanks from a text.
pub fn trim(text: &[u8]) -> &[u8] {
    let len = text.iter().rposition(|b| *b != b' ').map_or(0, |last| last + 1);
    &text[..len]
}

fn nulls(frame: &[u8]) -> u32 {
    Header::read(frame).map_or(0, |header| header.nulls)
}

/// Returns whether a text is printable and has at most `bytes_max` bytes.
fn fits(text: &[u8], bytes_max: usize) -> bool {
    text.len() <= bytes_max && text.iter().all(is_printable)
}

fn is_printable(byte: &u8) -> bool {
    matches!(byte, b' '..=b'~')
}

fn holds(ty: Type, number: i64) -> bool {
    let (low, high) = ty.bounds();
    (low..=high).contains(&number)
}
