// SPDX-License-Identifier: Apache-2.0

//! What an operator sends while rules run: changes of the modes of rules and of parameters, and
//! starts of jobs.
//!
//! In an events file they are rows of the messages `mode`, `parameter` and `job`. In a folder
//! of tables they are the files `mode.csv` (`rule,mode`) and `parameter.csv` (`parameter,value`).
//! `mode.csv` has every rule; `parameter.csv` has the parameters that have been changed, since the
//! others have the value of their declaration.

use crate::cell::{self, push_cell, push_text};
use crate::csv_input::{CsvReader, frame_error};
use crate::error::{InputError, Problem, nearest};
use crate::output::{OutputError, OutputFile};
use engine::executor::{Cell, Executor};
use engine::frame::{self, CONTROL_KIND, FieldValue, JOB_BYTES};
use engine::job::JobId;
use engine::machine::{COLUMNS_MAX, FRAME_BYTES_MAX};
use engine::parameter::{MESSAGE_PREFIX, TABLE};
use engine::program::{FrameKind, Program};
use engine::rule::Mode;
use engine::schema::{ColumnDef, MessageId, RuleId, TableId, Type};
use engine::verdict::Reason;
use std::io::BufRead;
use std::path::{Path, PathBuf};

/// The name of the message that changes a mode, and of the file of modes.
pub const MODE: &str = "mode";
/// The name of the message that changes a parameter, and of the file of parameters.
pub const PARAMETER: &str = TABLE;

/// The name of the message that starts a job.
pub const JOB: &str = "job";

/// The field of a message [`JOB`].
pub const JOB_FIELDS: [&str; 1] = ["job"];
/// The fields of a message [`MODE`].
pub const MODE_FIELDS: [&str; 2] = ["rule", "mode"];
/// The fields of a message [`PARAMETER`].
pub const PARAMETER_FIELDS: [&str; 2] = ["parameter", "value"];

/// What was sent: a message of the program, a change of a setting, or the start of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A message, also that of a parameter.
    Message(MessageId),
    /// A change of the mode of a rule.
    Mode,
    /// A change of a parameter that does not exist.
    Parameter,
    /// The start of a job.
    Job,
}

impl From<MessageId> for Sent {
    fn from(message: MessageId) -> Sent {
        Sent::Message(message)
    }
}

impl Sent {
    /// What a frame is.
    pub fn of(frame: &[u8]) -> Sent {
        match frame::kind(frame).unwrap_or(0) {
            CONTROL_KIND if frame.len() == JOB_BYTES => Sent::Job,
            CONTROL_KIND => Sent::Mode,
            kind => Sent::Message(MessageId(kind.into())),
        }
    }

    /// The message of the program, if it is one.
    pub fn message(self) -> Option<MessageId> {
        match self {
            Sent::Message(message) => Some(message),
            Sent::Mode | Sent::Parameter | Sent::Job => None,
        }
    }

    /// Its name in events and verdicts files; empty if the program has no such message.
    pub fn name(self, program: &Program) -> &str {
        match self {
            Sent::Mode => MODE,
            Sent::Parameter => PARAMETER,
            Sent::Job => JOB,
            Sent::Message(message) => match program.messages.get(usize::from(message.0)) {
                Some(message) if message.name.starts_with(MESSAGE_PREFIX) => PARAMETER,
                Some(message) => &message.name,
                None => "",
            },
        }
    }
}

/// The rule with a name; as in a rule file, a name may be written in another case.
pub(crate) fn rule_named(program: &Program, name: &str) -> Option<RuleId> {
    let find = |name: &str| program.rules.iter().position(|rule| rule.name == name);
    let found = find(name).or_else(|| find(&name.to_ascii_lowercase()));
    found.map(|index| RuleId(index as u16))
}

/// The job with a name; as in a rule file, a name may be written in another case.
pub(crate) fn job_named(program: &Program, name: &str) -> Option<JobId> {
    program.job(name).or_else(|| program.job(&name.to_ascii_lowercase()))
}

/// The message of the parameter with a name.
pub(crate) fn parameter_named(program: &Program, name: &str) -> Option<MessageId> {
    let find = |name: &str| program.message(&format!("{MESSAGE_PREFIX}{name}"));
    find(name).or_else(|| find(&name.to_ascii_lowercase()))
}

/// Whether a table is the one of the parameters.
pub(crate) fn is_parameter_table(program: &Program, table: TableId) -> bool {
    program.tables[usize::from(table.0)].name == TABLE
}

