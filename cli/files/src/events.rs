// SPDX-License-Identifier: Apache-2.0

//! The events file as message frames, one at a time.
//!
//! The header is `message`, then names of fields that any message has. A row fills the fields of
//! the message that it names and leaves the others empty. The file is never in memory as a whole.
//!
//! An empty cell of a `not null` field is not an error of the file. It makes a frame with NULL in
//! that field, and the engine answers it with `malformed`, so a test can state what happens to such
//! a frame.
//!
//! Rows of the messages `mode` and `parameter` change the mode of a rule and a parameter, and rows
//! `job` start a job, see [`crate::settings`]. A name that does not exist and a bad value are not
//! errors of the file either; the engine answers them with `malformed`.

use crate::cell;
use crate::csv_input::{CsvReader, LastLine, frame_error};
use crate::error::{InputError, Problem, nearest};
use crate::settings::{
    JOB, JOB_FIELDS, MODE, MODE_FIELDS, PARAMETER, PARAMETER_FIELDS, Sent, job_named,
    parameter_named, rule_named,
};
use engine::calendar::Zone;
use engine::frame::{CONTROL_BYTES, FieldValue, JobStart, Layout, ModeChange};
use engine::job::JobId;
use engine::machine::{FIELDS_MAX, FRAME_BYTES_MAX};
use engine::parameter::MESSAGE_PREFIX;
use engine::program::{FrameKind, Program};
use engine::rule::Mode;
use engine::schema::{MessageDef, MessageId, RuleId};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// An event, as the executor gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// The event's number, from 1; also the sequence number of the frame.
    pub sequence: u32,
    /// The message of the event, or the setting that it changes.
    pub message: Sent,
    /// The frame.
    pub frame: &'a [u8],
    /// The line on which the event starts.
    pub line: u64,
}

/// How one message uses the columns of the file.
struct Binding {
    layout: Layout,
    /// The cell of every field, if the file has a column for it.
    cells: Vec<Option<usize>>,
    /// The cells of fields that the message does not have.
    foreign: Vec<usize>,
}

/// A reader of events.
pub struct EventReader<R> {
    reader: CsvReader<R>,
    program: Program,
    bindings: Vec<Binding>,
    zone: Zone,
    sequence: u32,
    /// The number of the event before the last one that was read.
    before: u32,
    /// Whether the last event is to be read again.
    is_held: bool,
    buffer: [u8; FRAME_BYTES_MAX],
}

impl EventReader<BufReader<File>> {
    /// Opens an events file for a program.
    ///
    /// # Errors
    /// An error if the file cannot be opened or its header is wrong.
    pub fn open(path: &Path, program: &Program) -> Result<Self, InputError> {
        EventReader::new(CsvReader::open(path)?, program)
    }

    /// Opens an events file for programs that follow each other, beginning with the first; see
    /// [`EventReader::set_program`]. A column may be a field of any of them.
    ///
    /// # Errors
    /// An error if the file cannot be opened or its header is wrong.
    pub fn open_all(
        path: &Path,
        programs: &[&Program],
        last_line: LastLine,
    ) -> Result<Self, InputError> {
        EventReader::new_all(CsvReader::open(path)?.with_last_line(last_line), programs)
    }
}

impl<R: BufRead> EventReader<R> {
    /// Reads the header and checks it against the messages of a program.
    ///
    /// # Errors
    /// A header without `message` in its first column, an unknown or repeated column, and input
    /// that is not CSV.
    pub fn new(reader: CsvReader<R>, program: &Program) -> Result<Self, InputError> {
        EventReader::new_all(reader, &[program])
    }

    /// As [`EventReader::new`], for programs that follow each other, beginning with the first.
    ///
    /// # Errors
    /// As [`EventReader::new`]; a column is known if it is a field of any program.
    ///
    /// # Panics
    /// If there is no program.
    pub fn new_all(mut reader: CsvReader<R>, programs: &[&Program]) -> Result<Self, InputError> {
        reader.read_header()?;
        if reader.names()[0] != "message" {
            return Err(reader.error_at(Some(0), Problem::NoMessageColumn));
        }
        let settings = || MODE_FIELDS.into_iter().chain(PARAMETER_FIELDS).chain(JOB_FIELDS);
        let field_names = || {
            let messages = programs.iter().flat_map(|program| program.declared_messages());
            let fields = messages.flat_map(|m| &m.fields);
            fields.map(|f| f.name.as_str()).chain(settings())
        };
        for (i, name) in reader.names().iter().enumerate().skip(1) {
            if !field_names().any(|field| field == name) {
                let problem = Problem::UnknownColumn {
                    column: name.clone(),
                    owner: "message".into(),
                    suggestion: nearest(name, field_names()),
                };
                return Err(reader.error_at(Some(i), problem));
            }
        }
        let program = programs[0].clone();
        Ok(EventReader {
            bindings: bindings(reader.names(), &program),
            reader,
            zone: program.zone,
            program,
            sequence: 0,
            before: 0,
            is_held: false,
            buffer: [0; FRAME_BYTES_MAX],
        })
    }

