// SPDX-License-Identifier: Apache-2.0

//! The files `DIR/TABLE.csv` of the declared tables, as row frames for an executor.
//!
//! The header names the columns in any order. A column with a default may be missing, and so may a
//! nullable one; its cells are the default or NULL then. Rows go through [`Executor::load`], which
//! checks keys and capacities and maintains hidden tables. The rows of a table with windows are
//! loaded by time and then by key. After an error the executor holds part of the data and must be
//! dropped.

use crate::cell;
use crate::csv_input::{CsvReader, LastLine, frame_error};
use crate::error::{InputError, Problem, nearest};
use crate::settings::{MODE, is_parameter_table, load_modes, load_parameters, mode_file};
use engine::calendar::Zone;
use engine::executor::Executor;
use engine::frame::{FieldValue, Layout};
use engine::machine::{COLUMNS_MAX, FRAME_BYTES_MAX};
use engine::program::{FrameKind, Program};
use engine::schema::{ColumnDef, ColumnId, DefaultValue, TableDef, TableId, Type};
use std::io::BufRead;
use std::path::{Path, PathBuf};

/// A reader of one table's rows.
pub struct TableReader<R> {
    reader: CsvReader<R>,
    table: TableDef,
    layout: Layout,
    /// For every column of the table where its values are.
    sources: Vec<Source>,
    zone: Zone,
    sequence: u32,
    buffer: [u8; FRAME_BYTES_MAX],
}

/// Where the values of a column are.
enum Source {
    /// In this cell of each record.
    Cell(usize),
    /// The file does not have the column: each row has its default, or NULL without one.
    Missing(Option<DefaultValue>),
}

impl<R: BufRead> TableReader<R> {
    /// Reads the header and checks it against the table.
    ///
    /// # Errors
    /// An unknown, repeated or missing column, and input that is not CSV.
    pub fn new(
        mut reader: CsvReader<R>,
        program: &Program,
        table: TableId,
    ) -> Result<Self, InputError> {
        reader.read_header()?;
        let layout = program.layout(FrameKind::Row(table));
        let table = program.tables[usize::from(table.0)].clone();
        let sources = bind(&reader, &table)?;
        let (zone, buffer) = (program.zone, [0; FRAME_BYTES_MAX]);
        Ok(TableReader { reader, table, layout, sources, zone, sequence: 0, buffer })
    }

    /// The frame of the next row, or none at the end of the file.
    ///
    /// # Errors
    /// A cell that is not a value of its column.
    pub fn next_frame(&mut self) -> Result<Option<&[u8]>, InputError> {
        if !self.reader.advance()? {
            return Ok(None);
        }
        let mut values = [FieldValue::Null; COLUMNS_MAX];
        for (i, column) in self.table.columns.iter().enumerate() {
            values[i] = match &self.sources[i] {
                Source::Cell(cell) => value_of(&self.reader, *cell, column, self.zone)?,
                Source::Missing(default) => {
                    default.as_ref().map_or(FieldValue::Null, FieldValue::from)
                }
            };
        }
        // The number of a row only tells frames apart, so it may wrap.
        self.sequence = self.sequence.wrapping_add(1);
        let values = &values[..self.table.columns.len()];
        match self.layout.write(self.sequence, values, &mut self.buffer) {
            Ok(frame) => Ok(Some(frame)),
            Err(error) => Err(frame_error(&self.reader, error)),
        }
    }

    /// The error for a row that the executor refused.
    pub fn refused(&self, reason: engine::verdict::Reason) -> InputError {
        let problem = Problem::RowRefused {
            reason,
            table: self.table.name.clone(),
            rows_max: self.table.rows_max,
        };
        self.reader.error_at(None, problem)
    }

    /// The cells of some columns of a frame that this reader returned.
    fn cells_of(&self, frame: &[u8], columns: &[ColumnId]) -> Vec<OwnedCell> {
        let cell = |column: &ColumnId| match self.layout.read(frame, column.0.into()) {
            Ok(FieldValue::Number(number)) => OwnedCell::Number(number),
            Ok(FieldValue::Text(text)) => OwnedCell::Text(text.to_vec()),
            // It is a frame of this layout, so that there is no error.
            Ok(FieldValue::Null) | Err(_) => OwnedCell::Null,
        };
        columns.iter().map(cell).collect()
    }

