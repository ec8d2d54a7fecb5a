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
//! * `lists`: the rows that each group of a list holds;
//! * `registers`: the state of one message; `scanned`: the results of its scans;
//! * `compute`, `access`, `scan`, `commit`: the instructions that access no table, read tables, go
//!   over the rows of a list, and change tables; `step` is the choice between the first two, which
//!   are also the steps of row programs;
//! * `stored`: the texts that the commit of a message stores;
//! * `change`: what a change of the definitions needs.
//!
//! Checks borrow the tables immutably, so that the type system ensures that a message without a
//! commit changes nothing.

mod access;
mod change;
mod commit;
mod compute;
mod dictionary;
mod lists;
mod registers;
mod scan;
mod scanned;
mod step;
mod stored;
mod table;
#[cfg(test)]
mod tests;

use crate::executor::{Cell, Executor};
use crate::frame::{self, FieldValue, FrameError, JobStart, Layout, ModeChange};
use crate::isa::{Gate, Instruction, Phase, UnitClass};
use crate::job;
use crate::modes::Modes;
use crate::program::{Entry, FrameKind, Program, Transaction};
use crate::rule::{Mode, ModeError};
use crate::schema::{RuleId, TableId};
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
    modes: Modes,
}

impl Reference {
    /// An interpreter of a program, with empty tables.
    ///
    /// # Errors
    /// The first problem that [`validate`] finds.
    pub fn new(program: impl Into<Arc<Program>>) -> Result<Reference, ProgramError> {
        let program = program.into();
        validate(&program)?;
        Ok(Reference {
            layouts: layouts(&program),
            dictionary: Dictionary::new(program.dictionary, &program.strings),
            tables: program.tables.iter().map(Table::new).collect(),
            modes: Modes::new(&program),
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
        let transaction = &self.program.transactions[index];
        // A text that nothing reads or stores has no code.
        let unread = match self.program.dictionary.reuses_codes {
            true => transaction.unread_fields(),
            false => 0,
        };
        let slots: Vec<Value> = (0..)
            .zip(fields)
            .map(|(field, value)| match value {
                FieldValue::Null => Value::NULL,
                FieldValue::Number(number) => Value::new(number),
                FieldValue::Text(_) if unread >> field & 1 != 0 => Value::NULL,
                FieldValue::Text(text) => {
                    Value::new(self.dictionary.code_or_provisional(text, &mut arrivals))
                }
            })
            .collect();
        if self.dictionary.refuses(&arrivals) {
            return Verdict::refused(Reason::DictionaryFull);
        }
        let texts = Texts { known: &self.dictionary, new: &arrivals };
        let registers = Registers::new(&self.program, transaction, texts, slots);
        let (verdict, changes) = run(transaction, registers, &mut self.tables, &self.modes);
        if changes {
            let dropped = self.tables.iter_mut().flat_map(Table::take_dropped).collect();
            let holds = |code| self.tables.iter().any(|table| table.holds_text(code));
            self.dictionary.keep(arrivals, &dropped, holds);
        }
        verdict
    }

    /// Answers a control frame.
    fn control(&mut self, frame: &[u8]) -> Verdict {
        if let Some(JobStart { job }) = JobStart::read(frame) {
            return job::start(&self.program, job);
        }
        let change = ModeChange::read(frame);
        match change.map(|change| self.modes.set(change.rule, change.mode)) {
            Some(Ok(())) => Verdict::ACCEPT,
            Some(Err(_)) | None => Verdict::refused(Reason::Malformed),
        }
    }

    fn kind_of(&self, frame: &[u8]) -> Option<FrameKind> {
        self.program.frame_kinds().nth(frame::kind(frame)?.into())
    }

    /// Answers a message that is hidden, or one that is not.
    fn message(&mut self, frame: &[u8], is_hidden: bool) -> Verdict {
        match self.kind_of(frame) {
            Some(kind @ FrameKind::Message(id))
                if self.program.messages[usize::from(id.0)].is_hidden() == is_hidden =>
            {
                self.answer(kind, frame)
            }
            Some(FrameKind::Message(_) | FrameKind::Row(_)) | None => {
                Verdict::refused(Reason::Malformed)
            }
        }
    }
}

impl Executor for Reference {
    fn program(&self) -> &Program {
        &self.program
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        if frame::kind(frame) == Some(frame::CONTROL_KIND) {
            return self.control(frame);
        }
        self.message(frame, false)
    }

    fn step(&mut self, frame: &[u8]) -> Verdict {
        self.message(frame, true)
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        match self.kind_of(frame) {
            Some(kind @ FrameKind::Row(_)) => self.answer(kind, frame),
            Some(FrameKind::Message(_)) | None => Verdict::refused(Reason::Malformed),
        }
    }

    fn mode(&self, rule: RuleId) -> Option<Mode> {
        self.modes.get(rule)
    }

    fn set_mode(&mut self, rule: RuleId, mode: Mode) -> Result<(), ModeError> {
        self.modes.set(rule, mode)
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        takeover::check(&self.program, &program)?;
        let mut modes = Modes::new(&program);
        modes.carry(&program, &self.modes, &self.program);
        self.modes = modes;
        // Layouts, tables and dictionary are the same for both programs.
        self.program = program;
        Ok(())
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        let definition = &self.program.tables[usize::from(table.0)];
        self.tables[usize::from(table.0)].visit(definition, &self.dictionary, visit);
    }
}

/// The layouts of the frames of a program, by their kind byte.
fn layouts(program: &Program) -> Vec<Layout> {
    program.frame_kinds().map(|kind| program.layout(kind)).collect()
}

fn parse<'f>(layout: &Layout, frame: &'f [u8]) -> Result<Vec<FieldValue<'f>>, FrameError> {
    layout.check_header(frame)?;
    (0..layout.field_count()).map(|field| layout.read(frame, field)).collect()
}