    /// Lets the next events be messages of another program.
    pub fn set_program(&mut self, program: &Program) {
        self.bindings = bindings(self.reader.names(), program);
        (self.zone, self.program) = (program.zone, program.clone());
    }

    /// Lets the next call of [`EventReader::next_event`] read the last event again, as a message of
    /// the program that is set then. The last call may have failed.
    pub fn hold(&mut self) {
        (self.is_held, self.sequence) = (true, self.before);
    }

    /// Whether there is a next event, whatever program it is for. It is not passed over.
    ///
    /// # Errors
    /// Input that is not CSV.
    pub fn has_next(&mut self) -> Result<bool, InputError> {
        self.is_held = self.is_held || self.reader.advance()?;
        Ok(self.is_held)
    }

    /// Passes over the next event, whatever program it is for. Returns false at the end of the
    /// file.
    ///
    /// # Errors
    /// Input that is not CSV.
    pub fn skip_event(&mut self) -> Result<bool, InputError> {
        if !std::mem::take(&mut self.is_held) && !self.reader.advance()? {
            return Ok(false);
        }
        self.sequence = next_sequence(&self.reader, self.sequence)?;
        Ok(true)
    }

    /// The number of events read so far.
    pub fn sequence(&self) -> u32 {
        self.sequence
    }

    /// The next event, or none at the end of the file.
    ///
    /// # Errors
    /// An unknown message, a cell that is not a value of its field, and a value for a field that
    /// the message does not have.
    pub fn next_event(&mut self) -> Result<Option<Event<'_>>, InputError> {
        self.before = self.sequence;
        if !std::mem::take(&mut self.is_held) && !self.reader.advance()? {
            return Ok(None);
        }
        // Names are in lower case, as in the rule language, and the name in the file nearly always
        // is.
        let name = self.reader.cell(0).text;
        if name.eq_ignore_ascii_case(MODE) {
            return self.mode_event().map(Some);
        }
        if name.eq_ignore_ascii_case(PARAMETER) {
            return self.parameter_event().map(Some);
        }
        if name.eq_ignore_ascii_case(JOB) {
            return self.job_event().map(Some);
        }
        let index = self.message_index()?;
        let (reader, message) = (&self.reader, &self.program.messages[index]);
        let binding = &self.bindings[index];
        check_foreign(reader, &message.name, binding.foreign.iter().copied())?;
        let mut values = [FieldValue::Null; FIELDS_MAX];
        for (i, field) in message.fields.iter().enumerate() {
            match binding.cells[i] {
                Some(cell) => {
                    values[i] = cell::parse(reader.cell(cell), field.ty, self.zone)
                        .map_err(|problem| reader.error_at(Some(cell), problem))?;
                }
                None if field.nullable => {}
                None => return Err(missing(reader, &field.name, &message.name)),
            }
        }
        self.sequence = next_sequence(reader, self.sequence)?;
        let values = &values[..message.fields.len()];
        let frame = binding.layout.write(self.sequence, values, &mut self.buffer);
        Ok(Some(Event {
            sequence: self.sequence,
            message: Sent::Message(MessageId(index as u16)),
            frame: frame.map_err(|error| frame_error(reader, error))?,
            line: reader.line(),
        }))
    }

    /// A row `mode`: a control frame, malformed if there is no such rule or mode.
    fn mode_event(&mut self) -> Result<Event<'_>, InputError> {
        let reader = &self.reader;
        let [rule, mode] = setting_cells(reader, MODE, MODE_FIELDS)?;
        let rule = rule_named(&self.program, reader.cell(rule).text);
        let mode = Mode::from_text(reader.cell(mode).text);
        self.sequence = next_sequence(reader, self.sequence)?;
        let line = reader.line();
        let frame = match rule.zip(mode) {
            Some((rule, mode)) => ModeChange { rule, mode }.write(self.sequence, &mut self.buffer),
            None => malformed(self.sequence, &mut self.buffer),
        };
        Ok(Event { sequence: self.sequence, message: Sent::Mode, frame, line })
    }

    /// A row `job`: a control frame, which is malformed if there is no such job.
    fn job_event(&mut self) -> Result<Event<'_>, InputError> {
        let reader = &self.reader;
        let [name] = setting_cells(reader, JOB, JOB_FIELDS)?;
        let job = job_named(&self.program, reader.cell(name).text).unwrap_or(JobId(u16::MAX));
        self.sequence = next_sequence(reader, self.sequence)?;
        let (sequence, line) = (self.sequence, reader.line());
        let frame = JobStart { job }.write(sequence, &mut self.buffer);
        Ok(Event { sequence, message: Sent::Job, frame, line })
    }

    /// A row `parameter`: a frame of its message. A value that the parameter cannot have makes a
    /// frame with NULL, which is malformed, since a parameter cannot be NULL.
    fn parameter_event(&mut self) -> Result<Event<'_>, InputError> {
        let reader = &self.reader;
        let [name, value] = setting_cells(reader, PARAMETER, PARAMETER_FIELDS)?;
        let message = parameter_named(&self.program, reader.cell(name).text);
        self.sequence = next_sequence(reader, self.sequence)?;
        let (sequence, line) = (self.sequence, reader.line());
        let Some(message) = message else {
            let frame = malformed(sequence, &mut self.buffer);
            return Ok(Event { sequence, message: Sent::Parameter, frame, line });
        };
        let binding = &self.bindings[usize::from(message.0)];
        let ty = binding.layout.field_type(0);
        let value = cell::parse(reader.cell(value), ty, self.zone).unwrap_or(FieldValue::Null);
        let frame = binding.layout.write(sequence, &[value], &mut self.buffer);
        let frame = frame.map_err(|error| frame_error(reader, error))?;
        Ok(Event { sequence, message: Sent::Message(message), frame, line })
    }

    /// The problem of a last line without a line end, see [`CsvReader::warning`].
    pub fn warning(&self) -> Option<InputError> {
        self.reader.warning()
    }

    /// The bytes read so far, for progress.
    pub fn bytes_read(&self) -> u64 {
        self.reader.bytes_read()
    }

    fn message_index(&self) -> Result<usize, InputError> {
        let name = self.reader.cell(0).text;
        let messages = self.program.declared_messages();
        // A parameter is changed by a row `parameter`.
        let is_declared = |message: &MessageDef| !message.name.starts_with(MESSAGE_PREFIX);
        let is_it = |m: &MessageDef| m.name.eq_ignore_ascii_case(name) && is_declared(m);
        messages.iter().position(is_it).ok_or_else(|| {
            let known = || messages.iter().filter(|m| is_declared(m)).map(|m| m.name.as_str());
            let problem = Problem::UnknownMessage {
                name: name.to_owned(),
                suggestion: nearest(&name.to_ascii_lowercase(), known()),
                known: known().map(str::to_owned).collect(),
            };
            self.reader.error_at(Some(0), problem)
        })
    }
}

