// SPDX-License-Identifier: Apache-2.0

//! Listings: the parts of a program, as text for people.
//!
//! A listing needs only the program. It shows the tables and hidden tables, the latency of every
//! message, and the schedule cycle by cycle.

mod names;

use crate::print::literal;
use engine::calendar::{push_date, push_time};
use engine::isa::{Instruction, Opcode, Space, UnitClass};
use engine::job::JobDef;
use engine::machine;
use engine::overlap;
use engine::program::{Entry, FrameKind, Program, Transaction};
use engine::schema::{ColumnDef, ColumnId, ColumnKind, DefaultValue, TableDef, Type};
use names::Names;
use std::fmt::Write;

/// Tables and hidden tables with their capacities.
pub fn tables(program: &Program) -> String {
    let mut text = String::new();
    for table in &program.tables {
        let columns = (0..).map(ColumnId).zip(&table.columns);
        let columns: Vec<String> = columns.map(|(id, c)| column(table, id, c)).collect();
        let key: Vec<&str> =
            table.key.iter().map(|c| table.columns[usize::from(c.0)].name.as_str()).collect();
        let kind = if table.hidden.is_some() { "hidden table" } else { "table" };
        _ = writeln!(
            text,
            "{kind} {}: {}, {}",
            table.name,
            count(table.rows_max as usize, "row"),
            match key.as_slice() {
                [] => "no key".to_owned(),
                key => format!("key ({})", key.join(", ")),
            }
        );
        if let Some(hidden) = &table.hidden {
            _ = writeln!(text, "    keeps {}", hidden.definition);
        }
        _ = writeln!(text, "    {}", columns.join(", "));
    }
    text
}

/// A number of things, with the word for them.
fn count(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}

fn column(table: &TableDef, id: ColumnId, column: &ColumnDef) -> String {
    let null = if column.nullable || table.hidden.is_some() { "" } else { " not null" };
    let default = table.default_of(id).map(|value| default_text(value, column.ty));
    let default = default.map_or(String::new(), |value| format!(" default {value}"));
    match column.kind {
        ColumnKind::Data => format!("{} {}{null}{default}", column.name, column.ty),
        kind => format!("{} {:?} {}", column.name, kind, column.ty),
    }
}

/// The default of a column of a type, as a rule file can have it.
pub fn default_text(value: &DefaultValue, ty: Type) -> String {
    let number = match value {
        DefaultValue::Text(text) => return literal(text),
        DefaultValue::Number(number) => *number,
    };
    let mut text = String::new();
    match ty {
        Type::Boolean => return (number != 0).to_string(),
        Type::Date => push_date(&mut text, number as i32),
        Type::Time => push_time(&mut text, number),
        _ => return plain_number(number, ty.scale()),
    }
    literal(&text)
}

/// A number with digits after the point.
fn plain_number(number: i64, scale: u8) -> String {
    if scale == 0 {
        return number.to_string();
    }
    let (sign, unit) = (if number < 0 { "-" } else { "" }, 10_u64.pow(scale.into()));
    let (whole, rest) = (number.unsigned_abs() / unit, number.unsigned_abs() % unit);
    format!("{sign}{whole}.{rest:0width$}", width = scale.into())
}

