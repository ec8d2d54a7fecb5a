// SPDX-License-Identifier: Apache-2.0

//! `riskgate query`: the messages of a journal as CSV, also while trading continues.

use super::terminal::say;
use super::{Failure, interrupted, programs};
use benches::executors::Engine;
use engine::frame::{FieldValue, Layout};
use engine::program::FrameKind;
use engine::shell::{LogKind, LogRecord};
use files::cell::push_value;
use std::path::{Path, PathBuf};
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

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let rules: Vec<&Path> =
        [&args.file].into_iter().chain(&args.then).map(PathBuf::as_path).collect();
    let programs = programs::load_family(&rules, &[], Engine::Twin)?;
    // All programs have the same messages and fields.
    let program = &programs[0];
    let mut judges = Judges::new(&programs);
    let names = || {
        program
            .declared_messages()
            .iter()
            .map(|message| message.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let message = program.message(&args.message).ok_or_else(|| {
        let (name, names) = (&args.message, names());
        Failure::of(format!("unknown message `{name}`; the messages are {names}"))
    })?;
    let fields = &program.messages[usize::from(message.0)].fields;
    let layout = program.layout(FrameKind::Message(message));
    let mut conditions = Vec::new();
    for condition in &args.conditions {
        let (name, value) = condition.split_once('=').ok_or_else(|| {
            Failure::of(format!("`{condition}` is not a condition; write FIELD=VALUE"))
        })?;
        let field = fields.iter().position(|field| field.name == name).ok_or_else(|| {
            let fields: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
            Failure::of(format!(
                "`{}` has no field `{name}`; its fields are {}",
                args.message,
                fields.join(", ")
            ))
        })?;
        conditions.push((field, value));
    }
    let header: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    say!("seq,session,{},verdict,rule,reason", header.join(","));
    for record in records(&args.journal, program).map_err(Failure::of)? {
        let record = record.map_err(Failure::of)?;
        let Some(judged) = judges.note(&record).map_err(Failure::of)? else { continue };
        let verdict = judged.verdict;
        let wanted = args
            .verdict
            .as_deref()
            .is_none_or(|wanted| (wanted == "accept") == verdict.is_accept());
        if judged.kind != LogKind::Message
            || message_of(&record) != message
            || !wanted
            || layout.check_header(record.frame()).is_err()
        {
            continue;
        }
        let cells: Vec<String> =
            (0..layout.field_count()).map(|field| cell(&layout, &record, field)).collect();
        if conditions.iter().all(|(field, value)| cells[*field] == **value) {
            say!("{}", line(&judged, &record, &cells));
        }
        if interrupted() {
            return Err(Failure::Interrupted("the lines above are complete".into()));
        }
    }
    Ok(())
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
