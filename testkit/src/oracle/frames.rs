// SPDX-License-Identifier: Apache-2.0

//! Parsing of frames, written from the drawing in `engine::frame`. Other bytes are `malformed`.

use super::value::{Row, Val};
use engine::schema::{MessageId, TableId, Type};
use rulec::hir::{Column, RuleSet};

const HEADER: usize = 12;

/// The content of a well-formed frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A message and its fields.
    Message(MessageId, Row),
    /// A row for a table.
    Row(TableId, Row),
}

/// Returns the content of a frame, or `None` if it is malformed. The loader takes only rows, the
/// wire only messages.
pub fn read(rules: &RuleSet, frame: &[u8], by_loader: bool) -> Option<Content> {
    let kind = usize::from(*frame.get(2)?);
    if let Some(message) = rules.messages.get(kind) {
        // A message that is hidden comes from neither.
        if message.name.contains('$') {
            return None;
        }
        let fields = read_fields(&message.fields, frame).filter(|_| !by_loader)?;
        return Some(Content::Message(MessageId(kind as u16), fields));
    }
    let table = kind - rules.messages.len();
    let columns = &rules.tables.get(table).filter(|_| by_loader)?.columns;
    Some(Content::Row(TableId(table as u16), read_fields(columns, frame)?))
}

fn read_fields(fields: &[Column], frame: &[u8]) -> Option<Row> {
    let length = HEADER + fields.iter().map(|field| field.ty.wire_bytes()).sum::<usize>();
    if frame.len() != length || number(&frame[0..2]) != length as i64 || frame[3] != 0 {
        return None;
    }
    let nulls = number(&frame[8..12]);
    if nulls >> fields.len() != 0 {
        return None;
    }
    let mut rest = &frame[HEADER..];
    let mut values = Vec::with_capacity(fields.len());
    for (index, field) in fields.iter().enumerate() {
        let (bytes, after) = rest.split_at(field.ty.wire_bytes());
        rest = after;
        values.push(if nulls >> index & 1 == 0 {
            read_value(field.ty, bytes)?
        } else if field.nullable && bytes.iter().all(|byte| *byte == 0) {
            Val::Null
        } else {
            return None;
        });
    }
    Some(values)
}

fn read_value(ty: Type, bytes: &[u8]) -> Option<Val> {
    if let Type::Char(_) = ty {
        let text = std::str::from_utf8(bytes).ok()?;
        let printable = text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        return printable.then(|| Val::Text(text.trim_end_matches(' ').into()));
    }
    let unsigned = number(bytes);
    let held = match bytes.len() {
        1 => i64::from(unsigned as i8),
        2 => i64::from(unsigned as i16),
        4 => i64::from(unsigned as i32),
        _ => unsigned,
    };
    let (low, high) = ty.bounds();
    (low..=high).contains(&held).then_some(Val::Number(held.into()))
}

/// Returns a little-endian number of up to eight bytes. Only one of eight bytes can be negative.
fn number(bytes: &[u8]) -> i64 {
    bytes.iter().rev().fold(0, |so_far, byte| so_far << 8 | i64::from(*byte))
}