/// Checks that cells of fields that a message does not have are empty.
fn check_foreign<R: BufRead>(
    reader: &CsvReader<R>,
    message: &str,
    mut cells: impl Iterator<Item = usize>,
) -> Result<(), InputError> {
    match cells.find(|cell| !reader.cell(*cell).is_null()) {
        None => Ok(()),
        Some(cell) => {
            let (message, field) = (message.to_owned(), reader.names()[cell].clone());
            Err(reader.error_at(Some(cell), Problem::FieldNotOfMessage { message, field }))
        }
    }
}

/// The cells of the fields of a setting.
fn setting_cells<R: BufRead, const N: usize>(
    reader: &CsvReader<R>,
    message: &str,
    fields: [&str; N],
) -> Result<[usize; N], InputError> {
    let is_foreign = |cell: &usize| !fields.contains(&reader.names()[*cell].as_str());
    check_foreign(reader, message, (1..reader.len()).filter(is_foreign))?;
    let mut cells = [0; N];
    for (cell, field) in cells.iter_mut().zip(fields) {
        let found = (1..reader.len()).find(|cell| reader.names()[*cell] == field);
        *cell = found.ok_or_else(|| missing(reader, field, message))?;
    }
    Ok(cells)
}

fn missing<R: BufRead>(reader: &CsvReader<R>, column: &str, owner: &str) -> InputError {
    let (column, owner) = (column.to_owned(), owner.to_owned());
    reader.error_at(None, Problem::MissingColumn { column, owner })
}

fn next_sequence<R: BufRead>(reader: &CsvReader<R>, sequence: u32) -> Result<u32, InputError> {
    sequence.checked_add(1).ok_or_else(|| reader.error_at(None, Problem::TooManyEvents))
}

/// A control frame that states no mode.
fn malformed(sequence: u32, buffer: &mut [u8; FRAME_BYTES_MAX]) -> &[u8] {
    ModeChange { rule: RuleId(u16::MAX), mode: Mode::Off }.write(sequence, buffer);
    buffer[CONTROL_BYTES - 1] = u8::MAX;
    &buffer[..CONTROL_BYTES]
}

/// How the messages of a program use the columns of the file.
fn bindings(names: &[String], program: &Program) -> Vec<Binding> {
    let ids = (0..program.messages.len()).map(|i| MessageId(i as u16));
    ids.map(|id| bind(names, program, id)).collect()
}

fn bind(names: &[String], program: &Program, message: MessageId) -> Binding {
    let kind = FrameKind::Message(message);
    let fields = program.fields(kind);
    let cell_of = |name: &str| (1..names.len()).find(|&i| names[i] == name);
    let is_foreign = |&i: &usize| fields.iter().all(|field| field.name != names[i]);
    Binding {
        layout: program.layout(kind),
        cells: fields.iter().map(|field| cell_of(&field.name)).collect(),
        foreign: (1..names.len()).filter(is_foreign).collect(),
    }
}