/// The verdict, and whether the message changes anything: it is accepted, or the effects of its
/// reject are done.
fn run(
    transaction: &Transaction,
    mut registers: Registers<'_>,
    tables: &mut [Table],
    modes: &Modes,
) -> (Verdict, bool) {
    let mut verdict = Verdict::ACCEPT;
    // Whether the commits of a gate execute.
    let (mut accepted, mut settled) = (false, false);
    for (at, instruction) in (1..).zip(&transaction.instructions) {
        let rest = &transaction.instructions[at..];
        match (instruction.opcode.signature().phase, instruction.gate) {
            (Phase::Check, Gate::Reject) if !registers.has_effects() => {}
            (Phase::Check, _) => check(instruction, &mut registers, tables),
            (Phase::Verdict, _) => {
                verdict = decide(&transaction.entries, &registers.entries, modes);
                if verdict.is_accept() && !has_room(rest, Gate::Accept, &mut registers, tables) {
                    verdict.add_check(Reason::DictionaryFull);
                }
                accepted = verdict.is_accept();
                if let Some(rule) = verdict.rule {
                    registers.start_effects(rule);
                }
            }
            (Phase::Settle, _) if registers.has_effects() => {
                verdict.effects = forbidden(transaction, &registers);
                let wanted = registers.truth(instruction.operands[2]) == Truth::True;
                if verdict.effects.is_none()
                    && wanted
                    && !has_room(rest, Gate::Reject, &mut registers, tables)
                {
                    verdict.effects = Some(Reason::DictionaryFull);
                }
                settled = verdict.effects.is_none() && wanted;
            }
            (Phase::Settle, _) => {}
            (Phase::Commit, gate) => {
                let executes = match gate {
                    Gate::Accept => accepted,
                    Gate::Reject => settled,
                };
                if executes {
                    commit::execute(instruction, &mut registers, tables);
                }
            }
        }
    }
    (verdict, accepted || settled)
}

/// Whether the dictionary has room for the new texts that the commit of a side stores. `rest` are
/// the instructions after the decision of that side.
fn has_room(
    rest: &[Instruction],
    gate: Gate,
    registers: &mut Registers<'_>,
    tables: &[Table],
) -> bool {
    let texts = registers.texts();
    texts.have_room() || {
        let stored = stored::codes(rest, gate, registers, tables, check);
        texts.have_room_for(&stored)
    }
}

/// The reason why the effects of a reject are not done, if there is one.
fn forbidden(transaction: &Transaction, registers: &Registers<'_>) -> Option<Reason> {
    let outcomes = registers.entries.iter().skip(transaction.entries.len());
    let mut entries = transaction.effects.iter().zip(outcomes);
    entries.find_map(|(entry, outcome)| entry.reject(*outcome)).map(|(_, reason)| reason)
}

fn check(instruction: &Instruction, registers: &mut Registers<'_>, tables: &[Table]) {
    match instruction.opcode.signature().unit {
        UnitClass::Scan => scan::execute(instruction, registers, tables),
        _ => step::execute(instruction, registers, tables),
    }
}

/// The first failing rule that blocks, or else the first failing check, decides.
fn decide(entries: &[Entry], outcomes: &[Truth], modes: &Modes) -> Verdict {
    let mut verdict = Verdict::ACCEPT;
    // The rules of the message so far.
    let mut rules = 0;
    for (entry, outcome) in entries.iter().zip(outcomes) {
        rules += usize::from(matches!(entry, Entry::Rule(_)));
        match entry.reject(*outcome) {
            Some((Some(rule), reason)) => {
                let mode = modes.get(rule).expect("the program has the rule");
                verdict.add_rule(rules - 1, rule, reason, mode);
            }
            Some((None, reason)) => verdict.add_check(reason),
            None => {}
        }
    }
    verdict
}
