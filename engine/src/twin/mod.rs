// SPDX-License-Identifier: Apache-2.0

//! The software twin: the fast executor of a program on an ordinary processor.
//!
//! [`Twin::new`] decodes each transaction (`decode`, `decoder`, `wide_decode`, `scan_decode`,
//! `scan_plan`, `places`, `indices`, `prefetch`) into micro-operations (`micro`, `wide_micro`,
//! `scan_micro`). It allocates all memory for the capacities of the program: rows (`table`,
//! `aggregates`, `shape`, `key`), the key index (`index`), levels of `min` and `max` (`levels`),
//! the rows of lists (`lists`), the scans (`scan`) and the dictionary (`dictionary`, `codes`,
//! `text_index`). A message is then parsed into the registers (`registers`), and its
//! micro-operations run in order (`execute`, `arithmetic`, `logic`, `texts`, `wide_execute`,
//! `scan_execute`), those of a scan for all rows of several chunks together where they can
//! (`batch`, `batch_compare`, `batch_execute`, `batch_kernels`, `batch_take`, `batch_truths`,
//! `batch_vector`, `masks`, `operand`). This does not allocate, lock, read a clock or panic. Dumps
//! read the rows (`visit`), and tests of redundancy change one (`bit_flip`).
//!
//! Another program of the same family can be prepared at the same time (`prepared`) and then take
//! over. A program with other tables takes over with a twin that was filled from this one
//! (`change`, `touched`). The operating system provides zeroed memory on first use, so that an
//! empty table of a million rows takes almost no memory.
//!
//! [`crate::reference`] and the definitions that both share specify the answers. For each
//! optimisation a test in its file compares it with its definition.

mod aggregates;
mod arithmetic;
mod batch;
mod batch_compare;
mod batch_execute;
mod batch_kernels;
mod batch_take;
mod batch_truths;
mod batch_vector;
mod bit_flip;
mod change;
mod codes;
mod decode;
mod decoder;
mod dictionary;
mod execute;
mod index;
mod indices;
mod key;
mod levels;
mod lists;
mod logic;
mod masks;
mod micro;
mod operand;
mod places;
mod prefetch;
mod prepared;
mod registers;
mod scan;
mod scan_decode;
mod scan_execute;
mod scan_micro;
mod scan_plan;
mod shape;
mod table;
mod text_index;
mod texts;
mod touched;
mod visit;
mod wide_decode;
mod wide_execute;
mod wide_micro;

use crate::executor::{Cell, Executor};
use crate::frame::{self, FieldValue, JobStart, ModeChange};
use crate::job;
use crate::program::Program;
use crate::rule::{Mode, ModeError};
use crate::schema::{RuleId, TableDef, TableId};
use crate::takeover::TakeoverError;
use crate::validate::{ProgramError, validate};
use crate::value::Value;
use crate::verdict::{Reason, Verdict};
pub use prepared::Prepared;

use decode::Plan;
use dictionary::Dictionary;
use execute::run;
use micro::Micro;
use registers::Registers;
use std::sync::Arc;
use table::Table;

/// The software twin of a validated program; see [`Executor`] for its answers.
pub struct Twin {
    running: Prepared,
    tables: Vec<Table>,
    dictionary: Dictionary,
}

impl Twin {
    /// A twin with empty tables. It allocates all the memory that it will use.
    ///
    /// # Errors
    /// The first problem that [`validate`] finds.
    pub fn new(program: impl Into<Arc<Program>>) -> Result<Twin, ProgramError> {
        let program = program.into();
        validate(&program)?;
        Ok(Twin {
            tables: program
                .tables
                .iter()
                .map(|def| Table::new(def, base_rows(&program, def)))
                .collect(),
            dictionary: Dictionary::new(program.dictionary, &program.strings),
            running: Prepared::of_family(Arc::clone(&program), program),
        })
    }

