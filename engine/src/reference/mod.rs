// SPDX-License-Identifier: Apache-2.0

//! The reference interpreter, written for clarity rather than speed. The twin and the RTL are
//! checked against it.
//!
//! It executes the instructions of a transaction in list order and ignores cycles. A validated
//! program reads no result before it is ready, so that the schedule does not affect the results.
//!
//! * `dictionary`: strings and their codes; the new strings of a message are kept separately until
//!   it is accepted;
//! * `table`: rows, groups, and the exact state of every aggregate;
//! * `registers`: the state of one message;
//! * `compute`, `access`, `commit`: the instructions that access no table, read tables, and change
//!   tables.
//!
//! Before the verdict the tables are borrowed immutably, so that the type system ensures that a
//! rejected message changes nothing.

mod access;
mod commit;
mod compute;
mod dictionary;
mod registers;
mod table;
#[cfg(test)]
mod tests;

use crate::executor::{Cell, Executor};
use crate::frame::{self, FieldValue, FrameError, Layout};
use crate::isa::{Instruction, Phase, UnitClass};
use crate::program::{Entry, FrameKind, Program, Transaction};
use crate::schema::TableId;
use crate::takeover::{self, TakeoverError};
use crate::validate::{ProgramError, validate};
use crate::value::{Truth, Value};
use crate::verdict::{Reason, Verdict};
use dictionary::{Arrivals, Dictionary, Texts};
use registers::Registers;
use std::sync::Arc;
use table::Table;

/// The reference interpreter of a program.
#[derive(Clone, Debug)]
pub struct Reference {
    program: Arc<Program>,
    layouts: Vec<Layout>,
    dictionary: Dictionary,
    tables: Vec<Table>,
}

impl Reference {
    /// An interpreter of a program, with empty tables.
    ///
    /// # Errors
    /// The first problem that [`validate`] finds.
    pub fn new(program: impl Into<Arc<Program>>) -> Result<Reference, ProgramError> {
        let program = program.into();
        validate(&program)?;
        let layouts = program
            .frame_kinds()
            .enumerate()
            .map(|(index, kind)| Layout::new(index as u8, program.fields(kind)))
            .collect();
        Ok(Reference {
            layouts,
            dictionary: Dictionary::new(&program.strings),
            tables: program.tables.iter().map(Table::new).collect(),
            program,
        })
    }

    /// The number of rows of a table.
    pub fn row_count(&self, table: TableId) -> usize {
        self.tables[usize::from(table.0)].row_count()
    }

    fn answer(&mut self, kind: FrameKind, frame: &[u8]) -> Verdict {
        let index = self.program.transaction_index(kind);
        let Ok(fields) = parse(&self.layouts[index], frame) else {
            return Verdict::refused(Reason::Malformed);
        };
        let mut arrivals = Arrivals::default();
        let slots: Vec<Value> = fields
            .iter()
            .map(|field| match *field {
                FieldValue::Null => Value::NULL,
                FieldValue::Number(number) => Value::new(number),
                FieldValue::Text(text) => {
                    Value::new(self.dictionary.code_or_provisional(text, &mut arrivals))
                }
            })
            .collect();
        if !self.dictionary.has_room_for(&arrivals) {
            return Verdict::refused(Reason::DictionaryFull);
        }
        let transaction = &self.program.transactions[index];
        let texts = Texts { known: &self.dictionary, new: &arrivals };
        let registers = Registers::new(&self.program, transaction, texts, slots);
        let verdict = run(transaction, registers, &mut self.tables);
        if verdict.is_accept() {
            self.dictionary.keep(arrivals);
        }
        verdict
    }

    fn kind_of(&self, frame: &[u8]) -> Option<FrameKind> {
        self.program.frame_kinds().nth(frame::kind(frame)?.into())
    }
}

impl Executor for Reference {
    fn program(&self) -> &Program {
        &self.program
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        match self.kind_of(frame) {
            Some(kind @ FrameKind::Message(_)) => self.answer(kind, frame),
            Some(FrameKind::Row(_)) | None => Verdict::refused(Reason::Malformed),
        }
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        match self.kind_of(frame) {
            Some(kind @ FrameKind::Row(_)) => self.answer(kind, frame),
            Some(FrameKind::Message(_)) | None => Verdict::refused(Reason::Malformed),
        }
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        takeover::check(&self.program, &program)?;
        // Layouts, tables and dictionary are the same for both programs.
        self.program = program;
        Ok(())
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        let definition = &self.program.tables[usize::from(table.0)];
        self.tables[usize::from(table.0)].visit(definition, &self.dictionary, visit);
    }
}

fn parse<'f>(layout: &Layout, frame: &'f [u8]) -> Result<Vec<FieldValue<'f>>, FrameError> {
    layout.check_header(frame)?;
    (0..layout.field_count()).map(|field| layout.read(frame, field)).collect()
}

fn run(transaction: &Transaction, mut registers: Registers<'_>, tables: &mut [Table]) -> Verdict {
    let mut verdict = Verdict::ACCEPT;
    for instruction in &transaction.instructions {
        match instruction.opcode.signature().phase {
            Phase::Check => check(instruction, &mut registers, tables),
            Phase::Verdict => verdict = decide(&transaction.entries, &registers.entries),
            Phase::Commit if verdict.is_accept() => {
                commit::execute(instruction, &mut registers, tables);
            }
            Phase::Commit => {}
        }
    }
    verdict
}

fn check(instruction: &Instruction, registers: &mut Registers<'_>, tables: &[Table]) {
    match instruction.opcode.signature().unit {
        UnitClass::Lane
        | UnitClass::Logic
        | UnitClass::Divider
        | UnitClass::Wide
        | UnitClass::Text => {
            compute::execute(instruction, registers);
        }
        UnitClass::Index | UnitClass::Column | UnitClass::Allocator => {
            access::execute(instruction, registers, tables);
        }
        UnitClass::Verdict | UnitClass::Commit | UnitClass::Writer => {
            unreachable!("instructions of these units are not checks")
        }
    }
}

/// The first entry that is not true decides; the map contains every rule that is not true.
fn decide(entries: &[Entry], outcomes: &[Truth]) -> Verdict {
    let mut verdict = Verdict::ACCEPT;
    for (entry, outcome) in entries.iter().zip(outcomes) {
        let Some((rule, reason)) = entry.reject(*outcome) else {
            continue;
        };
        if let Some(rule) = rule {
            verdict.failing |= 1 << rule.0;
        }
        if verdict.reason.is_none() {
            verdict.reason = Some(reason);
            verdict.rule = rule;
        }
    }
    verdict
}