    /// The bytes read so far, for progress.
    pub fn bytes_read(&self) -> u64 {
        self.reader.bytes_read()
    }

    /// The problem of a last line without a line end, see [`CsvReader::warning`].
    pub fn warning(&self) -> Option<InputError> {
        self.reader.warning()
    }
}

/// A cell that is compared with others of its column. NULL is the smallest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum OwnedCell {
    Null,
    Number(i64),
    Text(Vec<u8>),
}

/// Loads the rows of a table with windows, which they enter by time and then by key. Returns their
/// number.
fn load_by_time<R: BufRead>(
    reader: &mut TableReader<R>,
    executor: &mut dyn Executor,
    time: ColumnId,
) -> Result<u64, InputError> {
    let columns: Vec<ColumnId> = [time].into_iter().chain(reader.table.key.clone()).collect();
    let mut rows: Vec<(Vec<OwnedCell>, u64, Vec<u8>)> = Vec::new();
    while let Some(frame) = reader.next_frame()? {
        let frame = frame.to_vec();
        rows.push((reader.cells_of(&frame, &columns), reader.reader.line(), frame));
    }
    rows.sort();
    for (_, line, frame) in &rows {
        if let Some(reason) = executor.load(frame).reason {
            return Err(InputError { line: Some(*line), ..reader.refused(reason) });
        }
    }
    Ok(rows.len() as u64)
}

fn bind<R: BufRead>(reader: &CsvReader<R>, table: &TableDef) -> Result<Vec<Source>, InputError> {
    let column_names = || table.columns.iter().map(|c| c.name.as_str());
    for (i, name) in reader.names().iter().enumerate() {
        if !column_names().any(|column| column == name) {
            let problem = Problem::UnknownColumn {
                column: name.clone(),
                owner: format!("table `{}`", table.name),
                suggestion: nearest(name, column_names()),
            };
            return Err(reader.error_at(Some(i), problem));
        }
    }
    let cell_of = |column: &ColumnDef| reader.names().iter().position(|n| *n == column.name);
    let source = |(id, column): (ColumnId, &ColumnDef)| {
        let default = table.default_of(id);
        match cell_of(column) {
            Some(cell) => Ok(Source::Cell(cell)),
            None if default.is_some() || column.nullable => Ok(Source::Missing(default.cloned())),
            None => {
                let (column, owner) = (column.name.clone(), table.name.clone());
                Err(reader.error_at(None, Problem::MissingColumn { column, owner }))
            }
        }
    };
    (0..).map(ColumnId).zip(&table.columns).map(source).collect()
}

fn value_of<'r, R: BufRead>(
    reader: &'r CsvReader<R>,
    cell: usize,
    column: &ColumnDef,
    zone: Zone,
) -> Result<FieldValue<'r>, InputError> {
    let at = |problem| reader.error_at(Some(cell), problem);
    match cell::parse(reader.cell(cell), column.ty, zone).map_err(at)? {
        FieldValue::Null if !column.nullable => {
            let is_text = matches!(column.ty, Type::Char(_));
            Err(at(Problem::NullInNotNull { is_text }))
        }
        value => Ok(value),
    }
}

/// The result of loading a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadReport {
    /// The number of rows of every declared table.
    pub rows: Vec<(String, u64)>,
    /// Findings that may be mistakes.
    pub warnings: Vec<LoadWarning>,
    /// Whether the folder has a file of modes of rules.
    pub has_modes: bool,
}

/// A finding that may be a mistake but is allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadWarning {
    /// A table that is empty because it has no file.
    #[error("table `{table}` starts empty: there is no {}", file.display())]
    NoFile {
        /// The table.
        table: String,
        /// The path of the missing file.
        file: PathBuf,
    },
    /// A CSV file whose name is not a table's.
    #[error("{} is not read: no table has its name{}", file.display(), did_you_mean(.suggestion))]
    NoTable {
        /// The file.
        file: PathBuf,
        /// The nearest name of a table.
        suggestion: Option<String>,
    },
    /// A file that may have been cut off.
    #[error(transparent)]
    LastLine(InputError),
}

fn did_you_mean(suggestion: &Option<String>) -> String {
    let text = |name| format!("; did you mean `{name}.csv`?");
    suggestion.as_ref().map(text).unwrap_or_default()
}