    /// The program that the twin was created with; [`Prepared::new`] needs it.
    pub fn family(&self) -> &Arc<Program> {
        &self.running.family
    }

    /// Lets a prepared program take over from the next message on; rows, levels and dictionary
    /// remain, and so do changed modes of rules that both programs have, by name. The two programs
    /// are exchanged: `next` then contains the previous program, ready to take over again. This
    /// does not allocate, and takes time for the rules only.
    ///
    /// # Errors
    /// [`TakeoverError::Family`] if it was prepared for another twin; nothing changes then.
    ///
    /// # Examples
    ///
    /// ```
    /// use engine::executor::Executor;
    /// use engine::twin::{Prepared, Twin};
    ///
    /// let rules = |limit: u32| {
    ///     format!(
    ///         "create message trade_order (quantity int not null);
    ///          rule size (trade_order.quantity <= {limit})"
    ///     )
    /// };
    /// let programs = rulec::compile_family(&[&rules(100), &rules(10)]).0;
    /// let [loose, tight] = <[_; 2]>::try_from(programs.expect("both compile")).unwrap();
    ///
    /// let mut twin = Twin::new(loose)?;
    /// let mut next = Prepared::new(twin.family(), tight.clone())?;
    /// twin.take_over(&mut next)?;
    /// assert_eq!(twin.program(), &tight);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn take_over(&mut self, next: &mut Prepared) -> Result<(), TakeoverError> {
        if !Arc::ptr_eq(&self.running.family, &next.family) {
            return Err(TakeoverError::Family);
        }
        let Prepared { modes, program, .. } = &self.running;
        next.modes.carry(&next.program, modes, program);
        std::mem::swap(&mut self.running, next);
        Ok(())
    }

    /// The number of rows of a table, which may be hidden; 0 if there is no such table.
    pub fn row_count(&self, table: TableId) -> u32 {
        self.tables.get(usize::from(table.0)).map_or(0, Table::live)
    }

    /// The number of strings in the dictionary, including those of the program.
    pub fn string_count(&self) -> u32 {
        self.dictionary.len()
    }

    /// Flips one bit of a number in a declared table, for tests of redundancy. `place` selects it.
    /// Returns false if there is no number to flip.
    pub fn flip_bit(&mut self, place: u64) -> bool {
        let definitions = self.running.program.declared_tables();
        bit_flip::flip_bit(definitions, &mut self.tables, place)
    }

    /// Answers a control frame.
    fn control(&mut self, frame: &[u8]) -> Verdict {
        if let Some(JobStart { job }) = JobStart::read(frame) {
            return job::start(&self.running.program, job);
        }
        let change = ModeChange::read(frame);
        match change.map(|change| self.running.modes.set(change.rule, change.mode)) {
            Some(Ok(())) => Verdict::ACCEPT,
            Some(Err(_)) | None => Verdict::refused(Reason::Malformed),
        }
    }

    /// Answers a frame of the transaction with this index.
    fn answer(&mut self, transaction: Option<usize>, frame: &[u8]) -> Verdict {
        let Prepared { plans, registers, modes, .. } = &mut self.running;
        let (tables, dictionary) = (&mut self.tables, &mut self.dictionary);
        let Some(plan) = transaction.and_then(|index| plans.get(index)) else {
            return Verdict::refused(Reason::Malformed);
        };
        if let Err(reason) = parse(plan, frame, registers, dictionary) {
            return Verdict::refused(reason);
        }
        registers.begin(plan.counters);
        run(&plan.check, registers, tables, dictionary);
        let mut verdict = registers.verdict(&plan.entries, modes);
        let commit = match (verdict.reason, verdict.rule, &plan.effects) {
            (None, ..) => {
                if !has_room(&plan.stores, registers, tables, dictionary) {
                    verdict.add_check(Reason::DictionaryFull);
                    return verdict;
                }
                &plan.commit
            }
            (Some(_), Some(rule), Some(effects)) => {
                registers.begin_effects(plan.counters, rule);
                run(&effects.check, registers, tables, dictionary);
                verdict.effects = registers.forbidden(plan.entries.len(), &effects.entries);
                if verdict.effects.is_some() || !registers.is_true(effects.when) {
                    return verdict;
                }
                if !has_room(&effects.stores, registers, tables, dictionary) {
                    verdict.effects = Some(Reason::DictionaryFull);
                    return verdict;
                }
                &effects.commit
            }
            (Some(_), ..) => return verdict,
        };
        for reserved in registers.reserved() {
            tables[usize::from(reserved.table)].claim();
        }
        run(commit, registers, tables, dictionary);
        for reserved in registers.reserved() {
            tables[usize::from(reserved.table)].release(reserved.handle);
        }
        dictionary.accept();
        verdict
    }
}

