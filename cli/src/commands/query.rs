// SPDX-License-Identifier: Apache-2.0

//! `riskgate query`: what a journal holds, as CSV, also while trading goes on.

use super::terminal::say;
use super::{Failure, interrupted, programs};
use engine::frame::{FieldValue, Layout};
use engine::program::FrameKind;
use engine::shell::{LogKind, LogRecord};
use files::cell::push_value;
use std::path::{Path, PathBuf};
use testbed::trade::{Judged, Judges, message_of, records};

/// Show what a journal holds of a message, an account, a verdict, as CSV; also while `riskgate
/// trade` writes it
#[derive(clap::Args)]
pub struct Args {
    /// The rule file
    file: PathBuf,
    /// The journal
    #[arg(long, value_name = "FILE")]
    journal: PathBuf,
    /// A rule file that took over while the journal was written, as `riskgate trade` was given it;
    /// all of them, in their order
    #[arg(long, value_name = "FILE")]
    then: Vec<PathBuf>,
    /// Only this message
    #[arg(long, default_value = "trade_order")]
    message: String,
    /// Only where a field has a value, as in `account_id=3`; all of them, if there are several
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    conditions: Vec<String>,
    /// Only accepted ones, or only rejected ones
    #[arg(long, value_parser = ["accept", "reject"])]
    verdict: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let rules: Vec<&Path> =
        [&args.file].into_iter().chain(&args.then).map(PathBuf::as_path).collect();
    let programs = programs::load_family(&rules)?;
    // Messages and their fields are the same in all of them.
    let program = &programs[0];
    let mut judges = Judges::new(&programs);
    let names = || {
        program.messages.iter().map(|message| message.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let message = program.message(&args.message).ok_or_else(|| {
        Failure::of(format!("no message is called `{}`; there are {}", args.message, names()))
    })?;
    let fields = &program.messages[usize::from(message.0)].fields;
    let layout = Layout::new(message.0 as u8, program.fields(FrameKind::Message(message)));
    let mut conditions = Vec::new();
    for condition in &args.conditions {
        let (name, value) = condition.split_once('=').ok_or_else(|| {
            Failure::of(format!("`{condition}` is no condition; write FIELD=VALUE"))
        })?;
        let field = fields.iter().position(|field| field.name == name).ok_or_else(|| {
            let fields: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
            Failure::of(format!(
                "`{}` has no field `{name}`; it has {}",
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
            return Err(Failure::Interrupted("what stands above is complete".into()));
        }
    }
    Ok(())
}

fn cell(layout: &Layout, record: &LogRecord, field: usize) -> String {
    let mut text = String::new();
    // The engine has answered the frame; a field that does not parse has made it malformed, and
    // shows nothing.
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
