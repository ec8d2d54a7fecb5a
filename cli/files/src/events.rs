// SPDX-License-Identifier: Apache-2.0

//! The events file as message frames, one at a time.
//!
//! The header is `message`, then names of fields that any message has. A row fills the fields of
//! the message that it names and leaves the others empty. The file is never in memory as a whole.
//!
//! An empty cell of a `not null` field is not an error of the file. It makes a frame with NULL in
//! that field, and the engine answers it with `malformed`, so a test can state what happens to such
//! a frame.

use crate::cell;
use crate::csv_input::CsvReader;
use crate::error::{InputError, Problem, nearest};
use crate::tables::frame_error;
use engine::calendar::Zone;
use engine::frame::{FieldValue, Layout};
use engine::machine::{FIELDS_MAX, FRAME_BYTES_MAX};
use engine::program::{FrameKind, Program};
use engine::schema::{MessageDef, MessageId};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// An event, as the executor gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// The event's number, from 1; also the sequence number of the frame.
    pub sequence: u32,
    /// The message of the event.
    pub message: MessageId,
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
    messages: Vec<MessageDef>,
    bindings: Vec<Binding>,
    zone: Zone,
    sequence: u32,
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
}

impl<R: BufRead> EventReader<R> {
    /// Reads the header and checks it against the messages of a program.
    ///
    /// # Errors
    /// A header without `message` in its first column, an unknown or repeated column, and input
    /// that is not CSV.
    pub fn new(mut reader: CsvReader<R>, program: &Program) -> Result<Self, InputError> {
        reader.read_header()?;
        if reader.names()[0] != "message" {
            return Err(reader.error_at(Some(0), Problem::NoMessageColumn));
        }
        let field_names =
            || program.messages.iter().flat_map(|m| &m.fields).map(|f| f.name.as_str());
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
        let ids = (0..program.messages.len()).map(|i| MessageId(i as u16));
        let bindings = ids.map(|id| bind(reader.names(), program, id)).collect();
        Ok(EventReader {
            reader,
            messages: program.messages.clone(),
            bindings,
            zone: program.zone,
            sequence: 0,
            buffer: [0; FRAME_BYTES_MAX],
        })
    }

    /// The next event, or none at the end of the file.
    ///
    /// # Errors
    /// An unknown message, a cell that is not a value of its field, and a value for a field that
    /// the message does not have.
    pub fn next_event(&mut self) -> Result<Option<Event<'_>>, InputError> {
        if !self.reader.advance()? {
            return Ok(None);
        }
        let reader = &self.reader;
        let index = self.message_index()?;
        let (message, binding) = (&self.messages[index], &self.bindings[index]);
        for &cell in &binding.foreign {
            if !reader.cell(cell).is_null() {
                let problem = Problem::FieldNotOfMessage {
                    message: message.name.clone(),
                    field: reader.names()[cell].clone(),
                };
                return Err(reader.error_at(Some(cell), problem));
            }
        }
        let mut values = [FieldValue::Null; FIELDS_MAX];
        for (i, field) in message.fields.iter().enumerate() {
            match binding.cells[i] {
                Some(cell) => {
                    values[i] = cell::parse(reader.cell(cell), field.ty, self.zone)
                        .map_err(|problem| reader.error_at(Some(cell), problem))?;
                }
                None if field.nullable => {}
                None => {
                    let problem = Problem::MissingColumn {
                        column: field.name.clone(),
                        owner: message.name.clone(),
                    };
                    return Err(reader.error_at(None, problem));
                }
            }
        }
        self.sequence = self
            .sequence
            .checked_add(1)
            .ok_or_else(|| reader.error_at(None, Problem::TooManyEvents))?;
        let values = &values[..message.fields.len()];
        let frame = binding.layout.write(self.sequence, values, &mut self.buffer);
        Ok(Some(Event {
            sequence: self.sequence,
            message: MessageId(index as u16),
            frame: frame.map_err(|error| frame_error(reader, error))?,
            line: reader.line(),
        }))
    }

    /// The bytes read so far, for progress.
    pub fn bytes_read(&self) -> u64 {
        self.reader.bytes_read()
    }

    fn message_index(&self) -> Result<usize, InputError> {
        // Names are in lower case, as in the rule language, and the name in the file nearly always
        // is.
        let name = self.reader.cell(0).text;
        let is_it = |message: &MessageDef| message.name.eq_ignore_ascii_case(name);
        self.messages.iter().position(is_it).ok_or_else(|| {
            let known = || self.messages.iter().map(|m| m.name.as_str());
            let problem = Problem::UnknownMessage {
                name: name.to_owned(),
                suggestion: nearest(&name.to_ascii_lowercase(), known()),
                known: known().map(str::to_owned).collect(),
            };
            self.reader.error_at(Some(0), problem)
        })
    }
}

fn bind(names: &[String], program: &Program, message: MessageId) -> Binding {
    let kind = FrameKind::Message(message);
    let fields = program.fields(kind);
    let cell_of = |name: &str| (1..names.len()).find(|&i| names[i] == name);
    let is_foreign = |&i: &usize| fields.iter().all(|field| field.name != names[i]);
    Binding {
        layout: Layout::new(program.transaction_index(kind) as u8, fields),
        cells: fields.iter().map(|field| cell_of(&field.name)).collect(),
        foreign: (1..names.len()).filter(is_foreign).collect(),
    }
}
