// SPDX-License-Identifier: Apache-2.0

//! The software twin: the fast executor of a program on an ordinary processor.
//!
//! Making a twin decodes every transaction ([`decode`]) into micro-operations ([`micro`]) and takes
//! all the memory that the program's capacities ask for: rows ([`table`]), the key index
//! ([`index`]), levels under `min` and `max` ([`levels`]) and the dictionary ([`dictionary`]). From
//! then on a message is parsed into the registers and its operations run in order ([`execute`],
//! [`prefetch`], [`arithmetic`], [`logic`]): nothing allocates, locks, reads a clock or panics.
//! Another program of the same family can be made ready meanwhile ([`prepared`]) and then change
//! places with the one that runs. What the operating system gives zeroed is only touched as it is
//! used, so that an empty table of a million rows costs next to nothing.
//!
//! What it must answer is defined by [`crate::reference`] and the definitions that both share;
//! every shortcut taken here is held to its definition by a test beside it.

mod arithmetic;
mod bit_flip;
mod decode;
mod dictionary;
mod execute;
mod index;
mod levels;
mod logic;
mod micro;
mod prefetch;
mod prepared;
mod table;
mod visit;

use crate::executor::{Cell, Executor};
use crate::frame::{self, FieldValue};
use crate::program::Program;
use crate::schema::TableId;
use crate::takeover::TakeoverError;
use crate::validate::{ProgramError, validate};
use crate::value::Value;
use crate::verdict::{Reason, Verdict};
pub use prepared::Prepared;

use decode::Plan;
use dictionary::Dictionary;
use execute::{Registers, run};
use std::sync::Arc;
use table::Table;

/// The software twin. The program it runs was validated; see [`Executor`] for what it answers.
pub struct Twin {
    running: Prepared,
    tables: Vec<Table>,
    dictionary: Dictionary,
}

impl Twin {
    /// A twin with empty tables, and all memory that it will ever have.
    ///
    /// # Errors
    /// What [`validate`] finds wrong with the program.
    pub fn new(program: impl Into<Arc<Program>>) -> Result<Twin, ProgramError> {
        let program = program.into();
        validate(&program)?;
        Ok(Twin {
            tables: program.tables.iter().map(Table::new).collect(),
            dictionary: Dictionary::new(&program.strings),
            running: Prepared::of_family(Arc::clone(&program), program),
        })
    }

    /// What a program is prepared for that is to take over: the one that the twin was made with.
    pub fn family(&self) -> &Arc<Program> {
        &self.running.family
    }

    /// Lets a prepared program take over from the next message on; rows, levels and dictionary
    /// stay. The two change places: `next` then holds what ran until now, ready to take over again.
    /// Nothing here allocates or takes time.
    ///
    /// # Errors
    /// [`TakeoverError::Family`] if it was prepared for another twin; nothing has changed then.
    pub fn take_over(&mut self, next: &mut Prepared) -> Result<(), TakeoverError> {
        if !Arc::ptr_eq(&self.running.family, &next.family) {
            return Err(TakeoverError::Family);
        }
        std::mem::swap(&mut self.running, next);
        Ok(())
    }

    /// Rows of a table, hidden ones included; 0 if there is no such table.
    pub fn row_count(&self, table: TableId) -> u32 {
        self.tables.get(usize::from(table.0)).map_or(0, Table::live)
    }

    /// Strings of the dictionary, those of the program included.
    pub fn string_count(&self) -> u32 {
        self.dictionary.len()
    }

    /// Answers a frame of the transaction with this index.
    fn answer(&mut self, transaction: Option<usize>, frame: &[u8]) -> Verdict {
        let Prepared { plans, registers, .. } = &mut self.running;
        let Some(plan) = transaction.and_then(|index| plans.get(index)) else {
            return Verdict::refused(Reason::Malformed);
        };
        if let Err(reason) = parse(plan, frame, registers, &mut self.dictionary) {
            return Verdict::refused(reason);
        }
        registers.begin(plan.counters);
        run(&plan.check, registers, &mut self.tables);
        let verdict = registers.verdict(&plan.entries);
        if !verdict.is_accept() {
            return verdict;
        }
        self.dictionary.accept();
        for reserved in registers.reserved() {
            self.tables[usize::from(reserved.table)].claim();
        }
        run(&plan.commit, registers, &mut self.tables);
        for reserved in registers.reserved() {
            self.tables[usize::from(reserved.table)].release(reserved.handle);
        }
        verdict
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
            FieldValue::Text(text) => Value::new(dictionary.code(text).into()),
        };
        registers.set(place, value);
    }
    dictionary.check().map_err(|_| Reason::DictionaryFull)
}

impl Executor for Twin {
    fn program(&self) -> &Program {
        &self.running.program
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        let messages = self.running.program.messages.len();
        let kind = frame::kind(frame).map(usize::from);
        self.answer(kind.filter(|kind| *kind < messages), frame)
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        let messages = self.running.program.messages.len();
        let kind = frame::kind(frame).map(usize::from);
        self.answer(kind.filter(|kind| *kind >= messages), frame)
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        let mut next = Prepared::new(self.family(), program)?;
        self.take_over(&mut next)
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        visit::visit_rows(self, table, visit);
    }
}