/// The total size in bytes of the files that [`load_tables`] would read, for progress.
pub fn total_bytes(folder: &Path, program: &Program) -> u64 {
    let size = |table: &TableDef| std::fs::metadata(file_of(folder, table)).map_or(0, |m| m.len());
    program.declared_tables().iter().map(size).sum()
}

/// Loads every declared table from its file in `folder`, the parameters and the modes of rules
/// among them. `progress` is called with the bytes read so far. A last line without a line end is a
/// warning.
///
/// # Errors
/// As [`load_tables_with`].
pub fn load_tables(
    folder: &Path,
    executor: &mut dyn Executor,
    progress: &mut dyn FnMut(u64),
) -> Result<LoadReport, InputError> {
    load_tables_with(folder, executor, LastLine::Taken, progress)
}

/// As [`load_tables`], with the treatment of last lines without a line end.
///
/// # Errors
/// The first problem of the folder or a file. The executor then holds part of the data and must be
/// dropped.
pub fn load_tables_with(
    folder: &Path,
    executor: &mut dyn Executor,
    last_line: LastLine,
    progress: &mut dyn FnMut(u64),
) -> Result<LoadReport, InputError> {
    let open = |path: &Path| Ok(CsvReader::open(path)?.with_last_line(last_line));
    let modes = mode_file(folder);
    let mut report = LoadReport {
        rows: Vec::new(),
        warnings: unclaimed_files(folder, executor.program())?,
        has_modes: modes.exists(),
    };
    if report.has_modes {
        let cut_off = load_modes(open(&modes)?, executor)?;
        report.warnings.extend(cut_off.map(LoadWarning::LastLine));
    }
    let mut bytes_before = 0;
    for index in 0..executor.program().declared_tables().len() {
        let table = &executor.program().tables[index];
        if table.is_derived() {
            continue;
        }
        let (name, path) = (table.name.clone(), file_of(folder, table));
        let table = TableId(index as u16);
        let mut rows = 0;
        if is_parameter_table(executor.program(), table) {
            if path.exists() {
                let loaded = load_parameters(open(&path)?, executor, table)?;
                report.warnings.extend(loaded.1.map(LoadWarning::LastLine));
                rows = loaded.0;
            }
        } else if path.exists() {
            let mut reader = TableReader::new(open(&path)?, executor.program(), table)?;
            if let Some(time) = executor.program().window_time(table) {
                rows = load_by_time(&mut reader, executor, time)?;
            }
            while let Some(frame) = reader.next_frame()? {
                if let Some(reason) = executor.load(frame).reason {
                    return Err(reader.refused(reason));
                }
                rows += 1;
                if rows % 4096 == 0 {
                    progress(bytes_before + reader.bytes_read());
                }
            }
            report.warnings.extend(reader.warning().map(LoadWarning::LastLine));
            bytes_before += reader.bytes_read();
            progress(bytes_before);
        } else {
            report.warnings.push(LoadWarning::NoFile { table: name.clone(), file: path });
        }
        report.rows.push((name, rows));
    }
    Ok(report)
}

fn file_of(folder: &Path, table: &TableDef) -> PathBuf {
    folder.join(format!("{}.csv", table.name))
}

/// The CSV files whose names are not tables, by name.
fn unclaimed_files(folder: &Path, program: &Program) -> Result<Vec<LoadWarning>, InputError> {
    let at = |e: std::io::Error| InputError::io(folder.display().to_string(), &e);
    let tables = || {
        let declared = program.declared_tables().iter().filter(|table| !table.is_derived());
        declared.map(|table| table.name.as_str())
    };
    let mut warnings = Vec::new();
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(at)? {
        paths.push(entry.map_err(at)?.path());
    }
    paths.sort();
    for path in paths {
        let is_csv = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv"));
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let is_exact = path.extension().is_some_and(|e| e == "csv");
        let is_known = stem == MODE || tables().any(|table| table == stem);
        if is_csv && path.is_file() && !(is_exact && is_known) {
            warnings.push(LoadWarning::NoTable {
                suggestion: nearest(&stem.to_ascii_lowercase(), tables()),
                file: path,
            });
        }
    }
    Ok(warnings)
}
