// SPDX-License-Identifier: Apache-2.0

//! `riskgate diff`: what a change of rules changes.
//!
//! `items` compares the items of two rule files, and `written` finds what only one of them writes.

mod items;
mod written;

use super::rule_files::{parse, read};
use super::terminal::say;
use super::{Failure, Format, programs};
use benches::executors::Engine;
use engine::change::{Plan, Refused};
use engine::program::{FrameKind, Program};
use items::{Change, changes};
use rulec::source::Parsed;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Show what a change of rules changes.
#[derive(clap::Args)]
#[command(after_help = "Comments, white space and the order of items other than rules make no \
                        difference. The exit code is 0 also if the files differ.")]
pub struct Args {
    /// Rule file
    old: PathBuf,
    /// Rule file that replaces it
    new: PathBuf,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How the new rules can replace the old ones during trading.
enum Takeover {
    /// They are one family.
    Family,
    /// By a change of the definitions.
    Change,
    /// They cannot, and why.
    Refused(String),
}

/// A message whose verdict takes another time.
struct Latency {
    message: String,
    cycles: [u16; 2],
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let files = [&args.old, &args.new].map(|path| path.as_path());
    let [old, new] = files.map(|path| Ok(parse(path, read(path)?)?.parsed));
    let (old, new): (Parsed, Parsed) = (old?, new?);
    let [before, after] = files.map(|path| programs::load(path, &[]));
    let (before, after) = (before?, after?);
    let latencies = latencies(&before, &after);
    let takeover = takeover(files)?;
    let unwritten = match takeover {
        Takeover::Refused(_) => Vec::new(),
        Takeover::Family | Takeover::Change => written::unwritten(&old.file, &new.file),
    };
    let changes = changes(&old.file, &new.file);
    match args.format {
        Format::Text => {
            say!("{}", text(args, &changes, &latencies, &takeover, &unwritten).trim_end());
        }
        Format::Json => {
            let (takeover, why) = match &takeover {
                Takeover::Family => ("family", None),
                Takeover::Change => ("change", None),
                Takeover::Refused(why) => ("refused", Some(why)),
            };
            let latencies = latencies.iter().map(|Latency { message, cycles: [old, new] }| {
                json!({ "message": message, "old_cycles": old, "new_cycles": new })
            });
            say!(
                "{:#}",
                json!({
                    "changes": changes.iter().map(change_json).collect::<Vec<_>>(),
                    "latencies": latencies.collect::<Vec<_>>(),
                    "takeover": takeover,
                    "why": why,
                    "warnings": unwritten,
                })
            );
        }
    }
    Ok(())
}

fn latencies(old: &Program, new: &Program) -> Vec<Latency> {
    let cycles = |program: &Program, name: &str| {
        let kind = FrameKind::Message(program.message(name)?);
        Some(program.transactions[program.transaction_index(kind)].verdict_cycles)
    };
    let declared = old.declared_messages().iter();
    let of_both = declared.filter_map(|message| {
        let cycles = [cycles(old, &message.name)?, cycles(new, &message.name)?];
        Some(Latency { message: message.name.clone(), cycles })
    });
    of_both.filter(|latency| latency.cycles[0] != latency.cycles[1]).collect()
}

fn takeover(files: [&Path; 2]) -> Result<Takeover, Failure> {
    match programs::load_rule_sets(&files, &[], Engine::Twin) {
        Ok(sets) if sets.changes.is_empty() => Ok(Takeover::Family),
        Ok(sets) => Ok(match Plan::new(&sets.programs[0], &sets.programs[1]) {
            Ok(_) => Takeover::Change,
            Err(refusals) => Takeover::Refused(Refused::Changes(refusals).to_string()),
        }),
        Err(Failure::Refused(why)) => Ok(Takeover::Refused(why)),
        Err(failure) => Err(failure),
    }
}

fn text(
    Args { old, new, .. }: &Args,
    changes: &[Change],
    latencies: &[Latency],
    takeover: &Takeover,
    unwritten: &[String],
) -> String {
    let (old, new) = (old.display(), new.display());
    if changes.is_empty() {
        return format!("{old} and {new} have the same items");
    }
    let mut text = String::new();
    for Change { kind, name, how, lines, used_by } in changes {
        text += &format!("{kind} `{name}`: {}\n", how.text());
        for (sign, line) in lines {
            text += &format!("  {sign} {line}\n");
        }
        if !used_by.is_empty() {
            text += &format!("  used by {}\n", used_by.join(", "));
        }
        text.push('\n');
    }
    if !latencies.is_empty() {
        text += "cycles from a message to its verdict\n";
        for Latency { message, cycles: [old, new] } in latencies {
            text += &format!("  {message}: {old}, now {new}\n");
        }
        text.push('\n');
    }
    text += &match takeover {
        Takeover::Family => {
            format!("{new} can take over from {old} during trading, also in hardware\n")
        }
        Takeover::Change => format!("{new} can take over from {old} during trading, in software\n"),
        Takeover::Refused(why) => {
            format!("{new} cannot take over from {old} during trading:\n{why}\n")
        }
    };
    for warning in unwritten {
        text += &format!("warning: {warning}\n");
    }
    text
}

fn change_json(Change { kind, name, how, lines, used_by }: &Change) -> Value {
    let lines: Vec<String> = lines.iter().map(|(sign, line)| format!("{sign} {line}")).collect();
    json!({ "kind": kind, "name": name, "how": how.text(), "lines": lines, "used_by": used_by })
}
