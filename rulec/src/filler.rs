// SPDX-License-Identifier: Apache-2.0

//! The filler of a rule set: a program over the same tables that copies rows into them and keeps
//! the copies exact, see `engine::change`.
//!
//! It has the tables of the rule set, hidden ones included, and no rules. Its rows are loaded as
//! those of the rule set are. A job with the name of a table deletes the row with a key. A message
//! with the name of a table updates one, where a deletion and a load are not the same as an update:
//! where a window lists the rows that were written last, or keeps the newest times. Times that a
//! window keeps are never taken back, so that there is no job then, and the message has no field
//! for a column that such a window reads.

use crate::diagnostic::Diagnostic;
use crate::hir::{
    Block, Column, Expr, ExprKind, Job, Message, RowMatch, RowVar, RuleSet, Side, Statement,
    StatementKind, Table, Visited,
};
use crate::lower::{self, Strings};
use crate::plan::Plan;
use crate::schedule::{self, Exhausted};
use crate::{capacity, emit};
use engine::program::{FrameKind, Program};
use engine::schema::{ColumnId, FieldId, MessageId, TableId};
use std::collections::BTreeSet;

/// The filler of a rule set. Its list of strings is empty, as that of [`emit::emit`].
///
/// # Errors
/// Returns one diagnostic for each capacity of the machine that it exceeds.
pub fn compile(
    rules: &RuleSet,
    plan: &Plan,
    strings: &mut Strings,
    lanes: usize,
) -> Result<Program, Vec<Diagnostic>> {
    let filler = rule_set(rules, plan);
    capacity::check(&filler, plan)?;
    let flows = lower::lower(&filler, plan, strings);
    match schedule::schedule(&flows, lanes) {
        Ok(schedule) => Ok(emit::emit(&filler, plan, schedule)),
        Err(failures) => {
            Err(failures.into_iter().map(|(kind, what)| exceeded(&filler, kind, what)).collect())
        }
    }
}

/// The error for a transaction that does not fit the machine.
fn exceeded(filler: &RuleSet, kind: FrameKind, what: Exhausted) -> Diagnostic {
    let table = match kind {
        FrameKind::Row(table) => Some(table),
        FrameKind::Message(message) => filler
            .blocks
            .iter()
            .find(|block| block.message == message)
            .and_then(|block| block.statements.first())
            .map(|statement| statement.kind.table()),
    };
    let exceeded = match what {
        Exhausted::FrameBytes(bytes) => format!("a frame of {bytes} bytes"),
        Exhausted::Program { what, limit, .. } => format!("more than {limit} {what}"),
        Exhausted::Scan { cycles: (cycles, _), .. } => format!("a scan of {cycles} cycles"),
    };
    let table = &filler.tables[table.map_or(0, |table| usize::from(table.0))];
    let message =
        format!("changing the definition of `{}` while it is in use takes {exceeded}", table.name);
    Diagnostic::error("change-too-long", message, table.span, "")
        .help("use fewer aggregates and windows over this table, or restart with the new rules")
}

/// The filler as a resolved rule file.
fn rule_set(rules: &RuleSet, plan: &Plan) -> RuleSet {
    let mut filler = RuleSet {
        tables: rules.tables.clone(),
        zone: rules.zone,
        loads: rules.loads.clone(),
        lists: rules.lists.clone(),
        ..RuleSet::default()
    };
    let tables = || (0_u16..).map(TableId).zip(&rules.tables).filter(|(_, t)| is_declared(t));
    for (id, table) in tables() {
        let read = read_by_newest(rules, id);
        let is_listed = plan.hidden.iter().any(|hidden| {
            hidden.base == id && hidden.list.as_ref().is_some_and(|list| list.time.is_some())
        });
        if read.is_some() || is_listed {
            add_update(&mut filler, id, table, &read.unwrap_or_default());
        }
    }
    for (id, table) in tables() {
        if read_by_newest(rules, id).is_none() {
            add_delete(&mut filler, id, table);
        }
    }
    filler
}

/// Whether a rule file declares a table.
fn is_declared(table: &Table) -> bool {
    !table.name.contains('$')
}

/// The columns of a table that windows of newest times read; none if there is no such window.
fn read_by_newest(rules: &RuleSet, table: TableId) -> Option<BTreeSet<ColumnId>> {
    let mut loads = rules.loads.iter().filter(|(base, _)| *base == table).peekable();
    loads.peek()?;
    // The fields of the frame of a row are the columns of its table.
    let column = |expr: &Expr| match expr.kind {
        ExprKind::Field(field) => Some(ColumnId(field.0)),
        _ => None,
    };
    let expressions = loads.flat_map(|(_, statement)| statement.kind.expressions());
    Some(expressions.flat_map(Expr::nodes).filter_map(column).collect())
}

/// Adds the message that updates a row, unless there is nothing to update.
fn add_update(filler: &mut RuleSet, id: TableId, table: &Table, read: &BTreeSet<ColumnId>) {
    let columns = (0..table.columns.len()).map(|column| ColumnId(column as u16));
    let set: Vec<ColumnId> =
        columns.filter(|column| !table.key.contains(column) && !read.contains(column)).collect();
    if set.is_empty() {
        return;
    }
    let fields: Vec<ColumnId> = table.key.iter().chain(&set).copied().collect();
    let set = (table.key.len()..).zip(&set).map(|(index, id)| (*id, field(table, *id, index)));
    let (row, set) = (row_of(filler, table), set.collect());
    let update = StatementKind::Update { table: id, row, set };
    add_block(filler, table, table.name.clone(), &fields, update);
}

/// Adds the job that deletes a row.
fn add_delete(filler: &mut RuleSet, id: TableId, table: &Table) {
    let row = row_of(filler, table);
    let name = format!("{}$step", table.name);
    let delete = StatementKind::Delete { table: id, row };
    let step = add_block(filler, table, name, &table.key, delete);
    if let Some(block) = filler.blocks.last_mut() {
        block.row = Some(Visited { table: id, var: fresh(filler.messages.len(), 1) });
    }
    let (name, span) = (table.name.clone(), table.span);
    filler.jobs.push(Job { name, table: id, step, select: None, span });
}

/// Adds a message with columns of a table as its fields, and the statement that it makes.
fn add_block(
    filler: &mut RuleSet,
    table: &Table,
    name: String,
    fields: &[ColumnId],
    kind: StatementKind,
) -> MessageId {
    let column = |id: &ColumnId| -> Column { table.columns[usize::from(id.0)].clone() };
    let span = table.span;
    let message = MessageId(filler.messages.len() as u16);
    filler.messages.push(Message { name, fields: fields.iter().map(column).collect(), span });
    let statements = vec![Statement { kind, span, with_next: false }];
    filler.blocks.push(Block { message, side: Side::Accept, guard: None, statements, row: None });
    message
}

/// The row whose key is the first fields of the next message.
fn row_of(filler: &RuleSet, table: &Table) -> RowMatch {
    let key = (0..).zip(&table.key).map(|(index, id)| field(table, *id, index));
    RowMatch { var: fresh(filler.messages.len(), 0), key: key.collect(), residual: None }
}

/// A variable of a message that the rule set has not: it counts its variables from zero.
fn fresh(message: usize, which: u32) -> RowVar {
    RowVar(u32::MAX - 2 * message as u32 - which)
}

/// The field with an index, which is of a column.
fn field(table: &Table, column: ColumnId, index: usize) -> Expr {
    let Column { ty, nullable, .. } = table.columns[usize::from(column.0)];
    Expr { kind: ExprKind::Field(FieldId(index as u16)), ty, nullable, span: table.span }
}