/// The most rows of the base table of a hidden table; 0 for any other table.
fn base_rows(program: &Program, def: &TableDef) -> u32 {
    let base =
        def.hidden.as_ref().and_then(|hidden| program.tables.get(usize::from(hidden.base.0)));
    base.map_or(0, |base| base.rows_max)
}

/// Whether the dictionary has room for the new texts that a commit stores.
#[inline(always)]
fn has_room(
    stores: &[Micro],
    registers: &mut Registers,
    tables: &mut [Table],
    dictionary: &mut Dictionary,
) -> bool {
    dictionary.has_room() || {
        let new = texts::stored(stores, registers, tables, dictionary, run);
        dictionary.has_room_for(new)
    }
}

/// Parses a frame into the registers. New strings are pending afterwards.
fn parse(
    plan: &Plan,
    frame: &[u8],
    registers: &mut Registers,
    dictionary: &mut Dictionary,
) -> Result<(), Reason> {
    dictionary.begin();
    let layout = &plan.layout;
    layout.check_header(frame).map_err(|_| Reason::Malformed)?;
    for (field, place) in (0..layout.field_count()).zip(plan.fields..) {
        let value = match layout.read(frame, field).map_err(|_| Reason::Malformed)? {
            FieldValue::Null => Value::NULL,
            FieldValue::Number(number) => Value::new(number),
            FieldValue::Text(_) if plan.unread >> field & 1 != 0 => Value::NULL,
            FieldValue::Text(text) => Value::new(dictionary.code(text).into()),
        };
        registers.set(place, value);
    }
    if dictionary.refuses() { Err(Reason::DictionaryFull) } else { Ok(()) }
}

impl Executor for Twin {
    fn program(&self) -> &Program {
        &self.running.program
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        let messages = self.running.declared_messages;
        let kind = frame::kind(frame).map(usize::from);
        if kind == Some(frame::CONTROL_KIND.into()) {
            return self.control(frame);
        }
        self.answer(kind.filter(|kind| *kind < messages), frame)
    }

    fn step(&mut self, frame: &[u8]) -> Verdict {
        let hidden = self.running.declared_messages..self.running.program.messages.len();
        let kind = frame::kind(frame).map(usize::from);
        self.answer(kind.filter(|kind| hidden.contains(kind)), frame)
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        let messages = self.running.program.messages.len();
        let kind = frame::kind(frame).map(usize::from);
        self.answer(kind.filter(|kind| *kind >= messages), frame)
    }

    fn mode(&self, rule: RuleId) -> Option<Mode> {
        self.running.modes.get(rule)
    }

    fn set_mode(&mut self, rule: RuleId, mode: Mode) -> Result<(), ModeError> {
        self.running.modes.set(rule, mode)
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        let mut next = Prepared::new(self.family(), program)?;
        self.take_over(&mut next)
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        let index = usize::from(table.0);
        let definition = self.running.program.tables.get(index);
        if let (Some(table), Some(definition)) = (self.tables.get(index), definition) {
            visit::visit_rows(table, definition, &self.dictionary, visit);
        }
    }
}
