// SPDX-License-Identifier: Apache-2.0

//! The wire layout as the hardware parser stores it: a word for each field of a kind, and a header
//! word.
//!
//! The words contain precomputed values, since the parser has one clock cycle for them. It reads a
//! frame through a *window*: the last [`TAIL_BYTES`] bytes of the previous beat, then the
//! [`BEAT_BYTES`] bytes of the current beat. A field is read from the window of the beat that
//! contains its last byte; that window contains the whole field, even if it straddles two beats.
//!
//! ```text
//!  window   79                       16 15            0
//!          +---------------------------+---------------+
//!          |           beat            |  tail of the  |
//!          |         (64 bytes)        | previous beat |
//!          +---------------------------+---------------+
//!
//!  field    20       19    15 14   13 12        9 8    7 6       0
//!          +--------+--------+-------+-----------+------+---------+
//!          |nullable| digits | class | bytes - 1 | beat |  start  |
//!          +--------+--------+-------+-----------+------+---------+
//!
//!  header       16    15    14    9 8       0
//!              +-----+-----+--------+--------+
//!              |known| row | fields | bytes  |
//!              +-----+-----+--------+--------+
//!
//!  address      13    12       6 5      0
//!              +-----+----------+--------+
//!              |bank |   kind   |  word  |
//!              +-----+----------+--------+
//! ```
//! * `start` is `TAIL_BYTES + offset - BEAT_BYTES * beat`.
//! * `class` is 0 for an integer, 1 for a boolean, 2 for a decimal, 3 for text.
//! * `digits` is the precision of a decimal, else 0.
//! * `known` is 0 for a kind without a layout.
//! * `bank` is the program bank.
//! * `word` is 0 to 31 for the fields, 32 for the header.

use crate::frame::{HEADER_BYTES, Layout};
use crate::machine::{BEAT_BYTES, FIELDS_MAX, FRAME_BYTES_MAX, MESSAGES_MAX, TABLES_MAX};
use crate::schema::Type;

/// Bytes of the previous beat in the window. A straddling field has at most all but one of its
/// bytes there.
pub const TAIL_BYTES: usize = 16;
/// Kinds for which the memory has room.
pub const KINDS: usize = 128;
/// The index of the header word.
pub const HEADER_WORD: u16 = FIELDS_MAX as u16;
/// Bits of an address.
pub const ADDRESS_BITS: usize = 14;

/// The bits of a value in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its lowest bit.
    pub at: usize,
    /// Its number of bits.
    pub bits: usize,
}

impl Part {
    /// The part of `bits` bits directly above another.
    pub const fn after(before: Part, bits: usize) -> Part {
        Part { at: before.at + before.bits, bits }
    }

    /// A word with a value in this part and zeros elsewhere.
    ///
    /// # Panics
    /// If the value needs more bits than the part has.
    pub const fn put(self, value: usize) -> u64 {
        assert!(value < 1 << self.bits);
        (value as u64) << self.at
    }

    /// The value of this part in a word.
    pub const fn get(self, word: u64) -> usize {
        (word >> self.at & ((1 << self.bits) - 1)) as usize
    }

    /// The bit after its last one.
    pub const fn end(self) -> usize {
        self.at + self.bits
    }
}

/// Field word: the first byte of the field in the window.
pub const START: Part = Part { at: 0, bits: 7 };
/// Field word: the beat that holds the last byte.
pub const BEAT: Part = Part::after(START, 2);
/// Field word: the number of bytes after the first.
pub const LAST: Part = Part::after(BEAT, 4);
/// Field word: [`Class`].
pub const CLASS: Part = Part::after(LAST, 2);
/// Field word: digits of a decimal.
pub const DIGITS: Part = Part::after(CLASS, 5);
/// Field word: whether the field may be NULL.
pub const NULLABLE: Part = Part::after(DIGITS, 1);
/// Header word: bytes of the frame.
pub const BYTES: Part = Part { at: 0, bits: 9 };
/// Header word: number of fields.
pub const FIELDS: Part = Part::after(BYTES, 6);
/// Header word: whether the layout is of a table's rows rather than of a message.
pub const ROW: Part = Part::after(FIELDS, 1);
/// Header word: whether there is a layout.
pub const KNOWN: Part = Part::after(ROW, 1);

