// SPDX-License-Identifier: Apache-2.0

//! The capacities of the machine, and the errors for a rule set that exceeds them.

use crate::diagnostic::Diagnostic;
use crate::hir::RuleSet;
use crate::plan::Plan;
use crate::schedule::Exhausted;
use crate::span::Span;
use engine::machine;
use engine::program::{FrameKind, Program};
use engine::schema::{MessageId, TableId};
use engine::validate::{Place, ProgramError, validate};

/// Checks the numbers of rules, messages, tables and rows.
///
/// # Errors
/// Returns one diagnostic for each capacity that the rule set exceeds.
pub fn check(rules: &RuleSet, plan: &Plan) -> Result<(), Vec<Diagnostic>> {
    let mut errors = Vec::new();
    let mut check = |what: &str, count: usize, limit: usize, span: Span, help: &str| {
        if count > limit {
            let message = format!("{count} {what}, but the machine has room for {limit}");
            errors.push(Diagnostic::error("capacity", message, span, "").help(help));
        }
    };
    let last_rule = rules.rules.get(machine::RULES_MAX).map_or(Span::default(), |r| r.span);
    check(
        "rules",
        rules.rules.len(),
        machine::RULES_MAX,
        last_rule,
        "join rules of one message with `and`",
    );
    let mut of_messages: Vec<Vec<Span>> = vec![Vec::new(); rules.messages.len()];
    for rule in &rules.rules {
        of_messages[usize::from(rule.message.0)].push(rule.span);
    }
    for (declared, spans) in rules.messages.iter().zip(of_messages) {
        let first_too_many = spans.get(machine::RULES_PER_MESSAGE_MAX);
        check(
            &format!("rules of message `{}`", declared.name),
            spans.len(),
            machine::RULES_PER_MESSAGE_MAX,
            first_too_many.copied().unwrap_or_default(),
            "join rules of one message with `and`",
        );
    }
    let last_message =
        rules.messages.get(machine::MESSAGES_MAX).map_or(Span::default(), |m| m.span);
    check(
        "messages (one for each parameter, and those of jobs included)",
        rules.messages.len(),
        machine::MESSAGES_MAX,
        last_message,
        "join messages that have the same fields",
    );
    let last_table = rules.tables.last().map_or(Span::default(), |t| t.span);
    let hint = "each distinct group and `where` of an aggregate takes a hidden table: write \
                conditions on the row as `count(*) filter (where …)`, and aggregates of one \
                group share a table";
    check(
        "tables (hidden ones included)",
        rules.tables.len() + plan.hidden.len(),
        machine::TABLES_MAX,
        last_table,
        hint,
    );
    errors.extend(too_many_rows(rules));
    errors.extend(kept_rows_changed(rules, plan));
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// The error for tables that together hold more rows than the machine.
fn too_many_rows(rules: &RuleSet) -> Option<Diagnostic> {
    let rows: u64 = rules.tables.iter().map(|t| u64::from(t.rows_max)).sum();
    if rows <= u64::from(machine::ROWS_TOTAL_MAX) {
        return None;
    }
    let message = format!(
        "all tables together hold {rows} rows, but the machine has room for {}",
        machine::ROWS_TOTAL_MAX
    );
    let last_table = rules.tables.last().map_or(Span::default(), |t| t.span);
    let error = Diagnostic::error("capacity", message, last_table, "");
    Some(error.help("state smaller capacities: `with (rows = …)`"))
}

/// The errors for statements that change several rows of which an aggregate or a list is kept.
fn kept_rows_changed(rules: &RuleSet, plan: &Plan) -> impl Iterator<Item = Diagnostic> {
    let statements = rules.blocks.iter().flat_map(|block| &block.statements);
    statements.filter(|statement| plan.kept_beside(rules, &statement.kind)).map(|statement| {
        let table = &rules.tables[usize::from(statement.kind.table().0)].name;
        let message =
            format!("this changes rows of `{table}` that an aggregate or a list is kept of");
        Diagnostic::error("rows-kept", message, statement.span, "several rows at once").help(
            "find the row by its whole key: a statement for each row keeps them; a `job` \
                 changes many rows, one after the other",
        )
    })
}

/// The error for a program that no executor would load, with the place that it comes from.
pub fn refused(rules: &RuleSet, program: &Program) -> Option<Diagnostic> {
    let ProgramError { place, problem } = validate(program).err()?;
    let table = |index: usize| {
        let base = program.tables.get(index)?.hidden.as_ref().map(|h| usize::from(h.base.0));
        let table = rules.tables.get(base.unwrap_or(index))?;
        Some((format!("table `{}`", table.name), table.span))
    };
    let message = |index: usize| {
        let message = rules.messages.get(index)?;
        Some((named(rules, index), message.span))
    };
    let found = match place {
        Place::Table(index) | Place::Column(index, _) => table(index),
        Place::Message(index) | Place::Field(index, _) => message(index),
        Place::Rule(index) => {
            rules.rules.get(index).map(|rule| (format!("rule `{}`", rule.name), rule.span))
        }
        Place::Transaction(index)
        | Place::Entry(index, _)
        | Place::Scan(index, _)
        | Place::Step(index, ..)
        | Place::Instruction { transaction: index, .. } => {
            message(index).or_else(|| table(index - rules.messages.len()))
        }
        Place::Job(index) => {
            rules.jobs.get(index).map(|job| (format!("job `{}`", job.name), job.span))
        }
        Place::Program | Place::String(_) | Place::Constant(_) => None,
    };
    let (what, span) = found.unwrap_or_else(|| ("the program".to_owned(), Span::default()));
    Some(Diagnostic::error("capacity", format!("{what}: {problem}"), span, ""))
}

/// The error for a transaction that does not fit the machine.
pub fn exceeded(rules: &RuleSet, plan: &Plan, kind: FrameKind, exhausted: Exhausted) -> Diagnostic {
    match exhausted {
        Exhausted::FrameBytes(bytes) => frame_too_long(rules, kind, bytes),
        Exhausted::Program { what, limit, remedy } => {
            program_too_long(rules, kind, what, limit).help(remedy)
        }
        Exhausted::Scan { list, cycles, rows_max } => {
            scan_too_long(rules, plan, kind, list, cycles).help(match rows_max {
                0 => "compute less for each row".to_owned(),
                rows => {
                    format!("state a bound of at most {rows} rows, or compute less for each row")
                }
            })
        }
    }
}

/// The error for a scan of a list that takes too many cycles, at the bound of the list.
fn scan_too_long(
    rules: &RuleSet,
    plan: &Plan,
    kind: FrameKind,
    list: TableId,
    (cycles, too_many): (u32, u32),
) -> Diagnostic {
    let (what, message) = place(rules, kind);
    let of_list = |index: &usize| plan.hidden_of_list(rules, *index).id == list;
    let list = (0..rules.lists.len()).find(of_list).map(|index| &rules.lists[index]);
    let table = list.map(|list| &rules.tables[usize::from(list.table.0)]);
    let name = table.map_or("", |table| table.name.as_str());
    let span = list.and_then(|list| list.stated).or(table.map(|table| table.span));
    let text = format!(
        "the scan of `{name}` for {what} takes {cycles} cycles, but a scan takes at most {}",
        too_many - 1
    );
    let rows = list.map_or(0, |list| list.bound);
    Diagnostic::error("program-too-long", text, span.unwrap_or(message), format!("{rows} rows"))
        .related(message, "asked for here")
}

/// What a message is: a declared one, or part of a job.
fn named(rules: &RuleSet, message: usize) -> String {
    match rules.job_of(MessageId(message as u16)) {
        Some(job) => format!("job `{}`", job.name),
        None => format!("message `{}`", rules.messages[message].name),
    }
}

fn place(rules: &RuleSet, kind: FrameKind) -> (String, Span) {
    match kind {
        FrameKind::Message(message) => {
            let index = usize::from(message.0);
            (named(rules, index), rules.messages[index].span)
        }
        FrameKind::Row(table) => {
            let table = &rules.tables[usize::from(table.0)];
            (format!("loading a row of table `{}`", table.name), table.span)
        }
    }
}

fn frame_too_long(rules: &RuleSet, kind: FrameKind, bytes: usize) -> Diagnostic {
    let (what, span) = place(rules, kind);
    let message = format!(
        "{what} takes a frame of {bytes} bytes, but a frame has at most {}",
        machine::FRAME_BYTES_MAX
    );
    Diagnostic::error("capacity", message, span, "").help("use narrower types or fewer columns")
}

fn program_too_long(rules: &RuleSet, kind: FrameKind, capacity: &str, limit: usize) -> Diagnostic {
    let (what, span) = place(rules, kind);
    let message = format!("the program of {what} is too long: the machine has {limit} {capacity}");
    let label = "its rules and `on` blocks need more";
    Diagnostic::error("program-too-long", message, span, label)
}
