// SPDX-License-Identifier: Apache-2.0

//! `riskgate why`: why one event got its verdict.
//!
//! `replay` makes the rows before the event, `probe` says what an expression is for it, `findings`
//! lists the rules that fail with their causes, and `nearest` the values that would pass.

mod args;
mod findings;
mod nearest;
mod probe;
mod replay;

pub use args::Args;

use super::rule_files::{parse, read};
use super::terminal::say;
use super::{Failure, Format, programs};
use engine::executor::Executor;
use engine::program::{FrameKind, Program};
use engine::schema::RuleId;
use engine::verdict::Verdict;
use files::cell::push_value;
use files::settings::Sent;
use findings::{Cause, Finding, findings};
use probe::Prober;
use replay::{Before, replay};
use serde_json::{Value, json};

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let program = programs::load(&args.file, &[])?;
    let parsed = parse(&args.file, read(&args.file)?)?.parsed;
    let Before { executor, frame } = replay(args, &program)?;
    let verdict = executor.clone().execute(&frame);
    let sent = Sent::of(&frame);
    let message = sent.name(&program);
    let prober = Prober { parsed: &parsed, before: &executor, frame: &frame, message };
    let mode_of = |rule: usize| executor.mode(RuleId(rule as u16));
    // The rules are not asked about a frame that is no message.
    let has_message =
        sent.message().is_some() && verdict.reason != Some(engine::verdict::Reason::Malformed);
    let found = match has_message {
        true => findings(&prober, &program, &mode_of),
        false => Vec::new(),
    };
    let fields = if has_message { fields(&program, sent, &frame) } else { Vec::new() };
    match args.format {
        Format::Text => {
            let head = (args.event, message);
            say!("{}", text(head, &fields, &program, &verdict, &found).trim_end());
        }
        Format::Json => {
            let rules: Vec<Value> = found.iter().map(finding_json).collect();
            let fields: serde_json::Map<String, Value> =
                fields.into_iter().map(|(name, value)| (name, json!(value))).collect();
            say!(
                "{:#}",
                json!({
                    "event": args.event,
                    "message": message,
                    "fields": fields,
                    "verdict": if verdict.is_accept() { "accept" } else { "reject" },
                    "rule": rule_name(&program, &verdict),
                    "reason": verdict.reason.map(|reason| reason.text()),
                    "rules": rules,
                })
            );
        }
    }
    Ok(())
}

fn rule_name<'p>(program: &'p Program, verdict: &Verdict) -> Option<&'p str> {
    verdict.rule.map(|rule| program.rules[usize::from(rule.0)].name.as_str())
}

/// The fields of a message with their values.
fn fields(program: &Program, sent: Sent, frame: &[u8]) -> Vec<(String, String)> {
    let Some(message) = sent.message() else { return Vec::new() };
    let kind = FrameKind::Message(message);
    let layout = program.layout(kind);
    let field = |(index, field): (usize, &engine::schema::ColumnDef)| {
        let mut text = String::new();
        if let Ok(value) = layout.read(frame, index) {
            push_value(&mut text, &value, field.ty);
        }
        let text = if text.is_empty() { "NULL".to_owned() } else { text };
        (field.name.clone(), text)
    };
    program.fields(kind).iter().enumerate().map(field).collect()
}

fn text(
    (event, message): (u32, &str),
    fields: &[(String, String)],
    program: &Program,
    verdict: &Verdict,
    found: &[Finding],
) -> String {
    let values: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    let mut text = format!("event {event}: {message} ({})\n", values.join(", "));
    text += &match (verdict.reason, rule_name(program, verdict)) {
        (None, _) => "accept\n".to_owned(),
        (Some(reason), Some(rule)) => format!("reject by rule `{rule}`: {reason}\n"),
        (Some(reason), None) => format!("reject by no rule: {reason}. {}\n", reason.meaning()),
    };
    if found.is_empty() {
        text += "no rule rejects or warns\n";
    }
    for finding in found {
        let Finding { rule, id, text: demand, place: (file, line), rejects, reason, .. } = finding;
        let does = if *rejects { "rejects" } else { "warns" };
        let id = id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        text += &format!("\n{file}:{line}: rule `{rule}`{id} {does}: {reason}\n");
        if let Some(demand) = demand {
            text += &format!("  {demand}\n");
        }
        finding.causes.iter().for_each(|cause| text += &cause_text(cause));
    }
    text
}

fn cause_text(cause: &Cause) -> String {
    let Cause { condition, wanted, found, sides, by } = cause;
    let by = by.as_ref().map(|by| format!(", by {by}")).unwrap_or_default();
    let mut text = format!("  {condition}\n    is {found}, and not {wanted}{by}\n");
    for side in sides {
        let passes = match &side.passes_with {
            Some(value) => format!("; passes with {value}"),
            None => String::new(),
        };
        if !side.is_literal {
            text += &format!("    {} = {}{passes}\n", side.expression, side.value);
        }
    }
    text
}

fn finding_json(finding: &Finding) -> Value {
    let causes = finding.causes.iter().map(|cause| {
        let sides = cause.sides.iter().map(|side| {
            json!({
                "expression": side.expression,
                "value": side.value,
                "passes_with": side.passes_with,
            })
        });
        json!({
            "condition": cause.condition,
            "wanted": cause.wanted,
            "found": cause.found,
            "by": cause.by,
            "sides": sides.collect::<Vec<_>>(),
        })
    });
    json!({
        "rule": finding.rule,
        "id": finding.id,
        "text": finding.text,
        "file": finding.place.0,
        "line": finding.place.1,
        "rejects": finding.rejects,
        "reason": finding.reason.text(),
        "causes": causes.collect::<Vec<_>>(),
    })
}
