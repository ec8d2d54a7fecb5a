// SPDX-License-Identifier: Apache-2.0

//! `riskgate query`: SQL over the tables of a folder and over a journal, and the messages of a
//! journal as CSV, also while trading continues.
//!
//! `messages` shows the messages of one kind. `tables` and `events` load the tables of a folder and
//! the events of a journal for a query.

mod events;
mod messages;
mod tables;

use super::terminal::say;
use super::{Failure, Format, interrupted, programs};
use benches::executors::Engine;
use engine::program::Program;
use query::{Database, QueryError};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Ask with SQL about the tables of a folder and the events of a journal; or show the messages of a
/// journal as CSV, by message, field or verdict, also while `riskgate trade` writes it
#[derive(clap::Args)]
#[command(after_help = "The tables of a query are those of --data; parameter (parameter, value) \
                        and mode (rule, mode) of --data; and of --journal the table journal, with \
                        a row for each event, and a table for each message, with its fields. The \
                        columns of the journal are seq, session, verdict, rule, reason, warnings, \
                        effects and rule_set, and in journal also message.\n\n\
                        Example: riskgate query rules/broker.rules --data dump \\\n  \
                        \"select account_id, sum(price * quantity) from order_log group by 1\"")]
pub struct Args {
    /// Rule file
    file: PathBuf,
    /// Query
    #[arg(conflicts_with_all = ["message", "conditions", "verdict"])]
    select: Option<String>,
    /// Folder with TABLE.csv, such as `riskgate run --dump` writes it
    #[arg(long, value_name = "DIR", requires = "select")]
    data: Option<PathBuf>,
    /// Journal
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// Rule file that took over while the journal was written, as given to `riskgate trade`; repeat
    /// the option for each, in their order
    #[arg(long, value_name = "FILE")]
    then: Vec<PathBuf>,
    /// Message to show; the default is the only message of the rules, or trade_order
    #[arg(long)]
    message: Option<String>,
    /// Only messages with this value in a field, such as `account_id=3`; a value is written as in
    /// an events file, and none is NULL. Repeat for more conditions
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    conditions: Vec<String>,
    /// Only accepted or only rejected messages
    #[arg(long, value_parser = ["accept", "reject"])]
    verdict: Option<String>,
    /// Refuse a CSV file whose last line has no line end, because a file that was cut off can end
    /// in the middle of a number; without this option it is a warning
    #[arg(long, requires = "data")]
    strict: bool,
    /// Output format of a query: CSV, or JSON
    #[arg(long, value_enum, default_value_t, requires = "select")]
    format: Format,
}

impl Args {
    /// The rule set at a place, as it was given.
    fn rule_set(&self, place: usize) -> String {
        let file = match place.checked_sub(1) {
            None => &self.file,
            Some(place) => &self.then[place],
        };
        file.display().to_string()
    }
}

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

fn refused(error: QueryError) -> Failure {
    match interrupted() {
        true => Failure::Interrupted("the lines above are complete".into()),
        false => Failure::of(error),
    }
}
