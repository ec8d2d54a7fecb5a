// SPDX-License-Identifier: Apache-2.0

//! `riskgate query`: the messages of a journal as CSV, also while trading continues.

use super::terminal::say;
use super::{Failure, interrupted, programs};
use benches::executors::Engine;
use engine::frame::{FieldValue, Layout};
use engine::program::{FrameKind, Program};
use engine::schema::{ColumnDef, MessageId};
use engine::shell::{LogKind, LogRecord};
use files::cell::push_value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testbed::trade::{Judged, Judges, message_of, records};

/// Show the messages of a journal as CSV, by message, field or verdict; also while `riskgate trade`
/// writes it
#[derive(clap::Args)]
pub struct Args {
    /// Rule file
    file: PathBuf,
    /// Journal
    #[arg(long, value_name = "FILE")]
    journal: PathBuf,
    /// Rule file that took over while the journal was written, as given to `riskgate trade`; repeat
    /// the option for each, in their order
    #[arg(long, value_name = "FILE")]
    then: Vec<PathBuf>,
    /// Message to show
    #[arg(long, default_value = "trade_order")]
    message: String,
    /// Only messages with this value in a field, such as `account_id=3`; repeat for more conditions
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    conditions: Vec<String>,
    /// Only accepted or only rejected messages
    #[arg(long, value_parser = ["accept", "reject"])]
    verdict: Option<String>,
}

/// A message in a program, as it is shown.
struct Shown {
    message: MessageId,
    layout: Layout,
}

impl Shown {
    fn new(program: &Program, name: &str) -> Option<Shown> {
        let message = program.message(name)?;
        let layout = program.layout(FrameKind::Message(message));
        Some(Shown { message, layout })
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let rules: Vec<&Path> =
        [&args.file].into_iter().chain(&args.then).map(PathBuf::as_path).collect();
    let programs = programs::load_rule_sets(&rules, &[], Engine::Twin)?.programs;
    let mut judges = Judges::new(&programs);
    // A message has the same fields in all programs that have it, and perhaps another number.
    let shown = programs.iter().map(|program| Shown::new(program, &args.message));
    let shown: Vec<Option<Shown>> = shown.collect();
    let fields = fields(&programs, args)?;
    let conditions = args.conditions.iter().map(|text| condition(text, fields, &args.message));
    let conditions = conditions.collect::<Result<Vec<_>, Failure>>()?;
    let header: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    say!("seq,session,{},verdict,rule,reason", header.join(","));
    for record in records(&args.journal, &programs[0]).map_err(Failure::of)? {
        let record = record.map_err(Failure::of)?;
        let in_force = judges.in_force();
        let Some(judged) = judges.note(&record).map_err(Failure::of)? else { continue };
        let Some(Shown { message, layout }) = &shown[in_force] else { continue };
        let verdict = judged.verdict;
        let wanted = args
            .verdict
            .as_deref()
            .is_none_or(|wanted| (wanted == "accept") == verdict.is_accept());
        if judged.kind != LogKind::Message
            || message_of(&record) != *message
            || !wanted
            || layout.check_header(record.frame()).is_err()
        {
            continue;
        }
        let cells: Vec<String> =
            (0..layout.field_count()).map(|field| cell(layout, &record, field)).collect();
        if conditions.iter().all(|(field, value)| cells[*field] == **value) {
            say!("{}", line(&judged, &record, &cells));
        }
        if interrupted() {
            return Err(Failure::Interrupted("the lines above are complete".into()));
        }
    }
    Ok(())
}

/// The fields of the message that is to be shown.
fn fields<'p>(programs: &'p [Arc<Program>], args: &Args) -> Result<&'p [ColumnDef], Failure> {
    let messages = || programs.iter().flat_map(|program| program.declared_messages());
    let found = messages().find(|message| message.name == args.message);
    found.map(|message| &message.fields[..]).ok_or_else(|| {
        let mut names: Vec<&str> = Vec::new();
        for message in messages() {
            if !names.contains(&message.name.as_str()) {
                names.push(&message.name);
            }
        }
        let (name, names) = (&args.message, names.join(", "));
        Failure::of(format!("unknown message `{name}`; the messages are {names}"))
    })
}

/// The field and the value of a condition `FIELD=VALUE`.
fn condition<'c>(
    text: &'c str,
    fields: &[ColumnDef],
    message: &str,
) -> Result<(usize, &'c str), Failure> {
    let (name, value) = text
        .split_once('=')
        .ok_or_else(|| Failure::of(format!("`{text}` is not a condition; write FIELD=VALUE")))?;
    let field = fields.iter().position(|field| field.name == name).ok_or_else(|| {
        let fields: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
        Failure::of(format!(
            "`{message}` has no field `{name}`; its fields are {}",
            fields.join(", ")
        ))
    })?;
    Ok((field, value))
}

fn cell(layout: &Layout, record: &LogRecord, field: usize) -> String {
    let mut text = String::new();
    // The engine answered this frame. A field that cannot be parsed made it malformed and is shown
    // empty.
    let value = layout.read(record.frame(), field).unwrap_or(FieldValue::Null);
    push_value(&mut text, &value, layout.field_type(field));
    text
}

fn line(judged: &Judged<'_>, record: &LogRecord, cells: &[String]) -> String {
    let Judged { event, program, verdict, .. } = judged;
    let rule = verdict.rule.map_or("", |rule| program.rules[usize::from(rule.0)].name.as_str());
    let reason = verdict.reason.map_or("", |reason| reason.text());
    let said = if verdict.is_accept() { "accept" } else { "reject" };
    format!("{event},{},{},{said},{rule},{reason}", record.session, cells.join(","))
}
