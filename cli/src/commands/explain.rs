// SPDX-License-Identifier: Apache-2.0

//! `riskgate explain`: the tables, plans, schedules and latencies of a program.

use super::terminal::say;
use super::{Failure, Format, programs};
use engine::program::{Entry, FrameKind, Program};
use engine::schema::ColumnId;
use rulec::listing;
use serde_json::json;
use std::path::PathBuf;

/// Show the tables, plans, schedules and latencies of a rule file or program image.
#[derive(clap::Args)]
pub struct Args {
    /// Rule file or program image
    file: PathBuf,
    /// Only tables, plans, latencies and use of the machine, without the schedules
    #[arg(long)]
    summary: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let program = programs::load(&args.file, &[])?;
    if args.format == Format::Json {
        say!("{:#}", as_json(&program));
        return Ok(());
    }
    say!("Tables\n\n{}", listing::tables(&program));
    if !program.jobs.is_empty() {
        say!("Jobs\n\n{}", listing::jobs(&program));
    }
    say!("Latency of each message, from its first beat\n\n{}", listing::latencies(&program));
    say!("Plan of each message\n");
    for kind in program.frame_kinds().filter(|kind| matches!(kind, FrameKind::Message(_))) {
        say!("{}", listing::plan(&program, kind));
    }
    say!("Use of the machine\n\n{}", listing::resources(&program));
    if !args.summary {
        say!("Schedules, cycle by cycle\n");
        for kind in program.frame_kinds() {
            say!("{}", listing::schedule(&program, kind));
        }
    }
    Ok(())
}

fn as_json(program: &Program) -> serde_json::Value {
    let tables: Vec<_> = program
        .tables
        .iter()
        .map(|table| {
            let key = table.key.iter().map(|c| &table.columns[usize::from(c.0)].name);
            let columns = (0..).map(ColumnId).zip(&table.columns).map(|(id, c)| {
                let default = table.default_of(id).map(|v| listing::default_text(v, c.ty));
                json!({
                    "name": c.name,
                    "type": c.ty.to_string(),
                    "nullable": c.nullable,
                    "default": default,
                    "kind": format!("{:?}", c.kind),
                })
            });
            json!({
                "name": table.name,
                "rows_max": table.rows_max,
                "key": key.collect::<Vec<_>>(),
                "columns": columns.collect::<Vec<_>>(),
                "hidden": table.hidden.as_ref().map(|h| &h.definition),
            })
        })
        .collect();
    let releases = engine::overlap::releases(program);
    let transactions: Vec<_> = program
        .frame_kinds()
        .map(|kind| {
            let transaction = &program.transactions[program.transaction_index(kind)];
            json!({
                "name": listing::name(program, kind),
                "verdict_cycles": transaction.verdict_cycles,
                "effects_cycles": transaction.effects_cycles(),
                "release_cycles": releases[program.transaction_index(kind)].cycles,
                "commit_cycles": transaction.commit_cycles,
                "instructions": transaction.instructions.len(),
                "rules": transaction.entries.iter().filter_map(|e| match e {
                    Entry::Rule(rule) => Some(&program.rules[usize::from(rule.0)].name),
                    Entry::Check(_) | Entry::RuleCheck(..) => None,
                }).collect::<Vec<_>>(),
            })
        })
        .collect();
    let jobs = program.jobs.iter().map(|job| {
        let message = |id| listing::name(program, FrameKind::Message(id));
        json!({
            "name": job.name,
            "table": program.tables[usize::from(job.table.0)].name,
            "step": message(job.step),
            "where": job.select.map(message),
        })
    });
    let jobs: Vec<_> = jobs.collect();
    json!({ "tables": tables, "jobs": jobs, "transactions": transactions })
}