/// The jobs, each with the rows that it visits; empty if there are none.
pub fn jobs(program: &Program) -> String {
    let mut text = String::new();
    for job in &program.jobs {
        let table = &program.tables[usize::from(job.table.0)].name;
        let which = if job.select.is_some() { "that meets its `where`" } else { "" };
        let line = format!("job {}: a step for each row of {table} {which}", job.name);
        _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

/// The latencies of every message: until its verdict, until the next message can start, and until
/// its commit is done. They are in cycles and, at the stated clock, in nanoseconds.
pub fn latencies(program: &Program) -> String {
    let mut text = format!(
        "{:<24} {:>6} {:>7} {:>13} {:>9} {:>13} {:>9} {:>13} {:>9}\n",
        "message", "rules", "checks", "verdict", "", "next", "", "commit", ""
    );
    let releases = overlap::releases(program);
    for kind in program.frame_kinds() {
        let transaction = &program.transactions[program.transaction_index(kind)];
        let release = releases[program.transaction_index(kind)].cycles;
        let rules = transaction.entries.iter().filter(|e| matches!(e, Entry::Rule(_))).count();
        _ = writeln!(
            text,
            "{:<24} {:>6} {:>7} {:>6} cycles {:>6.0} ns {:>6} cycles {:>6.0} ns {:>6} cycles \
             {:>6.0} ns",
            name(program, kind),
            rules,
            transaction.entries.len() - rules,
            transaction.verdict_cycles,
            machine::nanoseconds(transaction.verdict_cycles),
            release,
            machine::nanoseconds(release),
            transaction.commit_cycles,
            machine::nanoseconds(transaction.commit_cycles),
        );
    }
    text
}

/// The latency of one kind of frame in a line, as [`latencies`] has it in a table.
pub fn latency(program: &Program, kind: FrameKind) -> String {
    let index = program.transaction_index(kind);
    let transaction = &program.transactions[index];
    let release = overlap::releases(program)[index].cycles;
    let time = |cycles| format!("{cycles} cycles ({:.0} ns)", machine::nanoseconds(cycles));
    format!(
        "verdict after {}, next message after {}, commit after {}",
        time(transaction.verdict_cycles),
        time(release),
        time(transaction.commit_cycles)
    )
}

/// The plan of one transaction: the rows that it looks up and reads, the rules and checks that it
/// evaluates, and its changes.
pub fn plan(program: &Program, kind: FrameKind) -> String {
    let transaction = &program.transactions[program.transaction_index(kind)];
    let names = Names::new(program, kind, transaction);
    let instructions = &transaction.instructions;
    let mut steps: Vec<String> = Vec::new();
    for one in instructions {
        if let Some(step) = read_step(&names, instructions, one)
            && (one.opcode == Opcode::Scan || !steps.contains(&step))
        {
            steps.push(step);
        }
    }
    steps.push(judge_step(program, transaction));
    for step in instructions.iter().filter_map(|one| change_step(program, instructions, one)) {
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    let mut text = format!("{}\n", name(program, kind));
    for step in steps {
        _ = writeln!(text, "    {step}");
    }
    text
}

/// The step of an instruction that looks up or reads a row.
fn read_step(names: &Names<'_>, all: &[Instruction], one: &Instruction) -> Option<String> {
    let table = names.program.tables.get(usize::from(one.unit))?;
    match one.opcode {
        Opcode::Lookup => {
            let part = |(column, value): (&ColumnId, String)| {
                format!("{} = {value}", table.columns[usize::from(column.0)].name)
            };
            let key: Vec<String> = table.key.iter().zip(names.key(all, one)).map(part).collect();
            Some(match key.as_slice() {
                [] => format!("look up the group of {}", table.name),
                key => format!("look up {} by {}", table.name, key.join(", ")),
            })
        }
        Opcode::Fetch | Opcode::WideFetch => {
            Some(format!("read {}: {}", table.name, columns_of(table, all, one)))
        }
        Opcode::Scan => scan_step(names, one),
        Opcode::Move
        | Opcode::Add
        | Opcode::Sub
        | Opcode::Mul
        | Opcode::Range
        | Opcode::Select
        | Opcode::Coalesce
        | Opcode::Truth
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le
        | Opcode::IsNull
        | Opcode::NotNull
        | Opcode::Clean
        | Opcode::Chain
        | Opcode::Div
        | Opcode::Rem
        | Opcode::MulDiv
        | engine::wide_opcodes!()
        | Opcode::Like
        | Opcode::Named
        | Opcode::Settle
        | Opcode::Reserve
        | Opcode::Level
        | Opcode::Verdict
        | Opcode::Insert
        | Opcode::Write
        | Opcode::Delete
        | Opcode::Find
        | Opcode::Open
        | Opcode::Fold
        | Opcode::Close
        | Opcode::Result
        | Opcode::WideResult
        | Opcode::Sound
        | Opcode::Room
        | Opcode::Within
        | Opcode::Enter
        | Opcode::Leave
        | Opcode::Patch
        | Opcode::Apply => None,
    }
}

/// The step of a scan: its list, its bound and its cost.
fn scan_step(names: &Names<'_>, one: &Instruction) -> Option<String> {
    let table = names.program.tables.get(usize::from(one.unit))?;
    let hidden = table.hidden.as_ref()?;
    let scan = names.transaction.scans.get(usize::from(one.operands[2].index))?;
    let functions: Vec<&str> = scan.accumulators.iter().map(|one| one.function.name()).collect();
    let rows = match scan.rows_at_once() {
        1 => "one row at a time".to_owned(),
        rows => format!("{rows} rows at a time"),
    };
    let bound = hidden.list.as_ref().map_or(0, |list| list.bound);
    Some(format!(
        "scan {}, {}: at most {}, {rows}, {}, {}, {}",
        table.name,
        hidden.definition,
        count(bound as usize, "row"),
        count(scan.steps.len(), "step"),
        count(one.operands[3].index.into(), "cycle"),
        functions.join(", ")
    ))
}

/// The step of an instruction that changes a table.
fn change_step(program: &Program, all: &[Instruction], one: &Instruction) -> Option<String> {
    let table = program.tables.get(usize::from(one.unit))?;
    let name = &table.name;
    match one.opcode {
        Opcode::Insert => Some(format!("insert into {name}")),
        Opcode::Delete => Some(format!("delete from {name}")),
        Opcode::Write => Some(format!("write {name}: {}", columns_of(table, all, one))),
        Opcode::Open => Some(format!("enter a group of {name}")),
        Opcode::Fold => Some(format!("fold into {name}: {}", columns_of(table, all, one))),
        Opcode::Close => Some(format!("leave a group of {name}")),
        Opcode::Apply => Some(format!("change the rows that the scan of {name} selects")),
        Opcode::Enter => Some(format!("enter the list of a group of {name}")),
        Opcode::Leave => Some(format!("leave the list of a group of {name}")),
        Opcode::Move
        | Opcode::Add
        | Opcode::Sub
        | Opcode::Mul
        | Opcode::Range
        | Opcode::Select
        | Opcode::Coalesce
        | Opcode::Truth
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le
        | Opcode::IsNull
        | Opcode::NotNull
        | Opcode::Clean
        | Opcode::Chain
        | Opcode::Div
        | Opcode::Rem
        | Opcode::MulDiv
        | engine::wide_opcodes!()
        | Opcode::Like
        | Opcode::Named
        | Opcode::Settle
        | Opcode::Lookup
        | Opcode::Fetch
        | Opcode::WideFetch
        | Opcode::Reserve
        | Opcode::Level
        | Opcode::Verdict
        | Opcode::Find
        | Opcode::Scan
        | Opcode::Result
        | Opcode::WideResult
        | Opcode::Sound
        | Opcode::Room
        | Opcode::Within
        | Opcode::Patch => None,
    }
}

/// The names of all columns of a table that instructions like this one read or write. Several
/// handles can lead to the same row, so reads and writes are listed by table.
fn columns_of(table: &TableDef, all: &[Instruction], one: &Instruction) -> String {
    let alike = all.iter().filter(|i| i.opcode == one.opcode && i.unit == one.unit);
    let mut names: Vec<&str> =
        alike.map(|i| table.columns[usize::from(i.operands[2].index)].name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// The step that evaluates rules and checks.
fn judge_step(program: &Program, transaction: &Transaction) -> String {
    let rules: Vec<&str> = transaction
        .entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Rule(rule) => Some(program.rules[usize::from(rule.0)].name.as_str()),
            Entry::Check(_) | Entry::RuleCheck(..) => None,
        })
        .collect();
    let checks = count(transaction.entries.len() - rules.len(), "check");
    match rules.as_slice() {
        [] => format!("judge {checks}"),
        [rule] => format!("judge the rule {rule} and {checks}"),
        [_, _, ..] => format!("judge the rules {} and {checks}", rules.join(", ")),
    }
}

/// The resources of the machine that each message uses.
pub fn resources(program: &Program) -> String {
    let mut text = format!(
        "{:<24} {:>12} {:>12} {:>12} {:>12} {:>12}\n",
        "message", "instructions", "slots", "lanes", "entries", "cycles"
    );
    let of = |used: usize, limit: usize| format!("{used}/{limit}");
    for kind in program.frame_kinds() {
        let transaction = &program.transactions[program.transaction_index(kind)];
        let written = transaction
            .instructions
            .iter()
            .map(|i| i.operands[0])
            .filter(|o| o.space == Space::Slot);
        let slots = program.fields(kind).len() + written.count();
        let on_lanes = transaction
            .instructions
            .iter()
            .filter(|i| i.opcode.signature().unit == UnitClass::Lane);
        let lanes = on_lanes.map(|i| i.unit).collect::<std::collections::BTreeSet<_>>().len();
        _ = writeln!(
            text,
            "{:<24} {:>12} {:>12} {:>12} {:>12} {:>12}",
            name(program, kind),
            of(transaction.instructions.len(), machine::INSTRUCTIONS_MAX),
            of(slots, machine::SLOTS),
            of(lanes, machine::LANES),
            of(transaction.entries.len(), machine::ENTRIES_MAX),
            of(
                transaction.commit_cycles.into(),
                machine::cycles_max(!transaction.scans.is_empty()),
            ),
        );
    }
    text
}

/// The name of a transaction.
pub fn name(program: &Program, kind: FrameKind) -> String {
    match kind {
        FrameKind::Message(message) => {
            let name = &program.messages[usize::from(message.0)].name;
            let named = |job: &JobDef| match message {
                step if step == job.step => Some(format!("step of {}", job.name)),
                select if Some(select) == job.select => Some(format!("where of {}", job.name)),
                _ => None,
            };
            program.jobs.iter().find_map(named).unwrap_or_else(|| name.clone())
        }
        FrameKind::Row(table) => format!("row of {}", program.tables[usize::from(table.0)].name),
    }
}

/// The schedule of one transaction, cycle by cycle.
pub fn schedule(program: &Program, kind: FrameKind) -> String {
    let transaction = &program.transactions[program.transaction_index(kind)];
    let names = Names::new(program, kind, transaction);
    let of_effects = transaction
        .effects_cycles()
        .map(|cycles| format!(" ({cycles} for a reject with effects)"))
        .unwrap_or_default();
    let mut text = format!(
        "{}: verdict out after {} cycles{of_effects}, next message after {}, commit done after \
         {}\n",
        name(program, kind),
        transaction.verdict_cycles,
        overlap::releases(program)[program.transaction_index(kind)].cycles,
        transaction.commit_cycles
    );
    let layout = program.layout(kind);
    for (i, field) in program.fields(kind).iter().enumerate() {
        _ = writeln!(text, "{:>5}  {:<20} s{i} = {}", layout.field_ready(i), "parse", field.name);
    }
    let mut last = None;
    for instruction in &transaction.instructions {
        let cycle = if last == Some(instruction.cycle) {
            String::new()
        } else {
            instruction.cycle.to_string()
        };
        last = Some(instruction.cycle);
        _ = writeln!(
            text,
            "{cycle:>5}  {:<20} {}",
            unit(program, instruction),
            names.instruction(instruction)
        );
    }
    for (i, entry) in transaction.entries.iter().chain(&transaction.effects).enumerate() {
        let what = match entry {
            Entry::Rule(rule) => format!("rule {}", program.rules[usize::from(rule.0)].name),
            Entry::Check(reason) => format!("check, else {reason}"),
            Entry::RuleCheck(rule, reason) => {
                format!("check of rule {}, else {reason}", program.rules[usize::from(rule.0)].name)
            }
        };
        _ = writeln!(text, "       v{i:<19} {what}");
    }
    text
}

fn unit(program: &Program, instruction: &Instruction) -> String {
    let unit = instruction.unit;
    match instruction.opcode.signature().unit {
        UnitClass::Lane => format!("lane {unit}"),
        UnitClass::Logic => format!("logic {unit}"),
        UnitClass::Divider => "divider".into(),
        UnitClass::Wide => "wide unit".into(),
        UnitClass::Text => "text unit".into(),
        UnitClass::Verdict => "verdict".into(),
        UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Scan
        | UnitClass::Commit
        | UnitClass::Writer => {
            let name = program.tables.get(usize::from(unit)).map_or("?", |t| t.name.as_str());
            // A long name keeps its end, which distinguishes hidden tables.
            let cut = name.char_indices().rev().nth(19).map_or(0, |(i, _)| i);
            name[cut..].to_string()
        }
    }
}
