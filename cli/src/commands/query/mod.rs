// SPDX-License-Identifier: Apache-2.0

//! `riskgate query`: SQL over the tables of a folder and over a journal, and the messages of a
//! journal as CSV, also while trading continues.
//!
//! `args` has the options. `messages` shows the messages of one kind. `tables` and `events` load
//! the tables of a folder and the events of a journal for a query.

mod args;
mod events;
mod failure;
mod messages;
mod tables;

pub use args::Args;

use super::terminal::say;
use super::{Failure, Format, programs};
use benches::executors::Engine;
use engine::program::Program;
use failure::refused;
use query::Database;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let rules: Vec<&Path> =
        [&args.file].into_iter().chain(&args.then).map(PathBuf::as_path).collect();
    let programs = programs::load_rule_sets(&rules, &[], Engine::Twin)?.programs;
    match (&args.select, &args.journal) {
        (Some(select), _) => run_select(args, select, &programs),
        (None, Some(journal)) => messages::run(args, journal, &programs),
        (None, None) => Err(Failure::of(
            "there is nothing to show: add --journal, or --data and a query such as \
             \"select count(*) from t\"",
        )),
    }
}

/// Loads what the query can be about, and answers it.
fn run_select(args: &Args, select: &str, programs: &[Arc<Program>]) -> Result<(), Failure> {
    let Some(last) = programs.last() else { return Ok(()) };
    let mut database = Database::new(last.zone).map_err(refused)?;
    if args.data.is_none() && args.journal.is_none() {
        return Err(Failure::of("a query needs --data, --journal, or both"));
    }
    database.begin().map_err(refused)?;
    if let Some(folder) = &args.data {
        tables::load(&mut database, folder, last, select, args.strict)?;
    }
    if let Some(journal) = &args.journal {
        events::load(&mut database, journal, programs, args)?;
    }
    database.commit().map_err(refused)?;
    match args.format {
        Format::Text => csv(&database, select),
        Format::Json => as_json(&database, select),
    }
}

fn csv(database: &Database, select: &str) -> Result<(), Failure> {
    let mut shown = Ok(());
    let answered = database.query(select, &mut |cells| {
        if shown.is_ok() {
            shown = show(&cells.join(","));
        }
        shown.is_ok()
    });
    shown.and(answered.map_err(refused))
}

fn show(line: &str) -> Result<(), Failure> {
    say!("{line}");
    Ok(())
}

/// The columns with their types, and the rows. NULL is null, and all other cells are texts.
fn as_json(database: &Database, select: &str) -> Result<(), Failure> {
    let columns = database.columns(select).map_err(refused)?;
    let mut rows: Vec<Value> = Vec::new();
    let mut is_header = true;
    database
        .query(select, &mut |cells| {
            if !std::mem::take(&mut is_header) {
                let cell = |cell: &String| match cell.as_str() {
                    "" => Value::Null,
                    text => json!(unquoted(text)),
                };
                rows.push(Value::Array(cells.iter().map(cell).collect()));
            }
            true
        })
        .map_err(refused)?;
    let columns =
        columns.iter().map(|column| json!({ "name": column.name, "type": column.ty.to_string() }));
    say!("{:#}", json!({ "columns": columns.collect::<Vec<_>>(), "rows": rows }));
    Ok(())
}

/// A cell without the quotes of CSV.
fn unquoted(cell: &str) -> String {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or(cell.to_owned(), |inner| inner.replace("\"\"", "\""))
}