/// Bits of a field word.
pub const FIELD_BITS: usize = NULLABLE.end();
/// Bits of a header word.
pub const HEADER_BITS: usize = KNOWN.end();

const _: () = assert!(MESSAGES_MAX + TABLES_MAX <= KINDS);
const _: () = assert!(
    TAIL_BYTES + 1 > Type::CHAR_LEN_MAX as usize && TAIL_BYTES >= 8,
    "a straddling field fits"
);
const _: () = assert!(
    TAIL_BYTES + BEAT_BYTES <= 1 << START.bits && FRAME_BYTES_MAX <= BEAT_BYTES << BEAT.bits
);
const _: () = assert!(
    Type::CHAR_LEN_MAX as usize <= 1 << LAST.bits
        && (Type::PRECISION_MAX as usize) < 1 << DIGITS.bits
);
const _: () = assert!(FRAME_BYTES_MAX < 1 << BYTES.bits && FIELDS_MAX < 1 << FIELDS.bits);

/// The permitted values of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// Any number of its width; also a date or a timestamp.
    Integer = 0,
    /// 0 or 1.
    Boolean = 1,
    /// A number with at most `digits` digits.
    Decimal = 2,
    /// Printable ASCII.
    Text = 3,
}

impl Class {
    /// Every class, in encoding order.
    pub const ALL: [Class; 4] = [Class::Integer, Class::Boolean, Class::Decimal, Class::Text];
}

/// A field of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldWord {
    /// Its first byte in the frame.
    pub offset: usize,
    /// Its length in bytes, 1 to 16.
    pub bytes: usize,
    /// Its permitted values.
    pub class: Class,
    /// Digits of a decimal, else 0.
    pub digits: u8,
    /// Whether it may be NULL.
    pub nullable: bool,
}

impl FieldWord {
    /// Field `field` of a layout.
    pub fn of(layout: &Layout, field: usize) -> FieldWord {
        let (offset, ty, nullable) = layout.place(field);
        let (class, digits) = match ty {
            Type::Boolean => (Class::Boolean, 0),
            // The parser does not check the range of a TIME; the loader refuses such a field.
            Type::Int2 | Type::Int4 | Type::Int8 | Type::Date | Type::Time | Type::Timestamp => {
                (Class::Integer, 0)
            }
            Type::Decimal { precision, .. } => (Class::Decimal, precision.min(Type::PRECISION_MAX)),
            Type::Char(_) => (Class::Text, 0),
        };
        FieldWord { offset, bytes: ty.wire_bytes(), class, digits, nullable }
    }

    /// The encoded word.
    pub fn encode(self) -> u64 {
        let last = self.offset + self.bytes - 1;
        let beat = last / BEAT_BYTES;
        START.put(TAIL_BYTES + self.offset - BEAT_BYTES * beat)
            | BEAT.put(beat)
            | LAST.put(self.bytes - 1)
            | CLASS.put(self.class as usize)
            | DIGITS.put(self.digits.into())
            | NULLABLE.put(self.nullable.into())
    }

    /// The field that a word encodes.
    pub fn decode(word: u64) -> FieldWord {
        FieldWord {
            offset: (START.get(word) + BEAT_BYTES * BEAT.get(word)).saturating_sub(TAIL_BYTES),
            bytes: LAST.get(word) + 1,
            class: Class::ALL[CLASS.get(word)],
            digits: DIGITS.get(word) as u8,
            nullable: NULLABLE.get(word) != 0,
        }
    }
}

/// The properties of a whole layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderWord {
    /// Bytes of the frame.
    pub bytes: usize,
    /// Number of fields.
    pub fields: usize,
    /// Whether its frames come from the host rather than from the wire: rows of a table, and
    /// hidden messages.
    pub is_row: bool,
}

impl HeaderWord {
    /// The encoded word.
    pub fn encode(self) -> u64 {
        BYTES.put(self.bytes) | FIELDS.put(self.fields) | ROW.put(self.is_row.into()) | KNOWN.put(1)
    }

    /// The header that a word encodes; none if the kind has no layout.
    pub fn decode(word: u64) -> Option<HeaderWord> {
        (KNOWN.get(word) != 0).then(|| HeaderWord {
            bytes: BYTES.get(word),
            fields: FIELDS.get(word),
            is_row: ROW.get(word) != 0,
        })
    }
}

