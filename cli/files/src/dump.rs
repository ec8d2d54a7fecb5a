// SPDX-License-Identifier: Apache-2.0

//! The tables of an executor as files: `DIR/TABLE.csv` for declared tables, `DIR/hidden/NAME.csv`
//! for hidden ones.
//!
//! Modes of rules and parameters have separate files, see [`crate::settings`]. Rows are in key
//! order. The file of a declared table can be read back: NULL is empty, the empty
//! string is `""`, decimals keep their scale. In hidden tables a sum is a number, and the levels of
//! a `min` or `max` are `value*count`, joined by blanks.

use crate::cell::{push_cell, push_text};
use crate::output::{OutputError, OutputFile, create_folder, finish_all};
use crate::settings::{has_changed_mode, is_parameter_table, parameter_lines, write_modes};
use engine::executor::Executor;
use engine::schema::TableId;
use std::path::Path;

/// Writes every table into `folder` and creates the folder. The modes of rules are written if one
/// differs from what its rule declares, or if `has_modes`. `progress` is called with the number of
/// rows written so far. The files get their names when all of them are complete, so that a folder
/// never has tables of two runs.
///
/// # Errors
/// If a file cannot be written.
pub fn dump_tables(
    executor: &dyn Executor,
    folder: &Path,
    has_modes: bool,
    progress: &mut dyn FnMut(u64),
) -> Result<(), OutputError> {
    create_folder(folder)?;
    let mut files = Vec::with_capacity(executor.program().tables.len());
    let hidden_folder = folder.join("hidden");
    let mut rows = 0;
    for (i, table) in executor.program().tables.iter().enumerate() {
        let name = format!("{}.csv", table.name);
        let path = if table.is_derived() {
            create_folder(&hidden_folder)?;
            hidden_folder.join(name)
        } else {
            folder.join(name)
        };
        let mut file = OutputFile::create(&path)?;
        let mut result = Ok(());
        write_table(executor, TableId(i as u16), &mut |text| {
            // The visit cannot be stopped; after an error the remaining rows are ignored.
            if result.is_ok() {
                result = file.put(text.as_bytes());
            }
            rows += 1;
            if rows % 4096 == 0 {
                progress(rows);
            }
        });
        result?;
        files.push(file);
    }
    progress(rows);
    if has_modes || has_changed_mode(executor) {
        files.push(write_modes(executor, folder)?);
    }
    finish_all(files)
}

/// Passes a table to `put` as lines of CSV: its header, then its rows in key order. The table of
/// the parameters has a row for each parameter.
pub fn write_table(executor: &dyn Executor, table: TableId, put: &mut dyn FnMut(&str)) {
    if is_parameter_table(executor.program(), table) {
        return parameter_lines(executor, table, put);
    }
    let columns = &executor.program().tables[usize::from(table.0)].columns;
    let mut line = String::new();
    for (i, column) in columns.iter().enumerate() {
        if i > 0 {
            line.push(',');
        }
        push_text(&mut line, &column.name);
    }
    line.push('\n');
    put(&line);
    executor.visit_rows(table, &mut |row| {
        line.clear();
        for (i, (cell, column)) in row.iter().zip(columns).enumerate() {
            if i > 0 {
                line.push(',');
            }
            push_cell(&mut line, cell, column);
        }
        line.push('\n');
        put(&line);
    });
}
