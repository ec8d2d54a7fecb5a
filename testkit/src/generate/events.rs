// SPDX-License-Identifier: Apache-2.0

//! Random frames for a rule file: rows to load, messages, and sometimes malformed bytes.

use super::domains;
use crate::rng::Rng;
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::schema::{ColumnDef, ColumnKind, Type};
use rulec::hir::{Column, Message, RuleSet};

/// The bytes of a frame and the port that receives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether the loader of rows receives them, and not the wire.
    pub by_loader: bool,
}

/// A generator of frames for one rule file.
pub struct Frames {
    /// The declared messages, then the tables.
    kinds: Vec<Kind>,
    messages: usize,
    /// The texts that fields hold in addition to those of [`domains::text`].
    texts: Vec<String>,
    /// The hidden messages.
    hidden: Vec<Kind>,
}

struct Kind {
    layout: Layout,
    columns: Vec<ColumnDef>,
    /// The number of small values of each field. Most fields of a file have the same one, so that
    /// keys are found; some have another, so that keys are new.
    spreads: Vec<usize>,
}

const SPREADS: [usize; 7] = [2, 3, 4, 6, 10, 25, 100];

fn definition(column: &Column) -> ColumnDef {
    ColumnDef {
        name: column.name.clone(),
        ty: column.ty,
        nullable: column.nullable,
        kind: ColumnKind::Data,
    }
}

impl Frames {
    /// Creates a generator for the messages and tables of `rules`.
    pub fn new(rules: &RuleSet, rng: &mut Rng) -> Frames {
        let messages = rules.messages.iter().map(|message| &message.fields);
        let tables = rules.tables.iter().map(|table| &table.columns);
        let is_declared = |message: &&Message| !message.name.contains('$');
        let declared = rules.messages.iter().take_while(is_declared).count();
        let hidden = declared..rules.messages.len();
        let usual = *rng.pick(&SPREADS[1..6]);
        let all = messages.chain(tables).enumerate();
        let (mut kinds, mut steps) = (Vec::new(), Vec::new());
        for (kind, columns) in all {
            let columns: Vec<ColumnDef> = columns.iter().map(definition).collect();
            let is_hidden = hidden.contains(&kind);
            // The frames of the others do not depend on the hidden messages.
            let spreads = columns
                .iter()
                .map(|_| if is_hidden || rng.percent(70) { usual } else { *rng.pick(&SPREADS) })
                .collect();
            let kind = Kind { layout: Layout::new(kind as u8, &columns), columns, spreads };
            if is_hidden { steps.push(kind) } else { kinds.push(kind) }
        }
        Frames { kinds, messages: declared, hidden: steps, texts: Vec::new() }
    }

    /// Lets most texts of the frames be one of this number of other ones.
    pub fn with_texts(self, count: usize) -> Frames {
        // The shortest CHAR has one byte.
        let texts = ('c'..='z').chain('C'..='Z').chain('0'..='9').take(count);
        Frames { texts: texts.map(String::from).collect(), ..self }
    }

    /// Frames with some of hidden messages among them, most of them from the host.
    pub fn with_steps(&self, frames: Vec<Frame>, rng: &mut Rng) -> Vec<Frame> {
        let mut mixed = Vec::with_capacity(frames.len());
        for frame in frames {
            mixed.push(frame);
            if !self.hidden.is_empty() && rng.percent(30) {
                let by_loader = rng.percent(85);
                mixed.push(self.frame_of(rng.pick(&self.hidden), by_loader, rng));
            }
        }
        mixed
    }

    /// Returns some rows, then `count` frames, nearly all of them messages.
    pub fn random(&self, count: usize, rng: &mut Rng) -> Vec<Frame> {
        let mut frames = Vec::new();
        for table in self.messages..self.kinds.len() {
            for _ in 0..rng.between(0, 12) {
                frames.push(self.frame(table, rng));
            }
        }
        for _ in 0..count {
            let kind = if rng.percent(97) {
                rng.below(self.messages)
            } else {
                rng.below(self.kinds.len())
            };
            let mut frame = self.frame(kind, rng);
            if rng.percent(3) {
                damage(&mut frame, rng);
            }
            frames.push(frame);
        }
        frames
    }

    fn frame(&self, kind: usize, rng: &mut Rng) -> Frame {
        self.frame_of(&self.kinds[kind], kind >= self.messages, rng)
    }

    fn frame_of(&self, kind: &Kind, by_loader: bool, rng: &mut Rng) -> Frame {
        let Kind { layout, columns, spreads } = kind;
        let values: Vec<FieldValue<'_>> = columns
            .iter()
            .zip(spreads)
            .map(|(column, spread)| match column.ty {
                _ if column.nullable && rng.percent(20) => FieldValue::Null,
                Type::Char(n) => FieldValue::Text(self.text(n.into(), rng).as_bytes()),
                ty => FieldValue::Number(domains::number(ty, *spread, rng)),
            })
            .collect();
        let sequence = rng.bits() as u32;
        let mut buffer = [0; FRAME_BYTES_MAX];
        let bytes = layout
            .write(sequence, &values, &mut buffer)
            .expect("the values are of the fields' types");
        Frame { bytes: bytes.to_vec(), by_loader }
    }
}

impl Frames {
    fn text(&self, len: usize, rng: &mut Rng) -> &str {
        if !self.texts.is_empty() && rng.percent(75) {
            return rng.pick::<String>(&self.texts);
        }
        domains::text(len, rng)
    }
}

/// Damages a frame so that it probably does not parse.
fn damage(frame: &mut Frame, rng: &mut Rng) {
    let bytes = &mut frame.bytes;
    let at = rng.below(bytes.len());
    match rng.below(9) {
        0 => bytes.truncate(at),
        1 => bytes.push(rng.bits() as u8),
        2..5 => bytes[at] ^= 1 << rng.below(8),
        5 => bytes[2] = rng.bits() as u8 % 8,
        6 => bytes[8] ^= 1 << rng.below(8),
        7 => bytes[at..].fill(0xff),
        _ => frame.by_loader = !frame.by_loader,
    }
}