/// The path of the file of modes in a folder.
pub(crate) fn mode_file(folder: &Path) -> PathBuf {
    folder.join(format!("{MODE}.csv"))
}

/// Sets the modes in a file of modes. Rules that are not in the file keep theirs. Returns the
/// problem of a last line without a line end.
pub(crate) fn load_modes<R: BufRead>(
    mut reader: CsvReader<R>,
    executor: &mut dyn Executor,
) -> Result<Option<InputError>, InputError> {
    let [rule_at, mode_at] = columns(&mut reader, MODE, MODE_FIELDS)?;
    let mut seen = vec![false; executor.program().rules.len()];
    while reader.advance()? {
        let name = reader.cell(rule_at).text;
        let Some(rule) = rule_named(executor.program(), name) else {
            let names = executor.program().rules.iter().map(|rule| rule.name.as_str());
            let suggestion = nearest(&name.to_ascii_lowercase(), names);
            let problem = Problem::UnknownName { what: "rule", name: name.to_owned(), suggestion };
            return Err(reader.error_at(Some(rule_at), problem));
        };
        let text = reader.cell(mode_at).text;
        let mode = Mode::from_text(text).ok_or_else(|| {
            let expected = "`block`, `warn` or `off`";
            let problem = Problem::BadCode { text: text.to_owned(), expected };
            reader.error_at(Some(mode_at), problem)
        })?;
        if std::mem::replace(&mut seen[usize::from(rule.0)], true) {
            return Err(reader.error_at(Some(rule_at), twice(MODE)));
        }
        if executor.mode(rule) != Some(mode) {
            executor
                .set_mode(rule, mode)
                .map_err(|error| reader.error_at(Some(mode_at), Problem::Mode(error)))?;
        }
    }
    Ok(reader.warning())
}

/// Loads the parameters in a file of parameters. Those that are not in the file keep the value of
/// their declaration. Returns how many there are, and the problem of a last line without a line
/// end.
pub(crate) fn load_parameters<R: BufRead>(
    mut reader: CsvReader<R>,
    executor: &mut dyn Executor,
    table: TableId,
) -> Result<(u64, Option<InputError>), InputError> {
    let [name_at, value_at] = columns(&mut reader, PARAMETER, PARAMETER_FIELDS)?;
    let program = executor.program().clone();
    let columns = &program.tables[usize::from(table.0)].columns;
    let mut row: Vec<Option<Owned>> = vec![None; columns.len()];
    let mut rows = 0;
    while reader.advance()? {
        let name = reader.cell(name_at).text;
        let index = parameter_column(columns, name).ok_or_else(|| {
            let names = columns.iter().skip(1).map(|column| column.name.as_str());
            let suggestion = nearest(&name.to_ascii_lowercase(), names);
            let problem =
                Problem::UnknownName { what: "parameter", name: name.to_owned(), suggestion };
            reader.error_at(Some(name_at), problem)
        })?;
        let ty = columns[index].ty;
        let at = |problem| reader.error_at(Some(value_at), problem);
        let value = match cell::parse(reader.cell(value_at), ty, program.zone).map_err(at)? {
            FieldValue::Null => {
                let is_text = matches!(ty, Type::Char(_));
                return Err(at(Problem::NullInNotNull { is_text }));
            }
            FieldValue::Number(number) => Owned::Number(number),
            FieldValue::Text(text) => Owned::Text(text.to_vec()),
        };
        if row[index].replace(value).is_some() {
            return Err(reader.error_at(Some(name_at), twice(PARAMETER)));
        }
        rows += 1;
    }
    if rows > 0 {
        load_parameter_row(&reader, executor, &program, table, &row)?;
    }
    Ok((rows, reader.warning()))
}

/// A value that outlives its record.
#[derive(Clone)]
enum Owned {
    Number(i64),
    Text(Vec<u8>),
}

/// The column of a parameter. The first column is the key of the one row.
fn parameter_column(columns: &[ColumnDef], name: &str) -> Option<usize> {
    let find = |name: &str| columns.iter().skip(1).position(|column| column.name == name);
    find(name).or_else(|| find(&name.to_ascii_lowercase())).map(|index| index + 1)
}

