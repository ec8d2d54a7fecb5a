// SPDX-License-Identifier: Apache-2.0

//! Encodes a program into an image.

use super::format::{HEADER_BYTES, SECTION_TAGS, with_header};
use crate::isa::{Instruction, Operand, Word};
use crate::program::{Entry, Program, Transaction};
use crate::scan::{Changes, Scan};
use crate::schema::{ColumnDef, ColumnKind, DefaultValue, JobDef, TableDef, Type};

/// The image of a program.
///
/// Every program can be encoded, but [`decode`](super::decode()) accepts only the image of a sound
/// program (see [`crate::validate`]).
pub fn encode(program: &Program) -> Vec<u8> {
    let mut image = vec![0; HEADER_BYTES];
    let sections: [&dyn Fn(&mut Writer<'_>); SECTION_TAGS.len()] = [
        &|w| w.list(&program.strings, |w, string| w.text(string)),
        &|w| {
            w.list(&program.constants, |w, constant| {
                w.byte(constant.tag as u8);
                w.bytes(&constant.bits.to_le_bytes());
            });
        },
        &|w| w.list(&program.tables, table),
        &|w| {
            w.list(&program.messages, |w, message| {
                w.text(&message.name);
                w.list(&message.fields, column);
            });
        },
        &|w| {
            w.list(&program.rules, |w, rule| {
                w.text(&rule.name);
                w.half(rule.message.0);
                w.byte(rule.severity as u8);
                for (_, attribute) in rule.attributes.named() {
                    w.byte(attribute.is_some().into());
                    attribute.into_iter().for_each(|text| w.text(text));
                }
            });
        },
        &|w| w.list(&program.transactions, transaction),
        &|w| w.byte(program.zone.hours() as u8),
        &|w| {
            w.word(program.dictionary.texts_max);
            w.byte(program.dictionary.reuses_codes.into());
        },
        &|w| w.list(&program.jobs, job),
    ];
    for (tag, contents) in SECTION_TAGS.iter().zip(sections) {
        section(&mut image, tag, contents);
    }
    with_header(&image[HEADER_BYTES..])
}

fn section(image: &mut Vec<u8>, tag: &[u8; 4], contents: &dyn Fn(&mut Writer<'_>)) {
    image.extend_from_slice(tag);
    let length_at = image.len();
    image.extend_from_slice(&[0; 4]);
    contents(&mut Writer(image));
    let length = (image.len() - length_at - 4) as u32;
    image[length_at..length_at + 4].copy_from_slice(&length.to_le_bytes());
}

fn table(w: &mut Writer<'_>, table: &TableDef) {
    w.text(&table.name);
    w.word(table.rows_max);
    w.list(&table.columns, column);
    w.list(&table.key, |w, column| w.half(column.0));
    w.list(&table.defaults, |w, (column, value)| {
        w.half(column.0);
        match value {
            DefaultValue::Number(number) => {
                w.byte(0);
                w.bytes(&number.to_le_bytes());
            }
            DefaultValue::Text(text) => {
                w.byte(1);
                w.text(text);
            }
        }
    });
    w.byte(table.hidden.is_some().into());
    if let Some(hidden) = &table.hidden {
        w.half(hidden.base.0);
        w.text(&hidden.definition);
        w.byte(hidden.list.is_some().into());
        if let Some(list) = &hidden.list {
            w.word(list.bound);
            w.byte(list.time.is_some().into());
            list.time.into_iter().for_each(|time| w.half(time.0));
            w.list(&list.columns, |w, column| w.half(column.0));
        }
    }
}

fn column(w: &mut Writer<'_>, column: &ColumnDef) {
    w.text(&column.name);
    let [code, first, second] = type_code(column.ty);
    w.bytes(&[code, first, second]);
    w.byte(column.nullable.into());
    w.byte(kind_code(column.kind));
}

/// A type as its code and two parameters; a missing parameter is zero.
fn type_code(ty: Type) -> [u8; 3] {
    match ty {
        Type::Boolean => [0, 0, 0],
        Type::Int2 => [1, 0, 0],
        Type::Int4 => [2, 0, 0],
        Type::Int8 => [3, 0, 0],
        Type::Decimal { precision, scale } => [4, precision, scale],
        Type::Char(n) => [5, n, 0],
        Type::Timestamp => [6, 0, 0],
        Type::Date => [7, 0, 0],
        Type::Time => [8, 0, 0],
    }
}

fn kind_code(kind: ColumnKind) -> u8 {
    match kind {
        ColumnKind::Data => 0,
        ColumnKind::Rows => 1,
        ColumnKind::Count => 2,
        ColumnKind::Sum => 3,
        ColumnKind::Min => 4,
        ColumnKind::Max => 5,
        ColumnKind::Distinct => 6,
    }
}

fn transaction(w: &mut Writer<'_>, transaction: &Transaction) {
    w.half(transaction.verdict_cycles);
    w.half(transaction.commit_cycles);
    for entries in [&transaction.entries, &transaction.effects] {
        w.list(entries, |w, entry| match entry {
            Entry::Rule(rule) => {
                w.byte(0);
                w.half(rule.0);
            }
            Entry::Check(reason) => {
                w.byte(1);
                w.half(*reason as u16);
            }
            Entry::RuleCheck(rule, reason) => {
                w.byte(2);
                w.half(rule.0);
                w.byte(*reason as u8);
            }
        });
    }
    w.list(&transaction.instructions, instruction);
    w.list(&transaction.scans, scan);
}

fn instruction(w: &mut Writer<'_>, instruction: &Instruction) {
    let word = Word(instruction.encode().0.map(u16::to_le));
    w.bytes(bytemuck::bytes_of(&word));
}

fn scan(w: &mut Writer<'_>, scan: &Scan) {
    w.half(scan.list.0);
    w.list(&scan.captures, |w, capture| w.half(capture.encode()));
    w.list(&scan.steps, instruction);
    w.half(scan.filter.unwrap_or(Operand::NONE).encode());
    w.byte(scan.since.is_some().into());
    if let Some(since) = scan.since {
        w.half(since.time.encode());
        w.byte(since.inclusive.into());
    }
    w.list(&scan.accumulators, |w, accumulator| {
        w.byte(accumulator.function as u8);
        for operand in [accumulator.when, accumulator.argument, accumulator.order] {
            w.half(operand.unwrap_or(Operand::NONE).encode());
        }
    });
    match &scan.changes {
        None => w.byte(0),
        Some(Changes::Write(writes)) => {
            w.byte(1);
            w.list(writes, |w, (column, value)| {
                w.half(column.0);
                w.half(value.encode());
            });
        }
        Some(Changes::Delete) => w.byte(2),
    }
}

fn job(w: &mut Writer<'_>, job: &JobDef) {
    w.text(&job.name);
    w.half(job.table.0);
    w.half(job.step.0);
    w.byte(job.select.is_some().into());
    job.select.into_iter().for_each(|message| w.half(message.0));
}

struct Writer<'i>(&'i mut Vec<u8>);

impl Writer<'_> {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    fn half(&mut self, half: u16) {
        self.bytes(&half.to_le_bytes());
    }

    fn word(&mut self, word: u32) {
        self.bytes(&word.to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.word(text.len() as u32);
        self.bytes(text.as_bytes());
    }

    fn list<T>(&mut self, items: &[T], each: impl Fn(&mut Self, &T)) {
        self.word(items.len() as u32);
        for item in items {
            each(self, item);
        }
    }
}