/// The address of a word of a kind in a program bank.
///
/// # Panics
/// If the kind or the word is out of range.
pub fn address(bank: bool, kind: u8, word: u16) -> u16 {
    assert!(usize::from(kind) < KINDS && word <= HEADER_WORD, "kind {kind} has no word {word}");
    u16::from(bank) << 13 | u16::from(kind) << 6 | word
}

/// The words of a layout with their addresses. The header comes last: the kind has no layout before
/// it is written.
///
/// # Panics
/// If the layout is too long or has too many fields; the compiler and the loader refuse such a
/// layout.
pub fn words(layout: &Layout, is_row: bool, bank: bool) -> impl Iterator<Item = (u16, u64)> + '_ {
    assert!(
        (HEADER_BYTES..=FRAME_BYTES_MAX).contains(&layout.bytes)
            && layout.field_count() <= FIELDS_MAX
    );
    let header = HeaderWord { bytes: layout.bytes, fields: layout.field_count(), is_row };
    let fields = (0..layout.field_count())
        .map(|field| (field as u16, FieldWord::of(layout, field).encode()));
    fields
        .chain([(HEADER_WORD, header.encode())])
        .map(move |(word, data)| (address(bank, layout.kind, word), data))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{ColumnDef, ColumnKind};

    fn layout(types: &[Type]) -> Layout {
        let field = |(i, ty): (usize, &Type)| {
            let nullable = i % 2 == 0;
            ColumnDef { name: String::new(), ty: *ty, nullable, kind: ColumnKind::Data }
        };
        Layout::new(7, &types.iter().enumerate().map(field).collect::<Vec<_>>())
    }

    #[test]
    fn field_words_round_trip() {
        for bytes in 1..=16 {
            for offset in HEADER_BYTES..=FRAME_BYTES_MAX - bytes {
                for (class, digits) in [
                    (Class::Integer, 0),
                    (Class::Boolean, 0),
                    (Class::Decimal, 18),
                    (Class::Text, 0),
                ] {
                    for nullable in [false, true] {
                        let field = FieldWord { offset, bytes, class, digits, nullable };
                        let word = field.encode();
                        assert_eq!(FieldWord::decode(word), field);
                        assert_eq!(word >> FIELD_BITS, 0);
                        let start = START.get(word);
                        assert!(
                            start + bytes <= TAIL_BYTES + BEAT_BYTES,
                            "{field:?} is within the window"
                        );
                        assert!(start + bytes > TAIL_BYTES, "{field:?} ends in the beat");
                    }
                }
            }
        }
    }

    #[test]
    fn header_words_round_trip() {
        for bytes in HEADER_BYTES..=FRAME_BYTES_MAX {
            for fields in 0..=FIELDS_MAX {
                for is_row in [false, true] {
                    let header = HeaderWord { bytes, fields, is_row };
                    assert_eq!(HeaderWord::decode(header.encode()), Some(header));
                    assert_eq!(header.encode() >> HEADER_BITS, 0);
                }
            }
        }
        assert_eq!(HeaderWord::decode(0), None);
    }

    #[test]
    fn the_words_of_a_layout_are_its_fields_and_then_its_header() {
        let types = [
            Type::Boolean,
            Type::Char(16),
            Type::Int8,
            Type::Decimal { precision: 5, scale: 2 },
            Type::Char(1),
        ];
        let layout = layout(&types);
        let words: Vec<_> = words(&layout, true, true).collect();
        assert_eq!(words.len(), types.len() + 1);
        let mut offset = HEADER_BYTES;
        for (i, ty) in types.into_iter().enumerate() {
            let field = FieldWord::decode(words[i].1);
            assert_eq!(words[i].0, 1 << 13 | 7 << 6 | i as u16);
            assert_eq!(
                (field.offset, field.bytes, field.nullable),
                (offset, ty.wire_bytes(), i % 2 == 0)
            );
            assert_eq!(field.digits, if matches!(ty, Type::Decimal { .. }) { 5 } else { 0 });
            offset += ty.wire_bytes();
        }
        let header = HeaderWord { bytes: layout.bytes, fields: types.len(), is_row: true };
        assert_eq!(words.last(), Some(&(1 << 13 | 7 << 6 | 32, header.encode())));
    }
}
