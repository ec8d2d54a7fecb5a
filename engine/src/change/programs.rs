// SPDX-License-Identifier: Apache-2.0

//! The program of a change, and its filler.

use super::refusal::ChangeError;
use crate::program::Program;
use crate::schema::MessageId;
use crate::validate::validate;
use std::sync::Arc;

/// A program that is to take over, with its filler. `rulec::compile_change` makes both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    program: Arc<Program>,
    filler: Arc<Program>,
}

impl Change {
    /// A change to a program.
    ///
    /// The filler has the tables, texts and dictionary of the program. A job with the name of a
    /// table deletes a row by its key. A message with the name of a table updates one: its fields
    /// are the key, then other columns, by their names. Either may be missing; a row of the table
    /// that would need it then refuses the change.
    ///
    /// # Errors
    /// [`ChangeError`] if a program is not sound, or the filler is not one of the program.
    pub fn new(
        program: impl Into<Arc<Program>>,
        filler: impl Into<Arc<Program>>,
    ) -> Result<Change, ChangeError> {
        let (program, filler) = (program.into(), filler.into());
        validate(&program).map_err(ChangeError::Program)?;
        validate(&filler).map_err(ChangeError::Filler)?;
        let is_its_filler = program.tables == filler.tables
            && program.strings == filler.strings
            && program.dictionary == filler.dictionary
            && is_filler(&filler);
        match is_its_filler {
            true => Ok(Change { program, filler }),
            false => Err(ChangeError::OtherTables),
        }
    }

    /// The program that is to take over.
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// The program that fills its tables.
    pub fn filler(&self) -> &Arc<Program> {
        &self.filler
    }
}

/// Whether the messages and jobs of a program are those of a filler.
fn is_filler(filler: &Program) -> bool {
    let fits = |message: MessageId, name: &str, is_key_only: bool| {
        let table = filler.declared_tables().iter().find(|table| table.name == name);
        let fields = &filler.messages[usize::from(message.0)].fields;
        table.is_some_and(|table| {
            let key = table.key.iter().map(|column| &table.columns[usize::from(column.0)]);
            fields.iter().take(table.key.len()).eq(key)
                && fields.iter().all(|field| table.columns.contains(field))
                && (!is_key_only || fields.len() == table.key.len())
        })
    };
    let mut messages = (0..).map(MessageId).zip(filler.declared_messages());
    let mut jobs = filler.jobs.iter();
    filler.rules.is_empty()
        && messages.all(|(id, message)| fits(id, &message.name, false))
        && jobs.all(|job| fits(job.step, &job.name, true))
}
