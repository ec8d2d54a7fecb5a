// SPDX-License-Identifier: Apache-2.0

//! Emission: a resolved rule file becomes a program of the engine, if the machine has room for it.

use crate::diagnostic::Diagnostic;
use crate::hir::RuleSet;
use crate::lower::{Strings, lower};
use crate::plan::Plan;
use crate::schedule::{Constants, Exhausted, schedule};
use crate::span::Span;
use engine::frame::Layout;
use engine::machine;
use engine::program::{FrameKind, Program, RuleDef};
use engine::schema::{ColumnDef, ColumnKind, MessageDef, TableDef};

/// The program of a rule set by the plan of its family, on the first `lanes` lanes of the machine.
/// Its strings are numbered behind those that are there; the program itself gets the list when the
/// whole family has added to it.
///
/// # Errors
/// One diagnostic for every capacity of the machine that it exceeds.
pub fn emit(
    rules: &RuleSet,
    plan: &Plan,
    strings: &mut Strings,
    lanes: usize,
) -> Result<Program, Vec<Diagnostic>> {
    let mut program = Program {
        tables: rules.tables.iter().map(table_def).chain(plan.table_defs(rules)).collect(),
        messages: rules
            .messages
            .iter()
            .map(|m| MessageDef { name: m.name.clone(), fields: columns(&m.fields) })
            .collect(),
        rules: rules
            .rules
            .iter()
            .map(|r| RuleDef { name: r.name.clone(), message: r.message })
            .collect(),
        strings: Vec::new(),
        constants: Vec::new(),
        transactions: Vec::new(),
    };
    let mut errors = counts(rules, &program);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut constants = Constants::default();
    let kinds: Vec<FrameKind> = program.frame_kinds().collect();
    for kind in kinds {
        let layout = Layout::new(program.transaction_index(kind) as u8, program.fields(kind));
        if layout.bytes > machine::FRAME_BYTES_MAX {
            errors.push(frame_too_long(rules, kind, layout.bytes));
            continue;
        }
        let flow = lower(rules, plan, kind, strings);
        match schedule(&flow, &layout, &mut constants, lanes) {
            Ok(transaction) => program.transactions.push(transaction),
            Err(exhausted) => errors.push(too_long(rules, kind, &exhausted)),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    program.constants = constants.list;
    Ok(program)
}

fn table_def(table: &crate::hir::Table) -> TableDef {
    TableDef {
        name: table.name.clone(),
        columns: columns(&table.columns),
        key: table.key.clone(),
        rows_max: table.rows_max,
        hidden: None,
    }
}

fn columns(columns: &[crate::hir::Column]) -> Vec<ColumnDef> {
    let def = |c: &crate::hir::Column| ColumnDef {
        name: c.name.clone(),
        ty: c.ty,
        nullable: c.nullable,
        kind: ColumnKind::Data,
    };
    columns.iter().map(def).collect()
}

fn counts(rules: &RuleSet, program: &Program) -> Vec<Diagnostic> {
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
    let last_message =
        rules.messages.get(machine::MESSAGES_MAX).map_or(Span::default(), |m| m.span);
    check(
        "messages",
        rules.messages.len(),
        machine::MESSAGES_MAX,
        last_message,
        "join messages that have the same fields",
    );
    let last_table = rules.tables.last().map_or(Span::default(), |t| t.span);
    let hint = "each distinct group and filter of an aggregate takes a hidden table; give aggregates the same conditions";
    check(
        "tables (hidden ones included)",
        program.tables.len(),
        machine::TABLES_MAX,
        last_table,
        hint,
    );
    let rows: u64 = rules.tables.iter().map(|t| u64::from(t.rows_max)).sum();
    if rows > machine::ROWS_TOTAL_MAX.into() {
        let message = format!(
            "all tables together hold {rows} rows, but the machine has room for {}",
            machine::ROWS_TOTAL_MAX
        );
        errors.push(
            Diagnostic::error("capacity", message, last_table, "")
                .help("state smaller capacities: `with (rows = …)`"),
        );
    }
    errors
}

fn place(rules: &RuleSet, kind: FrameKind) -> (String, Span) {
    match kind {
        FrameKind::Message(message) => {
            let message = &rules.messages[usize::from(message.0)];
            (format!("message `{}`", message.name), message.span)
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

fn too_long(rules: &RuleSet, kind: FrameKind, exhausted: &Exhausted) -> Diagnostic {
    let (what, span) = place(rules, kind);
    let message = format!(
        "the program of {what} is too long: the machine has {} {}",
        exhausted.limit, exhausted.what
    );
    let label = "its rules and `on` blocks need more";
    Diagnostic::error("program-too-long", message, span, label).help(
        "use fewer or shorter rules and statements for this message, or send it as two messages",
    )
}