/// Loads the one row of parameters.
fn load_parameter_row<R: BufRead>(
    reader: &CsvReader<R>,
    executor: &mut dyn Executor,
    program: &Program,
    table: TableId,
    row: &[Option<Owned>],
) -> Result<(), InputError> {
    let mut values = [FieldValue::Null; COLUMNS_MAX];
    for (value, owned) in values.iter_mut().zip(row) {
        *value = match owned {
            None => FieldValue::Null,
            Some(Owned::Number(number)) => FieldValue::Number(*number),
            Some(Owned::Text(text)) => FieldValue::Text(text),
        };
    }
    values[0] = FieldValue::Number(1);
    let layout = program.layout(FrameKind::Row(table));
    let mut buffer = [0; FRAME_BYTES_MAX];
    let frame = layout
        .write(1, &values[..row.len()], &mut buffer)
        .map_err(|error| frame_error(reader, error))?;
    match executor.load(frame).reason {
        None => Ok(()),
        Some(reason) => {
            let table = PARAMETER.to_owned();
            Err(reader.error_at(None, Problem::RowRefused { reason, table, rows_max: 1 }))
        }
    }
}

/// The problem of a second row with one name.
fn twice(table: &str) -> Problem {
    Problem::RowRefused { reason: Reason::DuplicateKey, table: table.to_owned(), rows_max: 0 }
}

/// Reads a header that must have exactly these columns, and returns their places.
fn columns<R: BufRead>(
    reader: &mut CsvReader<R>,
    table: &str,
    names: [&str; 2],
) -> Result<[usize; 2], InputError> {
    reader.read_header()?;
    for (index, name) in reader.names().iter().enumerate() {
        if !names.contains(&name.as_str()) {
            let owner = format!("table `{table}`");
            let suggestion = nearest(name, names);
            let problem = Problem::UnknownColumn { column: name.clone(), owner, suggestion };
            return Err(reader.error_at(Some(index), problem));
        }
    }
    let mut places = [0; 2];
    for (place, name) in places.iter_mut().zip(names) {
        *place = reader.names().iter().position(|known| known == name).ok_or_else(|| {
            let (column, owner) = (name.to_owned(), table.to_owned());
            reader.error_at(None, Problem::MissingColumn { column, owner })
        })?;
    }
    Ok(places)
}

/// Whether the mode of a rule differs from its declared severity.
pub(crate) fn has_changed_mode(executor: &dyn Executor) -> bool {
    let mut rules = executor.program().rules.iter().enumerate();
    rules.any(|(index, rule)| {
        let mode = executor.mode(RuleId(index as u16));
        mode.is_some_and(|mode| mode != Mode::from(rule.severity))
    })
}

/// The modes of all rules as a file, by name.
pub(crate) fn mode_lines(executor: &dyn Executor) -> String {
    let mut rules: Vec<(&str, Option<Mode>)> = executor
        .program()
        .rules
        .iter()
        .enumerate()
        .map(|(index, rule)| (rule.name.as_str(), executor.mode(RuleId(index as u16))))
        .collect();
    rules.sort_unstable_by_key(|(name, _)| *name);
    let mut text = format!("{}\n", MODE_FIELDS.join(","));
    for (name, mode) in rules {
        push_text(&mut text, name);
        text.push(',');
        text += mode.map_or("", Mode::text);
        text.push('\n');
    }
    text
}

/// Starts the file of modes in a folder.
pub(crate) fn write_modes(
    executor: &dyn Executor,
    folder: &Path,
) -> Result<OutputFile, OutputError> {
    let mut file = OutputFile::create(&mode_file(folder))?;
    file.put(mode_lines(executor).as_bytes())?;
    Ok(file)
}

/// Passes the parameters that have been changed to `put` as lines of CSV, by name.
pub(crate) fn parameter_lines(executor: &dyn Executor, table: TableId, put: &mut dyn FnMut(&str)) {
    put(&format!("{}\n", PARAMETER_FIELDS.join(",")));
    let columns = &executor.program().tables[usize::from(table.0)].columns;
    let mut lines: Vec<(&str, String)> = Vec::new();
    executor.visit_rows(table, &mut |row| {
        for (cell, column) in row.iter().zip(columns).skip(1) {
            if *cell != Cell::Null {
                let mut line = String::new();
                push_text(&mut line, &column.name);
                line.push(',');
                push_cell(&mut line, cell, column);
                line.push('\n');
                lines.push((&column.name, line));
            }
        }
    });
    lines.sort_unstable();
    lines.iter().for_each(|(_, line)| put(line));
}
