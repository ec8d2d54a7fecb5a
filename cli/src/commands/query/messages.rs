// SPDX-License-Identifier: Apache-2.0

//! The messages of one kind in a journal, as CSV.

use super::super::terminal::say;
use super::super::{Failure, interrupted};
use super::args::Args;
use engine::calendar::Zone;
use engine::frame::{FieldValue, Layout};
use engine::parameter::MESSAGE_PREFIX;
use engine::program::{FrameKind, Program};
use engine::schema::{ColumnDef, MessageId};
use engine::shell::{LogKind, LogRecord};
use files::cell::{parse, push_text, push_value};
use files::csv_input::RawCell;
use std::path::Path;
use std::sync::Arc;
use testbed::trade::{Judged, Judges, message_of, records};

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

/// Shows the messages of a journal that `programs` wrote, in the order of their rule files.
pub fn run(args: &Args, journal: &Path, programs: &[Arc<Program>]) -> Result<(), Failure> {
    let mut judges = Judges::new(programs);
    let name = message_name(args, programs)?;
    // A message has the same fields in all programs that have it, and perhaps another number.
    let shown = programs.iter().map(|program| Shown::new(program, name));
    let shown: Vec<Option<Shown>> = shown.collect();
    let fields = fields(programs, name)?;
    let zone = programs.last().map_or(Zone::UTC, |program| program.zone);
    let conditions = args.conditions.iter().map(|text| condition(text, fields, name, zone));
    let conditions = conditions.collect::<Result<Vec<_>, Failure>>()?;
    let header: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    say!("seq,session,{},verdict,rule,reason,rule_set", header.join(","));
    for record in records(journal, &programs[0]).map_err(Failure::of)? {
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
        let is_met =
            |(field, value): &(usize, FieldValue<'_>)| value_of(layout, &record, *field) == *value;
        if conditions.iter().all(is_met) {
            let cells = (0..layout.field_count()).map(|field| cell(layout, &record, field));
            let mut rule_set = String::new();
            push_text(&mut rule_set, &args.rule_set(in_force));
            say!("{},{rule_set}", line(&judged, &record, &cells.collect::<Vec<_>>()));
        }
        if interrupted() {
            return Err(Failure::Interrupted("the lines above are complete".into()));
        }
    }
    Ok(())
}

/// The message that is asked for, or the one that the rules have; the broker's rules have several,
/// and there it is the order.
fn message_name<'a>(args: &'a Args, programs: &'a [Arc<Program>]) -> Result<&'a str, Failure> {
    const ORDER: &str = "trade_order";
    if let Some(name) = &args.message {
        return Ok(name);
    }
    match names(programs)[..] {
        [only] => Ok(only),
        ref names if names.contains(&ORDER) => Ok(ORDER),
        ref names => Err(Failure::of(format!(
            "add --message: the messages of these rules are {}",
            names.join(", ")
        ))),
    }
}

/// The names of all messages, each once.
fn names(programs: &[Arc<Program>]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for message in programs.iter().flat_map(|program| program.declared_messages()) {
        if !names.contains(&message.name.as_str()) && !message.name.starts_with(MESSAGE_PREFIX) {
            names.push(&message.name);
        }
    }
    names
}

/// The fields of the message that is to be shown.
fn fields<'p>(programs: &'p [Arc<Program>], name: &str) -> Result<&'p [ColumnDef], Failure> {
    let mut messages = programs.iter().flat_map(|program| program.declared_messages());
    let found = messages.find(|message| message.name == name);
    found.map(|message| &message.fields[..]).ok_or_else(|| {
        let names = names(programs).join(", ");
        Failure::of(format!("unknown message `{name}`; the messages are {names}"))
    })
}

/// The field and the value of a condition `FIELD=VALUE`. The value is read as a cell of an events
/// file, so that one without any text is NULL.
fn condition<'c>(
    text: &'c str,
    fields: &[ColumnDef],
    message: &str,
    zone: Zone,
) -> Result<(usize, FieldValue<'c>), Failure> {
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
    let (quoted, bare) = match value {
        "\"\"" => (true, ""),
        value => (false, value),
    };
    let value = parse(RawCell { text: bare, quoted }, fields[field].ty, zone);
    let value = value.map_err(|problem| {
        let help = problem.remedy().map(|help| format!("\n  help: {help}")).unwrap_or_default();
        Failure::of(format!("--where {text}: {problem}{help}"))
    })?;
    Ok((field, value))
}

/// A field of a message. One that cannot be parsed made it malformed and is NULL here.
fn value_of<'r>(layout: &Layout, record: &'r LogRecord, field: usize) -> FieldValue<'r> {
    layout.read(record.frame(), field).unwrap_or(FieldValue::Null)
}

fn cell(layout: &Layout, record: &LogRecord, field: usize) -> String {
    let mut text = String::new();
    push_value(&mut text, &value_of(layout, record, field), layout.field_type(field));
    text
}

fn line(judged: &Judged<'_>, record: &LogRecord, cells: &[String]) -> String {
    let Judged { event, program, verdict, .. } = judged;
    let rule = verdict.rule.map_or("", |rule| program.rules[usize::from(rule.0)].name.as_str());
    let reason = verdict.reason.map_or("", |reason| reason.text());
    let said = if verdict.is_accept() { "accept" } else { "reject" };
    format!("{event},{},{},{said},{rule},{reason}", record.session, cells.join(","))
}
